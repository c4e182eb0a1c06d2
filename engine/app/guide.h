// The guided mode: a recorded way of a scenario is shown choice by choice, with why it matters, first
// one that holds, then one that breaks. Whoever takes another choice plays on alone.
#pragma once

#include "base/text.h"
#include "story/history.h"

typedef struct Guide {
    Text choices; // ids with commas
    uint64_t seed;
    bool breaks; // the way with the worst end; else the one with the best
} Guide;

// Picks among the scenario's tests/*.play by how its bridges end. False with ERR_INPUT: it has none
// that leads to an end.
bool guide_open(Guide *guide, const Scenario *scenario, const char *folder, bool breaks, Err *err);
void guide_close(Guide *guide);

// The choice that is shown next, and why it matters ("" where the author says nothing). NULL: the
// playthrough has left the way, or the way is over. `why` lives as long as the scenario.
const char *guide_next(const Guide *guide, const StoryHistory *history, StoryOffer *out);

// What is said at the beginning.
const char *guide_title(const Guide *guide);
const char *guide_words(const Guide *guide);
