// Which states come round to each other: the strongly connected components of a graph. A component
// from which nothing leads away is a loop that nobody gets out of, or a place where the story stops.
#pragma once

#include "explore/explore.h"

typedef struct ExploreCircles {
    uint32_t count;   // of components
    uint32_t *of;     // by state: its component; what follows has a lower number, or the same
    uint32_t *states; // of the components, one after the other
    uint32_t *first;  // count + 1: the first of each in `states`
    bool *round;      // by state: one can come back to it
    bool any;         // there are such states
} ExploreCircles;

void explore_circles_init(ExploreCircles *circles, const ExploreGraph *graph);
void explore_circles_deinit(ExploreCircles *circles);

// Whether one can come back to where one was in it: several states, or one that leads to itself.
static inline bool explore_circles_round(const ExploreCircles *circles, uint32_t component)
{
    return circles->round[circles->states[circles->first[component]]];
}

// Whether something leads away from it.
bool explore_circles_left(const ExploreCircles *circles, const ExploreGraph *graph,
                          uint32_t component);
