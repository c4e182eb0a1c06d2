// A damaged file is moved aside, never deleted, and what can still be read of it is copied into a new one.
#define _POSIX_C_SOURCE 200809L

#include "store/database.h"

#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { ASIDE_MAX = 9999, COLUMNS_MAX = 16 };

bool database_move_aside(const char *folder, const char *path, char *new_path, int size, Err *err)
{
    int n = 1;
    do {
        snprintf(new_path, (size_t)size, "%s/plankwright-damaged-%d.db", folder, n);
    } while (file_exists(new_path) && n++ < ASIDE_MAX);
    static const char *const endings[] = { "-wal", "-shm", "" };
    for (int i = 0; i < 3; i++) {
        Text from = { 0 }, to = { 0 };
        text_addf(&from, "%s%s", path, endings[i]);
        text_addf(&to, "%s%s", new_path, endings[i]);
        bool moved = rename(text_str(&from), text_str(&to)) == 0 || errno == ENOENT;
        text_deinit(&from);
        text_deinit(&to);
        if (!moved) {
            return err_set(err, ERR_SYSTEM, "%s is damaged and cannot be renamed: %s", path,
                           strerror(errno));
        }
    }
    return true;
}

static bool copy_row(sqlite3_stmt *from, sqlite3_stmt *to)
{
    int columns = sqlite3_column_count(from);
    sqlite3_reset(to);
    for (int i = 0; i < columns && i < COLUMNS_MAX; i++) {
        if (sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i)) != SQLITE_OK) {
            return false;
        }
    }
    return sqlite3_step(to) == SQLITE_DONE;
}

// Rows up to the first broken page. Returns their number; *whole: the end was reached.
static int copy_rows(sqlite3 *from, const char *select, sqlite3_stmt *to, bool *whole)
{
    int copied = 0, code = SQLITE_ERROR;
    sqlite3_stmt *rows = database_prepare(from, select);
    if (rows) {
        while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
            if (copy_row(rows, to)) {
                copied += sqlite3_changes(sqlite3_db_handle(to)) > 0;
            }
        }
    }
    sqlite3_finalize(rows);
    *whole = code == SQLITE_DONE;
    return copied;
}

typedef struct Table {
    const char *forward, *backward, *insert;
} Table;

#define PLAYTHROUGH                                                                                \
    "SELECT id, scenario, scenario_hash, version, preset, preset_version, seed, started, changed," \
    " ended, ending, standing, checkpoint"
#define JOURNAL "SELECT playthrough, seq, kind, id, minute"
#define PLAN    "SELECT id, playthrough, made, text"
#define SLOT                                                                                       \
    "SELECT id, playthrough, entries, choices, made, name, standing, ending, checkpoint, bridge"   \
    " FROM slot ORDER BY id"

