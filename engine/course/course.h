// Over weeks, as values: when a plan comes back, which booster is due, which scenario brings the most
// that was not met yet, what is too old to be kept. Knows no clock, no file and no story: the days are
// handed in, and the same days give the same answers. Why these numbers: README.md.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// A day is a number: days since 1 January 1970 in the learner's own calendar.
enum { COURSE_NO_DAY = INT32_MIN };

int32_t course_day(int year, int month, int month_day); // month and month_day from 1
void course_date(int32_t day, int *year, int *month, int *month_day);
int course_weekday(int32_t day); // 0 Monday .. 6 Sunday

// "2026-11-23". False when it is no day of the calendar; *out is then untouched.
bool course_day_parse(const char *text, int32_t *out);

// ---- plans ------------------------------------------------------------------------------------------

typedef enum CoursePlanState {
    COURSE_PLAN_OPEN,     // it comes back
    COURSE_PLAN_DONE,     // "I did it"
    COURSE_PLAN_NOT_DONE, // "I didn't"
    COURSE_PLAN_NOT_MET,  // put off until it was let rest: its "if" did not come up
    COURSE_PLAN_STATES
} CoursePlanState;

typedef enum CourseAnswer { COURSE_DID_IT, COURSE_DID_NOT, COURSE_NOT_COME_UP } CourseAnswer;

typedef struct CoursePlan {
    uint8_t state;   // CoursePlanState
    uint8_t put_off; // times it had not come up
    int32_t made_day;
    int32_t back_day;     // the day it comes back; COURSE_NO_DAY once it is answered for good
    int32_t answered_day; // the last answer; COURSE_NO_DAY before one
} CoursePlan;

CoursePlan course_plan_made(int32_t day); // comes back the day after
bool course_plan_is_due(const CoursePlan *plan, int32_t today);
CoursePlan course_plan_answered(const CoursePlan *plan, CourseAnswer answer, int32_t today);

// ---- boosters ---------------------------------------------------------------------------------------

enum { COURSE_BOOSTERS = 3 };

typedef struct CourseBoosters {
    int32_t begun_day;                 // the first scenario was finished; COURSE_NO_DAY: none yet
    int32_t done_day[COURSE_BOOSTERS]; // first finished on; COURSE_NO_DAY: not yet
} CourseBoosters;

typedef struct CourseBooster {
    int number;  // 0 .. COURSE_BOOSTERS - 1; -1: none is to come (all done, or nothing begun)
    int32_t day; // it is due from then on; COURSE_NO_DAY with number -1
} CourseBooster;

// The next one. Whoever is late finds it still there, and the gap behind it counts from the day it was done.
CourseBooster course_booster(const CourseBoosters *boosters);
bool course_booster_is_due(const CourseBooster *booster, int32_t today);

// ---- suggestions ------------------------------------------------------------------------------------

typedef struct CourseScenario {
    uint32_t teaches; // bit n-1: the mechanic An
    int minutes;
    bool ended;   // finished at least once
    bool offered; // false: never suggested (boosters, practice, what is broken)
} CourseScenario;

// The scenario with the most mechanics that were not met yet; among equals one that was never finished,
// then the shorter, then the first. -1 when all were finished and nothing new is left. *brings (may be
// NULL): those mechanics.
int course_suggest(const CourseScenario *scenarios, int count, uint32_t met, uint32_t *brings);
int course_count(uint32_t mechanics); // how many

// ---- how long it is kept ----------------------------------------------------------------------------

enum {
    COURSE_KEEP_ALWAYS = 0,
    COURSE_KEEP_DAYS = 365
}; // COURSE_KEEP_DAYS: until the learner says else

// The first day that is still kept; COURSE_NO_DAY: everything is. Any keep_days <= 0 means always.
int32_t course_first_kept(int32_t today, int keep_days);
