// See project.h. What a walk goes through is thrown away once its classes are known.
#include "explore/project.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/map.h"
#include "story/story.h"

#include <stdlib.h>
#include <string.h>

enum { AT_FIRST = 1024, NOWHERE = UINT32_MAX };
enum { BUNDLE = 32 }; // pairs that are left before any is numbered: memory is far away

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
    uint32_t *stands = mem_alloc(sizeof *stands * (r->count + 1));
    ExploreMap signatures; // the first rest with each
    explore_map_init(&signatures);
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        stands[i] = i;
    }
    Ways ways = { 0 };
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t rest = r->order.nodes[i];
        if (r->order.round[rest]) {
            alone++;
            continue;
        }
        uint32_t sight = explore_rests_sight(r, rest, part);
        collect_ways(&ways, r, stands, part, rest);
        if (only_leads_on(&ways) && explore_rests_sight(r, ways.items[0].to, part) == sight) {
            stands[rest] = ways.items[0].to;
            continue;
        }
        ExploreSignature s = { 1, 2 };
        explore_sign(&s, sight, ways.count);
        for (uint32_t k = 0; k < ways.count; k++) {
            explore_sign(&s, ways.items[k].code, ways.items[k].to);
        }
        bool fresh;
        uint32_t *first = explore_map_at(&signatures, explore_key_of_hash(s.a, s.b), &fresh);
        *first = fresh ? rest : *first;
        stands[rest] = *first;
    }
    *classes = signatures.count + alone;
    explore_map_deinit(&signatures);
    mem_free(ways.items);
    return stands;
}

// ---- the part as it is, through those ---------------------------------------------------------------

typedef struct Pair {
    uint32_t rest, value; // a rest that stands, a value of the part
} Pair;

typedef struct Value { // one of the part, and what it reads
    uint32_t number, sight;
    PersonState person;
    int16_t energy;
    int32_t readings[3];
} Value;

typedef struct Step { // along one way of a pair
    Way way;
    uint32_t leaves; // which of the bundle
    uint32_t after;  // the value it becomes, or EXPLORE_PARTED, EXPLORE_GONE
    bool changes;    // that is to be looked up
    bool goes;       // something may happen on the way
    ExploreKey key;  // of the change; then of the pair behind it
} Step;

