// Reading what was kept: playthroughs, their journals, plans.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void column_text(sqlite3_stmt *row, int column, char *out, size_t size)
{
    const unsigned char *text = sqlite3_column_text(row, column);
    snprintf(out, size, "%s", text ? (const char *)text : "");
    if (!utf8_valid(out, strlen(out), NULL)) { // a file that was tampered with, or a cut name
        size_t good = 0;
        utf8_valid(out, strlen(out), &good);
        out[good] = '\0';
    }
}

static void read_playthrough(sqlite3_stmt *row, StorePlaythrough *out)
{
    *out = (StorePlaythrough){ 0 };
    out->row = sqlite3_column_int64(row, 0);
    column_text(row, 1, out->scenario, sizeof out->scenario);
    out->scenario_hash = (uint64_t)sqlite3_column_int64(row, 2);
    out->version = sqlite3_column_int(row, 3);
    column_text(row, 4, out->preset, sizeof out->preset);
    out->preset_version = sqlite3_column_int(row, 5);
    out->seed = (uint64_t)sqlite3_column_int64(row, 6);
    out->started = sqlite3_column_int64(row, 7);
    out->changed = sqlite3_column_int64(row, 8);
    out->ended = sqlite3_column_int(row, 9) != 0;
    column_text(row, 10, out->ending, sizeof out->ending);
    column_text(row, 11, out->standing, sizeof out->standing);
    column_text(row, 12, out->checkpoint, sizeof out->checkpoint);
}

static bool latest(Store *store, const char *scenario, bool open_only, StorePlaythrough *out)
{
    sqlite3_stmt *select =
        store->db
            ? database_prepare(store->db,
                               "SELECT id, scenario, scenario_hash, version, preset,"
                               " preset_version, seed, started, changed, ended, ending,"
                               " standing, checkpoint FROM playthrough"
                               " WHERE (?1 IS NULL OR scenario = ?1) AND (?2 = 0 OR ended = 0)"
                               " ORDER BY changed DESC, id DESC LIMIT 1")
            : NULL;
    if (!select) {
        return false;
    }
    sqlite3_bind_text(select, 1, scenario, -1, SQLITE_STATIC);
    sqlite3_bind_int(select, 2, open_only);
    bool found = sqlite3_step(select) == SQLITE_ROW;
    if (found) {
        read_playthrough(select, out);
    }
    sqlite3_finalize(select);
    return found;
}

bool store_latest_open(Store *store, const char *scenario, StorePlaythrough *out)
{
    return latest(store, scenario, true, out);
}

bool store_latest(Store *store, const char *scenario, StorePlaythrough *out)
{
    return latest(store, scenario, false, out);
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
    column_text(row, 1, out->id, sizeof out->id);
    out->minute = sqlite3_column_int(row, 2);
    if (out->kind == STORE_UNDO_TO) {
        long count = strtol(out->id, NULL, 10);
        out->count = count > 0 && count < 1000000 ? (int)count : 0;
        out->id[0] = '\0';
    }
    column_text(row, 3, out->said, sizeof out->said);
    column_text(row, 4, out->after, sizeof out->after);
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

// ---- plans ------------------------------------------------------------------------------------------

bool store_plan_add(Store *store, const char *text, Err *err)
{
    sqlite3_stmt *insert =
        store->db ? database_prepare(store->db, "INSERT INTO plan(playthrough, made, text)"
                                                " VALUES(?1, ?2, ?3)")
                  : NULL;
    if (!insert) {
        return database_explain(store->db, store->path, "cannot keep your plan in", err);
    }
    sqlite3_bind_int64(insert, 1, store->recording ? store->current.row : 0);
    sqlite3_bind_int64(insert, 2, (sqlite3_int64)time(NULL));
    sqlite3_bind_text(insert, 3, text, -1, SQLITE_STATIC);
    bool kept = sqlite3_step(insert) == SQLITE_DONE;
    if (!kept) {
        database_explain(store->db, store->path, "cannot keep your plan in", err);
    }
    sqlite3_finalize(insert);
    return kept;
}

bool store_plan_latest(Store *store, char *out, int out_size)
{
    sqlite3_stmt *select =
        store->db ? database_prepare(store->db, "SELECT text FROM plan ORDER BY id DESC LIMIT 1")
                  : NULL;
    bool found = select && sqlite3_step(select) == SQLITE_ROW;
    if (found) {
        column_text(select, 0, out, (size_t)out_size);
    }
    sqlite3_finalize(select);
    return found;
}

// ---- settings ---------------------------------------------------------------------------------------

bool store_setting_keep(Store *store, const char *name, int value, Err *err)
{
    sqlite3_stmt *insert =
        store->db ? database_prepare(store->db, "INSERT INTO setting VALUES(?1, ?2)"
                                                " ON CONFLICT(name) DO UPDATE SET value = ?2")
                  : NULL;
    bool kept = false;
    if (insert) {
        sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, 2, value);
        kept = sqlite3_step(insert) == SQLITE_DONE;
    }
    if (!kept) {
        database_explain(store->db, store->path, "cannot keep your settings in", err);
    }
    sqlite3_finalize(insert);
    return kept;
}

int store_setting(Store *store, const char *name, int otherwise)
{
    sqlite3_stmt *select =
        store->db ? database_prepare(store->db, "SELECT value FROM setting WHERE name = ?1") : NULL;
    int value = otherwise;
    if (select) {
        sqlite3_bind_text(select, 1, name, -1, SQLITE_STATIC);
        value = sqlite3_step(select) == SQLITE_ROW ? sqlite3_column_int(select, 0) : otherwise;
    }
    sqlite3_finalize(select);
    return value;
}
