// Rope edges, gauge, keycap, logo, bars, shadows.
#include "picture/ornament.h"

#include "picture/colour.h"

static const uint32_t ink = 0x2b2233;
static const uint32_t gold = 0xf4cf62;

static void bolt(Raster *raster, float x, float y, float r, bool contrast)
{
    raster_ellipse(raster, x, y, r, r);
    raster_fill(raster, contrast ? 0xffffff : 0x5a3a24, 1.0f);
    raster_ellipse(raster, x, y, r - 1.2f, r - 1.2f);
    raster_fill(raster, contrast ? 0x05080d : 0xc99a5c, 1.0f);
    raster_ellipse(raster, x - 0.3f, y - 0.5f, r - 2.2f, r - 2.4f);
    raster_fill(raster, contrast ? 0x05080d : 0xdcb272, 1.0f);
    raster_segment(raster, x - r * 0.46f, y + r * 0.34f, x + r * 0.46f, y - r * 0.34f, 1.5f, 1.5f);
    raster_fill(raster, contrast ? 0xffffff : 0x5a3a24, 1.0f);
}

void picture_rope_edge(Raster *raster, float x, float y, float width, float height, bool bolts,
                       bool high_contrast)
{
    float top = y - height * 0.5f;
    float inset = bolts ? 0.0f : 1.0f;
    if (high_contrast) {
        raster_round_rect(raster, x + inset, y - 2.0f, width - 2.0f * inset, 4.0f, 2.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    } else {
        raster_round_rect(raster, x + inset, top, width - 2.0f * inset, height, height * 0.4f);
        raster_fill(raster, 0x5a3a24, 1.0f);
        float line = height * 0.11f;
        raster_round_rect(raster, x + inset + line, top + line, width - 2.0f * (inset + line),
                          height - 2.0f * line, height * 0.3f);
        raster_fill_linear(raster, 0xffb98e52, 0xff8e6a3c, 0, top, 0, top + height);
        float h = height - 2.0f * line;
        float pitch = height * 0.9f;
        float y0 = top + line + h * 0.94f;
        float y1 = top + line + h * 0.06f;
        for (float at = x + height * 0.8f; at < x + width - height; at += pitch) {
            raster_move(raster, at, y0);
            raster_line(raster, at + h * 0.46f, y1);
            raster_line(raster, at + h * 0.82f, y1);
            raster_line(raster, at + h * 0.36f, y0);
            raster_close(raster);
        }
        raster_fill(raster, 0xe9d09a, 1.0f);
        for (float at = x + height * 0.8f; at < x + width - height; at += pitch) {
            raster_segment(raster, at + h * 0.40f, y0, at + h * 0.88f, y1, 0.8f, 0.8f);
        }
        raster_fill(raster, 0x5a3a24, 0.55f);
    }
    if (bolts) {
        float r = height * 0.66f;
        bolt(raster, x + r * 0.9f, y, r, high_contrast);
        bolt(raster, x + width - r * 0.9f, y, r, high_contrast);
    }
}

static const float gauge_plank = 0.56f;
static const float gauge_pitch = 0.78f;

float picture_gauge_width(float height)
{
    return height * (9.0f * gauge_pitch + gauge_plank);
}

static void gauge_crack(Raster *raster, float x, float y, float w, float h, uint32_t rgb)
{
    const RasterPoint crack[] = { { x + w * 0.62f, y + h * 0.08f },
                                  { x + w * 0.30f, y + h * 0.42f },
                                  { x + w * 0.70f, y + h * 0.52f },
                                  { x + w * 0.36f, y + h * 0.92f } };
    raster_stroke(raster, crack, 4, h * 0.075f + 0.3f);
    raster_fill(raster, rgb, 1.0f);
}

void picture_gauge(Raster *raster, float x, float y, float height, int halves, bool on_dark,
                   bool high_contrast)
{
    float w = height * gauge_plank;
    float line = height * 0.085f < 1.2f ? 1.2f : height * 0.085f;
    uint32_t edge = high_contrast ? 0xffffff : on_dark ? 0x1c1830 : ink;
    uint32_t full = high_contrast ? 0xffffff : gold;
    uint32_t empty = high_contrast ? 0x05080d : on_dark ? 0x3d3650 : 0xe6dab6;
    for (int i = 0; i < 10; i++) {
        float px = x + height * gauge_pitch * (float)i;
        bool has = halves >= 2 * i + 1;
        bool half = halves == 2 * i + 1;
        raster_round_rect(raster, px, y, w, height, height * 0.16f);
        raster_fill(raster, edge, 1.0f);
        raster_round_rect(raster, px + line, y + line, w - 2.0f * line, height - 2.0f * line,
                          height * 0.09f);
        raster_fill(raster, has ? full : empty, 1.0f);
        if (half) {
            gauge_crack(raster, px, y, w, height, high_contrast ? 0x05080d : ink);
        }
    }
}

void picture_keycap(Raster *raster, float x, float y, float width, float size, uint32_t rgb)
{
    float w = width < size ? size : width;
    raster_round_rect(raster, x, y, w, size, 5.0f);
    raster_fill(raster, rgb, 1.0f);
    raster_round_rect(raster, x + 2.0f, y + size - 3.0f, w - 4.0f, 2.0f, 1.0f);
    raster_fill(raster, 0x000000, 0.10f);
}

void picture_logo(Raster *raster, float x, float y, float height, bool high_contrast)
{
    float s = height / 20.0f;
    uint32_t wood = high_contrast ? 0xffffff : 0xd9a868;
    uint32_t rope = high_contrast ? 0xffffff : 0xf2dcae;
    uint32_t plank = high_contrast ? 0xffe14d : gold;
    raster_round_rect(raster, x, y, 3.2f * s, 14.0f * s, 1.0f * s);
    raster_round_rect(raster, x + 30.8f * s, y, 3.2f * s, 14.0f * s, 1.0f * s);
    raster_fill(raster, wood, 1.0f);
    RasterPoint rail[13];
    for (int i = 0; i < 13; i++) {
        float t = (float)i / 12.0f;
        rail[i] =
            (RasterPoint){ x + (1.6f + 30.8f * t) * s, y + (1.6f + 32.0f * t * (1.0f - t)) * s };
    }
    raster_stroke(raster, rail, 13, 1.5f * s);
    raster_fill(raster, rope, 1.0f);
    for (int i = 0; i < 6; i++) {
        float t = ((float)i + 0.5f) / 6.0f;
        float px = x + (3.4f + 27.2f * t) * s;
        float py = y + (10.8f + 26.0f * t * (1.0f - t)) * s;
        float lean = (1.0f - 2.0f * t) * 2.6f * s;
        raster_move(raster, px - 1.9f * s, py - lean * 0.42f);
        raster_line(raster, px + 1.9f * s, py + lean * 0.42f);
        raster_line(raster, px + 1.9f * s - lean * 0.3f, py + 4.2f * s + lean * 0.42f);
        raster_line(raster, px - 1.9f * s - lean * 0.3f, py + 4.2f * s - lean * 0.42f);
        raster_close(raster);
    }
    raster_fill(raster, plank, 1.0f);
}

void picture_shadow(Raster *raster, float x, float y, float width, float height, float radius)
{
    for (int i = 4; i >= 1; i--) { // the wide, soft one
        float grow = 5.0f * (float)i;
        raster_round_rect(raster, x - grow, y + 8.0f - grow, width + 2.0f * grow,
                          height + 2.0f * grow, radius + grow);
        raster_fill(raster, 0x171228, 0.055f);
    }
    raster_round_rect(raster, x - 0.5f, y + 3.0f, width + 1.0f, height, radius);
    raster_fill(raster, ink, 0.22f);
}
