// Two walks: first along the edges of the graph, every draw answered as the edge says; then with
// seeds, until one comes to the same states.
#include "explore/way.h"

#include "base/arena.h"
#include "base/text.h"
#include "explore/fork.h"
#include "story/history.h"

#include <string.h>

enum { SCENES_WITHOUT_CHOICE_MAX = 200 };

// One choice and where it leads. The first one is the beginning: no choice.
typedef struct Turn {
    StoryOffer offer;
    Playthrough *play; // where it stops
    bool failed;       // it never comes to a stop, or ends in an error
} Turn;

typedef struct Route {
    const Scenario *scenario;
    Scenario asked; // a copy with the oracle in it
    ExploreFork fork;
    ExploreAnswers answers;
    Playthrough *now, *after;
    Turn *turns;
    int count, room;
} Route;

static void route_init(Route *r, const Scenario *scenario)
{
    *r = (Route){ .scenario = scenario, .asked = *scenario };
    explore_answers_init(&r->answers);
    explore_fork_init(&r->fork, scenario, EXPLORE_ALL, &r->answers);
    r->fork.oracle.at_least = NULL;
    r->asked.oracle = &r->fork.oracle;
    r->now = mem_alloc(scenario->play_size);
    r->after = mem_alloc(scenario->play_size);
}

static void route_deinit(Route *r)
{
    for (int i = 0; i < r->count; i++) {
        mem_free(r->turns[i].play);
    }
    mem_free(r->turns);
    mem_free(r->now);
    mem_free(r->after);
    explore_answers_deinit(&r->answers);
}

static Turn *new_turn(Route *r)
{
    if (r->count == r->room) {
        r->room = r->room == 0 ? 32 : r->room * 2;
        r->turns = mem_grow(r->turns, sizeof *r->turns * (size_t)r->room);
    }
    Turn *turn = &r->turns[r->count++];
    *turn = (Turn){ .play = mem_alloc(r->scenario->play_size) };
    memcpy(turn->play, r->now, r->scenario->play_size);
    return turn;
}

static bool find_offer(const Scenario *sc, const Playthrough *play, int kind, int x,
                       StoryOffer *out)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int count = story_offers(sc, play, false, offers, NULL);
    for (int i = 0; i < count; i++) {
        if (offers[i].kind == kind && offers[i].x == x) {
            *out = offers[i];
            return true;
        }
    }
    return false;
}

// Goes on from `now` with the outcome of that number; false when it fails there. `offer` NULL: where
// no choice stands between.
static bool step(Route *r, const StoryOffer *offer, int outcome)
{
    bool ok = true;
    int at = 0;
    explore_fork_first(&r->fork, NULL);
    do {
        memcpy(r->after, r->now, r->scenario->play_size);
        ok = offer == NULL ? story_go_on(&r->asked, r->after, NULL)
                           : story_choose(&r->asked, r->after, offer, NULL, NULL);
    } while (at++ < outcome && explore_fork_next(&r->fork));
    Playthrough *before = r->now;
    r->now = r->after;
    r->after = before;
    return ok;
}

static void note_turn(Route *r, bool ok)
{
    Turn *turn = &r->turns[r->count - 1];
    memcpy(turn->play, r->now, r->scenario->play_size);
    turn->failed = !ok;
}

static bool follow(Route *r, const ExploreEdge *edge)
{
    StoryOffer offer = { .kind = edge->kind };
    bool between = edge->kind == EXPLORE_GOES_ON;
    if (between != story_between(&r->asked, r->now) ||
        (!between && !find_offer(r->scenario, r->now, edge->kind, edge->x, &offer))) {
        return false;
    }
    if (!between) {
        new_turn(r)->offer = offer;
    }
    note_turn(r, step(r, between ? NULL : &offer, edge->outcome));
    return true;
}

// To the next stop. A story that goes round without a choice fails like one that cannot go on.
static void go_on(Route *r)
{
    bool ok = !r->turns[r->count - 1].failed;
    for (int i = 0; ok && story_between(&r->asked, r->now); i++) {
        ok = i < SCENES_WITHOUT_CHOICE_MAX && step(r, NULL, 0);
    }
    note_turn(r, ok);
}

static const ExploreEdge *likeliest(const ExploreGraph *g, uint32_t from, uint32_t to)
{
    const ExploreEdge *best = NULL;
    for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
        const ExploreEdge *edge = &g->edges[i];
        if (edge->to == to && (best == NULL || edge->chance > best->chance)) {
            best = edge;
        }
    }
    return best;
}

