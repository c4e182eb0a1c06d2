// What makes a finished scenario quick to play, and changes nothing of what it says: the layout of
// its playthroughs, conditions as tests of one byte, jumps that go to where they end, lines that
// know how many follow.
#include "story/parts.h"
#include "story/playthrough.h"

#include <stddef.h>
#include <string.h>

enum {
    LINES_MAX = UINT16_MAX,
    TOLD_BIT = 0,
};
_Static_assert(COMMITMENT_TOLD == 1 << TOLD_BIT, "the bit a condition looks at");

// The tables that conditions look at come first: their offsets fit in sixteen bits.
void compile_layout(Scenario *sc)
{
    size_t at = sizeof(Playthrough) + sizeof(PersonState) * (size_t)sc->person_count;
    sc->commitments_at = (uint32_t)at;
    at += sizeof(CommitmentState) * (size_t)sc->commitment_count;
    at = (at + 7u) & ~(size_t)7u;
    sc->took_at = (uint32_t)at;
    at += sizeof(uint64_t) * (((size_t)sc->took_count + 63u) / 64u);
    sc->played_at = (uint32_t)at;
    at += sizeof(uint64_t) * (((size_t)sc->whenever_count + 63u) / 64u);
    sc->numbers_at = (uint32_t)at;
    at += (size_t)sc->number_count;
    sc->occurrences_at = (uint32_t)at;
    sc->play_size = (at + (size_t)sc->repeat_count + 7u) & ~(size_t)7u;
}

// ---- conditions -----------------------------------------------------------------------------------

// A test whether the byte's low four bits are one of `values`, a mask of sixteen.
static StoryTest byte_in(size_t offset, uint16_t values)
{
    return (StoryTest){ TEST_BYTE, 0, (uint16_t)offset, values };
}

// A test of one bit of an integer of `size` bytes, in whatever order this machine keeps them.
static StoryTest bit_set(size_t offset, size_t size, int bit)
{
    static const uint16_t with_bit[] = { 0xaaaa, 0xcccc, 0xf0f0, 0xff00 }; // of the sixteen values
    const uint16_t probe = 1; // its first byte is 1 where the lowest comes first
    unsigned char first = 0;
    memcpy(&first, &probe, 1);
    size_t byte = (size_t)bit / 8;
    offset += first == 1 ? byte : size - 1 - byte;
    return (StoryTest){ TEST_BYTE, (uint8_t)(bit & 4), (uint16_t)offset, with_bit[bit & 3] };
}

static const uint16_t states_of[] = {
    [COND_KEPT] = 1 << STATE_KEPT,
    [COND_MISSED] = 1 << STATE_WARNED | 1 << STATE_MISSED | 1 << STATE_FOUND_OUT,
    [COND_OPEN] = 1 << STATE_OPEN | 1 << STATE_MOVED,
    [COND_OWNED] = 1 << STATE_OWNED_UP,
    [COND_COVERED] = 1 << STATE_COVERED_UP,
    [COND_FOUND] = 1 << STATE_FOUND_OUT,
    [COND_LAPSED] = 1 << STATE_LAPSED,
    [COND_PROMISED] = 0xffff & ~(1 << STATE_NONE),
};

uint16_t play_states_of(StoryCondKind kind)
{
    return (size_t)kind < sizeof states_of / sizeof *states_of ? states_of[kind] : 0;
}

static StoryTest leaf(const Scenario *sc, const StoryCond *c)
{
    size_t commitment = sc->commitments_at + sizeof(CommitmentState) * c->a;
    size_t person = play_people_offset() + sizeof(PersonState) * c->a;
    switch (c->kind) {
    case COND_KEPT:
    case COND_MISSED:
    case COND_OPEN:
    case COND_OWNED:
    case COND_COVERED:
    case COND_FOUND:
    case COND_LAPSED:
    case COND_PROMISED:
        return byte_in(commitment + offsetof(CommitmentState, state), states_of[c->kind]);
    case COND_TOLD:
        return bit_set(commitment + offsetof(CommitmentState, flags), 1, TOLD_BIT);
    case COND_KNOWS:
        return bit_set(offsetof(Playthrough, facts), sizeof(uint64_t), c->b);
    case COND_FLAG:
        return bit_set(offsetof(Playthrough, flags), sizeof(uint64_t), c->b);
    case COND_CLARIFIED:
        return bit_set(offsetof(Playthrough, standards), sizeof(uint32_t), c->b);
    case COND_TOOK:
        return bit_set(sc->took_at + sizeof(uint64_t) * (c->b / 64u), sizeof(uint64_t), c->b % 64);
    case COND_CHOSEN: // of STORY_NONE the four bits are 15: no person
        return byte_in(offsetof(Playthrough, who), (uint16_t)(1u << c->a));
    case COND_TRUSTS:
        return (StoryTest){ TEST_LEAST, 0, (uint16_t)(person + offsetof(PersonState, trust_now)),
                            c->c };
    case COND_ACCEPTS:
        return (StoryTest){ TEST_LEAST, 0, (uint16_t)(person + offsetof(PersonState, belief_now)),
                            TRUST_ACCEPTS };
    case COND_DONE:
        return (StoryTest){ TEST_LEAST_16, 0,
                            (uint16_t)(commitment + offsetof(CommitmentState, done_minutes)),
                            sc->commitments[c->a].effort_minutes };
    case COND_ENERGY: // never below 0
        return (StoryTest){ TEST_LEAST_16, 0, (uint16_t)offsetof(Playthrough, energy), c->c };
    case COND_DUE_WITHIN:
        return (StoryTest){ TEST_DUE, 0, (uint16_t)commitment, c->c };
    default:
        return (StoryTest){ TEST_OTHER, 0, 0, 0 };
    }
}

