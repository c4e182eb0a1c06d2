// One SQLite file of three small tables. `synchronous=NORMAL`: what was written outlives the program at
// once; a power cut may take the last moments, and the ballots of phones that ask again come again.
#define _POSIX_C_SOURCE 200809L

#include "store/session_file.h"

#include "base/arena.h"
#include "base/say.h"
#include "store/database.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct SessionFile {
    sqlite3 *db;
    sqlite3_stmt *cast;
    char path[1024];
};

static bool wrong(SessionFile *file, const char *what, Err *err)
{
    return database_explain(file->db, file->path, what, err);
}

// Without the order of rows a table of ballots lies in the order of its tokens: no order of time.
static const char schema[] =
    "CREATE TABLE IF NOT EXISTS room(one INTEGER PRIMARY KEY CHECK(one = 1), text TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS secret(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS at_table(seq INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, "
    "way TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS ballot(token BLOB PRIMARY KEY, option INTEGER NOT NULL) WITHOUT "
    "ROWID;";

static bool truncate_log(SessionFile *file)
{
    return sqlite3_wal_checkpoint_v2(file->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) ==
           SQLITE_OK;
}

static bool set_up(SessionFile *file)
{
    sqlite3_busy_timeout(file->db, 500);
    sqlite3_extended_result_codes(file->db, 1);
    // Exclusive: a second program on the same session would count other votes.
    bool good = database_run(file->db, "PRAGMA locking_mode=EXCLUSIVE") &&
                database_run(file->db, "PRAGMA secure_delete=ON") &&
                database_run(file->db, "PRAGMA temp_store=MEMORY") &&
                database_run(file->db, "PRAGMA journal_mode=WAL") &&
                database_run(file->db, "PRAGMA synchronous=NORMAL") &&
                database_run(file->db, "BEGIN IMMEDIATE") && database_run(file->db, schema) &&
                database_run(file->db, "COMMIT");
    if (!good) {
        return false;
    }
    truncate_log(file);
    file->cast = database_prepare(file->db, "INSERT INTO ballot(token, option) VALUES(?1, ?2) "
                                            "ON CONFLICT(token) DO UPDATE SET option = ?2");
    return file->cast != NULL;
}

SessionFile *session_file_open(const char *path, Err *err)
{
    SessionFile *file = mem_alloc(sizeof *file);
    snprintf(file->path, sizeof file->path, "%s", path);
    mode_t mask = umask(077); // nobody else's eyes, from its first byte on
    int code = sqlite3_open_v2(path, &file->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    bool good = code == SQLITE_OK && set_up(file);
    umask(mask);
    if (good) {
        return file;
    }
    int failed = file->db ? sqlite3_errcode(file->db) & 0xff : SQLITE_NOMEM;
    wrong(file, "cannot keep the room's session in", err);
    if (failed == SQLITE_BUSY || failed == SQLITE_LOCKED) {
        err_set(err, ERR_SYSTEM, "%s", say("this room is open already"));
        err_fix(err, "%s", say("another Plankwright runs it: go on there, or end it first"));
    }
    session_file_close(file);
    return NULL;
}

void session_file_close(SessionFile *file)
{
    if (!file) {
        return;
    }
    sqlite3_finalize(file->cast);
    if (file->db) {
        truncate_log(file);
        sqlite3_close(file->db);
    }
    mem_free(file);
}

static bool bind_and_step(sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return code == SQLITE_DONE;
}

static bool put_text(SessionFile *file, const char *room)
{
    sqlite3_stmt *statement =
        database_prepare(file->db, "INSERT OR REPLACE INTO room(one, text) VALUES(1, ?1)");
    bool good = statement &&
                sqlite3_bind_text(statement, 1, room, -1, SQLITE_STATIC) == SQLITE_OK &&
                bind_and_step(statement);
    sqlite3_finalize(statement);
    return good;
}

bool session_file_write(SessionFile *file, const char *room, bool question_over, Err *err)
{
    if (!database_run(file->db, "BEGIN IMMEDIATE")) {
        return wrong(file, "cannot write", err);
    }
    bool good =
        put_text(file, room) &&
        (!question_over || database_run(file->db, "DELETE FROM ballot;"
                                                  "DELETE FROM secret WHERE name = 'question'"));
    if (!good) {
        wrong(file, "cannot write", err);
    }
    if (!database_run(file->db, good ? "COMMIT" : "ROLLBACK")) {
        return wrong(file, "cannot write", err);
    }
    if (good && question_over && !truncate_log(file)) {
        return wrong(file, "cannot clear the log of", err);
    }
    return good;
}

bool session_file_read(SessionFile *file, Text *room)
{
    sqlite3_stmt *statement = database_prepare(file->db, "SELECT text FROM room");
    bool found = statement && sqlite3_step(statement) == SQLITE_ROW;
    if (found) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        text_add(room, text ? text : "");
    }
    sqlite3_finalize(statement);
    return found;
}

