// A graph in which the questions in doubt count, and a walk through all its turns with events. Whose
// bridge was harmed on some way into a state is carried along the edges: what is mended behind it is
// seen, and a little more than there is; so "never mended" is never said wrongly.
#include "explore/survey.h"

#include "base/arena.h"
#include "explore/fork.h"

#include <string.h>

static const uint32_t MENDED = 1u << 2; // A3

typedef struct Survey {
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
} Survey;

// ---- a scenario in which telling counts -------------------------------------------------------------

// A line in the reach of a question in doubt becomes a deed that does nothing: clearing a flag that
// nobody has. So the two ways of the question are different.
typedef struct Telling {
    Scenario scenario;
    StoryOp *ops;
} Telling;

static void let_count(Telling *t, int from, int to)
{
    for (int at = from; at < to; at++) {
        StoryOp *op = &t->ops[at];
        if (op->code == OP_LINE || op->code == OP_MOOD) {
            *op = (StoryOp){ OP_FLAG, 0, STORY_FLAGS_MAX - 1, 0 };
        }
    }
}

static int end_of_whenever(const Scenario *sc, int op)
{
    while (op < sc->op_count && sc->ops[op].code != OP_RETURN) {
        op++;
    }
    return op;
}

// False where no flag is left for it.
static bool telling_init(Telling *t, const Scenario *sc, const ExploreDoubts *doubts)
{
    size_t size = sizeof *t->ops * (size_t)sc->op_count;
    *t = (Telling){ .scenario = *sc, .ops = mem_alloc(size) };
    memcpy(t->ops, sc->ops, size);
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_UNLESS && op->c >= 0 && doubts->conditions[op->c]) {
            let_count(t, i + 1, op->b);
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *it = &sc->whenevers[i];
        if (it->when >= 0 && doubts->conditions[it->when]) {
            let_count(t, it->op, end_of_whenever(sc, it->op));
        }
    }
    t->scenario.ops = t->ops;
    t->scenario.silent_leads = sc->leads; // every question is asked
    return sc->flag_count < STORY_FLAGS_MAX;
}

// ---- the walk ---------------------------------------------------------------------------------------

// Whom the events of a turn did something good: what would mend, had something been harmed. What else
// is met only behind harm counts as met.
static uint8_t good_of(Survey *s)
{
    ExploreSeen some = *s->seen; // the tables are shared
    uint8_t all = 0xff, good = 0;
    memset(some.people, 0, sizeof some.people);
    explore_seen_events(&some, s->journal.events, s->journal.count, &all);
    s->seen->mechanics |= some.mechanics & ~MENDED;
    for (int i = 0; i < STORY_PEOPLE_MAX; i++) {
        good |= (uint8_t)(((some.people[i] & SEEN_MENDED) != 0) << i);
    }
    return good;
}

// One choice, from its first edge on: an edge for each outcome. `offer` NULL: where none stands
// between.
static bool turn(Survey *s, uint32_t edge, uint32_t end, const StoryOffer *offer)
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

static bool leave(Survey *s, uint32_t state)
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

// The harm of earlier turns, along every edge until nothing is added.
static void carry(Survey *s)
{
    const ExploreGraph *g = s->g;
    for (bool moved = true; moved;) {
        moved = false;
        for (uint32_t from = 0; from < explore_state_count(g); from++) {
            for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
                const ExploreEdge *edge = &g->edges[i];
                uint8_t mask = s->harmed[from] | s->harms[i];
                if (edge->to != (uint32_t)EXPLORE_NOWHERE && (mask & ~s->harmed[edge->to]) != 0) {
                    s->harmed[edge->to] |= mask;
                    moved = true;
                }
            }
        }
    }
}

static void find_mended(Survey *s)
{
    const ExploreGraph *g = s->g;
    for (uint32_t from = 0; from < explore_state_count(g); from++) {
        for (uint32_t i = g->first[from]; i < g->first[from + 1]; i++) {
            uint8_t mended = s->harmed[from] & s->good[i];
            for (int p = 0; p < s->asked.person_count; p++) {
                s->seen->people[p] |= (mended >> p & 1) != 0 ? SEEN_MENDED : 0;
            }
            s->seen->mechanics |= mended != 0 ? MENDED : 0;
        }
    }
}

static bool start(Survey *s)
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

static bool walk(Survey *s, const Scenario *scenario)
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

ExploreSurvey explore_survey(const Scenario *scenario, const ExploreOptions *options,
                             const ExploreDoubts *doubts, ExploreSeen *seen, uint32_t *states)
{
    Telling telling;
    ExploreGraph graph;
    Err err = { 0 };
    bool whole = telling_init(&telling, scenario, doubts);
    if (explore_init(&graph, &telling.scenario, options, &err)) {
        Survey survey = { .g = &graph, .seen = seen };
        *states = explore_state_count(&graph);
        whole = whole && graph.complete && !graph.overflow && walk(&survey, &telling.scenario);
    } else {
        whole = false;
    }
    explore_deinit(&graph);
    mem_free(telling.ops);
    return whole ? SURVEY_DONE : SURVEY_BOUNDED;
}
