// Waits for a screen reader: asks the accessibility bus's launcher by libdbus, which SDL has loaded already where
// there is one, and then sleeps until the launcher says that one was started. Takes its time: for a thread.
#pragma once

#include <stdbool.h>

// True: one is there. False: none can come (there is no bus, or it went), or `stop` can be read.
bool listener_wait(int stop);
