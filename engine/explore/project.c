// See project.h. What a walk goes through is thrown away once its classes are known.
#include "explore/project.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/story.h"

#include <stdlib.h>
#include <string.h>

enum { AT_FIRST = 1024, NOWHERE = UINT32_MAX };

// 128 bits: no two that differ fall together in the lifetime of this program.
typedef struct Signature {
    uint64_t a, b;
} Signature;

static void sign(Signature *s, uint64_t one, uint64_t two)
{
    s->a = hash_mix(s->a ^ one, two);
    s->b = hash_mix(s->b + one * 3u, two ^ 0x5555555555555555u);
}

typedef struct Way {   // what can happen to the part, and where that leads
    uint32_t code, to; // a rest that stands, or EXPLORE_NO_REST
} Way;

typedef struct Ways { // of one rest, each once
    Way *items;
    uint32_t count, room;
} Ways;

static void add_way(Ways *ways, Way way)
{
    for (uint32_t i = 0; i < ways->count; i++) {
        if (ways->items[i].code == way.code && ways->items[i].to == way.to) {
            return;
        }
    }
    if (ways->count == ways->room) {
        ways->room = ways->room == 0 ? 64 : ways->room * 2;
        ways->items = mem_grow(ways->items, sizeof *ways->items * ways->room);
    }
    ways->items[ways->count++] = way;
}

static int in_order(const void *left, const void *right)
{
    const Way *a = left, *b = right;
    if (a->code != b->code) {
        return a->code < b->code ? -1 : 1;
    }
    return a->to < b->to ? -1 : a->to > b->to;
}

static Way way_of(const ExploreRests *r, const uint32_t *stands, int part, uint32_t link)
{
    uint32_t to = r->links[link].to;
    bool none = to == (uint32_t)EXPLORE_NO_REST;
    return (Way){ explore_rests_codes(r, link)[part], none ? to : stands[to] };
}

// That nothing leads nowhere says nothing.
static bool says_nothing(Way way)
{
    return way.code == 0 && way.to == (uint32_t)EXPLORE_NO_REST;
}

static void collect_ways(Ways *ways, const ExploreRests *r, const uint32_t *stands, int part,
                         uint32_t rest)
{
    ways->count = 0;
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        Way way = way_of(r, stands, part, k);
        if (!says_nothing(way)) {
            add_way(ways, way);
        }
    }
    if (ways->count > 1) {
        qsort(ways->items, ways->count, sizeof *ways->items, in_order);
    }
}

// ---- rests that are alike for the part ------------------------------------------------------------

// Whether nothing happens to the part on the way to one other class, whatever is chosen.
static bool only_leads_on(const Ways *ways)
{
    return ways->count == 1 && ways->items[0].code == 0;
}

// For each rest one that stands for it.
static uint32_t *alike(const ExploreRests *r, int part, uint32_t *classes)
{
    uint32_t alone = 0;
    ExploreOrder order;
    explore_rests_order(&order, r);
    uint32_t *stands = mem_alloc(sizeof *stands * (r->count + 1));
    uint32_t *first_of = mem_alloc(sizeof *first_of * (r->count + 1)); // rest, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        stands[i] = i;
    }
    Ways ways = { 0 };
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t rest = order.nodes[i];
        if (order.round[rest]) {
            alone++;
            continue;
        }
        uint32_t sight = explore_rests_sight(r, rest, part);
        collect_ways(&ways, r, stands, part, rest);
        if (only_leads_on(&ways) && explore_rests_sight(r, ways.items[0].to, part) == sight) {
            stands[rest] = ways.items[0].to;
            continue;
        }
        Signature s = { 1, 2 };
        sign(&s, sight, ways.count);
        for (uint32_t k = 0; k < ways.count; k++) {
            sign(&s, ways.items[k].code, ways.items[k].to);
        }
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        if (class == known) {
            first_of[class] = rest;
        }
        stands[rest] = first_of[class];
    }
    *classes = signatures.count + alone;
    explore_table_deinit(&signatures);
    explore_order_deinit(&order);
    mem_free(ways.items);
    mem_free(first_of);
    return stands;
}

