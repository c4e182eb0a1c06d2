// One colleague at a time: which trust histories can never be told apart by what may still happen?
// Colleagues meet only in threshold tests, so the story is explored with one colleague's trust as it
// is and every test of the others free to come out as it ever does; what then behaves alike for ever after is one
// class (partition refinement backwards, as for minimal automata). The rest of a state and the class
// say all that can still matter of that colleague, and one member stands for all.
#pragma once

#include "explore/answers.h"
#include "explore/live.h"
#include "explore/pack.h"

typedef struct ExploreClasses {
    ExploreTable keys;        // (rest, trust)
    uint32_t *representative; // trust that stands for it, by number of the key
    uint32_t states, classes; // found: for reports
} ExploreClasses;

// False when more than `state_limit` pairs would be needed: then nothing is merged for this person.
// Rests and trusts are numbered in `pack`. `live` may be NULL (nothing is forgotten).
bool explore_project(ExploreClasses *classes, ExplorePack *pack, ExploreLive *live,
                     ExploreAnswers *answers, int person, uint32_t state_limit);

// A scenario's conditions in the form in which each question for trust asks the oracle (mem_free).
StoryTest *explore_asking_tests(const Scenario *scenario);
void explore_classes_deinit(ExploreClasses *classes);

// The trust that stands for `trust` beside this rest; itself where nothing is known.
uint32_t explore_representative(const ExploreClasses *classes, uint32_t rest, uint32_t trust);
