// Where room, windows and settings meet. What the console wishes is carried out by the function that the
// console's page calls, so that a button does the same in both. Which monitor shows what: room_window_put.c.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#if defined PLANKWRIGHT_WEB && !defined PLANKWRIGHT_HEADLESS
#include "app/kept_page.h"
#include "app/room_window.h"
#include "app/room_window_parts.h"

#include "app/settings.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    PAUSE_MOST = 10, // milliseconds: keys and the mouse are looked at so often, votes come at once
    THINK_CHOICES = 16000,
    LOOK_EVERY = 1000, // at the monitors
    CONSOLE_EVERY = 100,
};

// ---- the room screen ----------------------------------------------------------------------------

static bool screen_input(void *context, const ViewInput *input)
{
    RoomWindows *it = context;
    if (input->kind == INPUT_HEARD) {
        projector_heard(it->projector, input->heard);
    } else if (input->kind == INPUT_TICK) {
        projector_tick(it->projector, input->milliseconds);
    } else if (input->kind == INPUT_KEY) { // a clicker types into whichever window is in front
        room_windows_wish(it, console_input(it->facilitator, &it->seen.view, input));
        window_refresh(it->console);
    }
    return true;
}

static void screen_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                         Frame *frame)
{
    RoomWindows *it = context;
    RoomView *view = &it->seen.view;
    int page = 0;
    projector_frame(it->projector, view, settings, measure, frame);
    int pages = projector_pages(it->projector, &page);
    if (pages != it->host->web.screen_pages) { // the remote turns them, too
        it->host->web.screen_pages = pages;
        it->host->room.version++;
    }
    if (pages != view->screen_pages || page != view->screen_page) {
        view->screen_pages = pages;
        view->screen_page = page;
        window_refresh(it->console);
    }
}

static bool screen_is_moving(void *context)
{
    const RoomWindows *it = context;
    return projector_is_moving(it->projector);
}

static void screen_settings(void *context, const ViewSettings *settings)
{
    RoomWindows *it = context;
    it->screen_settings = *settings;
    room_windows_keep_screen(it);
}

static SdlOptions options_of(RoomWindows *it, bool screen)
{
    snprintf(it->fonts, sizeof it->fonts, "%s/assets/fonts", paths_root());
    snprintf(it->sounds, sizeof it->sounds, "%s/assets/sounds", paths_root());
    snprintf(it->title, sizeof it->title, "%.60s: %.150s",
             screen ? say("Room screen") : say("Console"),
             scenario_text(it->host->scenario, it->host->scenario->title));
    return (SdlOptions){ .title = it->title,
                         .font_folder = it->fonts,
                         .sound_folder = screen ? it->sounds : NULL, // planks break in the room
                         .second = screen,
                         .host.context = it };
}

bool room_windows_open_screen(RoomWindows *it, Err *err)
{
    SdlOptions options = options_of(it, true);
    options.settings = it->screen_settings;
    options.host.input = screen_input;
    options.host.frame = screen_frame;
    options.host.is_moving = screen_is_moving;
    options.host.settings_changed = screen_settings;
    it->screen = window_open(&options, err);
    it->seen.view.screen_open = it->screen != NULL;
    if (it->screen) {
        window_set_settings(it->screen, &it->screen_settings);
        it->screen_settings = window_settings(it->screen);
    }
    return it->screen != NULL;
}

void room_windows_close_screen(RoomWindows *it)
{
    window_close(it->screen);
    it->screen = NULL;
    it->seen.view.screen_open = false;
    it->host->web.screen_pages = 0;
    window_refresh(it->console);
}

// ---- the console --------------------------------------------------------------------------------

