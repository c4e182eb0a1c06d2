// Has a graph laid out by graphviz's program dot.
#pragma once

#include "report/graph_layout.h"

// ERR_SYSTEM where dot is not there (and what to install), or does not answer.
bool plain_dot(GraphLayout *layout, const Graph *graph, Err *err);
