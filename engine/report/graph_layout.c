// Sizes of cards, the question to dot, and reading its answer. dot counts in inches with y upwards.
#include "report/graph_layout.h"

#include "base/arena.h"
#include "report/graph_words.h"

#include <stdlib.h>
#include <string.h>

static const double unit = 72.0; // to the inch
enum { LABEL_LETTER = 8, LABEL_HEIGHT = 24, LINE_POINTS_MAX = 4096 };

static float card_height(const Graph *g, int node)
{
    int height = GRAPH_CARD_HEAD;
    if (!graph_is_ending(g, node)) {
        int stop = graph_first_stop(g, node);
        for (; stop < g->stop_count && g->stops[stop].scene == node; stop++) {
            height += GRAPH_CARD_LABEL + g->stops[stop].offer_count * GRAPH_CARD_ROW;
        }
    }
    return (float)(height > GRAPH_CARD_HEAD ? height + GRAPH_CARD_FOOT : height);
}

void graph_layout_init(GraphLayout *layout, const Graph *g)
{
    *layout = (GraphLayout){ .width = 0.0f };
    layout->edges = graph_edges(g, &layout->edge_count);
    layout->cards = mem_alloc(sizeof *layout->cards * (size_t)(g->node_count + 1));
    layout->heights = mem_alloc(sizeof *layout->heights * (size_t)(g->node_count + 1));
    layout->lines = mem_alloc(sizeof *layout->lines * (size_t)(layout->edge_count + 1));
    for (int i = 0; i < g->node_count; i++) {
        layout->heights[i] = card_height(g, i);
    }
}

void graph_layout_deinit(GraphLayout *layout)
{
    for (int i = 0; i < layout->edge_count; i++) {
        mem_free(layout->lines[i].points);
    }
    mem_free(layout->lines);
    mem_free(layout->cards);
    mem_free(layout->heights);
    mem_free(layout->edges);
    *layout = (GraphLayout){ .width = 0.0f };
}

// Room for the widest of what may be written there: "1–3 · strained 5.4".
static int label_width(const GraphEdge *edge)
{
    int letters = (int)utf8_count(edge->keys);
    return (letters > 0 ? letters + 3 : 0) * LABEL_LETTER + 12 * LABEL_LETTER;
}

// Often taken ways are to be short and straight.
static int weight_of(const GraphEdge *edge)
{
    double often = edge->tally.count[GRAPH_OFTEN];
    return 1 + (int)(9.0 * (often > 1.0 ? 1.0 : often));
}

void graph_layout_ask(const GraphLayout *layout, const Graph *g, Text *out)
{
    text_add(out, "digraph g {\nrankdir=TB; nodesep=0.45; ranksep=0.6; splines=true;\n"
                  "node [shape=box, fixedsize=true, label=\"\"];\n");
    for (int i = 0; i < g->node_count; i++) {
        int height = (int)layout->heights[i];
        text_addf(out, "%d [width=%d.%02d, height=%d.%02d];\n", i, GRAPH_CARD_WIDTH / 72,
                  GRAPH_CARD_WIDTH % 72 * 100 / 72, height / 72, height % 72 * 100 / 72);
    }
    for (int i = 0; i < layout->edge_count; i++) {
        const GraphEdge *edge = &layout->edges[i];
        text_addf(out,
                  "%d -> %d [weight=%d, label=<<table border=\"0\" cellspacing=\"0\" "
                  "cellpadding=\"0\" fixedsize=\"true\" width=\"%d\" height=\"%d\"><tr><td></td>"
                  "</tr></table>>];\n",
                  edge->from, edge->to, weight_of(edge), label_width(edge), LABEL_HEIGHT);
    }
    text_add(out, "}\n");
}

// ---- the answer ---------------------------------------------------------------------------------

typedef struct Answer {
    const char *at;
    double height; // of the drawing, inches
    bool good;
} Answer;

static double number(Answer *a)
{
    char *end = NULL;
    double value = strtod(a->at, &end);
    a->good = a->good && end != a->at && value > -1.0e6 && value < 1.0e6;
    a->at = end;
    return a->good ? value : 0.0;
}

static GraphPoint point(Answer *a)
{
    double x = number(a), y = number(a);
    return (GraphPoint){ (float)(x * unit), (float)((a->height - y) * unit) };
}

static int whole(Answer *a, int below)
{
    double value = number(a);
    a->good = a->good && value >= 0.0 && value < below;
    return a->good ? (int)value : 0;
}

static void read_card(Answer *a, GraphLayout *layout, const Graph *g)
{
    int node = whole(a, g->node_count);
    GraphPoint middle = point(a);
    if (a->good) {
        layout->cards[node] = (GraphPoint){ middle.x - GRAPH_CARD_WIDTH / 2.0f,
                                            middle.y - layout->heights[node] / 2.0f };
    }
}

static GraphLine *line_between(const GraphLayout *layout, int from, int to)
{
    for (int i = 0; i < layout->edge_count; i++) {
        if (layout->edges[i].from == from && layout->edges[i].to == to) {
            return &layout->lines[i];
        }
    }
    return NULL;
}

// "from to n x y ... label x y": the label, a table, is written as "<TABLE>".
static void read_line(Answer *a, GraphLayout *layout, const Graph *g)
{
    int from = whole(a, g->node_count), to = whole(a, g->node_count);
    int count = whole(a, LINE_POINTS_MAX);
    GraphLine *line = line_between(layout, from, to);
    a->good = a->good && line != NULL && line->points == NULL && count >= 4 && count % 3 == 1;
    if (!a->good) {
        return;
    }
    line->points = mem_alloc(sizeof *line->points * (size_t)count);
    line->count = count;
    for (int i = 0; i < count; i++) {
        line->points[i] = point(a);
    }
    line->label = line->points[count / 2];
    a->at += strspn(a->at, " ");
    if (*a->at == '"') {
        a->at += 1 + strcspn(a->at + 1, "\"");
        a->at += *a->at == '"';
        line->label = point(a);
    }
}

bool graph_layout_read(GraphLayout *layout, const Graph *g, const char *plain, Err *err)
{
    Answer a = { .at = plain, .good = strncmp(plain, "graph ", 6) == 0 };
    int cards = 0, lines = 0;
    if (a.good) {
        a.at += 6;
        number(&a); // the scale
        layout->width = (float)(number(&a) * unit);
        a.height = number(&a);
        layout->height = (float)(a.height * unit);
        a.at += strcspn(a.at, "\n");
    }
    while (a.good && *a.at == '\n' && strncmp(a.at + 1, "stop", 4) != 0) {
        a.at++;
        if (strncmp(a.at, "node ", 5) == 0) {
            a.at += 5;
            read_card(&a, layout, g);
            cards++;
        } else if (strncmp(a.at, "edge ", 5) == 0) {
            a.at += 5;
            read_line(&a, layout, g);
            lines++;
        }
        a.at += strcspn(a.at, "\n");
    }
    if (!a.good || *a.at != '\n' || cards != g->node_count || lines != layout->edge_count) {
        return err_set(err, ERR_SYSTEM, "graphviz's program dot gave an answer that is no layout");
    }
    return true;
}
