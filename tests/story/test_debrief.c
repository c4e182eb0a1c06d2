// What a debrief finds in a playthrough: the way and what each choice moved, every promise and what
// became of it, words and moves, hours, what was never asked.
#include "support/test.h"

#include "story/debrief.h"
#include "story/playground.h"
#include "story/whatif.h"

static Scenario *sc;
static StoryHistory h;
static Debrief d;

static int set_up(void **state)
{
    (void)state;
    sc = playground_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scenario_free(sc);
    return 0;
}

static void look_back(const char *way)
{
    playground_walk(&h, sc, way);
    debrief_init(&d, &h);
}

static void done(void)
{
    debrief_deinit(&d);
    history_close(&h);
}

static void test_nothing_yet(void **state)
{
    (void)state;
    look_back("");
    assert_int_equal(d.step_count, 0);
    assert_int_equal(d.plank_count, 0);
    assert_int_equal(d.first_broken, -1);
    assert_int_equal(d.unasked_count, 2); // one fact, one standard
    assert_int_equal(d.worst_word, BRIDGE_SOUND);
    done();
}

static void test_steps(void **state)
{
    (void)state;
    look_back("promise_brief,hour,work,work,defend");
    assert_int_equal(d.step_count, 5);
    assert_int_equal(d.steps[0].person, STORY_NONE); // promising moves nothing
    assert_int_equal(d.steps[1].minute, 9 * 60);
    assert_int_equal(d.steps[1].minute_after, 10 * 60);
    assert_int_equal(d.steps[3].person, MAYA);
    assert_true(d.steps[3].trust_change > 0);
    assert_true(d.steps[4].trust_change < 0);
    done();
    look_back("promise_brief,day,hour,hour,hour");
    assert_int_equal(d.steps[4].word_before, BRIDGE_SOUND);
    assert_true(d.steps[4].word_after < BRIDGE_SOUND);
    done();
}

static void test_planks(void **state)
{
    (void)state;
    look_back("promise_call,promise_brief,promise_keys,promise_secret,client,promise_slides,day,"
              "hour,hour,hour,"
              "slides,attend");
    assert_int_equal(d.plank_count, 5);
    static const int wanted[] = { KEYS, BRIEF, SLIDES, CALL,
                                  SECRET }; // as they were settled, open ones last
    for (int i = 0; i < 5; i++) {
        assert_int_equal(d.planks[i].commitment, wanted[i]);
    }
    assert_true(d.planks[0].theirs);
    assert_int_equal(d.planks[0].person, MAYA);
    assert_int_equal(d.planks[1].minute, TUE + 12 * 60);
    assert_int_equal(d.planks[1].state, STATE_MISSED);
    assert_int_equal(d.planks[4].minute, WED + 17 * 60); // when it is due
    assert_int_equal(d.promised, 4);
    assert_int_equal(d.kept, 2);
    assert_int_equal(d.broken, 1);
    assert_int_equal(d.first_broken, BRIEF);
    assert_int_equal(d.first_broken_minute, TUE + 12 * 60);
    assert_int_equal(d.kept_after, 1); // to Maya; the slides are Sam's
    assert_int_equal(d.worst_person, MAYA);
    done();
}

static void test_words_and_moves(void **state)
{
    (void)state;
    look_back("promise_brief,tell,move,sorry,sorry,vow,ask,defend,clarify,learn,talk,theirs,listen,"
              "question");
    assert_int_equal(d.tactics[DEBRIEF_TOLD].count, 1);
    assert_int_equal(d.tactics[DEBRIEF_NEW_DATE].count, 1);
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].count, 2);
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].worn, 1); // the second without a deed since
    assert_int_equal(d.tactics[DEBRIEF_VOW].worn, 1);
    assert_int_equal(d.tactics[DEBRIEF_ASKED].count, 2);
    assert_int_equal(d.tactics[DEBRIEF_LISTENED].count, 1);
    assert_int_equal(d.tactics[DEBRIEF_DEFENDED].count, 1);
    assert_int_equal(d.tactics[DEBRIEF_THEIR_AGENDA].count, 1);
    assert_int_equal(d.unasked_count, 0);
    assert_int_equal(d.learned_count, 2);
    done();
    look_back("promise_brief,sorry,work,work,sorry"); // a deed in between
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].worn, 0);
    done();
    look_back("promise_brief,cover,day,day,own");
    assert_int_equal(d.tactics[DEBRIEF_COVERED_UP].count, 1);
    assert_int_equal(d.tactics[DEBRIEF_OWNED_UP].count, 1);
    done();
}

static void test_hours(void **state)
{
    (void)state;
    look_back("promise_brief,work,work,talk,theirs,listen,question");
    assert_int_equal(d.keeping_minutes, 240 + 60);
    assert_int_equal(d.rebuilding_minutes, 0);
    done();
    // after a break the same hours rebuild: a one-on-one and the call, half an hour
    look_back(
        "promise_brief,promise_call,day,hour,hour,hour,sorry,talk,theirs,listen,question,attend");
    assert_int_equal(d.keeping_minutes, 0);
    assert_int_equal(d.rebuilding_minutes, 60 + 30);
    done();
}

