// See graph_fill.h. A state of the explorer is a place in the graph; its edges are ways.
#include "app/graph_fill.h"

#include "app/graph_when.h"
#include "app/hands.h"
#include "app/recording.h"
#include "base/arena.h"
#include "explore/values.h"
#include "report/graph_count.h"
#include "story/history.h"
#include "story/oracle.h"
#include "story/renames.h"

#include <float.h>
#include <string.h>

// ---- explored -----------------------------------------------------------------------------------

// Where the story stands in a state.
typedef struct Place {
    int node;  // the scene, or the ending
    int stop;  // -1: between two choices, or over
    bool over; // at an ending
} Place;

static Place place_of(Graph *g, const Playthrough *play)
{
    if (play->ended != 0) {
        return (Place){ graph_ending(g, play->ended - 1), -1, true };
    }
    bool between = story_between(g->scenario, play);
    return (Place){ play->scene, between ? -1 : graph_stop(g, play), false };
}

static void count_way(Graph *g, const Place *from, int offer, const Place *to, double weight)
{
    bool moves = to->over || to->stop < 0;
    if (moves || from->stop >= 0) {
        GraphWay *way = graph_way(g, from->node, from->stop, offer, moves ? to->node : GRAPH_STAYS);
        graph_count(g, &way->tally, GRAPH_OFTEN, weight, NULL, 0);
    }
}

static int choices_of(const ExploreGraph *explored, uint32_t state)
{
    int choices = 0;
    for (uint32_t i = explored->first[state]; i < explored->first[state + 1]; i++) {
        choices += explored->edges[i].outcome == 0;
    }
    return choices;
}

// What is in the graph is never taken for what is not, however seldom it is.
static double some(double weight)
{
    return weight > DBL_MIN ? weight : DBL_MIN;
}

// The option of that edge; -1: the story goes on by itself.
static int offer_of(Graph *g, const Place *from, const ExploreEdge *edge)
{
    return edge->kind == EXPLORE_GOES_ON
               ? -1
               : graph_offer(g, from->stop, &(StoryOffer){ .kind = edge->kind, .x = edge->x });
}

// How often a fair play comes through that state, and takes each edge out of it.
static void count_state(Graph *g, const ExploreGraph *explored, const Place *places, uint32_t state,
                        double visits)
{
    visits = some(visits);
    const Place *from = &places[state];
    int choices = choices_of(explored, state);
    if (from->stop < 0) {
        graph_count(g, &g->nodes[from->node].tally, GRAPH_OFTEN, visits, NULL, 0);
    } else {
        graph_count(g, &g->stops[from->stop].tally, GRAPH_OFTEN, visits, NULL, 0);
    }
    for (uint32_t i = explored->first[state]; i < explored->first[state + 1]; i++) {
        const ExploreEdge *edge = &explored->edges[i];
        int offer = offer_of(g, from, edge);
        if (offer >= 0) {
            GraphOffer *taken = &g->stops[from->stop].offers[offer];
            if (edge->outcome == 0) {
                taken->open += visits;
                graph_count(g, &taken->tally, GRAPH_OFTEN, some(visits / choices), NULL, 0);
            }
        }
        if (edge->to != (uint32_t)EXPLORE_NOWHERE) {
            count_way(g, from, offer, &places[edge->to],
                      some(visits * (double)edge->chance / choices));
        }
    }
}

static void count_way_of_loop(Graph *g, const Place *from, int offer, const Place *to, double share,
                              uint32_t loop)
{
    bool moves = to->stop < 0;
    if (moves || from->stop >= 0) {
        int node = moves ? to->node : GRAPH_STAYS;
        graph_count_loop(&graph_way(g, from->node, from->stop, offer, node)->tally, share, loop);
    }
    if (moves) {
        graph_count_loop(&graph_round(g, from->node, to->node)->tally, share, loop);
    }
}

// One that lies in a loop without a way out: that share of plays comes by for ever.
static void count_loop_state(Graph *g, const ExploreGraph *explored, const Place *places,
                             uint32_t state, double share, uint32_t loop)
{
    const Place *from = &places[state];
    GraphNode *node = &g->nodes[from->node];
    graph_count_loop(from->stop < 0 ? &node->tally : &g->stops[from->stop].tally, share, loop);
    for (uint32_t i = explored->first[state]; i < explored->first[state + 1]; i++) {
        const ExploreEdge *edge = &explored->edges[i];
        int offer = offer_of(g, from, edge);
        if (offer >= 0) {
            GraphOffer *taken = &g->stops[from->stop].offers[offer];
            taken->open += graph_count_loop(&taken->tally, share, loop) ? share : 0.0;
        }
        count_way_of_loop(g, from, offer, &places[edge->to], share, loop);
    }
}

static void count_loops(Graph *g, const ExploreGraph *explored, const ExploreValues *values,
                        const Place *places)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < values->in_loop_count; i++) {
        uint32_t state = values->in_loops[i], loop = values->loop[state];
        double share = some(values->visits[state]);
        g->for_ever += loop != last ? share : 0.0;
        last = loop;
        count_loop_state(g, explored, places, state, share, loop);
    }
}

