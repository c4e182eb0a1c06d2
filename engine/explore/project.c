// See project.h. What a walk goes through is thrown away once its classes are known.
#include "explore/project.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/story.h"

#include <stdlib.h>
#include <string.h>

// 128 bits: no two that differ fall together in the lifetime of this program.
typedef struct Signature {
    uint64_t a, b;
} Signature;

typedef struct Step { // where one path of answers leads
    uint64_t label, to;
} Step;

typedef struct Steps { // of one state, each once
    Step *items;
    uint32_t count, room;
} Steps;

static int by_label(const void *left, const void *right)
{
    const Step *a = left, *b = right;
    if (a->label != b->label) {
        return a->label < b->label ? -1 : 1;
    }
    return a->to < b->to ? -1 : a->to > b->to;
}

static void add_step(Steps *steps, uint64_t label, uint64_t to)
{
    for (uint32_t i = steps->count; i-- > 0 && i + 8 > steps->count;) {
        if (steps->items[i].label == label && steps->items[i].to == to) {
            return;
        }
    }
    if (steps->count == steps->room) {
        steps->room = steps->room == 0 ? 64 : steps->room * 2;
        steps->items = mem_grow(steps->items, sizeof *steps->items * steps->room);
    }
    steps->items[steps->count++] = (Step){ label, to };
}

static Signature sign(Steps *steps, uint64_t first)
{
    Signature s = { hash_mix(first, 1), hash_mix(first, 2) };
    if (steps->count > 1) {
        qsort(steps->items, steps->count, sizeof *steps->items, by_label);
    }
    for (uint32_t i = 0; i < steps->count; i++) {
        const Step *it = &steps->items[i];
        if (i == 0 || by_label(it - 1, it) != 0) {
            s.a = hash_mix(s.a ^ it->label, it->to);
            s.b = hash_mix(s.b + it->label * 3u, it->to ^ 0x5555555555555555u);
        }
    }
    return s;
}

// ---- rests that are alike for the part ------------------------------------------------------------

// Whether nothing happens to the part on the way to one other class, whatever is chosen.
static bool only_leads_on(const Steps *steps)
{
    for (uint32_t i = 0; i < steps->count; i++) {
        if (steps->items[i].label != 0 || steps->items[i].to != steps->items[0].to) {
            return false;
        }
    }
    return steps->count > 0 && steps->items[0].to != (uint32_t)EXPLORE_NO_REST;
}

static uint32_t outlook_of(const ExploreRests *r, uint32_t rest, int part)
{
    const uint32_t *codes = explore_table_at(&r->outlooks, r->outlook[rest]);
    return codes[part];
}

// For each rest one that stands for it.
static uint32_t *alike(const ExploreRests *r, int part, uint32_t *classes)
{
    uint32_t ordered = 0;
    uint32_t *order = explore_rests_backwards(r, &ordered);
    uint32_t *stands = mem_alloc(sizeof *stands * (r->count + 1));
    uint32_t *first_of = mem_alloc(sizeof *first_of * (r->count + 1)); // rest, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        stands[i] = i;
    }
    Steps steps = { 0 };
    for (uint32_t i = 0; i < ordered; i++) {
        uint32_t rest = order[i];
        steps.count = 0;
        for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
            uint32_t to = r->links[k].to;
            uint32_t label = explore_rests_label(r, k, part);
            if (to != (uint32_t)EXPLORE_NO_REST || label != 0) { // else it says nothing
                add_step(&steps, label, to == (uint32_t)EXPLORE_NO_REST ? to : stands[to]);
            }
        }
        if (only_leads_on(&steps) &&
            outlook_of(r, (uint32_t)steps.items[0].to, part) == outlook_of(r, rest, part)) {
            stands[rest] = (uint32_t)steps.items[0].to;
            continue;
        }
        Signature s = sign(&steps, outlook_of(r, rest, part));
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        if (class == known) {
            first_of[class] = rest;
        }
        stands[rest] = first_of[class];
    }
    *classes = signatures.count + r->count - ordered;
    explore_table_deinit(&signatures);
    mem_free(steps.items);
    mem_free(first_of);
    mem_free(order);
    return stands;
}

