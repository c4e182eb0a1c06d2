// Posts with their lean, scar and footing; hangers; lanterns.
#include "picture/span.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

typedef struct Post {
    float x, y; // foot
    float height, width;
    float lean; // of the top, design units to the right
    uint32_t body, dark, lit;
} Post;

static RasterPoint up(const Post *post, float t, float aside)
{
    return (RasterPoint){ post->x + post->lean * t + aside * post->width,
                          post->y - post->height * t };
}

static void draw_wood(Raster *raster, const Post *p, uint32_t ground)
{
    float w = p->width;
    RasterPoint l = up(p, 1.0f, -0.46f);
    RasterPoint r = up(p, 1.0f, 0.46f);
    raster_ellipse(raster, p->x + w * 0.1f, p->y + 1.0f, w * 1.7f, w * 0.5f);
    raster_fill(raster, ground, 0.30f);
    raster_move(raster, p->x - w * 0.56f, p->y);
    raster_line(raster, l.x, l.y);
    raster_quad(raster, (l.x + r.x) * 0.5f, l.y - w * 0.55f, r.x, r.y);
    raster_line(raster, p->x + w * 0.56f, p->y);
    raster_fill(raster, p->body, 1.0f);
    raster_move(raster, p->x - w * 0.56f, p->y);
    raster_line(raster, l.x, l.y);
    raster_line(raster, l.x + w * 0.36f, l.y - w * 0.26f);
    raster_line(raster, p->x - w * 0.16f, p->y);
    raster_fill(raster, p->dark, 0.75f);
    raster_move(raster, p->x + w * 0.56f, p->y);
    raster_line(raster, r.x, r.y);
    raster_line(raster, r.x - w * 0.24f, r.y - w * 0.12f);
    raster_line(raster, p->x + w * 0.30f, p->y);
    raster_fill(raster, p->lit, 0.75f);
    for (int k = 0; k < 3; k++) {
        float t = 0.25f + 0.22f * (float)k;
        RasterPoint a = up(p, t, -0.05f);
        RasterPoint b = up(p, t + 0.13f, 0.05f);
        raster_segment(raster, a.x, a.y, b.x, b.y, 0.7f, 0.7f);
    }
    raster_fill(raster, p->dark, 0.8f);
}

// Rope wound around the post at the deck and at the rail.
static void draw_windings(Raster *raster, const Post *p, const PicturePalette *palette)
{
    for (int at = 0; at < 2; at++) {
        for (int k = 0; k < (at ? 6 : 5); k++) {
            float t = (at ? 0.80f : 0.10f) + (float)k * 0.036f * (56.0f / p->height);
            RasterPoint a = up(p, t, -0.62f);
            RasterPoint b = up(p, t, 0.62f);
            raster_segment(raster, a.x, a.y + 1.2f, b.x, b.y - 1.2f, 3.3f, 3.3f);
            raster_fill(raster, palette->rope[0], 1.0f);
            raster_segment(raster, a.x + 0.2f, a.y + 0.9f, b.x - 0.2f, b.y - 1.5f, 2.3f, 2.3f);
            raster_fill(raster, palette->high_contrast ? 0xffffff : palette->rope[k % 2 ? 1 : 2],
                        1.0f);
        }
    }
}

// Deception found out: charred wood and a gash across the post. It deepens with the scar, never
// quite goes.
static void draw_scar(Raster *raster, const Post *p, float depth, bool contrast)
{
    float half = 0.05f + 0.11f * depth; // of the height
    float middle = 0.50f;
    static const float edge[5] = { 0.0f, 0.45f, -0.3f, 0.6f, 0.1f };
    for (int i = 0; i < 5; i++) { // jagged upper edge from left to right
        RasterPoint q = up(p, middle + half * (1.0f + edge[i] * 0.6f), -0.54f + 0.27f * (float)i);
        if (i == 0) {
            raster_move(raster, q.x, q.y);
        } else {
            raster_line(raster, q.x, q.y);
        }
    }
    for (int i = 4; i >= 0; i--) {
        RasterPoint q =
            up(p, middle - half * (1.0f + edge[4 - i] * 0.6f), -0.54f + 0.27f * (float)i);
        raster_line(raster, q.x, q.y);
    }
    raster_fill(raster, contrast ? 0x000000 : 0x1c0f16, 0.55f + 0.40f * depth);
    RasterPoint a = up(p, middle + half * 0.7f, -0.40f);
    RasterPoint b = up(p, middle - half * 0.7f, 0.44f);
    raster_segment(raster, a.x, a.y, b.x, b.y, 1.2f, 2.4f);
    raster_fill(raster, contrast ? 0xff5a36 : 0xd98a5c, 0.9f);
}

