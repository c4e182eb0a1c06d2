// Which monitors there are, by names that people know, and which of them is the projector. Choosing is pure;
// only monitors_list asks the window system.
#pragma once

#include <stdbool.h>

enum { MONITORS_MAX = 8, MONITOR_NAME = 112 };

typedef struct SdlMonitor {
    char name[MONITOR_NAME]; // "DELL U2412M, 1920 x 1200"; told apart where two are alike
    int x, y, width, height; // points, of all of it
    int index;               // of the window system
} SdlMonitor;

// At most MONITORS_MAX; 0 before a window was opened.
int monitors_list(SdlMonitor list[MONITORS_MAX]);

// The name of the monitor with that place in the list, from what the window system calls it.
void monitors_name(SdlMonitor *list, int at, const char *called);

// The monitor that `wanted` means: its whole name, its number from 1, or a part of its name, whichever case it
// is in. -1: none does.
int monitors_find(const SdlMonitor *list, int count, const char *wanted);

// The one that is this computer's own: a laptop's, else the first.
int monitors_own(const SdlMonitor *list, int count);

// Where a room screen belongs unless somebody says otherwise: the largest of those that are not this
// computer's own. -1: there is only one.
int monitors_projector(const SdlMonitor *list, int count);
