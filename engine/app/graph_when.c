// See graph_when.h. Goes through the ops of a scene as they were compiled (script/compile_flow.c,
// compile_talk.c): a when is an UNLESS over its body; a body that comes to its end with something
// behind it that it leaves out ends in a jump.
#include "app/graph_when.h"

#include "base/arena.h"
#include "explore/finding.h"
#include "report/graph_words.h"

#include <stdio.h>
#include <string.h>

enum { LEFT = -1 }; // a list of ops does not come to its end

typedef struct Walk {
    Graph *graph;
    const Scenario *sc;
    int scene;
    int said;  // places at which the scene is left, so far
    int stops; // choices, likewise
} Walk;

// What is known at an op: "when kept(brief) and no(told(brief))", "otherwise, when moved(brief)". Otherwise
// the scene was left before, among what is said in front of it.
typedef Text Known;

static const char otherwise[] = "otherwise";

static Known known_copy(const Known *known)
{
    Known copy = { 0 };
    text_add(&copy, text_str(known));
    return copy;
}

static bool ends_otherwise(const Known *known)
{
    size_t n = sizeof otherwise - 1;
    return known->length >= n && strcmp(text_str(known) + known->length - n, otherwise) == 0;
}

static void add_known(Known *known, const char *what)
{
    text_add(known, known->length == 0 ? "when " : ends_otherwise(known) ? ", when " : " and ");
    text_add(known, what);
}

static void add_otherwise(Known *known, bool left)
{
    if (left && !ends_otherwise(known)) {
        text_add(known, known->length > 0 ? ", " : "");
        text_add(known, otherwise);
    }
}

static void add_condition(Known *known, const Scenario *sc, int cond, bool holds)
{
    bool no = !holds && sc->conds[cond].kind == COND_NO;
    Text text = { 0 };
    text_add(&text, holds || no ? "" : "no(");
    explore_condition(&text, sc, no ? sc->conds[cond].b : cond);
    text_add(&text, holds || no ? "" : ")");
    add_known(known, text_str(&text));
    text_deinit(&text);
}

// ---- where a scene is left --------------------------------------------------------------------------

// Of two places "…, or …".
static void say(Walk *w, int node, const Known *known)
{
    w->said++;
    for (int i = 0; i < w->graph->way_count; i++) {
        GraphWay *way = &w->graph->ways[i];
        if (way->from != w->scene || way->to != node || way->stop >= 0) {
            continue;
        }
        Text text = { 0 };
        text_addf(&text, "%s%s%s", way->when != NULL ? way->when : "",
                  way->when != NULL ? ", or " : "", text_str(known));
        mem_free(way->when);
        way->when = text.data;
        way->order = way->order == 0 ? w->said : way->order;
    }
}

static int scene_at(const Scenario *sc, int op)
{
    for (int i = 0; i < sc->scene_count; i++) {
        if (sc->scenes[i].op == op) {
            return i;
        }
    }
    return GRAPH_NOWHERE;
}

// ---- ops --------------------------------------------------------------------------------------------

static int walk(Walk *w, int first, int end, const Known *known);

// Over something that a body leaves out, and not into a scene.
static bool is_jump(const Walk *w, int op)
{
    const StoryOp *it = &w->sc->ops[op];
    return it->code == OP_GO && it->b > op && it->b <= w->sc->scenes[w->scene].end &&
           scene_at(w->sc, it->b) == GRAPH_NOWHERE;
}

static int furthest(int one, int other)
{
    return one > other ? one : other;
}

static int branch(Walk *w, int first, int end, const Known *known, const char *what)
{
    Known inner = known_copy(known);
    add_known(&inner, what);
    int on = walk(w, first, end, &inner);
    text_deinit(&inner);
    return on;
}

static int chance(Walk *w, int op, int end, Known *known)
{
    const StoryChance *it = &w->sc->chances[w->sc->ops[op].b];
    int on = LEFT, said = w->said;
    for (int i = 0; i < it->count; i++) {
        const StoryOdds *odds = &w->sc->odds[it->first + i];
        char what[64];
        snprintf(what, sizeof what, "chance has it so (%d of %d)", odds->weight, it->total);
        on = furthest(on, branch(w, odds->op, i + 1 < it->count ? odds[1].op : end, known, what));
    }
    add_otherwise(known, w->said > said);
    return on;
}

