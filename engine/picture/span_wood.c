// One piece of wood in perspective: grain, nails, worn edges, raw splinters where it is broken.
// Knows what a state looks like, not how a plank got into it: that is span_plank.c.
#include "picture/plank.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

static PictureVector minus(PictureVector a, PictureVector b)
{
    return vector_add(a, b, -1.0f);
}

static PictureVector way_at(const PictureSway *sway, int rope, int station)
{
    PictureVector here = picture_sway_at(sway, rope, station);
    PictureVector a = picture_sway_at(sway, rope, station - 1);
    PictureVector b = picture_sway_at(sway, rope, station + 1);
    a = picture_sway_rope_whole(sway, rope, station - 1) ? a : here;
    b = picture_sway_rope_whole(sway, rope, station) ? b : here;
    return vector_unit(minus(b, a));
}

PlankPlace plank_place(const PictureSpan *span, int plank)
{
    int station = plank + 1;
    PlankPlace p = { .front = picture_sway_at(span->sway, 0, station),
                     .back = picture_sway_at(span->sway, 1, station),
                     .front_way = way_at(span->sway, 0, station),
                     .back_way = way_at(span->sway, 1, station) };
    PictureVector across = vector_unit(minus(p.back, p.front));
    PictureVector way = vector_unit(vector_add(p.front_way, p.back_way, 1.0f));
    p.down = vector_unit(vector_cross(way, across));
    if (p.down.y < 0.0f) {
        p.down = (PictureVector){ -p.down.x, -p.down.y, -p.down.z };
    }
    return p;
}

PlankWood plank_wood(const PictureSpan *span, int plank, uint8_t state)
{
    const PicturePalette *p = span->palette;
    PlankWood w = { .seed = (uint32_t)plank * 7919u + 1u, // the same wood in every state
                    .fresh = state == BRIDGE_PLANK_NEW,
                    .scuffed =
                        state == BRIDGE_PLANK_WORN || state == BRIDGE_PLANK_CRACKED ? 1.0f : 0.0f,
                    .wasted = state == BRIDGE_PLANK_WORN ? 1.0f : 0.0f,
                    .weathered = state == BRIDGE_PLANK_GREY,
                    .contrast = p->high_contrast,
                    .raw = colour_mix(p->wood[0], 0xffffff, 0.25f) };
    static const uint32_t contrast[] = { 0xf2f2f2, 0xf2f2f2, 0xffffff, 0xb9c2d0,
                                         0xffe14d, 0xff9a1f, 0xff5a36, 0x000000 };
    if (w.contrast) {
        w.top = contrast[state];
        w.front = colour_mix(w.top, 0x000000, 0.45f);
        w.side = colour_mix(w.top, 0x000000, 0.3f);
        w.under = colour_mix(w.top, 0x000000, 0.6f);
        w.raw = state == BRIDGE_PLANK_CRACKED ? 0x000000 : 0xffd0c0; // a crack, or torn ends: no red
        return w;
    }
    uint32_t grey = colour_mix(p->wood[2], p->wood[3], 0.8f);
    uint32_t base = state == BRIDGE_PLANK_NEW       ? p->wood[0]
                    : state == BRIDGE_PLANK_GREY    ? colour_mix(grey, p->haze, 0.14f)
                    : state == BRIDGE_PLANK_WORN    ? colour_mix(p->wood[2], p->wood_shadow, 0.3f)
                    : state == BRIDGE_PLANK_CRACKED ? colour_mix(p->wood[2], p->wood[3], 0.5f)
                    : state == BRIDGE_PLANK_HANGING ? p->wood[3]
                                                    : p->wood[1];
    base = colour_mix(base, p->wood_shadow, 0.16f * noise_of(w.seed + 1u));
    base = colour_mix(base, p->lit, 0.14f * noise_of(w.seed + 2u));
    w.top = base;
    w.front = colour_mix(base, p->wood_shadow, w.fresh ? 0.34f : 0.62f);
    w.side = colour_mix(base, p->wood_shadow, 0.42f);
    w.under = colour_mix(base, p->wood_shadow, 0.8f);
    return w;
}

