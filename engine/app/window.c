// Plays in a window. Window and host know nothing of each other; they meet here.
#define _POSIX_C_SOURCE 200809L

#include "app/host.h"
#include "app/host_room.h"
#include "app/settings.h"
#include "app/speaker.h"

#include "app/trace.h"
#include "app/translations.h"
#include "base/file.h"
#include "base/say.h"

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

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { THINK_CHOICES = 16000 }; // two milliseconds of a frame

typedef struct Shown {
    Host host;
    SdlWindow *window;
    Speaker *speaker;
    ViewSettings machine;  // as the machine says, before anybody set anything
    ViewSettings settings; // as they were last found or set
} Shown;

static void restore_settings(Shown *shown);

// A page that was just kept, in the browser; where none opens it, that is said.
static void show_file(Host *host)
{
    char path[sizeof host->show_file];
    snprintf(path, sizeof path, "%s", host->show_file);
    host->show_file[0] = '\0';
    if (!window_show_file(path)) {
        view_notice(host->view, say("Nothing here opens it"), path,
                    say("Look for it in your files, or open it from a browser."));
    }
}

static bool give_input(void *context, const ViewInput *input)
{
    Shown *shown = context;
    if (!speaker_input(shown->speaker, input)) {
        return true;
    }
    bool goes_on = host_input(&shown->host, input);
    if (shown->host.show_file[0] != '\0') {
        show_file(&shown->host);
    }
    if (shown->host.other_settings) { // somebody else plays
        shown->host.other_settings = false;
        restore_settings(shown);
    }
    if (shown->host.settings_wanted) {
        shown->host.settings_wanted = false;
        window_change_settings(shown->window, &shown->host.settings);
    }
    if (shown->host.settle) {
        shown->host.settle = false;
        window_settle(shown->window);
    }
    return goes_on;
}

enum { LOOK_MILLISECONDS = 25, ROOM_MILLISECONDS = 200 };

// With --live: what the author's files look like, forty times a second. Whether a room that was started opens.
static void look_and_wait(Shown *shown, double *looked)
{
    if (host_room_look(&shown->host)) {
        window_refresh(shown->window);
    }
    if (!shown->host.request->live) {
        bool waits = host_room_waits(&shown->host);
        window_wait_most(shown->window, waits ? ROOM_MILLISECONDS : INT_MAX);
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

static void wake(void *context)
{
    (void)context;
    window_wake();
}

// What a screen reader of the desktop has asked for, and looking for one once something is shown.
static void serve_readers(Shown *shown, bool something_shown)
{
    ViewInput wish[2];
    if (something_shown) {
        speaker_look_for_readers(shown->speaker, wake, NULL);
    }
    if (speaker_was_found(shown->speaker)) {
        window_refresh(shown->window);
    }
    const ViewVoice *voices;
    int count;
    bool missing;
    if (speaker_voices(shown->speaker, &voices, &count, &missing)) {
        view_voices(shown->host.view, voices, count, missing);
        window_refresh(shown->window);
    }
    while (speaker_wish(shown->speaker, wish)) {
        give_input(shown, &wish[0]);
        give_input(shown, &wish[1]);
        window_refresh(shown->window);
    }
}

// The language in which the story is told: the chosen one where the scenario has it, else its own.
static const char *story_language(const Shown *shown, const char *interface)
{
    const Scenario *scenario = shown->host.playing ? shown->host.session.scenario : NULL;
    if (scenario == NULL || scenario->language[0] == '\0') {
        return interface;
    }
    char path[PATHS_SIZE + 64];
    snprintf(path, sizeof path, "%s/lang/%.20s.po", scenario->folder, interface);
    return file_exists(path) ? interface : scenario->language;
}

static void draw_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Shown *shown = context;
    const char *chosen = translations_chosen();
    const char *interface = chosen[0] == '\0' || strcmp(chosen, "pseudo") == 0 ? "en" : chosen;
    const char *story = story_language(shown, interface);
    ViewSettings heard = *settings;
    heard.reader = heard.reader || speaker_reads(shown->speaker, &heard);
    view_frame(shown->host.view, &heard, measure, frame);
    SpeakerPlace place = { .scale = window_stats(shown->window).scale };
    window_place(shown->window, &place.x, &place.y, &place.active);
    speaker_frame(shown->speaker, frame, &heard, &place, story, interface);
}

static void listen(void *context, bool read)
{
    Shown *shown = context;
    speaker_listen(shown->speaker, read);
}

static bool wants_text(void *context)
{
    Shown *shown = context;
    return view_wants_text(shown->host.view);
}

static bool wants_key(void *context)
{
    Shown *shown = context;
    return view_wants_key(shown->host.view);
}

static bool is_moving(void *context)
{
    Shown *shown = context;
    return view_is_moving(shown->host.view);
}

// What the player has set, by a key or on the screen of the settings.
static void keep_settings(void *context, const ViewSettings *settings)
{
    Shown *shown = context;
    settings_keep(shown->host.store, settings, &shown->settings);
    shown->settings = *settings;
}

static void restore_settings(Shown *shown)
{
    ViewSettings settings = shown->machine;
    settings_restore(shown->host.store, &settings);
    if (shown->host.request->aloud) {
        settings.speech = true;
        speaker_ask(shown->speaker);
    }
    shown->settings = settings;
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
                                                        .wants_key = wants_key,
                                                        .listen = listen,
                                                        .settings_changed = keep_settings } },
                               err);
    if (!shown.window) {
        return -1;
    }
    trace_point("window");
    shown.speaker = speaker_open();
    shown.machine = window_settings(shown.window);
    shown.machine.speech_volume = 100;
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
        serve_readers(&shown, stats.shown > 0);
        look_and_wait(&shown, &looked);
    }
    window_close(shown.window);
    speaker_close(shown.speaker);
    host_close(&shown.host);
    return 0;
}

#endif
