// What the store keeps, and what it does when the disk, the place or the file is not what it should be.
#define _POSIX_C_SOURCE 200809L
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "base/arena.h"
#include "base/file.h"
#include "store/plans.h"
#include "store/store.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[256];

static int make_folder(void **state)
{
    (void)state;
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/pw-store-XXXXXX", base ? base : "/tmp");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    FileList list;
    if (file_list(folder, &list, NULL)) {
        for (int i = 0; i < list.count; i++) {
            char path[512];
            snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
            unlink(path);
        }
        file_list_free(&list);
    }
    return rmdir(folder);
}

static StorePlaythrough sample(const char *scenario)
{
    StorePlaythrough play = { .scenario_hash = 0xfedcba9876543210u,
                              .version = 3,
                              .preset_version = 2,
                              .seed = UINT64_MAX - 5 };
    snprintf(play.scenario, sizeof play.scenario, "%s", scenario);
    snprintf(play.preset, sizeof play.preset, "work");
    return play;
}

static StoreEntry chose(const char *id, int minute)
{
    StoreEntry entry = { .kind = STORE_CHOOSE, .minute = minute };
    snprintf(entry.id, sizeof entry.id, "%s", id);
    return entry;
}

static Store *open_well(void)
{
    Err notice;
    Store *store = store_open(folder, &notice);
    assert_non_null(store);
    assert_string_equal(notice.message, "");
    assert_true(store_is_kept(store));
    return store;
}

static bool append(Store *store, const char *id, int minute)
{
    StoreEntry entry = chose(id, minute);
    StoreStand stand = { .checkpoint = "checkpoint", .standing = "Monday, 10:00", .ending = NULL };
    Err err;
    return store_append(store, &entry, &stand, &err);
}

static int count_entries(Store *store, int64_t row)
{
    StoreEntry *entries;
    int count;
    Err err;
    assert_true(store_entries(store, row, &entries, &count, &err));
    mem_free(entries);
    return count;
}

static void test_keeps_and_reads_back(void **state)
{
    (void)state;
    Store *store = open_well();
    assert_true(store_is_fresh(store));
    StorePlaythrough play = sample("late-brief"), found;
    store_begin(store, &play, NULL, 0);
    assert_false(store_latest_open(store, "late-brief", &found)); // looking leaves no trace
    assert_true(append(store, "monday.noon", 720));
    StoreEntry undo = { .kind = STORE_UNDO, .minute = 700 };
    StoreEntry undo_to = { .kind = STORE_UNDO_TO, .count = 0, .minute = 540 };
    StoreStand stand = { .checkpoint = "the state", .standing = "Tuesday, 09:00", .ending = NULL };
    assert_true(store_append(store, &undo, &stand, NULL));
    assert_true(store_append(store, &undo_to, &stand, NULL));
    store_close(store);

    store = open_well();
    assert_false(store_is_fresh(store));
    assert_true(store_latest_open(store, "late-brief", &found));
    assert_false(store_latest_open(store, "other", &found));
    assert_true(store_latest_open(store, "late-brief", &found));
    assert_true(found.seed == play.seed && found.scenario_hash == play.scenario_hash);
    assert_int_equal(found.version, 3);
    assert_string_equal(found.preset, "work");
    assert_string_equal(found.checkpoint, "the state");
    assert_string_equal(found.standing, "Tuesday, 09:00");
    assert_false(found.ended);
    StoreEntry *entries;
    int count;
    assert_true(store_entries(store, found.row, &entries, &count, NULL));
    assert_int_equal(count, 3);
    assert_string_equal(entries[0].id, "monday.noon");
    assert_int_equal(entries[0].minute, 720);
    assert_int_equal(entries[1].kind, STORE_UNDO);
    assert_int_equal(entries[2].kind, STORE_UNDO_TO);
    assert_int_equal(entries[2].count, 0);
    mem_free(entries);
    store_close(store);
}