// Corners on the picture: 0..3 the top (front left, front right, back right, back left), 4..7
// below.
static void corners(const PlankPlace *place, const PlankPart *part, const PlankWood *wood,
                    RasterPoint out[8])
{
    float pitch = (float)(PICTURE_DECK_RIGHT - PICTURE_DECK_LEFT) / (float)PICTURE_SEGMENTS;
    float half = pitch * (0.445f + 0.02f * (noise_of(wood->seed) - 0.5f));
    PictureVector across = minus(place->back, place->front);
    float front_over = part->from <= 0.0f ? -0.10f - 0.03f * noise_of(wood->seed + 4u) : 0.0f;
    float back_over = part->to >= 1.0f ? 0.07f : 0.0f;
    PictureVector a = vector_add(place->front, across, part->from + front_over);
    PictureVector c = vector_add(place->front, across, part->to + back_over);
    a = vector_add(a, place->down, part->sink_from);
    c = vector_add(c, place->down, part->sink_to);
    PictureVector turn = minus(place->back_way, place->front_way);
    float front_half = half * (1.0f - 0.36f * wood->wasted); // shows as two slits, in every light
    float back_half = half * (1.0f - 0.10f * wood->wasted);
    PictureVector a_way = vector_unit(vector_add(place->front_way, turn, part->from));
    PictureVector c_way = vector_unit(vector_add(place->front_way, turn, part->to));
    if (wood->scuffed > 0.0f) {
        float skew = (noise_of(wood->seed + 8u) - 0.5f) * 0.16f * wood->scuffed;
        a_way = vector_unit(vector_add(a_way, (PictureVector){ 0.0f, 1.0f, 0.0f }, skew * 0.5f));
        a.x += skew * 8.0f;
    }
    for (int k = 0; k < 2; k++) {
        float depth = k ? 5.4f : -1.0f;
        out[k * 4 + 0] =
            picture_project(vector_add(vector_add(a, a_way, -front_half), place->down, depth));
        out[k * 4 + 1] =
            picture_project(vector_add(vector_add(a, a_way, front_half), place->down, depth));
        out[k * 4 + 2] =
            picture_project(vector_add(vector_add(c, c_way, back_half), place->down, depth));
        out[k * 4 + 3] =
            picture_project(vector_add(vector_add(c, c_way, -back_half), place->down, depth));
    }
}

static float turn_of(RasterPoint a, RasterPoint b, RasterPoint c, RasterPoint d)
{
    float first = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    float second = (c.x - a.x) * (d.y - a.y) - (c.y - a.y) * (d.x - a.x);
    return first + second;
}

// The top face; broken ends are jagged.
static void top_outline(Raster *raster, const RasterPoint c[8], const PlankPart *part,
                        uint32_t seed)
{
    raster_move(raster, c[0].x, c[0].y);
    for (int q = 1; part->broken_from && q < 6; q++) {
        float t = (float)q / 6.0f;
        float in = q % 2 ? 0.16f + 0.1f * noise_of_index(seed, q) : -0.10f;
        RasterPoint p =
            point_between(point_between(c[0], c[1], t), point_between(c[3], c[2], t), in);
        raster_line(raster, p.x, p.y);
    }
    raster_line(raster, c[1].x, c[1].y);
    raster_line(raster, c[2].x, c[2].y);
    for (int q = 5; part->broken_to && q >= 1; q--) {
        float t = (float)q / 6.0f;
        float in = q % 2 ? 0.18f + 0.1f * noise_of_index(seed + 3u, q) : -0.12f;
        RasterPoint p =
            point_between(point_between(c[3], c[2], t), point_between(c[0], c[1], t), in);
        raster_line(raster, p.x, p.y);
    }
    raster_line(raster, c[3].x, c[3].y);
    raster_close(raster);
}

// A point of the top face: `side` 0 left .. 1 right, `depth` 0 front .. 1 back.
static RasterPoint on_top(const RasterPoint c[8], float side, float depth)
{
    return point_between(point_between(c[0], c[1], side), point_between(c[3], c[2], side), depth);
}

