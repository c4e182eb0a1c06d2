// Home: what stands there, what each thing asks of the host (how far away everything is: app/test_reach.c). Goldens of
// its screens; skipping what was read before; the pause.
#include "support/test.h"

#include <stdio.h>

#include "view/action.h"
#include "view/home_act.h"
#include "view/rig.h"

static void golden(Rig *rig, const char *name)
{
    Text out = { .data = NULL };
    char path[64];
    rig_draw(rig);
    frame_print(&rig->frame, &out);
    snprintf(path, sizeof path, "view/%s.txt", name);
    test_golden(path, text_str(&out));
    text_deinit(&out);
}

static void home_golden(bool plan, const char *ids, const char *name)
{
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, plan);
    rig_go(&rig, ids);
    golden(&rig, name);
    rig_close(&rig);
}

static void test_goldens(void **state)
{
    (void)state;
    home_golden(true, "", "home_plan");
    home_golden(false, "", "home_booster");
    home_golden(true, "fifth", "home_cover");
    home_golden(true, "you", "home_you");
    home_golden(true, "you profiles", "home_profiles");
    home_golden(true, "you profiles profile.name", "home_name");
    home_golden(true, "you forget", "home_ask");
    home_golden(true, "practice.number", "home_number");
}

static void test_goldens_large(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 2);
    rig_home(&rig, true);
    golden(&rig, "home_200");
    rig_go(&rig, "you");
    golden(&rig, "home_you_200");
    rig_close(&rig);
}

static void test_goldens_over_a_play(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    rig_places(&rig);
    rig_draw(&rig);
    rig_key(&rig, KEY_PAUSE);
    golden(&rig, "paused");
    rig_go(&rig, "places");
    golden(&rig, "places");
    rig_close(&rig);
}

// ---- what is asked of the host ------------------------------------------------------------------

static ViewRequest press(Rig *rig, const char *id)
{
    rig->last = (ViewRequest){ .kind = REQUEST_NONE };
    const FrameItem *item = rig_find(rig, id);
    if (item == NULL) {
        fail_msg("there is no \"%s\"", id);
    }
    ViewRequest request = rig_click(rig, item->rect.x + 2, item->rect.y + 2);
    rig_draw(rig);
    return request;
}

static void test_plan_of_today(void **state)
{
    (void)state;
    static const char *const ids[] = { "plan.did", "plan.did_not", "plan.not_yet" };
    for (int i = 0; i < PLAN_ANSWERS; i++) {
        Rig rig;
        rig_open(&rig, 1280, 720, 1);
        rig_home(&rig, true);
        ViewRequest request = press(&rig, ids[i]);
        assert_int_equal(request.kind, REQUEST_ANSWER);
        assert_int_equal(request.count, i);
        rig_home(&rig,
                 false); // the host says so: the booster stands there, and what was said of it
        assert_null(rig_find(&rig, "plan.did"));
        assert_int_equal(press(&rig, "booster").kind, REQUEST_START);
        rig_close(&rig);
    }
}

static void test_practice(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    ViewRequest request = rig_key(&rig, KEY_NEW);
    assert_int_equal(request.kind, REQUEST_START);
    assert_int_equal(request.card, 5);
    rig_home(&rig, true);
    assert_null(rig_find(&rig, "sixth")); // the practice is not on the shelf
    press(&rig, "practice.number");
    assert_true(view_wants_text(rig.view));
    rig_input(&rig, (ViewInput){ .kind = INPUT_TEXT, .text = "47" });
    rig_input(&rig, (ViewInput){ .kind = INPUT_TEXT, .text = "x" });
    rig_draw(&rig);
    assert_int_equal(press(&rig, "typed").kind, REQUEST_NONE); // "47x" is no number
    rig_key(&rig, KEY_BACKSPACE);
    request = press(&rig, "typed");
    assert_int_equal(request.kind, REQUEST_SEED);
    assert_int_equal(request.card, 5);
    assert_string_equal(request.text, "47");
    rig_close(&rig);
}

// A content note comes before the story, and not again once it was begun.
static bool is_said(const Rig *rig, const char *words)
{
    bool said = false;
    for (int i = 0; i < rig->frame.item_count; i++) {
        said = said || strstr(rig->frame.items[i].name, words) != NULL;
    }
    return said;
}

// Whoever has no keyboard at hand is shown what can be typed there, and no letter.
static void test_the_number_has_a_board_of_digits(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    press(&rig, "practice.number");
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = 1, .y = 1, .device = DEVICE_TOUCH });
    rig_draw(&rig);
    bool digits[10] = { false };
    for (int i = 0; i < rig.frame.item_count; i++) {
        int32_t code = rig.frame.items[i].argument;
        if (rig.frame.items[i].action == ACTION_TYPE && code != 8) { // 8: rub out
            assert_in_range(code, '0', '9');
            digits[code - '0'] = true;
        }
    }
    for (int i = 0; i < 10; i++) {
        assert_true(digits[i]);
    }
    rig_close(&rig);
}

