// Desks, one-on-ones, needs, draws, undo and saves, on the playground.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/playground.h"
#include "story/render.h"
#include "story/save.h"

static Scenario *sc;

static int set_up(void **state)
{
    (void)state;
    sc = playground_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    scenario_free(sc);
    return 0;
}

// The ids that are open after a way, with commas.
static void expect_open(const char *way, const char *wanted)
{
    StoryHistory h;
    playground_walk(&h, sc, way);
    StoryOffer offers[STORY_OFFERS_MAX];
    Err err = { 0 };
    int count = story_offers(sc, h.now, false, offers, &err);
    Text open = { 0 };
    for (int i = 0; i < count; i++) {
        char id[128];
        story_offer_id(sc, h.now, &offers[i], id, (int)sizeof id);
        text_addf(&open, "%s%s", i == 0 ? "" : " ", id);
    }
    assert_string_equal(text_str(&open), wanted);
    text_deinit(&open);
    history_close(&h);
}

static void test_desk_offers(void **state)
{
    (void)state;
    expect_open("desk", "start/desk.talk_maya start/desk.rest");
    expect_open("promise_brief,promise_secret,desk",
                "start/desk.work_brief start/desk.talk_maya start/desk.rest start/desk.tell_brief "
                "start/desk.move_brief");
    // said once a day, and it takes no time
    expect_open("promise_brief,desk,tell_brief",
                "start/desk.work_brief start/desk.talk_maya start/desk.rest start/desk.move_brief");
    expect_open("promise_brief,desk,move_brief", // agreed anew: it is not late today
                "start/desk.work_brief start/desk.talk_maya start/desk.rest");
}

static void test_desk_slots(void **state)
{
    (void)state;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,desk,work_brief");
    assert_int_equal(h.now->clock_minute, MON + 11 * 60);
    assert_int_equal(play_commitment_c(sc, h.now, BRIEF)->done_minutes, 120);
    assert_int_equal(h.now->energy, 9000); // two hours at .5
    history_close(&h);
    playground_walk(&h, sc, "promise_brief,desk,work_brief,work_brief"); // 13:00: the desk is over
    assert_int_equal(story_pause(sc, h.now), PAUSE_CHOICE);
    assert_int_equal(playground_state(&h, BRIEF), STATE_KEPT);
    history_close(&h);
    playground_walk(&h, sc, "desk,rest,rest");
    assert_int_equal(h.now->clock_minute, MON + 13 * 60);
    history_close(&h);
    playground_walk(&h, sc, "hour,desk,rest"); // the second slot is cut at the end
    assert_int_equal(h.now->slot_end, MON + 13 * 60);
    history_close(&h);
}

static void test_energy(void **state)
{
    (void)state;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,work,desk,rest"); // 9,000 and rest: full, not more
    assert_int_equal(h.now->energy, 10000);
    history_close(&h);
    playground_walk(&h, sc,
                    "hour,hour,hour,hour,hour,hour,hour,work"); // 16:00 to 18:00: an hour over
    assert_int_equal(h.now->energy, 10000 - 500 - 1000);
    history_close(&h);
    playground_walk(&h, sc,
                    "talk,theirs,listen,question,talk,theirs,listen,question,talk,theirs,listen,"
                    "question,talk,theirs,listen,question,day");
    assert_int_equal(h.now->energy, 7000); // four heavy talks leave 2, the night gives half of 10
    history_close(&h);
}

static void test_talk(void **state)
{
    (void)state;
    expect_open("talk", "start.theirs start.shared start.mine");
    expect_open("talk,theirs", "start.listen start.question start.steer");
    expect_open("talk,theirs,listen", "start.question start.steer");
    StoryHistory h;
    playground_walk(&h, sc, "talk,theirs,listen,question");
    assert_int_equal(story_pause(sc, h.now), PAUSE_CHOICE);
    assert_int_equal(h.now->clock_minute, MON + 10 * 60);
    int32_t heard_out = play_person_c(sc, h.now, MAYA)->trust.rapport;
    assert_true((play_person_c(sc, h.now, MAYA)->flags & PERSON_LANTERN) != 0);
    history_close(&h);
    playground_walk(&h, sc, "talk,mine,steer,question");
    int32_t steered = play_person_c(sc, h.now, MAYA)->trust.rapport;
    assert_true((play_person_c(sc, h.now, MAYA)->flags & PERSON_LANTERN) == 0);
    assert_true(heard_out > 500000);
    assert_true(steered < 500000);
    history_close(&h);
    // a one-on-one with her at the hour of the call is the call
    playground_walk(&h, sc, "promise_call,day,hour,hour,hour,hour,hour,hour,talk");
    assert_int_equal(playground_state(&h, CALL), STATE_KEPT);
    history_close(&h);
}

static const char *last_line(const StoryHistory *h)
{
    for (int i = h->journal.count - 1; i >= 0; i--) {
        if (h->journal.events[i].kind == EVENT_SAID) {
            return scenario_text(sc, (TextId)h->journal.events[i].a);
        }
    }
    return "";
}

