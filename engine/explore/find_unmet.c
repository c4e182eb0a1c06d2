// What never happens. Only a complete walk says "never"; without one it is a note how much was
// looked at. What plays have met is met; the rest is asked of the graph, and what the graph of states
// cannot tell (questions about lines, events) of the survey.
#include "explore/find.h"

#include "base/arena.h"

#include <string.h>

typedef struct Unmet {
    ExploreCheck *check;
    const Scenario *sc;
    ExploreSeverity severity; // a note where nothing is proved
    ExploreMethod method;
} Unmet;

static ExploreFinding *add(Unmet *u, ExploreCode code, const char *id, StoryPosition at, int op,
                           int closes)
{
    ExploreFinding *f = find_add(u->check, code, u->severity, u->method);
    FIND_SAY(f->id, "%s", id);
    find_at(u->check, f, at);
    f->op = op;
    f->closes = closes;
    return f;
}

// What is proved, and what is only said as a note.
#define NEVER(u, f, proved, open, ...)                                                             \
    do {                                                                                           \
        if ((u)->method == BY_PROOF) {                                                             \
            FIND_SAY((f)->message, proved, __VA_ARGS__);                                           \
        } else {                                                                                   \
            FIND_SAY((f)->message, open, __VA_ARGS__);                                             \
        }                                                                                          \
    } while (0)

// ---- scenes, options, endings -----------------------------------------------------------------------

static void ask_graph(ExploreCheck *check)
{
    const ExploreGraph *g = &check->graph;
    Playthrough *play = mem_alloc(check->scenario->play_size);
    for (uint32_t i = 0; i < explore_state_count(g); i++) {
        explore_play(g, i, play);
        if (play->ended != 0) {
            check->seen.endings[play->ended - 1] = true;
        } else if (play->scene < check->scenario->scene_count) {
            check->seen.scenes[play->scene] = true;
        }
    }
    for (uint32_t i = 0; i < g->edge_count; i++) {
        if (g->edges[i].kind == OFFER_OPTION) {
            check->seen.options[g->edges[i].x] = true;
        }
    }
    mem_free(play);
}

static void report_scenes(Unmet *u)
{
    for (int i = 0; i < u->sc->scene_count; i++) {
        const StoryScene *it = &u->sc->scenes[i];
        if (!u->check->seen.scenes[i]) {
            ExploreFinding *f = add(u, FINDING_SCENE, it->id, it->position, it->op, it->op);
            NEVER(u, f, "no way leads to scene \"%s\"", "scene \"%s\" was not met", it->id);
            FIND_SAY(f->fix, "lead there with go \"%s\", or take the scene out", it->id);
        }
    }
}

static void report_endings(Unmet *u)
{
    for (int i = 0; i < u->sc->ending_count; i++) {
        const StoryEnding *it = &u->sc->endings[i];
        if (!u->check->seen.endings[i]) {
            ExploreFinding *f = add(u, FINDING_ENDING, it->id, it->position, it->op, -1);
            NEVER(u, f, "no way leads to ending \"%s\"", "ending \"%s\" was not met", it->id);
            FIND_SAY(f->fix, "lead there with ending \"%s\", or take it out", it->id);
        }
    }
}

// Those of a plain one-on-one, which nobody wrote, have no place.
static void report_options(Unmet *u)
{
    for (int i = 0; i < u->sc->option_count; i++) {
        const StoryOption *it = &u->sc->options[i];
        if (u->check->seen.options[i] || it->position.line == 0) {
            continue;
        }
        char id[96];
        find_option_id(u->sc, i, id, sizeof id);
        ExploreFinding *f = add(u, FINDING_OPTION, id, it->position, it->op, it->op);
        NEVER(u, f, "option \"%s\" can never be taken", "option \"%s\" was not met", id);
        bool asked = it->when >= 0 && u->check->seen.conditions[it->when] == SEEN_FALSE;
        if (asked) {
            FIND_SAY(f->cause, "its when is never true where it is asked");
        } else if (it->cost_energy > 0 || it->cost_minutes > 0) {
            FIND_SAY(f->cause, "what it costs is never left, or its place is never reached");
        }
        FIND_SAY(f->fix, asked ? "mend its when, or take the option out"
                               : "see how one comes to it, or take the option out");
    }
}

// ---- conditions -------------------------------------------------------------------------------------

// `what` is what the condition belongs to.
static void report_condition(Unmet *u, int cond, const char *what, bool true_too, StoryPosition at,
                             int op, int when_true, int when_false)
{
    uint8_t seen = cond >= 0 ? u->check->seen.conditions[cond] : 0;
    if (seen != SEEN_FALSE && (seen != SEEN_TRUE || !true_too)) {
        return;
    }
    Text said = { 0 };
    text_addf(&said, "%s ", what);
    find_condition(&said, u->sc, cond);
    bool is = seen == SEEN_TRUE;
    ExploreFinding *f =
        add(u, is ? FINDING_TRUE : FINDING_FALSE, "", at, op, is ? when_false : when_true);
    NEVER(u, f, "%s: here it is %s", "%s: here it was %s", text_str(&said),
          is ? "always true" : "never true");
    FIND_SAY(f->fix, is ? "mend the condition, or leave it away"
                        : "mend the condition, or take out what it guards");
    text_deinit(&said);
}

