// The debrief in lines: the way, the planks and what became of each, what was never asked, tactics, hours,
// the recap, and the plan. What is said is found in debrief facts; here it is put into words.
#pragma once

#include "story/history.h"
#include "term/printer.h"

// `plan`: the if-then plan kept last, or NULL; told beside the one that this way suggests. `turning`:
// with what might have been, which takes a fifth of a second to count; a recorded way has none, since
// every new option anywhere would change its figures.
void term_debrief(TermPrinter *printer, const StoryHistory *history, const char *plan,
                  bool turning);
