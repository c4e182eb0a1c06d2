// links: script
// Hundreds of small random stories: forgetting and merging change no value of any of them. A
// failing one is printed whole.
#include "support/test.h"

#include "explore/values.h"
#include "random_story.h"

#include <math.h>
#include <string.h>

enum { STORIES = 200, STATES_MOST = 60000 };

typedef struct Twins {
    const ExploreGraph *a, *b;
    const ExploreValues *va, *vb;
    ExploreTable pairs;
} Twins;

static void meet(Twins *t, uint32_t a, uint32_t b)
{
    uint32_t pair[] = { a, b };
    explore_table_add(&t->pairs, pair);
}

// Both are walked at once: at each step the same choices with the same outcomes must be open, and all
// endings as likely.
static bool same(Twins *t)
{
    meet(t, 0, 0);
    for (uint32_t n = 0; n < t->pairs.count; n++) {
        const uint32_t *pair = explore_table_at(&t->pairs, n);
        uint32_t a = pair[0], b = pair[1];
        for (int e = 0; e < t->va->endings; e++) {
            if (fabs(explore_chance(t->va, a, e) - explore_chance(t->vb, b, e)) > 1e-6) {
                return false;
            }
        }
        uint32_t edges = t->a->first[a + 1] - t->a->first[a];
        if (edges != t->b->first[b + 1] - t->b->first[b]) {
            return false;
        }
        for (uint32_t i = 0; i < edges; i++) {
            const ExploreEdge *x = &t->a->edges[t->a->first[a] + i];
            const ExploreEdge *y = &t->b->edges[t->b->first[b] + i];
            bool nowhere = x->to == (uint32_t)EXPLORE_NOWHERE;
            if (x->kind != y->kind || x->x != y->x || fabsf(x->chance - y->chance) > 1e-6f ||
                nowhere != (y->to == (uint32_t)EXPLORE_NOWHERE)) {
                return false;
            }
            if (!nowhere) {
                meet(t, x->to, y->to);
            }
        }
    }
    return true;
}

// 0: too large to be told; 1: the same; -1: not.
static int compare(const Scenario *sc, const ExploreGraph *whole, const ExploreValues *values,
                   int mode)
{
    ExploreGraph less;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    options.state_limit = 4 * STATES_MOST;
    assert_true(explore_init(&less, sc, &options, NULL));
    ExploreValues reduced;
    int answer = -1;
    if (less.complete && !less.overflow) {
        explore_values_init(&reduced, &less);
        Twins twins = { .a = whole, .b = &less, .va = values, .vb = &reduced };
        explore_table_init(&twins.pairs, sizeof(uint32_t) * 2);
        answer = same(&twins) && less.trouble_count == whole->trouble_count ? 1 : -1;
        explore_table_deinit(&twins.pairs);
        explore_values_deinit(&reduced);
    }
    explore_deinit(&less);
    return answer;
}

static void test_random_stories_keep_their_values(void **state)
{
    (void)state;
    int looked = 0, circles = 0;
    desk_options = true;
    for (int n = 0; n < STORIES; n++) {
        Text source = { 0 };
        Scenario *sc = random_story(n, &source);
        Err err = { 0 };
        ExploreGraph whole;
        ExploreOptions options = { .state_limit = STATES_MOST };
        assert_true(explore_init(&whole, sc, &options, &err));
        if (whole.complete && !whole.overflow) {
            ExploreValues values;
            explore_values_init(&values, &whole);
            looked++;
            circles += values.circles;
            for (int mode = 1; mode < 4; mode++) {
                if (compare(sc, &whole, &values, mode) < 0) {
                    fail_msg("story %d differs in mode %d\n%s", n, mode, text_str(&source));
                }
            }
            explore_values_deinit(&values);
        }
        explore_deinit(&whole);
        scenario_free(sc);
        text_deinit(&source);
    }
    print_message("%d stories compared, %d with circles\n", looked, circles);
    assert_true(looked >= STORIES / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_random_stories_keep_their_values) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
