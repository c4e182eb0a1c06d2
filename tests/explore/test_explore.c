// links: script
// The explorer against itself: forgetting and merging change no value. And against chance: what it
// works out is what thousands of random plays come to.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "explore/values.h"
#include "written.h"

#include <math.h>
#include <string.h>

enum { MODES = 4, PLAYS = 20000 };

static Scenario *market(void)
{
    return loaded(PLANKWRIGHT_SOURCE "/tests/explore/data/market.lua");
}

static ExploreGraph explored(const Scenario *sc, bool forget, bool merge)
{
    ExploreGraph graph;
    Err err = { 0 };
    ExploreOptions options = { .forget = forget, .merge = merge };
    assert_true(explore_init(&graph, sc, &options, &err));
    assert_true(graph.complete);
    assert_int_equal(graph.trouble_count, 0);
    return graph;
}

// Every way is walked in both graphs at once: at each step the same choices with the same outcomes
// must be open, and all endings as likely. Each pair of states is looked at once.
typedef struct Twins {
    const ExploreGraph *a, *b;
    const ExploreValues *va, *vb;
    ExploreTable seen;
} Twins;

static void compare(Twins *t, uint32_t a, uint32_t b)
{
    uint32_t pair[] = { a, b };
    uint32_t known = t->seen.count;
    if (explore_table_add(&t->seen, pair) != known) {
        return;
    }
    for (int e = 0; e < t->va->endings; e++) {
        double one = explore_chance(t->va, a, e), other = explore_chance(t->vb, b, e);
        assert_true(fabs(one - other) < 1e-9);
        assert_true((one > 0.0) == (other > 0.0)); // it can be reached, or not
    }
    uint32_t edges = t->a->first[a + 1] - t->a->first[a];
    assert_int_equal(edges, t->b->first[b + 1] - t->b->first[b]);
    for (uint32_t i = 0; i < edges; i++) {
        const ExploreEdge *x = &t->a->edges[t->a->first[a] + i];
        const ExploreEdge *y = &t->b->edges[t->b->first[b] + i];
        assert_true(x->kind == y->kind && x->x == y->x && x->outcome == y->outcome);
        assert_true(fabsf(x->chance - y->chance) < 1e-6f);
        compare(t, x->to, y->to);
    }
}

static void test_no_reduction_changes_a_value(void **state)
{
    (void)state;
    Scenario *sc = market();
    ExploreGraph whole = explored(sc, false, false);
    ExploreValues values;
    explore_values_init(&values, &whole);
    assert_false(values.circles);
    uint32_t fewest = explore_state_count(&whole);
    for (int mode = 1; mode < MODES; mode++) {
        ExploreGraph less = explored(sc, (mode & 1) != 0, (mode & 2) != 0);
        ExploreValues reduced;
        explore_values_init(&reduced, &less);
        Twins twins = { .a = &whole, .b = &less, .va = &values, .vb = &reduced };
        explore_table_init(&twins.seen, sizeof(uint32_t) * 2);
        compare(&twins, 0, 0);
        assert_true(twins.seen.count >= explore_state_count(&whole));
        assert_true(explore_state_count(&less) < explore_state_count(&whole));
        fewest = explore_state_count(&less) < fewest ? explore_state_count(&less) : fewest;
        print_message("forget %d, merge %d: %u of %u states, %u edges\n", mode & 1, mode >> 1,
                      explore_state_count(&less), explore_state_count(&whole), less.edge_count);
        explore_table_deinit(&twins.seen);
        explore_values_deinit(&reduced);
        explore_deinit(&less);
    }
    assert_true(fewest * 4 < explore_state_count(&whole)); // else it is not worth its code
    explore_values_deinit(&values);
    explore_deinit(&whole);
    scenario_free(sc);
}

