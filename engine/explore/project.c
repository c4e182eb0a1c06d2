// See project.h. The graph of one projection is thrown away once its classes are known.
#include "explore/project.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/fork.h"
#include "story/story.h"

#include <string.h>

typedef struct Link { // where one path of answers leads
    uint64_t label;   // what was taken, answered and heard on the way
    uint32_t to;      // a pair, or UINT32_MAX: an error
} Link;

typedef struct Projection {
    Scenario scenario; // a copy: with the oracle, and conditions on trust that ask it
    StoryTest *tests;
    ExplorePack *pack;
    ExploreLive *live;
    int person;
    ExploreTable *pairs; // (rest, trust)
    Link *links;
    uint32_t link_count, link_room;
    uint32_t *first; // of each pair
    uint32_t room;
    ExploreFork offers, turn;
    Playthrough *blank; // trust of the others, which nothing reads
    Playthrough *before, *after;
} Projection;

// What looks at several conditions at once is undone, and so is what looks at trust without asking.
StoryTest *explore_asking_tests(const Scenario *sc)
{
    StoryTest *tests = mem_alloc(sizeof *tests * (size_t)(sc->cond_count + 1));
    for (int i = 0; i < sc->cond_count; i++) {
        tests[i] = sc->tests[i];
        switch (sc->conds[i].kind) {
        case COND_TRUSTS:
        case COND_ACCEPTS:
        case COND_ALL:
        case COND_ANY:
        case COND_NO:
            tests[i] = (StoryTest){ TEST_OTHER, 0, 0, 0 };
            break;
        default:
            break;
        }
    }
    return tests;
}

static uint32_t arrive(Projection *p, Playthrough *play)
{
    const Scenario *sc = &p->scenario;
    for (int i = 0; i < sc->person_count; i++) {
        if (i != p->person) { // whatever was done to it: nothing may depend on it
            *play_person(sc, play, i) = *play_person_c(sc, p->blank, i);
        }
    }
    if (p->live != NULL) {
        explore_live_forget(p->live, play);
    } else {
        play->seed = 0;
    }
    ExploreState state = explore_pack(p->pack, play, NULL);
    uint32_t pair[] = { state.id[0], state.id[1 + p->person] };
    return explore_table_add(p->pairs, pair);
}

static void link_to(Projection *p, uint64_t label, uint32_t to)
{
    if (p->link_count == p->link_room) {
        p->link_room = p->link_room == 0 ? 4096 : p->link_room * 2;
        p->links = mem_grow(p->links, sizeof *p->links * p->link_room);
    }
    p->links[p->link_count++] = (Link){ label, to };
}

static void take(Projection *p, const StoryOffer *offer, uint64_t label)
{
    label = hash_mix(label, (uint64_t)offer->kind << 16 | offer->x);
    p->scenario.oracle = &p->turn.oracle;
    explore_fork_first(&p->turn);
    do {
        memcpy(p->after, p->before, p->scenario.play_size);
        bool ok = story_choose(&p->scenario, p->after, offer, NULL, NULL);
        uint64_t whole = hash_mix(label, explore_fork_label(&p->turn));
        link_to(p, whole, ok ? arrive(p, p->after) : UINT32_MAX);
    } while (explore_fork_next(&p->turn));
}

