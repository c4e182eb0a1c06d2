// Without recursion: a way down may be as long as the longest story.
#include "explore/order.h"

#include "base/arena.h"

typedef struct Descent {
    ExploreOrder *out;
    uint32_t count;
    const uint32_t *first;
    const char *to;
    size_t stride;
    uint32_t *seen;          // by node: when it was seen, 1 ..; 0 not yet
    uint32_t *low;           // the earliest that it comes back to; 0 once its component is done
    uint32_t *link;          // the next one to look at
    uint32_t *way, *waiting; // the way down; nodes whose component is not done
    uint32_t depth, waits, time, done;
} Descent;

static void enter(Descent *d, uint32_t node)
{
    d->seen[node] = d->low[node] = ++d->time;
    d->link[node] = d->first[node];
    d->way[d->depth++] = node;
    d->waiting[d->waits++] = node;
}

static void finish(Descent *d, uint32_t node)
{
    uint32_t from = d->done, member;
    do {
        member = d->waiting[--d->waits];
        d->low[member] = 0;
        d->out->nodes[d->done++] = member;
    } while (member != node);
    for (uint32_t i = from; d->done - from > 1 && i < d->done; i++) {
        d->out->round[d->out->nodes[i]] = true;
    }
}

static void go_down(Descent *d)
{
    while (d->depth > 0) {
        uint32_t node = d->way[d->depth - 1];
        if (d->link[node] < d->first[node + 1]) {
            uint32_t next = *(const uint32_t *)(const void *)(d->to + d->stride * d->link[node]++);
            if (next >= d->count) {
                continue;
            }
            d->out->round[node] = d->out->round[node] || next == node;
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

void explore_order_init(ExploreOrder *order, uint32_t count, const uint32_t *first, const void *to,
                        size_t stride)
{
    size_t size = sizeof(uint32_t) * ((size_t)count + 1);
    order->nodes = mem_alloc(size);
    order->round = mem_alloc((size_t)count + 1);
    Descent d = { .out = order, .count = count, .first = first, .to = to, .stride = stride };
    d.seen = mem_alloc(size);
    d.low = mem_alloc(size);
    d.link = mem_alloc(size);
    d.way = mem_alloc(size);
    d.waiting = mem_alloc(size);
    for (uint32_t node = 0; node < count; node++) {
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

void explore_order_deinit(ExploreOrder *order)
{
    mem_free(order->nodes);
    mem_free(order->round);
    *order = (ExploreOrder){ .nodes = NULL };
}
