// Sky, sun, cirrus, stars, far mesas, birds, rays, and the mist that lies between everything.
#include "picture/canyon_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

#include <math.h>

typedef struct Rgb {
    float r, g, b;
} Rgb;

static Rgb split(uint32_t c)
{
    return (Rgb){ (float)((c >> 16) & 255u), (float)((c >> 8) & 255u), (float)(c & 255u) };
}

static Rgb towards(Rgb a, Rgb b, float t)
{
    return (Rgb){ a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t };
}

static uint32_t channel(float v)
{
    return v <= 0.0f ? 0u : v >= 255.0f ? 255u : (uint32_t)v;
}

static uint32_t join(Rgb c, float dither)
{
    return 0xff000000u | (channel(c.r + dither) << 16) | (channel(c.g + dither) << 8) |
           channel(c.b + dither);
}

// About exp(-t) for t >= 0, without libm.
static float fade(float t)
{
    return 1.0f / (1.0f + t * (1.0f + t * (0.5f + t * (0.16667f + t * 0.041667f))));
}

static float cirrus(const void *context, float x, float y)
{
    const PicturePalette *p = context;
    return noise_fbm(x * 0.0021f + 3.0f, y * 0.021f + x * 0.0011f, p->cloud_seed);
}

static Rgb sky_gradient(const PicturePalette *p, float y)
{
    float t = colour_clamp(y / 330.0f, 0.0f, 1.0f);
    int k = 0;
    while (k < 2 && t > p->sky_stop[k + 1]) {
        k++;
    }
    float u = (t - p->sky_stop[k]) / (p->sky_stop[k + 1] - p->sky_stop[k]);
    return towards(split(p->sky[k]), split(p->sky[k + 1]), colour_clamp(u, 0.0f, 1.0f));
}

// Glow and three flat rings around the sun: their edges are meant to show.
static float sun_share(const PicturePalette *p, float distance)
{
    float glow = 0.55f * fade(distance / 150.0f) + 0.18f * fade(distance / 420.0f);
    float r = distance / p->sun_radius;
    float edge = 1.0f / p->sun_radius;
    float halo = 0.06f * (1.0f - colour_smooth(4.6f, 4.6f + edge, r)) +
                 0.07f * (1.0f - colour_smooth(3.1f, 3.1f + edge, r)) +
                 0.10f * (1.0f - colour_smooth(1.95f, 1.95f + edge, r));
    return glow + (1.0f - glow) * halo;
}

static float star(const PicturePalette *p, float x, float y)
{
    int gx = noise_floor(x / 9.0f);
    int gy = noise_floor(y / 9.0f);
    uint32_t seed = (uint32_t)gx * 7919u ^ (uint32_t)gy * 104729u;
    if (noise_of(seed) < 0.955f) {
        return 0.0f;
    }
    float sx = (float)gx * 9.0f + 4.5f + 4.0f * (noise_of(seed + 1u) - 0.5f);
    float sy = (float)gy * 9.0f + 4.5f;
    float d = (x - sx) * (x - sx) + (y - sy) * (y - sy);
    float bright = 0.4f + 0.6f * noise_of(seed + 2u);
    return (1.0f - colour_smooth(0.25f, 1.3f, d)) * p->stars * (1.0f - y / 210.0f) * bright;
}

static void shade_sky(void *context, float x, float y, float step, int count, uint32_t *out)
{
    const PicturePalette *p = context;
    Rgb base = sky_gradient(p, y);
    Rgb sun = split(p->sun);
    Rgb high = split(p->cloud);
    Rgb low = split(p->cloud_low);
    float band = colour_smooth(20.0f, 110.0f, y) * (1.0f - colour_smooth(250.0f, 320.0f, y));
    CanyonSlow clouds = picture_canyon_slow(cirrus, p, y, 14.0f);
    float dy = y - p->sun_y;
    for (int i = 0; i < count; i++) {
        float px = x + (float)i * step;
        Rgb c = base;
        if (p->sun_radius > 0.0f) {
            float dx = px - p->sun_x;
            c = towards(c, sun, sun_share(p, sqrtf(dx * dx + dy * dy)));
        }
        if (band > 0.0f) {
            float v = picture_canyon_slow_at(&clouds, px);
            c = towards(c, low, 0.32f * band * colour_smooth(0.50f, 0.515f, v));
            c = towards(c, high, 0.42f * band * colour_smooth(0.56f, 0.575f, v));
        }
        if (p->stars > 0.0f && y < 210.0f) {
            c = towards(c, (Rgb){ 255.0f, 255.0f, 255.0f }, star(p, px, y));
        }
        uint32_t grain =
            (uint32_t)noise_floor(px * 977.0f) * 31u ^ (uint32_t)noise_floor(y * 1009.0f);
        out[i] = join(c, (noise_of(grain) - 0.5f) * 1.6f + 0.5f);
    }
}

