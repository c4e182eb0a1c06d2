// A drill in the terminal: what a try did, and the list of what can be practised of a way.
#pragma once

#include "story/drill.h"
#include "term/printer.h"

// Of a drill that is over: what it did in plain sentences, and how to go on.
void term_drill(TermPrinter *printer, const Drill *drill);

// The conversations of a way, one a line and numbered (printer may be NULL: nothing is printed). Where
// the `wanted`-th begins, as a number of the way's choices; -1 where there is no such.
int term_drills(TermPrinter *printer, const StoryHistory *way, int wanted);
