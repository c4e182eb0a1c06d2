// Component by component (explore/circles.h), those first from which nothing leads to one before.
// What comes round to itself is iterated until nothing moves any more.
#include "explore/values.h"

#include "base/arena.h"
#include "explore/circles.h"

#include <string.h>

static const double still = 1.0e-12; // what moves less has come to rest
enum { ROUNDS_MAX = 100000 };

typedef struct Work {
    const ExploreGraph *g;
    const ExploreCircles *c;
    ExploreValues *v;
    double *flow, *next; // of visits inside a circle, by state
    double *sums;        // scratch, by ending
} Work;

// What is read behind the state at that place comes from memory until it is its turn.
enum { FETCHED_AHEAD = 8 };
static void fetch(const Work *w, size_t place)
{
    const ExploreGraph *g = w->g;
    uint32_t state = w->c->states[place];
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        if (g->edges[i].to != (uint32_t)EXPLORE_NOWHERE) {
            __builtin_prefetch(w->v->chance + g->edges[i].to * (size_t)w->v->endings);
        }
    }
}

static int choices_of(const ExploreGraph *g, uint32_t state)
{
    int choices = 0;
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        choices += g->edges[i].outcome == 0;
    }
    return choices;
}

// Works the chances of a state out from its successors. Returns the largest change.
static double work_out(Work *w, uint32_t state)
{
    const ExploreGraph *g = w->g;
    int choices = 0, endings = w->v->endings;
    for (int e = 0; e < endings; e++) {
        w->sums[e] = 0.0;
    }
    for (uint32_t i = g->first[state]; i < g->first[state + 1]; i++) {
        const ExploreEdge *edge = &g->edges[i];
        choices += edge->outcome == 0;
        if (edge->to != (uint32_t)EXPLORE_NOWHERE) {
            const double *there = w->v->chance + (size_t)edge->to * (size_t)endings;
            for (int e = 0; e < endings; e++) {
                w->sums[e] += (double)edge->chance * there[e];
            }
        }
    }
    double moved = 0.0, *own = w->v->chance + (size_t)state * (size_t)endings;
    for (int e = 0; choices > 0 && e < endings; e++) {
        double sum = w->sums[e] / choices;
        double change = sum > own[e] ? sum - own[e] : own[e] - sum;
        moved = change > moved ? change : moved;
        own[e] = sum;
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
        }
    }
    mem_free(play);
}

static void foresee(Work *w, uint32_t component, bool round)
{
    const ExploreCircles *c = w->c;
    double moved = 1.0;
    for (int n = 0; n == 0 || (round && moved > still && n < ROUNDS_MAX); n++) {
        moved = 0.0;
        for (uint32_t k = c->first[component]; k < c->first[component + 1]; k++) {
            double change = work_out(w, c->states[k]);
            moved = change > moved ? change : moved;
        }
    }
}

// ---- visits -----------------------------------------------------------------------------------------

// What flows on from a state to those inside its component, or to those outside.
static void pass_on(const Work *w, uint32_t state, double amount, bool inside, double *into)
{
    int choices = choices_of(w->g, state);
    for (uint32_t i = w->g->first[state]; i < w->g->first[state + 1]; i++) {
        uint32_t to = w->g->edges[i].to;
        if (to != (uint32_t)EXPLORE_NOWHERE && (w->c->of[to] == w->c->of[state]) == inside) {
            into[to] += amount * (double)w->g->edges[i].chance / choices;
        }
    }
}

// Once more round with what is still on its way; how much of it is left.
static double once_round(const Work *w, uint32_t component)
{
    uint32_t first = w->c->first[component], end = w->c->first[component + 1];
    double left = 0.0;
    for (uint32_t k = first; k < end; k++) {
        pass_on(w, w->c->states[k], w->flow[w->c->states[k]], true, w->next);
    }
    for (uint32_t k = first; k < end; k++) {
        uint32_t state = w->c->states[k];
        w->flow[state] = w->next[state];
        w->next[state] = 0.0;
        w->v->visits[state] += w->flow[state];
        left += w->flow[state];
    }
    return left;
}

// Who never gets out comes by for ever, through every state of it: that is counted once.
static void stay(const Work *w, uint32_t component)
{
    uint32_t first = w->c->first[component], end = w->c->first[component + 1];
    ExploreValues *v = w->v;
    double come_in = 0.0;
    if (v->loop == NULL) {
        v->loop = mem_alloc(sizeof *v->loop * explore_state_count(w->g));
        v->in_loops = mem_alloc(sizeof *v->in_loops * explore_state_count(w->g));
    }
    v->loop_count++;
    for (uint32_t k = first; k < end; k++) {
        come_in += v->visits[w->c->states[k]];
    }
    for (uint32_t k = first; k < end; k++) {
        v->visits[w->c->states[k]] = come_in;
        v->loop[w->c->states[k]] = v->loop_count;
        v->in_loops[v->in_loop_count++] = w->c->states[k];
    }
}

static void come_round(const Work *w, uint32_t component)
{
    uint32_t first = w->c->first[component], end = w->c->first[component + 1];
    double left = 1.0;
    for (uint32_t k = first; k < end; k++) {
        w->flow[w->c->states[k]] = w->v->visits[w->c->states[k]];
    }
    for (int n = 0; left > still && n < ROUNDS_MAX; n++) {
        left = once_round(w, component);
    }
}

static void come_by(const Work *w, uint32_t component)
{
    if (explore_circles_round(w->c, component)) {
        if (!explore_circles_left(w->c, w->g, component)) {
            stay(w, component);
            return;
        }
        come_round(w, component);
    }
    for (uint32_t k = w->c->first[component]; k < w->c->first[component + 1]; k++) {
        pass_on(w, w->c->states[k], w->v->visits[w->c->states[k]], false, w->v->visits);
    }
}

void explore_values_init(ExploreValues *v, const ExploreGraph *g)
{
    uint32_t count = explore_state_count(g);
    *v = (ExploreValues){ .endings = g->scenario->ending_count };
    size_t endings = (size_t)v->endings + 1; // room even for none
    v->chance = mem_alloc_scattered(sizeof *v->chance * count * endings);
    v->visits = mem_alloc_scattered(sizeof *v->visits * count);
    ExploreCircles circles;
    explore_circles_init(&circles, g);
    double *flows = mem_alloc(sizeof *flows * count * 2);
    Work w = { g, &circles, v, flows, flows + count, mem_alloc(sizeof(double) * endings) };
    set_endings(g, v);
    for (uint32_t i = 0; i < circles.count; i++) {
        if (circles.first[i] + FETCHED_AHEAD < count) {
            fetch(&w, circles.first[i] + FETCHED_AHEAD);
        }
        foresee(&w, i, explore_circles_round(&circles, i));
    }
    v->circles = circles.any;
    v->visits[0] = 1.0;
    for (uint32_t i = circles.count; i-- > 0;) {
        come_by(&w, i);
    }
    mem_free(w.sums);
    mem_free(flows);
    explore_circles_deinit(&circles);
}

void explore_values_deinit(ExploreValues *values)
{
    mem_free(values->chance);
    mem_free(values->visits);
    mem_free(values->loop);
    mem_free(values->in_loops);
    *values = (ExploreValues){ .endings = 0 };
}
