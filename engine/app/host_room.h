// "Run this in a room": a room has windows, a server and a life of its own, so it is a program of its own,
// started beside this one.
#pragma once

#include "app/host.h"

bool host_room_can(void); // rooms and windows are built in

// True: the request was a room's, and is done; a notice says what happens now.
bool host_room_carries_out(Host *host, const ViewRequest *wanted);

// While the room that was started neither is open nor has ended: look now and then. True from the look: it
// ended, a notice says why; draw again.
bool host_room_waits(const Host *host);
bool host_room_look(Host *host);
void host_room_close(Host *host); // the room goes on

// For the room: it was started so, and whoever did it sees no command line. Then what keeps it from opening is
// written for the library to read. Returns the exit code.
bool host_room_is_one(void);
int host_room_fail(const Err *err);
