// links: script
// A room as text and back: the same place, no trace of a token, any damage refused.
#include "room/sample.h"

#include "base/text.h"
#include "room/room_save.h"

static void look_alike(const Room *a, const Room *b)
{
    assert_int_equal(a->stage, b->stage);
    assert_int_equal(a->question, b->question);
    assert_int_equal(a->history.count, b->history.count);
    assert_true(play_equal(a->scenario, a->history.now, b->history.now));
    assert_memory_equal(&a->result, &b->result, sizeof a->result);
    assert_int_equal(a->decided_count, b->decided_count);
    assert_int_equal(a->home, b->home);
    assert_int_equal(a->least_fixed, b->least_fixed);
    assert_int_equal(a->large, b->large);
    assert_int_equal(a->offer_count, b->offer_count);
    assert_true(a->ends_at == b->ends_at);
}

static void reopen_and_compare(const Room *room)
{
    Text text = { 0 }, again = { 0 };
    Room other;
    Err err = { 0 };
    room_write(room, &text);
    if (!room_read(&other, room->scenario, text_str(&text), &err)) {
        fail_msg("%s\n%s", err.message, text_str(&text));
    }
    look_alike(room, &other);
    room_write(&other, &again);
    assert_string_equal(text_str(&text), text_str(&again));
    room_close(&other);
    text_deinit(&text);
    text_deinit(&again);
}

static void test_every_stage(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    reopen_and_compare(&room);
    room_begin(&room, &err);
    int turns = 0;
    while (room.stage != ROOM_ENDED && turns++ < 60) {
        reopen_and_compare(&room);
        room_ask(&room, &err);
        sample_votes(&room, 0, 7, 0);
        sample_votes(&room, 7, 4, room.offer_count > 1 ? 1 : 0);
        room_countdown(&room, 1000, 45);
        reopen_and_compare(&room);
        room_freeze(&room, &err);
        reopen_and_compare(&room);
        room_reveal(&room, &err);
        room_enlarge(&room, turns % 2 == 0);
        if (turns == 2) {
            assert_true(room_show_branch(&room, 1, &err));
            reopen_and_compare(&room);
            assert_true(room_come_back(&room, &err));
        }
        reopen_and_compare(&room);
        assert_true(room_follow(&room, &err));
    }
    reopen_and_compare(&room);
    room_close(&room);
    scenario_free(scenario);
}

// The text of an open question is the same whatever was answered.
static void test_no_answer_in_it(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Text texts[2] = { { 0 }, { 0 } };
    for (int i = 0; i < 2; i++) {
        Room room = sample_room(scenario);
        Err err = { 0 };
        room_begin(&room, &err);
        room_ask(&room, &err);
        sample_votes(&room, i * 100, 12, i);
        room_write(&room, &texts[i]);
        room_close(&room);
    }
    assert_string_equal(text_str(&texts[0]), text_str(&texts[1]));
    text_deinit(&texts[0]);
    text_deinit(&texts[1]);
    scenario_free(scenario);
}

static void test_damage(void **state)
{
    (void)state;
    Scenario *scenario = sample_scenario();
    Room room = sample_room(scenario);
    Err err = { 0 };
    Text text = { 0 };
    room_begin(&room, &err);
    room_choose(&room, 0, &err);
    room_write(&room, &text);
    room_close(&room);
    char *copy = text.data;
    for (size_t cut = 0; cut + 1 < text.length; cut++) { // the last line is its stage
        char kept = copy[cut];
        copy[cut] = '\0';
        assert_false(room_read(&room, scenario, copy, &err));
        copy[cut] = kept;
    }
    for (size_t i = 0; i < text.length; i++) { // any byte may be another: refused or a room
        char kept = copy[i];
        copy[i] = kept == '9' ? '-' : '9';
        if (room_read(&room, scenario, copy, &err)) {
            room_close(&room);
        }
        copy[i] = kept;
    }
    text_deinit(&text);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_stage),
        cmocka_unit_test(test_no_answer_in_it),
        cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
