// links: script
// A session by hand: what each act does, what it refuses, going back, branches.
#include "room/sample.h"

static void refuse(bool done, const Err *err)
{
    assert_false(done);
    assert_int_not_equal(err->kind, ERR_NONE);
    assert_true(strlen(err->message) > 10);
}

static void test_one_question(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    refuse(room_vote(&room, 0, sample_token(1), 0, &err), &err);
    refuse(room_ask(&room, &err), &err);
    assert_true(room_begin(&room, &err));
    refuse(room_freeze(&room, &err), &err);
    refuse(room_reveal(&room, &err), &err);
    assert_true(room_ask(&room, &err));
    assert_int_equal(room.question, 1);
    sample_votes(&room, 0, 6, 1);
    sample_votes(&room, 6, 3, 0);
    sample_votes(&room, 0, 2, 2); // two change their minds
    assert_int_equal(room_answered(&room), 9);
    assert_int_equal(room_voted(&room, sample_token(0)), 2);
    assert_int_equal(room_voted(&room, sample_token(99)), -1);
    refuse(room_vote(&room, 2, sample_token(1), 0, &err), &err);  // another question
    refuse(room_vote(&room, 1, sample_token(1), 31, &err), &err); // another answer
    refuse(room_vote(&room, 1, sample_token(1), -1, &err), &err);
    refuse(room_follow(&room, &err), &err); // still open
    assert_true(room_freeze(&room, &err));
    refuse(room_vote(&room, 1, sample_token(1), 0, &err), &err);
    assert_int_equal(room_voted(&room, sample_token(0)), -1); // nobody can be asked any more
    assert_null(room.ballots.items);
    assert_int_equal(room.result.most, 1);
    assert_true(room_reveal(&room, &err));
    assert_int_equal(room.result.counts[1], 4);
    int before = room.history.count;
    assert_true(room_follow(&room, &err));
    assert_int_equal(room.history.count, before + 1);
    assert_int_equal(room.stage, ROOM_LISTENS);
    assert_int_equal(room.decided_count, 1);
    assert_int_equal(room.decided[0].way, ROOM_BY_VOTE);
    assert_int_equal(room.decided[0].result.answered, 9);
    room_close(&room);
    scenario_free(scenario);
}

// What the facilitator sees while a question is open goes by the rules of a result: that the first five all chose
// the same would tell what each of them chose.
static void test_figures(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    assert_true(room_begin(&room, &err));
    assert_int_equal(room_figures(&room).shown, ROOM_SHOWN_NOTHING);
    assert_true(room_ask(&room, &err));
    sample_votes(&room, 0, 5, 1);
    assert_int_equal(room_figures(&room).shown, ROOM_SHOWN_NOTHING);
    sample_votes(&room, 5, 5, 0);
    RoomResult first = room_figures(&room);
    assert_int_equal(first.shown, ROOM_SHOWN_ALIKE);
    assert_int_equal(first.answered, 5);
    assert_int_equal(first.counts[0] + first.counts[1] + first.counts[2], 0);
    sample_votes(&room, 10, 5, 2);
    RoomResult second = room_figures(&room);
    assert_int_equal(second.shown, ROOM_SHOWN_COUNTS);
    assert_int_equal(second.counts[0], 5);
    assert_int_equal(second.counts[1], 5);
    assert_true(room_reveal(&room, &err));
    assert_int_equal(room_figures(&room).answered, 15);
    assert_int_equal(room_figures(&room).counts[2], 5);
    room_close(&room);
    scenario_free(scenario);
}

static void ask(Room *room, int a, int b)
{
    Err err = { 0 };
    assert_true(room_ask(room, &err));
    sample_votes(room, 0, a, 0);
    sample_votes(room, a, b, 1);
    assert_true(room_reveal(room, &err));
}

