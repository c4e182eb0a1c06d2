// Plays in a window. Window and host know nothing of each other; they meet here.
#define _POSIX_C_SOURCE 200809L

#include "app/host.h"

#include "app/trace.h"

#ifdef PLANKWRIGHT_HEADLESS

int play_in_window(const PlayRequest *request, Scenario *taken_scenario, Err *err)
{
    (void)request;
    (void)taken_scenario;
    err_set(err, ERR_SYSTEM, "this is a headless build");
    return -1;
}

#else

#include "sdl/window.h"

#include <stdio.h>

typedef struct Shown {
    Host host;
    SdlWindow *window;
} Shown;

static bool give_input(void *context, const ViewInput *input)
{
    Shown *shown = context;
    bool goes_on = host_input(&shown->host, input);
    if (shown->host.settle) {
        shown->host.settle = false;
        window_settle(shown->window);
    }
    return goes_on;
}

static void draw_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Shown *shown = context;
    view_frame(shown->host.view, settings, measure, frame);
}

static bool is_moving(void *context)
{
    Shown *shown = context;
    return view_is_moving(shown->host.view);
}

int play_in_window(const PlayRequest *request, Scenario *taken_scenario, Err *err)
{
    Shown shown = { .window = NULL };
    char fonts[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    shown.window = window_open(&(SdlOptions){ .title = "Plankwright",
                                              .font_folder = fonts,
                                              .host = { .context = &shown,
                                                        .input = give_input,
                                                        .frame = draw_frame,
                                                        .is_moving = is_moving } },
                               err);
    if (!shown.window) {
        return -1;
    }
    trace_point("window");
    host_open(&shown.host, request, taken_scenario);
    while (window_frame(shown.window)) {
        SdlStats stats = window_stats(shown.window);
        if (!trace_frame(stats.shown > 0, stats.pending, stats.resting)) {
            break;
        }
        window_wait(shown.window);
    }
    window_close(shown.window);
    host_close(&shown.host);
    return 0;
}

#endif
