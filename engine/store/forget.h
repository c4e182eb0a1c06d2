// Forgetting: what is older than the learner wants to keep is deleted, and really gone from the file (the
// pages are overwritten, the log is emptied, and a file that became much smaller is rebuilt).
#pragma once

#include "course/course.h"
#include "store/store.h"

typedef struct StoreForgotten {
    int playthroughs, plans, damaged_files;
    Err notice; // store_tidy: ERR_INPUT as in store_open, where the file turned out to be damaged
} StoreForgotten;

// Deletes playthroughs last changed before that day (but those with a slot, and the one being recorded),
// plans made before it, and files that were moved aside before it. COURSE_NO_DAY: nothing.
bool store_forget_before(Store *store, int32_t first_kept, StoreForgotten *out, Err *err);

// Whether some program (this one, too) has the database in that folder open now. Whoever deletes the files
// under it would leave it writing into nothing.
bool store_is_open_somewhere(const char *folder);

// All of this store's: every table is empty afterwards, files moved aside are deleted. Settings too.
bool store_forget_all(Store *store, Err *err);

// How many days are kept: the setting "keep_days", COURSE_KEEP_DAYS before one was chosen.
int store_keep_days(Store *store);
bool store_keep_days_set(Store *store, int days, Err *err); // COURSE_KEEP_ALWAYS: always

// What the day asks for, once a day: files too large to be read whole at each start are read whole (and
// replaced where they are damaged), then store_forget_before by store_keep_days. Where the last time is
// longer ago than any holiday, nothing is deleted before the day after: the clock may be wrong.
// Takes some 30 ms for a large file: after the first picture. True when something was looked at.
bool store_tidy(Store *store, int32_t today, StoreForgotten *out);
