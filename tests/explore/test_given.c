// links: script
// What is known decides questions, and what nothing asks for any more is forgotten: so much, and no
// more than that.
#include "support/test.h"

#include "base/arena.h"
#include "explore/values.h"
#include "written.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MODES = 4, SOURCE_ROOM = 2000 };

#define HEAD                                                                                       \
    "scenario { id = \"given\", title = \"Given\", days = { \"Mon\", \"Tue\" } }\n"                \
    "local ada = person \"ada\" { name = \"Ada A\", facts = { fall = \"She fell.\" }, "            \
    "standards = { notice = { hours = 5, says = \"five\" } } }\n"                                  \
    "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ada, what = "       \
    "\"hush\", due = \"Tue 10:00\" }\n"                                                            \
    "local wet, dry = flag \"wet\", flag \"dry\"\n"
#define LAST                                                                                       \
    "scene \"last\" { at = \"Tue 12:00\", choice { option \"x\" \"X.\" {}, option \"y\" \"Y.\" "   \
    "{} "                                                                                          \
    "}, go \"over\" }\n"                                                                           \
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"                       \
    "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n"

static Scenario *given(const char *source)
{
    return written("given.lua", source);
}

// In how many states the story stands in a scene, with something to choose.
static int states_in(const ExploreGraph *graph, int scene)
{
    Playthrough *play = mem_alloc(graph->scenario->play_size);
    int count = 0;
    for (uint32_t i = 0; i < explore_state_count(graph); i++) {
        explore_play(graph, i, play);
        count +=
            play->ended == 0 && play->scene == scene && graph->first[i + 1] - graph->first[i] > 1;
    }
    mem_free(play);
    return count;
}

static ExploreGraph explored(const Scenario *sc, int mode)
{
    ExploreGraph graph;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_true(graph.complete);
    return graph;
}

// The first ending is as likely as that in every mode.
static void assert_good(const Scenario *sc, double chance)
{
    for (int mode = 0; mode < MODES; mode++) {
        ExploreGraph graph = explored(sc, mode);
        ExploreValues values;
        explore_values_init(&values, &graph);
        assert_true(fabs(explore_chance(&values, 0, 0) - chance) < 1e-9);
        explore_values_deinit(&values);
        explore_deinit(&graph);
    }
}

static int last_states(const Scenario *sc, int mode)
{
    ExploreGraph graph = explored(sc, mode);
    int scene = 0;
    while (strcmp(sc->scenes[scene].id, "last") != 0) {
        scene++;
    }
    int count = states_in(&graph, scene);
    explore_deinit(&graph);
    return count;
}

// Each of two things decides alone: where both are so, one may be forgotten, but not both.
static void test_one_of_two_reasons_is_kept(void **state)
{
    (void)state;
    Scenario *sc = given(
        HEAD "scene \"s0\" { promise(hush), choice { option \"a\" \"A.\" { learn(ada, \"fall\") }, "
             "option \"b\" \"B.\" {} }, go \"s1\" }\n"
             "scene \"s1\" { choice { option \"c\" \"C.\" { breaks(hush) }, option \"d\" \"D.\" {} "
             "}, go \"last\" }\n"
             "scene \"over\" { when(any { kept(hush), knows(ada, \"fall\") }) { ending \"good\" }, "
             "ending \"bad\" }\n" LAST);
    assert_good(sc, 0.75);
    scenario_free(sc);
}

static void test_what_is_decided_asks_no_more(void **state)
{
    (void)state;
    Scenario *sc = given(
        HEAD
        "scene \"s0\" { choice { option \"a\" \"A.\" {}, option \"b\" \"B.\" {} }, go \"s1\" }\n"
        "scene \"s1\" { choice { option \"c\" \"C.\" { set(wet) }, option \"d\" \"D.\" {} }, go "
        "\"last\" }\n"
        "scene \"over\" { when(all { took \"s0.a\", is(wet) }) { ending \"good\" }, ending "
        "\"bad\" }\n" LAST);
    assert_good(sc, 0.25);
    assert_int_equal(last_states(sc, 0), 4);
    assert_int_equal(last_states(sc, 1), 3); // behind b it is the same whether it is wet
    assert_int_equal(last_states(sc, 3), 2); // nor how it comes that nothing good does
    scenario_free(sc);
}

static const struct {
    const char *deed, *cond;
} changes[] = {
    { "learn(ada, \"fall\")", "knows(ada, \"fall\")" },
    { "set(dry)", "is(dry)" },
    { "clarify(ada, \"notice\")", "clarified(ada, \"notice\")" },
    { "promise(hush)", "promised(hush)" },
    { "listen(ada)", "took \"s1.c\"" },
    { "own_up(hush)", "owned(hush)" },
};

// What is known is known until it changes: behind that the other way is open.
static void test_what_is_known_may_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char source[SOURCE_ROOM];
        bool owns = strncmp(changes[i].deed, "own_up", 6) == 0;
        snprintf(source, sizeof source,
                 HEAD "scene \"s0\" { %s choice { option \"a\" \"A.\" { set(wet) }, option \"b\" "
                      "\"B.\" {} }, go \"s1\" }\n"
                      "scene \"s1\" { at = \"%s\", choice { option \"c\" \"C.\" { %s }, option "
                      "\"d\" \"D.\" {} }, go \"last\" }\n"
                      "scene \"over\" { when(%s) { when(is(wet)) { ending \"good\" } }, ending "
                      "\"bad\" }\n" LAST,
                 owns ? "promise(hush), breaks(hush)," : "", owns ? "Tue 11:00" : "Mon 11:00",
                 changes[i].deed, changes[i].cond);
        Scenario *sc = given(source);
        assert_good(sc, 0.25);
        scenario_free(sc);
    }
}

