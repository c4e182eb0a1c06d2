// Which answers the questions for trust ever get: at this op, this person, this threshold: yes, no,
// or both. Collected while exploring; a projection of one colleague lets the others answer only what
// they do answer somewhere.
#pragma once

#include "explore/table.h"
#include "story/oracle.h"

enum { EXPLORE_SAYS_NO = 1, EXPLORE_SAYS_YES = 2, EXPLORE_SAYS_NOTHING = 4 }; // 4: was never asked

typedef struct ExploreAnswers {
    ExploreTable questions;
    uint8_t *seen; // by question
    uint32_t room;
    uint32_t news; // answers that were not known before
} ExploreAnswers;

void explore_answers_init(ExploreAnswers *answers);
void explore_answers_deinit(ExploreAnswers *answers);

// `at`: the op at which it is asked.
void explore_answers_note(ExploreAnswers *answers, uint16_t at, int person, StoryReading which,
                          int32_t threshold, bool yes);

// Notes all that another one holds.
void explore_answers_merge(ExploreAnswers *answers, const ExploreAnswers *heard);

// EXPLORE_SAYS_ bits; 0 for a question that was never asked.
int explore_answers_seen(const ExploreAnswers *answers, uint16_t at, int person, StoryReading which,
                         int32_t threshold);