// Newest columns first: where a file of an older program has them not, the statement does not prepare,
// and the next one of that table asks for fewer. What is there already stays as it is.
static const Table tables[] = {
    { PLAYTHROUGH ", seconds, met, bridges FROM playthrough NOT INDEXED ORDER BY id",
      PLAYTHROUGH ", seconds, met, bridges FROM playthrough NOT INDEXED ORDER BY id DESC",
      "INSERT OR IGNORE INTO playthrough VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)" },
    { PLAYTHROUGH " FROM playthrough NOT INDEXED ORDER BY id",
      PLAYTHROUGH " FROM playthrough NOT INDEXED ORDER BY id DESC",
      "INSERT OR IGNORE INTO playthrough VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,'')" },
    { JOURNAL ", said, after FROM journal ORDER BY playthrough, seq",
      JOURNAL ", said, after FROM journal ORDER BY playthrough DESC, seq DESC",
      "INSERT OR IGNORE INTO journal VALUES(?,?,?,?,?,?,?)" },
    { JOURNAL " FROM journal ORDER BY playthrough, seq",
      JOURNAL " FROM journal ORDER BY playthrough DESC, seq DESC",
      "INSERT OR IGNORE INTO journal VALUES(?,?,?,?,?,'','')" },
    { PLAN ", scenario, state, put_off, made_day, back_day, answered_day FROM plan NOT INDEXED"
           " ORDER BY id",
      PLAN ", scenario, state, put_off, made_day, back_day, answered_day FROM plan NOT INDEXED"
           " ORDER BY id DESC",
      "INSERT OR IGNORE INTO plan VALUES(?,?,?,?,?,?,?,?,?,?)" },
    { PLAN " FROM plan ORDER BY id", PLAN " FROM plan ORDER BY id DESC",
      "INSERT OR IGNORE INTO plan VALUES(?1,?2,?3,?4,'',0,0,?3/86400,?3/86400+1,NULL)" },
    { SLOT, SLOT " DESC", "INSERT OR IGNORE INTO slot VALUES(?,?,?,?,?,?,?,?,?,?)" },
    { "SELECT scenario, marks FROM known NOT INDEXED ORDER BY rowid",
      "SELECT scenario, marks FROM known NOT INDEXED ORDER BY rowid DESC",
      "INSERT OR IGNORE INTO known VALUES(?,?)" },
    { "SELECT name, value FROM setting ORDER BY name",
      "SELECT name, value FROM setting ORDER BY name DESC",
      "INSERT OR IGNORE INTO setting VALUES(?,?)" },
    { "SELECT name, value FROM words ORDER BY name",
      "SELECT name, value FROM words ORDER BY name DESC",
      "INSERT OR IGNORE INTO words VALUES(?,?)" },
};
enum { TABLES = sizeof tables / sizeof *tables };

static int copy_table(sqlite3 *from, sqlite3 *to, const Table *table)
{
    sqlite3_stmt *insert = database_prepare(to, table->insert);
    if (!insert) {
        return 0;
    }
    bool whole = false;
    int copied = copy_rows(from, table->forward, insert, &whole);
    if (!whole) { // what lies behind the broken page, from the other end
        copied += copy_rows(from, table->backward, insert, &whole);
    }
    sqlite3_finalize(insert);
    return copied;
}

// A journal with a hole cannot be replayed past it; the entries behind it would only mislead.
static const char cut_behind_holes[] =
    "DELETE FROM journal WHERE seq > (SELECT COUNT(*) FROM journal j"
    " WHERE j.playthrough = journal.playthrough AND j.seq < journal.seq)";

// Nor can a place be opened whose way is not there as far as it.
static const char cut_lost_slots[] =
    "DELETE FROM slot WHERE entries > (SELECT COUNT(*) FROM journal"
    " WHERE journal.playthrough = slot.playthrough)"
    " OR playthrough NOT IN (SELECT id FROM playthrough)";

static int copy_from(const char *uri, sqlite3 *to)
{
    sqlite3 *db = NULL;
    int copied = 0;
    if (sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK) {
        copied = copy_table(db, to, &tables[0]);
        copied += copy_table(db, to, &tables[1]);
        for (int i = 2; i < TABLES; i++) {
            copy_table(db, to, &tables[i]);
        }
    }
    sqlite3_close(db);
    return copied;
}

int database_rescue(const char *from, sqlite3 *to)
{
    Text uri = { 0 };
    text_add(&uri, "file:");
    for (const char *s = from; *s; s++) {
        if (*s == '?' || *s == '#' || *s == '%') {
            text_addf(&uri, "%%%02X", (unsigned)(unsigned char)*s);
        } else {
            text_add_char(&uri, *s);
        }
    }
    database_run(to, "BEGIN");
    int copied = copy_from(text_str(&uri), to); // with what the write-ahead log holds
    // Once more without lock, log and recovery: broken pages are then read as they are, and a place that
    // may only be read will do. Rows that are there already stay.
    text_add(&uri, "?immutable=1");
    copied += copy_from(text_str(&uri), to);
    database_run(to, cut_behind_holes);
    database_run(to, cut_lost_slots);
    database_run(to, "COMMIT");
    text_deinit(&uri);
    return copied;
}
