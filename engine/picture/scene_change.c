// How the bridge gets from one condition to the next: what breaks, falls, swings, is laid, nailed
// and spliced, and in which order. Decides nothing: the condition is given.
#include "picture/scene_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

#include <string.h>

static const float done_after = 2.4f; // seconds: nothing of a plank's change is seen any more
static const float strand_done_after = 3.2f;
static const float one_by_one = 0.34f;  // seconds between planks that are laid
static const float haul_first = 1.7f;   // a fallen bridge is drawn up before planks are laid
static const float hang_starts = 1.50f; // radians: level with the deck

static bool crossed(float before, float now, float t)
{
    return before < t && now >= t;
}

static uint32_t wood_colour(const PicturePalette *palette, uint8_t state)
{
    return state == BRIDGE_PLANK_NEW      ? palette->wood[0]
           : state <= BRIDGE_PLANK_MARKED ? palette->wood[1]
                                          : palette->wood[2];
}

static void kick_plank(PictureScene *scene, int plank, float down, float aside)
{
    for (int rope = 0; rope < 2; rope++) {
        picture_sway_kick(&scene->sway, rope, plank + 1, (PictureVector){ 0.0f, down, aside });
    }
}

// ---- planks -------------------------------------------------------------------------------------

static void drop_board(PictureScene *scene, int plank, float depth, uint8_t was)
{
    RasterPoint front = picture_project(picture_sway_at(&scene->sway, 0, plank + 1));
    RasterPoint back = picture_project(picture_sway_at(&scene->sway, 1, plank + 1));
    RasterPoint at = point_between(front, back, depth);
    picture_particles_board(&scene->particles, at.x, at.y, wood_colour(&scene->palette, was));
}

static void break_plank(PictureScene *scene, int plank, uint8_t was, int splinters, float strength)
{
    RasterPoint at = scene_plank_middle(scene, plank);
    picture_particles_break(&scene->particles, at.x, at.y, wood_colour(&scene->palette, was),
                            splinters);
    kick_plank(scene, plank, 60.0f * strength, 0.0f);
    scene_sound(scene, PICTURE_SOUND_CRACK, strength, at.x);
}

static void knock(PictureScene *scene, int plank, float strength)
{
    RasterPoint at = scene_plank_middle(scene, plank);
    kick_plank(scene, plank, 46.0f * strength, 0.0f);
    picture_particles_break(&scene->particles, at.x, at.y + 6.0f, scene->palette.wood[0], 2);
    scene_sound(scene, PICTURE_SOUND_HAMMER, strength, at.x);
}

static void lay_plank(PictureScene *scene, int plank, uint8_t is, float before, float now)
{
    PicturePlankMotion *m = &scene->motion.planks[plank];
    if (crossed(before, now, 0.0f) && m->was == BRIDGE_PLANK_HANGING) { // off with the old wood
        drop_board(scene, plank, 0.0f, m->was);
        drop_board(scene, plank, 0.8f, m->was);
    }
    if (crossed(before, now, MOTION_LANDS)) {
        RasterPoint at = scene_plank_middle(scene, plank);
        picture_particles_dust(&scene->particles, at.x, at.y + 5.0f, 2, 14.0f);
        kick_plank(scene, plank, 34.0f, 0.0f);
    }
    if (crossed(before, now, MOTION_KNOCK)) {
        knock(scene, plank, 0.8f);
    }
    if (is == BRIDGE_PLANK_NEW && crossed(before, now, MOTION_AGAIN)) {
        knock(scene, plank, 1.0f);
    }
}

static void plank_events(PictureScene *scene, int plank, uint8_t is, float before, float now)
{
    PicturePlankMotion *m = &scene->motion.planks[plank];
    uint8_t was = m->was;
    if (picture_motion_lays(m, is)) {
        lay_plank(scene, plank, is, before, now);
    } else if (is == BRIDGE_PLANK_GONE && was != BRIDGE_PLANK_GONE) {
        if (crossed(before, now, 0.0f)) {
            break_plank(scene, plank, was, 8, 1.0f);
        }
        if (crossed(before, now, MOTION_DROPS)) {
            drop_board(scene, plank, 0.15f, was);
            drop_board(scene, plank, 0.75f, was);
        }
    } else if (is == BRIDGE_PLANK_HANGING && was < BRIDGE_PLANK_HANGING) {
        if (crossed(before, now, 0.0f)) {
            break_plank(scene, plank, was, 7, 0.9f);
        }
    } else if (is == BRIDGE_PLANK_CRACKED && was < BRIDGE_PLANK_CRACKED) {
        if (crossed(before, now, 0.0f)) {
            break_plank(scene, plank, was, 4, 0.6f);
        }
    } else if (was == BRIDGE_PLANK_CRACKED && is < BRIDGE_PLANK_CRACKED) {
        if (crossed(before, now, 0.38f)) {
            knock(scene, plank, 0.7f);
        }
    }
}

