// Measures the window as it is played: whole frames with physics and presenting, changes of light,
// the way from a key to what is shown. Times are processor time, so that a busy machine does not
// count, and where somebody waits for it the clock's, too.
#define _XOPEN_SOURCE 700

#include "app/bench.h"

#ifdef PLANKWRIGHT_HEADLESS

bool bench_frames(Bench *bench)
{
    (void)bench;
    return false;
}

bool bench_canyon(Bench *bench)
{
    (void)bench;
    return false;
}

bool bench_bake(Bench *bench)
{
    (void)bench;
    return false;
}

bool bench_latency(Bench *bench)
{
    (void)bench;
    return false;
}

#else

#include "app/trace.h"
#include "sdl/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { FRAMES = 240, PRESSES = 60, PATIENCE = 20000, WALKER = 2 };

typedef enum BenchScene { SCENE_WALK, SCENE_HALF, SCENE_COLLAPSED, SCENES } BenchScene;

static const char *const scene_names[SCENES] = { "walking in wind", "half broken", "collapsed" };

typedef struct Show {
    View *view;
    StoryHistory history;
    SdlWindow *window;
    BridgeCondition bridge;
    uint8_t weather;
    double now;       // seconds: each step of the window is a sixtieth
    bool canyon;      // six bridges, once the screen with all of them is open
    bool real_time;   // the machine's clock instead
    bool press_soon;  // a key comes while a frame is being drawn
    double pressed;   // milliseconds
    int frames_drawn; // by the screens
} Show;

// ---- the play that is shown ---------------------------------------------------------------------

static bool take_input(void *context, const ViewInput *input)
{
    Show *show = context;
    view_input(show->view, input); // what it asks for is not done: the story stays where it is
    return true;
}

static BridgeCondition bridge_of(int broken, int32_t trust)
{
    BridgeCommitment all[8];
    for (int i = 0; i < 8; i++) {
        all[i] = (BridgeCommitment){ .fate = i < broken ? BRIDGE_MISSED : BRIDGE_OPEN,
                                     .id = (int16_t)i,
                                     .settled = i + 1 };
    }
    return bridge_condition(&(BridgeInput){ .trust = trust,
                                            .rapport = 400000,
                                            .violations = broken,
                                            .commitments = all,
                                            .commitment_count = 8 });
}

static void draw_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Show *show = context;
    view_frame(show->view, settings, measure, frame);
    frame->bridge = show->bridge;
    frame->weather = show->weather;
    if (show->canyon && frame->bay_count > 0) { // as many bridges as there may be
        for (int i = 0; i < FRAME_BAYS; i++) {
            frame->bays[i] = (FrameBay){ .bridge = bridge_of(i, 660000 - 100000 * i), .person = i };
        }
        frame->bay_count = FRAME_BAYS;
    }
    show->frames_drawn++;
}

// Called in every step, after the inputs of the step were taken.
static bool is_moving(void *context)
{
    Show *show = context;
    if (show->press_soon) {
        show->press_soon = false;
        show->pressed = trace_now_milliseconds();
        window_press(show->window, "Tab");
    }
    return false;
}

static double clock_of_show(void *context)
{
    Show *show = context;
    return show->real_time ? trace_now_milliseconds() / 1e3 : show->now;
}

static bool show_open(Show *show, const Bench *bench, int width, int height)
{
    *show = (Show){ .bridge = bridge_of(0, 660000), .weather = STORY_DAY };
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
    }
    char fonts[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    SdlOptions options = { .title = "Plankwright",
                           .width = width,
                           .height = height,
                           .font_folder = fonts,
                           .settings = { .text_scale = 1.0f, .no_typing = true },
                           .host = { .context = show,
                                     .input = take_input,
                                     .frame = draw_frame,
                                     .is_moving = is_moving,
                                     .seconds = clock_of_show } };
    if (!history_open(&show->history, bench->scenario, 1, NULL)) {
        return false;
    }
    show->view = view_new();
    view_play(show->view, &show->history);
    show->window = window_open(&options, NULL);
    return show->window != NULL;
}

static void show_close(Show *show)
{
    window_close(show->window);
    view_free(show->view);
    history_close(&show->history);
}

typedef struct Cost {
    double used, clock; // milliseconds
} Cost;

static Cost step(Show *show)
{
    show->now += 1.0 / 60.0;
    double used = trace_used_milliseconds();
    double clock = trace_now_milliseconds();
    window_frame(show->window);
    return (Cost){ trace_used_milliseconds() - used, trace_now_milliseconds() - clock };
}

