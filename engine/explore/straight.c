// See straight.h. A rest asks all that lead to it what arrives there, so it needs nobody else to know its
// states; rests of one level wait for none of their own and are worked out side by side. An edge can name
// the state it leads to only when all are counted: until then it stands as the how many-th of its rest.
#include "explore/straight.h"

#include "base/arena.h"
#include "explore/graph.h"
#include "explore/share.h"
#include "explore/slots.h"
#include "explore/steps.h"

#include <string.h>

enum { NO_WAY = UINT32_MAX }; // as uint32_t: the state cannot take this link

enum { AT_FIRST = 64, SHARE = 16 }; // rests that a hand takes at a time
enum { UNTOLD = 64 };               // a hand keeps to itself this part of the limit

typedef struct Origin { // the nth state of that rest was the parent, so far from the start
    uint32_t from, nth, depth;
} Origin;

typedef struct Row { // a state of a rest
    Origin origin;
    uint32_t classes[]; // of each part
} Row;

typedef struct Place { // a rest
    char *rows;        // its states
    uint32_t *leads; // link by link, for each of its states: which one of the rest there, or NO_WAY
    uint32_t count;
    uint32_t edges;
    uint32_t number, edge; // of its first state, and of the first edge of that
} Place;

typedef struct Hand {
    char *rows;       // of the rest it is at
    uint32_t *hashes; // of their classes
    uint32_t count, room;
    ExploreSlots slots;
    Arena kept, leads; // rows; leads
    uint32_t untold;   // states that are not yet in those of all
    char apart[EXPLORE_LINE];
} Hand;

typedef struct Straight {
    ExploreGraph *graph;
    const ExploreRests *rests;
    const ExploreClasses *classes;
    const ExploreHands *hands;
    ExploreSteps steps;
    int parts;
    size_t row; // bytes
    uint32_t limit;
    Place *places;                // by rest
    uint32_t *in, *in_first;      // links by the rest to which they lead
    uint32_t *leaves;             // by link: the rest that is left
    uint32_t *waves, *wave_first; // rests by their level, see sort_by_level
    uint32_t wave_count;
    const uint32_t *wave; // the rests whose turn it is
    _Atomic bool vain;    // there is something to tell, or too much
    char apart[EXPLORE_LINE];
    _Atomic uint64_t states; // that all have told of
    char apart_too[EXPLORE_LINE];
    Hand hand[EXPLORE_HANDS_MAX];
} Straight;

static Row *row_at(const Straight *s, char *rows, uint32_t nth)
{
    return (Row *)(void *)(rows + s->row * nth);
}

static uint32_t links_of(const Straight *s, uint32_t rest)
{
    return s->rests->first[rest + 1] - s->rests->first[rest];
}

// Where it stands for each state of the rest that is left whether a link can be taken.
static uint32_t *leads_of(const Straight *s, uint32_t rest, uint32_t link)
{
    const Place *place = &s->places[rest];
    return place->leads + (size_t)(link - s->rests->first[rest]) * place->count;
}

static void give_up_if(Straight *s, bool vain)
{
    if (vain) {
        s->vain = true;
    }
}

// ---- the states of one rest -------------------------------------------------------------------------

