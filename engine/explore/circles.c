// Tarjan's walk with a stack of its own: stories are deeper than the stack of a thread.
#include "explore/circles.h"

#include "base/arena.h"

#include <string.h>

enum { UNSEEN = 0 };
static const uint32_t open_yet = UINT32_MAX; // of a state whose component is not finished

typedef struct Walk {
    const ExploreGraph *g;
    ExploreCircles *c;
    uint32_t *number, *low; // 1 for the first seen
    uint32_t *next;         // the edge that is looked at next
    uint32_t *path;         // from the root to where the walk stands
    uint32_t *waiting;      // seen, component not finished
    uint32_t seen, depth, waits, placed;
} Walk;

static void enter(Walk *w, uint32_t state)
{
    w->number[state] = w->low[state] = ++w->seen;
    w->next[state] = w->g->first[state];
    w->c->of[state] = open_yet;
    w->path[w->depth++] = state;
    w->waiting[w->waits++] = state;
}

static void finish(Walk *w, uint32_t state)
{
    uint32_t member = state + 1;
    w->c->first[w->c->count] = w->placed;
    while (member != state) {
        member = w->waiting[--w->waits];
        w->c->of[member] = w->c->count;
        w->c->states[w->placed++] = member;
    }
    w->c->count++;
}

static void lower(uint32_t *value, uint32_t other)
{
    *value = other < *value ? other : *value;
}

// One edge further, or back.
static void move(Walk *w)
{
    uint32_t state = w->path[w->depth - 1];
    if (w->next[state] < w->g->first[state + 1]) {
        uint32_t to = w->g->edges[w->next[state]++].to;
        if (to == (uint32_t)EXPLORE_NOWHERE) {
            return;
        }
        if (w->number[to] == UNSEEN) {
            enter(w, to);
        } else if (w->c->of[to] == open_yet) {
            lower(&w->low[state], w->number[to]);
        }
        return;
    }
    w->depth--;
    if (w->depth > 0) {
        lower(&w->low[w->path[w->depth - 1]], w->low[state]);
    }
    if (w->low[state] == w->number[state]) {
        finish(w, state);
    }
}

void explore_circles_init(ExploreCircles *circles, const ExploreGraph *graph)
{
    size_t count = explore_state_count(graph);
    *circles = (ExploreCircles){ .count = 0 };
    circles->of = mem_alloc(sizeof(uint32_t) * count);
    circles->states = mem_alloc(sizeof(uint32_t) * count);
    circles->first = mem_alloc(sizeof(uint32_t) * (count + 1));
    uint32_t *scratch = mem_alloc(sizeof *scratch * count * 5);
    Walk w = { .g = graph,
               .c = circles,
               .number = scratch,
               .low = scratch + count,
               .next = scratch + 2 * count,
               .path = scratch + 3 * count,
               .waiting = scratch + 4 * count };
    for (uint32_t root = 0; root < count; root++) {
        if (w.number[root] == UNSEEN) {
            enter(&w, root);
        }
        while (w.depth > 0) {
            move(&w);
        }
    }
    circles->first[circles->count] = w.placed;
    mem_free(scratch);
}

void explore_circles_deinit(ExploreCircles *circles)
{
    mem_free(circles->of);
    mem_free(circles->states);
    mem_free(circles->first);
    *circles = (ExploreCircles){ .count = 0 };
}

// Whether some edge of the component leads to itself (or, with `away`, to another one).
static bool leads(const ExploreCircles *c, const ExploreGraph *g, uint32_t component, bool away)
{
    for (uint32_t k = c->first[component]; k < c->first[component + 1]; k++) {
        uint32_t state = c->states[k];
        for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
            uint32_t to = g->edges[i].to;
            bool other = to == (uint32_t)EXPLORE_NOWHERE || c->of[to] != component;
            if (other == away) {
                return true;
            }
        }
    }
    return false;
}

bool explore_circles_round(const ExploreCircles *circles, const ExploreGraph *graph,
                           uint32_t component)
{
    return leads(circles, graph, component, false);
}

bool explore_circles_left(const ExploreCircles *circles, const ExploreGraph *graph,
                          uint32_t component)
{
    return leads(circles, graph, component, true);
}
