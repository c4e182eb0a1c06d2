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
    INPUT_SPEECH,    // F7: reads itself aloud, or not
    INPUT_READ,      // F8: the whole screen aloud
    INPUT_HUSH,      // Ctrl alone: silence
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
    float design_width, design_height; // of all of it; set by the window
    SDL_Keycode looking;               // the key to look at the bridge that is held; 0
    bool writing;                      // letters are text; set by the window
    bool asking;                       // the next key is to be a command's own; set by the window
    bool letters;                      // keys without a command come too, by their code; set by the window
    bool holds;                        // letting go of what takes is of interest; set by the window
    bool keyed;                        // `keys` hold; else the usual ones
    uint8_t hands;                     // ViewHands
    int32_t keys[COMMAND_COUNT];
    int fingers; // that are down, and the first of them
    SDL_FingerID finger;
} InputState;

InputEvent input_translate(InputState *state, const SDL_Event *event);

// Type sizes that Ctrl+ and Ctrl- go through: 1.0, 1.1, 1.25, 1.5, 1.75, 2.0. `by`: +1 or -1.
float input_next_scale(float scale, int by);

// The setting that a key of its own changes, changed. False: `kind` is none of those.
bool input_changes(InputKind kind, ViewSettings *settings);
