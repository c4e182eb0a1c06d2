// Which monitor shows which window, and what is kept of it. A projector that is unplugged takes nothing with
// it: the room screen waits as an ordinary window and goes back when its monitor is there again.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#if defined PLANKWRIGHT_WEB && !defined PLANKWRIGHT_HEADLESS
#include "app/room_window_parts.h"

#include "base/say.h"

#include <stdio.h>
#include <string.h>

// Names of what is kept are never used for another meaning.
static const char MONITOR_KEPT[] = "room_screen";
static const char TYPE_KEPT[] = "room_type";
static const char CONTRAST_KEPT[] = "room_contrast";

// ---- what is kept -------------------------------------------------------------------------------

static void restore_screen(RoomWindows *it)
{
    int type = store_setting(it->store, TYPE_KEPT, 100);
    it->screen_settings = it->console_settings; // less motion, typeface, captions, sound
    it->screen_settings.speech = false;         // one voice is enough, and the console has it
    it->screen_settings.text_scale = type >= 100 && type <= 200 ? (float)type / 100.0f : 1.0f;
    it->screen_settings.high_contrast =
        store_setting(it->store, CONTRAST_KEPT, it->console_settings.high_contrast) != 0;
    store_words(it->store, MONITOR_KEPT, it->wanted, (int)sizeof it->wanted);
}

void room_windows_keep_screen(RoomWindows *it)
{
    RoomView *view = &it->seen.view;
    view->screen_type = (int)(it->screen_settings.text_scale * 100.0f + 0.5f);
    view->screen_contrast = it->screen_settings.high_contrast;
    store_setting_keep(it->store, TYPE_KEPT, view->screen_type, NULL);
    store_setting_keep(it->store, CONTRAST_KEPT, view->screen_contrast, NULL);
}

// ---- where the windows are ----------------------------------------------------------------------

static void tell_monitors(RoomWindows *it)
{
    RoomView *view = &it->seen.view;
    view->monitor_count =
        it->monitor_count < ROOM_VIEW_MONITORS ? it->monitor_count : ROOM_VIEW_MONITORS;
    for (int i = 0; i < view->monitor_count; i++) {
        view->monitors[i] = (RoomMonitor){ .name = it->monitors[i].name,
                                           .screen = it->screen && i == it->screen_on,
                                           .console = i == it->console_on };
    }
    view->screen_full = it->screen && it->full;
    view->screen_type = (int)(it->screen_settings.text_scale * 100.0f + 0.5f);
    view->screen_contrast = it->screen_settings.high_contrast;
    it->host->room.version++;
}

// Where the room screen goes now: to its own monitor, else to the projector, else beside the console.
static void choose(RoomWindows *it)
{
    int own = monitors_own(it->monitors, it->monitor_count);
    int at = monitors_find(it->monitors, it->monitor_count, it->wanted);
    if (at < 0) {
        at = monitors_projector(it->monitors, it->monitor_count);
    }
    it->full = at >= 0 && it->monitor_count > 1;
    it->screen_on = at >= 0 ? at : own;
    it->console_on = own;
    for (int i = 0; it->console_on == it->screen_on && i < it->monitor_count; i++) {
        it->console_on = i == it->screen_on ? it->console_on : i;
    }
}

void room_windows_place(RoomWindows *it)
{
    if (it->monitor_count > 0) {
        bool together = it->console_on == it->screen_on;
        window_put(it->console, &it->monitors[it->console_on],
                   together && it->screen ? PLACE_LAST_CORNER : PLACE_MIDDLE);
        if (it->screen) {
            window_put(it->screen, &it->monitors[it->screen_on],
                       it->full   ? PLACE_FULL
                       : together ? PLACE_FIRST_CORNER
                                  : PLACE_MIDDLE);
        }
        window_raise(it->console);
    }
    tell_monitors(it);
}