// The place behind its false answer where only that leads: of an `otherwise`.
static int otherwise_of(const Scenario *sc, int at)
{
    int other = sc->ops[at].b;
    bool written = other > at + 1 && sc->ops[other - 1].code == OP_GO;
    return written ? other : -1;
}

static void report_conditions(Unmet *u)
{
    const Scenario *sc = u->sc;
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_UNLESS) {
            report_condition(u, sc->ops[i].c, "when", true, sc->op_positions[i], i, i + 1,
                             otherwise_of(sc, i));
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *it = &sc->options[i];
        bool takes = u->check->seen.options[i];
        if (takes) { // else it is said of the option
            report_condition(u, it->when, "option when", true, it->position, it->op, -1, -1);
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        report_condition(u, sc->whenevers[i].when, "whenever", false, sc->whenevers[i].position,
                         sc->whenevers[i].op, sc->whenevers[i].op, -1);
    }
    for (int i = 0; i < sc->commitment_count; i++) {
        report_condition(u, sc->commitments[i].provided, "provided", true, sc->commitments[i].at,
                         -1, -1, -1);
    }
}

// ---- commitments, bridges, mechanics ----------------------------------------------------------------

static int promise_op(const Scenario *sc, int commitment)
{
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_PROMISE && sc->ops[i].a == commitment) {
            return i;
        }
    }
    return -1;
}

static void report_commitments(Unmet *u)
{
    for (int i = 0; i < u->sc->commitment_count; i++) {
        const StoryCommitment *it = &u->sc->commitments[i];
        uint8_t seen = u->check->seen.commitments[i];
        int op = promise_op(u->sc, i);
        if ((seen & SEEN_PROMISED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNPROMISED, it->id, it->at, op, -1);
            NEVER(u, f, "commitment \"%s\" is never promised",
                  "commitment \"%s\" was never promised", it->id);
            FIND_SAY(f->fix, op < 0 ? "write promise(…) where it is promised, or take it out"
                                    : "see why no way comes to its promise(…)");
        } else if ((seen & SEEN_SETTLED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNSETTLED, it->id, it->at, op, -1);
            NEVER(u, f,
                  "commitment \"%s\" is promised, and neither kept nor missed "
                  "on any way",
                  "commitment \"%s\" was promised, and never kept or missed", it->id);
            FIND_SAY(f->cause, "every way ends before it is due");
            FIND_SAY(f->fix, "give a later scene an at behind its due time, or an earlier due");
        }
    }
}

// Whom the player promises something that can be promised.
static bool has_bridge(const Unmet *u, int person)
{
    for (int i = 0; i < u->sc->commitment_count; i++) {
        const StoryCommitment *c = &u->sc->commitments[i];
        bool settles = (u->check->seen.commitments[i] & SEEN_SETTLED) != 0;
        if (c->by == STORY_PLAYER && c->to == person && settles) {
            return true;
        }
    }
    return false;
}

static void report_bridges(Unmet *u)
{
    for (int i = 0; i < u->sc->person_count; i++) {
        const StoryPerson *it = &u->sc->people[i];
        uint8_t seen = u->check->seen.people[i];
        if (!has_bridge(u, i)) {
            continue;
        }
        if ((seen & SEEN_HARMED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNHARMED, it->id, it->at, -1, -1);
            NEVER(u, f, "nothing can harm the bridge to %s", "nothing harmed the bridge to %s",
                  it->id);
            FIND_SAY(f->cause, "whatever is chosen, every promise to them is kept");
            FIND_SAY(f->fix, "let a promise to them be at risk: another use for the same hours");
        } else if ((seen & SEEN_MENDED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNMENDED, it->id, it->at, -1, -1);
            NEVER(u, f, "the bridge to %s can be harmed, and nothing can mend it",
                  "nothing mended the bridge to %s", it->id);
            FIND_SAY(f->fix,
                     "leave a way back: own_up, apologise, a one-on-one, a promise kept later");
        }
    }
}

static void report_mechanics(Unmet *u)
{
    for (int n = 1; n <= EXPLORE_MECHANICS; n++) {
        uint32_t bit = 1u << (n - 1);
        if ((u->sc->teaches & bit) != 0 && (u->check->seen.mechanics & bit) == 0) {
            char id[8];
            find_say(id, sizeof id, "A%d", n);
            StoryPosition at = { 0, 0 };
            ExploreFinding *f = add(u, FINDING_TEACHES, id, at, -1, -1);
            NEVER(u, f, "teaches says %s, and no way meets it",
                  "teaches says %s, which was not met", id);
            FIND_SAY(f->fix, "take %s out of teaches, or write a place where it is met", id);
        }
    }
}

// ---- what is in doubt -------------------------------------------------------------------------------