static void test_how_it_works_names_the_keys_in_use(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 3);
    assert_true(is_said(&rig, "U takes the last one back, L looks at the bridge, ? lists"));
    rig.settings.hands = HANDS_LEFT;
    rig_draw(&rig);
    assert_true(is_said(&rig, "Z takes the last one back, X looks at the bridge, T lists"));
    rig_close(&rig);
}

// However it is begun: by a new week, by its number, by looking on.
static void test_content_note_of_practice(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig.cards[5].content = "a goose";
    rig.cards[5].started = rig.cards[5].ended = false;
    view_library(rig.view, rig.cards, 6, "");
    rig_draw(&rig);
    assert_int_equal(rig_key(&rig, KEY_NEW).kind, REQUEST_NONE);
    assert_true(is_said(&rig, "a goose"));
    assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_START);
    assert_int_equal(press(&rig, "close").kind, REQUEST_NONE);
    press(&rig, "practice.number");
    assert_true(is_said(&rig, "a goose"));
    rig.cards[5].ended = true; // it was told
    rig_key(&rig, KEY_ESCAPE);
    assert_int_equal(rig_key(&rig, KEY_NEW).kind, REQUEST_START);
    rig_close(&rig);
}

static void test_content_note(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig.cards[1].started = false; // then the large card proposes the one with a note
    view_library(rig.view, rig.cards, 6, "");
    rig_draw(&rig);
    assert_string_equal(rig_focus(&rig)->id, "start");
    assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_NONE);
    bool noted = false;
    for (int i = 0; i < rig.frame.item_count; i++) {
        noted = noted || strstr(rig.frame.items[i].name, "food poisoning") != NULL;
    }
    assert_true(noted);
    assert_int_equal(press(&rig, "close").kind, REQUEST_NONE);
    assert_string_equal(rig_focus(&rig)->id, "start");
    rig_key(&rig, KEY_ENTER);
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_START);
    assert_int_equal(request.card, 4);
    rig.cards[4].ended = true;
    view_library(rig.view, rig.cards, 6, "");
    rig_draw(&rig);
    assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_START);
    rig_close(&rig);
}

static void test_guided_from_the_cover(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig_go(&rig, "fifth");
    ViewRequest request = press(&rig, "cover.show");
    assert_int_equal(request.kind, REQUEST_GUIDED);
    assert_int_equal(request.card, 4);
    rig_close(&rig);
}

// What cannot be brought back is asked once more, and Enter alone deletes nothing.
static void test_deleting_asks(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig_go(&rig, "you");
    assert_int_equal(press(&rig, "forget").kind, REQUEST_NONE);
    assert_string_equal(rig_focus(&rig)->id, "close");
    assert_int_equal(rig_key(&rig, KEY_ENTER).kind, REQUEST_NONE);
    rig_go(&rig, "you forget");
    assert_int_equal(press(&rig, "yes").kind, REQUEST_FORGET);
    rig_home(&rig, true);
    rig_go(&rig, "you profiles");
    assert_int_equal(press(&rig, "profile.remove").kind, REQUEST_NONE);
    assert_int_equal(press(&rig, "yes").kind, REQUEST_PROFILE_REMOVE);
    rig_close(&rig);
}

static void test_who_plays(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_home(&rig, true);
    rig_go(&rig, "you profiles profile.add");
    assert_true(view_wants_text(rig.view));
    assert_int_equal(press(&rig, "typed").kind, REQUEST_NONE); // nothing is no name
    rig_input(&rig, (ViewInput){ .kind = INPUT_TEXT, .text = " Nuala " });
    ViewRequest request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_PROFILE_ADD);
    assert_string_equal(request.text, "Nuala");
    rig_home(&rig, true);
    rig_go(&rig, "you profiles profile.name");
    rig_input(&rig, (ViewInput){ .kind = INPUT_TEXT, .text = " B." });
    request = rig_key(&rig, KEY_ENTER);
    assert_int_equal(request.kind, REQUEST_PROFILE_NAME);
    assert_string_equal(request.text, "Ines B.");
    rig_close(&rig);
}

