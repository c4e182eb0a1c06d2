// Planks as they lie, and on their way from one state to the next: cracking, breaking off and
// swinging, being lowered in and nailed; and the lashings that hold them.
#include "picture/plank.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

static const float hang_length = 66.0f; // of a whole plank that hangs straight down
static const float rails_to_deck = 46.0f;

static float sooner(float t) // 0..1, fast at first
{
    t = colour_clamp(t, 0.0f, 1.0f);
    return 1.0f - (1.0f - t) * (1.0f - t);
}

// Something gives way and swings in: 0 at first, beyond 1, then 1.
static float settled(float age)
{
    return age >= PICTURE_LONG_AGO ? 1.0f
                                   : 1.0f - picture_decay(age * 9.0f) * wave_cos(age * 21.0f);
}

static PlankWood wood_now(const PictureSpan *span, int plank, uint8_t is)
{
    const PicturePlankMotion *m = &span->motion->planks[plank];
    PlankWood now = plank_wood(span, plank, is);
    if (m->age >= MOTION_BLENDS || m->was == BRIDGE_PLANK_GONE || picture_motion_lays(m, is)) {
        return now;
    }
    PlankWood was = plank_wood(span, plank, m->was);
    float t = colour_smooth(0.0f, MOTION_BLENDS, m->age);
    now.top = colour_mix(was.top, now.top, t);
    now.front = colour_mix(was.front, now.front, t);
    now.side = colour_mix(was.side, now.side, t);
    now.under = colour_mix(was.under, now.under, t);
    now.scuffed = colour_lerp(was.scuffed, now.scuffed, t);
    now.wasted = colour_lerp(was.wasted, now.wasted, t);
    now.weathered = t > 0.5f ? now.weathered : was.weathered;
    now.fresh = t > 0.5f ? now.fresh : was.fresh;
    return now;
}

// Where a plank is missing nothing is drawn, except in high contrast: a dashed ghost and a cross.
static void draw_gone(const PictureSpan *span, const PlankPlace *place)
{
    Raster *raster = span->raster;
    if (!span->palette->high_contrast) {
        return;
    }
    float half = 14.3f;
    RasterPoint q[4] = { picture_project(vector_add(place->front, place->front_way, -half)),
                         picture_project(vector_add(place->front, place->front_way, half)),
                         picture_project(vector_add(place->back, place->back_way, half)),
                         picture_project(vector_add(place->back, place->back_way, -half)) };
    for (int k = 0; k < 4; k++) {
        RasterPoint a = q[k];
        RasterPoint b = q[(k + 1) & 3];
        raster_dashes(raster, a.x, a.y, b.x, b.y, 1.8f, 4.4f, 8.0f);
    }
    RasterPoint m = point_between(q[0], q[2], 0.5f);
    raster_segment(raster, m.x - 5.0f, m.y - 5.0f, m.x + 5.0f, m.y + 5.0f, 2.0f, 2.0f);
    raster_segment(raster, m.x - 5.0f, m.y + 5.0f, m.x + 5.0f, m.y - 5.0f, 2.0f, 2.0f);
    raster_fill(raster, 0xff8466, 1.0f); // red that is light enough for those who see no red
}

// Broken across: two halves that meet in a V; `sink` 0 (still one) to 1.
static void draw_cracked(const PictureSpan *span, uint8_t state, const PlankPlace *place,
                         const PlankWood *wood, float sink)
{
    float middle = 0.46f + 0.12f * (noise_of(wood->seed) - 0.5f);
    float gap = colour_clamp(sink, 0.0f, 1.0f);
    PlankPart back = {
        .from = middle + 0.05f * gap, .to = 1.0f, .sink_from = 8.0f * sink, .broken_from = true
    };
    PlankPart front = { .to = middle - 0.03f * gap, .sink_to = 8.0f * sink, .broken_to = true };
    plank_part(span, state, place, back, wood);
    plank_part(span, state, place, front, wood);
}

