// The chance that each answer of an open question leaves a bridge: what story/whatif counts for the debrief of
// decisions that were made, counted for one that is still to be made. In slices, so that no frame waits for
// it. Knows no screen and no clock.
#pragma once

#include "story/whatif.h"

typedef struct ConsoleChance {
    WhatIf counts;
    StoryHistory way; // of one decision: the one that is open
    StoryOffer first;
    int marks[1];
    bool open, done;
} ConsoleChance; // zeroed: nothing is counted yet

void console_chance_deinit(ConsoleChance *chance);

// Counts for the state `play` and what is offered there. The same state as before: goes on. No offers, or one
// alone: there is nothing to count.
void console_chance_follow(ConsoleChance *chance, const Scenario *scenario, const Playthrough *play,
                           const StoryOffer *offers, int count);

// Plays on for about that many choices (eight million are a second of one core). True: all is counted.
bool console_chance_work(ConsoleChance *chance, int choices);

// The word that the bridge to `person` is measured by: the best one that some answer makes likely. Only when
// all is counted.
BridgeWord console_chance_word(const ConsoleChance *chance, int person);

// The share of plays with that answer that end so, or better; below 0 while it is not counted.
double console_chance_of(const ConsoleChance *chance, const StoryOffer *offer, int person,
                         BridgeWord word);
