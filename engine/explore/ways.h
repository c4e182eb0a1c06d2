// One part, and the rests (rests.h) as it sees them: those in which it is asked the same and feels the same
// for ever after are one; from each of them a few ways on, and what of the part still matters there.
#pragma once

#include "explore/rests.h"

typedef struct ExploreWay { // what can happen to the part, and where that leads
    uint32_t code, to;      // a rest that stands, or EXPLORE_NO_REST
} ExploreWay;

typedef struct ExploreWays {
    const ExploreRests *rests;
    int part;
    uint32_t *stands; // by rest: the one that stands for it
    ExploreWay *items;
    uint32_t item_count, item_room;
    uint32_t *first, *end;    // by rest that stands: into items
    uint32_t *of_link;        // by link of the rests: which of its rest's, or EXPLORE_SAME
    ExploreOutlook *outlooks; // by rest that stands
} ExploreWays;

// As a way: nothing happens to the part, or what does not matter.
enum { EXPLORE_SAME = UINT32_MAX };

void explore_ways_init(ExploreWays *ways, const ExploreRests *rests, int part);
void explore_ways_deinit(ExploreWays *ways);
