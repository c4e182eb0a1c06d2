// Backwards from the endings in an order in which successors come first; what is left over lies on
// circles and is iterated until nothing moves any more.
#include "explore/values.h"

#include "base/arena.h"

#include <string.h>

static const double still = 1.0e-12; // what moves less has come to rest
enum { ROUNDS_MAX = 100000 };

// All states, those first from which nothing leads to one before; *ordered of them are in order.
static uint32_t *forwards(const ExploreGraph *g, uint32_t *ordered)
{
    uint32_t count = explore_state_count(g);
    uint32_t *waiting = mem_alloc(sizeof *waiting * count);
    uint32_t *order = mem_alloc(sizeof *order * count);
    for (uint32_t i = 0; i < g->edge_count; i++) {
        if (g->edges[i].to != (uint32_t)EXPLORE_NOWHERE) {
            waiting[g->edges[i].to]++;
        }
    }
    uint32_t head = 0, tail = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (waiting[i] == 0) {
            order[tail++] = i;
        }
    }
    while (head < tail) {
        uint32_t from = order[head++];
        for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
            uint32_t to = g->edges[i].to;
            if (to != (uint32_t)EXPLORE_NOWHERE && --waiting[to] == 0) {
                order[tail++] = to;
            }
        }
    }
    *ordered = tail;
    for (uint32_t i = 0; tail < count && i < count; i++) {
        if (waiting[i] != 0) {
            order[tail++] = i;
        }
    }
    mem_free(waiting);
    return order;
}

static int choices_of(const ExploreGraph *g, uint32_t state)
{
    int choices = 0;
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        choices += g->edges[i].outcome == 0;
    }
    return choices;
}

// Works a state out from its successors. Returns the largest change.
static double work_out(const ExploreGraph *g, ExploreValues *v, uint32_t state)
{
    uint32_t first = g->first[state], end = g->first[state + 1];
    double *own = v->chance + (size_t)state * (size_t)v->endings;
    int choices = choices_of(g, state);
    double moved = 0.0;
    for (int e = 0; choices > 0 && e < v->endings; e++) {
        double sum = 0.0;
        for (uint32_t i = first; i < end; i++) {
            if (g->edges[i].to != (uint32_t)EXPLORE_NOWHERE) {
                sum += (double)g->edges[i].chance * explore_chance(v, g->edges[i].to, e);
            }
        }
        sum /= choices;
        double change = sum > own[e] ? sum - own[e] : own[e] - sum;
        moved = change > moved ? change : moved;
        own[e] = sum;
    }
    for (uint32_t i = first; i < end; i++) {
        if (g->edges[i].to != (uint32_t)EXPLORE_NOWHERE) {
            v->within[state] |= v->within[g->edges[i].to];
        }
    }
    return moved;
}

static void set_endings(const ExploreGraph *g, ExploreValues *v)
{
    Playthrough *play = mem_alloc(g->scenario->play_size);
    for (uint32_t i = 0; i < explore_state_count(g); i++) {
        if (g->first[i] != g->first[i + 1]) {
            continue;
        }
        explore_play(g, i, play);
        if (play->ended != 0) {
            int ending = play->ended - 1;
            v->chance[(size_t)i * (size_t)v->endings + (size_t)ending] = 1.0;
            v->within[i] |= (uint64_t)1 << (ending % 64);
        }
    }
    mem_free(play);
}

static void count_visits(const ExploreGraph *g, ExploreValues *v, const uint32_t *order,
                         uint32_t ordered)
{
    v->visits[0] = 1.0;
    for (uint32_t k = 0; k < ordered; k++) {
        uint32_t state = order[k];
        int choices = choices_of(g, state);
        for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
            if (g->edges[i].to != (uint32_t)EXPLORE_NOWHERE) {
                v->visits[g->edges[i].to] +=
                    v->visits[state] * (double)g->edges[i].chance / choices;
            }
        }
    }
}

void explore_values_init(ExploreValues *v, const ExploreGraph *g)
{
    uint32_t count = explore_state_count(g);
    *v = (ExploreValues){ .endings = g->scenario->ending_count };
    v->chance = mem_alloc(sizeof *v->chance * count * (size_t)(v->endings + 1));
    v->within = mem_alloc(sizeof *v->within * count);
    v->visits = mem_alloc(sizeof *v->visits * count);
    uint32_t ordered = 0;
    uint32_t *order = forwards(g, &ordered);
    v->circles = ordered < count;
    set_endings(g, v);
    double moved = v->circles ? 1.0 : 0.0;
    for (int round = 0; moved > still && round < ROUNDS_MAX; round++) {
        moved = 0.0;
        for (uint32_t k = count; k-- > ordered;) {
            double change = work_out(g, v, order[k]);
            moved = change > moved ? change : moved;
        }
    }
    for (uint32_t k = ordered; k-- > 0;) {
        work_out(g, v, order[k]);
    }
    count_visits(g, v, order, ordered);
    mem_free(order);
}

void explore_values_deinit(ExploreValues *values)
{
    mem_free(values->chance);
    mem_free(values->within);
    mem_free(values->visits);
    *values = (ExploreValues){ .endings = 0 };
}
