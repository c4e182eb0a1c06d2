// Deleting so that it is gone: rows are overwritten as they are deleted, the write-ahead log, in which old
// pages stand, is emptied, and a file with many holes is rebuilt.
#define _POSIX_C_SOURCE 200809L

#include "store/forget.h"

#include "store/database.h"
#include "store/known.h"
#include "store/record.h"

#include "base/file.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// The first second of that day here.
static int64_t begin_of(int32_t day)
{
    struct tm local = { .tm_isdst = -1 };
    int year, month, month_day;
    course_date(day, &year, &month, &month_day);
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    local.tm_mday = month_day;
    return (int64_t)mktime(&local);
}

static int64_t number_of(Store *store, const char *pragma)
{
    sqlite3_stmt *select = database_ask(store, pragma);
    int64_t n = select && sqlite3_step(select) == SQLITE_ROW ? sqlite3_column_int64(select, 0) : 0;
    sqlite3_finalize(select);
    return n;
}

// What was deleted is zeros by now (secure_delete, database.c), but old pages stand in the log, and the
// file keeps its size. Rebuilding takes as long as the file is large: only where much of it is empty.
static bool clean_up(Store *store, bool rebuild, Err *err)
{
    bool empty =
        number_of(store, "PRAGMA freelist_count") * 4 > number_of(store, "PRAGMA page_count");
    // Temporary files of the rebuilding would stand somewhere else on the disk.
    bool done = !(rebuild || empty) || (database_run(store->db, "PRAGMA temp_store=MEMORY") &&
                                        database_run(store->db, "VACUUM"));
    sqlite3_stmt *truncate = database_ask(store, "PRAGMA wal_checkpoint(TRUNCATE)");
    done = done && truncate && sqlite3_step(truncate) == SQLITE_ROW;
    sqlite3_finalize(truncate);
    return done || database_explain(store->db, store->path, "cannot tidy up", err);
}

// Runs the statements, which all may use ?1 and ?2, in one transaction. `counts` gets the rows of each.
static bool delete_all(Store *store, const char *const *statements, int count, int64_t first,
                       int64_t second, int *counts, Err *err)
{
    bool done = database_run(store->db, "BEGIN IMMEDIATE");
    for (int i = 0; i < count && done; i++) {
        sqlite3_stmt *statement = database_ask(store, statements[i]);
        if (statement) {
            int parameters = sqlite3_bind_parameter_count(statement);
            if (parameters >= 1) {
                sqlite3_bind_int64(statement, 1, first);
            }
            if (parameters >= 2) {
                sqlite3_bind_int64(statement, 2, second);
            }
        }
        done = statement && sqlite3_step(statement) == SQLITE_DONE;
        counts[i] = done ? sqlite3_changes(store->db) : 0;
        sqlite3_finalize(statement);
    }
    done = done && database_run(store->db, "COMMIT");
    if (!done) {
        database_explain(store->db, store->path, "cannot forget anything in", err);
        database_run(store->db, "ROLLBACK");
    }
    return done;
}

static bool is_aside(const char *name)
{
    return strncmp(name, "plankwright-damaged-", strlen("plankwright-damaged-")) == 0;
}

// Files that were moved aside hold what was played, too. Their -wal and -shm go with them.
static int remove_aside(const Store *store, int64_t before)
{
    FileList list;
    int removed = 0;
    if (!file_list(store->folder, &list, NULL)) {
        return 0;
    }
    for (int i = 0; i < list.count; i++) {
        char path[1200];
        struct stat facts;
        bool fits =
            snprintf(path, sizeof path, "%s/%s", store->folder, list.names[i]) < (int)sizeof path;
        if (fits && is_aside(list.names[i]) && stat(path, &facts) == 0 &&
            (int64_t)facts.st_mtime < before && unlink(path) == 0) {
            removed++;
        }
    }
    file_list_free(&list);
    return removed;
}

