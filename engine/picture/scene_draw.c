// The order in which the moving layer is drawn: back posts, back ropes, planks, people on the deck,
// front hangers, what falls, the front rail, discs, front posts.
#include "picture/scene.h"

#include "picture/colour.h"
#include "picture/disc.h"
#include "picture/span.h"
#include "picture/wave.h"

#include <assert.h>

static const float disc_radius = 9.4f;

// The path rises a little from the back of the bank to the bridge.
static float bank_y(float x)
{
    float from_edge = x < 640.0f ? (float)PICTURE_DECK_LEFT - x : x - (float)PICTURE_DECK_RIGHT;
    float rise = from_edge * (x < 640.0f ? 0.18f : 0.13f);
    return 306.0f - (rise > 20.0f ? 20.0f : rise);
}

static RasterPoint feet_of(const PictureScene *scene, const PicturePerson *person)
{
    float x = person->x;
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
        // A little behind the middle, so that heads show above the front rail.
        return picture_project((PictureVector){ x, front + (back - front) * 0.68f - 1.0f,
                                                (float)PICTURE_DEPTH * 0.68f });
    }
    return (RasterPoint){ x, bank_y(x) };
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

static void draw_people(const PictureScene *scene, Raster *raster, bool deck)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        const PicturePerson *p = &scene->people[i];
        if (p->present && on_deck(p) == deck) {
            RasterPoint feet = feet_of(scene, p);
            picture_figure(raster, &scene->palette, p, feet.x, feet.y, height_of(p));
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

// Where a plank's discs hang: the first below the front rope, a second below the first.
static RasterPoint disc_place(const PictureScene *scene, int plank, int which)
{
    RasterPoint a = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    float swing = 2.4f * scene->wind *
                  wave_sin((float)(scene->tick % 36000u) * (1.7f / 60.0f) + (float)plank);
    return (RasterPoint){ a.x + swing * (float)(which + 1), a.y + 23.0f + 22.0f * (float)which };
}

bool picture_scene_disc_at(const PictureScene *scene, int disc, float *x, float *y)
{
    for (int i = 0; disc > 0 && i < BRIDGE_PLANKS; i++) {
        const BridgePlank *p = &scene->condition.planks[i];
        bool second = p->mended_by != 0;
        if (p->disc == disc || p->mended_by == disc) {
            // What mended a gap hangs first, what broke there below it.
            RasterPoint at = disc_place(scene, i, second && p->disc == disc ? 1 : 0);
            *x = at.x;
            *y = at.y;
            return true;
        }
    }
    return false;
}

static void cord(Raster *raster, float x0, float y0, float x1, float y1, bool contrast)
{
    raster_segment(raster, x0, y0, x1, y1, 1.4f, 1.4f);
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

static void draw_discs(const PictureScene *scene, Raster *raster)
{
    if (raster->scale < 0.45f) {
        return; // nobody can read them there
    }
    bool contrast = scene->palette.high_contrast;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *p = &scene->condition.planks[i];
        if ((p->disc == 0 && p->mended_by == 0) || scene->plank_age[i] < 0.0f) {
            continue;
        }
        RasterPoint a = picture_project(picture_sway_at(&scene->sway, 0, i + 1));
        bool both = p->disc != 0 && p->mended_by != 0;
        RasterPoint first = disc_place(scene, i, 0);
        RasterPoint second = disc_place(scene, i, 1);
        if (both) {
            cord(raster, first.x, first.y, second.x, second.y, contrast);
        }
        cord(raster, a.x, a.y + 5.0f, first.x, first.y - disc_radius, contrast);
        PictureDisc disc = {
            .number = p->disc, .fate = p->fate, .theirs = p->theirs, .high_contrast = contrast
        };
        PictureDisc mended = {
            .number = p->mended_by, .fate = BRIDGE_KEPT, .mended = true, .high_contrast = contrast
        };
        if (both) {
            draw_one_disc(scene, raster, second, disc, disc_radius * 0.9f);
        }
        if (p->mended_by != 0) {
            draw_one_disc(scene, raster, first, mended, disc_radius);
        } else {
            draw_one_disc(scene, raster, first, disc, disc_radius);
        }
    }
}

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

void picture_scene_draw(PictureScene *scene, Raster *raster)
{
    float rapport = (float)scene->condition.rapport / 1.0e6f;
    PictureSpan span = { .raster = raster,
                         .palette = &scene->palette,
                         .sway = &scene->sway,
                         .condition = &scene->condition,
                         .plank_age = scene->plank_age,
                         .seconds = (float)(scene->tick % 36000u) / 60.0f,
                         .breeze = scene->wind,
                         .lean =
                             rapport < 0.5f ? (0.5f - rapport) * 30.0f : (0.5f - rapport) * 4.0f };
    RasterRect before = raster_dirty_take(raster);
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
    draw_discs(scene, raster);
    picture_span_post(&span, false, false);
    picture_span_post(&span, false, true);
    picture_span_lamps(&span);
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
