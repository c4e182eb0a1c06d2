// links: explore script
// Whoever works, and whoever takes which share: states, edges and plays are the same.
#include "support/same_graph.h"
#include "random_story.h"
#include "written.h"

#include "base/arena.h"
#include "explore/explore.h"

// One after the other, the last one first: so the others take all shares, and what they find is kept apart
// from the pack before the first one numbers it.
static void backwards(void *context, void (*job)(void *work, int hand), void *work)
{
    const int *count = context;
    for (int i = *count; i-- > 0;) {
        job(work, i);
    }
}

static void forwards(void *context, void (*job)(void *work, int hand), void *work)
{
    const int *count = context;
    for (int i = 0; i < *count; i++) {
        job(work, i);
    }
}

static void assert_same_with(const Scenario *sc, ExploreOptions options, int count,
                             void (*all)(void *, void (*)(void *, int), void *))
{
    ExploreHands hands = { &count, count, all };
    ExploreGraph alone, together;
    assert_true(explore_init(&alone, sc, &options, NULL));
    options.hands = &hands;
    assert_true(explore_init(&together, sc, &options, NULL));
    assert_same_graph(&alone, &together);
    explore_deinit(&alone);
    explore_deinit(&together);
}

static void assert_same_with_all(const Scenario *sc, uint32_t limit)
{
    for (int mode = 0; mode < 4; mode++) {
        ExploreOptions options = { .state_limit = limit,
                                   .forget = (mode & 1) != 0,
                                   .merge = (mode & 2) != 0 };
        assert_same_with(sc, options, 3, backwards);
        assert_same_with(sc, options, 2, forwards);
    }
}

