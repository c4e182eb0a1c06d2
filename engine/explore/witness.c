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
