// What the facilitator needs of the story: each decision with its notes, every answer and where it
// leads, and one way to each ending.
#include "report/kit_parts.h"

#include "base/say.h"
#include "report/graph_words.h"
#include "report/lookback_words.h"

#include <string.h>

static const char *taken(KitPen *pen, Text *text)
{
    const char *copy = arena_string(&pen->arena, text_str(text));
    text_deinit(text);
    return copy;
}

// The first line that is told in it, to find the place.
static const char *first_line(KitPen *pen, const StoryScene *scene)
{
    for (int op = scene->op; op < scene->end; op++) {
        if (pen->scenario->ops[op].code == OP_LINE) {
            return kit_plain(pen, (TextId)pen->scenario->ops[op].c);
        }
    }
    return "";
}

static void note(KitPen *pen, const char *label, TextId text)
{
    if (text != 0) {
        page_labelled(pen->page, label, kit_plain(pen, text));
    }
}

static void notes(KitPen *pen, int index)
{
    if (index < 0) {
        return;
    }
    const StoryNotes *it = &pen->scenario->notes[index];
    note(pen, say("Say"), it->say);
    note(pen, say("Do"), it->act);
    note(pen, say("Watch for"), it->watch);
    note(pen, say("If the point does not come"), it->prompt);
    note(pen, say("What it is about"), it->why);
}

// "eleven (Tuesday 10:50), or ending page".
static const char *leads_to(KitPen *pen, int stop, int offer)
{
    const Graph *g = pen->kit->graph;
    Text out = { 0 };
    for (int i = 0; i < g->way_count; i++) {
        const GraphWay *way = &g->ways[i];
        if (way->stop != stop || way->offer != offer) {
            continue;
        }
        text_add(&out, out.length > 0 ? say(", or ") : "");
        if (way->to == GRAPH_STAYS) {
            text_add(&out, say("goes on here"));
            continue;
        }
        graph_add_node(g, way->to, &out);
        if (!graph_is_ending(g, way->to)) {
            Text when = { 0 };
            graph_add_when(g, way->to, &when);
            text_addf(&out, when.length > 0 ? " (%s)" : "%s", text_str(&when));
            text_deinit(&when);
        }
    }
    return taken(pen, &out);
}

static const char *answer(KitPen *pen, const GraphOffer *offer)
{
    Text out = { 0 };
    graph_add_offer_text(pen->kit->graph, offer, &out);
    return taken(pen, &out);
}

static const char *how_often(KitPen *pen, const GraphOffer *offer)
{
    Text out = { 0 };
    graph_add_short(offer->tally.count[GRAPH_OFTEN], &out);
    return taken(pen, &out);
}

static void answers(KitPen *pen, int index)
{
    const GraphStop *stop = &pen->kit->graph->stops[index];
    const char *const columns[] = { "", say("Answer"), say("Leads to"), say("In 100 plays") };
    Text caption = { 0 };
    if (stop->kind == GRAPH_CHOICE) {
        text_add(&caption, say("The room decides"));
    } else {
        graph_add_stop(pen->kit->graph, stop, &caption);
    }
    page_table(pen->page, taken(pen, &caption), columns, 4);
    for (int i = 0; i < stop->offer_count; i++) {
        const char *const cells[] = { kit_mark(pen, stop, i), answer(pen, &stop->offers[i]),
                                      leads_to(pen, index, i), how_often(pen, &stop->offers[i]) };
        page_row(pen->page, cells);
    }
}

// The notes an author hung on single answers.
static void answer_notes(KitPen *pen, const GraphStop *stop)
{
    for (int i = 0; i < stop->offer_count; i++) {
        const GraphOffer *offer = &stop->offers[i];
        int index =
            offer->kind == OFFER_OPTION ? pen->scenario->options[offer->x].notes : -1;
        if (index < 0) {
            continue;
        }
        const StoryNotes *it = &pen->scenario->notes[index];
        const TextId said[] = { it->say, it->act, it->watch, it->prompt, it->why };
        for (size_t k = 0; k < sizeof said / sizeof *said; k++) {
            if (said[k] != 0) {
                page_labelled(pen->page, plain_format(&pen->arena, say("With %s"), kit_mark(pen, stop, i)),
                              kit_plain(pen, said[k]));
            }
        }
    }
}

static bool has_decisions(const Graph *graph, int scene)
{
    int first = graph_first_stop(graph, scene);
    return first < graph->stop_count && graph->stops[first].scene == scene;
}

