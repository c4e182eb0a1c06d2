// People at the bridge: walking in the rhythm of the planks, testing the first one, hesitating,
// crossing, turning back; and what the bridge feels of them.
#include "picture/scene_parts.h"

#include "picture/colour.h"
#include "picture/wave.h"

#include <assert.h>

static const float walking_speed = 60.0f; // design units per second: a plank takes 0.57 s
static const float person_mass = 6.0f;    // of a plank
static const float pi = 3.1415927f;

// ---- how a decision is played -------------------------------------------------------------------

typedef enum Act {
    ACT_END,
    ACT_TO_EDGE,  // to the post
    ACT_TEST,     // a foot on the first plank, and back
    ACT_STEP_ON,  // onto the first plank
    ACT_LOOK,     // at the planks ahead
    ACT_STEP_OFF, // backwards, to the post
    ACT_PAUSE,
    ACT_SHRUG,
    ACT_OVER, // to the other bank
    ACT_HOME, // away, the back to the bridge
} Act;
enum { MOST_ACTS = 12 };

static const uint8_t plans[3][MOST_ACTS] = {
    [PICTURE_CROSSES] = { ACT_TO_EDGE, ACT_TEST, ACT_STEP_ON, ACT_LOOK, ACT_OVER, ACT_END },
    [PICTURE_HESITATES] = { ACT_TO_EDGE, ACT_TEST, ACT_STEP_ON, ACT_LOOK, ACT_STEP_OFF, ACT_PAUSE,
                            ACT_TEST, ACT_STEP_ON, ACT_LOOK, ACT_END },
    [PICTURE_TURNS_BACK] = { ACT_TO_EDGE, ACT_TEST, ACT_STEP_ON, ACT_LOOK, ACT_STEP_OFF, ACT_SHRUG,
                             ACT_HOME, ACT_END },
};

// A bridge that is down is not stepped on.
static const uint8_t down_plans[3][MOST_ACTS] = {
    [PICTURE_CROSSES] = { ACT_TO_EDGE, ACT_LOOK, ACT_SHRUG, ACT_HOME, ACT_END },
    [PICTURE_HESITATES] = { ACT_TO_EDGE, ACT_LOOK, ACT_PAUSE, ACT_LOOK, ACT_END },
    [PICTURE_TURNS_BACK] = { ACT_TO_EDGE, ACT_LOOK, ACT_SHRUG, ACT_HOME, ACT_END },
};

static float plank_pitch(void)
{
    return (float)(PICTURE_DECK_RIGHT - PICTURE_DECK_LEFT) / (float)PICTURE_SEGMENTS;
}

// Places as seen from a side; forward is 1 for whoever comes from the near side.
static int forward_of(const PicturePerson *p)
{
    return p->side == PICTURE_NEAR ? 1 : -1;
}

static float edge_of(int side)
{
    return side == PICTURE_NEAR ? (float)PICTURE_DECK_LEFT + 9.0f
                                : (float)PICTURE_DECK_RIGHT - 9.0f;
}

static float first_plank_of(int side)
{
    return side == PICTURE_NEAR ? (float)PICTURE_DECK_LEFT + plank_pitch()
                                : (float)PICTURE_DECK_RIGHT - plank_pitch();
}

// One arrives beside whoever stands there.
static float arrival_of(int side)
{
    return side == PICTURE_NEAR ? (float)PICTURE_FAR_BANK - 28.0f
                                : (float)PICTURE_NEAR_BANK + 28.0f;
}

static float home_of(int side)
{
    return side == PICTURE_NEAR ? (float)PICTURE_NEAR_BANK - 14.0f
                                : (float)PICTURE_FAR_BANK + 14.0f;
}

static Act act_of(const PictureScene *scene, const PicturePerson *p)
{
    assert(p->plan >= 1 && p->plan <= 3);
    if (p->beat >= MOST_ACTS) {
        return ACT_END;
    }
    bool down = scene->condition.word == BRIDGE_DOWN;
    return (Act)(down ? down_plans[p->plan - 1][p->beat] : plans[p->plan - 1][p->beat]);
}

