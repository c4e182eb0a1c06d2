// Facial hair: a full beard, stubble, a moustache.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static const char full[] =
    "M33.6 58 C35.4 63 37.4 66.6 41.4 69.6 C46 72.4 50.6 70.4 54 70 C57 69.8 58.4 71.2 59.6 71.2 "
    "C60.8 71.2 62.4 69.8 65.4 70 C69 70.4 73.4 72 76.6 68.8 C79.6 66 81 62.4 82 58 C83.4 72 80 86 "
    "72 93 C68 98.4 62 100.6 57.6 99.4 C50 99.4 42.4 93.4 38.4 85 C34.4 77 33 68 33.6 58 Z";

static void draw_full(const PortraitTile *tile)
{
    portrait_fill(tile, full, tile->hair, 1.0f);
    portrait_fill(tile,
                  "M33.6 58 C35.4 63 37.4 66.6 41.4 69.6 C43 80 47 92 55 99.2 C47 97.6 41.4 91.4 "
                  "38.4 85 C34.4 77 33 68 33.6 58 Z",
                  tile->hair_shade, 0.7f);
    portrait_fill(tile, "M82 60 C82.8 74 79 86 70 94 C76.6 84 78.8 76 79 66.4 Z", tile->hair_lit,
                  0.9f);
    portrait_fill(tile, "M50.4 75.2 C55 72.8 64 72.8 68.6 75 C68 82.6 52 83.4 50.4 75.2 Z",
                  tile->skin_shade, 0.62f);
    for (int i = 0; i < 5; i++) { // strands
        float x = 47.0f + 6.0f * (float)i;
        portrait_brush(tile,
                       (PictureBrush){ x, 87.6f, x + 0.4f, 91, 58.6f + (x - 58.6f) * 0.78f, 94.6f,
                                       0.4f, 1.0f, 0.3f },
                       tile->hair_lit, 0.45f);
    }
}

void portrait_beard(const PortraitTile *tile)
{
    switch ((PictureBeard)tile->look->beard) {
    case PICTURE_BEARD_NONE:
        break;
    case PICTURE_BEARD_FULL:
        draw_full(tile);
        break;
    case PICTURE_BEARD_STUBBLE:
        portrait_fill(tile,
                      "M35.4 64 C39 70 44 72.6 49 71.6 C54 69.4 57 70.6 59.6 71 C62.4 70.6 65.4 "
                      "69.4 70 71.4 C75 72.2 78.6 69 80.6 63.6 C79.6 76 70.6 88.6 58.5 88.8 C46.6 "
                      "88.6 37 76 35.4 64 Z",
                      colour_mix(tile->hair, tile->skin_shade, 0.35f), 0.42f);
        break;
    case PICTURE_BEARD_MOUSTACHE:
        portrait_fill(
            tile,
            "M59.6 70.2 C57 68.8 53.4 69.6 51 72 C49.4 73.8 47.4 74.6 45.4 74.2 C47.6 77.6 "
            "53 77.4 56.4 75.4 C58 74.6 59 74.2 59.7 74.2 C60.4 74.2 61.4 74.6 63 75.4 "
            "C66.4 77.2 71.4 77.2 74 73.8 C72 74.2 70 73.4 68.4 71.6 C66 69.4 62 68.8 "
            "59.6 70.2 Z",
            tile->hair, 1.0f);
        portrait_brush(tile, (PictureBrush){ 62.4f, 71.4f, 66, 71.0f, 70, 74.2f, 0.5f, 1.3f, 0.4f },
                       tile->hair_lit, 0.8f);
        break;
    }
}
