// The if-then plan for tomorrow as a sentence, for what a debrief found: the same in window and
// terminal.
#pragma once

#include "base/arena.h"
#include "base/text.h"
#include "story/debrief.h"

void view_add_plan(const StoryHistory *history, const DebriefPlan *plan, Text *out);

// What happened in two sentences: Step 1, and what it took after.
const char *view_recap(Arena *arena, const StoryHistory *history, const Debrief *debrief);
