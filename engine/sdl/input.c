// Letters go by what is printed on the key, digits by where the key is (a French keyboard has
// digits only with Shift). What may take a choice does not repeat while a key is held.
#include "sdl/input.h"

enum { SHARP_S = 0xDF }; // the key of the German question mark

static const float scales[] = { 1.0f, 1.1f, 1.25f, 1.5f, 1.75f, 2.0f };
enum { SCALE_COUNT = 6 };

float input_next_scale(float scale, int by)
{
    const float near = 0.01f; // a setting that was read from a file
    if (by > 0) {
        for (int i = 0; i < SCALE_COUNT; i++) {
            if (scales[i] > scale + near) {
                return scales[i];
            }
        }
        return scales[SCALE_COUNT - 1];
    }
    for (int i = SCALE_COUNT - 1; i >= 0; i--) {
        if (scales[i] < scale - near) {
            return scales[i];
        }
    }
    return scales[0];
}

static int digit_of(const SDL_Keysym *key)
{
    if (key->scancode >= SDL_SCANCODE_1 && key->scancode <= SDL_SCANCODE_9) {
        return (int)key->scancode - (int)SDL_SCANCODE_1 + 1;
    }
    if (key->scancode >= SDL_SCANCODE_KP_1 && key->scancode <= SDL_SCANCODE_KP_9 &&
        (key->mod & KMOD_NUM) != 0) {
        return (int)key->scancode - (int)SDL_SCANCODE_KP_1 + 1;
    }
    return 0;
}

// The keypad without Num Lock is arrows and pages.
static SDL_Keycode plain_key(const SDL_Keysym *key)
{
    switch (key->scancode) {
    case SDL_SCANCODE_KP_8:
        return SDLK_UP;
    case SDL_SCANCODE_KP_2:
        return SDLK_DOWN;
    case SDL_SCANCODE_KP_4:
        return SDLK_LEFT;
    case SDL_SCANCODE_KP_6:
        return SDLK_RIGHT;
    case SDL_SCANCODE_KP_7:
        return SDLK_HOME;
    case SDL_SCANCODE_KP_1:
        return SDLK_END;
    case SDL_SCANCODE_KP_9:
        return SDLK_PAGEUP;
    case SDL_SCANCODE_KP_3:
        return SDLK_PAGEDOWN;
    default:
        return key->sym;
    }
}

static bool is_question_mark(SDL_Keycode sym, bool shift)
{
    return sym == SDLK_QUESTION ||
           (shift && (sym == SDLK_SLASH || sym == SHARP_S || sym == SDLK_COMMA));
}

static ViewKey moving_key(SDL_Keycode sym, bool shift)
{
    switch (sym) {
    case SDLK_UP:
        return KEY_UP;
    case SDLK_DOWN:
        return KEY_DOWN;
    case SDLK_LEFT:
        return KEY_LEFT;
    case SDLK_RIGHT:
        return KEY_RIGHT;
    case SDLK_TAB:
        return shift ? KEY_PREVIOUS : KEY_NEXT;
    case SDLK_HOME:
        return KEY_HOME;
    case SDLK_END:
        return KEY_END;
    case SDLK_PAGEUP:
        return KEY_PAGE_UP;
    case SDLK_PAGEDOWN:
        return KEY_PAGE_DOWN;
    default:
        return KEY_NONE;
    }
}

static ViewKey acting_key(SDL_Keycode sym, bool shift)
{
    switch (sym) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return KEY_ENTER;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
        return KEY_ESCAPE;
    case SDLK_u:
    case SDLK_BACKSPACE:
        return KEY_UNDO;
    case SDLK_l:
        return KEY_LOOK;
    case SDLK_b:
        return KEY_CANYON;
    case SDLK_h:
        return KEY_HISTORY;
    case SDLK_c:
        return KEY_LEDGER;
    case SDLK_F1:
        return KEY_HELP;
    default:
        return is_question_mark(sym, shift) ? KEY_HELP : KEY_NONE;
    }
}

static InputEvent of_kind(InputKind kind)
{
    return (InputEvent){ .kind = kind };
}

static InputEvent key_input(ViewKey key, int digit, bool released)
{
    ViewInput view = { .kind = INPUT_KEY, .key = key, .digit = digit, .released = released };
    return (InputEvent){ .kind = INPUT_FOR_VIEW, .view = view };
}

static InputEvent with_control(const SDL_Keysym *key)
{
    switch (key->sym) {
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS:
        return of_kind(INPUT_LARGER);
    case SDLK_MINUS:
    case SDLK_KP_MINUS:
        return of_kind(INPUT_SMALLER);
    case SDLK_0:
    case SDLK_KP_0:
        return of_kind(INPUT_NORMAL_SIZE);
    case SDLK_z:
        return key_input(KEY_UNDO, 0, false);
    case SDLK_q:
        return of_kind(INPUT_CLOSE);
    default:
        return of_kind(INPUT_NOTHING);
    }
}

// Where letters are text, the other keys move, delete, keep or leave.
static InputEvent writing_key(const SDL_Keysym *key)
{
    SDL_Keycode sym = plain_key(key);
    switch (sym) {
    case SDLK_BACKSPACE:
        return key_input(KEY_BACKSPACE, 0, false);
    case SDLK_DELETE:
        return key_input(KEY_DELETE, 0, false);
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return key_input(KEY_ENTER, 0, false);
    case SDLK_ESCAPE:
        return key_input(KEY_ESCAPE, 0, false);
    default: {
        ViewKey moving = moving_key(sym, (key->mod & KMOD_SHIFT) != 0);
        return moving != KEY_NONE ? key_input(moving, 0, false) : of_kind(INPUT_NOTHING);
    }
    }
}

