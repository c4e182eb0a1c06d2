// The learner's day by lines: the plan that comes back, the booster that is due, what is suggested.
#pragma once

#include "app/learner.h"
#include "term/printer.h"

// Tells what the day brings; nothing where it brings nothing.
void learner_tell(TermPrinter *printer, const Library *library, const LearnerHome *home);

// The commands of the list, where there is something behind them: record, plans, places.
void learner_tell_more(TermPrinter *printer, Store *store);

// A line that answers the plan (I did it, I didn't, it hasn't come up; did, didn't, not yet) is kept and
// answered, and home->plans_due is 0 then; "record", "plans" and "places" are told; "forget p1"
// removes a place. False for any other.
bool learner_hear(TermPrinter *printer, const Library *library, Store *store, LearnerHome *home,
                  const char *line);

// The slot that a line means ("p1" of the list that "places" tells), and the scenario it is of; 0: none.
int64_t learner_place(const Library *library, Store *store, const char *line, int *item);

// Boosters stand in the list only when they are due; what stands there is numbered from 1 without gaps.
bool learner_lists(const Library *library, const LearnerHome *home, int item);
// The item with that number in the list; -1: none.
int learner_numbered(const Library *library, const LearnerHome *home, long number);
