// See circles.h: the components of an order (order.h), numbered.
#include "explore/circles.h"

#include "base/arena.h"
#include "explore/order.h"

void explore_circles_init(ExploreCircles *c, const ExploreGraph *graph)
{
    uint32_t count = explore_state_count(graph);
    ExploreOrder order;
    explore_order_init(&order, count, graph->first, &graph->edges->to, sizeof *graph->edges);
    *c = (ExploreCircles){ .states = order.nodes, .round = order.round, .any = order.circles };
    c->of = mem_alloc(sizeof *c->of * ((size_t)count + 1));
    c->first = mem_alloc(sizeof *c->first * ((size_t)count + 1));
    for (uint32_t i = 0; i < count; i++) {
        if (order.begins == NULL || order.begins[i]) {
            c->first[c->count++] = i;
        }
        c->of[c->states[i]] = c->count - 1;
    }
    c->first[c->count] = count;
    mem_free(order.begins);
}

void explore_circles_deinit(ExploreCircles *circles)
{
    mem_free(circles->of);
    mem_free(circles->states);
    mem_free(circles->first);
    mem_free(circles->round);
    *circles = (ExploreCircles){ .count = 0 };
}

bool explore_circles_left(const ExploreCircles *c, const ExploreGraph *g, uint32_t component)
{
    for (uint32_t k = c->first[component]; k < c->first[component + 1]; k++) {
        uint32_t state = c->states[k];
        for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
            uint32_t to = g->edges[i].to;
            if (to == (uint32_t)EXPLORE_NOWHERE || c->of[to] != component) {
                return true;
            }
        }
    }
    return false;
}
