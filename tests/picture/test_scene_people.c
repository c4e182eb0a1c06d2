// People and the bridge: they test, hesitate, cross and turn back, from either side, in the rhythm
// of the planks; the bridge answers.
#include "support/test.h"

#include "picture/samples.h"
#include "picture/scene.h"

#include <math.h>

enum { MOST = 60 * 60 };

static const float left = (float)PICTURE_DECK_LEFT;
static const float right = (float)PICTURE_DECK_RIGHT;

static float bank_of(PictureSide side)
{
    return side == PICTURE_NEAR ? (float)PICTURE_NEAR_BANK : (float)PICTURE_FAR_BANK;
}

static void open_scene(PictureScene *scene, const BridgeCondition *condition, PictureSide side)
{
    PicturePalette day = picture_palette(PICTURE_DAY);
    picture_scene_init(scene, condition, &day);
    PictureLook look = picture_look_any(4);
    picture_scene_person(scene, 0, &look, bank_of(side), side == PICTURE_NEAR ? 1 : -1,
                         PICTURE_STAND);
    picture_scene_advance(scene, 1);
}

typedef struct Walk {
    int steps;           // of 1/60 s
    int footfalls;       // heard
    bool tested, looked; // poses seen
    bool shrugged;
    float furthest;     // from their own cliff edge onto the deck
    int turns;          // changes of direction
    float longest_jump; // of the feet between two steps
    float gap;          // between footfalls on sound planks, least
} Walk;

static Walk play(PictureScene *scene, PictureCrossing crossing, PictureSide side)
{
    Walk walk = { .gap = 1000.0f };
    float last_x = scene->people[0].x;
    float last_step = -1000.0f;
    int last_way = 0;
    PictureBox was = picture_scene_person_box(scene, 0);
    picture_scene_cross(scene, 0, crossing, side);
    while (picture_scene_crossing(scene, 0) && walk.steps < MOST) {
        picture_scene_advance(scene, 1);
        const PicturePerson *p = &scene->people[0];
        walk.steps++;
        walk.tested = walk.tested || p->pose == PICTURE_TEST_FOOT;
        walk.looked = walk.looked || p->pose == PICTURE_LOOK_DOWN;
        walk.shrugged = walk.shrugged || p->pose == PICTURE_SHRUG;
        float on = side == PICTURE_NEAR ? p->x - left : right - p->x;
        walk.furthest = on > walk.furthest ? on : walk.furthest;
        int way = p->x > last_x ? 1 : p->x < last_x ? -1 : 0;
        walk.turns += way != 0 && last_way != 0 && way != last_way;
        last_way = way != 0 ? way : last_way;
        last_x = p->x;
        PictureBox box = picture_scene_person_box(scene, 0);
        float jump = fabsf(box.y + box.h - was.y - was.h);
        walk.longest_jump = jump > walk.longest_jump ? jump : walk.longest_jump;
        was = box;
        PictureCues cues = picture_cues_take(&scene->cues);
        for (int i = 0; i < cues.count; i++) {
            if (cues.cue[i].sound == PICTURE_SOUND_STEP && p->pose != PICTURE_TEST_FOOT) {
                float gap = fabsf(p->x - last_step);
                walk.gap = gap < walk.gap ? gap : walk.gap;
                last_step = p->x;
                walk.footfalls++;
            }
        }
    }
    return walk;
}

static void they_test_and_cross_from_either_side(void **state)
{
    (void)state;
    BridgeCondition c = sample_sound();
    for (int side = PICTURE_NEAR; side <= PICTURE_FAR; side++) {
        PictureScene scene;
        open_scene(&scene, &c, (PictureSide)side);
        Walk walk = play(&scene, PICTURE_CROSSES, (PictureSide)side);
        assert_true(walk.steps < 60 * 30);
        assert_true(walk.tested && walk.looked && !walk.shrugged);
        assert_int_equal(walk.turns, 0);
        assert_true(walk.footfalls >= BRIDGE_PLANKS - 1 && walk.footfalls <= BRIDGE_PLANKS + 3);
        assert_true(walk.gap > 20.0f); // a plank each, the first one after standing apart
        assert_true(walk.longest_jump < 3.0f);
        float x = scene.people[0].x;
        assert_true(side == PICTURE_NEAR ? x > right : x < left);
        assert_int_equal(scene.people[0].pose, PICTURE_STAND);
    }
}

static void they_hesitate_and_stay_on_the_first_plank(void **state)
{
    (void)state;
    BridgeCondition c = sample_strained();
    for (int side = PICTURE_NEAR; side <= PICTURE_FAR; side++) {
        PictureScene scene;
        open_scene(&scene, &c, (PictureSide)side);
        Walk walk = play(&scene, PICTURE_HESITATES, (PictureSide)side);
        assert_true(walk.tested && walk.looked && walk.turns >= 2);
        assert_true(walk.furthest < 45.0f);
        float x = scene.people[0].x;
        assert_true(side == PICTURE_NEAR ? x > left && x < left + 45.0f
                                         : x < right && x > right - 45.0f);
        assert_int_equal(scene.people[0].facing, side == PICTURE_NEAR ? 1 : -1);
        int steps = 0;
        while (!picture_scene_at_rest(&scene) && steps++ < MOST) {
            picture_scene_advance(&scene, 1);
        }
        assert_true(steps < MOST); // who waits does not keep the machine busy
        // From there they look once more, and go.
        walk = play(&scene, PICTURE_CROSSES, (PictureSide)side);
        assert_false(walk.tested);
        assert_true(walk.looked && walk.furthest > 800.0f);
    }
}

