// The command `shot`: a state of the bridge, or a screen of a scenario, as a PNG file, without a display.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_HEADLESS

static int run(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    Err err;
    err_set(&err, ERR_SYSTEM, "this is a headless build: it draws no pictures");
    return app_fail(&err);
}

#else

#include "app/library.h"
#include "app/session.h"
#include "base/arena.h"
#include "base/text.h"
#include "picture/png.h"
#include "sdl/paint.h"
#include "view/view.h"

#include <string.h>

typedef struct Shot {
    const char *state, *palette, *screen, *size, *file, *choices, *scenario;
    uint64_t seed;
    int width, height;
    uint8_t weather; // STORY_BY_CLOCK: as the story has it
    bool high_contrast;
} Shot;

// ---- named states of the bridge ---------------------------------------------------------------------

typedef struct NamedState {
    const char *name;
    BridgeInput input;
    uint8_t fates[10]; // BridgeFate, in the order of promising
    int count;
} NamedState;

static const NamedState states[] = {
    { "pristine", { .trust = 660000, .rapport = 500000 }, { BRIDGE_OPEN }, 1 },
    { "worn",
      { .trust = 480000, .rapport = 450000, .violations = 1 },
      { BRIDGE_KEPT, BRIDGE_MOVED, BRIDGE_WARNED, BRIDGE_OPEN },
      4 },
    { "strained",
      { .trust = 380000, .rapport = 400000, .violations = 2 },
      { BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_WARNED, BRIDGE_OPEN },
      4 },
    { "half",
      { .trust = 220000, .rapport = 350000, .violations = 4 },
      { BRIDGE_KEPT, BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_WARNED, BRIDGE_MISSED, BRIDGE_OPEN },
      6 },
    { "collapsed",
      { .trust = 60000, .rapport = 200000, .stain = 400000, .violations = 7 },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_FOUND_OUT, BRIDGE_MISSED, BRIDGE_FOUND_OUT,
        BRIDGE_MISSED },
      6 },
    { "rebuilt",
      { .trust = 640000, .rapport = 620000, .violations = 3, .strands_back = 3, .lantern = true },
      { BRIDGE_MISSED, BRIDGE_MISSED, BRIDGE_OWNED_UP, BRIDGE_KEPT, BRIDGE_KEPT, BRIDGE_KEPT,
        BRIDGE_KEPT },
      7 },
};
enum { STATES = sizeof states / sizeof *states };

static bool state_of(const char *name, BridgeCondition *out, Err *err)
{
    const char *names[STATES];
    for (int i = 0; i < STATES; i++) {
        names[i] = states[i].name;
        if (strcmp(states[i].name, name) == 0) {
            BridgeCommitment commitments[10];
            for (int k = 0; k < states[i].count; k++) {
                commitments[k] = (BridgeCommitment){ .fate = states[i].fates[k],
                                                     .id = (int16_t)k,
                                                     .settled = k + 1 };
            }
            BridgeInput input = states[i].input;
            input.commitments = commitments;
            input.commitment_count = states[i].count;
            *out = bridge_condition(&input);
            return true;
        }
    }
    const char *meant = text_did_you_mean(name, names, STATES);
    err_set(err, ERR_USAGE, "there is no state \"%.40s\"", name);
    return err_fix(err,
                   meant ? "did you mean %s?"
                         : "there are: pristine, worn, strained, half, collapsed, rebuilt",
                   meant);
}

// ---- frames -----------------------------------------------------------------------------------------

static bool frame_of_state(const Shot *shot, Frame *frame, Err *err)
{
    if (!state_of(shot->state, &frame->bridge, err)) {
        return false;
    }
    frame->has_scene = true;
    frame->weather = shot->weather == STORY_BY_CLOCK ? (uint8_t)STORY_DAY : shot->weather;
    frame->high_contrast = shot->high_contrast;
    frame_add(frame, FRAME_SCENE, (FrameRect){ 0, 0, frame->width, frame->height });
    return true;
}

static bool screen_play(const Shot *shot, View *view, StoryHistory *history, Err *err)
{
    int done = 0;
    if (shot->choices && !history_walk(history, shot->choices, &done, err)) {
        return false;
    }
    view_play(view, history);
    if (strcmp(shot->screen, "debrief") == 0) {
        if (story_pause(history->scenario, history->now) != PAUSE_ENDED) {
            err_set(err, ERR_USAGE, "the debrief comes at the end");
            return err_fix(err, "give a whole way with --choices");
        }
        view_debrief(view);
    }
    return true;
}