typedef struct Projection {
    const ExploreRests *rests;
    const uint32_t *stands;
    int part;
    ExploreWalker walker;
    ExploreTable *people; // values, but for the energy
    Way *ways;            // of all rests that stand
    uint32_t way_count;
    uint32_t *way_first; // by rest, and one behind the last
    Pair *pairs;
    uint32_t count;
    uint32_t *first; // by pair: into links
    uint32_t room;
    ExploreMap numbers; // of pairs
    uint32_t *links;    // by way of the pair's rest: a pair, EXPLORE_PARTED or EXPLORE_GONE
    uint32_t link_count, link_room;
    ExploreMap changes; // by value, code and sight: the value it becomes, or EXPLORE_PARTED
    Value leaving[BUNDLE];
    Step *steps;
    uint32_t step_count, step_room;
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

static bool is_pair(uint32_t to)
{
    return to != (uint32_t)EXPLORE_PARTED && to != (uint32_t)EXPLORE_GONE;
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

static void value_of(const Projection *p, Pair pair, Value *v)
{
    v->number = pair.value;
    v->sight = explore_rests_sight(p->rests, pair.rest, p->part);
    if (is_energy(p)) {
        v->energy = (int16_t)pair.value;
        v->readings[READING_ENERGY] = v->energy;
    } else {
        memcpy(&v->person, explore_table_at(p->people, pair.value), sizeof v->person);
        v->readings[READING_TRUST] = v->person.trust_now;
        v->readings[READING_BELIEF] = v->person.belief_now;
    }
}

static uint32_t sight_behind(const Projection *p, Way way)
{
    bool none = way.to == (uint32_t)EXPLORE_NO_REST;
    return none ? (uint32_t)NOWHERE : explore_rests_sight(p->rests, way.to, p->part);
}

// Goes there. With no code only what is seen of it changes.
static uint32_t change(Projection *p, const Value *v, Way way, bool goes)
{
    const ExploreRests *r = p->rests;
    uint32_t sight = sight_behind(p, way);
    if (!goes) {
        return seen(p, sight, &v->person, v->energy);
    }
    if (!explore_walker_go(&p->walker, &r->paths[p->part], way.code, &v->person, v->energy)) {
        return (uint32_t)EXPLORE_PARTED;
    }
    if (sight == (uint32_t)NOWHERE) {
        return (uint32_t)EXPLORE_GONE;
    }
    const PersonState *person =
        is_energy(p) ? NULL : play_person(r->scenario, p->walker.play, p->part);
    return seen(p, sight, person, p->walker.play->energy);
}

// What can be said of a way without going there.
static void look(Projection *p, uint32_t leaves, Way way)
{
    const ExploreRests *r = p->rests;
    const Value *v = &p->leaving[leaves];
    uint32_t sight = sight_behind(p, way), code = way.code;
    Step *s = &p->steps[p->step_count++];
    *s = (Step){ .way = way, .leaves = leaves, .after = v->number };
    switch (explore_paths_look(&r->paths[p->part], code, v->readings)) {
    case PASSAGE_PARTED:
        s->after = (uint32_t)EXPLORE_PARTED;
        return;
    case PASSAGE_NOTHING:
        s->after = sight == (uint32_t)NOWHERE ? (uint32_t)EXPLORE_GONE : s->after;
        s->changes = sight != (uint32_t)NOWHERE && sight != v->sight;
        code = 0;
        break;
    case PASSAGE_GO:
        s->changes = s->goes = true;
        break;
    }
    if (s->changes) { // nowhere comes behind all sights
        uint32_t sights = r->sights.count;
        uint32_t seen_by = sight < sights ? sight : sights;
        s->key = explore_key(v->number, code * (sights + 1) + seen_by);
        explore_map_fetch(&p->changes, s->key);
    }
}

static void look_all(Projection *p, uint32_t next, uint32_t many)
{
    p->step_count = 0;
    for (uint32_t i = 0; i < many && !is_energy(p); i++) {
        __builtin_prefetch(explore_table_at(p->people, p->pairs[next + i].value));
    }
    for (uint32_t i = 0; i < many; i++) {
        Pair pair = p->pairs[next + i];
        uint32_t from = p->way_first[pair.rest], end = p->way_first[pair.rest + 1];
        value_of(p, pair, &p->leaving[i]);
        while (p->step_count + (end - from) > p->step_room) {
            p->step_room = p->step_room == 0 ? AT_FIRST : p->step_room * 2;
            p->steps = mem_grow(p->steps, sizeof *p->steps * p->step_room);
        }
        for (uint32_t k = from; k < end; k++) {
            look(p, i, p->ways[k]);
        }
    }
}

// Each change is worked out once.
static void become(Projection *p, Step *s)
{
    if (s->changes) {
        bool fresh;
        uint32_t *after = explore_map_at(&p->changes, s->key, &fresh);
        if (fresh) {
            *after = change(p, &p->leaving[s->leaves], s->way, s->goes);
        }
        s->after = *after;
    }
    if (is_pair(s->after)) {
        s->key = explore_key(s->way.to, s->after);
        explore_map_fetch(&p->numbers, s->key);
    }
}

static void add_pair(Projection *p, uint32_t *number, Pair pair)
{
    if (p->count + 2 > p->room) {
        p->room = p->room == 0 ? AT_FIRST : p->room * 2;
        p->pairs = mem_grow(p->pairs, sizeof *p->pairs * p->room);
        p->first = mem_grow(p->first, sizeof *p->first * p->room);
    }
    p->pairs[p->count] = pair;
    *number = p->count++;
}

static uint32_t number_of(Projection *p, const Step *s)
{
    if (!is_pair(s->after)) {
        return s->after;
    }
    bool fresh;
    uint32_t *number = explore_map_at(&p->numbers, s->key, &fresh);
    if (fresh) {
        add_pair(p, number, (Pair){ s->way.to, s->after });
    }
    return *number;
}

static void number_all(Projection *p, uint32_t next, uint32_t many)
{
    while (p->link_count + p->step_count > p->link_room) {
        p->link_room = p->link_room == 0 ? AT_FIRST : p->link_room * 2;
        p->links = mem_grow(p->links, sizeof *p->links * p->link_room);
    }
    for (uint32_t i = 0, k = 0; i < many; i++) {
        p->first[next + i] = p->link_count;
        for (; k < p->step_count && p->steps[k].leaves == i; k++) {
            p->links[p->link_count++] = number_of(p, &p->steps[k]);
        }
    }
}

static bool walk(Projection *p, uint32_t limit)
{
    const ExploreRests *r = p->rests;
    uint32_t number, sight = explore_rests_sight(r, 0, p->part);
    Pair start = { p->stands[0],
                   seen(p, sight, &r->blank[p->part % STORY_PEOPLE_MAX], r->scenario->energy) };
    bool fresh;
    add_pair(p, &number, start);
    *explore_map_at(&p->numbers, explore_key(start.rest, start.value), &fresh) = number;
    for (uint32_t next = 0, many; next < p->count && p->count <= limit; next += many) {
        many = p->count - next < BUNDLE ? p->count - next : BUNDLE;
        look_all(p, next, many);
        for (uint32_t k = 0; k < p->step_count; k++) {
            become(p, &p->steps[k]);
        }
        number_all(p, next, many);
    }
    p->first[p->count] = p->link_count;
    return p->count <= limit;
}

// ---- classes --------------------------------------------------------------------------------------

// The pairs, successors first. What follows a rest stands before it, and so do their pairs.
static void sort_pairs(const Projection *p, ExploreOrder *order)
{
    const ExploreRests *r = p->rests;
    if (r->order.circles) {
        explore_order_init(order, p->count, p->first, p->links, sizeof *p->links);
        return;
    }
    uint32_t *end = mem_alloc(sizeof *end * (r->count + 1)); // by rest: behind its pairs
    for (uint32_t i = 0; i < p->count; i++) {
        end[p->pairs[i].rest]++;
    }
    for (uint32_t i = 0, sum = 0; i < r->count; i++) {
        uint32_t rest = r->order.nodes[i];
        sum += end[rest];
        end[rest] = sum;
    }
    *order = (ExploreOrder){ .nodes = mem_alloc(sizeof *order->nodes * (p->count + 1)),
                             .round = mem_alloc((size_t)p->count + 1) };
    for (uint32_t i = p->count; i-- > 0;) {
        order->nodes[--end[p->pairs[i].rest]] = i;
    }
    mem_free(end);
}

// What is asked for a little later comes from memory meanwhile.
static void fetch_links(const Projection *p, const uint32_t *pairs, uint32_t left)
{
    enum { FIRST = 16, LINKS = 8 };
    if (left > FIRST) {
        __builtin_prefetch(&p->first[pairs[FIRST]]);
        __builtin_prefetch(&p->links[p->first[pairs[LINKS]]]);
    }
}

// The class of each pair, and for each class the pair that stands for it.
static uint32_t *classify(const Projection *p, uint32_t *stands, uint32_t *class_count)
{
    uint32_t count = p->count, alone = 0;
    ExploreOrder order;
    sort_pairs(p, &order);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (count + 1));
    for (uint32_t i = 0; i < count; i++) { // on a circle: for itself
        if (order.round[i]) {
            stands[alone] = i;
            class_of[i] = alone++;
        }
    }
    ExploreMap signatures;
    explore_map_init(&signatures);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t pair = order.nodes[i];
        fetch_links(p, order.nodes + i, count - i);
        if (order.round[pair]) {
            continue;
        }
        ExploreSignature s = { 1, 2 };
        explore_sign(&s, p->pairs[pair].rest, 0);
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            uint32_t to = p->links[k];
            explore_sign(&s, k - p->first[pair], is_pair(to) ? class_of[to] : to);
        }
        bool fresh;
        uint32_t *class = explore_map_at(&signatures, explore_key_of_hash(s.a, s.b), &fresh);
        if (fresh) {
            *class = alone + signatures.count - 1;
            stands[*class] = pair;
        }
        class_of[pair] = *class;
    }
    *class_count = alone + signatures.count;
    explore_map_deinit(&signatures);
    explore_order_deinit(&order);
    return class_of;
}

static void keep_classes(const Projection *p, ExploreClasses *classes)
{
    uint32_t *stands = mem_alloc(sizeof *stands * (p->count + 1));
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
        classes->value[c] = p->pairs[pair].value;
        classes->first[c] = links;
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            classes->to[links++] = is_pair(p->links[k]) ? class_of[p->links[k]] : p->links[k];
        }
    }
    classes->start = class_of[0];
    classes->pairs = p->count;
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
    explore_map_init(&p->numbers);
    explore_map_init(&p->changes);
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
    explore_map_deinit(&p->numbers);
    explore_map_deinit(&p->changes);
    mem_free(p->pairs);
    mem_free(p->steps);
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
