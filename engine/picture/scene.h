// What moves in front of the canyon: the bridge in its condition, people, debris, discs. A value:
// no heap, no clock. The caller advances it in fixed steps of 1/60 s and draws it over a restored
// background. How it looks follows from a BridgeCondition alone; how it got there is animation.
#pragma once

#include "bridge/bridge.h"
#include "picture/cue.h"
#include "picture/look.h"
#include "picture/palette.h"
#include "picture/particle.h"
#include "picture/raster.h"
#include "picture/sway.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    PICTURE_PEOPLE = 8,
    PICTURE_DECK_LEFT = 212, // design x of the cliff edges; planks lie between
    PICTURE_DECK_RIGHT = 1068,
    PICTURE_NEAR_BANK = 172, // where one stands before the bridge, on the player's side ...
    PICTURE_FAR_BANK = 1112, // ... and on theirs; the next persons 30 further out
};

typedef enum PicturePose {
    PICTURE_STAND,
    PICTURE_WALK, // set by picture_scene_walk
    PICTURE_POINT,
    PICTURE_REACH,
    PICTURE_ARMS_CROSSED,
} PicturePose;

typedef struct PicturePerson {
    bool present;
    PictureLook look;
    uint8_t pose;  // PicturePose
    int8_t facing; // 1 right, -1 left
    float x;       // design x of the feet: on a bank or on the deck
    float goal;    // walks there; equal to x: stands
    float stride;  // phase of the legs, radians
} PicturePerson;

typedef struct PictureBox {
    float x, y, w, h; // design units
} PictureBox;

typedef struct PictureScene {
    BridgeCondition condition;
    PicturePalette palette;
    PictureSway sway;
    PictureParticles particles;
    PicturePerson people[PICTURE_PEOPLE];
    float plank_age[BRIDGE_PLANKS]; // seconds since a plank was laid anew; 9 for long ago
    int focus;                      // number of the disc that is ringed and glows; 0 for none
    bool reduced_motion;            // no wind, no falling, no flicker: conditions change at once
    float wind;                     // 0..1, now
    float gust;                     // what it eases towards
    int gust_ticks;                 // steps until the gust begins to die down
    PictureCues cues;               // what could be heard since they were taken
    uint32_t tick;                  // steps since init: flicker, discs
    bool stale;                     // something was set since the last drawing
    RasterRect drawn;               // pixels of the last drawing
} PictureScene;

// A settled bridge without people and without wind.
void picture_scene_init(PictureScene *scene, const BridgeCondition *condition,
                        const PicturePalette *palette);

// The condition has changed: planks fall with splinters and dust, new ones are laid, ropes snap or
// are spliced. With reduced motion it is simply so.
void picture_scene_set(PictureScene *scene, const BridgeCondition *condition);

// The same, settled and without anything falling: when a save is opened or an undo has happened.
void picture_scene_place(PictureScene *scene, const BridgeCondition *condition);

void picture_scene_palette(PictureScene *scene, const PicturePalette *palette);
void picture_scene_focus(PictureScene *scene, int disc); // 0 for none

// A gust (0..1) that blows four seconds and then dies down.
void picture_scene_gust(PictureScene *scene, float strength);

// People. index 0..PICTURE_PEOPLE-1; standing on the bridge where x is between the edges.
void picture_scene_person(PictureScene *scene, int index, const PictureLook *look, float x,
                          int facing, PicturePose pose);
void picture_scene_leave(PictureScene *scene, int index);
void picture_scene_walk(PictureScene *scene, int index, float goal); // at once with reduced motion
bool picture_scene_walking(const PictureScene *scene, int index);

// Advances by steps of 1/60 s. Returns whether the picture has changed (false: nothing to draw).
bool picture_scene_advance(PictureScene *scene, int steps);

// Nothing moves and nothing will before the next call of another function.
bool picture_scene_at_rest(const PictureScene *scene);

// Draws over whatever is there, with the raster's clip, scale and offset.
void picture_scene_draw(PictureScene *scene, Raster *raster);

// Restores what was drawn last from `background` (as large as the surface), draws, and returns the
// rectangle that differs from before (the union of both): copy that to the screen. After a change
// of surface, background or view, restore the whole surface yourself and call picture_scene_draw.
RasterRect picture_scene_refresh(PictureScene *scene, Raster *raster,
                                 const RasterSurface *background);

// Where things are, in design units, for the mouse and for leaders. False where there is none.
PictureBox picture_scene_plank_box(const PictureScene *scene, int plank);
bool picture_scene_disc_at(const PictureScene *scene, int disc, float *x, float *y);
int picture_scene_plank_under(const PictureScene *scene, float x, float y); // -1 for none
PictureBox picture_scene_person_box(const PictureScene *scene, int index);
