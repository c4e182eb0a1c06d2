// What happens to ropes: fibres stand off, a strand parts and recoils, a whole rope is torn, a
// splice is wound. Each of the eight strands has a place of its own on its rope.
#include "picture/rope_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

// How a rope looks between two stations.
typedef struct Spot {
    float wear;   // 0 whole .. 1 about to go
    float recoil; // 1 just parted .. 0
    float splice; // how much of it is wound, 0..1
} Spot;

static const float open_wear = 0.45f; // from here on the rope has a gap

static float rope_width(int rope)
{
    static const float widths[PICTURE_ROPES] = { 6.4f, 4.2f, 6.0f, 4.0f };
    return widths[rope];
}

static float recoil_of(const PictureStrandMotion *m, uint8_t state)
{
    bool parted = state == BRIDGE_STRAND_GONE && m->age >= MOTION_PARTS && m->age < 3.0f;
    float since = m->age - MOTION_PARTS;
    return parted ? colour_smooth(0.0f, 0.08f, since) * picture_decay(since * 3.2f) : 0.0f;
}

static Spot spot_at(const PictureSpan *span, int rope, int segment)
{
    Spot spot = { 0 };
    for (int s = 2 * rope; s < 2 * rope + 2; s++) {
        if (picture_sway_strand(span->condition, s).segment != segment) {
            continue;
        }
        const PictureStrandMotion *m = &span->motion->strands[s];
        float recoil = recoil_of(m, span->condition->strands[s]);
        spot.wear = m->wear > spot.wear ? m->wear : spot.wear;
        spot.recoil = recoil > spot.recoil ? recoil : spot.recoil;
        if (span->condition->strands[s] == BRIDGE_STRAND_SPLICED) {
            spot.splice = picture_motion_splice(m);
        }
    }
    return spot;
}

static float rope_recoil(const PictureSpan *span, int rope)
{
    float a = recoil_of(&span->motion->strands[2 * rope], span->condition->strands[2 * rope]);
    float b =
        recoil_of(&span->motion->strands[2 * rope + 1], span->condition->strands[2 * rope + 1]);
    return a > b ? a : b;
}

// A strand that has let go whips back and curls up.
static void tail(const PictureSpan *span, RasterPoint at, RasterPoint u, float width, float recoil,
                 PictureRopeColours colours, float bend)
{
    enum { POINTS = 8 };
    RasterPoint p[POINTS];
    float length = width * (1.6f + 5.2f * recoil) / (float)POINTS;
    float whip = recoil * 0.45f * wave_sin(span->seconds * 26.0f + bend);
    for (int i = 0; i < POINTS; i++) {
        p[i] = at;
        at = rope_along(at, u, length, 0.0f);
        u = rope_turn(u, bend * (0.30f - 0.16f * recoil) + whip * (float)i / (float)POINTS);
    }
    bool contrast = span->palette->high_contrast;
    raster_ribbon(span->raster, p, POINTS, width * 0.62f + 1.2f, 1.4f, 0.0f);
    raster_fill(span->raster, contrast ? 0x000000 : colours.low, 1.0f);
    raster_ribbon(span->raster, p, POINTS, width * 0.62f, 0.6f, 0.0f);
    raster_fill(span->raster, contrast ? 0xffffff : colours.high, 1.0f);
}

// The end of a snapped rope: it runs out a little beyond its last node and fans out.
static RasterPoint torn_end(const PictureSpan *span, RasterPoint last, RasterPoint before, int rope,
                            uint32_t seed)
{
    RasterPoint u;
    rope_unit(before, last, &u);
    RasterPoint tip = { last.x + u.x * 8.0f, last.y + u.y * 8.0f + 3.0f };
    float w = rope_width(rope);
    float recoil = rope_recoil(span, rope);
    PictureRopeColours colours = rope_colours(span, rope);
    tail(span, tip, u, w, recoil, colours, 1.0f);
    tail(span, tip, u, w * 0.9f, recoil * 0.7f, colours, -0.8f);
    picture_rope_fan(span, tip, u, w, w * 3.6f, 11, seed, recoil);
    return tip;
}

