// Breaks text into lines by Unicode's rules (breaks.h), through the measuring callback, with a fixed
// leading. *emphasis* becomes runs in the italic of its font. A word that is longer than a line is
// broken between letters; nothing is ever cut off: how many lines fit is for flow.h to decide. Text that
// is written from right to left is put in the order in which it is seen (order.h).
#pragma once

#include "view/theme.h"

typedef struct LayoutStyle {
    FrameFont font;
    float size, leading; // scaled already
    uint32_t colour;
} LayoutStyle;

typedef struct LayoutSegment {
    const char *text;
    LayoutStyle style;
    bool marked; // *word* is emphasis
} LayoutSegment;

typedef struct LayoutRun {
    const char *text;
    LayoutStyle style;
    float x, width; // from where lines of the interface start: the left, or the right
    bool from_right;
} LayoutRun;

typedef struct LayoutLine {
    LayoutRun *runs; // in the order in which they are seen, from where lines start
    int run_count;
    float width;
    float
        indent; // of a paragraph that runs the other way than the interface: its lines end together
    const char *plain; // the line as one text, as it is spoken
    bool from_right;   // it begins at the right
    bool spaced;       // a space stands between it and the line before
} LayoutLine;

typedef struct LayoutBlock {
    LayoutLine *lines;
    int count;
    float leading; // of every line
    float width;   // of the widest
} LayoutBlock;

enum { LAYOUT_SEGMENTS_MAX = 4 };

// Everything returned lives in the arena. An empty text gives no lines.
LayoutBlock layout_wrap(Arena *arena, const FrameMeasure *measure, const LayoutSegment *segments,
                        int count, float width);

float layout_width(const FrameMeasure *measure, const LayoutStyle *style, const char *text);