static void count_explored(Graph *g, const ExploreGraph *explored)
{
    uint32_t count = explore_state_count(explored);
    Place *places = mem_alloc(sizeof *places * count);
    Playthrough *play = mem_alloc(g->scenario->play_size);
    ExploreValues values;
    explore_values_init(&values, explored);
    for (uint32_t i = 0; i < count; i++) {
        explore_play(explored, i, play);
        places[i] = place_of(g, play);
    }
    if (places[0].stop >= 0) { // the start has come through its scene already
        graph_count(g, &g->nodes[places[0].node].tally, GRAPH_OFTEN, 1.0, NULL, 0);
    }
    uint32_t *states =
        explore_nearest_first(explored); // ways stand in the order in which they are met
    for (uint32_t i = 0; i < count; i++) {
        if (values.loop == NULL || values.loop[states[i]] == 0) {
            count_state(g, explored, places, states[i], values.visits[states[i]]);
        }
    }
    count_loops(g, explored, &values, places);
    mem_free(states);
    g->states = count;
    explore_values_deinit(&values);
    mem_free(play);
    mem_free(places);
}

bool graph_fill(Graph *g, uint32_t limit, Err *err)
{
    ExploreGraph explored;
    Hands *hands = hands_new(0);
    ExploreOptions options = { limit, .forget = true, .merge = true, .hands = hands_of(hands) };
    bool begins = explore_init(&explored, g->scenario, &options, err);
    hands_free(hands);
    if (!begins) {
        return false;
    }
    g->proved = explored.complete && !explored.overflow;
    if (g->proved) {
        count_explored(g, &explored);
    }
    explore_deinit(&explored);
    graph_draw(g, g->proved ? GRAPH_FILL_PLAYS : GRAPH_FILL_MORE, 1, !g->proved);
    graph_when(g);
    return true;
}

// ---- recorded -----------------------------------------------------------------------------------

// One choice by its id. False where it is not open.
static bool take(GraphWalk *walk, StoryHistory *history, const char *id)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int open = story_offers(history->scenario, history->now, false, offers, NULL);
    int found = renames_offer_find(history->scenario, history->now, offers, open, id);
    if (found < 0) {
        return false;
    }
    graph_walk_choose(walk, history->now, offers, open, &offers[found]);
    if (!history_choose(history, &offers[found], NULL)) {
        return false;
    }
    graph_walk_chosen(walk, history->now, &history->journal);
    return true;
}

bool graph_fill_way(Graph *g, const char *choices, uint64_t seed, int which)
{
    StoryHistory history;
    GraphWalk walk = { .graph = g, .source = GRAPH_TESTS, .weight = 1.0, .which = which };
    if (!history_open(&history, g->scenario, seed, NULL)) {
        return false;
    }
    graph_walk_begin(&walk, history.now, &history.journal);
    bool good = true;
    while (good && *choices) {
        size_t space = strspn(choices, " \t\r\n,");
        size_t n = strcspn(choices + space, " \t\r\n,");
        Text id = { 0 };
        text_add_n(&id, choices + space, n);
        good = id.length == 0 || take(&walk, &history, text_str(&id));
        text_deinit(&id);
        choices += space + n;
    }
    history_close(&history);
    return good;
}

void graph_fill_tests(Graph *g, const char *folder, int *broken)
{
    RecordingList list;
    recording_list(&list, folder);
    *broken = 0;
    for (int i = 0; i < list.count; i++) {
        Recording recording;
        bool good = recording_read(&recording, list.paths[i], NULL) &&
                    graph_fill_way(g, recording.choices, recording.seed, i + 1);
        *broken += !good;
        recording_deinit(&recording);
    }
    g->tests = list.count;
    recording_list_deinit(&list);
}

GraphMet graph_fill_met(const Graph *g, bool *options_met)
{
    GraphMet met = { 0 };
    int options = g->scenario->option_count;
    bool *own = mem_alloc(sizeof *own * (size_t)(options + 1));
    bool *seen = options_met != NULL ? options_met : own;
    for (int i = 0; i < g->node_count; i++) {
        int more = g->nodes[i].tally.count[GRAPH_TESTS] > 0.0;
        *(graph_is_ending(g, i) ? &met.endings : &met.scenes) += more;
    }
    for (int i = 0; i < g->stop_count; i++) {
        for (int k = 0; k < g->stops[i].offer_count; k++) {
            const GraphOffer *offer = &g->stops[i].offers[k];
            if (offer->kind == OFFER_OPTION && offer->tally.count[GRAPH_TESTS] > 0.0) {
                seen[offer->x] = true;
            }
        }
    }
    for (int i = 0; i < options; i++) {
        met.options += seen[i] && graph_is_written(&g->scenario->options[i]);
    }
    mem_free(own);
    return met;
}
