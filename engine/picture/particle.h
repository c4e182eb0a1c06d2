// Things that fall, fly and fade: boards, splinters, fibres, dust, birds that are startled. Its own
// random stream, a fixed number of slots (the oldest gives way). Knows no bridge: it is told where
// something breaks.
#pragma once

#include "picture/palette.h"
#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

enum { PICTURE_PARTICLES = 128 };

typedef enum PictureParticleKind {
    PICTURE_NO_PARTICLE,
    PICTURE_BOARD, // tumbles in space
    PICTURE_SPLINTER,
    PICTURE_FIBRE,
    PICTURE_DUST,
    PICTURE_BIRD,
} PictureParticleKind;

typedef struct PictureParticle {
    uint8_t kind;
    float x, y, vx, vy; // design units, per second
    float angle, spin;  // radians in the plane of the picture, per second
    float tilt, roll;   // of a board, out of that plane
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

// Wood of this colour breaks at (x, y): so many splinters, and a puff of dust.
void picture_particles_break(PictureParticles *particles, float x, float y, uint32_t wood,
                             int splinters);

// Half a plank that lay at (x, y) falls and tumbles.
void picture_particles_board(PictureParticles *particles, float x, float y, uint32_t wood);

// A rope parts: short fibres fly.
void picture_particles_fibres(PictureParticles *particles, float x, float y, uint32_t rope,
                              int fibres);

// Something lands: dust only.
void picture_particles_dust(PictureParticles *particles, float x, float y, int puffs, float radius);

// Birds rise from a wall at (x, y) and fly away, to the left (-1) or to the right (1).
void picture_particles_birds(PictureParticles *particles, float x, float y, int birds, int way);

void picture_particles_step(PictureParticles *particles); // 1/60 s
void picture_particles_draw(const PictureParticles *particles, Raster *raster,
                            const PicturePalette *palette);
