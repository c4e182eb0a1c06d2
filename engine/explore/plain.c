// See plain.h. While hands work (rounds.h), only the first one touches states and edges; what is new of a
// state's pieces is kept apart until the round is over.
#include "explore/plain.h"

#include "explore/fork.h"
#include "explore/graph.h"
#include "explore/rounds.h"
#include "explore/turns.h"

#include <string.h>

enum { SHARE = 64 };            // states
enum { AHEAD = 24, NEAR = 12 }; // what is numbered next comes from memory meanwhile
enum { STALE = 64 }; // rounds before it is looked again whether what was done is worth anything

typedef enum CameKind { CAME_ARRIVES, CAME_FAILS, CAME_STUCK } CameKind;

typedef struct Came { // of an outcome of a turn, or a state in which nothing can be taken
    uint32_t from;
    uint8_t kind, trouble; // the number of its trouble + 1, or 0
    bool overflow;         // more chances were asked than are followed
    ExploreEdge edge;
    uint32_t state[]; // as many numbers as the pack says
} Came;

typedef struct Found { // by one hand in one round
    char *came;        // count of them, size bytes apart
    size_t size;
    uint32_t count, room;
    ExploreFinds finds;
    ExploreTrouble troubles[EXPLORE_TROUBLES_MAX]; // no more than this will be kept of all
    int trouble_count;
    char apart[EXPLORE_LINE];
} Found;

typedef struct Hand {
    Scenario scenario; // a copy with the oracle in it
    ExploreFork fork;
    ExploreLive *live, twin;
    Playthrough *before, *after;
    ExploreState from; // that is being left
    Err err;           // clear between two turns
    Found *found;
    char apart[EXPLORE_LINE];
} Hand;

typedef struct Plain {
    ExploreGraph *graph;
    ExploreLive *live;
    ExploreRounds rounds;
    uint32_t *left[2]; // by round: states as they stand in the pack, which changes meanwhile
    Found found[2][EXPLORE_HANDS_MAX];
    Hand hand[EXPLORE_HANDS_MAX];
    uint32_t next;  // state that is left next
    uint32_t begun; // states whose edges have begun
    uint32_t limit;
    bool over; // there are more
} Plain;

// ---- troubles ---------------------------------------------------------------------------------------

static bool is_same(const ExploreTrouble *a, const ExploreTrouble *b)
{
    return a->kind == b->kind && a->always == b->always &&
           strcmp(a->err.message, b->err.message) == 0;
}

// Among `count` others: its number, or `count`.
static int find_trouble(const ExploreTrouble *troubles, int count, const ExploreTrouble *trouble)
{
    int i = 0;
    while (i < count && !is_same(&troubles[i], trouble)) {
        i++;
    }
    return i;
}

void explore_add_trouble(ExploreGraph *g, const ExploreTrouble *trouble)
{
    if (g->trouble_count < EXPLORE_TROUBLES_MAX &&
        find_trouble(g->troubles, g->trouble_count, trouble) == g->trouble_count) {
        g->troubles[g->trouble_count++] = *trouble;
    }
}

static uint8_t note_trouble(Found *f, const ExploreTrouble *trouble)
{
    int number = find_trouble(f->troubles, f->trouble_count, trouble);
    if (number == EXPLORE_TROUBLES_MAX) {
        return 0;
    }
    if (number == f->trouble_count) {
        f->troubles[f->trouble_count++] = *trouble;
    }
    return (uint8_t)(number + 1);
}

// ---- playing ----------------------------------------------------------------------------------------

enum { CAME_AT_FIRST = 256 };

static Came *came_at(const Found *f, uint32_t number)
{
    return (void *)(f->came + f->size * number);
}

static Came *more(Found *f)
{
    if (f->count == f->room) {
        f->room = f->room == 0 ? CAME_AT_FIRST : f->room * 2;
        f->came = mem_grow(f->came, f->size * f->room);
    }
    return came_at(f, f->count++);
}

static void forget(const Hand *h, Playthrough *play)
{
    if (h->live != NULL) {
        explore_live_forget(h->live, play);
    } else {
        play->seed = 0;
    }
}

static uint8_t check_always(const Hand *h, const Came *came)
{
    if (h->scenario.always_count == 0) {
        return 0;
    }
    ExploreTrouble t = { .kind = EXPLORE_BROKEN, .state = came->from, .edge = came->edge };
    t.always = explore_always_broken(&h->scenario, h->after, &t.err);
    return t.always >= 0 ? note_trouble(h->found, &t) : 0;
}

static void arrive(const Plain *w, const Hand *h, Came *came)
{
    const ExplorePack *pack = &w->graph->pack;
    came->kind = CAME_ARRIVES;
    came->trouble = check_always(h, came);
    forget(h, h->after);
    ExploreState state = w->rounds.count > 1
                             ? explore_pack_apart(pack, &h->found->finds, h->after, &h->from)
                             : explore_pack(&w->graph->pack, h->after, &h->from);
    memcpy(came->state, state.id, sizeof *state.id * (size_t)pack->words);
}

