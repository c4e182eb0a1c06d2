// What moves: steps of 1/60 s, the wind, cross-fades, rest; and where things are. How the bridge
// changes stands in scene_change.c, people in scene_people.c, drawing in scene_draw.c.
#include "picture/scene_parts.h"

#include "picture/colour.h"
#include "picture/wave.h"

#include <assert.h>
#include <string.h>

static const float rest_speed = 2.0f;   // below this nobody sees that it moves
static const float quiet_speed = 60.0f; // faster than in any wind
static const float fade_seconds = 0.4f;

// ---- conditions ---------------------------------------------------------------------------------

static int32_t within(int32_t v, int32_t most)
{
    return v < 0 ? 0 : v > most ? most : v;
}

// A condition that can be drawn, whatever was given.
static BridgeCondition tamed(const BridgeCondition *condition)
{
    BridgeCondition c = *condition;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        BridgePlank *p = &c.planks[i];
        p->state = p->state > BRIDGE_PLANK_GONE ? BRIDGE_PLANK_GONE : p->state;
        p->fate = p->fate > BRIDGE_FOUND_OUT ? BRIDGE_FOUND_OUT : p->fate;
        p->disc = p->disc < 0 ? 0 : p->disc > 99 ? 99 : p->disc;
        p->mended_by = p->mended_by < 0 ? 0 : p->mended_by > 99 ? 99 : p->mended_by;
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        bool known = c.strands[i] <= BRIDGE_STRAND_SPLICED;
        c.strands[i] = known ? c.strands[i] : (uint8_t)BRIDGE_STRAND_GONE;
    }
    c.word = c.word > BRIDGE_SOUND ? (uint8_t)BRIDGE_SOUND : c.word;
    c.trust = within(c.trust, 1000000);
    c.rapport = within(c.rapport, 1000000);
    c.scar = within(c.scar, 1000000);
    return c;
}

static void settle_bridge(PictureScene *scene)
{
    picture_sway_init(&scene->sway);
    picture_sway_condition(&scene->sway, &scene->condition);
    picture_sway_settle(&scene->sway);
    float x;
    scene->pull = picture_sway_pull(&scene->sway, &x);
}

static void settle(PictureScene *scene)
{
    picture_particles_init(&scene->particles, 2024u);
    settle_bridge(scene);
    scene_change_settle(scene);
    scene->wind = 0.0f;
    scene->gust = 0.0f;
    scene->gust_ticks = 0;
    scene->stale = true;
}

void picture_scene_place(PictureScene *scene, const BridgeCondition *condition)
{
    scene->condition = tamed(condition);
    scene->fade = 1.0f;
    settle(scene);
}

void picture_scene_init(PictureScene *scene, const BridgeCondition *condition,
                        const PicturePalette *palette)
{
    memset(scene, 0, sizeof *scene);
    scene->palette = *palette;
    picture_scene_place(scene, condition);
}

void scene_fade_from_here(PictureScene *scene)
{
    if (scene->fade < 0.5f) {
        return; // most of what is seen is still the older picture
    }
    scene->before.condition = scene->condition;
    scene->before.sway = scene->sway;
    scene->before.motion = scene->motion;
    memcpy(scene->before.people, scene->people, sizeof scene->people);
    scene->fade = 0.0f;
    scene->stale = true;
}

void picture_scene_set(PictureScene *scene, const BridgeCondition *condition)
{
    BridgeCondition next = tamed(condition);
    bool falls = next.word == BRIDGE_DOWN && scene->condition.word != BRIDGE_DOWN;
    if (scene->reduced_motion) {
        scene_change_sounds(scene, &next);
        scene_fade_from_here(scene);
        scene->condition = next;
        settle(scene);
        return;
    }
    bool risen = scene->condition.word == BRIDGE_DOWN && next.word != BRIDGE_DOWN;
    bool mends = risen;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        mends =
            mends || (next.planks[i].mended_by != 0 && scene->condition.planks[i].mended_by == 0);
    }
    bool breaks = scene_change_begin(scene, &next);
    scene->condition = next;
    if (breaks || falls) {
        scene_people_startle(scene, falls);
    } else if (mends) { // when the plank has been nailed
        scene_people_cheer(scene, risen ? 4.0f : 1.7f);
    }
    scene->stale = true;
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

void picture_scene_finish(PictureScene *scene)
{
    scene_people_finish(scene);
    scene->fade = 1.0f;
    float wind = scene->wind;
    PictureParticles particles = scene->particles;
    settle(scene);
    scene->wind = wind;
    scene->particles = particles;
}

// ---- wind ---------------------------------------------------------------------------------------

