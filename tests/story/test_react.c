// Reactions, who raised what, planks in their order; and places where nothing can be chosen.
#include "support/test.h"

#include "story/edges.h"

static int said(const char *text)
{
    int n = 0;
    for (int i = 0; i < h.journal.count; i++) {
        const StoryEvent *event = &h.journal.events[i];
        n += event->kind == EVENT_SAID && strcmp(scenario_text(sc, (TextId)event->a), text) == 0;
    }
    return n;
}

// A loop in which Ana and Ben are present.
static Builder *reactions(void)
{
    Builder *b = week_small();
    builder_person_at(b, ANA)->lines.apology = builder_text(b, "Thank you for saying it.");
    builder_person_at(b, ANA)->lines.owned_up = builder_text(b, "Better you than somebody else.");
    static WeekOption options[COUNT(START)];
    memcpy(options, START, sizeof START);
    for (int i = 8; i < 13; i++) {
        options[i].go = "start";
    }
    builder_scene(b, (StoryScene){ .id = "start",
                                   .at = STORY_TIME_NONE,
                                   .notes = -1,
                                   .present = 1 << ANA | 1 << BEN,
                                   .position = { 0, 1 } });
    int back = builder_here(b);
    week_choice(b, options, COUNT(START));
    week_op(b, OP_GO, 0, back, 0);
    builder_scene_end(b);
    return b;
}

static bool raised(int person)
{
    return (play_person_c(sc, h.now, person)->flags & PERSON_RAISED) != 0;
}

static void test_who_raises_what(void **state)
{
    (void)state;
    Builder *b = reactions();
    int any = builder_conds(b, 2);
    builder_set_cond(b, any, (StoryCond){ COND_MISSED, LUNCH, 0, 0 });
    builder_set_cond(b, any + 1, (StoryCond){ COND_MISSED, REPAIR, 0, 0 });
    week_whenever(b, week_cond(b, COND_HOURS, 0, 0, 0), ANA, false, "Coffee?");
    week_whenever(b, week_cond(b, COND_ANY, 2, any, 0), BEN, false, "I waited.");
    play(b, "report,day,hour,hour,hour,hour,back"); // Ana's other line is not about the report
    assert_int_equal(said("Coffee?"), 1);
    assert_int_equal(said("I see."), 1); // her plain line is
    assert_true(raised(ANA));
    again("report,day,hour,hour,hour,hour,own"); // before she came to it
    assert_int_equal(week_state(&h, REPORT), STATE_OWNED_UP);
    assert_false(raised(ANA));
    assert_int_equal(said("Better you than somebody else."), 1);
    again("report,day,hour,hour,hour,hour,apology");
    assert_int_equal(said("Thank you for saying it."), 1);
    // Ben's line speaks of either; said once, his plain line speaks of the other
    again("lunch,repair,day,day,back");
    assert_int_equal(said("I waited."), 1);
    assert_int_equal(said("I see."), 0);
    again("lunch,repair,day,day,back,day,day,day,day,day,day,day,day,back");
    assert_int_equal(week_state(&h, REPAIR), STATE_MISSED);
    assert_int_equal(said("I waited."), 1);
    assert_int_equal(said("I see."), 1);
    done();
    // a line about what was kept raises nothing
    b = reactions();
    builder_person_at(b, BEN)->reply = 0;
    week_whenever(b, week_cond(b, COND_KEPT, REPAIR, 0, 0), BEN, false, "It runs.");
    play(b, "lunch,kept,day,day,back");
    assert_int_equal(said("It runs."), 1);
    assert_int_equal(week_state(&h, LUNCH), STATE_MISSED);
    assert_false(raised(BEN));
    done();
}

