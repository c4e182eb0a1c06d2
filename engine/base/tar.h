// Archives in the form of POSIX ustar, in memory: plain files under plain names, nothing else. The same
// files give the same bytes. What another tar adds (links, devices, long names) is refused by name.
#pragma once

#include "base/err.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { TAR_NAME_MAX = 99 };

// A file; `name` is checked by tar_name_wrong and has at most TAR_NAME_MAX bytes (else a bug).
void tar_add(Text *archive, const char *name, const char *data, size_t size);
void tar_end(Text *archive);

typedef struct TarReader {
    const char *data;
    size_t size, at;
} TarReader;

typedef struct TarFile {
    char name[TAR_NAME_MAX + 1];
    const char *data; // inside of the archive
    size_t size;
} TarFile;

// The next file. False at the end, and with err where the archive is damaged or holds something else than
// files (folders are passed over). Names come out checked.
bool tar_next(TarReader *reader, TarFile *file, Err *err);

// Why a name is no relative path of letters, digits, - _ . and / that stays below its folder, or NULL.
const char *tar_name_wrong(const char *name);
