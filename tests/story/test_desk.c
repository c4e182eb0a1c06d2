// The desk at its edges: what a slot offers and costs, where it ends, options of its own, refusals.
#include "support/test.h"

#include "story/edges.h"

static void play_desk(StoryDesk desk, const WeekOption *own, int count, const char *way)
{
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, 9);
    desk_scene(b, "desk", desk, own, count);
    play(b, way);
}

static void test_six_offers(void **state)
{
    (void)state;
    static const WeekOption own[] = { { .id = "a" }, { .id = "b" }, { .id = "c" }, { .id = "d" } };
    // report, repair, Ana, Ben, one of the own, rest; tell and move stand outside the count
    play_desk(
        (StoryDesk){ .till = WEEK_ON(0, 17), .talk = 1 << ANA | 1 << BEN, .work = ~(uint64_t)0 },
        own, 4, "report,repair,desk");
    assert_string_equal(week_open(&h, false),
                        "desk/desk.work_report desk/desk.work_repair desk/desk.talk_ana "
                        "desk/desk.talk_ben desk/desk.a desk/desk.rest "
                        "desk/desk.tell_report desk/desk.move_report "
                        "desk/desk.tell_repair desk/desk.move_repair");
    // What lacks energy keeps its place: the others do not move up when it is not listed.
    again("report,repair,tired,desk");
    assert_string_equal(week_open(&h, false),
                        "desk/desk.work_report desk/desk.work_repair desk/desk.talk_ana "
                        "desk/desk.talk_ben desk/desk.a desk/desk.rest "
                        "desk/desk.tell_report desk/desk.move_report "
                        "desk/desk.tell_repair desk/desk.move_repair");
    done();
    play_desk((StoryDesk){ .till = WEEK_ON(0, 17), .work = ~(uint64_t)0 }, own, 4,
              "report,repair,tired,desk,a");
    assert_string_equal(week_open(&h, false), "desk/desk.a desk/desk.b desk/desk.c desk/desk.rest "
                                              "desk/desk.tell_report desk/desk.move_report "
                                              "desk/desk.tell_repair desk/desk.move_repair");
    assert_string_equal(week_open(&h, true),
                        "!desk/desk.work_report !desk/desk.work_repair desk/desk.a desk/desk.b "
                        "desk/desk.c desk/desk.rest "
                        "desk/desk.tell_report desk/desk.move_report "
                        "desk/desk.tell_repair desk/desk.move_repair");
    done();
}

// A new date that falls behind the last desk could never be met: then it is the end of that desk.
static void test_new_date_can_be_met(void **state)
{
    (void)state;
    play_desk((StoryDesk){ .till = WEEK_ON(1, 17), .work = ~(uint64_t)0 }, NULL, 0,
              "report,lunch,desk,move_report,move_lunch");
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->due_minute, DAY + 17 * 60);
    assert_int_equal(play_commitment_c(sc, h.now, LUNCH)->due_minute, DAY + 16 * 60); // an hour
    again("report,lunch,desk,move_report,work_report,work_report");
    assert_int_equal(week_state(&h, REPORT), STATE_KEPT);
    done();
    play_desk((StoryDesk){ .till = WEEK_ON(0, 17), .work = ~(uint64_t)0 }, NULL, 0,
              "report,desk,move_report"); // the old date is behind it already
    assert_int_equal(play_commitment_c(sc, h.now, REPORT)->due_minute, 2 * DAY + 10 * 60);
    done();
}

static void test_own_options(void **state)
{
    (void)state;
    static const WeekOption own[] = {
        { .id = "plain" },
        { .id = "dear", .cost_energy = 4000 },
        { .id = "long", .cost_minutes = 180, .cost_energy = 100 },
        { .id = "endless", .cost_minutes = 600 },
        { .id = "short", .cost_minutes = 30 },
    };
    StoryDesk desk = { .till = WEEK_ON(0, 17) };
    play_desk(desk, own, 5, "desk");
    assert_string_equal(week_open(&h, true),
                        "desk/desk.plain desk/desk.dear desk/desk.long !desk/desk.endless "
                        "desk/desk.short desk/desk.rest");
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    story_offers(sc, h.now, true, offers, &err);
    assert_int_equal(offers[0].minutes, 120);
    assert_int_equal(offers[2].minutes, 180);
    assert_int_equal(offers[3].closed, CLOSED_HOURS);
    again("desk,plain"); // the slot as work
    assert_int_equal(h.now->energy, 9000);
    assert_int_equal(h.now->clock_minute, 11 * 60);
    again("desk,dear"); // what its author says instead
    assert_int_equal(h.now->energy, 6000);
    again("desk,long");
    assert_int_equal(h.now->clock_minute, 12 * 60);
    assert_int_equal(h.now->slot_end, 14 * 60);
    again("desk,short"); // an act uses its slot up
    assert_int_equal(h.now->clock_minute, 11 * 60);
    assert_int_equal(h.now->energy, 9750);
    again("tired,desk");
    assert_string_equal(week_open(&h, false),
                        "desk/desk.plain desk/desk.long desk/desk.short desk/desk.rest");
    done();
}

