// The graph while it grows, for those who find its states: by playing (explore.c) or by putting together
// what was found of its parts (product.c). Knows neither.
#pragma once

#include "base/arena.h"
#include "explore/explore.h"

enum { EXPLORE_EDGES_AT_FIRST = 4096, EXPLORE_STATES_AT_FIRST = 1024 };

static inline void explore_add_edge(ExploreGraph *g, ExploreEdge edge)
{
    if (g->edge_count == g->edge_room) {
        g->edge_room = g->edge_room == 0 ? EXPLORE_EDGES_AT_FIRST : g->edge_room * 2;
        g->edges = mem_grow(g->edges, sizeof *g->edges * g->edge_room);
    }
    g->edges[g->edge_count++] = edge;
}

// A state that is new, the last so far: room for it, and from where it was first reached.
static inline void explore_add_state(ExploreGraph *g, uint32_t number, uint32_t parent)
{
    if (number + 1 >= g->state_room) {
        g->state_room = g->state_room == 0 ? EXPLORE_STATES_AT_FIRST : g->state_room * 2;
        g->parent = mem_grow(g->parent, sizeof *g->parent * g->state_room);
        g->first = mem_grow(g->first, sizeof *g->first * (g->state_room + 1));
    }
    g->parent[number] = parent;
}

// Room in an empty graph for so many states and edges, and for what stands behind the last of them.
static inline void explore_lay_out(ExploreGraph *g, uint32_t states, uint32_t edges)
{
    g->edge_room = g->edge_count = edges;
    g->edges = mem_grow(g->edges, sizeof *g->edges * ((size_t)edges + 1));
    g->state_room = states + 1;
    g->parent = mem_grow(g->parent, sizeof *g->parent * g->state_room);
    g->first = mem_grow(g->first, sizeof *g->first * ((size_t)g->state_room + 1));
}

// What went wrong, once of each kind and message.
void explore_add_trouble(ExploreGraph *g, const ExploreTrouble *trouble);