// Snapped: the back half stays, the front half swings from its lashing.
static void draw_hanging(const PictureSpan *span, int plank, const PlankPlace *place,
                         const PlankWood *wood)
{
    const PicturePlankMotion *m = &span->motion->planks[plank];
    float stays = 0.38f + 0.12f * noise_of(wood->seed);
    float sink = m->was == BRIDGE_PLANK_CRACKED || m->age < 0.0f ? 1.0f : settled(m->age);
    PlankPart back = {
        .from = 1.0f - stays, .to = 1.0f, .sink_from = 7.0f * sink, .broken_from = true
    };
    plank_part(span, BRIDGE_PLANK_HANGING, place, back, wood);
    PlankPlace hung = *place;
    float aside = 0.25f * (noise_of(wood->seed + 1u) - 0.5f) +
                  0.06f * span->breeze * wave_sin(span->seconds * 2.2f + (float)plank);
    float c = wave_cos(m->swing);
    float s = wave_sin(m->swing);
    PictureVector out = { aside * hang_length * c, hang_length * c, (float)PICTURE_DEPTH * s };
    hung.back = vector_add(place->front, out, 1.0f);
    hung.back.z += 6.0f * c;
    PictureVector across = vector_unit(vector_add(hung.back, hung.front, -1.0f));
    hung.down = vector_unit(vector_cross(hung.front_way, across));
    // Past the edge the other face is seen: turned about its length it shows the same grain.
    bool beyond = out.y > 0.3f * out.z;
    if (beyond) {
        hung.front_way = (PictureVector){ -hung.front_way.x, -hung.front_way.y, -hung.front_way.z };
    }
    if (beyond ? hung.down.z < 0.0f : hung.down.y < 0.0f) {
        hung.down = (PictureVector){ -hung.down.x, -hung.down.y, -hung.down.z };
    }
    hung.back_way = hung.front_way;
    plank_part(span, BRIDGE_PLANK_HANGING, &hung, (PlankPart){ .to = 0.62f, .broken_to = true },
               wood);
}

float picture_span_hangs(const PictureSpan *span, int plank)
{
    const PicturePlankMotion *m = &span->motion->planks[plank];
    bool is = span->condition->planks[plank].state == BRIDGE_PLANK_HANGING;
    bool was = m->was == BRIDGE_PLANK_HANGING && m->age < MOTION_BLENDS;
    if (!is && !was) {
        return 0.0f;
    }
    float c = wave_cos(m->swing);
    float there = is ? 1.0f : 1.0f - colour_smooth(0.0f, MOTION_BLENDS, m->age);
    return c > 0.0f && (m->age >= 0.0f || was) ? 0.62f * hang_length * c * there : 0.0f;
}

static void cord(const PictureSpan *span, RasterPoint a, RasterPoint b, float alpha)
{
    Raster *raster = span->raster;
    raster_segment(raster, a.x, a.y, b.x, b.y, 2.2f, 2.2f);
    raster_fill(raster, span->palette->high_contrast ? 0x000000 : span->palette->rope[0], alpha);
    raster_segment(raster, a.x, a.y, b.x, b.y, 1.2f, 1.2f);
    raster_fill(raster, span->palette->high_contrast ? 0xffffff : span->palette->rope_new, alpha);
}

// Lets a plank down on two cords from the rails.
static void lower(const PictureSpan *span, int plank, PlankPlace *place)
{
    float age = span->motion->planks[plank].age;
    float up = 1.0f - colour_smooth(0.0f, MOTION_LANDS, age);
    float tip = 0.35f * up * wave_sin(age * 11.0f + (float)plank); // it swings a little
    place->front.y -= rails_to_deck * up * (1.0f + tip * 0.4f);
    place->back.y -= rails_to_deck * up * (1.0f - tip * 0.4f);
    place->front.x += 9.0f * tip;
    place->back.x += 9.0f * tip;
    float alpha = 1.0f - colour_smooth(MOTION_LANDS, MOTION_KNOCK, age);
    if (alpha > 0.0f) {
        RasterPoint rail = picture_span_at(span, 3, plank + 1);
        cord(span, rail, picture_project(place->back), alpha);
        rail = picture_span_at(span, 2, plank + 1);
        cord(span, rail, picture_project(place->front), alpha);
    }
}

