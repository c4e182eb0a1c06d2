// See graph.h. Lists are searched from end to end: a scenario has some hundred of each.
#include "report/graph.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *room_for_one(void *list, int count, int *room, size_t size)
{
    if (count == *room) {
        *room = *room == 0 ? 16 : *room * 2;
        list = mem_grow(list, size * (size_t)*room);
    }
    memset((char *)list + size * (size_t)count, 0, size);
    return list;
}

static int find_stop(const Graph *g, int scene, int op, int talk)
{
    for (int i = 0; i < g->stop_count; i++) {
        if (g->stops[i].scene == scene && g->stops[i].op == op && g->stops[i].talk == talk) {
            return i;
        }
    }
    return -1;
}

static int offer_of(Graph *g, int stop, int kind, int x)
{
    GraphStop *s = &g->stops[stop];
    for (int i = 0; i < s->offer_count; i++) {
        if (s->offers[i].kind == kind && s->offers[i].x == x) {
            return i;
        }
    }
    s->offers = room_for_one(s->offers, s->offer_count, &s->offer_room, sizeof *s->offers);
    s->offers[s->offer_count].kind = (uint8_t)kind;
    s->offers[s->offer_count].x = (uint16_t)x;
    return s->offer_count++;
}

static int add_stop(Graph *g, int scene, int op, int talk)
{
    g->stops = room_for_one(g->stops, g->stop_count, &g->stop_room, sizeof *g->stops);
    int stop = g->stop_count++;
    const Scenario *sc = g->scenario;
    const StoryOp *it = &sc->ops[op];
    int first = it->b, count = it->c;
    GraphStopKind kind = GRAPH_CHOICE;
    if (talk >= 0) {
        kind = GRAPH_TALK;
        first = sc->talks[talk].first_option;
        count = sc->talks[talk].option_count;
    } else if (it->code == OP_DESK) {
        kind = GRAPH_DESK;
        first = sc->desks[it->b].first_option;
        count = sc->desks[it->b].option_count;
    }
    g->stops[stop].kind = kind;
    g->stops[stop].scene = scene;
    g->stops[stop].op = op;
    g->stops[stop].talk = talk;
    for (int i = 0; i < count; i++) {
        offer_of(g, stop, OFFER_OPTION, first + i);
    }
    return stop;
}

static void add_written_stops(Graph *g, int scene)
{
    const StoryScene *s = &g->scenario->scenes[scene];
    for (int op = s->op; op < s->end; op++) {
        const StoryOp *it = &g->scenario->ops[op];
        if (it->code == OP_CHOICE || it->code == OP_DESK) {
            add_stop(g, scene, op, -1);
        } else if (it->code == OP_TALK) {
            add_stop(g, scene, op, it->b);
        }
    }
}

void graph_init(Graph *g, const Scenario *scenario)
{
    *g = (Graph){ .scenario = scenario };
    g->node_count = scenario->scene_count + scenario->ending_count;
    g->nodes = mem_alloc(sizeof *g->nodes * (size_t)(g->node_count + 1));
    uint8_t everybody = (uint8_t)((1u << scenario->person_count) - 1u);
    for (int i = 0; i < g->node_count; i++) {
        uint8_t there = graph_is_ending(g, i) ? 0 : scenario->scenes[i].present;
        g->nodes[i].people = (there & everybody) != 0 ? (there & everybody) : everybody;
    }
    for (int i = 0; i < scenario->scene_count; i++) {
        add_written_stops(g, i);
    }
    for (int i = 0; i < scenario->option_count; i++) {
        g->options += graph_is_written(&scenario->options[i]);
    }
    g->start = mem_alloc(scenario->play_size);
    if (!story_start(scenario, g->start, 1, NULL, NULL)) {
        mem_free(g->start);
        g->start = NULL;
    }
}

void graph_deinit(Graph *g)
{
    for (int i = 0; i < g->stop_count; i++) {
        mem_free(g->stops[i].offers);
    }
    mem_free(g->stops);
    for (int i = 0; i < g->way_count; i++) {
        mem_free(g->ways[i].when);
    }
    mem_free(g->ways);
    mem_free(g->rounds);
    mem_free(g->nodes);
    mem_free(g->start);
    *g = (Graph){ .scenario = NULL };
}

const char *graph_node_id(const Graph *g, int node)
{
    const Scenario *sc = g->scenario;
    return graph_is_ending(g, node) ? sc->endings[node - sc->scene_count].id : sc->scenes[node].id;
}

int graph_stop(Graph *g, const Playthrough *play)
{
    bool talks = play->talk_person != STORY_NONE && g->scenario->ops[play->at].code != OP_CHOICE;
    int talk = talks ? play->talk : -1;
    int found = find_stop(g, play->scene, play->at, talk);
    return found >= 0 ? found : add_stop(g, play->scene, play->at, talk);
}

