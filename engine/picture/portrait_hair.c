// Hair: what lies behind the head and what lies on it. Head coverings stand in portrait_cover.c.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static void hair(const PortraitTile *tile, const char *outline)
{
    portrait_fill(tile, outline, tile->hair, 1.0f);
}

static void light(const PortraitTile *tile, const char *outline, float alpha)
{
    portrait_fill(tile, outline, tile->hair_lit, alpha);
}

static void dark(const PortraitTile *tile, const char *outline, float alpha)
{
    portrait_fill(tile, outline, tile->hair_shade, alpha);
}

// A few strands, each {x0, y0, cx, cy, x1, y1}.
static void strands(const PortraitTile *tile, const float (*s)[6], int count, uint32_t rgb,
                    float width, float alpha)
{
    for (int i = 0; i < count; i++) {
        portrait_brush(tile,
                       (PictureBrush){ s[i][0], s[i][1], s[i][2], s[i][3], s[i][4], s[i][5], 0.3f,
                                       width, 0.3f },
                       rgb, alpha);
    }
}

static void blobs(const PortraitTile *tile, const float (*b)[3], int count, uint32_t rgb,
                  float alpha)
{
    for (int i = 0; i < count; i++) {
        portrait_blob(tile, b[i][0], b[i][1], b[i][2], b[i][2] * 0.94f, rgb, alpha);
    }
}

// What curls need below them, so that no skin shows between.
static const char skull[] =
    "M32 46 C30 26 43 14 58 14 C75 14 86 28 84.6 46 C78 34 70 30 58.6 30 C48 30 38 35 32 46 Z";

// The round of hair behind the head that most styles share.
static void round_behind(const PortraitTile *tile)
{
    hair(tile, "M28.6 58 C22 18 46 13 60 14 C86 16 90 40 84.4 55 C82 74 34 76 28.6 58 Z");
}

static void behind_bun(const PortraitTile *tile)
{
    portrait_blob(tile, 30, 24, 13, 12.5f, tile->hair, 1.0f);
    portrait_blob(tile, 33, 20, 6.5f, 4.2f, tile->hair_lit, 0.8f);
    portrait_brush(tile, (PictureBrush){ 21, 30, 28, 36, 38, 31, 0.4f, 1.6f, 0.4f },
                   tile->hair_shade, 0.8f);
    round_behind(tile);
}

static void behind_long(const PortraitTile *tile)
{
    hair(tile, "M27 52 C22 16 46 12 58 12 C88 13 93 40 88.6 62 C89 82 95 94 91 115 C86 120 78 116 "
               "73 100 L44 100 C41 114 33 121 23.6 115 C20 96 28 82 27 52 Z");
    dark(tile, "M27 60 C29 84 20 98 23.6 115 C33 121 41 114 44 100 L72 100 L76 70 Z", 0.5f);
    light(tile, "M85 44 C91 64 87 86 90.4 112 C87 116 84 113 82 106 C86 86 87 62 85 44 Z", 0.75f);
}

static void behind_ponytail(const PortraitTile *tile)
{
    hair(tile, "M42 18 C26 8 12 20 13.6 42 C14.8 58 8 72 17 92 C19 88 20.4 86 21 82 C23 88 22 92 "
               "21 96 C31 84 34 66 29.6 50 C27 38 32 30 44 28 Z");
    light(tile,
          "M36 17 C24 14 15.6 24 17 42 C18 54 14 64 15.6 76 C20 62 21 54 20 42 C19.6 30 26 20 36 "
          "17 Z",
          0.7f);
    portrait_brush(tile, (PictureBrush){ 33.4f, 17.4f, 31.6f, 21, 34.0f, 25.6f, 4.0f, 4.6f, 4.0f },
                   tile->accent, 1.0f);
    round_behind(tile);
}

