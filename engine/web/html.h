// Writes HTML: whatever comes from a scenario or a phone goes through here and is escaped. Pure.
#pragma once

#include "base/text.h"

// As text or as a quoted attribute's value; any bytes.
void html_text(Text *out, const char *text);
void html_format(Text *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

// A scenario's text: *emphasis* becomes <em>.
void html_marked(Text *out, const char *marked);

// <tag class="…">text</tag>; `attributes` are raw ("class=\"soft\"") or "".
void html_element(Text *out, const char *tag, const char *attributes, const char *text);
