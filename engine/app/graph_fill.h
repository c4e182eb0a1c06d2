// Fills a graph (report/graph.h) from the explorer, from random plays, and from recorded ways.
#pragma once

#include "report/graph.h"

enum { GRAPH_FILL_PLAYS = 20000, GRAPH_FILL_MORE = 100000, GRAPH_FILL_STATES = 1000000 };

// How often, and trust: walks every state, up to `limit` of them; beyond it, and where the explorer
// does not see everything, GRAPH_FILL_MORE random plays count instead (graph->proved is then
// false). ERR_INPUT where the story cannot begin.
bool graph_fill(Graph *graph, uint32_t limit, Err *err);

// Plays every recorded way of the scenario's folder. One that is unreadable, or that leads no
// further, counts as far as it came, and *broken counts it; plankwright test says what is wrong
// with it.
void graph_fill_tests(Graph *graph, const char *folder, int *broken);

// The recorded way `choices` alone, as number `which` (1..). False where it leads no further.
bool graph_fill_way(Graph *graph, const char *choices, uint64_t seed, int which);

// What the recorded ways meet; of the options those that an author wrote (graph_is_written).
typedef struct GraphMet {
    int scenes, options, endings;
} GraphMet;

// `options_met` (scenario->option_count of them) may be NULL.
GraphMet graph_fill_met(const Graph *graph, bool *options_met);
