// The colours of one light: every palette has the same slots and is mixed slot by slot. Values are
// 0xRRGGBB. The user interface has its own colours (view); these are the canyon's and the bridge's.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum PictureLight { PICTURE_DAY, PICTURE_DUSK, PICTURE_DAWN, PICTURE_STORM } PictureLight;
enum { PICTURE_LIGHTS = 4 };

typedef struct PicturePalette {
    bool safe_colours;  // discs in colours that everybody tells apart
    bool high_contrast; // drawn by shape: no gradients, outlines, state marks
    uint32_t sky[4];    // top to horizon
    uint32_t sun, cloud, cloud_low;
    uint32_t far[3]; // mesas
    uint32_t haze, mist;
    uint32_t strata[5];
    uint32_t shade, deep, lit;
    uint32_t river;
    uint32_t grass, grass_dark, path;
    uint32_t pine, pine_lit;
    uint32_t wood[4]; // new, sound, worn, rotten
    uint32_t wood_shadow;
    uint32_t rope[3]; // low, middle, high
    uint32_t rope_new;
    uint32_t whipping;              // the red turns of a splice
    uint32_t rim;                   // light on people from the sun's side
    float sky_stop[4];              // 0..1 of the way down to the horizon
    float sun_x, sun_y, sun_radius; // radius 0: no sun
    float lamps;                    // 0..1: how much lamps and windows shine
    float stars;                    // 0..1
    uint32_t cloud_seed;
} PicturePalette;

PicturePalette picture_palette(PictureLight light);
PicturePalette picture_palette_high_contrast(void);
// `weather` is a StoryWeather that the clock has resolved; anything else is day.
PicturePalette picture_palette_of_weather(uint8_t weather);

// Slot by slot from a (t = 0) to b (t = 1). High contrast is not mixed: it is a's.
PicturePalette picture_palette_mix(const PicturePalette *a, const PicturePalette *b, float t);
