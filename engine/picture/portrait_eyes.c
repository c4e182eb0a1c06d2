// Eyes, lids and brows by mood and by the shape somebody's eyes have; glasses.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

// What a mood does to an eye, in the tile's units.
typedef struct Gaze {
    float open, lower;          // how far the lids stand from the middle
    float x, y;                 // where the pupils look
    float inner, middle, outer; // height of the brow
} Gaze;

static const Gaze gazes[PICTURE_MOODS] = {
    [PICTURE_CALM] = { 3.6f, 3.0f, 0.4f, 0.1f, 50.0f, 46.6f, 51.0f },
    [PICTURE_WARM] = { 3.2f, 1.9f, 0.6f, 0.0f, 47.8f, 43.8f, 49.2f },
    [PICTURE_WORRIED] = { 3.8f, 3.0f, -1.2f, 0.7f, 45.8f, 46.8f, 51.8f },
    [PICTURE_COLD] = { 1.8f, 2.8f, 1.8f, 0.3f, 50.9f, 48.8f, 49.8f },
};

// What belongs to a person: half the width, more or less open, the outer corner's height.
typedef struct Shape {
    float half, open, outer, fold;
} Shape;

static const Shape shapes[PICTURE_EYES] = {
    [PICTURE_EYES_ROUND] = { 5.0f, 1.06f, 0.4f, 2.2f },
    [PICTURE_EYES_ALMOND] = { 5.7f, 0.86f, -1.1f, 2.2f },
    [PICTURE_EYES_HOODED] = { 5.2f, 0.80f, 0.2f, 3.4f },
    [PICTURE_EYES_SOFT] = { 5.3f, 0.94f, 1.5f, 2.4f },
};

static const float middle_y = 58.4f;

typedef struct Eye {
    float inner_x, inner_y, outer_x, outer_y, upper, lower, x;
} Eye;

static void lid_curve(const PictureSketch *k, const Eye *e, float rise, bool back)
{
    // A cubic whose middle lies `rise` above the corners' line (below when negative).
    float y = middle_y - rise * 1.38f;
    float ax = e->outer_x + (e->x - e->outer_x) * 0.45f;
    float bx = e->inner_x + (e->x - e->inner_x) * 0.35f;
    float px[3] = { ax, bx, e->inner_x };
    float py[3] = { y, y, e->inner_y };
    if (back) {
        px[0] = bx, px[1] = ax, px[2] = e->outer_x;
        py[2] = e->outer_y;
    }
    float ox[3], oy[3];
    for (int i = 0; i < 3; i++) {
        ox[i] = k->x + k->sx * px[i] + k->kx * py[i];
        oy[i] = k->y + k->sy * py[i] + k->ky * px[i];
    }
    raster_cubic(k->raster, ox[0], oy[0], ox[1], oy[1], ox[2], oy[2]);
}

static void begin(const PictureSketch *k, float x, float y)
{
    raster_move(k->raster, k->x + k->sx * x + k->kx * y, k->y + k->sy * y + k->ky * x);
}

// What covers the pupil above or below, in the colour of the lid.
static void draw_lid(const PortraitTile *tile, const Eye *e, float edge, float far, uint32_t rgb)
{
    begin(&tile->sketch, e->outer_x, e->outer_y);
    lid_curve(&tile->sketch, e, edge, false);
    lid_curve(&tile->sketch, e, far, true);
    raster_close(tile->sketch.raster);
    raster_fill(tile->sketch.raster, rgb, 1.0f);
}

static void draw_eye(const PortraitTile *tile, float x, float side)
{
    const Gaze *g = &gazes[tile->mood];
    const Shape *s = &shapes[tile->look->eyes % PICTURE_EYES];
    Eye e = { .x = x,
              .inner_x = x - side * (s->half - 0.2f),
              .outer_x = x + side * s->half,
              .inner_y = middle_y + 0.7f,
              .outer_y = middle_y + s->outer * 0.8f,
              .upper = g->open * s->open,
              .lower = g->lower };
    const PictureSketch *k = &tile->sketch;
    uint32_t white = colour_mix(0xfff3e2, tile->skin, 0.24f);
    begin(k, e.outer_x, e.outer_y);
    lid_curve(k, &e, e.upper, false);
    lid_curve(k, &e, -e.lower, true);
    raster_fill(k->raster, white, 1.0f);
    float px = x + g->x;
    float py = middle_y + g->y - 0.2f;
    bool low = tile->mood == PICTURE_COLD; // the lid hides the upper part: none of it may stand out
    portrait_blob(tile, px, low ? py + 0.6f : py, 3.2f, low ? 2.4f : 3.5f, 0x2a181c, 1.0f);
    portrait_blob(tile, px + 1.0f, py - (low ? -0.2f : 1.2f), 1.15f, 1.15f, 0xfff3dc, 0.95f);
    draw_lid(tile, &e, e.upper, e.upper + s->fold, tile->lid);
    if (tile->mood == PICTURE_WARM) { // smiling: the lower lids rise
        draw_lid(tile, &e, -e.lower, -e.lower - 2.2f, tile->lid);
    }
    // The lash line follows the upper lid and goes a little beyond the outer corner.
    float top = middle_y - e.upper * 1.95f;
    PictureBrush lash = { e.outer_x + side * 0.7f,
                          e.outer_y - 0.2f,
                          x + side * 0.5f,
                          top,
                          e.inner_x,
                          e.inner_y - 0.3f,
                          0.9f,
                          1.5f,
                          0.6f };
    portrait_brush(tile, lash, tile->dark, 1.0f);
    if (tile->mood == PICTURE_WARM) {
        PictureBrush below = { e.outer_x, e.outer_y + 1.6f, x,    middle_y + 4.4f,
                               e.inner_x, e.inner_y + 1.8f, 0.3f, 0.9f,
                               0.3f };
        portrait_brush(tile, below, tile->line, 0.55f);
    }
}