static void test_talk_needs_its_energy(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, 9);
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17), .talk = 1 << ANA }, NULL, 0);
    static const WeekOption hear[] = { { .id = "hear" } };
    int first = week_returning(b, hear, 1);
    int talk = builder_talk(b, (StoryTalk){ .person = ANA,
                                            .rounds = 1,
                                            .meets = STORY_NONE,
                                            .minutes = 60,
                                            .energy = 2000,
                                            .first_option = (uint16_t)first,
                                            .option_count = 1 });
    builder_person_at(b, ANA)->talk = (int16_t)talk;
    play(b, "tired,desk");
    assert_string_equal(week_open(&h, true),
                        "!desk/desk.talk_ana desk/desk.rest"); // 1 left, it needs 2
    again("tired,desk,rest");
    assert_string_equal(week_open(&h, true), "desk/desk.talk_ana desk/desk.rest");
    done();
}

static void test_refused_talk_takes_the_slot(void **state)
{
    (void)state;
    play_desk((StoryDesk){ .till = WEEK_ON(0, 13), .talk = 1 << ANA }, NULL, 0,
              "report,hide,desk,talk_ana");
    assert_non_null(week_event(&h, EVENT_REFUSED, 0));
    assert_int_equal(h.now->clock_minute, 11 * 60);
    assert_int_equal(h.now->energy, 10000);
    assert_string_equal(week_open(&h, false), "desk/desk.talk_ana desk/desk.rest");
    again("report,hide,desk,talk_ana,talk_ana");
    assert_int_equal(story_pause(sc, h.now), PAUSE_ENDED);
    done();
}

static void test_cut_slots(void **state)
{
    (void)state;
    StoryDesk desk = { .till = WEEK_ON(1, 17), .work = ~(uint64_t)0 };
    play_desk(desk, NULL, 0, "lunch,day,hour,hour,hour,desk"); // Tuesday 12:00, lunch at 13:00
    assert_int_equal(h.now->slot_end, DAY + 13 * 60);
    again("lunch,day,hour,hour,hour,desk,rest");
    assert_string_equal(week_open(&h, false), "desk/desk.meet_lunch desk/desk.rest");
    again("lunch,day,hour,hour,hour,desk,rest,meet_lunch");
    assert_int_equal(week_state(&h, LUNCH), STATE_KEPT);
    assert_int_equal(h.now->clock_minute, DAY + 15 * 60); // the slot is that meeting
    again("lunch,day,hour,hour,hour,desk,rest,rest");
    assert_int_equal(week_state(&h, LUNCH), STATE_MISSED);
    // ten minutes before it is due there is no slot to speak of
    again("lunch,day,hour,hour,hour,minutes,minutes,minutes,minutes,minutes,desk");
    assert_int_equal(h.now->clock_minute, DAY + 13 * 60);
    assert_string_equal(week_open(&h, false), "desk/desk.meet_lunch desk/desk.rest");
    done();
}

static void test_till_past_midnight(void **state)
{
    (void)state;
    static const WeekOption own[] = { { .id = "night", .cost_minutes = 240 } };
    Builder *b = week_small();
    builder_scenario(b)->closes_minute = 23 * 60;
    week_loop(b, "start", STORY_TIME_NONE, START, 9);
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 23), .slot_minutes = 600 }, own, 1);
    play(b, "desk,rest");
    assert_int_equal(h.now->clock_minute, 19 * 60);
    again("desk,rest,night"); // 23:00
    assert_int_equal(story_pause(sc, h.now), PAUSE_ENDED);
    done();
    b = week_small();
    builder_scenario(b)->closes_minute = 23 * 60;
    builder_scenario(b)->opens_minute = 11 * 60;
    week_loop(b, "start", STORY_TIME_NONE, START, 9);
    static const WeekOption late[] = {
        { .id = "night", .ops = { { OP_SPEND, 0, 0, 240 } }, .count = 1 }
    };
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 23), .slot_minutes = 600 }, late, 1);
    play(b, "desk,night"); // 21:00 and four hours: Tuesday 01:00, not a week of desk to come
    assert_int_equal(story_pause(sc, h.now), PAUSE_ENDED);
    done();
}

static void test_slots_draw_anew(void **state)
{
    (void)state;
    int changed = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        StoryHistory other;
        Scenario *week = week_new();
        week_walk_seed(&other, week, "nothing,walk", seed);
        int first = play_number(week, other.now, 1);
        Err err = { 0 };
        int taken = 0;
        assert_true(history_walk(&other, "walk", &taken, &err));
        changed += play_number(week, other.now, 1) != first;
        history_close(&other);
        scenario_free(week);
    }
    assert_in_range(changed, 12, 42); // 2 * 1/3 * 2/3 of 60 is 27
}

static void test_at_once_after_a_skipped_slot(void **state)
{
    (void)state;
    Builder *b = week_small();
    builder_commitment_at(b, REPORT)->due = 9 * 60 + 20;
    week_loop(b, "start", STORY_TIME_NONE, START, 9);
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    week_whenever(b, week_cond(b, COND_MISSED, REPORT, 0, 0), STORY_NONE, true, "Too late.");
    play(b, "report,minutes,desk"); // 09:10: the ten minutes to the due time are skipped
    assert_int_equal(h.now->clock_minute, 9 * 60 + 20);
    const StoryEvent *said = week_event(&h, EVENT_SAID, 0);
    assert_non_null(said);
    assert_string_equal(scenario_text(sc, (TextId)said->a), "Too late.");
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_six_offers),
        cmocka_unit_test(test_new_date_can_be_met),
        cmocka_unit_test(test_own_options),
        cmocka_unit_test(test_talk_needs_its_energy),
        cmocka_unit_test(test_refused_talk_takes_the_slot),
        cmocka_unit_test(test_cut_slots),
        cmocka_unit_test(test_till_past_midnight),
        cmocka_unit_test(test_slots_draw_anew),
        cmocka_unit_test(test_at_once_after_a_skipped_slot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