static void doubt(ExploreDoubts *doubts, const ExploreSeen *seen, int cond, bool true_too)
{
    if (cond >= 0) {
        uint8_t is = seen->conditions[cond];
        doubts->conditions[cond] = is == 0 || is == SEEN_FALSE || (is == SEEN_TRUE && true_too);
    }
}

static bool anything(const ExploreDoubts *doubts, int count)
{
    for (int i = 0; i < count; i++) {
        if (doubts->conditions[i]) {
            return true;
        }
    }
    return doubts->events;
}

static void find_doubts(const Unmet *u, ExploreDoubts *doubts)
{
    const Scenario *sc = u->sc;
    const ExploreSeen *seen = &u->check->seen;
    doubts->conditions = mem_alloc((size_t)sc->cond_count + 1);
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_UNLESS) {
            doubt(doubts, seen, sc->ops[i].c, true);
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        doubt(doubts, seen, sc->options[i].when, true);
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        doubt(doubts, seen, sc->whenevers[i].when, false);
    }
    for (int i = 0; i < sc->commitment_count; i++) {
        doubt(doubts, seen, sc->commitments[i].provided, true);
        doubts->events = doubts->events || seen->commitments[i] != (SEEN_PROMISED | SEEN_SETTLED);
    }
    for (int i = 0; i < sc->person_count; i++) {
        doubts->events =
            doubts->events || (has_bridge(u, i) && seen->people[i] != (SEEN_HARMED | SEEN_MENDED));
    }
    doubts->events = doubts->events || (sc->teaches & ~seen->mechanics) != 0;
}

void find_in_doubt(ExploreCheck *check, ExploreDoubts *doubts)
{
    Unmet u = { check, check->scenario, FINDING_NOTE, BY_NOTHING };
    *doubts = (ExploreDoubts){ .events = false };
    find_doubts(&u, doubts);
}

void find_unmet(ExploreCheck *check, const ExploreOptions *how)
{
    Unmet u = { check, check->scenario, FINDING_NOTE, BY_NOTHING };
    bool proved = check->complete;
    if (check->explored) {
        ask_graph(check);
    }
    if (proved) {
        ExploreDoubts doubts = { 0 };
        find_doubts(&u, &doubts);
        check->surveyed = !anything(&doubts, u.sc->cond_count) ||
                          explore_survey_walk(&check->survey, &check->graph, how, &check->seen);
        mem_free(doubts.conditions);
        u.severity = FINDING_WARNING;
        u.method = BY_PROOF;
    }
    report_scenes(&u);
    report_endings(&u);
    report_options(&u);
    if (!check->surveyed) {
        u.severity = FINDING_NOTE;
        u.method = BY_NOTHING;
    }
    report_conditions(&u);
    report_commitments(&u);
    report_bridges(&u);
    report_mechanics(&u);
}

// ---- hardly ever ------------------------------------------------------------------------------------

static const double rare = 0.0005; // one play in two thousand

// In a loop that nobody leaves it is not counted how often one comes by.
static bool never_ends(const ExploreCheck *check)
{
    for (int i = 0; i < check->count; i++) {
        if (check->findings[i].code == FINDING_LOOP) {
            return true;
        }
    }
    return false;
}

// How often it is taken is never less than how likely it is taken at all.
void find_rare(ExploreCheck *check)
{
    if (!check->complete || never_ends(check)) {
        return;
    }
    const ExploreGraph *g = &check->graph;
    const Scenario *sc = check->scenario;
    double *taken = mem_alloc(sizeof *taken * (size_t)(sc->option_count + 1));
    uint32_t *from = mem_alloc(sizeof *from * (size_t)(sc->option_count + 1));
    uint32_t *edge = mem_alloc(sizeof *edge * (size_t)(sc->option_count + 1));
    for (uint32_t i = 0; i < explore_state_count(g); i++) {
        int choices = 0;
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
            choices += g->edges[k].outcome == 0;
        }
        for (uint32_t k = g->first[i]; k < g->first[i + 1]; k++) {
            if (g->edges[k].kind == OFFER_OPTION && g->edges[k].outcome == 0) {
                int option = g->edges[k].x;
                if (taken[option] <= 0.0) { // the nearest
                    from[option] = i;
                    edge[option] = k;
                }
                taken[option] += check->values.visits[i] / choices;
            }
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        if (taken[i] > 0.0 && taken[i] < rare && sc->options[i].position.line > 0) {
            ExploreFinding *f = find_add(check, FINDING_RARE, FINDING_WARNING, BY_PROOF);
            char id[96];
            find_option_id(sc, i, id, sizeof id);
            FIND_SAY(f->id, "%s", id);
            FIND_SAY(f->message,
                     "hardly anybody comes to take option \"%s\": one fair play in %.0f", id,
                     1.0 / taken[i]);
            FIND_SAY(f->fix, "open it on more ways, or take it out");
            find_at(check, f, sc->options[i].position);
            f->chance = taken[i];
            f->op = sc->options[i].op;
            f->has_way = explore_way_to(g, from[i], &g->edges[edge[i]], &f->way);
        }
    }
    mem_free(from);
    mem_free(edge);
    mem_free(taken);
}
