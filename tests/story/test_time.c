// The clock: several weeks, weekdays without a week, jumps and what falls due in them, nights,
// neglect, what is heard the next day, and the nightly chance that a cover-up comes out.
#include "support/test.h"

#include "base/arena.h"
#include "story/save.h"
#include "story/week.h"

enum { DAY = 1440, NOON = 720 };

#define PROMISE(c)                                                                                 \
    {                                                                                              \
        OP_PROMISE, c, 0, STORY_TIME_NONE                                                          \
    }

static const WeekOption DEEDS[] = {
    { .id = "report", .ops = { PROMISE(REPORT) }, .count = 1 },
    { .id = "lunch", .ops = { PROMISE(LUNCH) }, .count = 1 },
    { .id = "hush", .ops = { PROMISE(HUSH) }, .count = 1 },
    { .id = "repair", .ops = { PROMISE(REPAIR) }, .count = 1 },
    { .id = "loan", .ops = { PROMISE(LOAN) }, .count = 1 },
    { .id = "hour", .ops = { { OP_SPEND, 0, 0, 60 } }, .count = 1 },
    { .id = "minute", .ops = { { OP_SPEND, 0, 0, 1 } }, .count = 1 },
    { .id = "day", .ops = { { OP_SPEND, 0, 0, DAY } }, .count = 1 },
    { .id = "week", .ops = { { OP_SPEND, 0, 0, 7 * DAY } }, .count = 1 },
    { .id = "tired", .ops = { { OP_SPEND, 0, 10000, 0 } }, .count = 1 },
    { .id = "work", .ops = { { OP_WORK, REPORT, 0, 240 } }, .count = 1 },
    { .id = "hide", .ops = { { OP_COVER_UP, REPORT, 0, 0 } }, .count = 1 },
    { .id = "own", .ops = { { OP_OWN_UP, REPORT, 0, 0 } }, .count = 1 },
    { .id = "tell", .ops = { { OP_TELL, LUNCH, 0, 0 } }, .count = 1 },
    { .id = "later", .ops = { { OP_MOVE, LUNCH, 0, 3 * DAY + 13 * 60 } }, .count = 1 },
    { .id = "move", .ops = { { OP_MOVE, REPORT, 0, STORY_TIME_NONE } }, .count = 1 },
    { .id = "seen", .seen_by = 1 << CLEO, .ops = { { OP_WORK, REPORT, 0, 240 } }, .count = 1 },
    { .id = "jump", .seen_by = 1 << CLEO, .go = "friday" },
    { .id = "end", .ops = { { OP_ENDING, 0, 0, 0 } }, .count = 1 },
};

static Scenario *sc;

static int set_up(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, DEEDS, (int)(sizeof DEEDS / sizeof *DEEDS));
    week_loop(b, "friday", WEEK_ON(4, 9), DEEDS, (int)(sizeof DEEDS / sizeof *DEEDS));
    week_over(b);
    sc = week_finish(b);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scenario_free(sc);
    return 0;
}

static void expect_due(const char *way, int commitment, int32_t due)
{
    StoryHistory h;
    week_walk(&h, sc, way);
    assert_int_equal(play_commitment_c(sc, h.now, commitment)->due_minute, due);
    history_close(&h);
}

static void test_weekdays(void **state)
{
    (void)state;
    expect_due("report", REPORT, DAY + NOON);             // Monday: tomorrow noon
    expect_due("day,report", REPORT, DAY + NOON);         // Tuesday 09:00: today
    expect_due("day,day,report", REPORT, 8 * DAY + NOON); // Wednesday: next week's
    // Tuesday 13:00: the day is not past, only the hour. It is too late, not a week early.
    expect_due("day,hour,hour,hour,hour,report", REPORT, DAY + NOON);
    expect_due("week,day,day,report", REPORT, 8 * DAY + NOON); // the last one there is
    expect_due("week,day,day,day,repair", REPAIR,
               9 * DAY + 15 * 60); // with a week: as it is written
}

static void test_weekend(void **state)
{
    (void)state;
    StoryHistory h;
    week_walk(&h, sc, "day,day,day,day,tired");
    assert_int_equal(h.now->day, 4);
    assert_int_equal(h.now->energy, 0);
    history_close(&h);
    week_walk(&h, sc, "day,day,day,day,tired,day"); // Saturday
    assert_int_equal(h.now->day, 4);
    assert_int_equal(h.now->energy, 0);
    history_close(&h);
    week_walk(&h, sc, "day,day,day,day,tired,day,day,day"); // Monday: one night of a working day
    assert_int_equal(h.now->day, 5);
    assert_int_equal(h.now->energy, 5000);
    history_close(&h);
}

