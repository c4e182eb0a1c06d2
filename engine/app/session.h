// One playthrough under way: the scenario, its history, and the store that keeps it. Every change is
// recorded before the call returns; what goes wrong with the disk becomes a notice, and playing goes on.
#pragma once

#include "store/resume.h"
#include "store/store.h"
#include "story/history.h"

typedef struct Session {
    Scenario *scenario; // owned
    StoryHistory history;
    Store *store; // borrowed; NULL: nothing is recorded
    bool told;    // that something waits to be kept
    // The way before an edit that cut it, whole: it comes back with the next edit that has it. NULL
    // where nothing was cut, or since another choice was taken.
    StoreEntry *way;
    int way_count;
    bool *read; // by event of the journal: it had been read on an earlier way
    int read_room;
} Session;

// A seed for a play that was given none: small enough to be typed.
uint64_t session_draw_seed(void);

// Both take the scenario, also when they fail.
bool session_start(Session *session, Scenario *taken_scenario, Store *store, uint64_t seed,
                   Err *err);
bool session_resume(Session *session, Scenario *taken_scenario, Store *store,
                    const StorePlaythrough *play, ResumeCare care, Resume *resume, Err *err);
// From a slot: always as a new playthrough.
bool session_open_slot(Session *session, Scenario *taken_scenario, Store *store,
                       const StoreSlot *slot, Resume *resume, Err *err);
void session_close(Session *session);

// The scenario was edited: takes the choices again in the new one, as far as their ids lead, and goes on
// there; what comes next is kept as a playthrough of its own. Takes the scenario, also when it fails:
// the new one cannot be played (its beginning fails), and the session is as it was.
bool session_reload(Session *session, Scenario *taken_scenario, Resume *resume, Err *err);

// Keeps this place of the play under a name; with the bridges as they stand now.
bool session_keep_place(Session *session, const char *name, Err *err);

// True: it happened; err->kind other than ERR_NONE is then a notice. False: the history is as it was.
bool session_choose(Session *session, const StoryOffer *offer, Err *err);
bool session_undo(Session *session, Err *err);
bool session_undo_to(Session *session, int count, Err *err);

// For skipping what was read before: a line or a choice of the journal, by its event. What this playthrough
// has just shown for the first time counts as new.
bool session_was_read(const Session *session, int event);
