// The command `shot`: a state of the bridge as PNG or SVG, all of them as a contact sheet, or a
// screen of a scenario, without a display. Screens and labels need fonts, so SDL; states do not.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"
#include "app/library.h"
#include "app/shot_state.h"
#include "app/translations.h"
#include "base/arena.h"
#include "base/text.h"
#include "bridge/example.h"
#include "picture/png.h"
#include "view/view.h"

#include <string.h>

typedef struct Shot {
    const char *state, *palette, *screen, *size, *file, *choices, *scenario, *vision, *who, *language;
    const char *face, *used;
    uint64_t seed, person, type, page; // type: size of it in percent
    uint8_t typeface, device;
    bool safe;
    PictureLook look; // of somebody from the scenario
    bool has_look;
    int width, height;
    int weather; // PICTURE_DAY ..; -1: as the story has it
    bool high_contrast, svg, crop, sheet;
    PictureVision seen;
    int example;
} Shot;

#ifndef PLANKWRIGHT_HEADLESS

#include "app/session.h"
#include "app/shot_home.h"
#include "app/shot_room.h"
#include "sdl/paint.h"

// ---- screens -----------------------------------------------------------------------------------

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
        while (!view_think(view, 1 << 20)) {
        }
    }
    return true;
}

// What the screens show lives as long as the frame is painted.
typedef struct Stage {
    View *view;
    ShotHome home;
    Scenario *scenario;
    StoryHistory history;
    bool open;
} Stage;

static bool stage_set(Stage *stage, const Shot *shot, Err *err)
{
    stage->view = view_new();
    arena_init(&stage->home.texts);
    bool over = shot_home_is_over(shot->screen);
    if (shot_home_is(shot->screen) && !over) {
        shot_home_show(&stage->home, stage->view, shot->screen);
        return true;
    }
    if (!over && strcmp(shot->screen, "play") != 0 && strcmp(shot->screen, "debrief") != 0 &&
        strcmp(shot->screen, "canyon") != 0 && strcmp(shot->screen, "look") != 0 &&
        strcmp(shot->screen, "settings") != 0 && strcmp(shot->screen, "keys") != 0 &&
        strcmp(shot->screen, "help") != 0) {
        err_set(err, ERR_USAGE, "there is no screen \"%.40s\"", shot->screen);
        return err_fix(err, "there are: library, play, look, canyon, debrief, settings, keys, help; see shot --help");
    }
    stage->scenario = library_load(shot->scenario ? shot->scenario : "late-brief", NULL, err);
    stage->open =
        stage->scenario && history_open(&stage->history, stage->scenario, shot->seed, err);
    if (!stage->open) {
        return false;
    }
    if (over) {
        shot_home_show(&stage->home, stage->view, shot->screen);
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
    shot_home_clear(&stage->home);
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

static bool press_item(View *view, const Frame *frame, const char *id)
{
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->focusable && strcmp(item->id, id) == 0) {
            float x = item->rect.x + 2, y = item->rect.y + 2;
            view_input(view, &(ViewInput){ .kind = INPUT_PRESS, .x = x, .y = y });
            view_input(view, &(ViewInput){ .kind = INPUT_RELEASE, .x = x, .y = y });
            return true;
        }
    }
    return false;
}

// As somebody would who looks for the rest of it, with the device that is asked for.
static void turn_pages(const Shot *shot, View *view, const ViewSettings *settings,
                       const FrameMeasure *measure, Frame *frame)
{
    if (strcmp(shot->screen, "keys") == 0) {
        static const char *const end = "keys";
        for (int i = 0; i < 12 && !press_item(view, frame, end); i++) {
            view_input(view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_PAGE_DOWN });
            frame_clear(frame);
            view_frame(view, settings, measure, frame);
        }
    }
    for (uint64_t i = 1; i < shot->page; i++) {
        view_input(view, &(ViewInput){ .kind = INPUT_KEY, .key = KEY_PAGE_DOWN });
    }
    if (shot->device != DEVICE_KEYBOARD) { // seen by something that changes nothing
        ViewInputKind kind = shot->device == DEVICE_TOUCH ? INPUT_RELEASE : INPUT_KEY;
        view_input(view, &(ViewInput){ .kind = kind, .device = shot->device, .x = -999, .y = -999 });
    }
    frame_clear(frame);
    view_frame(view, settings, measure, frame);
}