static float away_from_knock(float age)
{
    float a = age < MOTION_KNOCK ? MOTION_KNOCK - age : age - MOTION_KNOCK;
    float b = age < MOTION_AGAIN ? MOTION_AGAIN - age : age - MOTION_AGAIN;
    return colour_clamp((a < b ? a : b) / 0.17f, 0.0f, 1.0f);
}

// A wooden mallet that knocks twice.
static void draw_mallet(const PictureSpan *span, int plank, const PlankPlace *place)
{
    float age = span->motion->planks[plank].age;
    float shown = colour_smooth(MOTION_LANDS + 0.05f, MOTION_LANDS + 0.2f, age) *
                  (1.0f - colour_smooth(MOTION_AGAIN + 0.12f, MOTION_LAID, age));
    if (shown <= 0.0f) {
        return;
    }
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    float raised = away_from_knock(age);
    RasterPoint m =
        point_between(picture_project(place->front), picture_project(place->back), 0.25f);
    float turn = -0.15f - 0.95f * raised * raised;
    RasterPoint u = { -wave_cos(turn), wave_sin(turn) }; // from the hand to the head
    RasterPoint hand = { m.x + 21.0f, m.y - 7.0f };
    RasterPoint head = { hand.x + u.x * 21.0f, hand.y + u.y * 21.0f };
    uint32_t dark = p->high_contrast ? 0x000000 : p->wood_shadow;
    raster_segment(raster, hand.x, hand.y, head.x, head.y, 4.0f, 3.4f);
    raster_fill(raster, dark, shown);
    raster_segment(raster, hand.x, hand.y, head.x, head.y, 2.4f, 2.0f);
    raster_fill(raster, p->high_contrast ? 0xffffff : p->wood[0], shown);
    float nx = u.y * 7.5f;
    float ny = -u.x * 7.5f;
    raster_segment(raster, head.x - nx, head.y - ny, head.x + nx, head.y + ny, 11.0f, 11.0f);
    raster_fill(raster, dark, shown);
    raster_segment(raster, head.x - nx * 0.86f, head.y - ny * 0.86f, head.x + nx * 0.86f,
                   head.y + ny * 0.86f, 8.6f, 8.6f);
    raster_fill(raster, p->high_contrast ? 0xffffff : p->wood[1], shown);
    raster_segment(raster, head.x - nx * 0.8f - u.x * 2.6f, head.y - ny * 0.8f - u.y * 2.6f,
                   head.x + nx * 0.8f - u.x * 2.6f, head.y + ny * 0.8f - u.y * 2.6f, 1.4f, 1.4f);
    raster_fill(raster, p->high_contrast ? 0xffffff : p->lit, 0.6f * shown);
}

static void draw_still(const PictureSpan *span, int plank, uint8_t state, const PlankPlace *place)
{
    PlankWood wood = plank_wood(span, plank, state);
    if (state == BRIDGE_PLANK_CRACKED) {
        draw_cracked(span, state, place, &wood, 1.0f);
    } else if (state == BRIDGE_PLANK_HANGING) {
        draw_hanging(span, plank, place, &wood);
    } else if (state == BRIDGE_PLANK_GONE) {
        draw_gone(span, place);
    } else {
        plank_part(span, state, place, (PlankPart){ .to = 1.0f }, &wood);
    }
}

// A plank that breaks and has not left its lashings yet.
static bool still_there(const PicturePlankMotion *m, uint8_t is)
{
    return is == BRIDGE_PLANK_GONE && m->age < MOTION_DROPS && m->was != BRIDGE_PLANK_GONE;
}

