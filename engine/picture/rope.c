// A rope as it is drawn: twist and loose fibres. What breaks and mends it stands in rope_strand.c.
#include "picture/rope_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

enum { FINE = 4, MOST_POINTS = 64, MOST_FINE = MOST_POINTS * FINE + 1, CHUNK = 16 };

RasterPoint rope_along(RasterPoint from, RasterPoint u, float forward, float aside)
{
    return (RasterPoint){ from.x + u.x * forward - u.y * aside,
                          from.y + u.y * forward + u.x * aside };
}

float rope_unit(RasterPoint a, RasterPoint b, RasterPoint *unit)
{
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    float length = sqrtf(dx * dx + dy * dy);
    float safe = length < 1.0e-3f ? 1.0f : length;
    *unit = (RasterPoint){ dx / safe, dy / safe };
    return length;
}

static float spline(float a, float b, float c, float d, float t)
{
    float t2 = t * t;
    return 0.5f * (2.0f * b + (c - a) * t + (2.0f * a - 5.0f * b + 4.0f * c - d) * t2 +
                   (3.0f * b - a - 3.0f * c + d) * t2 * t);
}

static int smooth_points(const RasterPoint *in, int count, RasterPoint *out)
{
    int n = 0;
    for (int i = 0; i < count - 1; i++) {
        RasterPoint a = in[i > 0 ? i - 1 : 0];
        RasterPoint b = in[i];
        RasterPoint c = in[i + 1];
        RasterPoint d = in[i < count - 2 ? i + 2 : count - 1];
        for (int k = 0; k < FINE; k++) {
            float t = (float)k / (float)FINE;
            out[n++] =
                (RasterPoint){ spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t) };
        }
    }
    out[n++] = in[count - 1];
    return n;
}

// In chunks: a long thin polygon would make long rows.
static void ribbon(Raster *raster, const RasterPoint *p, int n, float width, float off,
                   uint32_t rgb, float alpha)
{
    for (int i = 0; i < n - 1; i += CHUNK) {
        int end = i + CHUNK + 2 < n ? i + CHUNK + 2 : n;
        if (alpha < 1.0f && end > i + CHUNK + 1) {
            end = i + CHUNK + 1; // no overlap where it would show
        }
        raster_ribbon(raster, p + i, end - i, width, width, off);
        raster_fill(raster, rgb, alpha);
    }
}

static void four(Raster *raster, RasterPoint a, RasterPoint b, RasterPoint c, RasterPoint d)
{
    raster_move(raster, a.x, a.y);
    raster_line(raster, b.x, b.y);
    raster_line(raster, c.x, c.y);
    raster_line(raster, d.x, d.y);
    raster_close(raster);
}

// One strand of the twist after another: which = 0 bright crests, 1 dark grooves.
static void twist(Raster *raster, const RasterPoint *p, int n, float width, int which)
{
    float step = width * 1.05f;
    float next = width * 0.4f;
    float done = 0.0f;
    float h = width * 0.5f;
    for (int i = 0; i < n - 1; i++) {
        RasterPoint u;
        float length = rope_unit(p[i], p[i + 1], &u);
        for (; next <= done + length && length > 1.0e-3f; next += step) {
            RasterPoint at = rope_along(p[i], u, next - done, 0.0f);
            if (which == 0) {
                four(raster, rope_along(at, u, -h * 0.95f, h * 0.85f),
                     rope_along(at, u, -h * 0.35f, h * 0.9f),
                     rope_along(at, u, h * 0.95f, -h * 0.80f),
                     rope_along(at, u, h * 0.30f, -h * 0.92f));
            } else {
                four(raster, rope_along(at, u, -h * 0.30f, h * 0.95f),
                     rope_along(at, u, h * 0.02f, h * 0.95f),
                     rope_along(at, u, h * 1.28f, -h * 0.90f),
                     rope_along(at, u, h * 0.98f, -h * 0.92f));
            }
        }
        done += length;
    }
}

