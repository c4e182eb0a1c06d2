// What the player has set, kept as numbers by name. Everything that can be set is here; the window only
// obeys, the view only shows.
#pragma once

#include "store/store.h"
#include "view/view.h"

// Writes what differs from `before` (NULL: everything). What cannot be written is set for this time only.
void settings_keep(Store *store, const ViewSettings *settings, const ViewSettings *before);

// Puts what was kept over what `settings` has: what was never kept stays as the machine says. Numbers that
// mean nothing are left out.
void settings_restore(Store *store, ViewSettings *settings);