static void draw_footing(const PictureSpan *span, const Post *p)
{
    Raster *raster = span->raster;
    const PicturePalette *pal = span->palette;
    float w = p->width;
    uint32_t stone = pal->high_contrast ? 0x3c4656 : colour_mix(pal->strata[4], pal->deep, 0.3f);
    uint32_t top = pal->high_contrast ? 0x8f9bb0 : pal->strata[0];
    float rapport = span->motion->rapport;
    int stones = rapport > 0.75f ? 4 : rapport > 0.5f ? 3 : 2;
    static const float place[4] = { -0.9f, 0.85f, 0.05f, -1.9f };
    for (int k = 0; k < stones; k++) { // dug in deeper: more stones around the foot
        float x = p->x + place[k] * w;
        float y = p->y + (k == 2 ? 3.0f : 1.5f);
        raster_ellipse(raster, x, y, w * 0.66f, w * 0.44f);
        raster_fill(raster, stone, 1.0f);
        raster_ellipse(raster, x + w * 0.05f, y - 1.9f, w * 0.48f, w * 0.25f);
        raster_fill(raster, top, 0.8f);
    }
    if (rapport < 0.5f) { // earth pushed up on the side from which it is pulled
        raster_segment(raster, p->x - w * 1.5f, p->y + 3.0f, p->x + w * 1.5f, p->y + 3.0f, 1.0f,
                       3.0f);
        raster_fill(raster, pal->high_contrast ? 0xffffff : pal->deep, 0.5f);
    }
}

static void draw_lantern(const PictureSpan *span, float x, float y, float s)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    bool contrast = p->high_contrast;
    uint32_t frame = contrast ? 0xffffff : 0x2a1c24;
    raster_segment(raster, x, y - 9.0f * s, x, y - 5.0f * s, 1.2f * s, 1.2f * s);
    raster_rect(raster, x - 3.6f * s, y - 5.0f * s, 7.2f * s, 9.5f * s);
    raster_move(raster, x - 4.6f * s, y - 5.0f * s);
    raster_line(raster, x, y - 9.0f * s);
    raster_line(raster, x + 4.6f * s, y - 5.0f * s);
    raster_fill(raster, frame, 1.0f);
    raster_rect(raster, x - 2.5f * s, y - 3.8f * s, 5.0f * s, 7.0f * s);
    raster_fill(raster, contrast ? 0xffe14d : colour_mix(0xffe8b0, 0xffe09a, p->lamps), 1.0f);
    if (contrast) {
        return;
    }
    float flame =
        wave_sin(span->seconds * 7.0f + x) + 0.6f * wave_sin(span->seconds * 12.7f + x * 3.0f);
    float flicker = 1.0f + 0.06f * span->breeze * flame;
    float strength = (0.30f + 0.70f * p->lamps) * flicker;
    raster->blend = RASTER_SCREEN;
    raster_glow(raster, x, y, 52.0f * s * flicker, 0xffb450, 0.55f * strength);
    raster_glow(raster, x, y, 16.0f * s, 0xffe6a8, 0.80f * strength);
    raster->blend = RASTER_NORMAL;
}

void picture_span_post(const PictureSpan *span, bool back, bool far)
{
    const PicturePalette *pal = span->palette;
    float inward = far ? -1.0f : 1.0f;
    Post post = { .x = back ? (far ? 1044.0f : 236.0f) : (far ? 1069.0f : 211.0f),
                  .y = back ? 276.0f : 310.0f,
                  .height = back ? 86.0f : 94.0f,
                  .width = back ? 8.5f : 11.5f,
                  .lean = inward * (span->lean - 3.0f),
                  .body = colour_mix(pal->wood[1], pal->wood_shadow, 0.45f),
                  .dark = colour_mix(pal->wood_shadow, pal->deep, 0.35f),
                  .lit = colour_mix(pal->wood[1], pal->lit, 0.35f) };
    if (pal->high_contrast) {
        post.body = 0x777777;
        post.dark = 0x333333;
        post.lit = 0xffffff;
    } else if (back) {
        post.body = colour_mix(post.body, pal->haze, 0.15f);
        post.dark = colour_mix(post.dark, pal->haze, 0.12f);
    }
    draw_wood(span->raster, &post, pal->deep);
    if (!back && far && span->motion->scar > 0.0f) {
        draw_scar(span->raster, &post, span->motion->scar, pal->high_contrast);
    }
    draw_windings(span->raster, &post, pal);
    if (!back) {
        draw_footing(span, &post);
    }
}

