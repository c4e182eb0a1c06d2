// Events of the window system as inputs, from hand-made events.
#include "support/test.h"

#include "sdl/input.h"
#include "view/help_keys.h"

#include <string.h>

static InputEvent key_with(InputState *state, SDL_Keycode sym, SDL_Scancode scancode, int mod,
                           int repeat)
{
    SDL_Event event = { .key = { .type = SDL_KEYDOWN, .repeat = (Uint8)repeat } };
    event.key.keysym = (SDL_Keysym){ .scancode = scancode, .sym = sym, .mod = (Uint16)mod };
    return input_translate(state, &event);
}

static InputEvent key(SDL_Keycode sym, int mod)
{
    InputState state = { .design_x = 1.0f, .design_y = 1.0f };
    return key_with(&state, sym, SDL_GetScancodeFromKey(sym), mod, 0);
}

static void expect_key(SDL_Keycode sym, int mod, ViewKey wanted)
{
    InputEvent event = key(sym, mod);
    assert_int_equal(event.kind, INPUT_FOR_VIEW);
    assert_int_equal(event.view.kind, INPUT_KEY);
    assert_int_equal(event.view.key, wanted);
    assert_false(event.view.released);
}

static void keys_for_the_view(void **state)
{
    (void)state;
    expect_key(SDLK_UP, 0, KEY_UP);
    expect_key(SDLK_DOWN, 0, KEY_DOWN);
    expect_key(SDLK_LEFT, 0, KEY_LEFT);
    expect_key(SDLK_RIGHT, 0, KEY_RIGHT);
    expect_key(SDLK_TAB, 0, KEY_NEXT);
    expect_key(SDLK_TAB, KMOD_LSHIFT, KEY_PREVIOUS);
    expect_key(SDLK_RETURN, 0, KEY_ENTER);
    expect_key(SDLK_SPACE, 0, KEY_ENTER);
    expect_key(SDLK_KP_ENTER, 0, KEY_ENTER);
    expect_key(SDLK_ESCAPE, 0, KEY_ESCAPE);
    expect_key(SDLK_HOME, 0, KEY_HOME);
    expect_key(SDLK_END, 0, KEY_END);
    expect_key(SDLK_PAGEUP, 0, KEY_PAGE_UP);
    expect_key(SDLK_PAGEDOWN, 0, KEY_PAGE_DOWN);
    expect_key(SDLK_u, 0, KEY_UNDO);
    expect_key(SDLK_BACKSPACE, 0, KEY_UNDO);
    expect_key(SDLK_z, KMOD_LCTRL, KEY_UNDO);
    expect_key(SDLK_l, 0, KEY_LOOK);
    expect_key(SDLK_b, 0, KEY_CANYON);
    expect_key(SDLK_h, 0, KEY_HISTORY);
    expect_key(SDLK_c, 0, KEY_LEDGER);
    expect_key(SDLK_F1, 0, KEY_HELP);
    expect_key(SDLK_QUESTION, KMOD_LSHIFT, KEY_HELP);
    expect_key(SDLK_SLASH, KMOD_RSHIFT, KEY_HELP);
}

static void keys_for_the_window(void **state)
{
    (void)state;
    assert_int_equal(key(SDLK_m, 0).kind, INPUT_SOUND);
    assert_int_equal(key(SDLK_m, KMOD_RSHIFT).kind, INPUT_CAPTIONS);
    assert_int_equal(key(SDLK_m, KMOD_LCTRL).kind, INPUT_NOTHING);
    InputState held = { .design_x = 1.0f, .design_y = 1.0f };
    assert_int_equal(key_with(&held, SDLK_m, SDL_SCANCODE_M, 0, 1).kind, INPUT_NOTHING);
    assert_int_equal(key(SDLK_F11, 0).kind, INPUT_FULL_SCREEN);
    assert_int_equal(key(SDLK_RETURN, KMOD_LALT).kind, INPUT_FULL_SCREEN);
    assert_int_equal(key(SDLK_EQUALS, KMOD_LCTRL).kind, INPUT_LARGER);
    assert_int_equal(key(SDLK_KP_PLUS, KMOD_RCTRL).kind, INPUT_LARGER);
    assert_int_equal(key(SDLK_MINUS, KMOD_LCTRL).kind, INPUT_SMALLER);
    assert_int_equal(key(SDLK_0, KMOD_LCTRL).kind, INPUT_NORMAL_SIZE);
    assert_int_equal(key(SDLK_F2, 0).kind, INPUT_CONTRAST);
    assert_int_equal(key(SDLK_z, 0).kind, INPUT_NOTHING);
    assert_int_equal(key(SDLK_c, KMOD_LCTRL).kind, INPUT_NOTHING); // no ledger for Ctrl+C
    assert_int_equal(key(SDLK_TAB, KMOD_LALT).kind, INPUT_NOTHING);
    SDL_Event quit = { .type = SDL_QUIT };
    InputState none = { .design_x = 1.0f, .design_y = 1.0f };
    assert_int_equal(input_translate(&none, &quit).kind, INPUT_CLOSE);
}