static void test_values_are_what_random_plays_come_to(void **state)
{
    (void)state;
    Scenario *sc = market();
    ExploreGraph graph = explored(sc, true, true);
    ExploreValues values;
    explore_values_init(&values, &graph);
    Playthrough *play = mem_alloc(sc->play_size);
    uint64_t stream = 7;
    int ended[8] = { 0 };
    for (int i = 0; i < PLAYS; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        assert_true(story_start(sc, play, random_next(&stream), NULL, NULL));
        int count = 0;
        while ((count = story_offers(sc, play, false, offers, NULL)) > 0) {
            const StoryOffer *offer = &offers[random_below(&stream, (uint32_t)count)];
            assert_true(story_choose(sc, play, offer, NULL, NULL));
        }
        ended[play->ended - 1]++;
    }
    double sum = 0.0;
    for (int e = 0; e < values.endings; e++) {
        double chance = explore_chance(&values, 0, e);
        double spread = sqrt(chance * (1.0 - chance) / PLAYS);
        double seen = (double)ended[e] / PLAYS;
        print_message("%s: worked out %.4f, seen %.4f\n", sc->endings[e].id, chance, seen);
        assert_true(chance > 0.0);
        assert_true(fabs(seen - chance) < 5.0 * spread); // one run in a million would fail
        sum += chance;
    }
    assert_true(fabs(sum - 1.0) < 1e-9);
    mem_free(play);
    explore_values_deinit(&values);
    explore_deinit(&graph);
    scenario_free(sc);
}

// In every mode: the parents of a state are a shortest way to it.
static void test_parents_are_a_shortest_way(void **state)
{
    (void)state;
    Scenario *sc = market();
    for (int mode = 0; mode < MODES; mode++) {
        ExploreGraph g = explored(sc, (mode & 1) != 0, (mode & 2) != 0);
        uint32_t count = explore_state_count(&g), found = 1;
        uint32_t *depth = mem_alloc(sizeof *depth * count),
                 *queue = mem_alloc(sizeof *queue * count);
        for (uint32_t i = 0; i < found; i++) { // breadth first, from state 0
            for (uint32_t k = g.first[queue[i]]; k < g.first[queue[i] + 1]; k++) {
                uint32_t to = g.edges[k].to;
                if (to != 0 && depth[to] == 0) {
                    depth[to] = depth[queue[i]] + 1;
                    queue[found++] = to;
                }
            }
        }
        assert_int_equal(found, count);
        for (uint32_t i = 1; i < count; i++) {
            bool leads = false;
            for (uint32_t k = g.first[g.parent[i]]; k < g.first[g.parent[i] + 1]; k++) {
                leads = leads || g.edges[k].to == i;
            }
            assert_true(leads);
            assert_int_equal(depth[i], depth[g.parent[i]] + 1);
        }
        mem_free(depth);
        mem_free(queue);
        explore_deinit(&g);
    }
    scenario_free(sc);
}

static void test_a_limit_is_said_and_not_passed(void **state)
{
    (void)state;
    Scenario *sc = market();
    ExploreGraph graph;
    Err err = { 0 };
    ExploreOptions options = { .state_limit = 500, .forget = true };
    assert_true(explore_init(&graph, sc, &options, &err));
    assert_false(graph.complete);
    assert_in_range(explore_state_count(&graph), 501, 600);
    // What was seen but not left has no edges; all that were left are whole.
    assert_int_equal(graph.first[explore_state_count(&graph)], graph.edge_count);
    explore_deinit(&graph);
    scenario_free(sc);
}

