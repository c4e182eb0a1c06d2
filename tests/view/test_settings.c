// The settings: each does what it says at once, by keys alone; they stand over anything and give it back;
// a key can be chosen, and whose it was is said.
#include "support/test.h"

#include "view/action.h"
#include "view/screens.h"
#include "view/settings.h"

#include <stdio.h>

static void obey(Rig *rig, ViewRequest request)
{
    if (request.kind == REQUEST_SETTINGS) {
        rig->settings = *request.settings;
    }
    rig_draw(rig);
}

static void press(Rig *rig, ViewKey key)
{
    obey(rig, rig_input(rig, (ViewInput){ .kind = INPUT_KEY, .key = key }));
}

static void press_code(Rig *rig, int32_t code)
{
    obey(rig, rig_input(rig, (ViewInput){ .kind = INPUT_KEY, .code = code }));
}

static void click(Rig *rig, const char *id)
{
    const FrameItem *item = rig_find(rig, id);
    if (item == NULL) {
        fail_msg("%s is not there", id);
    }
    float x = item->rect.x + item->rect.w / 2, y = item->rect.y + item->rect.h / 2;
    rig_input(rig, (ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y, .device = DEVICE_MOUSE });
    obey(rig, rig_input(rig, (ViewInput){
                                 .kind = INPUT_RELEASE, .x = x, .y = y, .device = DEVICE_MOUSE }));
}

// Pages on until it is there.
static void reach(Rig *rig, const char *id)
{
    for (int i = 0; i < 20 && rig_find(rig, id) == NULL; i++) {
        press(rig, KEY_PAGE_DOWN);
    }
    assert_non_null(rig_find(rig, id));
}

static bool is_said(const Rig *rig, const char *part)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strstr(rig->frame.items[i].name, part) != NULL) {
            return true;
        }
    }
    return false;
}

static void open_at(Rig *rig, float width, float height, float scale)
{
    rig_open(rig, width, height, scale);
    rig_play(rig, "yes");
    rig_read_on(rig);
    press(rig, KEY_SETTINGS);
}

// Left and right change the row in focus, up and down go from row to row.
static void keys_change_the_row_in_focus(void **state)
{
    (void)state;
    Rig rig;
    open_at(&rig, 1280, 720, 1);
    assert_string_equal(rig_focus(&rig)->id, "set.0.0");
    press(&rig, KEY_RIGHT);
    assert_true(rig.settings.text_scale == 1.25f);
    assert_string_equal(rig_focus(&rig)->id, "set.0.1");
    press(&rig, KEY_LEFT);
    press(&rig, KEY_LEFT); // stays at the end
    assert_true(rig.settings.text_scale == 1);
    press(&rig, KEY_DOWN);
    press(&rig, KEY_RIGHT);
    assert_int_equal(rig.settings.typeface, TYPEFACE_ANDIKA);
    press(&rig, KEY_DOWN);
    press(&rig, KEY_RIGHT);
    assert_true(rig.settings.high_contrast);
    press(&rig, KEY_DOWN);
    press(&rig, KEY_RIGHT);
    assert_true(rig.settings.colour_safe && rig.frame.colour_safe);
    press(&rig, KEY_DOWN);
    press(&rig, KEY_RIGHT);
    assert_true(rig.settings.reduced_motion);
    press(&rig, KEY_DOWN);
    press(&rig, KEY_ENTER);
    assert_true(rig.settings.slow_link);
    press(&rig, KEY_ENTER);
    assert_false(rig.settings.slow_link);
    rig_close(&rig);
}

// Every value of every row, by the mouse: the item says that it is chosen, and the request has it.
static void every_value_can_be_chosen(void **state)
{
    (void)state;
    int seen = 0;
    Rig rig;
    open_at(&rig, 1280, 720, 1);
    rig.settings.speech = true; // its rate and volume are there, too
    rig.settings.switches = SWITCHES_ONE;
    for (int setting = 0; setting < 18; setting++) {
        for (int value = 0; value < 6; value++) {
            char id[40];
            snprintf(id, sizeof id, "set.%d.%d", setting, value);
            rig.settings.text_scale = 1;
            rig_draw(&rig);
            for (int page = 0; page < 6 && rig_find(&rig, id) == NULL; page++) {
                press(&rig, KEY_PAGE_DOWN);
            }
            if (rig_find(&rig, id) == NULL) {
                for (int back = 0; back < 6; back++) {
                    press(&rig, KEY_PAGE_UP);
                }
            }
            for (int page = 0; page < 6 && rig_find(&rig, id) == NULL; page++) {
                press(&rig, KEY_PAGE_DOWN);
            }
            if (rig_find(&rig, id) == NULL || rig_find(&rig, id)->role == ROLE_SWITCH) {
                continue;
            }
            click(&rig, id);
            const FrameItem *item = rig_find(&rig, id);
            assert_non_null(item);
            assert_int_equal(item->role, ROLE_RADIO);
            assert_true(item->selected);
            seen++;
            rig.settings.switches = SWITCHES_ONE;
        }
    }
    assert_true(seen >= 35);
    rig_close(&rig);
}