int graph_offer(Graph *g, int stop, const StoryOffer *offer)
{
    return offer_of(g, stop, offer->kind, offer->x);
}

GraphWay *graph_way(Graph *g, int from, int stop, int offer, int to)
{
    for (int i = 0; i < g->way_count; i++) {
        GraphWay *way = &g->ways[i];
        if (way->from == from && way->to == to && way->stop == stop && way->offer == offer) {
            return way;
        }
    }
    g->ways = room_for_one(g->ways, g->way_count, &g->way_room, sizeof *g->ways);
    GraphWay *way = &g->ways[g->way_count++];
    way->from = from;
    way->to = to;
    way->stop = stop;
    way->offer = offer;
    return way;
}

GraphWay *graph_round(Graph *g, int from, int to)
{
    for (int i = 0; i < g->round_count; i++) {
        if (g->rounds[i].from == from && g->rounds[i].to == to) {
            return &g->rounds[i];
        }
    }
    g->rounds = room_for_one(g->rounds, g->round_count, &g->round_room, sizeof *g->rounds);
    GraphWay *round = &g->rounds[g->round_count++];
    *round = (GraphWay){ .from = from, .to = to, .stop = -1, .offer = -1 };
    return round;
}

void graph_count(const Graph *g, GraphTally *tally, GraphSource source, double weight,
                 const Playthrough *play, int which)
{
    if (source == GRAPH_TESTS) {
        if (tally->marked == which) {
            return;
        }
        tally->marked = which;
    }
    tally->count[source] += weight;
    for (int i = 0; source == GRAPH_DRAWN && play != NULL && i < g->scenario->person_count; i++) {
        tally->trust[i] += (double)play_person_c(g->scenario, play, i)->trust_now;
    }
}

bool graph_count_loop(GraphTally *tally, double share, uint32_t loop)
{
    if (tally->loop == loop) {
        return false;
    }
    tally->loop = loop;
    tally->count[GRAPH_OFTEN] += share;
    tally->for_ever += share;
    return true;
}

// ---- finishing ----------------------------------------------------------------------------------

static int by_place(const void *a, const void *b)
{
    const GraphStop *x = a, *y = b;
    if (x->scene != y->scene) {
        return x->scene - y->scene;
    }
    return x->op != y->op ? x->op - y->op : x->talk - y->talk;
}

static int by_offer(const void *a, const void *b)
{
    const GraphOffer *x = a, *y = b;
    return x->kind != y->kind ? x->kind - y->kind : (x->x > y->x) - (x->x < y->x);
}

// Ways name stops by their old place: it is kept in `marked`, which nobody needs any more.
static void sort_all(Graph *g)
{
    int *stop_now = mem_alloc(sizeof *stop_now * (size_t)(g->stop_count + 1));
    for (int i = 0; i < g->stop_count; i++) {
        GraphStop *s = &g->stops[i];
        s->tally.marked = i;
        for (int k = 0; k < s->offer_count; k++) {
            s->offers[k].number = k;
        }
        qsort(s->offers, (size_t)s->offer_count, sizeof *s->offers, by_offer);
    }
    if (g->stop_count > 0) {
        qsort(g->stops, (size_t)g->stop_count, sizeof *g->stops, by_place);
    }
    for (int i = 0; i < g->stop_count; i++) {
        stop_now[g->stops[i].tally.marked] = i;
    }
    for (int i = 0; i < g->way_count; i++) {
        GraphWay *way = &g->ways[i];
        if (way->stop < 0) {
            continue;
        }
        way->stop = stop_now[way->stop];
        const GraphStop *s = &g->stops[way->stop];
        int now = 0;
        while (s->offers[now].number != way->offer) {
            now++;
        }
        way->offer = now;
    }
    mem_free(stop_now);
}

static void divide(const Graph *g, GraphTally *tally)
{
    for (int i = 0; i < g->scenario->person_count && tally->count[GRAPH_DRAWN] > 0.0; i++) {
        tally->trust[i] /= tally->count[GRAPH_DRAWN];
    }
}

void graph_finish(Graph *g)
{
    sort_all(g);
    int number = 0;
    for (int i = 0; i < g->node_count; i++) {
        divide(g, &g->nodes[i].tally);
    }
    for (int i = 0; i < g->stop_count; i++) {
        GraphStop *s = &g->stops[i];
        number = i > 0 && g->stops[i - 1].scene == s->scene ? number : 0;
        divide(g, &s->tally);
        for (int k = 0; k < s->offer_count; k++) {
            s->offers[k].number = ++number;
            divide(g, &s->offers[k].tally);
        }
    }
    for (int i = 0; i < g->way_count; i++) {
        divide(g, &g->ways[i].tally);
    }
}

int graph_first_stop(const Graph *g, int scene)
{
    int stop = 0;
    while (stop < g->stop_count && g->stops[stop].scene < scene) {
        stop++;
    }
    return stop;
}
