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

enum { THINK_CHOICES = 16000 }; // two milliseconds of a frame

typedef struct Shown {
    Host host;
    SdlWindow *window;
    bool slow_link; // as it was last found or set
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

enum { LOOK_MILLISECONDS = 25 };

// With --live: what the author's files look like, forty times a second.
static void look_and_wait(Shown *shown, double *looked)
{
    if (!shown->host.request->live) {
        window_wait(shown->window);
        return;
    }
    double now = trace_now_milliseconds();
    if (now - *looked >= LOOK_MILLISECONDS) {
        *looked = now;
        if (host_look(&shown->host)) {
            shown->host.settle = false;
            window_settle(shown->window);
            window_refresh(shown->window);
        }
    }
    window_wait_most(shown->window, LOOK_MILLISECONDS);
}

static void draw_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Shown *shown = context;
    view_frame(shown->host.view, settings, measure, frame);
}

static bool wants_text(void *context)
{
    Shown *shown = context;
    return view_wants_text(shown->host.view);
}

static bool is_moving(void *context)
{
    Shown *shown = context;
    return view_is_moving(shown->host.view);
}

// Type size in percent, contrast and what is heard, as the player left them.
static void keep_settings(void *context, const ViewSettings *settings)
{
    Shown *shown = context;
    int percent = (int)(settings->text_scale * 100.0f + 0.5f);
    store_setting_keep(shown->host.store, "type_size", percent, NULL);
    store_setting_keep(shown->host.store, "high_contrast", settings->high_contrast, NULL);
    store_setting_keep(shown->host.store, "less_motion", settings->reduced_motion, NULL);
    if (settings->slow_link != shown->slow_link) { // else as the machine says, next time, too
        shown->slow_link = settings->slow_link;
        store_setting_keep(shown->host.store, "slow_link", settings->slow_link, NULL);
    }
    store_setting_keep(shown->host.store, "sound", !settings->sound_off, NULL);
    store_setting_keep(shown->host.store, "captions", settings->captions, NULL);
    store_setting_keep(shown->host.store, "feedback", settings->feedback, NULL);
}

static void restore_settings(Shown *shown)
{
    ViewSettings settings = window_settings(shown->window);
    int percent = store_setting(shown->host.store, "type_size", 100);
    settings.text_scale = (float)(percent < 100 ? 100 : percent > 200 ? 200 : percent) / 100.0f;
    settings.high_contrast = store_setting(shown->host.store, "high_contrast", 0) != 0;
    settings.reduced_motion = store_setting(shown->host.store, "less_motion", 0) != 0;
    settings.slow_link = store_setting(shown->host.store, "slow_link", settings.slow_link) != 0;
    shown->slow_link = settings.slow_link;
    settings.sound_off = store_setting(shown->host.store, "sound", 1) == 0;
    settings.feedback = store_setting(shown->host.store, "feedback", 0) != 0;
    int captions = store_setting(shown->host.store, "captions", CAPTIONS_IMPORTANT);
    settings.captions = (uint8_t)(captions < 0 || captions >= CAPTIONS_COUNT ? 0 : captions);
    window_set_settings(shown->window, &settings);
}

int play_in_window(const PlayRequest *request, Scenario *taken_scenario, Err *err)
{
    Shown shown = { .window = NULL };
    char fonts[PATHS_SIZE + 16];
    char sounds[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    snprintf(sounds, sizeof sounds, "%s/assets/sounds", paths_root());
    shown.window = window_open(&(SdlOptions){ .title = "Plankwright",
                                              .font_folder = fonts,
                                              .sound_folder = sounds,
                                              .host = { .context = &shown,
                                                        .input = give_input,
                                                        .frame = draw_frame,
                                                        .is_moving = is_moving,
                                                        .wants_text = wants_text,
                                                        .settings_changed = keep_settings } },
                               err);
    if (!shown.window) {
        return -1;
    }
    trace_point("window");
    host_open(&shown.host, request, taken_scenario);
    restore_settings(&shown);
    double looked = 0.0;
    while (window_frame(shown.window)) {
        SdlStats stats = window_stats(shown.window);
        if (!trace_frame(stats.shown > 0, stats.pending, stats.resting)) {
            break;
        }
        if (host_load_rest(&shown.host) || !view_think(shown.host.view, THINK_CHOICES)) {
            window_refresh(shown.window); // more of it with the next frame
        }
        look_and_wait(&shown, &looked);
    }
    window_close(shown.window);
    host_close(&shown.host);
    return 0;
}

#endif