static void test_branch_and_back(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    room_begin(&room, &err);
    refuse(room_come_back(&room, &err), &err);
    ask(&room, 7, 4);
    uint64_t here = play_hash(scenario, room.history.now);
    uint32_t question = room.question;
    assert_true(room_show_branch(&room, 1, &err));
    assert_true(room_in_branch(&room));
    assert_int_equal(room.decided[0].way, ROOM_MINORITY);
    refuse(room_show_branch(&room, 1, &err), &err);
    ask(&room, 5, 5); // the branch goes on a little
    assert_true(room_choose(&room, 0, &err));
    assert_true(room_come_back(&room, &err));
    assert_false(room_in_branch(&room));
    assert_int_equal(room.stage, ROOM_REVEALED);
    assert_int_equal(room.result.counts[0], 7);
    assert_true(play_hash(scenario, room.history.now) == here);
    assert_true(room.question > question); // no old answer can meet a new question
    assert_true(room_follow(&room, &err));
    assert_int_equal(room.history.count, 1);
    room_close(&room);
    scenario_free(scenario);
}

static void test_again_and_ties(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    room_begin(&room, &err);
    ask(&room, 5, 5);
    refuse(room_follow(&room, &err), &err); // a tie decides nothing
    assert_true(room_ask_again(&room, true, &err));
    assert_true(room.has_before);
    assert_int_equal(room.before.counts[0], 5);
    assert_int_equal(room.question, 2);
    refuse(room_vote(&room, 1, sample_token(1), 0, &err), &err);
    assert_true(room_ask_again(&room, false, &err));
    assert_false(room.has_before);
    assert_int_equal(room_answered(&room), 0);
    sample_votes(&room, 0, 4, 0); // fewer than five
    assert_true(room_reveal(&room, &err));
    assert_int_equal(room.result.shown, ROOM_SHOWN_NOTHING);
    refuse(room_follow(&room, &err), &err);
    int hands[ROOM_OPTIONS_MAX] = { 1, 3 };
    assert_true(room_hands(&room, hands, &err));
    assert_true(room_follow(&room, &err));
    room_close(&room);
    scenario_free(scenario);
}

static void test_rewind_and_settings(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    assert_true(room_least(&room, 3, &err));
    refuse(room_least(&room, 2, &err), &err);
    refuse(room_least(&room, 11, &err), &err);
    room_begin(&room, &err);
    uint64_t start = play_hash(scenario, room.history.now);
    for (int i = 0; i < 3; i++) {
        assert_true(room_choose(&room, 0, &err));
    }
    refuse(room_rewind(&room, 4, &err), &err);
    refuse(room_rewind(&room, -1, &err), &err);
    assert_true(room_rewind(&room, 0, &err));
    assert_true(play_hash(scenario, room.history.now) == start);
    assert_int_equal(room.decided_count, 3); // what was decided is not forgotten
    assert_true(room_ask(&room, &err));
    sample_votes(&room, 0, 1, 0);
    refuse(room_least(&room, 5, &err), &err); // the first answer is in
    room_close(&room);
    scenario_free(scenario);
}

static void test_countdown(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    assert_int_equal(room_seconds_left(&room, 5000), -1);
    room_countdown(&room, 5000, 60);
    assert_int_equal(room_seconds_left(&room, 5000), 60);
    assert_int_equal(room_seconds_left(&room, 5001), 60);
    assert_int_equal(room_seconds_left(&room, 64001), 1);
    assert_int_equal(room_seconds_left(&room, 65000), 0);
    assert_int_equal(room_seconds_left(&room, 9000000), 0);
    assert_int_equal(room_seconds_left(&room, -900000000), -1); // of another clock: none
    room_more_time(&room, 64001, 120);
    assert_int_equal(room_seconds_left(&room, 64001), 121);
    room_close(&room);
    scenario_free(scenario);
}

// To the end, always with the first answer: every question can be asked.
static void test_to_the_end(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    room_begin(&room, &err);
    int asked = 0;
    while (room.stage != ROOM_ENDED && asked < 200) {
        ask(&room, 6, 2);
        assert_true(room_follow(&room, &err));
        asked++;
    }
    assert_int_equal(room.stage, ROOM_ENDED);
    assert_true(asked > 5);
    refuse(room_ask(&room, &err), &err);
    refuse(room_choose(&room, 0, &err), &err);
    assert_true(room_rewind(&room, asked - 1, &err));
    assert_int_equal(room.stage, ROOM_LISTENS);
    room_close(&room);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_question),        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_branch_and_back),     cmocka_unit_test(test_again_and_ties),
        cmocka_unit_test(test_rewind_and_settings), cmocka_unit_test(test_countdown),
        cmocka_unit_test(test_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