void picture_rope(Raster *raster, const RasterPoint *points, int count, float width,
                  PictureRopeColours colours, float outline)
{
    RasterPoint p[MOST_FINE];
    if (count < 2) {
        return;
    }
    count = count > MOST_POINTS ? MOST_POINTS : count;
    int n = smooth_points(points, count, p);
    ribbon(raster, p, n, width + 1.8f, 0.0f, colours.low, outline);
    ribbon(raster, p, n, width, 0.0f, colours.middle, 1.0f);
    bool few = raster->sink != NULL; // every crest costs bytes there: on the near ropes only
    if (width <= (few ? 5.0f : 2.2f)) {
        ribbon(raster, p, n, width * 0.4f, -width * 0.2f, colours.high, 0.7f);
        return;
    }
    bool fine = width > 5.0f || width * raster->scale > 5.0f; // others show crests only
    // Pieces: one fill over the whole rope would have rows as long as the bridge.
    for (int i = 0; i < n - 1; i += CHUNK) {
        int end = i + CHUNK + 1 < n ? i + CHUNK + 1 : n;
        twist(raster, p + i, end - i, width, 0);
        raster_fill(raster, colours.high, 0.85f);
        if (!few && fine) {
            twist(raster, p + i, end - i, width, 1);
            raster_fill(raster, colours.low, 0.80f);
        }
    }
    if (fine) {
        ribbon(raster, p, n, width * 0.26f, width * 0.33f, colours.low, 0.38f);
    }
}

PictureRopeColours rope_colours(const PictureSpan *span, int rope)
{
    const PicturePalette *p = span->palette;
    if (p->high_contrast) {
        return (PictureRopeColours){ 0x000000, 0xe8e8e8, 0xffffff };
    }
    float haze = rope % 2 == 1 ? 0.22f : 0.0f;
    return (PictureRopeColours){ colour_mix(p->rope[0], p->haze, haze),
                                 colour_mix(p->rope[1], p->haze, haze),
                                 colour_mix(p->rope[2], p->haze, haze * 0.7f) };
}

RasterPoint rope_turn(RasterPoint u, float radians)
{
    float c = wave_cos(radians);
    float s = wave_sin(radians);
    return (RasterPoint){ u.x * c - u.y * s, u.x * s + u.y * c };
}

// One loose fibre: a thin curved sliver.
static void fibre(Raster *raster, RasterPoint at, RasterPoint u, float length, float width,
                  float curl, float droop)
{
    RasterPoint v = rope_turn(u, -0.6f * curl);
    RasterPoint w = rope_turn(u, curl);
    RasterPoint middle = rope_along(at, v, length * 0.6f, 0.0f);
    RasterPoint end = rope_along(at, w, length, 0.0f);
    end.y += droop;
    float nx = -u.y * width * 0.5f;
    float ny = u.x * width * 0.5f;
    raster_move(raster, at.x + nx, at.y + ny);
    raster_quad(raster, middle.x + nx, middle.y + ny, end.x + nx * 0.3f, end.y + ny * 0.3f);
    raster_line(raster, end.x - nx * 0.3f, end.y - ny * 0.3f);
    raster_quad(raster, middle.x - nx, middle.y - ny, at.x - nx, at.y - ny);
    raster_close(raster);
}

static uint32_t fibre_colour(const PictureSpan *span, int k)
{
    return span->palette->high_contrast ? 0xffffff : span->palette->rope[k % 3];
}

void picture_rope_fan(const PictureSpan *span, RasterPoint at, RasterPoint direction, float width,
                      float length, int fibres, uint32_t seed, float recoil)
{
    for (int k = 0; k < fibres; k++) {
        float spread = (noise_of_index(seed, k) - 0.5f) * 1.5f;
        float l = length * (0.45f + 0.75f * noise_of_index(seed + 3u, k));
        float curl = (noise_of_index(seed + 5u, k) - 0.5f) * 1.1f;
        spread += 0.10f * span->breeze * wave_sin(span->seconds * 4.0f + (float)k);
        spread += 0.5f * recoil * wave_sin(span->seconds * 23.0f + (float)k * 1.7f);
        l *= 1.0f + 0.5f * recoil;
        fibre(span->raster, at, rope_turn(direction, spread), l, width * 0.24f, curl,
              l * 0.35f * noise_of_index(seed + 7u, k));
        raster_fill(span->raster, fibre_colour(span, k), 1.0f);
    }
}

RasterPoint picture_span_at(const PictureSpan *span, int rope, int station)
{
    RasterPoint p = picture_project(picture_sway_at(span->sway, rope, station));
    if (rope >= 2 && station == 0) {
        p.x += span->lean;
    } else if (rope >= 2 && station == PICTURE_STATIONS - 1) {
        p.x -= span->lean;
    }
    return p;
}
