// Inside of the ropes: directions along a rope. Used by rope.c and rope_strand.c only.
#pragma once

#include "picture/span.h"

RasterPoint rope_along(RasterPoint from, RasterPoint u, float forward, float aside);
float rope_unit(RasterPoint a, RasterPoint b, RasterPoint *unit); // returns the distance
RasterPoint rope_turn(RasterPoint u, float radians);
PictureRopeColours rope_colours(const PictureSpan *span, int rope);
