// What may be shown of a vote: never less than the least, never figures that tell of one person.
#include "support/test.h"

#include "room/result.h"

static RoomResult of(int a, int b, int c, int least)
{
    RoomTally tally = { .answered = a + b + c, .counts = { a, b, c } };
    return room_result(&tally, 3, least);
}

static void test_too_few(void **state)
{
    (void)state;
    for (int least = ROOM_LEAST_FROM; least <= ROOM_LEAST_TO; least++) {
        for (int a = 0; a <= ROOM_LEAST_TO; a++) {
            for (int b = 0; a + b < least; b++) {
                RoomResult result = of(a, b, 0, least);
                assert_int_equal(result.shown, ROOM_SHOWN_NOTHING);
                assert_int_equal(result.answered, a + b);
                assert_int_equal(result.most, -1);
                assert_int_equal(result.counts[0] + result.counts[1], 0);
            }
        }
    }
}

static void test_alike(void **state)
{
    (void)state;
    RoomResult all = of(0, 9, 0, 5), all_but_one = of(0, 8, 1, 5);
    assert_int_equal(all.shown, ROOM_SHOWN_ALIKE);
    assert_int_equal(all.most, 1);
    // Byte for byte the same: nobody can tell whether there was one who chose otherwise.
    assert_memory_equal(&all, &all_but_one, sizeof all);
    assert_int_equal(of(0, 7, 2, 5).shown, ROOM_SHOWN_COUNTS);
}

static void test_counts_and_ties(void **state)
{
    (void)state;
    RoomResult result = of(9, 5, 2, 5);
    assert_int_equal(result.shown, ROOM_SHOWN_COUNTS);
    assert_int_equal(result.most, 0);
    assert_int_equal(result.counts[1], 5);
    assert_int_equal(of(4, 4, 1, 5).most, -1);
    assert_int_equal(of(1, 4, 3, 5).most, 1);
}

static void test_by_hand(void **state)
{
    (void)state;
    RoomTally tally = { .answered = 3, .counts = { 3, 0, 0 } };
    RoomResult result = room_result_by_hand(&tally, 3);
    assert_int_equal(result.shown, ROOM_SHOWN_COUNTS); // everybody saw the hands
    assert_int_equal(result.counts[0], 3);
    assert_true(result.by_hand);
}

static void test_parts(void **state)
{
    (void)state;
    assert_true(room_result_part(6, 16, 5));
    assert_true(room_result_part(16, 16, 5));
    assert_false(room_result_part(4, 16, 5));
    assert_false(room_result_part(12, 16, 5)); // the other four could be worked out
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_too_few),         cmocka_unit_test(test_alike),
        cmocka_unit_test(test_counts_and_ties), cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
