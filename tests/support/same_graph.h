// Holds two graphs of one story against each other: the same states, edges, troubles and plays, by number.
#pragma once

#include "support/test.h"

#include "base/arena.h"
#include "explore/explore.h"

static inline void assert_same_plays(const ExploreGraph *a, const ExploreGraph *b)
{
    size_t size = a->scenario->play_size;
    Playthrough *one = mem_alloc(size), *other = mem_alloc(size);
    for (uint32_t i = 0; i < explore_state_count(a); i++) {
        explore_play(a, i, one);
        explore_play(b, i, other);
        assert_memory_equal(one, other, size);
    }
    mem_free(one);
    mem_free(other);
}

static inline void assert_same_graph(const ExploreGraph *a, const ExploreGraph *b)
{
    uint32_t states = explore_state_count(a);
    assert_int_equal(states, explore_state_count(b));
    assert_int_equal(a->edge_count, b->edge_count);
    assert_memory_equal(a->edges, b->edges, sizeof *a->edges * a->edge_count);
    assert_memory_equal(a->first, b->first, sizeof *a->first * (states + 1));
    assert_memory_equal(a->parent, b->parent, sizeof *a->parent * states);
    assert_int_equal(a->complete, b->complete);
    assert_int_equal(a->overflow, b->overflow);
    assert_int_equal(a->trouble_count, b->trouble_count);
    for (int i = 0; i < a->trouble_count; i++) {
        assert_int_equal(a->troubles[i].state, b->troubles[i].state);
        assert_int_equal(a->troubles[i].kind, b->troubles[i].kind);
        assert_int_equal(a->troubles[i].always, b->troubles[i].always);
        assert_string_equal(a->troubles[i].err.message, b->troubles[i].err.message);
    }
    assert_same_plays(a, b);
}