static ViewSettings settings_of(const Shot *shot, const Painter *painter)
{
    return (ViewSettings){ .text_scale = (float)shot->type / 100.0f,
                           .high_contrast = shot->high_contrast,
                           .colour_safe = shot->safe,
                           .typeface = shot->typeface,
                           .finger = 44.0f / paint_scale(painter) };
}

static bool paint_room(const Shot *shot, Painter *painter, RasterSurface surface, Err *err)
{
    float width = 0, height = 0;
    Frame frame;
    Scenario *scenario =
        library_load(shot->scenario ? shot->scenario : "late-brief", NULL, err);
    ShotRoom room = { shot->screen, scenario, shot->choices, shot->seed, shot->page };
    ViewSettings settings = settings_of(shot, painter);
    paint_size(painter, shot->width, shot->height);
    paint_design(painter, &width, &height);
    paint_typeface(painter, (FrameTypeface)settings.typeface);
    frame_init(&frame, width, height);
    FrameMeasure measure = paint_measure(painter);
    bool good = scenario && shot_room_frame(&room, &settings, &measure, &frame, err);
    if (good) {
        frame.weather = shot->weather >= 0 ? (uint8_t)(STORY_DAY + shot->weather) : frame.weather;
        paint_frame(painter, &frame, surface);
    }
    frame_deinit(&frame);
    if (scenario) {
        scenario_free(scenario);
    }
    return good;
}

static bool paint(const Shot *shot, Painter *painter, RasterSurface surface, Err *err)
{
    float width = 0, height = 0;
    Frame frame;
    Stage stage = { .view = NULL };
    paint_size(painter, shot->width, shot->height);
    paint_design(painter, &width, &height);
    frame_init(&frame, width, height);
    bool good = stage_set(&stage, shot, err);
    if (good) {
        ViewSettings settings = settings_of(shot, painter);
        paint_typeface(painter, (FrameTypeface)settings.typeface);
        FrameMeasure measure = paint_measure(painter);
        view_frame(stage.view, &settings, &measure, &frame);
        tell_all(stage.view, &settings, &measure, &frame);
        ViewKey over = strcmp(shot->screen, "canyon") == 0 ? KEY_CANYON
                       : strcmp(shot->screen, "look") == 0 ? KEY_LOOK
                       : strcmp(shot->screen, "help") == 0 ? KEY_HELP
                       : strcmp(shot->screen, "settings") == 0 || strcmp(shot->screen, "keys") == 0
                           ? KEY_SETTINGS
                           : KEY_NONE;
        if (over != KEY_NONE) {
            view_input(stage.view, &(ViewInput){ .kind = INPUT_KEY, .key = over });
            frame_clear(&frame);
            view_frame(stage.view, &settings, &measure, &frame);
        }
        for (int i = 0; shot_home_step(stage.view, &frame, shot->screen, i); i++) {
            frame_clear(&frame);
            view_frame(stage.view, &settings, &measure, &frame);
        }
        turn_pages(shot, stage.view, &settings, &measure, &frame);
        if (shot->weather >= 0) {
            frame.weather = (uint8_t)(STORY_DAY + shot->weather);
        }
    }
    if (good) {
        paint_frame(painter, &frame, surface);
    }
    frame_deinit(&frame);
    stage_clear(&stage);
    return good;
}

static Painter *open_painter(Err *err)
{
    char fonts[PATHS_SIZE + 16];
    snprintf(fonts, sizeof fonts, "%s/assets/fonts", paths_root());
    return paint_open(fonts, false, err);
}

static bool paint_screen(const Shot *shot, RasterSurface surface, Err *err)
{
    Painter *painter = open_painter(err);
    bool good = painter && (shot_room_is(shot->screen) ? paint_room : paint)(shot, painter, surface,
                                                                            err);
    paint_close(painter);
    return good;
}

