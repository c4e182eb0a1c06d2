// links: script
// Answers that no play at random has ever given are heard where parts are worked out, of a colleague as of
// the energy, and then followed.
#include "support/test.h"

#include "base/text.h"
#include "twins.h"
#include "written.h"

enum { STATES_MOST = 100000, SCENES = 9 };

// So many scenes with three ways on, of which one does `deed`: all of them in one of 19683 plays. Then
// `condition` comes out otherwise.
static void assert_heard(const char *deed, const char *condition)
{
    Text out = { 0 };
    text_add(&out,
             "scenario { id = \"heard\", title = \"Heard\", days = { \"Mon\" }, energy = 9 }\n"
             "local ada = person \"ada\" { name = \"Ada A\" }\n");
    for (int i = 0; i < SCENES; i++) {
        text_addf(&out,
                  "scene \"s%d\" { choice { option \"a\" \"A.\" {}, option \"b\" \"B.\" {}, "
                  "option \"c\" \"C.\" { %s } }, go \"s%d\" }\n",
                  i, deed, i + 1);
    }
    text_addf(&out,
              "scene \"s%d\" { when(%s) { ending \"good\" }, ending \"bad\" }\n"
              "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"
              "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n",
              SCENES, condition);
    Scenario *sc = written("heard.lua", text_str(&out));
    ExploreGraph whole;
    ExploreValues values;
    twins_whole(sc, STATES_MOST, &whole, &values);
    double seldom = explore_chance(&values, 0, 0) < .5 ? explore_chance(&values, 0, 0)
                                                       : explore_chance(&values, 0, 1);
    assert_true(seldom > 0 && seldom < 1e-4);
    for (int mode = 1; mode < 4; mode++) {
        if (twins_differ(sc, &whole, &values, mode, STATES_MOST)) {
            fail_msg("differs in mode %d\n%s", mode, text_str(&out));
        }
    }
    explore_values_deinit(&values);
    explore_deinit(&whole);
    scenario_free(sc);
    text_deinit(&out);
}

static void test_seldom_without_energy(void **state)
{
    (void)state;
    assert_heard("spend { energy = 1 }", "energy_left(1)");
}

static void test_seldom_distrusted(void **state)
{
    (void)state;
    assert_heard("deny(ada)", "accepts(ada)");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_seldom_without_energy),
                                        cmocka_unit_test(test_seldom_distrusted) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
