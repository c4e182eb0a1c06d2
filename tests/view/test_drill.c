// A conversation practised on the screen: from the debrief into it, to its end, again with one key, and back
// to the choice in the debrief; what it says is plain and no grade, and fits every window.
#include "support/test.h"

#include "view/drilling.h"
#include "view/rig.h"

#include <stdio.h>

static const char WAY[] = "yes,rest,rest,rest,rest,own,theirs,plan,march";
enum { AGENDA = 6 }; // choice of the way where the one-on-one begins

static bool shows(const Rig *rig, const char *part)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strstr(rig->frame.items[i].name, part) != NULL) {
            return true;
        }
    }
    return false;
}

static void point_at(Rig *rig, const char *id)
{
    const FrameItem *item = rig_find(rig, id);
    assert_non_null(item);
    rig_click(rig, item->rect.x + 4, item->rect.y + 4);
    rig_draw(rig);
}

static void open_at(Rig *rig, int stop, float width, float height, float scale)
{
    rig_open(rig, width, height, scale);
    rig_play(rig, WAY);
    assert_int_equal(rig->history.now->ended > 0, 1);
    view_debrief_at(rig->view, stop);
    rig_draw(rig);
}

// Takes the answer with that number as soon as it is open.
static void answer(Rig *rig, int number)
{
    rig_read_on(rig);
    ViewInput input = { .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = number };
    assert_int_equal(rig_input(rig, input).kind, REQUEST_CHOOSE);
    rig_draw(rig);
}

static void test_from_the_debrief_and_back(void **state)
{
    (void)state;
    Rig rig;
    open_at(&rig, AGENDA + 1, 1280, 720, 1);
    int choices = rig.history.count;
    Playthrough *before = mem_alloc(rig.scenario->play_size);
    memcpy(before, rig.history.now, rig.scenario->play_size);
    point_at(&rig, "practise");
    assert_true(rig.drilling);
    assert_int_equal(rig.drill.from, AGENDA); // the whole talk, not its second half
    assert_int_equal(view_screen(rig.view), VIEW_PLAY);
    assert_true(shows(&rig, "one to one"));
    for (int i = 1; i <= 5; i++) {
        assert_int_equal(rig.drill.tries, i);
        answer(&rig, 1);
        answer(&rig, 1);
        answer(&rig, 1);
        rig_read_on(&rig);
        assert_true(shows(&rig, "What this try did"));
        assert_false(shows(&rig, "The bar goes up")); // the ending is another story
        assert_string_equal(rig_focus(&rig)->id, "again");
        assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_AGAIN); // one key
    }
    assert_int_equal(rig_key(&rig, KEY_UNDO).kind, REQUEST_NONE); // nothing before it is undone
    rig_key(&rig, KEY_ESCAPE);
    assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
    assert_int_equal(rig.history.count, choices);
    assert_true(play_equal(rig.scenario, before, rig.history.now));
    mem_free(before);
    rig_close(&rig);
}

static void test_only_where_there_is_a_conversation(void **state)
{
    (void)state;
    Rig rig;
    open_at(&rig, 2, 1280, 720, 1); // a slot at the desk
    assert_null(rig_find(&rig, "practise"));
    view_debrief_at(rig.view, 0);
    rig_draw(&rig);
    assert_non_null(rig_find(&rig, "practise"));
    view_debrief_at(rig.view, rig.history.count); // the end
    rig_draw(&rig);
    assert_null(rig_find(&rig, "practise"));
    rig_close(&rig);
}

static void walk(Drill *drill, const char *way)
{
    while (*way != '\0') {
        StoryOffer offers[STORY_OFFERS_MAX];
        char name[32];
        size_t n = strcspn(way, ",");
        snprintf(name, sizeof name, "%.*s", (int)n, way);
        const StoryHistory *h = &drill->history;
        int count = story_offers(h->scenario, h->now, false, offers, NULL);
        int found = story_offer_find(h->scenario, h->now, offers, count, name);
        assert_true(found >= 0 && drill_choose(drill, &offers[found], NULL));
        way += n + (way[n] == ',');
    }
}

static void says(Drill *drill, const char *way, const char *bridge, const char *next)
{
    const char *said[DRILL_SENTENCES];
    Arena arena;
    arena_init(&arena);
    drill_again(drill);
    walk(drill, way);
    int count = view_drill_sentences(&arena, drill, said);
    assert_in_range(count, 2, 3);
    if (strstr(said[0], bridge) == NULL || strstr(said[count - 1], next) == NULL) {
        fail_msg("%s: %s / %s", way, said[0], said[count - 1]);
    }
    for (int i = 0; i < count; i++) {
        assert_null(strchr(said[i], '%')); // no figure, no grade
        assert_null(strstr(said[i], "{"));
    }
    arena_deinit(&arena);
}

static void test_what_it_says(void **state)
{
    (void)state;
    Rig rig;
    Drill drill;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, WAY);
    assert_true(drill_open(&drill, &rig.history, AGENDA, NULL));
    says(&drill, "mine,plan,march", "Halima", "hear Halima out before it answers: Say back");
    says(&drill, "theirs,listen,march", "Halima", "not tried");
    says(&drill, "shared,listen,march", "Halima", "What is left is the order");
    drill_close(&drill);
    rig_close(&rig);
}

static StoryOffer first_open(const Rig *rig)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    const StoryHistory *h = &rig->drill.history;
    assert_true(story_offers(h->scenario, h->now, false, offers, NULL) > 0);
    return offers[0];
}

// In every window the end has both ways on.
static void test_the_end_fits(void **state)
{
    (void)state;
    static const float SIZES[][3] = {
        { 1280, 720, 1 }, { 1280, 960, 1 }, { 1280, 720, 2 }, { 960, 1280, 1.5f }, { 1280, 540, 1 }
    };
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        Rig rig;
        open_at(&rig, AGENDA, SIZES[i][0], SIZES[i][1], SIZES[i][2]);
        rig_drill(&rig, AGENDA);
        rig_draw(&rig);
        for (int round = 0; round < 3; round++) {
            rig_read_on(&rig);
            rig_carry_out(&rig, (ViewRequest){ .kind = REQUEST_CHOOSE, .offer = first_open(&rig) });
            rig_draw(&rig);
        }
        rig_read_on(&rig);
        for (int page = 0; page < 3 && rig_find(&rig, "again") == NULL; page++) {
            rig_key(&rig, KEY_PAGE_DOWN);
        }
        assert_string_equal(rig_focus(&rig)->id, "again");
        const FrameItem *leave = rig_find(&rig, "leave");
        assert_non_null(leave);
        assert_true(leave->rect.y + leave->rect.h <= SIZES[i][1]);
        rig_close(&rig);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_from_the_debrief_and_back),
        cmocka_unit_test(test_only_where_there_is_a_conversation),
        cmocka_unit_test(test_what_it_says),
        cmocka_unit_test(test_the_end_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
