// See straight.h. A state waits at its rest until all that leads there was followed; then it gets its
// number. Until then edges name it by the order in which it was found.
#include "explore/straight.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/graph.h"
#include "explore/steps.h"

#include <string.h>

enum { ROWS_AT_FIRST = 4, SLOTS_FROM = 8 }; // fewer rows are looked through one by one

typedef struct Row { // a state that was found
    uint32_t found;  // the how many-th of all
    uint32_t parent, depth;
    uint32_t hash; // of the classes
    uint32_t classes[EXPLORE_PARTS];
} Row;

typedef struct Inbox { // of one rest: its states so far
    Row *rows;
    uint32_t count, room;
    uint32_t *slots; // numbers of rows + 1; NULL: few
    uint32_t mask;
} Inbox;

typedef struct Straight {
    ExploreGraph *graph;
    const ExploreRests *rests;
    const ExploreClasses *classes;
    ExploreSteps steps;
    int parts;
    uint32_t limit;
    Inbox *inboxes;   // by rest
    uint32_t *number; // by found: of the state
    uint32_t found, room;
} Straight;

// ---- inboxes --------------------------------------------------------------------------------------

static uint32_t hash_of(const Straight *s, const uint32_t *classes)
{
    uint64_t hash = 0x9E3779B97F4A7C15u;
    for (int i = 0; i < s->parts; i++) {
        hash = (hash ^ classes[i]) * 0xBF58476D1CE4E5B9u;
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

static bool is_same(const Straight *s, const Row *row, uint32_t hash, const uint32_t *classes)
{
    bool same = row->hash == hash;
    for (int i = 0; same && i < s->parts; i++) {
        same = row->classes[i] == classes[i];
    }
    return same;
}

static void put_slot(Inbox *box, uint32_t hash, uint32_t row)
{
    uint32_t at = hash & box->mask;
    while (box->slots[at] != 0) {
        at = (at + 1) & box->mask;
    }
    box->slots[at] = row + 1;
}

static void grow_slots(Inbox *box)
{
    mem_free(box->slots);
    box->mask = box->count * 4 - 1;
    for (uint32_t bit = 1; bit < 32; bit *= 2) {
        box->mask |= box->mask >> bit;
    }
    box->slots = mem_alloc(sizeof *box->slots * ((size_t)box->mask + 1));
    for (uint32_t i = 0; i < box->count; i++) {
        put_slot(box, box->rows[i].hash, i);
    }
}

// The row of these classes, or NULL.
static Row *look_up(const Straight *s, const Inbox *box, uint32_t hash, const uint32_t *classes)
{
    if (box->slots == NULL) {
        for (uint32_t i = 0; i < box->count; i++) {
            if (is_same(s, &box->rows[i], hash, classes)) {
                return &box->rows[i];
            }
        }
        return NULL;
    }
    for (uint32_t at = hash & box->mask; box->slots[at] != 0; at = (at + 1) & box->mask) {
        Row *row = &box->rows[box->slots[at] - 1];
        if (is_same(s, row, hash, classes)) {
            return row;
        }
    }
    return NULL;
}

static Row *add_row(Straight *s, Inbox *box, uint32_t hash, const uint32_t *classes)
{
    if (box->count == box->room) {
        box->room = box->room == 0 ? ROWS_AT_FIRST : box->room * 2;
        box->rows = mem_grow(box->rows, sizeof *box->rows * box->room);
    }
    Row *row = &box->rows[box->count++];
    *row = (Row){ .found = s->found++, .depth = UINT32_MAX, .hash = hash };
    memcpy(row->classes, classes, sizeof *classes * (size_t)s->parts);
    if (box->slots != NULL && box->count * 2 <= box->mask) {
        put_slot(box, hash, box->count - 1);
    } else if (box->count > SLOTS_FROM) {
        grow_slots(box);
    }
    return row;
}

// A state at the end of a way of that length: which one of those found it is.
static uint32_t arrive(Straight *s, uint32_t rest, const uint32_t *classes, uint32_t parent,
                       uint32_t depth)
{
    Inbox *box = &s->inboxes[rest];
    uint32_t hash = hash_of(s, classes);
    Row *row = look_up(s, box, hash, classes);
    if (row == NULL) {
        row = add_row(s, box, hash, classes);
    }
    if (depth < row->depth) {
        row->parent = parent;
        row->depth = depth;
    }
    return row->found;
}

// ---- rest by rest -----------------------------------------------------------------------------------

// The next number, for a state as it stands in the pack.
static uint32_t keep_state(Straight *s, uint32_t rest, const Row *row)
{
    ExploreGraph *g = s->graph;
    ExploreState it = { .id = { s->rests->number[rest] } };
    for (int i = 0; i < s->parts; i++) {
        it.id[1 + i] = s->classes[i].value[row->classes[i]];
    }
    uint32_t number = g->pack.states.count;
    explore_table_push(&g->pack.states, it.id);
    explore_add_state(g, number, row->parent);
    if (row->found >= s->room) {
        s->room = row->found * 2 + EXPLORE_STATES_AT_FIRST;
        s->number = mem_grow(s->number, sizeof *s->number * s->room);
    }
    s->number[row->found] = number;
    return number;
}

// False: something fails on the way or does not hold that always should, or nothing can be taken.
static bool leave(Straight *s, uint32_t rest, const Row *row, uint32_t number)
{
    const ExploreRests *r = s->rests;
    ExploreGraph *g = s->graph;
    uint32_t to[EXPLORE_PARTS], from = g->edge_count;
    g->first[number] = from;
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        const ExploreLink *link = &r->links[k];
        if (link->kind == EXPLORE_ALL_OFFERS ||
            !explore_steps_follow(&s->steps, row->classes, k, to)) {
            continue;
        }
        if (link->to == (uint32_t)EXPLORE_NO_REST || link->breaks) {
            return false;
        }
        ExploreEdge edge = { 0, link->x, link->kind, 0, link->chance };
        const ExploreEdge *before = g->edge_count > from ? &g->edges[g->edge_count - 1] : NULL;
        if (before != NULL && before->x == link->x && before->kind == link->kind) {
            edge.outcome = (uint8_t)(before->outcome + (before->outcome < UINT8_MAX));
        }
        edge.to = arrive(s, link->to, to, number, row->depth + 1);
        explore_add_edge(g, edge);
    }
    return g->edge_count > from || r->first[rest] == r->first[rest + 1];
}

static bool leave_all(Straight *s, uint32_t rest)
{
    Inbox box = s->inboxes[rest]; // nothing leads here any more
    bool good = true;
    s->inboxes[rest] = (Inbox){ .rows = NULL };
    for (uint32_t i = 0; good && i < box.count; i++) {
        uint32_t number = keep_state(s, rest, &box.rows[i]);
        good = leave(s, rest, &box.rows[i], number) && s->found <= s->limit;
    }
    mem_free(box.rows);
    mem_free(box.slots);
    return good;
}

static bool walk(Straight *s)
{
    const ExploreRests *r = s->rests;
    ExploreGraph *g = s->graph;
    uint32_t start[EXPLORE_PARTS];
    bool good = true;
    for (int i = 0; i < s->parts; i++) {
        start[i] = s->classes[i].start;
    }
    arrive(s, 0, start, 0, 0);
    for (uint32_t i = r->count; good && i-- > 0;) {
        good = leave_all(s, r->order.nodes[i]);
    }
    if (good) {
        g->first[g->pack.states.count] = g->edge_count;
        for (uint32_t k = 0; k < g->edge_count; k++) {
            g->edges[k].to = s->number[g->edges[k].to];
        }
    }
    return good;
}

bool explore_straight(ExploreGraph *graph, const ExploreRests *rests,
                      const ExploreClasses classes[], uint32_t limit)
{
    if (rests->order.circles) {
        return false;
    }
    Straight s = { .graph = graph, .rests = rests, .classes = classes, .limit = limit };
    s.parts = explore_parts(rests->scenario);
    s.inboxes = mem_alloc(sizeof *s.inboxes * ((size_t)rests->count + 1));
    explore_steps_init(&s.steps, rests, classes);
    bool good = walk(&s);
    if (!good) { // begun in vain
        graph->edge_count = 0;
        graph->pack.states.count = 0;
    }
    for (uint32_t i = 0; i < rests->count; i++) {
        mem_free(s.inboxes[i].rows);
        mem_free(s.inboxes[i].slots);
    }
    mem_free(s.inboxes);
    mem_free(s.number);
    explore_steps_deinit(&s.steps);
    return good;
}