static void label(Frame *frame, float scale, int x, int y, const char *text)
{
    FrameRect rect = { (float)x / scale, (float)y / scale, 300.0f / scale, 20.0f / scale };
    FrameCommand *command = frame_add(frame, FRAME_TEXT, rect);
    command->font = (uint8_t)FONT_UI;
    command->size = 14.0f / scale;
    command->colour = 0xffffffffu;
    command->text = frame_text(frame, text);
}

// Names over the cells of a sheet. Without a font it is as good without: the order is told.
static void label_sheet(RasterSurface sheet)
{
    Err err;
    float width = 0, height = 0;
    Frame frame;
    Painter *painter = open_painter(&err);
    if (!painter) {
        return;
    }
    paint_size(painter, sheet.width, sheet.height);
    paint_design(painter, &width, &height);
    frame_init(&frame, width, height);
    for (int i = 0; i < bridge_example_count() * SHOT_SHEET_COLUMNS; i++) {
        Text text = { .data = NULL };
        int row = i / SHOT_SHEET_COLUMNS;
        int column = i % SHOT_SHEET_COLUMNS;
        text_addf(&text, "%s, %s", bridge_example_name(row), shot_sheet_palette(column));
        label(&frame, paint_scale(painter), column * SHOT_SHEET_CELL_WIDTH + 6,
              row * (SHOT_SHEET_CELL_HEIGHT + SHOT_SHEET_LABEL), text.data);
        text_deinit(&text);
    }
    paint_frame(painter, &frame, sheet);
    frame_deinit(&frame);
    paint_close(painter);
}

#else

static bool paint_screen(const Shot *shot, RasterSurface surface, Err *err)
{
    (void)shot;
    (void)surface;
    return err_set(err, ERR_SYSTEM, "this is a headless build: it draws no screens");
}

static void label_sheet(RasterSurface sheet)
{
    (void)sheet;
}

#endif

// ---- arguments ---------------------------------------------------------------------------------

