// Most graphs have no circles, and their order is found at once. Without recursion: a way down may be
// as long as the longest story.
#include "explore/order.h"

#include "base/arena.h"

typedef struct Graph {
    uint32_t count;
    const uint32_t *first;
    const char *to;
    size_t stride;
} Graph;

static uint32_t leads_to(const Graph *g, uint32_t link)
{
    return *(const uint32_t *)(const void *)(g->to + g->stride * link);
}

// ---- without circles --------------------------------------------------------------------------------

// Whether every link leads to a later node.
static bool is_sorted(const Graph *g)
{
    for (uint32_t node = 0; node < g->count; node++) {
        for (uint32_t k = g->first[node]; k < g->first[node + 1]; k++) {
            if (leads_to(g, k) <= node) {
                return false;
            }
        }
    }
    return true;
}

// How many links lead to each node.
static uint32_t *count_comers(const Graph *g)
{
    uint32_t *comers = mem_alloc(sizeof *comers * ((size_t)g->count + 1));
    for (uint32_t k = 0; k < g->first[g->count]; k++) {
        uint32_t to = leads_to(g, k);
        if (to < g->count) {
            comers[to]++;
        }
    }
    return comers;
}

// False: there are circles.
static bool sort(const Graph *g, uint32_t *nodes)
{
    uint32_t *comers = count_comers(g), found = 0;
    for (uint32_t node = 0; node < g->count; node++) {
        if (comers[node] == 0) {
            nodes[found++] = node;
        }
    }
    for (uint32_t i = 0; i < found; i++) {
        for (uint32_t k = g->first[nodes[i]]; k < g->first[nodes[i] + 1]; k++) {
            uint32_t to = leads_to(g, k);
            if (to < g->count && --comers[to] == 0) {
                nodes[found++] = to;
            }
        }
    }
    for (uint32_t i = 0, k = found; i + 1 < k; i++) { // the last come first
        uint32_t node = nodes[i];
        nodes[i] = nodes[--k];
        nodes[k] = node;
    }
    mem_free(comers);
    return found == g->count;
}

// ---- with circles -----------------------------------------------------------------------------------

typedef struct Descent {
    ExploreOrder *out;
    const Graph *graph;
    uint32_t *seen;          // by node: when it was seen, 1 ..; 0 not yet
    uint32_t *low;           // the earliest that it comes back to; 0 once its component is done
    uint32_t *link;          // the next one to look at
    uint32_t *way, *waiting; // the way down; nodes whose component is not done
    uint32_t depth, waits, time, done;
} Descent;

static void enter(Descent *d, uint32_t node)
{
    d->seen[node] = d->low[node] = ++d->time;
    d->link[node] = d->graph->first[node];
    d->way[d->depth++] = node;
    d->waiting[d->waits++] = node;
}

static void finish(Descent *d, uint32_t node)
{
    uint32_t from = d->done, member;
    d->out->begins[from] = true;
    do {
        member = d->waiting[--d->waits];
        d->low[member] = 0;
        d->out->nodes[d->done++] = member;
    } while (member != node);
    for (uint32_t i = from; d->done - from > 1 && i < d->done; i++) {
        d->out->round[d->out->nodes[i]] = d->out->circles = true;
    }
}

static void go_down(Descent *d)
{
    while (d->depth > 0) {
        uint32_t node = d->way[d->depth - 1];
        if (d->link[node] < d->graph->first[node + 1]) {
            uint32_t next = leads_to(d->graph, d->link[node]++);
            if (next >= d->graph->count) {
                continue;
            }
            if (next == node) {
                d->out->round[node] = d->out->circles = true;
            }
            if (d->seen[next] == 0) {
                enter(d, next);
            } else if (d->low[next] != 0 && d->seen[next] < d->low[node]) {
                d->low[node] = d->seen[next];
            }
            continue;
        }
        d->depth--;
        uint32_t low = d->low[node];
        if (low == d->seen[node]) {
            finish(d, node);
        } else if (low < d->low[d->way[d->depth - 1]]) {
            d->low[d->way[d->depth - 1]] = low;
        }
    }
}

static void go_round(const Graph *g, ExploreOrder *order)
{
    size_t size = sizeof(uint32_t) * ((size_t)g->count + 1);
    Descent d = { .out = order, .graph = g };
    order->begins = mem_alloc((size_t)g->count + 1);
    d.seen = mem_alloc(size);
    d.low = mem_alloc(size);
    d.link = mem_alloc(size);
    d.way = mem_alloc(size);
    d.waiting = mem_alloc(size);
    for (uint32_t node = 0; node < g->count; node++) {
        if (d.seen[node] == 0) {
            enter(&d, node);
            go_down(&d);
        }
    }
    mem_free(d.seen);
    mem_free(d.low);
    mem_free(d.link);
    mem_free(d.way);
    mem_free(d.waiting);
}

void explore_order_init(ExploreOrder *order, uint32_t count, const uint32_t *first, const void *to,
                        size_t stride)
{
    Graph g = { count, first, to, stride };
    *order = (ExploreOrder){ .nodes = mem_alloc(sizeof *order->nodes * ((size_t)count + 1)),
                             .round = mem_alloc((size_t)count + 1) };
    if (is_sorted(&g)) {
        for (uint32_t i = 0; i < count; i++) {
            order->nodes[i] = count - 1 - i;
        }
    } else if (!sort(&g, order->nodes)) {
        go_round(&g, order);
    }
}

void explore_order_deinit(ExploreOrder *order)
{
    mem_free(order->nodes);
    mem_free(order->round);
    mem_free(order->begins);
    *order = (ExploreOrder){ .nodes = NULL };
}
