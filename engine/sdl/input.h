// What an event of the window system means: an input for the screens, or a wish to the window
// itself. Keeps only what is held down. Knows no screen and no window.
#pragma once

#include "view/view.h"

#include <SDL.h>
#include <stdbool.h>

typedef enum InputKind {
    INPUT_NOTHING,
    INPUT_FOR_VIEW,    // in `view`
    INPUT_CLOSE,       // the window's close button, a shutdown, Ctrl+C in the terminal
    INPUT_FULL_SCREEN, // F11, Alt+Enter
    INPUT_LARGER,      // type size: Ctrl and +, - or 0
    INPUT_SMALLER,
    INPUT_NORMAL_SIZE,
    INPUT_CONTRAST,  // F2
    INPUT_MOTION,    // F3: less of it
    INPUT_FEEDBACK,  // F5: what a choice has changed, at once
    INPUT_SLOW_LINK, // F4: few pictures, for a screen far away
    INPUT_SOUND,     // M
    INPUT_CAPTIONS,  // Shift+M
    INPUT_RESIZED,   // another size, screen or position: look at the surface again
    INPUT_EXPOSED,   // show all of it again
    INPUT_HIDDEN,    // nothing is seen any more
    INPUT_SHOWN,
} InputKind;

typedef struct InputEvent {
    InputKind kind;
    ViewInput view;
} InputEvent;

typedef struct InputState {
    float design_x, design_y; // design units per point of the window system; set by the window
    bool looking;             // the key to look at the bridge is held
    bool writing;             // letters are text; set by the window
} InputState;

InputEvent input_translate(InputState *state, const SDL_Event *event);

// Type sizes that Ctrl+ and Ctrl- go through: 1.0, 1.1, 1.25, 1.5, 1.75, 2.0. `by`: +1 or -1.
float input_next_scale(float scale, int by);
