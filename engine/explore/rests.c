// See rests.h. First every rest is walked; then those that nothing can tell apart, whoever trusts whom,
// become one (partition refinement backwards, as for minimal automata): 3 to 6 times fewer.
#include "explore/rests.h"

#include "base/hash.h"

#include <string.h>

enum { AT_FIRST = 4096, FOUND_AT_FIRST = 256, AHEAD = 8 };
enum { BUNDLE = 32 }; // rests that are left before any is numbered

_Static_assert(EVENT_ENDED < 32, "a bit for each kind of event");

typedef struct Found { // one outcome of a turn, or that these were all choices
    ExploreLink link;
    bool arrives;
    ExplorePrint print;
    uint64_t hash;             // of the print
    const ExploreAhead *ahead; // of the play it leads to
    ExplorePath path;
    uint32_t told;                     // into told of the hand
    uint64_t deed[1 + EXPLORE_PARTS];  // what is worth telling; what each part was asked and felt
    int16_t first_felt[EXPLORE_PARTS]; // see ExploreFork
} Found;

// One who plays turns: what is found is kept apart, and numbered afterwards in order.
typedef struct Hand {
    const ExploreRests *rests;
    ExploreLive live;
    Scenario scenario; // a copy: with the oracle
    ExploreFork offers, turn;
    Playthrough *before;
    StoryJournal journal;
    Found *found;
    uint32_t count, room;
    char *plays; // one for each found, play_size bytes apart
    ExploreTold *told;
    uint32_t told_count, told_room;
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
    f->path = (ExplorePath){ .rest = h->from }; // none has another number yet
    f->arrives = false;
    return f;
}

static uint32_t keep_told(Hand *h, const ExploreFork *fork)
{
    uint32_t at = h->told_count, wanted = at + (uint32_t)fork->told_count;
    while (wanted > h->told_room) {
        h->told_room = h->told_room == 0 ? FOUND_AT_FIRST : h->told_room * 2;
        h->told = mem_grow(h->told, sizeof *h->told * h->told_room);
    }
    if (fork->told_count > 0) {
        memcpy(h->told + at, fork->told, sizeof *h->told * (size_t)fork->told_count);
    }
    h->told_count = wanted;
    return at;
}

// What was answered while the choices were listed, and then on `turn` (NULL: nothing).
static void keep_answers(Hand *h, Found *f, const ExploreFork *turn)
{
    const ExploreFork *fork = turn != NULL ? turn : &h->offers;
    f->path.offers = (uint16_t)h->offers.told_count;
    f->path.all = f->path.offers;
    f->told = keep_told(h, &h->offers);
    if (turn != NULL) {
        keep_told(h, turn);
        f->path.all = (uint16_t)(f->path.all + turn->told_count);
        f->path.moves = true;
    }
    for (int i = 0; i < explore_parts(h->rests->scenario); i++) {
        int felt = fork->first_felt[i];
        f->deed[1 + i] = fork->label[i];
        f->first_felt[i] = (int16_t)(felt < 0 ? -1 : felt + f->path.offers);
    }
}

static void arrive(Hand *h, Found *f, Playthrough *play)
{
    const ExploreRests *r = h->rests;
    if (r->live != NULL) {
        explore_live_forget_rest(&h->live, play);
        f->ahead = h->live.ahead;
    } else {
        play->seed = 0;
    }
    f->arrives = true;
    f->print = explore_pack_print(r->pack, play);
    f->hash = explore_table_hash(&r->prints, &f->print);
    explore_table_fetch(&r->prints, f->hash);
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
        f->link.chance = (float)explore_fork_chance(&h->turn);
        if (offer != NULL) {
            f->link.x = offer->x;
            f->path.offer = *offer;
            f->path.chooses = true;
        }
        keep_answers(h, f, &h->turn);
        f->deed[0] = tell(&h->journal);
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
        Found *f = more(h);
        keep_answers(h, f, NULL);
        f->deed[0] = 0;
        h->count++;
    } while (explore_fork_next(&h->offers));
}

