// Letters go by what is printed on the key and by which of them were chosen (view/commands.h), digits by
// where the key is (a French keyboard has digits only with Shift). What may take a choice does not repeat while a key is held.
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

bool input_changes(InputKind kind, ViewSettings *settings)
{
    switch (kind) {
    case INPUT_LARGER:
    case INPUT_SMALLER:
        settings->text_scale =
            input_next_scale(settings->text_scale, kind == INPUT_LARGER ? 1 : -1);
        return true;
    case INPUT_NORMAL_SIZE:
        settings->text_scale = 1.0f;
        return true;
    case INPUT_CONTRAST:
        settings->high_contrast = !settings->high_contrast;
        return true;
    case INPUT_SOUND:
        settings->sound_off = !settings->sound_off;
        return true;
    case INPUT_CAPTIONS:
        settings->captions = (uint8_t)((settings->captions + 1) % CAPTIONS_COUNT);
        return true;
    case INPUT_FEEDBACK:
        settings->feedback = !settings->feedback;
        return true;
    case INPUT_SPEECH:
        settings->speech = !settings->speech;
        return true;
    case INPUT_MOTION:
        settings->reduced_motion = !settings->reduced_motion;
        return true;
    case INPUT_SLOW_LINK:
        settings->slow_link = !settings->slow_link;
        return true;
    default:
        return false;
    }
}