static uint32_t hash_of(const Straight *s, const uint32_t *classes)
{
    uint64_t hash = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < s->parts; i++) {
        hash = (hash ^ classes[i]) * 0xBF58476D1CE4E5B9u;
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

static bool is_same(const Straight *s, const Hand *h, uint32_t nth, uint32_t hash,
                    const uint32_t *classes)
{
    return h->hashes[nth] == hash && memcmp(row_at(s, h->rows, nth)->classes, classes,
                                            sizeof *classes * (size_t)s->parts) == 0;
}

// Which row has these classes, or the number of rows.
static uint32_t look_up(const Straight *s, const Hand *h, uint32_t hash, const uint32_t *classes)
{
    uint32_t at = hash, nth;
    while ((nth = explore_slots_at(&h->slots, at++)) != UINT32_MAX) {
        if (is_same(s, h, nth, hash, classes)) {
            return nth;
        }
    }
    return h->count;
}

static Row *add_row(const Straight *s, Hand *h, uint32_t hash, const uint32_t *classes)
{
    if (h->count == h->room) {
        h->room = h->room == 0 ? AT_FIRST : h->room * 2;
        h->rows = mem_grow(h->rows, s->row * h->room);
        h->hashes = mem_grow(h->hashes, sizeof *h->hashes * h->room);
    }
    Row *row = row_at(s, h->rows, h->count);
    h->hashes[h->count++] = hash;
    memcpy(row->classes, classes, sizeof *classes * (size_t)s->parts);
    row->origin.depth = UINT32_MAX;
    explore_slots_add(&h->slots, h->hashes, h->count);
    return row;
}

// A state that comes from there: which one of its rest it is.
static uint32_t arrive(const Straight *s, Hand *h, const uint32_t *classes, Origin origin)
{
    uint32_t hash = hash_of(s, classes), nth = look_up(s, h, hash, classes);
    Row *row = nth < h->count ? row_at(s, h->rows, nth) : add_row(s, h, hash, classes);
    if (origin.depth < row->origin.depth) {
        row->origin = origin;
    }
    return nth;
}

// ---- from rest to rest ------------------------------------------------------------------------------

// What arrives by the links that lead from one rest to another one.
static void arrive_from(Straight *s, Hand *h, uint32_t rest, const uint32_t *in, uint32_t links)
{
    const Place *before = &s->places[rest];
    uint32_t to[EXPLORE_PARTS];
    for (uint32_t nth = 0; nth < before->count; nth++) {
        const Row *row = row_at(s, before->rows, nth);
        for (uint32_t i = 0; i < links; i++) {
            uint32_t lead = (uint32_t)NO_WAY;
            if (explore_steps_follow(&s->steps, row->classes, in[i], to)) {
                lead = arrive(s, h, to, (Origin){ rest, nth, row->origin.depth + 1 });
                give_up_if(s, s->rests->links[in[i]].breaks);
            }
            leads_of(s, rest, in[i])[nth] = lead;
        }
    }
}

// Links on which the story fails, or which only say what there is to choose.
static void leave_for_nowhere(Straight *s, uint32_t rest)
{
    const ExploreRests *r = s->rests;
    const Place *place = &s->places[rest];
    uint32_t to[EXPLORE_PARTS];
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        bool fails = r->links[k].kind != EXPLORE_ALL_OFFERS;
        if (r->links[k].to != (uint32_t)EXPLORE_NO_REST) {
            continue;
        }
        for (uint32_t nth = 0; nth < place->count; nth++) {
            const Row *row = row_at(s, place->rows, nth);
            leads_of(s, rest, k)[nth] = (uint32_t)NO_WAY;
            give_up_if(s, fails && explore_steps_follow(&s->steps, row->classes, k, to));
        }
    }
}

static void begin(const Straight *s, Hand *h)
{
    uint32_t start[EXPLORE_PARTS];
    for (int i = 0; i < s->parts; i++) {
        start[i] = s->classes[i].start;
    }
    arrive(s, h, start, (Origin){ 0, 0, 0 });
}

// All hear of a hand's states now and then: what each writes, the others would wait for.
static void count_states(Straight *s, Hand *h)
{
    h->untold += h->count;
    if (h->untold > s->limit / UNTOLD) {
        s->states += h->untold;
        h->untold = 0;
        give_up_if(s, s->states > s->limit);
    }
}

// All states of the nth rest of the wave.
static void gather(void *context, int hand, uint32_t nth)
{
    Straight *s = context;
    Hand *h = &s->hand[hand];
    uint32_t rest = s->wave[nth], k = s->in_first[rest], end = s->in_first[rest + 1];
    h->count = 0;
    explore_slots_lay_out(&h->slots, h->hashes, 0);
    if (rest == 0) {
        begin(s, h);
    }
    while (k < end && !s->vain) {
        uint32_t from = s->leaves[s->in[k]], links = 1;
        while (k + links < end && s->leaves[s->in[k + links]] == from) {
            links++;
        }
        arrive_from(s, h, from, &s->in[k], links);
        k += links;
        give_up_if(s, h->count > s->limit);
    }
    if (h->count == 0 || s->vain) {
        return;
    }
    count_states(s, h);
    Place *place = &s->places[rest];
    place->count = h->count;
    place->rows = memcpy(arena_alloc(&h->kept, s->row * h->count), h->rows, s->row * h->count);
    size_t leads = (size_t)links_of(s, rest) * h->count;
    place->leads = arena_alloc(&h->leads, sizeof *place->leads * leads);
    leave_for_nowhere(s, rest);
}

