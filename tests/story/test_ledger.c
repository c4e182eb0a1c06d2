// Commitments by rules.md: the clock decides, words cost or help as they should, and what one sees
// another hears.
#include "support/test.h"

#include "story/playground.h"

static Scenario *sc;

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

// The state of a commitment after a way.
static void expect(const char *way, int commitment, StoryState wanted)
{
    StoryHistory h;
    playground_walk(&h, sc, way);
    if (playground_state(&h, commitment) != wanted) {
        fail_msg("%s: %s, wanted %s", way, play_state_name(playground_state(&h, commitment)),
                 play_state_name(wanted));
    }
    history_close(&h);
}

static int32_t trust_after(const char *way, int person)
{
    StoryHistory h;
    playground_walk(&h, sc, way);
    int32_t trust = playground_trust(&h, person);
    history_close(&h);
    return trust;
}

static void test_work(void **state)
{
    (void)state;
    expect("work,work", BRIEF, STATE_NONE);
    expect("promise_brief,work", BRIEF, STATE_OPEN);
    expect("promise_brief,work,work", BRIEF, STATE_KEPT);            // early is the same as on time
    expect("promise_brief,work,day,day", BRIEF, STATE_MISSED);       // half of it is not it
    expect("promise_brief,day", BRIEF, STATE_OPEN);                  // Tuesday 09:00
    expect("promise_brief,day,hour,hour", BRIEF, STATE_OPEN);        // 11:00
    expect("promise_brief,day,hour,hour,hour", BRIEF, STATE_MISSED); // noon sharp
    expect("promise_brief,day,hour,work", BRIEF, STATE_MISSED);
    // 23 hours after Monday 11:00 it is Tuesday 10:00: finished at noon sharp
    expect(
        "promise_brief,work,hour,hour,hour,hour,hour,hour,hour,hour,hour,hour,hour,hour,hour,hour,"
        "hour,hour,hour,hour,hour,hour,hour,hour,hour,work",
        BRIEF, STATE_KEPT);
    assert_true(trust_after("promise_brief,work,work", MAYA) > trust_after("add", MAYA));
    assert_int_equal(trust_after("promise_brief", MAYA), trust_after("add", MAYA));
}

static void test_meet(void **state)
{
    (void)state;
    expect("promise_call,attend", CALL, STATE_KEPT); // comes early and waits
    StoryHistory h;
    playground_walk(&h, sc, "promise_call,attend");
    assert_int_equal(h.now->clock_minute, TUE + 15 * 60);
    history_close(&h);
    expect("promise_call,day,hour,hour,hour,hour,hour,hour", CALL,
           STATE_OPEN); // 15:00, not yet late
    expect("promise_call,day,hour,hour,hour,hour,hour,hour,attend", CALL, STATE_KEPT);
    expect("promise_call,day,hour,hour,hour,hour,hour,hour,hour", CALL, STATE_MISSED);
    expect("promise_call,day,day,attend", CALL, STATE_MISSED);
}

static void test_hold_and_lapse(void **state)
{
    (void)state;
    expect("promise_secret,day,day", SECRET, STATE_OPEN);
    expect("promise_secret,day,day,day", SECRET, STATE_KEPT);
    expect("promise_secret,blab,day,day,day", SECRET, STATE_MISSED);
    expect("promise_secret,blab", SECRET, STATE_OPEN); // nobody knows before the day
    expect("promise_slides,day,day,day,day", SLIDES, STATE_LAPSED);
    expect("client,promise_slides,day,day,day,day", SLIDES, STATE_MISSED);
    assert_int_equal(trust_after("promise_slides,day,day,day,day", SAM),
                     trust_after("day,day,day,day", SAM));
}

static void test_theirs(void **state)
{
    (void)state;
    expect("promise_keys,day", KEYS, STATE_KEPT);
    expect("promise_keys,lets_down,day", KEYS, STATE_MISSED);
    // their promise is not an exam of the player: trust does not move either way
    assert_int_equal(trust_after("promise_keys,day", MAYA), trust_after("day", MAYA));
    assert_int_equal(trust_after("promise_keys,lets_down,day", MAYA), trust_after("day", MAYA));
    // the answer does: asking lifts rapport, defending lowers it
    assert_true(trust_after("ask", MAYA) > trust_after("add", MAYA));
    assert_true(trust_after("defend", MAYA) < trust_after("add", MAYA));
}