static void draw_breaking(const PictureSpan *span, int plank, const PlankPlace *place)
{
    const PicturePlankMotion *m = &span->motion->planks[plank];
    PlankWood wood = plank_wood(span, plank, m->was);
    if (m->was == BRIDGE_PLANK_HANGING) {
        draw_hanging(span, plank, place, &wood);
    } else {
        float begun = m->was == BRIDGE_PLANK_CRACKED ? 1.0f : 0.0f;
        float t = colour_clamp(m->age / MOTION_DROPS, 0.0f, 1.0f);
        draw_cracked(span, BRIDGE_PLANK_CRACKED, place, &wood, begun + 1.6f * t * t);
    }
}

void picture_span_plank(const PictureSpan *span, int plank)
{
    uint8_t is = span->condition->planks[plank].state;
    const PicturePlankMotion *m = &span->motion->planks[plank];
    PlankPlace place = plank_place(span, plank);
    if (m->age < 0.0f) { // not begun
        draw_still(span, plank, m->was, &place);
        return;
    }
    if (still_there(m, is)) {
        draw_breaking(span, plank, &place);
        return;
    }
    bool lays = picture_motion_lays(m, is);
    if (is == BRIDGE_PLANK_GONE) {
        draw_gone(span, &place);
        return;
    }
    PlankWood wood = wood_now(span, plank, is);
    if (lays && m->age < MOTION_KNOCK) {
        lower(span, plank, &place);
    }
    if (is == BRIDGE_PLANK_HANGING) {
        draw_hanging(span, plank, &place, &wood);
    } else if (is == BRIDGE_PLANK_CRACKED) {
        bool fresh = m->was < BRIDGE_PLANK_CRACKED;
        draw_cracked(span, is, &place, &wood, fresh ? settled(m->age) : 1.0f);
    } else if (m->was == BRIDGE_PLANK_CRACKED && m->age < 0.4f) { // pushed level and pegged
        draw_cracked(span, is, &place, &wood, 1.0f - sooner(m->age / 0.4f));
    } else {
        plank_part(span, is, &place, (PlankPart){ .to = 1.0f }, &wood);
    }
}

void picture_span_mallet(const PictureSpan *span, int plank)
{
    if (span->condition->planks[plank].state == BRIDGE_PLANK_NEW &&
        picture_motion_lays(&span->motion->planks[plank], BRIDGE_PLANK_NEW)) {
        PlankPlace place = plank_place(span, plank);
        draw_mallet(span, plank, &place);
    }
}

void picture_span_lashing(const PictureSpan *span, int plank)
{
    const PicturePlankMotion *m = &span->motion->planks[plank];
    uint8_t is = span->condition->planks[plank].state;
    uint8_t state = m->age < 0.0f ? m->was : is;
    bool loose = m->age >= 0.0f && picture_motion_lays(m, state) && m->age < MOTION_KNOCK;
    if ((state == BRIDGE_PLANK_GONE && !still_there(m, state)) || loose) {
        return;
    }
    Raster *raster = span->raster;
    const PicturePalette *p = span->palette;
    RasterPoint a = picture_span_at(span, 0, plank + 1);
    for (int k = 0; k < 3; k++) {
        float x = a.x - 3.2f + (float)k * 2.6f;
        raster_segment(raster, x, a.y - 5.5f, x + 1.0f, a.y + 6.5f, 1.7f, 1.7f);
    }
    raster_fill(raster, p->rope[0], 0.9f);
    for (int k = 0; k < 3; k++) {
        float x = a.x - 3.4f + (float)k * 2.6f;
        raster_segment(raster, x, a.y - 5.3f, x + 1.0f, a.y + 6.0f, 1.15f, 1.15f);
    }
    raster_fill(raster,
                p->high_contrast            ? 0xffffff
                : state == BRIDGE_PLANK_NEW ? p->rope_new
                                            : p->rope[2],
                1.0f);
}
