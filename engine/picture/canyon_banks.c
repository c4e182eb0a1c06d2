// The two banks: grass, path, pines, bushes, tufts, the house on their side.
#include "picture/canyon_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

// Mirrors design x for the far bank.
static float mirror(bool far, float x)
{
    return far ? 1280.0f - x : x;
}

static float grass_noise(const void *context, float x, float y)
{
    (void)context;
    return noise_fbm(x * 0.02f, y * 0.09f, 51u);
}

static void shade_grass(void *context, float x, float y, float step, int count, uint32_t *out)
{
    const PicturePalette *p = context;
    CanyonSlow slow = picture_canyon_slow(grass_noise, p, y, 3.0f);
    for (int i = 0; i < count; i++) {
        float n = picture_canyon_slow_at(&slow, x + (float)i * step);
        uint32_t c = colour_mix(p->grass, p->grass_dark, 0.75f * colour_smooth(0.44f, 0.50f, n));
        out[i] = 0xff000000u | colour_mix(c, p->lit, 0.18f * colour_smooth(0.60f, 0.62f, n));
    }
}

static void draw_bank(Raster *raster, const PicturePalette *palette, bool far)
{
    PicturePalette p = *palette;
    float out = far ? (float)CANYON_RIGHT : (float)CANYON_LEFT;
    raster_move(raster, out, 258);
    raster_line(raster, mirror(far, -10), 259);
    raster_cubic(raster, mirror(far, 60), 254, mirror(far, 150), 264, mirror(far, 206), 270);
    raster_line(raster, mirror(far, 256), 274);
    raster_line(raster, mirror(far, 233), 309);
    raster_line(raster, mirror(far, 120), 316);
    raster_line(raster, mirror(far, -10), 318);
    raster_line(raster, out, 318);
    if (raster->sink != NULL) {
        raster_fill(raster, colour_mix(p.grass, p.grass_dark, 0.3f), 1.0f);
    } else {
        raster_fill_shade(raster, shade_grass, &p, 1.0f);
    }
    raster_move(raster, mirror(far, 254), 276); // the path
    raster_line(raster, mirror(far, 233), 307);
    raster_cubic(raster, mirror(far, 150), 305, mirror(far, 80), 298, mirror(far, -10), 306);
    raster_line(raster, out, 306);
    raster_line(raster, out, 290);
    raster_line(raster, mirror(far, -10), 290);
    raster_cubic(raster, mirror(far, 90), 282, mirror(far, 150), 282, mirror(far, 254), 276);
    raster_fill(raster, p.path, 0.85f);
    raster_move(raster, mirror(far, 222), 308); // light on the rim
    raster_line(raster, mirror(far, 120), 316);
    raster_line(raster, mirror(far, -10), 318);
    raster_line(raster, out, 318);
    raster_line(raster, out, 321);
    raster_line(raster, mirror(far, -10), 321);
    raster_line(raster, mirror(far, 120), 320);
    raster_line(raster, mirror(far, 222), 311);
    raster_fill(raster, p.lit, far ? 0.35f : 0.55f);
    float shaded = far ? 0.5f : 0.3f;
    raster_move(raster, mirror(far, 214), 309); // the sill on which the bridge lies
    raster_line(raster, mirror(far, 234), 309);
    raster_line(raster, mirror(far, 257), 274);
    raster_line(raster, mirror(far, 250), 274);
    raster_fill(raster, colour_mix(p.path, p.shade, shaded), 0.9f);
    raster_rect(raster, far ? 1045.0f : 214.0f, 308, 21, 6);
    raster_fill(raster, colour_mix(p.strata[1], p.shade, shaded), 1.0f);
}

