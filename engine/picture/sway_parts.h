// Inside of the sway: proportions and the order of links. Used by sway*.c and place.c only.
#pragma once

#include "picture/sway.h"

enum {
    SWAY_HANGERS = PICTURE_ROPES * PICTURE_SEGMENTS, // front ones, then back ones
    SWAY_PLANKS = SWAY_HANGERS + 2 * BRIDGE_PLANKS,
    SWAY_SPREADERS = SWAY_PLANKS + BRIDGE_PLANKS,
};

#define SWAY_LEFT   212.0f
#define SWAY_RIGHT  1068.0f
#define SWAY_DECK_Y 306.0f
#define SWAY_POST   86.0f // rail above the deck at the posts ...
#define SWAY_RAIL_MIDDLE                                                                           \
    54.0f // ... and in the middle: above the planks' back edge, else it hides them
#define SWAY_SAG_LEAST       36.0f // of a bridge that trusts wholly
#define SWAY_WALL_LEAN       0.27f
#define SWAY_PLANK_LIGHTNESS 0.5f
#define SWAY_BARE_LIGHTNESS  (1.0f / 0.6f)
#define SWAY_RAIL_LIGHTNESS  2.0f

// Where a node would lie on a bridge with this sag.
PictureVector picture_sway_design(int rope, int station, float sag);