static void grain(const PictureSpan *span, const RasterPoint c[8], const PlankWood *wood)
{
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    int lines = wood->fresh ? 3 : wood->weathered ? 6 : 4;
    for (int q = 0; q < lines; q++) {
        float v =
            0.14f + 0.74f * ((float)q + 0.5f * noise_of_index(wood->seed + 7u, q)) / (float)lines;
        float from = 0.04f + 0.2f * noise_of_index(wood->seed + 11u, q);
        float to = 0.75f + 0.22f * noise_of_index(wood->seed + 19u, q);
        RasterPoint a = on_top(c, v, from);
        RasterPoint b = on_top(c, v + 0.05f * (noise_of_index(wood->seed, q) - 0.5f), to);
        raster_segment(raster, a.x, a.y, b.x, b.y, 0.55f, 1.0f);
    }
    raster_fill(raster, p->wood_shadow, wood->fresh ? 0.30f : wood->weathered ? 0.34f : 0.46f);
    raster_segment(raster, c[1].x - 0.7f, c[1].y, c[2].x - 0.7f, c[2].y, 1.5f, 1.2f);
    raster_fill(raster, p->lit, wood->fresh ? 0.75f : 0.45f);
    raster_segment(raster, c[0].x + 0.4f, c[0].y, c[3].x + 0.4f, c[3].y, 1.1f, 0.9f);
    raster_fill(raster, p->wood_shadow, 0.55f);
    if (noise_of(wood->seed + 33u) > 0.62f) {
        RasterPoint k = on_top(c, 0.35f + 0.3f * noise_of(wood->seed + 34u),
                               0.3f + 0.5f * noise_of(wood->seed + 35u));
        raster_ellipse(raster, k.x, k.y, 1.7f, 1.3f);
        raster_fill(raster, p->wood_shadow, 0.55f);
    }
    RasterPoint a = on_top(c, 0.0f, 0.86f); // shade under the back rope
    RasterPoint b = on_top(c, 1.0f, 0.86f);
    const RasterPoint strip[] = { a, b, c[2], c[3] };
    raster_polygon(raster, strip, 4);
    raster_fill(raster, p->wood_shadow, 0.18f);
    if (wood->scuffed > 0.5f) { // chips out of the front edge and a worn hollow
        for (int q = 0; q < 3; q++) {
            RasterPoint m = on_top(c, 0.2f + 0.3f * (float)q, 0.02f);
            raster_ellipse(raster, m.x, m.y, 1.6f + noise_of_index(wood->seed, q + 40), 1.0f);
        }
        RasterPoint m = on_top(c, 0.5f, 0.5f);
        raster_ellipse(raster, m.x, m.y, 5.0f, 6.0f);
        raster_fill(raster, colour_mix(wood->top, p->wood_shadow, 0.6f), 0.28f);
    }
    if (wood->wasted > 0.5f) { // where feet have rubbed it bare it is pale
        RasterPoint m = on_top(c, 0.5f, 0.56f);
        for (int q = 0; q < 2; q++) {
            raster_ellipse(raster, m.x, m.y, q ? 3.4f : 6.2f, q ? 4.6f : 7.8f);
            raster_fill(raster, colour_mix(p->wood[0], p->haze, 0.25f), 0.26f);
        }
    }
}

static void nails(const PictureSpan *span, const RasterPoint c[8])
{
    for (int q = 0; q < 2; q++) {
        RasterPoint n = on_top(c, 0.28f + 0.44f * (float)q, 0.13f);
        raster_ellipse(span->raster, n.x, n.y, 1.1f, 0.9f);
    }
    raster_fill(span->raster, span->palette->high_contrast ? 0x000000 : 0x2a1c1c, 0.8f);
}

// Bands across for states that are not told by the outline, in high contrast.
static void contrast_marks(const PictureSpan *span, const RasterPoint c[8], uint8_t state,
                           const PlankPart *part)
{
    Raster *raster = span->raster;
    if (state == BRIDGE_PLANK_WORN || state == BRIDGE_PLANK_GREY) {
        int bands = state == BRIDGE_PLANK_WORN ? 3 : 1;
        for (int q = 0; q < bands; q++) {
            float t = bands == 1 ? 0.5f : 0.22f + 0.26f * (float)q;
            RasterPoint a = on_top(c, 0.0f, t);
            RasterPoint b = on_top(c, 1.0f, t);
            raster_segment(raster, a.x, a.y, b.x, b.y, 1.8f, 1.8f);
        }
        raster_fill(raster, state == BRIDGE_PLANK_WORN ? 0x6a5200 : 0x30363f, 1.0f);
    }
    if (state == BRIDGE_PLANK_NEW) { // a cut corner, since it is as white as sound wood
        const RasterPoint mark[] = { c[3], on_top(c, 0.55f, 1.0f), on_top(c, 0.0f, 0.6f) };
        raster_polygon(raster, mark, 3);
        raster_fill(raster, 0x000000, 1.0f);
    }
    if (state == BRIDGE_PLANK_MARKED) {
        RasterPoint a = on_top(c, 0.5f, 0.32f);
        raster_ellipse(raster, a.x, a.y, 3.0f, 2.6f);
        raster_fill(raster, 0x000000, 1.0f);
    }
    const RasterPoint outline[] = { c[4], c[5], c[2], c[3] };
    (void)part;
    for (int k = 0; k < 4; k++) {
        RasterPoint a = outline[k];
        RasterPoint b = outline[(k + 1) & 3];
        raster_segment(raster, a.x, a.y, b.x, b.y, 1.6f, 1.6f);
    }
    raster_fill(raster, 0x000000, 1.0f);
}