static void what_was_there_comes_back(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    static const ViewKey under[] = { KEY_NONE, KEY_LEDGER, KEY_HISTORY, KEY_LOOK, KEY_HELP };
    for (int i = 0; i < 5; i++) {
        if (under[i] != KEY_NONE) {
            press(&rig, under[i]);
        }
        const FrameItem *before = rig_focus(&rig);
        int32_t action = before->action, argument = before->argument;
        int count = rig.frame.item_count;
        press(&rig, KEY_SETTINGS);
        assert_non_null(rig_find(&rig, "as_before"));
        press(&rig, i % 2 == 0 ? KEY_ESCAPE : KEY_SETTINGS);
        assert_int_equal(rig.frame.item_count, count);
        assert_int_equal(rig_focus(&rig)->action, action);
        assert_int_equal(rig_focus(&rig)->argument, argument);
        if (under[i] != KEY_NONE) {
            press(&rig, KEY_ESCAPE);
        }
    }
    view_notice(rig.view, "Look here", "Something has to be said.", "");
    rig_draw(&rig);
    press(&rig, KEY_SETTINGS);
    assert_null(rig_find(&rig, "dismiss"));
    press(&rig, KEY_ESCAPE);
    assert_non_null(rig_find(&rig, "dismiss"));
    rig_close(&rig);
}

static void opens_on_every_screen(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_shelf(&rig, 3);
    press(&rig, KEY_SETTINGS);
    assert_non_null(rig_find(&rig, "set.0.0"));
    press(&rig, KEY_ESCAPE);
    assert_null(rig_find(&rig, "set.0.0"));
    rig_close(&rig);
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, WORST);
    rig_read_on(&rig);
    press(&rig, KEY_ENTER);
    assert_int_equal(view_screen(rig.view), VIEW_DEBRIEF);
    press(&rig, KEY_SETTINGS);
    assert_non_null(rig_find(&rig, "set.0.0"));
    press(&rig, KEY_ESCAPE);
    reach(&rig, "write");
    click(&rig, "write"); // what is being written is still there afterwards
    rig_input(&rig, (ViewInput){ .kind = INPUT_TEXT, .text = "xyzzy" });
    press(&rig, KEY_SETTINGS);
    assert_non_null(rig_find(&rig, "set.0.0"));
    assert_false(view_wants_text(rig.view));
    press(&rig, KEY_RIGHT);
    press(&rig, KEY_ESCAPE);
    assert_true(view_wants_text(rig.view));
    bool there = false;
    for (int i = 0; i < rig.frame.item_count; i++) {
        there = there || strstr(rig.frame.items[i].value, "xyzzy") != NULL;
    }
    assert_true(there);
    rig_close(&rig);
}

static void as_it_was_before(void **state)
{
    (void)state;
    Rig rig;
    open_at(&rig, 1280, 720, 1.25f);
    press(&rig, KEY_RIGHT);
    assert_true(rig.settings.text_scale == 1.5f);
    reach(&rig, "as_before");
    click(&rig, "as_before");
    assert_true(rig.settings.text_scale == 1.25f);
    click(&rig, "as_usual");
    assert_true(rig.settings.text_scale == 1);
    assert_false(rig.settings.no_typing); // the rig's own, which one has not at first
    rig_close(&rig);
}

// A small window shows larger type than was set: what was set is what is changed.
static void the_own_size_is_changed_not_the_shown_one(void **state)
{
    (void)state;
    Rig rig;
    open_at(&rig, 1280, 720, 1.5f);
    rig.settings.own_scale = 1;
    rig_draw(&rig);
    reach(&rig, "set.2.1");
    click(&rig, "set.2.1");
    assert_true(rig.settings.high_contrast);
    assert_true(rig.settings.text_scale == 1);
    rig_close(&rig);
}

// ---- keys ---------------------------------------------------------------------------------------

static void open_keys(Rig *rig)
{
    open_at(rig, 1280, 720, 1);
    reach(rig, "keys");
    click(rig, "keys");
}

static void ask_for(Rig *rig, ViewCommand command)
{
    for (int i = 0; i < 40; i++) {
        const FrameItem *at = rig_focus(rig);
        if (at->action == ACTION_KEY && at->argument == (int)command) {
            press(rig, KEY_ENTER);
            assert_true(view_wants_key(rig->view));
            return;
        }
        press(rig, KEY_NEXT);
    }
    fail_msg("no line for command %d", (int)command);
}

