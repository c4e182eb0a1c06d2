// Days, plans that come back, boosters, suggestions, what is too old: over whole lives of each, not single values.
#include "support/test.h"

#include "course/course.h"

static void test_days_are_the_calendars(void **state)
{
    (void)state;
    assert_int_equal(course_day(1970, 1, 1), 0);
    assert_int_equal(course_day(2026, 11, 23), 20780);
    assert_int_equal(course_weekday(course_day(2026, 11, 23)), 0); // a Monday
    assert_int_equal(course_weekday(-1), 2);                       // 31 December 1969, a Wednesday
    // Every day of 800 years is the day after the one before, with its date.
    int year, month, month_day, before_month = 12, before_day = 31, before_year = 1599;
    for (int32_t day = course_day(1600, 1, 1); day < course_day(2400, 1, 1); day++) {
        course_date(day, &year, &month, &month_day);
        assert_int_equal(course_day(year, month, month_day), day);
        bool next = year == before_year && month == before_month && month_day == before_day + 1;
        bool first =
            month_day == 1 && (month == before_month + 1 ||
                               (month == 1 && before_month == 12 && year == before_year + 1));
        assert_true(next || first);
        assert_true(!first || before_day >= 28);
        before_year = year;
        before_month = month;
        before_day = month_day;
    }
}

static void test_days_as_text(void **state)
{
    (void)state;
    int32_t day = 7;
    assert_true(course_day_parse("2028-02-29", &day));
    assert_int_equal(day, course_day(2028, 2, 29));
    const char *const wrong[] = { "",           "2026",       "2026-11",    "2026-13-01",
                                  "2027-02-29", "2026-04-31", "2026-1-1",   "2026-11-23 ",
                                  "2026/11/23", "-026-11-23", "2026-11-00", "tomorrow" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        day = 7;
        assert_false(course_day_parse(wrong[i], &day));
        assert_int_equal(day, 7);
    }
}

// A plan is asked about on the day after, and not before; both real answers end it.
static void test_a_plan_comes_back(void **state)
{
    (void)state;
    CoursePlan plan = course_plan_made(100);
    assert_false(course_plan_is_due(&plan, 100));
    assert_true(course_plan_is_due(&plan, 101));
    assert_true(course_plan_is_due(&plan, 160)); // nobody came by: it is still there
    CoursePlan did = course_plan_answered(&plan, COURSE_DID_IT, 103);
    CoursePlan not = course_plan_answered(&plan, COURSE_DID_NOT, 103);
    assert_int_equal(did.state, COURSE_PLAN_DONE);
    assert_int_equal(not .state, COURSE_PLAN_NOT_DONE);
    assert_int_equal(did.answered_day, 103);
    assert_int_equal(did.made_day, 100);
    for (int32_t day = 0; day < 2000; day++) {
        assert_false(course_plan_is_due(&did, day) || course_plan_is_due(&not, day));
    }
    CoursePlan again = course_plan_answered(&did, COURSE_NOT_COME_UP, 104); // pressed twice
    assert_int_equal(again.state, COURSE_PLAN_DONE);
    assert_int_equal(again.answered_day, 103);
}

// "It hasn't come up": the questions are rarer each time, and end.
static void test_a_plan_that_does_not_come_up(void **state)
{
    (void)state;
    CoursePlan plan = course_plan_made(100);
    int32_t last = 100;
    int asked = 0, gap = 0;
    for (int32_t day = 101; day < 300; day++) {
        if (course_plan_is_due(&plan, day)) {
            assert_true(day - last > gap);
            gap = day - last;
            last = day;
            asked++;
            plan = course_plan_answered(&plan, COURSE_NOT_COME_UP, day);
        }
    }
    assert_int_equal(asked, 4);
    assert_int_equal(last, 101 + 2 + 4 + 7);
    assert_int_equal(plan.state, COURSE_PLAN_NOT_MET);
    // Whoever answers late is asked later by as much.
    plan = course_plan_made(100);
    plan = course_plan_answered(&plan, COURSE_NOT_COME_UP, 150);
    assert_false(course_plan_is_due(&plan, 151));
    assert_true(course_plan_is_due(&plan, 152));
}

static CourseBoosters no_boosters(int32_t begun)
{
    CourseBoosters boosters = { .begun_day = begun };
    for (int i = 0; i < COURSE_BOOSTERS; i++) {
        boosters.done_day[i] = COURSE_NO_DAY;
    }
    return boosters;
}