static int digit_of(const SDL_Keysym *key, ViewHands hands)
{
    if (key->scancode >= SDL_SCANCODE_1 && key->scancode <= SDL_SCANCODE_9) {
        return command_digit(hands, (int)key->scancode - (int)SDL_SCANCODE_1 + 1);
    }
    if (key->scancode == SDL_SCANCODE_0) {
        return command_digit(hands, 0);
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

// The keys that always do the same, whatever was chosen for a command.
static ViewKey fixed_key(SDL_Keycode sym, bool shift)
{
    switch (sym) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return KEY_ENTER;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
        return KEY_ESCAPE;
    case SDLK_BACKSPACE:
        return KEY_UNDO;
    case SDLK_F1:
        return KEY_HELP;
    case SDLK_F10:
        return KEY_SETTINGS;
    default:
        return is_question_mark(sym, shift) ? KEY_HELP : KEY_NONE;
    }
}

static ViewKey command_key(ViewCommand command)
{
    static const ViewKey KEYS[COMMAND_COUNT] = {
        [COMMAND_UNDO] = KEY_UNDO,
        [COMMAND_LOOK] = KEY_LOOK,
        [COMMAND_CANYON] = KEY_CANYON,
        [COMMAND_HISTORY] = KEY_HISTORY,
        [COMMAND_LEDGER] = KEY_LEDGER,
        [COMMAND_HELP] = KEY_HELP,
        [COMMAND_SETTINGS] = KEY_SETTINGS,
        [COMMAND_TAKE] = KEY_ENTER,
        [COMMAND_BACK] = KEY_ESCAPE,
        [COMMAND_UP] = KEY_UP,
        [COMMAND_DOWN] = KEY_DOWN,
        [COMMAND_LEFT] = KEY_LEFT,
        [COMMAND_RIGHT] = KEY_RIGHT,
        [COMMAND_PAGE_BACK] = KEY_PAGE_UP,
        [COMMAND_PAGE_ON] = KEY_PAGE_DOWN,
        [COMMAND_PAUSE] = KEY_PAUSE,
        [COMMAND_PLACES] = KEY_PLACES,
        [COMMAND_SKIP] = KEY_SKIP,
        [COMMAND_YOU] = KEY_YOU,
        [COMMAND_NEW] = KEY_NEW,
        [COMMAND_ALL] = KEY_ALL,
    };
    return command < COMMAND_COUNT ? KEYS[command] : KEY_NONE;
}

// The number of a key in view/commands.h; 0 for one that has none.
static int32_t code_of(SDL_Keycode sym)
{
    if (sym >= SDLK_F1 && sym <= SDLK_F12) {
        return KEYCODE_F1 + (int32_t)(sym - SDLK_F1);
    }
    return sym >= ' ' && (sym & SDLK_SCANCODE_MASK) == 0 && sym != SDLK_DELETE ? (int32_t)sym : 0;
}

static ViewCommand command_of(const InputState *state, SDL_Keycode sym)
{
    int32_t code = code_of(sym);
    if (state->keyed) {
        return command_of_key(state->keys, code);
    }
    static const int32_t NONE[COMMAND_COUNT] = { 0 };
    int32_t usual[COMMAND_COUNT];
    command_keys(HANDS_BOTH, NONE, usual);
    return command_of_key(usual, code);
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
    case SDLK_F10:
        return key_input(KEY_SETTINGS, 0, false);
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

static bool is_for_ears(SDL_Keycode sym)
{
    return sym == SDLK_F7 || sym == SDLK_F8 || sym == SDLK_LCTRL || sym == SDLK_RCTRL;
}

static InputKind for_ears(SDL_Keycode sym)
{
    return sym == SDLK_F7 ? INPUT_SPEECH : sym == SDLK_F8 ? INPUT_READ : INPUT_HUSH;
}

static bool is_moving_key(ViewKey key)
{
    return key == KEY_UP || key == KEY_DOWN || key == KEY_LEFT || key == KEY_RIGHT ||
           key == KEY_NEXT || key == KEY_PREVIOUS || key == KEY_PAGE_UP || key == KEY_PAGE_DOWN ||
           key == KEY_HOME || key == KEY_END;
}

// Digits, the keys that were chosen, then those that always do the same.
static InputEvent command_down(InputState *state, const SDL_Keysym *keysym, SDL_Keycode sym,
                               bool again)
{
    bool shift = (keysym->mod & KMOD_SHIFT) != 0;
    ViewCommand command = command_of(state, sym);
    if (command == COMMAND_SOUND && !state->letters) {
        return of_kind(again ? INPUT_NOTHING : shift ? INPUT_CAPTIONS : INPUT_SOUND);
    }
    int digit = digit_of(keysym, (ViewHands)state->hands);
    if (digit > 0) {
        return again ? of_kind(INPUT_NOTHING) : key_input(KEY_DIGIT, digit, false);
    }
    ViewKey key = command_key(command);
    key = key != KEY_NONE ? key : moving_key(sym, shift);
    key = key != KEY_NONE ? key : fixed_key(sym, shift);
    bool lettered = key == KEY_NONE && state->letters && code_of(sym) != 0;
    if ((key == KEY_NONE && !lettered) || (again && !is_moving_key(key))) {
        return of_kind(INPUT_NOTHING);
    }
    if (key == KEY_LOOK) {
        state->looking = keysym->sym;
    }
    InputEvent event = key_input(key, 0, false);
    event.view.code = code_of(sym);
    return event;
}

// The next key is to be a command's own: every one is given as it is, and Esc as itself.
static InputEvent asked_key(SDL_Keycode sym)
{
    InputEvent event = key_input(sym == SDLK_ESCAPE ? KEY_ESCAPE : KEY_NONE, 0, false);
    event.view.code = code_of(sym);
    return event;
}

static InputEvent key_down(InputState *state, const SDL_KeyboardEvent *event)
{
    const SDL_Keysym *key = &event->keysym;
    SDL_Keycode sym = plain_key(key);
    bool again = event->repeat != 0;
    if (state->asking) {
        return again ? of_kind(INPUT_NOTHING) : asked_key(sym);
    }
    if (key->sym == SDLK_F11 || (sym == SDLK_RETURN && (key->mod & KMOD_ALT) != 0)) {
        return of_kind(again ? INPUT_NOTHING : INPUT_FULL_SCREEN);
    }
    if (key->sym == SDLK_F2) {
        return of_kind(again ? INPUT_NOTHING : INPUT_CONTRAST);
    }
    if (key->sym == SDLK_F5) {
        return of_kind(again ? INPUT_NOTHING : INPUT_FEEDBACK);
    }
    if (is_for_ears(key->sym)) {
        return of_kind(again ? INPUT_NOTHING : for_ears(key->sym));
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
    return command_down(state, key, sym, again);
}

static InputEvent stop_looking(InputState *state)
{
    if (state->looking == 0) {
        return of_kind(INPUT_NOTHING);
    }
    state->looking = 0;
    return key_input(KEY_LOOK, 0, true);
}

// Of interest is only what was held down: looking at the bridge, and a choice that has to be held.
static InputEvent key_up(InputState *state, const SDL_Keysym *key)
{
    if (state->looking != 0 && key->sym == state->looking) {
        return stop_looking(state);
    }
    SDL_Keycode sym = plain_key(key);
    bool takes = fixed_key(sym, false) == KEY_ENTER || command_of(state, sym) == COMMAND_TAKE;
    int digit = digit_of(key, (ViewHands)state->hands);
    if (!state->holds || (!takes && digit == 0)) {
        return of_kind(INPUT_NOTHING);
    }
    return key_input(takes ? KEY_ENTER : KEY_DIGIT, digit, true);
}

static InputEvent pointer(const InputState *state, ViewInputKind kind, int x, int y)
{
    ViewInput view = { .kind = kind,
                       .x = (float)x * state->design_x,
                       .y = (float)y * state->design_y,
                       .device = DEVICE_MOUSE };
    return (InputEvent){ .kind = INPUT_FOR_VIEW, .view = view };
}

// The left button takes; the right one goes back, as Esc does.
static InputEvent button(const InputState *state, const SDL_MouseButtonEvent *event)
{
    if (event->which == SDL_TOUCH_MOUSEID) {
        return of_kind(INPUT_NOTHING); // the finger itself has come already
    }
    bool down = event->type == SDL_MOUSEBUTTONDOWN;
    if (event->button == SDL_BUTTON_LEFT) {
        return pointer(state, down ? INPUT_PRESS : INPUT_RELEASE, event->x, event->y);
    }
    InputEvent back = key_input(KEY_ESCAPE, 0, false);
    back.view.device = DEVICE_MOUSE;
    return down && event->button == SDL_BUTTON_RIGHT ? back : of_kind(INPUT_NOTHING);
}

// One finger points, presses and lets go. A second one takes the first one's press back: whoever zooms or
// leans on the screen means nothing.
static InputEvent finger(InputState *state, const SDL_TouchFingerEvent *event)
{
    bool first = state->fingers == 0 || (state->fingers > 0 && event->fingerId == state->finger);
    ViewInput view = { .kind = INPUT_POINT,
                       .x = event->x * state->design_width,
                       .y = event->y * state->design_height,
                       .device = DEVICE_TOUCH };
    if (event->type == SDL_FINGERDOWN) {
        state->fingers++;
        state->finger = first ? event->fingerId : state->finger;
        view.kind = first ? INPUT_PRESS : INPUT_RELEASE;
        view.x = first ? view.x : -1.0e4f; // beside everything
        view.y = first ? view.y : -1.0e4f;
    } else if (event->type == SDL_FINGERUP) {
        state->fingers -= state->fingers > 0;
        view.kind = INPUT_RELEASE;
    }
    bool meant = first || event->type == SDL_FINGERDOWN;
    return meant ? (InputEvent){ .kind = INPUT_FOR_VIEW, .view = view } : of_kind(INPUT_NOTHING);
}

static InputEvent wheel(const SDL_MouseWheelEvent *event)
{
    int lines = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->y : event->y;
    if (lines == 0) {
        return of_kind(INPUT_NOTHING);
    }
    ViewInput view = { .kind = INPUT_WHEEL, .wheel = (float)lines, .device = DEVICE_MOUSE };
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
        return key_up(state, &event->key.keysym);
    case SDL_MOUSEMOTION:
        return event->motion.which == SDL_TOUCH_MOUSEID
                   ? of_kind(INPUT_NOTHING)
                   : pointer(state, INPUT_POINT, event->motion.x, event->motion.y);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return finger(state, &event->tfinger);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return button(state, &event->button);
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
