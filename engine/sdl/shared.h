// One queue of events, several windows: each takes what is its own and leaves the rest. Knows no window but
// its number.
#pragma once

#include <SDL.h>
#include <stdbool.h>

// The next event of that window, as SDL numbers them. `second`: events that belong to no window in
// particular are left to the first one; those of a window that is gone are dropped. False: there is none now.
bool shared_next(Uint32 window, bool second, SDL_Event *event);

// Gives back what shared_next left, for the other window. After the last shared_next of a step.
void shared_give_back(void);