static void a_key_is_chosen_and_whose_it_was_is_said(void **state)
{
    (void)state;
    Rig rig;
    open_keys(&rig);
    ask_for(&rig, COMMAND_UNDO);
    press_code(&rig, 'z');
    assert_false(view_wants_key(rig.view));
    assert_int_equal(rig.settings.keys[COMMAND_UNDO], 'z');
    assert_true(is_said(&rig, "Z is now the key for"));
    ask_for(&rig, COMMAND_LOOK);
    press_code(&rig, 'h'); // was that of the history
    assert_int_equal(rig.settings.keys[COMMAND_LOOK], 'h');
    assert_true(is_said(&rig, "H was the key for"));
    int32_t keys[COMMAND_COUNT];
    command_keys(HANDS_BOTH, rig.settings.keys, keys);
    assert_int_equal(keys[COMMAND_HISTORY], 0);
    assert_int_equal(command_of_key(keys, 'h'), COMMAND_LOOK);
    assert_int_equal(command_of_key(keys, 'u'), COMMAND_NONE);
    reach(&rig, "keys_usual");
    click(&rig, "keys_usual");
    assert_int_equal(rig.settings.keys[COMMAND_UNDO], 0);
    rig_close(&rig);
}

static void some_keys_cannot_be_chosen(void **state)
{
    (void)state;
    Rig rig;
    open_keys(&rig);
    ask_for(&rig, COMMAND_UNDO);
    press_code(&rig, '3');
    assert_true(view_wants_key(rig.view)); // still asked
    assert_true(is_said(&rig, "cannot be chosen"));
    press_code(&rig, KEYCODE_F1 + 1);
    assert_true(view_wants_key(rig.view));
    assert_true(is_said(&rig, "F2 always does what it does"));
    press(&rig, KEY_ESCAPE);
    assert_false(view_wants_key(rig.view));
    assert_non_null(rig_find(&rig, "keys_usual")); // Esc left the question, not the screen
    assert_int_equal(rig.settings.keys[COMMAND_UNDO], 0);
    press(&rig, KEY_ESCAPE);
    assert_null(rig_find(&rig, "keys_usual"));
    assert_non_null(rig_find(&rig, "keys"));
    rig_close(&rig);
}

// A voice has a row where there is a choice and something reads; where nothing can, the row above says what
// would be needed. It is chosen by left and right like all else, and the request has its name and language.
static void a_voice_is_chosen_by_its_name(void **state)
{
    (void)state;
    static const ViewVoice voices[] = { { "English (Great Britain)", "en-gb" },
                                        { "English (Scotland)", "en-gb-scotland" },
                                        { "English (America)", "en-us" } };
    char id[24];
    Rig rig;
    open_at(&rig, 1280, 720, 1);
    snprintf(id, sizeof id, "set.%d.2", SET_VOICE);
    view_voices(rig.view, voices, 3, false);
    rig.settings.speech_volume = 100;
    rig_draw(&rig);
    assert_null(rig_find(&rig, id)); // nothing is read aloud
    rig.settings.speech = true;
    rig_draw(&rig);
    reach(&rig, id);
    click(&rig, id);
    assert_string_equal(rig.settings.speech_voice, "English (Scotland)");
    assert_string_equal(rig.settings.speech_voice_language, "en-gb-scotland");
    assert_true(is_said(&rig, "Which voice: English (Scotland)"));
    assert_string_equal(rig_focus(&rig)->id, id); // it has the focus, and says its name
    assert_true(rig_focus(&rig)->selected);
    press(&rig, KEY_LEFT);
    press(&rig, KEY_LEFT);
    press(&rig, KEY_LEFT);
    assert_string_equal(rig.settings.speech_voice, "");
    view_voices(rig.view, voices, 1, false);
    rig_draw(&rig);
    assert_false(is_said(&rig, "Which voice")); // one is no choice
    view_voices(rig.view, NULL, -1, true);
    rig_draw(&rig);
    press(&rig, KEY_PAGE_UP);
    bool told = false;
    for (int i = 0; i < 8 && !told; i++) {
        told = is_said(&rig, "Install speech-dispatcher");
        press(&rig, KEY_PAGE_DOWN);
    }
    assert_true(told);
    rig_close(&rig);
}