// What still bridges a gap: two strands, or the last one.
static void bridging(const PictureSpan *span, RasterPoint from, RasterPoint to, float wear, float w,
                     PictureRopeColours colours)
{
    Raster *raster = span->raster;
    bool contrast = span->palette->high_contrast;
    float red = colour_smooth(0.7f, 0.9f, wear);
    RasterPoint u;
    rope_unit(from, to, &u);
    for (int k = 0; k < (wear > 0.8f ? 1 : 2); k++) {
        float off = (k ? -0.28f : 0.22f) * w;
        RasterPoint p = rope_along(from, u, 0.0f, off);
        RasterPoint q = rope_along(to, u, 0.0f, off);
        raster_segment(raster, p.x, p.y, q.x, q.y, w * 0.34f + 1.2f, w * 0.34f + 1.2f);
        raster_fill(raster, contrast ? 0x000000 : colour_mix(colours.low, 0x7a2018, red), 1.0f);
        raster_segment(raster, p.x, p.y, q.x, q.y, w * 0.34f, w * 0.34f);
        raster_fill(raster, contrast ? 0xff5a36 : colour_mix(colours.high, 0xe0603a, red), 1.0f);
    }
}

// A worn place: the rope stops, a strand or two bridge the gap. Returns where the rope goes on.
static RasterPoint worn_gap(const PictureSpan *span, RasterPoint a, RasterPoint b, Spot spot,
                            int rope, PictureRopeColours colours)
{
    float w = rope_width(rope);
    RasterPoint u;
    rope_unit(a, b, &u);
    RasterPoint back = { -u.x, -u.y };
    RasterPoint from = point_between(a, b, 0.5f - 0.36f * spot.wear);
    RasterPoint to = point_between(a, b, 0.5f + 0.36f * spot.wear);
    bridging(span, from, to, spot.wear, w, colours);
    if (spot.recoil > 0.03f) {
        tail(span, from, rope_turn(back, 0.9f), w, spot.recoil, colours, 0.9f);
        tail(span, to, rope_turn(u, -0.9f), w, spot.recoil, colours, -0.9f);
    }
    uint32_t seed = (uint32_t)rope * 37u + 11u;
    picture_rope_fan(span, from, rope_turn(u, -0.25f), w, w * 2.7f, 13, seed, spot.recoil);
    picture_rope_fan(span, to, rope_turn(back, 0.25f), w, w * 2.7f, 13, seed + 90u, spot.recoil);
    return to;
}

// A few fibres stand off from a rope that still holds.
static void fibres(const PictureSpan *span, RasterPoint a, RasterPoint b, float wear, int rope)
{
    float w = rope_width(rope);
    float length = w * 2.6f * colour_smooth(0.0f, open_wear, wear);
    RasterPoint u;
    rope_unit(a, b, &u);
    RasterPoint up = rope_along(point_between(a, b, 0.42f), u, 0.0f, -w * 0.4f);
    RasterPoint low = rope_along(point_between(a, b, 0.60f), u, 0.0f, w * 0.4f);
    picture_rope_fan(span, up, rope_turn(u, -0.7f), w * 0.8f, length, 4, 5u + (uint32_t)rope, 0.0f);
    picture_rope_fan(span, low, rope_turn((RasterPoint){ -u.x, -u.y }, -0.6f), w * 0.8f, length, 4,
                     9u + (uint32_t)rope, 0.0f);
}

static void whipping(const PictureSpan *span, RasterPoint a, RasterPoint u, float length, float w,
                     float wound)
{
    for (int k = 0; k < 8; k++) {
        float due = k < 4 ? 0.04f * (float)k : 0.84f + 0.04f * (float)(k - 4);
        if (wound <= due) {
            continue;
        }
        float t = k < 4 ? 1.0f + (float)k * 2.3f : length - 1.0f - (float)(k - 4) * 2.3f;
        RasterPoint q = rope_along(a, u, t, (w + 4.0f) * 0.5f);
        RasterPoint r = rope_along(a, u, t, -(w + 4.0f) * 0.5f);
        raster_segment(span->raster, q.x, q.y, r.x, r.y, 1.7f, 1.7f);
    }
    span->raster->vital = true; // this says that it was mended
    raster_fill(span->raster, span->palette->whipping, 1.0f);
    span->raster->vital = false;
}

