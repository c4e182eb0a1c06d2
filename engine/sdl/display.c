// Opens the window with the hints that keep its start short and its pixels plain.
#include "sdl/display.h"

#include "picture/ornament.h"
#include "picture/raster.h"
#include "sdl/present.h"

#include <stdio.h>
#include <string.h>

enum { LEAST_WIDTH = 320, LEAST_HEIGHT = 200, ICON_SIZE = 48, LOOK_EVERY = 80, TITLE_BAR = 40 };

static bool start_video(Err *err)
{
    SDL_SetMainReady();
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1"); // one reads here; the screen may sleep
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); // fingers come as fingers
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"); // a projector stays when one types beside it
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        err_set(err, ERR_SYSTEM, "There is no display to open a window on: %s.", SDL_GetError());
        return err_fix(err, "Play in the terminal instead: plankwright play --text");
    }
    // Where no display answers, SDL falls back to drivers that show nothing. Only whoever names one
    // wants it.
    const char *driver = SDL_GetCurrentVideoDriver();
    const char *asked = SDL_GetHint(SDL_HINT_VIDEODRIVER);
    if ((asked == NULL || asked[0] == '\0') && driver != NULL &&
        (SDL_strcmp(driver, "offscreen") == 0 || SDL_strcmp(driver, "dummy") == 0)) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        err_set(err, ERR_SYSTEM, "There is no display to open a window on.");
        return err_fix(err, "Play in the terminal instead: plankwright play --text");
    }
    present_hints();
    display_text_input(false);
    return true;
}

static void first_size(const SdlOptions *options, int *width, int *height)
{
    *width = options->width > 0 ? options->width : 1280;
    *height = options->height > 0 ? options->height : 720;
    SDL_Rect room;
    if (options->width == 0 && SDL_GetDisplayUsableBounds(0, &room) == 0 && room.w >= LEAST_WIDTH &&
        room.h >= LEAST_HEIGHT) {
        *width = *width > room.w ? room.w : *width;
        *height = *height > room.h ? room.h : *height;
    }
}

// The bridge of the logo on a dark tile.
static void set_icon(SDL_Window *window)
{
    uint32_t pixels[ICON_SIZE * ICON_SIZE];
    for (int i = 0; i < ICON_SIZE * ICON_SIZE; i++) {
        pixels[i] = 0xff171228u;
    }
    Raster raster;
    raster_init(&raster, (RasterSurface){ ICON_SIZE, ICON_SIZE, pixels, ICON_SIZE });
    picture_logo(&raster, 4.0f, 12.0f, 24.0f, false);
    raster_deinit(&raster);
    SDL_Surface *icon = SDL_CreateRGBSurfaceWithFormatFrom(pixels, ICON_SIZE, ICON_SIZE, 32,
                                                           ICON_SIZE * 4, SDL_PIXELFORMAT_ARGB8888);
    if (icon != NULL) {
        SDL_SetWindowIcon(window, icon);
        SDL_FreeSurface(icon);
    }
}

SDL_Window *display_open(const SdlOptions *options, Err *err)
{
    if (!start_video(err)) {
        return NULL;
    }
    int width;
    int height;
    first_size(options, &width, &height);
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= options->full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0u;
    const char *title = options->title != NULL ? options->title : "Plankwright";
    SDL_Window *window = SDL_CreateWindow(title, SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                          width, height, flags);
    if (window == NULL) {
        err_set(err, ERR_SYSTEM, "The window does not open: %s.", SDL_GetError());
        err_fix(err, "Play in the terminal instead: plankwright play --text");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return NULL;
    }
    SDL_SetWindowMinimumSize(window, LEAST_WIDTH, LEAST_HEIGHT);
    set_icon(window);
    return window;
}

