// A window on the dummy video driver with a host made for the test, and a clock that the test sets:
// what the tests of the window share.
#pragma once

#include "support/test.h"

#include "sdl/sample_frame.h"
#include "sdl/window.h"

#include <SDL.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

typedef struct Host {
    int focused; // option of the sample frame
    bool library;
    bool quit_on_escape;
    int moving_ticks; // so many TICKs are wanted
    int inputs, frames, settings_changes;
    ViewInput last;
    ViewSettings settings;
    float width, height;
    double now; // seconds, where the test sets the clock
} Host;

static inline bool host_input(void *context, const ViewInput *input)
{
    Host *host = context;
    if (input->kind == INPUT_TICK) {
        host->moving_ticks--;
        return true;
    }
    host->inputs++;
    host->last = *input;
    if (input->kind == INPUT_KEY && input->key == KEY_DOWN) {
        host->focused = host->focused % 3 + 1;
    }
    return !(host->quit_on_escape && input->kind == INPUT_KEY && input->key == KEY_ESCAPE);
}

static inline void host_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Host *host = context;
    host->frames++;
    host->settings = *settings;
    host->width = frame->width;
    host->height = frame->height;
    assert_int_equal(frame->command_count, 0);
    assert_true(measure->width(measure->context, FONT_UI, 16.0f, "wide", -1) > 10.0f);
    if (host->library) {
        sample_library(frame);
    } else {
        sample_play(frame, host->focused);
    }
    frame->high_contrast = settings->high_contrast;
}

static inline bool host_is_moving(void *context)
{
    const Host *host = context;
    return host->moving_ticks > 0;
}

static inline void host_settings(void *context, const ViewSettings *settings)
{
    Host *host = context;
    host->settings_changes++;
    host->settings = *settings;
}

static inline double host_seconds(void *context)
{
    const Host *host = context;
    return host->now;
}

static inline SdlOptions options_for(Host *host)
{
    *host = (Host){ .focused = 1 };
    return (SdlOptions){ .title = "Test",
                         .width = 1280,
                         .height = 720,
                         .font_folder = FONTS,
                         .only_font_folder = true,
                         .settings = { .reduced_motion = true },
                         .host = { .context = host,
                                   .input = host_input,
                                   .frame = host_frame,
                                   .is_moving = host_is_moving,
                                   .settings_changed = host_settings,
                                   .seconds = host_seconds } };
}

static inline SdlWindow *open_with(const SdlOptions *options)
{
    Err err = { 0 };
    SdlWindow *window = window_open(options, &err);
    if (window == NULL) {
        fail_msg("%s", err.message);
    }
    return window;
}

static inline void key(SDL_Keycode sym, int mod)
{
    SDL_Event event = { .key = { .type = SDL_KEYDOWN, .state = SDL_PRESSED } };
    event.key.keysym =
        (SDL_Keysym){ .scancode = SDL_GetScancodeFromKey(sym), .sym = sym, .mod = (Uint16)mod };
    SDL_PushEvent(&event);
}

// Steps until nothing is pending.
static inline void run_until_quiet(SdlWindow *window, Host *host)
{
    for (int i = 0; i < 30000; i++) {
        SDL_Delay(i < 1000 ? 0 : 2); // what is painted beside it takes the machine's own time
        host->now += 1.0 / 60.0;
        assert_true(window_frame(window));
        SdlStats stats = window_stats(window);
        if (!stats.pending && stats.resting && i > 3) {
            return;
        }
    }
    fail_msg("the window does not come to rest");
}

// Steps of 1/60 s until the clock shows `until`; returns how often something was shown.
static inline int run_clock(SdlWindow *window, Host *host, double until)
{
    int before = window_stats(window).shown;
    while (host->now < until) {
        host->now += 1.0 / 60.0;
        assert_true(window_frame(window));
    }
    return window_stats(window).shown - before;
}

static inline void push_window_event(Uint8 what)
{
    SDL_Event event = { .window = { .type = SDL_WINDOWEVENT, .event = what } };
    SDL_PushEvent(&event);
}
