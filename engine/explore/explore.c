// What is to be walked, and which way: taken apart and put together again, or turn by turn (plain.h).
#include "explore/explore.h"

#include "base/arena.h"
#include "explore/fork.h"
#include "explore/graph.h"
#include "explore/listen.h"
#include "explore/live.h"
#include "explore/plain.h"
#include "explore/share.h"
#include "explore/straight.h"

#include <string.h>

enum { RESTS_MOST = 4000000, BOUNDED_STATES = 1000000 };

typedef struct Search {
    ExploreGraph *graph;
    Scenario scenario; // a copy with the oracle in it
    ExploreLive live;
    ExploreFork fork;
    ExploreAnswers answers;
    StoryTest *tests; // that ask for trust
    bool forget, merge;
    uint32_t limit;
    const ExploreHands *hands;
    Playthrough *before, *after;
} Search;

// Forgetting and merging rest on what condition functions were known to read.
static bool is_stale(const Search *s)
{
    return (s->forget || s->merge) && explore_live_stale(&s->live);
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
    ExploreTrouble trouble = { .kind = EXPLORE_STUCK, .state = state, .err = err };
    if (edge == NULL) {
        explore_add_trouble(s->graph, &trouble);
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
    trouble = (ExploreTrouble){ EXPLORE_FAILED, state, *edge, 0, err };
    if (ok) {
        trouble.kind = EXPLORE_BROKEN;
        trouble.always = explore_always_broken(&s->scenario, s->after, &trouble.err);
    }
    if (!ok || trouble.always >= 0) {
        explore_add_trouble(s->graph, &trouble);
    }
}

typedef struct Parts { // that are worked out, each by itself
    const ExploreRests *rests;
    ExploreClasses *classes;
    uint32_t limit; // of pairs
    int count;
    int order[EXPLORE_PARTS]; // the ones with most happening first
    bool ok[EXPLORE_PARTS];
} Parts;

static void sort_parts(Parts *p)
{
    for (int i = 0; i < p->count; i++) {
        int at = i;
        uint32_t codes = p->rests->paths[i].codes.count;
        for (; at > 0 && p->rests->paths[p->order[at - 1]].codes.count < codes; at--) {
            p->order[at] = p->order[at - 1];
        }
        p->order[at] = i;
    }
}

static void work_out(void *context, int hand, uint32_t nth)
{
    Parts *p = context;
    int part = p->order[nth];
    (void)hand;
    p->ok[part] = explore_project(&p->classes[part], p->rests, part, p->limit);
}

static bool project(const Search *s, const ExploreRests *rests, ExploreClasses *classes,
                    uint32_t limit)
{
    Parts parts = { .rests = rests, .classes = classes, .limit = limit };
    parts.count = explore_parts(rests->scenario);
    sort_parts(&parts);
    explore_share(s->hands, (uint32_t)parts.count, 1, &parts, work_out);
    bool ok = true;
    for (int i = 0; i < parts.count; i++) {
        ok = ok && parts.ok[i];
    }
    return ok;
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
                                 &s->answers, most, s->hands);
    if (rests.many && s->limit > BOUNDED_STATES) {
        s->limit = BOUNDED_STATES; // so many without any trust: with it the end is not waited for
    }
    s->scenario.oracle = &s->fork.oracle;
    ok = ok && project(s, &rests, classes, pairs);
    for (int i = 0; ok && i < count; i++) {
        explore_classes_pack(&classes[i], &rests, i);
    }
    if (ok && s->answers.news == 0 && !is_stale(s)) {
        if (!explore_straight(g, &rests, classes, s->limit, s->hands)) {
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

static void begin_anew(Search *s, bool whole)
{
    ExploreGraph *g = s->graph;
    explore_pack_deinit(&g->pack);
    explore_pack_init(&g->pack, g->scenario, whole);
    g->edge_count = 0;
    g->trouble_count = 0;
    g->complete = true;
    g->overflow = false;
    s->answers.news = 0;
    if (is_stale(s)) {
        explore_live_renew(&s->live);
    }
}

// Every state, once more wherever a condition function has read more than was known.
static bool walk_proved(Search *s, Err *err)
{
    bool ok = true;
    do {
        begin_anew(s, true);
        ok = explore_plain(s->graph, s->forget ? &s->live : NULL, s->limit, s->hands, err);
    } while (ok && is_stale(s));
    return ok;
}

// Merging rests on the answers that were known. When a part gives others, it is done again with
// them and with what follows from them at once; at last nothing new is heard, and every step was one that was foreseen.
static bool walk_merged(Search *s, Err *err)
{
    explore_listen(&s->answers, &s->scenario, s->hands);
    bool fits = true;
    do {
        begin_anew(s, false);
        fits = merge(s);
        if (fits && s->answers.news > 0) {
            explore_listen_on(&s->answers, &s->scenario, s->hands);
        }
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
    s->hands = scenario->lua_condition == NULL ? options->hands : NULL; // Lua knows one thread
    s->limit = options->state_limit != 0 ? options->state_limit : EXPLORE_STATES_MAX;
    s->before = mem_alloc(scenario->play_size);
    s->after = mem_alloc(scenario->play_size);
    s->tests = explore_asking_tests(scenario);
    explore_pack_init(&graph->pack, scenario, false);
    if (s->forget || s->merge) {
        explore_live_init(&s->live, scenario);
    }
    explore_answers_init(&s->answers);
    explore_fork_init(&s->fork, scenario, EXPLORE_ALL, &s->answers);
    s->scenario.oracle = &s->fork.oracle;
    bool ok = true;
    if (options->merge && explore_live_mergeable(&s->live)) {
        s->scenario.tests = s->tests;
        ok = story_start(&s->scenario, s->after, 0, NULL, err) && walk_merged(s, err);
    } else {
        ok = walk_proved(s, err);
    }
    if (ok) {
        trim(graph);
    } else {
        explore_deinit(graph);
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
