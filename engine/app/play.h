// What the window and the terminal share when they play.
#pragma once

#include "app/guide.h"
#include "app/library.h"
#include "app/session.h"

typedef struct PlayRequest {
    const char *scenario; // NULL: the library
    uint64_t seed;
    bool seed_given, fresh, live;
    bool language_given; // --lang: goes before what a learner has chosen
    bool guided, breaks; // a recorded way is shown; the one that breaks
    bool aloud; // --aloud: the window reads itself aloud
    bool drill; // --drill: the conversation where `way` leads is practised
    const char *way; // --at, --drill: choices with which the first play begins; nothing of it is kept. NULL: none
    int64_t slot; // a place that was marked: the play goes on from there. 0: none
    char data[PATHS_SIZE];
} PlayRequest;

// Opens the store of the request's folder. What the player should know is in *notice; *first_start: tell
// what is kept and where (play_first_words).
Store *play_store(const PlayRequest *request, Err *notice, bool *first_start);

// Three sentences: what is kept, where, and for how long.
void play_first_words(Store *store, char *out, int out_size);

// Goes on with the latest playthrough of the scenario, or starts one. *resume tells which: resume->total
// is 0 and resume->message empty when it is a new one. Takes the scenario.
bool play_begin(const PlayRequest *request, Scenario *taken_scenario, Store *store,
                Session *session, Resume *resume, Err *err);

// With request->guided: the way that is shown, at its start. Nothing of it is kept. Takes the scenario,
// also where it fails.
bool play_begin_guided(const PlayRequest *request, Scenario *taken_scenario, Guide *guide,
                       Session *session, Err *err);

// Plays in the terminal; returns the exit code. `taken_scenario` is the request's, NULL: the library.
int play_in_terminal(const PlayRequest *request, Scenario *taken_scenario);

// Plays in a window; the exit code, or -1 with err when there is no window to be had: then nothing has
// happened yet, and the scenario is still the caller's.
int play_in_window(const PlayRequest *request, Scenario *taken_scenario, Err *err);
