// Opening, and recording the playthrough that is being played. The whole journal of that playthrough is
// kept in memory too: what could not be written is written later, and a file that breaks while it is in
// use is replaced without losing a choice. Reading what was kept: read.c.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { PAUSE_SECONDS = 300 }; // longer pauses count as this much of the time played

static void copy_name(char out[STORE_NAME_MAX], const char *name)
{
    snprintf(out, STORE_NAME_MAX, "%s", name ? name : "");
}

static void open_memory(Store *store)
{
    bool fresh = false;
    Err ignored = { 0 };
    database_open(":memory:", &store->db, &fresh, &ignored);
    if (!store->db) {
        fprintf(stderr, "plankwright: SQLite cannot even work in memory: %s\n", ignored.message);
        return;
    }
    database_rescue(store->path, store->db);
}

static void say_not_kept(Store *store, Err *notice)
{
    store->kept = false;
    char why[sizeof notice->message];
    snprintf(why, sizeof why, "%.160s%s%.300s", notice->file, notice->file[0] ? ": " : "",
             notice->message);
    char fix[sizeof notice->fix];
    snprintf(fix, sizeof fix, "%s", notice->fix);
    err_set(notice, ERR_SYSTEM, "%s; you can play, but it will not be kept", why);
    err_fix(notice, "%s", fix[0] ? fix : "give a folder that can be written with --data DIR");
}

// Moves the damaged file aside and opens a new one with what could be read.
static bool replace_damaged(Store *store, Err *notice)
{
    char aside[512];
    if (!database_move_aside(store->folder, store->path, aside, (int)sizeof aside, notice)) {
        return false;
    }
    if (database_open(store->path, &store->db, &store->fresh, notice) != DATABASE_OK) {
        return false;
    }
    store->fresh = false;
    int saved = database_rescue(aside, store->db);
    const char *name = strrchr(aside, '/');
    err_set(notice, ERR_INPUT,
            "the file with your playthroughs was damaged; it was moved aside to %s", aside);
    name = name ? name + 1 : aside;
    if (saved == 0) {
        err_fix(notice, "no playthrough could be read from it; keep %s if you miss something",
                name);
    } else {
        err_fix(notice,
                "%d playthrough%s could be read and %s here again; keep %s if you miss something",
                saved, saved == 1 ? "" : "s", saved == 1 ? "is" : "are", name);
    }
    return true;
}

static void open_file(Store *store, Err *notice)
{
    if (!file_make_folders(store->folder, notice)) {
        notice->kind = ERR_SYSTEM;
        say_not_kept(store, notice);
        open_memory(store);
        return;
    }
    store->kept = true;
    DatabaseResult result = database_open(store->path, &store->db, &store->fresh, notice);
    if (result == DATABASE_DAMAGED && replace_damaged(store, notice)) {
        return;
    }
    if (result != DATABASE_OK) {
        say_not_kept(store, notice);
        open_memory(store);
    }
}

Store *store_open(const char *folder, Err *notice)
{
    Store *store = mem_alloc(sizeof *store);
    Text path = { 0 };
    text_addf(&path, "%s/plankwright.db", folder);
    store->path = mem_string(text_str(&path));
    store->folder = mem_string(folder);
    text_deinit(&path);
    Err local = { 0 };
    open_file(store, &local);
    if (notice) {
        *notice = local;
    }
    return store;
}

void store_close(Store *store)
{
    if (!store) {
        return;
    }
    if (store->touched && store_waiting(store) > 0) {
        store_append(store, NULL, NULL, NULL); // a last try
    }
    sqlite3_close(store->db);
    known_close(store);
    text_deinit(&store->bridges);
    mem_free(store->entries);
    mem_free(store->folder);
    mem_free(store->path);
    mem_free(store);
}

bool store_is_kept(const Store *store)
{
    return store->kept;
}
bool store_is_fresh(const Store *store)
{
    return store->fresh && store->kept;
}
const char *store_path(const Store *store)
{
    return store->path;
}
const char *store_sqlite_version(void)
{
    return sqlite3_libversion();
}

// ---- recording --------------------------------------------------------------------------------------

static void keep_entry(Store *store, const StoreEntry *entry)
{
    if (store->entry_count == store->entry_capacity) {
        store->entry_capacity = store->entry_capacity ? store->entry_capacity * 2 : 32;
        store->entries =
            mem_grow(store->entries, sizeof *store->entries * (size_t)store->entry_capacity);
    }
    store->entries[store->entry_count++] = *entry;
}

