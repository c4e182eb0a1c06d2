// See graph_words.h.
#include "report/graph_words.h"

#include "bridge/bridge.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

static const double few = 0.10, some = 0.40, most = 0.80;
static const double hardly = 1.0e-6;

int graph_least(const Graph *g, const GraphTally *tally, uint8_t people)
{
    int least = -1;
    for (int i = 0; i < g->scenario->person_count && tally->count[GRAPH_DRAWN] > 0.0; i++) {
        if ((people >> i & 1) != 0 && (least < 0 || tally->trust[i] < tally->trust[least])) {
            least = i;
        }
    }
    return least;
}

int graph_level(const Graph *g, GraphBy by, const GraphTally *tally, uint8_t people)
{
    double times = tally->count[GRAPH_OFTEN];
    int tests = (int)tally->count[GRAPH_TESTS];
    int least = graph_least(g, tally, people);
    switch (by) {
    case GRAPH_BY_OFTEN:
        return times <= 0.0 ? 0 : times < few ? 1 : times < some ? 2 : times < most ? 3 : 4;
    case GRAPH_BY_TRUST:
        return least < 0 ? BRIDGE_DOWN : (int)bridge_word((int32_t)tally->trust[least]);
    case GRAPH_BY_TESTS:
        break;
    }
    return tests < GRAPH_LEVELS - 1 ? tests : GRAPH_LEVELS - 1;
}

const char *graph_level_name(GraphBy by, int level)
{
    static const char *const names[GRAPH_BYS][GRAPH_LEVELS] = {
        { "never", "under 10 in 100", "10 to 39", "40 to 79", "80 and more" },
        { "down", "unsafe", "strained", "worn", "sound" },
        { "no recorded way", "1 recorded way", "2", "3", "4 and more" },
    };
    return names[by][level];
}

// "2.3", "3".
static void add_times(double times, Text *out)
{
    double off = times - (double)(int)(times + 0.5);
    text_addf(out, times < 10.0 && (off > 0.05 || off < -0.05) ? "%.1f" : "%.0f", times);
}

void graph_add_count(int n, const char *one, Text *out)
{
    text_addf(out, "%d %s%s", n, one, n == 1 ? "" : "s");
}

void graph_add_counts(const Graph *g, Text *out)
{
    graph_add_count(g->scenario->scene_count, "scene", out);
    text_add(out, ", ");
    graph_add_count(g->options, "option", out);
    text_add(out, ", ");
    graph_add_count(g->scenario->ending_count, "ending", out);
    text_add(out, ", ");
    graph_add_count(g->tests, "recorded way", out);
}

void graph_add_short(double times, Text *out)
{
    if (times <= 0.0) {
        text_add(out, "0");
    } else if (times < 0.01) {
        text_add(out, "<1");
    } else if (times < 0.9995) {
        text_addf(out, "%d", times > 0.99 ? 99 : (int)(times * 100.0 + 0.5));
    } else if (times < 1.005) {
        text_add(out, "100");
    } else {
        add_times(times, out);
        text_add(out, "×");
    }
}

static int of_100(double share)
{
    return share > 0.99 ? 99 : (int)(share * 100.0 + 0.5);
}

static void add_how_often(double times, Text *out)
{
    if (times < hardly) {
        text_add(out, "less than once in a million plays");
    } else if (times < 0.01) {
        text_addf(out, "%.2g times in 1,000 plays", times * 1000.0);
    } else if (times < 0.9995) {
        text_addf(out, "%d time%s in 100 plays", of_100(times), of_100(times) == 1 ? "" : "s");
    } else if (times < 1.005) {
        text_add(out, "once a play");
    } else {
        add_times(times, out);
        text_add(out, " times a play");
    }
}

