// A scenario as its author looks at it from above: scenes and endings, what can be chosen in them,
// and the ways between, each with how often a fair play takes it, how a random play stands with the
// colleagues there, and how many recorded ways go along. Filled by whoever walks (graph_count.h,
// the explorer); drawn by graph_dot, graph_svg, graph_page, graph_text. Runs no program, opens no
// file.
#pragma once

#include "base/text.h"
#include "story/story.h"

enum { GRAPH_NOWHERE = -1, GRAPH_STAYS = -2 };
enum { GRAPH_CHOICES_MAX = 2000 }; // of a random play

// Who counted. GRAPH_OFTEN: the explorer, or random plays; GRAPH_DRAWN: random plays, for trust;
// GRAPH_TESTS: recorded ways, each once.
typedef enum GraphSource { GRAPH_OFTEN, GRAPH_DRAWN, GRAPH_TESTS, GRAPH_SOURCES } GraphSource;

typedef struct GraphTally {
    double count[GRAPH_SOURCES];    // OFTEN: times in a play; DRAWN: times in all; TESTS: ways
    double for_ever;                // OFTEN: the share of plays that come by for ever; counted once
    double trust[STORY_PEOPLE_MAX]; // sums of readings (millionths) over count[GRAPH_DRAWN]
    int marked;                     // by which recorded way it was counted last, 1..
    uint32_t loop;                  // in which loop without a way out, 1..
} GraphTally;

// A row of a stop: an option, or what a desk offers.
typedef struct GraphOffer {
    uint8_t kind; // StoryOfferKind
    uint16_t x;   // StoryOffer.x
    int number;   // in its scene, 1..: what the edges say
    double open;  // OFTEN: times in a play that it can be taken
    GraphTally tally;
} GraphOffer;

typedef enum GraphStopKind { GRAPH_CHOICE, GRAPH_DESK, GRAPH_TALK } GraphStopKind;

// A place in a scene where the player chooses.
typedef struct GraphStop {
    GraphStopKind kind;
    int scene, op, talk; // talk -1 outside a one-on-one
    GraphOffer *offers;
    int offer_count, offer_room;
    GraphTally tally;
} GraphStop;

typedef struct GraphWay {
    int from, to;    // nodes; `to` may be GRAPH_STAYS
    int stop, offer; // in stops[] and its offers[]; -1: no choice stands between
    char *when; // no choice stands between: "when kept(brief)", "otherwise"; "" or NULL: always
    int order;  // likewise: its place in the scene, 1..; 0: not known
    GraphTally tally;
} GraphWay;

// Scenes by their number, then endings.
typedef struct GraphNode {
    GraphTally tally;
    uint8_t people; // mask of those there; everybody where nobody in particular is
} GraphNode;

typedef struct Graph {
    const Scenario *scenario;
    GraphNode *nodes;
    int node_count;
    GraphStop *stops; // sorted by scene and place once graph_finish was called
    int stop_count, stop_room;
    GraphWay *ways;
    int way_count, way_room;
    GraphWay *rounds; // for each two nodes between which plays go for ever; no stops
    int round_count, round_room;
    bool proved;        // GRAPH_OFTEN is the explorer's: what it never takes cannot be taken
    uint32_t states;    // it walked
    double for_ever;    // the share of plays that go round in a loop without a way out
    int plays;          // random ones
    int endless;        // of these: without an end after GRAPH_CHOICES_MAX choices
    int tests;          // recorded ways
    int options;        // that an author wrote; a desk's one-on-ones bring some of their own
    Playthrough *start; // a play that begins, for the names and dates in texts; NULL: it cannot
} Graph;

void graph_init(Graph *graph, const Scenario *scenario); // with every stop written in a scene
void graph_deinit(Graph *graph);

static inline int graph_ending(const Graph *graph, int ending)
{
    return graph->scenario->scene_count + ending;
}
static inline bool graph_is_ending(const Graph *graph, int node)
{
    return node >= graph->scenario->scene_count;
}
static inline bool graph_is_written(const StoryOption *option)
{
    return option->position.line > 0;
}
const char *graph_node_id(const Graph *graph, int node);

// The stop at which this play pauses, made where it was not known; its index.
int graph_stop(Graph *graph, const Playthrough *play);
int graph_offer(Graph *graph, int stop, const StoryOffer *offer);
GraphWay *graph_way(Graph *graph, int from, int stop, int offer, int to);
GraphWay *graph_round(Graph *graph, int from, int to);

// Counts. `play` (may be NULL) gives GRAPH_DRAWN the readings of trust. GRAPH_TESTS counts a
// recorded way once, however often it comes by: `which` is its number, 1...
void graph_count(const Graph *graph, GraphTally *tally, GraphSource source, double weight,
                 const Playthrough *play, int which);

// Counts GRAPH_OFTEN for that share of plays, which come by again and again for ever: once in each loop
// without a way out. `loop` is its number, 1..; loops are counted one after the other. False where it
// was counted before.
bool graph_count_loop(GraphTally *tally, double share, uint32_t loop);

// Sorts the stops, numbers the offers, and divides what was drawn. Behind it nothing is counted.
void graph_finish(Graph *graph);

// First stop of a scene in the sorted list; those of one scene are neighbours.
int graph_first_stop(const Graph *graph, int scene);

// ---- ways between cards -------------------------------------------------------------------------

// All ways from one node to another together.
typedef struct GraphEdge {
    int from, to;
    GraphTally tally;
    char keys[64]; // the numbers of the offers that lead there ("1-3 7"); "" where all do, or none
} GraphEdge;

// To be freed with mem_free. Sorted by from, then by how often, most first.
GraphEdge *graph_edges(const Graph *graph, int *count);
