// A story that begins when a promise is broken already: what was before the first choice is the story's,
// and neither counted, nor called a tactic, nor planned against.
#include "support/test.h"

#include "story/debrief.h"
#include "story/edges.h"

static Debrief d;

static void begin(const char *way)
{
    static const WeekOption options[] = {
        { .id = "repair", .ops = { PROMISE(REPAIR) }, .count = 1 },
        { .id = "mend",
          .ops = { { OP_WORK, REPAIR, 0, 120 }, { OP_DELIVER, REPAIR, 0, 0 } },
          .count = 2 },
        { .id = "lunch", .ops = { PROMISE(LOAN), { OP_SPEND, 0, 0, 8 * DAY } }, .count = 2 },
        { .id = "sorry", .ops = { { OP_APOLOGISE, ANA, 0, TRUST_PART_REGRET } }, .count = 1 },
    };
    Builder *b = week_small();
    week_begin(b, "start", STORY_TIME_NONE);
    week_op(b, OP_PROMISE, REPORT, 0, STORY_TIME_NONE);
    week_op(b, OP_APOLOGISE, ANA, 0, TRUST_PART_REGRET);
    week_op(b, OP_DENY, ANA, 0, 0);
    week_op(b, OP_SPEND, 0, 0, 2 * DAY);
    int back = builder_here(b);
    week_choice(b, options, COUNT(options));
    week_op(b, OP_GO, 0, back, 0);
    builder_scene_end(b);
    play(b, way);
    debrief_init(&d, &h);
}

static void end(void)
{
    debrief_deinit(&d);
    done();
}

static void test_nothing_of_it_is_the_learners(void **state)
{
    (void)state;
    begin("");
    assert_int_equal(week_state(&h, REPORT), STATE_MISSED);
    assert_int_equal(d.plank_count, 1);
    assert_true(d.planks[0].given);
    assert_int_equal(d.given_broken, REPORT);
    assert_int_equal(d.first_broken, -1);
    assert_int_equal(d.promised + d.kept + d.broken, 0);
    assert_int_equal(d.tactics[DEBRIEF_DENIAL].count, 0);
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].count, 0);
    assert_int_equal(d.plan.kind, DEBRIEF_PLAN_NOTHING);
    end();
}

static void test_what_the_learner_does_is(void **state)
{
    (void)state;
    begin("repair,mend,sorry,sorry");
    assert_int_equal(d.promised, 1);
    assert_int_equal(d.kept, 1);
    assert_int_equal(d.broken, 0);
    assert_int_equal(d.given_broken, REPORT);
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].count, 2);
    assert_int_equal(d.tactics[DEBRIEF_APOLOGY].worn, 1);
    assert_int_equal(d.plan.kind, DEBRIEF_PLAN_WORDS); // again, with no deed for her
    end();
    begin("repair,lunch");
    assert_int_equal(d.first_broken, REPAIR); // the first, and of one
    assert_int_equal(d.broken, 1);
    assert_int_equal(d.plan.kind, DEBRIEF_PLAN_SILENT);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_of_it_is_the_learners),
        cmocka_unit_test(test_what_the_learner_does_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
