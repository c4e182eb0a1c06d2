// What follows from each state: the chance of every ending when all later decisions are fair draws
// among what is open and every need and chance falls anew ("what chance" in the author's guide), and
// whether an ending can still be reached at all.
#pragma once

#include "explore/explore.h"

typedef struct ExploreValues {
    int endings;
    double *chance;   // state_count x endings
    uint64_t *within; // state_count: bit e: ending e can still be reached (endings up to 64)
    double *
        visits; // state_count: how often a fair play comes through (a loop that nobody leaves: once)
    bool circles; // some states lie on a circle; their chances come from iteration
} ExploreValues;

// The graph must be complete.
void explore_values_init(ExploreValues *values, const ExploreGraph *graph);
void explore_values_deinit(ExploreValues *values);

static inline double explore_chance(const ExploreValues *values, uint32_t state, int ending)
{
    return values->chance[(size_t)state * (size_t)values->endings + (size_t)ending];
}