// Pale raw wood where it broke: splinters of random width and length (regular ones look like
// teeth).
static void splinters(const PictureSpan *span, const RasterPoint c[8], const PlankPart *part,
                      const PlankWood *wood)
{
    Raster *raster = span->raster;
    uint32_t seed = wood->seed + (part->broken_from ? 1u : 0u);
    float v = 0.02f;
    for (int q = 0; v < 0.97f && q < 20; q++) {
        float wide = 0.07f + 0.13f * noise_of_index(seed + 41u, q);
        float end = v + wide < 0.99f ? v + wide : 0.99f;
        float tip_at = v + (end - v) * (0.25f + 0.5f * noise_of_index(seed + 3u, q));
        float out = 0.03f + 0.30f * noise_of_index(seed + 23u, q) * noise_of_index(seed + 29u, q);
        float in = 0.05f + 0.16f * noise_of_index(seed + 5u, q);
        bool to = part->broken_to;
        RasterPoint tip = on_top(c, tip_at, to ? 1.0f + out : -out);
        RasterPoint a = on_top(c, v, to ? 1.0f - in : in);
        RasterPoint b = on_top(c, end, to ? 1.0f - in * 0.8f : in * 0.8f);
        const RasterPoint three[] = { a, tip, b };
        raster_polygon(raster, three, 3);
        raster_fill(raster,
                    wood->contrast || q % 2 ? wood->raw : colour_mix(wood->raw, wood->top, 0.55f),
                    1.0f);
        v = end - 0.01f;
    }
}

void plank_part(const PictureSpan *span, uint8_t state, const PlankPlace *place, PlankPart part,
                const PlankWood *wood)
{
    Raster *raster = span->raster;
    RasterPoint c[8];
    corners(place, &part, wood, c);
    static const int faces[6][4] = { { 4, 5, 6, 7 }, { 0, 3, 7, 4 }, { 1, 2, 6, 5 },
                                     { 3, 2, 6, 7 }, { 0, 1, 5, 4 }, { 0, 1, 2, 3 } };
    static const float facing[6] = { 1.0f, 1.0f, -1.0f, 1.0f, 1.0f, -1.0f };
    const uint32_t colours[6] = { wood->under, wood->side,  wood->side,
                                  wood->under, wood->front, wood->top };
    for (int k = 0; k < 6; k++) {
        const int *f = faces[k];
        if (turn_of(c[f[0]], c[f[1]], c[f[2]], c[f[3]]) * facing[k] <= 0.0f) {
            continue;
        }
        if (k == 5) {
            top_outline(raster, c, &part, wood->seed);
            raster_fill(raster, wood->top, 1.0f);
            if (!wood->contrast) {
                grain(span, c, wood);
            }
            if (part.from <= 0.0f) {
                nails(span, c);
            }
        } else {
            const RasterPoint face[] = { c[f[0]], c[f[1]], c[f[2]], c[f[3]] };
            raster_polygon(raster, face, 4);
            raster_fill(raster, colours[k], 1.0f);
        }
        if (k == 4) {
            raster_segment(raster, c[0].x, c[0].y + 0.5f, c[1].x, c[1].y + 0.5f, 1.1f, 1.1f);
            raster_fill(
                raster,
                wood->contrast ? 0xffffff : colour_mix(wood->top, span->palette->lit, 0.45f), 0.8f);
        }
    }
    if (wood->contrast) {
        contrast_marks(span, c, state, &part);
    }
    if (state == BRIDGE_PLANK_MARKED &&
        !wood->contrast) { // a painted stroke: somebody waits for this one
        RasterPoint a = on_top(c, 0.22f, 0.30f);
        RasterPoint b = on_top(c, 0.78f, 0.30f);
        raster_segment(raster, a.x, a.y, b.x, b.y, 2.2f, 2.2f);
        raster_fill(raster, 0xf4cf62, 0.85f);
    }
    if (part.broken_from || part.broken_to) {
        splinters(span, c, &part, wood);
    }
}