static void test_jump(void **state)
{
    (void)state;
    StoryHistory h;
    week_walk(&h, sc, "repair,loan,lunch,report,jump");
    // in the order of their times, whatever the order of promising or declaring; the meeting ten
    // minutes later
    static const struct {
        int commitment, minute;
    } wanted[] = { { REPORT, DAY + NOON },
                   { LUNCH, DAY + 13 * 60 + 10 },
                   { LOAN, 2 * DAY + NOON } };
    for (int i = 0; i < 3; i++) {
        const StoryEvent *event = week_event(&h, EVENT_SETTLED, i);
        assert_int_equal(event->what, wanted[i].commitment);
        assert_int_equal(event->minute, wanted[i].minute);
        assert_int_equal(play_commitment_c(sc, h.now, event->what)->settled, i + 1);
    }
    assert_null(week_event(&h, EVENT_SETTLED, 3));
    assert_int_equal(week_event(&h, EVENT_DAY, 0)->minute, DAY);
    assert_int_equal(week_event(&h, EVENT_SCENE, 1)->minute, 4 * DAY + 9 * 60); // when it begins
    const StoryEvent *time = week_event(&h, EVENT_TIME, 0);
    assert_int_equal(time->a, 9 * 60);
    assert_int_equal(time->b, 4 * DAY + 9 * 60);
    history_close(&h);
}

static void test_ties(void **state)
{
    (void)state;
    Builder *b = week_small();
    builder_commitment_at(b, REPAIR)->due = DAY + NOON;
    builder_commitment_at(b, HUSH)->due = DAY + NOON;
    week_loop(b, "start", STORY_TIME_NONE, DEEDS, 8);
    week_over(b);
    Scenario *ties = week_finish(b);
    StoryHistory h;
    week_walk(&h, ties, "repair,hush,report,day,day");
    assert_int_equal(week_event(&h, EVENT_SETTLED, 0)->what, REPORT);
    assert_int_equal(week_event(&h, EVENT_SETTLED, 1)->what, HUSH);
    assert_int_equal(week_event(&h, EVENT_SETTLED, 2)->what, REPAIR);
    history_close(&h);
    scenario_free(ties);
}

static void test_grace(void **state)
{
    (void)state;
    const char *at_one = "lunch,day,hour,hour,hour,hour"; // Tuesday 13:00
    StoryHistory h;
    char way[256];
    week_walk(&h, sc, at_one);
    assert_int_equal(week_state(&h, LUNCH), STATE_OPEN);
    history_close(&h);
    // a new date is agreed before the due time, and so is a warning given
    snprintf(way, sizeof way, "%s,later", at_one);
    week_walk(&h, sc, way);
    assert_int_equal(week_state(&h, LUNCH), STATE_OPEN);
    assert_non_null(week_event(&h, EVENT_REFUSED, 0));
    history_close(&h);
    snprintf(way, sizeof way, "%s,tell,hour", at_one);
    week_walk(&h, sc, way);
    assert_int_equal(week_state(&h, LUNCH), STATE_MISSED);
    history_close(&h);
    snprintf(way, sizeof way, "%s,minute,minute,minute,minute,minute,minute,minute,minute,minute",
             at_one);
    week_walk(&h, sc, way); // 13:09
    assert_int_equal(week_state(&h, LUNCH), STATE_OPEN);
    history_close(&h);
    week_walk(&h, sc, "lunch,day,hour,hour,hour,later");
    assert_int_equal(week_state(&h, LUNCH), STATE_MOVED);
    history_close(&h);
}

static void test_done_before_promised(void **state)
{
    (void)state;
    StoryHistory h;
    week_walk(&h, sc, "work,report");
    assert_int_equal(week_state(&h, REPORT), STATE_OPEN); // nothing for the promise alone
    history_close(&h);
    week_walk(&h, sc, "work,report,day,day");
    assert_int_equal(week_state(&h, REPORT), STATE_KEPT);
    history_close(&h);
}

