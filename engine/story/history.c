// A playthrough with its past.
#include "story/history.h"

#include "base/arena.h"
#include "story/renames.h"

#include <stdio.h>
#include <string.h>

static char *state_at(const StoryHistory *h, int n)
{
    return h->states + (size_t)n * h->scenario->play_size;
}

static void stand_at(StoryHistory *h, int n)
{
    h->count = n;
    h->now = (Playthrough *)(void *)state_at(h, n);
}

static void grow(StoryHistory *h)
{
    h->capacity = h->capacity == 0 ? 32 : h->capacity * 2;
    size_t n = (size_t)h->capacity;
    h->states = mem_grow(h->states, (n + 1) * h->scenario->play_size); // the last one is now
    h->journal_marks = mem_grow(h->journal_marks, n * sizeof *h->journal_marks);
    h->taken = mem_grow(h->taken, n * sizeof *h->taken);
    stand_at(h, h->count);
}

bool history_open(StoryHistory *history, const Scenario *scenario, uint64_t seed, Err *err)
{
    *history = (StoryHistory){ .scenario = scenario };
    grow(history);
    if (story_start(scenario, history->now, seed, &history->journal, err)) {
        return true;
    }
    history_close(history);
    return false;
}

void history_close(StoryHistory *history)
{
    mem_free(history->states);
    mem_free(history->journal_marks);
    mem_free(history->taken);
    story_journal_deinit(&history->journal);
    *history = (StoryHistory){ 0 };
}

bool history_choose(StoryHistory *history, const StoryOffer *offer, Err *err)
{
    if (history->count == history->capacity) {
        grow(history);
    }
    int n = history->count;
    size_t size = history->scenario->play_size;
    Playthrough *next = (Playthrough *)(void *)((char *)history->now + size);
    memcpy(next, history->now, size);
    history->journal_marks[n] = history->journal.count;
    history->taken[n] = *offer;
    if (story_choose(history->scenario, next, offer, &history->journal, err)) {
        history->count = n + 1;
        history->now = next;
        return true;
    }
    history->journal.count = history->journal_marks[n]; // as if it had not been taken
    return false;
}

const Playthrough *history_state(const StoryHistory *history, int n)
{
    return (const Playthrough *)(const void *)state_at(history, n);
}

bool history_undo(StoryHistory *history)
{
    if (history->count == 0) {
        return false;
    }
    history->count--;
    history->now = (Playthrough *)(void *)((char *)history->now - history->scenario->play_size);
    history->journal.count = history->journal_marks[history->count];
    return true;
}

void history_id(const StoryHistory *history, int n, char *out, int out_size)
{
    const void *state = state_at(history, n);
    story_offer_id(history->scenario, state, &history->taken[n], out, out_size);
}

static bool refuse(const StoryHistory *h, const StoryOffer *offers, int count, const char *name,
                   bool ambiguous, Err *err)
{
    char open[256] = "";
    size_t used = 0;
    for (int i = 0; i < count && used < sizeof open - 40; i++) {
        char id[128];
        story_offer_id(h->scenario, h->now, &offers[i], id, (int)sizeof id);
        used += (size_t)snprintf(open + used, sizeof open - used, "%s%s", i == 0 ? "" : ", ", id);
    }
    err_set(err, ERR_INPUT, "choice %d: \"%s\" %s", h->count + 1, name,
            ambiguous ? "could be several of the open options" : "is not open here");
    return err_fix(err, "open here: %s", count == 0 ? "nothing, the story is over" : open);
}

static bool walk_one(StoryHistory *h, const char *name, Err *err)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    int count = story_offers(h->scenario, h->now, false, offers, err);
    if (count == 0 && story_pause(h->scenario, h->now) != PAUSE_ENDED) {
        return err_context(err, "choice %d", h->count + 1);
    }
    int found = renames_offer_find(h->scenario, h->now, offers, count, name);
    if (found < 0) {
        return refuse(h, offers, count, name, found == -2, err);
    }
    return history_choose(h, &offers[found], err);
}

bool history_walk(StoryHistory *history, const char *ids, int *done, Err *err)
{
    *done = 0;
    while (*ids != '\0') {
        size_t n = strcspn(ids, ",");
        char name[256];
        snprintf(name, sizeof name, "%.*s", (int)n, ids);
        char *start = name + strspn(name, " \t\r\n");
        start[strcspn(start, " \t\r\n")] = '\0';
        if (*start != '\0') {
            if (!walk_one(history, start, err)) {
                return false;
            }
            (*done)++;
        }
        ids += n + (ids[n] == ',');
    }
    return true;
}
