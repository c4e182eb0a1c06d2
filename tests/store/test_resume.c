// Going on: the choices are replayed and the checkpoint must agree; what an edited scenario does to it.
#include "support/test.h"

#include "base/arena.h"
#include "store/resume.h"
#include "story/playground.h"

#include <stdio.h>

static Store *open_store(const char *folder)
{
    Err notice;
    Store *store = store_open(folder, &notice);
    assert_true(store_is_kept(store));
    return store;
}

// Plays `way` and records it as the program does.
static void play_and_keep(Store *store, const Scenario *scenario, const char *way,
                          const char *undone)
{
    StorePlaythrough play;
    resume_describe(scenario, 9, &play);
    store_begin(store, &play, NULL, 0);
    StoryHistory history;
    Err err = { 0 };
    assert_true(history_open(&history, scenario, 9, &err));
    char copy[512];
    snprintf(copy, sizeof copy, "%s", way);
    for (char *id = strtok(copy, ","); id; id = strtok(NULL, ",")) {
        StoreEntry entry = { .kind = STORE_CHOOSE };
        int done = 0;
        if (strcmp(id, "undo") == 0) {
            entry.kind = STORE_UNDO;
            assert_true(history_undo(&history));
        } else {
            assert_true(history_walk(&history, id, &done, &err));
            history_id(&history, history.count - 1, entry.id, (int)sizeof entry.id);
        }
        entry.minute = history.now->clock_minute;
        char checkpoint[SAVE_MAX];
        assert_true(save_write(scenario, history.now, checkpoint, sizeof checkpoint) > 0);
        StoreStand stand = { .checkpoint = checkpoint, .standing = "somewhere", .ending = NULL };
        assert_true(store_append(store, &entry, &stand, &err));
    }
    assert_int_equal(history.count, (int)strlen(undone));
    history_close(&history);
}

static void test_goes_on_exactly(void **state)
{
    (void)state;
    const char *folder = test_folder("exact");
    Scenario *scenario = playground_new();
    Store *store = open_store(folder);
    play_and_keep(store, scenario, "promise_brief,work,vow,undo,hour,day,tell,undo,undo,work",
                  "1234");
    store_close(store);

    store = open_store(folder);
    StorePlaythrough kept;
    assert_true(store_latest_open(store, "playground", &kept));
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EXACT);
    assert_string_equal(resume.message, "");
    assert_int_equal(history.count, 4);
    StoryHistory again;
    playground_walk(&again, scenario, "promise_brief,work,hour,work");
    assert_true(play_equal(scenario, history.now, again.now));
    assert_int_equal(store_current(store)->row, kept.row); // goes on in the same journal
    history_close(&again);
    history_close(&history);
    store_close(store);
    scenario_free(scenario);
}

static void test_undo_to(void **state)
{
    (void)state;
    Scenario *scenario = playground_new();
    StorePlaythrough play;
    resume_describe(scenario, 9, &play);
    StoreEntry entries[5] = { { .kind = STORE_CHOOSE, .id = "start.hour" },
                              { .kind = STORE_CHOOSE, .id = "start.day" },
                              { .kind = STORE_CHOOSE, .id = "start.vow" },
                              { .kind = STORE_UNDO_TO, .count = 1 },
                              { .kind = STORE_CHOOSE, .id = "start.ask" } };
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(
        resume_open(&history, scenario, &play, entries, 5, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(history.count, 2);
    char id[64];
    history_id(&history, 1, id, (int)sizeof id);
    assert_string_equal(id, "start.ask");
    history_close(&history);
    entries[3].count = 999999; // no such choice: nothing is taken back
    assert_true(
        resume_open(&history, scenario, &play, entries, 4, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.total, 3);
    history_close(&history);
    scenario_free(scenario);
}

static void test_checkpoint_that_disagrees(void **state)
{
    (void)state;
    Scenario *scenario = playground_new();
    StorePlaythrough play;
    resume_describe(scenario, 9, &play);
    StoryHistory other;
    playground_walk(&other, scenario, "day,vow");
    assert_true(save_write(scenario, other.now, play.checkpoint, sizeof play.checkpoint) > 0);
    history_close(&other);
    StoreEntry entry = { .kind = STORE_CHOOSE, .id = "start.hour" };
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(
        resume_open(&history, scenario, &play, &entry, 1, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_DISAGREES);
    assert_non_null(strstr(resume.message, "mistake in the program"));
    assert_int_equal(history.count, 1); // the choices are trusted
    history_close(&history);
    scenario_free(scenario);
}

// An edited scenario: as far as the ids lead; a new playthrough begins, the old journal stays.
static void test_edited(void **state)
{
    (void)state;
    const char *folder = test_folder("edited");
    Scenario *scenario = playground_new();
    Store *store = open_store(folder);
    play_and_keep(store, scenario, "promise_brief,hour,end", "123");
    StorePlaythrough kept;
    assert_true(store_latest(store, "playground", &kept));
    kept.scenario_hash ^= 1; // another content
    Resume resume;
    StoryHistory history;
    Err err = { 0 };
    assert_true(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EDITED);
    assert_non_null(strstr(resume.message, "changed"));
    assert_int_equal(store_current(store)->row, 0);
    history_close(&history);

    // Its third choice is gone.
    StoreEntry *entries;
    int count;
    assert_true(store_entries(store, kept.row, &entries, &count, &err));
    snprintf(entries[2].id, sizeof entries[2].id, "start.no_longer");
    assert_true(
        resume_open(&history, scenario, &kept, entries, count, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_CUT);
    assert_int_equal(resume.taken, 2);
    assert_int_equal(resume.total, 3);
    assert_non_null(strstr(resume.message, "start.no_longer"));
    assert_non_null(strstr(resume.message, "first 2 of 3"));
    history_close(&history);
    mem_free(entries);
    assert_true(store_entries(store, kept.row, &entries, &count, &err)); // the old one as it was
    assert_int_equal(count, 3);
    mem_free(entries);
    store_close(store);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goes_on_exactly),
        cmocka_unit_test(test_undo_to),
        cmocka_unit_test(test_checkpoint_that_disagrees),
        cmocka_unit_test(test_edited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