static void share(Straight *s, uint32_t count, void (*piece)(void *context, int hand, uint32_t nth))
{
    explore_share(s->hands, count, SHARE, s, piece);
}

// False: in vain. Who gave up first, and where, makes no difference.
static bool walk(Straight *s)
{
    for (uint32_t i = 0; i < s->wave_count && !s->vain; i++) {
        s->wave = s->waves + s->wave_first[i];
        share(s, s->wave_first[i + 1] - s->wave_first[i], gather);
    }
    uint64_t states = s->states;
    for (int i = 0; i < explore_hands(s->hands); i++) {
        states += s->hand[i].untold;
    }
    return states <= s->limit && !s->vain;
}

// ---- what is known beforehand -----------------------------------------------------------------------

// By `of` each (below `groups`, or nothing at all) which of `count` there are, in order.
static void group(uint32_t count, const uint32_t *of, uint32_t groups, uint32_t **first,
                  uint32_t **items)
{
    uint32_t *at = mem_alloc(sizeof *at * ((size_t)groups + 2));
    *items = mem_alloc(sizeof **items * ((size_t)count + 1));
    for (uint32_t i = 0; i < count; i++) {
        if (of[i] < groups) {
            at[of[i] + 2]++;
        }
    }
    for (uint32_t i = 2; i < groups + 2; i++) {
        at[i] += at[i - 1];
    }
    for (uint32_t i = 0; i < count; i++) { // the place behind each group ends up at its end
        if (of[i] < groups) {
            (*items)[at[of[i] + 1]++] = i;
        }
    }
    *first = at;
}

// Links by where they lead.
static void list_ins(Straight *s)
{
    const ExploreRests *r = s->rests;
    uint32_t *to = mem_alloc(sizeof *to * ((size_t)r->link_count + 1));
    s->leaves = mem_alloc(sizeof *s->leaves * ((size_t)r->link_count + 1));
    for (uint32_t rest = 0; rest < r->count; rest++) {
        for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
            to[k] = r->links[k].to; // or EXPLORE_NO_REST
            s->leaves[k] = rest;
        }
    }
    group(r->link_count, to, r->count, &s->in_first, &s->in);
    mem_free(to);
}

// A rest's level is the length of the longest way there: all that lead to it have lower ones.
static void sort_by_level(Straight *s)
{
    const ExploreRests *r = s->rests;
    uint32_t *level = mem_alloc(sizeof *level * ((size_t)r->count + 1));
    for (uint32_t rest = 0; rest < r->count; rest++) { // links lead to later ones
        for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
            uint32_t to = r->links[k].to;
            if (to != (uint32_t)EXPLORE_NO_REST && level[to] <= level[rest]) {
                level[to] = level[rest] + 1;
            }
        }
        s->wave_count = level[rest] < s->wave_count ? s->wave_count : level[rest] + 1;
    }
    group(r->count, level, s->wave_count, &s->wave_first, &s->waves);
    mem_free(level);
}

static void prepare(void *context, int hand, uint32_t nth)
{
    Straight *s = context;
    (void)hand;
    if (nth == 0) {
        explore_steps_init(&s->steps, s->rests, s->classes);
    } else {
        list_ins(s);
        sort_by_level(s);
    }
}

// ---- the graph --------------------------------------------------------------------------------------

static void count_edges(void *context, int hand, uint32_t rest)
{
    Straight *s = context;
    Place *place = &s->places[rest];
    uint32_t links = links_of(s, rest);
    (void)hand;
    for (uint32_t nth = 0; nth < place->count; nth++) {
        uint32_t had = place->edges;
        for (uint32_t k = 0; k < links; k++) {
            place->edges += place->leads[(size_t)k * place->count + nth] != (uint32_t)NO_WAY;
        }
        if (place->edges == had && links > 0) {
            s->vain = true; // nothing can be taken
        }
    }
}

