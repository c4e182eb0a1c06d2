// What is worn on the head: a headscarf, a turban, a cap.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static void fold(const PortraitTile *tile, PictureBrush brush, bool lit, float alpha)
{
    portrait_brush(tile, brush, lit ? tile->accent_lit : tile->accent_shade, alpha);
}

void portrait_cover_behind(const PortraitTile *tile)
{
    if (tile->look->hair != PICTURE_HAIR_SCARF) {
        return;
    }
    portrait_fill(tile,
                  "M25 60 C18 16 44 8 59 9 C90 11 96 42 90 64 C90 84 98 92 98 108 C80 120 36 120 "
                  "18 108 C20 92 27 82 25 60 Z",
                  tile->accent, 1.0f);
    portrait_fill(tile,
                  "M25 60 C18 16 44 8 59 9 C40 18 32 40 36 66 C38 86 34 100 38 116 C30 114 24 112 "
                  "18 108 C20 92 27 82 25 60 Z",
                  tile->accent_shade, 0.8f);
}

// The scarf frames the face over a narrow band of the clothes' colour, is laid under the chin and
// falls in folds over the chest.
static void front_scarf(const PortraitTile *tile)
{
    portrait_fill(tile,
                  "M36.4 50 C36 36 46 28 59 28 C71 28 80.4 36 80 50 C78 40 70 33.6 59 33.6 C47 "
                  "33.6 38.6 40 36.4 50 Z",
                  tile->coat, 1.0f);
    portrait_fill(tile,
                  "M28 66 C22 26 44 13 59 13 C82 14 93 36 87 66 C85 84 72 96 59 97 C44 97 31 86 28 "
                  "66 Z M35 58 C37 78 48 88.4 59 88.4 C70 88.4 79 78 81 58 C81 38 72 30.4 59 30.4 "
                  "C46 30.4 36 40 35 58 Z",
                  tile->accent, 1.0f);
    portrait_fill(
        tile,
        "M28 66 C22 26 44 13 59 13 C44 20 34 36 35 58 C36 74 44 87 54 90.6 C42 90 31 84 28 66 Z",
        tile->accent_shade, 0.55f);
    portrait_fill(tile, "M63 15.4 C82 18 91 40 85.8 68 C84.6 50 80 30 63 15.4 Z", tile->accent_lit,
                  0.8f);
    portrait_fill(tile,
                  "M33 86 C48 99 70 99 85 85 C93 95 94 105 92 114 C77 124 43 124 25 114 C23 103 26 "
                  "94 33 86 Z",
                  tile->accent, 1.0f);
    portrait_fill(tile,
                  "M33 86 C38 91 44 94 50 95.4 C44 102 42 110 43 118 C36 117 31 115 26 112 C23 103 "
                  "26 94 33 86 Z",
                  tile->accent_shade, 0.6f);
    fold(tile, (PictureBrush){ 40, 17, 29, 30, 29.6f, 56, 0.4f, 1.7f, 0.4f }, false, 0.8f);
    fold(tile, (PictureBrush){ 50, 20, 36, 30, 33, 50, 0.4f, 1.2f, 0.4f }, false, 0.6f);
    fold(tile, (PictureBrush){ 31, 91, 52, 106, 86, 88, 0.5f, 2.6f, 0.5f }, false, 0.75f);
    fold(tile, (PictureBrush){ 34, 104, 58, 112, 90, 98, 0.5f, 2.2f, 0.5f }, false, 0.6f);
    fold(tile, (PictureBrush){ 60, 100, 76, 98, 87, 90.6f, 0.4f, 1.8f, 0.4f }, true, 0.8f);
}