// ---- the part as it is, through those ---------------------------------------------------------------

typedef struct Link {
    uint64_t label; // what was asked, answered and felt on the way
    uint32_t to;    // a pair, or EXPLORE_NO_REST
} Link;

typedef struct Projection {
    const ExploreRests *rests;
    const uint32_t *stands;
    int part;
    Scenario scenario; // a copy: with the oracle
    ExploreTable *pairs;
    Link *links;
    uint32_t link_count, link_room;
    uint32_t *first; // of each pair
    uint32_t room;
    ExploreFork offers, turn;
    Playthrough *before, *after;
} Projection;

static uint32_t arrive(Projection *p, Playthrough *play)
{
    const ExploreRests *r = p->rests;
    explore_rests_leave_out(r, play, p->part);
    if (r->live != NULL) {
        explore_live_forget(r->live, play);
    } else {
        play->seed = 0;
    }
    ExploreState state = explore_pack(r->pack, play, NULL);
    uint32_t rest = state.id[0] < r->count ? p->stands[state.id[0]] : state.id[0];
    uint32_t pair[] = { rest, state.id[1 + p->part] };
    return explore_table_add(p->pairs, pair);
}

static void link_to(Projection *p, uint64_t label, uint32_t to)
{
    for (uint32_t i = p->link_count, n = 0; i-- > p->first[p->room - 1] && n < 8; n++) {
        if (p->links[i].label == label && p->links[i].to == to) {
            return;
        }
    }
    if (p->link_count == p->link_room) {
        p->link_room = p->link_room == 0 ? 4096 : p->link_room * 2;
        p->links = mem_grow(p->links, sizeof *p->links * p->link_room);
    }
    p->links[p->link_count++] = (Link){ label, to };
}

// `offer` NULL: where no choice stands between.
static void take(Projection *p, const StoryOffer *offer)
{
    p->scenario.oracle = &p->turn.oracle;
    explore_fork_first(&p->turn, &p->offers);
    do {
        memcpy(p->after, p->before, p->scenario.play_size);
        bool ok = offer == NULL ? story_go_on(&p->scenario, p->after, NULL)
                                : story_choose(&p->scenario, p->after, offer, NULL, NULL);
        uint32_t to = ok ? arrive(p, p->after) : (uint32_t)EXPLORE_NO_REST;
        link_to(p, p->turn.label[p->part], to);
    } while (explore_fork_next(&p->turn));
}

static void leave(Projection *p, uint32_t number)
{
    if (number + 3 > p->room) {
        p->room = p->room == 0 ? 1024 : p->room * 2;
        p->first = mem_grow(p->first, sizeof *p->first * p->room);
    }
    p->first[number] = p->first[p->room - 1] = p->link_count;
    const uint32_t *pair = explore_table_at(p->pairs, number);
    ExploreState state = { .id = { pair[0] } };
    state.id[1 + p->part] = pair[1];
    explore_unpack(p->rests->pack, &state, p->before);
    explore_rests_leave_out(p->rests, p->before, p->part);
    explore_fork_first(&p->offers, NULL);
    if (p->before->ended != 0) {
        return;
    }
    if (story_between(&p->scenario, p->before)) {
        take(p, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    do {
        p->scenario.oracle = &p->offers.oracle;
        int count = story_offers(&p->scenario, p->before, false, offers, NULL);
        for (int i = 0; i < count; i++) {
            take(p, &offers[i]);
        }
        link_to(p, p->offers.label[p->part], (uint32_t)EXPLORE_NO_REST);
    } while (explore_fork_next(&p->offers));
}

static bool walk(Projection *p, uint32_t limit)
{
    p->scenario.oracle = &p->turn.oracle;
    if (!story_start(&p->scenario, p->after, 0, NULL, NULL)) {
        return false;
    }
    arrive(p, p->after);
    for (uint32_t i = 0; i < p->pairs->count; i++) {
        leave(p, i);
        if (p->pairs->count > limit || p->turn.overflow || p->offers.overflow) {
            return false;
        }
    }
    p->first[p->pairs->count] = p->link_count;
    return true;
}

// ---- classes --------------------------------------------------------------------------------------

// Successors first; *ordered of them. Pairs on a circle come last, in no order.
static uint32_t *backwards(const Projection *p, uint32_t *ordered)
{
    uint32_t count = p->pairs->count;
    uint32_t *waiting = mem_alloc(sizeof *waiting * (count + 1));
    uint32_t *order = mem_alloc(sizeof *order * (count + 1));
    for (uint32_t i = 0; i < p->link_count; i++) {
        if (p->links[i].to != (uint32_t)EXPLORE_NO_REST) {
            waiting[p->links[i].to]++;
        }
    }
    uint32_t head = 0, tail = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (waiting[i] == 0) {
            order[tail++] = i;
        }
    }
    while (head < tail) {
        uint32_t pair = order[head++];
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            uint32_t to = p->links[k].to;
            if (to != (uint32_t)EXPLORE_NO_REST && --waiting[to] == 0) {
                order[tail++] = to;
            }
        }
    }
    *ordered = tail;
    mem_free(waiting);
    return order;
}

