// Things that fall and fade: boards, splinters, dust. Its own random stream, a fixed number of
// slots (the oldest gives way). Knows no bridge: it is told where something breaks.
#pragma once

#include "picture/palette.h"
#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

enum { PICTURE_PARTICLES = 96 };

typedef enum PictureParticleKind {
    PICTURE_NO_PARTICLE,
    PICTURE_BOARD,
    PICTURE_SPLINTER,
    PICTURE_DUST,
} PictureParticleKind;

typedef struct PictureParticle {
    uint8_t kind;
    float x, y, vx, vy; // design units, per second
    float angle, spin;  // radians, per second
    float size;
    float age, life; // seconds
    uint32_t colour;
    uint32_t seed;
} PictureParticle;

typedef struct PictureParticles {
    PictureParticle all[PICTURE_PARTICLES];
    int next;
    int alive;
    uint32_t random;
} PictureParticles;

void picture_particles_init(PictureParticles *particles, uint32_t seed);

// A plank of this colour breaks at (x, y): a board (or none), splinters, a puff of dust.
void picture_particles_break(PictureParticles *particles, float x, float y, uint32_t wood,
                             bool board);

// Something lands: dust only.
void picture_particles_dust(PictureParticles *particles, float x, float y, int puffs, float radius);

void picture_particles_step(PictureParticles *particles); // 1/60 s
void picture_particles_draw(const PictureParticles *particles, Raster *raster,
                            const PicturePalette *palette);
