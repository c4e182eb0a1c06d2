// kill -9 at random moments while choices, plans, settings, slots and marks are kept: what was said to be kept
// is there afterwards, and the file is whole. Four kills; PLANKWRIGHT_SLOW=1: 200.
#define _POSIX_C_SOURCE 200809L

#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "store/database.h"
#include "store/forget.h"
#include "store/known.h"
#include "store/plans.h"
#include "store/record.h"
#include "store/slots.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 4, KILLS_SLOW = 200, MORE_MOST = 8, SLOTS = 8 };

typedef struct Said { // by the child: so far it has come
    int choices, plans, setting, slots, marks;
} Said;

// Keeps and says so, until it is killed.
static void child(const char *folder, int round, int pipe_end)
{
    Err notice;
    Said said = { 0 };
    Store *store = store_open(folder, &notice);
    StorePlaythrough play = { .scenario = "killed" };
    StoreStand stand = { .checkpoint = "a state of some length that is written again each time",
                         .standing = "Monday" };
    snprintf(play.preset, sizeof play.preset, "%d", round);
    store_begin(store, &play, NULL, 0);
    for (int i = 1; notice.kind == ERR_NONE; i++) {
        StoreEntry entry = { .kind = STORE_CHOOSE, .minute = i };
        char text[64];
        snprintf(entry.id, sizeof entry.id, "scene.option_%d", i);
        store_learn(store, (uint32_t)(round * 100000 + i));
        bool good = store_append(store, &entry, &stand, NULL);
        said.choices = said.marks = i;
        good = good && write(pipe_end, &said, sizeof said) == sizeof said;
        if (i % 3 == 0) {
            snprintf(text, sizeof text, "Plan %d of round %d.", i, round);
            store->recording = false; // as one of no playthrough: else it replaces the one before
            good = good && store_plan_add(store, text, NULL);
            store->recording = true;
            said.plans++;
        }
        if (i % 2 == 0) {
            good = good && store_setting_keep(store, "killed", round * 100000 + i, NULL);
            said.setting = round * 100000 + i;
        }
        if (i % 5 == 0 && said.slots < SLOTS) {
            good = good && store_slot_keep(store, "here", NULL, NULL);
            said.slots++;
        }
        if (!good || write(pipe_end, &said, sizeof said) != sizeof said) {
            break;
        }
    }
    _exit(1);
}

static void check(const char *folder, int round, const Said *said, const Said *before)
{
    Err notice;
    Store *store = store_open(folder, &notice);
    assert_string_equal(notice.message, ""); // nothing was damaged
    StoreSlot slots[STORE_SLOTS_MAX];
    StorePlan plan;
    int kept = store_slots(store, NULL, STORE_SLOTS_MAX, slots);
    assert_true(kept >= said->slots);
    for (int i = 0; i < kept; i++) { // each leads somewhere
        StoreEntry *entries = NULL;
        int count = 0;
        assert_true(store_slot_entries(store, &slots[i], &entries, &count, NULL));
        assert_int_equal(count, slots[i].choices);
        mem_free(entries);
        assert_true(store_slot_remove(store, slots[i].row, NULL));
    }
    assert_true(store_plans_due(store, store_today() + 1, &plan, 1) >= before->plans + said->plans);
    assert_true(store_setting(store, "killed", 0) >= said->setting);
    assert_true(store_known_count(store, "killed") >= before->marks + said->marks);
    if (said->choices > 0) {
        StorePlaythrough play;
        StoreEntry *entries = NULL;
        int count = 0;
        char name[16];
        snprintf(name, sizeof name, "%d", round);
        assert_true(store_latest_open(store, "killed", &play));
        assert_string_equal(play.preset, name);
        assert_true(store_entries(store, play.row, &entries, &count, NULL));
        assert_true(count >= said->choices);
        for (int i = 0; i < count; i++) {
            assert_int_equal(entries[i].minute, i + 1);
        }
        mem_free(entries);
    }
    store_close(store);
}

// After 5 to 125 ms, on a machine as quick as `patience` 1.
static void one_kill(const char *folder, int round, int patience, Said *before)
{
    int ends[2];
    uint64_t stream = (uint64_t)time(NULL) * 1000u + (uint64_t)round;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(ends[0]);
        child(folder, round, ends[1]);
    }
    close(ends[1]);
    long milliseconds = patience * (5 + (long)random_below(&stream, 120));
    nanosleep(&(struct timespec){ milliseconds / 1000, milliseconds % 1000 * 1000000L }, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    Said said = { 0 }, next;
    while (read(ends[0], &next, sizeof next) == sizeof next) {
        said = next;
    }
    close(ends[0]);
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status)); // it was killed, and had not given up
    check(folder, round, &said, before);
    before->choices += said.choices;
    before->plans += said.plans;
    before->marks += said.marks;
}

