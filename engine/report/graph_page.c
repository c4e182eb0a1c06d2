// One page with everything: the picture, and each scene as an article that can be read without it.
// It works without its script, which only searches, brings a scene to the side and keeps the
// colouring.
#include "report/graph_draw.h"
#include "report/graph_page_parts.h"
#include "report/graph_style.h"
#include "report/graph_svg.h"

#include "base/arena.h"
#include "picture/svg.h"

typedef struct Page {
    const Graph *graph;
    Text *out;
} Page;

static void xml(const Page *p, const char *words)
{
    picture_svg_escape(p->out, words);
}

static const char *anchor(const Graph *g, int node)
{
    return graph_is_ending(g, node) ? "e" : "s";
}

static void add_link(const Page *p, int node)
{
    text_addf(p->out, "<a href=\"#%s-%s\">", anchor(p->graph, node), graph_node_id(p->graph, node));
    graph_add_node(p->graph, node, p->out);
    text_add(p->out, "</a>");
}

// "62", narrow and with a colour, in each colouring's own column; the words for readers beside it.
static void add_figures(const Page *p, const GraphTally *tally, uint8_t people)
{
    Text words = { 0 }, classes = { 0 };
    style_classes(p->graph, GRAPH_BYS, tally, people, &classes);
    text_addf(p->out, "<span class=\"figures%s\">", text_str(&classes));
    for (int by = 0; by < GRAPH_BYS; by++) {
        text_clear(&words);
        graph_add_value(p->graph, (GraphBy)by, tally, people, &words);
        text_addf(p->out, "<b class=\"chip %s\">", style_by_name((GraphBy)by));
        xml(p, text_str(&words));
        text_add(p->out, "</b>");
    }
    text_add(p->out, "</span>");
    text_deinit(&classes);
    text_deinit(&words);
}

static void add_sentence(const Page *p, const GraphTally *tally, uint8_t people)
{
    const Graph *g = p->graph;
    Text words = { 0 };
    graph_add_often(g, tally, &words);
    for (int i = 0; i < g->scenario->person_count && tally->count[GRAPH_DRAWN] > 0.0; i++) {
        if ((people >> i & 1) != 0) {
            text_add(&words, " · ");
            graph_add_first(g, i, &words);
            text_add(&words, " ");
            graph_add_trust(g, tally, i, &words);
        }
    }
    text_add(&words, " · ");
    graph_add_tests(g, tally, &words);
    xml(p, text_str(&words));
    text_deinit(&words);
}

// ---- words --------------------------------------------------------------------------------------

// Behind the way that ends before `branch`, and behind the one that begins there.
static int behind(const Scenario *sc, int branch, int end)
{
    const StoryOp *last = branch > 0 ? &sc->ops[branch - 1] : NULL;
    return last != NULL && last->code == OP_GO && last->b > branch && last->b <= end ? last->b
                                                                                     : branch;
}

// Where the branches that begin at this op come together again; 0 where none do.
static int branches_until(const Scenario *sc, int op, int end, int until)
{
    const StoryOp *it = &sc->ops[op];
    if (it->code == OP_UNLESS) {
        return behind(sc, it->b, end);
    }
    if (it->code == OP_CHANCE) {
        const StoryChance *chance = &sc->chances[it->b];
        return behind(sc, sc->odds[chance->first + chance->count - 1].op, end);
    }
    if (it->code == OP_NEED) {
        const StoryNeed *need = &sc->needs[it->b];
        int last = need->turns_back > need->crosses ? need->turns_back : need->crosses;
        return behind(sc, last > need->hesitates ? last : need->hesitates, end);
    }
    return until;
}

// What a need comes to, before the lines of each answer.
static void add_answer(const Page *p, int op)
{
    const Scenario *sc = p->graph->scenario;
    for (int i = 0; i < sc->need_count; i++) {
        const StoryNeed *need = &sc->needs[i];
        const char *answer = op == need->crosses      ? "Who is needed crosses:"
                             : op == need->turns_back ? "They turn back:"
                             : op == need->hesitates && need->hesitates != 0 ? "They hesitate:"
                                                                             : NULL;
        if (answer != NULL) {
            text_addf(p->out, "<p class=\"near\">%s</p>\n", answer);
        }
    }
}

