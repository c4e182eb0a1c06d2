// What the facilitator needs of the story: each decision with its notes, every answer and where it
// leads, and one way to each ending.
#include "report/kit_parts.h"

#include "base/say.h"
#include "report/graph_words.h"
#include "report/lookback_words.h"
#include "story/render.h"

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

// "Scene 12, Tuesday 10:50, or the end “Ten to five”".
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
        if (graph_is_ending(g, way->to)) {
            int ending = way->to - graph_ending(g, 0);
            text_addf(&out, say("the end “%s”"),
                      kit_plain(pen, pen->scenario->endings[ending].title));
        } else {
            text_add(&out, kit_when(pen, way->to));
        }
    }
    return taken(pen, &out);
}

// As the player reads it, in the language of the story: a graph's own words are for its author.
static const char *answer(KitPen *pen, const GraphOffer *offer)
{
    const Graph *g = pen->kit->graph;
    Text said = { 0 }, out = { 0 };
    if (g->start == NULL) {
        graph_add_offer_text(g, offer, &out);
    } else {
        render_offer(g->scenario, g->start, &(StoryOffer){ .kind = offer->kind, .x = offer->x },
                     &said);
        render_plain(text_str(&said), &out);
        text_deinit(&said);
    }
    return taken(pen, &out);
}

static const char *how_often(KitPen *pen, const GraphOffer *offer)
{
    Text out = { 0 };
    graph_add_short(offer->tally.count[GRAPH_OFTEN], &out);
    return taken(pen, &out);
}

static const char *what_is_decided(KitPen *pen, const GraphStop *stop)
{
    const Scenario *sc = pen->scenario;
    Text out = { 0 }, what = { 0 };
    if (stop->kind == GRAPH_TALK) {
        graph_add_first(pen->kit->graph, sc->talks[stop->talk].person, &what);
        text_addf(&out, say("One-on-one with %s."), text_str(&what));
    } else if (stop->kind == GRAPH_DESK && sc->desks[sc->ops[stop->op].b].till >= 0) {
        render_due(sc, sc->desks[sc->ops[stop->op].b].till, &what);
        text_addf(&out, say("At the desk until %s"), text_str(&what));
    } else {
        text_add(&out, stop->kind == GRAPH_DESK ? say("At the desk") : say("The room decides"));
    }
    text_deinit(&what);
    return taken(pen, &out);
}

static void answers(KitPen *pen, int index)
{
    const GraphStop *stop = &pen->kit->graph->stops[index];
    const char *const columns[] = { "", say("Answer"), say("Leads to"), say("In 100 plays") };
    page_table(pen->page, what_is_decided(pen, stop), columns, 4);
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
    int first = graph_first_stop(g, index);
    if (first == g->stop_count || g->stops[first].scene != index) {
        page_note(pen->page, say("Nothing is decided here."));
    }
    for (int i = first; i < g->stop_count && g->stops[i].scene == index; i++) {
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
    for (int i = 0; i < pen->scenario->scene_count; i++) { // all: answers lead to them by number
        scene(pen, i);
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

// "1: A · 3: C · Work on the brief. · …": letters where the room votes, words where it does not.
static const char *way_words(KitPen *pen, const StoryHistory *h)
{
    Graph *g = pen->kit->graph;
    Text out = { 0 };
    for (int i = 0; i < h->count; i++) {
        const Playthrough *before = history_state(h, i);
        int stop = graph_stop(g, before);
        int offer = graph_offer(g, stop, &h->taken[i]);
        text_add(&out, i > 0 ? " · " : "");
        if (g->stops[stop].kind == GRAPH_CHOICE) {
            text_addf(&out, "%d: %s", before->scene + 1,
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
    page_table(pen->page, say("A scene’s number, and the letter or number of the answer; the rest in words."),
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
    Text counted = { 0 };
    say_number(g->proved ? (int64_t)g->states : g->plays, &counted);
    page_note(pen->page, plain_format(&pen->arena,
                                      g->proved ? say("Counted over all %s situations of the story: "
                                                      "what never comes cannot come.")
                                                : say("Counted in %s random plays: what did not come "
                                                      "in them may still come."),
                                      text_str(&counted)));
    text_deinit(&counted);
}