static void expect_need(const char *way, const char *line, int hesitations)
{
    StoryHistory h;
    playground_walk(&h, sc, way);
    assert_string_equal(last_line(&h), line);
    int n = 0;
    for (int i = 0; i < h.journal.count; i++) {
        n += h.journal.events[i].kind == EVENT_NEED && h.journal.events[i].b == BRIDGE_HESITATES;
    }
    assert_int_equal(n, hesitations);
    history_close(&h);
}

static void test_need(void **state)
{
    (void)state;
    // .66 for .75: she hesitates; being plain brings the threshold to .70, which is not enough
    expect_need("high,plain", "No.", 1);
    expect_need("high,push", "No.", 1);
    // a date moved, then kept: .73; plain carries, pushing does not
    expect_need("promise_brief,move,work,work,high,plain", "Coming.", 1);
    expect_need("promise_brief,move,work,work,high,push", "No.", 1);
    // a miss: no hesitation at all
    expect_need("promise_brief,day,hour,hour,hour,high", "No.", 0);
    // and a good record: no hesitation either
    expect_need("promise_brief,work,work,promise_call,attend,day,talk,theirs,listen,question,high",
                "Coming.", 0);
}

static void test_draws(void **state)
{
    (void)state;
    // The same seed draws the same; over many seeds one in four; undo does not redraw.
    int rare = 0;
    Err err = { 0 };
    for (uint64_t seed = 0; seed < 4000; seed++) {
        StoryHistory h;
        int done = 0;
        assert_true(history_open(&h, sc, seed, &err));
        assert_true(history_walk(&h, "chance", &done, &err));
        int first = play_number(sc, h.now, 0);
        assert_true(history_undo(&h));
        assert_true(history_walk(&h, "chance", &done, &err));
        assert_int_equal(play_number(sc, h.now, 0), first);
        rare += first == 3;
        history_close(&h);
    }
    assert_in_range(rare, 900, 1100);
    // in a scene that comes again, a draw may fall otherwise
    int changed = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        StoryHistory h;
        int done = 0;
        assert_true(history_open(&h, sc, seed, &err));
        assert_true(history_walk(&h, "chance", &done, &err));
        int first = play_number(sc, h.now, 0);
        assert_true(history_walk(&h, "again,chance", &done, &err));
        changed += play_number(sc, h.now, 0) != first;
        history_close(&h);
    }
    assert_in_range(changed, 100, 200); // 2 * 1/4 * 3/4 of 400 is 150
}

static void test_undo(void **state)
{
    (void)state;
    StoryHistory h;
    Err err = { 0 };
    assert_true(history_open(&h, sc, 7, &err));
    uint64_t hashes[64];
    int events[64];
    uint64_t stream = 99;
    for (int i = 0; i < 64 && story_pause(sc, h.now) != PAUSE_ENDED; i++) {
        hashes[i] = play_hash(sc, h.now);
        events[i] = h.journal.count;
        StoryOffer offers[STORY_OFFERS_MAX];
        int n = story_offers(sc, h.now, false, offers, &err);
        assert_true(n > 0);
        StoryOffer offer = offers[random_below(&stream, (uint32_t)n)];
        assert_true(history_choose(&h, &offer, &err));
    }
    for (int i = h.count - 1; i >= 0; i--) {
        assert_true(history_undo(&h));
        assert_true(play_hash(sc, h.now) == hashes[i]);
        assert_int_equal(h.journal.count, events[i]);
    }
    assert_false(history_undo(&h));
    history_close(&h);
}

// Random plays; every state is saved, read back and compared, and refused when it is cut short.
static void test_save(void **state)
{
    (void)state;
    Playthrough *back = mem_alloc(sc->play_size);
    char text[4096];
    Err err = { 0 };
    uint64_t stream = 5;
    for (int play = 0; play < 200; play++) {
        StoryHistory h;
        assert_true(history_open(&h, sc, (uint64_t)play, &err));
        for (int i = 0; i < 40 && story_pause(sc, h.now) != PAUSE_ENDED; i++) {
            size_t size = save_write(sc, h.now, text, sizeof text);
            assert_in_range(size, 1, SAVE_MAX);
            bool edited = true;
            if (!save_read(sc, text, back, &edited, &err)) {
                fail_msg("%s\n%s", err.message, text);
            }
            assert_false(edited);
            assert_true(back->seed == h.now->seed);
            assert_true(play_equal(sc, back, h.now));
            text[size - 4 - random_below(&stream, (uint32_t)size - 8)] = '\0';
            assert_false(save_read(sc, text, back, &edited, &err));
            StoryOffer offers[STORY_OFFERS_MAX];
            int n = story_offers(sc, h.now, false, offers, &err);
            StoryOffer offer = offers[random_below(&stream, (uint32_t)n)];
            assert_true(history_choose(&h, &offer, &err));
        }
        history_close(&h);
    }
    mem_free(back);
}

