// links: script
// A play that keeps no lines: the same states at every step as one with a transcript, and the same
// events but what is said. Over thousands of random plays, and where a question could fail.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "script/script.h"
#include "story/playground.h"
#include "story/week.h"

enum { PLAYS = 400, CHOICES = 80 };

typedef struct Pair {
    const Scenario *sc;
    Playthrough *whole, *silent, *without; // a transcript, events only, no journal at all
    StoryJournal all, some;
    int all_at, some_at; // where the last turn began
    long lines, events;
} Pair;

static void open_pair(Pair *pair, const Scenario *sc)
{
    *pair = (Pair){ .sc = sc, .some = { .silent = true } };
    pair->whole = mem_alloc(sc->play_size);
    pair->silent = mem_alloc(sc->play_size);
    pair->without = mem_alloc(sc->play_size);
}

static void close_pair(Pair *pair)
{
    story_journal_deinit(&pair->all);
    story_journal_deinit(&pair->some);
    mem_free(pair->whole);
    mem_free(pair->silent);
    mem_free(pair->without);
}

// After a turn: every byte the same, and every event that is no line.
static void check(Pair *pair)
{
    assert_memory_equal(pair->silent, pair->whole, pair->sc->play_size);
    assert_memory_equal(pair->without, pair->whole, pair->sc->play_size);
    for (; pair->all_at < pair->all.count; pair->all_at++) {
        const StoryEvent *event = &pair->all.events[pair->all_at];
        if (event->kind == EVENT_SAID) {
            pair->lines++;
            continue;
        }
        assert_in_range(pair->some_at, 0, pair->some.count - 1);
        assert_memory_equal(&pair->some.events[pair->some_at], event, sizeof *event);
        pair->some_at++;
        pair->events++;
    }
    assert_int_equal(pair->some_at, pair->some.count);
}

static void play(Pair *pair, uint64_t seed, uint64_t *stream)
{
    const Scenario *sc = pair->sc;
    Err err = { 0 };
    pair->all.count = pair->some.count = pair->all_at = pair->some_at = 0;
    assert_true(story_start(sc, pair->whole, seed, &pair->all, &err));
    assert_true(story_start(sc, pair->silent, seed, &pair->some, &err));
    assert_true(story_start(sc, pair->without, seed, NULL, &err));
    check(pair);
    for (int i = 0; i < CHOICES && story_pause(sc, pair->whole) != PAUSE_ENDED; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        int count = story_offers(sc, pair->whole, false, offers, &err);
        assert_true(count > 0);
        const StoryOffer *offer = &offers[random_below(stream, (uint32_t)count)];
        assert_true(story_choose(sc, pair->whole, offer, &pair->all, &err));
        assert_true(story_choose(sc, pair->silent, offer, &pair->some, &err));
        assert_true(story_choose(sc, pair->without, offer, NULL, &err));
        check(pair);
    }
}

static void play_all(const Scenario *sc)
{
    Pair pair;
    uint64_t stream = 5;
    open_pair(&pair, sc);
    for (uint64_t seed = 1; seed <= PLAYS; seed++) {
        play(&pair, seed, &stream);
    }
    assert_true(pair.lines > PLAYS && pair.events > 10 * PLAYS);
    close_pair(&pair);
}

static void test_playground(void **state)
{
    (void)state;
    Scenario *sc = playground_new();
    play_all(sc);
    scenario_free(sc);
}

static void test_week(void **state)
{
    (void)state;
    Scenario *sc = week_new();
    play_all(sc);
    scenario_free(sc);
}

static void play_folder(const char *folder)
{
    Err err = { 0 };
    Scenario *sc = script_load(folder, NULL, &err);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    play_all(sc);
    scenario_free(sc);
}

static void test_the_sample(void **state)
{
    (void)state;
    play_folder(PLANKWRIGHT_SOURCE "/tests/script/data/second-ladder");
}

static void test_the_late_brief(void **state)
{
    (void)state;
    play_folder(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief");
}

// ---- what is passed over --------------------------------------------------------------------------

typedef struct Passage { // when (cond) { a line } otherwise { a line }; then a flag, and the end
    int begin, flag;
    Scenario *sc;
} Passage;

static bool no_answer(void *context, int function, const Scenario *scenario,
                      const Playthrough *play, bool *out, Err *err)
{
    (void)context, (void)function, (void)scenario, (void)play, (void)out;
    return err_set(err, ERR_INPUT, "the question has no answer");
}

static Passage passage(StoryCondKind kind, bool negated)
{
    Passage it;
    Builder *b = builder_new("passage");
    Scenario *sc = builder_scenario(b);
    sc->day_count = 1;
    sc->lua_condition = no_answer;
    builder_file(b, "passage.lua");
    playground_people(b);
    int cond = builder_cond(b, (StoryCond){ (uint8_t)kind, 0, 0, 0 });
    if (negated) {
        cond = builder_cond(b, (StoryCond){ COND_NO, 0, (uint16_t)cond, 0 });
    }
    int ending = builder_ending(b, (StoryEnding){ .id = "over", .title = builder_text(b, "Over") });
    builder_scene(
        b, (StoryScene){ .id = "start", .at = STORY_TIME_NONE, .notes = -1, .position = HERE });
    it.begin = playground_op(b, OP_UNLESS, 0, 0, cond);
    playground_op(b, OP_LINE, MAYA, 0, (int32_t)builder_text(b, "Yes."));
    int over = playground_op(b, OP_GO, 0, 0, 0);
    builder_op_at(b, it.begin)->b = (uint16_t)builder_here(b);
    playground_op(b, OP_LINE, MAYA, 0, (int32_t)builder_text(b, "No."));
    builder_op_at(b, over)->b = (uint16_t)builder_here(b);
    it.flag = playground_op(b, OP_FLAG, 1, 0, 0);
    playground_op(b, OP_ENDING, 0, ending, 0);
    builder_scene_end(b);
    builder_ending_at(b, ending)->op = (uint16_t)builder_here(b);
    playground_op(b, OP_END, 0, ending, 0);
    Err err = { 0 };
    it.sc = builder_finish(b, &err);
    if (it.sc == NULL) {
        fail_msg("%s", err.message);
    }
    return it;
}

static void test_a_question_about_lines_is_not_asked(void **state)
{
    (void)state;
    Passage it = passage(COND_FLAG, false);
    assert_int_equal(it.sc->silent_leads[it.begin], it.flag);
    assert_int_equal(it.sc->leads[it.begin], it.begin);
    scenario_free(it.sc);
}

static void test_a_question_that_may_fail_is_asked(void **state)
{
    (void)state;
    for (int negated = 0; negated < 2; negated++) {
        Passage it = passage(COND_LUA, negated != 0);
        assert_int_equal(it.sc->silent_leads[it.begin], it.begin);
        Playthrough *p = mem_alloc(it.sc->play_size);
        StoryJournal silent = { .silent = true };
        Err err = { 0 };
        assert_false(story_start(it.sc, p, 1, &silent, &err));
        assert_non_null(strstr(err.message, "the question has no answer"));
        story_journal_deinit(&silent);
        mem_free(p);
        scenario_free(it.sc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_playground),
        cmocka_unit_test(test_week),
        cmocka_unit_test(test_the_sample),
        cmocka_unit_test(test_the_late_brief),
        cmocka_unit_test(test_a_question_about_lines_is_not_asked),
        cmocka_unit_test(test_a_question_that_may_fail_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
