// A graph in which the questions in doubt leave a trace (witness.h), and a walk through all its turns
// with events. Whose
// bridge was harmed on some way into a state is carried along the edges: what is mended behind it is
// seen, and a little more than there is; so "never mended" is never said wrongly.
#include "explore/survey.h"

#include "base/arena.h"
#include "explore/fork.h"
#include "explore/witness.h"

#include <string.h>

static const uint32_t mended_bit = 1u << 2; // A3

typedef struct Turns {
    const ExploreGraph *g;
    ExploreSeen *seen;
    ExploreWatch watch;
    Scenario asked; // the watched one with the oracle in it
    ExploreFork fork;
    ExploreAnswers answers;
    StoryJournal journal;
    Playthrough *before, *after;
    uint8_t *harmed;       // by state: on some way into it
    uint8_t *harms, *good; // by edge: by what happens on it; whom something good is done
} Turns;

// ---- the walk ---------------------------------------------------------------------------------------

// Whom the events of a turn did something good: what would mend, had something been harmed. What else
// is met only behind harm counts as met.
static uint8_t good_of(Turns *s)
{
    ExploreSeen some = *s->seen; // the tables are shared
    uint8_t all = 0xff, good = 0;
    memset(some.people, 0, sizeof some.people);
    explore_seen_events(&some, s->journal.events, s->journal.count, &all);
    s->seen->mechanics |= some.mechanics & ~mended_bit;
    for (int i = 0; i < STORY_PEOPLE_MAX; i++) {
        good |= (uint8_t)(((some.people[i] & SEEN_MENDED) != 0) << i);
    }
    return good;
}

// One choice, from its first edge on: an edge for each outcome. `offer` NULL: where none stands
// between.
static bool turn(Turns *s, uint32_t edge, uint32_t end, const StoryOffer *offer)
{
    explore_fork_first(&s->fork, NULL);
    do {
        uint8_t harmed = 0;
        memcpy(s->after, s->before, s->asked.play_size);
        s->journal.count = 0;
        if (offer == NULL) {
            story_go_on_told(&s->asked, s->after, &s->journal, NULL);
        } else {
            story_choose(&s->asked, s->after, offer, &s->journal, NULL);
        }
        explore_seen_events(s->seen, s->journal.events, s->journal.count, &harmed);
        uint8_t good = good_of(s);
        if (edge < end) {
            s->harms[edge] = harmed;
            s->good[edge++] = good;
        }
    } while (explore_fork_next(&s->fork));
    return !s->fork.overflow;
}

static bool leave(Turns *s, uint32_t state)
{
    const ExploreGraph *g = s->g;
    StoryOffer offers[STORY_OFFERS_MAX];
    uint32_t edge = g->first[state], end = g->first[state + 1];
    explore_play(g, state, s->before);
    if (s->before->ended != 0) {
        return true;
    }
    if (story_between(&s->asked, s->before)) {
        return edge < end && turn(s, edge, end, NULL);
    }
    int count = story_offers(&s->asked, s->before, false, offers, NULL);
    bool whole = true;
    for (int i = 0; i < count; i++) {
        while (edge < end &&
               !(g->edges[edge].outcome == 0 && g->edges[edge].kind == offers[i].kind &&
                 g->edges[edge].x == offers[i].x)) {
            edge++;
        }
        whole = edge < end && turn(s, edge, end, &offers[i]) && whole;
    }
    return whole;
}

// True when something was added.
static bool carry_from(Turns *s, uint32_t from)
{
    const ExploreGraph *g = s->g;
    bool moved = false;
    for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
        uint32_t to = g->edges[i].to;
        uint8_t mask = s->harmed[from] | s->harms[i];
        if (to != (uint32_t)EXPLORE_NOWHERE && (mask & ~s->harmed[to]) != 0) {
            s->harmed[to] |= mask;
            moved = true;
        }
    }
    return moved;
}

// The harm of earlier turns, along every edge until nothing is added.
static void carry(Turns *s)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (uint32_t from = 0; from < explore_state_count(s->g); from++) {
            moved = carry_from(s, from) || moved;
        }
    }
}

static void find_mended(Turns *s)
{
    const ExploreGraph *g = s->g;
    for (uint32_t from = 0; from < explore_state_count(g); from++) {
        for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
            uint8_t mended = s->harmed[from] & s->good[i];
            for (int p = 0; p < s->asked.person_count; p++) {
                s->seen->people[p] |= (mended >> p & 1) != 0 ? SEEN_MENDED : 0;
            }
            s->seen->mechanics |= mended != 0 ? mended_bit : 0;
        }
    }
}

static bool start(Turns *s)
{
    bool whole = true;
    explore_fork_first(&s->fork, NULL);
    do {
        uint8_t harmed = 0;
        s->journal.count = 0;
        story_start(&s->asked, s->after, 0, &s->journal, NULL);
        explore_seen_events(s->seen, s->journal.events, s->journal.count, &harmed);
        s->harmed[0] |= harmed;
        whole = whole && !s->fork.overflow;
    } while (explore_fork_next(&s->fork));
    return whole;
}