// Lines of ops first..end-1; those behind a question are marked as said sometimes only.
static void add_lines(const Page *p, int first, int end)
{
    const Scenario *sc = p->graph->scenario;
    int until = first; // what stands before is said only sometimes
    Text words = { 0 };
    for (int op = first; op < end; op++) {
        const StoryOp *it = &sc->ops[op];
        add_answer(p, op);
        int branches = branches_until(sc, op, end, until);
        until = branches > until ? branches : until;
        if (it->code != OP_LINE) {
            continue;
        }
        text_clear(&words);
        graph_add_plain(p->graph, (TextId)it->c, &words);
        text_addf(p->out, "<p%s>", op < until ? " class=\"sometimes\"" : "");
        if (it->a != STORY_NONE && it->a < sc->person_count) {
            const StoryPerson *person = &sc->people[it->a];
            text_add(p->out, "<b>");
            xml(p, scenario_text(sc, person->first != 0 ? person->first : person->name));
            text_add(p->out, ":</b> ");
        }
        xml(p, text_str(&words));
        text_add(p->out, "</p>\n");
    }
    text_deinit(&words);
}

// ---- a scene ------------------------------------------------------------------------------------

static void add_goes_on(const Page *p, int stop, int offer)
{
    const Graph *g = p->graph;
    int before = 0;
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        if (way->stop == stop && way->offer == offer) {
            text_add(p->out, before++ > 0 ? " or " : "<span class=\"to\">→ ");
            if (way->to == GRAPH_STAYS) {
                text_add(p->out, "goes on here");
            } else {
                add_link(p, way->to);
            }
        }
    }
    text_add(p->out, before > 0 ? "</span>" : "");
}

static void add_offer(const Page *p, int stop, int index)
{
    const Graph *g = p->graph;
    const GraphOffer *offer = &g->stops[stop].offers[index];
    uint8_t people = g->nodes[g->stops[stop].scene].people;
    Text words = { 0 };
    graph_add_offer_id(g, offer, &words);
    text_addf(p->out, "<li value=\"%d\"><div class=\"offer\"><span><b class=\"id\">",
              offer->number);
    xml(p, text_str(&words));
    text_add(p->out, "</b> ");
    text_clear(&words);
    graph_add_offer_text(g, offer, &words);
    xml(p, text_str(&words));
    text_add(p->out, "</span>");
    add_figures(p, &offer->tally, people);
    text_add(p->out, "</div><div class=\"more\">");
    add_sentence(p, &offer->tally, people);
    text_add(p->out, " ");
    add_goes_on(p, stop, index);
    text_add(p->out, "</div>");
    if (offer->kind == OFFER_OPTION) {
        const StoryOption *option = &g->scenario->options[offer->x];
        text_add(p->out, "<div class=\"words\">");
        add_lines(p, option->op, option->end);
        text_add(p->out, "</div>");
    }
    text_add(p->out, "</li>\n");
    text_deinit(&words);
}

// The lines of a scene up to each stop, then the stop. What an option's body says stands under it.
static void add_scene(const Page *p, int scene)
{
    const Graph *g = p->graph;
    const StoryScene *it = &g->scenario->scenes[scene];
    int at = it->op;
    Text words = { 0 };
    for (int i = graph_first_stop(g, scene); i < g->stop_count && g->stops[i].scene == scene; i++) {
        const GraphStop *stop = &g->stops[i];
        bool here = stop->op >= at && stop->op < it->end;
        if (here) {
            add_lines(p, at, stop->op);
            at = stop->op + 1;
        }
        text_clear(&words);
        graph_add_stop(g, stop, &words);
        text_add(p->out, "<h3>");
        xml(p, text_str(&words));
        text_add(p->out, "</h3>\n<ol>\n");
        for (int k = 0; k < stop->offer_count; k++) {
            const GraphOffer *offer = &stop->offers[k];
            add_offer(p, i, k);
            if (here && offer->kind == OFFER_OPTION && stop->kind == GRAPH_CHOICE) {
                int end = g->scenario->options[offer->x].end;
                at = end > at && end <= it->end ? end : at;
            }
        }
        text_add(p->out, "</ol>\n");
    }
    add_lines(p, at, it->end);
    text_deinit(&words);
}

