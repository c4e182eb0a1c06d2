// Makes one line of layout.c's pieces: its runs, each in one style and one direction, in the order in
// which they are seen. Private to engine/view/layout*.c.
#pragma once

#include "view/layout.h"

typedef struct LayoutPiece {
    const char *text;
    int bytes;
    LayoutStyle style;
    float width;
    bool space;      // a space stands before it
    bool newline;    // starts a new line
    bool may_start;  // may start one
    bool from_right; // its paragraph begins at the right
    bool mixed;      // and has something of either direction
} LayoutPiece;

typedef struct LayoutLiner {
    Arena *arena;
    const FrameMeasure *measure;
    LayoutPiece *pieces;
} LayoutLiner;

float layout_measured(const FrameMeasure *measure, const LayoutStyle *style, const char *text,
                      int bytes);

// Finds out for each paragraph of the pieces how it runs.
void layout_direct(LayoutLiner *liner, int count);

// The line of the pieces [from, to): neighbours in one style become one run.
LayoutLine layout_line(const LayoutLiner *liner, int from, int to);

// Width of that line as it will be drawn: words measured together can be narrower or wider than the sum
// of them, by a pixel a word.
float layout_drawn_width(const LayoutLiner *liner, int from, int to);