// A half plank on its lashing: a pendulum that the wind and the deck's swaying keep going.
static void swing_plank(PictureScene *scene, int plank)
{
    PicturePlankMotion *m = &scene->motion.planks[plank];
    if (m->age < 0.05f) {
        m->swing = hang_starts;
        m->swing_speed = 0.0f;
        return;
    }
    float blows = wave_sin((float)(scene->tick % 36000u) * 0.027f + (float)plank * 1.9f);
    float pull = -24.0f * wave_sin(m->swing) - 2.1f * m->swing_speed + 5.0f * scene->wind * blows;
    m->swing_speed += pull * scene_step_seconds;
    m->swing += m->swing_speed * scene_step_seconds;
    if (m->swing < -0.45f) { // it knocks against the front rope
        m->swing = -0.45f;
        m->swing_speed *= -0.3f;
    }
}

static bool swings(const PictureScene *scene, int plank)
{
    const PicturePlankMotion *m = &scene->motion.planks[plank];
    bool still = m->swing < 0.015f && m->swing > -0.015f && m->swing_speed < 0.04f &&
                 m->swing_speed > -0.04f;
    return scene->condition.planks[plank].state == BRIDGE_PLANK_HANGING && !still;
}

static void step_plank(PictureScene *scene, int plank)
{
    PicturePlankMotion *m = &scene->motion.planks[plank];
    uint8_t is = scene->condition.planks[plank].state;
    if (m->age < PICTURE_LONG_AGO) {
        float before = m->age;
        m->age += scene_step_seconds;
        plank_events(scene, plank, is, before, m->age);
        m->age = m->age > done_after ? PICTURE_LONG_AGO : m->age;
    }
    if (m->disc_age < PICTURE_LONG_AGO) {
        m->disc_age += scene_step_seconds;
        m->disc_age = m->disc_age > done_after ? PICTURE_LONG_AGO : m->disc_age;
    }
    if (is == BRIDGE_PLANK_HANGING && (scene->wind > 0.0f || swings(scene, plank))) {
        swing_plank(scene, plank);
    }
}

// ---- strands ------------------------------------------------------------------------------------

// How worn a strand is to look in the end. Whole ones beside a strand that is gone show some fibres
// once the bridge is said to be frayed.
static float wear_wanted(const PictureScene *scene, int strand)
{
    const BridgeCondition *c = &scene->condition;
    bool strained = c->frayed && c->strands[strand] == BRIDGE_STRAND_WHOLE &&
                    c->strands[strand ^ 1] == BRIDGE_STRAND_GONE;
    return strained ? 0.3f : picture_sway_strand(c, strand).wear;
}

static void part_strand(PictureScene *scene, int strand)
{
    int rope = strand / 2;
    int segment = picture_sway_strand(&scene->condition, strand).segment;
    RasterPoint at = picture_project(picture_sway_at(&scene->sway, rope, segment));
    picture_particles_fibres(&scene->particles, at.x + 14.0f, at.y, scene->palette.rope[2], 6);
    picture_particles_dust(&scene->particles, at.x + 14.0f, at.y, 1, 10.0f);
    float aside = rope % 2 == 0 ? -140.0f : 140.0f;
    picture_sway_kick(&scene->sway, rope, segment, (PictureVector){ -60.0f, 110.0f, aside });
    picture_sway_kick(&scene->sway, rope, segment + 1, (PictureVector){ 60.0f, 110.0f, aside });
    scene_sound(scene, PICTURE_SOUND_SNAP, 0.8f, at.x);
}

static void step_strand(PictureScene *scene, int strand)
{
    PictureStrandMotion *m = &scene->motion.strands[strand];
    bool gone = scene->condition.strands[strand] == BRIDGE_STRAND_GONE;
    float wanted = wear_wanted(scene, strand);
    float rate = 0.10f;
    if (m->age < PICTURE_LONG_AGO) {
        float before = m->age;
        m->age += scene_step_seconds;
        if (gone && m->age < MOTION_PARTS) {
            wanted = 0.43f; // fibres first
        } else if (gone) {
            rate = 0.35f;
        } else if (scene->condition.strands[strand] == BRIDGE_STRAND_SPLICED &&
                   m->age < MOTION_WINDS) {
            wanted = m->wear;
        }
        if (gone && crossed(before, m->age, MOTION_PARTS)) {
            part_strand(scene, strand);
        }
        m->age = m->age > strand_done_after ? PICTURE_LONG_AGO : m->age;
    }
    float gap = wanted - m->wear;
    m->wear = gap < 0.004f && gap > -0.004f ? wanted : m->wear + gap * rate;
}

