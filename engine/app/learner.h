// What home needs to know: which plan comes back today, which booster is due, which scenario brings the
// most that was not met yet. Joins course (decides), store (remembers) and library. Knows no screen.
#pragma once

#include "app/library.h"
#include "store/forget.h"
#include "store/plans.h"
#include "store/record.h"

typedef struct LearnerHome {
    int32_t today;
    StorePlan plan;      // the one that waits longest
    int plans_due;       // 0: `plan` is empty
    int booster;         // item of the library that is due now; -1 none
    int32_t booster_day; // when the next one comes or came; COURSE_NO_DAY: none is to come
    int suggested;       // item; -1: everything was met
    uint32_t met,
        brings;  // mechanics, bit n-1 for An: on all ways so far; new with the suggested one
    int records; // playthroughs kept
} LearnerHome;

// Today; PLANKWRIGHT_DAY=2026-11-23 says another one (tests, pictures).
int32_t learner_today(void);

// Items of the library that are not loaded yet are left out: ask again when they are.
void learner_home(Store *store, const Library *library, int32_t today, LearnerHome *out);

bool learner_is_booster(const Scenario *scenario);
// The booster of that number (0..2) in the library, -1 where it is not there.
int learner_booster(const Library *library, int number);

// Keeps the answer to a plan that came back, and changes `plan` accordingly.
bool learner_answer(Store *store, StorePlan *plan, CourseAnswer answer, int32_t today, Err *err);

// What a mechanic is about, in a few words ("letting them set the agenda"); n 1..20, else "".
const char *learner_mechanic(int n);

// "Monday, 23 November 2026" in the player's language; out is returned.
const char *learner_date(int32_t day, char *out, int out_size);
// "today", "yesterday", "3 days ago", "in 5 days", else the date.
const char *learner_when(int32_t day, int32_t today, char *out, int out_size);

// For how long what nobody has touched is kept, in a sentence: "... for a year ...", as the choice says it.
void learner_keep_words(Store *store, char *out, int out_size);

// What is kept and where, in words, for the first start and the settings: a few sentences.
// `store` NULL: before anything is kept.
void learner_kept_words(Store *store, const char *folder, char *out, int out_size);
