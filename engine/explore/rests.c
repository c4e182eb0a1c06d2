// See rests.h. First every rest is walked, turn by turn (turns.h, rounds.h); then those that nothing can
// tell apart, whoever trusts whom, become one (partition refinement backwards, as for minimal automata):
// 3 to 6 times fewer.
#include "explore/rests.h"

#include "base/hash.h"
#include "explore/reach.h"
#include "explore/rounds.h"

#include <string.h>

enum { AT_FIRST = 4096 };
enum { SHARE = 32 };            // rests
enum { AHEAD = 24, NEAR = 12 }; // what is numbered next comes from memory meanwhile
enum { DOUBTED = 500000 };      // so many are walked before plays are asked whether there is an end

typedef struct Found { // by one hand in one round
    ExploreTurns turns;
    char apart[EXPLORE_LINE];
} Found;

typedef struct Hand {
    ExploreMover mover;
    ExploreLive twin; // the first one has its own
    char apart[EXPLORE_LINE];
} Hand;

typedef struct Walk {
    ExploreRests *rests;
    ExploreRounds rounds;
    char *left[2]; // by round: rests as plays, since the pack changes meanwhile
    Found found[2][EXPLORE_HANDS_MAX];
    Hand hand[EXPLORE_HANDS_MAX];
    ExploreMap deeds; // by their keys: numbers
    uint32_t next;    // rest that is left next
    uint32_t begun;   // rests whose links have begun
    uint32_t limit;
    bool doubted;
} Walk;

// ---- numbering ------------------------------------------------------------------------------------

// A new deed keeps a path for each part.
static void keep_deed(ExploreRests *r, uint32_t number, const ExploreDeed *d)
{
    uint32_t parts = (uint32_t)explore_parts(r->scenario);
    if ((number + 1) * parts > r->code_room) {
        r->code_room = r->code_room == 0 ? AT_FIRST : r->code_room * 2;
        r->codes = mem_grow(r->codes, sizeof *r->codes * r->code_room);
    }
    for (uint32_t i = 0; i < parts; i++) {
        r->codes[number * parts + i] =
            explore_paths_add(&r->paths[i], d->labels[i], d->met, d->met_count);
    }
}

// Each hand has met it for itself.
static uint32_t number_of_deed(Walk *w, ExploreDeed *d)
{
    if (d->number == UINT32_MAX) {
        bool fresh;
        uint32_t *number = explore_map_at(&w->deeds, d->key, &fresh);
        if (fresh) {
            *number = w->deeds.count - 1;
            keep_deed(w->rests, *number, d);
        }
        d->number = *number;
    }
    return d->number;
}

static ExploreKey key_of(const ExploreTurn *turn)
{
    return explore_key_of_hash(turn->print.a, turn->print.b);
}

static void keep_rest(ExploreRests *r, const ExploreTurn *turn, const Playthrough *play)
{
    uint32_t rest = r->count++;
    if (rest + 2 > r->room) {
        r->room = r->room == 0 ? AT_FIRST : r->room * 2;
        r->place = mem_grow(r->place, sizeof *r->place * r->room);
        r->first = mem_grow(r->first, sizeof *r->first * r->room);
        r->number = mem_grow(r->number, sizeof *r->number * r->room);
    }
    explore_pack_new_rest(r->pack, play, &turn->print, turn->from);
    r->place[rest] = explore_place(play);
    r->number[rest] = rest;
}

// The number of the rest at which it arrives.
static uint32_t arrive(ExploreRests *r, const ExploreTurn *turn, const Playthrough *play)
{
    bool fresh;
    uint32_t *number = explore_map_at(&r->prints, key_of(turn), &fresh);
    if (!fresh) {
        return *number;
    }
    uint32_t rest = *number = r->count;
    keep_rest(r, turn, play);
    return rest;
}

// The links of the rests before this one are all there.
static void begin_links(Walk *w, uint32_t rest)
{
    while (w->begun <= rest) {
        w->rests->first[w->begun++] = w->rests->link_count;
    }
}

static void number_turn(Walk *w, const ExploreTurn *turn, const Playthrough *play)
{
    ExploreRests *r = w->rests;
    begin_links(w, turn->from);
    if (r->link_count == r->link_room) {
        r->link_room = r->link_room == 0 ? AT_FIRST : r->link_room * 2;
        r->links = mem_grow(r->links, sizeof *r->links * r->link_room);
    }
    ExploreLink *link = &r->links[r->link_count++];
    *link = turn->link;
    link->deed = number_of_deed(w, turn->deed);
    link->to = turn->arrives ? arrive(r, turn, play) : (uint32_t)EXPLORE_NO_REST;
}

