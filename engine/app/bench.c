// The command `bench`: the figures that this program is held to, measured on this machine.
#define _XOPEN_SOURCE 700

#include "app/app.h"

#include "app/bench.h"
#include "app/library.h"
#include "app/measure.h"
#include "app/sample.h"
#include "app/trace.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "script/script.h"
#include "story/save.h"
#ifndef PLANKWRIGHT_HEADLESS
#include "sdl/paint.h"
#include "view/view.h"
#endif

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const double SPEED_SECONDS = 0.15;
enum { SPEED_RUNS = 12, SAVES = 20000, LOADS = 50, STARTS = 9, VALUES_MAX = 64 };

void bench_tell(Bench *bench, const char *name, double value, const char *unit, const char *wanted)
{
    if (bench->as_json) {
        json_begin(&bench->json, NULL, '{');
        json_string(&bench->json, "name", name);
        json_number(&bench->json, "value", value, 5);
        json_string(&bench->json, "unit", unit);
        json_end(&bench->json, '}');
        return;
    }
    printf("%-36s %10.*f %-10s %s\n", name,
           value >= 1000.0 ? 0
           : value < 0.1   ? 5
                           : 2,
           value, unit, wanted);
    fflush(stdout);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double bench_share(double *values, int count, double share)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[(int)((double)(count - 1) * share + 0.5)];
}

static double median(double *values, int count)
{
    return bench_share(values, count, 0.5);
}

static bool bench_choices(Bench *bench)
{
    SampleSpeed silent, whole;
    if (!sample_speed(bench->scenario, false, SPEED_RUNS, SPEED_SECONDS, &silent) ||
        !sample_speed(bench->scenario, true, SPEED_RUNS, SPEED_SECONDS, &whole)) {
        return false;
    }
    bench_tell(bench, "choices", silent.choices_a_second, "1/s",
               "at least 8,000,000 (no transcript; best of 12 runs)");
    bench_tell(bench, "events a choice", silent.events_a_choice, "", "(no transcript)");
    bench_tell(bench, "choices with all lines", whole.choices_a_second, "1/s", "(best of 12 runs)");
    bench_tell(bench, "events a choice with all lines", whole.events_a_choice, "", "");
    bench_tell(bench, "choices a play", whole.choices_a_play, "", "");
    return true;
}

// To the middle of a random play, where much is open.
static void walk(StoryHistory *history)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    for (int i = 0; i < 8; i++) {
        int count = story_offers(history->scenario, history->now, false, offers, NULL);
        if (count == 0 || !history_choose(history, &offers[(i * 7) % count], NULL)) {
            return;
        }
    }
}

static bool bench_save(Bench *bench)
{
    StoryHistory history;
    if (!history_open(&history, bench->scenario, 1, NULL)) {
        return false;
    }
    walk(&history);
    Playthrough *play = mem_alloc(bench->scenario->play_size);
    char text[SAVE_MAX];
    size_t size = 0;
    bool good = true, edited = false;
    double start = trace_used_milliseconds();
    for (int i = 0; i < SAVES && good; i++) {
        size = save_write(bench->scenario, history.now, text, sizeof text);
        good = size > 0 && save_read(bench->scenario, text, play, &edited, NULL);
    }
    double each = (trace_used_milliseconds() - start) * 1e3 / SAVES;
    good = good && play_equal(bench->scenario, play, history.now);
    mem_free(play);
    history_close(&history);
    if (good) {
        bench_tell(bench, "save and load", each, "us", "at most 5");
        bench_tell(bench, "save size", (double)size, "bytes", "at most 2048");
    }
    return good;
}

static bool bench_load(Bench *bench)
{
    double values[LOADS];
    for (int i = 0; i < LOADS; i++) {
        double start = trace_used_milliseconds();
        Scenario *scenario = script_load(bench->folder, NULL, NULL);
        if (!scenario) {
            return false;
        }
        scenario_free(scenario);
        values[i] = trace_used_milliseconds() - start;
    }
    bench_tell(bench, "load a scenario", median(values, LOADS), "ms", "");
    return true;
}