static void classify(Projection *p, ExploreClasses *classes)
{
    uint32_t count = p->pairs->count, ordered = 0;
    uint32_t *order = backwards(p, &ordered);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (count + 1));
    uint32_t *stands = mem_alloc(sizeof *stands * (count + 1)); // value, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    classes->representative = mem_alloc(sizeof *classes->representative * (count + 1));
    for (uint32_t i = 0; i < count; i++) { // on a circle: for itself
        classes->representative[i] = ((const uint32_t *)explore_table_at(p->pairs, i))[1];
        class_of[i] = UINT32_MAX - 1 - i;
    }
    Steps steps = { 0 };
    for (uint32_t i = ordered; i-- > 0;) {
        uint32_t pair = order[i];
        steps.count = 0;
        for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
            uint32_t to = p->links[k].to;
            bool nowhere = to == (uint32_t)EXPLORE_NO_REST;
            add_step(&steps, p->links[k].label, nowhere ? UINT64_MAX : class_of[to]);
        }
        Signature s = sign(&steps, ((const uint32_t *)explore_table_at(p->pairs, pair))[0]);
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        if (class == known) {
            stands[class] = classes->representative[pair];
        }
        class_of[pair] = class;
        classes->representative[pair] = stands[class];
    }
    classes->classes = signatures.count + count - ordered;
    explore_table_deinit(&signatures);
    mem_free(steps.items);
    mem_free(stands);
    mem_free(class_of);
    mem_free(order);
}

bool explore_project(ExploreClasses *classes, const ExploreRests *rests, int part, uint32_t limit)
{
    *classes = (ExploreClasses){ .rest_count = rests->count };
    explore_table_init(&classes->keys, 2 * sizeof(uint32_t));
    classes->stands = alike(rests, part, &classes->rests);
    Projection *p = mem_alloc(sizeof *p);
    p->rests = rests;
    p->stands = classes->stands;
    p->part = part;
    p->scenario = *rests->scenario;
    p->scenario.tests = rests->tests;
    p->pairs = &classes->keys;
    p->before = mem_alloc(rests->scenario->play_size);
    p->after = mem_alloc(rests->scenario->play_size);
    explore_fork_init(&p->offers, rests->scenario, part, rests->answers);
    explore_fork_init(&p->turn, rests->scenario, part, rests->answers);
    bool ok = walk(p, limit);
    if (ok) {
        classify(p, classes);
    }
    mem_free(p->links);
    mem_free(p->first);
    mem_free(p->before);
    mem_free(p->after);
    mem_free(p);
    if (!ok) {
        explore_classes_deinit(classes);
    }
    return ok;
}

void explore_classes_deinit(ExploreClasses *classes)
{
    explore_table_deinit(&classes->keys);
    mem_free(classes->representative);
    mem_free(classes->stands);
    *classes = (ExploreClasses){ .rests = 0 };
}

uint32_t explore_representative(const ExploreClasses *classes, uint32_t rest, uint32_t value)
{
    if (classes->stands == NULL || rest >= classes->rest_count) {
        return value;
    }
    uint32_t pair[] = { classes->stands[rest], value };
    uint32_t number = explore_table_find(&classes->keys, pair);
    return number == UINT32_MAX ? value : classes->representative[number];
}
