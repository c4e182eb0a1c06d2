// `play --live`: looks whether the files of the scenario that is played have changed, loads them, and
// takes the play there. Polls (no thread, nothing of one system only): whoever has a loop calls it.
#pragma once

#include "app/paths.h"
#include "app/session.h"
#include "script/script.h"

typedef enum LiveNews {
    LIVE_SAME,
    LIVE_EDITED, // the session plays the new files; `resume` says how far its way led
    LIVE_BROKEN, // they have a mistake: `mistakes` (or `err` alone); the session is as it was
} LiveNews;

typedef struct Live {
    char path[PATHS_SIZE];   // what is loaded; "" while nothing is played
    char folder[PATHS_SIZE]; // what is looked at
    uint64_t seen;           // how the files looked
    double noticed;          // milliseconds: when they looked different
    bool waits;              // a mistake is not believed yet: the file may be half written
    bool broken;             // the last news but LIVE_SAME were LIVE_BROKEN
    ScriptDiagnostics mistakes;
    Err err;
    Resume resume;
} Live;

// From now on the files beside the scenario's are looked at; `path` (a folder or a .lua file) is loaded when
// they change. Zeroed memory looks at nothing.
void live_watch(Live *live, const char *path, const Scenario *scenario);
void live_deinit(Live *live);

// Looks now. `wait`: a mistake is only told once the files have not changed for a moment, so that
// it is not a file that is just being written; else (somebody waits for the answer) at once.
LiveNews live_look(Live *live, Session *session, bool wait);

// "scenario.lua:14:9" of the first mistake, and how many more there are.
const char *live_place(const Live *live, char *out, int out_size);
int live_more(const Live *live);
