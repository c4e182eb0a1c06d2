// What might have been, in words: the choice that cost most and the one that saved most, each
// choice's chance, and the other way. The same in window, terminal and reports. It speaks of
// bridges, never of what somebody is worth.
#pragma once

#include "story/whatif.h"
#include "view/words.h"

typedef enum TurningKind { TURNING_COST, TURNING_SAVED } TurningKind;

// "Tuesday, 11:40. From there a sound bridge to Maya had a chance of 12 %; another choice would have
// made it 71 %."
const char *view_turning(Arena *arena, const StoryHistory *history, const WhatIf *whatif,
                         const WhatIfTurn *turn, TurningKind kind);

// "The choice that cost most"
const char *view_turning_title(TurningKind kind);

// "a sound bridge to Maya"
const char *view_turning_goal(Arena *arena, const Scenario *scenario, int person, BridgeWord word);

// "12 %", "under 1 %"
const char *view_percent(Arena *arena, double chance);

// "The chance if everything after it is left to luck, counted in 2,500 plays of each choice."
const char *view_turning_how(Arena *arena, const WhatIf *whatif);

// An option's text without marks, as it was offered at that decision.
const char *view_offer_plain(Arena *arena, const StoryHistory *history, int decision,
                             const StoryOffer *offer);

// The options of a decision worth showing: the one taken, the best and the worst for that bridge,
// then others while there is room; best first. Their number.
int view_turning_options(const WhatIfDecision *decision, int person, BridgeWord word, int most,
                         int *out);
