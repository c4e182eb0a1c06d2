// Forgetting, so that it is gone; files of schema 4; all that is kept out of a damaged file; and that no question
// of home reads a whole table.
#include "store/keeping.h"

enum { DAY_SECONDS = 86400 };

// ---- forgetting -------------------------------------------------------------------------------------

// Whether these words stand anywhere in the files of the folder.
static bool stands_in(const char *folder, const char *words)
{
    FileList list;
    bool found = false;
    size_t n = strlen(words);
    assert_true(file_list(folder, &list, NULL));
    for (int i = 0; i < list.count; i++) {
        char path[600], *bytes = NULL;
        size_t size = 0;
        snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
        assert_true(file_read(path, 1 << 26, &bytes, &size, NULL));
        for (size_t k = 0; k + n <= size && !found; k++) {
            found = memcmp(bytes + k, words, n) == 0;
        }
        mem_free(bytes);
    }
    file_list_free(&list);
    return found;
}

static void play_words(Store *store, const char *words)
{
    StorePlaythrough now = { .scenario = "words" };
    StoreStand stand = { .checkpoint = "", .standing = "Monday" };
    store_begin(store, &now, NULL, 0);
    for (int i = 0; i < 30; i++) {
        StoreEntry entry = { .kind = STORE_CHOOSE };
        snprintf(entry.id, sizeof entry.id, "scene.option_%d", i);
        snprintf(entry.said, sizeof entry.said, "%s %d", words, i);
        assert_true(store_append(store, &entry, &stand, NULL));
    }
}

static void test_old_ones_are_really_gone(void **state)
{
    (void)state;
    const char *folder = test_folder("forget");
    char path[600];
    snprintf(path, sizeof path, "%s/plankwright-damaged-1.db", folder);
    test_write(path, "old and broken", 14);
    Store *store = keeping_open(folder);
    play_words(store, "quince marmalade");
    assert_true(store_plan_add(store, "If it is quince, then marmalade.", NULL));
    play_words(store, "plum dumplings");
    assert_true(store_slot_keep(store, "", NULL, NULL));
    play_words(store, "walnut bread");
    // The first two are 40 days old.
    keeping_sql(store, "UPDATE playthrough SET changed = changed - 86400 * 40 WHERE id <= 2");
    keeping_sql(store, "UPDATE plan SET made = made - 86400 * 40");
    assert_true(stands_in(folder, "quince marmalade"));

    int32_t today = store_today();
    StoreForgotten gone;
    assert_int_equal(store_keep_days(store), COURSE_KEEP_DAYS);
    assert_true(store_tidy(store, today, &gone));
    assert_int_equal(gone.playthroughs + gone.plans + gone.damaged_files, 0);
    assert_false(store_tidy(store, today, &gone)); // once a day
    assert_true(store_keep_days_set(store, 30, NULL));
    assert_true(store_tidy(store, today, &gone)); // a shorter time counts at once
    assert_int_equal(gone.playthroughs, 1);       // the one with a slot stays
    assert_int_equal(gone.plans, 1);
    assert_int_equal(gone.damaged_files, 0); // it was moved aside just now
    assert_false(stands_in(folder, "quince marmalade"));
    assert_false(stands_in(folder, "If it is quince"));
    assert_true(stands_in(folder, "plum dumplings"));
    assert_true(stands_in(folder, "walnut bread"));
    assert_int_equal(keeping_count(store, "SELECT COUNT(*) FROM journal"), 60);
    assert_true(store_tidy(store, today + 60, &gone));
    assert_int_equal(gone.playthroughs, 0); // one has a slot, one is being played
    assert_int_equal(gone.damaged_files, 1);
    assert_false(file_exists(path));
    store_close(store);
    store = keeping_open(folder);
    assert_int_equal(store_record_count(store, NULL), 2);
    assert_true(store_keep_days_set(store, COURSE_KEEP_ALWAYS, NULL));
    assert_true(store_tidy(store, today + 900, &gone));
    assert_int_equal(store_record_count(store, NULL), 2);
    assert_true(store_forget_all(store, NULL));
    assert_int_equal(store_record_count(store, NULL), 0);
    assert_int_equal(store_setting(store, "keep_days", -1), -1);
    assert_false(stands_in(folder, "plum dumplings") || stands_in(folder, "walnut bread"));
    store_close(store);
}

// ---- schema 4 ---------------------------------------------------------------------------------------

static void load_schema_4(const char *folder)
{
    char path[600], *sql = NULL;
    size_t size = 0;
    sqlite3 *db = NULL;
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    assert_true(file_read(PLANKWRIGHT_SOURCE "/tests/store/saves/schema-4.sql", 1 << 18, &sql,
                          &size, NULL));
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    mem_free(sql);
}