static void test_ended_and_latest(void **state)
{
    (void)state;
    Store *store = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    append(store, "x.y", 1);
    StoreEntry last = chose("x.z", 2);
    StoreStand stand = { .checkpoint = "end", .standing = "Friday, 17:00", .ending = "held" };
    assert_true(store_append(store, &last, &stand, NULL));
    assert_int_equal(store_times_ended(store, "a"), 1);
    assert_false(store_latest_open(store, "a", &found));
    assert_true(store_latest(store, "a", &found));
    assert_string_equal(found.ending, "held");
    // Taking the last choice back opens it again.
    StoreEntry undo = { .kind = STORE_UNDO };
    stand.ending = NULL;
    assert_true(store_append(store, &undo, &stand, NULL));
    assert_true(store_latest_open(store, "a", &found));
    play = sample("b");
    store_begin(store, &play, NULL, 0);
    append(store, "b.b", 1);
    assert_true(store_latest(store, NULL, &found));
    assert_string_equal(found.scenario, "b");
    assert_true(store_latest_open(store, "a", &found));
    store_close(store);
}

static void test_continue(void **state)
{
    (void)state;
    Store *store = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    append(store, "one", 1);
    store_close(store);
    store = open_well();
    assert_true(store_latest_open(store, "a", &found));
    Err err;
    assert_true(store_continue(store, &found, &err));
    assert_true(append(store, "two", 2));
    assert_int_equal(store_current(store)->row, found.row);
    assert_int_equal(count_entries(store, found.row), 2);
    store_close(store);
}

// A full disk: the choice waits, the player is told, and it is written as soon as there is room.
static void test_full_disk(void **state)
{
    (void)state;
    Store *store = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    assert_true(append(store, "first", 1));
    store_limit_pages(store, 1); // SQLite makes it the present size: nothing more fits
    Err err = { 0 };
    int refused = 0, taken = 0;
    char id[STORE_ID_MAX];
    for (int i = 0; i < 400 && refused < 3; i++, taken++) {
        snprintf(id, sizeof id, "scene_with_a_long_name.option_%d", i);
        StoreEntry entry = chose(id, i);
        StoreStand stand = { .checkpoint = "checkpoint", .standing = "Monday", .ending = NULL };
        refused += !store_append(store, &entry, &stand, &err);
    }
    assert_int_equal(refused, 3);
    assert_int_equal(store_waiting(store), 3);
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.message, "the disk is full"));
    assert_true(store_latest_open(store, "a", &found)); // what was there is there
    assert_int_equal(count_entries(store, found.row), taken + 1 - 3);
    store_limit_pages(store, 0);
    assert_true(append(store, "last", 9));
    assert_int_equal(store_waiting(store), 0);
    assert_int_equal(count_entries(store, found.row), taken + 2);
    store_close(store);
}

static void test_full_disk_then_close(void **state)
{
    (void)state;
    Store *store = open_well();
    store_limit_pages(store, 1);
    StorePlaythrough play = sample("a"), found;
    memset(play.preset, 'p', sizeof play.preset - 1);
    store_begin(store, &play, NULL, 0);
    bool kept = true;
    for (int i = 0; i < 400 && kept; i++) {
        kept = append(store, "scene_with_a_long_name.option_that_fills", i);
    }
    assert_false(kept);
    store_limit_pages(store, 0);
    store_close(store); // tries once more
    store = open_well();
    assert_true(store_latest_open(store, "a", &found));
    assert_true(count_entries(store, found.row) > 0);
    store_close(store);
}

static void write_file(const char *name, const void *data, size_t size)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    fclose(file);
}

static bool has_file(const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return file_exists(path);
}

static void test_not_a_database(void **state)
{
    (void)state;
    char rubbish[5000];
    memset(rubbish, 'R', sizeof rubbish);
    for (int i = 1; i <= 2; i++) {
        write_file("plankwright.db", rubbish, sizeof rubbish);
        Err notice;
        Store *store = store_open(folder, &notice);
        assert_int_equal(notice.kind, ERR_INPUT);
        assert_non_null(strstr(notice.message,
                               i == 1 ? "plankwright-damaged-1.db" : "plankwright-damaged-2.db"));
        assert_true(store_is_kept(store));
        StorePlaythrough play = sample("a");
        store_begin(store, &play, NULL, 0);
        assert_true(append(store, "goes_on", 1));
        store_close(store);
    }
    assert_true(has_file("plankwright-damaged-1.db"));
    assert_true(has_file("plankwright-damaged-2.db"));
}

