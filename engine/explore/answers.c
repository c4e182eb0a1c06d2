// A question is where it is asked, of whom, and how much is wanted.
#include "explore/answers.h"

#include "base/arena.h"

typedef struct Question {
    uint16_t at;
    uint8_t person, which;
    int32_t threshold;
} Question;

void explore_answers_init(ExploreAnswers *answers)
{
    *answers = (ExploreAnswers){ .seen = NULL };
    explore_table_init(&answers->questions, sizeof(Question));
}

void explore_answers_deinit(ExploreAnswers *answers)
{
    explore_table_deinit(&answers->questions);
    mem_free(answers->seen);
    *answers = (ExploreAnswers){ .seen = NULL };
}

static Question question(uint16_t at, int person, StoryReading which, int32_t threshold)
{
    return (Question){ at, (uint8_t)person, (uint8_t)which, threshold };
}

static void note(ExploreAnswers *answers, const Question *asked, uint8_t bits)
{
    uint32_t known = answers->questions.count;
    uint32_t number = explore_table_add(&answers->questions, asked);
    if (number == known) {
        if (number >= answers->room) {
            answers->room = answers->room == 0 ? 256 : answers->room * 2;
            answers->seen = mem_grow(answers->seen, answers->room);
        }
        answers->seen[number] = 0;
    }
    answers->news += (bits & ~(unsigned)answers->seen[number]) != 0;
    answers->seen[number] |= bits;
}

void explore_answers_note(ExploreAnswers *answers, uint16_t at, int person, StoryReading which,
                          int32_t threshold, bool yes)
{
    Question asked = question(at, person, which, threshold);
    note(answers, &asked, yes ? EXPLORE_SAYS_YES : EXPLORE_SAYS_NO);
}

void explore_answers_merge(ExploreAnswers *answers, const ExploreAnswers *heard)
{
    for (uint32_t i = 0; i < heard->questions.count; i++) {
        note(answers, explore_table_at(&heard->questions, i), heard->seen[i]);
    }
}

int explore_answers_seen(const ExploreAnswers *answers, uint16_t at, int person, StoryReading which,
                         int32_t threshold)
{
    Question asked = question(at, person, which, threshold);
    uint32_t number = explore_table_find(&answers->questions, &asked);
    return number == UINT32_MAX ? 0 : answers->seen[number];
}
