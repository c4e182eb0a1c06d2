// Where the cards stand and how the edges run. The sizes are made here, the places by graphviz's
// program dot (whoever calls starts it): graph_layout_ask is its input, graph_layout_read its
// answer.
#pragma once

#include "base/err.h"
#include "report/graph.h"

enum {
    GRAPH_CARD_WIDTH = 330,
    GRAPH_CARD_HEAD = 56,
    GRAPH_CARD_ROW = 24,
    GRAPH_CARD_LABEL = 26,
    GRAPH_CARD_FOOT = 8,
};

typedef struct GraphPoint {
    float x, y; // units of the picture (pixels at 100 %), from its left upper corner, y down
} GraphPoint;

typedef struct GraphLine {
    GraphPoint *points; // of a Bézier spline: 1 + 3n
    int count;
    GraphPoint label; // the middle of its words
} GraphLine;

typedef struct GraphLayout {
    GraphEdge *edges;
    int edge_count;
    GraphPoint *cards; // the left upper corner of each node's card
    float *heights;
    GraphLine *lines; // one for each edge
    float width, height;
} GraphLayout;

void graph_layout_init(GraphLayout *layout, const Graph *graph);
void graph_layout_deinit(GraphLayout *layout);

void graph_layout_ask(const GraphLayout *layout, const Graph *graph, Text *out);
// ERR_SYSTEM where `plain` (what `dot -Tplain` wrote) is not an answer to that.
bool graph_layout_read(GraphLayout *layout, const Graph *graph, const char *plain, Err *err);
