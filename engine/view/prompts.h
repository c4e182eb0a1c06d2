// What a prompt shows for the device in use: the key that was chosen for a command, the button of a gamepad,
// or nothing for a finger. Knows no screen.
#pragma once

#include "view/pen.h"

// `usual`: the key of a button as the screens write it, "U", "Esc", "2"; NULL for none. NULL: show none.
// `needed`: there is nothing else on the button. A button of a gamepad is one byte, a FrameGlyph.
const char *prompt_key(const Pen *pen, const char *usual, bool needed, bool focused);

// The same for an ear: "lower button".
const char *prompt_said(const char *shown);

FrameGlyph prompt_glyph(const char *shown); // GLYPH_NONE: it is text
