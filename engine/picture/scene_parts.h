// Inside of the scene: its parts. Used by scene*.c only.
#pragma once

#include "picture/scene.h"
#include "picture/span.h"

#include <stdbool.h>

static const float scene_step_seconds = 1.0f / 60.0f;

// ---- scene_change.c -----------------------------------------------------------------------------

// Everything as it is in the end.
void scene_change_settle(PictureScene *scene);
// From the present condition to the next; the present one is not replaced here. Returns whether
// something breaks.
bool scene_change_begin(PictureScene *scene, const BridgeCondition *next);
void scene_change_step(PictureScene *scene);
bool scene_change_done(const PictureScene *scene);
// What is heard of a change that is not played.
void scene_change_sounds(PictureScene *scene, const BridgeCondition *next);

// ---- scene_people.c -----------------------------------------------------------------------------

void scene_people_step(PictureScene *scene);
bool scene_people_done(const PictureScene *scene);
void scene_people_finish(PictureScene *scene);
// Those who stand on a bank wave, some seconds from now.
void scene_people_cheer(PictureScene *scene, float after);
// They look up and point; whoever is on a bridge that falls gets off.
void scene_people_startle(PictureScene *scene, bool falls);

// ---- scene_sound.c ------------------------------------------------------------------------------

void scene_sound(PictureScene *scene, PictureSound sound, float strength, float x);
void scene_sound_step(PictureScene *scene); // ropes that creak, halves that hit their wall

// ---- scene.c ------------------------------------------------------------------------------------

void scene_fade_from_here(PictureScene *scene);
static inline bool scene_fading(const PictureScene *scene)
{
    return scene->fade < 1.0f;
}

// A plank at its place in the picture, and its wood.
RasterPoint scene_plank_middle(const PictureScene *scene, int plank);
PictureSpan scene_span(const PictureScene *scene, Raster *raster);
