// What is known of a state and what follows from it for what is read behind it: a commitment that is
// settled, a fact that is known, an option that was taken decide questions, so that one of their two
// ways is never gone. For each such thing the sets of reads.h are found once more, without those ways;
// what may be read behind a state is in all of them that fit. Knows no playing.
#pragma once

#include "explore/map.h"
#include "explore/reads.h"
#include "explore/table.h"

typedef enum ExploreGivenKind {
    GIVEN_STATE, // of a commitment: not promised, or settled
    GIVEN_FACT,
    GIVEN_FLAG,
    GIVEN_STANDARD, // clarified
    GIVEN_TOOK,
    GIVEN_WHO, // came at the last need
} ExploreGivenKind;

typedef struct ExploreGiven {
    uint8_t kind, value;
    uint16_t which;
} ExploreGiven;

enum {
    EXPLORE_STATES_A_WORD = 16,
    EXPLORE_STATE_WORDS = STORY_COMMITMENTS_MAX / EXPLORE_STATES_A_WORD
};

enum { GIVEN_NO, GIVEN_YES, GIVEN_OPEN }; // answers
// Of a condition: GIVEN_OPEN where it hangs on something else.
int explore_given_answer(const Scenario *scenario, const ExploreGiven *given, int cond);

// Whether that op, or taking that option, may change it.
bool explore_given_ends(const ExploreGiven *given, const StoryOp *op);
bool explore_given_ends_by(const ExploreGiven *given, const StoryOption *option);

// The states of all commitments of a playthrough.
typedef struct ExploreStates {
    uint64_t packed[EXPLORE_STATE_WORDS]; // four bits each
    uint64_t none, missed, covered;       // masks
} ExploreStates;
void explore_states_of(ExploreStates *states, const Scenario *scenario, const Playthrough *play);

typedef struct ExploreGivenThing { // something that may be known, and what follows from each value
    ExploreGiven given;            // without the value
    uint32_t *sets[STATE_FOUND_OUT + 1]; // by value: a set for each op; NULL: nothing follows
} ExploreGivenThing;

typedef struct ExploreGivens {
    const ExploreReads *reads;
    ExploreTable sets; // each once
    uint32_t *plain;   // by op: its set where nothing is known
    ExploreGivenThing *things;
    int count;
    uint32_t *first;   // by op: into list; and one behind the last
    uint16_t *list;    // things that make a difference there
    ExploreMap found; // by an op, and what makes a difference there: the set
    int key_words;
    uint64_t *masks;     // by op: which bits of a key make a difference
    uint64_t *set, *key; // scratch
    bool twin;           // what was worked out at first belongs to another one
} ExploreGivens;

// The reads must outlive it.
void explore_givens_init(ExploreGivens *givens, const ExploreReads *reads);
void explore_givens_deinit(ExploreGivens *givens);

// Another one for somebody who asks at the same time. The first must outlive it, and rest while this is made.
void explore_givens_twin(ExploreGivens *twin, const ExploreGivens *first);

// The number in `sets` of what is read from the op on where a playthrough stands; what it goes back
// to is not in it.
uint32_t explore_givens_at(ExploreGivens *givens, const Playthrough *play,
                           const ExploreStates *states);
