// Random complete plays of a scenario: what they reach, where they are stuck, and how fast they are.
// Sampling proves nothing about what it has not met; whoever prints its numbers says "sampled".
#pragma once

#include "story/history.h"

enum { SAMPLE_STEPS_MAX = 2000, SAMPLE_WAY_MAX = 2000 };

typedef struct SampleTrouble {
    bool found;
    char way[SAMPLE_WAY_MAX]; // ids that lead there
    char message[512];
    int choices;
} SampleTrouble;

typedef struct Sample {
    int plays;
    int64_t choices;
    double seconds;
    int *ending_counts;                                       // one an ending
    bool *scenes_seen;                                        // one a scene
    bool *options_taken;                                      // one an option
    int least_choices, most_choices, least_words, most_words; // of one way
    SampleTrouble stuck;                                      // nothing is open
    SampleTrouble failed;                                     // the story could not go on
    SampleTrouble endless;                                    // more than SAMPLE_STEPS_MAX choices
    SampleTrouble broken;                                     // an `always` that does not hold
} Sample;

void sample_init(Sample *sample, const Scenario *scenario, int plays, uint64_t seed);
void sample_deinit(Sample *sample);

typedef struct SampleSpeed {
    double
        choices_a_second; // of processor time, in the best of the runs: what else the machine does
                          // can only make one slower
    double choices_a_play, events_a_choice;
} SampleSpeed;

// Random complete plays with events and undo, in `runs` runs of `seconds` each: every play is walked
// to its end, any open offer being as likely as another, and taken back again to its start. With or
// without the lines that are said. False where nothing can be chosen.
bool sample_speed(const Scenario *scenario, bool lines, int runs, double seconds, SampleSpeed *out);