// "Maya crosses"; one of several is drawn: "Maya, Sam or Lin crosses".
static const char *answer(const Walk *w, const StoryNeed *need, const char *what, Text *out)
{
    text_clear(out);
    unsigned left = need->who;
    for (int i = 0; left != 0; i++, left &= left - 1) {
        bool last = (left & (left - 1)) == 0;
        text_add(out, i == 0 ? "" : last ? " or " : ", ");
        graph_add_first(w->graph, play_lowest(left), out);
    }
    text_addf(out, " %s", what);
    return text_str(out);
}

static int need(Walk *w, int op, int end, Known *known)
{
    const StoryNeed *it = &w->sc->needs[w->sc->ops[op].b];
    int behind_crosses = it->hesitates != 0 ? it->hesitates : it->turns_back, said = w->said;
    Text who = { 0 };
    int on = branch(w, it->crosses, behind_crosses, known,
                    answer(w, it, it->to_them ? "lets you in" : "crosses", &who));
    if (it->hesitates != 0) {
        branch(w, it->hesitates, it->turns_back, known, answer(w, it, "hesitates", &who));
    }
    int back = branch(w, it->turns_back, on != LEFT ? on : end, known,
                      answer(w, it, it->to_them ? "sends you back" : "turns back", &who));
    text_deinit(&who);
    add_otherwise(known, w->said > said);
    return furthest(on, back);
}

// The body of a when, and what else there is of it. What is known behind it is added to `known`.
static int when(Walk *w, int op, Known *known)
{
    const StoryOp *it = &w->sc->ops[op];
    bool jumps = is_jump(w, it->b - 1) && w->sc->ops[it->b - 1].b > it->b;
    int said = w->said, stops = w->stops, on = jumps ? w->sc->ops[it->b - 1].b : it->b;
    Known inner = known_copy(known);
    add_condition(&inner, w->sc, it->c, true);
    bool stays = walk(w, op + 1, it->b, &inner) != LEFT;
    text_deinit(&inner);
    bool left = w->said > said, only_left = !stays && left && w->stops == stops;
    if (jumps) {
        Known other = known_copy(known);
        add_condition(&other, w->sc, it->c, false);
        walk(w, it->b, on, &other);
        text_deinit(&other);
    } else if (!stays && !only_left) {
        add_condition(known, w->sc, it->c, false);
    }
    add_otherwise(known, w->said > said);
    return on;
}

// From `first` to before `end`. Where the story goes on behind them, or LEFT.
static int walk(Walk *w, int first, int end, const Known *before)
{
    Known known = known_copy(before);
    int op = first;
    while (op != LEFT && op < end) {
        const StoryOp *it = &w->sc->ops[op];
        if (it->code == OP_UNLESS) {
            op = when(w, op, &known);
        } else if (it->code == OP_CHANCE || it->code == OP_NEED) {
            op = it->code == OP_CHANCE ? chance(w, op, end, &known) : need(w, op, end, &known);
        } else if (it->code == OP_GO && is_jump(w, op)) {
            text_deinit(&known);
            return it->b;
        } else if (it->code == OP_GO || it->code == OP_ENDING) {
            bool ends = it->code == OP_ENDING;
            say(w, ends ? graph_ending(w->graph, it->b) : scene_at(w->sc, it->b), &known);
            op = LEFT;
        } else {
            bool stops = it->code == OP_CHOICE || it->code == OP_NEED_DECIDE ||
                         it->code == OP_END || it->code == OP_RETURN;
            w->stops += stops;
            op = stops ? LEFT : op + 1;
        }
    }
    text_deinit(&known);
    return op;
}

void graph_when(Graph *g)
{
    for (int i = 0; i < g->scenario->scene_count; i++) {
        const StoryScene *scene = &g->scenario->scenes[i];
        Walk w = { .graph = g, .sc = g->scenario, .scene = i };
        const Known nothing = { 0 };
        walk(&w, scene->op, scene->end, &nothing);
    }
}
