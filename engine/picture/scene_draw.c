// The order in which the moving layer is drawn: back posts, back ropes, planks, people on the deck,
// front hangers, what falls, the front rail, discs, front posts.
#include "picture/scene_parts.h"

#include "base/arena.h"
#include "picture/colour.h"
#include "picture/disc.h"
#include "picture/wave.h"

#include <assert.h>
#include <string.h>

static const float disc_radius = 10.2f;
static const float cord_length = 18.6f;  // to the middle of the disc
static const float second_below = 24.5f; // the next disc on the same plank
static const float beyond_ropes = 200.0f; // posts, people, discs and glows end well within

// The path rises a little from the back of the bank to the bridge.
static float bank_y(float x)
{
    float from_edge = x < 640.0f ? (float)PICTURE_DECK_LEFT - x : x - (float)PICTURE_DECK_RIGHT;
    float rise = from_edge * (x < 640.0f ? 0.18f : 0.13f);
    return 306.0f - (rise > 20.0f ? 20.0f : rise);
}

// From the path one steps a little away from the viewer, to where the planks are: 0 to 1.
static float away_at(float x)
{
    float inside = x < 640.0f ? x - (float)PICTURE_DECK_LEFT : (float)PICTURE_DECK_RIGHT - x;
    return colour_smooth(-14.0f, 34.0f, inside);
}

static RasterPoint feet_of(const PictureScene *scene, const PicturePerson *person)
{
    float x = person->x;
    float away = 0.68f * away_at(x); // behind the middle: heads show above the front rail
    for (int i = 0; i < PICTURE_SEGMENTS; i++) {
        PictureVector a = picture_sway_at(&scene->sway, 0, i);
        PictureVector b = picture_sway_at(&scene->sway, 0, i + 1);
        if (x < a.x || x >= b.x) {
            continue;
        }
        PictureVector c = picture_sway_at(&scene->sway, 1, i);
        PictureVector d = picture_sway_at(&scene->sway, 1, i + 1);
        float u = (x - a.x) / (b.x - a.x);
        float front = a.y + (b.y - a.y) * u;
        float back = c.y + (d.y - c.y) * u;
        return picture_project((PictureVector){ x, front + (back - front) * away - 1.0f,
                                                (float)PICTURE_DEPTH * away });
    }
    return picture_project((PictureVector){ x, bank_y(x), (float)PICTURE_DEPTH * away });
}

static bool on_deck(const PicturePerson *person)
{
    return person->x > (float)PICTURE_DECK_LEFT + 20.0f &&
           person->x < (float)PICTURE_DECK_RIGHT - 20.0f;
}

// People differ a little in height; on the bridge they are a little further away.
static float height_of(const PicturePerson *person)
{
    const PictureLook *look = &person->look;
    float own = 0.96f + 0.012f * (float)((look->skin + look->hair * 2 + look->coat_colour) % 7);
    return (on_deck(person) ? 49.0f : 52.0f) * own;
}

// Over a gap one takes a longer step.
static float hop_of(const PictureScene *scene, const PicturePerson *person)
{
    if (person->pose != PICTURE_WALK || !on_deck(person)) {
        return 0.0f;
    }
    float u = (person->x - (float)PICTURE_DECK_LEFT) * (float)PICTURE_SEGMENTS /
                  (float)(PICTURE_DECK_RIGHT - PICTURE_DECK_LEFT) -
              0.5f;
    int plank = (int)u;
    bool open = plank >= 0 && plank < BRIDGE_PLANKS &&
                scene->condition.planks[plank].state >= BRIDGE_PLANK_HANGING;
    return open ? 7.0f * wave_sin((u - (float)plank) * 3.1415927f) : 0.0f;
}

// A person as they are seen now: who stands points and waves, and breathes as long as anything
// moves.
static PicturePerson shown_now(const PictureScene *scene, int index)
{
    PicturePerson shown = scene->people[index];
    float seconds = (float)(scene->tick % 36000u) / 60.0f;
    bool reacts = shown.react_left > 0.0f && shown.react_left < PICTURE_REACTION;
    if (shown.pose == PICTURE_STAND && reacts) {
        shown.pose = shown.react;
        shown.stride = shown.react_left * 9.0f;
    } else if (shown.pose == PICTURE_STAND || shown.pose == PICTURE_ARMS_CROSSED ||
               shown.pose == PICTURE_LOOK_DOWN) {
        shown.stride = seconds * 2.0943951f + (float)index * 2.0f;
    }
    return shown;
}