void display_close(SDL_Window *window)
{
    if (window != NULL) {
        SDL_DestroyWindow(window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
}

// Drivers that can wait for the window system. With the others SDL looks a thousand times a second.
static bool can_wait(void)
{
    static const char *const waiting[] = { "x11", "wayland", "windows", "cocoa" };
    const char *driver = SDL_GetCurrentVideoDriver();
    for (int i = 0; driver != NULL && i < 4; i++) {
        if (SDL_strcmp(driver, waiting[i]) == 0) {
            return true;
        }
    }
    return false;
}

void display_sleep(int milliseconds)
{
    if (milliseconds <= LOOK_EVERY || can_wait()) {
        SDL_WaitEventTimeout(NULL, milliseconds);
        return;
    }
    SDL_PumpEvents();
    while (milliseconds > 0 && SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_FALSE) {
        SDL_Delay(milliseconds < LOOK_EVERY ? (Uint32)milliseconds : (Uint32)LOOK_EVERY);
        milliseconds -= LOOK_EVERY;
        SDL_PumpEvents();
    }
}

void display_text_input(bool wanted)
{
    if (wanted) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}

void display_put(SDL_Window *window, const SdlMonitor *monitor, SdlPlace place)
{
    int width = 1280;
    int height = 720;
    SDL_Rect room = { monitor->x, monitor->y, monitor->width, monitor->height };
    SDL_SetWindowFullscreen(window, 0); // or it stays where it is
    SDL_GetDisplayUsableBounds(monitor->index, &room);
    width = width > room.w ? room.w : width;
    height = height > room.h ? room.h : height;
    SDL_SetWindowSize(window, width, height);
    int part = place == PLACE_FIRST_CORNER ? 0 : place == PLACE_LAST_CORNER ? 2 : 1; // of two
    int spare = room.h - height; // the title bar takes some of it, which is known once it is there
    spare -= place == PLACE_LAST_CORNER && spare >= TITLE_BAR ? TITLE_BAR : 0;
    SDL_SetWindowPosition(window, room.x + (room.w - width) * part / 2, room.y + spare * part / 2);
    if (place == PLACE_FULL) {
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
}

// Only X11 does that; its windows have the size of the monitor that they fill.
bool display_was_pushed(SDL_Window *window, const SdlMonitor *monitor)
{
    int width = 0;
    int height = 0;
    const char *driver = SDL_GetCurrentVideoDriver();
    bool full = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_GetWindowSize(window, &width, &height);
    return full && driver != NULL && SDL_strcmp(driver, "x11") == 0 &&
           (width != monitor->width || height != monitor->height);
}

bool display_show_file(const char *path)
{
    char url[4096] = "file://";
    size_t n = strlen(url);
    for (const unsigned char *c = (const unsigned char *)path; *c != '\0' && n + 4 < sizeof url; c++) {
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                     (*c >= '0' && *c <= '9') || strchr("/-._~", *c) != NULL;
        n += (size_t)snprintf(url + n, sizeof url - n, plain ? "%c" : "%%%02X", *c);
    }
    return SDL_OpenURL(url) == 0;
}

void display_toggle_full_screen(SDL_Window *window)
{
    bool full = (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(window, full ? 0u : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

bool display_is_remote(void)
{
    static const char *const signs[] = { "SSH_CONNECTION", "SSH_CLIENT", "XRDP_SESSION",
                                         "VNCDESKTOP", "X2GO_SESSION" };
    const char *said = SDL_getenv("PLANKWRIGHT_SLOW_LINK");
    if (said != NULL && said[0] != '\0') {
        return SDL_strcmp(said, "0") != 0;
    }
    for (int i = 0; i < 5; i++) {
        const char *value = SDL_getenv(signs[i]);
        if (value != NULL && value[0] != '\0') {
            return true;
        }
    }
    const char *session = SDL_getenv("SESSIONNAME"); // Windows: "Console", or "RDP-Tcp#3"
    return session != NULL && SDL_strncasecmp(session, "RDP-", 4) == 0;
}
