// The face: half in shade, eyes, brows and mouth by mood, lines by age, glasses.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static void draw(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha)
{
    picture_sketch_fill(&tile->sketch, outline, rgb, alpha);
}

// The same outline on both sides of the face; right is mirrored about x = 59.5.
static void draw_both(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha)
{
    PictureSketch mirrored = tile->sketch;
    mirrored.x += 119.0f * mirrored.sx;
    mirrored.sx = -mirrored.sx;
    picture_sketch_fill(&tile->sketch, outline, rgb, alpha);
    picture_sketch_fill(&mirrored, outline, rgb, alpha);
}

static void draw_head(const PortraitTile *tile)
{
    bool covered = tile->look->hair == PICTURE_HAIR_SCARF || tile->look->hair == PICTURE_HAIR_LONG;
    if (!covered) {
        picture_portrait_blob(tile, 33.5f, 61, 4.2f, 6.4f, tile->skin_shade, 1.0f);
        picture_portrait_blob(tile, 82.5f, 60, 4.2f, 6.4f, tile->skin, 1.0f);
        picture_portrait_blob(tile, 83.0f, 60.5f, 1.8f, 3.6f, tile->skin_shade, 0.6f);
    }
    draw(tile,
         "M34 52 C33 30 43 20 58 20 C73 20 82 30 81.5 52 C81 74 70 89 58.5 89 C46 89 34.5 74 34 52 "
         "Z",
         tile->skin, 1.0f);
    draw(tile,
         "M34 52 C33 30 43 20 58 20 C48 26 44 36 45 52 C45.5 70 50 82 58.5 89 C46 89 34.5 74 34 52 "
         "Z",
         tile->skin_shade, 0.55f);
    draw(tile, "M81.5 50 C81 72 72 86 62 88.6 C72 82 77.5 68 77.5 50 Z", tile->skin_lit, 0.95f);
    float blush = tile->mood == PICTURE_WARM ? 0.34f : 0.16f;
    picture_portrait_blob(tile, 46, 68, 5.6f, 3.8f, 0xc8503c, blush);
    picture_portrait_blob(tile, 72, 68, 5.6f, 3.8f, 0xc8503c, blush);
}

static void draw_nose(const PortraitTile *tile)
{
    draw(tile, "M61 57 C64 64 66 67 63.5 69.2 C61 70.6 58 70 56.5 68.6 C59.5 68.6 61.6 67 61 57 Z",
         tile->skin_shade, 0.95f);
}

static void draw_eye(const PortraitTile *tile, float x)
{
    PictureMood mood = tile->mood;
    float open = mood == PICTURE_WORRIED ? 3.9f : mood == PICTURE_COLD ? 3.3f : 3.5f;
    uint32_t white = colour_mix(0xfff3e2, tile->skin, 0.25f);
    picture_portrait_blob(tile, x, 58.0f, 5.0f, open, white, 1.0f);
    float look_up = mood == PICTURE_WORRIED ? -0.5f : 0.2f;
    picture_portrait_blob(tile, x + 0.4f, 58.0f + look_up, 3.0f, 3.4f, 0x2a181c, 1.0f);
    picture_portrait_blob(tile, x + 1.4f, 56.9f + look_up, 1.05f, 1.05f, 0xfff3dc, 0.95f);
}

static void draw_lids(const PortraitTile *tile)
{
    switch (tile->mood) {
    case PICTURE_COLD:
        draw_both(tile, "M43.6 53 L56 53 L56 57.4 C52 56 47 56 43.6 58.2 Z", tile->skin, 1.0f);
        draw_both(tile, "M43.6 58.4 C47 55.6 52 55.8 56 57.4 C52 57 47 57 43.6 58.4 Z", tile->line,
                  1.0f);
        break;
    case PICTURE_WARM: // smiling: the lower lids rise
        draw_both(tile, "M44 62.8 C47 59.8 53 59.8 55.6 62.2 L55.4 63.4 44.6 63.8 Z", tile->skin,
                  1.0f);
        draw_both(tile, "M43.4 58.4 C46 53.4 53 53.4 56 57.6 C52.6 55.2 46.6 55.2 43.4 58.4 Z",
                  tile->line, 1.0f);
        break;
    case PICTURE_WORRIED:
        draw_both(tile, "M43.4 58.6 C46 53.2 53 52.6 56 56.4 C52.6 54.4 46.6 54.9 43.4 58.6 Z",
                  tile->line, 0.9f);
        break;
    case PICTURE_CALM:
        draw_both(tile, "M43.4 58.4 C46 53.8 53 53.8 56 57.4 C52.6 55.4 46.6 55.4 43.4 58.4 Z",
                  tile->line, 1.0f);
        break;
    }
}

static void draw_brows(const PortraitTile *tile)
{
    uint32_t brow = colour_mix(tile->hair, 0x24161c, 0.30f);
    if (tile->look->hair_colour == PICTURE_HAIR_GREY ||
        tile->look->hair_colour == PICTURE_HAIR_FAIR) {
        brow = colour_mix(tile->hair, 0x5a4038, 0.40f);
    }
    static const char *const shapes[PICTURE_MOODS] = {
        [PICTURE_CALM] = "M43 51 C46 47 52 46.6 56 49.4 C52 48.8 47 49.4 43 51 Z",
        [PICTURE_WARM] = "M42.6 49.6 C46 44.6 52 44.4 56 47.4 C52 46.8 47 47.4 42.6 49.6 Z",
        [PICTURE_WORRIED] = "M42.6 52.4 C46 49 51 46.6 55.8 44.8 C52.6 48.4 47.6 51 42.6 52.4 Z",
        [PICTURE_COLD] = "M42.8 48.2 C47 47.2 52 48.6 56.6 52 C52 51 47 50.4 42.8 48.2 Z",
    };
    // A second, shifted pass makes them as thick as brows are.
    PortraitTile lower = *tile;
    lower.sketch.y += 0.9f * lower.sketch.sy;
    draw_both(tile, shapes[tile->mood], brow, 1.0f);
    draw_both(&lower, shapes[tile->mood], brow, 1.0f);
}

