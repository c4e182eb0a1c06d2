// A running room in two windows: the room screen on the projector, the console on this computer's own
// monitor. One turn at a time, beside the room's server; nothing here waits.
#pragma once

#include "app/room_host.h"

#include <stdbool.h>

typedef struct RoomWindows RoomWindows;

// `screen`: the monitor for the room screen, by its name, a part of it or its number; NULL: the one it was on
// last, else the projector. NULL comes back with ERR_SYSTEM where there is no display, with ERR_USAGE where
// no monitor is called so; then nothing has happened.
RoomWindows *room_windows_open(RoomHost *host, const char *data, const char *screen, Err *err);
void room_windows_close(RoomWindows *windows); // NULL is fine

// Takes what was pressed, carries it out, draws what is new. False: the facilitator leaves.
bool room_windows_step(RoomWindows *windows);

// How many milliseconds there is nothing to do for the windows: for room_host_run.
int room_windows_pause(const RoomWindows *windows);
