// Outlines written as text, for shapes that are drawn by hand (portraits, icons): a subset of what
// SVG calls path data. "M x y" begins, "L x y" straight, "Q cx cy x y" and "C ax ay bx by x y"
// curves, "Z" closes; absolute coordinates; a letter may be left out when it repeats.
#pragma once

#include "picture/raster.h"

// Where an outline's own coordinates lie on the picture: x' = x + sx * px, y' = y + sy * py.
typedef struct PictureSketch {
    Raster *raster;
    float x, y, sx, sy;
} PictureSketch;

// Adds the outline to the raster's path (fill it afterwards). A malformed outline is a bug: it
// asserts.
void picture_sketch(const PictureSketch *sketch, const char *outline);

// Adds and fills.
void picture_sketch_fill(const PictureSketch *sketch, const char *outline, uint32_t rgb,
                         float alpha);