static void draw_mouth(const PortraitTile *tile)
{
    uint32_t lip = colour_mix(tile->skin, 0x8a2030, 0.62f);
    uint32_t dark = colour_mix(tile->skin, 0x4a1420, 0.78f);
    switch (tile->mood) {
    case PICTURE_WARM:
        draw(tile, "M49.5 75.4 C54 77.4 64 77.4 68.8 75 C67.4 82.6 52.4 83 49.5 75.4 Z", dark,
             1.0f);
        draw(tile, "M51.4 76.4 C55 77.8 63.4 77.8 67 76.2 C66.4 78.4 52.4 78.8 51.4 76.4 Z",
             0xfff6e6, 0.95f);
        draw(tile, "M53.4 81 C57 83.6 62 83.4 65.2 80.8 C63 84.4 55.6 84.6 53.4 81 Z", lip, 0.7f);
        break;
    case PICTURE_WORRIED:
        draw(tile, "M52.6 79.2 C56 75.8 62 75.6 66 78.4 C62 77.6 56.6 77.8 52.6 79.2 Z", dark,
             1.0f);
        draw(tile, "M55 81.2 C58 80 61 80 63.6 81 C61 82.4 57.6 82.4 55 81.2 Z", lip, 0.6f);
        break;
    case PICTURE_COLD:
        draw(tile, "M51.6 77.4 C56 76.6 62 76.6 67 77.2 C62 78.4 56 78.6 51.6 77.4 Z", dark, 1.0f);
        draw(tile, "M55 80.2 C58 79.4 61 79.4 63.6 80 C61 81 57.6 81 55 80.2 Z", lip, 0.4f);
        break;
    case PICTURE_CALM:
        draw(tile, "M51.4 76.4 C55.4 77.8 62.6 77.8 67.4 75.8 C63 79.6 55.6 79.8 51.4 76.4 Z", dark,
             1.0f);
        draw(tile, "M54.6 80.4 C58 79.8 61 79.6 64.4 80 C61.6 82.2 57.4 82.4 54.6 80.4 Z", lip,
             0.65f);
        break;
    }
}

static void draw_age(const PortraitTile *tile)
{
    uint8_t age = tile->look->age;
    if (tile->mood == PICTURE_WORRIED || age >= 55) {
        draw(tile, "M50 38.4 C55 37 63 37 68 38.4 C63 37.9 55 37.9 50 38.4 Z", tile->skin_shade,
             0.9f);
        draw(tile, "M52 42 C56 41 62 41 66 42 C62 41.7 56 41.7 52 42 Z", tile->skin_shade, 0.9f);
    }
    if (age >= 45) {
        draw_both(tile, "M46.6 70 C45.6 73 46 76 47.6 78.4 C46.8 76 46.6 73 47.4 70 Z",
                  tile->skin_shade, 1.0f);
        draw_both(tile, "M45 63.6 C48 65.4 52 65.2 54.4 63.6 C51.6 66.4 47.6 66.6 45 63.6 Z",
                  tile->skin_shade, 0.75f);
    }
    if (age >= 60) {
        draw_both(tile, "M42.4 58 L38.6 56.4 L42.2 59 Z M42.2 60 L38.4 60.6 L42.3 61 Z",
                  tile->skin_shade, 1.0f);
    }
}

static void draw_glasses(const PortraitTile *tile)
{
    const PictureSketch *k = &tile->sketch;
    uint32_t frame = 0x2b2233;
    for (int side = 0; side < 2; side++) {
        float x = k->x + k->sx * (side ? 69.2f : 49.8f);
        raster_ellipse(k->raster, x, k->y + k->sy * 58.4f, 8.4f * k->sx, 7.8f * k->sx);
        raster_fill(k->raster, 0xe8f4f6, 0.16f);
        raster_ring(k->raster, x, k->y + k->sy * 58.4f, 8.9f * k->sx, 1.7f * k->sx);
        raster_fill(k->raster, frame, 1.0f);
    }
    draw(tile, "M57.6 56.6 C59 55.4 60.4 55.4 61.6 56.6 L61.4 58 C60.2 57 59 57 57.8 58 Z", frame,
         1.0f);
    draw(tile, "M41.6 56.4 L34.4 55 L34.4 56.8 L41.4 58 Z M77.6 56.4 L83 55 L83 56.8 L77.8 58 Z",
         frame, 1.0f);
    draw(tile, "M71 52.6 L74 53.4 L69 63.4 L66.6 62.6 Z", 0xffffff, 0.20f);
}

void picture_portrait_face(const PortraitTile *tile)
{
    draw_head(tile);
    if (tile->look->beard) {
        picture_portrait_beard(tile);
    }
    draw_eye(tile, 49.8f);
    draw_eye(tile, 69.2f);
    draw_lids(tile);
    draw_brows(tile);
    draw_nose(tile);
    draw_mouth(tile);
    draw_age(tile);
    picture_portrait_hair_front(tile);
    if (tile->look->glasses) {
        draw_glasses(tile);
    }
}