static bool lay_out(Route *r, const ExploreGraph *g, uint32_t state, const ExploreEdge *last)
{
    uint32_t length = 0;
    for (uint32_t at = state; at != 0; at = g->parent[at]) {
        length++;
    }
    uint32_t *states = mem_alloc(sizeof *states * (length + 1));
    for (uint32_t at = state, i = length; i > 0; i--, at = g->parent[at]) {
        states[i] = at;
    }
    bool ok = story_start(&r->asked, r->now, 0, NULL, NULL);
    new_turn(r);
    for (uint32_t i = 0; ok && i < length; i++) {
        const ExploreEdge *edge = likeliest(g, states[i], states[i + 1]);
        ok = edge != NULL && follow(r, edge);
    }
    ok = ok && (last == NULL || follow(r, last));
    mem_free(states);
    if (ok) {
        go_on(r);
    }
    return ok;
}

// ---- seeds ------------------------------------------------------------------------------------------

static bool same(const Route *r, const Turn *turn, bool ok)
{
    return ok != turn->failed && (turn->failed || play_equal(r->scenario, r->now, turn->play));
}

static bool falls_so(Route *r, uint64_t seed)
{
    bool ok = story_start(r->scenario, r->now, seed, NULL, NULL);
    for (int i = 0; i < r->count; i++) {
        StoryOffer offer;
        if (i > 0) {
            ok = find_offer(r->scenario, r->now, r->turns[i].offer.kind, r->turns[i].offer.x,
                            &offer);
            if (!ok) {
                return false;
            }
            ok = story_choose(r->scenario, r->now, &offer, NULL, NULL);
        }
        if (!same(r, &r->turns[i], ok)) {
            return false;
        }
    }
    return true;
}

// ---- ways -------------------------------------------------------------------------------------------

bool explore_way_of(const Scenario *scenario, uint64_t seed, const StoryOffer *taken, int count,
                    ExploreWay *out)
{
    Text ids = { 0 };
    Playthrough *play = mem_alloc(scenario->play_size);
    bool ok = story_start(scenario, play, seed, NULL, NULL) || count == 0;
    for (int i = 0; ok && i < count; i++) {
        char id[160];
        StoryOffer offer;
        ok = find_offer(scenario, play, taken[i].kind, taken[i].x, &offer);
        if (ok) {
            story_offer_id(scenario, play, &offer, id, (int)sizeof id);
            text_addf(&ids, "%s%s", i == 0 ? "" : ",", id);
            ok = story_choose(scenario, play, &offer, NULL, NULL) || i == count - 1;
        }
    }
    mem_free(play);
    *out = (ExploreWay){ seed, NULL, count };
    if (ok) {
        text_add(&ids, "");
        out->choices = ids.data;
        return true;
    }
    text_deinit(&ids);
    return false;
}

bool explore_way_to(const ExploreGraph *graph, uint32_t state, const ExploreEdge *last,
                    ExploreWay *out)
{
    Route route;
    *out = (ExploreWay){ .seed = 0 };
    route_init(&route, graph->scenario);
    bool found = false;
    if (lay_out(&route, graph, state, last)) {
        for (uint64_t seed = 1; !found && seed <= EXPLORE_SEEDS_MAX; seed++) {
            found = falls_so(&route, seed);
            out->seed = seed;
        }
    }
    if (found) {
        StoryOffer *taken = mem_alloc(sizeof *taken * (size_t)route.count);
        for (int i = 1; i < route.count; i++) {
            taken[i - 1] = route.turns[i].offer;
        }
        found = explore_way_of(graph->scenario, out->seed, taken, route.count - 1, out);
        mem_free(taken);
    }
    route_deinit(&route);
    return found;
}

void explore_way_deinit(ExploreWay *way)
{
    mem_free(way->choices);
    *way = (ExploreWay){ .seed = 0 };
}

bool explore_way_walk(const Scenario *scenario, const ExploreWay *way, Playthrough *play, Err *err)
{
    StoryHistory history;
    Err local = { 0 };
    int done = 0;
    *err = local;
    if (!history_open(&history, scenario, way->seed, err)) {
        story_start(scenario, play, way->seed, NULL, NULL); // stands where it failed
        return way->choice_count == 0;
    }
    history_walk(&history, way->choices, &done, err);
    memcpy(play, history.now, scenario->play_size);
    history_close(&history);
    return done == way->choice_count || (done == way->choice_count - 1 && err->kind != ERR_NONE);
}