static void test_told_and_moved(void **state)
{
    (void)state;
    expect("promise_brief,tell,day,day", BRIEF, STATE_WARNED);
    expect("promise_brief,tell,work,work", BRIEF, STATE_KEPT); // warned, and on time after all
    expect("promise_brief,move", BRIEF, STATE_MOVED);
    expect("promise_brief,move,day,hour,hour,hour,hour", BRIEF, STATE_MOVED);
    expect("promise_brief,move,day,day", BRIEF, STATE_MOVED); // Wednesday 09:00
    expect("promise_brief,move,day,day,hour", BRIEF, STATE_MISSED);
    expect("promise_brief,day,hour,hour,hour,move", BRIEF, STATE_MISSED); // too late to ask
    int32_t silent = trust_after("promise_brief,day,day", MAYA);
    int32_t warned = trust_after("promise_brief,tell,day,day", MAYA);
    int32_t moved = trust_after("promise_brief,move", MAYA);
    assert_true(silent < warned);
    assert_true(warned - silent < 40000); // a bare warning hardly helps
    assert_true(moved > silent + 150000); // a date agreed before is nearly free
}

static void test_notice(void **state)
{
    (void)state;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,move"); // 27 hours before: her standard is 24
    assert_int_equal(playground_events(&h, EVENT_STANDARD), 0);
    int32_t good = playground_trust(&h, MAYA);
    history_close(&h);
    playground_walk(&h, sc, "promise_brief,day,move"); // three hours before
    assert_int_equal(playground_events(&h, EVENT_STANDARD), 1);
    assert_true(playground_trust(&h, MAYA) < good);
    history_close(&h);
    // unknown costs less than known, and asking afterwards clears it up
    int32_t unknown = trust_after("promise_brief,day,move", MAYA);
    int32_t known = trust_after("promise_brief,clarify,day,move", MAYA);
    int32_t cleared = trust_after("promise_brief,day,move,clarify", MAYA);
    assert_true(known < unknown);
    assert_true(cleared > unknown);
}

static void test_owning_up(void **state)
{
    (void)state;
    const char *missed = "promise_brief,day,hour,hour,hour";
    assert_true(trust_after("promise_brief,day,hour,hour,hour,own", MAYA) >
                trust_after(missed, MAYA));
    expect("promise_brief,day,hour,hour,hour,own", BRIEF, STATE_OWNED_UP);
    expect("promise_brief,day,hour,hour,hour,own,own", BRIEF, STATE_OWNED_UP);
    // before it is due it says that it will be late, and is no miss in silence
    expect("promise_brief,own", BRIEF, STATE_OPEN);
    expect("promise_brief,own,day,hour,hour,hour", BRIEF, STATE_WARNED);
    assert_int_equal(trust_after("promise_brief,own,day,hour,hour,hour", MAYA),
                     trust_after("promise_brief,tell,day,hour,hour,hour", MAYA));
    expect("promise_brief,own,work,work", BRIEF, STATE_KEPT); // and it was not late
    assert_int_equal(trust_after("promise_brief,day,hour,hour,hour,own,own", MAYA),
                     trust_after("promise_brief,day,hour,hour,hour,own", MAYA)); // once
    expect("promise_brief,day,day,hour,hour,hour,hour,own", BRIEF,
           STATE_MISSED); // a day and more later
    expect("promise_brief,day,hour,hour,hour,again,own", BRIEF,
           STATE_MISSED); // she raised it first
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,day,hour,hour,hour,again,again");
    assert_int_equal(playground_events(&h, EVENT_SAID), 4); // three mornings, one "Hm."
    history_close(&h);
    // an apology she had to ask for counts less
    assert_true(trust_after("promise_brief,day,hour,hour,hour,sorry", MAYA) >
                trust_after("promise_brief,day,hour,hour,hour,again,sorry", MAYA));
}

