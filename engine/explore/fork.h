// Walks through every outcome of something that draws: it is done again and again, each time with
// the next answers. Between explore_fork_first and a false explore_fork_next lies one outcome.
#pragma once

#include "explore/answers.h"
#include "story/oracle.h"

#include <stdbool.h>
#include <stdint.h>

enum { EXPLORE_FORKS_MAX = 48, EXPLORE_OUTCOMES_MAX = 64 };

typedef struct ExploreQuestion {
    int taken, count;
    uint32_t total;
    uint32_t weights[EXPLORE_OUTCOMES_MAX];
} ExploreQuestion;

typedef struct ExploreFork {
    ExploreQuestion questions[EXPLORE_FORKS_MAX];
    int count; // asked so far
    int place; // of the next answer
    bool overflow; // more was asked than there is room for: the outcomes are not complete
    int own;                // projecting: the person whose readings are as they are; -1: all
    uint64_t heard;         // hash of what was answered from the readings of `own`
    ExploreAnswers *answers;
    uint64_t *stream;   // not NULL: chances fall at random, once, and nothing is walked through
    StoryOracle oracle; // to be hung into the Scenario
} ExploreFork;

// With `own` -1 readings are as they are, and what was answered is noted in `answers`. With a person
// the others are free to answer whatever `answers` knows of them.
void explore_fork_init(ExploreFork *fork, int own, ExploreAnswers *answers);

void explore_fork_first(ExploreFork *fork); // before the first time
bool explore_fork_next(ExploreFork *fork);  // sets the next answers; false: that was all

double explore_fork_chance(const ExploreFork *fork);  // of the answers given
uint64_t explore_fork_label(const ExploreFork *fork); // hash of all answers, `heard` included
