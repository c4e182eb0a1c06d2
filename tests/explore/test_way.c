// links: script
// Ways into states of merged graphs, gone as a player goes them: what is open at their end is what the
// graph says is open there. Random stories with chances, needs and desks.
#include "support/test.h"

#include "base/arena.h"
#include "explore/way.h"
#include "random_story.h"

enum { STORIES = 60, STATES_MOST = 30000, WAYS_A_STORY = 12 };

// The choices that leave a state, as the graph has them.
static int choices_of(const ExploreGraph *g, uint32_t state, const ExploreEdge **out)
{
    int count = 0;
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        if (g->edges[i].outcome == 0) {
            out[count++] = &g->edges[i];
        }
    }
    return count;
}

static void check_end(const ExploreGraph *g, uint32_t state, const ExploreWay *way)
{
    const Scenario *sc = g->scenario;
    Playthrough *play = mem_alloc(sc->play_size), *there = mem_alloc(sc->play_size);
    const ExploreEdge *edges[STORY_OFFERS_MAX];
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    assert_true(explore_way_walk(sc, way, play, &err));
    assert_int_equal(err.kind, ERR_NONE);
    explore_play(g, state, there);
    assert_int_equal(play->ended, there->ended);
    int open = story_offers(sc, play, false, offers, &err);
    assert_int_equal(open, choices_of(g, state, edges));
    for (int i = 0; i < open; i++) {
        assert_int_equal(offers[i].kind, edges[i]->kind);
        assert_int_equal(offers[i].x, edges[i]->x);
    }
    mem_free(play);
    mem_free(there);
}

static bool goes_on(const ExploreGraph *g, uint32_t state)
{
    return g->first[state] < g->first[state + 1] &&
           g->edges[g->first[state]].kind == EXPLORE_GOES_ON;
}

static void test_ways_lead_where_they_say(void **state)
{
    (void)state;
    int tried = 0, found = 0, seeds = 0;
    for (int n = 0; n < STORIES; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        const ExploreOptions options = { .state_limit = STATES_MOST, .forget = true, .merge = true };
        ExploreGraph graph;
        uint64_t stream = (uint64_t)n;
        assert_true(explore_init(&graph, sc, &options, NULL));
        for (int i = 0; i < WAYS_A_STORY && graph.complete && !graph.overflow; i++) {
            uint32_t at = random_below(&stream, explore_state_count(&graph));
            ExploreWay way;
            if (goes_on(&graph, at)) {
                continue;
            }
            tried++;
            if (explore_way_to(&graph, at, NULL, &way)) {
                check_end(&graph, at, &way);
                found++;
                seeds += way.seed > 1;
                explore_way_deinit(&way);
            }
        }
        explore_deinit(&graph);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d of %d ways, %d of them by a seed that was looked for\n", found, tried, seeds);
    assert_true(tried > 200 && seeds > 20);
    assert_true(found * 100 >= tried * 97); // some need more luck than is tried
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_ways_lead_where_they_say) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
