// What a drill's try did to the bridge and what another one could do otherwise, in two or three plain
// sentences: the same in window and terminal. Never a grade.
#pragma once

#include "story/drill.h"
#include "view/words.h"

enum { DRILL_SENTENCES = 3 };

// Of a drill that is over: sentences into out, in the arena; their number.
int view_drill_sentences(Arena *arena, const Drill *drill, const char *out[DRILL_SENTENCES]);
