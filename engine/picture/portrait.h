// The portrait of a person on a card, 112x136 design units: warm, flat shapes. Knows no names.
#pragma once

#include "picture/look.h"
#include "picture/raster.h"

#include <stdbool.h>

typedef enum PictureMood { PICTURE_CALM, PICTURE_WARM, PICTURE_WORRIED, PICTURE_COLD } PictureMood;
enum { PICTURE_MOODS = 4, PICTURE_PORTRAIT_WIDTH = 112, PICTURE_PORTRAIT_HEIGHT = 136 };

// Draws the tile with its upper left corner at (x, y), `height` high (136: full size; width
// follows), round corners included, on a sky of its own. High contrast: dark ground, white frame.
void picture_portrait(Raster *raster, float x, float y, float height, const PictureLook *look,
                      PictureMood mood, bool high_contrast);