static void add_for_ever(double share, Text *out)
{
    if (share < hardly) {
        text_add(out, "less than one play in a million goes round here for ever");
    } else if (share < 0.01) {
        text_addf(out, "%.2g plays in 1,000 go round here for ever", share * 1000.0);
    } else if (share < 0.9995) {
        text_addf(out, "%d %s in 100 go%s round here for ever", of_100(share),
                  of_100(share) == 1 ? "play" : "plays", of_100(share) == 1 ? "es" : "");
    } else {
        text_add(out, "every play goes round here for ever");
    }
}

void graph_add_often(const Graph *g, const GraphTally *tally, Text *out)
{
    double times = tally->count[GRAPH_OFTEN], comes_by = times - tally->for_ever;
    bool also = comes_by >= hardly;
    if (times <= 0.0) {
        text_add(out, g->proved ? "never (proved)" : "not met in ");
        if (!g->proved) {
            text_add_grouped(out, g->plays);
            text_add(out, " random plays");
        }
        return;
    }
    if (also || tally->for_ever <= 0.0) {
        add_how_often(comes_by, out);
    }
    if (tally->for_ever >= hardly || (tally->for_ever > 0.0 && !also)) {
        text_add(out, also ? ", and " : "");
        add_for_ever(tally->for_ever, out);
    }
}

void graph_add_trust(const Graph *g, const GraphTally *tally, int person, Text *out)
{
    if (person >= 0 && person < g->scenario->person_count && tally->count[GRAPH_DRAWN] > 0.0) {
        int32_t reading = (int32_t)tally->trust[person];
        int tenths = (int)(reading / 10000); // not rounded: just below "sound" is no 6.0
        text_addf(out, "%s %d.%d", bridge_word_name(bridge_word(reading)), tenths / 10,
                  tenths % 10);
    }
}

void graph_add_tests(const Graph *g, const GraphTally *tally, Text *out)
{
    int tests = (int)tally->count[GRAPH_TESTS];
    if (g->tests == 0) {
        text_add(out, "no ways are recorded");
    } else if (tests == 0) {
        text_add(out, "in no recorded way");
    } else {
        text_addf(out, "in %d of %d recorded way%s", tests, g->tests, g->tests == 1 ? "" : "s");
    }
}

void graph_add_value(const Graph *g, GraphBy by, const GraphTally *tally, uint8_t people, Text *out)
{
    switch (by) {
    case GRAPH_BY_OFTEN:
        graph_add_short(tally->count[GRAPH_OFTEN], out);
        break;
    case GRAPH_BY_TRUST:
        if (graph_least(g, tally, people) < 0) {
            text_add(out, "–");
        } else {
            graph_add_trust(g, tally, graph_least(g, tally, people), out);
        }
        break;
    case GRAPH_BY_TESTS:
        text_addf(out, "%d of %d", (int)tally->count[GRAPH_TESTS], g->tests);
        break;
    }
}

void graph_add_method(const Graph *g, Text *out)
{
    if (g->proved) {
        text_add(out, "Exact: all ");
        text_add_grouped(out, g->states);
        text_add(out, " states were walked; never means never.");
        if (g->for_ever > 0.0) {
            text_add(out, " There is a loop without a way out; what lies in it is counted once.");
        }
    } else {
        text_add(out, "Sampled: ");
        text_add_grouped(out, g->plays);
        text_add(out, " random plays; what they did not meet may exist.");
        if (g->endless > 0) {
            text_add_char(out, ' ');
            text_add_grouped(out, g->endless);
            text_add(out, " of them had no end after ");
            text_add_grouped(out, GRAPH_CHOICES_MAX);
            text_add(out, " choices, and count so far.");
        }
    }
}

void graph_add_node(const Graph *g, int node, Text *out)
{
    text_addf(out, "%s%s", graph_is_ending(g, node) ? "ending " : "", graph_node_id(g, node));
}

void graph_add_when(const Graph *g, int scene, Text *out)
{
    if (g->scenario->scenes[scene].at >= 0) {
        render_due(g->scenario, g->scenario->scenes[scene].at, out);
    }
}

