// Inside of the canyon: what its files share. Used by canyon*.c and vista.c only.
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

// The colours of one wall in one light.
typedef struct CanyonRock {
    const PictureCanyonPlan *plan;
    const CanyonWall *wall;
    const PicturePalette *palette;
    uint32_t stratum[CANYON_STRATA]; // base colours
    float shift[CANYON_STRATA];      // offset of the light per stratum, else rock looks like cloth
} CanyonRock;

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

void picture_canyon_rock(CanyonRock *rock); // fills in the colours; the rest is given

// Light 0..1 on a wall at its own coordinates (design / scale; depth below the rim): lit above
// .565, in shade below .44.
float picture_canyon_light(const CanyonRock *rock, float cx, float s, int stratum, float from_edge);

// The same in few shapes, for a sink that cannot take shades.
void picture_canyon_vector_sky(Raster *raster, const PicturePalette *palette);
void picture_canyon_vector_mist(Raster *raster, uint32_t rgb, float y, float height, float alpha);
void picture_canyon_vector_wall(Raster *raster, const CanyonRock *rock, const CanyonWall *cover);
void picture_canyon_vector_corners(Raster *raster, const PicturePalette *palette);

void picture_canyon_plan_walls(PictureCanyonPlan *plan);
void picture_canyon_draw_sky(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_mesas(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_birds(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_depths(Raster *raster, const PictureCanyonPlan *plan,
                                const PicturePalette *palette);
// One pair of walls, 0 far .. 3 near.
void picture_canyon_draw_pair(Raster *raster, const PictureCanyonPlan *plan,
                              const PicturePalette *palette, int pair);
void picture_canyon_draw_rays(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_banks(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_plants(Raster *raster, const PicturePalette *palette);
void picture_canyon_draw_high_contrast(Raster *raster, const PicturePalette *palette);
void picture_canyon_finish_row(RasterSurface surface, int y); // vignette and grain

// Mist: strongest at y, gone at y +- height; only where neither of the walls `in_front` (pair
// number 0..3, or -1) will cover it.
void picture_canyon_mist(Raster *raster, const PictureCanyonPlan *plan, uint32_t rgb, float y,
                         float height, float alpha, uint32_t seed, int in_front);
