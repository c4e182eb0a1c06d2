// Buttons by where they lie, not by what is printed on them: the lower one takes, the right one goes back.
#include "sdl/pad.h"

static const double repeat_first = 0.42; // seconds
static const double repeat_then = 0.13;

enum {
    STICK_IN = 17000, // of 32767
    STICK_OUT = 11000,
    TRIGGER_IN = 16000,
    TRIGGER_OUT = 8000
};

void pad_begin(Pad *pad)
{
    if (!pad->begun) {
        pad->begun = true;
        SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER); // where it fails there are none
    }
}

static void close_one(Pad *pad, int i)
{
    SDL_GameControllerClose(pad->open[i]);
    pad->open[i] = NULL;
}

void pad_end(Pad *pad)
{
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->plain[i] != NULL) {
            SDL_JoystickClose(pad->plain[i]);
            pad->plain[i] = NULL;
        }
    }
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->open[i] != NULL) {
            close_one(pad, i);
        }
    }
    if (pad->begun) {
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
        pad->begun = false;
    }
}

static void plugged_in(Pad *pad, int device)
{
    SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(device);
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->open[i] != NULL && pad->ids[i] == id) {
            return;
        }
    }
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->open[i] == NULL) {
            pad->open[i] = SDL_GameControllerOpen(device);
            pad->ids[i] = id;
            return;
        }
    }
}

static void plugged_out(Pad *pad, SDL_JoystickID id)
{
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->open[i] != NULL && pad->ids[i] == id) {
            close_one(pad, i);
        }
    }
    pad->direction = KEY_NONE; // nobody will let it go
    for (int i = 0; i < 4; i++) {
        pad->stick[i] = false;
    }
}

static ViewInput of_key(ViewKey key, bool released)
{
    return (ViewInput){ .kind = INPUT_KEY, .key = key, .released = released, .device = DEVICE_PAD };
}

static ViewKey button_key(Uint8 button)
{
    switch (button) {
    case SDL_CONTROLLER_BUTTON_A:
        return KEY_ENTER;
    case SDL_CONTROLLER_BUTTON_B:
        return KEY_ESCAPE;
    case SDL_CONTROLLER_BUTTON_X:
        return KEY_UNDO;
    case SDL_CONTROLLER_BUTTON_Y:
        return KEY_LOOK;
    case SDL_CONTROLLER_BUTTON_START:
        return KEY_SETTINGS;
    case SDL_CONTROLLER_BUTTON_BACK:
        return KEY_HELP;
    case SDL_CONTROLLER_BUTTON_LEFTSTICK:
    case SDL_CONTROLLER_BUTTON_RIGHTSTICK:
        return KEY_CANYON;
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER:
        return KEY_PAGE_UP;
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER:
        return KEY_PAGE_DOWN;
    case SDL_CONTROLLER_BUTTON_DPAD_UP:
        return KEY_UP;
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN:
        return KEY_DOWN;
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT:
        return KEY_LEFT;
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT:
        return KEY_RIGHT;
    default:
        return KEY_NONE;
    }
}

static bool is_direction(ViewKey key)
{
    return key == KEY_UP || key == KEY_DOWN || key == KEY_LEFT || key == KEY_RIGHT;
}

static bool press(Pad *pad, ViewKey key, double now, ViewInput *out)
{
    if (key == KEY_NONE) {
        return false;
    }
    if (is_direction(key)) {
        pad->direction = key;
        pad->repeats_at = now + repeat_first;
    }
    *out = of_key(key, false);
    return true;
}

static bool let_go(Pad *pad, ViewKey key, ViewInput *out)
{
    if (key == pad->direction) {
        pad->direction = KEY_NONE;
    }
    bool wanted = key == KEY_LOOK || (key == KEY_ENTER && pad->holds);
    *out = of_key(key, true);
    return wanted;
}

// One end of an axis of the left stick: beyond the threshold it is as good as the cross.
static bool tilt(Pad *pad, int end, int value, ViewKey key, double now, ViewInput *out)
{
    if (!pad->stick[end] && value > STICK_IN) {
        pad->stick[end] = true;
        return press(pad, key, now, out);
    }
    if (pad->stick[end] && value < STICK_OUT) {
        pad->stick[end] = false;
        return let_go(pad, key, out);
    }
    return false;
}

static bool pull(Pad *pad, int which, int value, ViewKey key, double now, ViewInput *out)
{
    if (!pad->triggers[which] && value > TRIGGER_IN) {
        pad->triggers[which] = true;
        return press(pad, key, now, out);
    }
    if (value < TRIGGER_OUT) {
        pad->triggers[which] = false;
    }
    return false;
}

