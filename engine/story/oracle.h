// Answers, in place of the seed and of what somebody thinks, the questions that a state leaves open:
// how a chance falls, whether trust reaches a threshold. An explorer hangs one into a copy of the
// Scenario to see every outcome; playing knows none.
#pragma once

#include "story/asked.h"
#include "story/playthrough.h"

#include <stdbool.h>
#include <stdint.h>

// READING_ENERGY: of the player's own energy, in thousandths; the person is STORY_PLAYER.
typedef enum StoryReading { READING_TRUST, READING_BELIEF, READING_ENERGY } StoryReading;

// What happens to a person: all that what is kept of them can depend on.
typedef enum StoryFelt {
    FELT_TRUST = 1, // an event of the trust model
    FELT_ENERGY,    // the player's own changes by `weight` thousandths
    FELT_CONTACT,
    FELT_HEARD_GOOD, // will be heard of tomorrow
    FELT_HEARD_BAD,
    FELT_DAY,
    FELT_WEEK,
    FELT_RAISED,
    FELT_NOT_RAISED,
} StoryFelt;

typedef struct StoryOracle {
    void *context;

    // One of `count` outcomes; their weights add up to no more than 2^32 - 1, some may be 0.
    int (*pick)(void *context, const uint32_t *weights, int count);

    // Whether a person's reading (millionths; as the state has it) is at least `threshold`. NULL: as
    // it reads.
    bool (*at_least)(void *context, const Playthrough *play, int person, StoryReading which,
                     int32_t reading, int32_t threshold);

    // Something happens to a person (STORY_PLAYER: to the player's energy); `event` says what of it
    // (FELT_TRUST, FELT_ENERGY). False: what it makes of them is not to be worked out. NULL: it always is.
    bool (*felt)(void *context, int person, StoryFelt what, TrustEvent event);

    // An option's `when` was asked: that condition, and how it came out. NULL: nobody wants to know.
    void (*opens)(void *context, int cond, bool open);

    // A turn stops behind the jump into a scene (story_between), so that what leads there in many
    // ways is gone on with once (story_go_on).
    bool stops;
} StoryOracle;

// Whether the story stands between two choices: only where an oracle stops it.
bool story_between(const Scenario *scenario, const Playthrough *play);

// From there to the next pause or the next such place.
bool story_go_on(const Scenario *scenario, Playthrough *play, Err *err);

// The same with what happens (the journal may be NULL).
struct StoryJournal;
bool story_go_on_told(const Scenario *scenario, Playthrough *play, struct StoryJournal *journal,
                      Err *err);

// What that makes of a person, and of the player's energy: what playing does, nothing of it told. What
// is only shown of them (mood, strands) stays as it is.
void story_felt(const Scenario *scenario, int person, StoryFelt what, TrustEvent event,
                PersonState *state);
int16_t story_energy_felt(const Scenario *scenario, int16_t energy, TrustEvent event);