void picture_canyon_draw_sky(Raster *raster, const PicturePalette *palette)
{
    if (raster->sink != NULL) {
        picture_canyon_vector_sky(raster, palette);
        return;
    }
    // Below the horizon only the gap between the walls shows.
    PicturePalette p = *palette;
    raster_rect(raster, (float)CANYON_LEFT, (float)CANYON_SKY, (float)(CANYON_RIGHT - CANYON_LEFT),
                350.0f - (float)CANYON_SKY);
    raster_rect(raster, 540.0f, 350.0f, 224.0f, 650.0f);
    raster_fill_shade(raster, shade_sky, &p, 1.0f);
    if (palette->sun_radius > 0.0f) {
        raster_ellipse(raster, palette->sun_x, palette->sun_y, palette->sun_radius,
                       palette->sun_radius);
        raster_fill(raster, palette->sun, 1.0f);
    }
}

typedef struct Mesas {
    const PicturePalette *palette;
    uint32_t colour;
    float base, top, haze;
    uint32_t seed;
} Mesas;

static void shade_mesa(void *context, float x, float y, float step, int count, uint32_t *out)
{
    const Mesas *m = context;
    const PicturePalette *p = m->palette;
    float haze = m->haze + (1.0f - m->haze) * 0.96f * colour_smooth(m->top, m->base, y);
    float bend = 0.6f * noise_1d(y * 0.05f, 9u);
    for (int i = 0; i < count; i++) {
        float px = x + (float)i * step;
        float s = y + 3.0f * noise_1d(px * 0.02f, m->seed);
        float band = noise_1d(s * 0.16f, m->seed + 3u);
        float facet = noise_1d(px * 0.07f + bend, m->seed + 1u);
        uint32_t c = colour_mix(m->colour, p->shade,
                                (band > 0.55f ? 0.10f : 0.0f) + (band > 0.75f ? 0.07f : 0.0f));
        c = colour_mix(c, p->lit, 0.26f * colour_smooth(0.52f, 0.56f, facet));
        c = colour_mix(c, p->shade, 0.14f * (1.0f - colour_smooth(0.34f, 0.38f, facet)));
        out[i] = 0xff000000u | colour_mix(c, p->haze, haze);
    }
}

static void mesa(Raster *raster, Mesas *m, float x, float w, float h, float skirt)
{
    float base = m->base;
    float top = base - h;
    uint32_t seed = noise_hash((uint32_t)noise_floor(x) + 7u);
    m->top = top;
    raster_move(raster, x - skirt, base);
    raster_line(raster, x - skirt * 0.35f, base - h * 0.35f);
    raster_line(raster, x - w * 0.04f, base - h * 0.48f);
    raster_line(raster, x, top + h * 0.16f);
    raster_line(raster, x + w * 0.05f, top + h * 0.14f);
    raster_line(raster, x + w * 0.06f, top + 3.0f * noise_of(seed));
    raster_line(raster, x + w * 0.42f, top + 2.0f * noise_of(seed + 1u));
    raster_line(raster, x + w * 0.44f, top + h * 0.07f);
    raster_line(raster, x + w * 0.60f, top + h * 0.07f);
    raster_line(raster, x + w * 0.61f, top + 1.0f);
    raster_line(raster, x + w * 0.93f, top + 2.0f);
    raster_line(raster, x + w * 0.95f, top + h * 0.2f);
    raster_line(raster, x + w, top + h * 0.22f);
    raster_line(raster, x + w * 1.03f, base - h * 0.46f);
    raster_line(raster, x + w + skirt * 0.4f, base - h * 0.3f);
    raster_line(raster, x + w + skirt, base);
    if (raster->sink != NULL) {
        uint32_t c = colour_mix(m->colour, m->palette->haze, m->haze + 0.04f) | 0xff000000u;
        raster_fill_linear(raster, c, colour_mix(c, m->palette->haze, 0.96f) | 0xff000000u, 0.0f,
                           base - 100.0f, 0.0f, base);
        return;
    }
    raster_fill_shade(raster, shade_mesa, m, 1.0f);
}

void picture_canyon_draw_mesas(Raster *raster, const PicturePalette *palette)
{
    static const struct {
        float x, w, h, skirt;
    } far[] = { { 60, 120, 74, 60 },   { 330, 70, 96, 38 },   { 430, 34, 70, 22 },
                { 740, 150, 62, 60 },  { 1010, 60, 108, 34 }, { 1130, 130, 66, 50 },
                { -260, 150, 80, 50 }, { 1420, 120, 90, 50 } },
      near[] = { { -40, 190, 112, 70 },  { 250, 110, 70, 70 }, { 905, 130, 92, 76 },
                 { 1120, 220, 120, 60 }, { 600, 64, 52, 40 },  { -330, 130, 90, 60 },
                 { 1490, 170, 100, 60 } };
    Mesas m = { palette, palette->far[0], 318.0f, 0.0f, 0.42f, 5u };
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++) {
        mesa(raster, &m, far[i].x, far[i].w, far[i].h, far[i].skirt);
    }
    picture_canyon_mist(raster, NULL, palette->mist, 312.0f, 46.0f, 0.75f, 3u, -1);
    m = (Mesas){ palette, palette->far[1], 340.0f, 0.0f, 0.24f, 8u };
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++) {
        mesa(raster, &m, near[i].x, near[i].w, near[i].h, near[i].skirt);
    }
}

