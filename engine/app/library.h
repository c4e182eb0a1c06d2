// The scenarios that can be played: shipped ones and those in the user's own folder. Loading one takes
// milliseconds, so all are loaded. Knows no screen.
#pragma once

#include "app/paths.h"
#include "story/scenario.h"

typedef struct LibraryItem {
    char id[96]; // of the folder; also where the scenario could not be loaded
    char folder[PATHS_SIZE];
    Scenario *scenario; // NULL: broken
    char problem[640];  // why, with its place
    bool loaded;        // or tried to
    bool installed;     // from a package, with `plankwright install`
} LibraryItem;

typedef struct Library {
    LibraryItem *items; // shipped first, then the user's own; each by id
    int count, capacity;
} Library;

// `data` is the user's data folder (its scenarios/ is searched too); may be NULL. `load` false: only ids
// and folders.
void library_init(Library *library, const char *data, bool load);
void library_deinit(Library *library);

// Loads an item that was not yet. For those who show some before the others are there.
void library_load_item(LibraryItem *item);

// Item with that id, or -1.
int library_find(const Library *library, const char *id);

// The scenario that `name` means: an id of the library, or the path of a folder or .lua file. NULL with
// ERR_INPUT: unknown ("did you mean"), unreadable, or with mistakes (the first is in err). Free with
// scenario_free.
Scenario *library_load(const char *name, const char *data, Err *err);

// The folder that `name` means, as library_load finds it.
bool library_folder(const char *name, const char *data, char out[PATHS_SIZE], Err *err);

// The bytes of its .lua files: the longer a scenario is, the longer it mostly takes to walk. 0: nothing there.
int64_t library_bytes(const char *folder);
