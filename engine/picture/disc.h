// The numbered disc of a commitment: under its plank, in the ledger, on the choice that touches it.
// Its state is said by shape (notches, rings, dashes, stitches), the colour only helps.
#pragma once

#include "bridge/bridge.h"
#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct PictureDisc {
    int number;   // 1..16 (0..99 are drawn)
    uint8_t fate; // BridgeFate
    bool mended;  // this kept promise lies in a gap: two red stitches
    bool theirs;  // the colleague's own promise: a peak on their side
    bool high_contrast;
    bool safe; // in colours that people with any colour vision tell apart
} PictureDisc;

// kept, lapsed: plain. open: inner ring. moved: dashed edge. warned, owned up: one notch. missed,
// found out: two notches. `radius` without the outline (26 high in lists: 11.5 and an outline
// of 1.5).
void picture_disc(Raster *raster, float x, float y, float radius, PictureDisc disc);

uint32_t picture_disc_colour(uint8_t fate);
uint32_t picture_disc_safe_colour(uint8_t fate);

// A number in bold vector numerals around (x, y), `height` high; returns its width.
float picture_number(Raster *raster, float x, float y, float height, int number, uint32_t rgb);
