// What might have been, in lines: the choices that turned the week, and the nearest other way.
#pragma once

#include "story/history.h"
#include "term/printer.h"

// The costly choice is looked for on the bridge that stands worst, as long as one moved it.
void term_turning(TermPrinter *printer, const StoryHistory *history, int worst_person, int plays);
