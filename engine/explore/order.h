// An order of a graph in which what follows comes first, but for what comes round to itself: that
// stands side by side (Kahn 1962, "Topological sorting of large networks"; where there are circles
// Tarjan 1972, "Depth-first search and linear graph algorithms").
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ExploreOrder {
    uint32_t *nodes; // all of them; what follows a node stands before it, or both are round
    bool *round;     // by node: one can come back to it
    bool circles;    // there are such nodes
    bool *begins;    // by place in `nodes`: a component begins there; NULL: each node is one
} ExploreOrder;

// `first`: for each of `count` nodes its first link, and one behind the last. Where link k leads is the
// uint32_t that stands k times `stride` bytes behind `to`; from `count` on: nowhere.
void explore_order_init(ExploreOrder *order, uint32_t count, const uint32_t *first, const void *to,
                        size_t stride);
void explore_order_deinit(ExploreOrder *order);
