// The pixels of a window: where to paint them and how to show them. Straight into the window's own
// surface where the system has one, else through a streaming texture; the same pixels either way.
#pragma once

#include "base/err.h"
#include "picture/raster.h"

#include <SDL.h>
#include <stdbool.h>

typedef struct Present {
    SDL_Window *window;
    SDL_Surface *surface;   // the window's, borrowed from SDL; NULL: not asked for yet, or lost
    SDL_Renderer *renderer; // of the other way
    SDL_Texture *texture;
    RasterSurface own; // pixels of ours: for the texture, or when the window's have another format
    bool textured;
    int shown; // how often something was shown
} Present;

// Before the window is created, once the video driver is known: what keeps SDL from pushing a
// software surface through OpenGL.
void present_hints(void);

// `textured`: not the window's surface, even if it has one. Fails with ERR_SYSTEM.
bool present_open(Present *present, SDL_Window *window, bool textured, Err *err);
void present_close(Present *present);

// The window has another size, or its surface is gone: asked for anew with the next present_pixels.
void present_lost(Present *present);

// Where to paint. *fresh: these pixels show nothing yet, paint all of them. False while there is
// nothing to paint on (a window without size).
bool present_pixels(Present *present, RasterSurface *out, bool *fresh);

// Shows rectangles of what was painted. False when the surface was lost: paint all again.
bool present_show(Present *present, const RasterRect *rects, int count);
