// See project.h. The values are gone through rest by rest, so that all that is looked up lies near: a rest
// asks all that lead to it what arrives there. What leads round is asked until nothing new comes.
#include "explore/project.h"

#include "base/arena.h"
#include "explore/gather.h"
#include "explore/map.h"
#include "explore/ways.h"

#include <string.h>

enum { CLASSES_AT_FIRST = 64 };

typedef struct Place {   // a rest that stands
    ExplorePart *values; // that the part has there, each once
    uint32_t *hashes;    // of them
    uint32_t count, room;
    uint32_t *links;    // by value and way: which value behind it, or EXPLORE_PARTED, _GONE
    uint32_t *class_of; // by value
} Place;

typedef struct Projection {
    const ExploreRests *rests;
    const ExplorePaths *paths;
    ExploreAnswers *heard;
    ExploreWays ways;
    Place *places;        // by rest
    uint32_t *in;         // ways, by the rest to which they lead
    uint32_t *in_first;   // by rest: into in, and one behind the last
    uint32_t *leaves;     // by way: the rest that is left
    uint32_t *gone;       // by way: so many values have gone it
    ExploreGathering now; // of the place whose turn it is
    Arena arena;          // what stands in places
    uint32_t count;       // of pairs
} Projection;

static bool is_value(uint32_t link)
{
    return link != (uint32_t)EXPLORE_PARTED && link != (uint32_t)EXPLORE_GONE;
}

static uint32_t ways_of(const Projection *p, uint32_t rest)
{
    return p->ways.end[rest] - p->ways.first[rest];
}

// ---- values of one place ----------------------------------------------------------------------------

static void *kept(Projection *p, const void *old, size_t had, size_t size)
{
    void *more = arena_alloc(&p->arena, size);
    return had > 0 ? memcpy(more, old, had) : more;
}

// The place has what was gathered for it. Where more may still come, there is room for it.
static void keep_values(Projection *p, uint32_t rest)
{
    const ExploreGathering *g = &p->now;
    Place *place = &p->places[rest];
    uint32_t had = place->count, ways = ways_of(p, rest);
    if (g->count > place->room) {
        size_t room = place->room = g->count * (p->rests->order.circles ? 2 : 1);
        place->values = arena_alloc(&p->arena, sizeof *place->values * room);
        place->hashes = arena_alloc(&p->arena, sizeof *place->hashes * room);
        place->links = kept(p, place->links, sizeof *place->links * ways * had,
                            sizeof *place->links * ways * room);
    }
    memcpy(place->values, g->values, sizeof *place->values * g->count);
    memcpy(place->hashes, g->hashes, sizeof *place->hashes * g->count);
    place->count = g->count;
    p->count += g->count - had;
}

// ---- from place to place ----------------------------------------------------------------------------

static bool same_outlook(const Projection *p, uint32_t one, uint32_t other)
{
    const ExploreOutlook *outlooks = p->ways.outlooks;
    return memcmp(&outlooks[one], &outlooks[other], sizeof *outlooks) == 0;
}

static void forget(const Projection *p, uint32_t rest, ExplorePart *part)
{
    if (p->rests->live != NULL) {
        explore_outlook_forget(&p->ways.outlooks[rest], &p->paths->questions, p->rests->scenario,
                               p->ways.part, part);
    }
}

// Values that have not yet gone one way arrive at the rest to which it leads.
static void arrive(Projection *p, uint32_t rest, uint32_t way)
{
    uint32_t from = p->leaves[way], code = p->ways.items[way].code;
    const Place *before = &p->places[from];
    bool changes = code != 0 || !same_outlook(p, from, rest);
    uint32_t ways = ways_of(p, from), nth = way - p->ways.first[from];
    for (; p->gone[way] < before->count; p->gone[way]++) {
        uint32_t i = p->gone[way], *link = &before->links[(size_t)i * ways + nth];
        ExplorePart part = before->values[i];
        uint32_t hash = before->hashes[i];
        if (changes) {
            if (!explore_path_go(p->paths, code, &part, p->heard)) {
                *link = (uint32_t)EXPLORE_PARTED;
                continue;
            }
            forget(p, rest, &part);
            hash = explore_gather_hash(&part);
        }
        *link = explore_gather(&p->now, &part, hash);
    }
}