// The same in the options of a desk, which comes again behind each.
static void test_what_is_known_may_change_at_a_desk(void **state)
{
    (void)state;
    Scenario *sc = given(
        HEAD "scene \"s0\" { choice { option \"a\" \"A.\" { set(wet) }, option \"b\" \"B.\" {} }, "
             "go \"s1\" }\n"
             "scene \"s1\" { desk { till = \"Mon 17:00\", slot = \"4h\", talk = {}, option \"c\" "
             "\"C.\" { learn(ada, \"fall\") }, option \"d\" \"D.\" { when = knows(ada, \"fall\"), "
             "when(is(wet)) { set(dry) } } }, go \"last\" }\n"
             "scene \"over\" { when(is(dry)) { ending \"good\" }, ending \"bad\" }\n" LAST);
    ExploreGraph graph = explored(sc, 0);
    ExploreValues values;
    explore_values_init(&values, &graph);
    double chance = explore_chance(&values, 0, 0);
    explore_values_deinit(&values);
    explore_deinit(&graph);
    assert_true(chance > 0.01);
    assert_good(sc, chance);
    scenario_free(sc);
}

// Kept or owned up to: nobody asks which.
static void test_states_that_are_asked_for_together_are_one(void **state)
{
    (void)state;
    Scenario *sc = given(
        HEAD
        "scene \"s0\" { promise(hush), choice { option \"c\" \"C.\" { breaks(hush) }, option "
        "\"d\" \"D.\" {} }, go \"s1\" }\n"
        "scene \"s1\" { at = \"Tue 11:00\", when(missed(hush)) { own_up(hush) }, go \"last\" }\n"
        "scene \"over\" { when(any { kept(hush), owned(hush) }) { ending \"good\" }, ending "
        "\"bad\" }\n" LAST);
    assert_good(sc, 1.0);
    assert_int_equal(last_states(sc, 0), 2);
    assert_int_equal(last_states(sc, 1), 1);
    scenario_free(sc);
}

// In how many states that holds.
static int count_states(const Scenario *sc, int mode,
                        bool (*holds)(const Scenario *sc, const Playthrough *play))
{
    ExploreGraph graph = explored(sc, mode);
    Playthrough *play = mem_alloc(sc->play_size);
    int count = 0;
    for (uint32_t i = 0; i < explore_state_count(&graph); i++) {
        explore_play(&graph, i, play);
        count += holds(sc, play);
    }
    mem_free(play);
    explore_deinit(&graph);
    return count;
}

static bool used_and_wet(const Scenario *sc, const Playthrough *play)
{
    (void)sc;
    return play->talk_person != STORY_NONE && (play->talk_used & 1) != 0 && play->flags != 0;
}

static bool unused_and_wet(const Scenario *sc, const Playthrough *play)
{
    (void)sc;
    return play->talk_person != STORY_NONE && (play->talk_used & 1) == 0 && play->flags != 0;
}

// What only an option of a one-on-one reads is not read any more once it was taken.
static void test_a_one_on_one_forgets_what_was_said(void **state)
{
    (void)state;
    Scenario *sc = given(
        HEAD
        "scene \"s0\" { choice { option \"a\" \"A.\" { set(wet) }, option \"b\" \"B.\" {} }, go "
        "\"s1\" }\n"
        "scene \"s1\" { one_on_one(ada) { minutes = 30, rounds = 3, "
        "option \"p\" \"P.\" { when(is(wet)) { listen } }, option \"q\" \"Q.\" { ask }, "
        "option \"r\" \"R.\" { learn(ada, \"fall\") }, option \"t\" \"T.\" { defend } }, go "
        "\"last\" }\n"
        "scene \"over\" { when(knows(ada, \"fall\")) { ending \"good\" }, ending \"bad\" }\n" LAST);
    assert_good(sc, 0.75); // one of three rounds, four options
    assert_true(count_states(sc, 0, used_and_wet) > 0);
    assert_int_equal(count_states(sc, 1, used_and_wet), 0);
    assert_true(count_states(sc, 1, unused_and_wet) > 0);
    scenario_free(sc);
}

static bool told_today_too(const Scenario *sc, const Playthrough *play)
{
    int both = COMMITMENT_TOLD | COMMITMENT_TOLD_TODAY;
    for (int c = 0; c < sc->commitment_count; c++) {
        if ((play_commitment_c(sc, play, c)->flags & both) == both) {
            return true;
        }
    }
    return false;
}

// Whoever was told that it will be late is not told again: be it today or not.
static void test_told_is_told(void **state)
{
    (void)state;
    Scenario *sc = loaded(PLANKWRIGHT_SOURCE "/tests/explore/data/market.lua");
    assert_true(count_states(sc, 0, told_today_too) > 0);
    assert_int_equal(count_states(sc, 1, told_today_too), 0);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_of_two_reasons_is_kept),
        cmocka_unit_test(test_what_is_decided_asks_no_more),
        cmocka_unit_test(test_what_is_known_may_change),
        cmocka_unit_test(test_what_is_known_may_change_at_a_desk),
        cmocka_unit_test(test_states_that_are_asked_for_together_are_one),
        cmocka_unit_test(test_a_one_on_one_forgets_what_was_said),
        cmocka_unit_test(test_told_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
