// The canyon behind the bridge in the size of the window: something rough at once, the painted
// canyon in slices, then a fade from the old to the new. A little higher than the window, so that
// the scene can be shifted up without painting it again. Fades go by halves of the window, the
// upper and the lower in turn, so that a step costs half. Knows no bridge and no frame.
#pragma once

#include "picture/canyon.h"
#include "picture/palette.h"
#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    BACKDROP_LIFT = 96,   // design units
    BACKDROP_FADE = 40,   // steps of 1/60 s from one light to the next
    BACKDROP_APPEAR = 12, // ... and from what was rough
};

typedef struct Backdrop {
    int width, height, spare; // of the window in pixels; rows below it
    RasterSurface shown;      // what is behind the bridge now
    RasterSurface next;       // being painted, or faded in; no pixels: nothing under way
    PictureCanyon canyon;
    PictureView view; // at lift 0
    uint8_t light;    // that is wanted: a StoryWeather
    uint8_t shown_light, next_light;
    bool high_contrast;
    bool wanted;    // a light was asked for since the start
    bool rough;     // `shown` is only a sky, or the canyon of another size
    bool held;      // the window is being resized: nothing is painted before hold_until
    uint64_t hold_until; // milliseconds of SDL
    bool fading;
    int fade, fade_steps; // steps left of a fade, and all of them
    int half;             // of the window, that went on last
    uint16_t share[2];    // 0..256 of the next picture in the upper and the lower half
} Backdrop;

void backdrop_deinit(Backdrop *backdrop); // a Backdrop starts all zero

// Makes it fit a window of this size and light. Returns whether the picture is another one now (a
// new size, another contrast); a new light alone is painted by backdrop_work and then faded in.
bool backdrop_want(Backdrop *backdrop, int width, int height, uint8_t light, bool high_contrast);

// Paints for about that many milliseconds. Returns whether what is shown has changed; with `fade`
// that is backdrop_advance's business.
bool backdrop_work(Backdrop *backdrop, int milliseconds, bool fade);
bool backdrop_busy(const Backdrop *backdrop); // something is painted or faded
void backdrop_finish(Backdrop *backdrop);     // all that is left, at once

bool backdrop_fading(const Backdrop *backdrop);

// A fade goes on by steps of 1/60 s. Returns the pixels that look different now.
RasterRect backdrop_advance(Backdrop *backdrop, int steps);

// The view in which to draw the bridge over it, and its pixels: shifted up by `lift` design units
// (0..BACKDROP_LIFT).
PictureView backdrop_view(const Backdrop *backdrop, float lift);
void backdrop_restore(const Backdrop *backdrop, float lift, Raster *raster, RasterRect rect);

// The palette for the bridge: between two while fading.
PicturePalette backdrop_palette(const Backdrop *backdrop);
