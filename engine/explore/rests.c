// See rests.h. First every rest is walked; then those that nothing can tell apart, whoever trusts whom,
// become one (partition refinement backwards, as for minimal automata): 3 to 6 times fewer.
#include "explore/rests.h"

#include "base/hash.h"
#include "explore/reach.h"

#include <string.h>

enum { AT_FIRST = 4096, FOUND_AT_FIRST = 256 };
enum { BUNDLE = 32 };      // rests that are left before any is numbered
enum { DOUBTED = 500000 }; // so many are walked before plays are asked whether there is an end

_Static_assert(EVENT_ENDED < 32, "a bit for each kind of event");

typedef struct Found { // one outcome of a turn, or that these were all choices
    ExploreLink link;
    uint32_t from; // the rest that is left
    bool arrives;
    ExplorePrint print;
    const ExploreAhead *ahead; // of the play it leads to
} Found;

// Plays turns: where they lead is numbered a little later, in order, while what is needed for that
// comes from memory.
typedef struct Hand {
    ExploreRests *rests;
    Scenario scenario; // a copy: with the oracle
    ExploreFork offers, turn;
    Playthrough *before;
    StoryJournal journal;
    Found *found;
    uint32_t count, room;
    char *plays;           // one for each found, play_size bytes apart
    ExploreTold *told;     // scratch
    uint32_t from;         // the rest that is left
    uint32_t ends[BUNDLE]; // of a bundle, by rest: behind what was found there
} Hand;

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

// ---- turns ----------------------------------------------------------------------------------------

