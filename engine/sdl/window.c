// The loop: events to the host, the host's frame to the painter, painted rectangles to the screen.
// While nothing moves it sleeps in the event queue; the wind blows only for a while after an input.
#include "sdl/window.h"

#include "base/arena.h"
#include "picture/png.h"
#include "sdl/display.h"
#include "sdl/input.h"
#include "sdl/pace.h"
#include "sdl/pad.h"
#include "sdl/paint.h"
#include "sdl/present.h"
#include "sdl/shared.h"
#include "sdl/sound.h"
#include "sdl/stage.h"

#include <SDL.h>
#include <assert.h>
#include <limits.h>

enum {
    STEP_MILLISECONDS = 6, // of a step; what is left of them goes into what is painted bit by bit
    SLICE_LEAST = 2,       // milliseconds of that in any case
    TICK_MOST = 100,       // milliseconds
};

static const float gust = 0.35f;

static const float finger_points = 44.0f; // of the window system
static const float smallest_type = 13.0f; // design units: screens.md
static const float legible_pixels = 8.5f; // it should not be smaller than that

struct SdlWindow {
    SdlHost host;
    SDL_Window *window;
    Present present;
    Painter *painter;
    Sound *sound;
    uint32_t motif_heard; // Frame.motif_number
    InputState input;
    Pad pad;
    int steps_shown; // since the first picture, until gamepads are looked for
    ViewSettings settings;
    Frame frames[2];
    int front; // index of the frame that is shown
    bool has_front;
    bool wanted;   // a new frame is to be asked for
    bool show_all; // what is painted must be sent to the screen again
    bool hidden, ended;
    bool second; // another window takes what is nobody's in particular
    int width, height; // pixels
    int frame_count;
    Pace pace;
    double last_tick, last_shown; // seconds
};

