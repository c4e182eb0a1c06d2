// One part at a time (a colleague's trust, the energy): which of its histories can never be told
// apart by what may still happen? Parts meet the rest only in questions whether they reach a
// threshold, and meet each other nowhere. So the rests are taken together first where the part is
// asked the same and feels the same for ever after; then the part is walked through those, as it is;
// then its values are taken together that answer alike for ever after (partition refinement
// backwards, as for minimal automata). One member stands for all.
#pragma once

#include "explore/ways.h"

enum {
    EXPLORE_PARTED = UINT32_MAX,  // as what is behind a way: the part does not answer so
    EXPLORE_GONE = UINT32_MAX - 1 // likewise: it does, and nothing comes behind
};

typedef struct ExploreClasses {
    uint32_t count;
    uint32_t start;  // the class in which it begins
    uint32_t *value; // by class: the value that stands for it (a person's number, or the energy)
    ExploreTable people; // whom these numbers mean, until explore_classes_pack
    ExploreAnswers heard;
    uint32_t *first; // by class: into to
    uint32_t *to;    // by way: the class behind it, EXPLORE_PARTED or EXPLORE_GONE
    uint32_t *way;   // by link of the rests: which way, or EXPLORE_SAME
} ExploreClasses;

// False when more than `limit` pairs of a rest and a value would be needed. Only reads the rests:
// several parts may be worked out at once.
bool explore_project(ExploreClasses *classes, const ExploreRests *rests, int part, uint32_t limit);

// Keeps the values in the pack of the rests, and what was heard.
void explore_classes_pack(ExploreClasses *classes, const ExploreRests *rests, int part);
void explore_classes_deinit(ExploreClasses *classes);
