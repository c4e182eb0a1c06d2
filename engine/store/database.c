// Opens the SQLite file: connection settings, schema, migrations. Knows the tables; what is put into them
// is decided in store.c. Rescue of damaged files: rescue.c.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "base/file.h"
#include "course/course.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUSY_MILLISECONDS = 2000,
    CHECK_BYTES_MAX = 16 << 20, // larger files are not read whole at each start
    OPEN_TRIES = 20,
};

// Step n brings a file of version n to n + 1. A step that was released is never changed.
static const char *const migrations[DATABASE_VERSION] = {
    "CREATE TABLE playthrough("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " scenario TEXT NOT NULL,"
    " scenario_hash INTEGER NOT NULL,"
    " version INTEGER NOT NULL,"
    " preset TEXT NOT NULL,"
    " preset_version INTEGER NOT NULL,"
    " seed INTEGER NOT NULL,"
    " started INTEGER NOT NULL,"
    " changed INTEGER NOT NULL,"
    " ended INTEGER NOT NULL,"
    " ending TEXT NOT NULL,"
    " standing TEXT NOT NULL,"
    " checkpoint TEXT NOT NULL);"
    "CREATE INDEX playthrough_scenario ON playthrough(scenario, ended, id);"
    "CREATE TABLE journal("
    " playthrough INTEGER NOT NULL,"
    " seq INTEGER NOT NULL,"
    " kind INTEGER NOT NULL," // 0 choose, 1 undo, 2 undo_to
    " id TEXT NOT NULL,"      // whole option id; for undo_to the number of choices left
    " minute INTEGER NOT NULL,"
    " PRIMARY KEY(playthrough, seq)) WITHOUT ROWID;",

    "CREATE TABLE plan("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " playthrough INTEGER NOT NULL," // 0: none
    " made INTEGER NOT NULL,"
    " text TEXT NOT NULL);",

    "CREATE TABLE setting("
    " name TEXT PRIMARY KEY,"
    " value INTEGER NOT NULL) WITHOUT ROWID;",

    // What was chosen, in words, and what came of it: so that a scenario that was edited since can be
    // told from one that only reads differently. Empty where an older program kept the choice.
    ("ALTER TABLE journal ADD COLUMN said TEXT NOT NULL DEFAULT '';"
     "ALTER TABLE journal ADD COLUMN after TEXT NOT NULL DEFAULT '';"),

    // What a year is made of: time played, what was met, the bridges as they stood; plans that come back
    // (of the older ones only the newest), slots, what was read before, settings in words. And an index
    // for each question that home asks, so that it does not grow slower with the years.
    ("ALTER TABLE playthrough ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE playthrough ADD COLUMN met INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE playthrough ADD COLUMN bridges TEXT NOT NULL DEFAULT '';"
     "DROP INDEX IF EXISTS playthrough_scenario;"
     "CREATE INDEX playthrough_latest ON playthrough(changed, id);"
     "CREATE INDEX playthrough_of ON playthrough(scenario, changed, id);"
     "CREATE INDEX playthrough_ended ON playthrough(scenario, ended, changed, id);"
     "ALTER TABLE plan ADD COLUMN scenario TEXT NOT NULL DEFAULT '';"
     "ALTER TABLE plan ADD COLUMN state INTEGER NOT NULL DEFAULT 0;" // CoursePlanState
     "ALTER TABLE plan ADD COLUMN put_off INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE plan ADD COLUMN made_day INTEGER NOT NULL DEFAULT 0;"
     "ALTER TABLE plan ADD COLUMN back_day INTEGER;" // NULL: it does not come back
     "ALTER TABLE plan ADD COLUMN answered_day INTEGER;"
     "UPDATE plan SET made_day = made / 86400, scenario = coalesce((SELECT scenario FROM "
     "playthrough"
     " WHERE playthrough.id = plan.playthrough), '');"
     "UPDATE plan SET back_day = made_day + 1 WHERE id = (SELECT max(id) FROM plan);"
     "UPDATE plan SET state = 3 WHERE back_day IS NULL;"
     "CREATE INDEX plan_back ON plan(state, back_day);"
     "CREATE TABLE slot("
     " id INTEGER PRIMARY KEY AUTOINCREMENT,"
     " playthrough INTEGER NOT NULL,"
     " entries INTEGER NOT NULL," // of its journal
     " choices INTEGER NOT NULL,"
     " made INTEGER NOT NULL,"
     " name TEXT NOT NULL,"
     " standing TEXT NOT NULL,"
     " ending TEXT NOT NULL,"
     " checkpoint TEXT NOT NULL,"
     " bridge TEXT NOT NULL);"
     "CREATE TABLE known("
     " scenario TEXT PRIMARY KEY,"
     " marks BLOB NOT NULL);" // four bytes each, lowest first
     "CREATE TABLE words("
     " name TEXT PRIMARY KEY,"
     " value TEXT NOT NULL) WITHOUT ROWID;"),
};