static void they_turn_back_with_their_back_to_the_bridge(void **state)
{
    (void)state;
    BridgeCondition c = sample_strained();
    PictureScene scene;
    open_scene(&scene, &c, PICTURE_FAR);
    Walk walk = play(&scene, PICTURE_TURNS_BACK, PICTURE_FAR);
    assert_true(walk.tested && walk.looked && walk.shrugged && walk.furthest < 45.0f);
    assert_true(scene.people[0].x > (float)PICTURE_FAR_BANK);
    assert_int_equal(scene.people[0].facing, 1);
}

static void nobody_walks_on_air(void **state)
{
    (void)state;
    BridgeCondition c = sample_down();
    for (int crossing = PICTURE_CROSSES; crossing <= PICTURE_TURNS_BACK; crossing++) {
        PictureScene scene;
        open_scene(&scene, &c, PICTURE_FAR);
        Walk walk = play(&scene, (PictureCrossing)crossing, PICTURE_FAR);
        assert_true(walk.steps < MOST && walk.looked && walk.furthest < 15.0f);
        assert_int_equal(walk.footfalls, 0);
    }
}

static void the_tested_plank_dips(void **state)
{
    (void)state;
    BridgeCondition c = sample_sound();
    PictureScene scene;
    open_scene(&scene, &c, PICTURE_FAR);
    float before = picture_sway_at(&scene.sway, 0, PICTURE_STATIONS - 2).y;
    float lowest = before;
    picture_scene_cross(&scene, 0, PICTURE_HESITATES, PICTURE_FAR);
    bool heard = false;
    for (int i = 0; i < 200 && scene.people[0].beat < 2; i++) {
        picture_scene_advance(&scene, 1);
        float y = picture_sway_at(&scene.sway, 0, PICTURE_STATIONS - 2).y;
        lowest = y > lowest ? y : lowest;
        PictureCues cues = picture_cues_take(&scene.cues);
        for (int k = 0; k < cues.count; k++) {
            heard = heard || cues.cue[k].sound == PICTURE_SOUND_STEP;
        }
    }
    assert_true(heard);
    assert_true(lowest > before + 0.8f);
}

static void the_deck_gives_under_each_step(void **state)
{
    (void)state;
    BridgeCondition c = sample_sound();
    PictureScene scene;
    open_scene(&scene, &c, PICTURE_NEAR);
    float before = picture_sway_at(&scene.sway, 0, 9).y;
    float deepest = 0.0f;
    picture_scene_walk(&scene, 0, (float)PICTURE_FAR_BANK);
    while (picture_scene_walking(&scene, 0)) {
        picture_scene_advance(&scene, 1);
        float dip = picture_sway_at(&scene.sway, 0, 9).y - before;
        deepest = dip > deepest ? dip : deepest;
    }
    assert_true(deepest > 2.0f && deepest < 30.0f);
}

static void with_less_motion_they_are_simply_there(void **state)
{
    (void)state;
    BridgeCondition c = sample_sound();
    PictureScene scene;
    open_scene(&scene, &c, PICTURE_FAR);
    scene.reduced_motion = true;
    picture_scene_cross(&scene, 0, PICTURE_CROSSES, PICTURE_FAR);
    assert_false(picture_scene_crossing(&scene, 0));
    assert_true(scene.people[0].x < left);
    assert_true(scene.before.people[0].x > right); // what it fades from
    picture_scene_advance(&scene, 30);
    assert_true(picture_scene_at_rest(&scene));
}

static void finishing_brings_everybody_to_the_end(void **state)
{
    (void)state;
    BridgeCondition c = sample_sound();
    PictureScene scene;
    open_scene(&scene, &c, PICTURE_FAR);
    picture_scene_cross(&scene, 0, PICTURE_TURNS_BACK, PICTURE_FAR);
    picture_scene_advance(&scene, 100);
    assert_false(picture_scene_quiet(&scene));
    picture_scene_finish(&scene);
    assert_true(picture_scene_quiet(&scene));
    assert_true(scene.people[0].x > right && scene.people[0].facing == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_test_and_cross_from_either_side),
        cmocka_unit_test(they_hesitate_and_stay_on_the_first_plank),
        cmocka_unit_test(they_turn_back_with_their_back_to_the_bridge),
        cmocka_unit_test(nobody_walks_on_air),
        cmocka_unit_test(the_tested_plank_dips),
        cmocka_unit_test(the_deck_gives_under_each_step),
        cmocka_unit_test(with_less_motion_they_are_simply_there),
        cmocka_unit_test(finishing_brings_everybody_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
