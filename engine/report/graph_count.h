// Counts plays in a graph: what a play comes through and takes. Knows not who chooses.
#pragma once

#include "report/graph.h"

// One play under way. The journal must be the play's own, from its start, with or without lines.
typedef struct GraphWalk {
    Graph *graph;
    GraphSource source;
    double weight; // of one coming by
    int which;     // GRAPH_TESTS: number of the recorded way, 1..
    int node;      // where it stands
    int events;    // of the journal, already counted
    int stop, offer;
} GraphWalk;

// At the start of the play: counts the scenes it has come through.
void graph_walk_begin(GraphWalk *walk, const Playthrough *play, const StoryJournal *journal);

// Before and behind a choice.
void graph_walk_choose(GraphWalk *walk, const Playthrough *play, const StoryOffer *offers,
                       int count, const StoryOffer *chosen);
void graph_walk_chosen(GraphWalk *walk, const Playthrough *play, const StoryJournal *journal);

// Random plays, each open offer as likely as another, with seeds from `seed` on: for GRAPH_DRAWN,
// and for GRAPH_OFTEN too where `often` is true. A play that fails or does not end counts as far as
// it came.
void graph_draw(Graph *graph, int plays, uint64_t seed, bool often);
