// The keys that the list of keys names before those that are buttons. A host that knows how a key
// is called holds its own keys against this table.
#pragma once

#include "view/words.h"

enum { VIEW_HELP_KEYS = 15 };

typedef struct ViewHelpKey {
    ViewWord key, says;
} ViewHelpKey;

extern const ViewHelpKey view_help_keys[VIEW_HELP_KEYS];