static uint8_t note_failure(Hand *h, ExploreTrouble trouble)
{
    h->err = (Err){ 0 };
    return note_trouble(h->found, &trouble);
}

// `offer` NULL: where no choice stands between.
static void take(const Plain *w, Hand *h, uint32_t from, const StoryOffer *offer)
{
    const Scenario *sc = &h->scenario;
    ExploreEdge edge = { .to = (uint32_t)EXPLORE_NOWHERE, .kind = EXPLORE_GOES_ON };
    if (offer != NULL) {
        edge.x = offer->x;
        edge.kind = offer->kind;
    }
    explore_fork_first(&h->fork, NULL);
    h->fork.overflow = false;
    do {
        memcpy(h->after, h->before, sc->play_size);
        bool ok = offer == NULL ? story_go_on(sc, h->after, &h->err)
                                : story_choose(sc, h->after, offer, NULL, &h->err);
        edge.chance = (float)explore_fork_chance(&h->fork);
        Came *came = more(h->found);
        came->from = from;
        came->edge = edge;
        if (ok) {
            arrive(w, h, came);
        } else {
            came->kind = CAME_FAILS;
            came->trouble =
                note_failure(h, (ExploreTrouble){ EXPLORE_FAILED, from, edge, 0, h->err });
        }
        came->overflow = h->fork.overflow;
        edge.outcome = (uint8_t)(edge.outcome + (edge.outcome < UINT8_MAX));
    } while (explore_fork_next(&h->fork));
}

static void stuck(Hand *h, uint32_t state)
{
    Came *came = more(h->found);
    came->from = state;
    came->kind = CAME_STUCK;
    came->overflow = false;
    came->trouble =
        note_failure(h, (ExploreTrouble){ .kind = EXPLORE_STUCK, .state = state, .err = h->err });
}

