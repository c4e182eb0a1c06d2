// Answers, in place of the seed and of what somebody thinks, the questions that a state leaves open:
// how a chance falls, whether trust reaches a threshold. An explorer hangs one into a copy of the
// Scenario to see every outcome; playing knows none.
#pragma once

#include "story/scenario.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum StoryReading { READING_TRUST, READING_BELIEF } StoryReading;

typedef struct StoryOracle {
    void *context;

    // One of `count` outcomes; their weights add up to no more than 2^32 - 1, some may be 0.
    int (*pick)(void *context, const uint32_t *weights, int count);

    // Whether a person's reading (millionths; as the state has it) is at least `threshold`. NULL: as
    // it reads.
    bool (*at_least)(void *context, const Playthrough *play, int person, StoryReading which,
                     int32_t reading, int32_t threshold);
} StoryOracle;
