// The journal of one playthrough: a growing array of plain events. Knows nothing of their meaning.
#include "base/arena.h"
#include "story/turn.h"

void turn_event_grow(StoryJournal *journal, int more)
{
    while (journal->capacity < journal->count + more) {
        journal->capacity = journal->capacity == 0 ? 256 : journal->capacity * 2;
    }
    journal->events =
        mem_grow(journal->events, (size_t)journal->capacity * sizeof *journal->events);
}

void turn_lines(Turn *t, const StoryOp *lines)
{
    StoryJournal *journal = t->journal;
    int count = lines->b;
    if (journal == NULL) {
        return;
    }
    if (journal->capacity - journal->count < count) {
        turn_event_grow(journal, count);
    }
    int32_t minute = t->p->clock_minute;
    StoryEvent *events = journal->events + journal->count;
    for (int i = 0; i < count; i++) {
        events[i] = (StoryEvent){ EVENT_SAID, lines[i].a, 0, lines[i].c, 0, minute };
    }
    journal->count += count;
}

void story_journal_deinit(StoryJournal *journal)
{
    mem_free(journal->events);
    *journal = (StoryJournal){ 0 };
}