typedef struct Mist {
    const PictureCanyonPlan *plan;
    uint32_t rgb;
    float y, height, alpha;
    uint32_t seed;
    int in_front;
} Mist;

static float mist_noise(const void *context, float x, float y)
{
    const Mist *m = context;
    float a = x * 0.0042f;
    float b = y * 0.0042f * 3.2f;
    return 0.52f * noise_2d(a, b, m->seed) + 0.28f * noise_2d(a * 2.1f, b * 2.1f, m->seed + 7u) +
           0.20f * noise_2d(a * 4.3f, b * 4.3f, m->seed + 13u);
}

static void shade_mist(void *context, float x, float y, float step, int count, uint32_t *out)
{
    const Mist *m = context;
    float t = (y - m->y) / m->height;
    float v = 1.0f - t * t;
    float left = (float)CANYON_LEFT;
    float right = (float)CANYON_RIGHT;
    int row = noise_floor(y);
    if (m->in_front >= 0 && row >= 0 && row < CANYON_BOTTOM) {
        const CanyonWall *l = &m->plan->walls[2 * m->in_front];
        const CanyonWall *r = &m->plan->walls[2 * m->in_front + 1];
        left = y > l->rim + 2.0f ? l->profile[row] - 16.0f : left;
        right = y > r->rim + 2.0f ? r->profile[row] + 16.0f : right;
    }
    CanyonSlow noise = picture_canyon_slow(mist_noise, m, y, 10.0f);
    for (int i = 0; i < count; i++) {
        float px = x + (float)i * step;
        if (v <= 0.0f || px < left || px > right) {
            out[i] = 0u;
            continue;
        }
        float n = picture_canyon_slow_at(&noise, px);
        out[i] =
            colour_alpha(m->rgb, v * v * m->alpha * colour_smooth(0.18f, 0.72f, n + 0.25f * v));
    }
}

void picture_canyon_mist(Raster *raster, const PictureCanyonPlan *plan, uint32_t rgb, float y,
                         float height, float alpha, uint32_t seed, int in_front)
{
    if (raster->sink != NULL) {
        picture_canyon_vector_mist(raster, rgb, y, height, alpha);
        return;
    }
    Mist m = { plan, rgb, y, height, alpha, seed, in_front };
    raster_rect(raster, (float)CANYON_LEFT, y - height, (float)(CANYON_RIGHT - CANYON_LEFT),
                2.0f * height);
    raster_fill_shade(raster, shade_mist, &m, 1.0f);
}

void picture_canyon_draw_rays(Raster *raster, const PicturePalette *palette)
{
    if (palette->sun_radius <= 0.0f) {
        return;
    }
    float x = palette->sun_x;
    float y = palette->sun_y;
    raster->blend = RASTER_SCREEN;
    for (int k = 0; k < 4; k++) {
        float a = 1.9f + 0.28f * (float)k;
        float b = a + 0.07f + 0.03f * (float)(k & 1);
        raster_move(raster, x, y);
        raster_line(raster, x + 900.0f * wave_cos(a), y + 900.0f * wave_sin(a));
        raster_line(raster, x + 900.0f * wave_cos(b), y + 900.0f * wave_sin(b));
        raster_fill_linear(raster, colour_alpha(palette->sun, 0.15f),
                           colour_alpha(palette->sun, 0.0f), x, y, x - 120.0f, y + 430.0f);
    }
    raster->blend = RASTER_NORMAL;
}

void picture_canyon_draw_birds(Raster *raster, const PicturePalette *palette)
{
    for (int k = 0; k < 6; k++) {
        float x = 520.0f + 34.0f * (float)k + 20.0f * noise_of((uint32_t)k + 3u);
        float y = 120.0f + 40.0f * noise_of((uint32_t)k + 8u) + 3.0f * (float)k;
        float r = 6.0f + 4.0f * noise_of((uint32_t)k + 2u);
        raster_move(raster, x - r, y - r * 0.5f);
        raster_quad(raster, x - r * 0.4f, y - r * 0.75f, x, y);
        raster_quad(raster, x + r * 0.4f, y - r * 0.75f, x + r, y - r * 0.4f);
        raster_quad(raster, x + r * 0.4f, y - r * 0.45f, x, y + r * 0.22f);
        raster_quad(raster, x - r * 0.4f, y - r * 0.45f, x - r, y - r * 0.5f);
        raster_fill(raster, colour_mix(palette->deep, palette->haze, 0.25f), 0.9f);
    }
}
