// See rests.h. A rest's number is its number in the pack, in the order in which they were found.
#include "explore/rests.h"

#include "base/arena.h"
#include "story/story.h"

#include <string.h>

enum { AT_FIRST = 4096 };

typedef struct Walk {
    ExploreRests *rests;
    Scenario scenario; // a copy: with the oracle, and conditions on trust that ask it
    ExploreFork offers, turn;
    Playthrough *before, *after;
    uint32_t from; // first link of the rest that is left
} Walk;

// What looks at several conditions at once is undone, and so is what looks at trust without asking.
StoryTest *explore_asking_tests(const Scenario *sc)
{
    StoryTest *tests = mem_alloc(sizeof *tests * (size_t)(sc->cond_count + 1));
    for (int i = 0; i < sc->cond_count; i++) {
        tests[i] = sc->tests[i];
        switch (sc->conds[i].kind) {
        case COND_TRUSTS:
        case COND_ACCEPTS:
        case COND_ENERGY:
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

void explore_rests_leave_out(const ExploreRests *rests, Playthrough *play, int all_but)
{
    const Scenario *sc = rests->scenario;
    for (int i = 0; i < sc->person_count; i++) {
        if (i != all_but) { // whatever was done to it: nothing may depend on it
            *play_person(sc, play, i) = rests->blank[i];
        }
    }
    if (all_but != sc->person_count) {
        play->energy = sc->energy;
    }
}

static uint32_t numbers_of(ExploreRests *r, ExploreTable *table, const uint64_t *codes)
{
    uint32_t numbers[EXPLORE_PARTS];
    for (int i = 0; i < explore_parts(r->scenario); i++) {
        numbers[i] = explore_table_add(&r->codes, &codes[i]);
    }
    return explore_table_add(table, numbers);
}

static void keep_outlook(ExploreRests *r, const Playthrough *play, uint32_t rest)
{
    uint64_t codes[EXPLORE_PARTS] = { 0 };
    for (int i = 0; r->live != NULL && i < explore_parts(r->scenario); i++) {
        codes[i] = explore_live_outlook(r->live, play, i);
    }
    if (rest + 2 > r->room) {
        r->room = r->room == 0 ? AT_FIRST : r->room * 2;
        r->outlook = mem_grow(r->outlook, sizeof *r->outlook * r->room);
        r->first = mem_grow(r->first, sizeof *r->first * r->room);
    }
    r->outlook[rest] = numbers_of(r, &r->outlooks, codes);
}

static uint32_t arrive(Walk *w, Playthrough *play)
{
    ExploreRests *r = w->rests;
    explore_rests_leave_out(r, play, EXPLORE_NONE);
    if (r->live != NULL) {
        explore_live_forget(r->live, play);
    } else {
        play->seed = 0;
    }
    uint32_t known = r->pack->rests.count;
    uint32_t rest = explore_pack(r->pack, play, NULL).id[0];
    if (rest == known) {
        keep_outlook(r, play, rest);
        r->count = known + 1;
    }
    return rest;
}

// Once each, as far as they stand near.
static void link_to(Walk *w, const ExploreFork *fork, uint32_t to)
{
    ExploreRests *r = w->rests;
    ExploreLink link = { to, numbers_of(r, &r->labels, fork->label) };
    uint32_t near = r->link_count > w->from + 16 ? r->link_count - 16 : w->from;
    for (uint32_t i = near; i < r->link_count; i++) {
        if (r->links[i].to == link.to && r->links[i].label == link.label) {
            return;
        }
    }
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room == 0 ? AT_FIRST : r->link_room * 2;
        r->links = mem_grow(r->links, sizeof *r->links * r->link_room);
    }
    r->links[r->link_count++] = link;
}

// `offer` NULL: where no choice stands between.
static void take(Walk *w, const StoryOffer *offer)
{
    w->scenario.oracle = &w->turn.oracle;
    explore_fork_first(&w->turn, &w->offers);
    do {
        memcpy(w->after, w->before, w->scenario.play_size);
        bool ok = offer == NULL ? story_go_on(&w->scenario, w->after, NULL)
                                : story_choose(&w->scenario, w->after, offer, NULL, NULL);
        link_to(w, &w->turn, ok ? arrive(w, w->after) : (uint32_t)EXPLORE_NO_REST);
    } while (explore_fork_next(&w->turn));
}

static void leave(Walk *w, uint32_t rest)
{
    ExploreRests *r = w->rests;
    ExploreState state = { .id = { rest } };
    w->from = r->first[rest] = r->link_count;
    explore_unpack(r->pack, &state, w->before);
    explore_rests_leave_out(r, w->before, EXPLORE_NONE);
    explore_fork_first(&w->offers, NULL);
    if (w->before->ended != 0) {
        return;
    }
    if (story_between(&w->scenario, w->before)) {
        take(w, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    do {
        w->scenario.oracle = &w->offers.oracle;
        int count = story_offers(&w->scenario, w->before, false, offers, NULL);
        for (int i = 0; i < count; i++) {
            take(w, &offers[i]);
        }
        link_to(w, &w->offers, (uint32_t)EXPLORE_NO_REST); // that these are all says something
    } while (explore_fork_next(&w->offers));
}

static bool walk(Walk *w, uint32_t limit)
{
    ExploreRests *r = w->rests;
    w->scenario.oracle = &w->turn.oracle;
    if (!story_start(&w->scenario, w->after, 0, NULL, NULL)) {
        return false;
    }
    for (int i = 0; i < r->scenario->person_count; i++) {
        r->blank[i] = *play_person(r->scenario, w->after, i);
    }
    arrive(w, w->after);
    for (uint32_t i = 0; i < r->count && r->count <= limit; i++) {
        leave(w, i);
    }
    r->first[r->count] = r->link_count;
    return r->count <= limit && !w->turn.overflow && !w->offers.overflow;
}

bool explore_rests_init(ExploreRests *rests, ExplorePack *pack, ExploreLive *live,
                        ExploreAnswers *answers, uint32_t limit)
{
    const Scenario *sc = pack->scenario;
    *rests = (ExploreRests){ .scenario = sc, .pack = pack, .live = live, .answers = answers };
    rests->tests = explore_asking_tests(sc);
    explore_table_init(&rests->codes, sizeof(uint64_t));
    explore_table_init(&rests->labels, sizeof(uint32_t) * (size_t)explore_parts(sc));
    explore_table_init(&rests->outlooks, sizeof(uint32_t) * (size_t)explore_parts(sc));
    uint64_t nothing = 0;
    explore_table_add(&rests->codes, &nothing);
    Walk w = { .rests = rests, .scenario = *sc };
    w.scenario.tests = rests->tests;
    explore_fork_init(&w.offers, sc, EXPLORE_NONE, answers);
    explore_fork_init(&w.turn, sc, EXPLORE_NONE, answers);
    w.before = mem_alloc(sc->play_size);
    w.after = mem_alloc(sc->play_size);
    bool ok = walk(&w, limit);
    mem_free(w.before);
    mem_free(w.after);
    return ok;
}

void explore_rests_deinit(ExploreRests *rests)
{
    explore_table_deinit(&rests->codes);
    explore_table_deinit(&rests->labels);
    explore_table_deinit(&rests->outlooks);
    mem_free(rests->tests);
    mem_free(rests->first);
    mem_free(rests->links);
    mem_free(rests->outlook);
    *rests = (ExploreRests){ .count = 0 };
}

uint32_t *explore_rests_backwards(const ExploreRests *rests, uint32_t *ordered)
{
    uint32_t count = rests->count;
    uint32_t *waiting = mem_alloc(sizeof *waiting * (count + 1));
    uint32_t *order = mem_alloc(sizeof *order * (count + 1));
    for (uint32_t i = 0; i < rests->link_count; i++) {
        if (rests->links[i].to != (uint32_t)EXPLORE_NO_REST) {
            waiting[rests->links[i].to]++;
        }
    }
    uint32_t head = 0, tail = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (waiting[i] == 0) {
            order[tail++] = i;
        }
    }
    while (head < tail) {
        uint32_t rest = order[head++];
        for (uint32_t k = rests->first[rest]; k < rests->first[rest + 1]; k++) {
            uint32_t to = rests->links[k].to;
            if (to != (uint32_t)EXPLORE_NO_REST && --waiting[to] == 0) {
                order[tail++] = to;
            }
        }
    }
    mem_free(waiting);
    for (uint32_t i = 0; i < tail / 2; i++) {
        uint32_t swap = order[i];
        order[i] = order[tail - 1 - i];
        order[tail - 1 - i] = swap;
    }
    *ordered = tail;
    return order;
}
