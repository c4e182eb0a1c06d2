// links: app
// With threads states, edges and plays of a story are the same, however many there are.
#include "support/same_graph.h"

#include "app/hands.h"
#include "script/script.h"

typedef struct Counted {
    _Atomic int calls[EXPLORE_HANDS_MAX];
} Counted;

static void count(void *work, int hand)
{
    Counted *counted = work;
    counted->calls[hand]++;
}

static void test_each_hand_works_once(void **state)
{
    (void)state;
    Counted counted = { .calls = { 0 } };
    Hands *hands = hands_new(5);
    const ExploreHands *explore = hands_of(hands);
    for (int round = 0; round < 300; round++) {
        explore->all(explore->context, count, &counted);
        for (int i = 0; i < EXPLORE_HANDS_MAX; i++) {
            assert_int_equal(counted.calls[i], i < explore->count ? round + 1 : 0);
        }
    }
    hands_free(hands);
}

static void assert_the_same(const char *folder, int first_mode, uint32_t limit)
{
    Scenario *sc = script_load(folder, NULL, NULL);
    assert_non_null(sc);
    for (int mode = first_mode; mode < 4; mode++) {
        ExploreOptions options = { limit, .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
        ExploreGraph alone;
        assert_true(explore_init(&alone, sc, &options, NULL));
        for (int count = 2; count <= 7; count += 5) {
            Hands *hands = hands_new(count);
            ExploreGraph together;
            options.hands = hands_of(hands);
            assert_true(explore_init(&together, sc, &options, NULL));
            assert_same_graph(&alone, &together);
            explore_deinit(&together);
            hands_free(hands);
        }
        explore_deinit(&alone);
    }
    scenario_free(sc);
}

static void test_the_same_graph(void **state)
{
    (void)state;
    assert_the_same(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief", 0, 40000);
    assert_the_same(PLANKWRIGHT_SOURCE "/scripts/scenarios/her-agenda", 3, 0); // merged, to its end
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_hand_works_once),
        cmocka_unit_test(test_the_same_graph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
