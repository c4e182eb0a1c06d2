// Cards and edges. Letters are not measured but estimated: whatever shows this has its own.
#include "report/graph_svg.h"

#include "picture/svg.h"
#include "report/graph_draw.h"
#include "report/graph_style.h"

#include <math.h>
#include <string.h>

typedef struct Pen {
    const Graph *graph;
    const GraphLayout *layout;
    int by; // GRAPH_BYS: all
    float x, y;
    Text *out;
} Pen;

enum { PAD = 14, GAUGE_PLANKS = 10, GAUGE_PITCH = 7 };

// Width of a letter at 13 px, generously.
static float letter_width(uint32_t c)
{
    if (c > 127) {
        return 7.6f;
    }
    if (strchr("ijl.,:;'|!()[]I ft", (int)c) != NULL) {
        return 4.0f;
    }
    if (strchr("mwMW@%", (int)c) != NULL) {
        return 11.4f;
    }
    return c >= 'A' && c <= 'Z' ? 8.9f : 7.2f;
}

static float text_width(const char *text)
{
    float width = 0.0f;
    int length = 0;
    for (uint32_t c = utf8_next(text, &length); c != 0; c = utf8_next(text, &length)) {
        width += letter_width(c);
        text += length;
    }
    return width;
}

// As much as there is room for, with an ellipsis where that is not all; escaped.
static void add_elided(const char *text, float room, Text *out)
{
    Text part = { 0 };
    const char *whole = text;
    int length = 0;
    for (uint32_t c = utf8_next(text, &length); c != 0; c = utf8_next(text, &length)) {
        float left = room - letter_width(c);
        if (left < 0.0f || (left < 11.0f && text_width(text) > room)) {
            break;
        }
        room = left;
        text_add_n(&part, text, (size_t)length);
        text += length;
    }
    if (*text) {
        while (part.length > 0 && part.data[part.length - 1] == ' ') {
            part.data[--part.length] = '\0';
        }
    }
    if (text > whole) {
        picture_svg_escape(out, text_str(&part));
        text_add(out, *text ? "…" : "");
    }
    text_deinit(&part);
}