// What is worth telling: the same choices may come to the same with different things happening.
static uint64_t tell(const StoryJournal *journal)
{
    static const uint32_t not_worth = 1u << EVENT_TIME | 1u << EVENT_DAY | 1u << EVENT_SAID |
                                      1u << EVENT_CHOSE | 1u << EVENT_SPENT | 1u << EVENT_RESTED |
                                      1u << EVENT_HEARD | 1u << EVENT_TRUST | 1u << EVENT_RAPPORT |
                                      1u << EVENT_MOOD;
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

static Found *more(Hand *h)
{
    if (h->count == h->room) {
        h->room = h->room == 0 ? FOUND_AT_FIRST : h->room * 2;
        h->found = mem_grow(h->found, sizeof *h->found * h->room);
        h->plays = mem_grow(h->plays, h->scenario.play_size * h->room);
    }
    Found *f = &h->found[h->count];
    f->link = (ExploreLink){ .to = (uint32_t)EXPLORE_NO_REST, .kind = EXPLORE_ALL_OFFERS };
    f->from = h->from;
    f->arrives = false;
    return f;
}

// A new deed keeps a path for each part: what was answered while the choices were listed, and then on
// `turn` (NULL: nothing).
static void keep_deed(Hand *h, uint32_t deed, const uint64_t *labels, const ExploreFork *turn,
                      const StoryOffer *offer)
{
    ExploreRests *r = h->rests;
    uint32_t parts = (uint32_t)explore_parts(r->scenario);
    if ((deed + 1) * parts > r->code_room) {
        r->code_room = r->code_room == 0 ? AT_FIRST : r->code_room * 2;
        r->codes = mem_grow(r->codes, sizeof *r->codes * r->code_room);
    }
    ExplorePath path = { .rest = h->from, .offers = (uint16_t)h->offers.told_count };
    path.all = path.offers;
    memcpy(h->told, h->offers.told, sizeof *h->told * path.offers);
    if (turn != NULL) {
        memcpy(h->told + path.all, turn->told, sizeof *h->told * (size_t)turn->told_count);
        path.all = (uint16_t)(path.all + turn->told_count);
        path.moves = true;
        path.chooses = offer != NULL;
        path.offer = offer != NULL ? *offer : path.offer;
    }
    const ExploreFork *fork = turn != NULL ? turn : &h->offers;
    for (uint32_t i = 0; i < parts; i++) {
        int felt = fork->first_felt[i] < 0 ? -1 : fork->first_felt[i] + path.offers;
        r->codes[deed * parts + i] =
            explore_paths_add(&r->paths[i], (int)i, labels[i], &path, h->told, felt);
    }
}

// The number of what happens on the way.
static uint32_t deed_of(Hand *h, uint64_t told, const ExploreFork *turn, const StoryOffer *offer)
{
    ExploreRests *r = h->rests;
    const ExploreFork *fork = turn != NULL ? turn : &h->offers;
    uint64_t deed[1 + EXPLORE_PARTS] = { told };
    memcpy(deed + 1, fork->label, sizeof *deed * (size_t)explore_parts(r->scenario));
    bool fresh;
    ExploreKey key = explore_key_of_words(deed, 1 + explore_parts(r->scenario));
    uint32_t *number = explore_map_at(&r->deeds, key, &fresh);
    if (fresh) {
        *number = r->deeds.count - 1;
        keep_deed(h, *number, deed + 1, turn, offer);
    }
    return *number;
}

static ExploreKey key_of(const Found *f)
{
    return explore_key_of_hash(f->print.a, f->print.b);
}

ExplorePrint explore_rests_forget(const ExploreRests *r, Playthrough *play)
{
    if (r->live != NULL) {
        explore_live_forget_rest(r->live, play);
    } else {
        play->seed = 0;
    }
    play->energy = 0; // a part
    return explore_pack_print(r->pack, play);
}

static void arrive(Hand *h, Found *f, Playthrough *play)
{
    const ExploreRests *r = h->rests;
    f->arrives = true;
    f->print = explore_rests_forget(r, play);
    f->ahead = r->live != NULL ? r->live->ahead : NULL;
    explore_map_fetch(&r->prints, key_of(f));
    explore_pack_fetch(r->pack, &f->print);
}

// `offer` NULL: where no choice stands between.
static void take(Hand *h, const StoryOffer *offer)
{
    h->scenario.oracle = &h->turn.oracle;
    explore_fork_first(&h->turn, &h->offers);
    do {
        Found *f = more(h);
        Playthrough *play = (void *)(h->plays + h->scenario.play_size * h->count);
        memcpy(play, h->before, h->scenario.play_size);
        h->journal.count = 0;
        bool ok = offer == NULL ? story_go_on_told(&h->scenario, play, &h->journal, NULL)
                                : story_choose(&h->scenario, play, offer, &h->journal, NULL);
        f->link.kind = offer == NULL ? (uint8_t)EXPLORE_GOES_ON : offer->kind;
        f->link.x = offer == NULL ? 0 : offer->x;
        f->link.chance = (float)explore_fork_chance(&h->turn);
        int broken = ok ? explore_always_broken(&h->scenario, play, NULL) : -1;
        f->link.breaks = broken >= 0;
        f->link.deed = deed_of(h, tell(&h->journal) + (uint64_t)(broken + 1), &h->turn, offer);
        if (ok) {
            arrive(h, f, play);
        }
        h->count++;
    } while (explore_fork_next(&h->turn));
}

static void leave(Hand *h, uint32_t rest)
{
    const ExploreRests *r = h->rests;
    h->from = rest;
    explore_unpack_rest(r->pack, rest, h->before);
    h->before->energy = r->scenario->energy;
    explore_fork_first(&h->offers, NULL);
    if (h->before->ended != 0) {
        return;
    }
    if (story_between(&h->scenario, h->before)) {
        take(h, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    do {
        h->scenario.oracle = &h->offers.oracle;
        int count = story_offers(&h->scenario, h->before, false, offers, NULL);
        for (int i = 0; i < count; i++) {
            take(h, &offers[i]);
        }
        more(h)->link.deed = deed_of(h, h->offers.opened, NULL, NULL); // of what costs close, too
        h->count++;
    } while (explore_fork_next(&h->offers));
}

static void hand_init(Hand *h, ExploreRests *rests)
{
    const Scenario *sc = rests->scenario;
    *h = (Hand){ .rests = rests, .scenario = *sc, .journal = { .silent = true } };
    explore_fork_init(&h->offers, sc, EXPLORE_NONE, rests->answers);
    explore_fork_init(&h->turn, sc, EXPLORE_NONE, rests->answers);
    h->before = mem_alloc(sc->play_size);
    h->told = mem_alloc(sizeof *h->told * 2 * EXPLORE_TOLD_MAX);
}

static void hand_deinit(Hand *h)
{
    story_journal_deinit(&h->journal);
    mem_free(h->before);
    mem_free(h->found);
    mem_free(h->plays);
    mem_free(h->told);
}

// ---- numbering ------------------------------------------------------------------------------------

static uint32_t outlook_of(ExploreRests *r, const ExploreAhead *ahead, const Playthrough *play)
{
    ExploreKey key = { 0 };
    if (r->live != NULL) {
        r->live->ahead = ahead;
        key.key = explore_live_outlooks(r->live, play);
    }
    bool fresh;
    uint32_t *known = explore_map_at(&r->known_outlooks, key, &fresh);
    if (fresh) {
        uint32_t sights[EXPLORE_PARTS];
        for (int i = 0; i < explore_parts(r->scenario); i++) {
            uint64_t outlook = r->live != NULL ? explore_live_outlook(r->live, play, i) : 0;
            sights[i] = explore_table_add(&r->sights, &outlook);
        }
        *known = explore_table_add(&r->outlooks, sights);
    }
    return *known;
}

static void keep_rest(ExploreRests *r, uint32_t rest, const Found *f, const Playthrough *play)
{
    if (rest + 2 > r->room) {
        r->room = r->room == 0 ? AT_FIRST : r->room * 2;
        r->outlook = mem_grow(r->outlook, sizeof *r->outlook * r->room);
        r->place = mem_grow(r->place, sizeof *r->place * r->room);
        r->first = mem_grow(r->first, sizeof *r->first * r->room);
        r->number = mem_grow(r->number, sizeof *r->number * r->room);
    }
    explore_pack_new_rest(r->pack, play, &f->print, rest == 0 ? UINT32_MAX : f->from);
    r->outlook[rest] = outlook_of(r, f->ahead, play);
    r->place[rest] = explore_place(play);
    r->number[rest] = rest;
    r->count = rest + 1;
}

static void number(ExploreRests *r, const Hand *h, const Found *f)
{
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room == 0 ? AT_FIRST : r->link_room * 2;
        r->links = mem_grow(r->links, sizeof *r->links * r->link_room);
    }
    ExploreLink *link = &r->links[r->link_count++];
    *link = f->link;
    if (f->arrives) {
        const Playthrough *play =
            (const void *)(h->plays + h->scenario.play_size * (size_t)(f - h->found));
        bool fresh;
        uint32_t *rest = explore_map_at(&r->prints, key_of(f), &fresh);
        *rest = fresh ? r->count : *rest;
        link->to = *rest;
        if (fresh) {
            keep_rest(r, link->to, f, play);
        }
    }
}

static void number_all(ExploreRests *r, Hand *h, uint32_t next, uint32_t many)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < many; i++) {
        r->first[next + i] = r->link_count;
        for (; k < h->ends[i]; k++) {
            number(r, h, &h->found[k]);
        }
    }
    h->count = 0;
}