// ---- the part as it is, through those ---------------------------------------------------------------

typedef struct Projection {
    const ExploreRests *rests;
    const uint32_t *stands;
    int part;
    ExploreWalker walker;
    ExploreTable *people; // values, but for the energy
    Way *ways;            // of all rests that stand
    uint32_t way_count;
    uint32_t *way_first; // by rest, and one behind the last
    ExploreTable pairs;  // (rest that stands, value of the part)
    uint32_t *first;     // by pair: into links
    uint32_t room;
    uint32_t *links; // by way of the pair's rest: a pair, EXPLORE_PARTED or EXPLORE_GONE
    uint32_t link_count, link_room;
    ExploreTable changes; // (value, code, sight)
    uint32_t *changed;    // by change: the value it becomes, or EXPLORE_PARTED
    uint32_t change_room;
} Projection;

static void list_ways(Projection *p)
{
    const ExploreRests *r = p->rests;
    uint32_t room = 0;
    Ways ways = { 0 };
    p->way_first = mem_alloc(sizeof *p->way_first * (r->count + 1));
    for (uint32_t rest = 0; rest < r->count; rest++) {
        p->way_first[rest] = p->way_count;
        if (p->stands[rest] != rest) {
            continue;
        }
        collect_ways(&ways, r, p->stands, p->part, rest);
        while (p->way_count + ways.count > room) {
            room = room == 0 ? AT_FIRST : room * 2;
            p->ways = mem_grow(p->ways, sizeof *p->ways * room);
        }
        if (ways.count > 0) {
            memcpy(p->ways + p->way_count, ways.items, sizeof *ways.items * ways.count);
        }
        p->way_count += ways.count;
    }
    p->way_first[r->count] = p->way_count;
    mem_free(ways.items);
}

// Which of the ways of the rest that stands for its own each link is.
static uint32_t *number_links(const Projection *p)
{
    const ExploreRests *r = p->rests;
    uint32_t *number = mem_alloc(sizeof *number * (r->link_count + 1));
    for (uint32_t rest = 0; rest < r->count; rest++) {
        uint32_t stands = p->stands[rest];
        const Way *ways = p->ways + p->way_first[stands];
        uint32_t count = p->way_first[stands + 1] - p->way_first[stands];
        for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
            Way way = way_of(r, p->stands, p->part, k);
            number[k] = (uint32_t)EXPLORE_SAME;
            if (!says_nothing(way) && (way.code != 0 || way.to != stands)) {
                const Way *found = bsearch(&way, ways, count, sizeof way, in_order);
                number[k] = (uint32_t)(found - ways);
            }
        }
    }
    return number;
}

static bool is_energy(const Projection *p)
{
    return p->part == p->rests->scenario->person_count;
}

// What the value becomes where only this is seen of it.
static uint32_t seen(Projection *p, uint32_t sight, const PersonState *person, int16_t energy)
{
    const ExploreRests *r = p->rests;
    uint64_t outlook = *(const uint64_t *)explore_table_at(&r->sights, sight);
    if (is_energy(p)) {
        return (uint32_t)(r->live != NULL ? explore_live_forget_energy(outlook, energy) : energy);
    }
    PersonState s = *person;
    if (r->live != NULL) {
        explore_live_forget_person(r->scenario, outlook, p->part, &s);
    }
    return explore_table_add(p->people, &s);
}

typedef struct Value { // one of the part, and what it reads
    uint32_t number, sight;
    PersonState person;
    int16_t energy;
    int32_t readings[3];
} Value;

static Value value_of(const Projection *p, uint32_t rest, uint32_t number)
{
    Value v = { .number = number, .sight = explore_rests_sight(p->rests, rest, p->part) };
    if (is_energy(p)) {
        v.energy = (int16_t)number;
        v.readings[READING_ENERGY] = v.energy;
    } else {
        v.person = *(const PersonState *)explore_table_at(p->people, number);
        v.readings[READING_TRUST] = v.person.trust_now;
        v.readings[READING_BELIEF] = v.person.belief_now;
    }
    return v;
}