static void step_cuts(PictureScene *scene)
{
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        float before = scene->motion.cut[rope];
        if (before < 0.0f) {
            continue;
        }
        scene->motion.cut[rope] = before - scene_step_seconds;
        if (scene->motion.cut[rope] >= 0.0f) {
            continue;
        }
        int at = scene->motion.cut_at[rope];
        RasterPoint p = picture_project(picture_sway_at(&scene->sway, rope, at));
        picture_sway_hold(&scene->sway, rope, at, false);
        picture_sway_kick(&scene->sway, rope, at, (PictureVector){ -190.0f, -60.0f, 0.0f });
        picture_sway_kick(&scene->sway, rope, at + 1, (PictureVector){ 190.0f, -60.0f, 0.0f });
        picture_particles_fibres(&scene->particles, p.x + 16.0f, p.y, scene->palette.rope[2], 7);
        picture_particles_break(&scene->particles, p.x + 16.0f, p.y, scene->palette.wood[1], 5);
        scene_sound(scene, PICTURE_SOUND_SNAP, 1.0f, p.x);
    }
}

// ---- posts --------------------------------------------------------------------------------------

static float eased(float now, float wanted, float rate)
{
    float gap = wanted - now;
    return gap < 0.002f && gap > -0.002f ? wanted : now + gap * rate;
}

static float share(int32_t millionths)
{
    return colour_clamp((float)millionths / 1.0e6f, 0.0f, 1.0f);
}

static void step_posts(PictureScene *scene, float rate)
{
    PictureMotion *m = &scene->motion;
    m->rapport = eased(m->rapport, share(scene->condition.rapport), rate);
    m->scar = eased(m->scar, share(scene->condition.scar), rate);
    m->lantern = eased(m->lantern, scene->condition.lantern ? 1.0f : 0.0f, rate);
}

static bool posts_done(const PictureScene *scene)
{
    const PictureMotion *m = &scene->motion;
    float gap = share(scene->condition.rapport) - m->rapport;
    float scar = share(scene->condition.scar) - m->scar;
    float light = (scene->condition.lantern ? 1.0f : 0.0f) - m->lantern;
    const float least = 1.0e-6f;
    return gap < least && gap > -least && scar < least && scar > -least && light < least &&
           light > -least;
}

// ---- all of it ----------------------------------------------------------------------------------

void scene_change_settle(PictureScene *scene)
{
    PictureMotion *m = &scene->motion;
    memset(m, 0, sizeof *m);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        m->planks[i] = (PicturePlankMotion){ .was = scene->condition.planks[i].state,
                                             .age = PICTURE_LONG_AGO,
                                             .disc_age = PICTURE_LONG_AGO };
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        m->strands[i] = (PictureStrandMotion){ .was = scene->condition.strands[i],
                                               .age = PICTURE_LONG_AGO,
                                               .wear = wear_wanted(scene, i) };
    }
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        m->cut[rope] = -1.0f;
    }
    step_posts(scene, 1.0f);
}

static bool is_broken(uint8_t state)
{
    return state >= BRIDGE_PLANK_CRACKED;
}

// Returns whether something breaks.
static bool begin_planks(PictureScene *scene, const BridgeCondition *next, bool falls)
{
    int laid = 0;
    int broken = 0;
    bool risen = scene->condition.word == BRIDGE_DOWN && next->word != BRIDGE_DOWN;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *was = &scene->condition.planks[i];
        const BridgePlank *is = &next->planks[i];
        PicturePlankMotion *m = &scene->motion.planks[i];
        if (was->state != is->state) {
            *m = (PicturePlankMotion){ .was = was->state,
                                       .age = -0.001f,
                                       .swing = m->swing,
                                       .swing_speed = m->swing_speed,
                                       .disc_age = m->disc_age };
            if (picture_motion_lays(m, is->state)) {
                m->age -= (risen ? haul_first : 0.0f) + one_by_one * (float)laid++;
            } else if (is_broken(is->state) && is->state > was->state) {
                m->age -= falls ? 0.9f * noise_of((uint32_t)i * 77u) : 0.13f * (float)broken;
                broken++;
            }
            m->swing = is->state == BRIDGE_PLANK_HANGING ? hang_starts : m->swing;
        }
        bool hung = was->disc == 0 && was->mended_by == 0 && (is->disc != 0 || is->mended_by != 0);
        if (hung || was->fate != is->fate || was->mended_by != is->mended_by) {
            m->disc_age = picture_motion_lays(m, is->state) ? m->age - MOTION_LAID : 0.0f;
            m->disc_drops = hung || was->mended_by != is->mended_by;
        }
    }
    return broken > 0;
}

