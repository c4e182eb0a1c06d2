// Files: read whole, write atomically, find folders. Knows no scenario and no save.
#pragma once

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

// Reads a regular file of at most `limit` bytes. *out (NUL-terminated, mem_free it) and *size are set
// only on success. Fails with ERR_INPUT: missing, a folder, unreadable, too large.
bool file_read(const char *path, size_t limit, char **out, size_t *size, Err *err);

// Writes path + ".new", flushes it to the disk, renames it over `path`: after a crash the old or the new
// content stands there, never a part. Fails with ERR_SYSTEM (disk full, no permission); keeps the old.
bool file_write(const char *path, const char *data, size_t size, Err *err);

bool file_exists(const char *path);
// Whether the file, with every symbolic link followed, lies in that folder or below it; where `folder` is a
// file, in the folder where that one really lies. True for a path where there is nothing: reading says so.
bool file_is_inside(const char *path, const char *folder);
bool file_is_folder(const char *path);

// Makes a folder and its parents (mode 0700); true when it exists afterwards.
bool file_make_folders(const char *path, Err *err);

// Names (no path) of the entries of a folder, sorted bytewise, without "." and ".."; free with
// file_list_free. A missing folder gives false and ERR_INPUT.
typedef struct FileList {
    char **names;
    int count;
} FileList;
bool file_list(const char *folder, FileList *out, Err *err);
void file_list_free(FileList *list);
