// Condition functions of an author: what each was heard to read so far. They are asked, never looked
// into; README.md says why what is heard is enough. Knows no Lua: the scenario says what was read.
#pragma once

#include "story/playthrough.h"

typedef struct ExploreFunctions {
    const Scenario *scenario;
    StoryLuaReads *heard; // by function
    int count;
    bool unheard; // nobody says what they read
} ExploreFunctions;

void explore_functions_init(ExploreFunctions *functions, const Scenario *scenario);
void explore_functions_deinit(ExploreFunctions *functions);

// Some function has read more since: what was done with what was heard is worth nothing.
bool explore_functions_stale(const ExploreFunctions *functions);

// Whether a condition (or -1) asks a function, which may fail.
bool explore_asks_function(const Scenario *scenario, int cond);
