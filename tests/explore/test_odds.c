// links: script
// A choice that comes out in more than two ways: each is known by which one it is.
#include "support/test.h"

#include "twins.h"
#include "written.h"

enum { STATES_MOST = 100000 };

static const char story[] =
    "scenario { id = \"odds\", title = \"Odds\", days = { \"Mon\" } }\n"
    "local ada = person \"ada\" { name = \"Ada A\" }\n"
    "local one, two = flag \"one\", flag \"two\"\n"
    "scene \"s0\" { choice { option \"a\" \"A.\" { deny(ada) }, option \"b\" \"B.\" {} }, go "
    "\"s1\" }\n"
    "scene \"s1\" { choice {\n"
    "  option \"c\" \"C.\" { chance { odds(1, { set(one), go \"s2\" }), odds(2, { deny(ada), go "
    "\"s2\" }),\n"
    "    odds(3, { set(two), go \"s2\" }), odds(4, { go \"s3\" }) } },\n"
    "  option \"d\" \"D.\" { go \"s2\" } } }\n"
    "scene \"s2\" { choice { option \"e\" \"E.\" { when = is(one), ending \"good\" },\n"
    "  option \"f\" \"F.\" { when = accepts(ada), go \"s3\" }, option \"g\" \"G.\" { when = "
    "is(two), ending "
    "\"bad\" }, option \"h\" \"H.\" { go \"s3\" } } }\n"
    "scene \"s3\" { choice { option \"i\" \"I.\" { when = trusts(ada, \"worn\"), ending \"good\" "
    "}, "
    "option \"j\" \"J.\" { ending \"bad\" } } }\n"
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"
    "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n";

static int highest_outcome(const ExploreGraph *graph)
{
    int most = 0;
    for (uint32_t k = 0; k < graph->edge_count; k++) {
        most = graph->edges[k].outcome > most ? graph->edges[k].outcome : most;
    }
    return most;
}

static void test_four_outcomes(void **state)
{
    (void)state;
    Scenario *sc = written("odds.lua", story);
    ExploreGraph whole;
    ExploreValues values;
    twins_whole(sc, STATES_MOST, &whole, &values);
    assert_int_equal(highest_outcome(&whole), 3);
    for (int mode = 1; mode < 4; mode++) {
        assert_false(twins_differ(sc, &whole, &values, mode, STATES_MOST));
    }
    explore_values_deinit(&values);
    explore_deinit(&whole);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_four_outcomes) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
