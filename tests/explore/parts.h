// A colleague and the player's energy without any story: parts to feel and to forget (outlook.h).
#pragma once

#include "support/test.h"

#include "explore/outlook.h"
#include "trust/numbers.h"

#include <string.h>

static StoryPerson person;
static Scenario scenario = { .person_count = 1, .people = &person, .energy = 8000 };

static inline void set_persona(int number)
{
    person.trust = trust_with_persona(trust_preset("work"), trust_persona(number)->name);
}

static inline ExploreOutlook outlook(unsigned bits, int keeps, int breaches)
{
    return (ExploreOutlook){ 0, bits, (uint16_t)keeps, (uint16_t)breaches };
}

static inline bool alike(const ExplorePart *one, const ExplorePart *other)
{
    return memcmp(one, other, sizeof *one) == 0;
}

// What comes where that is met.
static inline ExploreOutlook meeting(ExploreQuestions *questions, const ExploreMet *met)
{
    ExploreOutlook o = outlook(0, 0, 0);
    explore_outlook_meet(&o, questions, met);
    return o;
}
