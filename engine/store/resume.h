// Takes a kept playthrough up again: its choices are replayed (they are the truth) and the checkpoint must
// agree. After an edit of the scenario the way goes as far as its ids still lead.
#pragma once

#include "store/store.h"
#include "story/history.h"

typedef enum ResumeKind {
    RESUME_EXACT,
    RESUME_DISAGREES, // same scenario, other state: a bug in the program; the choices were trusted
    RESUME_EDITED,    // the scenario was changed; the whole way is still there
    RESUME_CUT,       // the scenario was changed; the way ends at a choice that is no longer open
} ResumeKind;

typedef struct Resume {
    ResumeKind kind;
    int taken, total;  // choices replayed, choices that stood
    char message[512]; // for the player, in plain words; "" for RESUME_EXACT
} Resume;

// Opens *history with the choices of `play` (its journal: entries), undone ones left out. False when not
// even the story's first line can be played. Ends with history_close.
bool resume_open(StoryHistory *history, const Scenario *scenario, const StorePlaythrough *play,
                 const StoreEntry *entries, int count, Resume *resume, Err *err);

// Resumes `play` and lets the store go on recording it: as the same playthrough, or, after an edit, as a
// new one that begins with the choices that still lead somewhere; the old journal stays as it is.
bool resume_recorded(Store *store, StoryHistory *history, const Scenario *scenario,
                     const StorePlaythrough *play, Resume *resume, Err *err);

// The facts about a playthrough of this scenario that the store writes down.
void resume_describe(const Scenario *scenario, uint64_t seed, StorePlaythrough *out);
