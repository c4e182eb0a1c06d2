// Inside of engine/store only: the SQLite connection, the schema, and rescuing a damaged file.
#pragma once

#include "store/store.h"

#include <sqlite3.h>

struct Store {
    sqlite3 *db;
    char *folder, *path;
    bool kept, fresh;

    StorePlaythrough current; // being recorded
    bool recording, forked;
    bool touched; // something was appended since it began: only looking leaves no trace
    StoreEntry *entries; // all of the current playthrough
    int entry_count, entry_capacity;
    int written; // of them in the file
};

enum { DATABASE_VERSION = 4 }; // the schema that this program writes

typedef enum DatabaseResult {
    DATABASE_OK,
    DATABASE_DAMAGED, // not a database, or its pages are broken
    DATABASE_NEWER,   // written by a newer program
    DATABASE_REFUSED, // the place cannot be written, the disk is full, locked by another program ...
} DatabaseResult;

// Opens and, where needed, makes and migrates the file (":memory:" works too). On anything but
// DATABASE_OK *out is NULL and `err` says what SQLite said.
DatabaseResult database_open(const char *path, sqlite3 **out, bool *fresh, Err *err);

DatabaseResult database_result(int sqlite_code);

// Runs statements without results.
bool database_run(sqlite3 *db, const char *sql);

// Prepares; NULL on failure.
sqlite3_stmt *database_prepare(sqlite3 *db, const char *sql);

// Renames path (and its -wal, -shm) to plankwright-damaged-<n>.db in the same folder; new_name gets the
// new path. False when it cannot be renamed.
bool database_move_aside(const char *folder, const char *path, char *new_path, int size, Err *err);

// Copies every row that can be read of the file `from` into `to`. Returns the playthroughs copied.
int database_rescue(const char *from, sqlite3 *to);

// Plain words for an SQLite failure while doing `what` with the file.
bool database_explain(sqlite3 *db, const char *path, const char *what, Err *err);
