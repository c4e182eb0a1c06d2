// Outlines written as text, for shapes that are drawn by hand (portraits, icons): a subset of what
// SVG calls path data. "M x y" begins, "L x y" straight, "Q cx cy x y" and "C ax ay bx by x y"
// curves, "Z" closes; absolute coordinates; a letter may be left out when it repeats.
#pragma once

#include "picture/raster.h"

// Where an outline's own coordinates lie on the picture: x' = x + sx * px + kx * py,
// y' = y + sy * py + ky * px. kx and ky are 0 for what stands upright.
typedef struct PictureSketch {
    Raster *raster;
    float x, y, sx, sy, kx, ky;
} PictureSketch;

// The same, turned by an angle (small: sine and cosine of `radians`, clockwise) about a point of
// its own coordinates.
PictureSketch picture_sketch_turned(PictureSketch sketch, float radians, float px, float py);

// The same, mirrored about the upright line at px.
PictureSketch picture_sketch_mirrored(PictureSketch sketch, float px);

// Adds the outline to the raster's path (fill it afterwards). A malformed outline is a bug: it
// asserts.
void picture_sketch(const PictureSketch *sketch, const char *outline);

// Adds and fills.
void picture_sketch_fill(const PictureSketch *sketch, const char *outline, uint32_t rgb,
                         float alpha);

// Adds an ellipse, also under a turn.
void picture_sketch_ellipse(const PictureSketch *sketch, float x, float y, float rx, float ry);

// A stroke of a brush: along a quadratic curve from (x0, y0) over (cx, cy) to (x1, y1), as wide as
// the three widths at its start, middle and end, with round ends. Adds and fills.
typedef struct PictureBrush {
    float x0, y0, cx, cy, x1, y1;
    float w0, w1, w2;
} PictureBrush;
void picture_sketch_brush(const PictureSketch *sketch, PictureBrush brush, uint32_t rgb,
                          float alpha);
