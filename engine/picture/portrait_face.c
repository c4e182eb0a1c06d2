// The head: its outline, half in shade, ears, nose, mouth by mood, lines by age.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

typedef struct Outline {
    const char *whole, *shade, *lit;
} Outline;

static const Outline outlines[PICTURE_FACES] = {
    [PICTURE_FACE_OVAL] = { "M34 52 C33 30 43 20 58 20 C73 20 82 30 81.5 52 C81 74 70 89 58.5 89 "
                            "C46 89 34.5 74 34 52Z",
                            "M34 52 C33 30 43 20 58 20 C48 26 44 36 45 52 C45.5 70 50 82 58.5 89 "
                            "C46 89 34.5 74 34 52Z",
                            "M80.7 40.2 C81.3 44 81.6 48 81.5 52 C81.2 70 73.6 83.4 62 88.6 C72 82 "
                            "77.6 68 78 54 C78.2 49 79.4 44 80.7 40.2 Z" },
    [PICTURE_FACE_ROUND] = { "M32.6 53 C31 31 43 20 58 20 C73 20 84 31 83 53 C83.4 74 72 87.5 58.5 "
                             "87.5 C45 87.5 32 74 32.6 53Z",
                             "M32.6 53 C31 31 43 20 58 20 C48 26 43.6 36 44.4 52 C45 70 50 81 58.5 "
                             "87.5 C45 87.5 32 74 32.6 53Z",
                             "M82 40.6 C82.8 44.6 83.1 49 83 53 C83.2 70 75 83 62.6 87.2 C73 80.6 "
                             "79 67 79.4 54 C79.6 49 80.8 44.6 82 40.6 Z" },
    [PICTURE_FACE_SQUARE] = { "M33.6 51 C32.6 30 43 20 58 20 C73.4 20 82.6 30 82 51 C82 64 81.4 73 "
                              "76 80.6 C71 87.4 66 89.6 58.5 89.6 C51 89.6 46 87.4 40.6 80.6 C35 "
                              "73 34 64 33.6 51Z",
                              "M33.6 51 C32.6 30 43 20 58 20 C48 26 44 36 45 52 C45.4 68 49 82 55 "
                              "89.4 C50 88.8 45 86.4 40.6 80.6 C35 73 34 64 33.6 51Z",
                              "M81.2 39.6 C81.8 43.4 82.1 47 82 51 C82 64 81.4 73 76 80.6 C72.4 "
                              "85.6 68.6 88 64.4 89 C72 82 77.8 68 78.4 53 C78.6 48 80 43.4 81.2 "
                              "39.6 Z" },
    [PICTURE_FACE_LONG] = { "M35 51 C34 29 44 19.4 58 19.4 C72 19.4 81 29 80.4 51 C80.4 73 71 92.4 "
                            "58.5 92.4 C46 92.4 35.4 73 35 51Z",
                            "M35 51 C34 29 44 19.4 58 19.4 C48.6 26 45 36 45.8 52 C46.2 70 50 84 "
                            "58.5 92.4 C46 92.4 35.4 73 35 51Z",
                            "M79.7 39 C80.3 43 80.5 47 80.4 51 C80.4 71 72 88.6 62 92 C71.4 85 "
                            "76.8 68 77.2 53 C77.4 48 78.6 43 79.7 39 Z" },
};

bool portrait_ears_show(const PictureLook *look)
{
    return look->hair != PICTURE_HAIR_SCARF && look->hair != PICTURE_HAIR_LONG &&
           look->hair != PICTURE_HAIR_BOB;
}

static void draw_hearing_aid(const PortraitTile *tile)
{
    portrait_brush(tile,
                   (PictureBrush){ 80.6f, 52.4f, 88.6f, 49.6f, 88.0f, 60.6f, 1.6f, 3.0f, 3.4f },
                   0x3b3f52, 1.0f);
    portrait_brush(tile,
                   (PictureBrush){ 84.4f, 51.8f, 87.8f, 53.0f, 87.6f, 58.6f, 0.5f, 0.9f, 0.6f },
                   0xcfe0e6, 0.9f);
    portrait_brush(tile,
                   (PictureBrush){ 80.8f, 52.8f, 78.6f, 56.0f, 82.0f, 59.6f, 0.8f, 0.8f, 1.4f },
                   0xcfe0e6, 1.0f);
}