static void hand_init(Hand *h, const ExploreRests *rests)
{
    const Scenario *sc = rests->scenario;
    *h = (Hand){ .rests = rests, .scenario = *sc, .journal = { .silent = true } };
    explore_fork_init(&h->offers, sc, EXPLORE_NONE, rests->answers);
    explore_fork_init(&h->turn, sc, EXPLORE_NONE, rests->answers);
    if (rests->live != NULL) {
        explore_live_init(&h->live, sc);
    }
    h->before = mem_alloc(sc->play_size);
}

static void hand_deinit(Hand *h)
{
    if (h->rests->live != NULL) {
        explore_live_deinit(&h->live);
    }
    story_journal_deinit(&h->journal);
    mem_free(h->before);
    mem_free(h->found);
    mem_free(h->plays);
    mem_free(h->told);
}

// ---- numbering ------------------------------------------------------------------------------------

static uint32_t outlook_of(ExploreRests *r, Hand *h, const ExploreAhead *ahead,
                           const Playthrough *play)
{
    uint32_t sights[EXPLORE_PARTS];
    h->live.ahead = ahead;
    for (int i = 0; i < explore_parts(r->scenario); i++) {
        uint64_t outlook = r->live != NULL ? explore_live_outlook(&h->live, play, i) : 0;
        sights[i] = explore_table_add(&r->sights, &outlook);
    }
    return explore_table_add(&r->outlooks, sights);
}

static void keep_rest(ExploreRests *r, uint32_t rest, Hand *h, const Found *f,
                      const Playthrough *play)
{
    if (rest + 2 > r->room) {
        r->room = r->room == 0 ? AT_FIRST : r->room * 2;
        r->outlook = mem_grow(r->outlook, sizeof *r->outlook * r->room);
        r->place = mem_grow(r->place, sizeof *r->place * r->room);
        r->first = mem_grow(r->first, sizeof *r->first * r->room);
        r->number = mem_grow(r->number, sizeof *r->number * r->room);
    }
    explore_pack_new_rest(r->pack, play, rest == 0 ? UINT32_MAX : f->path.rest);
    r->outlook[rest] = outlook_of(r, h, f->ahead, play);
    r->place[rest] =
        play->ended != 0 ? UINT32_MAX - play->ended : (uint32_t)play->scene << 16 | play->at;
    r->number[rest] = rest;
    r->count = rest + 1;
}

// A new deed keeps a path for each part.
static void keep_deed(ExploreRests *r, uint32_t deed, const Hand *h, const Found *f)
{
    uint32_t parts = (uint32_t)explore_parts(r->scenario);
    if ((deed + 1) * parts > r->code_room) {
        r->code_room = r->code_room == 0 ? AT_FIRST : r->code_room * 2;
        r->codes = mem_grow(r->codes, sizeof *r->codes * r->code_room);
    }
    for (uint32_t i = 0; i < parts; i++) {
        r->codes[deed * parts + i] = explore_paths_add(
            &r->paths[i], (int)i, f->deed[1 + i], &f->path, h->told + f->told, f->first_felt[i]);
    }
}

static void number(ExploreRests *r, Hand *h, Found *f)
{
    ExploreLink link = f->link;
    if (f->arrives) {
        const Playthrough *play =
            (void *)(h->plays + h->scenario.play_size * (size_t)(f - h->found));
        link.to = explore_table_add_hashed(&r->prints, &f->print, f->hash);
        if (link.to == r->count) {
            keep_rest(r, link.to, h, f, play);
        }
    }
    uint32_t known = r->deeds.count;
    link.deed = explore_table_add(&r->deeds, f->deed);
    if (link.deed == known) {
        keep_deed(r, link.deed, h, f);
    }
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room == 0 ? AT_FIRST : r->link_room * 2;
        r->links = mem_grow(r->links, sizeof *r->links * r->link_room);
    }
    r->links[r->link_count++] = link;
}

