// Ropes as they are drawn: twist, frays, splices, snapped ends.
#include "picture/span.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

enum { FINE = 4, MOST_POINTS = 64, MOST_FINE = MOST_POINTS * FINE + 1, CHUNK = 16 };

static RasterPoint along(RasterPoint from, RasterPoint u, float forward, float aside)
{
    return (RasterPoint){ from.x + u.x * forward - u.y * aside,
                          from.y + u.y * forward + u.x * aside };
}

static float unit_between(RasterPoint a, RasterPoint b, RasterPoint *unit)
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
        float length = unit_between(p[i], p[i + 1], &u);
        for (; next <= done + length && length > 1.0e-3f; next += step) {
            RasterPoint at = along(p[i], u, next - done, 0.0f);
            if (which == 0) {
                four(raster, along(at, u, -h * 0.95f, h * 0.85f),
                     along(at, u, -h * 0.35f, h * 0.9f), along(at, u, h * 0.95f, -h * 0.80f),
                     along(at, u, h * 0.30f, -h * 0.92f));
            } else {
                four(raster, along(at, u, -h * 0.30f, h * 0.95f),
                     along(at, u, h * 0.02f, h * 0.95f), along(at, u, h * 1.28f, -h * 0.90f),
                     along(at, u, h * 0.98f, -h * 0.92f));
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
    if (width <= 2.2f) {
        ribbon(raster, p, n, width * 0.4f, -width * 0.2f, colours.high, 0.7f);
        return;
    }
    // Pieces: one fill over the whole rope would have rows as long as the bridge.
    for (int i = 0; i < n - 1; i += CHUNK) {
        int end = i + CHUNK + 1 < n ? i + CHUNK + 1 : n;
        twist(raster, p + i, end - i, width, 0);
        raster_fill(raster, colours.high, 0.85f);
        twist(raster, p + i, end - i, width, 1);
        raster_fill(raster, colours.low, 0.80f);
    }
    ribbon(raster, p, n, width * 0.26f, width * 0.33f, colours.low, 0.38f);
}

static PictureRopeColours rope_colours(const PictureSpan *span, int rope)
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

static RasterPoint turn(RasterPoint u, float radians)
{
    float c = wave_cos(radians);
    float s = wave_sin(radians);
    return (RasterPoint){ u.x * c - u.y * s, u.x * s + u.y * c };
}

// One loose fibre: a thin curved sliver.
static void fibre(Raster *raster, RasterPoint at, RasterPoint u, float length, float width,
                  float curl, float droop)
{
    RasterPoint v = turn(u, -0.6f * curl);
    RasterPoint w = turn(u, curl);
    RasterPoint middle = along(at, v, length * 0.6f, 0.0f);
    RasterPoint end = along(at, w, length, 0.0f);
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
                      float length, int fibres, uint32_t seed)
{
    for (int k = 0; k < fibres; k++) {
        float spread = (noise_of_index(seed, k) - 0.5f) * 1.5f;
        float l = length * (0.45f + 0.75f * noise_of_index(seed + 3u, k));
        float curl = (noise_of_index(seed + 5u, k) - 0.5f) * 1.1f;
        spread += 0.10f * span->breeze * wave_sin(span->seconds * 4.0f + (float)k);
        fibre(span->raster, at, turn(direction, spread), l, width * 0.24f, curl,
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

static float rope_width(int rope)
{
    static const float widths[PICTURE_ROPES] = { 6.4f, 4.2f, 6.0f, 4.0f };
    return widths[rope];
}

// The end of a snapped rope: it runs out a little beyond its last node and fans out.
static RasterPoint torn_end(const PictureSpan *span, RasterPoint last, RasterPoint before, int rope,
                            uint32_t seed)
{
    RasterPoint u;
    unit_between(before, last, &u);
    RasterPoint tip = { last.x + u.x * 8.0f, last.y + u.y * 8.0f + 3.0f };
    float w = rope_width(rope);
    picture_rope_fan(span, tip, u, w, w * 3.6f, 11, seed);
    return tip;
}

// A worn place: the rope stops, a strand or two bridge the gap. Returns where the rope goes on.
static RasterPoint worn_gap(const PictureSpan *span, RasterPoint a, RasterPoint b, float wear,
                            int rope, PictureRopeColours colours)
{
    Raster *raster = span->raster;
    bool contrast = span->palette->high_contrast;
    float w = rope_width(rope);
    RasterPoint u;
    unit_between(a, b, &u);
    RasterPoint from = point_between(a, b, 0.5f - 0.36f * wear);
    RasterPoint to = point_between(a, b, 0.5f + 0.36f * wear);
    bool last = wear > 0.8f;
    for (int k = 0; k < (last ? 1 : 2); k++) {
        float off = (k ? -0.28f : 0.22f) * w;
        RasterPoint p = along(from, u, 0.0f, off);
        RasterPoint q = along(to, u, 0.0f, off);
        raster_segment(raster, p.x, p.y, q.x, q.y, w * 0.34f + 1.2f, w * 0.34f + 1.2f);
        raster_fill(raster, contrast ? 0x000000 : last ? 0x7a2018 : colours.low, 1.0f);
        raster_segment(raster, p.x, p.y, q.x, q.y, w * 0.34f, w * 0.34f);
        raster_fill(raster, contrast ? 0xff5a36 : last ? 0xe0603a : colours.high, 1.0f);
    }
    uint32_t seed = (uint32_t)rope * 37u + 11u;
    picture_rope_fan(span, from, turn(u, -0.25f), w, w * 2.7f, 13, seed);
    picture_rope_fan(span, to, turn((RasterPoint){ -u.x, -u.y }, 0.25f), w, w * 2.7f, 13,
                     seed + 90u);
    return to;
}

// Fresh rope married in: paler, thicker, whipped in red at both ends. It stays visible.
static void splice(const PictureSpan *span, RasterPoint a, RasterPoint b, int rope,
                   PictureRopeColours c)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    float w = rope_width(rope);
    RasterPoint u;
    float length = unit_between(a, b, &u);
    RasterPoint from = along(a, u, -2.0f, 0.0f);
    RasterPoint to = along(b, u, 2.0f, 0.0f);
    raster_segment(raster, from.x, from.y, to.x, to.y, w + 3.6f, w + 3.6f);
    raster_fill(raster, c.low, 1.0f);
    raster_segment(raster, from.x, from.y, to.x, to.y, w + 1.9f, w + 1.9f);
    raster_fill(raster, p->high_contrast ? 0xffffff : p->rope_new, 1.0f);
    for (float t = 6.0f; t < length - 6.0f; t += w * 0.95f) {
        RasterPoint q = along(a, u, t - w * 0.31f, w * 0.55f);
        RasterPoint r = along(a, u, t + w * 0.31f, -w * 0.55f);
        raster_segment(raster, q.x, q.y, r.x, r.y, 1.1f, 1.1f);
    }
    raster_fill(raster, c.middle, 0.9f);
    for (int k = 0; k < 8; k++) {
        float t = k < 4 ? 1.0f + (float)k * 2.3f : length - 1.0f - (float)(k - 4) * 2.3f;
        RasterPoint q = along(a, u, t, (w + 4.0f) * 0.5f);
        RasterPoint r = along(a, u, t, -(w + 4.0f) * 0.5f);
        raster_segment(raster, q.x, q.y, r.x, r.y, 1.7f, 1.7f);
    }
    raster_fill(raster, p->whipping, 1.0f);
}

static float wear_at(const PictureSpan *span, int rope, int segment, bool *spliced)
{
    float wear = 0.0f;
    *spliced = false;
    for (int s = 2 * rope; s < 2 * rope + 2; s++) {
        PictureStrandPlace place = picture_sway_strand(span->condition, s);
        if (place.segment == segment) {
            wear = place.wear > wear ? place.wear : wear;
            *spliced = *spliced || place.spliced;
        }
    }
    return wear;
}

void picture_span_rope(const PictureSpan *span, int rope)
{
    RasterPoint run[PICTURE_STATIONS + 2];
    int n = 0;
    PictureRopeColours colours = rope_colours(span, rope);
    float w = rope_width(rope);
    float outline = rope % 2 == 1 ? 0.9f : 1.0f;
    for (int i = 0; i < PICTURE_STATIONS; i++) {
        RasterPoint here = picture_span_at(span, rope, i);
        run[n++] = here;
        if (i == PICTURE_STATIONS - 1) {
            picture_rope(span->raster, run, n, w, colours, outline);
            break;
        }
        RasterPoint next = picture_span_at(span, rope, i + 1);
        bool spliced;
        float wear = wear_at(span, rope, i, &spliced);
        uint32_t seed = (uint32_t)(rope * 91 + i * 7);
        if (!picture_sway_rope_whole(span->sway, rope, i)) {
            run[n] = torn_end(span, here, n > 1 ? run[n - 2] : here, rope, seed);
            picture_rope(span->raster, run, n + 1, w, colours, outline);
            RasterPoint after =
                i + 2 < PICTURE_STATIONS ? picture_span_at(span, rope, i + 2) : next;
            run[0] = torn_end(span, next, after, rope, seed + 50u);
            n = 1;
        } else if (wear > 0.0f) {
            run[n] = point_between(here, next, 0.5f - 0.36f * wear);
            picture_rope(span->raster, run, n + 1, w, colours, outline);
            run[0] = worn_gap(span, here, next, wear, rope, colours);
            n = 1;
        }
    }
    for (int i = 0; i < PICTURE_SEGMENTS; i++) {
        bool spliced;
        wear_at(span, rope, i, &spliced);
        if (spliced && picture_sway_rope_whole(span->sway, rope, i)) {
            splice(span, picture_span_at(span, rope, i), picture_span_at(span, rope, i + 1), rope,
                   colours);
        }
    }
}
