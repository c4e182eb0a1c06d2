// One-on-ones and needs: leaving in the middle, agendas, failing conditions, answers, hesitation.
#include "support/test.h"

#include "story/edges.h"

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
    // START names the scene "desk"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_talk_that_is_left),  cmocka_unit_test(test_agenda_that_is_closed),
        cmocka_unit_test(test_failing_conditions), cmocka_unit_test(test_answers_in_a_talk),
        cmocka_unit_test(test_hesitation),         cmocka_unit_test(test_who_is_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
