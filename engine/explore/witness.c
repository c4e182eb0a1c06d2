// Ops are put behind the last one; the first op of a branch becomes a way there.
#include "explore/witness.h"

#include "base/arena.h"

#include <string.h>

enum { OPS_A_QUESTION = 5, OPS_MAX = UINT16_MAX };

static void *copied(const void *from, size_t size, size_t room)
{
    char *copy = mem_alloc(room > 0 ? room : 1);
    if (size > 0) {
        memcpy(copy, from, size);
    }
    return copy;
}

void explore_witness_init(ExploreWitness *w, const Scenario *sc, int questions)
{
    size_t count = (size_t)sc->op_count;
    size_t room = count + (size_t)questions * OPS_A_QUESTION;
    *w = (ExploreWitness){ .scenario = *sc, .facts_used = sc->fact_count, .op_room = (int)room };
    w->ops = copied(sc->ops, sizeof *w->ops * count, sizeof *w->ops * room);
    w->positions =
        copied(sc->op_positions, sizeof *w->positions * count, sizeof *w->positions * room);
    w->leads = mem_alloc(sizeof *w->leads * room);
    for (size_t i = 0; i < room; i++) {
        w->leads[i] = (uint16_t)i;
    }
    w->facts = copied(sc->facts, sizeof *w->facts * (size_t)sc->fact_count,
                      sizeof *w->facts * STORY_FACTS_MAX);
    for (int i = sc->fact_count; i < STORY_FACTS_MAX; i++) {
        w->facts[i] = (StoryFact){ "", STORY_PLAYER, 0 };
    }
    w->scenario.ops = w->ops;
    w->scenario.op_positions = w->positions;
    w->scenario.leads = w->scenario.silent_leads = w->leads;
    w->scenario.facts = w->facts;
}

void explore_witness_deinit(ExploreWitness *w)
{
    mem_free(w->ops);
    mem_free(w->positions);
    mem_free(w->leads);
    mem_free(w->facts);
}

int explore_witness_room(const ExploreWitness *w)
{
    return STORY_FACTS_MAX - w->facts_used;
}

static uint16_t add(ExploreWitness *w, StoryOp op, int like)
{
    int at = w->scenario.op_count++;
    w->ops[at] = op;
    w->positions[at] = w->positions[like];
    return (uint16_t)at;
}

static uint16_t learn(ExploreWitness *w, int like)
{
    return add(w, (StoryOp){ OP_LEARN, 0, (uint16_t)w->facts_used++, 0 }, like);
}

// Before the op at that place.
static void learn_before(ExploreWitness *w, int at)
{
    StoryOp first = w->ops[at];
    first.b = first.code == OP_LINE ? 1 : first.b; // those behind it follow on their own
    uint16_t to = learn(w, at);
    add(w, first, at);
    add(w, (StoryOp){ OP_GO, 0, (uint16_t)(at + 1), 0 }, at);
    w->ops[at] = (StoryOp){ OP_GO, 0, to, 0 };
}

static bool has_room(const ExploreWitness *w, int facts)
{
    bool ops = w->scenario.op_count + OPS_A_QUESTION <= w->op_room && w->op_room < OPS_MAX;
    return ops && explore_witness_room(w) >= facts;
}

bool explore_witness_unless(ExploreWitness *w, int op)
{
    if (!has_room(w, 2)) {
        return false;
    }
    learn_before(w, op + 1);
    uint16_t other = w->ops[op].b, to = learn(w, op);
    add(w, (StoryOp){ OP_GO, 0, other, 0 }, op);
    w->ops[op].b = to;
    return true;
}

// Only that it is true leaves a trace.
bool explore_witness_whenever(ExploreWitness *w, int whenever)
{
    if (!has_room(w, 1)) {
        return false;
    }
    learn_before(w, w->scenario.whenevers[whenever].op);
    return true;
}

// ---- nobody -----------------------------------------------------------------------------------------

// any { chosen(a), chosen(b) .. }, behind the scenario's own conditions.
static void ask_for_anybody(ExploreNobody *n)
{
    Scenario *sc = &n->witness.scenario;
    int first = sc->cond_count, people = sc->person_count;
    size_t room = (size_t)(first + people + 1);
    n->conds = copied(sc->conds, sizeof *n->conds * (size_t)first, sizeof *n->conds * room);
    n->tests = copied(sc->tests, sizeof *n->tests * (size_t)first, sizeof *n->tests * room);
    for (int i = 0; i < people; i++) {
        n->conds[first + i] = (StoryCond){ COND_CHOSEN, (uint8_t)i, 0, 0 };
    }
    n->conds[first + people] = (StoryCond){ COND_ANY, (uint8_t)people, (uint16_t)first, 0 };
    sc->conds = n->conds;
    sc->tests = n->tests; // zeroed: TEST_OTHER
    sc->cond_count = (int)room;
}

static void end_there(ExploreNobody *n, int at)
{
    ExploreWitness *w = &n->witness;
    StoryOp first = w->ops[at];
    int anybody = w->scenario.cond_count - 1, ending = w->scenario.ending_count++;
    uint16_t to = (uint16_t)w->scenario.op_count;
    add(w, (StoryOp){ OP_UNLESS, 0, (uint16_t)(to + 3), anybody }, at);
    add(w, first, at);
    add(w, (StoryOp){ OP_GO, 0, (uint16_t)(at + 1), 0 }, at);
    uint16_t end = add(w, (StoryOp){ OP_END, 0, (uint16_t)ending, 0 }, at);
    n->endings[ending] = (StoryEnding){ .id = "", .kind = STORY_APART, .op = end };
    w->ops[at] = (StoryOp){ OP_GO, 0, to, 0 };
}

bool explore_nobody_init(ExploreNobody *n, const Scenario *sc, const int *ops, int count)
{
    *n = (ExploreNobody){ .conds = NULL };
    if (count > EXPLORE_NOBODY_MAX || sc->op_count + count * OPS_A_QUESTION >= OPS_MAX ||
        sc->cond_count + sc->person_count >= INT16_MAX) {
        return false;
    }
    explore_witness_init(&n->witness, sc, count);
    ask_for_anybody(n);
    size_t endings = (size_t)sc->ending_count;
    n->endings = copied(sc->endings, sizeof *n->endings * endings,
                        sizeof *n->endings * (endings + (size_t)count));
    n->witness.scenario.endings = n->endings;
    for (int i = 0; i < sc->op_count; i++) { // each line for itself
        n->witness.ops[i].b = sc->ops[i].code == OP_LINE ? 1 : sc->ops[i].b;
    }
    for (int i = 0; i < count; i++) {
        end_there(n, ops[i]);
    }
    return true;
}

void explore_nobody_deinit(ExploreNobody *n)
{
    explore_witness_deinit(&n->witness);
    mem_free(n->conds);
    mem_free(n->tests);
    mem_free(n->endings);
}