static void test_a_large_story(void **state)
{
    (void)state;
    Scenario *sc = loaded(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief");
    assert_same_with_all(sc, 25000);
    scenario_free(sc);
}

// To its end, and put together rest by rest: then every edge leads to a later state.
static void test_a_whole_story(void **state)
{
    (void)state;
    Scenario *sc = loaded(PLANKWRIGHT_SOURCE "/scripts/scenarios/her-agenda");
    ExploreOptions options = { .forget = true, .merge = true };
    ExploreGraph graph;
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_true(graph.complete);
    for (uint32_t i = 0; i < explore_state_count(&graph); i++) {
        for (uint32_t k = graph.first[i]; k < graph.first[i + 1]; k++) {
            assert_true(graph.edges[k].to > i);
        }
    }
    explore_deinit(&graph);
    assert_same_with(sc, options, 2, forwards);
    assert_same_with(sc, options, 3, backwards);
    assert_same_with(sc, options, EXPLORE_HANDS_MAX, backwards);
    scenario_free(sc);
}

// More than the limit: what is put together rest by rest gives up, and the nearest states are kept.
static void test_a_limit(void **state)
{
    (void)state;
    Scenario *sc = loaded(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief");
    enum { LIMIT = 300000, NEAR = 100 };
    ExploreOptions options = { .state_limit = LIMIT, .forget = true, .merge = true };
    ExploreGraph graph;
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_false(graph.complete);
    assert_in_range(explore_state_count(&graph), LIMIT, LIMIT + NEAR);
    explore_deinit(&graph);
    assert_same_with(sc, options, 2, forwards);
    assert_same_with(sc, options, 3, backwards);
    scenario_free(sc);
}

// Eight people of whom each is trusted more or less, and then 18 times 18 ways side by side on which each of
// them is asked.
static Scenario *wide_story(void)
{
    return written(
        "wide.lua",
        "scenario { id = \"wide\", title = \"W\", author = \"a\", days = { \"Mon\" } }\n"
        "local people, many = {}, 18\n"
        "for i = 1, 8 do people[i] = person(\"p\" .. i) { name = \"P\" .. i } end\n"
        "for i = 1, 8 do\n"
        "  local options = {}\n"
        "  for k = 0, 5 do\n"
        "    local body = {}\n"
        "    for n = 1, k do body[n] = deny(people[i]) end\n"
        "    body[k + 1] = go(i < 8 and \"s\" .. i + 1 or \"fan\")\n"
        "    options[k + 1] = option(\"o\" .. k) (\"O\" .. k) (body)\n"
        "  end\n"
        "  scene(\"s\" .. i) { \"So?\", choice(options) }\n"
        "end\n"
        "local ways = {}\n"
        "for a = 1, many do ways[a] = option(\"g\" .. a) (\"G\" .. a) { go(\"h\" .. a) } end\n"
        "scene \"fan\" { \"F?\", choice(ways) }\n"
        "for a = 1, many do\n"
        "  local on = {}\n"
        "  for b = 1, many do\n"
        "    local at = a .. \"_\" .. b .. \"_\"\n"
        "    on[b] = option(\"g\" .. b) (\"G\" .. b) { go(\"f\" .. at .. 1) }\n"
        "    for i = 1, 8 do\n"
        "      local nxt = i < 8 and go(\"f\" .. at .. i + 1) or ending \"e\"\n"
        "      scene(\"f\" .. at .. i) { \"?\", choice {\n"
        "        option \"w\" \"W.\" { when = trusts(people[i], \"worn\"), nxt },\n"
        "        option \"s\" \"S.\" { when = trusts(people[i], \"sound\"), nxt },\n"
        "        option \"n\" \"N.\" { nxt } } }\n"
        "    end\n"
        "  end\n"
        "  scene(\"h\" .. a) { \"H?\", choice(on) }\n"
        "end\n"
        "ending \"e\" { title = \"E\", kind = \"together\", \"The end.\" }\n");
}

typedef struct Watch {
    int count;
    size_t most; // blocks of memory behind a piece of work that was shared
} Watch;

static void watch(void *context, void (*job)(void *work, int hand), void *work)
{
    Watch *w = context;
    forwards(&w->count, job, work);
    w->most = mem_live() > w->most ? mem_live() : w->most;
}

static size_t most_blocks(const Scenario *sc, uint32_t limit, int count)
{
    Watch seen = { .count = count };
    ExploreHands hands = { &seen, count, watch };
    ExploreOptions options = { limit, true, true, &hands };
    ExploreGraph graph;
    assert_true(explore_init(&graph, sc, &options, NULL));
    assert_true(graph.complete == (limit == 0));
    explore_deinit(&graph);
    return seen.most;
}

// Levels of hundreds of rests with hundreds of states each. Their memory ends with the limit, not with the level.
static void test_a_wide_story(void **state)
{
    (void)state;
    Scenario *sc = wide_story();
    ExploreOptions options = { .forget = true, .merge = true };
    assert_same_with(sc, options, 2, forwards);
    assert_same_with(sc, options, 3, backwards);
    assert_same_with(sc, options, EXPLORE_HANDS_MAX, backwards);
    options.state_limit = 10500;
    assert_same_with(sc, options, 3, backwards);
    for (int count = 1; count <= 3; count++) {
        assert_true(most_blocks(sc, 10500, count) < most_blocks(sc, 0, count) * 3 / 10);
    }
    scenario_free(sc);
}

// Also where the limit is met on the way, or something comes round.
static void test_random_stories(void **state)
{
    (void)state;
    for (int n = 0; n < 40; n++) {
        Text source = { 0 };
        rich = n % 2 != 0;
        lively = n % 4 > 1;
        Scenario *sc = random_story(n, &source);
        assert_same_with_all(sc, n % 3 == 0 ? 60 : 4000);
        scenario_free(sc);
        text_deinit(&source);
    }
}

// Dead ends: the one that is told is the nearest.
static void test_troubles(void **state)
{
    (void)state;
    Scenario *sc =
        written("troubles.lua",
                "scenario { id = \"t\", title = \"T\", author = \"a\", days = { \"Mon\" } }\n"
                "person \"ada\" { name = \"Ada A\" }\n"
                "local f = {}\nfor i = 1, 10 do f[i] = flag(\"f\" .. i) end\n"
                "for i = 1, 10 do\n"
                "  scene(\"s\" .. i) { \"So?\", choice { option \"y\" \"Yes.\" { set(f[i]), "
                "go(\"s\" .. i + 1) },\n"
                "    option \"n\" \"No.\" { go(\"s\" .. i + 1) } } }\nend\n"
                "scene \"s11\" { \"And?\", choice { option \"a\" \"A.\" { when = is(f[3]), ending "
                "\"e\" },\n"
                "  option \"b\" \"B.\" { when = is(f[4]), ending \"e\" } } }\n"
                "ending \"e\" { title = \"E\", kind = \"together\", \"The end.\" }\n");
    ExploreGraph graph;
    assert_true(explore_init(&graph, sc, &(ExploreOptions){ .forget = false }, NULL));
    assert_int_equal(graph.trouble_count, 1);
    assert_int_equal(graph.troubles[0].kind, EXPLORE_STUCK);
    explore_deinit(&graph);
    assert_same_with_all(sc, 0);
    scenario_free(sc);
}

// More chances in one turn than are followed count only where the turn was left, whoever was already further.
static void test_too_many_chances(void **state)
{
    (void)state;
    Scenario *sc = written(
        "chances.lua",
        "scenario { id = \"t\", title = \"T\", author = \"a\", days = { \"Mon\" } }\n"
        "person \"ada\" { name = \"Ada A\" }\n"
        "local f, body = {}, {}\nfor i = 1, 14 do f[i] = flag(\"f\" .. i) end\n"
        "for i = 1, 14 do scene(\"s\" .. i) { \"So?\", choice { option \"y\" \"Yes.\" { set(f[i]), "
        "go(\"s\" .. i + 1) }, option \"n\" \"No.\" { go(\"s\" .. i + 1) } } } end\n"
        "for i = 1, 50 do body[i] = chance { odds(1, { set(f[1]) }), odds(1, { go \"s16\" }) } "
        "end\n"
        "body[51] = go \"s16\"\n"
        "scene \"s15\" { \"And?\", choice { option \"a\" \"A.\" (body) } }\n"
        "scene \"s16\" { \"And?\", choice { option \"a\" \"A.\" { ending \"e\" } } }\n"
        "ending \"e\" { title = \"E\", kind = \"together\", \"The end.\" }\n");
    assert_same_with(sc, (ExploreOptions){ .state_limit = 65000 }, 3, backwards);
    assert_same_with(sc, (ExploreOptions){ .state_limit = 66000 }, 3, backwards);
    ExploreGraph graph;
    assert_true(explore_init(&graph, sc, &(ExploreOptions){ .state_limit = 65500 }, NULL));
    assert_false(graph.overflow);
    explore_deinit(&graph);
    assert_true(explore_init(&graph, sc, &(ExploreOptions){ .state_limit = 66000 }, NULL));
    assert_true(graph.overflow);
    explore_deinit(&graph);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_large_story),    cmocka_unit_test(test_a_whole_story),
        cmocka_unit_test(test_a_limit),          cmocka_unit_test(test_a_wide_story),
        cmocka_unit_test(test_random_stories),   cmocka_unit_test(test_troubles),
        cmocka_unit_test(test_too_many_chances),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