bool database_run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

sqlite3_stmt *database_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return NULL;
    }
    return statement;
}

sqlite3_stmt *database_ask(const Store *store, const char *sql)
{
    return store->db ? database_prepare(store->db, sql) : NULL;
}

bool database_finish(Store *store, sqlite3_stmt *statement, const char *what, Err *err)
{
    bool done = statement && sqlite3_step(statement) == SQLITE_DONE;
    if (!done) {
        char said[120];
        snprintf(said, sizeof said, "cannot %s in", what);
        database_explain(store->db, store->path, said, err);
    }
    sqlite3_finalize(statement);
    return done;
}

void database_text(sqlite3_stmt *row, int column, char *out, size_t size)
{
    const unsigned char *text = sqlite3_column_text(row, column);
    snprintf(out, size, "%s", text ? (const char *)text : "");
    size_t good = 0;
    if (!utf8_valid(out, strlen(out), &good)) { // a file that was tampered with, or a cut name
        out[good] = '\0';
    }
}

int32_t database_day(sqlite3_stmt *row, int column)
{
    int64_t day = sqlite3_column_int64(row, column);
    bool none =
        sqlite3_column_type(row, column) != SQLITE_INTEGER || day <= INT32_MIN || day > INT32_MAX;
    return none ? COURSE_NO_DAY : (int32_t)day;
}

void database_bind_day(sqlite3_stmt *statement, int at, int32_t day)
{
    if (day == COURSE_NO_DAY) {
        sqlite3_bind_null(statement, at);
    } else {
        sqlite3_bind_int(statement, at, day);
    }
}

DatabaseResult database_result(int sqlite_code)
{
    int code = sqlite_code & 0xff;
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
        return DATABASE_OK;
    }
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        return DATABASE_DAMAGED;
    }
    return DATABASE_REFUSED;
}

static const char *reason(int code, int system_error)
{
    if (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG) {
        return "the disk is full";
    }
    if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_FSYNC) {
        return "the disk takes no more";
    }
    switch (code & 0xff) {
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is using it";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return "it may only be read";
    case SQLITE_CANTOPEN:
        return "it cannot be opened or made there";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "it is damaged";
    case SQLITE_IOERR:
        return "the disk reports an error";
    default:
        return NULL;
    }
}

bool database_explain(sqlite3 *db, const char *path, const char *what, Err *err)
{
    int code = db ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
    const char *why = reason(code, db ? sqlite3_system_errno(db) : 0);
    err_set(err, ERR_SYSTEM, "%s %s: %s", what, path, why ? why : sqlite3_errstr(code));
    return false;
}

static int64_t pragma_number(sqlite3 *db, const char *sql, int *code)
{
    sqlite3_stmt *statement = NULL;
    int64_t value = 0;
    *code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (*code == SQLITE_OK) {
        *code = sqlite3_step(statement);
        if (*code == SQLITE_ROW) {
            value = sqlite3_column_int64(statement, 0);
        }
    }
    sqlite3_finalize(statement);
    return value;
}

