// What moves in front of the canyon: the bridge in its condition, people, debris, discs. A value:
// no heap, no clock. The caller advances it in fixed steps of 1/60 s and draws it over a restored
// background. How it looks follows from a BridgeCondition alone; how it got there is animation.
#pragma once

#include "bridge/bridge.h"
#include "picture/cue.h"
#include "picture/look.h"
#include "picture/motion.h"
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
    PICTURE_TEST_FOOT, // one foot put forward on a plank and drawn back, by the stride
    PICTURE_LOOK_DOWN, // head bent to what lies before the feet
    PICTURE_WAVE,      // an arm up, by the stride
    PICTURE_CARRY,     // a plank on the shoulder; walks when the stride changes
    PICTURE_HAMMER,    // on one knee, by the stride
    PICTURE_SHRUG,     // shoulders up, palms open
} PicturePose;

#define PICTURE_REACTION 2.2f // seconds for which somebody points or waves

typedef struct PicturePerson {
    bool present;
    PictureLook look;
    uint8_t pose;  // PicturePose
    int8_t facing; // 1 right, -1 left
    float x;       // design x of the feet: on a bank or on the deck
    float goal;    // walks there; equal to x: stands
    float stride;  // phase of the legs, radians: at whole pi a foot stands in the middle of a plank
    uint8_t plan;  // PictureCrossing that is carried out + 1; 0: none
    uint8_t beat;  // how far it has come
    uint8_t side;  // PictureSide from which it goes
    float beat_left;  // seconds of a beat that takes its time
    uint8_t react;    // PicturePose of somebody who stands and sees something happen: points, waves
    float react_left; // seconds; they begin when less than PICTURE_REACTION of them are left
} PicturePerson;

// Somebody and the bridge: they test the first plank and look before they decide.
typedef enum PictureCrossing {
    PICTURE_CROSSES,
    PICTURE_HESITATES,  // forth and back, and stays with one foot on the first plank
    PICTURE_TURNS_BACK, // shrugs and goes home, the back to the bridge
} PictureCrossing;
typedef enum PictureSide { PICTURE_NEAR, PICTURE_FAR } PictureSide;

typedef struct PictureBox {
    float x, y, w, h; // design units
} PictureBox;

// What a cross-fade begins with.
typedef struct PictureBefore {
    BridgeCondition condition;
    PictureSway sway;
    PictureMotion motion;
    PicturePerson people[PICTURE_PEOPLE];
} PictureBefore;

typedef struct PictureScene {
    BridgeCondition condition;
    PicturePalette palette;
    PictureSway sway;
    PictureParticles particles;
    PicturePerson people[PICTURE_PEOPLE];
    PictureMotion motion;
    int focus;           // number of the disc that is ringed and glows; 0 for none
    bool safe_colours;   // discs in colours that everybody tells apart
    bool reduced_motion; // no wind, no falling, no flicker, no walking: only cross-fades
    float wind;          // 0..1, now
    float gust;          // what it eases towards
    int gust_ticks;      // steps until the gust begins to die down
    PictureCues cues;    // what could be heard since they were taken
    float pull;          // slow mean of the ropes' tension: a creak is a change against it
    float creak_left;    // seconds until a rope may creak again
    float crash_left;    // seconds until a half may be heard to hit its wall again
    float fade;          // 0..1 from `before` to now; 1: nothing of it is left
    PictureBefore before;
    uint32_t tick;    // steps since init: flicker, discs
    bool stale;       // something was set since the last drawing
    RasterRect drawn; // pixels of the last drawing
} PictureScene;

// A settled bridge without people and without wind.
void picture_scene_init(PictureScene *scene, const BridgeCondition *condition,
                        const PicturePalette *palette);

// The condition has changed: planks fall with splinters and dust, new ones are lowered in and
// nailed, ropes snap or are spliced, discs drop on their cords. With reduced motion the old picture
// fades into the new one within 0.4 s. What is out of range in a condition is taken as the nearest.
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

// Two more on each bank, further out: they only look on, point and wave. They take the last places;
// `seed` chooses who they are.
enum { PICTURE_ONLOOKERS = 4 };
void picture_scene_onlookers(PictureScene *scene, uint32_t seed);
void picture_scene_walk(PictureScene *scene, int index, float goal); // at once with reduced motion
bool picture_scene_walking(const PictureScene *scene, int index);

// Plays what somebody decides about the bridge, from the bank on which they stand (or from the
// first plank, after they have hesitated there). Whoever crosses ends at the other bank; a bridge
// that is down is never walked on: they look and turn back. With reduced motion they are faded to
// where they end.
void picture_scene_cross(PictureScene *scene, int index, PictureCrossing crossing,
                         PictureSide from);
bool picture_scene_crossing(const PictureScene *scene, int index); // it is still being played

// Brings walkers, planks and ropes to where they will be; only wind and particles are left out.
void picture_scene_finish(PictureScene *scene);

// Advances by steps of 1/60 s. Returns whether the picture has changed (false: nothing to draw).
bool picture_scene_advance(PictureScene *scene, int steps);

// Nothing moves and nothing will before the next call of another function.
bool picture_scene_at_rest(const PictureScene *scene);

// Only slow sway is left: nobody walks, nothing breaks, falls or is laid. Half the frames will do.
bool picture_scene_quiet(const PictureScene *scene);

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
