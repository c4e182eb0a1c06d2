// Breadth first, so that the first way into a state is a shortest one.
#include "explore/explore.h"

#include "base/arena.h"
#include "base/hash.h"
#include "explore/fork.h"
#include "explore/graph.h"
#include "explore/live.h"
#include "explore/straight.h"
#include "explore/wander.h"

#include <string.h>

enum { PLAYS_HEARD = 20000, PLAYS_QUIET = 2000 };
enum { RESTS_MOST = 4000000, BOUNDED_STATES = 1000000 };
enum { STATES_STALE = 4096 }; // as many are left before it is looked whether that is worth anything

// A state that was come to and is not looked up yet. Its place in a large table lies far away: it is
// asked for here, and while it comes others are played.
typedef struct Arrival {
    ExplorePacking packing;
    uint64_t hash;         // of the state
    uint32_t edge, parent; // that lead there
} Arrival;
enum { ARRIVALS = 32, ARRIVALS_PACKED = 8, ARRIVALS_FETCHED = 20 }; // how long they wait for each

typedef struct Search {
    ExploreGraph *graph;
    Scenario scenario; // a copy with the oracle in it
    ExploreLive live;
    ExploreFork fork;
    ExploreAnswers answers;
    StoryTest *tests; // that ask for trust
    bool forget, merge;
    uint32_t limit;
    Playthrough *before, *after;
    ExploreState from; // that is being left
    Arrival arrivals[ARRIVALS];
    uint32_t came, packed, settled; // how many ever; those between are waiting
} Search;

// Forgetting and merging rest on what condition functions were known to read.
static bool is_stale(const Search *s)
{
    return (s->forget || s->merge) && explore_live_stale(&s->live);
}

static void trouble(Search *s, ExploreTroubleKind kind, uint32_t state, const ExploreEdge *edge,
                    int always, const Err *err)
{
    ExploreGraph *g = s->graph;
    int same = 0;
    for (int i = 0; i < g->trouble_count; i++) {
        same += g->troubles[i].kind == kind && g->troubles[i].always == always &&
                strcmp(g->troubles[i].err.message, err->message) == 0;
    }
    if (same == 0 && g->trouble_count < EXPLORE_TROUBLES_MAX) {
        ExploreTrouble *t = &g->troubles[g->trouble_count++];
        *t = (ExploreTrouble){ .kind = kind, .state = state, .always = always, .err = *err };
        t->edge = edge ? *edge : t->edge;
    }
}

// The state's number; new ones remember where they were reached from.
static uint32_t number_of(ExploreGraph *g, const ExploreState *state, uint64_t hash,
                          uint32_t parent)
{
    uint32_t known = g->pack.states.count;
    uint32_t number = explore_table_add_hashed(&g->pack.states, state->id, hash);
    if (number == known) {
        explore_add_state(g, number, parent);
    }
    return number;
}

static void forget(Search *s, Playthrough *play)
{
    if (s->forget) {
        explore_live_forget(&s->live, play);
    } else {
        play->seed = 0;
    }
}

// The next one that waits for its rest has it.
static void pack_next(Search *s)
{
    ExploreTable *states = &s->graph->pack.states;
    Arrival *a = &s->arrivals[s->packed++ % ARRIVALS];
    explore_pack_finish(&s->graph->pack, &a->packing);
    a->hash = explore_table_hash(states, a->packing.state.id);
    explore_table_fetch(states, a->hash);
}

// The one that has waited longest gets its number: in the order in which they came.
static void settle(Search *s)
{
    if (s->packed == s->settled) {
        pack_next(s);
    }
    const Arrival *a = &s->arrivals[s->settled++ % ARRIVALS];
    s->graph->edges[a->edge].to = number_of(s->graph, &a->packing.state, a->hash, a->parent);
}

static void settle_all(Search *s)
{
    while (s->settled != s->came) {
        settle(s);
    }
}

