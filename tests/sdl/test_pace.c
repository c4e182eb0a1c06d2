// How often there is a picture: by the clock alone.
#include "support/test.h"

#include "sdl/pace.h"

static int pictures_in_a_second(Pace *pace, double from)
{
    int pictures = 0;
    for (int i = 1; i <= 60; i++) {
        pictures += pace_steps(pace, from + i / 60.0 + 1e-6, true) > 0;
    }
    return pictures;
}

static void sixty_or_fifteen(void **state)
{
    (void)state;
    Pace pace;
    pace_init(&pace, 0.0);
    assert_int_equal(pictures_in_a_second(&pace, 0.0), 60);
    pace.slow_link = true;
    assert_int_equal(pictures_in_a_second(&pace, 1.0), 15);
    assert_int_equal(pace_steps(&pace, 100.0, true), 6); // after a sleep it does not catch up
    assert_int_equal(pace_steps(&pace, 200.0, false), 0);
}

static void pauses(void **state)
{
    (void)state;
    Pace pace;
    pace_init(&pace, 0.0);
    pace.last_step = 30.0;
    assert_int_equal(pace_pause(&pace, 30.0, (PaceWork){ .lively = true }), 16);
    assert_int_equal(pace_pause(&pace, 30.0, (PaceWork){ .resting = true }), 1000);
    assert_int_equal(pace_pause(&pace, 30.0, (PaceWork){ .hidden = true, .lively = true }), 1000);
    assert_int_equal(pace_pause(&pace, 30.0, (PaceWork){ .resting = true, .wanted = true }), 16);
    pace.last_step = 7.0;
    assert_int_equal(pace_pause(&pace, 7.0, (PaceWork){ .resting = false }), 33); // it only sways
    pace.last_step = 2.0;
    assert_int_equal(pace_pause(&pace, 2.0, (PaceWork){ .resting = false }), 16);
    pace.slow_link = true;
    assert_int_equal(pace_pause(&pace, 2.0, (PaceWork){ .lively = true }), 66);
}

static void wind(void **state)
{
    (void)state;
    Pace pace;
    pace_init(&pace, 0.0);
    assert_true(pace_gust(&pace, 0.1));
    assert_false(pace_gust(&pace, 0.2));
    assert_true(pace_gust(&pace, 4.0));
    assert_false(pace_gust(&pace, 14.0)); // it blows for a while after an input
    pace.last_input = 14.0;
    assert_true(pace_gust(&pace, 14.1));
    pace.slow_link = true;
    assert_false(pace_gust(&pace, 20.0));
    pace.slow_link = false;
    pace.reduced_motion = true;
    assert_false(pace_gust(&pace, 20.0));
    assert_true(pace_alive(&pace, 20.0, false, false));
    assert_false(pace_alive(&pace, 20.0, false, true));
    assert_false(pace_alive(&pace, 35.0, false, false));
    assert_true(pace_alive(&pace, 35.0, true, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sixty_or_fifteen),
        cmocka_unit_test(pauses),
        cmocka_unit_test(wind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