void store_begin(Store *store, const StorePlaythrough *play, const StoreEntry *entries, int count)
{
    store->current = *play;
    store->current.row = 0;
    store->current.started = (int64_t)time(NULL);
    store->current.ended = false;
    store->current.ending[0] = '\0';
    store->current.seconds = 0;
    store->looked = store->current.started;
    record_note(store, &(StoreStand){ .met = 0 });
    known_load(store);
    store->recording = true;
    store->forked = false;
    store->touched = false;
    store->entry_count = 0;
    store->written = 0;
    for (int i = 0; i < count; i++) {
        keep_entry(store, &entries[i]);
    }
}

bool store_continue(Store *store, const StorePlaythrough *play, Err *err)
{
    StoreEntry *entries = NULL;
    int count = 0;
    if (!store_entries(store, play->row, &entries, &count, err)) {
        return false;
    }
    store_begin(store, play, entries, count);
    store->current.row = play->row;
    store->current.started = play->started;
    store->current.seconds = play->seconds;
    store->written = count;
    mem_free(entries);
    return true;
}

static int insert_playthrough(Store *store, int64_t now)
{
    sqlite3_stmt *insert = database_prepare(
        store->db,
        "INSERT INTO playthrough(scenario, scenario_hash, version, preset, preset_version,"
        " seed, started, changed, ended, ending, standing, checkpoint)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, '', '', '')");
    if (!insert) {
        return sqlite3_extended_errcode(store->db);
    }
    const StorePlaythrough *play = &store->current;
    sqlite3_bind_text(insert, 1, play->scenario, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 2, (sqlite3_int64)play->scenario_hash);
    sqlite3_bind_int(insert, 3, play->version);
    sqlite3_bind_text(insert, 4, play->preset, -1, SQLITE_STATIC);
    sqlite3_bind_int(insert, 5, play->preset_version);
    sqlite3_bind_int64(insert, 6, (sqlite3_int64)play->seed);
    sqlite3_bind_int64(insert, 7, play->started);
    sqlite3_bind_int64(insert, 8, now);
    int code = sqlite3_step(insert);
    sqlite3_finalize(insert);
    return code;
}

static int insert_entries(Store *store, int64_t row)
{
    sqlite3_stmt *insert = database_prepare(
        store->db, "INSERT INTO journal(playthrough, seq, kind, id, minute, said, after)"
                   " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!insert) {
        return sqlite3_extended_errcode(store->db);
    }
    int code = SQLITE_DONE;
    for (int i = store->written; i < store->entry_count && code == SQLITE_DONE; i++) {
        const StoreEntry *entry = &store->entries[i];
        char number[16];
        snprintf(number, sizeof number, "%d", entry->count);
        sqlite3_reset(insert);
        sqlite3_bind_int64(insert, 1, row);
        sqlite3_bind_int(insert, 2, i);
        sqlite3_bind_int(insert, 3, (int)entry->kind);
        sqlite3_bind_text(insert, 4, entry->kind == STORE_UNDO_TO ? number : entry->id, -1,
                          SQLITE_TRANSIENT);
        sqlite3_bind_int(insert, 5, entry->minute);
        sqlite3_bind_text(insert, 6, entry->said, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 7, entry->after, -1, SQLITE_STATIC);
        code = sqlite3_step(insert);
    }
    sqlite3_finalize(insert);
    return code;
}

static int update_stand(Store *store, int64_t row, int64_t now)
{
    sqlite3_stmt *update = database_prepare(
        store->db, "UPDATE playthrough SET changed=?2, ended=?3, ending=?4, standing=?5,"
                   " checkpoint=?6, seconds=?7, met=?8, bridges=?9 WHERE id=?1");
    if (!update) {
        return sqlite3_extended_errcode(store->db);
    }
    const StorePlaythrough *play = &store->current;
    sqlite3_bind_int64(update, 1, row);
    sqlite3_bind_int64(update, 2, now);
    sqlite3_bind_int(update, 3, play->ended);
    sqlite3_bind_text(update, 4, play->ending, -1, SQLITE_STATIC);
    sqlite3_bind_text(update, 5, play->standing, -1, SQLITE_STATIC);
    sqlite3_bind_text(update, 6, play->checkpoint, -1, SQLITE_STATIC);
    sqlite3_bind_int(update, 7, play->seconds);
    sqlite3_bind_int64(update, 8, store->met);
    sqlite3_bind_text(update, 9, text_str(&store->bridges), -1, SQLITE_STATIC);
    int code = sqlite3_step(update);
    sqlite3_finalize(update);
    return code;
}

