// How far each change of the bridge has come: planks that break, swing or are laid, strands that
// part or are spliced, discs that drop on their cords, posts that lean. Plain numbers, eased by
// scene_change.c and drawn by span_*.c and rope.c; a settled bridge has none of it left.
#pragma once

#include "bridge/bridge.h"

#include <stdbool.h>
#include <stdint.h>

#define PICTURE_LONG_AGO 9.0f // an age at which nothing of a change is seen any more

typedef struct PicturePlankMotion {
    uint8_t was; // BridgePlankState before the last change
    float age;   // seconds since that change; negative: it has not begun
    float swing; // of the half that hangs: radians from straight down, away from the viewer
    float swing_speed;
    float disc_age;  // seconds since its disc was hung or got another fate
    bool disc_drops; // it is a new one and comes down on its cord
} PicturePlankMotion;

typedef struct PictureStrandMotion {
    uint8_t was; // BridgeStrand before the last change
    float age;
    float wear; // as it is seen: 0 whole .. 1 about to go
} PictureStrandMotion;

typedef struct PictureMotion {
    PicturePlankMotion planks[BRIDGE_PLANKS];
    PictureStrandMotion strands[BRIDGE_STRANDS];
    float cut[4];                 // seconds until a rope parts with all its strands; negative: none
    uint8_t cut_at[4];            // ... at this segment
    float rapport, scar, lantern; // 0..1 as they are seen
} PictureMotion;

// Seconds of a plank's change at which something happens.
#define MOTION_DROPS  0.14f // a plank that breaks leaves its lashings
#define MOTION_LANDS  0.60f // one that is laid has come down from the rails
#define MOTION_KNOCK  0.95f // the first knock ...
#define MOTION_AGAIN  1.30f // ... and the second
#define MOTION_LAID   1.65f
#define MOTION_BLENDS 0.90f // wood has taken its new colour

// Seconds of a strand's change.
#define MOTION_PARTS 0.32f // fibres stand off before the strand goes
#define MOTION_WINDS 0.30f // a splice begins to be wound ...
#define MOTION_BOUND 1.60f // ... and is bound

// Whether this change means that a plank is laid where there was none to walk on.
static inline bool picture_motion_lays(const PicturePlankMotion *motion, uint8_t is)
{
    bool was_open = motion->was == BRIDGE_PLANK_GONE || motion->was == BRIDGE_PLANK_HANGING;
    return motion->age < MOTION_LAID && was_open && is < BRIDGE_PLANK_HANGING;
}

// What of a splice is wound: 0 nothing, 1 all of it.
static inline float picture_motion_splice(const PictureStrandMotion *motion)
{
    float t = (motion->age - MOTION_WINDS) / (MOTION_BOUND - MOTION_WINDS);
    return t < 0.0f ? 0.0f : t > 1.0f ? 1.0f : t;
}
