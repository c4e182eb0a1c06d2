// The living scene of a frame: backdrop, bridge and people, brought to what a frame says and
// painted into any rectangle. Knows no other commands and no window.
#pragma once

#include "picture/scene.h"
#include "sdl/area.h"
#include "sdl/backdrop.h"
#include "sdl/panorama.h"
#include "view/frame.h"

#include <stdbool.h>

// Places in the PictureScene; the others are free.
enum { STAGE_PLAYER = 0, STAGE_ACROSS = 1 };

// Rectangles at most.
enum { STAGE_REACH = AREA_RECTS + BRIDGE_PLANKS + PICTURE_PEOPLE + PICTURE_PARTICLES };

typedef struct Stage {
    Backdrop backdrop;
    Panorama panorama; // while all bridges are shown
    PictureScene scene;
    bool begun;  // `scene` holds something
    bool settle; // the next condition is placed, not animated
    bool shown;  // by the last frame
    bool reduced_motion;
    bool no_fades; // a change of light is one picture, not forty
    int person;         // whose bridge it is
    PictureLook look;   // of the person across
    uint8_t crossing;   // FrameCrossing that is played
    int veil;           // steps until another person's bridge is seen through the mist
    RasterRect relit;   // pixels that the last step has brought nearer to the next light
    Area touched;       // pixels of the scene as it is painted now
    RasterRect extent;  // nothing of the scene lies outside of it; empty: not known
    float moved;        // design units that the fastest part may have moved since
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

// Whether one light fades into the next: a half of the scene is another in each step.
bool stage_changes_light(const Stage *stage);

// How thick the mist is that hides the change to another person's bridge: 0 none, to 1.
float stage_veil(const Stage *stage);

// Whether all of the scene is another with each step: in the mist, or while a bridge comes to the
// front.
bool stage_sweeps(const Stage *stage);

// Forgets where the scene was painted, before it is painted anew.
void stage_forget(Stage *stage);

// Moves on by steps of 1/60 s. Returns whether it looks different.
bool stage_advance(Stage *stage, int steps);

// The pixels in which it may look different after stage_advance or STAGE_MOVED: where it was, and
// where people and things that fall are now. Returns how many rectangles; they may overlap.
int stage_reach(const Stage *stage, const FrameCommand *command, RasterRect rects[STAGE_REACH]);

// Says before all of the scene is painted after stage_advance that nothing but the backdrop lies
// outside of its reach; good until stage_unbind.
void stage_bind(Stage *stage, const FrameCommand *command);
void stage_unbind(Stage *stage);

// Goes on with the backdrop. Returns whether it looks different.
bool stage_work(Stage *stage, int milliseconds);
void stage_finish(Stage *stage); // all of it at once
bool stage_busy(const Stage *stage);

bool stage_lively(const Stage *stage); // something falls, breaks or walks
bool stage_at_rest(const Stage *stage);