static void do_act(RoomWindows *it, const char *form)
{
    char body[ROOM_VIEW_FORM + 32];
    WebAnswer answer = { .status = 0 };
    int n = snprintf(body, sizeof body, "%s&version=%u", form, (unsigned)it->host->room.version);
    WebRequest request = { .post = true,
                           .path = "/",
                           .cookies = "",
                           .body = body,
                           .body_size = (size_t)n,
                           .loopback = true,
                           .now = web_server_now() };
    room_acts_answer(it->host, false, &request, &answer);
    text_deinit(&answer.body);
}

static void keep_debrief(RoomWindows *it)
{
    char path[PATHS_SIZE + 96], day[16], stem[80];
    time_t now = time(NULL);
    struct tm local;
    Text html = { 0 }, words = { 0 };
    Err err = { 0 };
    bool already = false;
    localtime_r(&now, &local);
    strftime(day, sizeof day, "%Y-%m-%d", &local);
    snprintf(stem, sizeof stem, "room-%.40s-%s", it->host->scenario->id, day);
    room_debrief(&it->host->room, &it->host->tables, &html);
    if (!kept_page_write(&html, it->data, stem, path, (int)sizeof path, &already, &err)) {
        text_add(&words, err.message);
    } else if (already) {
        text_addf(&words, say("The debrief is kept already, just as it is, in %s"), path);
    } else {
        text_addf(&words, say("The debrief is kept in %s"), path);
    }
    room_host_notice(it->host, text_str(&words));
    text_deinit(&words);
    text_deinit(&html);
}

static void change_screen(RoomWindows *it, const RoomWish *wish)
{
    ViewSettings *settings = &it->screen_settings;
    if (wish->kind == ROOM_WISH_TYPE) {
        settings->text_scale = (float)wish->value / 100.0f;
    } else {
        settings->high_contrast = wish->value != 0;
    }
    if (it->screen) {
        window_set_settings(it->screen, settings);
        *settings = window_settings(it->screen);
    }
    room_windows_keep_screen(it);
}

static void show_link(RoomWindows *it)
{
    Text words = { 0 };
    text_addf(&words, "%s http://127.0.0.1:%d/console/%s",
              say("Your console, for this computer only. Keep the link to yourself:"),
              it->host->web.port, it->host->web.console);
    room_host_notice(it->host, text_str(&words));
    text_deinit(&words);
}

static void open_or_close(RoomWindows *it, bool open)
{
    Err err = { 0 };
    if (!open) {
        room_windows_close_screen(it);
        room_host_notice(it->host, say("The room screen is closed; the session goes on."));
    } else if (!it->screen && !room_windows_open_screen(it, &err)) {
        room_host_notice(it->host, err.message);
    } else {
        it->host->notice[0] = '\0';
        room_windows_place(it);
    }
}

void room_windows_wish(RoomWindows *it, RoomWish wish)
{
    switch (wish.kind) {
    case ROOM_WISH_NONE:
        return;
    case ROOM_WISH_ACT:
        do_act(it, wish.form);
        return;
    case ROOM_WISH_SCREEN:
        open_or_close(it, wish.value != 0);
        break;
    case ROOM_WISH_FULL:
    case ROOM_WISH_MONITOR:
    case ROOM_WISH_SWAP:
        room_windows_move(it, wish.kind, wish.value);
        break;
    case ROOM_WISH_TYPE:
    case ROOM_WISH_CONTRAST:
        change_screen(it, &wish);
        break;
    case ROOM_WISH_DEBRIEF:
        keep_debrief(it);
        break;
    case ROOM_WISH_BROWSER:
        show_link(it);
        break;
    case ROOM_WISH_SETTINGS:
        settings_keep(it->store, wish.settings, &it->console_settings);
        window_set_settings(it->console, wish.settings);
        it->console_settings = window_settings(it->console);
        return;
    case ROOM_WISH_QUIT:
        it->leaves = true;
        break;
    }
    it->host->room.version++; // both windows and all pages show it
}

static void follow(RoomWindows *it);

