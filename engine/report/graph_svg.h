// What the page takes from the picture. Private to this folder.
#pragma once

#include "report/graph_layout.h"
#include "report/graph_words.h"

// Cards, edges and their words, without style sheet and legend. `by` GRAPH_BYS: with the figures of
// every colouring, and cards as links to #s-<id>.
void svg_cards(const Graph *graph, const GraphLayout *layout, int by, float x, float y, Text *out);