static double seconds(const SdlWindow *window)
{
    if (window->host.seconds != NULL) {
        return window->host.seconds(window->host.context);
    }
    return (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

// ---- opening and closing ------------------------------------------------------------------------

static bool open_parts(SdlWindow *window, const SdlOptions *options, Err *err)
{
    window->painter = paint_open(options->font_folder, options->only_font_folder, err);
    window->window = window->painter != NULL ? display_open(options, err) : NULL;
    return window->window != NULL &&
           present_open(&window->present, window->window, options->textured, err);
}

SdlWindow *window_open(const SdlOptions *options, Err *err)
{
    assert(options->host.input != NULL && options->host.frame != NULL &&
           options->host.is_moving != NULL);
    SdlWindow *window = mem_alloc(sizeof *window);
    window->host = options->host;
    window->second = options->second;
    if (!open_parts(window, options, err)) {
        window_close(window);
        return NULL;
    }
    frame_init(&window->frames[0], 1280.0f, 720.0f);
    frame_init(&window->frames[1], 1280.0f, 720.0f);
    window->sound = sound_open(options->sound_folder);
    double now = seconds(window);
    pace_init(&window->pace, now);
    window->last_tick = now;
    ViewSettings settings = options->settings;
    settings.slow_link = settings.slow_link || display_is_remote();
    window_set_settings(window, &settings);
    return window;
}

void window_close(SdlWindow *window)
{
    if (window == NULL) {
        return;
    }
    frame_deinit(&window->frames[0]);
    frame_deinit(&window->frames[1]);
    sound_close(window->sound);
    pad_end(&window->pad);
    present_close(&window->present);
    paint_close(window->painter);
    display_close(window->window);
    mem_free(window);
}

// ---- settings -----------------------------------------------------------------------------------

ViewSettings window_settings(const SdlWindow *window)
{
    return window->settings;
}

void window_set_settings(SdlWindow *window, const ViewSettings *settings)
{
    window->settings = *settings;
    float scale = settings->text_scale;
    window->settings.text_scale = scale < 1.0f ? 1.0f : scale > 2.0f ? 2.0f : scale;
    window->pace.reduced_motion = settings->reduced_motion;
    window->pace.slow_link = settings->slow_link;
    paint_reduced_motion(window->painter, settings->reduced_motion);
    paint_no_fades(window->painter, settings->slow_link);
    sound_switch(window->sound, !settings->sound_off);
    paint_typeface(window->painter, (FrameTypeface)settings->typeface);
    command_keys((ViewHands)settings->hands, settings->keys, window->input.keys);
    window->input.keyed = true;
    window->input.letters = window->host.letters;
    window->input.hands = settings->hands;
    window->input.holds = settings->hold_milliseconds > 0;
    window->pad.holds = window->input.holds;
    window->wanted = true;
}

void window_change_settings(SdlWindow *window, const ViewSettings *settings)
{
    window_set_settings(window, settings);
    if (window->host.settings_changed != NULL) {
        window->host.settings_changed(window->host.context, &window->settings);
    }
}

bool window_show_file(const char *path)
{
    return display_show_file(path);
}

void window_refresh(SdlWindow *window)
{
    window->wanted = true;
}

void window_settle(SdlWindow *window)
{
    paint_settle(window->painter);
    window->wanted = true;
}

void window_press(SdlWindow *window, const char *key)
{
    SDL_Event event = { .key = { .type = SDL_KEYDOWN, .state = SDL_PRESSED } };
    event.key.windowID = SDL_GetWindowID(window->window);
    event.key.keysym.sym = SDL_GetKeyFromName(key);
    event.key.keysym.scancode = SDL_GetScancodeFromKey(event.key.keysym.sym);
    SDL_PushEvent(&event);
}

PictureScene *window_scene(SdlWindow *window)
{
    return paint_scene(window->painter);
}

// ---- input --------------------------------------------------------------------------------------

static void give_input(SdlWindow *window, const ViewInput *input)
{
    if (!window->host.input(window->host.context, input)) {
        window->ended = true;
    }
    window->wanted = true;
}

static void handle(SdlWindow *window, const InputEvent *event)
{
    ViewSettings settings = window->settings;
    if (input_changes(event->kind, &settings)) {
        window_change_settings(window, &settings);
        return;
    }
    switch (event->kind) {
    case INPUT_NOTHING:
        return;
    case INPUT_FOR_VIEW:
        give_input(window, &event->view);
        break;
    case INPUT_CLOSE:
        window->ended =
            window->host.close == NULL || window->host.close(window->host.context);
        window->wanted = true;
        break;
    case INPUT_FULL_SCREEN:
        display_toggle_full_screen(window->window);
        present_lost(&window->present);
        break;
    case INPUT_READ:
    case INPUT_HUSH:
        if (window->host.listen != NULL) {
            window->host.listen(window->host.context, event->kind == INPUT_READ);
        }
        break;
    case INPUT_RESIZED:
        present_lost(&window->present);
        break;
    case INPUT_EXPOSED:
        window->show_all = true;
        break;
    case INPUT_HIDDEN:
        window->hidden = true;
        break;
    case INPUT_SHOWN:
        window->hidden = false;
        window->show_all = true;
        break;
    default: // one of those that change a setting
        break;
    }
}

// A window that somebody has left for another one is quiet; but a second one nobody ever types in.
static void attend(SdlWindow *window, const SDL_Event *event)
{
    if (!window->second && event->type == SDL_WINDOWEVENT && (event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED ||
                                           event->window.event == SDL_WINDOWEVENT_FOCUS_LOST)) {
        sound_attend(window->sound, event->window.event == SDL_WINDOWEVENT_FOCUS_GAINED);
    }
}

// Keys are commands but where text is wanted: only there an input method may hold them back.
static void write_or_command(SdlWindow *window)
{
    window->input.asking =
        window->host.wants_key != NULL && window->host.wants_key(window->host.context);
    if (window->second) {
        return; // the first one says whether letters are text
    }
    bool writing = window->host.wants_text != NULL && window->host.wants_text(window->host.context);
    if (writing != window->input.writing) {
        window->input.writing = writing;
        display_text_input(writing);
    }
}

static void take_events(SdlWindow *window, double now)
{
    write_or_command(window);
    SDL_Event event;
    ViewInput point = { .kind = INPUT_POINT };
    bool pointed = false;
    Uint32 number = SDL_GetWindowID(window->window);
    SDL_PumpEvents();
    while (!window->ended && shared_next(number, window->second, &event)) {
        attend(window, &event);
        write_or_command(window);
        InputEvent input = input_translate(&window->input, &event);
        if (pad_translate(&window->pad, &event, now, &input.view)) {
            input.kind = INPUT_FOR_VIEW;
        }
        if (input.kind != INPUT_NOTHING) {
            window->pace.last_input = now;
        }
        if (input.kind == INPUT_FOR_VIEW && input.view.kind == INPUT_POINT) {
            point = input.view; // of many moves only the last one matters
            pointed = true;
            continue;
        }
        if (pointed && input.kind == INPUT_FOR_VIEW) {
            give_input(window, &point);
            pointed = false;
        }
        handle(window, &input);
    }
    shared_give_back();
    if (pointed && !window->ended) {
        give_input(window, &point);
    }
    ViewInput again;
    if (!window->ended && pad_repeat(&window->pad, now, &again)) {
        window->pace.last_input = now;
        give_input(window, &again);
    }
}

static void tick(SdlWindow *window, double now)
{
    if (!window->host.is_moving(window->host.context)) {
        window->last_tick = now;
        return;
    }
    int milliseconds = (int)((now - window->last_tick) * 1000.0);
    if (milliseconds >= pace_tick(&window->pace)) {
        window->last_tick += (double)milliseconds / 1000.0;
        milliseconds = milliseconds > TICK_MOST ? TICK_MOST : milliseconds;
        ViewInput input = { .kind = INPUT_TICK, .milliseconds = milliseconds };
        give_input(window, &input);
    }
}

// ---- drawing ------------------------------------------------------------------------------------

static void fit(SdlWindow *window, const RasterSurface *surface)
{
    window->width = surface->width;
    window->height = surface->height;
    paint_size(window->painter, surface->width, surface->height);
    int points_w;
    int points_h;
    SDL_GetWindowSize(window->window, &points_w, &points_h);
    float width;
    float height;
    paint_design(window->painter, &width, &height);
    window->input.design_width = width;
    window->input.design_height = height;
    window->input.design_x = points_w > 0 ? width / (float)points_w : 1.0f;
    window->input.design_y = points_h > 0 ? height / (float)points_h : 1.0f;
}

// In a small window type is set larger in design units, so that it stays legible in pixels: as if
// one had turned up the type size, in the same steps.
static ViewSettings legible_settings(const SdlWindow *window)
{
    ViewSettings settings = window->settings;
    float least = legible_pixels / (smallest_type * paint_scale(window->painter));
    settings.own_scale = settings.text_scale;
    while (settings.text_scale < least && settings.text_scale < 2.0f) {
        settings.text_scale = input_next_scale(settings.text_scale, 1);
    }
    settings.finger = finger_points * window->input.design_x;
    return settings;
}

static Area new_frame(SdlWindow *window, RasterSurface surface)
{
    Frame *next = &window->frames[1 - window->front];
    const Frame *shown = window->has_front ? &window->frames[window->front] : NULL;
    paint_design(window->painter, &next->width, &next->height);
    frame_clear(next);
    FrameMeasure measure = paint_measure(window->painter);
    ViewSettings settings = legible_settings(window);
    window->host.frame(window->host.context, &settings, &measure, next);
    Area area = paint_change(window->painter, shown, next, surface);
    window->front = 1 - window->front;
    window->has_front = true;
    window->wanted = false;
    window->frame_count++;
    return area;
}

static bool is_alive(const SdlWindow *window, double now)
{
    return pace_alive(&window->pace, now, paint_lively(window->painter),
                      paint_at_rest(window->painter));
}

static Area move_scene(SdlWindow *window, RasterSurface surface, double now)
{
    if (pace_gust(&window->pace, now)) {
        paint_gust(window->painter, gust);
    }
    int steps = pace_steps(&window->pace, now, is_alive(window, now));
    return paint_move(window->painter, &window->frames[window->front], surface, steps);
}

// Goes on with what is painted bit by bit, for what the step has left.
static Area work_on(SdlWindow *window, RasterSurface surface, Uint64 began)
{
    Uint64 used = (SDL_GetPerformanceCounter() - began) * 1000u / SDL_GetPerformanceFrequency();
    int left = used < STEP_MILLISECONDS - SLICE_LEAST ? STEP_MILLISECONDS - (int)used : SLICE_LEAST;
    return paint_work(window->painter, &window->frames[window->front], surface, left);
}

static void draw(SdlWindow *window, double now)
{
    RasterSurface surface;
    bool fresh;
    Uint64 began = SDL_GetPerformanceCounter();
    if (!present_pixels(&window->present, &surface, &fresh)) {
        return;
    }
    if (fresh || surface.width != window->width || surface.height != window->height) {
        fit(window, &surface);
        window->has_front = false; // nothing of it is there
        window->wanted = true;
    }
    Area area = { 0 };
    if (window->wanted) {
        area = new_frame(window, surface);
    }
    Area moved = move_scene(window, surface, now);
    area_add_all(&area, &moved);
    if (window->present.shown > 0) { // the first picture waits for nothing
        Area worked = work_on(window, surface, began);
        area_add_all(&area, &worked);
    }
    if (window->show_all) {
        area = (Area){ { { 0, 0, surface.width, surface.height } }, 1 };
    }
    if (window->pace.slow_link) {
        area_to_one(&area);
    }
    if (area.count > 0) {
        window->show_all = !present_show(&window->present, area.rects, area.count);
        window->last_shown = now;
    }
}

// ---- what is heard ------------------------------------------------------------------------------

static void tell_captions(SdlWindow *window, const PictureCues *cues)
{
    for (int i = 0; i < cues->count && !window->ended; i++) {
        if (view_captioned(&window->settings, (PictureSound)cues->cue[i].sound)) {
            ViewInput input = { .kind = INPUT_HEARD, .heard = cues->cue[i].sound };
            give_input(window, &input);
        }
    }
}

// The scene is heard where it is in the light, not behind a panel.
static void hear(SdlWindow *window, double now)
{
    const Frame *frame = &window->frames[window->front];
    const FrameCommand *seen = window->hidden ? NULL : stage_command(frame);
    PictureScene *scene = paint_scene(window->painter);
    SoundHeard heard = { .wind = 0.0f };
    if (frame->motif_number != window->motif_heard) {
        window->motif_heard = frame->motif_number;
        heard.motif = frame->motif;
    }
    PictureCues cues = scene != NULL ? picture_cues_take(&scene->cues) : (PictureCues){ 0 };
    if (scene != NULL && seen != NULL && seen->colour >> 24 == 0) {
        heard.cues = cues;
        heard.wind = is_alive(window, now) ? scene->wind : 0.0f;
        tell_captions(window, &cues);
    }
    sound_step(window->sound, &heard, now);
}

// A moment after the first picture: asking the system for gamepads takes longer than a step.
static void look_for_pads(SdlWindow *window)
{
    if (!window->second && !window->pad.begun && window->present.shown > 0 && ++window->steps_shown > 2) {
        pad_begin(&window->pad);
    }
}

bool window_frame(SdlWindow *window)
{
    double now = seconds(window);
    take_events(window, now);
    if (window->ended) {
        return false;
    }
    tick(window, now);
    if (!window->hidden && !window->ended) {
        draw(window, now);
    }
    if (window->present.shown > 0) { // the first picture waits for nothing
        hear(window, now);
    }
    look_for_pads(window);
    return !window->ended;
}

// ---- waiting ------------------------------------------------------------------------------------

void window_wait(SdlWindow *window)
{
    window_wait_most(window, INT_MAX);
}

int window_pause(const SdlWindow *window)
{
    double now = seconds(window);
    PaceWork work = { .hidden = window->hidden,
                      .telling = window->host.is_moving(window->host.context) ||
                                 pad_is_held(&window->pad),
                      .lively = paint_lively(window->painter),
                      .resting = paint_at_rest(window->painter),
                      .busy = paint_busy(window->painter),
                      .wanted = window->wanted || window->show_all };
    int pause = pace_pause(&window->pace, now, work);
    int since = (int)((now - window->last_shown) * 1000.0);
    int least = pace_least(&window->pace);
    return since >= 0 && pause < least - since ? least - since : pause;
}

void window_wait_most(SdlWindow *window, int milliseconds)
{
    int pause = window_pause(window);
    pause = pause < milliseconds ? pause : milliseconds;
    if (pause > 0) {
        display_sleep(pause);
    }
    int since = (int)((seconds(window) - window->last_shown) * 1000.0);
    int least = pace_least(&window->pace);
    if (since >= 0 && since < least) {
        SDL_Delay((Uint32)(least - since));
    }
}

void window_stir(SdlWindow *window)
{
    window->pace.last_input = seconds(window);
    window->wanted = true;
}

void window_put(SdlWindow *window, const SdlMonitor *monitor, SdlPlace place)
{
    display_put(window->window, monitor, place);
    present_lost(&window->present);
    window->show_all = true;
}

bool window_was_pushed(const SdlWindow *window, const SdlMonitor *monitor)
{
    return display_was_pushed(window->window, monitor);
}

void window_raise(SdlWindow *window)
{
    SDL_RaiseWindow(window->window);
}

// ---- looking from outside -----------------------------------------------------------------------

RasterSurface window_pixels(SdlWindow *window)
{
    RasterSurface surface = { 0 };
    bool fresh;
    if (!present_pixels(&window->present, &surface, &fresh) || fresh) {
        present_lost(&window->present); // whoever draws next shall know that nothing is there
        return (RasterSurface){ 0 };
    }
    return surface;
}

bool window_save_png(SdlWindow *window, const char *path, Err *err)
{
    RasterSurface surface = window_pixels(window);
    if (surface.pixels == NULL) {
        return err_set(err, ERR_SYSTEM,
                       "There is no picture to save: the window has not drawn yet.");
    }
    return picture_png_write(path, surface, false, err);
}

SdlStats window_stats(const SdlWindow *window)
{
    double now = seconds(window);
    return (SdlStats){
        .frames = window->frame_count,
        .shown = window->present.shown,
        .pending = paint_busy(window->painter),
        .fading = paint_fading(window->painter),
        .resting = !is_alive(window, now) && !paint_busy(window->painter) && !window->wanted,
        .scale = paint_scale(window->painter),
        .width = window->width,
        .height = window->height,
    };
}

void window_wake(void)
{
    SDL_Event event = { .type = SDL_USEREVENT };
    SDL_PushEvent(&event);
}

void window_place(const SdlWindow *window, int *x, int *y, bool *active)
{
    SDL_GetWindowPosition(window->window, x, y);
    *active = (SDL_GetWindowFlags(window->window) & SDL_WINDOW_INPUT_FOCUS) != 0;
}
