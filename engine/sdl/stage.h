// The living scene of a frame: backdrop, bridge and people, brought to what a frame says and
// painted into any rectangle. Knows no other commands and no window.
#pragma once

#include "picture/scene.h"
#include "sdl/backdrop.h"
#include "view/frame.h"

#include <stdbool.h>

// Places in the PictureScene; the others are free.
enum { STAGE_PLAYER = 0, STAGE_ACROSS = 1 };

typedef struct Stage {
    Backdrop backdrop;
    PictureScene scene;
    bool begun;  // `scene` holds something
    bool settle; // the next condition is placed, not animated
    bool shown;  // by the last frame
    bool reduced_motion;
    int person;         // whose bridge it is
    PictureLook look;   // of the person across
    uint8_t crossing;   // FrameCrossing that is played
    int looking;        // steps for which they still look, on the first plank
    int veil;           // steps until another person's bridge is seen through the mist
    RasterRect touched; // pixels of the scene as it is painted now
} Stage;

void stage_init(Stage *stage);
void stage_deinit(Stage *stage);

// The FRAME_SCENE of a frame; NULL where there is none.
const FrameCommand *stage_command(const Frame *frame);

// What has become different: nothing, only what lies in stage_reach, or all of the scene.
typedef enum StageChange { STAGE_SAME, STAGE_MOVED, STAGE_OTHER } StageChange;

// Brings everything to what the frame says, for a window of so many pixels.
StageChange stage_update(Stage *stage, const Frame *frame, int width, int height);

// Paints what lies in `part` (pixels, inside of the command's rect), without the dimming. Sets the
// raster's clip, scale and offset.
void stage_paint(Stage *stage, Raster *raster, const FrameCommand *command, RasterRect part);

// How thick the mist is that hides the change to another person's bridge: 0 none, to 1.
float stage_veil(const Stage *stage);

// Forgets where the scene was painted, before it is painted anew.
void stage_forget(Stage *stage);

// Moves on by steps of 1/60 s. Returns whether it looks different.
bool stage_advance(Stage *stage, int steps);

// The pixels in which it may look different after stage_advance or STAGE_MOVED: where it was, and
// where people and things that fall are now.
RasterRect stage_reach(const Stage *stage, const FrameCommand *command);

// Goes on with the backdrop. Returns whether it looks different.
bool stage_work(Stage *stage, int milliseconds);
void stage_finish(Stage *stage); // all of it at once
bool stage_busy(const Stage *stage);

bool stage_lively(const Stage *stage); // something falls, breaks or walks
bool stage_at_rest(const Stage *stage);
