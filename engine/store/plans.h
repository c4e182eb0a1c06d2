// If-then plans: the words, the scenario they came from, and what became of them. When a plan comes back
// is decided by course.h.
#pragma once

#include "course/course.h"
#include "store/store.h"

enum { STORE_PLAN_MAX = 512 }; // bytes of a plan with the NUL; longer ones are cut

typedef struct StorePlan {
    int64_t row;
    int64_t playthrough;           // 0: of none, or of one that is not kept any more
    char scenario[STORE_NAME_MAX]; // its id; "" where an older program kept the plan
    CoursePlan course;
    char text[STORE_PLAN_MAX];
} StorePlan;

// Keeps a plan made today, of the playthrough that is being recorded; it comes back tomorrow. An open
// plan of the same playthrough is replaced by it: one thinks again, and means one thing. Nor is the same
// sentence kept twice while it is open.
bool store_plan_add(Store *store, const char *text, Err *err);

// The newest of a scenario (NULL: of any) into out; false when there is none.
bool store_plan_latest_of(Store *store, const char *scenario, StorePlan *out);
bool store_plan_latest(Store *store, char *out, int out_size); // its words

// Those that come back on that day or were to come back before it, the one that waits longest first.
// Returns how many there are, which may be more than `max`.
int store_plans_due(Store *store, int32_t today, StorePlan *out, int max);

// All, newest first, from number `from` (0-based) on. Returns how many were put into out.
int store_plans(Store *store, int from, int max, StorePlan *out);

// Writes what became of a plan (its CoursePlan), or forgets it.
bool store_plan_keep(Store *store, const StorePlan *plan, Err *err);
bool store_plan_remove(Store *store, int64_t row, Err *err);
