// Inside of the canyon: what its files share. Used by canyon*.c only.
#pragma once

#include "picture/canyon.h"

#include <stdint.h>

enum {
    CANYON_LEFT = -1400, // design x up to which the canyon reaches, for wide windows
    CANYON_RIGHT = 2680,
    CANYON_SKY = -5000, // y: for tall windows; below CANYON_BOTTOM there is only dark rock
    CANYON_BOTTOM = 1000,
    CANYON_GROUND = 6000,
    CANYON_STRATA = 110,
    CANYON_DEPTH = 1700, // strata units of the tallest wall
    CANYON_WALLS = 8,    // four pairs, far to near: left 0 2 4 6, right 1 3 5 7
    CANYON_LINE = 8192,  // samples of the line noise, 16 to a cell
    CANYON_TILE = 256,   // side of the plane noise, 4 samples to a cell
    CANYON_WIGGLES = (CANYON_RIGHT - CANYON_LEFT) / 2 + 2,
};

typedef struct CanyonWall {
    int side;    // -1 left, 1 right
    float rim;   // design y of its upper edge
    float scale; // size of its strata
    float haze;  // 0 near .. 1 lost in the distance
    uint32_t seed;
    int strata;
    float top[CANYON_STRATA + 1]; // strata units below the rim
    uint8_t stratum_at[CANYON_DEPTH];
    float profile[CANYON_BOTTOM]; // design x of its edge by design y
    float wiggle[CANYON_WIGGLES]; // how strata rise and fall along x
} CanyonWall;

struct PictureCanyonPlan {
    CanyonWall walls[CANYON_WALLS];
    float line[CANYON_LINE];
    uint8_t tile[CANYON_TILE * CANYON_TILE];
};

// A value that is worked out every `width` design units and runs straight in between. The grid does
// not depend on where a row begins.
typedef float (*CanyonSlowFunction)(const void *context, float x, float y);
typedef struct CanyonSlow {
    CanyonSlowFunction function;
    const void *context;
    float y, width;
    int cell;
    bool known;
    float left, right;
} CanyonSlow;

CanyonSlow picture_canyon_slow(CanyonSlowFunction function, const void *context, float y,
                               float width);
float picture_canyon_slow_at(CanyonSlow *slow, float x);

void picture_canyon_plan_walls(PictureCanyonPlan *plan);
void picture_canyon_draw_sky(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_mesas(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_birds(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_depths(Raster *raster, const PictureCanyonPlan *plan,
                                const PicturePalette *palette);
void picture_canyon_draw_rays(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_banks(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_plants(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_high_contrast(Raster *raster, const PicturePalette *palette);

// Mist: strongest at y, gone at y +- height; only where neither of the walls `in_front` (pair
// number 0..3, or -1) will cover it.
void picture_canyon_mist(Raster *raster, const PictureCanyonPlan *plan, uint32_t rgb, float y,
                         float height, float alpha, uint32_t seed, int in_front);
