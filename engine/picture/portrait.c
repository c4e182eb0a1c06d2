// The tile: its ground by mood, the order in which a person is drawn, the tilt of the head. What is
// drawn stands in portrait_clothes.c, _face.c, _eyes.c, _beard.c, _hair.c and _cover.c.
#include "picture/portrait.h"

#include "picture/colour.h"
#include "picture/portrait_parts.h"

void portrait_fill(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha)
{
    if (!tile->flat) {
        picture_sketch_fill(&tile->sketch, outline, rgb, alpha);
    } else if (alpha > 0.95f) {
        picture_sketch_fill(&tile->sketch, outline, 0xffffff, 1.0f);
    }
}

PortraitTile portrait_mirrored(const PortraitTile *tile, float axis)
{
    PortraitTile other = *tile;
    other.sketch = picture_sketch_mirrored(tile->sketch, axis);
    return other;
}

void portrait_blob(const PortraitTile *tile, float x, float y, float rx, float ry, uint32_t rgb,
                   float alpha)
{
    if (tile->flat && alpha <= 0.95f) {
        return;
    }
    picture_sketch_ellipse(&tile->sketch, x, y, rx, ry);
    raster_fill(tile->sketch.raster, tile->flat ? 0xffffff : rgb, alpha);
}

void portrait_brush(const PortraitTile *tile, PictureBrush brush, uint32_t rgb, float alpha)
{
    if (!tile->flat) {
        picture_sketch_brush(&tile->sketch, brush, rgb, alpha);
    } else if (alpha > 0.95f) {
        picture_sketch_brush(&tile->sketch, brush, 0xffffff, 1.0f);
    }
}

// The weather behind somebody: sky above and below, a sun, hills.
typedef struct Ground {
    uint32_t top, low, sun, hill;
    float sun_x, sun_y, sun_r, sun_alpha;
} Ground;

static const Ground grounds[PICTURE_MOODS] = {
    [PICTURE_CALM] = { 0x3f7f93, 0xf0cf9c, 0xfff3d6, 0xd9a87a, 96, 64, 27, 0.50f },
    [PICTURE_WARM] = { 0xd98a52, 0xfae0a4, 0xfff6d4, 0xe6a65e, 90, 44, 31, 0.72f },
    [PICTURE_WORRIED] = { 0x565579, 0xd3aaa0, 0xf6dccb, 0x9c7788, 98, 78, 20, 0.42f },
    [PICTURE_COLD] = { 0x2f4766, 0x9fb2b8, 0xdfe9ec, 0x667f92, 95, 58, 17, 0.38f },
};

static void draw_ground(const PortraitTile *tile, float height, bool contrast)
{
    const PictureSketch *k = &tile->sketch;
    const Ground *g = &grounds[tile->mood];
    picture_sketch(k, "M0 0 L112 0 112 136 0 136 Z");
    if (contrast) {
        raster_fill(k->raster, 0x1c2a44, 1.0f);
        return;
    }
    raster_fill_linear(k->raster, 0xff000000u | g->top, 0xff000000u | g->low, 0, k->y, 0,
                       k->y + height);
    portrait_blob(tile, g->sun_x, g->sun_y, g->sun_r, g->sun_r, g->sun, g->sun_alpha);
    if (tile->mood == PICTURE_WORRIED) { // a bank of cloud before the sun
        portrait_fill(tile,
                      "M70 87 C75 81 84 84 88 81 C94 76 102 79 105 77 C110 75 114 77 116 76 L116 "
                      "88 C104 90 82 90 70 87 Z",
                      0x8a7590, 0.55f);
    }
    portrait_fill(tile, "M0 104 C22 96 40 101 58 97 C78 92 96 98 112 92 L112 136 0 136 Z", g->hill,
                  0.5f);
}

// How a mood holds the head: the turn in radians about the neck, and up or down.
static PortraitTile tilted(const PortraitTile *tile)
{
    static const float turn[PICTURE_MOODS] = { -0.012f, 0.062f, -0.075f, 0.028f };
    static const float down[PICTURE_MOODS] = { 0.0f, 0.4f, 2.0f, -1.4f };
    PortraitTile head = *tile;
    head.sketch = picture_sketch_turned(tile->sketch, turn[tile->mood], 58.0f, 90.0f);
    float stoop = tile->look->age >= 60 ? 1.4f : 0.0f;
    head.sketch.y += (down[tile->mood] + stoop) * tile->sketch.sy;
    return head;
}