static void test_packing_loses_no_byte(void **state)
{
    (void)state;
    Scenario *sc = market();
    ExplorePack pack;
    explore_pack_init(&pack, sc, true);
    Playthrough *play = mem_alloc(sc->play_size), *back = mem_alloc(sc->play_size);
    uint64_t stream = 3;
    for (int i = 0; i < 300; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        ExploreState near = { { 0 } };
        assert_true(story_start(sc, play, random_next(&stream), NULL, NULL));
        bool first = true;
        int count = 0;
        while ((count = story_offers(sc, play, false, offers, NULL)) > 0) {
            ExploreState packed = explore_pack(&pack, play, first ? NULL : &near);
            memset(back, 0x5a, sc->play_size);
            explore_unpack(&pack, &packed, back);
            assert_memory_equal(play, back, sc->play_size);
            near = packed;
            first = false;
            const StoryOffer *offer = &offers[random_below(&stream, (uint32_t)count)];
            assert_true(story_choose(sc, play, offer, NULL, NULL));
        }
    }
    mem_free(play);
    mem_free(back);
    explore_pack_deinit(&pack);
    scenario_free(sc);
}

// The same story twice: its conditions in words, and as functions.
static Scenario *walkabout(bool lua)
{
    static const char *const words[] = { "no(at_least(n, 3))", "all { is(wet), at_least(m, 1) }",
                                         "any { no(is(wet)), trusts(ada, \"sound\") }",
                                         "no(promised(plot))", "open(plot)" };
    static const char *const functions[] = {
        "function(s) return s.number.n < 3 end",
        "function(s) if s.flag.wet then return s.number.m >= 1 end return false end",
        "function(s) return not s.flag.wet or s.trusts.ada == \"sound\" end",
        "function(s) return s.state.plot == \"none\" end",
        "function(s) local it = s.state.plot return it == \"open\" or it == \"moved\" end",
    };
    static const char *const deeds[] = { "add(n, 1)", "add(m, 1)", "set(wet)", "promise(plot)",
                                         "spend { hours = 2 }, clear(wet)" };
    Text text = { 0 };
    text_add(&text,
             "scenario { id = \"walk\", title = \"Walk\", days = { \"Mon\", \"Tue\" } }\n"
             "local ada = person \"ada\" { name = \"Ada A\" }\n"
             "local plot = commitment \"plot\" { kind = \"work\", by = \"player\", to = ada, "
             "what = \"plot\", effort = 1, due = \"Mon 13:00\" }\nlocal wet = flag \"wet\"\n"
             "local n = number \"n\" { from = 0, to = 4 }\n"
             "local m = number \"m\" { from = 0, to = 2 }\nscene \"here\" { choice {\n");
    for (int i = 0; i < 5; i++) {
        text_addf(&text, "option \"o%d\" \"Go.\" { when = %s, %s, go \"here\" },\n", i,
                  lua ? functions[i] : words[i], deeds[i]);
    }
    text_add(&text, "option \"out\" \"Out.\" { ending \"out\" } } }\n"
                    "ending \"out\" { title = \"Out\", kind = \"apart\", \"Out.\" }\n");
    Err err = { 0 };
    Scenario *sc = script_load_text("walk.lua", text_str(&text), text.length, NULL, NULL, &err);
    if (sc == NULL) {
        fail_msg("%s\n%s", err.message, text_str(&text));
    }
    text_deinit(&text);
    return sc;
}

static void test_functions_answer_as_words_do(void **state)
{
    (void)state;
    Scenario *words = walkabout(false), *functions = walkabout(true);
    ExploreGraph a = explored(words, false, false);
    for (int time = 0; time < 2; time++) { // the second time from what was kept
        ExploreGraph b = explored(functions, false, false);
        assert_true(explore_state_count(&a) > 30);
        assert_int_equal(explore_state_count(&a), explore_state_count(&b));
        assert_int_equal(a.edge_count, b.edge_count);
        assert_memory_equal(a.edges, b.edges, sizeof *a.edges * a.edge_count);
        explore_deinit(&b);
    }
    explore_deinit(&a);
    scenario_free(words);
    scenario_free(functions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_reduction_changes_a_value),
        cmocka_unit_test(test_values_are_what_random_plays_come_to),
        cmocka_unit_test(test_parents_are_a_shortest_way),
        cmocka_unit_test(test_a_limit_is_said_and_not_passed),
        cmocka_unit_test(test_packing_loses_no_byte),
        cmocka_unit_test(test_functions_answer_as_words_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
