// Every turn of a complete graph once more, with its events and with every condition watched: what no
// turn meets, no way meets. Telling is not forgotten for the conditions in doubt: what only decides
// between lines is left out of the graph of states, so such a question gets a graph in which it
// counts.
#pragma once

#include "explore/explore.h"
#include "explore/seen.h"

// What to decide: conditions that plays have not seen come out both ways, by condition.
typedef struct ExploreDoubts {
    bool *conditions;
    bool events; // promises, bridges or mechanics that no play has met
} ExploreDoubts;

typedef enum ExploreSurvey {
    SURVEY_DONE,    // `seen` is all there is
    SURVEY_BOUNDED, // more states than the limit, or more outcomes of a turn than are followed
} ExploreSurvey;

// Adds to `seen` what plays have not met. `options` as for explore_init.
ExploreSurvey explore_survey(const Scenario *scenario, const ExploreOptions *options,
                             const ExploreDoubts *doubts, ExploreSeen *seen, uint32_t *states);
