// What the links of the rests (rests.h) ask of the parts, and what those become there (project.h): how a
// state goes on is looked up here, and no turn is played.
#pragma once

#include "explore/project.h"

typedef struct ExploreStep { // what a link asks of one part
    uint32_t part, way;
} ExploreStep;

typedef struct ExploreSteps {
    const ExploreClasses *classes;
    int parts;
    ExploreStep *items; // of the links that ask anything
    uint32_t *first;    // by link: into items, and one behind the last
} ExploreSteps;

void explore_steps_init(ExploreSteps *steps, const ExploreRests *rests,
                        const ExploreClasses classes[]);
void explore_steps_deinit(ExploreSteps *steps);

// Whether the parts, each in its class, answer as this link says; `to` gets what they become.
bool explore_steps_follow(const ExploreSteps *steps, const uint32_t *from, uint32_t link,
                          uint32_t *to);
