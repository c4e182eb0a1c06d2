// The debrief in lines: the way, the planks and what became of each, what was never asked, tactics, hours,
// the recap, and the plan. What is said is found in debrief facts; here it is put into words.
#pragma once

#include "story/history.h"
#include "term/printer.h"

// `plan`: the if-then plan kept last, or NULL; told beside the one that this way suggests. `plays`:
// of each option, for what might have been (WHATIF_PLAYS take a fifth of a second); 0 leaves it out, as
// recorded ways do, since every new option anywhere would change its figures.
void term_debrief(TermPrinter *printer, const StoryHistory *history, const char *plan, int plays);
