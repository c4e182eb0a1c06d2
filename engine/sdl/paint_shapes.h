// One draw command at a time: where it paints, whether two would paint the same, and painting it.
// Knows no window, no scene and no dirty rectangles.
#pragma once

#include "picture/raster.h"
#include "sdl/album.h"
#include "sdl/letters.h"
#include "view/frame.h"

#include <stdbool.h>

// What a command needs besides itself.
typedef struct ShapesContext {
    Letters *letters;
    Album *album;
} ShapesContext;

// A box in design units that holds all pixels of the command. FRAME_SCENE and FRAME_CLIP: their
// rect.
FrameRect shapes_bounds(ShapesContext *context, const Frame *frame, const FrameCommand *command);

// The pixels that the command surely hides, whatever lies below it.
RasterRect shapes_opaque(const FrameCommand *command, float scale);

// Whether command a of frame fa paints what b of fb paints.
bool shapes_same(const Frame *fa, const FrameCommand *a, const Frame *fb, const FrameCommand *b);

bool shapes_same_look(const PictureLook *a, const PictureLook *b);

// Paints with the raster's clip; its scale is that of the letters, its offset 0. Everything but
// FRAME_SCENE and FRAME_CLIP, which are the painter's business.
void shapes_paint(ShapesContext *context, Raster *raster, const Frame *frame,
                  const FrameCommand *command);