#ifdef PLANKWRIGHT_HEADLESS
static bool bench_frame(Bench *bench)
{
    (void)bench;
    return false;
}
#else
// A screen of the play, all of it, and one step of the scene in the wind.
static bool bench_frame(Bench *bench)
{
    char fonts[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    Painter *painter = paint_open(fonts, false, NULL);
    StoryHistory history;
    if (!painter || !history_open(&history, bench->scenario, 1, NULL)) {
        paint_close(painter);
        return false;
    }
    RasterSurface surface = { .width = 1280, .height = 720, .stride = 1280 };
    surface.pixels = mem_alloc(sizeof *surface.pixels * 1280u * 720u);
    paint_size(painter, 1280, 720);
    FrameMeasure measure = paint_measure(painter);
    ViewSettings settings = { .text_scale = 1 };
    View *view = view_new();
    Frame frame;
    frame_init(&frame, 1280, 720);
    view_play(view, &history);
    view_frame(view, &settings, &measure, &frame);
    double start = trace_now_milliseconds();
    paint_frame(painter, &frame, surface);
    double whole = trace_now_milliseconds() - start;
    double steps[VALUES_MAX];
    picture_scene_gust(paint_scene(painter), 1.0f);
    for (int i = 0; i < VALUES_MAX; i++) {
        start = trace_now_milliseconds();
        paint_move(painter, &frame, surface, 2);
        steps[i] = trace_now_milliseconds() - start;
    }
    bench_tell(bench, "paint a screen, all of it", whole, "ms", "");
    bench_tell(bench, "a step of the scene", median(steps, VALUES_MAX), "ms", "at most 8");
    frame_deinit(&frame);
    view_free(view);
    mem_free(surface.pixels);
    history_close(&history);
    paint_close(painter);
    return true;
}
#endif

static bool bench_start(Bench *bench)
{
    const char *const scenarios[] = { NULL, bench->name };
    const char *const names[] = { "start to the library", "start to the play" };
    for (int k = 0; k < 2; k++) {
        double values[STARTS];
        for (int i = 0; i < STARTS; i++) {
            MeasuredStart start;
            if (!measure_start("exit", scenarios[k], bench->data, &start)) {
                return false;
            }
            values[i] = start.frame_milliseconds;
        }
        bench_tell(bench, names[k], median(values, STARTS), "ms", "at most 100");
    }
    return true;
}

static bool bench_memory(Bench *bench)
{
    MeasuredStart start;
    if (!measure_start("painted", bench->name, bench->data, &start)) {
        return false;
    }
    bench_tell(bench, "the canyon is painted", start.painted_milliseconds, "ms",
               "at most 700 after the first frame");
    bench_tell(bench, "peak memory, playing", (double)start.peak_kilobytes / 1024.0, "MB",
               "at most 48");
    return true;
}

static bool bench_idle(Bench *bench)
{
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) {
        fprintf(stderr,
                "plankwright: idle is not measured: without a display SDL asks for input all the "
                "time (xvfb-run plankwright bench idle)\n");
        return true;
    }
    MeasuredStart start;
    if (!measure_start("idle", bench->name, bench->data, &start)) {
        return false;
    }
    bench_tell(bench, "idle", start.idle_share * 100.0, "% of a core",
               "less than 0.1 (takes half a minute)");
    return true;
}

// Everything that can be measured: its name, the function, whether it needs the window's module,
// and what the help says of it.
#define BENCH_ITEMS(X)                                                                             \
    X("choices", bench_choices, false, "random complete plays with events and undo")               \
    X("trust", bench_trust, false, "how fast trust moves: events and readings a second")           \
    X("explore", bench_explore, false,                                                             \
      "every state of the shipped scenarios (minutes; only by name)")                              \
    X("authors", bench_authors, false, "a huge scenario, 1,000 recorded ways, conditions in Lua")  \
    X("save", bench_save, false, "writing and reading what is kept of a play")                     \
    X("year", bench_year, false, "what home waits for with 2,000 plays in the database")             \
    X("load", bench_load, false, "a scenario, from its Lua to what is played")                     \
    X("frame", bench_frame, true, "a whole screen, and one step of the moving scene")              \
    X("start", bench_start, true, "nine starts, the median")                                       \
    X("memory", bench_memory, true, "the peak while playing")                                      \
    X("bake", bench_bake, true, "the light changes: the longest step, memory")                     \
    X("frames", bench_frames, true, "whole frames of three heavy scenes at three sizes")           \
    X("canyon", bench_canyon, true, "whole frames with six bridges")                               \
    X("latency", bench_latency, true, "from a key to the screen")                                  \
    X("live", bench_live, true, "from an edit of the scenario's file to the screen")               \
    X("sound", bench_sound, true, "mixing what is heard")                                          \
    X("screen", bench_screen, true, "a room's windows while 500 phones answer")                    \
    X("room", bench_room, false, "500 phones answer, 2,000 listen, 1,000 are slow")                \
    X("idle", bench_idle, true, "the load while nothing happens (half a minute)")

typedef struct Item {
    const char *name;
    bool (*measure)(Bench *bench);
    bool window;
} Item;

