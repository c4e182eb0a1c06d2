// The journal of one playthrough: a growing array of plain events. Knows nothing of their meaning.
#include "base/arena.h"
#include "story/turn.h"

void turn_begin(Turn *t, const Scenario *sc, Playthrough *p, StoryJournal *journal, Err *err)
{
    bool silent = journal == NULL || journal->silent;
    *t = (Turn){ .sc = sc, .p = p, .journal = journal, .err = err, .silent = silent };
    t->leads = silent ? sc->silent_leads : sc->leads;
    if (journal != NULL && journal->capacity > 0) {
        t->next = journal->events + journal->count;
        t->end = journal->events + journal->capacity;
    }
}

bool turn_end(Turn *t)
{
    if (t->next != NULL) {
        t->journal->count = (int)(t->next - t->journal->events);
    }
    return !t->failed;
}

bool turn_room(Turn *t, int events)
{
    StoryJournal *journal = t->journal;
    if (journal == NULL) {
        return false;
    }
    if (t->next != NULL) {
        journal->count = (int)(t->next - journal->events);
    }
    while (journal->capacity < journal->count + events) {
        journal->capacity = journal->capacity == 0 ? 256 : journal->capacity * 2;
    }
    journal->events =
        mem_grow(journal->events, (size_t)journal->capacity * sizeof *journal->events);
    t->next = journal->events + journal->count;
    t->end = journal->events + journal->capacity;
    return true;
}

void turn_lines(Turn *t, const StoryOp *lines)
{
    int count = lines->b;
    if (t->silent || (t->end - t->next < count && !turn_room(t, count))) {
        return;
    }
    for (int i = 0; i < count; i++) {
        *t->next++ = (StoryEvent){ EVENT_SAID, lines[i].a, 0, lines[i].c, 0, t->p->clock_minute };
    }
}

void story_journal_deinit(StoryJournal *journal)
{
    mem_free(journal->events);
    *journal = (StoryJournal){ 0 };
}