// One transaction with everything that is not in the file yet.
static int write_waiting(Store *store)
{
    int64_t now = (int64_t)time(NULL);
    int64_t row = store->current.row;
    int code = sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        return code;
    }
    code = SQLITE_DONE;
    if (row == 0) {
        code = insert_playthrough(store, now);
        row = sqlite3_last_insert_rowid(store->db);
    }
    if (code == SQLITE_DONE) {
        code = insert_entries(store, row);
    }
    if (code == SQLITE_DONE) {
        code = update_stand(store, row, now);
    }
    if (code == SQLITE_DONE) {
        code = known_write(store);
    }
    if (code == SQLITE_DONE) {
        code = sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        store->current.row = row;
        store->current.changed = now;
        store->written = store->entry_count;
        store->learned.count = 0;
    }
    return code;
}

static bool try_to_write(Store *store, Err *err)
{
    int code = write_waiting(store);
    if (code == SQLITE_OK) {
        return true;
    }
    database_explain(store->db, store->path, "your last choice is not kept yet, in", err);
    err_fix(err, "go on playing: it is tried again with each choice");
    sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    if ((code & 0xff) == SQLITE_CONSTRAINT && store->current.row != 0) {
        // Another program went on with this playthrough: ours becomes one of its own.
        store->current.row = 0;
        store->written = 0;
        store->forked = true;
        return try_to_write(store, err);
    }
    return false;
}

// The file broke while it was in use: aside with it.
static void replace_file(Store *store, Err *said)
{
    sqlite3_close(store->db);
    store->db = NULL;
    if (!replace_damaged(store, said)) {
        say_not_kept(store, said);
        open_memory(store);
    }
}

// And everything of this playthrough into a new one.
static bool replace_and_write(Store *store, Err *err)
{
    Err said = { 0 };
    replace_file(store, &said);
    store->current.row = 0;
    store->written = 0;
    if (err) {
        *err = said;
    }
    Err again = { 0 };
    if (store->db && !try_to_write(store, &again) && err) {
        *err = again;
    }
    return false; // there is something to tell in any case
}

// A clock that was set back adds nothing.
static void count_seconds(Store *store)
{
    int64_t now = (int64_t)time(NULL);
    int64_t since = now - store->looked;
    store->looked = now;
    if (since > 0 && store->current.seconds < INT32_MAX - PAUSE_SECONDS) {
        store->current.seconds += (int)(since < PAUSE_SECONDS ? since : PAUSE_SECONDS);
    }
}

bool store_check(Store *store, Err *notice)
{
    if (!store->db || !store->kept ||
        database_result(database_check(store->db)) != DATABASE_DAMAGED) {
        return true;
    }
    Err said = { 0 };
    replace_file(store, &said);
    if (notice) {
        *notice = said;
    }
    StoreEntry *entries = NULL;
    int count = 0;
    bool whole = store->recording && store->current.row != 0 &&
                 store_entries(store, store->current.row, &entries, &count, NULL) &&
                 count == store->written;
    mem_free(entries);
    if (!whole) { // it is in memory, and goes into the new file with the next choice
        store->current.row = 0;
        store->written = 0;
    }
    return false;
}

bool store_append(Store *store, const StoreEntry *entry, const StoreStand *stand, Err *err)
{
    assert(store->recording);
    store->touched = true;
    count_seconds(store);
    if (entry) {
        keep_entry(store, entry);
    }
    if (stand) {
        StorePlaythrough *play = &store->current;
        play->ended = stand->ending != NULL;
        copy_name(play->ending, stand->ending);
        copy_name(play->standing, stand->standing);
        snprintf(play->checkpoint, sizeof play->checkpoint, "%s", stand->checkpoint);
        record_note(store, stand);
    }
    if (!store->db) {
        return err_set(err, ERR_SYSTEM, "nothing can be kept: SQLite does not work here");
    }
    if (try_to_write(store, err)) {
        return true;
    }
    if (store->kept && database_result(sqlite3_errcode(store->db)) == DATABASE_DAMAGED) {
        return replace_and_write(store, err);
    }
    return false;
}

int store_waiting(const Store *store)
{
    return store->entry_count - store->written;
}

bool store_forked(Store *store)
{
    bool forked = store->forked;
    store->forked = false;
    return forked;
}

const StorePlaythrough *store_current(const Store *store)
{
    return store->recording ? &store->current : NULL;
}

void store_limit_pages(Store *store, int pages)
{
    Text sql = { 0 };
    text_addf(&sql, "PRAGMA max_page_count=%d", pages > 0 ? pages : 1 << 30);
    database_run(store->db, text_str(&sql));
    text_deinit(&sql);
}
