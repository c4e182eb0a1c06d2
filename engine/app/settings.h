// What the player has set, kept as numbers by name. Everything that can be set is here; the window only
// obeys, the view only shows.
#pragma once

#include "store/store.h"
#include "view/view.h"

// Writes what differs from `before` (NULL: everything). What cannot be written is set for this time only.
void settings_keep(Store *store, const ViewSettings *settings, const ViewSettings *before);

// What was set of how the screen looks (type, contrast, typeface, motion), to be handed on to somebody who is new at
// the same screen: they see at once what they can read, and change it where it is too much.
enum { SETTINGS_DISPLAY = 6 };
typedef struct SettingsDisplay {
    int values[SETTINGS_DISPLAY]; // INT_MIN: never set
} SettingsDisplay;

void settings_display(Store *store, SettingsDisplay *out);
void settings_display_keep(Store *store, const SettingsDisplay *display);

// Puts what was kept over what `settings` has: what was never kept stays as the machine says. Numbers that
// mean nothing are left out.
void settings_restore(Store *store, ViewSettings *settings);
