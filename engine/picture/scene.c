// What moves: steps of 1/60 s, the change from one condition to the next, people who walk, where
// things are. Drawing stands in scene_draw.c.
#include "picture/scene.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/span.h"
#include "picture/wave.h"

#include <assert.h>
#include <string.h>

static const float step_seconds = 1.0f / 60.0f;
static const float walking_speed = 54.0f; // design units per second
static const float person_mass = 6.0f;    // of a plank
static const float rest_speed = 2.0f;     // below this nobody sees that it moves

static void forget_ages(PictureScene *scene)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        scene->plank_age[i] = 9.0f;
    }
}

void picture_scene_place(PictureScene *scene, const BridgeCondition *condition)
{
    scene->condition = *condition;
    forget_ages(scene);
    picture_particles_init(&scene->particles, 2024u);
    picture_sway_init(&scene->sway);
    picture_sway_condition(&scene->sway, condition);
    picture_sway_settle(&scene->sway);
    scene->wind = 0.0f;
    scene->gust = 0.0f;
    scene->gust_ticks = 0;
    scene->stale = true;
}

void picture_scene_init(PictureScene *scene, const BridgeCondition *condition,
                        const PicturePalette *palette)
{
    *scene = (PictureScene){ .palette = *palette };
    picture_scene_place(scene, condition);
}

void picture_scene_palette(PictureScene *scene, const PicturePalette *palette)
{
    scene->palette = *palette;
    scene->stale = true;
}

void picture_scene_focus(PictureScene *scene, int disc)
{
    if (scene->focus != disc) {
        scene->focus = disc;
        scene->stale = true;
    }
}

void picture_scene_gust(PictureScene *scene, float strength)
{
    if (scene->reduced_motion) {
        return;
    }
    scene->gust = colour_clamp(strength, 0.0f, 1.0f);
    scene->gust_ticks = 240;
}

static bool has_broken(uint8_t was, uint8_t is)
{
    bool breaks =
        is == BRIDGE_PLANK_GONE || is == BRIDGE_PLANK_HANGING || is == BRIDGE_PLANK_CRACKED;
    return breaks && is > was;
}

static uint32_t wood_colour(const PicturePalette *palette, uint8_t state)
{
    return state == BRIDGE_PLANK_NEW      ? palette->wood[0]
           : state <= BRIDGE_PLANK_MARKED ? palette->wood[1]
                                          : palette->wood[2];
}

static RasterPoint plank_middle(const PictureScene *scene, int plank)
{
    RasterPoint a = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    RasterPoint b = picture_project(picture_sway_at(&scene->sway, 1, plank + 1));
    return point_between(a, b, 0.5f);
}

static void change_planks(PictureScene *scene, const BridgeCondition *next)
{
    int laid = 0;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        uint8_t was = scene->condition.planks[i].state;
        uint8_t is = next->planks[i].state;
        RasterPoint at = plank_middle(scene, i);
        if (has_broken(was, is)) {
            picture_particles_break(&scene->particles, at.x, at.y,
                                    wood_colour(&scene->palette, was), is == BRIDGE_PLANK_GONE);
        } else if (was == BRIDGE_PLANK_GONE && is != BRIDGE_PLANK_GONE) {
            scene->plank_age[i] = -0.18f * (float)laid; // one after another
            laid++;
        }
    }
}

static void change_ropes(PictureScene *scene, const BridgeCondition *next)
{
    bool falls = next->word == BRIDGE_DOWN && scene->condition.word != BRIDGE_DOWN;
    int at = picture_sway_break(next);
    for (int rope = 0; falls && rope < PICTURE_ROPES; rope++) {
        RasterPoint p = picture_project(picture_sway_at(&scene->sway, rope, at));
        picture_particles_dust(&scene->particles, p.x, p.y, 2, 26.0f);
        picture_particles_break(&scene->particles, p.x, p.y, scene->palette.rope[1], rope == 0);
    }
}

void picture_scene_set(PictureScene *scene, const BridgeCondition *condition)
{
    if (scene->reduced_motion) {
        picture_scene_place(scene, condition);
        return;
    }
    change_planks(scene, condition);
    change_ropes(scene, condition);
    picture_sway_condition(&scene->sway, condition);
    scene->condition = *condition;
    scene->stale = true;
}

void picture_scene_person(PictureScene *scene, int index, const PictureLook *look, float x,
                          int facing, PicturePose pose)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    scene->people[index] = (PicturePerson){ .present = true,
                                            .look = *look,
                                            .pose = (uint8_t)pose,
                                            .facing = (int8_t)(facing < 0 ? -1 : 1),
                                            .x = x,
                                            .goal = x };
    scene->stale = true;
}

void picture_scene_leave(PictureScene *scene, int index)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    scene->people[index] = (PicturePerson){ 0 };
    scene->stale = true;
}