// At the end of the edge that is added next.
static void arrive(Search *s, Playthrough *play, uint32_t parent)
{
    if (s->came - s->settled == ARRIVALS) {
        settle(s);
    }
    Arrival *a = &s->arrivals[s->came++ % ARRIVALS];
    forget(s, play);
    explore_pack_begin(&s->graph->pack, play, &s->from, &a->packing);
    a->edge = s->graph->edge_count;
    a->parent = parent;
    if (s->came - s->packed > ARRIVALS_PACKED) {
        pack_next(s);
    }
    if (s->came - s->settled > ARRIVALS_FETCHED) {
        explore_table_fetch_record(&s->graph->pack.states,
                                   s->arrivals[(s->came - ARRIVALS_FETCHED) % ARRIVALS].hash);
    }
}

static void check_always(Search *s, Playthrough *play, uint32_t from, const ExploreEdge *edge)
{
    if (s->scenario.always_count == 0) {
        return;
    }
    Err err = { 0 };
    int broken = explore_always_broken(&s->scenario, play, &err);
    if (broken >= 0) {
        trouble(s, EXPLORE_BROKEN, from, edge, broken, &err);
    }
}

// `offer` NULL: where no choice stands between.
static void take(Search *s, uint32_t from, const StoryOffer *offer)
{
    ExploreEdge edge = { .kind = EXPLORE_GOES_ON };
    if (offer != NULL) {
        edge.x = offer->x;
        edge.kind = offer->kind;
    }
    Err err = { 0 };
    explore_fork_first(&s->fork, NULL);
    do {
        memcpy(s->after, s->before, s->scenario.play_size);
        bool ok = offer == NULL ? story_go_on(&s->scenario, s->after, &err)
                                : story_choose(&s->scenario, s->after, offer, NULL, &err);
        edge.chance = (float)explore_fork_chance(&s->fork);
        edge.to = (uint32_t)EXPLORE_NOWHERE;
        if (ok) {
            check_always(s, s->after, from, &edge);
            arrive(s, s->after, from);
        } else {
            trouble(s, EXPLORE_FAILED, from, &edge, 0, &err);
            err = (Err){ 0 };
        }
        explore_add_edge(s->graph, edge);
        edge.outcome = (uint8_t)(edge.outcome + (edge.outcome < UINT8_MAX));
    } while (explore_fork_next(&s->fork));
    s->graph->overflow = s->graph->overflow || s->fork.overflow;
}