static void lay_out_graph(Straight *s)
{
    ExploreGraph *g = s->graph;
    uint32_t states = 0, edges = 0;
    for (uint32_t rest = 0; rest < s->rests->count; rest++) {
        Place *place = &s->places[rest];
        place->number = states;
        place->edge = edges;
        states += place->count;
        edges += place->edges;
    }
    explore_table_lay_out(&g->pack.states, states);
    explore_lay_out(g, states, edges);
    g->first[states] = edges;
}

static void keep_states(void *context, int hand, uint32_t rest)
{
    const Straight *s = context;
    const Place *place = &s->places[rest];
    ExploreGraph *g = s->graph;
    (void)hand;
    for (uint32_t nth = 0; nth < place->count; nth++) {
        const Row *row = row_at(s, place->rows, nth);
        ExploreState it = { .id = { s->rests->number[rest] } };
        for (int i = 0; i < s->parts; i++) {
            it.id[1 + i] = s->classes[i].value[row->classes[i]];
        }
        explore_table_put(&g->pack.states, place->number + nth, it.id);
        g->parent[place->number + nth] = s->places[row->origin.from].number + row->origin.nth;
    }
}

static void keep_edges(void *context, int hand, uint32_t rest)
{
    const Straight *s = context;
    const Place *place = &s->places[rest];
    const ExploreLink *links = s->rests->links + s->rests->first[rest];
    ExploreGraph *g = s->graph;
    uint32_t at = place->edge, count = links_of(s, rest);
    (void)hand;
    for (uint32_t nth = 0; nth < place->count; nth++) {
        uint32_t from = at;
        g->first[place->number + nth] = at;
        for (uint32_t k = 0; k < count; k++) {
            uint32_t lead = place->leads[(size_t)k * place->count + nth];
            if (lead == (uint32_t)NO_WAY) {
                continue;
            }
            ExploreEdge edge = { s->places[links[k].to].number + lead, links[k].x, links[k].kind, 0,
                                 links[k].chance };
            const ExploreEdge *before = at > from ? &g->edges[at - 1] : NULL;
            if (before != NULL && before->x == edge.x && before->kind == edge.kind) {
                edge.outcome = (uint8_t)(before->outcome + (before->outcome < UINT8_MAX));
            }
            g->edges[at++] = edge;
        }
    }
}

// Each step gives back what the next one does not read.
static void keep(Straight *s)
{
    lay_out_graph(s);
    share(s, s->rests->count, keep_states);
    for (int i = 0; i < explore_hands(s->hands); i++) {
        arena_deinit(&s->hand[i].kept);
    }
    share(s, s->rests->count, keep_edges);
}

// ---- interface --------------------------------------------------------------------------------------

static void deinit(Straight *s)
{
    for (int i = 0; i < explore_hands(s->hands); i++) {
        arena_deinit(&s->hand[i].kept);
        arena_deinit(&s->hand[i].leads);
        mem_free(s->hand[i].rows);
        mem_free(s->hand[i].hashes);
        explore_slots_deinit(&s->hand[i].slots);
    }
    mem_free(s->places);
    mem_free(s->waves);
    mem_free(s->wave_first);
    mem_free(s);
}

static void forget_ins(Straight *s)
{
    mem_free(s->in);
    mem_free(s->in_first);
    mem_free(s->leaves);
    explore_steps_deinit(&s->steps);
}

bool explore_straight(ExploreGraph *graph, const ExploreRests *rests,
                      const ExploreClasses classes[], uint32_t limit, const ExploreHands *hands)
{
    if (rests->order.circles) {
        return false;
    }
    Straight *s = mem_alloc(sizeof *s);
    s->graph = graph;
    s->rests = rests;
    s->classes = classes;
    s->hands = hands;
    s->limit = limit;
    s->parts = explore_parts(rests->scenario);
    s->row = sizeof(Row) + sizeof(uint32_t) * (size_t)s->parts;
    s->places = mem_alloc(sizeof *s->places * ((size_t)rests->count + 1));
    explore_share(hands, 2, 1, s, prepare);
    bool good = walk(s);
    forget_ins(s);
    if (good) {
        share(s, rests->count, count_edges);
        good = !s->vain;
    }
    if (good) {
        keep(s);
    }
    deinit(s);
    return good;
}
