// Holds one graph of a story against another: at each step the same choices with the same outcomes must
// be open, and all endings as likely. Knows no story.
#pragma once

#include "support/test.h"

#include "explore/values.h"

#include <math.h>
#include <string.h>

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
            if (x->kind != y->kind || x->x != y->x || x->outcome != y->outcome ||
                fabsf(x->chance - y->chance) > 1e-6f ||
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

// All of a story, nothing reduced: it must come to its end.
static inline void twins_whole(const Scenario *sc, uint32_t limit, ExploreGraph *whole,
                               ExploreValues *values)
{
    ExploreOptions options = { .state_limit = limit };
    assert_true(explore_init(whole, sc, &options, NULL));
    assert_true(whole->complete);
    explore_values_init(values, whole);
}

// A story reduced in that mode (bit 0: forgotten, bit 1: merged), against the whole graph of it.
static bool twins_differ(const Scenario *sc, const ExploreGraph *whole, const ExploreValues *values,
                         int mode, uint32_t limit)
{
    ExploreGraph less;
    ExploreOptions options = { .forget = (mode & 1) != 0, .merge = (mode & 2) != 0 };
    options.state_limit = limit;
    assert_true(explore_init(&less, sc, &options, NULL));
    ExploreValues reduced;
    bool differ = true;
    if (less.complete && !less.overflow) {
        explore_values_init(&reduced, &less);
        Twins twins = { .a = whole, .b = &less, .va = values, .vb = &reduced };
        explore_table_init(&twins.pairs, sizeof(uint32_t) * 2);
        differ = !same(&twins) || less.trouble_count != whole->trouble_count;
        explore_table_deinit(&twins.pairs);
        explore_values_deinit(&reduced);
    }
    explore_deinit(&less);
    return differ;
}
