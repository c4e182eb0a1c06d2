// links: explore
// What successors-first orders and numbers by key promise, on thousands of small random graphs and a
// hundred thousand keys.
#include "support/test.h"

#include "base/hash.h"
#include "explore/map.h"
#include "explore/order.h"

#include <string.h>

enum { NODES_MOST = 12, LINKS_MOST = 30, GRAPHS = 4000 };

typedef struct Graph {
    uint32_t count, first[NODES_MOST + 1], to[LINKS_MOST];
    bool reach[NODES_MOST][NODES_MOST]; // over one link or more
} Graph;

// With `up` every link leads to a later node; now and then one leads nowhere.
static Graph random_graph(uint64_t *stream, bool up)
{
    Graph g = { .count = 1 + random_below(stream, NODES_MOST) };
    uint32_t links = 0;
    for (uint32_t node = 0; node < g.count; node++) {
        g.first[node] = links;
        uint32_t wanted = random_below(stream, 4);
        for (uint32_t i = 0; i < wanted && links < LINKS_MOST; i++) {
            uint32_t to = random_below(stream, g.count + 1);
            if (up && to <= node) {
                continue;
            }
            g.to[links++] = to == g.count ? UINT32_MAX : to;
            g.reach[node][to % g.count] = g.reach[node][to % g.count] || to < g.count;
        }
    }
    g.first[g.count] = links;
    for (uint32_t k = 0; k < g.count; k++) {
        for (uint32_t i = 0; i < g.count; i++) {
            for (uint32_t j = 0; j < g.count; j++) {
                g.reach[i][j] = g.reach[i][j] || (g.reach[i][k] && g.reach[k][j]);
            }
        }
    }
    return g;
}

static bool assert_ordered(const Graph *g)
{
    ExploreOrder order;
    explore_order_init(&order, g->count, g->first, g->to, sizeof *g->to);
    uint32_t place[NODES_MOST], component[NODES_MOST], components = 0;
    bool seen[NODES_MOST] = { false }, circles = false;
    for (uint32_t i = 0; i < g->count; i++) {
        uint32_t node = order.nodes[i];
        assert_true(node < g->count && !seen[node]);
        seen[node] = true;
        place[node] = i;
        components += order.begins == NULL || order.begins[i];
        component[node] = components;
    }
    for (uint32_t i = 0; i < g->count; i++) {
        assert_int_equal(order.round[i], g->reach[i][i]);
        circles = circles || g->reach[i][i];
        for (uint32_t j = 0; j < g->count; j++) {
            bool together = i == j || (g->reach[i][j] && g->reach[j][i]);
            assert_int_equal(component[i] == component[j], together);
            if (g->reach[i][j] && !together) {
                assert_true(place[j] < place[i]);
            }
        }
    }
    assert_int_equal(order.circles, circles);
    explore_order_deinit(&order);
    return circles;
}

static void test_what_follows_stands_before(void **state)
{
    (void)state;
    uint64_t stream = 1;
    int circles = 0;
    for (int n = 0; n < GRAPHS; n++) {
        Graph g = random_graph(&stream, n % 4 == 0);
        circles += assert_ordered(&g);
    }
    assert_in_range(circles, GRAPHS / 8, GRAPHS * 3 / 4); // both are met
}

static void test_keys_have_their_numbers(void **state)
{
    enum { KEYS = 100000 };
    (void)state;
    ExploreMap map;
    explore_map_init(&map);
    bool fresh;
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < KEYS; i++) { // some differ only behind the first 64 bits
            ExploreKey key = { i / 2, (i % 2) * 2 };
            uint32_t *number = explore_map_at(&map, key, &fresh);
            assert_int_equal(fresh, round == 0);
            *number = fresh ? i : *number;
            assert_int_equal(*number, i);
        }
    }
    assert_int_equal(map.count, KEYS);
    explore_map_deinit(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_follows_stands_before),
        cmocka_unit_test(test_keys_have_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