// Cloth in layers that cross above the brow, a patch of the clothes' colour at the peak.
static void front_turban(const PortraitTile *tile)
{
    static const char edge[] = "M30.4 56 C27 48 26.6 40 29 22 L89 22 C91 40 90.4 48 86.6 55.4 C82 "
                               "46 72 39 58.8 34.6 C45 39 35 47 30.4 56 Z";
    portrait_fill(tile, edge, tile->accent_shade, 1.0f);
    portrait_fill(tile,
                  "M50.6 36.6 L58.8 23 L67.2 36.6 C64 35.8 61.4 35.2 58.8 34.6 C56.4 35.2 54 35.8 "
                  "50.6 36.6 Z",
                  tile->coat, 1.0f);
    portrait_fill(tile,
                  "M28.6 49 C19 22 37 2.6 60 2.6 C83 3 98 22 88.8 48.6 C83 40 72 34 58.8 28.6 C46 "
                  "34 35 40 28.6 49 Z",
                  tile->accent, 1.0f);
    portrait_fill(tile,
                  "M28.6 49 C19 22 37 2.6 60 2.6 C46 8 37 20 40 34 C40.4 36.4 41 38 42 39.4 C36.6 "
                  "41.6 32 44.6 28.6 49 Z",
                  tile->accent_shade, 0.6f);
    portrait_fill(tile, "M66 4 C84 8 93.6 24 89 43 C86 28 78 12 66 4 Z", tile->accent_lit, 0.75f);
    fold(tile, (PictureBrush){ 28, 43, 44, 33, 66, 27, 0.6f, 1.8f, 0.4f }, false, 0.9f);
    fold(tile, (PictureBrush){ 26.6f, 34, 42, 25, 74, 21.4f, 0.6f, 1.8f, 0.4f }, false, 0.85f);
    fold(tile, (PictureBrush){ 29, 24.6f, 46, 15, 78, 14, 0.6f, 1.6f, 0.4f }, false, 0.75f);
    fold(tile, (PictureBrush){ 37, 14, 50, 8, 68, 7.4f, 0.5f, 1.3f, 0.4f }, false, 0.6f);
    fold(tile, (PictureBrush){ 62, 26, 77, 31, 89, 43, 0.4f, 1.7f, 0.6f }, false, 0.7f);
    fold(tile, (PictureBrush){ 68, 23.6f, 81, 27, 90, 36, 0.4f, 1.4f, 0.6f }, false, 0.6f);
}

// A soft cap with a short peak; hair shows at the temples.
static void front_cap(const PortraitTile *tile)
{
    portrait_fill(
        tile,
        "M32 60 C30 52 31 46 34 41 L38.6 43 C37.4 49 36 55 34.6 60 C33.8 61.6 32.6 61.6 32 60 Z "
        "M84 58 C86 51 85.4 46 82.6 41 L78 43 C79.6 48 80.6 54 81.2 58 C82 60 83.4 60 84 58 Z",
        tile->hair, 1.0f);
    portrait_fill(tile,
                  "M30.6 44 C23 30 33 9.6 58 9.4 C84 9.4 95 27 87 43.6 C70 36.4 47 36.6 30.6 44 Z",
                  tile->coat, 1.0f);
    portrait_fill(tile, "M30.6 44 C23 30 33 9.6 58 9.4 C45 14 38 26 41 40 C37 41 34 42.4 30.6 44 Z",
                  tile->coat_shade, 0.85f);
    portrait_fill(tile, "M66 11.4 C82 14 91.6 27 86.4 41 C84 28 78 18 66 11.4 Z", 0xffe2a8, 0.45f);
    portrait_brush(tile, (PictureBrush){ 57, 10, 53, 22, 54, 36.4f, 0.4f, 1.2f, 0.4f },
                   tile->coat_shade, 0.7f);
    portrait_blob(tile, 57.6f, 10, 2.8f, 1.7f, tile->coat_shade, 1.0f);
    portrait_fill(tile,
                  "M37 41.4 C50 34.4 76 34.6 88 42.6 C96.4 46 97.6 51.6 91 51.4 C77 45.4 54 45 "
                  "41.6 48.6 C37 48.6 35 44 37 41.4 Z",
                  colour_mix(tile->coat, 0x1a1030, 0.28f), 1.0f);
    portrait_brush(tile, (PictureBrush){ 39, 41.6f, 60, 34.4f, 89, 44, 0.5f, 1.3f, 0.5f },
                   tile->accent, 0.8f);
    // The peak's shadow on the brow.
    portrait_fill(tile, "M42 48.6 C54 45 76 45.4 82 49 C78 50.4 60 47.6 42 48.6 Z",
                  tile->skin_shade, 0.5f);
}

void portrait_cover_front(const PortraitTile *tile)
{
    if (tile->look->hair == PICTURE_HAIR_SCARF) {
        front_scarf(tile);
    } else if (tile->look->hair == PICTURE_HAIR_TURBAN) {
        front_turban(tile);
    } else if (tile->look->hair == PICTURE_HAIR_CAP) {
        front_cap(tile);
    }
}