static void add_words(const Pen *p, const char *classes, float x, float y, const char *words)
{
    text_addf(p->out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", classes, (double)x, (double)y);
    picture_svg_escape(p->out, words);
    text_add(p->out, "</text>");
}

static bool has(const Pen *p, int by)
{
    return p->by == GRAPH_BYS || p->by == by;
}

// The figure of each colouring, one of which is shown.
static void add_values(const Pen *p, const char *classes, float x, float y, const GraphTally *tally,
                       uint8_t people)
{
    Text value = { 0 }, names = { 0 };
    for (int by = 0; by < GRAPH_BYS; by++) {
        if (has(p, by)) {
            text_clear(&value);
            text_clear(&names);
            graph_add_value(p->graph, (GraphBy)by, tally, people, &value);
            text_addf(&names, "%s %s", classes, style_by_name((GraphBy)by));
            add_words(p, text_str(&names), x, y, text_str(&value));
        }
    }
    text_deinit(&names);
    text_deinit(&value);
}

// ---- cards --------------------------------------------------------------------------------------

static double gauge_of(const Graph *g, GraphBy by, const GraphTally *tally, uint8_t people)
{
    int least = graph_least(g, tally, people);
    switch (by) {
    case GRAPH_BY_OFTEN:
        return tally->count[GRAPH_OFTEN];
    case GRAPH_BY_TRUST:
        return least < 0 ? 0.0 : tally->trust[least] / 1.0e6;
    case GRAPH_BY_TESTS:
        break;
    }
    return g->tests > 0 ? tally->count[GRAPH_TESTS] / g->tests : 0.0;
}

// Ten planks, as on the bridge: so much of it.
static void add_gauge(const Pen *p, float right, float top, const GraphTally *tally, uint8_t people)
{
    for (int by = 0; by < GRAPH_BYS; by++) {
        if (!has(p, by)) {
            continue;
        }
        double part = gauge_of(p->graph, (GraphBy)by, tally, people);
        int planks = part > 0.995 ? GAUGE_PLANKS : (int)(part * GAUGE_PLANKS + 0.5);
        float left = right - GAUGE_PLANKS * GAUGE_PITCH;
        text_addf(p->out, "<g class=\"%s\"><path class=\"g\" d=\"", style_by_name((GraphBy)by));
        for (int i = 0; i < planks; i++) {
            text_addf(p->out, "M%.1f %.1fh5v11h-5z", (double)(left + (float)(i * GAUGE_PITCH)),
                      (double)top);
        }
        text_add(p->out, "\"/><path class=\"o\" d=\"");
        for (int i = planks; i < GAUGE_PLANKS; i++) {
            text_addf(p->out, "M%.1f %.1fh4v10h-4z",
                      (double)(left + (float)(i * GAUGE_PITCH)) + 0.5, (double)top + 0.5);
        }
        text_add(p->out, "\"/></g>");
    }
}

// Room for what add_values writes at the end of a row.
static float value_width(int by)
{
    return by == GRAPH_BY_OFTEN ? 40.0f : by == GRAPH_BY_TESTS ? 58.0f : 86.0f;
}

static void add_row(const Pen *p, const GraphOffer *offer, uint8_t people, float x, float y)
{
    Text *out = p->out;
    Text words = { 0 };
    text_add(out, "<g class=\"row");
    style_classes(p->graph, p->by, &offer->tally, people, out);
    text_addf(out, "\"><rect class=\"f b\" x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"18\"/>",
              (double)x + 6.0, (double)y + 3.0);
    text_addf(&words, "%d", offer->number);
    float line = y + 16.5f;
    add_words(p, "s e", x + 38.0f, line, text_str(&words));
    text_clear(&words);
    graph_add_offer_id(p->graph, offer, &words);
    float width = text_width(text_str(&words)) * 1.06f;
    float room = GRAPH_CARD_WIDTH - 46.0f - PAD - value_width(p->by);
    text_addf(out, "<text x=\"%.1f\" y=\"%.1f\"><tspan class=\"n\">", (double)x + 46.0,
              (double)line);
    add_elided(text_str(&words), room, out);
    text_add(out, "</tspan>");
    if (room - width > 40.0f) {
        text_clear(&words);
        graph_add_offer_text(p->graph, offer, &words);
        text_add(out, "<tspan class=\"s\" dx=\"6\">");
        add_elided(text_str(&words), room - width - 6.0f, out);
        text_add(out, "</tspan>");
    }
    text_add(out, "</text>");
    add_values(p, "n e", x + GRAPH_CARD_WIDTH - PAD, line, &offer->tally, people);
    text_add(out, "</g>\n");
    text_deinit(&words);
}

static void add_stops(const Pen *p, int scene, float x, float y)
{
    const Graph *g = p->graph;
    uint8_t people = g->nodes[scene].people;
    Text words = { 0 };
    int first = graph_first_stop(g, scene);
    for (int i = first; i < g->stop_count && g->stops[i].scene == scene; i++) {
        const GraphStop *stop = &g->stops[i];
        text_clear(&words);
        graph_add_stop(g, stop, &words);
        if (i > first) {
            text_addf(p->out, "<path class=\"r\" d=\"M%.1f %.1fh%d\"/>", (double)x + PAD,
                      (double)y + 4.0, GRAPH_CARD_WIDTH - 2 * PAD);
        }
        add_words(p, "s", x + PAD, y + 19.0f, text_str(&words));
        y += GRAPH_CARD_LABEL;
        for (int k = 0; k < stop->offer_count; k++) {
            add_row(p, &stop->offers[k], people, x, y);
            y += GRAPH_CARD_ROW;
        }
    }
    text_deinit(&words);
}

// "Monday 10:20 · Maya, Sam", or what kind of ending it is.
static void add_line_two(const Graph *g, int node, Text *out)
{
    static const char *const kinds[] = { "together", "patched", "apart", "silo" };
    if (graph_is_ending(g, node)) {
        const StoryEnding *ending = &g->scenario->endings[node - g->scenario->scene_count];
        text_addf(out, "ending, %s: %s", kinds[ending->kind & 3],
                  scenario_text(g->scenario, ending->title));
        return;
    }
    graph_add_when(g, node, out);
    size_t when = out->length;
    graph_add_people(g, node, out);
    if (when > 0 && out->length > when) {
        Text people = { 0 };
        text_add(&people, out->data + when);
        out->data[out->length = when] = '\0';
        text_addf(out, " · %s", text_str(&people));
        text_deinit(&people);
    }
}

static void add_frame(const Pen *p, int node, float x, float y)
{
    double height = (double)p->layout->heights[node], width = GRAPH_CARD_WIDTH;
    double left = (double)x, top = (double)y;
    bool ending = graph_is_ending(p->graph, node);
    double round = ending ? 24.0 : 10.0;
    text_addf(
        p->out,
        "<rect class=\"c\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\"/>",
        left, top, width, height, round);
    if (height <= GRAPH_CARD_HEAD) {
        text_addf(
            p->out,
            "<rect class=\"f\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\"/>",
            left, top, width, height, round);
    } else {
        text_addf(
            p->out,
            "<path class=\"f\" d=\"M%.1f %.1fv%da10 10 0 0 1 10 -10h%da10 10 0 0 1 10 10v%dz\"/>"
            "<path class=\"r\" d=\"M%.1f %.1fh%d\"/>",
            left, top + GRAPH_CARD_HEAD, 10 - GRAPH_CARD_HEAD, GRAPH_CARD_WIDTH - 20,
            GRAPH_CARD_HEAD - 10, left, top + GRAPH_CARD_HEAD, GRAPH_CARD_WIDTH);
    }
    text_addf(
        p->out,
        "<rect class=\"b\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\"/>",
        left, top, width, height, round);
    if (ending) {
        text_addf(
            p->out,
            "<rect class=\"b\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\"/>",
            left + 4.0, top + 4.0, width - 8.0, height - 8.0, round - 4.0);
    }
}

static void add_card(const Pen *p, int node)
{
    const Graph *g = p->graph;
    const GraphNode *it = &g->nodes[node];
    Text *out = p->out;
    float x = p->x + p->layout->cards[node].x, y = p->y + p->layout->cards[node].y;
    const char *id = graph_node_id(g, node);
    text_addf(out, p->by == GRAPH_BYS ? "<a class=\"card" : "<g class=\"card");
    style_classes(g, p->by, &it->tally, it->people, out);
    if (p->by == GRAPH_BYS) {
        text_addf(out, "\" data-n=\"%d\" href=\"#%s-%s\" id=\"card-%s-%s", node,
                  graph_is_ending(g, node) ? "e" : "s", id, graph_is_ending(g, node) ? "e" : "s",
                  id);
    }
    text_add(out, "\"><title>");
    picture_svg_escape(out, id);
    text_add(out, ", ");
    graph_add_often(g, &it->tally, out);
    text_add(out, "</title>");
    add_frame(p, node, x, y);
    float in = graph_is_ending(g, node) ? PAD + 6.0f : PAD;
    float right = x + GRAPH_CARD_WIDTH - in;
    text_addf(out, "<text class=\"i\" x=\"%.1f\" y=\"%.1f\">", (double)(x + in), (double)y + 24.0);
    add_elided(id, 150.0f, out);
    text_add(out, "</text>");
    add_values(p, "i e", right, y + 24.0f, &it->tally, it->people);
    Text words = { 0 };
    add_line_two(g, node, &words);
    text_addf(out, "<text x=\"%.1f\" y=\"%.1f\">", (double)(x + in), (double)y + 44.0);
    add_elided(text_str(&words), GRAPH_CARD_WIDTH - 2.0f * in - 84.0f, out);
    text_add(out, "</text>");
    add_gauge(p, right + 2.0f, y + 34.0f, &it->tally, it->people);
    text_add(out, "\n");
    if (!graph_is_ending(g, node)) {
        add_stops(p, node, x, y + GRAPH_CARD_HEAD);
    }
    text_add(out, p->by == GRAPH_BYS ? "</a>\n" : "</g>\n");
    text_deinit(&words);
}

// ---- edges --------------------------------------------------------------------------------------

static double line_width(const GraphEdge *edge)
{
    double often = edge->tally.count[GRAPH_OFTEN];
    return 1.4 + 6.0 * (often > 1.0 ? 1.0 : often);
}

// dot leaves room for a head of ten units.
static void add_arrow(const Pen *p, const GraphLine *line, double width)
{
    GraphPoint end = line->points[line->count - 1], before = line->points[line->count - 2];
    float dx = end.x - before.x, dy = end.y - before.y;
    float length = sqrtf(dx * dx + dy * dy);
    if (length < 0.01f) {
        dx = 0.0f;
        dy = length = 1.0f;
    }
    dx /= length;
    dy /= length;
    float half = 4.5f + 0.55f * (float)width;
    float x = p->x + end.x, y = p->y + end.y;
    text_addf(p->out, "<path class=\"a\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fz\"/>",
              (double)(x + dx * 10.0f), (double)(y + dy * 10.0f), (double)(x - dy * half),
              (double)(y + dx * half), (double)(x + dy * half), (double)(y - dx * half));
}

static void add_line(const Pen *p, const GraphEdge *edge, const GraphLine *line)
{
    const Graph *g = p->graph;
    uint8_t people = g->nodes[edge->from].people;
    double width = line_width(edge);
    text_addf(p->out, "<g class=\"edge");
    style_classes(g, p->by, &edge->tally, people, p->out);
    text_addf(p->out,
              "\" data-from=\"%d\" data-to=\"%d\"><path class=\"l\" stroke-width=\"%.1f\" "
              "d=\"M%.1f %.1fC",
              edge->from, edge->to, width, (double)(p->x + line->points[0].x),
              (double)(p->y + line->points[0].y));
    for (int i = 1; i < line->count; i++) {
        text_addf(p->out, "%.1f %.1f ", (double)(p->x + line->points[i].x),
                  (double)(p->y + line->points[i].y));
    }
    text_add(p->out, "\"/>");
    add_arrow(p, line, width);
    text_add(p->out, "</g>\n");
}

// The place on the line that is nearest to where dot has left room for its words: on the line they
// are nobody else's.
static GraphPoint on_line(const GraphLine *line)
{
    GraphPoint best = line->label;
    float least = -1.0f;
    for (int i = 0; i + 3 < line->count; i += 3) {
        const GraphPoint *b = line->points + i;
        for (int k = 0; k <= 16; k++) {
            float t = (float)k / 16.0f, u = 1.0f - t;
            float w[] = { u * u * u, 3.0f * u * u * t, 3.0f * u * t * t, t * t * t };
            GraphPoint at = { w[0] * b[0].x + w[1] * b[1].x + w[2] * b[2].x + w[3] * b[3].x,
                              w[0] * b[0].y + w[1] * b[1].y + w[2] * b[2].y + w[3] * b[3].y };
            float dx = at.x - line->label.x, dy = at.y - line->label.y;
            float far = dx * dx * 0.1f + dy * dy; // rather at its height than beside it
            if (least < 0.0f || far < least) {
                least = far;
                best = at;
            }
        }
    }
    return best;
}

static void add_label(const Pen *p, const GraphEdge *edge, const GraphLine *line)
{
    Text words = { 0 };
    GraphPoint at = on_line(line);
    for (int by = 0; by < GRAPH_BYS; by++) {
        if (!has(p, by)) {
            continue;
        }
        text_clear(&words);
        graph_add_value(p->graph, (GraphBy)by, &edge->tally, p->graph->nodes[edge->from].people,
                        &words);
        float x = p->x + at.x, y = p->y + at.y;
        float keys = edge->keys[0] ? text_width(edge->keys) : 0.0f;
        float width = text_width(text_str(&words)) + keys + (keys > 0.0f ? 26.0f : 12.0f);
        text_addf(
            p->out,
            "<g class=\"%s\"><rect class=\"p\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"20\" "
            "rx=\"10\"/><text class=\"m\" x=\"%.1f\" y=\"%.1f\">",
            style_by_name((GraphBy)by), (double)(x - width / 2.0f), (double)y - 10.0, (double)width,
            (double)x, (double)y + 4.6);
        if (keys > 0.0f) {
            text_addf(p->out, "<tspan class=\"s\">%s</tspan> · ", edge->keys);
        }
        text_add(p->out, "<tspan class=\"n\">");
        picture_svg_escape(p->out, text_str(&words));
        text_add(p->out, "</tspan></text></g>\n");
    }
    text_deinit(&words);
}

void svg_cards(const Graph *g, const GraphLayout *layout, int by, float x, float y, Text *out)
{
    Pen pen = { g, layout, by, x, y, out };
    for (int i = layout->edge_count - 1; i >= 0; i--) { // the strongest of a card last, on top
        add_line(&pen, &layout->edges[i], &layout->lines[i]);
    }
    for (int i = 0; i < g->node_count; i++) {
        add_card(&pen, i);
    }
    for (int i = 0; i < layout->edge_count; i++) {
        add_label(&pen, &layout->edges[i], &layout->lines[i]);
    }
}