static void test_schema_4(void **state)
{
    (void)state;
    const char *folder = test_folder("four");
    load_schema_4(folder);
    Store *store = keeping_open(folder);
    StoreRecord records[3];
    StorePlan plan;
    assert_int_equal(store_records(store, NULL, 0, 3, records), 2);
    assert_true(records[0].ended != records[1].ended);
    assert_int_equal(records[0].bridge_count, 0);            // nobody had kept it
    assert_true(store_plan_latest_of(store, "kept", &plan)); // of the playthrough it was made in
    assert_non_null(strstr(plan.text, "what will not be done by noon"));
    assert_int_equal(plan.course.made_day, 1795444115 / DAY_SECONDS);
    assert_int_equal(store_plans_due(store, plan.course.made_day, &plan, 1), 0);
    assert_int_equal(store_plans_due(store, plan.course.made_day + 1, &plan, 1), 1);
    assert_int_equal(store_setting(store, "type_size", 100), 150);
    StorePlaythrough open;
    assert_true(store_latest_open(store, "kept", &open));
    assert_true(store_continue(store, &open, NULL)); // and it can be gone on with
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "a.b" };
    StoreStand stand = { .checkpoint = "", .standing = "later" };
    assert_true(store_append(store, &entry, &stand, NULL));
    store_close(store);
}

// Three plans of an older program: nobody is asked for all of them at once.
static void test_old_plans_do_not_pile_up(void **state)
{
    (void)state;
    const char *folder = test_folder("four-plans");
    char path[600];
    sqlite3 *db = NULL;
    load_schema_4(folder);
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                                  "INSERT INTO plan(playthrough, made, text) VALUES(2, 1795444999,"
                                  " 'Second.'), (0, 1795445999, 'Third.')",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    Store *store = keeping_open(folder);
    StorePlan plans[4];
    assert_int_equal(store_plans_due(store, store_today() + 10, plans, 4), 1);
    assert_string_equal(plans[0].text, "Third.");
    assert_string_equal(plans[0].scenario, "");
    assert_int_equal(store_plans(store, 0, 4, plans), 3);
    assert_string_equal(plans[1].scenario, "kept");
    store_close(store);
}

// ---- out of a damaged file --------------------------------------------------------------------------