bool session_file_ballot(SessionFile *file, const uint8_t token[SESSION_FILE_TOKEN], int option,
                         Err *err)
{
    sqlite3_bind_blob(file->cast, 1, token, SESSION_FILE_TOKEN, SQLITE_STATIC);
    sqlite3_bind_int(file->cast, 2, option);
    return bind_and_step(file->cast) ? true : wrong(file, "cannot write a vote into", err);
}

bool session_file_ballots(SessionFile *file, SessionFileBallot visit, void *context)
{
    sqlite3_stmt *statement = database_prepare(file->db, "SELECT token, option FROM ballot");
    if (!statement) {
        return false;
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        if (sqlite3_column_bytes(statement, 0) == SESSION_FILE_TOKEN) {
            visit(context, sqlite3_column_blob(statement, 0), sqlite3_column_int(statement, 1));
        }
    }
    sqlite3_finalize(statement);
    return true;
}

bool session_file_put(SessionFile *file, const char *name, const void *bytes, size_t size, Err *err)
{
    sqlite3_stmt *statement =
        database_prepare(file->db, "INSERT OR REPLACE INTO secret(name, bytes) VALUES(?1, ?2)");
    bool good = statement &&
                sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
                sqlite3_bind_blob(statement, 2, bytes, (int)size, SQLITE_STATIC) == SQLITE_OK &&
                bind_and_step(statement);
    sqlite3_finalize(statement);
    return good ? true : wrong(file, "cannot write", err);
}

bool session_file_get(SessionFile *file, const char *name, void *bytes, size_t size)
{
    sqlite3_stmt *statement =
        database_prepare(file->db, "SELECT bytes FROM secret WHERE name = ?1");
    bool found =
        statement && sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_bytes(statement, 0) == (int)size;
    if (found) {
        memcpy(bytes, sqlite3_column_blob(statement, 0), size);
    }
    sqlite3_finalize(statement);
    return found;
}

bool session_file_table(SessionFile *file, uint64_t id, const char *way, Err *err)
{
    sqlite3_stmt *statement =
        database_prepare(file->db, "INSERT INTO at_table(id, way) VALUES(?1, ?2) "
                                   "ON CONFLICT(id) DO UPDATE SET way = ?2");
    bool good = statement && sqlite3_bind_int64(statement, 1, (sqlite3_int64)id) == SQLITE_OK &&
                sqlite3_bind_text(statement, 2, way, -1, SQLITE_STATIC) == SQLITE_OK &&
                bind_and_step(statement);
    sqlite3_finalize(statement);
    return good ? true : wrong(file, "cannot write", err);
}

bool session_file_tables(SessionFile *file, SessionFileTable visit, void *context)
{
    sqlite3_stmt *statement =
        database_prepare(file->db, "SELECT id, way FROM at_table ORDER BY seq");
    if (!statement) {
        return false;
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *way = (const char *)sqlite3_column_text(statement, 1);
        visit(context, (uint64_t)sqlite3_column_int64(statement, 0), way ? way : "");
    }
    sqlite3_finalize(statement);
    return true;
}

bool session_file_remove(const char *path)
{
    static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
    char name[1100];
    bool good = true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        good = (access(name, F_OK) != 0 || unlink(name) == 0) && good;
    }
    return good;
}