static void stay(PicturePerson *p, PicturePose pose, float seconds)
{
    p->goal = p->x;
    p->pose = (uint8_t)pose;
    p->beat_left = seconds;
    p->stride = 0.0f;
}

static void go(PicturePerson *p, float goal, int facing)
{
    p->goal = goal;
    p->facing = (int8_t)facing;
    p->beat_left = 0.0f;
}

static void begin_act(PictureScene *scene, PicturePerson *p)
{
    int forward = forward_of(p);
    switch (act_of(scene, p)) {
    case ACT_TO_EDGE:
        go(p, edge_of(p->side), forward);
        break;
    case ACT_TEST:
        stay(p, PICTURE_TEST_FOOT, 1.1f);
        break;
    case ACT_STEP_ON:
        go(p, first_plank_of(p->side), forward);
        break;
    case ACT_LOOK:
        stay(p, PICTURE_LOOK_DOWN, 1.2f);
        break;
    case ACT_STEP_OFF:
        go(p, edge_of(p->side), forward);
        break;
    case ACT_PAUSE:
        stay(p, PICTURE_ARMS_CROSSED, 0.8f);
        break;
    case ACT_SHRUG:
        stay(p, PICTURE_SHRUG, 1.0f);
        break;
    case ACT_OVER:
        go(p, arrival_of(p->side), forward);
        break;
    case ACT_HOME:
        go(p, home_of(p->side), -forward);
        break;
    case ACT_END: // who hesitates stays as they look, the others stand
        p->pose = p->plan - 1 == PICTURE_HESITATES ? PICTURE_LOOK_DOWN : PICTURE_STAND;
        p->plan = 0;
        p->goal = p->x;
        break;
    }
}

static bool is_walking(const PicturePerson *p)
{
    return p->present && (p->goal > p->x || p->goal < p->x);
}

static void next_act(PictureScene *scene, PicturePerson *p)
{
    p->beat++;
    begin_act(scene, p);
}

static void step_plan(PictureScene *scene, PicturePerson *p)
{
    if (p->plan == 0 || is_walking(p)) {
        return;
    }
    p->beat_left -= scene_step_seconds;
    if (p->pose == PICTURE_TEST_FOOT) {
        float before = p->stride;
        p->stride = pi * colour_clamp(1.0f - p->beat_left / 1.1f, 0.0f, 1.0f);
        if (before < 1.2f && p->stride >= 1.2f) { // the foot comes down
            float x = first_plank_of(p->side);
            int station = p->side == PICTURE_NEAR ? 1 : PICTURE_STATIONS - 2;
            scene_sound(scene, PICTURE_SOUND_STEP, 0.4f, x);
            for (int rope = 0; rope < 2; rope++) {
                picture_sway_kick(&scene->sway, rope, station, (PictureVector){ 0, 40.0f, 0 });
            }
        }
    }
    if (p->beat_left <= 0.0f) {
        next_act(scene, p);
    }
}

static void finish_plan(PictureScene *scene, PicturePerson *p)
{
    while (p->plan != 0) {
        p->x = p->goal;
        next_act(scene, p);
    }
    p->x = p->goal;
    p->stride = 0.0f;
    p->react_left = 0.0f;
    p->pose = p->pose == PICTURE_WALK ? PICTURE_STAND : p->pose;
}

void picture_scene_cross(PictureScene *scene, int index, PictureCrossing crossing, PictureSide from)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    PicturePerson *p = &scene->people[index];
    if (!p->present) {
        return;
    }
    if (scene->reduced_motion) {
        scene_fade_from_here(scene);
    }
    bool down = scene->condition.word == BRIDGE_DOWN;
    float gap = p->x - first_plank_of((int)from);
    bool there = !down && gap < 4.0f && gap > -4.0f; // has hesitated here: only looks once more
    p->plan = (uint8_t)(crossing + 1);
    p->side = (uint8_t)from;
    p->beat = 0;
    while (there && act_of(scene, p) != ACT_LOOK) {
        p->beat++;
    }
    p->facing = (int8_t)forward_of(p);
    begin_act(scene, p);
    if (scene->reduced_motion) {
        finish_plan(scene, p);
    }
    scene->stale = true;
}

