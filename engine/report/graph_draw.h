// A graph as a document: each adds to `out`. None asks anything of the outside.
#pragma once

#include "report/graph_layout.h"
#include "report/graph_words.h"

enum { GRAPH_BY_ALL = GRAPH_BYS }; // the outline only: every figure

// An outline to be read from top to bottom, aloud: each scene once, with what can be done in it.
void graph_text(const Graph *graph, int by, Text *out);

// For graphviz and whatever reads its language.
void graph_dot(const Graph *graph, GraphBy by, Text *out);

// A picture. The layout must be this graph's.
void graph_svg(const Graph *graph, const GraphLayout *layout, GraphBy by, Text *out);

// One file with everything in it: the picture, each scene's words and figures, and a search. It
// asks nothing of anywhere. `layout` NULL: without the picture, and `missing` says why.
void graph_page(const Graph *graph, const GraphLayout *layout, GraphBy by, const char *missing,
                Text *out);
