// What the day brings to this learner, from what the store remembers and the library offers.
#define _POSIX_C_SOURCE 200809L

#include "app/learner.h"

#include "base/arena.h"
#include "base/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int32_t learner_today(void)
{
    int32_t day = 0;
    const char *said = getenv("PLANKWRIGHT_DAY");
    return said && course_day_parse(said, &day) ? day : store_today();
}

bool learner_is_booster(const Scenario *scenario)
{
    return scenario->kind == STORY_BOOSTER;
}

int learner_booster(const Library *library, int number)
{
    for (int i = 0; i < library->count; i++) {
        const Scenario *scenario = library->items[i].scenario;
        if (scenario && learner_is_booster(scenario) && number-- == 0) {
            return i;
        }
    }
    return -1;
}

// The first day on which something that is no booster was finished.
static int32_t begun_day(Store *store, const Library *library)
{
    int32_t first = COURSE_NO_DAY;
    for (int i = 0; i < library->count; i++) {
        const Scenario *scenario = library->items[i].scenario;
        if (!scenario || learner_is_booster(scenario)) {
            continue;
        }
        int32_t day = store_first_finished(store, scenario->id);
        if (day != COURSE_NO_DAY && (first == COURSE_NO_DAY || day < first)) {
            first = day;
        }
    }
    return first;
}

// Only as many boosters are ever due as the library has.
static void fill_booster(Store *store, const Library *library, LearnerHome *out)
{
    CourseBoosters facts = { .begun_day = begun_day(store, library) };
    for (int i = 0; i < COURSE_BOOSTERS; i++) {
        int item = learner_booster(library, i);
        facts.done_day[i] = item < 0
                                ? COURSE_NO_DAY
                                : store_first_finished(store, library->items[item].scenario->id);
    }
    CourseBooster next = course_booster(&facts);
    int item = next.number < 0 ? -1 : learner_booster(library, next.number);
    out->booster_day = item < 0 ? COURSE_NO_DAY : next.day;
    out->booster = item >= 0 && course_booster_is_due(&next, out->today) ? item : -1;
}

static void fill_suggestion(Store *store, const Library *library, LearnerHome *out)
{
    CourseScenario *all = mem_alloc(sizeof *all * (size_t)(library->count + 1));
    for (int i = 0; i < library->count; i++) {
        const Scenario *scenario = library->items[i].scenario;
        if (!scenario) {
            continue;
        }
        all[i] = (CourseScenario){
            .teaches = scenario->teaches,
            .minutes = scenario->minutes,
            .ended = store_times_ended(store, scenario->id) > 0,
            .offered = !learner_is_booster(scenario) && strcmp(scenario->id, "practice") != 0,
        };
    }
    out->suggested = course_suggest(all, library->count, out->met, &out->brings);
    mem_free(all);
}

void learner_home(Store *store, const Library *library, int32_t today, LearnerHome *out)
{
    *out = (LearnerHome){ .today = today };
    out->plans_due = store_plans_due(store, today, &out->plan, 1);
    out->met = store_met(store);
    out->records = store_record_count(store, NULL);
    fill_booster(store, library, out);
    fill_suggestion(store, library, out);
}

bool learner_answer(Store *store, StorePlan *plan, CourseAnswer answer, int32_t today, Err *err)
{
    StorePlan answered = *plan;
    answered.course = course_plan_answered(&plan->course, answer, today);
    if (!store_plan_keep(store, &answered, err)) {
        return false;
    }
    *plan = answered;
    return true;
}

// ---- in words ---------------------------------------------------------------------------------------