// Digits by place: on a French keyboard the key of 1 is '&'.
static void digits_by_place(void **state)
{
    (void)state;
    InputState none = { .design_x = 1.0f, .design_y = 1.0f };
    InputEvent event = key_with(&none, SDLK_AMPERSAND, SDL_SCANCODE_1, 0, 0);
    assert_int_equal(event.view.key, KEY_DIGIT);
    assert_int_equal(event.view.digit, 1);
    event = key_with(&none, SDLK_9, SDL_SCANCODE_9, 0, 0);
    assert_int_equal(event.view.digit, 9);
    event = key_with(&none, SDLK_KP_4, SDL_SCANCODE_KP_4, KMOD_NUM, 0);
    assert_int_equal(event.view.key, KEY_DIGIT);
    assert_int_equal(event.view.digit, 4);
    event = key_with(&none, SDLK_KP_4, SDL_SCANCODE_KP_4, 0, 0);
    assert_int_equal(event.view.key, KEY_LEFT);
    assert_int_equal(key_with(&none, SDLK_0, SDL_SCANCODE_0, 0, 0).kind, INPUT_NOTHING);
}

// A held key moves on, but never takes a choice twice.
static void held_keys(void **state)
{
    (void)state;
    InputState none = { .design_x = 1.0f, .design_y = 1.0f };
    assert_int_equal(key_with(&none, SDLK_DOWN, SDL_SCANCODE_DOWN, 0, 1).kind, INPUT_FOR_VIEW);
    assert_int_equal(key_with(&none, SDLK_RETURN, SDL_SCANCODE_RETURN, 0, 1).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&none, SDLK_2, SDL_SCANCODE_2, 0, 1).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&none, SDLK_u, SDL_SCANCODE_U, 0, 1).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&none, SDLK_F11, SDL_SCANCODE_F11, 0, 1).kind, INPUT_NOTHING);
}

static void looking_ends_with_the_key_or_the_focus(void **state)
{
    (void)state;
    InputState input = { .design_x = 1.0f, .design_y = 1.0f };
    SDL_Event up = { .key = { .type = SDL_KEYUP, .keysym = { .sym = SDLK_l } } };
    SDL_Event away = { .window = { .type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST } };
    assert_int_equal(input_translate(&input, &up).kind, INPUT_NOTHING); // was not held
    const SDL_Event *const ends[] = { &up, &away };
    for (int i = 0; i < 2; i++) {
        key_with(&input, SDLK_l, SDL_SCANCODE_L, 0, 0);
        assert_true(input.looking);
        assert_int_equal(key_with(&input, SDLK_l, SDL_SCANCODE_L, 0, 1).kind, INPUT_NOTHING);
        InputEvent event = input_translate(&input, ends[i]);
        assert_int_equal(event.view.key, KEY_LOOK);
        assert_true(event.view.released);
        assert_int_equal(input_translate(&input, ends[i]).kind, INPUT_NOTHING);
    }
}