// Fresh rope married in: paler, thicker, whipped in red at both ends. It stays visible.
static void splice(const PictureSpan *span, RasterPoint a, RasterPoint b, int rope,
                   PictureRopeColours c, float wound)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    uint32_t fresh = p->high_contrast ? 0xffffff : p->rope_new;
    float w = rope_width(rope);
    RasterPoint u;
    float length = rope_unit(a, b, &u);
    RasterPoint from = rope_along(a, u, -2.0f, 0.0f);
    RasterPoint to = rope_along(a, u, -2.0f + (length + 4.0f) * wound, 0.0f);
    raster_segment(raster, from.x, from.y, to.x, to.y, w + 3.6f, w + 3.6f);
    raster_fill(raster, c.low, 1.0f);
    raster_segment(raster, from.x, from.y, to.x, to.y, w + 1.9f, w + 1.9f);
    raster_fill(raster, fresh, 1.0f);
    for (float t = 6.0f; t < length * wound - 6.0f; t += w * 0.95f) {
        RasterPoint q = rope_along(a, u, t - w * 0.31f, w * 0.55f);
        RasterPoint r = rope_along(a, u, t + w * 0.31f, -w * 0.55f);
        raster_segment(raster, q.x, q.y, r.x, r.y, 1.1f, 1.1f);
    }
    raster_fill(raster, c.middle, 0.9f);
    whipping(span, a, u, length, w, wound);
    if (wound < 1.0f) { // the end that is being wound goes round and round
        float round = wave_sin(wound * 44.0f);
        RasterPoint high = rope_along(to, u, 5.0f, -w * 1.9f * round);
        RasterPoint end = rope_along(to, u, 12.0f - 3.0f * round, -w * 2.6f * round - 2.0f);
        const RasterPoint loose[3] = { to, high, end };
        raster_ribbon(raster, loose, 3, w * 0.6f + 1.2f, 2.2f, 0.0f);
        raster_fill(raster, c.low, 1.0f);
        raster_ribbon(raster, loose, 3, w * 0.6f, 1.0f, 0.0f);
        raster_fill(raster, fresh, 1.0f);
    }
}

// The two ends are far apart and are being drawn together by a thin line.
static bool is_hauled(const PictureLink *link)
{
    return link->alive && link->rest > link->rest_goal + 14.0f;
}

static void hauling_line(const PictureSpan *span, RasterPoint a, RasterPoint b,
                         PictureRopeColours c)
{
    Raster *raster = span->raster;
    raster_segment(raster, a.x, a.y, b.x, b.y, 2.6f, 2.6f);
    raster_fill(raster, c.low, 0.9f);
    raster_segment(raster, a.x, a.y, b.x, b.y, 1.4f, 1.4f);
    raster_fill(raster, span->palette->high_contrast ? 0xffffff : span->palette->rope_new, 1.0f);
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
        const PictureLink *link = picture_sway_segment(span->sway, rope, i);
        Spot spot = spot_at(span, rope, i);
        uint32_t seed = (uint32_t)(rope * 91 + i * 7);
        if (!link->alive || is_hauled(link)) {
            run[n] = torn_end(span, here, n > 1 ? run[n - 2] : here, rope, seed);
            picture_rope(span->raster, run, n + 1, w, colours, outline);
            RasterPoint after =
                i + 2 < PICTURE_STATIONS ? picture_span_at(span, rope, i + 2) : next;
            run[0] = torn_end(span, next, after, rope, seed + 50u);
            if (link->alive) {
                hauling_line(span, run[n], run[0], colours);
            }
            n = 1;
        } else if (spot.wear >= open_wear && spot.splice < 0.5f) {
            run[n] = point_between(here, next, 0.5f - 0.36f * spot.wear);
            picture_rope(span->raster, run, n + 1, w, colours, outline);
            run[0] = worn_gap(span, here, next, spot, rope, colours);
            n = 1;
        }
    }
    for (int i = 0; i < PICTURE_SEGMENTS; i++) {
        Spot spot = spot_at(span, rope, i);
        bool whole = picture_sway_rope_whole(span->sway, rope, i);
        if (!whole || is_hauled(picture_sway_segment(span->sway, rope, i))) {
            continue;
        }
        RasterPoint a = picture_span_at(span, rope, i);
        RasterPoint b = picture_span_at(span, rope, i + 1);
        if (spot.splice > 0.0f) {
            splice(span, a, b, rope, colours, spot.splice);
        } else if (spot.wear > 0.02f && spot.wear < open_wear) {
            fibres(span, a, b, spot.wear, rope);
        }
    }
}