const char *learner_mechanic(int n)
{
    // In the order of A1 to A20; each goes on after "new for you: ".
    static const char *const mechanics[] = {
        SAY_LATER("the good faith it all starts with"),
        SAY_LATER("not breaking it in the first place"),
        SAY_LATER("how fast it breaks, and how slowly it mends"),
        SAY_LATER("doing what you said you would do"),
        SAY_LATER("what others take for granted"),
        SAY_LATER("what is seen of you from one day to the next"),
        SAY_LATER("time for two"),
        SAY_LATER("letting them set the agenda"),
        SAY_LATER("listening"),
        SAY_LATER("asking"),
        SAY_LATER("getting to know how they see it"),
        SAY_LATER("what repair costs in hours and in strength"),
        SAY_LATER("a bridge that nobody seems to need"),
        SAY_LATER("not knowing whom you will need"),
        SAY_LATER("what cannot be mended at the last minute"),
        SAY_LATER("who dares to cross"),
        SAY_LATER("nobody on the other side"),
        SAY_LATER("what helps, and wears out"),
        SAY_LATER("a plan for repair, and keeping to it"),
        SAY_LATER("step one, and what to do when it was missed"),
    };
    enum { MECHANICS = sizeof mechanics / sizeof *mechanics };
    return n >= 1 && n <= MECHANICS ? say(mechanics[n - 1]) : "";
}

const char *learner_date(int32_t day, char *out, int out_size)
{
    static const char *const months[] = {
        SAY_LATER("January"),   SAY_LATER("February"), SAY_LATER("March"),    SAY_LATER("April"),
        SAY_LATER("May"),       SAY_LATER("June"),     SAY_LATER("July"),     SAY_LATER("August"),
        SAY_LATER("September"), SAY_LATER("October"),  SAY_LATER("November"), SAY_LATER("December"),
    };
    static const char *const weekdays[] = {
        SAY_LATER("Monday"), SAY_LATER("Tuesday"),  SAY_LATER("Wednesday"), SAY_LATER("Thursday"),
        SAY_LATER("Friday"), SAY_LATER("Saturday"), SAY_LATER("Sunday"),
    };
    int year, month, month_day;
    course_date(day, &year, &month, &month_day);
    char number[16], of_year[16];
    Text date = { 0 };
    snprintf(number, sizeof number, "%d", month_day);
    snprintf(of_year, sizeof of_year, "%d", year);
    const char *const values[] = { say(weekdays[course_weekday(day)]), number,
                                   say(months[month - 1]), of_year };
    say_fill(say("{1}, {2} {3} {4}"), values, 4, &date); // weekday, day of the month, month, year
    snprintf(out, (size_t)out_size, "%s", text_str(&date));
    text_deinit(&date);
    return out;
}

const char *learner_when(int32_t day, int32_t today, char *out, int out_size)
{
    enum { NEAR_DAYS = 14 };
    int64_t ahead = (int64_t)day - today;
    size_t size = (size_t)out_size;
    if (ahead == 0) {
        snprintf(out, size, "%s", say("today"));
    } else if (ahead == -1) {
        snprintf(out, size, "%s", say("yesterday"));
    } else if (ahead == 1) {
        snprintf(out, size, "%s", say("tomorrow"));
    } else if (ahead < 0 && ahead >= -NEAR_DAYS) {
        snprintf(out, size, say_many("%d day ago", "%d days ago", (long)-ahead), (int)-ahead);
    } else if (ahead > 0 && ahead <= NEAR_DAYS) {
        snprintf(out, size, say_many("in %d day", "in %d days", (long)ahead), (int)ahead);
    } else {
        learner_date(day, out, out_size);
    }
    return out;
}

void learner_keep_words(Store *store, char *out, int out_size)
{
    int days = store ? store_keep_days(store) : COURSE_KEEP_DAYS;
    size_t size = (size_t)out_size;
    if (days == COURSE_KEEP_ALWAYS) {
        snprintf(out, size, "%s", say("It is kept until you delete it."));
    } else if (days == 90) {
        snprintf(out, size, "%s", say("What you have not touched for three months is deleted."));
    } else if (days == 365) {
        snprintf(out, size, "%s", say("What you have not touched for a year is deleted."));
    } else {
        snprintf(out, size,
                 say_many("What you have not touched for %d day is deleted.",
                          "What you have not touched for %d days is deleted.", days),
                 days);
    }
}

void learner_kept_words(Store *store, const char *folder, char *out, int out_size)
{
    char time[240];
    learner_keep_words(store, time, (int)sizeof time);
    snprintf(out, (size_t)out_size,
             say("Kept in %s: each choice of your plays, your plans, the places you have marked, "
                 "what you have read, and your settings. No name but the one you type. %s Nothing "
                 "leaves this computer."),
             folder, time);
}