static void break_index(const char *folder, const char *name)
{
    char path[600], *bytes = NULL, sql[200];
    size_t size = 0;
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    snprintf(sql, sizeof sql, "SELECT rootpage FROM sqlite_master WHERE name='%s'", name);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    int page = sqlite3_column_int(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(db);
    assert_true(file_read(path, 1 << 24, &bytes, &size, NULL));
    assert_true((size_t)page * 4096 <= size);
    memset(bytes + (size_t)(page - 1) * 4096, 0xEE, 4096);
    test_write(path, bytes, size);
    mem_free(bytes);
}

static void test_rescue_has_everything(void **state)
{
    (void)state;
    const char *folder = test_folder("rescue");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    keeping_play(store, scenario, 1, "promise_brief,day,day", "held");
    keeping_play(store, scenario, 2, "promise_brief,work", NULL);
    int known = store_known_count(store, scenario->id);
    assert_true(known > 0);
    assert_true(store_plan_add(store, "If, then.", NULL));
    assert_true(store_slot_keep(store, "here", NULL, NULL));
    assert_true(store_setting_keep(store, "type_size", 175, NULL));
    assert_true(store_words_keep(store, "language", "de", NULL));
    store_close(store);
    break_index(folder, "playthrough_latest");

    Err notice;
    store = store_open(folder, &notice);
    assert_int_equal(notice.kind, ERR_INPUT);
    assert_non_null(strstr(notice.message, "plankwright-damaged-1.db"));
    StoreRecord records[3];
    StorePlan plan;
    StoreSlot slot;
    char words[16];
    assert_int_equal(store_records(store, NULL, 0, 3, records), 2);
    int ended = records[0].ended ? 0 : 1;
    assert_int_equal(records[ended].met, 1u << 1);
    assert_int_equal(records[ended].bridge_count, scenario->person_count);
    assert_true(store_plan_latest_of(store, scenario->id, &plan));
    assert_int_equal(store_plans_due(store, store_today() + 1, &plan, 1), 1);
    assert_int_equal(store_slots(store, NULL, 1, &slot), 1);
    assert_string_equal(slot.name, "here");
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(resume_slot(store, &history, scenario, &slot, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(history.count, 2);
    history_close(&history);
    assert_int_equal(store_known_count(store, scenario->id), known);
    assert_int_equal(store_setting(store, "type_size", 100), 175);
    assert_true(store_words(store, "language", words, (int)sizeof words));
    assert_string_equal(words, "de");
    store_close(store);
    store = keeping_open(folder); // healthy now
    store_close(store);
    scenario_free(scenario);
}

// A slot whose way was lost would lead nowhere.
static void test_rescue_without_the_way(void **state)
{
    (void)state;
    const char *folder = test_folder("rescue-slot");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StoreSlot slot;
    keeping_play(store, scenario, 2, "promise_brief,work", NULL);
    assert_true(store_slot_keep(store, "here", NULL, NULL));
    store_close(store);
    break_index(folder, "journal"); // all of it: the table is its own index
    Err notice;
    store = store_open(folder, &notice);
    assert_int_equal(notice.kind, ERR_INPUT);
    assert_int_equal(store_slots(store, NULL, 1, &slot), 0);
    assert_int_equal(store_record_count(store, NULL), 1);
    store_close(store);
    scenario_free(scenario);
}

// A file that is read whole only once a day: what broke in it is found then, and play goes on.
static void test_found_by_the_days_look(void **state)
{
    (void)state;
    const char *folder = test_folder("look");
    Scenario *scenario = playground_new();
    Store *store = keeping_open(folder);
    StoreForgotten gone;
    keeping_play(store, scenario, 1, "promise_brief,day,day", "held");
    keeping_play(store, scenario, 2, "promise_brief,work", NULL);
    assert_true(store_check(store, NULL));
    keeping_sql(store, "PRAGMA journal_mode=DELETE"); // all of it into the file
    break_index(folder, "plan_back");
    sqlite3_db_release_memory(store->db); // the pages it remembers are not what stands there
    int64_t row = store_current(store)->row;
    assert_true(store_tidy(store, store_today(), &gone));
    assert_int_equal(gone.notice.kind, ERR_INPUT);
    assert_non_null(strstr(gone.notice.message, "plankwright-damaged-1.db"));
    assert_int_equal(store_record_count(store, NULL), 2);
    assert_int_equal(store_current(store)->row, row); // the same one goes on
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "a.b" };
    StoreStand stand = { .checkpoint = "", .standing = "later" };
    assert_true(store_append(store, &entry, &stand, NULL));
    assert_int_equal(store_record_count(store, NULL), 2);
    assert_true(store_tidy(store, store_today(), &gone)); // and the day's look is made up for
    assert_int_equal(gone.notice.kind, ERR_NONE);
    store_close(store);
    scenario_free(scenario);
}

// A clock that jumps deletes nothing before the next day has come.
static void test_a_clock_that_jumps(void **state)
{
    (void)state;
    Store *store = keeping_open(test_folder("clock"));
    StoreForgotten gone;
    int32_t today = store_today();
    play_words(store, "walnut bread");
    store->recording = false;
    assert_true(store_tidy(store, today, &gone));
    assert_true(store_tidy(store, today + 4000, &gone));
    assert_int_equal(gone.playthroughs, 0);
    assert_true(store_tidy(store, today + 4001, &gone)); // it was no slip
    assert_int_equal(gone.playthroughs, 1);
    store_close(store);
}

// Each question that home asks finds its rows by an index.
static void test_questions_have_an_index(void **state)
{
    (void)state;
    Store *store = keeping_open(test_folder("index"));
    static const char *const questions[] = {
        "SELECT checkpoint FROM playthrough WHERE scenario = 'a' AND ended = 0"
        " ORDER BY changed DESC, id DESC LIMIT 1",
        "SELECT checkpoint FROM playthrough WHERE scenario = 'a'"
        " ORDER BY changed DESC, id DESC LIMIT 1",
        "SELECT checkpoint FROM playthrough ORDER BY changed DESC, id DESC LIMIT 1",
        "SELECT COUNT(*) FROM playthrough WHERE scenario = 'a' AND ended = 1",
        "SELECT text FROM plan WHERE state = 0 AND back_day <= 1 ORDER BY back_day, id",
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        char sql[400];
        snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", questions[i]);
        sqlite3_stmt *plan = database_prepare(store->db, sql);
        assert_non_null(plan);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(plan, 3);
            if (strstr(step, "TEMP B-TREE") || !strstr(step, "USING")) {
                fail_msg("%s: %s", questions[i], step);
            }
        }
        sqlite3_finalize(plan);
    }
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_old_ones_are_really_gone),
        cmocka_unit_test(test_schema_4),
        cmocka_unit_test(test_old_plans_do_not_pile_up),
        cmocka_unit_test(test_rescue_has_everything),
        cmocka_unit_test(test_rescue_without_the_way),
        cmocka_unit_test(test_found_by_the_days_look),
        cmocka_unit_test(test_a_clock_that_jumps),
        cmocka_unit_test(test_questions_have_an_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
