// What the numbers of a graph are called and how strong they are drawn: the same in the picture,
// the page and the outline.
#pragma once

#include "report/graph.h"

typedef enum GraphBy { GRAPH_BY_OFTEN, GRAPH_BY_TRUST, GRAPH_BY_TESTS } GraphBy;
enum { GRAPH_BYS = 3, GRAPH_LEVELS = 5 };

// 0..4, weakest first. Often: never, under 10 in 100 plays, under 40, under 80, more. Trust: the
// word of the bridge, "down" 0, of the least trusting of `people`. Tests: none, 1, 2, 3, more.
int graph_level(const Graph *graph, GraphBy by, const GraphTally *tally, uint8_t people);

// A colleague of the mask: the one whose trust is least. -1 where no play was drawn through here.
int graph_least(const Graph *graph, const GraphTally *tally, uint8_t people);

// "62", "<1", "2.3×", "0": times in 100 plays, for narrow columns.
void graph_add_short(double times, Text *out);
// "62 times in 100 plays", "once a play", "2.3 times a play", "never (proved)", "not met in 100,000
// random plays". Times, not plays: something may come by twice in one play. In a loop without a way
// out: "33 plays in 100 go round here for ever".
void graph_add_often(const Graph *graph, const GraphTally *tally, Text *out);
// "worn 5.4": the word and the planks of ten, those below it cut off; "" where nothing was drawn.
void graph_add_trust(const Graph *graph, const GraphTally *tally, int person, Text *out);
// "in 3 of 6 recorded ways", "in no recorded way".
void graph_add_tests(const Graph *graph, const GraphTally *tally, Text *out);
// What a card or an edge shows for this colouring, narrow.
void graph_add_value(const Graph *graph, GraphBy by, const GraphTally *tally, uint8_t people,
                     Text *out);

// "proved: all 3,112 states were walked", or "20,000 random plays; not a proof".
void graph_add_method(const Graph *graph, Text *out);
const char *graph_level_name(GraphBy by, int level); // for legends

void graph_add_count(int n, const char *one, Text *out); // "1 scene", "3 scenes"
void graph_add_counts(const Graph *graph,
                      Text *out); // "26 scenes, 72 options, 4 endings, 6 recorded ways"
// "Monday 10:20"; nothing where a scene names no hour.
void graph_add_when(const Graph *graph, int scene, Text *out);
// "friday", "ending page": a scene and an ending may have one name.
void graph_add_node(const Graph *graph, int node, Text *out);
// "Maya".
void graph_add_first(const Graph *graph, int person, Text *out);
// First names of a mask, "Maya, Sam"; nothing for a scene in which nobody speaks.
void graph_add_people(const Graph *graph, int scene, Text *out);
// "choice", "desk until Monday 17:00", "one-on-one with Maya".
void graph_add_stop(const Graph *graph, const GraphStop *stop, Text *out);
// "noon", "work_brief": what is typed after --choices.
void graph_add_offer_id(const Graph *graph, const GraphOffer *offer, Text *out);
// An author's text without emphasis marks, filled as at the start of a play.
void graph_add_plain(const Graph *graph, TextId text, Text *out);
// What the player reads.
void graph_add_offer_text(const Graph *graph, const GraphOffer *offer, Text *out);