static void draw_person(const PortraitTile *tile)
{
    PortraitTile head = tilted(tile);
    portrait_behind(tile);
    portrait_hair_behind(&head);
    portrait_cover_behind(&head);
    portrait_clothes(tile);
    portrait_face(&head);
    portrait_hair_front(&head);
    portrait_cover_front(&head);
    if (!tile->flat) {
        portrait_glasses(&head);
    }
    portrait_hands(tile);
}

// A white edge around somebody, so that dark hair stands out from a dark ground.
static void draw_edge(const PortraitTile *tile)
{
    static const float around[8][2] = { { 1, 0 },  { 0.7f, 0.7f },   { 0, 1 },  { -0.7f, 0.7f },
                                        { -1, 0 }, { -0.7f, -0.7f }, { 0, -1 }, { 0.7f, -0.7f } };
    PortraitTile edge = *tile;
    edge.flat = true;
    for (int i = 0; i < 8; i++) {
        edge.sketch.x = tile->sketch.x + around[i][0] * 1.9f * tile->sketch.sx;
        edge.sketch.y = tile->sketch.y + around[i][1] * 1.9f * tile->sketch.sy;
        draw_person(&edge);
    }
}

static PortraitTile prepare(const PictureSketch *sketch, const PictureLook *look, PictureMood mood)
{
    PortraitTile tile = { .sketch = *sketch,
                          .look = look,
                          .mood = mood,
                          .skin = picture_look_skin(look),
                          .hair = picture_look_hair(look),
                          .coat = picture_look_coat(look),
                          .accent = picture_look_accent(look) };
    // Light lies on dark skin as a glow of its own colour, not as a stripe of the sun's.
    float light = 0.42f - 0.05f * (float)(look->skin < 6 ? look->skin : 5);
    tile.skin_shade = colour_mix(tile.skin, 0x5a2638, look->skin >= 4 ? 0.40f : 0.34f);
    tile.skin_lit = colour_mix(tile.skin, 0xffd09a, light);
    tile.lid = colour_mix(tile.skin, tile.skin_shade, 0.45f);
    tile.hair_shade = colour_mix(tile.hair, 0x1a0c1c, 0.36f);
    tile.hair_lit = colour_grey(tile.hair) > 125 ? colour_mix(tile.hair, 0xfff2dc, 0.38f)
                                                 : colour_mix(tile.hair, 0xe0a070, 0.22f);
    tile.coat_shade = colour_mix(tile.coat, 0x1a1030, 0.42f);
    tile.coat_lit = colour_mix(tile.coat, 0xffe8c8, 0.16f);
    tile.accent_shade = colour_mix(tile.accent, 0x4a3050, 0.32f);
    tile.accent_lit = colour_mix(tile.accent, 0xfff0d0, 0.40f);
    tile.line = colour_mix(tile.skin, 0x2a1020, 0.55f);
    tile.dark = colour_mix(tile.skin, 0x2a1020, 0.82f);
    return tile;
}

void picture_portrait(Raster *raster, float x, float y, float height, const PictureLook *look,
                      PictureMood mood, bool high_contrast)
{
    float s = height / (float)PICTURE_PORTRAIT_HEIGHT;
    float width = s * (float)PICTURE_PORTRAIT_WIDTH;
    PictureSketch sketch = { .raster = raster, .x = x, .y = y, .sx = s, .sy = s };
    PortraitTile tile = prepare(&sketch, look, mood);
    RasterRect clip = raster_clip_box(raster, x, y, width, height, 10.0f * s);
    draw_ground(&tile, height, high_contrast);
    if (high_contrast) {
        draw_edge(&tile);
    }
    draw_person(&tile);
    raster_clip(raster, clip);
    if (high_contrast) {
        raster_round_frame(raster, x, y, width, height, 10.0f * s, 2.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    }
}