static void test_killed_at_any_moment(void **state)
{
    (void)state;
    char folder[512];
    Said sum = { 0 };
    const char *slow = getenv("PLANKWRIGHT_SLOW");
    int kills = slow && strcmp(slow, "1") == 0 ? KILLS_SLOW : KILLS;
    snprintf(folder, sizeof folder, "%s", test_folder("killed"));
    int done = 0;
    for (; done < kills; done++) {
        one_kill(folder, done + 1, 1, &sum);
    }
    // On a slow machine nothing may have come so far yet: then longer and longer.
    for (int more = 1; more <= MORE_MOST && (sum.choices <= kills || sum.plans == 0); more++) {
        one_kill(folder, ++done, 1 << more, &sum);
    }
    assert_true(sum.choices > kills && sum.plans > 0); // else nothing was tried
    print_message("%d kills, %d choices, %d plans kept\n", done, sum.choices, sum.plans);
}

// The same while old playthroughs are deleted: each is there whole or not at all.
static void test_killed_while_forgetting(void **state)
{
    (void)state;
    char folder[512];
    snprintf(folder, sizeof folder, "%s", test_folder("forgetting"));
    const char *slow = getenv("PLANKWRIGHT_SLOW");
    int kills = slow && strcmp(slow, "1") == 0 ? 40 : 3;
    for (int round = 0; round < kills; round++) {
        enum { PLAYS = 60, CHOICES = 12 };
        Err notice;
        Store *store = store_open(folder, &notice);
        assert_string_equal(notice.message, "");
        for (int i = 0; i < PLAYS; i++) {
            StorePlaythrough play = { .scenario = "old" };
            StoreEntry entries[CHOICES] = { { .kind = STORE_CHOOSE, .id = "a.b" } };
            StoreStand stand = { .checkpoint = "", .standing = "Monday" };
            store_begin(store, &play, entries, CHOICES);
            assert_true(store_append(store, NULL, &stand, NULL));
        }
        store_close(store);
        pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0) {
            StoreForgotten gone;
            Store *mine = store_open(folder, &notice);
            store_forget_before(mine, store_today() + 2, &gone, NULL);
            _exit(0);
        }
        struct timespec pause = { 0, 300000L * (long)(1 + round % 20) };
        nanosleep(&pause, NULL);
        kill(pid, SIGKILL);
        int status = 0;
        assert_int_equal(waitpid(pid, &status, 0), pid);
        store = store_open(folder, &notice);
        assert_string_equal(notice.message, "");
        StoreRecord record;
        int count = store_record_count(store, NULL);
        assert_true(count == 0 || count >= PLAYS); // all of them or none
        for (int i = 0; i < count; i++) {
            StoreEntry *entries = NULL;
            int entry_count = 0;
            assert_int_equal(store_records(store, NULL, i, 1, &record), 1);
            assert_true(store_entries(store, record.row, &entries, &entry_count, NULL));
            assert_int_equal(entry_count, CHOICES);
            mem_free(entries);
        }
        store_close(store);
    }
}

// The power goes: of the log only a part has reached the disk, at any byte. What was in the file and in whole
// transactions of that part is there, in order, and nothing counts as damaged.
static void test_power_cut(void **state)
{
    (void)state;
    enum { CHOICES = 12, CUTS = 60 };
    char folder[512], cut[512], from[600], to[600];
    snprintf(folder, sizeof folder, "%s", test_folder("power"));
    Err notice;
    Store *store = store_open(folder, &notice);
    StorePlaythrough play = { .scenario = "dark" };
    StoreStand stand = { .checkpoint = "a state", .standing = "Monday" };
    store_begin(store, &play, NULL, 0);
    for (int i = 1; i <= CHOICES; i++) {
        StoreEntry entry = { .kind = STORE_CHOOSE, .minute = i, .id = "a.b" };
        assert_true(store_append(store, &entry, &stand, NULL));
    }
    char *file = NULL, *log = NULL;
    size_t file_size = 0, log_size = 0;
    snprintf(from, sizeof from, "%s/plankwright.db", folder);
    assert_true(file_read(from, 1 << 24, &file, &file_size, NULL));
    snprintf(from, sizeof from, "%s/plankwright.db-wal", folder);
    assert_true(file_read(from, 1 << 24, &log, &log_size, NULL));
    assert_true(log_size > 0);
    store_close(store);
    int last = 0;
    for (int i = 0; i <= CUTS; i++) {
        snprintf(cut, sizeof cut, "%s", test_folder("dark"));
        snprintf(to, sizeof to, "%s/plankwright.db", cut);
        test_write(to, file, file_size);
        snprintf(to, sizeof to, "%s/plankwright.db-wal", cut);
        test_write(to, log, log_size * (size_t)i / CUTS);
        store = store_open(cut, &notice);
        assert_string_equal(notice.message, "");
        int count = 0;
        if (store_latest_open(store, "dark", &play)) {
            StoreEntry *entries = NULL;
            assert_true(store_entries(store, play.row, &entries, &count, NULL));
            mem_free(entries);
            assert_true(store_continue(store, &play, NULL)); // and one goes on
            StoreEntry entry = { .kind = STORE_CHOOSE, .minute = 99, .id = "a.b" };
            assert_true(store_append(store, &entry, &stand, NULL));
        }
        assert_true(count >= last); // more of the log, never less of the story
        last = count;
        store_close(store);
    }
    assert_int_equal(last, CHOICES);
    mem_free(file);
    mem_free(log);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_killed_at_any_moment),
        cmocka_unit_test(test_killed_while_forgetting),
        cmocka_unit_test(test_power_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
