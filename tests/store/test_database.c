// The schema: a file of version 1 as it was once released is brought to the present one and keeps its rows.
#include "support/test.h"

#include "base/arena.h"
#include "store/database.h"
#include "store/plans.h"

#include <stdio.h>
#include <string.h>

// Frozen: what version 1 looked like. Never change it together with database.c.
static const char version_1[] =
    "PRAGMA journal_mode=WAL;"
    "CREATE TABLE playthrough(id INTEGER PRIMARY KEY AUTOINCREMENT, scenario TEXT NOT NULL,"
    " scenario_hash INTEGER NOT NULL, version INTEGER NOT NULL, preset TEXT NOT NULL,"
    " preset_version INTEGER NOT NULL, seed INTEGER NOT NULL, started INTEGER NOT NULL,"
    " changed INTEGER NOT NULL, ended INTEGER NOT NULL, ending TEXT NOT NULL, standing TEXT NOT "
    "NULL,"
    " checkpoint TEXT NOT NULL);"
    "CREATE INDEX playthrough_scenario ON playthrough(scenario, ended, id);"
    "CREATE TABLE journal(playthrough INTEGER NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT "
    "NULL,"
    " id TEXT NOT NULL, minute INTEGER NOT NULL, PRIMARY KEY(playthrough, seq)) WITHOUT ROWID;"
    "INSERT INTO playthrough VALUES(7,'old',11,1,'work',1,5,100,200,0,'','Monday, 10:00','state');"
    "INSERT INTO journal VALUES(7,0,0,'a.b',600);"
    "PRAGMA user_version=1;";

static void test_version_1_is_migrated(void **state)
{
    (void)state;
    const char *folder = test_folder("migrate");
    char path[512];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, version_1, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);

    Err notice;
    Store *store = store_open(folder, &notice);
    assert_string_equal(notice.message, "");
    assert_true(store_is_kept(store));
    assert_false(store_is_fresh(store));
    StorePlaythrough play;
    assert_true(store_latest_open(store, "old", &play));
    assert_int_equal(play.row, 7);
    assert_string_equal(play.standing, "Monday, 10:00");
    StoreEntry *entries;
    int count;
    assert_true(store_entries(store, 7, &entries, &count, NULL));
    assert_int_equal(count, 1);
    assert_string_equal(entries[0].id, "a.b");
    mem_free(entries);
    assert_true(store_plan_add(store, "a table of version 2", NULL));
    store_close(store);
}

static void test_settings_of_the_file(void **state)
{
    (void)state;
    const char *folder = test_folder("settings");
    char path[512];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    sqlite3 *db = NULL;
    bool fresh = false;
    Err err;
    assert_int_equal(database_open(path, &db, &fresh, &err), DATABASE_OK);
    assert_true(fresh);
    sqlite3_stmt *statement = database_prepare(db, "PRAGMA journal_mode");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(statement, 0), "wal");
    sqlite3_finalize(statement);
    statement = database_prepare(db, "PRAGMA synchronous");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), 2); // FULL: a power cut loses nothing
    sqlite3_finalize(statement);
    statement = database_prepare(db, "PRAGMA user_version");
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(statement, 0), DATABASE_VERSION);
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_version_1_is_migrated),
        cmocka_unit_test(test_settings_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
