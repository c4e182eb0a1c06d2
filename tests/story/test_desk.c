// Desks, one-on-ones and needs where they are at their edges: what a slot offers and costs,
// refusals, options of the desk's own, leaving in the middle, reactions, and choices with nothing
// open.
#include "support/test.h"

#include "story/week.h"

enum { DAY = 1440 };

#define PROMISE(c)                                                                                 \
    {                                                                                              \
        OP_PROMISE, c, 0, STORY_TIME_NONE                                                          \
    }
#define COUNT(options) ((int)(sizeof(options) / sizeof *(options)))

// A scene with a desk and these options of its own; then the ending.
static void desk_scene(Builder *b, const char *id, StoryDesk desk, const WeekOption *own, int count)
{
    week_begin(b, id, STORY_TIME_NONE);
    int jump = week_op(b, OP_GO, 0, 0, 0);
    desk.first_option = count > 0 ? (uint16_t)week_returning(b, own, count) : 0;
    desk.option_count = (uint16_t)count;
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    desk.slot_minutes = desk.slot_minutes == 0 ? 120 : desk.slot_minutes;
    week_op(b, OP_DESK, 0, builder_desk(b, desk), 0);
    builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static const WeekOption START[] = {
    { .id = "report", .ops = { PROMISE(REPORT) }, .count = 1 },
    { .id = "lunch", .ops = { PROMISE(LUNCH) }, .count = 1 },
    { .id = "repair", .ops = { PROMISE(REPAIR) }, .count = 1 },
    { .id = "hour", .ops = { { OP_SPEND, 0, 0, 60 } }, .count = 1 },
    { .id = "minutes", .ops = { { OP_SPEND, 0, 0, 10 } }, .count = 1 },
    { .id = "day", .ops = { { OP_SPEND, 0, 0, DAY } }, .count = 1 },
    { .id = "tired", .ops = { { OP_SPEND, 0, 9000, 0 } }, .count = 1 },
    { .id = "hide",
      .ops = { { OP_COVER_UP, REPORT, 0, 0 }, { OP_FOUND_OUT, REPORT, 0, 0 } },
      .count = 2 },
    { .id = "desk", .go = "desk" },
    { .id = "talk", .go = "talk" },
    { .id = "need", .go = "need" },
    { .id = "back", .go = "start" },
    { .id = "stuck", .go = "stuck" },
    { .id = "moves", .ops = { { OP_MOVE, REPORT, 0, 2 * DAY } }, .count = 1 },
    { .id = "apology", .ops = { { OP_APOLOGISE, ANA, 0, TRUST_PART_REGRET } }, .count = 1 },
    { .id = "own", .ops = { { OP_OWN_UP, REPORT, 0, 0 } }, .count = 1 },
    { .id = "clarify", .ops = { { OP_CLARIFY, 0, 0, 0 } }, .count = 1 },
    { .id = "kept",
      .ops = { PROMISE(REPAIR), { OP_WORK, REPAIR, 0, 120 }, { OP_DELIVER, REPAIR, 0, 0 } },
      .count = 3 },
};

static StoryHistory h;
static Scenario *sc;

static void play(Builder *b, const char *way)
{
    week_over(b);
    sc = week_finish(b);
    week_walk(&h, sc, way);
}

static void again(const char *way)
{
    history_close(&h);
    week_walk(&h, sc, way);
}

static void done(void)
{
    history_close(&h);
    scenario_free(sc);
}

// ---- the desk -----------------------------------------------------------------------------------

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

// ---- one-on-ones --------------------------------------------------------------------------------

static void talk_scene(Builder *b, const WeekOption *options, int count, StoryTalk talk)
{
    week_begin(b, "talk", STORY_TIME_NONE);
    int jump = week_op(b, OP_GO, 0, 0, 0);
    talk.first_option = (uint16_t)builder_options(b, count);
    talk.option_count = (uint16_t)count;
    for (int i = 0; i < count; i++) {
        int option = talk.first_option + i;
        week_body(b, option, &options[i]);
        if (options[i].go != NULL && strcmp(options[i].go, "over") == 0) {
            builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
        } else if (options[i].go != NULL) {
            builder_go(b, options[i].go, (StoryPosition){ 0, 1 });
        }
        week_op(b, OP_RETURN, 0, 0, 0);
        builder_option(b, option)->end = (uint16_t)builder_here(b);
    }
    builder_op_at(b, jump)->b = (uint16_t)builder_here(b);
    talk.meets = STORY_NONE;
    talk.minutes = 60;
    talk.rounds = 2;
    week_op(b, OP_TALK, 0, builder_talk(b, talk), 0);
    builder_go(b, "start", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
}

static void test_talk_that_is_left(void **state)
{
    (void)state;
    static const WeekOption options[] = {
        { .id = "hear", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_LISTEN, 0 } }, .count = 1 },
        { .id = "leave", .go = "start" },
        { .id = "enough", .go = "over" },
    };
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, 10);
    talk_scene(b, options, 3, (StoryTalk){ .person = ANA, .energy = 2000 });
    // the playground of this test needs the scene "desk" that START names
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    play(b, "talk,shared,hear,leave");
    assert_int_equal(story_pause(sc, h.now), PAUSE_CHOICE);
    assert_int_equal(h.now->clock_minute, 10 * 60); // an hour has gone by all the same
    assert_int_equal(h.now->energy, 8000);
    const StoryEvent *talked = week_event(&h, EVENT_TALKED, 0);
    assert_non_null(talked);
    assert_int_equal(talked->b, 600000); // heard out, an agenda of both
    assert_int_equal(h.now->depth, 0);
    again("talk,theirs,enough");
    assert_int_equal(story_pause(sc, h.now), PAUSE_ENDED);
    assert_int_equal(h.now->talk_person, STORY_NONE);
    assert_int_equal(week_event(&h, EVENT_TALKED, 0)->b, 200000);
    done();
}