static void test_new_date(void **state)
{
    (void)state;
    expect_due("report,move", REPORT, 2 * DAY + 10 * 60);      // the second morning from now
    expect_due("report,move,move", REPORT, 3 * DAY + 10 * 60); // later than the one before
    expect_due("day,report,move", REPORT, 3 * DAY + 10 * 60);
    expect_due("week,day,report,move", REPORT, 10 * DAY + 10 * 60);
    // the last evening there is, and then no more: never an earlier date
    const char *late = "week,day,report,move,move,move";
    StoryHistory h;
    week_walk(&h, sc, late);
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->due_minute, 11 * DAY + 17 * 60);
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->moves, 3);
    history_close(&h);
    week_walk(&h, sc, "week,day,report,move,move,move,move");
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->due_minute, 11 * DAY + 17 * 60);
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->moves, 3);
    assert_non_null(week_event(&h, EVENT_REFUSED, 0));
    history_close(&h);
}

static void test_clock_stops(void **state)
{
    (void)state;
    StoryHistory h;
    week_walk(&h, sc, "week,week,week,week,week,week,week,week,week,week");
    assert_int_equal(h.now->clock_minute, STORY_MINUTE_MAX);
    char text[4096];
    Err err = { 0 };
    bool edited = false;
    assert_true(save_write(sc, h.now, text, sizeof text) > 0);
    assert_true(save_read(sc, text, h.now, &edited, &err));
    history_close(&h);
}

static void test_first_scene_before_hours(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_loop(b, "early", 8 * 60, DEEDS, 8);
    week_over(b);
    Scenario *early = week_finish(b);
    StoryHistory h;
    week_walk(&h, early, "");
    assert_int_equal(h.now->clock_minute, 8 * 60);
    history_close(&h);
    scenario_free(early);
}

// ---- weeks --------------------------------------------------------------------------------------

static void test_neglect(void **state)
{
    (void)state;
    StoryHistory h;
    // Ana was in contact in the first week (a promise kept), not in the second; Cleo never was.
    week_walk(&h, sc, "report,work,week");
    TrustState cleo = trust_start(sc->trust);
    trust_apply(sc->trust, &cleo, (TrustEvent){ .kind = TRUST_NEGLECT });
    assert_int_equal(week_trust(&h, CLEO), trust_reading(sc->trust, &cleo));
    TrustState ana = trust_start(sc->trust);
    trust_apply(sc->trust, &ana,
                (TrustEvent){ .kind = TRUST_KEPT, .weight = trust_effort_weight(240) });
    int32_t kept = trust_reading(sc->trust, &ana);
    trust_apply(sc->trust, &ana, (TrustEvent){ .kind = TRUST_WEEK });
    assert_int_equal(week_trust(&h, ANA), trust_reading(sc->trust, &ana));
    assert_int_equal(week_trust(&h, ANA), kept); // rapport was neutral: nothing has changed
    history_close(&h);
}

static void test_neglect_of_what_was_built(void **state)
{
    (void)state;
    Builder *b = week_small();
    Scenario *under = builder_scenario(b);
    under->day_count = 15;
    for (int d = 10; d < 15; d++) {
        under->calendar_day[d] = (uint16_t)(d + 4);
        under->weekday[d] = (uint8_t)(d % 5);
    }
    week_loop(b, "start", STORY_TIME_NONE, DEEDS, (int)(sizeof DEEDS / sizeof *DEEDS) - 2);
    week_over(b);
    Scenario *three = week_finish(b);
    StoryHistory h;
    week_walk(&h, three, "report,work,week,week");
    int32_t once = week_trust(&h, ANA);
    assert_int_equal(h.now->week_day, 14);
    history_close(&h);
    week_walk(&h, three, "report,work,week");
    int32_t built = week_trust(&h, ANA);
    history_close(&h);
    TrustState s = trust_start(three->trust);
    trust_apply(three->trust, &s,
                (TrustEvent){ .kind = TRUST_KEPT, .weight = trust_effort_weight(240) });
    trust_apply(three->trust, &s, (TrustEvent){ .kind = TRUST_WEEK });
    trust_apply(three->trust, &s, (TrustEvent){ .kind = TRUST_NEGLECT });
    assert_int_equal(once, trust_reading(three->trust, &s));
    assert_true(once < built);
    scenario_free(three);
}

// ---- hearing ------------------------------------------------------------------------------------