static void test_places(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    rig_key(&rig, KEY_PLACES);
    assert_null(rig_find(&rig, "place.keep")); // where nothing can be kept, nothing leads there
    rig_places(&rig);
    rig_draw(&rig);
    rig_key(&rig, KEY_PLACES);
    assert_int_equal(press(&rig, "place.keep").kind, REQUEST_PLACE_KEEP);
    ViewRequest request = press(&rig, "place.remove");
    assert_int_equal(request.kind, REQUEST_PLACE_REMOVE);
    assert_int_equal(request.count, 0);
    assert_int_equal(press(&rig, "place.go").kind, REQUEST_PLACE);
    rig_close(&rig);
}

// ---- pause --------------------------------------------------------------------------------------

static bool says(const Rig *rig, const char *words)
{
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameCommand *command = &rig->frame.commands[i];
        if (command->kind == FRAME_TEXT && strstr(command->text, words) != NULL) {
            return true;
        }
    }
    return false;
}

// Nothing of the story is to be seen, and no time goes by.
static void test_pause(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig_play(&rig, "");
    assert_true(view_is_moving(rig.view));
    const char *told = NULL;
    for (int i = 0; i < rig.frame.item_count && told == NULL; i++) {
        const FrameItem *item = &rig.frame.items[i];
        told = item->role == ROLE_TEXT && strlen(item->name) > 20 ? item->name : NULL;
    }
    assert_non_null(told);
    char first[16];
    snprintf(first, sizeof first, "%.12s", told);
    assert_true(says(&rig, first));
    rig_key(&rig, KEY_PAUSE);
    assert_false(says(&rig, first));
    assert_false(view_is_moving(rig.view));
    rig_input(&rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = 60000 });
    rig_key(&rig, KEY_PAUSE);
    assert_true(says(&rig, first));
    assert_non_null(rig_find(&rig, "more")); // it is where it was
    rig_close(&rig);
}

// ---- skipping -----------------------------------------------------------------------------------

typedef struct Reader {
    int from, to; // events that were read
} Reader;

static bool read_all_but(void *context, int event)
{
    const Reader *reader = context;
    return event >= reader->from && event < reader->to;
}

static int lines_told(Rig *rig)
{
    int count = 0;
    for (int i = 0; i < rig->frame.item_count; i++) {
        count += rig->frame.items[i].role == ROLE_TEXT;
    }
    return count;
}

static void play_again(Rig *rig, Reader *reader)
{
    rig_open(rig, 1280, 720, 1);
    rig->settings.no_typing = false;
    view_known(rig->view, (ViewKnown){ read_all_but, reader });
    rig_play(rig, "yes,desk.rest,desk.rest,desk.rest,desk.rest");
}

static void test_skips_what_was_read(void **state)
{
    (void)state;
    Rig rig;
    Reader all = { 0, 1 << 20 };
    play_again(&rig, &all);
    assert_non_null(rig_find(&rig, "skip"));
    assert_non_null(rig_find(&rig, "more"));
    rig_key(&rig, KEY_SKIP);
    assert_null(rig_find(&rig, "more")); // all of it, over its pages, up to the choice
    assert_non_null(rig_find(&rig, "option.1"));
    assert_int_equal(rig.history.count, 5); // and no further
    rig_close(&rig);
}

static void test_skipping_stops_at_what_is_new(void **state)
{
    (void)state;
    Rig rig;
    Reader some = { 0, 0 };
    play_again(&rig, &some);
    assert_null(rig_find(&rig, "skip")); // nothing was read: nothing to skip
    rig_key(&rig, KEY_SKIP);
    assert_non_null(rig_find(&rig, "more"));
    rig_close(&rig);

    play_again(&rig, &some);
    int from = rig.history.journal_marks[rig.history.count - 1];
    int events = rig.history.journal.count - from;
    rig_close(&rig);
    assert_true(events > 3);
    some = (Reader){ from, from + events / 2 }; // the second half is new
    play_again(&rig, &some);
    int before = lines_told(&rig);
    rig_key(&rig, KEY_SKIP);
    assert_true(lines_told(&rig) > before);
    assert_non_null(rig_find(&rig, "more")); // it stops there
    assert_null(rig_find(&rig, "option.1"));
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),
        cmocka_unit_test(test_goldens_large),
        cmocka_unit_test(test_goldens_over_a_play),
        cmocka_unit_test(test_plan_of_today),
        cmocka_unit_test(test_practice),
        cmocka_unit_test(test_the_number_has_a_board_of_digits),
        cmocka_unit_test(test_how_it_works_names_the_keys_in_use),
        cmocka_unit_test(test_content_note),
        cmocka_unit_test(test_content_note_of_practice),
        cmocka_unit_test(test_guided_from_the_cover),
        cmocka_unit_test(test_deleting_asks),
        cmocka_unit_test(test_who_plays),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_pause),
        cmocka_unit_test(test_skips_what_was_read),
        cmocka_unit_test(test_skipping_stops_at_what_is_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