// ---- the walk -------------------------------------------------------------------------------------

static bool begin(ExploreRests *r, Hand *h)
{
    h->scenario.oracle = &h->turn.oracle;
    Found *f = more(h);
    Playthrough *play = (void *)h->plays;
    if (!story_start(&h->scenario, play, 0, NULL, NULL)) {
        return false;
    }
    size_t people = sizeof(PersonState) * (size_t)r->scenario->person_count;
    memcpy(r->blank, play_person(r->scenario, play, 0), people);
    arrive(h, f, play);
    bool fresh;
    *explore_map_at(&r->prints, key_of(f), &fresh) = 0;
    keep_rest(r, 0, f, play);
    return true;
}

static bool walk(ExploreRests *r, Hand *h, uint32_t limit)
{
    if (!begin(r, h)) {
        return false;
    }
    memcpy(play_person(r->scenario, h->before, 0), r->blank,
           sizeof(PersonState) * (size_t)r->scenario->person_count);
    uint32_t many = 0;
    bool doubted = false;
    for (uint32_t next = 0; next < r->count && !r->many; next += many) {
        many = r->count - next < BUNDLE ? r->count - next : BUNDLE;
        for (uint32_t i = 0; i < many; i++) {
            leave(h, next + i);
            h->ends[i] = h->count;
        }
        number_all(r, h, next, many);
        bool asks = !doubted && r->count > DOUBTED;
        r->many = r->count > limit || (asks && r->count + explore_reach(r) > limit);
        doubted = doubted || asks;
    }
    r->first[r->count] = r->link_count;
    return !r->many && !h->turn.overflow && !h->offers.overflow;
}

// ---- those that are alike -------------------------------------------------------------------------

static ExploreSignature signature(const ExploreRests *r, uint32_t rest, const uint32_t *class_of)
{
    ExploreSignature s = { 1, 2 };
    explore_sign(&s, 0, r->place[rest]);
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        const ExploreLink *link = &r->links[k];
        uint32_t bits;
        memcpy(&bits, &link->chance, sizeof bits);
        bool none = link->to == (uint32_t)EXPLORE_NO_REST;
        explore_sign(&s, (uint64_t)link->deed << 32 | (none ? UINT32_MAX : class_of[link->to]),
                     (uint64_t)bits << 32 | (uint64_t)link->kind << 16 | link->x);
    }
    return s;
}