bool picture_scene_crossing(const PictureScene *scene, int index)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    return scene->people[index].present && scene->people[index].plan != 0;
}

// ---- coming, going, walking ---------------------------------------------------------------------

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

// Somebody whose coat nobody else on the picture wears.
static PictureLook stranger(const PictureScene *scene, uint32_t seed)
{
    PictureLook look = picture_look_any(seed);
    for (uint32_t more = 1; more < 24u; more++) {
        bool taken = false;
        for (int i = 0; i < PICTURE_PEOPLE; i++) {
            const PicturePerson *p = &scene->people[i];
            taken = taken || (p->present && p->look.coat_colour == look.coat_colour);
        }
        if (!taken) {
            break;
        }
        look = picture_look_any(seed + more);
    }
    return look;
}

void picture_scene_onlookers(PictureScene *scene, uint32_t seed)
{
    static const float apart[] = { 71.0f, 37.0f }; // the outer ones first: they stand behind
    for (int i = 0; i < PICTURE_ONLOOKERS; i++) {
        picture_scene_leave(scene, PICTURE_PEOPLE - PICTURE_ONLOOKERS + i);
    }
    for (int i = 0; i < PICTURE_ONLOOKERS; i++) {
        bool far = i % 2 != 0;
        uint32_t who = seed * (far ? 37u : 31u) + (far ? 5u : 12u) + 101u * (uint32_t)(i / 2);
        PictureLook look = stranger(scene, who);
        float out = apart[i / 2];
        float x = far ? (float)PICTURE_FAR_BANK + out : (float)PICTURE_NEAR_BANK - out;
        picture_scene_person(scene, PICTURE_PEOPLE - PICTURE_ONLOOKERS + i, &look, x, far ? -1 : 1,
                             PICTURE_STAND);
    }
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
    if (scene->reduced_motion && p->present) {
        scene_fade_from_here(scene);
    }
    p->plan = 0;
    if (goal < p->x || goal > p->x) {
        p->facing = goal < p->x ? -1 : 1;
    }
    p->goal = goal;
    if (scene->reduced_motion) {
        finish_plan(scene, p);
    }
    scene->stale = true;
}

bool picture_scene_walking(const PictureScene *scene, int index)
{
    assert(index >= 0 && index < PICTURE_PEOPLE);
    return is_walking(&scene->people[index]);
}

// ---- steps --------------------------------------------------------------------------------------

static bool on_deck(const PicturePerson *p)
{
    return p->present && p->x > (float)PICTURE_DECK_LEFT && p->x < (float)PICTURE_DECK_RIGHT;
}

static int plank_at(float x)
{
    int plank = (int)((x - (float)PICTURE_DECK_LEFT) / plank_pitch() - 0.5f);
    return plank < 0 ? 0 : plank >= BRIDGE_PLANKS ? BRIDGE_PLANKS - 1 : plank;
}

// Slower where the next plank does not look as if it would hold.
static float care_of(const PictureScene *scene, const PicturePerson *p, int way)
{
    if (!on_deck(p)) {
        return 1.0f;
    }
    uint8_t here = scene->condition.planks[plank_at(p->x)].state;
    uint8_t ahead = scene->condition.planks[plank_at(p->x + (float)way * plank_pitch())].state;
    return ahead >= BRIDGE_PLANK_CRACKED ? 0.6f : here >= BRIDGE_PLANK_CRACKED ? 0.8f : 1.0f;
}

