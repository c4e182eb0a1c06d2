// `play --at SCENE`: a real way there, so that everything that a learner would bring along is true.
#pragma once

#include "base/text.h"
#include "story/scenario.h"

typedef enum AtHow { AT_SHORTEST, AT_RANDOM } AtHow;

typedef struct AtWay {
    AtHow how;    // AT_SHORTEST: the explorer's; AT_RANDOM: the shortest of the random plays
    Text choices; // "monday.noon,call"; "" where it begins
    int choice_count;
    uint64_t seed;
    int plays; // AT_RANDOM: of so many
} AtWay;

// A way to where the scene begins. With `seed` (may be NULL) one that falls so with that seed.
// ERR_INPUT: there is no such scene ("did you mean"), or nothing leads there, proved or not met.
bool at_find(AtWay *way, const Scenario *scenario, const char *scene, const uint64_t *seed,
             Err *err);
void at_deinit(AtWay *way);

// The line for standard error: by which way, and that nothing is kept.
void at_tell(const AtWay *way, const Scenario *scenario, const char *scene, Text *out);
