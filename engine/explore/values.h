// What follows from each state: the chance of every ending when all later decisions are fair draws
// among what is open and every need and chance falls anew ("what chance" in the author's guide).
#pragma once

#include "explore/explore.h"

typedef struct ExploreValues {
    int endings;
    double *chance; // state_count x endings
    double *visits; // state_count: how often a fair play comes through (a loop for ever: once)
    bool circles;   // some states lie on a circle; their chances come from iteration
} ExploreValues;

// The graph must be complete.
void explore_values_init(ExploreValues *values, const ExploreGraph *graph);
void explore_values_deinit(ExploreValues *values);

static inline double explore_chance(const ExploreValues *values, uint32_t state, int ending)
{
    return values->chance[(size_t)state * (size_t)values->endings + (size_t)ending];
}
