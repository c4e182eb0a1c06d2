// A QR code as SVG. The only place that knows libqrencode.
#pragma once

#include "base/text.h"

#include <stdbool.h>

// A document of its own, black on white with its quiet margin. False where the text is too long.
bool web_qr(const char *text, Text *out);

// The squares alone: *side times *side of '0' and '1', row by row.
bool web_qr_dots(const char *text, int *side, Text *out);