static void behind_curly(const PortraitTile *tile)
{
    static const float curls[13][3] = { { 31, 54, 10 }, { 27, 43, 10.5f }, { 30, 31, 11 },
                                        { 39, 22, 11 }, { 50, 16, 11.5f }, { 63, 15, 11 },
                                        { 74, 20, 11 }, { 83, 29, 10.5f }, { 88, 40, 10 },
                                        { 87, 52, 10 }, { 33, 65, 8.4f },  { 84, 64, 8.6f },
                                        { 58, 34, 24 } };
    blobs(tile, curls, 13, tile->hair, 1.0f);
}

static void behind_afro(const PortraitTile *tile)
{
    static const float puffs[15][3] = { { 58, 38, 33 },   { 27, 58, 9 },     { 23, 46, 10 },
                                        { 25, 33, 11 },   { 32, 22, 11 },    { 42, 13, 11 },
                                        { 54, 9.6f, 11 }, { 66, 10, 11 },    { 77, 15, 11 },
                                        { 86, 24, 11 },   { 92, 35, 10.6f }, { 92, 47, 10.4f },
                                        { 88, 59, 9 },    { 33, 66, 7 },     { 83, 67, 6.6f } };
    blobs(tile, puffs, 15, tile->hair, 1.0f);
}

static void behind_bob(const PortraitTile *tile)
{
    hair(tile, "M27.4 50 C22 19 44 11.6 59 11.6 C88 12.6 93 36 90.4 58 C91.4 72 92 80 88.6 87 C82 "
               "91 77 89 74 85 L43 85 C40 90 33 91.6 27 87 C23.6 79 27.6 66 27.4 50 Z");
    dark(tile, "M31 70 C30 80 28 86 27 87 C33 91.6 40 90 43 85 L74 85 L80 66 Z", 0.6f);
}

static void behind_locs(const PortraitTile *tile)
{
    round_behind(tile);
    static const float left[7][6] = { { 33, 30, 20, 50, 22, 86 },  { 36, 34, 24, 60, 27, 97 },
                                      { 38, 38, 28, 66, 33, 104 }, { 40, 40, 36, 70, 40, 98 },
                                      { 84, 30, 97, 52, 93, 88 },  { 82, 34, 94, 62, 89, 99 },
                                      { 78, 40, 84, 70, 79, 98 } };
    for (int i = 0; i < 7; i++) {
        portrait_brush(tile,
                       (PictureBrush){ left[i][0], left[i][1], left[i][2], left[i][3], left[i][4],
                                       left[i][5], 6.0f, 7.4f, 5.4f },
                       i % 2 ? tile->hair_shade : tile->hair, 1.0f);
    }
}

void portrait_hair_behind(const PortraitTile *tile)
{
    switch ((PictureHair)tile->look->hair) {
    case PICTURE_HAIR_BUN:
        behind_bun(tile);
        break;
    case PICTURE_HAIR_LONG:
        behind_long(tile);
        break;
    case PICTURE_HAIR_CURLY:
        behind_curly(tile);
        break;
    case PICTURE_HAIR_AFRO:
        behind_afro(tile);
        break;
    case PICTURE_HAIR_PONYTAIL:
        behind_ponytail(tile);
        break;
    case PICTURE_HAIR_BOB:
        behind_bob(tile);
        break;
    case PICTURE_HAIR_LOCS:
        behind_locs(tile);
        break;
    case PICTURE_HAIR_BRAIDS:
        round_behind(tile);
        break;
    case PICTURE_HAIR_SHORT:
        hair(tile, "M31 58 C25 20 46 14 60 15 C84 16 91 40 85 58 Z");
        break;
    case PICTURE_HAIR_CAP:
        hair(tile, "M31 62 C28 40 40 30 60 30 C80 30 88 42 85 60 Z");
        break;
    case PICTURE_HAIR_BALD:
    case PICTURE_HAIR_SCARF:
    case PICTURE_HAIR_TURBAN:
    case PICTURE_HAIR_RECEDING:
    case PICTURE_HAIR_UNDERCUT:
    case PICTURE_HAIR_CROPPED:
        break;
    }
}

