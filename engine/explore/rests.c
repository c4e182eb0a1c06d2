// See rests.h. First every rest is walked; then those that nothing can tell apart, whoever trusts whom,
// become one (partition refinement backwards, as for minimal automata): 3 to 6 times fewer.
#include "explore/rests.h"

#include "base/hash.h"

#include <string.h>

enum { AT_FIRST = 4096 };

_Static_assert(EVENT_ENDED < 32, "a bit for each kind of event");

typedef struct Walk {
    ExploreRests *rests;
    Scenario scenario; // a copy: with the oracle
    ExploreFork offers, turn;
    Playthrough *before, *after;
    StoryJournal journal;
    uint32_t from; // that is left
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

// ---- what is kept ---------------------------------------------------------------------------------

static uint32_t outlook_of(ExploreRests *r, const Playthrough *play)
{
    uint32_t sights[EXPLORE_PARTS];
    for (int i = 0; i < explore_parts(r->scenario); i++) {
        uint64_t outlook = r->live != NULL ? explore_live_outlook(r->live, play, i) : 0;
        sights[i] = explore_table_add(&r->sights, &outlook);
    }
    return explore_table_add(&r->outlooks, sights);
}

static void keep_rest(ExploreRests *r, const Playthrough *play, uint32_t rest)
{
    if (rest + 2 > r->room) {
        r->room = r->room == 0 ? AT_FIRST : r->room * 2;
        r->outlook = mem_grow(r->outlook, sizeof *r->outlook * r->room);
        r->place = mem_grow(r->place, sizeof *r->place * r->room);
        r->first = mem_grow(r->first, sizeof *r->first * r->room);
        r->number = mem_grow(r->number, sizeof *r->number * r->room);
    }
    r->outlook[rest] = outlook_of(r, play);
    r->place[rest] = play->ended != 0 ? UINT32_MAX - play->ended
                                      : (uint32_t)play->scene << 16 | play->at;
    r->number[rest] = rest;
    r->count = rest + 1;
}

static uint32_t arrive(Walk *w, Playthrough *play, uint32_t near)
{
    ExploreRests *r = w->rests;
    if (r->live != NULL) {
        explore_live_forget_rest(r->live, play);
    } else {
        play->seed = 0;
    }
    uint32_t rest = explore_pack_rest(r->pack, play, near);
    if (rest == r->count) {
        keep_rest(r, play, rest);
    }
    return rest;
}

// What is worth telling: the same choices may come to the same with different things happening.
static uint64_t tell(const StoryJournal *journal)
{
    static const uint32_t not_worth = 1u << EVENT_TIME | 1u << EVENT_DAY | 1u << EVENT_SAID |
                                      1u << EVENT_CHOSE | 1u << EVENT_SPENT | 1u << EVENT_RESTED |
                                      1u << EVENT_HEARD | 1u << EVENT_TRUST |
                                      1u << EVENT_RAPPORT | 1u << EVENT_MOOD;
    static const uint32_t with_a = 1u << EVENT_SETTLED | 1u << EVENT_CROSSED | 1u << EVENT_OWNED_UP;
    uint64_t hash = 0;
    for (int i = 0; i < journal->count; i++) {
        const StoryEvent *e = &journal->events[i];
        if ((not_worth >> e->kind & 1u) == 0) {
            uint64_t more = (with_a >> e->kind & 1u) != 0 ? (uint64_t)(uint32_t)e->a : 0;
            uint64_t what = (uint64_t)e->kind << 32 | (uint64_t)e->person << 16 | e->what;
            hash = hash_mix(hash ^ what, more);
        }
    }
    return hash;
}

// `turn` NULL: the choices that were listed are all.
static void link_to(Walk *w, ExploreLink link, const StoryOffer *offer, const ExploreFork *turn)
{
    ExploreRests *r = w->rests;
    const ExploreFork *fork = turn != NULL ? turn : &w->offers;
    ExplorePath path = { .rest = r->number[w->from], .chooses = offer != NULL };
    if (offer != NULL) {
        path.offer = *offer;
        link.x = offer->x;
        link.kind = offer->kind;
    }
    uint32_t codes[EXPLORE_PARTS];
    for (int i = 0; i < explore_parts(r->scenario); i++) {
        codes[i] = explore_paths_add(&r->paths[i], i, fork->label[i], &path, &w->offers, turn);
    }
    link.label = explore_table_add(&r->labels, codes);
    uint64_t told = turn != NULL ? tell(&w->journal) : 0;
    link.told = explore_table_add(&r->tellings, &told);
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room == 0 ? AT_FIRST : r->link_room * 2;
        r->links = mem_grow(r->links, sizeof *r->links * r->link_room);
    }
    r->links[r->link_count++] = link;
}

