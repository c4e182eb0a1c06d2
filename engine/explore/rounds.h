// A walk in rounds, for one or several hands: in each, what was found in the round before is numbered by the
// first of them while the others already leave what is next, share by share; then the first one takes
// shares as well. Shares are numbered in their order, whoever took them, so numbers do not depend on
// who works. What two hands look at must not change within a round, but for what the one who numbers
// has to itself.
#pragma once

#include "explore/explore.h"

enum { EXPLORE_SHARES_MAX = 64 };

typedef struct ExploreShare { // who took it, and where it stands in what they found in that round
    int hand;
    uint32_t first, end;
} ExploreShare;

typedef struct ExploreRound {
    uint32_t from, count; // what is left
    ExploreShare shares[EXPLORE_SHARES_MAX];
    char apart[EXPLORE_LINE];
    _Atomic uint32_t next; // the first share that nobody has taken
    char apart_too[EXPLORE_LINE];
} ExploreRound;

typedef struct ExploreRounds {
    const ExploreHands *hands;
    int count;      // of hands
    uint32_t share; // so many are left at a time
    void *context;
    // A hand leaves `count` of round `which` (0 or 1), from the nth on, and says how much it has found
    // in that round with these.
    uint32_t (*leave)(void *context, int which, int hand, uint32_t nth, uint32_t count);
    void (*number)(void *context, int which, const ExploreShare *share);
    ExploreRound round[2];
    int now; // which was left last
} ExploreRounds;

// How much one round takes.
static inline uint32_t explore_round_most(const ExploreRounds *rounds)
{
    return rounds->share * (rounds->count > 1 ? (uint32_t)EXPLORE_SHARES_MAX : 1);
}

// Which round comes next: to lay out beforehand what is left in it.
static inline int explore_round_next(const ExploreRounds *rounds)
{
    return 1 - rounds->now;
}

// Numbers the last round and leaves this one: at most explore_round_most. 0 numbers only.
void explore_round(ExploreRounds *rounds, uint32_t from, uint32_t count);

// Whether anything of the last one is left to number.
static inline bool explore_round_waits(const ExploreRounds *rounds)
{
    return rounds->round[rounds->now].count > 0;
}