static void draw_people(const PictureScene *scene, Raster *raster, bool deck)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        const PicturePerson *p = &scene->people[i];
        if (p->present && on_deck(p) == deck) {
            RasterPoint feet = feet_of(scene, p);
            PicturePerson shown = shown_now(scene, i);
            picture_figure(raster, &scene->palette, &shown, feet.x, feet.y - hop_of(scene, p),
                           height_of(p));
        }
    }
}

PictureBox picture_scene_person_box(const PictureScene *scene, int index)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    const PicturePerson *p = &scene->people[index];
    RasterPoint feet = feet_of(scene, p);
    float h = height_of(p);
    return p->present ? (PictureBox){ feet.x - h * 0.25f, feet.y - h, h * 0.5f, h }
                      : (PictureBox){ 0.0f, 0.0f, 0.0f, 0.0f };
}

// ---- discs --------------------------------------------------------------------------------------

// Where a disc hangs: on a cord below the front rope, a second one below the first.
typedef struct Hang {
    RasterPoint tied; // where the cord begins to be seen
    RasterPoint from; // what it swings about
    RasterPoint at;   // middle of the disc
} Hang;

// Down on its cord: 0 at first, a little too far, then 1.
static float dropped(const PicturePlankMotion *m)
{
    bool drops = m->disc_drops && m->disc_age < PICTURE_LONG_AGO;
    return drops ? 1.0f - picture_decay(m->disc_age * 5.5f) * wave_cos(m->disc_age * 13.0f) : 1.0f;
}

static float swing_of(const PictureScene *scene, int plank)
{
    const PicturePlankMotion *m = &scene->motion.planks[plank];
    float seconds = (float)(scene->tick % 36000u) * (1.7f / 60.0f);
    float swing = 0.10f * scene->wind * wave_sin(seconds + (float)plank);
    if (m->disc_age >= 0.0f && m->disc_age < PICTURE_LONG_AGO) { // of a new or a changed one
        swing += 0.42f * picture_decay(m->disc_age * 2.1f) * wave_sin(m->disc_age * 7.5f);
    }
    return swing;
}

static Hang hang_of(const PictureScene *scene, const PictureSpan *span, int plank, int which)
{
    const PicturePlankMotion *m = &scene->motion.planks[plank];
    const BridgePlank *p = &scene->condition.planks[plank];
    RasterPoint a = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    float deep = picture_span_hangs(span, plank);                    // below a broken half
    bool hidden = p->state == BRIDGE_PLANK_HANGING || m->age < 0.0f; // the cord, by the half
    Hang hang = { .tied = { a.x, a.y + 5.0f + (hidden ? deep : 0.0f) },
                  .from = { a.x, a.y + 5.0f + deep } };
    bool both = p->disc != 0 && p->mended_by != 0;
    float down = dropped(m);
    float length = cord_length;
    if (both && which == 1) { // makes room as the other one drops
        length += second_below * (m->disc_age < 0.0f ? 0.0f : down);
    } else if (!both || which == 0) {
        length *= colour_clamp(down, 0.0f, 1.4f);
    }
    float swing = swing_of(scene, plank);
    float s = wave_sin(swing);
    hang.at =
        (RasterPoint){ hang.from.x + s * length, hang.from.y + length * (1.0f - 0.5f * s * s) };
    return hang;
}

// A new one is not shown before it begins to drop.
static bool is_due(const PictureScene *scene, int plank)
{
    const PicturePlankMotion *m = &scene->motion.planks[plank];
    return !m->disc_drops || m->disc_age >= 0.0f;
}

bool picture_scene_disc_at(const PictureScene *scene, int disc, float *x, float *y)
{
    PictureSpan span = scene_span(scene, NULL);
    for (int i = 0; disc > 0 && i < BRIDGE_PLANKS; i++) {
        const BridgePlank *p = &scene->condition.planks[i];
        if (p->disc == disc || p->mended_by == disc) {
            // What mended a gap hangs first, what broke there below it.
            bool second = p->mended_by != 0 && p->disc == disc;
            RasterPoint at = hang_of(scene, &span, i, second ? 1 : 0).at;
            *x = at.x;
            *y = at.y;
            return true;
        }
    }
    return false;
}

static void cord(Raster *raster, RasterPoint a, RasterPoint b, float less, bool contrast)
{
    raster_segment(raster, a.x, a.y, b.x, b.y - less, 1.4f, 1.4f);
    raster_fill(raster, contrast ? 0xffffff : 0x2a1c1c, 0.9f);
}