// ---- the walk -------------------------------------------------------------------------------------

// `offer` NULL: where no choice stands between.
static void take(Walk *w, const StoryOffer *offer)
{
    w->scenario.oracle = &w->turn.oracle;
    explore_fork_first(&w->turn, &w->offers);
    do {
        memcpy(w->after, w->before, w->scenario.play_size);
        w->journal.count = 0;
        bool ok = offer == NULL
                      ? story_go_on_told(&w->scenario, w->after, &w->journal, NULL)
                      : story_choose(&w->scenario, w->after, offer, &w->journal, NULL);
        ExploreLink link = { .to = (uint32_t)EXPLORE_NO_REST, .kind = EXPLORE_GOES_ON };
        link.chance = (float)explore_fork_chance(&w->turn);
        link.to = ok ? arrive(w, w->after, w->rests->number[w->from]) : link.to;
        link_to(w, link, offer, &w->turn);
    } while (explore_fork_next(&w->turn));
}

static void leave(Walk *w, uint32_t rest)
{
    ExploreRests *r = w->rests;
    w->from = rest;
    r->first[rest] = r->link_count;
    explore_unpack_rest(r->pack, r->number[rest], w->before);
    w->before->energy = r->scenario->energy;
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
        link_to(w, (ExploreLink){ (uint32_t)EXPLORE_NO_REST, .kind = EXPLORE_ALL_OFFERS }, NULL,
                NULL);
    } while (explore_fork_next(&w->offers));
}

static bool walk(Walk *w, uint32_t limit)
{
    ExploreRests *r = w->rests;
    w->scenario.oracle = &w->turn.oracle;
    if (!story_start(&w->scenario, w->after, 0, NULL, NULL)) {
        return false;
    }
    size_t people = sizeof(PersonState) * (size_t)r->scenario->person_count;
    memcpy(r->blank, play_person(r->scenario, w->after, 0), people);
    memcpy(play_person(r->scenario, w->before, 0), r->blank, people);
    arrive(w, w->after, UINT32_MAX);
    for (uint32_t i = 0; i < r->count && r->count <= limit; i++) {
        leave(w, i);
    }
    r->first[r->count] = r->link_count;
    return r->count <= limit && !w->turn.overflow && !w->offers.overflow;
}

// ---- those that are alike -------------------------------------------------------------------------

typedef struct Signature { // 128 bits: no two that differ fall together
    uint64_t a, b;
} Signature;

static void sign(Signature *s, uint64_t one, uint64_t two)
{
    s->a = hash_mix(s->a ^ one, two);
    s->b = hash_mix(s->b + one * 3u, two ^ 0x5555555555555555u);
}

static Signature signature(const ExploreRests *r, uint32_t rest, const uint32_t *class_of)
{
    Signature s = { 1, 2 };
    sign(&s, r->outlook[rest], r->place[rest]);
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        const ExploreLink *link = &r->links[k];
        uint32_t bits;
        memcpy(&bits, &link->chance, sizeof bits);
        bool none = link->to == (uint32_t)EXPLORE_NO_REST;
        sign(&s, (uint64_t)link->label << 32 | (none ? UINT32_MAX : class_of[link->to]), link->told);
        sign(&s, (uint64_t)link->kind << 16 | link->x, bits);
    }
    return s;
}