static void test_save_of_an_edited_scenario(void **state)
{
    (void)state;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,work");
    char text[4096];
    assert_true(save_write(sc, h.now, text, sizeof text) > 0);
    Builder *b = playground_builder();
    builder_scenario(b)->version = 2;
    Err err = { 0 };
    Scenario *other = builder_finish(b, &err);
    bool edited = false;
    Playthrough *back = mem_alloc(other->play_size);
    assert_true(save_read(other, text, back, &edited, &err));
    assert_true(edited);
    assert_int_equal(play_commitment_c(other, back, BRIEF)->done_minutes, 120);
    mem_free(back);
    scenario_free(other);
    history_close(&h);
}

static void test_texts(void **state)
{
    (void)state;
    StoryHistory h;
    playground_walk(&h, sc, "promise_brief,desk");
    Text out = { 0 };
    render_due(sc, TUE + 12 * 60, &out);
    assert_string_equal(text_str(&out), "Tuesday 12:00");
    text_clear(&out);
    render_clock(sc, h.now->clock_minute, &out);
    assert_string_equal(text_str(&out), "Monday, 09:00");
    text_clear(&out);
    render_state(sc, h.now, BRIEF, &out);
    assert_string_equal(text_str(&out), "due Tue 12:00");
    text_clear(&out);
    StoryOffer tell = { .kind = OFFER_TELL, .x = BRIEF };
    render_offer(sc, h.now, &tell, &out);
    assert_string_equal(text_str(&out), "Tell Maya: brief will be late.");
    text_clear(&out);
    render_bridge(sc, h.now, MAYA, &out);
    assert_string_equal(text_str(&out), "Maya: sound. All planks lie, 1 still to do.");
    char bad[32];
    assert_true(render_check(sc, "{maya.first} {brief.due} {who} {{x} {clock}", bad, sizeof bad));
    assert_false(render_check(sc, "Hello {mya}.", bad, sizeof bad));
    assert_string_equal(bad, "mya");
    assert_false(render_check(sc, "Hello {maya", bad, sizeof bad));
    text_deinit(&out);
    history_close(&h);
}

static void test_ways(void **state)
{
    (void)state;
    StoryHistory h;
    Err err = { 0 };
    int done = 0;
    assert_true(history_open(&h, sc, 1, &err));
    assert_false(history_walk(&h, "promise_brief,fly", &done, &err));
    assert_int_equal(done, 1);
    assert_non_null(strstr(err.message, "\"fly\" is not open here"));
    assert_true(history_walk(&h, " start.hour , 19", &done, &err)); // whole ids and numbers
    assert_int_equal(h.now->clock_minute, MON + 11 * 60);
    assert_true(history_walk(&h, "end", &done, &err));
    assert_int_equal(story_pause(sc, h.now), PAUSE_ENDED);
    assert_false(history_walk(&h, "hour", &done, &err));
    history_close(&h);
}

static void test_endless_loop(void **state)
{
    (void)state;
    Builder *b = builder_new("loop");
    builder_file(b, "loop.lua");
    playground_people(b);
    builder_scene(b, (StoryScene){ .id = "a", .at = STORY_TIME_NONE, .position = { 0, 7 } });
    builder_go(b, "b", (StoryPosition){ 0, 8 });
    builder_scene_end(b);
    builder_scene(b, (StoryScene){ .id = "b", .at = STORY_TIME_NONE, .position = { 0, 9 } });
    builder_go(b, "a", (StoryPosition){ 0, 10 });
    builder_scene_end(b);
    Err err = { 0 };
    Scenario *loop = builder_finish(b, &err);
    assert_non_null(loop);
    StoryHistory h;
    assert_false(history_open(&h, loop, 1, &err));
    assert_non_null(strstr(err.message, "in a circle"));
    assert_true(err.line >= 7 && err.line <= 10);
    scenario_free(loop);
}

static void test_unknown_scene(void **state)
{
    (void)state;
    Builder *b = builder_new("gone");
    builder_file(b, "gone.lua");
    playground_people(b);
    builder_scene(b, (StoryScene){ .id = "a", .at = STORY_TIME_NONE });
    builder_go(b, "nowhere", (StoryPosition){ 0, 3 });
    builder_scene_end(b);
    Err err = { 0 };
    assert_null(builder_finish(b, &err));
    assert_non_null(strstr(err.message, "nowhere"));
    assert_int_equal(err.line, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_desk_offers),
        cmocka_unit_test(test_desk_slots),
        cmocka_unit_test(test_energy),
        cmocka_unit_test(test_talk),
        cmocka_unit_test(test_need),
        cmocka_unit_test(test_draws),
        cmocka_unit_test(test_undo),
        cmocka_unit_test(test_save),
        cmocka_unit_test(test_save_of_an_edited_scenario),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_ways),
        cmocka_unit_test(test_endless_loop),
        cmocka_unit_test(test_unknown_scene),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
