// One part at a time (a colleague's trust, the energy): which of its histories can never be told
// apart by what may still happen? Parts meet the rest only in questions whether they reach a
// threshold, and meet each other nowhere. So the rests are taken together first where the part is
// asked the same and feels the same for ever after; then the part is walked through those, as it is,
// with the others free to answer; then its values are taken together that answer alike for ever
// after (partition refinement backwards, as for minimal automata). One member stands for all.
#pragma once

#include "explore/rests.h"

typedef struct ExploreClasses {
    uint32_t *stands;         // by rest: the rest that stands for it; NULL: nothing is merged
    uint32_t rest_count;
    ExploreTable keys;        // (rest that stands, value of the part)
    uint32_t *representative; // value that stands for it, by number of the key
    uint32_t rests, classes;  // found: for reports
} ExploreClasses;

// False when more than `limit` pairs would be needed: then nothing is merged for this part.
bool explore_project(ExploreClasses *classes, const ExploreRests *rests, int part,
                     uint32_t limit);
void explore_classes_deinit(ExploreClasses *classes);

// The value that stands for `value` beside this rest; itself where nothing is known.
uint32_t explore_representative(const ExploreClasses *classes, uint32_t rest, uint32_t value);
