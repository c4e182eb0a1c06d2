// A drill repeats one conversation from a real way there: where it begins and ends, what it did, what
// another try could do otherwise; and the way that it was begun from stays as it is.
#include "support/test.h"

#include "story/drill.h"
#include "story/edges.h"

static const WeekOption MOVES[] = {
    { .id = "hear", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_LISTEN, 0 } }, .count = 1 },
    { .id = "why",
      .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_ASK, 0 }, { OP_LEARN, ANA, 0, 0 } },
      .count = 2 },
    { .id = "plan", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_STEER, 0 } }, .count = 1 },
    { .id = "mind", .ops = { { OP_TALK_MOVE, STORY_NONE, STORY_DEFEND, 0 } }, .count = 1 },
};

static void begin(const char *way)
{
    Builder *b = week_small();
    week_loop(b, "start", STORY_TIME_NONE, START, 10);
    talk_scene(b, MOVES, 4, (StoryTalk){ .person = ANA, .energy = 2000 });
    desk_scene(b, "desk", (StoryDesk){ .till = WEEK_ON(0, 17) }, NULL, 0);
    play(b, way);
}

static void walk(Drill *drill, const char *ids)
{
    while (*ids != '\0') {
        StoryOffer offers[STORY_OFFERS_MAX];
        char name[64];
        size_t n = strcspn(ids, ",");
        snprintf(name, sizeof name, "%.*s", (int)n, ids);
        const StoryHistory *at = &drill->history;
        int count = story_offers(sc, at->now, false, offers, NULL);
        int found = story_offer_find(sc, at->now, offers, count, name);
        Err err = { 0 };
        if (found < 0 || !drill_choose(drill, &offers[found], &err)) {
            fail_msg("%s: %s", name, err.message);
        }
        ids += n + (ids[n] == ',');
    }
}

static void test_where_it_begins(void **state)
{
    (void)state;
    int from = -1;
    begin("hour,talk,theirs,hear,why,hour");
    assert_true(drill_begins(&h, 0, &from)); // a choice
    assert_int_equal(from, 0);
    assert_true(drill_begins(&h, 4, &from)); // within the one-on-one: from its agenda on
    assert_int_equal(from, 2);
    assert_true(drill_begins(&h, 5, &from)); // behind it: another scene
    assert_int_equal(from, 5);
    again("desk");
    assert_false(drill_begins(&h, h.count, &from)); // a desk is no conversation
    done();
}

static void test_again_and_again(void **state)
{
    (void)state;
    Drill drill;
    Err err = { 0 };
    begin("report,talk,mine,plan,mind");
    Playthrough *before = mem_alloc(sc->play_size);
    memcpy(before, h.now, sc->play_size);
    assert_true(drill_open(&drill, &h, 2, &err));
    assert_false(drill_again(&drill)); // nothing was said yet
    assert_false(drill_undo(&drill));  // what lies before the conversation is not its
    for (int i = 0; i < 20; i++) {
        walk(&drill, i % 2 == 0 ? "theirs,hear" : "mine,plan");
        assert_false(drill_is_over(&drill));
        walk(&drill, i % 2 == 0 ? "why" : "mind");
        assert_true(drill_is_over(&drill));
        StoryOffer offers[STORY_OFFERS_MAX];
        assert_true(story_offers(sc, drill.history.now, false, offers, NULL) > 0);
        assert_false(drill_choose(&drill, &offers[0], &err)); // it does not go on into the week
        assert_int_equal(drill.tries, i + 1);
        assert_true(drill_again(&drill));
        assert_int_equal(drill.history.count, 2);
        assert_true(
            play_equal(sc, drill.history.now, history_state(&h, 2))); // where it was, to the byte
    }
    drill_close(&drill);
    assert_true(play_equal(sc, before, h.now)); // the way it came from
    mem_free(before);
    done();
}

static void test_what_a_try_did(void **state)
{
    (void)state;
    Drill drill;
    DrillResult result;
    begin("talk");
    assert_true(drill_open(&drill, &h, 1, NULL));
    walk(&drill, "mine,plan,mind");
    drill_result(&drill, &result);
    assert_int_equal(result.person, ANA);
    assert_true(result.rapport_change < 0);
    assert_int_equal(result.against, 2);
    assert_int_equal(result.learned, 0);
    assert_int_equal(result.next.kind, DRILL_NEXT_ANSWER); // she would have told something
    char id[64];
    story_offer_id(sc, history_state(&drill.history, result.next.choice), &result.next.offer, id,
                   (int)sizeof id);
    assert_string_equal(id, "talk.why");

    assert_true(drill_again(&drill));
    walk(&drill, "mine,plan,why");
    drill_result(&drill, &result);
    assert_int_equal(result.learned, 1);
    assert_int_equal(result.next.kind, DRILL_NEXT_HEAR); // where one steered, and could have heard
    story_offer_id(sc, history_state(&drill.history, result.next.choice), &result.next.offer, id,
                   (int)sizeof id);
    assert_string_equal(id, "talk.hear");

    assert_true(drill_again(&drill));
    walk(&drill, "theirs,hear,why");
    drill_result(&drill, &result);
    assert_true(result.rapport_change > 0);
    assert_int_equal(result.next.kind, DRILL_NEXT_UNTRIED); // the third agenda
    assert_true(drill_again(&drill));
    walk(&drill, "shared,hear,why");
    drill_result(&drill, &result);
    assert_int_equal(result.next.kind, DRILL_NEXT_NONE); // and no advice to steer
    drill_close(&drill);
    done();
}

// What the night brings is not what the conversation did.
static void test_where_it_ends(void **state)
{
    (void)state;
    Drill drill;
    DrillResult result;
    begin("report"); // due on Tuesday at noon
    assert_true(drill_open(&drill, &h, 1, NULL));
    walk(&drill, "desk"); // leaves the scene
    assert_true(drill_is_over(&drill));
    int end = drill_end(&drill);
    assert_true(end < drill.history.journal.count);
    assert_int_equal(drill.history.journal.events[end].kind, EVENT_SCENE);
    drill_result(&drill, &result);
    assert_int_equal(result.trust_change, 0);
    assert_true(drill_again(&drill));
    walk(&drill, "hide,desk");
    drill_result(&drill, &result);
    assert_int_equal(result.settled, REPORT);
    assert_int_equal(result.settled_state, STATE_FOUND_OUT);
    assert_true(result.trust_change < 0);
    assert_true(result.after < result.before);
    drill_close(&drill);
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_it_begins),
        cmocka_unit_test(test_again_and_again),
        cmocka_unit_test(test_what_a_try_did),
        cmocka_unit_test(test_where_it_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
