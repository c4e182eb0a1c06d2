// What authors wait for: loading a very large scenario, playing a thousand recorded ways, and
// exploring a story in which every option asks Lua. The scenarios are written for the occasion.
#define _XOPEN_SOURCE 700

#include "app/app.h"
#include "app/bench.h"
#include "app/bench_child.h"
#include "app/recording.h"
#include "app/trace.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "explore/explore.h"
#include "script/script.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { SCENES = 5000, LINES = 4, WORDS_A_LINE = 12, FILES = 10, RUNS = 5, RECORDINGS = 1000 };
enum { NUMBERS = 6, DIGITS = 7 }; // of the story that asks Lua: 7^6 states, 117,649

static bool write_text(const char *folder, const char *name, const Text *text)
{
    char path[PATHS_SIZE * 2];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return file_write(path, text_str(text), text->length, NULL);
}

static int remove_one(const char *path, const struct stat *stat, int type, struct FTW *place)
{
    (void)stat, (void)type, (void)place;
    return remove(path);
}

static void remove_tree(const char *folder)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

// ---- a large scenario -----------------------------------------------------------------------------

static void write_scene(Text *out, int scene)
{
    static const char *const words[] = { "rope", "water", "bolt",  "letter", "slow",  "under",
                                         "gate", "never", "paper", "again",  "north", "light" };
    text_addf(out, "scene \"s%d\" {\n", scene);
    for (int line = 0; line < LINES; line++) {
        text_add(out, "  \"");
        for (int i = 0; i < WORDS_A_LINE; i++) {
            text_addf(out, "%s%s", i > 0 ? " " : "", words[(scene + line * 5 + i * 7) % 12]);
        }
        text_addf(out, " %d.\",\n", scene + line);
    }
    if (scene + 1 == SCENES) {
        text_add(out, "  ending \"out\",\n}\n"
                      "ending \"out\" { title = \"Out\", kind = \"apart\", \"Out.\" }\n");
        return;
    }
    int far = scene + 7 < SCENES ? scene + 7 : scene + 1;
    text_addf(out, "  choice { option \"on\" \"On we go.\" { go \"s%d\" }, ", scene + 1);
    text_addf(out, "option \"far\" \"Far.\" { go \"s%d\" } },\n}\n", far);
}

static bool write_large(const char *folder)
{
    Text text = { 0 };
    bool good = file_make_folders(folder, NULL);
    text_add(&text, "scenario { id = \"large\", version = 1, title = \"Large\", minutes = 60, "
                    "days = { \"Mon\" } }\nperson \"ada\" { name = \"Ada Lund\" }\n");
    for (int i = 0; i < FILES; i++) {
        text_addf(&text, "include \"part%02d\"\n", i);
    }
    good = good && write_text(folder, "scenario.lua", &text);
    for (int i = 0; i < FILES && good; i++) {
        char name[32];
        snprintf(name, sizeof name, "part%02d.lua", i);
        text_clear(&text);
        for (int scene = i * SCENES / FILES; scene < (i + 1) * SCENES / FILES; scene++) {
            write_scene(&text, scene);
        }
        good = write_text(folder, name, &text);
    }
    text_deinit(&text);
    return good;
}

static bool load_here(const void *context, double *milliseconds)
{
    Err err = { 0 };
    double start = trace_used_milliseconds();
    Scenario *scenario = script_load(context, NULL, &err);
    *milliseconds = trace_used_milliseconds() - start;
    if (scenario == NULL) {
        fprintf(stderr, "plankwright: %s:%d: %s\n", err.file, err.line, err.message);
        return false;
    }
    scenario_free(scenario);
    return true;
}

static bool bench_large(Bench *bench)
{
    char folder[PATHS_SIZE + 16];
    double seconds[RUNS], megabytes = 0.0;
    snprintf(folder, sizeof folder, "%s/large", bench->data);
    bool good = write_large(folder);
    for (int i = 0; good && i < RUNS; i++) {
        good = bench_child(load_here, folder, &seconds[i], &megabytes);
        seconds[i] /= 1e3;
    }
    remove_tree(folder);
    if (!good) {
        return false;
    }
    bench_tell(bench, "load 250,000 words, 5,000 scenes", bench_share(seconds, RUNS, 0.5), "s",
               "at most 0.15");
    bench_tell(bench, "load them, peak memory", megabytes, "MB", "at most 60");
    return true;
}

// ---- recorded ways --------------------------------------------------------------------------------

static bool copy_file(const char *from, const char *to)
{
    char *data = NULL;
    size_t size = 0;
    bool good = file_read(from, 16u << 20, &data, &size, NULL) && file_write(to, data, size, NULL);
    mem_free(data);
    return good;
}

