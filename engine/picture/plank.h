// Inside of the planks: a piece of wood, where it lies and what of it is drawn. Used by span_wood.c
// and span_plank.c only.
#pragma once

#include "picture/span.h"

// A plank's place: front and back end, direction of the bridge at both, and down through the wood.
typedef struct PlankPlace {
    PictureVector front, back, front_way, back_way, down;
} PlankPlace;

// Which part of it is drawn: from `from` (0 front) to `to` (1 back), how far those ends hang down,
// and whether they are broken ends.
typedef struct PlankPart {
    float from, to, sink_from, sink_to;
    bool broken_from, broken_to;
} PlankPart;

typedef struct PlankWood {
    uint32_t top, front, side, under, raw;
    float scuffed; // 0..1: edges chipped, no longer quite square
    float wasted;  // 0..1: worn narrower, most at its front end
    bool fresh, weathered, contrast;
    uint32_t seed;
} PlankWood;

PlankPlace plank_place(const PictureSpan *span, int plank);
PlankWood plank_wood(const PictureSpan *span, int plank, uint8_t state);
void plank_part(const PictureSpan *span, uint8_t state, const PlankPlace *place, PlankPart part,
                const PlankWood *wood);
