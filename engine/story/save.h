// A playthrough as text, by name: a few hundred readable bytes that survive an edited scenario as
// far as names do. The choices are the truth; the state is a checkpoint that must agree.
#pragma once

#include "base/text.h"
#include "story/playthrough.h"

enum { SAVE_MAX = 2048 }; // bytes a save of a shipped scenario stays under

// Writes `play` into out (at most out_size bytes with the NUL). Returns the length, or 0 when it
// does not fit.
size_t save_write(const Scenario *scenario, const Playthrough *play, char *out, size_t out_size);

// Reads a save of this scenario. False with err (ERR_INPUT): not a save, damaged, another scenario,
// a name that is gone; `play` is then untouched. *edited: the scenario's content differs from the
// save's.
bool save_read(const Scenario *scenario, const char *text, Playthrough *play, bool *edited,
               Err *err);