static void screen_library(View *view, Library *library, ViewCard *cards)
{
    BridgeInput fresh = { .trust = 660000, .rapport = 500000 };
    for (int i = 0; i < library->count; i++) {
        const LibraryItem *item = &library->items[i];
        const Scenario *scenario = item->scenario;
        cards[i] = (ViewCard){ .id = item->id,
                               .title = item->id,
                               .blurb = "",
                               .place = "",
                               .standing = "",
                               .problem = item->problem,
                               .broken = !scenario,
                               .bridge = bridge_condition(&fresh) };
        if (scenario) {
            cards[i].title = scenario_text(scenario, scenario->title);
            cards[i].blurb = scenario_text(scenario, scenario->blurb);
            cards[i].place = scenario_text(scenario, scenario->place);
            cards[i].minutes = scenario->minutes;
            cards[i].weather = scenario->weather;
        }
    }
    view_library(view, cards, library->count, "");
}

// What the screens show lives as long as the frame is painted.
typedef struct Stage {
    View *view;
    Library library;
    ViewCard *cards;
    Scenario *scenario;
    StoryHistory history;
    bool open;
} Stage;

static bool stage_set(Stage *stage, const Shot *shot, Err *err)
{
    stage->view = view_new();
    if (strcmp(shot->screen, "library") == 0) {
        library_init(&stage->library, NULL, true);
        stage->cards = mem_alloc(sizeof *stage->cards * (size_t)(stage->library.count + 1));
        screen_library(stage->view, &stage->library, stage->cards);
        return true;
    }
    if (strcmp(shot->screen, "play") != 0 && strcmp(shot->screen, "debrief") != 0) {
        err_set(err, ERR_USAGE, "there is no screen \"%.40s\"", shot->screen);
        return err_fix(err, "there are: library, play, debrief");
    }
    stage->scenario = library_load(shot->scenario ? shot->scenario : "late-brief", NULL, err);
    stage->open =
        stage->scenario && history_open(&stage->history, stage->scenario, shot->seed, err);
    if (!stage->open) {
        return false;
    }
    return screen_play(shot, stage->view, &stage->history, err);
}

static void stage_clear(Stage *stage)
{
    view_free(stage->view);
    if (stage->open) {
        history_close(&stage->history);
    }
    if (stage->scenario) {
        scenario_free(stage->scenario);
    }
    library_deinit(&stage->library);
    mem_free(stage->cards);
}

// Turns the pages of the story until the choices are open. What Enter asks for there is not carried out.
static void tell_all(View *view, const ViewSettings *settings, const FrameMeasure *measure,
                     Frame *frame)
{
    for (int i = 0; i < 60 && view_screen(view) == VIEW_PLAY; i++) {
        ViewRequest wanted = view_input(view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_ENTER });
        if (wanted.kind != REQUEST_NONE) {
            break;
        }
        frame_clear(frame);
        view_frame(view, settings, measure, frame);
    }
}

static bool paint(const Shot *shot, Painter *painter, RasterSurface surface, Err *err)
{
    float width = 0, height = 0;
    Frame frame;
    Stage stage = { .view = NULL };
    bool good;
    paint_size(painter, shot->width, shot->height);
    paint_design(painter, &width, &height);
    frame_init(&frame, width, height);
    if (shot->screen) {
        good = stage_set(&stage, shot, err);
        if (good) {
            ViewSettings settings = { .text_scale = 1, .high_contrast = shot->high_contrast };
            FrameMeasure measure = paint_measure(painter);
            view_frame(stage.view, &settings, &measure, &frame);
            tell_all(stage.view, &settings, &measure, &frame);
            if (shot->weather != STORY_BY_CLOCK) {
                frame.weather = shot->weather;
            }
        }
    } else {
        good = frame_of_state(shot, &frame, err);
    }
    if (good) {
        paint_frame(painter, &frame, surface);
    }
    frame_deinit(&frame);
    stage_clear(&stage);
    return good;
}

