// Hair, headscarf and beard: what lies behind the head, then what lies on it.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static void draw(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha)
{
    picture_sketch_fill(&tile->sketch, outline, rgb, alpha);
}

// The round of hair behind the head that most styles share.
static void cap_behind(const PortraitTile *tile)
{
    draw(tile, "M28 58 C22 18 46 13 60 14 C86 16 93 42 86 62 C82 78 34 80 28 58 Z", tile->hair,
         1.0f);
}

void picture_portrait_hair_behind(const PortraitTile *tile)
{
    switch ((PictureHair)tile->look->hair) {
    case PICTURE_HAIR_BUN:
        picture_portrait_blob(tile, 30, 25, 13, 12.5f, tile->hair, 1.0f);
        picture_portrait_blob(tile, 33, 21, 6.5f, 4.2f, tile->hair_lit, 0.8f);
        cap_behind(tile);
        break;
    case PICTURE_HAIR_LONG:
        draw(tile,
             "M27 52 C22 16 46 12 58 12 C88 13 93 40 88 62 C88 82 94 94 90 116 C80 122 76 112 72 "
             "98 L44 98 "
             "C40 114 32 122 23 115 C20 96 28 82 27 52 Z",
             tile->hair, 1.0f);
        draw(tile, "M84 40 C91 62 88 84 90 112 C86 116 82 112 80 104 C86 84 86 60 80 40 Z",
             tile->hair_lit, 0.75f);
        break;
    case PICTURE_HAIR_CURLY: {
        static const float curls[11][3] = { { 31, 52, 11 }, { 28, 40, 11 },  { 33, 28, 12 },
                                            { 43, 19, 12 }, { 56, 15, 13 },  { 69, 18, 12 },
                                            { 80, 26, 12 }, { 86, 38, 11 },  { 86, 51, 10 },
                                            { 34, 62, 9 },  { 83, 62, 8.5f } };
        for (int i = 0; i < 11; i++) {
            picture_portrait_blob(tile, curls[i][0], curls[i][1], curls[i][2], curls[i][2],
                                  tile->hair, 1.0f);
        }
        break;
    }
    case PICTURE_HAIR_SCARF:
        draw(tile,
             "M25 60 C18 16 44 8 59 9 C90 11 96 42 90 64 C90 84 98 92 98 108 C80 120 36 120 18 108 "
             "C20 92 27 "
             "82 25 60 Z",
             tile->accent, 1.0f);
        draw(
            tile,
            "M25 60 C18 16 44 8 59 9 C40 18 32 40 36 66 C38 86 34 100 38 116 C30 114 24 112 18 108 "
            "C20 92 27 82 25 60 Z",
            tile->accent_shade, 0.8f);
        break;
    case PICTURE_HAIR_SHORT:
        draw(tile, "M31 58 C25 20 46 14 60 15 C84 16 91 40 85 58 Z", tile->hair, 1.0f);
        break;
    case PICTURE_HAIR_BALD:
        break;
    }
}

static void front_short(const PortraitTile *tile)
{
    draw(tile,
         "M31 58 C27 30 40 17 60 17 C80 17 89 34 84.5 57 C82.5 52 81.5 46 80 41 C72 41 60 39 53 31 "
         "C50 38 42 41 "
         "36.5 44 C35 49 34 54 31 58 Z",
         tile->hair, 1.0f);
    draw(tile, "M58 20 C72 20 80 28 82 40 C75 38 64 36 56 27 Z", tile->hair_lit, 0.9f);
}

static void front_bun(const PortraitTile *tile)
{
    draw(tile,
         "M30 60 C28 30 46 19 60 20 C80 21 87 42 84.5 58 C81 44 74 38 64 36 C50 36 38 42 30 60 Z",
         tile->hair, 1.0f);
    draw(tile, "M60 24 C72 25 79 34 81 42 C75 34 68 29 60 28 Z", tile->hair_lit, 1.0f);
    draw(tile, "M40 33 C46 26 53 24 58 24 C50 27 44 32 40 40 Z", tile->hair_lit, 0.6f);
}

