// Where the font files are: the game's own folder first, then the system's. Knows file names only;
// opens no font.
#pragma once

#include "base/err.h"
#include "view/frame.h"

#include <stdbool.h>

enum { FONTS_PATH_SIZE = 512 };

typedef struct Fonts {
    char path[FONT_COUNT][FONTS_PATH_SIZE]; // never empty after fonts_find
} Fonts;

// Finds a file for each font. `folder` (may be NULL) comes first; unless `only_folder`, the
// system's font folders follow, and as a last resort any common serif and sans serif stand in.
// Fails with ERR_SYSTEM when a font has no file at all.
bool fonts_find(Fonts *fonts, const char *folder, bool only_folder, Err *err);

// The file of a typeface that is one family for all. False: it is nowhere.
bool fonts_of(const char *folder, bool only_folder, FrameTypeface typeface, FrameFont font,
              char out[FONTS_PATH_SIZE]);

// Size at which a typeface looks as large as Vollkorn and Inter do at `pixels`: some draw larger letters.
int fonts_pixels(FrameTypeface typeface, int pixels);
