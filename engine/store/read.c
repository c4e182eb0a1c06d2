// Reading what was kept: playthroughs and their journals.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void read_playthrough(sqlite3_stmt *row, StorePlaythrough *out)
{
    *out = (StorePlaythrough){ 0 };
    out->row = sqlite3_column_int64(row, 0);
    database_text(row, 1, out->scenario, sizeof out->scenario);
    out->scenario_hash = (uint64_t)sqlite3_column_int64(row, 2);
    out->version = sqlite3_column_int(row, 3);
    database_text(row, 4, out->preset, sizeof out->preset);
    out->preset_version = sqlite3_column_int(row, 5);
    out->seed = (uint64_t)sqlite3_column_int64(row, 6);
    out->started = sqlite3_column_int64(row, 7);
    out->changed = sqlite3_column_int64(row, 8);
    out->ended = sqlite3_column_int(row, 9) != 0;
    database_text(row, 10, out->ending, sizeof out->ending);
    database_text(row, 11, out->standing, sizeof out->standing);
    database_text(row, 12, out->checkpoint, sizeof out->checkpoint);
    out->seconds = sqlite3_column_int(row, 13);
}

#define PLAYTHROUGH                                                                                \
    "SELECT id, scenario, scenario_hash, version, preset, preset_version, seed, started, changed," \
    " ended, ending, standing, checkpoint, seconds FROM playthrough"
#define LATEST_FIRST " ORDER BY changed DESC, id DESC LIMIT 1"

// The first row of what `sql` asks for (?1: the scenario, where it is one's).
static bool one(Store *store, const char *sql, const char *scenario, StorePlaythrough *out)
{
    sqlite3_stmt *select = database_ask(store, sql);
    if (!select) {
        return false;
    }
    if (scenario) {
        sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
    }
    bool found = sqlite3_step(select) == SQLITE_ROW;
    if (found) {
        read_playthrough(select, out);
    }
    sqlite3_finalize(select);
    return found;
}

bool store_latest_open(Store *store, const char *scenario, StorePlaythrough *out)
{
    return one(store, PLAYTHROUGH " WHERE scenario = ?1 AND ended = 0" LATEST_FIRST, scenario, out);
}

bool store_latest(Store *store, const char *scenario, StorePlaythrough *out)
{
    // Each question has its index (database.c); one statement for both would read the whole table.
    return scenario ? one(store, PLAYTHROUGH " WHERE scenario = ?1" LATEST_FIRST, scenario, out)
                    : one(store, PLAYTHROUGH LATEST_FIRST, NULL, out);
}

bool store_playthrough(Store *store, int64_t row, StorePlaythrough *out)
{
    sqlite3_stmt *select = database_ask(store, PLAYTHROUGH " WHERE id = ?1");
    bool found = false;
    if (select) {
        sqlite3_bind_int64(select, 1, row);
        found = sqlite3_step(select) == SQLITE_ROW;
        if (found) {
            read_playthrough(select, out);
        }
    }
    sqlite3_finalize(select);
    return found;
}

int store_times_ended(Store *store, const char *scenario)
{
    sqlite3_stmt *count = store->db
                              ? database_prepare(store->db, "SELECT COUNT(*) FROM playthrough"
                                                            " WHERE scenario = ?1 AND ended = 1")
                              : NULL;
    int times = 0;
    if (count) {
        sqlite3_bind_text(count, 1, scenario, -1, SQLITE_STATIC);
        times = sqlite3_step(count) == SQLITE_ROW ? sqlite3_column_int(count, 0) : 0;
    }
    sqlite3_finalize(count);
    return times;
}

static void read_entry(sqlite3_stmt *row, StoreEntry *out)
{
    *out = (StoreEntry){ 0 };
    int kind = sqlite3_column_int(row, 0);
    out->kind = kind == STORE_UNDO || kind == STORE_UNDO_TO ? (StoreEntryKind)kind : STORE_CHOOSE;
    database_text(row, 1, out->id, sizeof out->id);
    out->minute = sqlite3_column_int(row, 2);
    if (out->kind == STORE_UNDO_TO) {
        long count = strtol(out->id, NULL, 10);
        out->count = count > 0 && count < 1000000 ? (int)count : 0;
        out->id[0] = '\0';
    }
    database_text(row, 3, out->said, sizeof out->said);
    database_text(row, 4, out->after, sizeof out->after);
}

bool store_entries(Store *store, int64_t row, StoreEntry **out, int *count, Err *err)
{
    *out = NULL;
    *count = 0;
    sqlite3_stmt *select =
        store->db ? database_prepare(store->db, "SELECT kind, id, minute, said, after FROM journal"
                                                " WHERE playthrough = ?1 ORDER BY seq")
                  : NULL;
    if (!select) {
        return database_explain(store->db, store->path, "cannot read the journal in", err);
    }
    sqlite3_bind_int64(select, 1, row);
    int capacity = 0, code;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        if (*count == capacity) {
            capacity = capacity ? capacity * 2 : 32;
            *out = mem_grow(*out, sizeof **out * (size_t)capacity);
        }
        read_entry(select, &(*out)[(*count)++]);
    }
    bool read = code == SQLITE_DONE;
    if (!read) {
        database_explain(store->db, store->path, "cannot read the journal in", err);
        mem_free(*out);
        *out = NULL;
        *count = 0;
    }
    sqlite3_finalize(select);
    return read;
}