static bool until_painted(Show *show)
{
    for (int i = 0; i < PATIENCE; i++) {
        step(show);
        if (!window_stats(show->window).pending) {
            return true;
        }
    }
    return false;
}

// ---- whole frames -------------------------------------------------------------------------------

static void begin_scene(Show *show, BenchScene scene)
{
    static const PictureLook look = { .skin = 3, .coat = PICTURE_COAT, .age = 30 };
    PictureScene *picture = window_scene(show->window);
    picture_scene_leave(picture, WALKER);
    show->bridge = scene == SCENE_WALK   ? bridge_of(0, 660000)
                   : scene == SCENE_HALF ? bridge_of(1, 500000)
                                         : bridge_of(3, 300000);
    window_settle(show->window);
    step(show);
    if (scene == SCENE_WALK) {
        picture_scene_person(picture, WALKER, &look, (float)PICTURE_NEAR_BANK, 1, PICTURE_STAND);
        picture_scene_walk(picture, WALKER, (float)PICTURE_FAR_BANK);
    }
}

// What happens in the scene before frame `i`.
static void direct(Show *show, BenchScene scene, int i)
{
    if (scene == SCENE_WALK && i % 120 == 0) {
        picture_scene_gust(window_scene(show->window), 1.0f);
    }
    if (scene == SCENE_HALF && i % 60 == 0) {
        show->bridge = bridge_of(2 + i / 60, 460000 - 60000 * (i / 60));
        window_refresh(show->window);
    }
    if (scene == SCENE_COLLAPSED && i == 0) {
        show->bridge = bridge_of(7, 60000);
        window_refresh(show->window);
    }
}

static void tell_frames(Bench *bench, const Show *show, const char *what, const Cost *costs,
                        double limit)
{
    SdlStats stats = window_stats(show->window);
    double used[FRAMES], clock[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
        used[i] = costs[i].used;
        clock[i] = costs[i].clock;
    }
    char name[80], wanted[40] = "";
    if (stats.height <= 1080) {
        snprintf(wanted, sizeof wanted, "at most %g", (stats.height <= 720 ? 3.0 : 6.0) * limit);
    }
    snprintf(name, sizeof name, "%dx%d %s: median", stats.width, stats.height, what);
    bench_tell(bench, name, bench_share(used, FRAMES, 0.5), "ms", wanted);
    double most = stats.height <= 720 ? 5.0 : stats.height <= 1080 ? 9.0 : 33.0;
    snprintf(wanted, sizeof wanted, "at most %g", stats.height <= 1080 ? most * limit : most);
    snprintf(name, sizeof name, "%dx%d %s: p95", stats.width, stats.height, what);
    bench_tell(bench, name, bench_share(used, FRAMES, 0.95), "ms", wanted);
    snprintf(name, sizeof name, "%dx%d %s: clock", stats.width, stats.height, what);
    bench_tell(bench, name, bench_share(clock, FRAMES, 0.5), "ms", "");
}

static bool frames_at(Bench *bench, int width, int height)
{
    Show show;
    bool good = show_open(&show, bench, width, height) && until_painted(&show);
    for (int scene = 0; good && scene < SCENES; scene++) {
        Cost costs[FRAMES];
        begin_scene(&show, (BenchScene)scene);
        for (int i = 0; i < FRAMES; i++) {
            direct(&show, (BenchScene)scene, i);
            costs[i] = step(&show);
        }
        tell_frames(bench, &show, scene_names[scene], costs, 1.0);
    }
    show_close(&show);
    return good;
}

bool bench_frames(Bench *bench)
{
    return frames_at(bench, 1280, 720) && frames_at(bench, 1920, 1080) &&
           frames_at(bench, 3840, 2160);
}

static bool canyon_at(Bench *bench, int width, int height)
{
    Show show;
    bool good = show_open(&show, bench, width, height);
    if (good) {
        show.canyon = true;
        step(&show);
        window_press(show.window, "B");
        good = until_painted(&show);
    }
    for (int i = 0; good && i < 60; i++) {
        step(&show); // the bridge has come to the front
    }
    Cost costs[FRAMES];
    for (int i = 0; good && i < FRAMES; i++) {
        direct(&show, SCENE_WALK, i);
        costs[i] = step(&show);
    }
    if (good) {
        tell_frames(bench, &show, "canyon of six", costs, 1.5);
    }
    show_close(&show);
    return good;
}