static void test_cover_up(void **state)
{
    (void)state;
    expect("promise_brief,cover,day,day", BRIEF, STATE_COVERED_UP);
    assert_int_equal(trust_after("promise_brief,cover,day,day", MAYA),
                     trust_after("day,day", MAYA));
    expect("promise_brief,cover,day,day,found", BRIEF, STATE_FOUND_OUT);
    expect("promise_brief,cover,day,day,own", BRIEF, STATE_OWNED_UP);
    int32_t found = trust_after("promise_brief,cover,day,day,found", MAYA);
    int32_t silent = trust_after("promise_brief,day,day", MAYA);
    int32_t owned = trust_after("promise_brief,cover,day,day,own", MAYA);
    assert_true(found < silent);
    assert_true(silent < owned);
    BridgeCondition b;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,cover,day,day");
    story_bridge(sc, h.now, MAYA, &b);
    assert_int_equal(b.scar, 0);
    for (int i = 0; i < BRIDGE_PLANKS; i++) { // the plank looks as before
        assert_true(b.planks[i].state == BRIDGE_PLANK_SOUND ||
                    b.planks[i].state == BRIDGE_PLANK_MARKED);
    }
    history_close(&h);
    playground_walk(&h, sc, "promise_brief,cover,day,day,found");
    story_bridge(sc, h.now, MAYA, &b);
    assert_true(b.scar > 0);
    history_close(&h);
}

static void test_refusal(void **state)
{
    (void)state;
    // she found out, and heard nothing since: her belief is under .45, and she says no
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,cover,day,day,found");
    const PersonState *maya = play_person_c(sc, h.now, MAYA);
    assert_true(trust_belief(sc->trust, &maya->trust) < TRUST_ACCEPTS);
    history_close(&h);
    playground_walk(&h, sc, "promise_brief,cover,day,day,found,promise_call");
    assert_int_equal(playground_state(&h, CALL), STATE_NONE);
    assert_int_equal(playground_events(&h, EVENT_REFUSED), 1);
    history_close(&h);
    // a vow opens the door that deeds closed
    playground_walk(&h, sc, "promise_brief,cover,day,day,found,vow,promise_call");
    assert_int_equal(playground_state(&h, CALL), STATE_OPEN);
    history_close(&h);
    // a new date and a one-on-one are refused as well
    playground_walk(&h, sc, "promise_brief,promise_call,cover,day,day,found,talk");
    assert_int_equal(story_pause(sc, h.now), PAUSE_CHOICE);
    assert_int_equal(playground_events(&h, EVENT_REFUSED), 1);
    history_close(&h);
}

static void test_hearing(void **state)
{
    (void)state;
    int32_t before = trust_after("promise_brief,day,hour,hour,hour", SAM); // Tuesday: not heard yet
    int32_t after = trust_after("promise_brief,day,hour,hour,hour,day", SAM);
    assert_int_equal(before, trust_after("day,hour,hour,hour", SAM));
    assert_true(after < before);
    assert_true(trust_after("promise_brief,work,work,day", SAM) > before);
    // Maya does not hear Sam
    assert_int_equal(trust_after("promise_secret,blab,day,day,day,day", MAYA),
                     trust_after("day,day,day,day", MAYA));
}

static void test_words_do_not_farm(void **state)
{
    (void)state;
    int32_t plain = trust_after("add", MAYA);
    assert_true(trust_after("vow,vow,vow", MAYA) <= plain);
    assert_true(trust_after("sorry,sorry,vow", MAYA) <= plain);
    assert_true(trust_after("promise_brief,day,hour,hour,hour,deny", MAYA) <=
                trust_after("promise_brief,day,hour,hour,hour", MAYA));
}

static void test_strands(void **state)
{
    (void)state;
    StoryHistory h;
    BridgeCondition b;
    playground_walk(&h, sc, "promise_brief,promise_call,day,day");
    story_bridge(sc, h.now, MAYA, &b);
    int gone = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        gone += b.strands[i] == BRIDGE_STRAND_GONE;
    }
    assert_int_equal(gone, 2);
    assert_int_equal(play_person_c(sc, h.now, MAYA)->violations, 2);
    history_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_work),
        cmocka_unit_test(test_meet),
        cmocka_unit_test(test_hold_and_lapse),
        cmocka_unit_test(test_theirs),
        cmocka_unit_test(test_told_and_moved),
        cmocka_unit_test(test_notice),
        cmocka_unit_test(test_owning_up),
        cmocka_unit_test(test_cover_up),
        cmocka_unit_test(test_refusal),
        cmocka_unit_test(test_hearing),
        cmocka_unit_test(test_words_do_not_farm),
        cmocka_unit_test(test_strands),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