// The house on the far bank, its origin at the near corner of the front.
static void draw_house(Raster *raster, const PicturePalette *p, float x, float y, float s)
{
    uint32_t wall = colour_mix(p->wood[1], p->shade, 0.45f);
    uint32_t front = colour_mix(p->wood[1], p->lit, 0.12f);
    uint32_t roof = colour_mix(p->strata[4], p->shade, 0.45f);
    uint32_t roof_lit = colour_mix(p->strata[1], p->shade, 0.15f);
    uint32_t window = colour_mix(colour_mix(p->shade, p->deep, 0.4f), 0xffd37a, p->lamps);
    const RasterPoint front_wall[] = { { 0, 0 }, { 40, 0 }, { 40, 26 }, { 20, 44 }, { 0, 26 } };
    const RasterPoint side_wall[] = { { 0, 0 }, { -34, 3 }, { -34, 28 }, { 0, 26 } };
    const RasterPoint roof_side[] = { { 20, 47 }, { -15, 48 }, { -40, 26 }, { -4, 23 } };
    const RasterPoint roof_edge[] = { { 20, 48 }, { 46, 23 }, { 41, 22 },
                                      { 19, 43 }, { -3, 22 }, { -6, 23 } };
    const struct {
        const RasterPoint *points;
        int count;
        uint32_t colour;
    } faces[] = { { front_wall, 5, front },
                  { side_wall, 4, wall },
                  { roof_side, 4, roof },
                  { roof_edge, 6, roof_lit } };
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < faces[i].count; k++) {
            RasterPoint q = { x - faces[i].points[k].x * s, y - faces[i].points[k].y * s };
            if (k == 0) {
                raster_move(raster, q.x, q.y);
            } else {
                raster_line(raster, q.x, q.y);
            }
        }
        raster_fill(raster, faces[i].colour, 1.0f);
    }
    raster_rect(raster, x - 24 * s, y - 22 * s, 10 * s, 11 * s);
    raster_rect(raster, x + 16 * s, y - 20 * s, 8 * s, 8 * s);
    raster_fill(raster, window, 1.0f);
    raster_segment(raster, x - 19 * s, y - 22 * s, x - 19 * s, y - 11 * s, 1.4f * s, 1.4f * s);
    raster_fill(raster, wall, 1.0f);
    if (p->lamps > 0.5f) {
        raster->blend = RASTER_SCREEN;
        raster_glow(raster, x - 19 * s, y - 16 * s, 26 * s, 0xffb450, 0.45f * p->lamps);
        raster->blend = RASTER_NORMAL;
    }
}

void picture_canyon_draw_banks(Raster *raster, const PicturePalette *palette)
{
    draw_bank(raster, palette, false);
    draw_bank(raster, palette, true);
}

static void pine_tier(Raster *raster, float x, float y, float w, float h, float tree)
{
    raster_move(raster, x, y - h);
    raster_quad(raster, x + w * 0.35f, y - h * 0.35f, x + w, y + tree * 0.02f);
    raster_quad(raster, x + w * 0.45f, y - tree * 0.012f, x + w * 0.05f, y + tree * 0.012f);
    raster_quad(raster, x - w * 0.5f, y - tree * 0.01f, x - w, y + tree * 0.02f);
    raster_quad(raster, x - w * 0.35f, y - h * 0.35f, x, y - h);
}

static void pine(Raster *raster, const PicturePalette *p, float x, float y, float h, float haze,
                 uint32_t seed)
{
    uint32_t dark = colour_mix(p->pine, p->haze, haze);
    uint32_t lit = colour_mix(p->pine_lit, p->haze, haze);
    raster_segment(raster, x, y + 2, x, y - h * 0.3f, h * 0.05f, h * 0.04f);
    raster_fill(raster, colour_mix(p->wood_shadow, p->haze, haze), 1.0f);
    for (int k = 0; k < 6; k++) {
        float t = (float)k / 6.0f;
        float ty = y - h * (0.10f + 0.78f * t);
        float w = h * 0.24f * (1.0f - t * 0.86f) * (0.9f + 0.2f * noise_of_index(seed, k));
        float th = h * 0.27f * (1.0f - 0.35f * t);
        pine_tier(raster, x, ty, w, th, h);
        raster_fill(raster, dark, 1.0f);
        raster_move(raster, x + w * 0.02f, ty - th);
        raster_quad(raster, x + w * 0.35f, ty - th * 0.35f, x + w, ty + h * 0.02f);
        raster_quad(raster, x + w * 0.55f, ty - h * 0.01f, x + w * 0.36f, ty);
        raster_quad(raster, x + w * 0.26f, ty - th * 0.5f, x + w * 0.02f, ty - th);
        raster_fill(raster, lit, 0.75f);
    }
}

