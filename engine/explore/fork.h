// Walks through every outcome of something that draws: it is done again and again, each time with
// the next answers. Between explore_fork_first and a false explore_fork_next lies one outcome.
#pragma once

#include "explore/answers.h"
#include "story/oracle.h"

#include <stdbool.h>
#include <stdint.h>

enum { EXPLORE_FORKS_MAX = 48, EXPLORE_OUTCOMES_MAX = 64, EXPLORE_MET_MAX = 1024 };
enum { EXPLORE_PARTS = STORY_PEOPLE_MAX + 1 };

typedef struct ExploreDraw {
    int taken, count;
    bool guessed; // a part was asked: no chance of the story's
    uint32_t total;
    uint32_t weights[EXPLORE_OUTCOMES_MAX];
} ExploreDraw;

// What the answers of one person say of what they read: at least `low`, less than `high`.
typedef struct ExploreBounds {
    int32_t low[3], high[3]; // by StoryReading
} ExploreBounds;

// What a part met: a question, and what it answered; or something that happened to it.
typedef struct ExploreMet {
    uint8_t part;  // see explore_parts
    uint8_t felt;  // StoryFelt; 0: it was asked
    uint8_t seen;  // EXPLORE_SAYS_ bits that are known here; 0: implied by what was answered before
    uint8_t which; // StoryReading
    bool answer;
    uint16_t at;       // the op that asked
    int32_t threshold; // that was asked for
    TrustEvent event;  // that was felt
} ExploreMet;

typedef struct ExploreFork {
    ExploreDraw questions[EXPLORE_FORKS_MAX];
    int count;      // asked so far
    int place;      // of the next answer
    bool overflow;  // more was asked than there is room for: the outcomes are not complete
    int energy;     // the part that is the player's energy: the last one
    int free_parts; // that answer whatever is known of them: all or none
    bool weeks;     // contact matters
    uint64_t label[EXPLORE_PARTS]; // hash of what each part was asked, answered, and felt
    uint64_t opened;               // hash of how the whens of options came out
    ExploreBounds bounds[EXPLORE_PARTS], known[EXPLORE_PARTS]; // now, and before the first
    uint64_t said[EXPLORE_PARTS];                              // label before the first
    ExploreMet met[EXPLORE_MET_MAX];                           // by the parts, in order
    int met_count;
    ExploreAnswers *answers;
    uint64_t *stream;   // not NULL: chances fall at random, once, and nothing is walked through
    StoryOracle oracle; // to be hung into the Scenario
} ExploreFork;

// EXPLORE_ALL: everything reads as it is, and what was answered is noted in `answers` (NULL: it is
// not). EXPLORE_NONE: the parts are free to answer whatever `answers` knows of them, and nothing that
// happens to them is worked out.
enum { EXPLORE_ALL = -1, EXPLORE_NONE = -2 };
void explore_fork_init(ExploreFork *fork, const Scenario *scenario, int own,
                       ExploreAnswers *answers);

// Before the first time. `said` (may be NULL) has walked to where this begins: what was answered
// there is not asked again before something happens.
void explore_fork_first(ExploreFork *fork, const ExploreFork *said);
bool explore_fork_next(ExploreFork *fork); // sets the next answers; false: that was all

// Of how the chances fell, whatever the parts were asked.
double explore_fork_chance(const ExploreFork *fork);
