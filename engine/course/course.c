// The decisions: plans that come back, boosters, suggestions, what is too old. The numbers and where they
// come from stand in README.md.
#include "course/course.h"

#include <stddef.h>

// ---- plans ------------------------------------------------------------------------------------------

static const int put_off_days[] = {
    2, 4, 7
}; // until it comes back, the first time it had not come up ..
enum { PUT_OFFS = sizeof put_off_days / sizeof *put_off_days };

CoursePlan course_plan_made(int32_t day)
{
    return (CoursePlan){ .state = COURSE_PLAN_OPEN,
                         .made_day = day,
                         .back_day = day + 1,
                         .answered_day = COURSE_NO_DAY };
}

bool course_plan_is_due(const CoursePlan *plan, int32_t today)
{
    return plan->state == COURSE_PLAN_OPEN && plan->back_day != COURSE_NO_DAY &&
           plan->back_day <= today;
}

CoursePlan course_plan_answered(const CoursePlan *plan, CourseAnswer answer, int32_t today)
{
    CoursePlan after = *plan;
    if (plan->state != COURSE_PLAN_OPEN) {
        return after; // said once: a second answer to the same card changes nothing
    }
    after.answered_day = today;
    after.back_day = COURSE_NO_DAY;
    if (answer == COURSE_DID_IT) {
        after.state = COURSE_PLAN_DONE;
    } else if (answer == COURSE_DID_NOT) {
        after.state = COURSE_PLAN_NOT_DONE;
    } else if (plan->put_off >= PUT_OFFS) {
        after.state = COURSE_PLAN_NOT_MET;
    } else {
        after.back_day = today + put_off_days[plan->put_off];
        after.put_off++;
    }
    return after;
}

// ---- boosters ---------------------------------------------------------------------------------------

static const int booster_gap_days[COURSE_BOOSTERS] = { 2, 7, 21 };

CourseBooster course_booster(const CourseBoosters *boosters)
{
    const CourseBooster none = { -1, COURSE_NO_DAY };
    int32_t last = boosters->begun_day; // the latest day of training so far that counts
    if (last == COURSE_NO_DAY) {
        return none;
    }
    for (int i = 0; i < COURSE_BOOSTERS; i++) {
        if (boosters->done_day[i] == COURSE_NO_DAY) {
            return (CourseBooster){ i, last + booster_gap_days[i] };
        }
        if (boosters->done_day[i] > last) {
            last = boosters->done_day[i];
        }
    }
    return none;
}

bool course_booster_is_due(const CourseBooster *booster, int32_t today)
{
    return booster->number >= 0 && booster->day <= today;
}

// ---- suggestions ------------------------------------------------------------------------------------

int course_count(uint32_t mechanics)
{
    int count = 0;
    for (uint32_t left = mechanics; left != 0; left &= left - 1) {
        count++;
    }
    return count;
}

// Whether `a` is to be suggested rather than `b`. Who has finished nothing yet begins with the shortest.
static bool is_better(const CourseScenario *a, const CourseScenario *b, uint32_t met, bool first)
{
    int new_a = course_count(a->teaches & ~met);
    int new_b = course_count(b->teaches & ~met);
    if (!first && new_a != new_b) {
        return new_a > new_b;
    }
    if (a->ended != b->ended) {
        return b->ended;
    }
    if (a->minutes != b->minutes) {
        return a->minutes < b->minutes;
    }
    return first && new_a > new_b;
}

int course_suggest(const CourseScenario *scenarios, int count, uint32_t met, uint32_t *brings)
{
    bool first = true;
    for (int i = 0; i < count; i++) {
        first = first && !(scenarios[i].offered && scenarios[i].ended);
    }
    int best = -1;
    for (int i = 0; i < count; i++) {
        const CourseScenario *it = &scenarios[i];
        bool worth = it->offered && (!it->ended || (it->teaches & ~met) != 0);
        if (worth && (best < 0 || is_better(it, &scenarios[best], met, first))) {
            best = i;
        }
    }
    if (brings != NULL) {
        *brings = best < 0 ? 0 : scenarios[best].teaches & ~met;
    }
    return best;
}

// ---- how long it is kept ----------------------------------------------------------------------------

int32_t course_first_kept(int32_t today, int keep_days)
{
    if (keep_days <= COURSE_KEEP_ALWAYS || today < INT32_MIN + 1 + keep_days) {
        return COURSE_NO_DAY;
    }
    return today - keep_days;
}