void picture_scene_gust(PictureScene *scene, float strength)
{
    if (scene->reduced_motion || !(strength > 0.0f)) { // nor for what is not a number
        return;
    }
    scene->gust = colour_clamp(strength, 0.0f, 1.0f);
    scene->gust_ticks = 240;
    if (scene->gust > scene->wind + 0.1f) {
        scene_sound(scene, PICTURE_SOUND_GUST, scene->gust, 640.0f);
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
    bool calm = scene->gust <= 0.0f && scene->wind < 0.01f;
    if (calm || !(scene->wind >= 0.0f && scene->wind <= 1.0f)) { // nor what is not a number
        scene->wind = 0.0f;
    }
    scene->sway.wind = scene->wind;
}

// ---- rest ---------------------------------------------------------------------------------------

static bool lengths_done(const PictureSway *sway)
{
    for (int i = 0; i < PICTURE_LINKS; i++) {
        float gap = sway->links[i].rest - sway->links[i].rest_goal;
        if (gap > 0.02f || gap < -0.02f) {
            return false;
        }
    }
    return true;
}

static bool cuts_done(const PictureScene *scene)
{
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        if (scene->motion.cut[rope] >= 0.0f) {
            return false;
        }
    }
    return true;
}

static bool bridge_at_rest(const PictureScene *scene)
{
    return scene->wind <= 0.0f && scene->gust <= 0.0f && scene->particles.alive == 0 &&
           scene_people_done(scene) && cuts_done(scene) && scene_change_done(scene) &&
           picture_sway_speed(&scene->sway) < rest_speed && lengths_done(&scene->sway);
}

bool picture_scene_at_rest(const PictureScene *scene)
{
    return !scene_fading(scene) && bridge_at_rest(scene);
}

bool picture_scene_quiet(const PictureScene *scene)
{
    return !scene_fading(scene) && scene->particles.alive == 0 && scene_people_done(scene) &&
           cuts_done(scene) && scene_change_done(scene) &&
           picture_sway_speed(&scene->sway) < quiet_speed;
}

// ---- steps --------------------------------------------------------------------------------------

static void step(PictureScene *scene)
{
    step_wind(scene);
    scene_people_step(scene);
    scene_change_step(scene);
    picture_particles_step(&scene->particles);
    picture_sway_step(&scene->sway);
    if (!picture_sway_sane(&scene->sway)) {
        settle_bridge(scene); // somebody fed it nonsense
    }
    scene_sound_step(scene);
    scene->tick++;
}

static void step_fade(PictureScene *scene)
{
    scene->fade += scene_step_seconds / fade_seconds;
    scene->fade = scene->fade > 0.999f ? 1.0f : scene->fade;
}

// Without motion nothing is stepped: what was on its way is faded to where it ends.
static bool advance_still(PictureScene *scene, int steps)
{
    bool changed = scene->stale;
    if (!bridge_at_rest(scene)) {
        scene_fade_from_here(scene);
        scene_people_finish(scene);
        settle(scene);
        changed = true;
    }
    for (int i = 0; i < steps && scene_fading(scene); i++) {
        step_fade(scene);
        changed = true;
    }
    scene->stale = scene->stale && steps <= 0;
    return changed;
}

bool picture_scene_advance(PictureScene *scene, int steps)
{
    if (!picture_sway_sane(&scene->sway)) {
        settle_bridge(scene);
        scene->stale = true;
    }
    if (scene->reduced_motion) {
        return advance_still(scene, steps);
    }
    bool changed = scene->stale;
    for (int i = 0; i < steps; i++) {
        if (!scene->stale && picture_scene_at_rest(scene)) {
            break;
        }
        if (scene_fading(scene)) {
            step_fade(scene);
        }
        step(scene);
        scene->stale = false;
        changed = true;
    }
    return changed;
}

// ---- where things are ---------------------------------------------------------------------------

RasterPoint scene_plank_middle(const PictureScene *scene, int plank)
{
    RasterPoint a = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    RasterPoint b = picture_project(picture_sway_at(&scene->sway, 1, plank + 1));
    return point_between(a, b, 0.5f);
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
        float left = box.x;
        float right = box.x + box.w;
        float bottom = box.y + box.h;
        float disc_x;
        float disc_y;
        const BridgePlank *p = &scene->condition.planks[i];
        int lower = p->disc != 0 ? p->disc : p->mended_by;
        if (picture_scene_disc_at(scene, lower, &disc_x, &disc_y)) { // the disc counts as its plank
            bottom = disc_y + 13.0f > bottom ? disc_y + 13.0f : bottom;
        }
        if (x >= left && x < right && y >= box.y && y < bottom) {
            return i;
        }
    }
    return -1;
}
