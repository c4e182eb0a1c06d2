// Frames become pixels: on a window's surface in parts, only where something has changed, or on any
// surface at once. Needs no display. Owns fonts, thumbnails, the backdrop and the moving scene in
// front of it; knows no window, no input and no story.
#pragma once

#include "base/err.h"
#include "picture/scene.h"
#include "sdl/area.h"
#include "sdl/letters.h"
#include "view/frame.h"

#include <stdbool.h>

typedef struct Painter Painter;

// Fonts come from `font_folder` (may be NULL) and, unless `only_folder`, from the system. NULL with
// ERR_SYSTEM where there are none.
Painter *paint_open(const char *font_folder, bool only_folder, Err *err);
void paint_close(Painter *painter); // NULL is fine

// A surface of so many pixels is painted next. The scale is min(width/1280, height/720) and the
// design space that a frame should have is the rest: paint_design.
void paint_size(Painter *painter, int width, int height);
float paint_scale(const Painter *painter);
void paint_design(const Painter *painter, float *width, float *height);
FrameMeasure
paint_measure(Painter *painter); // good until the painter is closed; follows paint_size

void paint_typeface(Painter *painter, FrameTypeface typeface); // for measuring and drawing
void paint_reduced_motion(Painter *painter, bool reduced);
void paint_no_fades(Painter *painter, bool none); // one light follows the other at once

// The next scene is a different one (another play, an undo): it is shown settled, nothing falls.
void paint_settle(Painter *painter);

// The moving scene, to make people walk in it, or the wind blow. Its person 0 is the player, 1 the
// one whose bridge it is; others are the caller's. NULL before the first frame with a scene was
// painted.
PictureScene *paint_scene(Painter *painter);

// A gust of that strength (0..1) in the scene that is shown, if any.
void paint_gust(Painter *painter, float strength);

// The whole frame, finished: backdrop and thumbnails painted, nothing pending. `surface` must have
// the size of paint_size.
void paint_frame(Painter *painter, const Frame *frame, RasterSurface surface);

// In parts: an Area says what was repainted. `next` replaces `shown` (NULL: all is new) on a
// surface that shows it; says what was painted.
Area paint_change(Painter *painter, const Frame *shown, const Frame *next,
                       RasterSurface surface);

// The scene moves on by steps of 1/60 s.
Area paint_move(Painter *painter, const Frame *frame, RasterSurface surface, int steps);

// Goes on with what is not painted yet (backdrop, thumbnails) for about that many milliseconds.
Area paint_work(Painter *painter, const Frame *frame, RasterSurface surface, int milliseconds);
bool paint_busy(const Painter *painter); // paint_work has something to do
bool paint_fading(const Painter *painter); // one light gives way to another

// Whether something falls, breaks or walks: 60 pictures a second are worth while.
bool paint_lively(const Painter *painter);
bool paint_at_rest(const Painter *painter); // nothing moves in the scene, or there is none
