// Takes a kept playthrough up again: its choices are replayed (they are the truth) and what came of each
// must be what came of it then. After an edit of the scenario the way goes as far as every choice still
// means the same; from there one goes on, and the old playthrough stays as it was.
#pragma once

#include "store/slots.h"
#include "store/store.h"
#include "story/history.h"

typedef enum ResumeKind {
    RESUME_EXACT,
    RESUME_DISAGREES, // same scenario, other state: a bug in the program; the choices were trusted
    RESUME_EDITED,    // the scenario was changed; the whole way is there and means the same
    RESUME_CUT,       // the scenario was changed; the way ends at a choice that is no longer open
    RESUME_ELSEWHERE, // the scenario was changed; the way ends at a choice that leads elsewhere now
} ResumeKind;

typedef enum ResumeCare {
    RESUME_SAME_MEANING, // a choice that leads elsewhere ends the way: for whoever plays
    RESUME_BY_ID,        // as far as the ids lead: for an author who edits what they see
} ResumeCare;

typedef struct Resume {
    ResumeKind kind;
    int taken, total;   // choices replayed, choices that stood
    char message[1000]; // for the player, in plain words; "" where all is as they left it
    char fix[200];      // what they can do; may be ""
} Resume;

// Opens *history with the choices of `play` (its journal: entries), undone ones left out. False when not
// even the story's first line can be played, or `play` is of another scenario (ERR_INPUT). Ends with
// history_close.
bool resume_open(StoryHistory *history, const Scenario *scenario, const StorePlaythrough *play,
                 const StoreEntry *entries, int count, ResumeCare care, Resume *resume, Err *err);

// Resumes `play` and lets the store go on recording it: as the same playthrough, or, after an edit, as a
// new one that begins with the choices that still hold; the old journal stays as it is, and the new one
// is not in the file before the next choice.
bool resume_recorded(Store *store, StoryHistory *history, const Scenario *scenario,
                     const StorePlaythrough *play, ResumeCare care, Resume *resume, Err *err);

// The facts about a playthrough of this scenario that the store writes down.
void resume_describe(const Scenario *scenario, uint64_t seed, StorePlaythrough *out);

// Lets the store record a new playthrough that has come as far as `history`: its choices as they are
// called now, with what comes of them now.
void resume_begin(Store *store, const StoryHistory *history);

// The entry that keeps the choice of `offer` at `play`: its id and its words. What comes of it, the
// minute and `after`, is added by resume_note_after.
void resume_note(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                 StoreEntry *out);
void resume_note_after(const Scenario *scenario, const Playthrough *after, StoreEntry *entry);

// Goes on from a slot: as resume_recorded after an edit, always as a new playthrough, which is not in the
// file before its next choice. `slot` and its playthrough stay.
bool resume_slot(Store *store, StoryHistory *history, const Scenario *scenario,
                 const StoreSlot *slot, ResumeCare care, Resume *resume, Err *err);

// What a playthrough that stands there shows in the record: its bridges, the one that the screen is about
// first. Returns how many (at most STORY_PEOPLE_MAX).
int resume_bridges(const Scenario *scenario, const Playthrough *play, const StoryJournal *journal,
                   StoreBridge out[STORY_PEOPLE_MAX]);