bool bench_canyon(Bench *bench)
{
    return canyon_at(bench, 1280, 720) && canyon_at(bench, 1920, 1080) &&
           canyon_at(bench, 3840, 2160);
}

// ---- a change of light --------------------------------------------------------------------------

// Steps of one kind: those in which the canyon is painted, or those in which it is faded in.
typedef struct Steps {
    Cost most, sum;
    int count;
} Steps;

static void count_step(Steps *steps, Cost cost)
{
    steps->most.used = cost.used > steps->most.used ? cost.used : steps->most.used;
    steps->most.clock = cost.clock > steps->most.clock ? cost.clock : steps->most.clock;
    steps->sum.used += cost.used;
    steps->count++;
}

static void tell_steps(Bench *bench, const char *what, const Steps *steps, const char *wanted)
{
    char name[80];
    snprintf(name, sizeof name, "%s: longest step", what);
    bench_tell(bench, name, steps->most.used, "ms", wanted);
    snprintf(name, sizeof name, "%s: its clock", what);
    bench_tell(bench, name, steps->most.clock, "ms", "");
    snprintf(name, sizeof name, "%s: steps", what);
    bench_tell(bench, name, (double)steps->count, "steps", "");
    snprintf(name, sizeof name, "%s: all", what);
    bench_tell(bench, name, steps->sum.used, "ms", "");
}

static bool bake_at(Bench *bench, int width, int height)
{
    Show show;
    bool good = show_open(&show, bench, width, height) && until_painted(&show);
    Steps bake = { .count = 0 }, fade = { .count = 0 };
    show.weather = STORY_DUSK;
    for (int i = 0; good && i < PATIENCE && (i == 0 || window_stats(show.window).pending); i++) {
        if (i == 0) {
            window_refresh(show.window);
        }
        bool fading = window_stats(show.window).fading; // the step ends what it was when it began
        count_step(fading ? &fade : &bake, step(&show));
    }
    if (good) {
        const char *wanted = height <= 1080 ? "at most 8" : "at most 33";
        char name[80];
        snprintf(name, sizeof name, "%dx%d bake", width, height);
        tell_steps(bench, name, &bake, wanted);
        snprintf(name, sizeof name, "%dx%d fade", width, height);
        tell_steps(bench, name, &fade, wanted);
        struct rusage usage;
        if (getrusage(RUSAGE_SELF, &usage) == 0) { // the sizes come in growing order
            snprintf(name, sizeof name, "%dx%d peak memory", width, height);
            bench_tell(bench, name, (double)usage.ru_maxrss / 1024.0, "MB",
                       height <= 1080 ? "at most 120" : "");
        }
    }
    show_close(&show);
    return good;
}

bool bench_bake(Bench *bench)
{
    return bake_at(bench, 1280, 720) && bake_at(bench, 1920, 1080) && bake_at(bench, 3840, 2160);
}

// ---- from a key to the screen -------------------------------------------------------------------

// A key that comes at the worst moment: when a step has just looked for inputs. Returns how many
// steps end until it is seen, that one included; 0 when it never is.
static int press(Show *show, double *milliseconds)
{
    int drawn = show->frames_drawn;
    show->press_soon = true;
    window_frame(show->window);
    for (int steps = 1; steps < 100; steps++) { // the first could not see it any more
        if (show->frames_drawn != drawn) {
            *milliseconds = trace_now_milliseconds() - show->pressed;
            return steps;
        }
        window_wait(show->window);
        window_frame(show->window);
    }
    return 0;
}

bool bench_latency(Bench *bench)
{
    Show show;
    bool good = show_open(&show, bench, 1920, 1080) && until_painted(&show);
    double times[PRESSES];
    int most = 0;
    show.real_time = true;
    for (int i = 0; good && i < PRESSES; i++) {
        for (int k = 0; k < 5; k++) {
            window_frame(show.window);
            window_wait(show.window);
        }
        int steps = press(&show, &times[i]);
        good = steps > 0;
        most = steps > most ? steps : most;
    }
    if (good) {
        bench_tell(bench, "key to screen: steps", (double)most, "steps", "at most 2");
        bench_tell(bench, "key to screen: median", bench_share(times, PRESSES, 0.5), "ms", "");
        bench_tell(bench, "key to screen: p95", bench_share(times, PRESSES, 0.95), "ms",
                   "at most 33");
    }
    show_close(&show);
    return good;
}

#endif
