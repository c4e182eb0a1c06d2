// The background behind the bridge, painted once and in slices: sky, mesas, canyon walls, river,
// banks. Every row is independent, so a window can show a plain sky at once and the canyon row by
// row after it. Knows no condition, no people.
#pragma once

#include "picture/palette.h"
#include "picture/raster.h"

#include <stdbool.h>

// pixel = design * scale + offset, for a picture on a surface of any shape.
typedef struct PictureView {
    float scale, offset_x, offset_y;
} PictureView;

// The whole scene in width x height pixels: scale min(w/1280, h/720), centred; what a wider or
// taller window has left over is filled with more cliff, sky and mist. `lift`: design units by
// which the scene is shifted up (26 while the card is open, 84 in a room, 0 else).
PictureView picture_view(int width, int height, float lift);

// A crop `design_width` wide around the design point (x, y), for cards: 900 to 980 around 640,305.
PictureView picture_view_crop(int width, int height, float x, float y, float design_width);

void picture_view_use(Raster *raster, PictureView view); // sets scale and offset

typedef struct PictureCanyonPlan PictureCanyonPlan;

typedef struct PictureCanyon {
    RasterSurface surface;
    PictureView view;
    PicturePalette palette;
    PictureCanyonPlan *plan; // shapes worked out once
    Raster raster;
    int next_row;
    bool begun;
} PictureCanyon;

// Fills the surface with a plain sky and a plain canyon: the very first frame (2 ms at 1280x720).
void picture_canyon_plain(RasterSurface surface, const PicturePalette *palette, PictureView view);

// Begins to paint: surface (the caller's, kept until done) and palette (copied). Free with _deinit.
void picture_canyon_begin(PictureCanyon *canyon, RasterSurface surface,
                          const PicturePalette *palette, PictureView view);

// Paints the next `rows` rows (at least one). Returns true when all are painted.
bool picture_canyon_step(PictureCanyon *canyon, int rows);
bool picture_canyon_done(const PictureCanyon *canyon);

// Releases what painting needed; the surface keeps its pixels. Also for a canyon that is not done,
// or one that is all zero.
void picture_canyon_deinit(PictureCanyon *canyon);

// The canyon to the raster's sink, with the raster's scale and offset: the same outlines in flat
// colours and gradients.
void picture_canyon_draw(Raster *raster, const PicturePalette *palette);

// All at once (about 65 ms of one core at 1280x720).
void picture_canyon_paint(RasterSurface surface, const PicturePalette *palette, PictureView view);