void picture_scene_walk(PictureScene *scene, int index, float goal)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    PicturePerson *p = &scene->people[index];
    if (goal < p->x || goal > p->x) {
        p->facing = goal < p->x ? -1 : 1;
    }
    p->goal = goal;
    if (scene->reduced_motion) {
        p->x = goal;
    }
    scene->stale = true;
}

static bool is_walking(const PicturePerson *p)
{
    return p->present && (p->goal > p->x || p->goal < p->x);
}

bool picture_scene_walking(const PictureScene *scene, int index)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    return is_walking(&scene->people[index]);
}

static bool on_deck(const PicturePerson *p)
{
    return p->present && p->x > (float)PICTURE_DECK_LEFT && p->x < (float)PICTURE_DECK_RIGHT;
}

static void step_people(PictureScene *scene)
{
    picture_sway_unload(&scene->sway);
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        PicturePerson *p = &scene->people[i];
        if (is_walking(p)) {
            float way = walking_speed * step_seconds;
            float rest = p->goal - p->x;
            if (rest < way && rest > -way) {
                p->x = p->goal;
                p->pose = PICTURE_STAND;
            } else {
                p->x += rest > 0.0f ? way : -way;
                p->pose = PICTURE_WALK;
                p->stride += step_seconds * 7.0f;
                p->stride = p->stride > 62.831853f ? p->stride - 62.831853f : p->stride;
            }
        }
        if (on_deck(p)) {
            // Each footfall presses a little more.
            float step = p->pose == PICTURE_WALK ? 0.4f * wave_sin(p->stride * 2.0f) : 0.0f;
            picture_sway_load(&scene->sway, p->x, person_mass * (1.0f + step));
        }
    }
}

static void step_wind(PictureScene *scene)
{
    if (scene->gust_ticks > 0) {
        scene->gust_ticks--;
    } else {
        scene->gust *= 0.988f; // about a third of it is left after a second and a half
        scene->gust = scene->gust < 0.02f ? 0.0f : scene->gust;
    }
    scene->wind += (scene->gust - scene->wind) * 0.05f;
    if (scene->gust <= 0.0f && scene->wind < 0.01f) {
        scene->wind = 0.0f;
    }
    scene->sway.wind = scene->wind;
}

static void step_planks(PictureScene *scene)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        float before = scene->plank_age[i];
        if (before >= 9.0f) {
            continue;
        }
        scene->plank_age[i] = before + step_seconds;
        if (before < 0.45f && scene->plank_age[i] >= 0.45f) { // it lands
            RasterPoint at = plank_middle(scene, i);
            picture_particles_dust(&scene->particles, at.x, at.y + 4.0f, 2, 14.0f);
        }
        if (scene->plank_age[i] > 0.6f) {
            scene->plank_age[i] = 9.0f;
        }
    }
}

bool picture_scene_at_rest(const PictureScene *scene)
{
    if (scene->wind > 0.0f || scene->gust > 0.0f || scene->particles.alive > 0 ||
        picture_sway_speed(&scene->sway) >= rest_speed) {
        return false;
    }
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        if (is_walking(&scene->people[i])) {
            return false;
        }
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (scene->plank_age[i] < 9.0f) {
            return false;
        }
    }
    for (int i = 0; i < PICTURE_LINKS; i++) {
        float gap = scene->sway.links[i].rest - scene->sway.links[i].rest_goal;
        if (gap > 0.02f || gap < -0.02f) {
            return false;
        }
    }
    return true;
}

static void step(PictureScene *scene)
{
    step_wind(scene);
    step_people(scene);
    step_planks(scene);
    picture_particles_step(&scene->particles);
    picture_sway_step(&scene->sway);
    scene->tick++;
}

bool picture_scene_advance(PictureScene *scene, int steps)
{
    bool changed = scene->stale;
    for (int i = 0; i < steps; i++) {
        if (!scene->stale && picture_scene_at_rest(scene)) {
            break;
        }
        step(scene);
        scene->stale = false;
        changed = true;
    }
    return changed;
}

PictureBox picture_scene_plank_box(const PictureScene *scene, int plank)
{
    assert(plank >= 0 && plank < BRIDGE_PLANKS);
    RasterPoint f = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    RasterPoint b = picture_project(picture_sway_at(&scene->sway, 1, plank + 1));
    float x0 = f.x < b.x ? f.x : b.x;
    float x1 = f.x < b.x ? b.x : f.x;
    float y0 = f.y < b.y ? f.y : b.y;
    float y1 = f.y < b.y ? b.y : f.y;
    return (PictureBox){ x0 - 15.0f, y0 - 4.0f, x1 - x0 + 30.0f, y1 - y0 + 14.0f };
}

int picture_scene_plank_under(const PictureScene *scene, float x, float y)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        PictureBox box = picture_scene_plank_box(scene, i);
        int disc = scene->condition.planks[i].disc;
        float below = disc != 0 ? 26.0f : 0.0f; // the disc counts as its plank
        if (x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h + below) {
            return i;
        }
    }
    return -1;
}
