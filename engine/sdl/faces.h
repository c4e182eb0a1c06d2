// The opened fonts: the six of a frame, shipped ones for letters that those have not, and fonts of the
// system for what is still missing. Each is opened when first needed. Knows no text: letter by letter.
#pragma once

#include "base/err.h"
#include "view/frame.h"

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Faces Faces;

// Finds and checks the fonts (fonts.h). NULL with ERR_SYSTEM when there are none or they are damaged.
Faces *faces_open(const char *folder, bool only_folder, Err *err);
void faces_close(Faces *faces); // NULL is fine

// From now on the six are set in that typeface: of one family, shipped in the same folder. What it has no
// letter for stays in Vollkorn and Inter; so does everything where its files are missing.
void faces_typeface(Faces *faces, FrameTypeface typeface);

// Which face shows a letter in a font; the font itself (below FONT_COUNT) where nothing has it.
int faces_for(Faces *faces, FrameFont font, uint32_t letter);
// Whether that face has it.
bool faces_has(Faces *faces, int face, uint32_t letter);

// The face at a size in pixels of the font that it stands in for: some are set a little larger. For
// letters of that script (ISO 15924, "Arab"; "Zzzz" for any) in that direction.
TTF_Font *faces_at(Faces *faces, int face, int pixels, const char *script, bool from_right);