// Ways on which the story fails, or which only say what there is to choose.
static void leave_for_nowhere(Projection *p, uint32_t rest, uint32_t way)
{
    const Place *place = &p->places[rest];
    uint32_t ways = ways_of(p, rest), nth = way - p->ways.first[rest];
    for (; p->gone[way] < place->count; p->gone[way]++) {
        uint32_t i = p->gone[way];
        ExplorePart part = place->values[i];
        bool goes = explore_path_go(p->paths, p->ways.items[way].code, &part, p->heard);
        place->links[(size_t)i * ways + nth] = (uint32_t)(goes ? EXPLORE_GONE : EXPLORE_PARTED);
    }
}

// All that has come so far to those that lead here. Whether there is anything new.
static bool gather(Projection *p, uint32_t rest)
{
    const Place *place = &p->places[rest];
    uint32_t had = place->count;
    bool waits = false;
    for (uint32_t k = p->in_first[rest]; !waits && k < p->in_first[rest + 1]; k++) {
        waits = p->gone[p->in[k]] < p->places[p->leaves[p->in[k]]].count;
    }
    if (!waits) {
        return false;
    }
    explore_gather_on(&p->now, place->values, place->hashes, place->count);
    for (uint32_t k = p->in_first[rest]; k < p->in_first[rest + 1]; k++) {
        arrive(p, rest, p->in[k]);
    }
    return p->now.count > had;
}

static void list_ins(Projection *p)
{
    const ExploreWays *w = &p->ways;
    uint32_t rests = p->rests->count;
    p->in_first = mem_alloc(sizeof *p->in_first * ((size_t)rests + 2));
    p->in = mem_alloc(sizeof *p->in * ((size_t)w->item_count + 1));
    p->leaves = mem_alloc(sizeof *p->leaves * ((size_t)w->item_count + 1));
    p->gone = mem_alloc(sizeof *p->gone * ((size_t)w->item_count + 1));
    for (uint32_t k = 0; k < w->item_count; k++) {
        if (w->items[k].to != (uint32_t)EXPLORE_NO_REST) {
            p->in_first[w->items[k].to + 2]++;
        }
    }
    for (uint32_t i = 2; i < rests + 2; i++) {
        p->in_first[i] += p->in_first[i - 1];
    }
    for (uint32_t rest = 0; rest < rests; rest++) { // the place behind each ends up at its end
        for (uint32_t k = w->first[rest]; k < w->end[rest]; k++) {
            p->leaves[k] = rest;
            if (w->items[k].to != (uint32_t)EXPLORE_NO_REST) {
                p->in[p->in_first[w->items[k].to + 1]++] = k;
            }
        }
    }
}

// What has newly come to a rest goes on from there.
static void go_on(Projection *p, uint32_t rest)
{
    const ExploreWays *w = &p->ways;
    keep_values(p, rest);
    for (uint32_t k = w->first[rest]; k < w->end[rest]; k++) {
        if (w->items[k].to == (uint32_t)EXPLORE_NO_REST) {
            leave_for_nowhere(p, rest, k);
        }
    }
}

static void begin(Projection *p)
{
    const ExploreRests *r = p->rests;
    const Scenario *sc = r->scenario;
    uint32_t rest = p->ways.stands[0];
    ExplorePart part = { .energy = 0 };
    if (p->ways.part == sc->person_count) {
        part.energy = sc->energy;
    } else {
        part.person = r->blank[p->ways.part];
    }
    forget(p, rest, &part);
    explore_gather_on(&p->now, NULL, NULL, 0);
    explore_gather(&p->now, &part, explore_gather_hash(&part));
    go_on(p, rest);
}

static bool walk(Projection *p, uint32_t limit)
{
    const ExploreOrder *order = &p->rests->order;
    bool more = true;
    begin(p);
    while (more && p->count <= limit) {
        more = false;
        for (uint32_t i = p->rests->count; i-- > 0 && p->count <= limit;) {
            uint32_t rest = order->nodes[i];
            if (p->ways.stands[rest] == rest && gather(p, rest)) {
                go_on(p, rest);
                more = order->circles;
            }
        }
    }
    return p->count <= limit;
}

