// The if-then plan for tomorrow as a sentence, for what a debrief found.
#pragma once

#include "base/text.h"
#include "story/debrief.h"

void term_add_plan(const StoryHistory *history, const DebriefPlan *plan, Text *out);