static void number_all(ExploreRests *r, Hand *h, uint32_t next, uint32_t many)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < many; i++) {
        r->first[next + i] = r->link_count;
        for (; k < h->ends[i]; k++) {
            if (k + AHEAD < h->count && h->found[k + AHEAD].arrives) {
                explore_table_fetch_record(&r->prints, h->found[k + AHEAD].hash);
            }
            number(r, h, &h->found[k]);
        }
    }
    h->count = h->told_count = 0;
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
    explore_table_add_hashed(&r->prints, &f->print, f->hash);
    keep_rest(r, 0, h, f, play);
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
    for (uint32_t next = 0; next < r->count && r->count <= limit; next += many) {
        many = r->count - next < BUNDLE ? r->count - next : BUNDLE;
        for (uint32_t i = 0; i < many; i++) {
            leave(h, next + i);
            h->ends[i] = h->count;
        }
        number_all(r, h, next, many);
    }
    r->first[r->count] = r->link_count;
    return r->count <= limit && !h->turn.overflow && !h->offers.overflow;
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
    sign(&s, 0, r->place[rest]);
    for (uint32_t k = r->first[rest]; k < r->first[rest + 1]; k++) {
        const ExploreLink *link = &r->links[k];
        uint32_t bits;
        memcpy(&bits, &link->chance, sizeof bits);
        bool none = link->to == (uint32_t)EXPLORE_NO_REST;
        sign(&s, (uint64_t)link->deed << 32 | (none ? UINT32_MAX : class_of[link->to]),
             (uint64_t)bits << 32 | (uint64_t)link->kind << 16 | link->x);
    }
    return s;
}

// For each rest the first of those that are like it.
static uint32_t *likes(const ExploreRests *r)
{
    ExploreOrder order;
    explore_rests_order(&order, r);
    uint32_t *class_of = mem_alloc(sizeof *class_of * (r->count + 1));
    uint32_t *first_of = mem_alloc(sizeof *first_of * (r->count + 1)); // rest, by class
    ExploreTable signatures;
    explore_table_init(&signatures, sizeof(Signature));
    for (uint32_t i = 0; i < r->count; i++) { // on a circle: for itself
        class_of[i] = r->count + i;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        uint32_t rest = order.nodes[i];
        if (order.round[rest]) {
            continue;
        }
        Signature s = signature(r, rest, class_of);
        uint32_t known = signatures.count;
        uint32_t class = explore_table_add(&signatures, &s);
        class_of[rest] = class;
        first_of[class] = class == known || rest < first_of[class] ? rest : first_of[class];
    }
    for (uint32_t i = 0; i < r->count; i++) {
        class_of[i] = class_of[i] < r->count ? first_of[class_of[i]] : i;
    }
    explore_table_deinit(&signatures);
    explore_order_deinit(&order);
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
    uint32_t *like = likes(r);
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
        r->first[now[i]] = links;
        for (uint32_t k = from; k < end; k++) {
            ExploreLink link = r->links[k];
            link.to = link.to == (uint32_t)EXPLORE_NO_REST ? link.to : now[like[link.to]];
            r->links[links++] = link;
        }
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
    explore_table_init(&rests->prints, sizeof(ExplorePrint));
    explore_table_init(&rests->deeds, sizeof(uint64_t) * (1 + parts));
    explore_table_init(&rests->sights, sizeof(uint64_t));
    explore_table_init(&rests->outlooks, sizeof(uint32_t) * parts);
    Hand hand;
    hand_init(&hand, rests);
    bool ok = walk(rests, &hand, limit);
    hand_deinit(&hand);
    explore_table_deinit(&rests->prints); // all are found
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
    explore_table_deinit(&rests->deeds);
    explore_table_deinit(&rests->sights);
    explore_table_deinit(&rests->outlooks);
    mem_free(rests->codes);
    mem_free(rests->first);
    mem_free(rests->number);
    mem_free(rests->links);
    mem_free(rests->outlook);
    mem_free(rests->place);
    *rests = (ExploreRests){ .count = 0 };
}

void explore_rests_order(ExploreOrder *order, const ExploreRests *rests)
{
    explore_order_init(order, rests->count, rests->first, &rests->links->to, sizeof *rests->links);
}
