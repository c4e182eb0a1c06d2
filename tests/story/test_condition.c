// Conditions about one commitment that are merged into one look at its state: the same answers as
// asked one by one, in every state a random play comes to.
#include "support/test.h"

#include "base/hash.h"
#include "story/playground.h"

enum { PLAYS = 60, CHOICES = 40 };

static int pair_of(Builder *b, StoryCondKind kind, StoryCond first, StoryCond second)
{
    int run = builder_conds(b, 2);
    builder_set_cond(b, run, first);
    builder_set_cond(b, run + 1, second);
    return builder_cond(b, (StoryCond){ (uint8_t)kind, 2, (uint16_t)run, 0 });
}

static void test_two_about_one_byte(void **state)
{
    (void)state;
    Builder *b = playground_builder();
    const StoryCond missed = { COND_MISSED, BRIEF, 0, 0 }, open = { COND_OPEN, BRIEF, 0, 0 };
    int found = builder_cond(b, (StoryCond){ COND_FOUND, BRIEF, 0, 0 });
    const StoryCond not_found = { COND_NO, 0, (uint16_t)found, 0 };
    int missed_only = pair_of(b, COND_ALL, missed, not_found);
    int missed_or_open = pair_of(b, COND_ANY, missed, open);
    int never = pair_of(b, COND_ALL, missed, open);
    int neither = builder_cond(b, (StoryCond){ COND_NO, 0, (uint16_t)missed_or_open, 0 });
    int apart = pair_of(b, COND_ALL, (StoryCond){ COND_OPEN, BRIEF, 0, 0 },
                        (StoryCond){ COND_OPEN, CALL, 0, 0 });
    Err err = { 0 };
    Scenario *sc = builder_finish(b, &err);
    assert_non_null(sc);
    assert_int_equal(sc->tests[missed_only].form, TEST_BYTE);
    assert_int_equal(sc->tests[neither].form, TEST_BYTE);
    assert_int_not_equal(sc->tests[apart].form, TEST_BYTE);
    uint64_t stream = 9;
    int met[STATE_FOUND_OUT + 1] = { 0 };
    for (uint64_t seed = 1; seed <= PLAYS; seed++) {
        StoryHistory h;
        assert_true(history_open(&h, sc, seed, &err));
        StoryOffer offers[STORY_OFFERS_MAX];
        int count;
        while (h.count < CHOICES && (count = story_offers(sc, h.now, false, offers, &err)) > 0) {
            assert_true(history_choose(&h, &offers[random_below(&stream, (uint32_t)count)], &err));
            StoryState is = playground_state(&h, BRIEF);
            bool late = is == STATE_WARNED || is == STATE_MISSED;
            bool still = is == STATE_OPEN || is == STATE_MOVED;
            bool call = play_is_open((uint8_t)playground_state(&h, CALL));
            const int conds[] = { missed_only, missed_or_open, never, neither, apart };
            const bool wanted[] = { late, late || is == STATE_FOUND_OUT || still, false,
                                    !late && is != STATE_FOUND_OUT && !still, still && call };
            for (int i = 0; i < 5; i++) {
                bool answer = !wanted[i];
                assert_true(story_condition(sc, h.now, conds[i], &answer, &err));
                assert_int_equal(answer, wanted[i]);
            }
            met[is]++;
        }
        history_close(&h);
    }
    assert_true(met[STATE_OPEN] > 0 && met[STATE_MISSED] > 0 && met[STATE_KEPT] > 0);
    scenario_free(sc);
}

// Only working hours count: before the day opens all of them are left, and no more.
static void test_hours_left_are_working_hours(void **state)
{
    (void)state;
    static const struct {
        int32_t minute;
        bool eight, nine, one;
    } times[] = {
        { TUE, true, false, true },
        { TUE + 9 * 60, true, false, true },
        { TUE + 9 * 60 + 1, false, false, true },
        { TUE + 16 * 60 + 1, false, false, false },
        { TUE + 20 * 60, false, false, false },
    };
    Builder *b = playground_builder();
    int eight = builder_cond(b, (StoryCond){ COND_HOURS, 0, 0, 8 * 60 });
    int nine = builder_cond(b, (StoryCond){ COND_HOURS, 0, 0, 9 * 60 });
    int one = builder_cond(b, (StoryCond){ COND_HOURS, 0, 0, 60 });
    Err err = { 0 };
    Scenario *sc = builder_finish(b, &err);
    assert_non_null(sc);
    StoryHistory h;
    assert_true(history_open(&h, sc, 1, &err));
    Playthrough play = *h.now;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
        bool answer = false;
        play.clock_minute = times[i].minute;
        assert_true(story_condition(sc, &play, eight, &answer, &err));
        assert_int_equal(answer, times[i].eight);
        assert_true(story_condition(sc, &play, nine, &answer, &err));
        assert_int_equal(answer, times[i].nine);
        assert_true(story_condition(sc, &play, one, &answer, &err));
        assert_int_equal(answer, times[i].one);
    }
    history_close(&h);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_two_about_one_byte),
                                        cmocka_unit_test(test_hours_left_are_working_hours) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