static bool walk(Turns *s, const Scenario *scenario)
{
    const ExploreGraph *g = s->g;
    explore_watch_init(&s->watch, scenario, s->seen);
    explore_answers_init(&s->answers);
    explore_fork_init(&s->fork, scenario, EXPLORE_ALL, &s->answers);
    s->fork.oracle.at_least = NULL;
    s->asked = s->watch.scenario;
    s->asked.oracle = &s->fork.oracle;
    s->before = mem_alloc(scenario->play_size);
    s->after = mem_alloc(scenario->play_size);
    s->harmed = mem_alloc(explore_state_count(g));
    s->harms = mem_alloc((size_t)g->edge_count + 1);
    s->good = mem_alloc((size_t)g->edge_count + 1);
    bool whole = start(s);
    for (uint32_t state = 0; state < explore_state_count(g); state++) {
        whole = leave(s, state) && whole;
    }
    carry(s);
    find_mended(s);
    mem_free(s->before);
    mem_free(s->after);
    mem_free(s->harmed);
    mem_free(s->harms);
    mem_free(s->good);
    story_journal_deinit(&s->journal);
    explore_answers_deinit(&s->answers);
    explore_watch_deinit(&s->watch);
    return whole;
}

// ---- questions in doubt -----------------------------------------------------------------------------

static int list_questions(const Scenario *sc, const ExploreDoubts *doubts, ExploreDoubt *out)
{
    int count = 0;
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_UNLESS && op->c >= 0 && doubts->conditions[op->c]) {
            out[count++] = (ExploreDoubt){ i, -1, op->c };
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        int cond = sc->whenevers[i].when;
        if (cond >= 0 && doubts->conditions[cond]) {
            out[count++] = (ExploreDoubt){ -1, i, cond };
        }
    }
    return count;
}

// As many of the questions as leave a trace in one graph.
static int ask_some(ExploreWitness *w, const ExploreDoubt *questions, int count)
{
    int asked = 0;
    for (bool room = true; room && asked < count; asked += room) {
        const ExploreDoubt *q = &questions[asked];
        room = q->op >= 0 ? explore_witness_unless(w, q->op)
                          : explore_witness_whenever(w, q->whenever);
    }
    return asked;
}

// What was seen of questions that left no trace is worth nothing in this graph. (What options and
// promises ask shows in what can be chosen and in events.)
static void keep_answers(ExploreSeen *seen, const uint8_t *before, const ExploreDoubt *questions,
                         int count)
{
    const Scenario *sc = seen->scenario;
    bool *asked = mem_alloc((size_t)sc->cond_count + 1);
    for (int i = 0; i < count; i++) {
        asked[questions[i].cond] = true;
    }
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_UNLESS && op->c >= 0 && !asked[op->c]) {
            seen->conditions[op->c] = before[op->c];
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        int cond = sc->whenevers[i].when;
        if (cond >= 0 && !asked[cond]) {
            seen->conditions[cond] = before[cond];
        }
    }
    mem_free(asked);
}

void explore_survey_init(ExploreSurvey *survey, const Scenario *scenario,
                         const ExploreDoubts *doubts)
{
    size_t room = (size_t)scenario->op_count + (size_t)scenario->whenever_count + 1;
    *survey = (ExploreSurvey){ .original = scenario };
    survey->questions = mem_alloc(sizeof *survey->questions * room);
    survey->count = list_questions(scenario, doubts, survey->questions);
    explore_witness_init(&survey->witness, scenario, survey->count);
    survey->asked = ask_some(&survey->witness, survey->questions, survey->count);
}

void explore_survey_deinit(ExploreSurvey *survey)
{
    explore_witness_deinit(&survey->witness);
    mem_free(survey->questions);
    *survey = (ExploreSurvey){ .count = 0 };
}

const Scenario *explore_survey_scenario(const ExploreSurvey *survey)
{
    return survey->asked > 0 ? &survey->witness.scenario : survey->original;
}

static bool walk_asked(const ExploreGraph *graph, const Scenario *scenario,
                       const ExploreOptions *options, ExploreSeen *seen,
                       const ExploreDoubt *questions, int asked)
{
    size_t size = (size_t)scenario->cond_count;
    uint8_t *before = mem_alloc(size + 1);
    memcpy(before, seen->conditions, size);
    Turns turns = { .g = graph, .seen = seen };
    bool whole = walk(&turns, scenario);
    if (options->forget || options->merge) { // else every state is as it is
        keep_answers(seen, before, questions, asked);
    }
    mem_free(before);
    return whole;
}

// The number of questions that were decided in a graph of their own; 0: too much.
static int decide(const Scenario *sc, const ExploreOptions *options, const ExploreDoubt *questions,
                  int count, ExploreSeen *seen)
{
    ExploreWitness witness;
    ExploreGraph graph;
    explore_witness_init(&witness, sc, count);
    int asked = ask_some(&witness, questions, count);
    bool whole = asked > 0 && explore_init(&graph, &witness.scenario, options, NULL);
    if (whole) {
        whole = graph.complete && !graph.overflow &&
                walk_asked(&graph, &witness.scenario, options, seen, questions, asked);
        explore_deinit(&graph);
    }
    explore_witness_deinit(&witness);
    return whole ? asked : 0;
}

bool explore_survey_walk(const ExploreSurvey *survey, const ExploreGraph *graph,
                         const ExploreOptions *options, ExploreSeen *seen, bool *answered)
{
    int asked = survey->asked;
    bool whole =
        walk_asked(graph, explore_survey_scenario(survey), options, seen, survey->questions, asked);
    *answered = whole;
    for (int more = 1; *answered && asked < survey->count; asked += more) {
        more = decide(survey->original, options, survey->questions + asked, survey->count - asked,
                      seen);
        *answered = more > 0;
    }
    return whole;
}