static uint32_t change(Projection *p, const Value *v, uint32_t code, uint32_t sight)
{
    const ExploreRests *r = p->rests;
    if (!explore_walker_go(&p->walker, &r->paths[p->part], code, &v->person, v->energy)) {
        return (uint32_t)EXPLORE_PARTED;
    }
    if (sight == (uint32_t)NOWHERE) {
        return (uint32_t)EXPLORE_GONE;
    }
    const PersonState *person =
        is_energy(p) ? NULL : play_person(r->scenario, p->walker.play, p->part);
    return seen(p, sight, person, p->walker.play->energy);
}

// The same, each worked out once.
static uint32_t becomes(Projection *p, const Value *v, uint32_t code, uint32_t sight)
{
    uint32_t key[] = { v->number, code, sight };
    uint32_t known = p->changes.count;
    uint32_t number = explore_table_add(&p->changes, key);
    if (number == known) {
        if (number >= p->change_room) {
            p->change_room = p->change_room == 0 ? AT_FIRST : p->change_room * 2;
            p->changed = mem_grow(p->changed, sizeof *p->changed * p->change_room);
        }
        p->changed[number] = change(p, v, code, sight);
    }
    return p->changed[number];
}

static uint32_t follow(Projection *p, const Value *v, Way way)
{
    const ExploreRests *r = p->rests;
    bool none = way.to == (uint32_t)EXPLORE_NO_REST;
    uint32_t sight = none ? (uint32_t)NOWHERE : explore_rests_sight(r, way.to, p->part);
    uint32_t after = v->number;
    switch (explore_paths_look(&r->paths[p->part], way.code, v->readings)) {
    case PASSAGE_PARTED:
        return (uint32_t)EXPLORE_PARTED;
    case PASSAGE_NOTHING:
        if (none) {
            return (uint32_t)EXPLORE_GONE;
        }
        after = sight == v->sight ? after : seen(p, sight, &v->person, v->energy);
        break;
    case PASSAGE_GO:
        after = becomes(p, v, way.code, sight);
        break;
    }
    if (none || after == (uint32_t)EXPLORE_PARTED) {
        return after;
    }
    uint32_t pair[] = { way.to, after };
    return explore_table_add(&p->pairs, pair);
}

static void leave(Projection *p, uint32_t number)
{
    const uint32_t *pair = explore_table_at(&p->pairs, number);
    uint32_t rest = pair[0];
    Value value = value_of(p, rest, pair[1]);
    uint32_t from = p->way_first[rest], count = p->way_first[rest + 1] - from;
    if (number + 2 > p->room) {
        p->room = p->room == 0 ? AT_FIRST : p->room * 2;
        p->first = mem_grow(p->first, sizeof *p->first * p->room);
    }
    while (p->link_count + count > p->link_room) {
        p->link_room = p->link_room == 0 ? AT_FIRST : p->link_room * 2;
        p->links = mem_grow(p->links, sizeof *p->links * p->link_room);
    }
    p->first[number] = p->link_count;
    for (uint32_t k = 0; k < count; k++) {
        p->links[p->link_count++] = follow(p, &value, p->ways[from + k]);
    }
}

static bool walk(Projection *p, uint32_t limit)
{
    const ExploreRests *r = p->rests;
    uint32_t sight = explore_rests_sight(r, 0, p->part);
    uint32_t pair[] = { p->stands[0], seen(p, sight, &r->blank[p->part % STORY_PEOPLE_MAX],
                                           r->scenario->energy) };
    explore_table_add(&p->pairs, pair);
    for (uint32_t i = 0; i < p->pairs.count; i++) {
        leave(p, i);
        if (p->pairs.count > limit) {
            return false;
        }
    }
    p->first[p->pairs.count] = p->link_count;
    return true;
}

// ---- classes --------------------------------------------------------------------------------------

static bool is_pair(uint32_t to)
{
    return to != (uint32_t)EXPLORE_PARTED && to != (uint32_t)EXPLORE_GONE;
}