#define AS_ITEM(name, measure, window, says) { name, measure, window },
static const Item items[] = { BENCH_ITEMS(AS_ITEM) };
enum { ITEMS = sizeof items / sizeof *items };

static bool is_wanted(const AppWords *words, const char *name)
{
    for (int i = 0; i < words->count; i++) {
        if (strcmp(words->items[i], name) == 0) {
            return true;
        }
    }
    return words->count == 0 && strcmp(name, "explore") != 0; // which takes minutes
}

static bool tell_names(Err *err)
{
    Text names = { 0 };
    for (int i = 0; i < ITEMS; i++) {
        text_addf(&names, "%s%s", i > 0 ? ", " : "", items[i].name);
    }
    err_fix(err, "there are: %s", text_str(&names));
    text_deinit(&names);
    return false;
}

static bool known(const AppWords *words, Err *err)
{
    for (int i = 0; i < words->count; i++) {
        bool found = false;
        for (int k = 0; k < ITEMS; k++) {
            found = found || strcmp(words->items[i], items[k].name) == 0;
        }
        if (!found) {
            err_set(err, ERR_USAGE, "there is nothing to measure called \"%.40s\"",
                    words->items[i]);
            return tell_names(err);
        }
    }
    return true;
}

static bool measure_all(Bench *bench, const AppWords *words, Err *err)
{
    for (int i = 0; i < ITEMS; i++) {
        if (!is_wanted(words, items[i].name)) {
            continue;
        }
#ifdef PLANKWRIGHT_HEADLESS
        if (items[i].window && words->count == 0) {
            continue;
        }
#endif
        if (!items[i].measure(bench)) {
            return err_set(err, ERR_SYSTEM, "\"%s\" could not be measured here", items[i].name);
        }
    }
    return true;
}

static void remove_folder(const char *folder)
{
    FileList list;
    if (file_list(folder, &list, NULL)) {
        for (int i = 0; i < list.count; i++) {
            char path[PATHS_SIZE * 2];
            snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
            unlink(path);
        }
        file_list_free(&list);
    }
    rmdir(folder);
}

static bool set_up(Bench *bench, const char *scenario, Err *err)
{
    const char *place = getenv("TMPDIR");
    snprintf(bench->data, sizeof bench->data, "%s/plankwright-bench-XXXXXX",
             place && place[0] ? place : "/tmp");
    if (!mkdtemp(bench->data)) {
        bench->data[0] = '\0';
        return err_set(err, ERR_SYSTEM, "no folder to work in can be made under %s",
                       place && place[0] ? place : "/tmp");
    }
    bench->name = scenario;
    MeasuredStart warm_up; // the first start shows what is kept, and the files are cold
    measure_start("exit", scenario, bench->data, &warm_up);
    return library_folder(scenario, NULL, bench->folder, err) &&
           (bench->scenario = library_load(scenario, NULL, err)) != NULL;
}

static int run(int argc, char **argv)
{
    Bench bench = { .as_json = false };
    const char *scenario = "late-brief";
    const AppOption options[] = { { "--json", APP_FLAG, &bench.as_json, NULL },
                                  { "--scenario", APP_TEXT, &scenario, NULL } };
    AppWords words;
    Err err = { 0 };
    Text out = { 0 };
    if (!app_options(argc, argv, options, 2, APP_WORDS_MAX, &words, &err) || !known(&words, &err)) {
        return app_fail(&err);
    }
    if (bench.as_json) {
        bench.json = json_to(&out);
        json_begin(&bench.json, NULL, '[');
    }
    bool good = set_up(&bench, scenario, &err) && measure_all(&bench, &words, &err);
    if (bench.as_json && good) {
        json_end(&bench.json, ']');
        puts(text_str(&out));
    }
    text_deinit(&out);
    if (bench.scenario) {
        scenario_free(bench.scenario);
    }
    if (bench.data[0]) {
        remove_folder(bench.data);
    }
    return good ? 0 : app_fail(&err);
}

#define AS_HELP(name, measure, window, says) "  " name ": " says "\n"

const AppCommand app_bench = {
    "bench",
    run,
    "measures speed, memory and starting time on this machine",
    "usage: plankwright bench [NAME...] [--json] [--scenario NAME]\n\n"
    "Measures everything, or what is named:\n" BENCH_ITEMS(
        AS_HELP) "Milliseconds of processor time; \"clock\" is what passed meanwhile. Without a "
                 "display the\n"
                 "window is measured with a driver that shows nothing.\n"
                 "  --json     an array of objects: name, value, unit\n"
                 "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario, 4 something could not be "
                 "measured.",
};