static void leave(const Plain *w, Hand *h, uint32_t state, const uint32_t *packed)
{
    const ExplorePack *pack = &w->graph->pack;
    memcpy(h->from.id, packed, sizeof *packed * (size_t)pack->words);
    explore_unpack(pack, &h->from, h->before);
    if (h->before->ended != 0) {
        return;
    }
    if (story_between(&h->scenario, h->before)) {
        take(w, h, state, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    int count = story_offers(&h->scenario, h->before, false, offers, &h->err);
    if (count == 0) {
        stuck(h, state);
    }
    for (int i = 0; i < count; i++) {
        take(w, h, state, &offers[i]);
    }
}

static uint32_t leave_share(void *context, int which, int hand, uint32_t nth, uint32_t count)
{
    Plain *w = context;
    Hand *h = &w->hand[hand];
    size_t words = (size_t)w->graph->pack.words;
    h->found = &w->found[which][hand];
    for (uint32_t i = nth; i < nth + count; i++) {
        leave(w, h, w->rounds.round[which].from + i, w->left[which] + words * i);
    }
    return h->found->count;
}

// ---- numbering --------------------------------------------------------------------------------------

// The state's number; new ones remember where they were reached from.
static uint32_t number_of(ExploreGraph *g, const uint32_t *state, uint64_t hash, uint32_t parent)
{
    uint32_t known = g->pack.states.count;
    uint32_t number = explore_table_add_hashed(&g->pack.states, state, hash);
    if (number == known) {
        explore_add_state(g, number, parent);
    }
    return number;
}

// The edges of the states before this one are all there.
static void begin_edges(Plain *w, uint32_t state)
{
    while (w->begun <= state) {
        w->graph->first[w->begun++] = w->graph->edge_count;
    }
}

static void keep(Plain *w, const Found *f, Came *came, uint64_t hash)
{
    ExploreGraph *g = w->graph;
    if (came->from >= w->begun) {
        w->over = w->over || g->pack.states.count > w->limit;
        if (w->over) {
            return;
        }
        begin_edges(w, came->from);
    }
    g->overflow = g->overflow || came->overflow;
    if (came->trouble > 0) {
        explore_add_trouble(g, &f->troubles[came->trouble - 1]);
    }
    if (came->kind == CAME_ARRIVES) {
        came->edge.to = number_of(g, came->state, hash, came->from);
    }
    if (came->kind != CAME_STUCK) {
        explore_add_edge(g, came->edge);
    }
}

static void number_share(void *context, int which, const ExploreShare *share)
{
    Plain *w = context;
    const ExploreTable *states = &w->graph->pack.states;
    const Found *f = &w->found[which][share->hand];
    uint64_t hashes[AHEAD] = { 0 };
    for (uint32_t i = share->first; !w->over && i < share->end + AHEAD; i++) {
        if (i >= share->first + AHEAD) {
            keep(w, f, came_at(f, i - AHEAD), hashes[i % AHEAD]);
        }
        if (i >= share->first + NEAR && i < share->end + NEAR) {
            explore_table_fetch_record(states, hashes[(i - NEAR) % AHEAD]);
        }
        Came *came = i < share->end ? came_at(f, i) : NULL;
        if (came != NULL && came->kind == CAME_ARRIVES) {
            if (w->rounds.count > 1) {
                explore_pack_settle(&w->graph->pack, &f->finds, came->state);
            }
            hashes[i % AHEAD] = explore_table_hash(states, came->state);
            explore_table_fetch(states, hashes[i % AHEAD]);
        }
    }
}

// ---- rounds -----------------------------------------------------------------------------------------

// Lays out states that have numbers and were not left: how many.
static uint32_t choose(Plain *w)
{
    const ExploreTable *states = &w->graph->pack.states;
    int which = explore_round_next(&w->rounds);
    uint32_t most = explore_round_most(&w->rounds), there = states->count - w->next;
    uint32_t count = there < most ? there : most;
    if (count > 0) {
        memcpy(w->left[which], explore_table_at(states, w->next), states->size * count);
    }
    for (int i = 0; i < w->rounds.count; i++) {
        w->found[which][i].count = 0;
        w->found[which][i].trouble_count = 0;
        explore_finds_clear(&w->found[which][i].finds);
    }
    return count;
}

// Edges of the states that were seen, not left, there are none.
static void finish(Plain *w)
{
    ExploreGraph *g = w->graph;
    g->complete = g->pack.states.count <= w->limit;
    begin_edges(w, g->pack.states.count);
}

static void walk(Plain *w)
{
    for (uint32_t round = 0; !w->over; round++) {
        if (round % STALE == 0 && w->live != NULL && explore_live_stale(w->live)) {
            return; // it will be done anew
        }
        uint32_t count = choose(w);
        if (count == 0 && !explore_round_waits(&w->rounds)) {
            break;
        }
        explore_round(&w->rounds, w->next, count);
        w->next += count;
        for (int i = 0; i < w->rounds.count; i++) {
            explore_pack_join(&w->graph->pack, &w->found[w->rounds.now][i].finds);
        }
    }
    finish(w);
}

// ---- life -------------------------------------------------------------------------------------------

static void hand_init(Hand *h, const Scenario *sc, ExploreLive *live, bool first)
{
    h->scenario = *sc;
    h->live = live;
    if (live != NULL && !first) {
        explore_live_twin(&h->twin, live);
        h->live = &h->twin;
    }
    h->before = mem_alloc(sc->play_size);
    h->after = mem_alloc(sc->play_size);
    explore_fork_init(&h->fork, sc, EXPLORE_ALL, NULL);
    h->scenario.oracle = &h->fork.oracle;
}

static void hand_deinit(Hand *h)
{
    if (h->live == &h->twin) {
        explore_live_deinit(&h->twin);
    }
    mem_free(h->before);
    mem_free(h->after);
}

static void plain_init(Plain *w, const ExploreHands *hands)
{
    const ExplorePack *pack = &w->graph->pack;
    const Scenario *sc = w->graph->scenario;
    w->rounds = (ExploreRounds){ .hands = hands,
                                 .count = hands == NULL ? 1 : hands->count,
                                 .share = SHARE,
                                 .context = w,
                                 .leave = leave_share,
                                 .number = number_share };
    for (int i = 0; i < w->rounds.count; i++) {
        hand_init(&w->hand[i], sc, w->live, i == 0);
    }
    for (int which = 0; which < 2; which++) {
        w->left[which] = mem_alloc(pack->states.size * explore_round_most(&w->rounds));
        for (int i = 0; i < w->rounds.count; i++) {
            w->found[which][i].size = sizeof(Came) + pack->states.size;
            explore_finds_init(&w->found[which][i].finds, pack);
        }
    }
}

static void plain_deinit(Plain *w)
{
    for (int i = 0; i < w->rounds.count; i++) {
        hand_deinit(&w->hand[i]);
    }
    for (int which = 0; which < 2; which++) {
        mem_free(w->left[which]);
        for (int i = 0; i < w->rounds.count; i++) {
            explore_finds_deinit(&w->found[which][i].finds);
            mem_free(w->found[which][i].came);
        }
    }
}

static bool begin(Plain *w, Err *err)
{
    Hand *h = &w->hand[0];
    ExploreGraph *g = w->graph;
    explore_fork_first(&h->fork, NULL); // nothing falls before the first scene
    if (!story_start(&h->scenario, h->after, 0, NULL, err)) {
        return false;
    }
    forget(h, h->after);
    ExploreState start = explore_pack(&g->pack, h->after, NULL);
    number_of(g, start.id, explore_table_hash(&g->pack.states, start.id), 0);
    return true;
}

bool explore_plain(ExploreGraph *graph, ExploreLive *live, uint32_t limit,
                   const ExploreHands *hands, Err *err)
{
    Plain *w = mem_alloc(sizeof *w);
    w->graph = graph;
    w->live = live;
    w->limit = limit;
    plain_init(w, hands);
    bool ok = begin(w, err);
    if (ok) {
        walk(w);
    }
    plain_deinit(w);
    mem_free(w);
    return ok;
}