// No set uses one key twice, takes a digit, or a key that always does something else.
static void the_sets_are_sound(void **state)
{
    (void)state;
    static const int32_t none[COMMAND_COUNT] = { 0 };
    for (int hands = 0; hands < HANDS_COUNT; hands++) {
        int32_t keys[COMMAND_COUNT];
        command_keys((ViewHands)hands, none, keys);
        for (int i = 0; i < COMMAND_COUNT; i++) {
            assert_true(keys[i] == 0 || command_key_allowed(keys[i]));
            assert_false(command_key_fixed(keys[i]));
            for (int j = 0; j < i; j++) {
                assert_true(keys[i] == 0 || keys[i] != keys[j]);
            }
        }
    }
    static const char left[] = "qwertasdfgzxcvb", middle[] = "yhnujm", right[] = "tgbvfr";
    int32_t keys[COMMAND_COUNT];
    command_keys(HANDS_LEFT, none, keys);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        bool rare = i >= COMMAND_PAUSE; // one or two columns beyond its half, on either hand
        assert_true(keys[i] == 0 || keys[i] > 0x7f ||
                    strchr(rare ? middle : left, keys[i]) != NULL);
        assert_true(!rare || strchr(right, command_usual_key(HANDS_RIGHT, (ViewCommand)i)) != NULL);
        for (int hands = 0; hands < HANDS_COUNT && rare; hands++) {
            assert_true(command_usual_key((ViewHands)hands, (ViewCommand)i) != 0);
        }
    }
    for (int c = COMMAND_TAKE; c <= COMMAND_PAGE_ON;
         c++) { // moving and taking: without the other hand
        assert_true(command_usual_key(HANDS_LEFT, (ViewCommand)c) != 0);
        assert_true(command_usual_key(HANDS_RIGHT, (ViewCommand)c) != 0);
    }
    assert_int_equal(command_digit(HANDS_RIGHT, 6), 1);
    assert_int_equal(command_digit(HANDS_RIGHT, 0), 5);
    assert_int_equal(command_digit(HANDS_RIGHT, 1), 0);
    assert_int_equal(command_digit(HANDS_LEFT, 9), 9);
}

// ---- prompts ------------------------------------------------------------------------------------

static void prompts_are_of_the_device_in_use(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    assert_string_equal(rig_find(&rig, "look")->key, "L");
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DOWN, .device = DEVICE_PAD });
    rig_draw(&rig);
    assert_string_equal(rig_find(&rig, "look")->key, "Upper button");
    assert_string_equal(rig_find(&rig, "history")->key, "L2");
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = 1, .y = 1, .device = DEVICE_TOUCH });
    rig_draw(&rig);
    assert_string_equal(rig_find(&rig, "look")->key, "");
    rig.settings.hands = HANDS_LEFT;
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DOWN });
    rig_draw(&rig);
    assert_string_equal(rig_find(&rig, "look")->key, "X");
    rig.settings.keys[COMMAND_LOOK] = 0xe9;
    rig_draw(&rig);
    assert_string_equal(rig_find(&rig, "look")->key, "\xc3\x89");
    rig_close(&rig);
}

static void the_list_of_keys_is_of_the_device_in_use(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 2200, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    press(&rig, KEY_HELP);
    assert_true(is_said(&rig, "F2: "));
    assert_true(is_said(&rig, "With the mouse"));
    assert_true(is_said(&rig, "M: Sound on or off"));
    assert_true(is_said(&rig, "1 to 9: "));
    rig.settings.hands = HANDS_RIGHT;
    rig_draw(&rig);
    assert_false(is_said(&rig, "M: Sound on or off"));
    assert_false(is_said(&rig, "1 to 9: "));
    assert_true(is_said(&rig, "F12: sound on and off"));
    assert_true(is_said(&rig, "6 7 8 9 0: "));
    rig.settings.hands = HANDS_BOTH;
    rig_draw(&rig);
    rig_input(&rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DOWN, .device = DEVICE_PAD });
    rig_draw(&rig);
    assert_true(is_said(&rig, "Upper button: "));
    assert_false(is_said(&rig, "F2: "));
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = 1, .y = 1, .device = DEVICE_TOUCH });
    rig_draw(&rig);
    assert_true(is_said(&rig, "Swipe left, right: "));
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_change_the_row_in_focus),
        cmocka_unit_test(every_value_can_be_chosen),
        cmocka_unit_test(what_was_there_comes_back),
        cmocka_unit_test(opens_on_every_screen),
        cmocka_unit_test(as_it_was_before),
        cmocka_unit_test(the_own_size_is_changed_not_the_shown_one),
        cmocka_unit_test(a_key_is_chosen_and_whose_it_was_is_said),
        cmocka_unit_test(some_keys_cannot_be_chosen),
        cmocka_unit_test(a_voice_is_chosen_by_its_name),
        cmocka_unit_test(the_sets_are_sound),
        cmocka_unit_test(prompts_are_of_the_device_in_use),
        cmocka_unit_test(the_list_of_keys_is_of_the_device_in_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