// What broke, or what was left out, decides the plan; nothing is planned by chance.
static void test_plans(void **state)
{
    (void)state;
    static const struct {
        const char *way;
        DebriefPlanKind kind;
        int person, commitment;
    } ways[] = {
        { "promise_brief,cover,found", DEBRIEF_PLAN_FOUND_OUT, MAYA, BRIEF },
        { "promise_brief,cover", DEBRIEF_PLAN_COVERED_UP, MAYA, BRIEF },
        { "promise_brief,day,day,deny", DEBRIEF_PLAN_DENIED, MAYA, -1 },
        { "promise_secret,blab,day,day,day", DEBRIEF_PLAN_TOLD_ON, SAM, SECRET },
        { "promise_brief,day,day,sorry,sorry", DEBRIEF_PLAN_WORDS, MAYA, -1 },
        { "day,promise_brief,day", DEBRIEF_PLAN_OVERPROMISED, MAYA, BRIEF },
        { "promise_call,day,day", DEBRIEF_PLAN_STAYED_AWAY, MAYA, CALL },
        { "promise_brief,day,day", DEBRIEF_PLAN_SILENT, MAYA, BRIEF },
        { "promise_brief,day,day,sorry", DEBRIEF_PLAN_SILENT, MAYA, BRIEF },
        { "promise_brief,tell,day,day,sorry", DEBRIEF_PLAN_WORDS, MAYA, -1 },
        { "promise_brief,day,hour,hour,hour,own", DEBRIEF_PLAN_OWNED_UP, MAYA, BRIEF },
        { "promise_brief,tell,day,day", DEBRIEF_PLAN_NO_DATE, MAYA, BRIEF },
        { "promise_brief,day,move,work,work", DEBRIEF_PLAN_STANDARD, MAYA, -1 },
        { "clarify,promise_brief,day,move,work,work", DEBRIEF_PLAN_KNOWN, MAYA, -1 },
        { "promise_brief,work,work", DEBRIEF_PLAN_NEGLECTED, SAM, -1 },
        { "", DEBRIEF_PLAN_NOTHING, MAYA, -1 },
        { "promise_brief,work,work,promise_slides,client,slides", DEBRIEF_PLAN_UNASKED, MAYA, -1 },
        { "promise_brief,work,work,promise_slides,client,slides,learn", DEBRIEF_PLAN_NO_TALK, SAM,
          -1 },
        { "promise_brief,move,work,work,promise_slides,learn,talk,theirs,listen,question",
          DEBRIEF_PLAN_MOVED, MAYA, BRIEF },
        { "promise_brief,work,work,promise_slides,learn,talk,theirs,listen,question",
          DEBRIEF_PLAN_KEPT, MAYA, BRIEF },
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        look_back(ways[i].way);
        if (d.plan.kind != ways[i].kind || d.plan.person != ways[i].person ||
            d.plan.commitment != ways[i].commitment) {
            fail_msg("%s: plan %d, person %d, commitment %d; wanted %d, %d, %d", ways[i].way,
                     (int)d.plan.kind, d.plan.person, d.plan.commitment, (int)ways[i].kind,
                     ways[i].person, ways[i].commitment);
        }
        done();
    }
}

// A promise that did not fit is no plan as long as everything that was open then is kept.
static void test_too_much_that_was_kept(void **state)
{
    (void)state;
    look_back("day,promise_brief,move,work,work,promise_call,day,day");
    assert_int_equal(d.plan.kind, DEBRIEF_PLAN_STAYED_AWAY);
    done();
}

static void test_hours_short(void **state)
{
    (void)state;
    look_back("promise_brief,work,day,day");
    assert_int_equal(d.first_broken, BRIEF);
    assert_int_equal(d.first_broken_left_minutes, 120);
    done();
    look_back("promise_call,day,day"); // no work in it
    assert_int_equal(d.first_broken_left_minutes, 0);
    done();
}

// What might have been must not praise a lie that nobody has found yet.
static void test_a_hidden_plank_saves_nothing(void **state)
{
    (void)state;
    look_back("promise_brief,cover");
    assert_true(bridge_word(play_person_c(sc, h.now, MAYA)->trust_now) == BRIDGE_SOUND);
    assert_int_equal(whatif_end(sc, h.now, MAYA), BRIDGE_STRAINED);
    assert_int_equal(whatif_end(sc, h.now, SAM), BRIDGE_SOUND);
    done();
}

// It broke when it was hidden, not when it came out, and before what was missed in between.
static void test_a_hidden_plank_broke_when_it_was_hidden(void **state)
{
    (void)state;
    look_back("promise_brief,hour,cover,day,day,day");
    assert_int_equal(d.first_broken, BRIEF);
    assert_int_equal(d.first_broken_minute, 10 * 60);
    assert_int_equal(d.kept_after, 0);
    done();
    look_back("promise_brief,hour,cover,hour,own");
    assert_int_equal(d.first_broken, BRIEF);
    assert_int_equal(d.first_broken_minute, 10 * 60);
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_yet),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_planks),
        cmocka_unit_test(test_words_and_moves),
        cmocka_unit_test(test_hours),
        cmocka_unit_test(test_plans),
        cmocka_unit_test(test_too_much_that_was_kept),
        cmocka_unit_test(test_hours_short),
        cmocka_unit_test(test_a_hidden_plank_saves_nothing),
        cmocka_unit_test(test_a_hidden_plank_broke_when_it_was_hidden),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
