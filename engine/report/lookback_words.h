// Private to engine/report: texts of a scenario and its states, plain, each in the arena.
#pragma once

#include "base/arena.h"
#include "story/debrief.h"

const char *plain_text(Arena *arena, const StoryHistory *history, TextId text);
const char *plain_offer(Arena *arena, const StoryHistory *history, int n, const StoryOffer *offer);
const char *plain_clock(Arena *arena, const Scenario *scenario, int32_t minute);
const char *plain_title(Arena *arena, const StoryHistory *history, int commitment);
const char *plain_name(const Scenario *scenario, int person); // first name
const char *plain_bridge(Arena *arena, const StoryHistory *history, int n, int person);
const char *plain_fate(Arena *arena, const Scenario *scenario, const DebriefPlank *plank);
const char *plain_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *plain_tactic(DebriefTacticKind kind);
// Why a bridge stands as it does at the end, in a sentence about the promises to that person; "" where
// none was made.
const char *plain_why(Arena *arena, const StoryHistory *history, const Debrief *debrief,
                      int person);