static void test_agenda_that_is_closed(void **state)
{
    (void)state;
    Builder *b = week_small();
    int rain = week_cond(b, COND_FLAG, 0, WEEK_RAIN, 0) + 1;
    const WeekOption options[] = {
        { .id = "yours",
          .when = rain,
          .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_THEIR_AGENDA, 0 } },
          .count = 1 },
        { .id = "points",
          .when = rain,
          .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_MY_AGENDA, 0 } },
          .count = 1 },
        { .id = "hear", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_LISTEN, 0 } }, .count = 1 },
        { .id = "why", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_ASK, 0 } }, .count = 1 },
    };
    week_loop(b, "start", STORY_TIME_NONE, START, 10);
    talk_scene(b, options, 4, (StoryTalk){ .person = ANA });
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    play(b, "talk");
    assert_string_equal(week_open(&h, false), "talk.hear talk.why"); // and not the end of it
    again("talk,hear,why");
    assert_int_equal(week_event(&h, EVENT_TALKED, 0)->b, 900000);
    done();
}

static bool no_answer(void *context, int function, const Scenario *scenario, const Playthrough *p,
                      bool *out, Err *err)
{
    (void)context, (void)function, (void)scenario, (void)p;
    *out = false;
    return err_set(err, ERR_INPUT, "the condition went wrong");
}

static void test_failing_conditions(void **state)
{
    (void)state;
    Builder *b = week_small();
    builder_scenario(b)->lua_condition = no_answer;
    int lua = week_cond(b, COND_LUA, 0, 0, 0) + 1;
    const WeekOption options[] = { { .id = "hear" }, { .id = "why", .when = lua } };
    const WeekOption own[] = { { .id = "walk", .when = lua } };
    week_loop(b, "start", STORY_TIME_NONE, START, 10);
    talk_scene(b, options, 2, (StoryTalk){ .person = ANA });
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, own, 1);
    play(b, "");
    Err err = { 0 };
    int taken = 0;
    assert_false(history_walk(&h, "talk,theirs", &taken, &err));
    assert_int_equal(taken, 1);
    assert_non_null(strstr(err.message, "the condition went wrong"));
    assert_int_equal(story_pause(sc, h.now), PAUSE_TALK); // as if it had not been taken
    again("desk");
    StoryOffer offers[STORY_OFFERS_MAX];
    err = (Err){ 0 };
    assert_int_equal(story_offers(sc, h.now, false, offers, &err), 0);
    assert_string_equal(err.message, "the condition went wrong");
    assert_false(history_walk(&h, "rest", &taken, &err));
    assert_string_equal(err.message, "choice 2: the condition went wrong");
    done();
}

static void test_answers_in_a_talk(void **state)
{
    (void)state;
    // Ana finds out in the middle of it: from then on she answers nothing.
    static const WeekOption options[] = {
        { .id = "slip",
          .ops = { PROMISE(REPORT), { OP_COVER_UP, REPORT, 0, 0 }, { OP_FOUND_OUT, REPORT, 0, 0 } },
          .count = 3 },
        { .id = "why", .ops = { { OP_CLARIFY, 0, 0, 0 }, { OP_LEARN, 0, 0, 1 } }, .count = 2 },
    };
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, COUNT(START) - 6);
    talk_scene(b, options, 2, (StoryTalk){ .person = ANA });
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    week_begin(b, "need", STORY_TIME_NONE);
    builder_go_ending(b, "over", (StoryPosition){ 0, 1 });
    builder_scene_end(b);
    play(b, "talk,theirs,why,slip");
    assert_int_equal(h.now->standards, 1);
    assert_int_equal(h.now->facts, 1);
    again("talk,theirs,slip,why");
    assert_int_equal(h.now->standards, 0);
    assert_int_equal(h.now->facts, 0);
    done();
}