// For each rest the first of those that are like it.
static uint32_t *likes(const ExploreRests *r)
{
    uint32_t ordered = 0;
    uint32_t *order = explore_rests_backwards(r, &ordered);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (r->count + 1));
    uint32_t *first_of = mem_alloc(sizeof *first_of * (r->count + 1)); // rest, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        class_of[i] = r->count + i;
    }
    for (uint32_t i = 0; i < ordered; i++) {
        Signature s = signature(r, order[i], class_of);
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        class_of[order[i]] = class;
        first_of[class] = class == known || order[i] < first_of[class] ? order[i] : first_of[class];
    }
    for (uint32_t i = 0; i < r->count; i++) {
        class_of[i] = class_of[i] < r->count ? first_of[class_of[i]] : i;
    }
    explore_table_deinit(&signatures);
    mem_free(first_of);
    mem_free(order);
    return class_of;
}

static void reduce(ExploreRests *r)
{
    uint32_t *like = likes(r);
    uint32_t *now = mem_alloc(sizeof *now * (r->count + 1)); // number of those that stay
    uint32_t count = 0, links = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        now[i] = count;
        count += like[i] == i;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        if (like[i] != i) {
            continue;
        }
        uint32_t from = r->first[i], end = r->first[i + 1];
        r->number[now[i]] = r->number[i];
        r->outlook[now[i]] = r->outlook[i];
        r->place[now[i]] = r->place[i];
        r->first[now[i]] = links;
        for (uint32_t k = from; k < end; k++) {
            ExploreLink link = r->links[k];
            link.to = link.to == (uint32_t)EXPLORE_NO_REST ? link.to : now[like[link.to]];
            r->links[links++] = link;
        }
    }
    r->first[count] = r->link_count = links;
    r->count = count;
    mem_free(now);
    mem_free(like);
}

// ---- life -----------------------------------------------------------------------------------------

bool explore_rests_init(ExploreRests *rests, const Scenario *scenario, ExplorePack *pack,
                        ExploreLive *live, ExploreAnswers *answers, uint32_t limit)
{
    size_t parts = (size_t)explore_parts(scenario);
    *rests = (ExploreRests){ .scenario = scenario, .pack = pack, .live = live, .answers = answers };
    for (size_t i = 0; i < parts; i++) {
        explore_paths_init(&rests->paths[i]);
    }
    explore_table_init(&rests->labels, sizeof(uint32_t) * parts);
    explore_table_init(&rests->sights, sizeof(uint64_t));
    explore_table_init(&rests->outlooks, sizeof(uint32_t) * parts);
    explore_table_init(&rests->tellings, sizeof(uint64_t));
    Walk w = { .rests = rests, .scenario = *scenario, .journal = { .silent = true } };
    explore_fork_init(&w.offers, scenario, EXPLORE_NONE, answers);
    explore_fork_init(&w.turn, scenario, EXPLORE_NONE, answers);
    w.before = mem_alloc(scenario->play_size);
    w.after = mem_alloc(scenario->play_size);
    bool ok = walk(&w, limit);
    if (ok) {
        reduce(rests);
    }
    story_journal_deinit(&w.journal);
    mem_free(w.before);
    mem_free(w.after);
    return ok;
}

void explore_rests_deinit(ExploreRests *rests)
{
    for (int i = 0; i < explore_parts(rests->scenario); i++) {
        explore_paths_deinit(&rests->paths[i]);
    }
    explore_table_deinit(&rests->labels);
    explore_table_deinit(&rests->sights);
    explore_table_deinit(&rests->outlooks);
    explore_table_deinit(&rests->tellings);
    mem_free(rests->first);
    mem_free(rests->number);
    mem_free(rests->links);
    mem_free(rests->outlook);
    mem_free(rests->place);
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
