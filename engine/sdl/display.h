// The window as the window system sees it: video started, title, size, icon. Nothing is drawn in
// it.
#pragma once

#include "base/err.h"
#include "sdl/window.h"

#include <SDL.h>

// Starts SDL's video (no sound, no joystick) and opens a window. NULL with ERR_SYSTEM: no display.
SDL_Window *display_open(const SdlOptions *options, Err *err);
void display_close(SDL_Window *window); // NULL is fine

// Whether the screen seems to be far away (SSH, RDP, VNC), by what the system says in its
// environment. PLANKWRIGHT_SLOW_LINK=1 or 0 says it instead.
bool display_is_remote(void);

// Letters as text (SDL_TEXTINPUT, through the system's input method), or only as keys.
void display_text_input(bool wanted);

void display_toggle_full_screen(SDL_Window *window);

// In whatever the system opens such files with. An absolute path.
bool display_show_file(const char *path);

// Onto that monitor, no larger than it.
void display_put(SDL_Window *window, const SdlMonitor *monitor, SdlPlace place);
bool display_was_pushed(SDL_Window *window, const SdlMonitor *monitor);

// Sleeps until an event has come, or so many milliseconds have passed.
void display_sleep(int milliseconds);
