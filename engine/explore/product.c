// See product.h. States are left in bundles, so that their places in the table can be fetched while
// the next ones are worked out; they are numbered in the same order as one by one.
#include "explore/product.h"

#include "base/arena.h"
#include "explore/graph.h"

#include <string.h>

enum { BUNDLE = 64 }; // states that are left before any is numbered

typedef struct Step { // what a link asks of one part
    uint32_t part, way;
} Step;

typedef struct Found { // an edge, and the state it leads to
    ExploreEdge edge;
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
    Step *steps;     // of the links that ask anything
    uint32_t *first; // by link: into steps, and one behind the last
    Hand hand;
    uint32_t next; // state that is left
} Product;

static void list_steps(Product *p)
{
    uint32_t links = p->rests->link_count, count = 0;
    for (uint32_t k = 0; k < links; k++) {
        for (int i = 0; i < p->parts; i++) {
            count += p->classes[i].way[k] != (uint32_t)EXPLORE_SAME;
        }
    }
    p->steps = mem_alloc(sizeof *p->steps * (count + 1));
    p->first = mem_alloc(sizeof *p->first * (links + 1));
    count = 0;
    for (uint32_t k = 0; k < links; k++) {
        p->first[k] = count;
        for (int i = 0; i < p->parts; i++) {
            if (p->classes[i].way[k] != (uint32_t)EXPLORE_SAME) {
                p->steps[count++] = (Step){ (uint32_t)i, p->classes[i].way[k] };
            }
        }
    }
    p->first[links] = count;
}

// Whether the parts of a state answer as this link says; `to` gets what they become.
static bool follow(const Product *p, const uint32_t *state, uint32_t link, uint32_t *to)
{
    uint32_t found[EXPLORE_PARTS];
    uint32_t from = p->first[link], end = p->first[link + 1];
    for (uint32_t k = from; k < end; k++) {
        const ExploreClasses *classes = &p->classes[p->steps[k].part];
        uint32_t class = state[1 + p->steps[k].part];
        found[k - from] = classes->to[classes->first[class] + p->steps[k].way];
        if (found[k - from] == (uint32_t)EXPLORE_PARTED) {
            return false;
        }
    }
    memcpy(to, state, sizeof *to * (size_t)(1 + p->parts));
    to[0] = p->rests->links[link].to;
    for (uint32_t k = from; k < end; k++) {
        to[1 + p->steps[k].part] = found[k - from];
    }
    return true;
}

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
        if (!follow(p, state, k, f->state)) {
            continue;
        }
        f->edge = (ExploreEdge){ link->to, link->x, link->kind, 0, link->chance };
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
        explore_add_edge(g, edge);
    }
    const uint32_t *state = explore_table_at(&g->pack.states, number);
    bool over = p->rests->first[state[0]] == p->rests->first[state[0] + 1];
    if (count == 0 && !over) {
        tell(p, number, NULL);
    }
}

// Looks behind the next `many` states: what they lead to is fetched meanwhile.
static void find_some(Product *p, uint32_t many)
{
    Hand *h = &p->hand;
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
    list_steps(&p);
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
    mem_free(p.steps);
    mem_free(p.first);
    mem_free(p.hand.found);
}
