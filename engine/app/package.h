// What `pack` and `install` agree on: what a package may hold, and how large it may be. A package is a
// plain ustar archive (base/tar.h), named .plank, with one folder in it that is the scenario's id.
#pragma once

#include "app/paths.h"
#include "base/text.h"
#include "story/scenario.h"

#include <stdbool.h>

enum {
    PACKAGE_SIZE_MAX = 16 << 20, // bytes of the whole
    PACKAGE_FILE_MAX = 4 << 20,  // bytes of one file in it
    PACKAGE_FILES_MAX = 300,
    PACKAGE_DEEP_MAX = 4, // parts of a name: id/lang/de.po has three
};

// Whether a file of that name is part of a scenario: .lua .po .play .md .txt, a licence. Others stay out.
bool package_takes(const char *name);

// Whether the two cannot lie beside each other everywhere: the same but for capitals, or one would be the
// other's folder.
bool package_names_clash(const char *a, const char *b);

// The scenario of that folder, with the limits of the sandbox, after random plays to an end; NULL with
// ERR_INPUT. What `install` asks of a package before it is there.
Scenario *package_try(const char *folder, Err *err);

// "The Late Brief (late-brief), version 1, by Plankwright, CC-BY-4.0" in one line.
void package_describe(const Scenario *scenario, Text *out);

// ---- the user's own folder of scenarios ---------------------------------------------------------

// data/scenarios/<id>
bool package_folder(const char *data, const char *id, char out[PATHS_SIZE], Err *err);

// Whether that folder was made by `install`: it has a file that no package can hold.
bool package_is_installed(const char *folder);
bool package_mark_installed(const char *folder, Err *err);

// Deletes a folder with all that is in it; links are deleted, not followed. True where it is gone.
bool package_delete(const char *folder, Err *err);
