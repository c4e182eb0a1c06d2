// Inside of the portrait. Used by portrait*.c only.
#pragma once

#include "picture/portrait.h"
#include "picture/sketch.h"

// A portrait being drawn: its tile (112x136 of its own units) and its colours.
typedef struct PortraitTile {
    PictureSketch sketch;
    const PictureLook *look;
    PictureMood mood;
    uint32_t skin, skin_shade, skin_lit;
    uint32_t hair, hair_lit;
    uint32_t coat, coat_shade, accent, accent_shade;
    uint32_t line; // for lids, lips and brows
} PortraitTile;

void picture_portrait_blob(const PortraitTile *tile, float x, float y, float rx, float ry,
                           uint32_t rgb, float alpha);

void picture_portrait_hair_behind(const PortraitTile *tile);
void picture_portrait_hair_front(const PortraitTile *tile);
void picture_portrait_beard(const PortraitTile *tile);
void picture_portrait_face(const PortraitTile *tile);
