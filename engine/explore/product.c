// See product.h. States are left in bundles, so that their places in the table can be fetched while
// the next ones are worked out; they are numbered in the same order as one by one.
#include "explore/product.h"

#include "base/arena.h"
#include "explore/graph.h"
#include "explore/steps.h"

#include <string.h>

enum { BUNDLE = 64 }; // states that are left before any is numbered

typedef struct Found { // an edge, and the state it leads to
    ExploreEdge edge;
    bool breaks; // see ExploreLink
    uint64_t hash;
    uint32_t state[EXPLORE_WORDS];
} Found;

typedef struct Hand { // what was found behind a bundle of states
    Found *found;
    uint32_t count, room;
    uint32_t ends[BUNDLE]; // by state: behind what was found there
} Hand;

typedef struct Product {
    ExploreGraph *graph;
    const ExploreRests *rests;
    const ExploreClasses *classes;
    int parts;
    uint32_t limit;
    const ExploreTeller *teller;
    ExploreSteps steps;
    Hand hand;
    uint32_t next; // state that is left
} Product;

static Found *more(Hand *h)
{
    if (h->count == h->room) {
        h->room = h->room == 0 ? EXPLORE_EDGES_AT_FIRST : h->room * 2;
        h->found = mem_grow(h->found, sizeof *h->found * h->room);
    }
    return &h->found[h->count];
}

// All edges of a state behind those found so far.
static void find(const Product *p, Hand *h, uint32_t number)
{
    const ExploreRests *r = p->rests;
    const ExploreTable *states = &p->graph->pack.states;
    const uint32_t *state = explore_table_at(states, number);
    const Found *before = NULL; // edge of this state
    for (uint32_t k = r->first[state[0]]; k < r->first[state[0] + 1]; k++) {
        const ExploreLink *link = &r->links[k];
        if (link->kind == EXPLORE_ALL_OFFERS) {
            continue;
        }
        bool had = before != NULL;
        Found *f = more(h);
        before = had ? f - 1 : NULL;
        if (!explore_steps_follow(&p->steps, state + 1, k, f->state + 1)) {
            continue;
        }
        f->state[0] = link->to;
        f->edge = (ExploreEdge){ link->to, link->x, link->kind, 0, link->chance };
        f->breaks = link->breaks;
        if (had && before->edge.x == link->x && before->edge.kind == link->kind) {
            f->edge.outcome = (uint8_t)(before->edge.outcome + (before->edge.outcome < UINT8_MAX));
        }
        if (link->to != (uint32_t)EXPLORE_NO_REST) {
            f->hash = explore_table_hash(states, f->state);
            explore_table_fetch(states, f->hash);
        }
        before = f;
        h->count++;
    }
}

static uint32_t arrive(Product *p, const uint32_t *state, uint64_t hash, uint32_t parent)
{
    ExploreGraph *g = p->graph;
    uint32_t known = g->pack.states.count;
    uint32_t number = explore_table_add_hashed(&g->pack.states, state, hash);
    if (number == known) {
        explore_add_state(g, number, parent);
    }
    return number;
}

// A state as it stands in the pack.
static ExploreState packed(const Product *p, const uint32_t *state)
{
    ExploreState it = { .id = { p->rests->number[state[0]] } };
    for (int i = 0; i < p->parts; i++) {
        it.id[1 + i] = p->classes[i].value[state[1 + i]];
    }
    return it;
}

static void tell(const Product *p, uint32_t number, const ExploreEdge *edge)
{
    const uint32_t *state = explore_table_at(&p->graph->pack.states, number);
    ExploreState it = packed(p, state);
    p->teller->tell(p->teller->context, &it, number, edge);
}

// Numbers what was found behind one state.
static void leave(Product *p, uint32_t number, const Found *found, uint32_t count)
{
    ExploreGraph *g = p->graph;
    g->first[number] = g->edge_count;
    for (uint32_t i = 0; i < count; i++) {
        ExploreEdge edge = found[i].edge;
        if (edge.to == (uint32_t)EXPLORE_NO_REST) {
            edge.to = (uint32_t)EXPLORE_NOWHERE;
            tell(p, number, &edge);
        } else {
            edge.to = arrive(p, found[i].state, found[i].hash, number);
        }
        if (found[i].breaks) {
            tell(p, number, &edge);
        }
        explore_add_edge(g, edge);
    }
    const uint32_t *state = explore_table_at(&g->pack.states, number);
    bool over = p->rests->first[state[0]] == p->rests->first[state[0] + 1];
    if (count == 0 && !over) {
        tell(p, number, NULL);
    }
}

// What is read behind the next `many` states lies far apart: asked for at once, it comes at once.
static void fetch_links(const Product *p, uint32_t many)
{
    const ExploreRests *r = p->rests;
    const ExploreTable *states = &p->graph->pack.states;
    uint32_t rests[BUNDLE];
    for (uint32_t i = 0; i < many; i++) {
        rests[i] = *(const uint32_t *)explore_table_at(states, p->next + i);
        __builtin_prefetch(&r->first[rests[i]]);
    }
    for (uint32_t i = 0; i < many; i++) {
        __builtin_prefetch(&r->links[r->first[rests[i]]]);
        __builtin_prefetch(&p->steps.first[r->first[rests[i]]]);
    }
}

// Looks behind the next `many` states: what they lead to is fetched meanwhile.
static void find_some(Product *p, uint32_t many)
{
    Hand *h = &p->hand;
    fetch_links(p, many);
    h->count = 0;
    for (uint32_t i = 0; i < many; i++) {
        find(p, h, p->next + i);
        h->ends[i] = h->count;
    }
}

// Stops at the limit.
static void number_all(Product *p, uint32_t many)
{
    const Hand *h = &p->hand;
    for (uint32_t i = 0, from = 0; i < many && p->graph->pack.states.count <= p->limit; i++) {
        leave(p, p->next, h->found + from, h->ends[i] - from);
        from = h->ends[i];
        p->next++;
    }
}

static void walk(Product *p)
{
    ExploreGraph *g = p->graph;
    while (p->next < g->pack.states.count && g->pack.states.count <= p->limit) {
        uint32_t waiting = g->pack.states.count - p->next;
        uint32_t many = waiting < BUNDLE ? waiting : BUNDLE;
        find_some(p, many);
        number_all(p, many);
    }
    g->complete = g->pack.states.count <= p->limit;
    for (uint32_t i = p->next; i <= g->pack.states.count; i++) {
        g->first[i] = g->edge_count; // seen, not left; and one behind the last
    }
}

void explore_product(ExploreGraph *graph, const ExploreRests *rests, const ExploreClasses classes[],
                     uint32_t limit, const ExploreTeller *teller)
{
    Product p = { .graph = graph, .rests = rests, .classes = classes, .limit = limit };
    p.parts = explore_parts(rests->scenario);
    p.teller = teller;
    explore_steps_init(&p.steps, rests, classes);
    uint32_t start[EXPLORE_WORDS] = { 0 };
    for (int i = 0; i < p.parts; i++) {
        start[1 + i] = classes[i].start;
    }
    ExploreTable *states = &graph->pack.states;
    arrive(&p, start, explore_table_hash(states, start), 0);
    walk(&p);
    explore_table_seal(states); // what stands in it is about to change
    for (uint32_t i = 0; i < states->count; i++) {
        uint32_t *state = (uint32_t *)(void *)(states->records + (size_t)i * states->size);
        ExploreState it = packed(&p, state);
        memcpy(state, it.id, states->size);
    }
    explore_steps_deinit(&p.steps);
    mem_free(p.hand.found);
}