static void draw_one_disc(const PictureScene *scene, Raster *raster, RasterPoint at,
                          PictureDisc disc, float radius)
{
    if (scene->focus == disc.number) {
        if (!scene->palette.high_contrast) {
            raster->blend = RASTER_SCREEN;
            raster_glow(raster, at.x, at.y, 32.0f, 0xffe6a0, 0.75f);
            raster->blend = RASTER_NORMAL;
        }
        raster_ellipse(raster, at.x, at.y, radius + 5.6f, radius + 5.6f);
        raster_fill(raster, scene->palette.high_contrast ? 0xffe14d : 0xfff6dc, 1.0f);
        raster_ellipse(raster, at.x, at.y, radius + 3.4f, radius + 3.4f);
        raster_fill(raster, scene->palette.high_contrast ? 0x000000 : 0xa5392c, 1.0f);
    }
    picture_disc(raster, at.x, at.y, radius, disc);
}

static void draw_discs_of(const PictureScene *scene, const PictureSpan *span, int plank)
{
    const BridgePlank *p = &scene->condition.planks[plank];
    Raster *raster = span->raster;
    bool contrast = scene->palette.high_contrast;
    bool mended = p->mended_by != 0 && is_due(scene, plank);
    bool own = p->disc != 0 && (p->mended_by != 0 || is_due(scene, plank));
    Hang first = hang_of(scene, span, plank, 0);
    Hang second = hang_of(scene, span, plank, p->mended_by != 0 ? 1 : 0);
    if (own) {
        cord(raster, second.tied, second.at, disc_radius, contrast);
        PictureDisc disc = {
            .number = p->disc, .fate = p->fate, .theirs = p->theirs, .high_contrast = contrast,
            .safe = scene->safe_colours || scene->palette.safe_colours
        };
        draw_one_disc(scene, raster, second.at, disc,
                      p->mended_by != 0 ? disc_radius * 0.92f : disc_radius);
    }
    if (mended) {
        cord(raster, first.tied, first.at, disc_radius, contrast);
        PictureDisc disc = {
            .number = p->mended_by, .fate = BRIDGE_KEPT, .mended = true, .high_contrast = contrast,
            .safe = scene->safe_colours || scene->palette.safe_colours
        };
        draw_one_disc(scene, raster, first.at, disc, disc_radius);
    }
}

static void draw_discs(const PictureScene *scene, const PictureSpan *span)
{
    if (span->raster->scale < 0.42f) {
        return; // nobody can read them there
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *p = &scene->condition.planks[i];
        if (p->disc != 0 || p->mended_by != 0) {
            draw_discs_of(scene, span, i);
        }
    }
}

// ---- the layer ----------------------------------------------------------------------------------

static void draw_planks(const PictureSpan *span)
{
    for (int i = 0; i < BRIDGE_PLANKS / 2; i++) { // outer ones first: they lie behind
        picture_span_plank(span, i);
    }
    for (int i = BRIDGE_PLANKS - 1; i >= BRIDGE_PLANKS / 2; i--) {
        picture_span_plank(span, i);
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        picture_span_lashing(span, i);
    }
}

PictureSpan scene_span(const PictureScene *scene, Raster *raster)
{
    float rapport = scene->motion.rapport;
    return (PictureSpan){ .raster = raster,
                          .palette = &scene->palette,
                          .sway = &scene->sway,
                          .condition = &scene->condition,
                          .motion = &scene->motion,
                          .seconds = (float)(scene->tick % 36000u) / 60.0f,
                          .breeze = scene->wind,
                          .lean =
                              rapport < 0.5f ? (0.5f - rapport) * 30.0f : (0.5f - rapport) * 4.0f };
}

// Whether anything but what falls may lie in the clip. What falls comes out below a card as a strip
// of its own; working out every rope for it would cost as much as the bridge.
static bool reaches_clip(const PictureScene *scene, const Raster *raster)
{
    float low = picture_project(scene->sway.nodes[0].at).y;
    float high = low;
    for (int i = 1; i < PICTURE_NODES; i++) {
        float y = picture_project(scene->sway.nodes[i].at).y;
        low = y < low ? y : low;
        high = y > high ? y : high;
    }
    float top = (low - beyond_ropes) * raster->scale + raster->offset_y;
    float bottom = (high + beyond_ropes) * raster->scale + raster->offset_y;
    return !(top >= (float)raster->clip.y1 || bottom <= (float)raster->clip.y0);
}