// Breaks pages in the middle of a file with 40 playthroughs: what can be read is taken over.
static void test_broken_pages(void **state)
{
    (void)state;
    Store *store = open_well();
    for (int i = 0; i < 40; i++) {
        char scenario[32];
        snprintf(scenario, sizeof scenario, "story-%d", i);
        StorePlaythrough play = sample(scenario);
        store_begin(store, &play, NULL, 0);
        for (int k = 0; k < 10; k++) {
            assert_true(append(store, "scene.some_option_with_a_name", k));
        }
    }
    store_close(store);
    char path[512];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    struct stat facts;
    assert_int_equal(stat(path, &facts), 0);
    assert_true(facts.st_size > 8 * 4096);
    int file = open(path, O_WRONLY);
    char rubbish[4096];
    memset(rubbish, 0x5a, sizeof rubbish);
    off_t rows = facts.st_size - 5 * 4096; // behind the first pages of all tables
    for (off_t at = rows; at < rows + 3 * 4096; at += 4096) {
        assert_int_equal(pwrite(file, rubbish, sizeof rubbish, at), (ssize_t)sizeof rubbish);
    }
    close(file);
    Err notice;
    store = store_open(folder, &notice);
    assert_int_equal(notice.kind, ERR_INPUT);
    assert_true(has_file("plankwright-damaged-1.db"));
    int found = 0, whole = 0;
    for (int i = 0; i < 40; i++) {
        char scenario[32];
        snprintf(scenario, sizeof scenario, "story-%d", i);
        StorePlaythrough play;
        if (store_latest_open(store, scenario, &play)) {
            found++;
            whole += count_entries(store, play.row) == 10;
        }
    }
    assert_true(found > 0);
    assert_true(found < 40 || whole < 40); // the damage was real
    store_close(store);
    store = open_well(); // and it is healthy now
    store_close(store);
}

static void test_broken_while_in_use(void **state)
{
    (void)state;
    Store *store = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    assert_true(append(store, "one", 1));
    store_close(store);
    store = open_well();
    assert_true(store_latest_open(store, "a", &found));
    assert_true(store_continue(store, &found, NULL));
    char path[512], rubbish[65536];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    memset(rubbish, 0x33, sizeof rubbish);
    int file = open(path, O_WRONLY);
    assert_true(pwrite(file, rubbish, 8 * 4096, 4096) > 0); // everything but the first page
    close(file);
    StoreEntry entry = chose("two", 2);
    StoreStand stand = { .checkpoint = "c", .standing = "s", .ending = NULL };
    Err err = { 0 };
    if (!store_append(store, &entry, &stand, &err)) {
        assert_non_null(strstr(err.message, "plankwright-damaged-1.db"));
    }
    assert_int_equal(store_waiting(store), 0);
    store_close(store);
    Err notice;
    store = store_open(folder, &notice);
    assert_true(store_latest_open(store, "a", &found));
    assert_int_equal(count_entries(store, found.row), 2); // both choices
    store_close(store);
}

static void test_place_cannot_be_made(void **state)
{
    (void)state;
    write_file("a_file", "x", 1);
    char under[512];
    snprintf(under, sizeof under, "%s/a_file/data", folder);
    Err notice;
    Store *store = store_open(under, &notice);
    assert_int_equal(notice.kind, ERR_SYSTEM);
    assert_non_null(strstr(notice.message, "you can play"));
    assert_false(store_is_kept(store));
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    assert_true(append(store, "one", 1)); // in memory
    assert_true(store_latest_open(store, "a", &found));
    store_close(store);
}

static void test_newer_program(void **state)
{
    (void)state;
    Store *store = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(store, &play, NULL, 0);
    append(store, "one", 1);
    store_close(store);
    char path[512];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    int file = open(path, O_RDWR);
    unsigned char version[4] = { 0, 0, 0, 99 }; // user_version stands at offset 60 of the header
    assert_int_equal(pwrite(file, version, 4, 60), 4);
    close(file);
    Err notice;
    store = store_open(folder, &notice);
    assert_int_equal(notice.kind, ERR_SYSTEM);
    assert_non_null(strstr(notice.message, "newer"));
    assert_false(store_is_kept(store));
    assert_true(store_latest_open(store, "a", &found)); // what could be read
    append(store_current(store) ? store : (store_begin(store, &play, NULL, 0), store), "two", 2);
    store_close(store);
    unsigned char now[4];
    file = open(path, O_RDONLY);
    assert_int_equal(pread(file, now, 4, 60), 4);
    close(file);
    assert_memory_equal(now, version, 4); // untouched
}