static bool console_takes(void *context, const ViewInput *input)
{
    RoomWindows *it = context;
    if (!speaker_input(it->speaker, input)) {
        return true;
    }
    room_windows_wish(it, console_input(it->facilitator, &it->seen.view, input));
    follow(it); // it is drawn before the next step, and the room may be another one already
    return true;
}

static void console_draws(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                          Frame *frame)
{
    RoomWindows *it = context;
    const char *interface = say_language();
    const char *story = it->host->scenario->language;
    ViewSettings heard = *settings;
    SpeakerPlace place = { .scale = window_stats(it->console).scale };
    heard.reader = heard.reader || speaker_reads(it->speaker, &heard);
    console_frame(it->facilitator, &it->seen.view, &heard, measure, frame);
    window_place(it->console, &place.x, &place.y, &place.active);
    speaker_frame(it->speaker, frame, &heard, &place, story && story[0] ? story : interface,
                  interface);
}

// The whole console aloud, or silence.
static void console_listens(void *context, bool read)
{
    RoomWindows *it = context;
    speaker_listen(it->speaker, read);
}

static void wake(void *context)
{
    (void)context;
    window_wake();
}

// A screen reader of the desktop: whether there is one, and what it wants pressed.
static void serve_readers(RoomWindows *it)
{
    ViewInput wish[2];
    speaker_look_for_readers(it->speaker, wake, NULL);
    if (speaker_was_found(it->speaker)) {
        window_refresh(it->console);
    }
    while (speaker_wish(it->speaker, wish)) {
        console_takes(it, &wish[0]);
        console_takes(it, &wish[1]);
        window_refresh(it->console);
    }
}

static bool console_moves(void *context)
{
    const RoomWindows *it = context;
    return console_is_moving(it->facilitator);
}

static bool console_text(void *context)
{
    const RoomWindows *it = context;
    return console_wants_text(it->facilitator);
}

static bool console_key(void *context)
{
    const RoomWindows *it = context;
    return console_wants_key(it->facilitator);
}

// The window's close button: closing it would leave a room without a facilitator.
static bool console_closes(void *context)
{
    RoomWindows *it = context;
    console_ask_to_leave(it->facilitator);
    return false;
}

static void console_settings(void *context, const ViewSettings *settings)
{
    RoomWindows *it = context;
    settings_keep(it->store, settings, &it->console_settings);
    it->console_settings = *settings;
}

static bool open_console(RoomWindows *it, Err *err)
{
    SdlOptions options = options_of(it, false);
    options.host.input = console_takes;
    options.host.frame = console_draws;
    options.host.is_moving = console_moves;
    options.host.wants_text = console_text;
    options.host.wants_key = console_key;
    options.host.letters = true;
    options.host.close = console_closes;
    options.host.listen = console_listens;
    options.host.settings_changed = console_settings;
    it->console = window_open(&options, err);
    if (it->console) {
        ViewSettings settings = window_settings(it->console);
        settings.speech_volume = 100;
        settings_restore(it->store, &settings);
        window_set_settings(it->console, &settings);
        it->console_settings = window_settings(it->console);
    }
    return it->console != NULL;
}

// ---- opening and closing ------------------------------------------------------------------------

RoomWindows *room_windows_open(RoomHost *host, const char *data, const char *screen, Err *err)
{
    RoomWindows *it = mem_alloc(sizeof *it);
    Err notice = { 0 };
    it->host = host;
    snprintf(it->data, sizeof it->data, "%s", data);
    it->store = store_open(data, &notice);
    it->speaker = speaker_open();
    it->facilitator = console_new();
    it->projector = projector_new();
    it->seen.loopback = host->loopback_only;
    it->seen.rehearsal = host->rehearsal != NULL;
    host->web.now = web_server_now();
    room_window_view_follow(&it->seen, &host->web);
    if (!open_console(it, err) || !room_windows_begin_screen(it, screen, err)) {
        room_windows_close(it);
        return NULL;
    }
    window_raise(it->console);
    return it;
}

