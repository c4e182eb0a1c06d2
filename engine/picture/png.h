// Writes a surface as a PNG file (RGB; alpha is dropped unless asked for), and reads one back.
#pragma once

#include "base/err.h"
#include "picture/raster.h"

#include <stdbool.h>

// Fails with ERR_SYSTEM: cannot open, disk full.
bool picture_png_write(const char *path, RasterSurface surface, bool with_alpha, Err *err);

// out->pixels: mem_free it. Fails with ERR_INPUT.
bool picture_png_read(const char *path, RasterSurface *out, Err *err);