static void tell_where(RoomWindows *it)
{
    if (it->monitor_count < 2 && it->host->notice[0] == '\0') { // what was said already matters more
        room_host_notice(it->host,
                         say("There is one monitor: the room screen is a window of its own, which "
                             "you can move; F11 fills the screen with it."));
    }
}

static void want(RoomWindows *it, int monitor)
{
    snprintf(it->wanted, sizeof it->wanted, "%s", it->monitors[monitor].name);
    store_words_keep(it->store, MONITOR_KEPT, it->wanted, NULL);
}

bool room_windows_begin_screen(RoomWindows *it, const char *screen, Err *err)
{
    it->monitor_count = monitors_list(it->monitors);
    it->home = it->host->room.home;
    it->choices = it->host->room.history.count;
    restore_screen(it);
    if (screen) {
        if (monitors_find(it->monitors, it->monitor_count, screen) < 0) {
            err_set(err, ERR_USAGE, say("no monitor is called \"%.60s\""), screen);
            Text names = { 0 };
            for (int i = 0; i < it->monitor_count; i++) {
                text_addf(&names, "%s%d: %s", i > 0 ? "; " : "", i + 1, it->monitors[i].name);
            }
            err_fix(err, say("there are %s"), text_str(&names));
            text_deinit(&names);
            return false;
        }
        want(it, monitors_find(it->monitors, it->monitor_count, screen));
    }
    choose(it);
    if (!room_windows_open_screen(it, err)) {
        return false;
    }
    room_windows_place(it);
    tell_where(it);
    return true;
}

// ---- moving -------------------------------------------------------------------------------------

void room_windows_move(RoomWindows *it, RoomWishKind kind, int value)
{
    int count = it->monitor_count;
    if (kind == ROOM_WISH_FULL) {
        it->full = value != 0;
    } else if (kind == ROOM_WISH_SWAP && count > 1) {
        int screen = it->screen_on;
        it->screen_on = it->console_on;
        it->console_on = screen;
        want(it, it->screen_on);
    } else if (kind == ROOM_WISH_MONITOR && value >= 0 && value < count) {
        if (value == it->console_on && count > 1) {
            it->console_on = it->screen_on;
        }
        it->screen_on = value;
        it->full = count > 1;
        want(it, value);
    } else {
        room_host_notice(it->host, say("There is only one monitor; plug in the projector."));
        return;
    }
    room_windows_place(it);
}

static bool same_monitors(const SdlMonitor *a, int a_count, const SdlMonitor *b, int b_count)
{
    bool same = a_count == b_count;
    for (int i = 0; same && i < a_count; i++) {
        same = strcmp(a[i].name, b[i].name) == 0 && a[i].x == b[i].x && a[i].y == b[i].y;
    }
    return same;
}

// Some desktops take a monitor away without a word, and push what was on it to another one.
static bool was_pushed(const RoomWindows *it)
{
    return it->screen && it->full && it->monitor_count > 1 &&
           window_was_pushed(it->screen, &it->monitors[it->screen_on]);
}

void room_windows_look(RoomWindows *it)
{
    SdlMonitor now[MONITORS_MAX];
    int count = monitors_list(now);
    if (was_pushed(it)) {
        it->full = false;
        window_put(it->screen, &it->monitors[it->console_on], PLACE_FIRST_CORNER);
        window_raise(it->console);
        room_host_notice(it->host, say("The room screen's monitor is gone: it is a window here now. When "
                                       "the monitor is back, choose it under Screens."));
        tell_monitors(it);
    }
    if (count == 0 || same_monitors(now, count, it->monitors, it->monitor_count)) {
        return;
    }
    bool fewer = count < it->monitor_count;
    memcpy(it->monitors, now, sizeof now);
    it->monitor_count = count;
    choose(it);
    room_windows_place(it);
    room_host_notice(it->host,
                     fewer ? say("A monitor is gone: the room screen is a window here until it is back.")
                           : say("A monitor was plugged in: the room screen is where it belongs."));
}
#endif