static bool read_size(Shot *shot, Err *err)
{
    if (shot->type < 100 || shot->type > 200) {
        return err_set(err, ERR_USAGE, "--type is between 100 and 200 percent");
    }
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

// The place of `name` among names; -1 with ERR_USAGE.
static int one_of(const char *what, const char *name, const char *const *names, int count, Err *err)
{
    Text all = { .data = NULL };
    for (int i = 0; i < count; i++) {
        if (strcmp(name, names[i]) == 0) {
            text_deinit(&all);
            return i;
        }
        text_addf(&all, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *meant = text_did_you_mean(name, names, count);
    err_set(err, ERR_USAGE, "there is no %s \"%.40s\"", what, name);
    err_fix(err, meant ? "did you mean %s?" : "there are: %s", meant ? meant : text_str(&all));
    text_deinit(&all);
    return -1;
}

static bool read_palette(Shot *shot, Err *err)
{
    static const char *const names[] = {
        "day", "dusk", "dawn", "storm", "high-contrast", "by-clock"
    };
    shot->weather = -1;
    if (!shot->palette) {
        return true;
    }
    int i = one_of("palette", shot->palette, names, 6, err);
    shot->high_contrast = i == 4;
    shot->weather = i < 4 ? i : i == 4 ? PICTURE_DAY : -1;
    return i >= 0;
}

static bool read_face(Shot *shot, Err *err)
{
    static const char *const names[] = { "vollkorn", "andika", "opendyslexic" };
    int i = shot->face ? one_of("typeface", shot->face, names, 3, err) : 0;
    shot->typeface = (uint8_t)(i < 0 ? 0 : i);
    return i >= 0;
}

static bool read_device(Shot *shot, Err *err)
{
    static const char *const names[] = { "keyboard", "mouse", "touch", "gamepad" };
    int i = shot->used ? one_of("device", shot->used, names, 4, err) : 0;
    shot->device = (uint8_t)(i < 0 ? 0 : i);
    return i >= 0;
}

static bool read_vision(Shot *shot, Err *err)
{
    static const char *const names[] = { "full", "deuteranopia", "protanopia", "tritanopia" };
    int i = shot->vision ? one_of("vision", shot->vision, names, 4, err) : 0;
    shot->seen = i >= 0 ? (PictureVision)i : PICTURE_FULL_VISION;
    return i >= 0;
}

static bool ends_in(const char *name, const char *ending)
{
    size_t n = strlen(name);
    return n >= strlen(ending) && strcmp(name + n - strlen(ending), ending) == 0;
}

// What the ending of the file asks for.
static bool read_file_kind(Shot *shot, Err *err)
{
    shot->svg = ends_in(shot->file, ".svg");
    if (!shot->svg && !ends_in(shot->file, ".png")) {
        return err_set(err, ERR_USAGE, "%s: a picture is written as .png or .svg", shot->file);
    }
    if (shot->svg && (shot->sheet || shot->screen || shot->seen != PICTURE_FULL_VISION)) {
        err_set(err, ERR_USAGE, "%s: only a single state can be written as .svg", shot->file);
        return err_fix(err, "write a .png");
    }
    return true;
}

static bool read_state(Shot *shot, Err *err)
{
    if (shot->state && shot->screen) {
        return err_set(err, ERR_USAGE, "--state and --screen do not go together");
    }
    if (!shot->screen) {
        shot->state = shot->state ? shot->state : "pristine";
        shot->sheet = strcmp(shot->state, "all") == 0;
        if (!shot->sheet && !shot_state_find(shot->state, &shot->example, err)) {
            return false;
        }
        if (shot->sheet) {
            shot_sheet_size(&shot->width, &shot->height);
        }
    }
    return true;
}

static bool find_person(const Scenario *scenario, Shot *shot, Err *err)
{
    const char *ids[STORY_PEOPLE_MAX];
    for (int i = 0; i < scenario->person_count; i++) {
        ids[i] = scenario->people[i].id;
        const char *first = scenario_text(scenario, scenario->people[i].first);
        if (strcmp(shot->who, ids[i]) == 0 || strcmp(shot->who, first) == 0) {
            shot->look = view_look(&scenario->people[i]);
            shot->has_look = true;
            return true;
        }
    }
    return one_of("person", shot->who, ids, scenario->person_count, err) >= 0;
}

// A number is somebody or other; a name is somebody of the scenario.
static bool read_person(Shot *shot, Err *err)
{
    char more = '\0';
    unsigned number = 0;
    if (!shot->who) {
        return true;
    }
    if (sscanf(shot->who, "%9u%c", &number, &more) == 1) {
        shot->person = number;
        return true;
    }
    if (!shot->scenario || shot->screen) {
        err_set(err, ERR_USAGE, "--person is a number, or a name where there is a scenario");
        return err_fix(err, "for example: plankwright shot late-brief --state half --person maya "
                            "-o half.png");
    }
    Scenario *scenario = library_load(shot->scenario, NULL, err);
    bool found = scenario && find_person(scenario, shot, err);
    if (scenario) {
        scenario_free(scenario);
    }
    return found;
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
        { "--person", APP_TEXT, &shot->who, NULL },
        { "--type", APP_NUMBER, &shot->type, NULL },
        { "--vision", APP_TEXT, &shot->vision, NULL },
        { "--crop", APP_FLAG, &shot->crop, NULL },
        { "--safe-colours", APP_FLAG, &shot->safe, NULL },
        { "--typeface", APP_TEXT, &shot->face, NULL },
        { "--device", APP_TEXT, &shot->used, NULL },
        { "--page", APP_NUMBER, &shot->page, NULL },
        { "--lang", APP_TEXT, &shot->language, NULL },
        { "-o", APP_TEXT, &shot->file, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    shot->scenario = words.count > 0 ? words.items[0] : NULL;
    if (!translations_choose(shot->language, err)) {
        return false;
    }
    if (!shot->file) {
        err_set(err, ERR_USAGE, "shot needs a file to write");
        return err_fix(err, "for example: plankwright shot --state half -o half.png");
    }
    return read_face(shot, err) && read_device(shot, err) && read_size(shot, err) &&
           read_palette(shot, err) && read_vision(shot, err) &&
           read_state(shot, err) && read_person(shot, err) && read_file_kind(shot, err);
}

static ShotState state_to_paint(const Shot *shot)
{
    ShotState state = { .state = shot->example,
                        .person = shot->person,
                        .look = shot->has_look ? &shot->look : NULL,
                        .vision = shot->seen,
                        .crop = shot->crop };
    PictureLight light = shot->weather < 0 ? PICTURE_DAY : (PictureLight)shot->weather;
    state.palette = shot->high_contrast ? picture_palette_high_contrast() : picture_palette(light);
    return state;
}

static bool paint_what_is_asked(const Shot *shot, RasterSurface surface, Err *err)
{
    if (shot->screen) {
        if (!paint_screen(shot, surface, err)) {
            return false;
        }
        picture_vision_surface(surface, shot->seen);
    } else if (shot->sheet) {
        label_sheet(surface);
        shot_sheet_paint(surface, shot->person, shot->seen);
    } else {
        ShotState state = state_to_paint(shot);
        shot_state_paint(&state, surface);
    }
    return true;
}

static int run(int argc, char **argv)
{
    Shot shot = { .seed = 1, .person = 1, .type = 100 };
    Err err = { 0 };
    if (!read_arguments(argc, argv, &shot, &err)) {
        return app_fail(&err);
    }
    if (shot.svg) {
        ShotState state = state_to_paint(&shot);
        return shot_state_svg(&state, shot.file, &err) ? 0 : app_fail(&err);
    }
    RasterSurface surface = { .width = shot.width, .height = shot.height, .stride = shot.width };
    surface.pixels = mem_alloc(sizeof *surface.pixels * (size_t)shot.width * (size_t)shot.height);
    bool good = paint_what_is_asked(&shot, surface, &err) &&
                picture_png_write(shot.file, surface, false, &err);
    mem_free(surface.pixels);
    return good ? 0 : app_fail(&err);
}

const AppCommand app_shot = {
    "shot",
    run,
    "draws the bridge or a screen into a PNG or SVG file",
    "usage: plankwright shot [SCENARIO] [--state NAME | --screen NAME] [options] -o FILE\n\n"
    "  --state NAME      pristine, kept, worn, strained, half, collapsed, rebuilt, marked, moved,\n"
    "                    cracked, hanging, gone, new-on-gap, mended, theirs, weathered, strand,\n"
    "                    frayed, snapped, spliced, leaning, dug-in, lantern, scarred, crowded;\n"
    "                    all: a sheet of these, a row each, in day, dusk, dawn, storm and high\n"
    "                    contrast\n"
    "  --person WHO      who stands on the far bank: a number (0: nobody), or with a SCENARIO the\n"
    "                    name of somebody in it\n"
    "  --crop            the bridge alone; FILE may end in .png or, for a state, in .svg\n"
    "  --lang xx         the language of a screen\n"
    "  --screen NAME     library, play, look, canyon, debrief, settings, keys, help; of a learner who never was: home-first,\n"
    "                    home, home-booster, home-next, you, you-new, profiles, name, ask, cover,\n"
    "                    number, all, pause, places; of a room's screen: room-closed, room-join,\n"
    "                    room-story, room-question, room-frozen, room-reveal, room-branch,\n"
    "                    room-end, room-tables, room-blank; the same of its console\n"
    "                    (console-question ..), and console-choose, console-minority,\n"
    "                    console-earlier, console-hands, console-phones, console-remote,\n"
    "                    console-screens, console-session, console-leave, console-keys\n"
    "  --choices A,B,C   for play and debrief: after these choices; --seed N (1)\n"
    "  --palette NAME    day, dusk, dawn, storm, high-contrast\n"
    "  --typeface NAME   vollkorn, andika, opendyslexic; --safe-colours: states in safe ones\n"
    "  --device NAME     keyboard, mouse, touch, gamepad: whose prompts a screen shows; --page N of it\n"
    "  --vision NAME     deuteranopia, protanopia, tritanopia: as people see it who have that\n"
    "  --size WxH        1280x720 if not said; --type N: size of type in a screen, 100 to 200\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario or way, 4 no fonts, or it cannot be "
    "written.",
};