static void front_curly(const PortraitTile *tile)
{
    static const float curls[8][3] = { { 38, 36, 8 },    { 45, 28, 8.5f }, { 54, 27, 8 },
                                       { 63, 27, 8.5f }, { 72, 30, 8 },    { 79, 38, 7 },
                                       { 35, 45, 5.5f }, { 82, 46, 5 } };
    for (int i = 0; i < 8; i++) {
        picture_portrait_blob(tile, curls[i][0], curls[i][1], curls[i][2], curls[i][2], tile->hair,
                              1.0f);
    }
    static const float lights[6][3] = { { 66, 20, 4 },    { 76, 27, 4 }, { 83, 37, 3.5f },
                                        { 56, 17, 3.6f }, { 70, 30, 3 }, { 46, 21, 3 } };
    for (int i = 0; i < 6; i++) {
        picture_portrait_blob(tile, lights[i][0], lights[i][1], lights[i][2], lights[i][2] * 0.8f,
                              tile->hair_lit, 0.8f);
    }
}

static void front_long(const PortraitTile *tile)
{
    draw(tile,
         "M31 72 C25 34 42 17 59 17 C58 27 46 36 40 50 C37 58 36 66 35 76 C33 78 32 76 31 72 Z",
         tile->hair, 1.0f);
    draw(tile,
         "M84 74 C92 36 78 17 59 17 C62 28 72 36 77 50 C79 58 80 68 80 78 C82 79 84 78 84 74 Z",
         tile->hair, 1.0f);
    draw(tile, "M64 20 C78 24 85 40 83 62 C80 46 74 34 64 27 Z", tile->hair_lit, 0.85f);
}

static void front_bald(const PortraitTile *tile)
{
    picture_portrait_blob(tile, 67, 29, 8, 5, 0xffffff, 0.16f);
    if (tile->look->age >= 40) {
        draw(tile, "M33 62 C30 52 31 44 35 40 C37 46 36 54 35.5 62 Z", tile->hair, 0.9f);
        draw(tile, "M82.5 60 C86 51 85 44 81 40 C79.5 46 80.5 54 81 60 Z", tile->hair, 0.9f);
    }
}

// The scarf frames the face and falls in one fold over the shoulder.
static void front_scarf(const PortraitTile *tile)
{
    draw(tile,
         "M28 66 C22 26 44 14 59 14 C82 15 93 36 87 66 C85 84 72 96 59 97 C44 97 31 86 28 66 Z "
         "M35 58 C37 78 48 91 59 91 C70 91 79 78 81 58 C81 38 72 30 59 30 C46 30 36 40 35 58 Z",
         tile->accent, 1.0f);
    draw(tile,
         "M28 66 C22 26 44 14 59 14 C44 20 34 36 35 58 C36 74 44 88 54 91 C42 90 31 84 28 66 Z",
         tile->accent_shade, 0.6f);
    draw(tile, "M66 17 C82 21 91 40 85.5 68 C84 52 80 34 66 24 Z", 0xfff0c8, 0.35f);
    draw(tile,
         "M34 88 C48 100 70 100 84 87 C92 96 92 104 88 110 C72 118 46 118 28 110 C25 102 27 96 34 "
         "88 Z",
         tile->accent, 1.0f);
    draw(tile, "M34 88 C48 100 70 100 84 87 C86 90 87 92 88 94 C70 106 46 106 30 95 Z",
         tile->accent_shade, 0.55f);
    draw(tile, "M28 110 C40 106 60 108 74 100 C66 110 48 116 40 115 Z", tile->accent_shade, 0.4f);
}

void picture_portrait_hair_front(const PortraitTile *tile)
{
    switch ((PictureHair)tile->look->hair) {
    case PICTURE_HAIR_SHORT:
        front_short(tile);
        break;
    case PICTURE_HAIR_BUN:
        front_bun(tile);
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
    case PICTURE_HAIR_SCARF:
        front_scarf(tile);
        break;
    }
}

void picture_portrait_beard(const PortraitTile *tile)
{
    draw(tile,
         "M34 60 C35 80 46 96 58.5 96 C71 96 81 80 81.5 60 C78 68 75 71 70 71 C66 69 62 70.5 59 "
         "71.5 C56 70.5 "
         "52 69 48 71 C42 71 38 68 34 60 Z",
         tile->hair, 1.0f);
    draw(tile, "M81.5 60 C81 78 73 91 63 95 C71 88 76 78 77 68 Z", tile->hair_lit, 0.9f);
    draw(tile, "M52 76.5 C56 74.6 62 74.6 66 76.5 C64 82.5 54 82.5 52 76.5 Z", tile->skin_shade,
         0.55f);
}