static void number_share(void *context, int which, const ExploreShare *share)
{
    Walk *w = context;
    const ExploreRests *r = w->rests;
    const ExploreTurns *turns = &w->found[which][share->hand].turns;
    for (uint32_t i = share->first; i < share->end + AHEAD; i++) {
        if (i < share->end && turns->items[i].arrives) {
            explore_map_fetch(&r->prints, key_of(&turns->items[i]));
        }
        if (i >= share->first + NEAR && i < share->end + NEAR && turns->items[i - NEAR].arrives) {
            explore_pack_fetch(r->pack, &turns->items[i - NEAR].print);
        }
        if (i >= share->first + AHEAD) {
            const void *play = turns->plays + r->scenario->play_size * (i - AHEAD);
            number_turn(w, &turns->items[i - AHEAD], play);
        }
    }
}

// ---- the walk -------------------------------------------------------------------------------------

static bool begin(Walk *w)
{
    ExploreRests *r = w->rests;
    ExploreTurns *turns = &w->found[0][0].turns;
    if (!explore_mover_begin(&w->hand[0].mover, turns, r->blank)) {
        return false;
    }
    arrive(r, &turns->items[0], (const void *)turns->plays);
    return true;
}

static uint32_t leave_share(void *context, int which, int hand, uint32_t nth, uint32_t count)
{
    Walk *w = context;
    size_t size = w->rests->scenario->play_size;
    for (uint32_t i = nth; i < nth + count; i++) {
        explore_mover_leave(&w->hand[hand].mover, &w->found[which][hand].turns,
                            w->rounds.round[which].from + i,
                            (const void *)(w->left[which] + size * i));
    }
    return w->found[which][hand].turns.count;
}

// Lays out rests that have numbers and were not left: how many.
static uint32_t choose(Walk *w)
{
    const ExploreRests *r = w->rests;
    const Scenario *sc = r->scenario;
    int which = explore_round_next(&w->rounds);
    uint32_t most = explore_round_most(&w->rounds), there = r->count - w->next;
    uint32_t count = there < most ? there : most;
    for (uint32_t i = 0; i < count; i++) {
        Playthrough *play = (void *)(w->left[which] + sc->play_size * i);
        explore_unpack_rest(r->pack, w->next + i, play);
        memcpy(play_person(sc, play, 0), r->blank, sizeof *r->blank * (size_t)sc->person_count);
    }
    for (int i = 0; i < w->rounds.count; i++) {
        w->found[which][i].turns.count = 0;
    }
    return count;
}

// Whether there are more than the limit, or plays say that there are.
static bool too_many(Walk *w)
{
    const ExploreRests *r = w->rests;
    bool asks = !w->doubted && r->count > DOUBTED;
    w->doubted = w->doubted || asks;
    double left = (double)w->limit - r->count;
    return left < 0 ||
           (asks && explore_reach(r->scenario, r->pack, r->live, &r->prints, left) > left);
}

static bool walk(Walk *w)
{
    ExploreRests *r = w->rests;
    if (!begin(w)) {
        return false;
    }
    uint32_t count = choose(w);
    while (!r->many && (count > 0 || explore_round_waits(&w->rounds))) {
        explore_round(&w->rounds, w->next, count);
        w->next += count;
        r->many = too_many(w);
        count = choose(w);
    }
    begin_links(w, r->count);
    bool overflow = false;
    for (int i = 0; i < w->rounds.count; i++) {
        overflow = overflow || w->hand[i].mover.turn.overflow || w->hand[i].mover.offers.overflow;
    }
    return !r->many && !overflow;
}

static void walk_init(Walk *w, ExploreRests *r, const ExploreHands *hands)
{
    const Scenario *sc = r->scenario;
    w->rests = r;
    w->rounds = (ExploreRounds){ .hands = hands,
                                 .count = hands == NULL ? 1 : hands->count,
                                 .share = SHARE,
                                 .context = w,
                                 .leave = leave_share,
                                 .number = number_share };
    explore_map_init(&w->deeds);
    for (int i = 0; i < w->rounds.count; i++) {
        ExploreLive *live = r->live;
        if (live != NULL && i > 0) {
            live = &w->hand[i].twin;
            explore_live_twin(live, r->live);
        }
        explore_mover_init(&w->hand[i].mover, sc, r->pack, live, r->answers);
    }
    for (int which = 0; which < 2; which++) {
        w->left[which] = mem_alloc(sc->play_size * explore_round_most(&w->rounds));
    }
}