static void letters_are_text_where_it_is_wanted(void **state)
{
    (void)state;
    InputState input = { .design_x = 1.0f, .design_y = 1.0f };
    SDL_Event typed = { .text = { .type = SDL_TEXTINPUT, .text = "\xc3\xbc" } };
    assert_int_equal(input_translate(&input, &typed).kind, INPUT_NOTHING);
    input.writing = true;
    InputEvent event = input_translate(&input, &typed);
    assert_int_equal(event.view.kind, INPUT_TEXT);
    assert_string_equal(event.view.text, "\xc3\xbc");
    assert_int_equal(key_with(&input, SDLK_u, SDL_SCANCODE_U, 0, 0).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&input, SDLK_m, SDL_SCANCODE_M, 0, 0).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&input, SDLK_1, SDL_SCANCODE_1, 0, 0).kind, INPUT_NOTHING);
    assert_int_equal(key_with(&input, SDLK_SPACE, SDL_SCANCODE_SPACE, 0, 0).kind, INPUT_NOTHING);
    event = key_with(&input, SDLK_BACKSPACE, SDL_SCANCODE_BACKSPACE, 0, 1); // also held down
    assert_int_equal(event.view.key, KEY_BACKSPACE);
    assert_int_equal(key_with(&input, SDLK_DELETE, SDL_SCANCODE_DELETE, 0, 0).view.key, KEY_DELETE);
    assert_int_equal(key_with(&input, SDLK_RETURN, SDL_SCANCODE_RETURN, 0, 0).view.key, KEY_ENTER);
    assert_int_equal(key_with(&input, SDLK_LEFT, SDL_SCANCODE_LEFT, 0, 0).view.key, KEY_LEFT);
    assert_int_equal(key_with(&input, SDLK_ESCAPE, SDL_SCANCODE_ESCAPE, 0, 0).view.key, KEY_ESCAPE);
    assert_int_equal(key_with(&input, SDLK_F10, SDL_SCANCODE_F10, 0, 0).view.key, KEY_SETTINGS);
}

static void mouse_in_design_units(void **state)
{
    (void)state;
    InputState half = { .design_x = 2.0f,
                        .design_y = 2.0f }; // a window half as large as the design
    SDL_Event move = { .motion = { .type = SDL_MOUSEMOTION, .x = 100, .y = 50 } };
    InputEvent event = input_translate(&half, &move);
    assert_int_equal(event.view.kind, INPUT_POINT);
    assert_true(event.view.x == 200.0f && event.view.y == 100.0f);
    SDL_Event press = {
        .button = { .type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 10, .y = 20 }
    };
    event = input_translate(&half, &press);
    assert_int_equal(event.view.kind, INPUT_PRESS);
    assert_true(event.view.x == 20.0f && event.view.y == 40.0f);
    press.type = SDL_MOUSEBUTTONUP;
    event = input_translate(&half, &press);
    assert_int_equal(event.view.kind, INPUT_RELEASE);
    assert_true(event.view.x == 20.0f && event.view.y == 40.0f);
    press.button.button = SDL_BUTTON_RIGHT; // goes back, once
    assert_int_equal(input_translate(&half, &press).kind, INPUT_NOTHING);
    press.type = SDL_MOUSEBUTTONDOWN;
    assert_int_equal(input_translate(&half, &press).view.key, KEY_ESCAPE);
    press.button.which = SDL_TOUCH_MOUSEID; // the finger itself has come already
    press.button.button = SDL_BUTTON_LEFT;
    assert_int_equal(input_translate(&half, &press).kind, INPUT_NOTHING);
    SDL_Event wheel = { .wheel = { .type = SDL_MOUSEWHEEL, .y = 2 } };
    assert_true(input_translate(&half, &wheel).view.wheel == 2.0f);
    wheel.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    assert_true(input_translate(&half, &wheel).view.wheel == -2.0f);
}

static bool is_word_end(char c)
{
    return c == '\0' || c == ',';
}

// Whether the list of keys names this one: "F2", or one of "Ctrl+Plus, Ctrl+Minus".
static bool is_listed(const char *name)
{
    for (int i = 0; i < VIEW_HELP_KEYS; i++) {
        const char *keys = word(view_help_keys[i].key);
        for (const char *at = strstr(keys, name); at != NULL; at = strstr(at + 1, name)) {
            if ((at == keys || at[-1] == ' ') && is_word_end(at[strlen(name)])) {
                return true;
            }
        }
    }
    return false;
}

