// A few rectangles of pixels, none over another: what has to be painted, or was. Joins what is
// cheaper to paint as one, and leaves out what cannot be seen.
#pragma once

#include "picture/raster.h"

enum { AREA_RECTS = 8 };

typedef struct Area {
    RasterRect rects[AREA_RECTS];
    int count;
} Area;

// Adds at least the pixels of `rect`, and more where one larger rectangle is painted sooner than
// two small ones.
void area_add(Area *area, RasterRect rect);
void area_add_all(Area *area, const Area *more);

// Takes away the pixels of `rect`; where there is no room for the pieces, as many as there is.
void area_take(Area *area, RasterRect rect);

void area_to_one(Area *area); // the box around all of them

int64_t area_pixels(RasterRect rect);