static InputEvent typed(const InputState *state, const SDL_TextInputEvent *event)
{
    if (!state->writing) {
        return of_kind(INPUT_NOTHING);
    }
    InputEvent input = { .kind = INPUT_FOR_VIEW, .view = { .kind = INPUT_TEXT } };
    _Static_assert(sizeof event->text <= sizeof input.view.text, "SDL's text fits");
    SDL_strlcpy(input.view.text, event->text, sizeof input.view.text);
    return input;
}

static InputEvent key_down(InputState *state, const SDL_KeyboardEvent *event)
{
    const SDL_Keysym *key = &event->keysym;
    SDL_Keycode sym = plain_key(key);
    bool shift = (key->mod & KMOD_SHIFT) != 0;
    bool again = event->repeat != 0;
    if (key->sym == SDLK_F11 || (sym == SDLK_RETURN && (key->mod & KMOD_ALT) != 0)) {
        return of_kind(again ? INPUT_NOTHING : INPUT_FULL_SCREEN);
    }
    if (key->sym == SDLK_F2) {
        return of_kind(again ? INPUT_NOTHING : INPUT_CONTRAST);
    }
    if (key->sym == SDLK_F5) {
        return of_kind(again ? INPUT_NOTHING : INPUT_FEEDBACK);
    }
    if (key->sym == SDLK_F3 || (key->sym == SDLK_F4 && (key->mod & KMOD_ALT) == 0)) {
        return of_kind(again                 ? INPUT_NOTHING
                       : key->sym == SDLK_F3 ? INPUT_MOTION
                                             : INPUT_SLOW_LINK);
    }
    if ((key->mod & (KMOD_CTRL | KMOD_GUI)) != 0) {
        return with_control(key);
    }
    if (state->writing) {
        return writing_key(key);
    }
    if ((key->mod & KMOD_LALT) != 0) {
        return of_kind(INPUT_NOTHING); // belongs to the window manager
    }
    if (sym == SDLK_m) {
        return of_kind(again ? INPUT_NOTHING : shift ? INPUT_CAPTIONS : INPUT_SOUND);
    }
    int digit = digit_of(key);
    if (digit > 0) {
        return again ? of_kind(INPUT_NOTHING) : key_input(KEY_DIGIT, digit, false);
    }
    ViewKey moving = moving_key(sym, shift);
    if (moving != KEY_NONE) {
        return key_input(moving, 0, false);
    }
    ViewKey acting = acting_key(sym, shift);
    if (acting == KEY_NONE || again) {
        return of_kind(INPUT_NOTHING);
    }
    state->looking = state->looking || acting == KEY_LOOK;
    return key_input(acting, 0, false);
}

// Only the key to look at the bridge is of interest when it is let go.
static InputEvent stop_looking(InputState *state)
{
    if (!state->looking) {
        return of_kind(INPUT_NOTHING);
    }
    state->looking = false;
    return key_input(KEY_LOOK, 0, true);
}

static InputEvent pointer(const InputState *state, ViewInputKind kind, int x, int y)
{
    ViewInput view = { .kind = kind,
                       .x = (float)x * state->design_x,
                       .y = (float)y * state->design_y };
    return (InputEvent){ .kind = INPUT_FOR_VIEW, .view = view };
}

static InputEvent wheel(const SDL_MouseWheelEvent *event)
{
    int lines = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->y : event->y;
    if (lines == 0) {
        return of_kind(INPUT_NOTHING);
    }
    ViewInput view = { .kind = INPUT_WHEEL, .wheel = (float)lines };
    return (InputEvent){ .kind = INPUT_FOR_VIEW, .view = view };
}

static InputEvent window_event(InputState *state, const SDL_WindowEvent *event)
{
    switch (event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_MAXIMIZED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: // perhaps one of another scale
        return of_kind(INPUT_RESIZED);
    case SDL_WINDOWEVENT_EXPOSED:
        return of_kind(INPUT_EXPOSED);
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        return of_kind(INPUT_HIDDEN);
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
        return of_kind(INPUT_SHOWN);
    case SDL_WINDOWEVENT_FOCUS_LOST:
        return stop_looking(state); // the key will be let go elsewhere
    case SDL_WINDOWEVENT_CLOSE:
        return of_kind(INPUT_CLOSE);
    default:
        return of_kind(INPUT_NOTHING);
    }
}

InputEvent input_translate(InputState *state, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT:
        return of_kind(INPUT_CLOSE);
    case SDL_KEYDOWN:
        return key_down(state, &event->key);
    case SDL_TEXTINPUT:
        return typed(state, &event->text);
    case SDL_KEYUP:
        return event->key.keysym.sym == SDLK_l ? stop_looking(state) : of_kind(INPUT_NOTHING);
    case SDL_MOUSEMOTION:
        return pointer(state, INPUT_POINT, event->motion.x, event->motion.y);
    case SDL_MOUSEBUTTONDOWN:
        return event->button.button == SDL_BUTTON_LEFT
                   ? pointer(state, INPUT_PRESS, event->button.x, event->button.y)
                   : of_kind(INPUT_NOTHING);
    case SDL_MOUSEBUTTONUP:
        return event->button.button == SDL_BUTTON_LEFT
                   ? pointer(state, INPUT_RELEASE, event->button.x, event->button.y)
                   : of_kind(INPUT_NOTHING);
    case SDL_MOUSEWHEEL:
        return wheel(&event->wheel);
    case SDL_WINDOWEVENT:
        return window_event(state, &event->window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        return of_kind(INPUT_RESIZED);
    default:
        return of_kind(INPUT_NOTHING);
    }
}