static void front_short(const PortraitTile *tile)
{
    hair(tile,
         "M31.4 58 C27 32 37 15.6 57 14.6 C64 11.6 82 17 86 32 C87.6 42 86 51 84.5 57 C82.8 52 82 "
         "46 80 41 C72 41.4 60 39 53 31 C50 38 43 41.4 37 44 C35.4 49 34.4 53 31.4 58 Z");
    light(tile, "M58 18.6 C70 16 80 24 83 38.6 C75 38 64 35.6 55.4 26.6 C57 24 57.6 21.6 58 18.6 Z",
          0.9f);
    dark(tile, "M31.4 58 C28.6 42 32 28 40 21 C36 30 36 38 37 44 C35.4 49 34.4 53 31.4 58 Z", 0.6f);
    static const float s[3][6] = { { 60, 21, 70, 22, 79, 33 },
                                   { 57.6f, 25, 67, 28, 77, 36.6f },
                                   { 52, 30, 48, 36, 41, 38.6f } };
    strands(tile, s, 3, tile->hair_shade, 1.2f, 0.5f);
}

static void front_pulled_back(const PortraitTile *tile)
{
    hair(tile, "M30 60 C28 30 46 19 60 19 C80 20 87 42 84.8 58 C82 44 75 37.4 65 35.4 C51 35 38 42 "
               "34 53 C33 56 31.6 58.6 30 60 Z");
    light(tile, "M56 24.8 C72 22.6 81 33 82.4 44 C76 34.6 68 28 56 24.8 Z", 1.0f);
    light(tile, "M40 33 C46 26 53 24 58 24 C50 27 44 32 40 40 Z", 0.6f);
    static const float s[3][6] = { { 38, 41, 44, 28, 58, 22 },
                                   { 46, 36, 52, 30, 62, 30.6f },
                                   { 70, 34, 64, 29, 56, 28.6f } };
    strands(tile, s, 3, tile->hair_shade, 1.1f, 0.55f);
}

// Each curl turns: a light arc on its upper right side.
static void curl(const PortraitTile *tile, float x, float y, float r, float alpha)
{
    portrait_brush(tile,
                   (PictureBrush){ x - 0.4f * r, y - 0.7f * r, x + 0.7f * r, y - 0.9f * r,
                                   x + 0.75f * r, y + 0.1f * r, 0.6f, 2.2f, 0.6f },
                   tile->hair_lit, alpha);
}

static void front_curly(const PortraitTile *tile)
{
    static const float curls[9][3] = { { 36, 39, 7.4f }, { 41, 31, 8 },    { 50, 28, 8 },
                                       { 59, 27, 7.6f }, { 68, 29, 8 },    { 76, 34, 7.4f },
                                       { 81, 42, 5.8f }, { 34, 48, 4.6f }, { 83, 50, 4.4f } };
    hair(tile, skull);
    blobs(tile, curls, 9, tile->hair, 1.0f);
    static const float turns[9][3] = { { 42, 21, 7 },    { 55, 15, 7.4f }, { 69, 18, 7.4f },
                                       { 81, 28, 7 },    { 87, 41, 6 },    { 50, 28, 6 },
                                       { 66, 29, 6.4f }, { 32, 34, 6.6f }, { 77, 36, 5.4f } };
    for (int i = 0; i < 9; i++) {
        curl(tile, turns[i][0], turns[i][1], turns[i][2], i == 7 || i == 0 ? 0.5f : 0.9f);
    }
}

static void front_afro(const PortraitTile *tile)
{
    static const float line[7][3] = { { 35, 44, 6.4f }, { 40, 35, 7.6f }, { 49, 30, 8 },
                                      { 59, 28.4f, 8 }, { 69, 30.4f, 8 }, { 77, 36, 7.4f },
                                      { 82, 45, 5.6f } };
    hair(tile, skull);
    blobs(tile, line, 7, tile->hair, 1.0f);
    static const float turns[10][3] = { { 55, 8, 6 },     { 68, 10, 6.4f }, { 80, 17, 6.4f },
                                        { 89, 28, 6.4f }, { 92, 41, 5.6f }, { 62, 20, 5.4f },
                                        { 76, 28, 5.4f }, { 46, 15, 5.4f }, { 34, 27, 5.4f },
                                        { 86, 53, 4.6f } };
    for (int i = 0; i < 10; i++) {
        curl(tile, turns[i][0], turns[i][1], turns[i][2], i >= 7 ? 0.45f : 0.8f);
    }
}