// Of each kind that is the window's own, at least one key is listed, and by the name it has.
static void the_list_of_keys_names_the_window_s_own(void **state)
{
    (void)state;
    static const struct {
        SDL_Keycode sym;
        int mod;
        const char *name;
    } keys[] = {
        { SDLK_F2, 0, "F2" },
        { SDLK_F3, 0, "F3" },
        { SDLK_F4, 0, "F4" },
        { SDLK_F5, 0, "F5" },
        { SDLK_F7, 0, "F7" },
        { SDLK_F8, 0, "F8" },
        { SDLK_LCTRL, KMOD_LCTRL, "Ctrl" },
        { SDLK_F11, 0, "F11" },
        { SDLK_m, 0, "M" },
        { SDLK_m, KMOD_LSHIFT, "Shift+M" },
        { SDLK_PLUS, KMOD_LCTRL, "Ctrl+Plus" },
        { SDLK_MINUS, KMOD_LCTRL, "Ctrl+Minus" },
    };
    unsigned taken = 0;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        taken |= 1u << key(keys[i].sym, keys[i].mod).kind;
        if (!is_listed(keys[i].name)) {
            fail_msg("%s is not in the list of keys", keys[i].name);
        }
    }
    const InputKind own[] = { INPUT_FULL_SCREEN, INPUT_LARGER,    INPUT_SMALLER,
                              INPUT_CONTRAST,    INPUT_SOUND,     INPUT_CAPTIONS,
                              INPUT_MOTION,      INPUT_SLOW_LINK, INPUT_FEEDBACK,
                              INPUT_SPEECH,      INPUT_READ,      INPUT_HUSH };
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        assert_true((taken & (1u << own[i])) != 0);
    }
}

static InputState one_handed(ViewHands hands)
{
    static const int32_t none[COMMAND_COUNT] = { 0 };
    InputState state = { .design_x = 1, .design_y = 1, .keyed = true, .hands = (uint8_t)hands };
    command_keys(hands, none, state.keys);
    return state;
}

static ViewKey pressed(InputState *state, SDL_Keycode sym)
{
    InputEvent event = key_with(state, sym, SDL_GetScancodeFromKey(sym), 0, 0);
    return event.kind == INPUT_FOR_VIEW ? event.view.key : KEY_NONE;
}

static void keys_for_one_hand(void **state)
{
    (void)state;
    InputState left = one_handed(HANDS_LEFT);
    assert_int_equal(pressed(&left, SDLK_w), KEY_UP);
    assert_int_equal(pressed(&left, SDLK_e), KEY_ENTER);
    assert_int_equal(pressed(&left, SDLK_q), KEY_ESCAPE);
    assert_int_equal(pressed(&left, SDLK_f), KEY_PAGE_DOWN);
    assert_int_equal(pressed(&left, SDLK_h), KEY_PAUSE); // one column over the middle
    assert_int_equal(pressed(&left, SDLK_y), KEY_YOU);
    assert_int_equal(pressed(&left, SDLK_m), KEY_ALL);
    assert_int_equal(pressed(&left, SDLK_o), KEY_NONE); // out of reach
    assert_int_equal(pressed(&left, SDLK_RETURN), KEY_ENTER);
    assert_int_equal(pressed(&left, SDLK_F10), KEY_SETTINGS);
    InputState right = one_handed(HANDS_RIGHT);
    InputEvent event = key_with(&right, SDLK_7, SDL_SCANCODE_7, 0, 0);
    assert_int_equal(event.view.key, KEY_DIGIT);
    assert_int_equal(event.view.digit, 2);
    assert_int_equal(key_with(&right, SDLK_0, SDL_SCANCODE_0, 0, 0).view.digit, 5);
    assert_int_equal(pressed(&right, SDLK_1), KEY_NONE);
    assert_int_equal(pressed(&right, SDLK_i), KEY_UP);
    assert_int_equal(pressed(&right, SDLK_t), KEY_PAUSE);
    assert_int_equal(pressed(&right, SDLK_f), KEY_NEW);
    assert_int_equal(pressed(&right, SDLK_r), KEY_ALL);
    assert_int_equal(key_with(&right, SDLK_i, SDL_SCANCODE_I, 0, 1).kind, INPUT_FOR_VIEW); // held
    assert_int_equal(key_with(&right, SDLK_o, SDL_SCANCODE_O, 0, 1).kind, INPUT_NOTHING);
}

static void the_key_that_is_asked_for(void **state)
{
    (void)state;
    InputState asking = { .design_x = 1, .design_y = 1, .asking = true };
    InputEvent event = key_with(&asking, SDLK_m, SDL_SCANCODE_M, 0, 0);
    assert_int_equal(event.kind, INPUT_FOR_VIEW);
    assert_int_equal(event.view.key, KEY_NONE);
    assert_int_equal(event.view.code, 'm');
    event = key_with(&asking, SDLK_F9, SDL_SCANCODE_F9, 0, 0);
    assert_int_equal(event.view.code, KEYCODE_F1 + 8);
    event = key_with(&asking, SDLK_ESCAPE, SDL_SCANCODE_ESCAPE, 0, 0);
    assert_int_equal(event.view.key, KEY_ESCAPE);
    event = key_with(&asking, SDLK_LEFT, SDL_SCANCODE_LEFT, 0, 0);
    assert_int_equal(event.view.code, 0); // has no number: it cannot be chosen
}

