// Inside of engine/store only: the SQLite connection, the schema, and rescuing a damaged file.
#pragma once

#include "base/text.h"
#include "store/store.h"

#include <sqlite3.h>

// A set of marks (known.h): sorted, each once.
typedef struct KnownMarks {
    uint32_t *items;
    int count, capacity;
} KnownMarks;

struct Store {
    sqlite3 *db;
    char *folder, *path;
    bool kept, fresh;

    StorePlaythrough current; // being recorded
    bool recording, forked;
    bool touched;        // something was appended since it began: only looking leaves no trace
    StoreEntry *entries; // all of the current playthrough
    int entry_count, entry_capacity;
    int written; // of them in the file

    int64_t looked;   // when the last choice came, seconds since 1970: for the time that was played
    uint32_t met;     // of the current stand, as its bridges
    Text bridges;     // as record.c writes them
    KnownMarks known; // of the current scenario
    KnownMarks learned; // of them not in the file yet
};

enum { DATABASE_VERSION = 5 }; // the schema that this program writes

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

// Reads every page. An SQLite code.
int database_check(sqlite3 *db);

// Runs statements without results.
bool database_run(sqlite3 *db, const char *sql);

// Prepares; NULL on failure.
sqlite3_stmt *database_prepare(sqlite3 *db, const char *sql);
// Of a store, whose `db` may be NULL.
sqlite3_stmt *database_ask(const Store *store, const char *sql);
// Runs a statement without rows and finalizes it; NULL is fine. False with err: "cannot <what> in PATH".
bool database_finish(Store *store, sqlite3_stmt *statement, const char *what, Err *err);

// A column as valid UTF-8 that fits, else cut.
void database_text(sqlite3_stmt *row, int column, char *out, size_t size);
// A day, COURSE_NO_DAY for NULL; and back.
int32_t database_day(sqlite3_stmt *row, int column);
void database_bind_day(sqlite3_stmt *statement, int at, int32_t day);

// ---- parts of a choice's transaction, each an SQLite code (known.c, record.c)
int known_write(Store *store);
void known_load(Store *store); // of the current scenario
void known_close(Store *store);
void record_note(Store *store, const StoreStand *stand);

// Renames path (and its -wal, -shm) to plankwright-damaged-<n>.db in the same folder; new_name gets the
// new path. False when it cannot be renamed.
bool database_move_aside(const char *folder, const char *path, char *new_path, int size, Err *err);

// Copies every row that can be read of the file `from` into `to`. Returns the playthroughs copied.
int database_rescue(const char *from, sqlite3 *to);

// Plain words for an SQLite failure while doing `what` with the file.
bool database_explain(sqlite3 *db, const char *path, const char *what, Err *err);