// The class of each pair, and for each class the pair that stands for it.
static uint32_t *classify(const Projection *p, uint32_t *stands, uint32_t *class_count)
{
    uint32_t count = p->pairs.count, alone = 0;
    ExploreOrder order;
    explore_order_init(&order, count, p->first, p->links, sizeof *p->links);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (count + 1));
    for (uint32_t i = 0; i < count; i++) { // on a circle: for itself
        if (order.round[i]) {
            stands[alone] = i;
            class_of[i] = alone++;
        }
    }
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t pair = order.nodes[i];
        if (order.round[pair]) {
            continue;
        }
        Signature s = { 1, 2 };
        sign(&s, ((const uint32_t *)explore_table_at(&p->pairs, pair))[0], 0);
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            uint32_t to = p->links[k];
            sign(&s, k - p->first[pair], is_pair(to) ? class_of[to] : to);
        }
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        if (class == known) {
            stands[alone + class] = pair;
        }
        class_of[pair] = alone + class;
    }
    *class_count = alone + signatures.count;
    explore_table_deinit(&signatures);
    explore_order_deinit(&order);
    return class_of;
}

static void keep_classes(const Projection *p, ExploreClasses *classes)
{
    uint32_t *stands = mem_alloc(sizeof *stands * (p->pairs.count + 1));
    uint32_t *class_of = classify(p, stands, &classes->count);
    uint32_t links = 0;
    for (uint32_t c = 0; c < classes->count; c++) {
        links += p->first[stands[c] + 1] - p->first[stands[c]];
    }
    classes->value = mem_alloc(sizeof *classes->value * (classes->count + 1));
    classes->first = mem_alloc(sizeof *classes->first * (classes->count + 1));
    classes->to = mem_alloc(sizeof *classes->to * (links + 1));
    links = 0;
    for (uint32_t c = 0; c < classes->count; c++) {
        uint32_t pair = stands[c];
        classes->value[c] = ((const uint32_t *)explore_table_at(&p->pairs, pair))[1];
        classes->first[c] = links;
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            classes->to[links++] = is_pair(p->links[k]) ? class_of[p->links[k]] : p->links[k];
        }
    }
    classes->start = class_of[0];
    classes->pairs = p->pairs.count;
    mem_free(class_of);
    mem_free(stands);
}

bool explore_project(ExploreClasses *classes, const ExploreRests *rests, int part, uint32_t limit)
{
    *classes = (ExploreClasses){ .count = 0 };
    uint32_t *stands = alike(rests, part, &classes->rests);
    Projection *p = mem_alloc(sizeof *p);
    p->rests = rests;
    p->stands = stands;
    p->part = part;
    explore_table_init(&p->pairs, 2 * sizeof(uint32_t));
    explore_table_init(&p->changes, 3 * sizeof(uint32_t));
    explore_table_init(&classes->people, sizeof(PersonState));
    explore_answers_init(&classes->heard);
    p->people = &classes->people;
    explore_walker_init(&p->walker, rests->scenario, rests->pack, &classes->heard, part,
                        rests->blank);
    list_ways(p);
    bool ok = walk(p, limit);
    if (ok) {
        keep_classes(p, classes);
        classes->way = number_links(p);
    }
    explore_walker_deinit(&p->walker);
    explore_table_deinit(&p->pairs);
    explore_table_deinit(&p->changes);
    mem_free(p->changed);
    mem_free(p->ways);
    mem_free(p->way_first);
    mem_free(p->links);
    mem_free(p->first);
    mem_free(p);
    mem_free(stands);
    return ok;
}

void explore_classes_pack(ExploreClasses *classes, const ExploreRests *rests, int part)
{
    explore_answers_merge(rests->answers, &classes->heard);
    for (uint32_t c = 0; part < rests->scenario->person_count && c < classes->count; c++) {
        const void *person = explore_table_at(&classes->people, classes->value[c]);
        classes->value[c] = explore_table_add(&rests->pack->people, person);
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