static void begin_strands(PictureScene *scene, const BridgeCondition *next)
{
    int parted = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        PictureStrandMotion *m = &scene->motion.strands[i];
        uint8_t was = scene->condition.strands[i];
        if (was == next->strands[i]) {
            continue;
        }
        m->was = was;
        m->age = 0.0f;
        if (next->strands[i] == BRIDGE_STRAND_GONE) {
            m->age = -0.35f * (float)parted++;
        } else if (next->strands[i] == BRIDGE_STRAND_SPLICED) {
            int segment = picture_sway_strand(next, i).segment;
            bool torn = !picture_sway_rope_whole(&scene->sway, i / 2, segment);
            m->age = torn || scene->condition.word == BRIDGE_DOWN ? -haul_first : 0.0f;
        }
    }
}

// Ropes of which the last strand goes hold until it is seen to go; those of a bridge that falls
// part one after another, all at the same station.
static void hold_ropes(PictureScene *scene, bool falls, bool held[PICTURE_ROPES][PICTURE_SEGMENTS])
{
    static const float order[PICTURE_ROPES] = { 0.10f, 0.62f, 0.34f, 0.48f };
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        scene->motion.cut[rope] = -1.0f;
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            if (!held[rope][i] || picture_sway_rope_whole(&scene->sway, rope, i)) {
                continue;
            }
            picture_sway_hold(&scene->sway, rope, i, true);
            int strand = 2 * rope;
            float a = scene->motion.strands[strand].age;
            float b = scene->motion.strands[strand + 1].age;
            float last = a < b ? a : b;
            scene->motion.cut[rope] = falls ? order[rope] : MOTION_PARTS - last;
            scene->motion.cut_at[rope] = (uint8_t)i;
        }
    }
}

bool scene_change_begin(PictureScene *scene, const BridgeCondition *next)
{
    bool falls = next->word == BRIDGE_DOWN && scene->condition.word != BRIDGE_DOWN;
    bool held[PICTURE_ROPES][PICTURE_SEGMENTS];
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            held[rope][i] = picture_sway_rope_whole(&scene->sway, rope, i);
        }
    }
    bool breaks = begin_planks(scene, next, falls);
    begin_strands(scene, next);
    picture_sway_condition(&scene->sway, next);
    hold_ropes(scene, falls, held);
    if (falls) {
        picture_particles_birds(&scene->particles, 350.0f, 470.0f, 5, -1);
        picture_particles_birds(&scene->particles, 930.0f, 430.0f, 4, 1);
    }
    return breaks;
}

void scene_change_step(PictureScene *scene)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        step_plank(scene, i);
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        step_strand(scene, i);
    }
    step_cuts(scene);
    step_posts(scene, 0.045f);
}

bool scene_change_done(const PictureScene *scene)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const PicturePlankMotion *m = &scene->motion.planks[i];
        if (m->age < PICTURE_LONG_AGO || m->disc_age < PICTURE_LONG_AGO || swings(scene, i)) {
            return false;
        }
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        float gap = scene->motion.strands[i].wear - wear_wanted(scene, i);
        if (scene->motion.strands[i].age < PICTURE_LONG_AGO || gap > 0.001f || gap < -0.001f) {
            return false;
        }
    }
    return posts_done(scene);
}

void scene_change_sounds(PictureScene *scene, const BridgeCondition *next)
{
    bool cracks = false;
    bool nails = false;
    bool snaps = false;
    float x = 640.0f;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        uint8_t was = scene->condition.planks[i].state;
        uint8_t is = next->planks[i].state;
        bool worse = is_broken(is) && is > was;
        cracks = cracks || worse;
        nails = nails || (is_broken(was) && !is_broken(is));
        x = worse ? scene_plank_middle(scene, i).x : x;
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        snaps = snaps || (next->strands[i] == BRIDGE_STRAND_GONE &&
                          scene->condition.strands[i] != BRIDGE_STRAND_GONE);
    }
    if (next->word == BRIDGE_DOWN && scene->condition.word != BRIDGE_DOWN) {
        scene_sound(scene, PICTURE_SOUND_CRASH, 0.8f, 640.0f);
    } else if (snaps) {
        scene_sound(scene, PICTURE_SOUND_SNAP, 0.7f, 640.0f);
    } else if (cracks) {
        scene_sound(scene, PICTURE_SOUND_CRACK, 0.7f, x);
    } else if (nails) {
        scene_sound(scene, PICTURE_SOUND_HAMMER, 0.7f, 640.0f);
    }
}