static void front_long(const PortraitTile *tile)
{
    hair(tile, "M30 74 C24.6 34 40 16 56 15.4 C66 14 70 16 71 18 C66 28 52 34 44.6 42 C39 48 39 66 "
               "37 88 C36 98 28 100 27.6 92 C29 86 30 80 30 74 Z");
    hair(tile, "M84.6 76 C92 40 84 18 66 15.6 C64 15.2 61.6 15.6 60.4 16.6 C68 24 75 32 77.6 46 "
               "C79.6 57 80 68 80.4 82 C82.4 83 84.2 80 84.6 76 Z");
    light(tile, "M68 18 C81 22 87.6 40 84 64 C81.6 46 77 32 66 22 Z", 0.9f);
    dark(tile,
         "M30 74 C25.4 44 33 28 46 19 C36 34 36.6 56 33.6 96 C29.6 97.6 27.4 95 27.6 92 C29 86 30 "
         "80 30 74 Z",
         0.6f);
    static const float s[3][6] = { { 64, 19, 48, 28, 41, 42 },
                                   { 58, 18.6f, 42, 28, 37.4f, 46 },
                                   { 70, 22, 80, 34, 81.6f, 62 } };
    strands(tile, s, 3, tile->hair_shade, 1.2f, 0.5f);
}

static void front_bald(const PortraitTile *tile)
{
    portrait_blob(tile, 68, 29, 7.4f, 4.4f, 0xffffff, 0.16f);
    if (tile->look->age >= 40) {
        portrait_fill(tile, "M32.4 62 C30 54 31 46 34.6 41 C36.4 47 36 55 35.5 62 Z", tile->hair,
                      0.8f);
        portrait_fill(tile, "M83 60 C86 52 85 45 81.6 41 C80 47 80.6 54 81 60 Z", tile->hair, 0.8f);
    }
}

static void front_bob(const PortraitTile *tile)
{
    hair(tile, "M33.4 52 C31 30 44 16 59 15.6 C76 16 86.6 30 83.6 52 C82.6 49 81 46.6 79 45.4 C78 "
               "44 76.4 42.6 76 41.6 C70 45.6 50 46 44.6 44.4 C41 45.6 36 48 33.4 52 Z");
    hair(tile, "M31 44 C26.6 62 28 78 31.4 87 C36.6 89 39.6 85 38.6 78 C36 66 36.4 54 39.6 43 Z");
    hair(tile, "M86.6 44 C91 62 90.6 78 87.4 87 C82 89 78.6 85 79.4 78 C81.6 66 81.6 54 78.6 43 Z");
    light(tile, "M58 20.4 C75 18.6 84 30 83.4 44 C80 34 73 25.6 58 20.4 Z", 0.9f);
    light(tile, "M84.6 52 C88 64 87 76 85.4 84 C83.4 76 83.8 64 84.6 52 Z", 0.8f);
    dark(tile, "M31 48 C28 64 29 80 31.4 87 C34 87.6 35 86 34.4 80 C32.6 68 33.4 58 34.6 47 Z",
         0.6f);
    static const float s[4][6] = { { 46, 28, 44, 36, 45.4f, 43.4f },
                                   { 54, 24, 52, 34, 53, 44 },
                                   { 63, 25, 64, 34, 62.6f, 44 },
                                   { 71, 30, 73, 36, 72, 42.6f } };
    strands(tile, s, 4, tile->hair_shade, 1.0f, 0.5f);
}

