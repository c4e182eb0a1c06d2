// links: script
// The curriculum's matrix: which mechanic of the article (A1 to A20) is met on a recorded way of which
// shipped scenario. What a scenario claims must be met on one of its own recorded ways, and each
// mechanic in two scenarios at least.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "explore/seen.h"
#include "script/script.h"
#include "story/history.h"

#include <stdlib.h>
#include <string.h>

enum { SCENARIOS_MAX = 32, LEAST = 2 };

static const char FOLDER[] = PLANKWRIGHT_SOURCE "/scripts/scenarios";

typedef struct Row {
    char id[64];
    uint32_t claimed, met;
    int ways;
} Row;

static Row rows[SCENARIOS_MAX];
static int row_count;

// The rest of the line that begins so.
static char *line_after(const char *text, const char *begin)
{
    const char *at = strstr(text, begin);
    assert_non_null(at);
    at += strlen(begin);
    size_t n = strcspn(at, "\n");
    char *line = mem_alloc(n + 1);
    memcpy(line, at, n);
    return line;
}

static void play(ExploreSeen *seen, const char *path)
{
    char *text = NULL;
    size_t size = 0;
    Err err = { 0 };
    StoryHistory history;
    int done = 0;
    uint8_t harmed = 0;
    assert_true(file_read(path, 1 << 20, &text, &size, &err));
    char *choices = line_after(text, "choices: ");
    char *seed = line_after(text, "seed: ");
    assert_true(history_open(&history, seen->scenario, strtoull(seed, NULL, 10), &err));
    if (!history_walk(&history, choices, &done, &err)) {
        fail_msg("%s: %s", path, err.message);
    }
    explore_seen_events(seen, history.journal.events, history.journal.count, &harmed);
    history_close(&history);
    mem_free(choices);
    mem_free(seed);
    mem_free(text);
}

static void play_all(Row *row, const Scenario *scenario)
{
    ExploreSeen seen;
    FileList files;
    Err err = { 0 };
    Text path = { 0 };
    text_addf(&path, "%s/%s/tests", FOLDER, row->id);
    explore_seen_init(&seen, scenario);
    if (file_list(text_str(&path), &files, &err)) {
        for (int i = 0; i < files.count; i++) {
            const char *dot = strrchr(files.names[i], '.');
            if (dot != NULL && strcmp(dot, ".play") == 0) {
                text_clear(&path);
                text_addf(&path, "%s/%s/tests/%s", FOLDER, row->id, files.names[i]);
                play(&seen, text_str(&path));
                row->ways++;
            }
        }
        file_list_free(&files);
    }
    row->claimed = scenario->teaches;
    row->met = seen.mechanics;
    explore_seen_deinit(&seen);
    text_deinit(&path);
}

static int set_up(void **state)
{
    (void)state;
    FileList folders;
    Err err = { 0 };
    if (!file_list(FOLDER, &folders, &err)) {
        return 1;
    }
    for (int i = 0; i < folders.count && row_count < SCENARIOS_MAX; i++) {
        Text path = { 0 };
        ScriptDiagnostics mistakes = { 0 };
        text_addf(&path, "%s/%s", FOLDER, folders.names[i]);
        Scenario *scenario = script_load(text_str(&path), &mistakes, &err);
        if (scenario != NULL) {
            Row *row = &rows[row_count++];
            text_clear(&path);
            text_add(&path, folders.names[i]);
            memcpy(row->id, text_str(&path),
                   path.length < sizeof row->id ? path.length : sizeof row->id - 1);
            play_all(row, scenario);
            scenario_free(scenario);
        }
        script_diagnostics_deinit(&mistakes);
        text_deinit(&path);
    }
    file_list_free(&folders);
    return row_count == 0;
}

static void test_print(void **state)
{
    (void)state;
    print_message("%-26s", "");
    for (int n = 1; n <= EXPLORE_MECHANICS; n++) {
        print_message("%3d", n);
    }
    print_message("\n");
    for (int i = 0; i < row_count; i++) {
        print_message("%-26s", rows[i].id);
        for (int n = 0; n < EXPLORE_MECHANICS; n++) {
            bool met = (rows[i].met >> n & 1) != 0, claimed = (rows[i].claimed >> n & 1) != 0;
            print_message("%3s", met ? (claimed ? "X" : "x") : claimed ? "?" : ".");
        }
        print_message("\n");
    }
    print_message("X met and claimed, x met, ? claimed and not met on a recorded way\n");
}

static void test_what_is_claimed_is_met(void **state)
{
    (void)state;
    for (int i = 0; i < row_count; i++) {
        uint32_t missing = rows[i].claimed & ~rows[i].met;
        for (int n = 0; n < EXPLORE_MECHANICS; n++) {
            if ((missing >> n & 1) != 0) {
                fail_msg("%s claims A%d, and none of its %d recorded ways meets it", rows[i].id,
                         n + 1, rows[i].ways);
            }
        }
    }
}

static void test_each_in_two_scenarios(void **state)
{
    (void)state;
    for (int n = 0; n < EXPLORE_MECHANICS; n++) {
        int claimed = 0;
        for (int i = 0; i < row_count; i++) {
            claimed += (int)((rows[i].claimed & rows[i].met) >> n & 1);
        }
        if (claimed < LEAST) {
            fail_msg("A%d is met by %d of the shipped scenarios, %d are wanted", n + 1, claimed,
                     LEAST);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_what_is_claimed_is_met),
        cmocka_unit_test(test_each_in_two_scenarios),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
