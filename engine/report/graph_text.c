// The outline. Sentences rather than columns, so that a screen reader has something to read.
#include "report/graph_draw.h"

#include "base/arena.h"

#include <string.h>

typedef struct Outline {
    const Graph *graph;
    int by;
    GraphEdge *edges;
    int edge_count;
    Text *out;
} Outline;

static bool shows(const Outline *o, GraphBy by)
{
    return o->by == GRAPH_BY_ALL || o->by == (int)by;
}

// The part of `text` from `start` on begins with a capital.
static void capital(Text *text, size_t start)
{
    if (text->length > start && text->data[start] >= 'a' && text->data[start] <= 'z') {
        text->data[start] = (char)(text->data[start] - 'a' + 'A');
    }
}

static void add_figures(const Outline *o, const GraphTally *tally, uint8_t people)
{
    const Graph *g = o->graph;
    Text *out = o->out;
    if (shows(o, GRAPH_BY_OFTEN)) {
        size_t start = out->length + 1;
        text_add(out, " ");
        graph_add_often(g, tally, out);
        capital(out, start);
        text_add(out, ".");
    }
    if (shows(o, GRAPH_BY_TESTS) && g->tests > 0) {
        size_t start = out->length + 1;
        text_add(out, " ");
        graph_add_tests(g, tally, out);
        capital(out, start);
        text_add(out, ".");
    }
    if (shows(o, GRAPH_BY_TRUST) && tally->count[GRAPH_DRAWN] > 0.0) {
        int before = 0;
        for (int i = 0; i < g->scenario->person_count; i++) {
            if ((people >> i & 1) != 0) {
                text_add(out, before++ > 0 ? ", " : " Trust: ");
                graph_add_first(g, i, out);
                text_add(out, " ");
                graph_add_trust(g, tally, i, out);
            }
        }
        text_add(out, ".");
    }
}

static void add_goes_on(const Outline *o, int stop, int offer)
{
    const Graph *g = o->graph;
    int ways = 0;
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        if (way->stop == stop && way->offer == offer) {
            text_add(o->out, ways++ > 0 ? ", or " : " Goes on ");
            if (way->to == GRAPH_STAYS) {
                text_add(o->out, "here");
            } else {
                text_add(o->out, "to ");
                graph_add_node(g, way->to, o->out);
            }
        }
    }
    text_add(o->out, ways > 0 ? "." : "");
}

static void add_stop(const Outline *o, int index)
{
    const Graph *g = o->graph;
    const GraphStop *stop = &g->stops[index];
    uint8_t people = g->nodes[stop->scene].people;
    size_t start = o->out->length + 3;
    text_add(o->out, "   ");
    graph_add_stop(g, stop, o->out);
    capital(o->out, start);
    text_add(o->out, ".\n");
    for (int i = 0; i < stop->offer_count; i++) {
        const GraphOffer *offer = &stop->offers[i];
        text_add(o->out, "      ");
        graph_add_offer_id(g, offer, o->out);
        text_add(o->out, ": ");
        graph_add_offer_text(g, offer, o->out);
        text_add(o->out, " --");
        add_figures(o, &offer->tally, people);
        add_goes_on(o, index, i);
        text_add(o->out, "\n");
    }
}

static void add_comes_from(const Outline *o, int node)
{
    const Graph *g = o->graph;
    int before = 0;
    for (int i = 0; i < o->edge_count; i++) {
        const GraphEdge *edge = &o->edges[i];
        if (edge->to == node) {
            text_add(o->out, before++ > 0 ? ", " : "   Comes from ");
            text_add(o->out, graph_node_id(g, edge->from));
            if (shows(o, GRAPH_BY_OFTEN)) {
                text_add(o->out, " (");
                graph_add_often(g, &edge->tally, o->out);
                text_add(o->out, ")");
            }
        }
    }
    text_add(o->out, before > 0 ? ".\n" : "");
}

// Of the ways from that scene without a choice: the next one behind that place in it, or NULL.
static const GraphWay *next_by_itself(const Graph *g, int node, int behind)
{
    const GraphWay *next = NULL;
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        bool here = way->from == node && way->stop < 0 && way->order > behind;
        next = here && (next == NULL || way->order < next->order) ? way : next;
    }
    return next;
}

static void add_way_by_itself(const Outline *o, const GraphWay *way)
{
    text_add(o->out, "   Goes on by itself to ");
    graph_add_node(o->graph, way->to, o->out);
    bool when = way->when != NULL && way->when[0] != '\0';
    text_addf(o->out, "%s%s.", when ? " " : "", when ? way->when : "");
    add_figures(o, &way->tally, o->graph->nodes[way->from].people);
    text_add(o->out, "\n");
}

// Where a scene goes on without a choice, in the order in which it is written: what is "otherwise"
// stands behind what it is said of.
static void add_by_itself(const Outline *o, int node)
{
    const Graph *g = o->graph;
    const GraphWay *way = next_by_itself(g, node, 0);
    for (; way != NULL; way = next_by_itself(g, node, way->order)) {
        add_way_by_itself(o, way);
    }
    for (int i = 0; i < g->way_count; i++) {
        if (g->ways[i].from == node && g->ways[i].stop < 0 && g->ways[i].order == 0) {
            add_way_by_itself(o, &g->ways[i]);
        }
    }
}

static void add_node(const Outline *o, int node)
{
    const Graph *g = o->graph;
    bool ending = graph_is_ending(g, node);
    text_addf(o->out, "\n%s %s", ending ? "Ending" : "Scene", graph_node_id(g, node));
    if (ending) {
        int number = node - g->scenario->scene_count;
        text_addf(o->out, ", \"%s\"",
                  scenario_text(g->scenario, g->scenario->endings[number].title));
    } else {
        Text more = { 0 };
        graph_add_when(g, node, &more);
        text_addf(o->out, "%s%s", more.length > 0 ? ", " : "", text_str(&more));
        text_clear(&more);
        graph_add_people(g, node, &more);
        text_addf(o->out, "%s%s", more.length > 0 ? ", with " : "", text_str(&more));
        text_deinit(&more);
    }
    text_add(o->out, ".");
    add_figures(o, &g->nodes[node].tally, g->nodes[node].people);
    text_add(o->out, "\n");
    add_comes_from(o, node);
    for (int i = graph_first_stop(g, node);
         i < g->stop_count && g->stops[i].scene == node && !ending; i++) {
        add_stop(o, i);
    }
    add_by_itself(o, node);
}

void graph_text(const Graph *g, int by, Text *out)
{
    const Scenario *sc = g->scenario;
    Outline o = { .graph = g, .by = by, .out = out };
    o.edges = graph_edges(g, &o.edge_count);
    text_addf(out, "%s (%s): ", scenario_text(sc, sc->title), sc->id);
    graph_add_counts(g, out);
    text_add(out, ".\n");
    if (shows(&o, GRAPH_BY_OFTEN)) {
        text_add(out, "How often: a fair play takes each open option as likely as another. ");
        graph_add_method(g, out);
        text_add(out, "\n");
    }
    if (shows(&o, GRAPH_BY_TRUST)) {
        text_add(out, "Trust: the bridge's word and its planks of ten, the mean of ");
        text_add_grouped(out, g->plays);
        text_add(out, " random plays, where a scene begins and behind an option.\n");
    }
    for (int i = 0; i < g->node_count; i++) {
        add_node(&o, i);
    }
    mem_free(o.edges);
}
