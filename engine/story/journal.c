// The journal of one playthrough: a growing array of plain events. Knows nothing of their meaning.
#include "base/arena.h"
#include "story/turn.h"

void turn_event_grow(StoryJournal *journal)
{
    journal->capacity = journal->capacity == 0 ? 256 : journal->capacity * 2;
    journal->events =
        mem_grow(journal->events, (size_t)journal->capacity * sizeof *journal->events);
}

void story_journal_deinit(StoryJournal *journal)
{
    mem_free(journal->events);
    *journal = (StoryJournal){ 0 };
}
