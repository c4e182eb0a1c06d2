// What may still come of one part (a colleague's trust, the energy), and so what of it still matters.
#pragma once

#include "explore/fork.h"
#include "story/playthrough.h"
#include "trust/forget.h"

// A part as it is: a person or the energy, and the other is 0. The same bytes are the same part.
typedef struct ExplorePart {
    PersonState person;
    int32_t energy;
} ExplorePart;

enum { EXPLORE_PART_WORDS = 8 };
_Static_assert(sizeof(ExplorePart) == sizeof(uint64_t[EXPLORE_PART_WORDS]), "there is no padding");

static inline int32_t explore_part_reading(const ExplorePart *part, StoryReading which)
{
    return which == READING_ENERGY  ? part->energy
           : which == READING_TRUST ? part->person.trust_now
                                    : part->person.belief_now;
}

// The questions for a part, numbered; those beyond have none.
enum { EXPLORE_QUESTIONS_MAX = 64 };
typedef struct ExploreQuestions {
    struct {
        int32_t threshold;
        uint8_t which; // StoryReading
    } items[EXPLORE_QUESTIONS_MAX];
    int count;
} ExploreQuestions;

enum {
    OUTLOOK_ASKED = 1 << 0, // a question may come
    OUTLOOK_MOVES = 1 << 1, // so may what changes the answers
    OUTLOOK_BELIEVED = 1 << 2,
    OUTLOOK_APOLOGIES = 1 << 3,
    OUTLOOK_VOWS = 1 << 4,
    OUTLOOK_OWNED = 1 << 5,
    OUTLOOK_CLEARED = 1 << 6,
    OUTLOOK_DATES = 1 << 7, // moved
    OUTLOOK_WEEK = 1 << 8,  // another one comes
    OUTLOOK_TOMORROW = 1 << 9,
};

typedef struct ExploreOutlook { // no padding: equal ones are equal bytes
    uint64_t asks;              // which questions: a bit for each that has a number
    uint32_t bits;              // OUTLOOK_
    uint16_t keeps, breaches;   // at most so many; TRUST_AHEAD_MANY are as good as any number
} ExploreOutlook;

// Adds what a part met.
void explore_outlook_meet(ExploreOutlook *outlook, ExploreQuestions *questions,
                          const ExploreMet *met);

// What comes, and then what comes behind it.
ExploreOutlook explore_outlook_then(const ExploreOutlook *one, const ExploreOutlook *next);

// Either of the two may come. Whether that is more than `one`.
bool explore_outlook_join(ExploreOutlook *one, const ExploreOutlook *other);

// Forgets in a person what no event and no question that may come reads.
void explore_outlook_forget_trust(const ExploreOutlook *outlook, const TrustParameters *parameters,
                                  PersonState *state);

// Forgets in a part what no longer matters. Where nothing but questions may come, all that is left
// are their answers: it reads what is least of what answers alike.
void explore_outlook_forget(const ExploreOutlook *outlook, const ExploreQuestions *questions,
                            const Scenario *scenario, int number, ExplorePart *part);
