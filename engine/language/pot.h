// Writes the template for translators (.pot of gettext): every text of a scenario's author with its
// context and what a translator must know about it. The same scenario gives the same bytes.
#pragma once

#include "base/text.h"
#include "story/texts.h"

// The scenario stays as it is (but see story_texts).
void language_pot(Scenario *scenario, Text *out);

// A string as .po files have it, with its keyword: `msgid "…"`, in several lines where it is long.
void language_po_string(const char *keyword, const char *text, Text *out);