static void leave(Search *s, uint32_t state)
{
    ExploreGraph *g = s->graph;
    g->first[state] = g->edge_count;
    s->from = explore_pack_state(&g->pack, state);
    explore_unpack(&g->pack, &s->from, s->before);
    if (s->before->ended != 0) {
        return;
    }
    if (story_between(&s->scenario, s->before)) {
        take(s, state, NULL);
        return;
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(&s->scenario, s->before, false, offers, &err);
    if (count == 0) {
        trouble(s, EXPLORE_STUCK, state, NULL, 0, &err);
    }
    for (int i = 0; i < count; i++) {
        take(s, state, &offers[i]);
    }
}

static bool begin(Search *s, Err *err)
{
    explore_fork_first(&s->fork, NULL); // nothing falls before the first scene
    if (!story_start(&s->scenario, s->after, 0, NULL, err)) {
        return false;
    }
    forget(s, s->after);
    ExploreState start = explore_pack(&s->graph->pack, s->after, NULL);
    number_of(s->graph, &start, explore_table_hash(&s->graph->pack.states, start.id), 0);
    return true;
}

// ---- merging ----------------------------------------------------------------------------------------

// What the story says where a choice fails, an `always` breaks or nothing is open: it is gone again
// for that.
static void tell(void *context, const ExploreState *packed, uint32_t state, const ExploreEdge *edge)
{
    Search *s = context;
    Err err = { 0 };
    StoryOffer offers[STORY_OFFERS_MAX];
    explore_unpack(&s->graph->pack, packed, s->before);
    bool goes_on = edge != NULL && edge->kind == EXPLORE_GOES_ON;
    int count = goes_on ? 0 : story_offers(&s->scenario, s->before, false, offers, &err);
    if (edge == NULL) {
        trouble(s, EXPLORE_STUCK, state, NULL, 0, &err);
        return;
    }
    int chosen = 0;
    while (chosen < count && (offers[chosen].x != edge->x || offers[chosen].kind != edge->kind)) {
        chosen++;
    }
    int outcome = edge->outcome;
    bool ok = false;
    explore_fork_first(&s->fork, NULL);
    do {
        err = (Err){ 0 };
        memcpy(s->after, s->before, s->scenario.play_size);
        if (goes_on) {
            ok = story_go_on(&s->scenario, s->after, &err);
        } else if (chosen < count) {
            ok = story_choose(&s->scenario, s->after, &offers[chosen], NULL, &err);
        }
    } while (outcome-- > 0 && explore_fork_next(&s->fork));
    if (ok) {
        check_always(s, s->after, state, edge);
    } else {
        trouble(s, EXPLORE_FAILED, state, edge, 0, &err);
    }
}

// Takes the parts apart and puts them together again. False: there is too much of it.
static bool merge(Search *s)
{
    ExploreGraph *g = s->graph;
    ExploreRests rests;
    ExploreClasses classes[EXPLORE_PARTS] = { 0 };
    // Pairs of a rest and a value come to few classes.
    uint32_t pairs = s->limit >= BOUNDED_STATES ? EXPLORE_STATES_MAX : s->limit;
    int count = explore_parts(g->scenario);
    uint32_t most = s->limit < RESTS_MOST ? s->limit : RESTS_MOST;
    bool ok = explore_rests_init(&rests, &s->scenario, &g->pack, s->forget ? &s->live : NULL,
                                 &s->answers, most);
    if (rests.many && s->limit > BOUNDED_STATES) {
        s->limit = BOUNDED_STATES; // so many without any trust: with it the end is not waited for
    }
    s->scenario.oracle = &s->fork.oracle;
    for (int i = 0; ok && i < count; i++) {
        ok = explore_project(&classes[i], &rests, i, pairs);
    }
    for (int i = 0; ok && i < count; i++) {
        explore_classes_pack(&classes[i], &rests, i);
    }
    if (ok && s->answers.news == 0 && !is_stale(s)) {
        if (!explore_straight(g, &rests, classes, s->limit)) {
            ExploreTeller teller = { s, tell };
            explore_product(g, &rests, classes, s->limit, &teller);
        }
        g->merged_parts = (1u << count) - 1;
    }
    for (int i = 0; i < count; i++) { // what was too much has some too
        explore_classes_deinit(&classes[i]);
    }
    explore_rests_deinit(&rests);
    return ok;
}

// What an `always` asks is heard too.
static void hear(void *context, Playthrough *play)
{
    Search *s = context;
    explore_always_broken(&s->scenario, play, NULL);
}

// Plays at random to hear most of the answers that trust ever gives, until none has come for long.
static void listen(Search *s)
{
    uint64_t stream = 1;
    s->fork.stream = &stream;
    uint32_t news = 0;
    for (int i = 0, until = PLAYS_QUIET; i < PLAYS_HEARD && i < until; i++) {
        if (s->answers.news > news) {
            news = s->answers.news;
            until = PLAYS_QUIET + 5 * i;
        }
        explore_wander(&s->scenario, &stream, s->after, &(ExploreWander){ s, hear });
    }
    s->fork.stream = NULL;
}

static bool walk(Search *s, Err *err)
{
    ExploreGraph *graph = s->graph;
    bool ok = begin(s, err);
    for (uint32_t state = 0; ok && state < graph->pack.states.count; state++) {
        if (state % STATES_STALE == 0 && is_stale(s)) {
            return true; // it will be done anew
        }
        leave(s, state);
        uint32_t waiting = s->came - s->settled;
        if (state + 1 == graph->pack.states.count ||
            graph->pack.states.count + waiting > s->limit) {
            settle_all(s); // how many there are decides what comes next
        }
        if (graph->pack.states.count > s->limit) {
            graph->complete = false;
            for (uint32_t rest = state + 1; rest < graph->pack.states.count; rest++) {
                graph->first[rest] = graph->edge_count; // they were seen, not left
            }
            break;
        }
    }
    if (ok) {
        graph->first[graph->pack.states.count] = graph->edge_count;
    }
    return ok;
}

static void begin_anew(Search *s)
{
    ExploreGraph *g = s->graph;
    explore_pack_deinit(&g->pack);
    explore_pack_init(&g->pack, g->scenario);
    g->edge_count = 0;
    g->trouble_count = 0;
    g->complete = true;
    g->overflow = false;
    s->came = s->packed = s->settled = 0;
    s->answers.news = 0;
    if (is_stale(s)) {
        explore_live_renew(&s->live);
    }
}

// Every state, once more wherever a condition function has read more than was known.
static bool walk_proved(Search *s, Err *err)
{
    bool ok = true;
    s->scenario.tests = s->graph->scenario->tests;
    s->fork.oracle.at_least = NULL;
    do {
        begin_anew(s);
        ok = walk(s, err);
    } while (ok && is_stale(s));
    return ok;
}

// Merging rests on the answers that were known. When a part gives others, it is done again with
// them; at last nothing new is heard, and every step was one that was foreseen.
static bool walk_merged(Search *s, Err *err)
{
    listen(s);
    bool fits = true;
    do {
        begin_anew(s);
        fits = merge(s);
    } while (fits && (s->answers.news > 0 || is_stale(s)));
    return fits || walk_proved(s, err);
}

// Gives back the room that is left.
static void trim(ExploreGraph *g)
{
    explore_pack_seal(&g->pack);
    g->edge_room = g->edge_count;
    g->edges = mem_grow(g->edges, sizeof *g->edges * ((size_t)g->edge_room + 1));
    g->state_room = explore_state_count(g) + 1;
    g->parent = mem_grow(g->parent, sizeof *g->parent * g->state_room);
    g->first = mem_grow(g->first, sizeof *g->first * ((size_t)g->state_room + 1));
}

bool explore_init(ExploreGraph *graph, const Scenario *scenario, const ExploreOptions *options,
                  Err *err)
{
    *graph = (ExploreGraph){ .scenario = scenario, .complete = true };
    Search *s = mem_alloc(sizeof *s);
    s->graph = graph;
    s->scenario = *scenario;
    s->forget = options->forget;
    s->merge = options->merge;
    s->limit = options->state_limit != 0 ? options->state_limit : EXPLORE_STATES_MAX;
    s->before = mem_alloc(scenario->play_size);
    s->after = mem_alloc(scenario->play_size);
    s->tests = explore_asking_tests(scenario);
    explore_pack_init(&graph->pack, scenario);
    explore_live_init(&s->live, scenario);
    explore_answers_init(&s->answers);
    explore_fork_init(&s->fork, scenario, EXPLORE_ALL, &s->answers);
    s->scenario.oracle = &s->fork.oracle;
    bool ok = true;
    if (options->merge && explore_live_mergeable(&s->live)) {
        s->scenario.tests = s->tests;
        ok = begin(s, err) && walk_merged(s, err);
    } else {
        ok = walk_proved(s, err);
    }
    if (ok) {
        trim(graph);
    }
    explore_answers_deinit(&s->answers);
    explore_live_deinit(&s->live);
    mem_free(s->tests);
    mem_free(s->before);
    mem_free(s->after);
    mem_free(s);
    return ok;
}

void explore_deinit(ExploreGraph *graph)
{
    explore_pack_deinit(&graph->pack);
    mem_free(graph->edges);
    mem_free(graph->first);
    mem_free(graph->parent);
    *graph = (ExploreGraph){ .complete = false };
}

void explore_play(const ExploreGraph *graph, uint32_t state, Playthrough *play)
{
    ExploreState packed = explore_pack_state(&graph->pack, state);
    explore_unpack(&graph->pack, &packed, play);
}

// Breadth first, by the order of the edges.
uint32_t *explore_nearest_first(const ExploreGraph *graph)
{
    uint32_t count = explore_state_count(graph), found = 1;
    uint32_t *order = mem_alloc(sizeof *order * ((size_t)count + 1)); // the start is the first
    bool *seen = mem_alloc((size_t)count + 1);
    seen[0] = true;
    for (uint32_t i = 0; i < found; i++) {
        for (uint32_t k = graph->first[order[i]]; k < graph->first[order[i] + 1]; k++) {
            uint32_t to = graph->edges[k].to;
            if (to != (uint32_t)EXPLORE_NOWHERE && !seen[to]) {
                seen[to] = true;
                order[found++] = to;
            }
        }
    }
    mem_free(seen);
    return order;
}

size_t explore_bytes(const ExploreGraph *graph)
{
    size_t states = graph->pack.states.count;
    return explore_pack_bytes(&graph->pack) + sizeof(ExploreEdge) * graph->edge_room +
           states * (sizeof *graph->first + sizeof *graph->parent);
}
