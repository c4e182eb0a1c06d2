// What the ops of a story read, from each of them on: sets of bits, one for each op (facts, flags,
// commitments, numbers and standards, people and a few single things, options taken, whenevers).
// Found by walking the ops backwards, like the liveness of variables in a compiler (Aho, Lam, Sethi
// & Ullman, "Compilers", 2nd ed., 9.2.5). Knows no state: ahead.h does.
#pragma once

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
    SET_ASKED, // commitments of which a condition asks, a word for each kind from COND_KEPT on
    SET_CALLS = SET_ASKED + COND_DUE_WITHIN + 1, // whenevers that may still be called
};
enum { STANDARDS_SHIFT = 32 };
enum { ASK_TRUST = 0, ASK_BELIEF = 8, ASK_APOLOGY = 16, ASK_VOW = 24 }; // bits of SET_PEOPLE
enum { BIT_ENERGY = 32, BIT_WHO, BIT_DESK, BIT_REACT }; // of SET_PEOPLE, single things

typedef struct ExploreReads {
    const Scenario *scenario;
    int words;          // of one set
    uint64_t *at;       // op_count sets: what is read from this op on
    uint64_t *provided; // commitment_count sets: what its `provided` reads
    uint64_t *called;   // whenever_count sets: what its condition and its body read
    bool *tells;        // whenever_count: it does nothing but say something
    bool everything;    // a Lua condition may read anything: the sets say nothing
} ExploreReads;

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

// The first word of the bits of options taken.
static inline int explore_set_took(const Scenario *scenario)
{
    return SET_CALLS + (scenario->whenever_count + 63) / 64;
}
