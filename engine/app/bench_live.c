// Measures `play --live`: from the moment a scenario's file is written until the window shows it, with
// the loop that the window has. The clock's time, since an author waits for it.
#define _POSIX_C_SOURCE 200809L

#include "app/bench.h"

#ifdef PLANKWRIGHT_HEADLESS

bool bench_live(Bench *bench)
{
    (void)bench;
    return false;
}

#else

#include "app/host.h"
#include "app/trace.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "sdl/window.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EDITS = 40, PATIENCE_MILLISECONDS = 5000, LOOK_MILLISECONDS = 25, MOST = 1 << 20 };

#define TITLE "title = \""

typedef struct Desk { // of an author
    Host host;
    PlayRequest request;
    SdlWindow *window;
    char folder[PATHS_SIZE], file[PATHS_SIZE + 32];
    char *text; // of scenario.lua
    double looked;
} Desk;

static bool take_input(void *context, const ViewInput *input)
{
    Desk *desk = context;
    return host_input(&desk->host, input);
}

static void draw(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                 Frame *frame)
{
    Desk *desk = context;
    view_frame(desk->host.view, settings, measure, frame);
}

static bool is_moving(void *context)
{
    Desk *desk = context;
    return view_is_moving(desk->host.view);
}

// The scenario's .lua files into a folder that may be written.
static bool copy_scenario(Bench *bench, Desk *desk)
{
    FileList list;
    snprintf(desk->folder, sizeof desk->folder, "%.900s/live", bench->data);
    if (!file_make_folders(desk->folder, NULL) || !file_list(bench->folder, &list, NULL)) {
        return false;
    }
    bool good = true;
    size_t size = 0;
    for (int i = 0; i < list.count; i++) {
        const char *name = list.names[i];
        size_t n = strlen(name);
        char from[PATHS_SIZE * 2], to[PATHS_SIZE * 2];
        char *text = NULL;
        snprintf(from, sizeof from, "%s/%s", bench->folder, name);
        snprintf(to, sizeof to, "%s/%s", desk->folder, name);
        if (n > 4 && strcmp(name + n - 4, ".lua") == 0) {
            good = good && file_read(from, MOST, &text, &size, NULL) &&
                   file_write(to, text, size, NULL);
            mem_free(text);
        }
    }
    file_list_free(&list);
    snprintf(desk->file, sizeof desk->file, "%s/scenario.lua", desk->folder);
    return good && file_read(desk->file, MOST, &desk->text, &size, NULL);
}

static void remove_copy(const Desk *desk)
{
    FileList list;
    if (file_list(desk->folder, &list, NULL)) {
        for (int i = 0; i < list.count; i++) {
            char path[PATHS_SIZE * 2];
            snprintf(path, sizeof path, "%s/%s", desk->folder, list.names[i]);
            unlink(path);
        }
        file_list_free(&list);
    }
    rmdir(desk->folder);
}

static bool open_desk(Bench *bench, Desk *desk)
{
    char fonts[PATHS_SIZE + 16];
    Err err = { 0 };
    *desk = (Desk){ .window = NULL };
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    if (!copy_scenario(bench, desk)) {
        return false;
    }
    desk->request = (PlayRequest){
        .scenario = desk->folder, .seed = 1, .seed_given = true, .fresh = true, .live = true
    };
    snprintf(desk->request.data, sizeof desk->request.data, "%s", desk->folder);
    Scenario *scenario = library_load(desk->folder, NULL, &err);
    desk->window = scenario ? window_open(&(SdlOptions){ .title = "Plankwright",
                                                         .font_folder = fonts,
                                                         .host = { .context = desk,
                                                                   .input = take_input,
                                                                   .frame = draw,
                                                                   .is_moving = is_moving } },
                                          &err)
                            : NULL;
    if (desk->window == NULL) {
        if (scenario) {
            scenario_free(scenario);
        }
        return false;
    }
    host_open(&desk->host, &desk->request, scenario);
    return true;
}

static void close_desk(Desk *desk)
{
    if (desk->window) {
        window_close(desk->window);
        host_close(&desk->host);
    }
    mem_free(desk->text);
    remove_copy(desk);
}

// One turn of the window's loop. Whether the files had changed.
static bool turn(Desk *desk)
{
    window_frame(desk->window);
    bool news = false;
    double now = trace_now_milliseconds();
    if (now - desk->looked >= LOOK_MILLISECONDS) {
        desk->looked = now;
        news = host_look(&desk->host);
        if (news) {
            window_settle(desk->window);
            window_refresh(desk->window);
        }
    }
    window_wait_most(desk->window, LOOK_MILLISECONDS);
    return news;
}

static void rest(Desk *desk, double milliseconds)
{
    double until = trace_now_milliseconds() + milliseconds;
    while (trace_now_milliseconds() < until) {
        turn(desk);
    }
}

// Writes the file as an editor does, with another title (it stands above the story) and with `more` at its
// end, and waits until the window has shown it.
static bool edit(Desk *desk, int number, const char *more, double *milliseconds)
{
    char path[PATHS_SIZE + 64];
    Text text = { 0 };
    const char *title = strstr(desk->text, TITLE);
    if (title == NULL) {
        return false;
    }
    title += strlen(TITLE);
    text_add_n(&text, desk->text, (size_t)(title - desk->text));
    text_addf(&text, "%d. %s%s", number, title, more);
    snprintf(path, sizeof path, "%s~", desk->file);
    double began = trace_now_milliseconds();
    bool good =
        file_write(path, text_str(&text), text.length, NULL) && rename(path, desk->file) == 0;
    text_deinit(&text);
    bool seen = false;
    int shown = 0;
    while (good && trace_now_milliseconds() - began < PATIENCE_MILLISECONDS) {
        if (seen && window_stats(desk->window).shown > shown) {
            *milliseconds = trace_now_milliseconds() - began;
            return true;
        }
        if (!seen && turn(desk)) {
            seen = true;
            shown = window_stats(desk->window).shown;
        } else if (seen) {
            window_frame(desk->window);
        }
    }
    return false;
}

bool bench_live(Bench *bench)
{
    Desk desk;
    double edits[EDITS], mistakes[EDITS];
    bool good = open_desk(bench, &desk);
    if (good) {
        rest(&desk, 200.0);
        host_input(&desk.host,
                   &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER }); // the first words
        window_refresh(desk.window);
        rest(&desk, 1500.0);
    }
    for (int i = 0; good && i < EDITS; i++) {
        char line[48];
        rest(&desk, 60.0 + 7.0 * i); // at another moment of the pause between two looks each time
        good = edit(&desk, i + 1, "", &edits[i]) && !desk.host.live.broken;
        rest(&desk, 30.0);
        snprintf(line, sizeof line, "\nscene \"wrong-%d\" { }\n", i);
        good = good && edit(&desk, i + 1, line, &mistakes[i]) && desk.host.live.broken;
    }
    if (good) {
        bench_tell(bench, "edit to screen: median", bench_share(edits, EDITS, 0.5), "ms", "");
        bench_tell(bench, "edit to screen: longest", bench_share(edits, EDITS, 1.0), "ms",
                   "at most 150");
        bench_tell(bench, "mistake to screen: median", bench_share(mistakes, EDITS, 0.5), "ms", "");
        bench_tell(bench, "mistake to screen: longest", bench_share(mistakes, EDITS, 1.0), "ms",
                   "at most 150");
    }
    close_desk(&desk);
    return good;
}

#endif