static void footfall(PictureScene *scene, const PicturePerson *p)
{
    int plank = plank_at(p->x);
    float lip = 0.5f * plank_pitch(); // before the first plank there is stone
    bool on_planks =
        p->x > (float)PICTURE_DECK_LEFT + lip && p->x < (float)PICTURE_DECK_RIGHT - lip;
    if (!on_planks || scene->condition.planks[plank].state >= BRIDGE_PLANK_HANGING) {
        return;
    }
    for (int rope = 0; rope < 2; rope++) {
        picture_sway_kick(&scene->sway, rope, plank + 1, (PictureVector){ 0.0f, 30.0f, 0.0f });
    }
    scene_sound(scene, PICTURE_SOUND_STEP, p->look.wheelchair ? 0.2f : 0.35f, p->x);
}

// Paces counted from far to the left, so that their number is never negative.
static float paces_at(float x)
{
    return (x - (float)PICTURE_DECK_LEFT) / plank_pitch() + 40.0f;
}

static void walk(PictureScene *scene, PicturePerson *p)
{
    int way = p->goal > p->x ? 1 : -1;
    float length = walking_speed * scene_step_seconds * care_of(scene, p, way);
    float rest = p->goal - p->x;
    int before = (int)paces_at(p->x);
    if (rest <= length && rest >= -length) {
        p->x = p->goal;
        p->pose = PICTURE_STAND;
    } else {
        p->x += length * (float)way;
        p->pose = PICTURE_WALK;
    }
    float paces = paces_at(p->x);
    p->stride = pi * (paces - 2.0f * (float)(int)(paces * 0.5f));
    if ((int)paces != before) {
        footfall(scene, p);
    }
}

static void press(PictureScene *scene, const PicturePerson *p)
{
    if (on_deck(p)) {
        // Each footfall presses a little more.
        float step = p->pose == PICTURE_WALK ? 0.45f * wave_cos(p->stride * 2.0f) : 0.0f;
        picture_sway_load(&scene->sway, p->x, person_mass * (1.0f + step));
    }
    if (p->pose == PICTURE_TEST_FOOT) {
        float foot = wave_sin(p->stride);
        picture_sway_load(&scene->sway, first_plank_of(p->side), person_mass * 0.8f * foot);
    }
}

void scene_people_step(PictureScene *scene)
{
    picture_sway_unload(&scene->sway);
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        PicturePerson *p = &scene->people[i];
        if (!p->present) {
            continue;
        }
        if (is_walking(p)) {
            walk(scene, p);
        } else {
            step_plan(scene, p);
        }
        p->react_left = p->react_left > 0.0f ? p->react_left - scene_step_seconds : 0.0f;
        press(scene, p);
    }
}

bool scene_people_done(const PictureScene *scene)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        const PicturePerson *p = &scene->people[i];
        if (p->present && (is_walking(p) || p->plan != 0 || p->react_left > 0.0f)) {
            return false;
        }
    }
    return true;
}

void scene_people_finish(PictureScene *scene)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        if (scene->people[i].present) {
            finish_plan(scene, &scene->people[i]);
        }
    }
}

static bool stands_on_bank(const PicturePerson *p)
{
    return p->present && p->plan == 0 && !is_walking(p) && p->pose == PICTURE_STAND && !on_deck(p);
}

void scene_people_cheer(PictureScene *scene, float after)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        PicturePerson *p = &scene->people[i];
        if (stands_on_bank(p)) {
            p->facing = p->x < 640.0f ? 1 : -1;
            p->react = PICTURE_WAVE;
            p->react_left = after + PICTURE_REACTION + 0.25f * (float)i;
        }
    }
}

void scene_people_startle(PictureScene *scene, bool falls)
{
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        PicturePerson *p = &scene->people[i];
        if (!p->present) {
            continue;
        }
        if (falls && on_deck(p)) {
            int side = p->x < 640.0f ? PICTURE_NEAR : PICTURE_FAR;
            *p = (PicturePerson){ .present = true,
                                  .look = p->look,
                                  .x = home_of(side),
                                  .goal = home_of(side),
                                  .facing = side == PICTURE_NEAR ? 1 : -1 };
        }
        if (stands_on_bank(p)) {
            p->facing = p->x < 640.0f ? 1 : -1;
            p->react = PICTURE_POINT;
            p->react_left = PICTURE_REACTION + 0.15f * (float)i;
        }
    }
}