static void test_boosters_on_time(void **state)
{
    (void)state;
    CourseBoosters facts = no_boosters(COURSE_NO_DAY);
    CourseBooster next = course_booster(&facts);
    assert_int_equal(next.number, -1); // nothing was finished yet
    assert_false(course_booster_is_due(&next, INT32_MAX));
    facts.begun_day = 1000;
    int done = 0, gap = 0;
    int32_t last = 1000;
    for (int32_t day = 1000; day < 1200; day++) {
        next = course_booster(&facts);
        if (course_booster_is_due(&next, day)) {
            assert_int_equal(next.number, done);
            assert_true(day - last > gap); // growing
            gap = day - last;
            last = day;
            facts.done_day[done++] = day;
        }
    }
    assert_int_equal(done, COURSE_BOOSTERS);
    assert_int_equal(last, 1000 + 2 + 7 + 21);
    assert_int_equal(course_booster(&facts).number, -1);
}

// Late by half a year: still there, and the next one not on the same day.
static void test_boosters_late(void **state)
{
    (void)state;
    CourseBoosters facts = no_boosters(1000);
    facts.done_day[0] = 1180;
    CourseBooster next = course_booster(&facts);
    assert_int_equal(next.number, 1);
    assert_int_equal(next.day, 1187);
    assert_false(course_booster_is_due(&next, 1186));
    // Done out of order, as anybody may: the gap counts from the latest training there was.
    facts = no_boosters(1000);
    facts.done_day[1] = 1001;
    next = course_booster(&facts);
    assert_int_equal(next.number, 0);
    facts.done_day[0] = 1002;
    next = course_booster(&facts);
    assert_int_equal(next.number, 2);
    assert_int_equal(next.day, 1002 + 21);
}

static void test_suggestions(void **state)
{
    (void)state;
    CourseScenario all[] = {
        { .teaches = 0xff, .minutes = 12, .offered = true },
        { .teaches = 0x0f, .minutes = 4, .offered = true },
        { .teaches = 0xf00, .minutes = 11, .offered = true },
        { .teaches = 0xfffff, .minutes = 3, .offered = false }, // practice
    };
    uint32_t brings = 0;
    assert_int_equal(course_suggest(all, 4, 0, &brings), 1); // the first evening: the shortest
    assert_int_equal(brings, 0x0f);
    all[1].ended = true;
    assert_int_equal(course_suggest(all, 4, 0x0f, &brings), 2); // four new ones each: the shorter
    all[2].minutes = 12;
    assert_int_equal(course_suggest(all, 4, 0x0f, &brings), 0); // as long: in order ..
    assert_int_equal(brings, 0xf0);
    all[0].ended = true; // .. but rather one that was never finished
    assert_int_equal(course_suggest(all, 4, 0x0f, &brings), 2);
    all[2].ended = true;
    assert_int_equal(course_suggest(all, 4, 0x0ff, &brings), 2); // finished, and not all was met
    assert_int_equal(brings, 0xf00);
    assert_int_equal(course_suggest(all, 4, 0xfff, &brings), -1); // everything
    assert_int_equal(brings, 0);
    all[1].ended = false;
    assert_int_equal(course_suggest(all, 4, 0xfff, &brings), 1); // never finished is worth it still
    assert_int_equal(course_suggest(all, 0, 0, NULL), -1);
}

static void test_how_long(void **state)
{
    (void)state;
    assert_int_equal(course_first_kept(1000, 30), 970);
    assert_int_equal(course_first_kept(1000, COURSE_KEEP_ALWAYS), COURSE_NO_DAY);
    assert_int_equal(course_first_kept(1000, -5), COURSE_NO_DAY);
    // A thing is there on its last day and gone on the next.
    for (int keep = 1; keep < 400; keep += 7) {
        assert_true(course_first_kept(500 + keep, keep) <= 500);
        assert_true(course_first_kept(500 + keep + 1, keep) > 500);
    }
    assert_int_equal(course_first_kept(INT32_MIN + 1, 30), COURSE_NO_DAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_are_the_calendars),
        cmocka_unit_test(test_days_as_text),
        cmocka_unit_test(test_a_plan_comes_back),
        cmocka_unit_test(test_a_plan_that_does_not_come_up),
        cmocka_unit_test(test_boosters_on_time),
        cmocka_unit_test(test_boosters_late),
        cmocka_unit_test(test_suggestions),
        cmocka_unit_test(test_how_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
