// What the head of a recorded way says must be so at its end: "expect: kept roof", "expect: ending bread". The words
// are those of conditions.
#pragma once

#include "base/text.h"
#include "story/history.h"

// Whether it is so at the end of the way; if not, *instead tells what is. False with ERR_INPUT: it cannot be
// understood (no such word, no such name).
bool expect_holds(const StoryHistory *history, const char *text, bool *holds, Text *instead,
                  Err *err);