static bool axis(Pad *pad, const SDL_ControllerAxisEvent *event, double now, ViewInput *out)
{
    int value = event->value;
    switch (event->axis) {
    case SDL_CONTROLLER_AXIS_LEFTX:
        return tilt(pad, 0, -value, KEY_LEFT, now, out) || tilt(pad, 1, value, KEY_RIGHT, now, out);
    case SDL_CONTROLLER_AXIS_LEFTY:
        return tilt(pad, 2, -value, KEY_UP, now, out) || tilt(pad, 3, value, KEY_DOWN, now, out);
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
        return pull(pad, 0, value, KEY_HISTORY, now, out);
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
        return pull(pad, 1, value, KEY_LEDGER, now, out);
    default:
        return false;
    }
}

// ---- what SDL knows no layout of ----------------------------------------------------------------

static void plain_in(Pad *pad, int device)
{
    for (int i = 0; i < PAD_MOST && SDL_IsGameController(device) == SDL_FALSE; i++) {
        if (pad->plain[i] == NULL) {
            pad->plain[i] = SDL_JoystickOpen(device);
            pad->plain_ids[i] = SDL_JoystickGetDeviceInstanceID(device);
            return;
        }
    }
}

static int plain_of(const Pad *pad, SDL_JoystickID id)
{
    for (int i = 0; i < PAD_MOST; i++) {
        if (pad->plain[i] != NULL && pad->plain_ids[i] == id) {
            return i;
        }
    }
    return -1;
}

static void plain_out(Pad *pad, SDL_JoystickID id)
{
    int i = plain_of(pad, id);
    if (i >= 0) {
        SDL_JoystickClose(pad->plain[i]);
        pad->plain[i] = NULL;
        pad->direction = KEY_NONE;
    }
}

// In the order in which most are wired; a box with one button takes with it.
static ViewKey plain_key(Uint8 button)
{
    static const ViewKey KEYS[] = { KEY_ENTER,   KEY_ESCAPE,    KEY_UNDO, KEY_LOOK,
                                    KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_HELP, KEY_SETTINGS };
    return button < sizeof KEYS / sizeof *KEYS ? KEYS[button] : KEY_NONE;
}

static bool plain_hat(Pad *pad, Uint8 value, double now, ViewInput *out)
{
    ViewKey key = (value & SDL_HAT_UP) != 0      ? KEY_UP
                  : (value & SDL_HAT_DOWN) != 0  ? KEY_DOWN
                  : (value & SDL_HAT_LEFT) != 0  ? KEY_LEFT
                  : (value & SDL_HAT_RIGHT) != 0 ? KEY_RIGHT
                                                 : KEY_NONE;
    if (key == KEY_NONE) {
        pad->direction = KEY_NONE;
        return false;
    }
    return press(pad, key, now, out);
}

static bool plain_axis(Pad *pad, const SDL_JoyAxisEvent *event, double now, ViewInput *out)
{
    SDL_ControllerAxisEvent as_stick = { .axis = event->axis, .value = event->value };
    return event->axis < 2 && axis(pad, &as_stick, now, out); // 0 across, 1 down, as on a pad
}

static bool plain_translate(Pad *pad, const SDL_Event *event, double now, ViewInput *out)
{
    switch (event->type) {
    case SDL_JOYDEVICEADDED:
        plain_in(pad, event->jdevice.which);
        return false;
    case SDL_JOYDEVICEREMOVED:
        plain_out(pad, event->jdevice.which);
        return false;
    case SDL_JOYBUTTONDOWN:
        return plain_of(pad, event->jbutton.which) >= 0 &&
               press(pad, plain_key(event->jbutton.button), now, out);
    case SDL_JOYBUTTONUP:
        return plain_of(pad, event->jbutton.which) >= 0 &&
               let_go(pad, plain_key(event->jbutton.button), out);
    case SDL_JOYHATMOTION:
        return plain_of(pad, event->jhat.which) >= 0 && plain_hat(pad, event->jhat.value, now, out);
    case SDL_JOYAXISMOTION:
        return plain_of(pad, event->jaxis.which) >= 0 && plain_axis(pad, &event->jaxis, now, out);
    default:
        return false;
    }
}

bool pad_translate(Pad *pad, const SDL_Event *event, double now, ViewInput *out)
{
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED:
        plugged_in(pad, event->cdevice.which);
        return false;
    case SDL_CONTROLLERDEVICEREMOVED:
        plugged_out(pad, event->cdevice.which);
        return false;
    case SDL_CONTROLLERBUTTONDOWN:
        return press(pad, button_key(event->cbutton.button), now, out);
    case SDL_CONTROLLERBUTTONUP:
        return let_go(pad, button_key(event->cbutton.button), out);
    case SDL_CONTROLLERAXISMOTION:
        return axis(pad, &event->caxis, now, out);
    default:
        return plain_translate(pad, event, now, out);
    }
}

bool pad_is_held(const Pad *pad)
{
    return pad->direction != KEY_NONE;
}

bool pad_repeat(Pad *pad, double now, ViewInput *out)
{
    if (pad->direction == KEY_NONE || now < pad->repeats_at) {
        return false;
    }
    pad->repeats_at = now + repeat_then;
    *out = of_key(pad->direction, false);
    return true;
}
