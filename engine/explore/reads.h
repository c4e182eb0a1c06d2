// What the ops of a story read, from each of them on: sets of bits, one for each op (facts, flags,
// commitments, numbers and standards, people and a few single things, options taken, whenevers).
// Found by walking the ops backwards, like the liveness of variables in a compiler (Aho, Lam, Sethi
// & Ullman, "Compilers", 2nd ed., 9.2.5). Knows no state: ahead.h does.
#pragma once

#include "explore/functions.h"
#include "explore/order.h"
#include "story/playthrough.h"

enum { // words of a set, before those of whenevers and options
    SET_FACTS,
    SET_FLAGS,
    SET_NUMBERS,   // standards in the upper half: whether they were clarified
    SET_STANDARDS, // that may still be broken; in the upper half: that may still be clarified
    SET_PEOPLE,    // what is asked of whom, eight bits for each ASK_, and single things
    SET_PROMISE,   // commitments that may still be promised; likewise the others
    SET_TELL,
    SET_MOVE,
    SET_OWN,
    SET_COVER,
    SET_FOUND,
    SET_WORK,
    SET_ASKED_MOVED, // commitments of which a condition asks that; likewise the next three
    SET_ASKED_TOLD,
    SET_ASKED_DONE,
    SET_ASKED_STATE, // commitments of which a function may tell any two states apart
    SET_DESK_WORK,   // commitments that may be worked on at a desk that comes
    SET_DESK_DAYS,   // on which a desk may come; DESK_TODAY: no new day need have begun
    SET_CALLS,       // whenevers that may still be called
};
enum { STANDARDS_SHIFT = 32, DESK_TODAY = 63 };
enum { EXPLORE_STATES = STATE_FOUND_OUT + 1 };                          // of a commitment
enum { ASK_TRUST = 0, ASK_BELIEF = 8, ASK_APOLOGY = 16, ASK_VOW = 24 }; // bits of SET_PEOPLE
enum { BIT_ENERGY = 32, BIT_WHO, BIT_DESK, BIT_REACT }; // of SET_PEOPLE, single things

typedef struct ExploreTest { // whether a commitment is in one of some states
    uint16_t states;         // a bit for each
    uint8_t commitment;
} ExploreTest;

typedef struct ExploreReads {
    const Scenario *scenario;
    int words;          // of one set
    ExploreTest *tests; // that conditions make, each once
    int test_count;
    int16_t *test_of;     // by condition: which it is, or -1
    uint64_t *test_holds; // by commitment and state: a bit for each test that is true of it
    uint16_t *quiet;      // by op: where it comes to when what is only told is left out
    uint64_t *at;         // op_count sets: what is read from this op on
    uint64_t *provided;   // commitment_count sets: what its `provided` reads
    uint64_t *called;     // whenever_count sets: what its condition and its body read
    bool *tells;          // whenever_count: it does nothing but say something
    ExploreOrder order;   // of ops: whose sets an op's set holds stand before it
    ExploreFunctions functions;
    bool everything; // condition functions may read anything: the sets say nothing
} ExploreReads;

// The sets hold for as long as no condition function reads more than it has so far (functions.h).
void explore_reads_init(ExploreReads *reads, const Scenario *scenario);
void explore_reads_deinit(ExploreReads *reads);

static inline const uint64_t *explore_reads_of(const ExploreReads *reads, const uint64_t *sets,
                                               int number)
{
    return sets + (size_t)number * (size_t)reads->words;
}

static inline void explore_set_add(uint64_t *set, int word, int bit)
{
    set[word + bit / 64] |= (uint64_t)1 << (bit % 64);
}

static inline bool explore_set_has(const uint64_t *set, int word, int bit)
{
    return (set[word + bit / 64] >> (bit % 64) & 1u) != 0;
}

static inline int explore_set_words(int bits)
{
    return (bits + 63) / 64;
}

// The first word of the bits of options taken.
static inline int explore_set_took(const Scenario *scenario)
{
    return SET_CALLS + (scenario->whenever_count + 63) / 64;
}

// The first word of the bits of tests.
static inline int explore_set_tests(const Scenario *scenario)
{
    return explore_set_took(scenario) + explore_set_words(scenario->took_count);
}

// What is read behind a one-on-one that runs at that op (OP_TALK), where of its options only these are
// left: a mask. Into `set`.
void explore_reads_talk(const ExploreReads *reads, int at, uint32_t options, uint64_t *set);

// Finds once more the sets of all ops, into `sets`, where `given` is known (given.h). `loose` has a
// bit for each desk and one-on-one in which it may come to an end.
struct ExploreGiven;
void explore_reads_given(const ExploreReads *reads, const struct ExploreGiven *given,
                         const uint64_t *loose, uint64_t *sets);