// Two programs in the same playthrough: the second becomes a playthrough of its own, whole.
static void test_two_programs(void **state)
{
    (void)state;
    Store *a = open_well();
    StorePlaythrough play = sample("a"), found;
    store_begin(a, &play, NULL, 0);
    append(a, "one", 1);
    Store *b = open_well();
    assert_true(store_latest_open(b, "a", &found));
    assert_true(store_continue(b, &found, NULL));
    assert_true(append(a, "two_of_a", 2));
    assert_true(append(b, "two_of_b", 2));
    assert_true(store_forked(b));
    assert_false(store_forked(b));
    assert_false(store_forked(a));
    assert_int_not_equal(store_current(b)->row, store_current(a)->row);
    assert_int_equal(count_entries(a, store_current(a)->row), 2);
    assert_int_equal(count_entries(a, store_current(b)->row), 2);
    assert_true(append(a, "three", 3));
    store_close(b);
    store_close(a);
}

static void test_eight_processes_at_once(void **state)
{
    (void)state;
    enum { PROCESSES = 8, CHOICES = 25 };
    for (int i = 0; i < PROCESSES; i++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            Err notice;
            Store *store = store_open(folder, &notice); // they also make the file at once
            bool good = store_is_kept(store) && notice.kind == ERR_NONE;
            char scenario[16];
            snprintf(scenario, sizeof scenario, "s%d", i);
            StorePlaythrough play = sample(scenario);
            store_begin(store, &play, NULL, 0);
            for (int k = 0; k < CHOICES; k++) {
                append(store, "a.b", k);
            }
            good = good && (store_waiting(store) == 0 || append(store, "a.b", 0));
            store_close(store);
            _exit(good ? 0 : 1);
        }
    }
    for (int i = 0; i < PROCESSES; i++) {
        int status = -1;
        wait(&status);
        assert_int_equal(status, 0);
    }
    Store *store = open_well();
    for (int i = 0; i < PROCESSES; i++) {
        char scenario[16];
        snprintf(scenario, sizeof scenario, "s%d", i);
        StorePlaythrough found;
        assert_true(store_latest_open(store, scenario, &found));
        assert_true(count_entries(store, found.row) >= CHOICES);
    }
    store_close(store);
}

static void test_plans(void **state)
{
    (void)state;
    Store *store = open_well();
    char text[200];
    assert_false(store_plan_latest(store, text, (int)sizeof text));
    assert_true(store_plan_add(store, "If it is ten past five, then I ring Maya.", NULL));
    assert_true(store_plan_add(store, "If I see Sam, then I ask.", NULL));
    store_close(store);
    store = open_well();
    assert_true(store_plan_latest(store, text, (int)sizeof text));
    assert_string_equal(text, "If I see Sam, then I ask.");
    store_close(store);
}

static void test_settings(void **state)
{
    (void)state;
    Store *store = open_well();
    Err err = { 0 };
    assert_int_equal(store_setting(store, "type_size", 100), 100);
    assert_true(store_setting_keep(store, "type_size", 150, &err));
    assert_true(store_setting_keep(store, "type_size", 175, &err));
    store_close(store);
    store = open_well();
    assert_int_equal(store_setting(store, "type_size", 100), 175);
    assert_int_equal(store_setting(store, "high_contrast", 0), 0);
    store_close(store);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_keeps_and_reads_back),
        IN_FOLDER(test_ended_and_latest),
        IN_FOLDER(test_continue),
        IN_FOLDER(test_full_disk),
        IN_FOLDER(test_full_disk_then_close),
        IN_FOLDER(test_not_a_database),
        IN_FOLDER(test_broken_pages),
        IN_FOLDER(test_broken_while_in_use),
        IN_FOLDER(test_place_cannot_be_made),
        IN_FOLDER(test_newer_program),
        IN_FOLDER(test_two_programs),
        IN_FOLDER(test_eight_processes_at_once),
        IN_FOLDER(test_plans),
        IN_FOLDER(test_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