void graph_add_first(const Graph *g, int person, Text *out)
{
    const StoryPerson *it = &g->scenario->people[person];
    text_add(out, scenario_text(g->scenario, it->first != 0 ? it->first : it->name));
}

void graph_add_people(const Graph *g, int scene, Text *out)
{
    int before = 0;
    for (int i = 0; i < g->scenario->person_count; i++) {
        if ((g->scenario->scenes[scene].present >> i & 1) != 0) {
            text_add(out, before++ > 0 ? ", " : "");
            graph_add_first(g, i, out);
        }
    }
}

void graph_add_stop(const Graph *g, const GraphStop *stop, Text *out)
{
    const Scenario *sc = g->scenario;
    if (stop->kind == GRAPH_TALK) {
        text_add(out, "one-on-one with ");
        graph_add_first(g, sc->talks[stop->talk].person, out);
    } else if (stop->kind == GRAPH_DESK) {
        text_add(out, "desk");
        StoryTime till = sc->desks[sc->ops[stop->op].b].till;
        if (till >= 0) {
            text_add(out, " until ");
            render_due(sc, till, out);
        }
    } else {
        text_add(out, "choice");
    }
}

void graph_add_offer_id(const Graph *g, const GraphOffer *offer, Text *out)
{
    static const char *const agendas[] = { "", "mine", "shared", "theirs" };
    static const char *const acts[] = {
        "", "meet_", "work_", "talk_", "rest", "tell_", "move_", ""
    };
    text_add(out, acts[offer->kind]);
    switch ((StoryOfferKind)offer->kind) {
    case OFFER_OPTION:
        text_add(out, g->scenario->options[offer->x].id);
        break;
    case OFFER_TALK:
        text_add(out, g->scenario->people[offer->x].id);
        break;
    case OFFER_AGENDA:
        text_add(out, agendas[offer->x & 3]);
        break;
    case OFFER_REST:
        break;
    case OFFER_MEET:
    case OFFER_WORK:
    case OFFER_TELL:
    case OFFER_MOVE:
        text_add(out, g->scenario->commitments[offer->x].id);
        break;
    }
}

void graph_add_plain(const Graph *g, TextId text, Text *out)
{
    Text filled = { 0 };
    if (g->start != NULL) {
        render_text(g->scenario, g->start, text, &filled);
    }
    render_plain(g->start != NULL ? text_str(&filled) : scenario_text(g->scenario, text), out);
    text_deinit(&filled);
}

static void add_title(const Graph *g, int commitment, Text *out)
{
    const StoryCommitment *it = &g->scenario->commitments[commitment];
    graph_add_plain(g, it->title != 0 ? it->title : it->what, out);
}

void graph_add_offer_text(const Graph *g, const GraphOffer *offer, Text *out)
{
    static const char *const agendas[] = { "", "My agenda", "Both agendas", "Their agenda" };
    switch ((StoryOfferKind)offer->kind) {
    case OFFER_OPTION:
        graph_add_plain(g, g->scenario->options[offer->x].text, out);
        break;
    case OFFER_MEET:
        text_add(out, "Be there: ");
        add_title(g, offer->x, out);
        break;
    case OFFER_WORK:
        text_add(out, "Work on ");
        add_title(g, offer->x, out);
        break;
    case OFFER_TALK:
        text_add(out, "Sit down with ");
        graph_add_first(g, offer->x, out);
        break;
    case OFFER_REST:
        text_add(out, "Rest");
        break;
    case OFFER_TELL:
        text_add(out, "Say it will be late: ");
        add_title(g, offer->x, out);
        break;
    case OFFER_MOVE:
        text_add(out, "Ask for a new date: ");
        add_title(g, offer->x, out);
        break;
    case OFFER_AGENDA:
        text_add(out, agendas[offer->x & 3]);
        break;
    }
}
