// How colours look to people who see fewer of them: for contact sheets and for the tests that hold
// states apart. The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based
// model for simulation of color vision deficiency" (IEEE TVCG 15, 2009), severity 1.0.
#pragma once

#include "picture/raster.h"

#include <stdint.h>

typedef enum PictureVision {
    PICTURE_FULL_VISION,
    PICTURE_DEUTERANOPIA,
    PICTURE_PROTANOPIA,
    PICTURE_TRITANOPIA,
} PictureVision;
enum { PICTURE_VISIONS = 4 };

uint32_t picture_vision_colour(uint32_t rgb, PictureVision vision); // top byte kept
void picture_vision_surface(RasterSurface surface, PictureVision vision);

// CIE L*, 0 black .. 100 white.
float picture_vision_lightness(uint32_t rgb);

// CIE 1976 difference of two colours as somebody with that vision has them; about 2.3 is just seen.
float picture_vision_difference(uint32_t a, uint32_t b, PictureVision vision);