void picture_span_lamps(const PictureSpan *span)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    float there = span->motion->lantern;
    for (int side = 0; side < 2 && there > 0.0f; side++) {
        float m = side ? 1.0f : -1.0f;
        float post = (side ? 1072.0f : 208.0f) - m * span->lean * 0.8f;
        float x = post + m * 12.0f;
        raster_segment(raster, post, 229.0f, x, 229.0f, 2.0f, 1.6f);
        raster_segment(raster, post, 237.0f, x - m * 4.0f, 229.0f, 1.4f, 1.4f);
        raster_fill(raster, p->high_contrast ? 0xffffff : p->deep, 1.0f);
        draw_lantern(span, x, 240.0f - 5.0f * (1.0f - there), 0.1f + 0.9f * there);
    }
    bool lit = there > 0.5f && p->lamps > 0.5f && !p->high_contrast;
    for (int i = 3; lit && i < PICTURE_STATIONS - 2; i += 6) { // light along the way, after dark
        if (picture_sway_rope_whole(span->sway, 2, i) &&
            picture_sway_rope_whole(span->sway, 2, i - 1)) {
            RasterPoint a = picture_span_at(span, 2, i);
            float swing = 1.5f * span->breeze * wave_sin(span->seconds * 1.6f + (float)i);
            draw_lantern(span, a.x + swing, a.y + 13.0f, 0.72f);
        }
    }
}

// A hanger that snapped: a short stub on the rail.
static void stub(const PictureSpan *span, RasterPoint a, int plank, float w, PictureRopeColours c)
{
    Raster *raster = span->raster;
    float swing = 2.0f + 5.0f * span->breeze * wave_sin(span->seconds * 1.9f + (float)plank);
    RasterPoint e = { a.x + swing, a.y + 19.0f };
    raster_segment(raster, a.x, a.y, e.x, e.y, w + 1.2f, w + 0.6f);
    raster_fill(raster, c.low, 1.0f);
    raster_segment(raster, a.x, a.y, e.x, e.y, w, w * 0.8f);
    raster_fill(raster, c.middle, 1.0f);
    picture_rope_fan(span, e, (RasterPoint){ 0.0f, 1.0f }, w * 1.5f, 8.0f, 6, (uint32_t)plank * 13u,
                     0.0f);
}

void picture_span_hanger(const PictureSpan *span, int side, int plank)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    RasterPoint a = picture_span_at(span, 2 + side, plank + 1);
    RasterPoint b = picture_span_at(span, side, plank + 1);
    float haze = side ? 0.40f : 0.0f;
    PictureRopeColours c = { colour_mix(p->rope[0], p->haze, haze),
                             colour_mix(p->rope[1], p->haze, haze),
                             colour_mix(p->rope[2], p->haze, haze) };
    if (p->high_contrast) {
        c = (PictureRopeColours){ 0x000000, 0xffffff, 0xffffff };
    }
    float w = side ? 1.5f : 2.3f;
    if (!picture_sway_hanger(span->sway, side, plank)->alive) {
        stub(span, a, plank, w, c);
        return;
    }
    raster_segment(raster, a.x, a.y, b.x, b.y, w + 1.3f, w + 1.3f);
    raster_fill(raster, c.low, side ? 0.8f : 1.0f);
    raster_segment(raster, a.x, a.y, b.x, b.y, w, w);
    raster_fill(raster, c.middle, 1.0f);
    raster_segment(raster, a.x - 0.4f, a.y, b.x - 0.4f, b.y, w * 0.35f, w * 0.35f);
    raster_fill(raster, c.high, 0.8f);
    if (side) {
        raster_ellipse(raster, a.x, a.y, 2.2f, 2.6f);
        raster_fill(raster, c.middle, 1.0f);
        return;
    }
    raster_ellipse(raster, a.x, a.y, 4.0f, 4.6f);
    raster_fill(raster, c.low, 1.0f);
    raster_ellipse(raster, a.x - 0.3f, a.y - 0.3f, 3.0f, 3.6f);
    raster_fill(raster, c.high, 1.0f);
    raster_segment(raster, a.x - 2.6f, a.y + 1.0f, a.x + 2.6f, a.y - 1.0f, 1.0f, 1.0f);
    raster_fill(raster, c.low, 0.8f);
}
