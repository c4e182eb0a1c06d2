// When a scene goes on by itself: the conditions on the way to each of its go and ending that stands
// before any choice, as its author wrote them.
#pragma once

#include "report/graph.h"

// Sets `when` and `order` of the ways that no choice stands in. Once, when they are all there.
void graph_when(Graph *graph);