static void tuft(Raster *raster, float x, float y, float h, uint32_t rgb, uint32_t seed)
{
    for (int k = 0; k < 5; k++) {
        float i = (float)(k - 2);
        float a = i * 0.32f + 0.25f * (noise_of_index(seed, k) - 0.5f);
        float l = h * (0.7f + 0.5f * noise_of_index(seed + 9u, k));
        float foot = x + i * h * 0.10f;
        float mid = x + i * h * 0.12f;
        raster_move(raster, foot - h * 0.06f, y + 1);
        raster_quad(raster, mid, y - l * 0.6f, mid + wave_sin(a) * l, y - wave_cos(a) * l);
        raster_quad(raster, mid + h * 0.05f, y - l * 0.5f, foot + h * 0.07f, y + 1);
    }
    raster_fill(raster, rgb, 1.0f);
}

static void bush(Raster *raster, const PicturePalette *p, float x, float y, float r)
{
    raster_ellipse(raster, x, y - r * 0.55f, r, r * 0.62f);
    raster_ellipse(raster, x - r * 0.7f, y - r * 0.32f, r * 0.6f, r * 0.42f);
    raster_ellipse(raster, x + r * 0.75f, y - r * 0.35f, r * 0.6f, r * 0.44f);
    raster_fill(raster, p->pine, 1.0f);
    raster_ellipse(raster, x + r * 0.28f, y - r * 0.74f, r * 0.55f, r * 0.36f);
    raster_ellipse(raster, x + r * 0.92f, y - r * 0.48f, r * 0.34f, r * 0.24f);
    raster_fill(raster, p->pine_lit, 0.75f);
}

static void draw_tufts(Raster *raster, const PicturePalette *p)
{
    for (int side = 0; side < 2; side++) {
        for (int k = 0; k < 26; k++) {
            uint32_t seed = (uint32_t)(k * 3 + side * 101 + 1);
            float from_edge = 200.0f - noise_of(seed) * 200.0f;
            float x = side ? 1280.0f - (200.0f - from_edge) : 200.0f - from_edge;
            float rise = from_edge < 80.0f ? (80.0f - from_edge) * 0.06f : 0.0f;
            float y = 313.0f + 5.0f * noise_of(seed + 77u) - rise;
            tuft(raster, x, y, 5.0f + 5.0f * noise_of(seed + 5u),
                 k % 3 ? p->grass_dark : p->pine_lit, seed * 11u);
        }
    }
}

void picture_canyon_draw_plants(Raster *raster, const PicturePalette *p)
{
    static const struct {
        float x, y, h, haze;
    } pines[] = { { 20, 270, 150, .10f },   { 64, 266, 112, .16f },   { -8, 276, 110, .05f },
                  { 100, 263, 70, .22f },   { 1262, 268, 168, .06f }, { 1222, 264, 120, .14f },
                  { 1290, 276, 130, .03f }, { 1190, 263, 74, .22f },  { -60, 264, 128, .14f },
                  { -120, 268, 160, .08f }, { -190, 262, 96, .2f },   { -260, 270, 170, .06f },
                  { -360, 266, 140, .1f },  { 1350, 264, 120, .14f }, { 1410, 270, 170, .06f },
                  { 1490, 263, 100, .2f },  { 1580, 270, 180, .05f }, { 1680, 266, 130, .12f } };
    static const RasterPoint near_bushes[] = { { 150, 268 }, { 182, 270 }, { 1100, 271 },
                                               { 96, 318 },  { 28, 321 },  { 1212, 320 },
                                               { 1176, 318 } };
    static const float sizes[] = { 10, 7, 9, 9, 13, 12, 7 };
    for (size_t i = 0; i < sizeof pines / sizeof pines[0]; i++) {
        pine(raster, p, pines[i].x, pines[i].y, pines[i].h, pines[i].haze, (uint32_t)i + 1u);
    }
    draw_house(raster, p, 1140.0f, 271.0f, 0.92f);
    for (int i = 0; i < 7; i++) {
        bush(raster, p, near_bushes[i].x, near_bushes[i].y, sizes[i]);
    }
    if (raster->sink == NULL) {
        draw_tufts(raster, p);
    }
}