static void draw_ears(const PortraitTile *tile)
{
    portrait_blob(tile, 33.4f, 60.5f, 4.2f, 6.4f, tile->skin_shade, 1.0f);
    portrait_blob(tile, 83.0f, 59.8f, 4.3f, 6.5f, tile->skin, 1.0f);
    portrait_brush(tile,
                   (PictureBrush){ 82.4f, 55.6f, 86.6f, 57.0f, 83.6f, 63.4f, 0.6f, 1.3f, 0.6f },
                   tile->skin_shade, 0.75f);
}

static void draw_head(const PortraitTile *tile)
{
    const Outline *o = &outlines[tile->look->face % PICTURE_FACES];
    if (portrait_ears_show(tile->look)) {
        draw_ears(tile);
    }
    portrait_fill(tile, o->whole, tile->skin, 1.0f);
    portrait_fill(tile, o->shade, tile->skin_shade, 0.55f);
    portrait_fill(tile, o->lit, tile->skin_lit, 0.95f);
    float blush = tile->mood == PICTURE_WARM ? 0.34f : tile->mood == PICTURE_COLD ? 0.06f : 0.16f;
    blush *= tile->look->skin >= 4 ? 0.55f : 1.0f;
    float lift = tile->mood == PICTURE_WARM ? -1.2f : 0.0f;
    portrait_blob(tile, 45.6f, 68 + lift, 5.6f, 3.8f, 0xc8503c, blush);
    portrait_blob(tile, 72.6f, 68 + lift, 5.6f, 3.8f, 0xc8503c, blush);
}

static void draw_nose(const PortraitTile *tile)
{
    switch ((PictureNose)tile->look->nose) {
    case PICTURE_NOSE_SMALL:
        portrait_fill(tile,
                      "M60.6 59 C63 64.6 65.4 66.6 63.4 68.8 C61 70.4 58 69.8 56.6 68.4 C59.4 68.4 "
                      "61.2 66.6 60.6 59Z",
                      tile->skin_shade, 0.95f);
        break;
    case PICTURE_NOSE_WIDE:
        portrait_fill(tile,
                      "M60.6 57.6 C63.4 63 67.6 65.6 66.8 68.6 C65.6 71 62.6 70 60.4 71 C58 70.6 "
                      "55.6 71.4 53.4 69 C56.4 69.6 62 68.6 60.6 57.6Z",
                      tile->skin_shade, 0.95f);
        portrait_brush(tile,
                       (PictureBrush){ 53.6f, 66.2f, 52.2f, 68.6f, 54.0f, 69.8f, 0.4f, 1.1f, 0.6f },
                       tile->skin_shade, 0.9f);
        break;
    case PICTURE_NOSE_LONG:
        portrait_fill(tile,
                      "M60.2 54 C63.6 61 68 67.4 65.4 70 C63 71.8 58.6 71.6 56.2 69.6 C59.4 69.8 "
                      "62 66.6 60.2 54Z",
                      tile->skin_shade, 0.95f);
        break;
    }
}

static void draw_smile(const PortraitTile *tile, uint32_t lip)
{
    portrait_fill(tile, "M48.8 74.6 C54 77 64.4 77 69.6 74.2 C68.6 83.4 51.2 84.2 48.8 74.6Z",
                  tile->dark, 1.0f);
    portrait_fill(tile, "M50.4 75.4 C55 77.2 63.6 77.2 68.2 75 C67.4 79 52.4 79.4 50.4 75.4Z",
                  0xfff6e6, 0.96f);
    portrait_fill(tile, "M54.4 81.2 C57 79.8 62 79.6 64.8 80.6 C62.4 82.4 57 82.6 54.4 81.2Z",
                  0xc4605a, 0.85f);
    portrait_brush(tile,
                   (PictureBrush){ 53.0f, 82.6f, 59.4f, 85.6f, 66.0f, 82.0f, 0.4f, 1.3f, 0.4f },
                   lip, 0.7f);
    portrait_brush(tile,
                   (PictureBrush){ 48.0f, 73.0f, 47.8f, 74.6f, 49.2f, 75.6f, 0.5f, 0.9f, 0.6f },
                   tile->line, 0.8f);
    portrait_brush(tile,
                   (PictureBrush){ 70.4f, 72.6f, 70.8f, 74.2f, 69.4f, 75.2f, 0.5f, 0.9f, 0.6f },
                   tile->line, 0.8f);
}