static void letting_go_counts_where_one_holds_to_choose(void **state)
{
    (void)state;
    InputState input = { .design_x = 1, .design_y = 1 };
    SDL_Event up = { .key = { .type = SDL_KEYUP, .keysym = { .sym = SDLK_RETURN } } };
    assert_int_equal(input_translate(&input, &up).kind, INPUT_NOTHING);
    input.holds = true;
    InputEvent event = input_translate(&input, &up);
    assert_int_equal(event.view.key, KEY_ENTER);
    assert_true(event.view.released);
    up.key.keysym = (SDL_Keysym){ .sym = SDLK_3, .scancode = SDL_SCANCODE_3 };
    event = input_translate(&input, &up);
    assert_int_equal(event.view.key, KEY_DIGIT);
    assert_int_equal(event.view.digit, 3);
    assert_true(event.view.released);
}

static InputEvent touch(InputState *state, Uint32 type, SDL_FingerID id, float x, float y)
{
    SDL_Event event = { .tfinger = { .type = type, .fingerId = id, .x = x, .y = y } };
    return input_translate(state, &event);
}

static void one_finger_means_something(void **state)
{
    (void)state;
    InputState input = { .design_width = 1280, .design_height = 720 };
    InputEvent event = touch(&input, SDL_FINGERDOWN, 4, .5f, .25f);
    assert_int_equal(event.view.kind, INPUT_PRESS);
    assert_int_equal(event.view.device, DEVICE_TOUCH);
    assert_true(event.view.x == 640 && event.view.y == 180);
    assert_int_equal(touch(&input, SDL_FINGERMOTION, 4, .6f, .25f).view.kind, INPUT_POINT);
    assert_int_equal(touch(&input, SDL_FINGERUP, 4, .6f, .25f).view.kind, INPUT_RELEASE);
    touch(&input, SDL_FINGERDOWN, 4, .5f, .25f); // a second one takes it back
    event = touch(&input, SDL_FINGERDOWN, 5, .7f, .7f);
    assert_int_equal(event.view.kind, INPUT_RELEASE);
    assert_true(event.view.x < 0);
    assert_int_equal(touch(&input, SDL_FINGERMOTION, 5, .8f, .7f).kind, INPUT_NOTHING);
    assert_int_equal(touch(&input, SDL_FINGERUP, 5, .8f, .7f).kind, INPUT_NOTHING);
    touch(&input, SDL_FINGERUP, 4, .5f, .25f);
    assert_int_equal(touch(&input, SDL_FINGERDOWN, 9, .1f, .1f).view.kind, INPUT_PRESS);
}

static void type_sizes(void **state)
{
    (void)state;
    float scale = 1.0f;
    int steps = 0;
    for (; scale < 2.0f && steps < 20; steps++) {
        scale = input_next_scale(scale, 1);
    }
    assert_int_equal(steps, 5);
    assert_true(input_next_scale(2.0f, 1) == 2.0f);
    assert_true(input_next_scale(1.0f, -1) == 1.0f);
    assert_true(input_next_scale(1.3f, 1) == 1.5f);
    assert_true(input_next_scale(1.3f, -1) == 1.25f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_for_the_view),
        cmocka_unit_test(keys_for_the_window),
        cmocka_unit_test(digits_by_place),
        cmocka_unit_test(held_keys),
        cmocka_unit_test(looking_ends_with_the_key_or_the_focus),
        cmocka_unit_test(letters_are_text_where_it_is_wanted),
        cmocka_unit_test(mouse_in_design_units),
        cmocka_unit_test(the_list_of_keys_names_the_window_s_own),
        cmocka_unit_test(keys_for_one_hand),
        cmocka_unit_test(the_key_that_is_asked_for),
        cmocka_unit_test(letting_go_counts_where_one_holds_to_choose),
        cmocka_unit_test(one_finger_means_something),
        cmocka_unit_test(type_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
