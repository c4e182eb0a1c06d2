// Every turn of a complete graph once more, with its events and with every condition watched: what no
// turn meets, no way meets. A graph of states takes together what only differs in how a question
// comes out: so the questions in doubt leave a trace (witness.h) in the story that is explored.
#pragma once

#include "explore/explore.h"
#include "explore/seen.h"
#include "explore/witness.h"

typedef struct ExploreDoubts {
    bool *conditions; // by condition: plays have not seen it come out both ways
    bool events;      // promises, bridges or mechanics that no play has met
} ExploreDoubts;

typedef struct ExploreDoubt {
    int op;       // an OP_UNLESS, or -1
    int whenever; // or -1
    int cond;
} ExploreDoubt;

typedef struct ExploreSurvey {
    const Scenario *original;
    ExploreWitness witness;
    ExploreDoubt *questions;
    int count, asked; // asked: the first ones, in `witness`; the others get graphs of their own
} ExploreSurvey;

void explore_survey_init(ExploreSurvey *survey, const Scenario *scenario,
                         const ExploreDoubts *doubts);
void explore_survey_deinit(ExploreSurvey *survey);

// What is to be explored: the same story, edge for edge.
const Scenario *explore_survey_scenario(const ExploreSurvey *survey);

// Adds to `seen` what plays have not met. The graph is that of explore_survey_scenario, and complete.
// False: a turn has more outcomes than are followed; then `seen` is not all there is. *answered is
// false then, too, and where some questions have no room for a trace or need more than the limit of
// `options`: how those come out is not all in `seen`, everything else is.
bool explore_survey_walk(const ExploreSurvey *survey, const ExploreGraph *graph,
                         const ExploreOptions *options, ExploreSeen *seen, bool *answered);
