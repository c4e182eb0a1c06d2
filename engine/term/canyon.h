// All bridges in words, and one of them part by part: what the canyon and the look are in a window.
#pragma once

#include "term/tell.h"

// One line for each colleague: how the bridge stands, what is open, what became of the last promise,
// what they would come for; and a silo, where it is one.
void term_tell_canyon(TermTeller *teller);

// The bridge to the colleague with that name (first, full, id or number), plank by plank. False where
// there is no such colleague.
bool term_tell_look_at(TermTeller *teller, const char *name);
