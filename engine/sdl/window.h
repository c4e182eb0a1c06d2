// The window: shows the host's frames, hands it inputs, and rests when nothing happens. The host
// owns the screens, the play and what is stored; nothing of that is known here. A native loop is
// `while (window_frame(window)) window_wait(window);` and a browser calls window_frame alone.
#pragma once

#include "base/err.h"
#include "picture/scene.h"
#include "sdl/monitors.h"
#include "view/view.h"

#include <stdbool.h>

// What the window asks of the program. All are called from window_frame, on its thread.
typedef struct SdlHost {
    void *context;
    // One input. False ends the window's life: window_frame returns false.
    bool (*input)(void *context, const ViewInput *input);
    // Draws the present screen into a cleared frame that has its size already.
    void (*frame)(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                  Frame *frame);
    // Whether INPUT_TICKs are wanted because something moves by itself.
    bool (*is_moving)(void *context);
    // Whether letters are text now. NULL: never.
    bool (*wants_text)(void *context);
    // Whether the next key is to be a command's own. NULL: never.
    bool (*wants_key)(void *context);
    bool letters; // keys that are no command are wanted, too: as KEY_NONE, with their code
    // The window's close button, or a wish of the system to end: true ends it. NULL: it ends.
    bool (*close)(void *context);
    // The player has changed type size, contrast, sound or captions by key: keep it. May be NULL.
    void (*settings_changed)(void *context, const ViewSettings *settings);
    // Somebody who listens wants silence, or to hear the whole screen. May be NULL.
    void (*listen)(void *context, bool read);
    // The time in seconds, for tests that cannot wait. NULL: the machine's clock.
    double (*seconds)(void *context);
} SdlHost;

typedef struct SdlOptions {
    const char *title;
    int width, height; // of the window; 0: 1280x720, or what the screen has room for
    bool full_screen;
    const char *font_folder;  // where the game's fonts are; NULL: only the system's
    bool only_font_folder;    // do not look for fonts anywhere else
    const char *sound_folder; // where the game's sounds are; NULL: none
    bool textured;            // show through a texture even where a plain surface would do
    bool second; // beside another window, which takes gamepads and whatever belongs to neither
    ViewSettings settings;    // text_scale 0 means 1
    SdlHost host;
} SdlOptions;

typedef struct SdlWindow SdlWindow;

// NULL with ERR_SYSTEM: no fonts, no display. Nothing is drawn yet: the first window_frame does it.
SdlWindow *window_open(const SdlOptions *options, Err *err);
void window_close(SdlWindow *window); // NULL is fine

// One step: takes what has happened since the last, and draws what has changed. Never waits. False
// when the window was closed or the host has had enough.
bool window_frame(SdlWindow *window);

// Sleeps until the next window_frame has something to do: an input, or the next picture.
void window_wait(SdlWindow *window);
// The same, for at most so long: for a host that looks at something else, too.
void window_wait_most(SdlWindow *window, int milliseconds);

// How many milliseconds it has nothing to do, unless an input comes: for a host that waits by itself.
int window_pause(const SdlWindow *window);

// Something has happened that is as good as an input: a new frame, and the wind blows for a while.
void window_stir(SdlWindow *window);

// Onto that monitor: all of it, or as an ordinary window in its middle, or in a corner, so that a second one
// beside it is seen.
typedef enum SdlPlace { PLACE_MIDDLE, PLACE_FIRST_CORNER, PLACE_LAST_CORNER, PLACE_FULL } SdlPlace;
void window_put(SdlWindow *window, const SdlMonitor *monitor, SdlPlace place);
// Whether it fills a screen, but not that monitor: the desktop has pushed it to another one without a word.
bool window_was_pushed(const SdlWindow *window, const SdlMonitor *monitor);
void window_raise(SdlWindow *window); // above others, with the keyboard

// The host has changed by itself (a play was loaded): ask for a new frame.
void window_refresh(SdlWindow *window);

// Shows a file in whatever the system opens such files with. An absolute path. False: nothing does.
bool window_show_file(const char *path);

// The bridge of the next frame is a different one (another play, an undo): shown settled at once.
void window_settle(SdlWindow *window);

ViewSettings window_settings(const SdlWindow *window);
void window_set_settings(SdlWindow *window, const ViewSettings *settings);
// The same, and the host is told to keep them.
void window_change_settings(SdlWindow *window, const ViewSettings *settings);

// A key ("Tab", "2", "Return") as if it had been pressed now: for measuring and for tests.
void window_press(SdlWindow *window, const char *key);

// The moving scene, to let people walk in it; NULL before a frame with a scene was shown. Its
// person 0 is the player, 1 the one whose bridge it is.
PictureScene *window_scene(SdlWindow *window);

// What the window shows now as a PNG file. Fails with ERR_SYSTEM.
bool window_save_png(SdlWindow *window, const char *path, Err *err);

typedef struct SdlStats {
    int frames;        // asked of the host
    int shown;         // times something was sent to the screen
    bool pending;      // backdrop or thumbnails are still being painted
    bool fading;       // ... and one light gives way to the next
    bool resting;      // nothing moves: the next step waits for an input
    float scale;       // pixels per design unit
    int width, height; // pixels
} SdlStats;

SdlStats window_stats(const SdlWindow *window);

// From any thread: a step is wanted, although nothing was pressed.
void window_wake(void);

// Where the window's contents stand on the screen, and whether it has the keyboard.
void window_place(const SdlWindow *window, int *x, int *y, bool *active);

// Borrowed until the next step; no pixels before the first one.
RasterSurface window_pixels(SdlWindow *window);
