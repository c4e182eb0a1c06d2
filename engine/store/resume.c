// Replays a journal through story/history.h and compares it with the checkpoint. Knows no SQL.
#include "store/resume.h"

#include "base/arena.h"
#include "base/text.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

// The choices that still stand, in order: places in `entries`.
static int standing_choices(const StoreEntry *entries, int count, int *out)
{
    int standing = 0;
    for (int i = 0; i < count; i++) {
        switch (entries[i].kind) {
        case STORE_CHOOSE:
            out[standing++] = i;
            break;
        case STORE_UNDO:
            standing -= standing > 0;
            break;
        case STORE_UNDO_TO:
            standing = entries[i].count < standing ? entries[i].count : standing;
            break;
        }
    }
    return standing;
}

static bool take(StoryHistory *history, const char *id)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    Err ignored = { 0 };
    int count = story_offers(history->scenario, history->now, false, offers, &ignored);
    int found = story_offer_find(history->scenario, history->now, offers, count, id);
    return found >= 0 && history_choose(history, &offers[found], &ignored);
}

static bool checkpoint_agrees(const StoryHistory *history, const StorePlaythrough *play)
{
    if (!play->checkpoint[0]) {
        return true; // it was too long to be kept
    }
    Playthrough *saved = mem_alloc(history->scenario->play_size);
    bool edited = false;
    Err ignored = { 0 };
    bool agrees = save_read(history->scenario, play->checkpoint, saved, &edited, &ignored) &&
                  play_equal(history->scenario, saved, history->now);
    mem_free(saved);
    return agrees;
}

static void explain(Resume *resume, const StoryHistory *history, bool edited,
                    const char *stopped_at)
{
    char *out = resume->message;
    size_t size = sizeof resume->message;
    switch (resume->kind) {
    case RESUME_EXACT:
        out[0] = '\0';
        break;
    case RESUME_DISAGREES:
        snprintf(
            out, size,
            "Your %d choices were played again, and this place looks different from the one that "
            "was kept. That is a mistake in the program, not yours; your choices are all here.",
            resume->taken);
        break;
    case RESUME_EDITED:
        snprintf(
            out, size,
            "This scenario was changed since you last played. All of your %d choices are still in "
            "it; what you read may differ.",
            resume->taken);
        break;
    case RESUME_CUT: {
        Text clock = { 0 };
        render_clock(history->scenario, history->now->clock_minute, &clock);
        snprintf(
            out, size,
            "%s Your first %d of %d choices lead here, to %s; the next one, \"%s\", is not open. "
            "The old playthrough is kept as it was.",
            edited ? "This scenario was changed since you last played."
                   : "What was kept of this playthrough does not fit together.",
            resume->taken, resume->total, text_str(&clock), stopped_at);
        text_deinit(&clock);
        break;
    }
    }
}

bool resume_open(StoryHistory *history, const Scenario *scenario, const StorePlaythrough *play,
                 const StoreEntry *entries, int count, Resume *resume, Err *err)
{
    *resume = (Resume){ 0 };
    if (!history_open(history, scenario, play->seed, err)) {
        return false;
    }
    int *standing = mem_alloc(sizeof *standing * (size_t)(count + 1));
    resume->total = standing_choices(entries, count, standing);
    while (resume->taken < resume->total && take(history, entries[standing[resume->taken]].id)) {
        resume->taken++;
    }
    bool whole = resume->taken == resume->total;
    bool edited = play->scenario_hash != scenario->hash;
    if (!whole) {
        // With the same scenario only a tampered journal does that; what leads somewhere is taken.
        resume->kind = RESUME_CUT;
    } else if (edited) {
        resume->kind = RESUME_EDITED;
    } else {
        resume->kind = checkpoint_agrees(history, play) ? RESUME_EXACT : RESUME_DISAGREES;
    }
    explain(resume, history, edited, whole ? "" : entries[standing[resume->taken]].id);
    mem_free(standing);
    return true;
}

void resume_describe(const Scenario *scenario, uint64_t seed, StorePlaythrough *out)
{
    *out = (StorePlaythrough){ 0 };
    snprintf(out->scenario, sizeof out->scenario, "%s", scenario->id);
    out->scenario_hash = scenario->hash;
    out->version = scenario->version;
    snprintf(out->preset, sizeof out->preset, "%s", trust_preset_name(scenario->trust));
    out->preset_version = trust_preset_version(scenario->trust);
    out->seed = seed;
}

bool resume_recorded(Store *store, StoryHistory *history, const Scenario *scenario,
                     const StorePlaythrough *play, Resume *resume, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    bool opened = store_entries(store, play->row, &entries, &count, err) &&
                  resume_open(history, scenario, play, entries, count, resume, err);
    if (!opened) {
        mem_free(entries);
        return false;
    }
    if (resume->kind == RESUME_EXACT || resume->kind == RESUME_DISAGREES) {
        opened = store_continue(store, play, err);
    } else {
        int *standing = mem_alloc(sizeof *standing * (size_t)(count + 1));
        standing_choices(entries, count, standing);
        StoreEntry *kept = mem_alloc(sizeof *kept * (size_t)(resume->taken + 1));
        for (int i = 0; i < resume->taken; i++) {
            kept[i] = entries[standing[i]];
        }
        StorePlaythrough now;
        resume_describe(scenario, play->seed, &now);
        store_begin(store, &now, kept, resume->taken);
        mem_free(kept);
        mem_free(standing);
    }
    mem_free(entries);
    if (!opened) {
        history_close(history);
    }
    return opened;
}