static void leave(Projection *p, uint32_t number)
{
    if (number + 2 > p->room) {
        p->room = p->room == 0 ? 1024 : p->room * 2;
        p->first = mem_grow(p->first, sizeof *p->first * p->room);
    }
    p->first[number] = p->link_count;
    const uint32_t *pair = explore_table_at(p->pairs, number);
    ExploreState state = { .id = { pair[0] } };
    state.id[1 + p->person] = pair[1];
    explore_unpack(p->pack, &state, p->before);
    if (p->before->ended != 0) {
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    explore_fork_first(&p->offers);
    do {
        p->scenario.oracle = &p->offers.oracle;
        int count = story_offers(&p->scenario, p->before, false, offers, NULL);
        uint64_t label = explore_fork_label(&p->offers);
        for (int i = 0; i < count; i++) {
            take(p, &offers[i], label);
        }
        link_to(p, label, UINT32_MAX); // that these are all is part of it
    } while (explore_fork_next(&p->offers));
}

// ---- classes --------------------------------------------------------------------------------------

// Successors first. Pairs on a circle come last, in no order.
static uint32_t *backwards(const Projection *p, uint32_t *ordered)
{
    uint32_t count = p->pairs->count;
    uint32_t *waiting = mem_alloc(sizeof *waiting * (count + 1));
    uint32_t *order = mem_alloc(sizeof *order * (count + 1));
    for (uint32_t i = 0; i < p->link_count; i++) {
        if (p->links[i].to != UINT32_MAX) {
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
            if (to != UINT32_MAX && --waiting[to] == 0) {
                order[tail++] = to;
            }
        }
    }
    *ordered = tail;
    mem_free(waiting);
    for (uint32_t i = 0; i < tail / 2; i++) {
        uint32_t swap = order[i];
        order[i] = order[tail - 1 - i];
        order[tail - 1 - i] = swap;
    }
    return order;
}

// What a pair does: its rest, and where each path of answers leads to. 128 bits: no two that differ
// fall together in the lifetime of this program.
typedef struct Signature {
    uint64_t a, b;
} Signature;

static Signature signature(const Projection *p, uint32_t pair, const uint32_t *class_of)
{
    const uint32_t *ids = explore_table_at(p->pairs, pair);
    Signature s = { hash_mix(ids[0], 1), hash_mix(ids[0], 2) };
    for (uint32_t k = p->first[pair]; k < p->first[pair + 1]; k++) {
        uint64_t to = p->links[k].to == UINT32_MAX ? UINT64_MAX : class_of[p->links[k].to];
        s.a = hash_mix(s.a ^ p->links[k].label, to);
        s.b = hash_mix(s.b + p->links[k].label * 3u, to ^ 0x5555555555555555u);
    }
    return s;
}

static void classify(Projection *p, ExploreClasses *classes)
{
    uint32_t count = p->pairs->count;
    uint32_t ordered = 0;
    uint32_t *order = backwards(p, &ordered);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (count + 1));
    uint32_t *stands = mem_alloc(sizeof *stands * (count + 1)); // trust, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    classes->representative = mem_alloc(sizeof *classes->representative * (count + 1));
    for (uint32_t i = 0; i < count; i++) { // on a circle: for itself
        classes->representative[i] = ((const uint32_t *)explore_table_at(p->pairs, i))[1];
        class_of[i] = UINT32_MAX - 1 - i;
    }
    for (uint32_t i = 0; i < ordered; i++) {
        uint32_t pair = order[i];
        Signature s = signature(p, pair, class_of);
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        if (class == known) {
            stands[class] = classes->representative[pair];
        }
        class_of[pair] = class;
        classes->representative[pair] = stands[class];
    }
    classes->states = count;
    classes->classes = signatures.count + count - ordered;
    explore_table_deinit(&signatures);
    mem_free(stands);
    mem_free(class_of);
    mem_free(order);
}

bool explore_project(ExploreClasses *classes, ExplorePack *pack, ExploreLive *live,
                     ExploreAnswers *answers, int person, uint32_t state_limit)
{
    *classes = (ExploreClasses){ .representative = NULL };
    explore_table_init(&classes->keys, 2 * sizeof(uint32_t));
    Projection *p = mem_alloc(sizeof *p);
    p->scenario = *pack->scenario;
    p->pack = pack;
    p->live = live;
    p->person = person;
    p->pairs = &classes->keys;
    p->blank = mem_alloc(pack->scenario->play_size);
    p->before = mem_alloc(pack->scenario->play_size);
    p->after = mem_alloc(pack->scenario->play_size);
    explore_fork_init(&p->offers, person, answers);
    explore_fork_init(&p->turn, person, answers);
    p->tests = explore_asking_tests(pack->scenario);
    p->scenario.tests = p->tests;
    p->scenario.oracle = &p->turn.oracle;
    explore_fork_first(&p->turn);
    bool ok = true;
    bool blank_is_set = false;
    do {
        ok = story_start(&p->scenario, p->after, 0, NULL, NULL) && ok;
        if (!blank_is_set) {
            memcpy(p->blank, p->after, p->scenario.play_size);
            blank_is_set = true;
        }
        arrive(p, p->after);
    } while (explore_fork_next(&p->turn));
    for (uint32_t i = 0; ok && i < p->pairs->count; i++) {
        leave(p, i);
        ok = p->pairs->count <= state_limit && !p->turn.overflow && !p->offers.overflow;
    }
    if (ok) {
        p->first[p->pairs->count] = p->link_count;
        classify(p, classes);
    }
    mem_free(p->tests);
    mem_free(p->links);
    mem_free(p->first);
    mem_free(p->blank);
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
    *classes = (ExploreClasses){ .states = 0 };
}

uint32_t explore_representative(const ExploreClasses *classes, uint32_t rest, uint32_t trust)
{
    uint32_t pair[] = { rest, trust };
    uint32_t number = explore_table_find(&classes->keys, pair);
    return number == UINT32_MAX ? trust : classes->representative[number];
}