static void scene(KitPen *pen, int index)
{
    const Graph *g = pen->kit->graph;
    const StoryScene *it = &pen->scenario->scenes[index];
    page_heading(pen->page, 3, kit_when(pen, index));
    const char *begins = first_line(pen, it);
    if (begins[0] != '\0') {
        page_note(pen->page, plain_format(&pen->arena, say("Begins: %s"), begins));
    }
    notes(pen, it->notes);
    for (int i = graph_first_stop(g, index); i < g->stop_count && g->stops[i].scene == index; i++) {
        answers(pen, i);
        answer_notes(pen, &g->stops[i]);
    }
}

static bool denies(const Scenario *sc)
{
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_DENY || sc->ops[i].code == OP_COVER_UP) {
            return true;
        }
    }
    return false;
}

void kit_decisions(KitPen *pen)
{
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("Every decision"));
    page_text(pen->page,
              say("In the order of the story; no way meets them all. Letters are those of the voting "
                  "cards. Where there are numbers instead, not every answer is open on every way, "
                  "or there are hours to spend: let the room vote on what the screen shows, A for "
                  "the first from above. “In 100 plays” says how often an answer is taken when each "
                  "open one is as likely as another; above 100, it can come twice."));
    for (int i = 0; i < pen->scenario->scene_count; i++) {
        if (pen->scenario->scenes[i].notes >= 0 || has_decisions(pen->kit->graph, i)) {
            scene(pen, i);
        }
    }
    if (denies(pen->scenario)) {
        page_heading(pen->page, 3, say("If somebody asks whether hiding it works"));
        page_text(pen->page,
                  say("Say it openly: in one well-known study people trusted somebody who denied a "
                      "breach of integrity more than somebody who apologised for it, as long as "
                      "nothing came out. Once it came out they trusted them least of all (Kim, "
                      "Ferrin, Cooper, Dirks 2004, Journal of Applied Psychology 89:104). At work "
                      "things come out. Ask: who in this story already knew?"));
    }
}

// ---- endings ------------------------------------------------------------------------------------

// "monday A, asks C, work on the brief, …": letters where the room votes, words where it does not.
static const char *way_words(KitPen *pen, const StoryHistory *h)
{
    const Scenario *sc = pen->scenario;
    Graph *g = pen->kit->graph;
    Text out = { 0 };
    for (int i = 0; i < h->count; i++) {
        const Playthrough *before = history_state(h, i);
        int stop = graph_stop(g, before);
        int offer = graph_offer(g, stop, &h->taken[i]);
        text_add(&out, i > 0 ? ", " : "");
        if (g->stops[stop].kind == GRAPH_CHOICE) {
            text_addf(&out, "%s %s", sc->scenes[before->scene].id,
                      kit_mark(pen, &g->stops[stop], offer));
        } else {
            text_add(&out, answer(pen, &g->stops[stop].offers[offer]));
        }
    }
    return taken(pen, &out);
}

// The shortest recorded one, or -1.
static int way_to(const Kit *kit, int ending)
{
    int best = -1;
    for (int i = 0; i < kit->way_count; i++) {
        const StoryHistory *h = kit->ways[i].history;
        if (h->now->ended == ending + 1 &&
            (best < 0 || h->count < kit->ways[best].history->count)) {
            best = i;
        }
    }
    return best;
}

void kit_endings(KitPen *pen)
{
    const Graph *g = pen->kit->graph;
    const char *const columns[] = { say("Ending"), say("In 100 plays"), say("One way there") };
    page_heading(pen->page, 2, say("Every ending"));
    page_table(pen->page, say("A scene's name with the letter or number of the answer; the rest in words."),
               columns, 3);
    for (int i = 0; i < pen->scenario->ending_count; i++) {
        Text often = { 0 };
        graph_add_short(g->nodes[graph_ending(g, i)].tally.count[GRAPH_OFTEN], &often);
        int way = way_to(pen->kit, i);
        const char *const cells[] = {
            kit_plain(pen, pen->scenario->endings[i].title),
            taken(pen, &often),
            way < 0 ? say("No recorded way ends here.")
                    : way_words(pen, pen->kit->ways[way].history),
        };
        page_row(pen->page, cells);
    }
    Text method = { 0 };
    graph_add_method(g, &method);
    page_note(pen->page, plain_format(&pen->arena, say("Counted: %s."), text_str(&method)));
    text_deinit(&method);
}
