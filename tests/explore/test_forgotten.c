// links: script
// What nothing asks of a colleague any more is gone where a part goes round: one state where there would be one for
// each trust. On circles nothing else would merge them.
#include "support/test.h"

#include "base/text.h"
#include "explore/explore.h"
#include "written.h"

enum { STATES_MOST = 100000 };

#define BEGINS                                                                                     \
    "scenario { id = \"gone\", title = \"Gone\", days = { \"Mon\" }, weeks = 2 }\n"                \
    "local ada = person \"ada\" { name = \"Ada A\" }\n"
#define ENDS                                                                                       \
    "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"                       \
    "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n"

static uint32_t states_of(const Scenario *sc, int mode)
{
    ExploreGraph graph;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    options.state_limit = STATES_MOST;
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_true(graph.complete);
    uint32_t count = explore_state_count(&graph);
    explore_deinit(&graph);
    return count;
}

typedef struct Sizes {
    uint32_t whole, merged, both;
} Sizes;

static Sizes sizes_of(const char *before, const char *deed, const char *behind)
{
    Text source = { 0 };
    text_addf(&source, BEGINS "%s%s%s" ENDS, before, deed, behind);
    Scenario *sc = written("gone.lua", text_str(&source));
    Sizes sizes = { states_of(sc, 0), states_of(sc, 2), states_of(sc, 3) };
    scenario_free(sc);
    text_deinit(&source);
    return sizes;
}

// A story with a deed in it, and without: there are more states, but not where all is forgotten. So many.
static uint32_t assert_gone(const char *before, const char *deed, const char *behind)
{
    Sizes with = sizes_of(before, deed, behind), without = sizes_of(before, "", behind);
    print_message("%u states, %u merged only, %u in the end\n", with.whole, with.merged, with.both);
    assert_true(with.whole > without.whole && with.merged > without.merged);
    assert_int_equal(with.both, without.both);
    return with.both;
}

// She is listened to each time round, and nothing ever asks what she makes of it; nor that she was there at the
// start. So there are the choice, its scene and the other as they are entered, and the end.
static void test_nobody_asks(void **state)
{
    (void)state;
    uint32_t states =
        assert_gone("scene \"s0\" { ada \"Hm.\", choice { option \"a\" \"A.\" { ", "listen(ada), ",
                    "go \"s0\" }, option \"b\" \"B.\" { go \"s1\" } } }\n"
                    "scene \"s1\" { ending \"good\" }\n");
    assert_int_equal(states, 4);
}

// One way out of s1 asks; the other leads to where nobody asks any more, and nothing happens on it.
static void test_nobody_asks_any_more(void **state)
{
    (void)state;
    assert_gone(
        "scene \"s0\" { choice { option \"a\" \"A.\" { ", "listen(ada), ",
        "go \"s1\" }, option \"b\" \"B.\" { go \"s1\" } } }\n"
        "scene \"s1\" { choice { option \"c\" \"C.\" { when(trusts(ada, \"sound\")) { ending "
        "\"good\" }, ending \"bad\" }, option \"d\" \"D.\" {} }, go \"s2\" }\n"
        "scene \"s2\" { choice { option \"e\" \"E.\" { go \"s3\" }, option \"f\" \"F.\" { "
        "ending \"bad\" } } }\n"
        "scene \"s3\" { choice { option \"g\" \"G.\" { go \"s2\" }, option \"h\" \"H.\" { "
        "ending \"good\" } } }\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_nobody_asks),
                                        cmocka_unit_test(test_nobody_asks_any_more) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
