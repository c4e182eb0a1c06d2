// A way into a state, as a player would go it: a seed and the options to take, ready for
// `plankwright play SCENARIO --seed S --choices a,b,c`. The states of a graph have forgotten and
// merged; the way is walked again in full, a seed is looked for that makes every draw fall as it
// must, and what comes out is played once more before it is given away.
#pragma once

#include "explore/explore.h"

typedef struct ExploreWay {
    uint64_t seed;
    char *choices; // "monday.noon,afternoon/desk.rest"; "" where it begins
    int choice_count;
} ExploreWay;

enum { EXPLORE_SEEDS_MAX = 200000 };

// The shortest way to where the story stops next at or behind `state`; with `last`, an edge that
// leaves `state`, through that edge. False: no seed up to EXPLORE_SEEDS_MAX makes it fall that way.
bool explore_way_to(const ExploreGraph *graph, uint32_t state, const ExploreEdge *last,
                    ExploreWay *out);

// Of offers that were taken one after the other, with this seed. False when they cannot be taken.
bool explore_way_of(const Scenario *scenario, uint64_t seed, const StoryOffer *taken, int count,
                    ExploreWay *out);
void explore_way_deinit(ExploreWay *way);

// Where it leads: `play` has play_size bytes; `err` says why the last choice failed, where it does,
// and `play` stands where that happened. False where the way cannot be gone up to its last choice.
bool explore_way_walk(const Scenario *scenario, const ExploreWay *way, Playthrough *play, Err *err);