static void draw_brow(const PortraitTile *tile, float x, float side, uint32_t brow)
{
    const Gaze *g = &gazes[tile->mood];
    float raise = tile->mood == PICTURE_COLD && side > 0.0f ? -1.2f : 0.0f; // one of them doubts
    float thick = tile->look->beard == PICTURE_BEARD_NONE ? 2.6f : 2.9f;
    PictureBrush b = { x + side * 7.2f,
                       g->outer + raise,
                       x + side * 1.6f,
                       g->middle - 1.4f + raise,
                       x - side * 5.6f,
                       g->inner + raise * 0.5f,
                       0.8f,
                       thick,
                       thick };
    portrait_brush(tile, b, brow, 1.0f);
}

void portrait_eyes(const PortraitTile *tile)
{
    uint32_t brow = colour_mix(tile->hair, 0x24161c, 0.30f);
    if (colour_grey(tile->hair) > 120) {
        brow = colour_mix(tile->hair, 0x5a4038, tile->look->skin <= 1 ? 0.55f : 0.30f);
    } else if (tile->look->hair_colour == PICTURE_HAIR_BLUE) {
        brow = 0x2b1d24;
    }
    int contrast = colour_grey(brow) - colour_grey(tile->skin);
    if (contrast > -34 && contrast < 34) {
        brow = colour_mix(brow, 0x1c1016, 0.55f);
    }
    draw_eye(tile, 49.8f, -1.0f);
    draw_eye(tile, 69.2f, 1.0f);
    draw_brow(tile, 49.8f, -1.0f, brow);
    draw_brow(tile, 69.2f, 1.0f, brow);
}

static void rim(const PortraitTile *tile, float x, bool square)
{
    const PictureSketch *k = &tile->sketch;
    if (square) {
        PictureSketch at = *k;
        at.x += k->sx * (x - 50.0f);
        at.y += k->ky * (x - 50.0f);
        picture_sketch(&at, "M41.6 52.4 C46 51.6 54 51.6 58.4 52.4 C59.4 56 59 61.6 57.4 64.4 C54 "
                            "66.4 46 66.4 42.6 64.4 C41 61.6 40.6 56 41.6 52.4 Z");
        raster_fill(k->raster, 0xe8f4f6, 0.14f);
        picture_sketch(&at,
                       "M40.6 51.2 C46 50 54 50 59.4 51.2 C60.8 56 60.4 62 58.4 65.4 C54 68 46 "
                       "68 41.6 65.4 C39.6 62 39.2 56 40.6 51.2 Z M42.4 53.4 C41.6 56 42 61 "
                       "43.2 63.6 C47 65 53 65 56.8 63.6 C58 61 58.4 56 57.6 53.4 C53 52.6 47 "
                       "52.6 42.4 53.4 Z");
        raster_fill(k->raster, 0x2b2233, 1.0f);
        return;
    }
    picture_sketch_ellipse(k, x, 58.6f, 8.2f, 7.8f);
    raster_fill(k->raster, 0xe8f4f6, 0.14f);
    for (int i = 0; i < 2; i++) { // a ring: the way round and, mirrored, back again
        PictureSketch side = i ? picture_sketch_mirrored(*k, x) : *k;
        float r = i ? 7.5f : 9.2f;
        picture_sketch_ellipse(&side, x, 58.6f, r, r - 0.4f);
    }
    raster_fill(k->raster, 0x4a2c22, 1.0f);
}

void portrait_glasses(const PortraitTile *tile)
{
    if (tile->look->glasses == PICTURE_GLASSES_NONE) {
        return;
    }
    bool square = tile->look->glasses == PICTURE_GLASSES_SQUARE;
    uint32_t frame = square ? 0x2b2233 : 0x4a2c22;
    rim(tile, 49.6f, square);
    rim(tile, 69.4f, square);
    portrait_brush(tile,
                   (PictureBrush){ 57.8f, 57.0f, 59.5f, 54.8f, 61.2f, 57.0f, 1.4f, 1.3f, 1.4f },
                   frame, 1.0f);
    // The arms go to the ears, or below what covers them.
    float back = portrait_ears_show(tile->look) ? 0.0f : 3.6f;
    portrait_brush(
        tile, (PictureBrush){ 41.2f, 56.6f, 38.6f, 55.6f, 34.2f + back, 55.4f, 1.5f, 1.4f, 1.2f },
        frame, 1.0f);
    portrait_brush(
        tile, (PictureBrush){ 77.8f, 56.6f, 79.6f, 55.8f, 83.0f - back, 55.4f, 1.5f, 1.4f, 1.2f },
        frame, 1.0f);
    portrait_fill(tile, "M71.4 53.6 L74 54.4 L69.4 64 L67 63.2 Z", 0xffffff, 0.20f);
}
