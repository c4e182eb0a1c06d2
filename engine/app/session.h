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
} Session;

// A seed for a play that was given none: small enough to be typed.
uint64_t session_draw_seed(void);

// Both take the scenario, also when they fail.
bool session_start(Session *session, Scenario *taken_scenario, Store *store, uint64_t seed,
                   Err *err);
bool session_resume(Session *session, Scenario *taken_scenario, Store *store,
                    const StorePlaythrough *play, Resume *resume, Err *err);
void session_close(Session *session);

// True: it happened; err->kind other than ERR_NONE is then a notice. False: the history is as it was.
bool session_choose(Session *session, const StoryOffer *offer, Err *err);
bool session_undo(Session *session, Err *err);
bool session_undo_to(Session *session, int count, Err *err);
