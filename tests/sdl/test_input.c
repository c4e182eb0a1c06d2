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
    press.button.button = SDL_BUTTON_RIGHT;
    assert_int_equal(input_translate(&half, &press).kind, INPUT_NOTHING);
    press.type = SDL_MOUSEBUTTONDOWN;
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
                              INPUT_MOTION,      INPUT_SLOW_LINK, INPUT_FEEDBACK };
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        assert_true((taken & (1u << own[i])) != 0);
    }
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
        cmocka_unit_test(type_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
