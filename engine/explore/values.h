// What follows from each state: the chance of every ending when all later decisions are fair draws
// among what is open and every need and chance falls anew ("what chance" in the author's guide).
#pragma once

#include "explore/explore.h"

typedef struct ExploreValues {
    int endings;
    double *chance; // state_count x endings
    double *visits; // state_count: how often a fair play comes through; in a loop: how many come in
    bool circles;   // some states lie on a circle; their chances come from iteration
    // Loops without a way out: whoever comes into one comes by all of it for ever. NULL: there is none.
    uint32_t *loop;     // by state: the number of the loop that it lies in, from 1 on, or 0
    uint32_t *in_loops; // the states that lie in one, loop by loop
    uint32_t loop_count, in_loop_count;
} ExploreValues;

// The graph must be complete.
void explore_values_init(ExploreValues *values, const ExploreGraph *graph);
void explore_values_deinit(ExploreValues *values);

static inline double explore_chance(const ExploreValues *values, uint32_t state, int ending)
{
    return values->chance[(size_t)state * (size_t)values->endings + (size_t)ending];
}
