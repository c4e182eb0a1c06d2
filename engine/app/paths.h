// Where things are: the game's own files, and the folders that the desktop standard (XDG) gives a program.
#pragma once

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum { PATHS_SIZE = 1024 };

// argv[0] is remembered for paths_root. To be called once, first.
void paths_init(const char *program);

// The folder with scripts/ and assets/: beside the program, or of the sources it was built from.
const char *paths_root(void);

// Full path of the running program; what argv[0] said where that is not known.
const char *paths_program(void);

// A library of the program's own: beside it, or in ../lib/plankwright/modules. False: it was not built.
bool paths_module(const char *name, char *out, size_t size);

// For what is to be kept: `given` (--data), or $XDG_DATA_HOME/plankwright, or
// ~/.local/share/plankwright. False with ERR_SYSTEM when there is no home folder.
bool paths_data(const char *given, char out[PATHS_SIZE], Err *err);

// For the log and crash reports: $XDG_STATE_HOME/plankwright or ~/.local/state/plankwright.
bool paths_state(char out[PATHS_SIZE], Err *err);

// The path as people write it: ~ for the home folder. For reading, not for opening.
void paths_short(const char *path, char out[PATHS_SIZE]);