// For each rest the first of those that are like it; and these in an order in which successors come
// first, into `order`: as many as there are.
static uint32_t *likes(const ExploreRests *r, ExploreOrder *order)
{
    ExploreOrder all;
    explore_order_init(&all, r->count, r->first, &r->links->to, sizeof *r->links);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (r->count + 1));
    uint32_t *first_of = mem_alloc(sizeof *first_of * (r->count + 1)); // rest, by class
    uint32_t count = 0;
    ExploreMap signatures; // the class of each
    explore_map_init(&signatures);
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        class_of[i] = r->count + i;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t rest = all.nodes[i];
        if (all.round[rest]) {
            order->nodes[count++] = class_of[rest];
            continue;
        }
        ExploreSignature s = signature(r, rest, class_of);
        bool fresh;
        uint32_t *class = explore_map_at(&signatures, explore_key_of_hash(s.a, s.b), &fresh);
        if (fresh) {
            *class = signatures.count - 1;
            first_of[*class] = rest;
            order->nodes[count++] = *class;
        } else if (rest < first_of[*class]) {
            first_of[*class] = rest;
        }
        class_of[rest] = *class;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t class = order->nodes[i];
        order->nodes[i] = class < r->count ? first_of[class] : class - r->count;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        class_of[i] = class_of[i] < r->count ? first_of[class_of[i]] : i;
        order->round[i] = all.round[i];
    }
    order->circles = all.circles;
    explore_map_deinit(&signatures);
    explore_order_deinit(&all);
    mem_free(first_of);
    return class_of;
}

// What nothing reads behind one of those that are alike, nothing reads behind the others: of each
// part as much is forgotten as behind any of them.
static void join_outlooks(ExploreRests *r, const uint32_t *like)
{
    uint32_t sights[EXPLORE_PARTS];
    int parts = explore_parts(r->scenario);
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t one = r->outlook[like[i]], other = r->outlook[i];
        if (one == other) {
            continue;
        }
        memcpy(sights, explore_table_at(&r->outlooks, one), r->outlooks.size);
        const uint32_t *others = explore_table_at(&r->outlooks, other);
        for (int part = 0; part < parts; part++) {
            const uint64_t *a = explore_table_at(&r->sights, sights[part]);
            const uint64_t *b = explore_table_at(&r->sights, others[part]);
            sights[part] = *b < *a ? others[part] : sights[part];
        }
        r->outlook[like[i]] = explore_table_add(&r->outlooks, sights);
    }
}

static void reduce(ExploreRests *r)
{
    r->order = (ExploreOrder){ .nodes = mem_alloc(sizeof *r->order.nodes * (r->count + 1)),
                               .round = mem_alloc((size_t)r->count + 1) };
    uint32_t *like = likes(r, &r->order);
    join_outlooks(r, like);
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
        r->order.round[now[i]] = r->order.round[i];
        r->first[now[i]] = links;
        for (uint32_t k = from; k < end; k++) {
            ExploreLink link = r->links[k];
            link.to = link.to == (uint32_t)EXPLORE_NO_REST ? link.to : now[like[link.to]];
            r->links[links++] = link;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        r->order.nodes[i] = now[r->order.nodes[i]];
    }
    r->first[count] = r->link_count = links;
    r->count = count;
    r->link_room = links;
    r->links = mem_grow(r->links, sizeof *r->links * ((size_t)links + 1));
    r->room = count + 2;
    r->first = mem_grow(r->first, sizeof *r->first * r->room);
    r->number = mem_grow(r->number, sizeof *r->number * r->room);
    r->outlook = mem_grow(r->outlook, sizeof *r->outlook * r->room);
    r->place = mem_grow(r->place, sizeof *r->place * r->room);
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
    explore_map_init(&rests->prints);
    explore_map_init(&rests->deeds);
    explore_table_init(&rests->sights, sizeof(uint64_t));
    explore_table_init(&rests->outlooks, sizeof(uint32_t) * parts);
    explore_map_init(&rests->known_outlooks);
    Hand hand;
    hand_init(&hand, rests);
    bool ok = walk(rests, &hand, limit);
    hand_deinit(&hand);
    explore_map_deinit(&rests->prints); // all are found
    explore_map_deinit(&rests->known_outlooks);
    if (ok) {
        reduce(rests);
    }
    return ok;
}

void explore_rests_deinit(ExploreRests *rests)
{
    for (int i = 0; i < explore_parts(rests->scenario); i++) {
        explore_paths_deinit(&rests->paths[i]);
    }
    explore_map_deinit(&rests->deeds);
    explore_table_deinit(&rests->sights);
    explore_table_deinit(&rests->outlooks);
    mem_free(rests->codes);
    mem_free(rests->first);
    mem_free(rests->number);
    mem_free(rests->links);
    mem_free(rests->outlook);
    mem_free(rests->place);
    explore_order_deinit(&rests->order);
    *rests = (ExploreRests){ .count = 0 };
}
