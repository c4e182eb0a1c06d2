// A copy of a scenario in which chosen questions leave a trace: behind each answer one learns a fact
// that is in no story and about nobody but the player. What is explored may take states together that
// only differ in how a question comes out; where something is learned it may not. Nothing reads those
// facts, so that the story goes on as it would.
#pragma once

#include "story/scenario.h"

typedef struct ExploreWitness {
    Scenario scenario;
    StoryOp *ops; // the scenario's, and behind them what is learned
    StoryPosition *positions;
    uint16_t *leads; // no short cuts: every question is asked
    StoryFact *facts;
    int facts_used, op_room;
} ExploreWitness;

// For at most that many questions.
void explore_witness_init(ExploreWitness *witness, const Scenario *scenario, int questions);
void explore_witness_deinit(ExploreWitness *witness);

// How many facts are left. Each of the two below takes one or two; false where there are too few.
int explore_witness_room(const ExploreWitness *witness);

// A question: the OP_UNLESS at that op.
bool explore_witness_unless(ExploreWitness *witness, int op);
bool explore_witness_whenever(ExploreWitness *witness, int whenever);

// Another kind of copy: where the story comes to one of those ops and nobody was chosen (by a need), it
// ends there, in an ending of its own, which is in no story either: the i-th op in ending_count + i.
typedef struct ExploreNobody {
    ExploreWitness witness;
    StoryCond *conds;
    StoryTest *tests;
    StoryEnding *endings;
} ExploreNobody;
enum { EXPLORE_NOBODY_MAX = 64 };

// False where there is no room for them.
bool explore_nobody_init(ExploreNobody *nobody, const Scenario *scenario, const int *ops,
                         int count);
void explore_nobody_deinit(ExploreNobody *nobody);