static void draw_layer(const PictureScene *scene, Raster *raster)
{
    if (!reaches_clip(scene, raster)) {
        picture_particles_draw(&scene->particles, raster, &scene->palette);
        return;
    }
    PictureSpan span = scene_span(scene, raster);
    draw_people(scene, raster, false);
    picture_span_post(&span, true, false);
    picture_span_post(&span, true, true);
    for (int i = 0; i < BRIDGE_PLANKS; i += 2) {
        picture_span_hanger(&span, 1, i);
    }
    picture_span_rope(&span, 3);
    picture_span_rope(&span, 1);
    picture_span_rope(&span, 0);
    draw_planks(&span);
    draw_people(scene, raster, true);
    for (int i = 0; i < BRIDGE_PLANKS; i += 2) {
        picture_span_hanger(&span, 0, i);
    }
    picture_particles_draw(&scene->particles, raster, &scene->palette);
    picture_span_rope(&span, 2);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        picture_span_mallet(&span, i);
    }
    draw_discs(scene, &span);
    picture_span_post(&span, false, false);
    picture_span_post(&span, false, true);
    picture_span_lamps(&span);
}

// ---- the cross-fade -----------------------------------------------------------------------------

static uint32_t *row_of(const Raster *raster, int x, int y)
{
    return raster->surface.pixels + (size_t)y * (size_t)raster->surface.stride + x;
}

// A copy of the pixels of a rectangle, row by row.
static uint32_t *take_pixels(const Raster *raster, RasterRect r)
{
    size_t width = (size_t)(r.x1 - r.x0);
    uint32_t *copy = mem_alloc(width * (size_t)(r.y1 - r.y0) * sizeof *copy);
    for (int y = r.y0; y < r.y1; y++) {
        memcpy(copy + (size_t)(y - r.y0) * width, row_of(raster, r.x0, y), width * sizeof *copy);
    }
    return copy;
}

// What lies in `part` changes place between the surface and the copy of `all`.
static void swap_pixels(Raster *raster, uint32_t *copy, RasterRect all, RasterRect part)
{
    size_t width = (size_t)(all.x1 - all.x0);
    for (int y = part.y0; y < part.y1; y++) {
        uint32_t *a = row_of(raster, part.x0, y);
        uint32_t *b = copy + (size_t)(y - all.y0) * width + (size_t)(part.x0 - all.x0);
        for (int x = 0; x < part.x1 - part.x0; x++) {
            uint32_t pixel = a[x];
            a[x] = b[x];
            b[x] = pixel;
        }
    }
}

static void mix_pixels(Raster *raster, const uint32_t *old, RasterRect all, RasterRect part,
                       float fade)
{
    size_t width = (size_t)(all.x1 - all.x0);
    uint32_t share = (uint32_t)(fade * 256.0f);
    for (int y = part.y0; y < part.y1; y++) {
        uint32_t *a = row_of(raster, part.x0, y);
        const uint32_t *b = old + (size_t)(y - all.y0) * width + (size_t)(part.x0 - all.x0);
        for (int x = 0; x < part.x1 - part.x0; x++) {
            if (a[x] != b[x]) {
                a[x] = colour_lerp256(b[x], a[x], share);
            }
        }
    }
}

static void draw_before(const PictureScene *scene, Raster *raster)
{
    PictureScene *old = mem_alloc(sizeof *old);
    *old = *scene;
    old->condition = scene->before.condition;
    old->sway = scene->before.sway;
    old->motion = scene->before.motion;
    memcpy(old->people, scene->before.people, sizeof old->people);
    draw_layer(old, raster);
    mem_free(old);
}

// The old picture and the new one over the same background, mixed pixel by pixel: nothing shows
// through anything, as it would if things were drawn half transparent.
static void draw_fading(const PictureScene *scene, Raster *raster)
{
    RasterRect all = raster_rect_cut(raster->clip, raster_full(raster));
    if (raster_rect_empty(all)) {
        return;
    }
    uint32_t *old = take_pixels(raster, all); // the background at first
    draw_before(scene, raster);
    RasterRect was = raster_rect_cut(raster->dirty, all);
    if (!raster_rect_empty(was)) {
        swap_pixels(raster, old, all, was);
    }
    draw_layer(scene, raster);
    RasterRect both = raster_rect_cut(raster->dirty, all);
    if (!raster_rect_empty(both)) {
        mix_pixels(raster, old, all, both, scene->fade);
    }
    mem_free(old);
}

void picture_scene_draw(PictureScene *scene, Raster *raster)
{
    RasterRect before = raster_dirty_take(raster);
    if (scene_fading(scene) && raster->sink == NULL) {
        draw_fading(scene, raster);
    } else {
        draw_layer(scene, raster);
    }
    scene->drawn = raster->dirty;
    raster->dirty = raster_rect_union(before, raster->dirty);
    scene->stale = false;
}

RasterRect picture_scene_refresh(PictureScene *scene, Raster *raster,
                                 const RasterSurface *background)
{
    RasterRect old = raster_rect_cut(scene->drawn, raster->clip);
    raster_restore(raster, background, old);
    picture_scene_draw(scene, raster);
    return raster_rect_union(old, scene->drawn);
}
