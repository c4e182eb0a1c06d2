// Inside of the rasteriser: from edges to the coverage of rows. Used by the raster*.c
// only.
#pragma once

#include "picture/raster.h"

enum { RASTER_BAND = 64 }; // rows of coverage that are kept at a time

// Adds the edges of the path to the coverage of rows top <= y < bottom (at most RASTER_BAND of
// them).
void raster_cover_band(Raster *raster, int top, int bottom);

// An ellipse to the raster's sink (there must be one), as a contour of its own.
void raster_say_ellipse(Raster *raster, float x, float y, float rx, float ry);

// Share (0..1) of pixel (x, y) inside of the clip's round corners; 1 away from them.
float raster_corner_cover(const Raster *raster, int x, int y);

// Whether row y runs through round corners of the clip.
bool raster_corner_row(const Raster *raster, int y);

// One pixel under the blend mode: amount 0..256 of source rgb over destination.
uint32_t raster_blend_pixel(uint32_t d, uint32_t s, uint32_t amount, RasterBlend blend);