static void add_edges(const Page *p, const GraphEdge *edges, int count, int node, bool in)
{
    const Graph *g = p->graph;
    int before = 0;
    for (int i = 0; i < count; i++) {
        if ((in ? edges[i].to : edges[i].from) != node) {
            continue;
        }
        text_addf(p->out, "%s",
                  before++ > 0 ? ", "
                  : in         ? "<p class=\"near\">Comes from "
                               : "<p class=\"near\">Goes on to ");
        add_link(p, in ? edges[i].from : edges[i].to);
        text_add(p->out, " ");
        add_figures(p, &edges[i].tally, g->nodes[edges[i].from].people);
    }
    text_add(p->out, before > 0 ? "</p>\n" : "");
}

static void add_heading(const Page *p, int node)
{
    const Graph *g = p->graph;
    bool ending = graph_is_ending(g, node);
    const GraphNode *it = &g->nodes[node];
    text_addf(p->out, "<article id=\"%s-%s\" tabindex=\"-1\"><header><h2>", anchor(g, node),
              graph_node_id(g, node));
    xml(p, graph_node_id(g, node));
    text_add(p->out, "</h2>");
    add_figures(p, &it->tally, it->people);
    text_add(p->out, "</header>\n<p class=\"about\">");
    Text words = { 0 };
    if (ending) {
        const StoryEnding *what = &g->scenario->endings[node - g->scenario->scene_count];
        text_addf(&words, "Ending: %s · ", scenario_text(g->scenario, what->title));
    } else {
        graph_add_when(g, node, &words);
        text_add(&words, words.length > 0 ? " · " : "");
        size_t before = words.length;
        graph_add_people(g, node, &words);
        text_add(&words, words.length > before ? " · " : "");
    }
    xml(p, text_str(&words));
    add_sentence(p, &it->tally, it->people);
    text_add(p->out, "</p>\n");
    text_deinit(&words);
}

// Up to where the ending is over.
static int end_of_ending(const Scenario *sc, int ending)
{
    int op = sc->endings[ending].op;
    while (op < sc->op_count && sc->ops[op].code != OP_END) {
        op++;
    }
    return op;
}

static void add_articles(const Page *p)
{
    const Graph *g = p->graph;
    int count = 0;
    GraphEdge *edges = graph_edges(g, &count);
    for (int i = 0; i < g->node_count; i++) {
        add_heading(p, i);
        add_edges(p, edges, count, i, true);
        if (graph_is_ending(g, i)) {
            int ending = i - g->scenario->scene_count;
            add_lines(p, g->scenario->endings[ending].op, end_of_ending(g->scenario, ending));
        } else {
            add_scene(p, i);
        }
        add_edges(p, edges, count, i, false);
        text_add(p->out, "</article>\n");
    }
    mem_free(edges);
}

// ---- the frame of it ----------------------------------------------------------------------------

static void add_pieces(const char *const *pieces, Text *out)
{
    for (; *pieces; pieces++) {
        text_add(out, *pieces);
    }
}