static bool copy_sources(const char *from, const char *to)
{
    FileList list;
    bool good = file_make_folders(to, NULL) && file_list(from, &list, NULL);
    for (int i = 0; good && i < list.count; i++) {
        char source[PATHS_SIZE * 2], target[PATHS_SIZE * 2];
        snprintf(source, sizeof source, "%s/%s", from, list.names[i]);
        snprintf(target, sizeof target, "%s/%s", to, list.names[i]);
        if (!file_is_folder(source)) {
            good = copy_file(source, target);
        }
    }
    if (good) {
        file_list_free(&list);
    }
    return good;
}

static bool write_recordings(const char *from, const char *to)
{
    RecordingList list;
    char folder[PATHS_SIZE * 2];
    snprintf(folder, sizeof folder, "%s/tests", to);
    recording_list(&list, from);
    bool good = list.count > 0 && copy_sources(from, to) && file_make_folders(folder, NULL);
    for (int i = 0; good && i < RECORDINGS; i++) {
        char target[PATHS_SIZE * 3];
        snprintf(target, sizeof target, "%s/%04d.play", folder, i);
        good = copy_file(list.paths[i % list.count], target);
    }
    recording_list_deinit(&list);
    return good;
}

static bool test_here(const void *context, double *milliseconds)
{
    char *arguments[] = { (char *)(uintptr_t) "test", (char *)(uintptr_t)context, NULL };
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0) {
        return false;
    }
    double start = trace_used_milliseconds();
    int code = app_test.run(2, arguments);
    *milliseconds = trace_used_milliseconds() - start;
    return code <= 1; // a way that has changed takes as long
}

static bool bench_recordings(Bench *bench)
{
    char folder[PATHS_SIZE + 16];
    double milliseconds = 0.0, megabytes = 0.0;
    snprintf(folder, sizeof folder, "%s/recorded", bench->data);
    bool good = write_recordings(bench->folder, folder) &&
                bench_child(test_here, folder, &milliseconds, &megabytes);
    remove_tree(folder);
    if (!good) {
        return false;
    }
    bench_tell(bench, "test, 1,000 recorded ways", milliseconds / 1e3, "s", "at most 5");
    return true;
}

// ---- conditions in Lua ----------------------------------------------------------------------------

// So many numbers that each go up by one until they are full: a grid of states, and each option asks.
static void write_grid(Text *out, bool lua)
{
    text_add(out, "scenario { id = \"grid\", version = 1, title = \"Grid\", minutes = 1, "
                  "days = { \"Mon\" } }\nperson \"ada\" { name = \"Ada Lund\" }\n");
    for (int i = 0; i < NUMBERS; i++) {
        text_addf(out, "local n%d = number \"n%d\" { from = 0, to = %d }\n", i, i, DIGITS - 1);
    }
    text_add(out, "scene \"grid\" { \"Here.\", choice {\n");
    for (int i = 0; i < NUMBERS; i++) {
        text_addf(out, "  option \"o%d\" \"Up.\" { when = ", i);
        if (lua) {
            text_addf(out, "function(s) return s.number.n%d < %d end", i, DIGITS - 1);
        } else {
            text_addf(out, "no(at_least(n%d, %d))", i, DIGITS - 1);
        }
        text_addf(out, ", add(n%d, 1), go \"grid\" },\n", i);
    }
    text_add(out, "  option \"out\" \"Out.\" { ending \"out\" } } }\n"
                  "ending \"out\" { title = \"Out\", kind = \"apart\", \"Out.\" }\n");
}

static bool explore_grid(const void *context, double *states_a_second)
{
    ExploreGraph graph;
    ExploreOptions options = { .forget = true };
    double start = trace_used_milliseconds();
    if (!explore_init(&graph, context, &options, NULL) || !graph.complete) {
        return false;
    }
    double seconds = (trace_used_milliseconds() - start) / 1e3;
    *states_a_second = explore_state_count(&graph) / seconds;
    explore_deinit(&graph);
    return true;
}

static bool grid_speed(bool lua, double *speed)
{
    Text text = { 0 };
    double speeds[RUNS], megabytes = 0.0;
    write_grid(&text, lua);
    Scenario *scenario =
        script_load_text("grid.lua", text_str(&text), text.length, NULL, NULL, NULL);
    bool good = scenario != NULL;
    for (int i = 0; good && i < RUNS; i++) {
        good = bench_child(explore_grid, scenario, &speeds[i], &megabytes);
    }
    if (scenario != NULL) {
        scenario_free(scenario);
    }
    text_deinit(&text);
    *speed = good ? bench_share(speeds, RUNS, 0.5) : 0.0;
    return good;
}

static bool bench_lua(Bench *bench)
{
    double with = 0.0, without = 0.0;
    if (!grid_speed(true, &with) || !grid_speed(false, &without)) {
        return false;
    }
    bench_tell(bench, "explore, six options that ask Lua", with, "states/s", "at least 1,000,000");
    bench_tell(bench, "explore, the same without Lua", without, "states/s", "");
    bench_tell(bench, "explore, Lua against none", 100.0 * with / without, "%", "at least 80");
    return true;
}

bool bench_authors(Bench *bench)
{
    return bench_large(bench) && bench_recordings(bench) && bench_lua(bench);
}
