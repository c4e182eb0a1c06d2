// links: script
// Where merging begins and where it comes round to itself: whoever is there in the first scene has seen the
// player that week, and a scene that leads straight back to itself goes on with what is new there.
#include "support/test.h"

#include "twins.h"
#include "written.h"

enum { STATES_MOST = 100000 };

#define ENDINGS                                                                                    \
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"                       \
    "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n"

static void assert_twins(const char *source, bool circles)
{
    Scenario *sc = written("start.lua", source);
    ExploreGraph whole;
    ExploreValues values;
    twins_whole(sc, STATES_MOST, &whole, &values);
    assert_int_equal(values.circles > 0, circles);
    for (int mode = 1; mode < 4; mode++) {
        if (twins_differ(sc, &whole, &values, mode, STATES_MOST)) {
            fail_msg("differs in mode %d\n%s", mode, source);
        }
    }
    explore_values_deinit(&values);
    explore_deinit(&whole);
    scenario_free(sc);
}

// Ada is there on Monday, and hears on Tuesday that Ben was let down. Nobody speaks to her again in that
// week: still it is no week of neglect, and on the next Monday she comes (.556, else .545; .55 is needed).
static void test_the_first_scene_is_contact(void **state)
{
    (void)state;
    assert_twins(
        "scenario { id = \"start\", title = \"Start\", days = { \"Mon\", \"Tue\" }, weeks = 2 }\n"
        "local ada = person \"ada\" { name = \"Ada A\", hears = { \"ben\" } }\n"
        "local ben = person \"ben\" { name = \"Ben B\" }\n"
        "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ben, what = "
        "\"hush\", due = \"Mon 10:00\" }\n"
        "scene \"s0\" { ada \"Hm.\", promise(hush), breaks(hush), choice { option \"a\" \"A.\" {}, "
        "option \"b\" \"B.\" {} }, go \"s1\" }\n"
        "scene \"s1\" { at = \"Tue 09:00\", choice { option \"c\" \"C.\" {}, option \"d\" \"D.\" "
        "{} }, go \"s2\" }\n"
        "scene \"s2\" { at = \"Mon 09:00\", need { who = ada, stakes = \"medium\", crosses = { go "
        "\"yes\" }, turns_back = { go \"no\" } } }\n"
        "scene \"yes\" { ending \"good\" }\n"
        "scene \"no\" { ending \"bad\" }\n" ENDINGS,
        false);
}

// Listening moves her trust each time round; no choice and no other scene stands between.
static void test_a_scene_that_leads_to_itself(void **state)
{
    (void)state;
    assert_twins("scenario { id = \"self\", title = \"Self\", days = { \"Mon\", \"Tue\" } }\n"
                 "local ada = person \"ada\" { name = \"Ada A\" }\n"
                 "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ada, "
                 "what = \"hush\", due = \"Mon 10:00\" }\n"
                 "scene \"p\" { promise(hush), breaks(hush), choice { option \"x\" \"X.\" {}, "
                 "option \"y\" \"Y.\" { listen(ada) } }, go \"s0\" }\n"
                 "scene \"s0\" { at = \"Mon 12:00\", choice { option \"a\" \"A.\" { vow(ada) }, "
                 "option \"b\" \"B.\" { deny(ada) } }, go \"s1\" }\n"
                 "scene \"s1\" { listen(ada), when(trusts(ada, \"sound\")) { go \"s2\" }, chance { "
                 "odds(1, { go \"s1\" }), odds(2, { go \"s2\" }) } }\n"
                 "scene \"s2\" { when(trusts(ada, \"sound\")) { ending \"good\" }, ending \"bad\" "
                 "}\n" ENDINGS,
                 true);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_the_first_scene_is_contact),
                                        cmocka_unit_test(test_a_scene_that_leads_to_itself) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
