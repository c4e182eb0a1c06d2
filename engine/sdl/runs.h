// A line of text as it is set: cut into runs of one face, one script and one direction, from left to
// right. Knows fonts and no pixels of its own.
#pragma once

#include "sdl/faces.h"

#include <stddef.h>

enum { RUNS_MOST = 64, RUNS_TEXT_SIZE = 1024 };

typedef struct Run {
    int from, bytes; // of the text
    int face;
    char script[5];
    bool from_right;
} Run;

// The runs of a well-formed text shorter than RUNS_TEXT_SIZE; nearly always one. Their number.
int runs_of(Faces *faces, FrameFont font, const char *text, size_t bytes, bool from_right,
            Run runs[RUNS_MOST]);
