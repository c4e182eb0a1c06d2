// The graph in graphviz's language, with its options: for other tools, and for an author's own
// taste.
#include "report/graph_draw.h"
#include "report/graph_style.h"

#include "base/arena.h"
#include "picture/svg.h"

static void add_rows(const Graph *g, GraphBy by, int scene, Text *out)
{
    Text words = { 0 };
    for (int i = graph_first_stop(g, scene); i < g->stop_count && g->stops[i].scene == scene; i++) {
        const GraphStop *stop = &g->stops[i];
        text_clear(&words);
        graph_add_stop(g, stop, &words);
        text_add(out, "<tr><td colspan=\"3\" align=\"left\"><i>");
        picture_svg_escape(out, text_str(&words));
        text_add(out, "</i></td></tr>");
        for (int k = 0; k < stop->offer_count; k++) {
            text_addf(out, "<tr><td align=\"right\">%d</td><td align=\"left\">",
                      stop->offers[k].number);
            text_clear(&words);
            graph_add_offer_id(g, &stop->offers[k], &words);
            picture_svg_escape(out, text_str(&words));
            text_add(out, "</td><td align=\"right\">");
            text_clear(&words);
            graph_add_value(g, by, &stop->offers[k].tally, g->nodes[scene].people, &words);
            picture_svg_escape(out, text_str(&words));
            text_add(out, "</td></tr>");
        }
    }
    text_deinit(&words);
}

static void add_node(const Graph *g, GraphBy by, int node, Text *out)
{
    const GraphNode *it = &g->nodes[node];
    Text value = { 0 };
    bool ending = graph_is_ending(g, node);
    graph_add_value(g, by, &it->tally, it->people, &value);
    text_addf(out, "  \"%s:", ending ? "ending" : "scene");
    text_addf(out,
              "%s\" [%slabel=<<table border=\"%d\" cellborder=\"0\" cellspacing=\"0\" "
              "bgcolor=\"%s\"><tr><td colspan=\"2\" align=\"left\"><b>",
              graph_node_id(g, node), ending ? "peripheries=2, " : "", ending ? 2 : 1,
              style_fill(by, graph_level(g, by, &it->tally, it->people)));
    picture_svg_escape(out, graph_node_id(g, node));
    text_add(out, "</b></td><td align=\"right\"><b>");
    picture_svg_escape(out, text_str(&value));
    text_add(out, "</b></td></tr>");
    if (!ending) {
        add_rows(g, by, node, out);
    }
    text_add(out, "</table>>];\n");
    text_deinit(&value);
}

static void add_edge(const Graph *g, GraphBy by, const GraphEdge *edge, Text *out)
{
    uint8_t people = g->nodes[edge->from].people;
    double often = edge->tally.count[GRAPH_OFTEN];
    int level = graph_level(g, by, &edge->tally, people);
    Text value = { 0 };
    graph_add_value(g, by, &edge->tally, people, &value);
    text_addf(out, "  \"scene:%s\" -> \"%s:%s\" [label=\"%s%s%s\", color=\"%s\", penwidth=%.1f",
              graph_node_id(g, edge->from), graph_is_ending(g, edge->to) ? "ending" : "scene",
              graph_node_id(g, edge->to), edge->keys, edge->keys[0] ? " · " : "", text_str(&value),
              style_line(by, level), 1.0 + 5.0 * (often > 1.0 ? 1.0 : often));
    text_addf(out, "%s];\n", style_is_dashed(by, level) ? ", style=dashed" : "");
    text_deinit(&value);
}

void graph_dot(const Graph *g, GraphBy by, Text *out)
{
    text_addf(out, "// %s, coloured by %s\ndigraph \"%s\" {\n  charset=\"UTF-8\";\n",
              g->scenario->id, style_by_name(by), g->scenario->id);
    text_add(out, "  node [shape=plain, fontname=\"Inter, Helvetica, Arial\"];\n"
                  "  edge [fontname=\"Inter, Helvetica, Arial\", fontsize=12];\n");
    for (int i = 0; i < g->node_count; i++) {
        add_node(g, by, i, out);
    }
    int count = 0;
    GraphEdge *edges = graph_edges(g, &count);
    for (int i = 0; i < count; i++) {
        add_edge(g, by, &edges[i], out);
    }
    mem_free(edges);
    text_add(out, "}\n");
}
