// All ways between two cards as one edge, and which numbers of the card it stands for.
#include "report/graph.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int edge_of(GraphEdge *edges, int *count, int from, int to)
{
    for (int i = 0; i < *count; i++) {
        if (edges[i].from == from && edges[i].to == to) {
            return i;
        }
    }
    edges[*count] = (GraphEdge){ .from = from, .to = to };
    return (*count)++;
}

static void add_tally(const Graph *g, GraphTally *sum, const GraphTally *more)
{
    double drawn = sum->count[GRAPH_DRAWN] + more->count[GRAPH_DRAWN];
    for (int i = 0; i < g->scenario->person_count && drawn > 0.0; i++) {
        sum->trust[i] =
            (sum->trust[i] * sum->count[GRAPH_DRAWN] + more->trust[i] * more->count[GRAPH_DRAWN]) /
            drawn;
    }
    for (int i = 0; i < GRAPH_SOURCES; i++) {
        sum->count[i] += more->count[i];
    }
    sum->count[GRAPH_OFTEN] -= more->for_ever; // by several ways of one loop: the same plays
}

static void add_round(const Graph *g, GraphEdge *edge)
{
    for (int i = 0; i < g->round_count; i++) {
        const GraphWay *round = &g->rounds[i];
        if (round->from == edge->from && round->to == edge->to) {
            edge->tally.count[GRAPH_OFTEN] += round->tally.for_ever;
            edge->tally.for_ever = round->tally.for_ever;
        }
    }
}

// Bit n: number n of the card leads there.
static uint64_t numbers_to(const Graph *g, int from, int to)
{
    uint64_t numbers = 0;
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        if (way->from == from && way->stop >= 0 && (way->to == to || to == GRAPH_NOWHERE)) {
            int number = g->stops[way->stop].offers[way->offer].number;
            numbers |= way->to == GRAPH_STAYS || number > 63 ? 0 : (uint64_t)1 << number;
        }
    }
    return numbers;
}

static void write_numbers(uint64_t numbers, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (int i = 1; i < 64 && used + 8 < size; i++) {
        if ((numbers >> i & 1u) == 0) {
            continue;
        }
        int last = i;
        while (last < 63 && (numbers >> (last + 1) & 1u) != 0) {
            last++;
        }
        const char *space = used > 0 ? " " : "";
        int n = last == i       ? snprintf(out + used, size - used, "%s%d", space, i)
                : last == i + 1 ? snprintf(out + used, size - used, "%s%d %d", space, i, last)
                                : snprintf(out + used, size - used, "%s%d–%d", space, i, last);
        used += n > 0 ? (size_t)n : 0;
        i = last;
    }
}

static int by_source(const void *a, const void *b)
{
    const GraphEdge *x = a, *y = b;
    if (x->from != y->from) {
        return x->from - y->from;
    }
    double mine = x->tally.count[GRAPH_OFTEN], other = y->tally.count[GRAPH_OFTEN];
    return mine > other ? -1 : mine < other ? 1 : x->to - y->to;
}

GraphEdge *graph_edges(const Graph *g, int *count)
{
    GraphEdge *edges = mem_alloc(sizeof *edges * (size_t)(g->way_count + 1));
    *count = 0;
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        if (way->to != GRAPH_STAYS) {
            add_tally(g, &edges[edge_of(edges, count, way->from, way->to)].tally, &way->tally);
        }
    }
    for (int i = 0; i < *count; i++) {
        add_round(g, &edges[i]);
        uint64_t some = numbers_to(g, edges[i].from, edges[i].to);
        if (some != numbers_to(g, edges[i].from, GRAPH_NOWHERE)) {
            write_numbers(some, edges[i].keys, sizeof edges[i].keys);
        }
    }
    qsort(edges, (size_t)*count, sizeof *edges, by_source);
    return edges;
}