static void walk_deinit(Walk *w)
{
    for (int i = 0; i < w->rounds.count; i++) {
        explore_mover_deinit(&w->hand[i].mover);
        explore_turns_deinit(&w->found[0][i].turns);
        explore_turns_deinit(&w->found[1][i].turns);
        if (w->rests->live != NULL && i > 0) {
            explore_live_deinit(&w->hand[i].twin);
        }
    }
    explore_map_deinit(&w->deeds);
    mem_free(w->left[0]);
    mem_free(w->left[1]);
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

// For each of those that stay the rest that it was. Where nothing leads back, what follows a rest gets a later
// number: whoever goes through them in order goes through memory in order.
static uint32_t *number_those_that_stay(ExploreRests *r, const uint32_t *like, uint32_t *now)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        now[i] = count;
        count += like[i] == i;
    }
    uint32_t *was = mem_alloc(sizeof *was * ((size_t)count + 1));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t rest = r->order.nodes[i];
        now[rest] = r->order.circles ? now[rest] : count - 1 - i;
        was[now[rest]] = rest;
        r->order.nodes[i] = now[rest];
    }
    r->count = count;
    return was;
}

static uint32_t *those(uint32_t *of_all, const uint32_t *was, uint32_t count)
{
    uint32_t *some = mem_alloc(sizeof *some * ((size_t)count + 2));
    for (uint32_t i = 0; i < count; i++) {
        some[i] = of_all[was[i]];
    }
    mem_free(of_all);
    return some;
}

static void keep_links(ExploreRests *r, const uint32_t *was, const uint32_t *now,
                       const uint32_t *like)
{
    uint32_t *first = mem_alloc(sizeof *first * ((size_t)r->count + 2)), links = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        first[i] = links;
        links += r->first[was[i] + 1] - r->first[was[i]];
    }
    first[r->count] = links;
    ExploreLink *kept = mem_alloc(sizeof *kept * ((size_t)links + 1));
    for (uint32_t i = 0; i < r->count; i++) {
        const ExploreLink *from = r->links + r->first[was[i]];
        for (uint32_t k = first[i]; k < first[i + 1]; k++, from++) {
            kept[k] = *from;
            if (from->to != (uint32_t)EXPLORE_NO_REST) {
                kept[k].to = now[like[from->to]];
            }
        }
    }
    mem_free(r->first);
    mem_free(r->links);
    r->first = first;
    r->links = kept;
    r->link_count = r->link_room = links;
}

static void reduce(ExploreRests *r)
{
    size_t all = (size_t)r->count + 1;
    r->order =
        (ExploreOrder){ .nodes = mem_alloc(sizeof *r->order.nodes * all), .round = mem_alloc(all) };
    uint32_t *like = likes(r, &r->order);
    uint32_t *now = mem_alloc(sizeof *now * all);
    uint32_t *was = number_those_that_stay(r, like, now);
    bool *round = mem_alloc((size_t)r->count + 1);
    for (uint32_t i = 0; i < r->count; i++) {
        round[i] = r->order.round[was[i]];
    }
    mem_free(r->order.round);
    r->order.round = round;
    keep_links(r, was, now, like);
    r->number = those(r->number, was, r->count);
    r->place = those(r->place, was, r->count);
    r->room = r->count + 2;
    mem_free(was);
    mem_free(now);
    mem_free(like);
}

// ---- life -----------------------------------------------------------------------------------------

bool explore_rests_init(ExploreRests *rests, const Scenario *scenario, ExplorePack *pack,
                        ExploreLive *live, ExploreAnswers *answers, uint32_t limit,
                        const ExploreHands *hands)
{
    size_t parts = (size_t)explore_parts(scenario);
    *rests = (ExploreRests){ .scenario = scenario, .pack = pack, .live = live, .answers = answers };
    for (size_t i = 0; i < parts; i++) {
        explore_paths_init(&rests->paths[i], scenario, (int)i);
    }
    explore_map_init(&rests->prints);
    Walk *w = mem_alloc(sizeof *w);
    w->limit = limit;
    walk_init(w, rests, hands);
    bool ok = walk(w);
    rests->deed_count = w->deeds.count;
    walk_deinit(w);
    mem_free(w);
    explore_map_deinit(&rests->prints); // all are found
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
    mem_free(rests->codes);
    mem_free(rests->first);
    mem_free(rests->number);
    mem_free(rests->links);
    mem_free(rests->place);
    explore_order_deinit(&rests->order);
    *rests = (ExploreRests){ .count = 0 };
}