// ---- needs --------------------------------------------------------------------------------------

static void need_scene(Builder *b, int who)
{
    week_begin(b, "need", STORY_TIME_NONE);
    int need = builder_need(b, (StoryNeed){ .who = (uint8_t)who, .stakes = BRIDGE_STAKES_HIGH });
    week_op(b, OP_NEED, 0, need, 0);
    int crosses = builder_here(b);
    week_op(b, OP_TALK_MOVE, STORY_NONE, STORY_LISTEN, 0);
    week_op(b, OP_FLAG, 1, WEEK_RAIN, 0);
    builder_go(b, "start", (StoryPosition){ 0, 1 });
    int hesitates = builder_here(b);
    static const WeekOption answers[] = {
        { .id = "ask", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_ASK, 0 } }, .count = 1 },
        { .id = "push", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_STEER, 0 } }, .count = 1 },
        { .id = "wait" },
    };
    week_choice(b, answers, 3);
    week_op(b, OP_NEED_DECIDE, 0, need, 0);
    int back = builder_here(b);
    builder_go(b, "start", (StoryPosition){ 0, 1 });
    StoryNeed *it = builder_need_at(b, need);
    it->crosses = (uint16_t)crosses;
    it->hesitates = (uint16_t)hesitates;
    it->turns_back = (uint16_t)back;
    builder_scene_end(b);
}

static void play_need(int who, const char *way)
{
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, 12);
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    static const WeekOption options[] = { { .id = "hear" } };
    talk_scene(b, options, 1, (StoryTalk){ .person = ANA });
    need_scene(b, who);
    play(b, way);
}

static void test_hesitation(void **state)
{
    (void)state;
    // Ben is bold: .75 - .05 = .70 against .66; asked, .65
    play_need(1 << BEN, "need,ask");
    assert_int_equal(week_event(&h, EVENT_CROSSED, 0)->a, 1);
    assert_int_equal(week_event(&h, EVENT_NEED, 0)->a, 700000);
    // the question moved the threshold, not his trust; what is said after he came over does
    const StoryEvent *rapport = week_event(&h, EVENT_RAPPORT, 0);
    assert_non_null(rapport);
    assert_int_equal(rapport->what, TRUST_LISTENED);
    assert_null(week_event(&h, EVENT_RAPPORT, 1));
    assert_int_equal(h.now->need_shift, 0); // and nothing of it is left over
    again("need,push");
    assert_int_equal(week_event(&h, EVENT_CROSSED, 0)->a, 0);
    assert_int_equal(h.now->need_shift, 0);
    again("need,wait");
    assert_int_equal(week_event(&h, EVENT_CROSSED, 0)->a, 0);
    assert_true((play_person_c(sc, h.now, BEN)->flags & PERSON_CONTACT) != 0);
    done();
    play_need(1 << CLEO, "need"); // careful: .80, more than .10 away
    assert_int_equal(week_event(&h, EVENT_CROSSED, 0)->a, 0);
    done();
}

static void test_who_is_needed(void **state)
{
    (void)state;
    int ben = 0;
    play_need(1 << BEN | 1 << CLEO, "");
    for (uint64_t seed = 1; seed <= 400; seed++) {
        history_close(&h);
        week_walk_seed(&h, sc, "need", seed);
        ben += h.now->who == BEN;
        assert_true(h.now->who == BEN || h.now->who == CLEO);
    }
    assert_in_range(ben, 150, 250);
    done();
}

// ---- reactions ----------------------------------------------------------------------------------

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

// ---- nothing open -------------------------------------------------------------------------------

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_six_offers),
        cmocka_unit_test(test_own_options),
        cmocka_unit_test(test_talk_needs_its_energy),
        cmocka_unit_test(test_refused_talk_takes_the_slot),
        cmocka_unit_test(test_cut_slots),
        cmocka_unit_test(test_till_past_midnight),
        cmocka_unit_test(test_slots_draw_anew),
        cmocka_unit_test(test_at_once_after_a_skipped_slot),
        cmocka_unit_test(test_talk_that_is_left),
        cmocka_unit_test(test_agenda_that_is_closed),
        cmocka_unit_test(test_failing_conditions),
        cmocka_unit_test(test_answers_in_a_talk),
        cmocka_unit_test(test_hesitation),
        cmocka_unit_test(test_who_is_needed),
        cmocka_unit_test(test_who_raises_what),
        cmocka_unit_test(test_planks_in_the_order_of_promising),
        cmocka_unit_test(test_nothing_open),
        cmocka_unit_test(test_after_the_end),
        cmocka_unit_test(test_nothing_to_come_back_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