// ---- classes ----------------------------------------------------------------------------------------

typedef struct Member { // that stands for a class
    uint32_t rest, value;
} Member;

typedef struct Classing {
    const Projection *p;
    Member *members; // by class
    uint32_t count, room;
    ExploreMap signatures; // of the values of one rest, or of rests on circles: their classes
} Classing;

static uint32_t new_class(Classing *c, uint32_t rest, uint32_t value)
{
    if (c->count == c->room) {
        c->room = c->room == 0 ? CLASSES_AT_FIRST : c->room * 2;
        c->members = mem_grow(c->members, sizeof *c->members * c->room);
    }
    c->members[c->count] = (Member){ rest, value };
    return c->count++;
}

// What is behind a way of a value: a class, EXPLORE_PARTED or EXPLORE_GONE.
static uint32_t behind(const Projection *p, uint32_t rest, uint32_t value, uint32_t nth)
{
    uint32_t link = p->places[rest].links[(size_t)value * ways_of(p, rest) + nth];
    const ExploreWay *way = &p->ways.items[p->ways.first[rest] + nth];
    return is_value(link) ? p->places[way->to].class_of[link] : link;
}

static void classify(Classing *c, uint32_t rest, uint32_t value)
{
    ExploreSignature s = { 1, 2 };
    uint32_t ways = ways_of(c->p, rest);
    explore_sign(&s, rest, 0);
    for (uint32_t k = 0; k < ways; k += 2) {
        explore_sign(&s, behind(c->p, rest, value, k),
                     k + 1 < ways ? behind(c->p, rest, value, k + 1) : 0);
    }
    bool fresh;
    uint32_t *class = explore_map_at(&c->signatures, explore_key_of_hash(s.a, s.b), &fresh);
    *class = fresh ? new_class(c, rest, value) : *class;
    c->p->places[rest].class_of[value] = *class;
}

// Where nothing leads back: rest by rest, what is behind it first.
static void classify_straight(Classing *c)
{
    const Projection *p = c->p;
    for (uint32_t i = 0; i < p->rests->count; i++) {
        uint32_t rest = p->rests->order.nodes[i], count = p->places[rest].count;
        if (count > 0) {
            explore_map_init(&c->signatures);
            for (uint32_t value = 0; value < count; value++) {
                classify(c, rest, value);
            }
            explore_map_deinit(&c->signatures);
        }
    }
}

// All pairs of a rest and a value there, and how they follow each other.
static Member *order_pairs(const Projection *p, ExploreOrder *order)
{
    uint32_t count = 0, links = 0;
    uint32_t *before = mem_alloc(sizeof *before * ((size_t)p->rests->count + 1)); // by rest
    for (uint32_t rest = 0; rest < p->rests->count; rest++) {
        before[rest] = count;
        count += p->places[rest].count;
        links += p->places[rest].count * ways_of(p, rest);
    }
    Member *pairs = mem_alloc(sizeof *pairs * ((size_t)count + 1));
    uint32_t *first = mem_alloc(sizeof *first * ((size_t)count + 1));
    uint32_t *to = mem_alloc(sizeof *to * ((size_t)links + 1));
    count = links = 0;
    for (uint32_t rest = 0; rest < p->rests->count; rest++) {
        const Place *place = &p->places[rest];
        uint32_t ways = ways_of(p, rest);
        for (uint32_t i = 0; i < place->count; i++) {
            first[count] = links;
            pairs[count++] = (Member){ rest, i };
            for (uint32_t k = 0; k < ways; k++) {
                uint32_t link = place->links[(size_t)i * ways + k];
                const ExploreWay *way = &p->ways.items[p->ways.first[rest] + k];
                to[links++] = is_value(link) ? before[way->to] + link : UINT32_MAX;
            }
        }
    }
    first[count] = links;
    explore_order_init(order, count, first, to, sizeof *to);
    mem_free(before);
    mem_free(first);
    mem_free(to);
    return pairs;
}

