// SDL names a monitor by what it says of itself, or else by its connector; connectors of laptops' own
// screens have a few known names.
#include "sdl/monitors.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void monitors_name(SdlMonitor *list, int at, const char *called)
{
    SdlMonitor *it = &list[at];
    int alike = 1;
    snprintf(it->name, sizeof it->name, "%.60s, %d x %d",
             called != NULL && called[0] != '\0' ? called : "?", it->width, it->height);
    size_t length = strlen(it->name);
    for (int i = 0; i < at; i++) {
        alike += strncmp(list[i].name, it->name, length) == 0;
    }
    if (alike > 1) {
        snprintf(it->name + length, sizeof it->name - length, " (%d)", alike);
    }
}

int monitors_list(SdlMonitor list[MONITORS_MAX])
{
    int count = 0;
    int there = SDL_WasInit(SDL_INIT_VIDEO) != 0 ? SDL_GetNumVideoDisplays() : 0;
    for (int i = 0; i < there && count < MONITORS_MAX; i++) {
        SDL_Rect bounds;
        if (SDL_GetDisplayBounds(i, &bounds) != 0 || bounds.w <= 0 || bounds.h <= 0) {
            continue;
        }
        list[count] = (SdlMonitor){
            .x = bounds.x, .y = bounds.y, .width = bounds.w, .height = bounds.h, .index = i
        };
        monitors_name(list, count, SDL_GetDisplayName(i));
        count++;
    }
    return count;
}

static bool has_part(const char *name, const char *part)
{
    size_t length = strlen(part);
    for (; *name != '\0'; name++) {
        if (SDL_strncasecmp(name, part, length) == 0) {
            return true;
        }
    }
    return false;
}

int monitors_find(const SdlMonitor *list, int count, const char *wanted)
{
    char *end = NULL;
    long number = strtol(wanted, &end, 10);
    if (wanted[0] == '\0') {
        return -1;
    }
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i].name, wanted) == 0) {
            return i;
        }
    }
    if (*end == '\0') {
        return number >= 1 && number <= count ? (int)number - 1 : -1;
    }
    for (int i = 0; i < count; i++) {
        if (has_part(list[i].name, wanted)) {
            return i;
        }
    }
    return -1;
}

int monitors_own(const SdlMonitor *list, int count)
{
    static const char *const OWN[] = { "eDP", "LVDS", "DSI-", "Built-in", "Color LCD", "Laptop" };
    for (int i = 0; i < count; i++) {
        for (size_t k = 0; k < sizeof OWN / sizeof *OWN; k++) {
            if (has_part(list[i].name, OWN[k])) {
                return i;
            }
        }
    }
    return 0;
}

int monitors_projector(const SdlMonitor *list, int count)
{
    int own = monitors_own(list, count), best = -1;
    long most = 0;
    for (int i = 0; i < count; i++) {
        long size = (long)list[i].width * list[i].height;
        if (i != own && size > most) {
            best = i;
            most = size;
        }
    }
    return best;
}