static void add_head(const Page *p)
{
    const Scenario *sc = p->graph->scenario;
    text_add(p->out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>");
    xml(p, scenario_text(sc, sc->title));
    text_add(p->out, ": the graph</title>\n<style>\n");
    style_picture(p->out);
    for (int by = 0; by < GRAPH_BYS; by++) {
        style_colouring((GraphBy)by, p->out);
        style_chips((GraphBy)by, p->out);
    }
    add_pieces(graph_page_style, p->out);
    text_add(p->out, "</style></head>\n");
}

static void add_legend(const Page *p, GraphBy by)
{
    static const char *const words[] = {
        "How many times in 100 fair plays; each open option is as likely as another. ",
        "Trust of the one who trusts least there: the bridge's word and its planks of ten, the "
        "mean "
        "of random plays. ",
        "Recorded ways (tests/*.play) that come by. ",
    };
    text_addf(p->out, "<div class=\"legend %s\"><p>%s", style_by_name(by), words[by]);
    Text method = { 0 };
    graph_add_method(p->graph, &method);
    xml(p, by == GRAPH_BY_OFTEN ? text_str(&method) : "");
    text_deinit(&method);
    text_add(p->out, "</p><ul>");
    for (int i = 0; i < GRAPH_LEVELS; i++) {
        text_addf(
            p->out,
            "<li><svg class=\"%c%d\" width=\"46\" height=\"16\" aria-hidden=\"true\"><rect "
            "class=\"f b\" x=\"1\" y=\"1\" width=\"18\" height=\"14\" rx=\"3\"/><path class=\"l\" "
            "stroke-width=\"3\" d=\"M24 8h22\"/></svg> ",
            style_letter(by), i);
        xml(p, graph_level_name(by, i));
        text_add(p->out, "</li>");
    }
    text_add(p->out, "</ul></div>\n");
}

static void add_bar(const Page *p, GraphBy by)
{
    static const char *const labels[] = { "how often", "trust", "recorded ways" };
    const Scenario *sc = p->graph->scenario;
    text_add(p->out, "<header class=\"bar\"><div class=\"name\"><h1>");
    xml(p, scenario_text(sc, sc->title));
    text_add(p->out, "</h1>\n<p class=\"counts\">");
    graph_add_counts(p->graph, p->out);
    text_add(p->out, "</p></div>\n");
    text_add(p->out, "<fieldset><legend>Coloured by</legend>");
    for (int i = 0; i < GRAPH_BYS; i++) {
        text_addf(p->out, "<label><input type=\"radio\" name=\"by\" value=\"%s\"%s> %s</label>",
                  style_by_name((GraphBy)i), i == (int)by ? " checked" : "", labels[i]);
    }
    text_add(p->out,
             "</fieldset>\n<div class=\"search\"><label for=\"search\">Find a scene, an option, "
             "or a word</label><input id=\"search\" type=\"search\" autocomplete=\"off\">"
             "<p id=\"found\" role=\"status\"></p></div>\n");
    for (int i = 0; i < GRAPH_BYS; i++) {
        add_legend(p, (GraphBy)i);
    }
    text_add(p->out, "</header>\n");
}

static void add_map(const Page *p, const GraphLayout *layout)
{
    const int margin = 20;
    int width = (int)layout->width + 2 * margin, height = (int)layout->height + 2 * margin;
    text_addf(
        p->out,
        "<section class=\"map\" aria-label=\"The picture\"><div class=\"zoom\">"
        "<button type=\"button\" data-zoom=\"fit\">Whole width</button>"
        "<button type=\"button\" data-zoom=\"out\" aria-label=\"Smaller\">−</button>"
        "<button type=\"button\" data-zoom=\"in\" aria-label=\"Larger\">+</button></div>"
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Scenes as cards, in the "
        "order of the story\"><svg id=\"map\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
        width, height, width, height);
    svg_cards(p->graph, layout, GRAPH_BYS, (float)margin, (float)margin, p->out);
    text_add(p->out, "</svg></div></section>\n");
}

void graph_page(const Graph *g, const GraphLayout *layout, GraphBy by, const char *missing,
                Text *out)
{
    Page page = { g, out };
    add_head(&page);
    text_addf(out, "<body class=\"by-%s%s\">\n", style_by_name(by), layout ? "" : " plain");
    if (layout) {
        text_add(out, "<a class=\"skip\" href=\"#scenes\">To the scenes, past the picture</a>\n");
    }
    add_bar(&page, by);
    text_add(out, "<main>\n");
    if (layout) {
        add_map(&page, layout);
    } else {
        text_add(out, "<p class=\"missing\">Without the picture: ");
        xml(&page, missing);
        text_add(out, ".</p>\n");
    }
    text_add(out, "<section class=\"scenes\" id=\"scenes\" tabindex=\"-1\" "
                  "aria-label=\"Scenes\">\n<nav aria-label=\"All scenes\"><ul>");
    for (int i = 0; i < g->node_count; i++) {
        text_add(out, "<li>");
        add_link(&page, i);
        text_add(out, " ");
        add_figures(&page, &g->nodes[i].tally, g->nodes[i].people);
        text_add(out, "</li>\n");
    }
    text_add(out, "</ul></nav>\n");
    add_articles(&page);
    text_add(out, "</section>\n</main>\n<script>\n");
    add_pieces(graph_page_script, out);
    text_add(out, "</script>\n</body></html>\n");
}