// A pair on a circle is a class for itself.
static void classify_round(Classing *c)
{
    ExploreOrder order;
    Member *pairs = order_pairs(c->p, &order);
    for (uint32_t i = 0; i < c->p->count; i++) {
        if (order.round[i]) {
            c->p->places[pairs[i].rest].class_of[pairs[i].value] =
                new_class(c, pairs[i].rest, pairs[i].value);
        }
    }
    explore_map_init(&c->signatures);
    for (uint32_t i = 0; i < c->p->count; i++) {
        uint32_t pair = order.nodes[i];
        if (!order.round[pair]) {
            classify(c, pairs[pair].rest, pairs[pair].value);
        }
    }
    explore_map_deinit(&c->signatures);
    explore_order_deinit(&order);
    mem_free(pairs);
}

static void keep_classes(const Classing *c, ExploreClasses *classes)
{
    const Projection *p = c->p;
    bool energy = p->ways.part == p->rests->scenario->person_count;
    uint32_t links = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        links += ways_of(p, c->members[i].rest);
    }
    classes->count = c->count;
    classes->value = mem_alloc(sizeof *classes->value * ((size_t)c->count + 1));
    classes->first = mem_alloc(sizeof *classes->first * ((size_t)c->count + 1));
    classes->to = mem_alloc(sizeof *classes->to * ((size_t)links + 1));
    links = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        Member m = c->members[i];
        const ExplorePart *part = &p->places[m.rest].values[m.value];
        classes->value[i] =
            energy ? (uint32_t)part->energy : explore_table_add(&classes->people, &part->person);
        classes->first[i] = links;
        for (uint32_t k = 0; k < ways_of(p, m.rest); k++) {
            classes->to[links++] = behind(p, m.rest, m.value, k);
        }
    }
    classes->start = p->places[p->ways.stands[0]].class_of[0];
}

static void find_classes(const Projection *p, ExploreClasses *classes)
{
    Classing c = { .p = p };
    uint32_t *class_of = mem_alloc(sizeof *class_of * ((size_t)p->count + 1)), pairs = 0;
    for (uint32_t rest = 0; rest < p->rests->count; rest++) {
        p->places[rest].class_of = class_of + pairs;
        pairs += p->places[rest].count;
    }
    if (p->rests->order.circles) {
        classify_round(&c);
    } else {
        classify_straight(&c);
    }
    keep_classes(&c, classes);
    mem_free(class_of);
    mem_free(c.members);
}

// ---- interface --------------------------------------------------------------------------------------

bool explore_project(ExploreClasses *classes, const ExploreRests *rests, int part, uint32_t limit)
{
    *classes = (ExploreClasses){ .count = 0 };
    explore_table_init(&classes->people, sizeof(PersonState));
    explore_answers_init(&classes->heard);
    Projection p = { .rests = rests, .paths = &rests->paths[part], .heard = &classes->heard };
    explore_ways_init(&p.ways, rests, part);
    p.places = mem_alloc(sizeof *p.places * ((size_t)rests->count + 1));
    list_ins(&p);
    bool ok = walk(&p, limit);
    if (ok) {
        find_classes(&p, classes);
    }
    arena_deinit(&p.arena);
    mem_free(p.places);
    mem_free(p.in);
    mem_free(p.in_first);
    mem_free(p.leaves);
    mem_free(p.gone);
    explore_gathering_deinit(&p.now);
    classes->way = p.ways.of_link;
    p.ways.of_link = NULL;
    explore_ways_deinit(&p.ways);
    return ok;
}

void explore_classes_pack(ExploreClasses *classes, const ExploreRests *rests, int part)
{
    explore_answers_merge(rests->answers, &classes->heard);
    for (uint32_t c = 0; part < rests->scenario->person_count && c < classes->count; c++) {
        const void *person = explore_table_at(&classes->people, classes->value[c]);
        classes->value[c] = explore_table_add(&rests->pack->pieces[PIECE_PERSON], person);
    }
    explore_table_deinit(&classes->people);
}

void explore_classes_deinit(ExploreClasses *classes)
{
    explore_table_deinit(&classes->people);
    explore_answers_deinit(&classes->heard);
    mem_free(classes->value);
    mem_free(classes->first);
    mem_free(classes->to);
    mem_free(classes->way);
    *classes = (ExploreClasses){ .count = 0 };
}
