// What was read before, per scenario: lines and options, so that replaying can skip them. Kept as a set of
// marks (four bytes each) made of the words themselves: it survives undo, a fresh start, and an edit of
// the scenario, after which only the changed words are new. Written in the same transaction as the choice.
#pragma once

#include "store/store.h"
#include "story/story.h"

// The mark of what a player reads: a line (EVENT_SAID) or an option that was taken (EVENT_CHOSE with
// OFFER_OPTION); 0 for every other event. Before names and times are filled in, so that these do not count.
uint32_t known_mark(const Scenario *scenario, const StoryEvent *event);
uint32_t known_mark_option(const Scenario *scenario, int option);

// Of the scenario that is being recorded (store_begin, store_continue).
bool store_knows(const Store *store, uint32_t mark);

// Notes it; it is in the file with the next store_append. 0 is nobody's mark.
void store_learn(Store *store, uint32_t mark);

void store_each_known(Store *store, StoreVisit *visit, void *context); // scenario and number
int store_known_count(Store *store, const char *scenario);
// Forgets what was read of a scenario (NULL: of all): everything is new again.
bool store_unlearn(Store *store, const char *scenario, Err *err);