static void draw_mouth(const PortraitTile *tile)
{
    uint32_t lip = colour_mix(tile->skin, tile->look->skin >= 4 ? 0xb0484e : 0x8a2030, 0.58f);
    switch (tile->mood) {
    case PICTURE_WARM:
        draw_smile(tile, lip);
        break;
    case PICTURE_WORRIED:
        portrait_brush(tile,
                       (PictureBrush){ 52.6f, 78.8f, 58.8f, 75.0f, 65.6f, 78.2f, 0.9f, 1.8f, 0.9f },
                       tile->dark, 1.0f);
        portrait_brush(tile,
                       (PictureBrush){ 55.2f, 81.2f, 59.0f, 79.6f, 63.0f, 80.8f, 0.4f, 1.6f, 0.4f },
                       lip, 0.75f);
        break;
    case PICTURE_COLD:
        portrait_brush(tile,
                       (PictureBrush){ 52.0f, 77.6f, 59.0f, 76.4f, 66.6f, 78.0f, 0.9f, 1.5f, 0.9f },
                       tile->dark, 1.0f);
        portrait_brush(tile,
                       (PictureBrush){ 66.2f, 77.6f, 67.6f, 78.6f, 67.4f, 80.0f, 0.8f, 0.7f, 0.4f },
                       tile->dark, 0.8f);
        portrait_brush(tile,
                       (PictureBrush){ 55.4f, 80.4f, 59.0f, 79.6f, 63.0f, 80.4f, 0.4f, 1.2f, 0.4f },
                       lip, 0.55f);
        break;
    case PICTURE_CALM:
        portrait_brush(tile,
                       (PictureBrush){ 51.2f, 75.8f, 59.4f, 79.6f, 67.8f, 75.2f, 0.9f, 1.9f, 0.9f },
                       tile->dark, 1.0f);
        portrait_brush(tile,
                       (PictureBrush){ 54.8f, 80.0f, 59.4f, 82.0f, 64.0f, 79.6f, 0.4f, 1.8f, 0.4f },
                       lip, 0.7f);
        break;
    }
}

// A pair of creases, mirrored.
static void crease(const PortraitTile *tile, PictureBrush brush, float alpha)
{
    PortraitTile other = portrait_mirrored(tile, 59.5f);
    portrait_brush(tile, brush, tile->line, alpha * 0.6f);
    portrait_brush(&other, brush, tile->line, alpha * 0.6f);
}

static void draw_age(const PortraitTile *tile)
{
    uint8_t age = tile->look->age;
    bool worried = tile->mood == PICTURE_WORRIED;
    if (worried || age >= 55) {
        float bend = worried ? 36.4f : 38.0f;
        portrait_brush(tile, (PictureBrush){ 50, 39.4f, 59, bend, 68, 39.0f, 0.4f, 1.0f, 0.4f },
                       tile->line, 0.45f);
        portrait_brush(tile,
                       (PictureBrush){ 52.6f, 43, 59.4f, bend + 4.4f, 66, 42.6f, 0.4f, 1.0f, 0.4f },
                       tile->line, 0.45f);
    }
    if (age >= 45) {
        crease(tile, (PictureBrush){ 50.6f, 69.4f, 46.8f, 73, 47.4f, 78.2f, 0.5f, 1.1f, 0.4f },
               0.9f);
        crease(tile, (PictureBrush){ 45.4f, 64.4f, 50, 67.0f, 54.0f, 64.8f, 0.3f, 1.0f, 0.3f },
               0.7f);
    }
    if (age >= 60) {
        crease(tile, (PictureBrush){ 42.0f, 57.6f, 40.4f, 56.6f, 38.6f, 56, 0.8f, 0.7f, 0.3f },
               1.0f);
        crease(tile, (PictureBrush){ 42.0f, 60, 40.2f, 60.2f, 38.2f, 60.8f, 0.8f, 0.7f, 0.3f },
               1.0f);
        crease(tile, (PictureBrush){ 43.6f, 75.4f, 44.2f, 79, 47.0f, 82, 0.3f, 0.9f, 0.3f }, 0.7f);
    }
}

void portrait_face(const PortraitTile *tile)
{
    draw_head(tile);
    if (tile->flat) {
        return;
    }
    if (tile->look->beard != PICTURE_BEARD_MOUSTACHE) {
        portrait_beard(tile);
    }
    portrait_eyes(tile);
    draw_nose(tile);
    draw_mouth(tile);
    if (tile->look->beard == PICTURE_BEARD_MOUSTACHE) {
        portrait_beard(tile);
    }
    draw_age(tile);
    if (tile->look->hearing_aid && portrait_ears_show(tile->look)) {
        draw_hearing_aid(tile);
    }
}
