// The if-then plan for tomorrow as a sentence, for what a debrief found: the same in window and
// terminal.
#pragma once

#include "base/text.h"
#include "story/debrief.h"

void view_add_plan(const StoryHistory *history, const DebriefPlan *plan, Text *out);
