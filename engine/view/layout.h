// Breaks text into lines by words, through the measuring callback, with a fixed leading. *emphasis*
// becomes runs in the italic of its font. A word that is longer than a line is broken between
// characters; nothing is ever cut off: how many lines fit is for flow.h to decide.
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
    float x, width; // from the start of the line
} LayoutRun;

typedef struct LayoutLine {
    LayoutRun *runs;
    int run_count;
    float width;
    const char *plain; // the line as one text
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
