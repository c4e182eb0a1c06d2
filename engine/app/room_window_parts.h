// What room_window*.c share.
#pragma once

#include "app/room_window.h"
#include "app/room_window_view.h"
#include "app/speaker.h"
#include "sdl/window.h"
#include "store/store.h"
#include "view/console.h"
#include "view/projector.h"

enum { ROOM_WINDOWS_TITLE = 240 };

struct RoomWindows {
    RoomHost *host; // borrowed
    Store *store;   // for settings alone
    SdlWindow *console, *screen; // screen NULL: it is closed
    Console *facilitator;
    Speaker *speaker; // of the console: the room screen says nothing
    Projector *projector;
    RoomWindowView seen;
    ViewSettings console_settings, screen_settings;
    SdlMonitor monitors[MONITORS_MAX];
    int monitor_count;
    int console_on, screen_on;  // monitors
    bool full;                  // the room screen is to fill its monitor
    char wanted[MONITOR_NAME];  // where the room screen belongs, also while that is unplugged; "": anywhere
    int choices, home;          // of the room, when it was drawn last
    bool large;                 // likewise: Room.large, which a remote may have changed
    int64_t looked_at;          // at the monitors
    bool console_behind;        // something has changed since it was drawn,
    int64_t console_at;         // which was then
    uint32_t version_shown;
    bool leaves;
    char data[PATHS_SIZE], fonts[PATHS_SIZE + 16], sounds[PATHS_SIZE + 16];
    char title[ROOM_WINDOWS_TITLE];
};

void room_windows_wish(RoomWindows *windows, RoomWish wish);
bool room_windows_open_screen(RoomWindows *windows, Err *err);
void room_windows_close_screen(RoomWindows *windows);

// room_window_put.c
bool room_windows_begin_screen(RoomWindows *windows, const char *screen, Err *err); // opens it
void room_windows_place(RoomWindows *windows); // both windows where they belong
void room_windows_move(RoomWindows *windows, RoomWishKind kind, int value);
void room_windows_look(RoomWindows *windows); // whether a monitor came or went
void room_windows_keep_screen(RoomWindows *windows);
