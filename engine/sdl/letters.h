// Lines of text: widths and glyphs, in design units at the scale of the window. Keeps one coverage
// mask per line that was drawn lately and a table of widths. Works without a display. Knows no
// layout: it breaks no lines.
#pragma once

#include "base/err.h"
#include "picture/raster.h"
#include "view/frame.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Letters Letters;

typedef struct LettersStats {
    int lines_drawn;   // masks made since opening
    size_t mask_bytes; // kept now
    size_t mask_limit; // never kept more, except for the line being drawn
} LettersStats;

// Finds and checks the fonts (fonts.h) at scale 1. NULL with ERR_SYSTEM when there are none or they
// are damaged.
Letters *letters_open(const char *folder, bool only_folder, Err *err);
void letters_close(Letters *letters); // NULL is fine

// In which faces the fonts are set from now on.
void letters_typeface(Letters *letters, FrameTypeface typeface);

// Pixels per design unit from now on. Type is set at whole pixel sizes.
void letters_scale(Letters *letters, float scale);

// Width of the first `bytes` bytes (-1: all) in design units. Well-formed UTF-8; else 0.
float letters_width(Letters *letters, FrameFont font, float size, const char *text, int bytes);

// The same without the table, for tests.
float letters_width_direct(Letters *letters, FrameFont font, float size, const char *text,
                           int bytes);

// Where a FRAME_TEXT paints at most, in design units.
FrameRect letters_bounds(Letters *letters, const FrameCommand *text);

// Paints one line with the raster's clip. The raster's scale must be that of letters_scale and its
// offset 0. The middle of the type is the middle of the line box command->rect.y, .h.
void letters_draw(Letters *letters, Raster *raster, const FrameCommand *command);

LettersStats letters_stats(const Letters *letters);