static void front_receding(const PortraitTile *tile)
{
    hair(tile, "M31.6 60 C28 38 38 17.4 58 16.8 C79 17 88 37 84.4 59 C82.8 53 82 47 80.4 42 C79.4 "
               "33 75.4 27.6 71 25.4 C68 28.6 63 25.6 58.6 27.4 C54 28.8 50 27 46.4 27 C41.4 30.4 "
               "37.4 37.6 36.8 44 C35.6 50 34.4 55 31.6 60 Z");
    light(tile, "M58 20.2 C73 18.2 82.6 29 83.4 44 C80 34 73 23.6 58 20.2 Z", 0.9f);
    dark(tile,
         "M31.6 60 C29.6 46 32.6 33 39.6 25 C36.8 34 36.4 40 36.8 44 C35.6 50 34.4 55 31.6 60Z",
         0.6f);
}

static void front_undercut(const PortraitTile *tile)
{
    uint32_t shaved = colour_mix(tile->hair, tile->skin_shade, 0.42f);
    portrait_fill(
        tile, "M32.6 57 C30.4 44 32 34 38 27 L46 32 C40 38 37 46 36 57 C35 59 33.4 59.4 32.6 57 Z",
        shaved, 1.0f);
    portrait_fill(tile, "M83.2 56 C85.6 44 84.4 34 78.6 27 L73 34 C77.6 40 79.6 48 80.2 56 Z",
                  shaved, 1.0f);
    hair(tile, "M37 35 C32 20 44 9.6 60 11.6 C76 6 90 17 85.4 31 C83.6 35.6 81 38 78.6 39.6 C78 "
               "37.4 76 35.6 74 35 C66 36.6 58 34.4 52 30.6 C47 34.6 42 36 37 35 Z");
    light(tile, "M48 19.6 C60 10.6 79 11 84 24 C77 17.4 63 16.6 48 19.6 Z", 0.9f);
    dark(tile, "M37 35 C33.6 25 37.6 17 45 14 C42 20 44 27 52 30.6 C47 34.6 42 36 37 35 Z", 0.55f);
    static const float s[3][6] = { { 50, 22, 66, 18, 81, 28 },
                                   { 50, 26, 64, 24, 78, 33 },
                                   { 48, 18, 56, 14, 68, 13.6f } };
    strands(tile, s, 3, tile->hair_shade, 1.2f, 0.5f);
}

static void front_cropped(const PortraitTile *tile)
{
    uint32_t near_skin = colour_mix(tile->hair, tile->skin_shade, 0.30f);
    portrait_fill(tile,
                  "M32.8 55 C30 32 42 18 58 17.6 C75 18 85.4 32 83 54 C81.4 50 81.4 45 79.4 39.4 "
                  "C74.6 33.4 68 31.4 58.4 31.4 C49 31.4 42 34 38 40 C36 45.4 35 50 32.8 55 Z",
                  near_skin, 1.0f);
    portrait_fill(tile,
                  "M37 38 C38 25 47 18 58 17.8 C71 18 79.6 26 79.8 38.4 C75 32.6 68 30 58.4 30 C49 "
                  "30 41.6 32.6 37 38 Z",
                  tile->hair, 1.0f);
    light(tile, "M57 21.4 C72 19.4 80 28 80.2 37.6 C75 30 69 24.4 57 21.4 Z", 0.8f);
    dark(tile, "M32.8 55 C30.8 40 35 28 43 22.4 C38.6 30 38 36 38 40 C36 45.4 35 50 32.8 55 Z",
         0.6f);
}