int database_check(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        const char *said =
            code == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
        if (said && strcmp(said, "ok") != 0) {
            code = SQLITE_CORRUPT;
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

// SQLITE_OK also when the file is too large to be read whole: store_check does that later.
static int check_pages(sqlite3 *db, const char *path)
{
    struct stat facts;
    bool large = stat(path, &facts) != 0 || facts.st_size > CHECK_BYTES_MAX;
    return large ? SQLITE_OK : database_check(db);
}

// Two programs may make the file at the same moment: turning WAL on does not wait by itself.
static int turn_wal_on(sqlite3 *db)
{
    int code = SQLITE_OK;
    for (int i = 0; i < OPEN_TRIES; i++) {
        code = sqlite3_exec(db, "PRAGMA journal_mode=WAL", NULL, NULL, NULL);
        if ((code & 0xff) != SQLITE_BUSY) {
            break;
        }
        sqlite3_sleep(50);
    }
    return code;
}

static int migrate(sqlite3 *db, bool *fresh)
{
    int code = SQLITE_OK;
    int64_t version = pragma_number(db, "PRAGMA user_version", &code);
    if (database_result(code) != DATABASE_OK || version >= DATABASE_VERSION) {
        return database_result(code) == DATABASE_OK ? SQLITE_OK : code;
    }
    code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code != SQLITE_OK) {
        return code;
    }
    // Another program may have migrated it while this one waited for the lock.
    version = pragma_number(db, "PRAGMA user_version", &code);
    *fresh = version == 0;
    code = SQLITE_OK;
    for (int64_t i = version; i < DATABASE_VERSION && code == SQLITE_OK; i++) {
        code = sqlite3_exec(db, migrations[i], NULL, NULL, NULL);
    }
    _Static_assert(DATABASE_VERSION == 5, "the version written below");
    if (code == SQLITE_OK && version < DATABASE_VERSION) {
        code = sqlite3_exec(db, "PRAGMA user_version=5", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    }
    if (code != SQLITE_OK) {
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
        *fresh = false;
    }
    return code;
}

static DatabaseResult set_up(sqlite3 *db, const char *path, bool *fresh)
{
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
    sqlite3_extended_result_codes(db, 1);
    int code = SQLITE_OK;
    int64_t version = pragma_number(db, "PRAGMA user_version", &code);
    if (database_result(code) != DATABASE_OK) {
        return database_result(code);
    }
    if (version > DATABASE_VERSION) {
        return DATABASE_NEWER;
    }
    code = version > 0 ? check_pages(db, path) : SQLITE_OK;
    if (code == SQLITE_OK) {
        code = turn_wal_on(db);
    }
    if (code == SQLITE_OK) {
        // What is deleted or written over is overwritten with zeros at once (forget.c relies on it).
        code =
            sqlite3_exec(db, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK) {
        code = migrate(db, fresh);
    }
    // A place that can be read but not written is found out now, not at the first choice. Nothing is
    // written: taking the lock is enough.
    if (code == SQLITE_OK && (sqlite3_db_readonly(db, "main") == 1 ||
                              (strcmp(path, ":memory:") != 0 && access(path, W_OK) != 0))) {
        code = SQLITE_READONLY;
    }
    return database_result(code);
}

DatabaseResult database_open(const char *path, sqlite3 **out, bool *fresh, Err *err)
{
    sqlite3 *db = NULL;
    *out = NULL;
    *fresh = false;
    int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    DatabaseResult result = code == SQLITE_OK ? set_up(db, path, fresh) : database_result(code);
    if (result == DATABASE_OK) {
        *out = db;
        return result;
    }
    if (result == DATABASE_NEWER) {
        err_set(err, ERR_SYSTEM, "%s was written by a newer Plankwright", path);
        err_fix(err, "start the newer program, or give another folder with --data");
    } else {
        database_explain(db, path, "cannot use", err);
    }
    sqlite3_close(db);
    return result;
}
