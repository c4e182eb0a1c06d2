// Texts as the player reads them: days with and without weeks, fills, what an offer and a state
// say.
#include "support/test.h"

#include "base/arena.h"
#include "story/render.h"
#include "story/week.h"

static Scenario *sc;
static StoryHistory h;
static Text out;

static int set_up(void **state)
{
    (void)state;
    sc = week_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scenario_free(sc);
    text_deinit(&out);
    return 0;
}

static void expect(const char *wanted)
{
    assert_string_equal(text_str(&out), wanted);
    text_clear(&out);
}

enum { DAY = 1440 };

static void test_days(void **state)
{
    (void)state;
    render_clock(sc, 9 * 60, &out);
    expect("Monday, 09:00");
    render_due(sc, 9 * 60, &out);
    expect("Monday 09:00");
    render_clock(sc, DAY, &out); // what is found out at night
    expect("Tuesday, before dawn");
    render_due(sc, DAY, &out);
    expect("Tuesday before dawn");
    render_clock(sc, DAY + 1, &out);
    expect("Tuesday, 00:01");
    render_clock(sc, 5 * DAY + 61, &out); // nobody works on it
    expect("Saturday, 01:01");
    render_clock(sc, 7 * DAY + 1439, &out);
    expect("Monday, week 2, 23:59");
    render_due(sc, 9 * DAY + 15 * 60, &out);
    expect("Wednesday, week 2, 15:00");
    render_clock(sc, 20 * DAY, &out); // behind the last day
    expect("Sunday, week 2, before dawn"); // the turn of a day
}

static void test_weeks_of_few_days(void **state)
{
    (void)state;
    // Thursday and Tuesday, then nothing for a week, then Tuesday: weeks begin on Monday
    Builder *b = week_builder();
    Scenario *under = builder_scenario(b);
    static const uint16_t calendar[] = { 0, 5, 19 };
    static const uint8_t weekday[] = { 3, 1, 1 };
    under->day_count = 3;
    memcpy(under->calendar_day, calendar, sizeof calendar);
    memcpy(under->weekday, weekday, sizeof weekday);
    Scenario *few = week_finish(b);
    render_due(few, 12 * 60, &out);
    expect("Thursday 12:00");
    render_due(few, 5 * DAY, &out);
    expect("Tuesday, week 2, before dawn");
    render_due(few, 19 * DAY, &out);
    expect("Tuesday, week 4, before dawn");
    scenario_free(few);
    // one week: no numbers
    b = week_builder();
    builder_scenario(b)->day_count = 5;
    Scenario *one = week_finish(b);
    render_clock(one, 4 * DAY, &out);
    expect("Friday, before dawn");
    scenario_free(one);
}

// A scenario whose first line reads like this.
static void text(const char *template_text)
{
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    week_line(b, STORY_NONE, template_text);
    static const WeekOption options[] = {
        { .id = "hour", .ops = { { OP_SPEND, 0, 0, 65 } }, .count = 1 },
        { .id = "report", .ops = { { OP_PROMISE, REPORT, 0, STORY_TIME_NONE } }, .count = 1 },
        { .id = "work", .ops = { { OP_WORK, REPORT, 0, 90 } }, .count = 1 },
    };
    int back = builder_here(b);
    week_choice(b, options, 3);
    week_op(b, OP_GO, 0, back, 0);
    builder_scene_end(b);
    scenario_free(sc);
    sc = week_finish(b);
}

static void render_first(const char *way)
{
    week_walk(&h, sc, way);
    const StoryEvent *said = week_event(&h, EVENT_SAID, 0);
    render_said(sc, h.now, said, &out);
    history_close(&h);
}

static void test_fills(void **state)
{
    (void)state;
    text("{ana} or {ana.name}, {ana.first}, {ana.role}; {report.what}, {report.title}; {{braces}");
    render_first("");
    expect("Ana or Ana, Ana, colleague; report, report; {braces}");
    text("It is {clock}.");
    render_first("");
    expect("It is 09:00.");
    render_first("hour"); // what was said at nine was said at nine
    expect("It is 09:00.");
    text("{report.due}");
    render_first("");
    expect("Tuesday 12:00"); // not promised yet: as it would be now
    render_first("hour,report");
    expect("Tuesday 12:00");
    text("{report.left}");
    render_first("");
    expect("4 hours");
    render_first("work");
    expect("2 and a half hours");
    render_first("work,work");
    expect("an hour");
    render_first("work,work,hour");
    expect("an hour");
    text("{who}");
    render_first("");
    expect("");
}

static void test_lengths(void **state)
{
    (void)state;
    static const struct {
        int effort;
        const char *wanted;
    } lengths[] = { { 20, "20 minutes" }, { 60, "an hour" },    { 90, "an hour and a half" },
                    { 120, "2 hours" },   { 75, "1 h 15 min" }, { 150, "2 and a half hours" } };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        Builder *b = week_small();
        builder_commitment_at(b, REPORT)->effort_minutes = lengths[i].effort;
        week_begin(b, "start", STORY_TIME_NONE);
        week_line(b, STORY_NONE, "{report.left}");
        builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
        builder_scene_end(b);
        week_over(b);
        scenario_free(sc);
        sc = week_finish(b);
        render_first("");
        expect(lengths[i].wanted);
    }
}

static void test_offers_and_states(void **state)
{
    (void)state;
    scenario_free(sc);
    sc = week_new();
    week_walk(&h, sc, "all");
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int n = story_offers(sc, h.now, false, offers, &err);
    static const char *const wanted[] = {
        "Work on report.",
        "Sit down with Ana.",
        "Sit down with Ben.",
        "Choose walk.",
        "Choose errand.",
        "Stop for a while. Eat something.",
        "Tell Ana: report will be late.",
        "Ask Ana for a new date: report.",
        "Tell Ben: lunch will be late.",
        "Ask Ben for a new date: lunch.",
    };
    assert_int_equal(n, sizeof wanted / sizeof *wanted);
    for (int i = 0; i < n; i++) {
        render_offer(sc, h.now, &offers[i], &out);
        expect(wanted[i]);
    }
    render_state(sc, h.now, REPORT, &out);
    expect("due Tue 12:00");
    render_state(sc, h.now, HUSH, &out);
    expect("not promised");
    int taken = 0;
    assert_true(history_walk(&h, "tell_report", &taken, &err));
    render_state(sc, h.now, REPORT, &out);
    expect("will be late, due Tue 12:00");
    assert_true(history_walk(&h, "move_report", &taken, &err));
    render_state(sc, h.now, REPORT, &out);
    expect("moved to Tue 17:00");
    const StoryEvent *said = NULL;
    for (int i = 0; i < h.journal.count; i++) {
        said = h.journal.events[i].kind == EVENT_SAID ? &h.journal.events[i] : said;
    }
    assert_int_equal(said->person, ANA);
    render_said(sc, h.now, said, &out);
    expect("Tuesday 17:00, then.");
    history_close(&h);
}

static void test_marks(void **state)
{
    (void)state;
    render_plain("That is *not* it.", &out);
    expect("That is not it.");
    week_walk(&h, sc, "report");
    render_bridge(sc, h.now, ANA, &out);
    expect("Ana: sound. All planks lie, 1 still to do.");
    history_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_weeks_of_few_days),
        cmocka_unit_test(test_fills),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_offers_and_states),
        cmocka_unit_test(test_marks),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
