// links: script
// A way on which the story fails stands only where a colleague answers so: what leads nowhere asks like any
// other.
#include "support/test.h"

#include "twins.h"
#include "written.h"

enum { STATES_MOST = 10000 };

#define DENIED "deny(ada), deny(ada), deny(ada), "

// While Ada accepts anything a function is asked that fails; after nine denials she does not.
static const char STORY[] =
    "scenario { id = \"nowhere\", title = \"Nowhere\", days = { \"Mon\" } }\n"
    "local ada = person \"ada\" { name = \"Ada A\" }\n"
    "local wet = flag \"wet\"\n"
    "scene \"s0\" { set(wet), choice { option \"a\" \"A.\" {}, option \"b\" \"B.\" { " DENIED DENIED
        DENIED "} }, go \"s1\" }\n"
    "scene \"s1\" { choice { option \"c\" \"C.\" { when(all { accepts(ada), function(s) if "
    "s.flag.wet "
    "then error(\"no\") end return true end }) { listen(ada) } }, option \"d\" \"D.\" {} }, ending "
    "\"good\" }\n"
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n";

static void test_failing_where_she_accepts(void **state)
{
    (void)state;
    for (int mode = 1; mode < 4; mode++) {
        Scenario *sc = written("nowhere.lua", STORY);
        ExploreGraph whole;
        ExploreOptions options = { .state_limit = STATES_MOST };
        assert_true(explore_init(&whole, sc, &options, NULL));
        assert_true(whole.complete);
        assert_true(whole.trouble_count > 0);
        ExploreValues values;
        explore_values_init(&values, &whole);
        assert_false(twins_differ(sc, &whole, &values, mode, STATES_MOST));
        explore_values_deinit(&values);
        explore_deinit(&whole);
        scenario_free(sc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_failing_where_she_accepts) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
