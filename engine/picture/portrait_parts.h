// Inside of the portrait. Used by portrait*.c only.
#pragma once

#include "picture/portrait.h"
#include "picture/sketch.h"

#include <stdbool.h>

// A portrait being drawn: its tile (112x136 of its own units) and its colours. Parts of the head
// get a copy whose sketch is tilted.
typedef struct PortraitTile {
    PictureSketch sketch;
    const PictureLook *look;
    PictureMood mood;
    bool flat; // only outlines matter: every solid shape in white
    uint32_t skin, skin_shade, skin_lit, lid;
    uint32_t hair, hair_shade, hair_lit;
    uint32_t coat, coat_shade, coat_lit, accent, accent_shade, accent_lit;
    uint32_t line, dark; // for creases; for lids, lips and pupils
} PortraitTile;

void portrait_fill(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha);
void portrait_blob(const PortraitTile *tile, float x, float y, float rx, float ry, uint32_t rgb,
                   float alpha);
void portrait_brush(const PortraitTile *tile, PictureBrush brush, uint32_t rgb, float alpha);
PortraitTile portrait_mirrored(const PortraitTile *tile, float axis);

void portrait_behind(const PortraitTile *tile); // wheelchair, hood: behind the shoulders
void portrait_clothes(const PortraitTile *tile);
void portrait_hands(const PortraitTile *tile); // cane, artificial arm: in front of the clothes
void portrait_hair_behind(const PortraitTile *tile);
void portrait_hair_front(const PortraitTile *tile);
void portrait_cover_behind(const PortraitTile *tile); // headscarf, turban, cap
void portrait_cover_front(const PortraitTile *tile);
void portrait_beard(const PortraitTile *tile);
void portrait_eyes(const PortraitTile *tile);
void portrait_glasses(const PortraitTile *tile);
void portrait_face(const PortraitTile *tile);
bool portrait_ears_show(const PictureLook *look);
