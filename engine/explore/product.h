// Puts the story together again: its rests (rests.h) with the classes of each part (project.h). No
// turn is played any more: where a link leads is known, and for each part whether it answers so, and
// what it becomes. What comes out is the graph that playing would give, edge for edge.
#pragma once

#include "explore/explore.h"
#include "explore/project.h"

// What stands at an edge that fails, or leads to where something does not hold that always should; or a
// state in which nothing can be taken (`edge` NULL).
typedef struct ExploreTeller {
    void *context;
    void (*tell)(void *context, const ExploreState *packed, uint32_t state,
                 const ExploreEdge *edge);
} ExploreTeller;

// Fills an empty graph, whose pack holds the rests and the values; stops above `limit` states.
void explore_product(ExploreGraph *graph, const ExploreRests *rests, const ExploreClasses classes[],
                     uint32_t limit, const ExploreTeller *teller);