bool store_forget_before(Store *store, int32_t first_kept, StoreForgotten *out, Err *err)
{
    enum { JOURNALS, PLAYS, PLANS, STATEMENTS };
    // Those that a slot needs stay, as does the one that is being played.
#define OLD " changed < ?1 AND id <> ?2 AND id NOT IN (SELECT playthrough FROM slot)"
    static const char *const statements[STATEMENTS] = {
        ("DELETE FROM journal WHERE playthrough IN (SELECT id FROM playthrough WHERE" OLD ")"),
        ("DELETE FROM playthrough WHERE" OLD),
        "DELETE FROM plan WHERE made < ?1",
    };
    *out = (StoreForgotten){ 0 };
    if (first_kept == COURSE_NO_DAY || !store->db) {
        return true;
    }
    int counts[STATEMENTS] = { 0 };
    int64_t before = begin_of(first_kept);
    int64_t current = store->recording ? store->current.row : 0;
    if (store->kept) {
        out->damaged_files = remove_aside(store, before);
    }
    if (!delete_all(store, statements, STATEMENTS, before, current, counts, err)) {
        return false;
    }
    out->playthroughs = counts[PLAYS];
    out->plans = counts[PLANS];
    return counts[PLAYS] + counts[PLANS] == 0 || clean_up(store, false, err);
}

bool store_record_remove(Store *store, int64_t row, Err *err)
{
    static const char *const statements[] = {
        "DELETE FROM slot WHERE playthrough = ?1",
        "DELETE FROM journal WHERE playthrough = ?1",
        "DELETE FROM playthrough WHERE id = ?1",
    };
    int counts[3];
    return delete_all(store, statements, 3, row, 0, counts, err) && clean_up(store, false, err);
}

// Who has a file with a write-ahead log open holds a lock on it all the time, and the log can be given up
// only where nobody else does: trying that asks them all. A file that is damaged is nobody's.
bool store_is_open_somewhere(const char *folder)
{
    char path[1200];
    sqlite3 *db = NULL;
    bool used = false;
    if (snprintf(path, sizeof path, "%s/plankwright.db", folder) < (int)sizeof path &&
        sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
        sqlite3_busy_timeout(db, 200); // one that is just closing
        int code = sqlite3_exec(db, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) & 0xff;
        used = code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }
    sqlite3_close(db);
    return used;
}

bool store_forget_all(Store *store, Err *err)
{
    static const char *const statements[] = {
        "DELETE FROM slot",    "DELETE FROM journal", "DELETE FROM playthrough", "DELETE FROM plan",
        "DELETE FROM setting", "DELETE FROM known",   "DELETE FROM words",
    };
    enum { STATEMENTS = sizeof statements / sizeof *statements };
    int counts[STATEMENTS];
    if (!store->db || !delete_all(store, statements, STATEMENTS, 0, 0, counts, err)) {
        return false;
    }
    known_close(store);
    store->recording = false;
    store->touched = false;
    store->entry_count = store->written = 0;
    if (store->kept) {
        remove_aside(store, INT64_MAX);
    }
    return clean_up(store, true, err);
}

// ---- how long ---------------------------------------------------------------------------------------

int store_keep_days(Store *store)
{
    return store_setting(store, "keep_days", COURSE_KEEP_DAYS);
}

bool store_keep_days_set(Store *store, int days, Err *err)
{
    return store_setting_keep(store, "keep_days", days < 0 ? COURSE_KEEP_ALWAYS : days, err) &&
           store_setting_keep(store, "tidied_day", 0, err); // a shorter time counts at once
}

bool store_tidy(Store *store, int32_t today, StoreForgotten *out)
{
    enum { HOLIDAY_DAYS = 400 };
    *out = (StoreForgotten){ 0 };
    int last = store_setting(store, "tidied_day", 0);
    if (!store->kept || last == today) {
        return false;
    }
    if (!store_check(store, &out->notice)) {
        return true; // a new file with what could be read: enough for today
    }
    Err ignored = { 0 }; // a full disk or a busy file: tomorrow, then
    int32_t first = course_first_kept(today, store_keep_days(store));
    bool sure = last == 0 || today - last <= HOLIDAY_DAYS;
    if (sure && !store_forget_before(store, first, out, &ignored)) {
        return false;
    }
    store_setting_keep(store, "tidied_day", today, &ignored);
    return true;
}