static void test_hearing(void **state)
{
    (void)state;
    TrustState good = trust_start(sc->trust);
    trust_apply(sc->trust, &good, (TrustEvent){ .kind = TRUST_HEARD_GOOD });
    TrustState bad = trust_start(sc->trust);
    trust_apply(sc->trust, &bad, (TrustEvent){ .kind = TRUST_HEARD_BAD });
    StoryHistory h;
    week_walk(&h, sc, "report,work"); // Ben hears what Ana sees, tomorrow
    assert_int_equal(play_person_c(sc, h.now, BEN)->heard_good, 1);
    assert_null(week_event(&h, EVENT_HEARD, 0));
    history_close(&h);
    week_walk(&h, sc, "report,work,day");
    assert_int_equal(week_trust(&h, BEN), trust_reading(sc->trust, &good));
    assert_int_equal(week_event(&h, EVENT_HEARD, 0)->minute, DAY);
    assert_int_equal(play_person_c(sc, h.now, BEN)->heard_good, 0);
    history_close(&h);
    week_walk(&h, sc, "report,day,day,day");
    assert_int_equal(week_trust(&h, BEN), trust_reading(sc->trust, &bad));
    history_close(&h);
    // what was said is not a deed: owning up is no good news for others
    week_walk(&h, sc, "report,day,hour,hour,hour,own,own,day");
    assert_int_equal(week_trust(&h, BEN), trust_reading(sc->trust, &bad));
    history_close(&h);
}

static void test_witnesses(void **state)
{
    (void)state;
    StoryHistory h;
    week_walk(&h, sc, "report,work");
    assert_int_equal(play_person_c(sc, h.now, CLEO)->heard_good, 0);
    history_close(&h);
    week_walk(&h, sc, "report,seen");
    assert_int_equal(play_person_c(sc, h.now, CLEO)->heard_good, 1);
    assert_int_equal(play_person_c(sc, h.now, ANA)->heard_good, 0); // it was hers
    history_close(&h);
    // a witness of one option does not see the days until the next scene
    week_walk(&h, sc, "report,jump");
    TrustState none = trust_start(sc->trust);
    assert_int_equal(week_state(&h, REPORT), STATE_MISSED);
    assert_int_equal(week_trust(&h, CLEO), trust_reading(sc->trust, &none));
    history_close(&h);
}

// ---- found out ----------------------------------------------------------------------------------

// How many of `plays` were found out after a way.
static int found_after(const char *way, int plays)
{
    int found = 0;
    for (int seed = 1; seed <= plays; seed++) {
        StoryHistory h;
        week_walk_seed(&h, sc, way, (uint64_t)seed);
        found += week_state(&h, REPORT) == STATE_FOUND_OUT;
        history_close(&h);
    }
    return found;
}

static void test_found_odds(void **state)
{
    (void)state;
    // 1 in 6 each night: .167, .306, .421, .518 (four working nights); a weekend is one more
    assert_int_equal(found_after("report,hide", 500), 0);
    assert_in_range(found_after("report,hide,day", 6000), 1000 - 120, 1000 + 120);
    assert_in_range(found_after("report,hide,day,day", 6000), 1833 - 140, 1833 + 140);
    assert_in_range(found_after("report,hide,day,day,day,day", 6000), 3106 - 160, 3106 + 160);
    assert_in_range(found_after("report,hide,week", 6000), 3589 - 160, 3589 + 160);
    // owned up, there is nothing left to find
    assert_int_equal(found_after("report,hide,own,week", 500), 0);
}

static void test_found_is_deception(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 40; seed++) {
        StoryHistory h;
        week_walk_seed(&h, sc, "report,hide,day,day", seed);
        const TrustState *ana = &play_person_c(sc, h.now, ANA)->trust;
        assert_true((week_state(&h, REPORT) == STATE_FOUND_OUT) == (ana->stain > 0));
        history_close(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_weekend),
        cmocka_unit_test(test_jump),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_grace),
        cmocka_unit_test(test_done_before_promised),
        cmocka_unit_test(test_new_date),
        cmocka_unit_test(test_clock_stops),
        cmocka_unit_test(test_first_scene_before_hours),
        cmocka_unit_test(test_neglect),
        cmocka_unit_test(test_neglect_of_what_was_built),
        cmocka_unit_test(test_hearing),
        cmocka_unit_test(test_witnesses),
        cmocka_unit_test(test_found_odds),
        cmocka_unit_test(test_found_is_deception),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
