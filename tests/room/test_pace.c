// The plan: even shares, a question's own time, longer ways.
#include "support/test.h"

#include "room/pace.h"

static void test_pace(void **state)
{
    (void)state;
    // 12 questions in 24 minutes: two each.
    assert_int_equal(room_pace(0, 12, 24, 0).behind_minutes, 0);
    assert_int_equal(room_pace(0, 12, 24, 120).behind_minutes, 0);
    assert_int_equal(room_pace(6, 12, 24, 12 * 60).planned_seconds, 12 * 60);
    assert_int_equal(room_pace(6, 12, 24, 13 * 60).behind_minutes, 0);
    assert_int_equal(room_pace(6, 12, 24, 17 * 60).behind_minutes, 3); // 12 planned, 2 for this one
    assert_int_equal(room_pace(6, 12, 24, 9 * 60).behind_minutes, -3);
    assert_int_equal(room_pace(6, 12, 24, 11 * 60).behind_minutes, 0);
}

static void test_longer_way(void **state)
{
    (void)state;
    RoomPace pace = room_pace(14, 12, 30, 28 * 60);
    assert_int_equal(pace.expected, 15);
    assert_int_equal(pace.planned_seconds, 28 * 60);
    assert_int_equal(pace.behind_minutes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_pace),
                                        cmocka_unit_test(test_longer_way) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
