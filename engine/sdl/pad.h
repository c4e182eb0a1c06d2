// Gamepads, and joysticks that are none: what their buttons, crosses and sticks mean as inputs for the screens, with the repeat of a
// direction that is held. Any number may be plugged in and out; all play together.
#pragma once

#include "view/view.h"

#include <SDL.h>
#include <stdbool.h>

enum { PAD_MOST = 4 };

typedef struct Pad {
    bool begun;
    SDL_GameController *open[PAD_MOST];
    SDL_JoystickID ids[PAD_MOST];
    SDL_Joystick *plain[PAD_MOST]; // what SDL knows no layout of: an old pad, a box of switches
    SDL_JoystickID plain_ids[PAD_MOST];
    ViewKey direction; // of the cross or stick, while it is held; KEY_NONE
    double repeats_at; // seconds
    bool stick[4];     // left stick beyond the threshold: left, right, up, down
    bool triggers[2];
    bool holds; // letting go of the lower button is of interest; set by the window
} Pad;

// Looks for gamepads from now on: 1 ms where there are none, more where the system has many devices to list,
// so not before the first picture. What is there comes as events.
void pad_begin(Pad *pad);
void pad_end(Pad *pad);

// True: the event is one of a gamepad's and means the input in *out.
bool pad_translate(Pad *pad, const SDL_Event *event, double now, ViewInput *out);

// A direction that is held: true when it is due again.
bool pad_repeat(Pad *pad, double now, ViewInput *out);
bool pad_is_held(const Pad *pad); // so that the loop does not sleep through the repeats