// Fine braids over the head, and two thick ones that fall on the chest, each tied at its end.
static void front_braids(const PortraitTile *tile)
{
    hair(tile, "M30 62 C26 32 44 17 59 17 C77 17 88 34 86 60 C83 48 78 40 68 33.6 C64 31 61 29 59 "
               "26.4 C56 30 50 34 46 37 C39 42 35 50 34 58 C33 61 31.4 62.4 30 62 Z");
    static const float rows[6][6] = {
        { 58, 21, 46, 24, 33.4f, 46 },    { 57, 26, 48, 30, 34, 53 },
        { 55, 18.6f, 40, 20, 31.4f, 42 }, { 60, 21, 74, 24, 83, 46 },
        { 61, 26, 72, 31, 83.6f, 53 },    { 63, 18.6f, 78, 20, 86, 42 }
    };
    strands(tile, rows, 3, tile->hair_shade, 1.3f, 0.9f);
    strands(tile, rows + 3, 3, tile->hair_lit, 1.3f, 0.9f);
    for (int side = 0; side < 2; side++) {
        PortraitTile t = side ? portrait_mirrored(tile, 58.4f) : *tile;
        for (int i = 0; i < 8; i++) {
            float y = 62.0f + 6.4f * (float)i;
            float x = 31.4f - 0.9f * (float)i + 0.12f * (float)(i * i);
            float r = 5.4f - 0.22f * (float)i;
            portrait_blob(&t, x, y, r, 4.6f, tile->hair, 1.0f);
            portrait_brush(&t,
                           (PictureBrush){ x - r * 0.8f, y - 1.6f, x, y + 0.6f, x + r * 0.8f,
                                           y + 3.0f, 0.4f, 1.2f, 0.4f },
                           side ? tile->hair_lit : tile->hair_shade, 0.9f);
        }
        portrait_blob(&t, 31.0f, 112, 3.0f, 2.2f, tile->accent, 1.0f);
        portrait_fill(&t, "M28.6 113 C27.6 118 28.4 122 31 124 C33.4 122 34.4 118 33.4 113 Z",
                      tile->hair, 1.0f);
    }
}

static void front_locs(const PortraitTile *tile)
{
    hair(tile, "M30 58 C26.6 30 42 15 59 15 C77 15 89 31 85.6 57 C83 47 78 38 70 32.6 C65 30 61.6 "
               "29 60 27 C54 31 44 34 39 42 C36 47 35 53 34 58 Z");
    static const float locks[8][6] = {
        { 60, 18, 46, 18, 36, 40 },    { 60, 22, 50, 26, 38, 42 },    { 56, 16, 36, 20, 32, 46 },
        { 62, 18, 77, 20, 84, 44 },    { 62, 22, 74, 26, 81.6f, 44 }, { 33, 44, 28, 60, 31, 82 },
        { 84.6f, 44, 90, 60, 87, 84 }, { 37, 40, 32.6f, 56, 35, 74 }
    };
    for (int i = 0; i < 8; i++) {
        uint32_t rgb = i == 3 || i == 4 || i == 6 ? tile->hair_lit : tile->hair;
        PictureBrush b = { locks[i][0], locks[i][1], locks[i][2], locks[i][3], locks[i][4],
                           locks[i][5], 3.0f,        5.2f,        3.8f };
        PictureBrush below = b;
        below.w0 += 1.2f, below.w1 += 1.4f, below.w2 += 1.2f;
        portrait_brush(tile, below, tile->hair_shade, 1.0f);
        portrait_brush(tile, b, rgb, 1.0f);
    }
}

void portrait_hair_front(const PortraitTile *tile)
{
    switch ((PictureHair)tile->look->hair) {
    case PICTURE_HAIR_SHORT:
        front_short(tile);
        break;
    case PICTURE_HAIR_BUN:
    case PICTURE_HAIR_PONYTAIL:
        front_pulled_back(tile);
        break;
    case PICTURE_HAIR_CURLY:
        front_curly(tile);
        break;
    case PICTURE_HAIR_LONG:
        front_long(tile);
        break;
    case PICTURE_HAIR_BALD:
        front_bald(tile);
        break;
    case PICTURE_HAIR_BRAIDS:
        front_braids(tile);
        break;
    case PICTURE_HAIR_AFRO:
        front_afro(tile);
        break;
    case PICTURE_HAIR_BOB:
        front_bob(tile);
        break;
    case PICTURE_HAIR_RECEDING:
        front_receding(tile);
        break;
    case PICTURE_HAIR_UNDERCUT:
        front_undercut(tile);
        break;
    case PICTURE_HAIR_LOCS:
        front_locs(tile);
        break;
    case PICTURE_HAIR_CROPPED:
        front_cropped(tile);
        break;
    case PICTURE_HAIR_SCARF:
    case PICTURE_HAIR_TURBAN:
    case PICTURE_HAIR_CAP:
        break;
    }
}
