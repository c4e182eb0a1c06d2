// A playthrough with its past: every state before every choice, so that undo reaches any depth, and
// the way in ids. What was undone is not forgotten by the store (an undo is an entry there); here
// it is gone.
#pragma once

#include "story/story.h"

typedef struct StoryHistory {
    const Scenario *scenario;
    Playthrough *now; // the last of `states`: another place after each call
    StoryJournal journal;
    char *states;       // (count + 1) x play_size: the state before each choice, and now
    int *journal_marks; // events in the journal before each choice
    StoryOffer *taken;
    int count, capacity;
} StoryHistory;

// Starts a playthrough. False when the story cannot start.
bool history_open(StoryHistory *history, const Scenario *scenario, uint64_t seed, Err *err);
void history_close(StoryHistory *history);

bool history_choose(StoryHistory *history, const StoryOffer *offer, Err *err);
bool history_undo(StoryHistory *history); // false at the start

// The state before the n-th choice; at `count` the present one.
const Playthrough *history_state(const StoryHistory *history, int n);

// Whole id of the n-th choice taken.
void history_id(const StoryHistory *history, int n, char *out, int out_size);

// Takes choices by id, in order ("monday.noon,call" or an array): for --choices, tests and
// resuming. Stops at the first that is not open: false, *done says how many were taken, err names
// the open ones.
bool history_walk(StoryHistory *history, const char *ids, int *done, Err *err);