void room_windows_close(RoomWindows *it)
{
    if (!it) {
        return;
    }
    window_close(it->screen);
    window_close(it->console);
    speaker_close(it->speaker);
    projector_free(it->projector);
    console_free(it->facilitator);
    store_close(it->store);
    room_window_view_deinit(&it->seen);
    mem_free(it);
}

// ---- running ------------------------------------------------------------------------------------

// A bridge that is another one at once (one went back, or looks at a branch) does not fall into place.
static bool is_elsewhere(RoomWindows *it)
{
    const Room *room = &it->host->room;
    bool elsewhere = room->history.count < it->choices || room->home != it->home;
    it->choices = room->history.count;
    it->home = room->home;
    return elsewhere;
}

// "Bigger type on the room screen", from a remote or from the console as a page.
static void follow_type(RoomWindows *it)
{
    if (it->host->room.large != it->large) {
        it->large = it->host->room.large;
        change_screen(it, &(RoomWish){ .kind = ROOM_WISH_TYPE, .value = it->large ? 150 : 100 });
    }
}

static void follow(RoomWindows *it)
{
    follow_type(it);
    uint64_t before = it->seen.view.seen;
    int left = it->seen.view.seconds_left;
    it->host->web.now = web_server_now();
    room_window_view_follow(&it->seen, &it->host->web);
    bool other = it->seen.view.seen != before;
    // The console has more to lay out than anybody reads ten times a second.
    int64_t now = it->host->web.now;
    it->console_behind = it->console_behind || other || left != it->seen.view.seconds_left;
    if (it->console_behind && (it->host->room.version != it->version_shown ||
                               now - it->console_at >= CONSOLE_EVERY || now < it->console_at)) {
        it->console_behind = false;
        it->console_at = now;
        it->version_shown = it->host->room.version;
        window_refresh(it->console);
    }
    if (other && it->screen) {
        if (is_elsewhere(it)) {
            window_settle(it->screen);
        }
        window_stir(it->screen); // the wind blows as long as the room is awake
    }
    if (it->screen && left != it->seen.view.seconds_left) {
        window_refresh(it->screen);
    }
}

static void look_at_monitors(RoomWindows *it)
{
    int64_t now = it->host->web.now;
    if (now - it->looked_at >= LOOK_EVERY || now < it->looked_at) {
        it->looked_at = now;
        room_windows_look(it);
    }
}

bool room_windows_step(RoomWindows *it)
{
    follow(it);
    look_at_monitors(it);
    if (it->screen && !window_frame(it->screen)) {
        room_windows_wish(it, (RoomWish){ .kind = ROOM_WISH_SCREEN, .value = 0 });
    }
    if (!window_frame(it->console)) {
        return false;
    }
    if (!console_think(it->facilitator, &it->seen.view, THINK_CHOICES)) {
        window_refresh(it->console);
    }
    serve_readers(it);
    return !it->leaves;
}

int room_windows_pause(const RoomWindows *it)
{
    int pause = window_pause(it->console);
    int screen = it->screen ? window_pause(it->screen) : pause;
    pause = screen < pause ? screen : pause;
    return pause < 0 ? 0 : pause > PAUSE_MOST ? PAUSE_MOST : pause;
}

#elif defined PLANKWRIGHT_WEB
#include "app/room_window.h"

RoomWindows *room_windows_open(RoomHost *host, const char *data, const char *screen, Err *err)
{
    (void)host;
    (void)data;
    (void)screen;
    err_set(err, ERR_SYSTEM, "this is a headless build: it has no windows");
    return NULL;
}

void room_windows_close(RoomWindows *windows)
{
    (void)windows;
}

bool room_windows_step(RoomWindows *windows)
{
    return windows != NULL;
}

int room_windows_pause(const RoomWindows *windows)
{
    return windows ? 0 : 100;
}
#endif
