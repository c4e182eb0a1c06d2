// The canyon behind the bridge in the size of the window: a plain sky at once, the painted canyon
// in slices, then a short fade from the old to the new. A little higher than the window, so that
// the scene can be shifted up without painting it again. Knows no bridge and no frame.
#pragma once

#include "picture/canyon.h"
#include "picture/palette.h"
#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

enum { BACKDROP_LIFT = 96, BACKDROP_FADE = 12 }; // design units; steps of a fade

typedef struct Backdrop {
    int width, height, spare; // of the window in pixels; rows below it
    RasterSurface shown;      // what is behind the bridge now
    RasterSurface next;       // being painted, or faded in; no pixels: nothing under way
    PictureCanyon canyon;
    PictureView view;        // at lift 0
    PicturePalette from, to; // of `shown` when the fade began, and of `next`
    bool wanted;             // a light was asked for since the start
    uint8_t weather;
    bool high_contrast;
    bool plain; // `shown` is only a sky
    int fade;   // steps left; 0: painting, or nothing
} Backdrop;

void backdrop_deinit(Backdrop *backdrop); // a Backdrop starts all zero

// Makes it fit a window of this size and light. Returns whether the picture is another one now (a
// new size); a new light alone is painted and faded in by backdrop_work.
bool backdrop_want(Backdrop *backdrop, int width, int height, uint8_t weather, bool high_contrast);

// Works for about that many milliseconds. Returns whether what is shown has changed.
bool backdrop_work(Backdrop *backdrop, int milliseconds, bool fade);
bool backdrop_busy(const Backdrop *backdrop);
void backdrop_finish(Backdrop *backdrop); // paints all that is left, at once

// The picture shifted up by `lift` design units (0..BACKDROP_LIFT), as large as the window,
// borrowed until the next call of another function; and the view in which to draw the bridge over
// it.
RasterSurface backdrop_at(const Backdrop *backdrop, float lift, PictureView *view);

// The palette for the bridge: between two while fading.
PicturePalette backdrop_palette(const Backdrop *backdrop);
