// What can be heard: single sounds where they happen, ropes that creak when their tension changes,
// halves that hit their walls. Rates are limited: many small sounds at once would be noise.
#include "picture/scene_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"

static const float creak_share = 0.07f; // of the ropes' tension: a change that is heard
static const float crash_speed = 260.0f;

void scene_sound(PictureScene *scene, PictureSound sound, float strength, float x)
{
    float across = (x - (float)PICTURE_DECK_LEFT) / (float)(PICTURE_DECK_RIGHT - PICTURE_DECK_LEFT);
    picture_cues_add(&scene->cues, sound, colour_clamp(strength, 0.0f, 1.0f),
                     colour_clamp(across, 0.0f, 1.0f));
}

static void creak(PictureScene *scene)
{
    float x;
    float pull = picture_sway_pull(&scene->sway, &x);
    scene->pull += (pull - scene->pull) * 0.02f;
    float change = (pull - scene->pull) / (scene->pull > 1.0f ? scene->pull : 1.0f);
    scene->creak_left -= scene_step_seconds;
    if (change > creak_share && scene->creak_left <= 0.0f) {
        scene_sound(scene, PICTURE_SOUND_CREAK, 0.2f + 1.6f * change, x);
        scene->creak_left = 0.7f + 0.9f * noise_of(scene->tick);
    }
}

static void crash(PictureScene *scene)
{
    scene->crash_left -= scene_step_seconds;
    for (int side = 0; side < 2; side++) {
        PictureBlow blow = scene->sway.blow[side];
        if (blow.speed > crash_speed && scene->crash_left <= 0.0f) {
            scene_sound(scene, PICTURE_SOUND_CRASH, 0.4f + blow.speed / 1200.0f, blow.x);
            float hard = colour_clamp(blow.speed / 900.0f, 0.4f, 1.0f);
            picture_particles_dust(&scene->particles, blow.x, blow.y, 5, 46.0f * hard);
            picture_particles_break(&scene->particles, blow.x, blow.y, scene->palette.strata[1], 6);
            scene->crash_left = 0.16f;
        }
    }
}

void scene_sound_step(PictureScene *scene)
{
    creak(scene);
    crash(scene);
}