static bool is_look(StoryTest test)
{
    return test.form >= TEST_BYTE && test.form <= TEST_DUE;
}

static StoryTest opposite(StoryTest test)
{
    if (test.form == TEST_BYTE) {
        test.wanted = ~test.wanted;
    } else if (is_look(test)) {
        test.shift ^= 1;
    } else {
        test = (StoryTest){ TEST_OTHER, 0, 0, 0 };
    }
    return test;
}

static StoryTest test_of(const Scenario *sc, int cond);

// Several conditions about one byte are one. False where they are not.
static bool merge(const Scenario *sc, const StoryCond *c, StoryTest *out)
{
    StoryTest all = { TEST_OTHER, 0, 0, 0 };
    for (int i = 0; i < c->a; i++) {
        StoryTest test = test_of(sc, c->b + i);
        all = i == 0 ? test : all;
        if (test.form != TEST_BYTE || test.offset != all.offset || test.shift != all.shift) {
            return false;
        }
        all.wanted = c->kind == COND_ALL ? all.wanted & test.wanted : all.wanted | test.wanted;
    }
    *out = all;
    return c->a > 0;
}

static StoryTest test_of(const Scenario *sc, int cond)
{
    const StoryCond *c = &sc->conds[cond];
    if (c->kind == COND_NO) {
        return opposite(test_of(sc, c->b));
    }
    if (c->kind != COND_ALL && c->kind != COND_ANY) {
        return leaf(sc, c);
    }
    StoryTest merged;
    if (merge(sc, c, &merged)) {
        return merged;
    }
    for (int i = 0; i < c->a; i++) {
        if (!is_look(test_of(sc, c->b + i))) {
            return (StoryTest){ TEST_OTHER, 0, 0, 0 };
        }
    }
    return (StoryTest){ c->kind == COND_ALL ? TEST_ALL_LOOKS : TEST_ANY_LOOKS, c->a, c->b, 0 };
}

static void tests(Scenario *sc)
{
    StoryTest *all = arena_alloc(&sc->arena, sizeof *all * (size_t)sc->cond_count);
    for (int i = 0; i < sc->cond_count; i++) {
        all[i] = test_of(sc, i);
    }
    sc->tests = all;
}

// A look at one byte that cannot be false while the condition is true.
static StoryTest gate(const Scenario *sc, int cond)
{
    const StoryTest open = { TEST_BYTE, 0, 0, 0xffff };
    if (cond < 0) {
        return open;
    }
    const StoryCond *c = &sc->conds[cond];
    if (sc->tests[cond].form == TEST_BYTE) {
        return sc->tests[cond];
    }
    return c->kind == COND_ALL && c->a > 0 ? gate(sc, c->b) : open;
}

static void gates(Scenario *sc)
{
    StoryGate *all = arena_alloc(&sc->arena, sizeof *all * (size_t)sc->whenever_count);
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *w = &sc->whenevers[i];
        all[i] = (StoryGate){ gate(sc, w->when), w->at_once ? 0 : w->present };
    }
    sc->gates = all;
}

static void masks(Scenario *sc)
{
    for (int c = 0; c < sc->commitment_count; c++) {
        const StoryCommitment *it = &sc->commitments[c];
        sc->own |= (uint64_t)(it->by == STORY_PLAYER) << c;
        sc->of_kind[it->kind] |= (uint64_t)1 << c;
    }
}

// ---- ops ------------------------------------------------------------------------------------------

// Whether the answer may be that it cannot be answered.
static bool may_fail(const Scenario *sc, int cond)
{
    const StoryCond *c = &sc->conds[cond];
    bool fails = c->kind == COND_LUA || (c->kind == COND_NO && may_fail(sc, c->b));
    for (int i = 0; (c->kind == COND_ALL || c->kind == COND_ANY) && i < c->a; i++) {
        fails = fails || may_fail(sc, c->b + i);
    }
    return fails;
}

// The op that acts when the story comes to `op`: behind jumps and, where nobody keeps what is said,
// behind lines and questions about nothing but lines. A question that may fail is asked. `leads`
// holds those of the ops that stand behind; a jump back is followed when it is there.
static uint16_t lead(const Scenario *sc, const uint16_t *leads, int op, bool silent)
{
    const StoryOp *it = &sc->ops[op];
    if (it->code == OP_LINE && silent) {
        return leads[op + 1];
    }
    if (it->code == OP_GO || (it->code == OP_UNLESS && silent)) {
        uint16_t other = it->b > op ? leads[it->b] : it->b;
        if (it->code == OP_GO || (leads[op + 1] == other && !may_fail(sc, it->c))) {
            return other;
        }
    }
    return (uint16_t)op;
}

static const uint16_t *leads_of(Scenario *sc, bool silent)
{
    uint16_t *leads = arena_alloc(&sc->arena, sizeof *leads * (size_t)sc->op_count);
    for (int i = sc->op_count - 1; i >= 0; i--) {
        leads[i] = lead(sc, leads, i, silent);
    }
    return leads;
}

static void lines(const Scenario *sc, StoryOp *ops)
{
    for (int i = sc->op_count - 2; i >= 0; i--) { // the last op is no line
        bool more = ops[i + 1].code == OP_LINE && ops[i + 1].b < LINES_MAX;
        if (ops[i].code == OP_LINE) {
            ops[i].b = (uint16_t)(1 + (more ? ops[i + 1].b : 0));
        }
    }
}

void compile_fast(Scenario *sc, StoryOp *ops)
{
    masks(sc);
    tests(sc);
    gates(sc);
    lines(sc, ops);
    sc->leads = leads_of(sc, false);
    sc->silent_leads = leads_of(sc, true);
}