static void test_planks_in_the_order_of_promising(void **state)
{
    (void)state;
    Builder *b = reactions();
    play(b, "repair,lunch"); // declared the other way round
    BridgeCondition bridge;
    story_bridge(sc, h.now, BEN, &bridge);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].id, REPAIR);
    assert_int_equal(bridge.planks[bridge_disc_plank(2)].id, LUNCH);
    again("lunch,repair");
    story_bridge(sc, h.now, BEN, &bridge);
    assert_int_equal(bridge.planks[bridge_disc_plank(1)].id, LUNCH);
    done();
}

static void test_nothing_open(void **state)
{
    (void)state;
    Builder *b = week_small();
    int rain = week_cond(b, COND_FLAG, 0, WEEK_RAIN, 0) + 1;
    const WeekOption stuck[] = { { .id = "swim", .when = rain },
                                 { .id = "dear", .cost_energy = 5000 } };
    const WeekOption start[] = { START[6], { .id = "stuck", .go = "stuck" } };
    week_loop(b, "start", STORY_TIME_NONE, start, 2);
    week_loop(b, "stuck", STORY_TIME_NONE, stuck, 2);
    play(b, "stuck");
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    assert_int_equal(story_offers(sc, h.now, false, offers, &err), 1);
    assert_int_equal(err.kind, ERR_NONE);
    again("tired,stuck");
    assert_int_equal(story_offers(sc, h.now, true, offers, &err), 0);
    assert_int_equal(err.kind, ERR_INPUT);
    assert_non_null(strstr(err.message, "no option is open here in scene \"stuck\""));
    assert_string_equal(err.file, "week.lua");
    assert_int_equal(err.line, 1);
    assert_true(err.fix[0] != '\0');
    int taken = 0;
    assert_false(history_walk(&h, "dear", &taken, &err));
    assert_non_null(strstr(err.message, "choice 3: no option is open here"));
    done();
}

static void test_after_the_end(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
    play(b, "");
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    assert_int_equal(story_offers(sc, h.now, false, offers, &err), 0);
    assert_int_equal(err.kind, ERR_NONE);
    int events = h.journal.count;
    assert_false(story_choose(sc, h.now, &offers[0], &h.journal, &err));
    assert_int_equal(h.journal.count, events);
    done();
}

static void test_nothing_to_come_back_to(void **state)
{
    (void)state;
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    week_op(b, OP_RETURN, 0, 0, 0);
    builder_scene_end(b);
    week_over(b);
    sc = week_finish(b);
    Err err = { 0 };
    assert_false(history_open(&h, sc, 1, &err));
    assert_non_null(strstr(err.message, "nothing to come back to"));
    scenario_free(sc);
}

// Somebody who speaks in an answer only is taken to be there, unless the author says who is.
static void test_who_is_said_to_be_there(void **state)
{
    (void)state;
    for (int told = 0; told < 2; told++) {
        Builder *b = week_small();
        builder_scene(b, (StoryScene){ .id = "start",
                                       .at = STORY_TIME_NONE,
                                       .notes = -1,
                                       .present = 1 << BEN,
                                       .told_present = told == 1,
                                       .position = { 0, 1 } });
        int back = builder_here(b);
        static const WeekOption options[] = {
            { .id = "report", .ops = { PROMISE(REPORT) }, .count = 1 },
            { .id = "day", .ops = { { OP_SPEND, 0, 0, 2 * DAY } }, .count = 1 },
            { .id = "ring", .ops = { { OP_LINE, ANA, 0, 1 } }, .count = 1 },
            { .id = "back", .go = "start" },
        };
        week_choice(b, options, COUNT(options));
        week_op(b, OP_GO, 0, back, 0);
        builder_scene_end(b);
        play(b, "report,day,back");
        assert_int_equal(said("I see."), told == 1 ? 0 : 1); // Ana's plain line about the report
        assert_int_equal(raised(ANA), told == 0);
        done();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_raises_what),
        cmocka_unit_test(test_planks_in_the_order_of_promising),
        cmocka_unit_test(test_nothing_open),
        cmocka_unit_test(test_after_the_end),
        cmocka_unit_test(test_nothing_to_come_back_to),
        cmocka_unit_test(test_who_is_said_to_be_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