// ---- arguments --------------------------------------------------------------------------------------

static bool read_size(Shot *shot, Err *err)
{
    shot->width = 1280;
    shot->height = 720;
    char more = '\0';
    if (shot->size &&
        (sscanf(shot->size, "%4dx%4d%c", &shot->width, &shot->height, &more) != 2 ||
         shot->width < 16 || shot->height < 16 || shot->width > 8192 || shot->height > 8192)) {
        return err_set(err, ERR_USAGE,
                       "--size is WIDTHxHEIGHT between 16x16 and 8192x8192, not \"%.20s\"",
                       shot->size);
    }
    return true;
}

static bool read_palette(Shot *shot, Err *err)
{
    static const char *const names[] = {
        "by-clock", "day", "dusk", "dawn", "storm", "high-contrast"
    };
    shot->weather = STORY_BY_CLOCK;
    if (!shot->palette) {
        return true;
    }
    for (int i = 0; i < 6; i++) {
        if (strcmp(shot->palette, names[i]) == 0) {
            shot->high_contrast = i == 5;
            shot->weather = i < 5 ? (uint8_t)i : (uint8_t)STORY_DAY;
            return true;
        }
    }
    const char *meant = text_did_you_mean(shot->palette, names, 6);
    err_set(err, ERR_USAGE, "there is no palette \"%.40s\"", shot->palette);
    return err_fix(err,
                   meant ? "did you mean %s?" : "there are: day, dusk, dawn, storm, high-contrast",
                   meant);
}

static bool read_arguments(int argc, char **argv, Shot *shot, Err *err)
{
    const AppOption options[] = {
        { "--state", APP_TEXT, &shot->state, NULL },
        { "--palette", APP_TEXT, &shot->palette, NULL },
        { "--screen", APP_TEXT, &shot->screen, NULL },
        { "--size", APP_TEXT, &shot->size, NULL },
        { "--choices", APP_TEXT, &shot->choices, NULL },
        { "--seed", APP_NUMBER, &shot->seed, NULL },
        { "-o", APP_TEXT, &shot->file, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    shot->scenario = words.count > 0 ? words.items[0] : NULL;
    if (!shot->file) {
        err_set(err, ERR_USAGE, "shot needs a file to write");
        return err_fix(err, "for example: plankwright shot --state half -o half.png");
    }
    size_t n = strlen(shot->file);
    if (n < 4 || strcmp(shot->file + n - 4, ".png") != 0) {
        return err_set(err, ERR_USAGE, "%s: only .png files can be written in this version",
                       shot->file);
    }
    if (shot->state && shot->screen) {
        return err_set(err, ERR_USAGE, "--state and --screen do not go together");
    }
    shot->state = !shot->state && !shot->screen ? "pristine" : shot->state;
    return read_size(shot, err) && read_palette(shot, err);
}

static int run(int argc, char **argv)
{
    Shot shot = { .seed = 1 };
    Err err = { 0 };
    if (!read_arguments(argc, argv, &shot, &err)) {
        return app_fail(&err);
    }
    char fonts[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    Painter *painter = paint_open(fonts, false, &err);
    if (!painter) {
        return app_fail(&err);
    }
    RasterSurface surface = { .width = shot.width, .height = shot.height, .stride = shot.width };
    surface.pixels = mem_alloc(sizeof *surface.pixels * (size_t)shot.width * (size_t)shot.height);
    bool good =
        paint(&shot, painter, surface, &err) && picture_png_write(shot.file, surface, false, &err);
    mem_free(surface.pixels);
    paint_close(painter);
    return good ? 0 : app_fail(&err);
}

#endif

const AppCommand app_shot = {
    "shot",
    run,
    "draws the bridge or a screen into a PNG file",
    "usage: plankwright shot [SCENARIO] [--state NAME | --screen NAME] [options] -o FILE.png\n\n"
    "  --state NAME      pristine, worn, strained, half, collapsed, rebuilt\n"
    "  --screen NAME     library, play, debrief\n"
    "  --choices A,B,C   for play and debrief: after these choices; --seed N (1)\n"
    "  --palette NAME    day, dusk, dawn, storm, high-contrast\n"
    "  --size WxH        1280x720 if not said\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario or way, 4 no fonts, or it cannot be "
    "written.",
};
