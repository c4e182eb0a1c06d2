// What somebody decides about crossing is seen: they look, and come or turn back.
#include "support/test.h"

#include "sdl/sample_frame.h"
#include "sdl/stage.h"

enum { A_MINUTE = 60 * 60 };

typedef struct Theatre {
    Stage stage;
    Frame frame;
} Theatre;

static void open_theatre(Theatre *theatre, bool reduced_motion)
{
    stage_init(&theatre->stage);
    theatre->stage.reduced_motion = reduced_motion;
    frame_init(&theatre->frame, 1280, 720);
    sample_play(&theatre->frame, 1);
    stage_update(&theatre->stage, &theatre->frame, 320, 180);
}

static void close_theatre(Theatre *theatre)
{
    frame_deinit(&theatre->frame);
    stage_deinit(&theatre->stage);
}

static float across(const Theatre *theatre)
{
    return theatre->stage.scene.people[STAGE_ACROSS].x;
}

static float after(Theatre *theatre, FrameCrossing crossing, int steps)
{
    theatre->frame.crossing = (uint8_t)crossing;
    stage_update(&theatre->stage, &theatre->frame, 320, 180);
    for (int i = 0; i < steps; i++) {
        stage_advance(&theatre->stage, 1);
    }
    return across(theatre);
}

static void they_look_and_come(void **state)
{
    (void)state;
    Theatre theatre;
    open_theatre(&theatre, false);
    assert_true(across(&theatre) > PICTURE_DECK_RIGHT);
    float plank = after(&theatre, CROSSING_LOOKS, A_MINUTE);
    assert_true(plank < PICTURE_DECK_RIGHT && plank > PICTURE_DECK_RIGHT - 60);
    float still = after(&theatre, CROSSING_COMES, 30); // they look once more
    assert_true(still <= plank && still >= plank);
    assert_true(stage_lively(&theatre.stage) && !stage_at_rest(&theatre.stage));
    assert_true(after(&theatre, CROSSING_COMES, A_MINUTE) < PICTURE_DECK_LEFT);
    assert_true(after(&theatre, CROSSING_NONE, 1) > PICTURE_DECK_RIGHT); // another day
    close_theatre(&theatre);
}

static void they_turn_back(void **state)
{
    (void)state;
    Theatre theatre;
    open_theatre(&theatre, false);
    assert_true(after(&theatre, CROSSING_TURNS_BACK, 75) < PICTURE_DECK_RIGHT);
    assert_true(after(&theatre, CROSSING_TURNS_BACK, A_MINUTE) > PICTURE_DECK_RIGHT);
    close_theatre(&theatre);
}

static void with_less_motion_it_is_so_at_once(void **state)
{
    (void)state;
    Theatre theatre;
    open_theatre(&theatre, true);
    assert_true(after(&theatre, CROSSING_COMES, 0) < PICTURE_DECK_LEFT);
    close_theatre(&theatre);
}

// Another person's bridge comes out of the mist, and the mist goes.
static void another_bridge_is_veiled(void **state)
{
    (void)state;
    Theatre theatre;
    open_theatre(&theatre, false);
    assert_true(stage_veil(&theatre.stage) <= 0);
    theatre.frame.bridge_person = theatre.frame.bridge_person == 0 ? 1 : 0;
    stage_update(&theatre.stage, &theatre.frame, 320, 180);
    assert_true(stage_veil(&theatre.stage) > .9f);
    assert_true(stage_advance(&theatre.stage, 10));
    assert_true(stage_veil(&theatre.stage) < .6f);
    stage_advance(&theatre.stage, 30);
    assert_true(stage_veil(&theatre.stage) <= 0);
    close_theatre(&theatre);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_and_come),
        cmocka_unit_test(they_turn_back),
        cmocka_unit_test(with_less_motion_it_is_so_at_once),
        cmocka_unit_test(another_bridge_is_veiled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
