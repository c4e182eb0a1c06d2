// The loop: events to the host, the host's frame to the painter, painted rectangles to the screen.
// While nothing moves it sleeps in the event queue; the wind blows only for a while after an input.
#include "sdl/window.h"

#include "base/arena.h"
#include "picture/png.h"
#include "sdl/display.h"
#include "sdl/input.h"
#include "sdl/paint.h"
#include "sdl/present.h"

#include <SDL.h>
#include <assert.h>

enum {
    SLICE_MILLISECONDS = 11, // of a step for what is painted bit by bit
    STEPS_MOST = 6,          // of the scene at once: after a sleep it goes on, it does not catch up
    TICK_MOST = 100,         // milliseconds
    REST_MILLISECONDS = 1000,
    LIVELY_MILLISECONDS = 16,
    CALM_MILLISECONDS = 33,
    FLOOD_MILLISECONDS = 7, // a fast mouse does not cause more pictures than that
};

// Seconds since the last input.
static const double lively_for = 5.0;  // 60 pictures a second
static const double wind_for = 13.0;   // gusts blow; the last one dies down in four seconds
static const double moving_for = 20.0; // then the scene stands still
static const double gust_every = 3.0;
static const float gust = 0.35f;
static const double step_seconds = 1.0 / 60.0;

static const float smallest_type = 13.0f; // design units: screens.md
static const float legible_pixels = 8.5f; // it should not be smaller than that

struct SdlWindow {
    SdlHost host;
    SDL_Window *window;
    Present present;
    Painter *painter;
    InputState input;
    ViewSettings settings;
    Frame frames[2];
    int front; // index of the frame that is shown
    bool has_front;
    bool wanted;   // a new frame is to be asked for
    bool show_all; // what is painted must be sent to the screen again
    bool hidden, ended;
    int width, height; // pixels
    int frame_count;
    double last_input, last_step, last_tick, last_gust, last_shown; // seconds
    double debt; // seconds of the scene not yet played
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
    if (!open_parts(window, options, err)) {
        window_close(window);
        return NULL;
    }
    frame_init(&window->frames[0], 1280.0f, 720.0f);
    frame_init(&window->frames[1], 1280.0f, 720.0f);
    window_set_settings(window, &options->settings);
    double now = seconds(window);
    window->last_input = now;
    window->last_step = now;
    window->last_tick = now;
    window->last_gust = now - gust_every;
    return window;
}

void window_close(SdlWindow *window)
{
    if (window == NULL) {
        return;
    }
    frame_deinit(&window->frames[0]);
    frame_deinit(&window->frames[1]);
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
    paint_reduced_motion(window->painter, settings->reduced_motion);
    window->wanted = true;
}

static void change_settings(SdlWindow *window, float text_scale, bool high_contrast)
{
    ViewSettings settings = window->settings;
    settings.text_scale = text_scale;
    settings.high_contrast = high_contrast;
    window_set_settings(window, &settings);
    if (window->host.settings_changed != NULL) {
        window->host.settings_changed(window->host.context, &window->settings);
    }
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
    float scale = window->settings.text_scale;
    bool contrast = window->settings.high_contrast;
    switch (event->kind) {
    case INPUT_NOTHING:
        return;
    case INPUT_FOR_VIEW:
        give_input(window, &event->view);
        break;
    case INPUT_CLOSE:
        window->ended = true;
        break;
    case INPUT_FULL_SCREEN:
        display_toggle_full_screen(window->window);
        present_lost(&window->present);
        break;
    case INPUT_LARGER:
        change_settings(window, input_next_scale(scale, 1), contrast);
        break;
    case INPUT_SMALLER:
        change_settings(window, input_next_scale(scale, -1), contrast);
        break;
    case INPUT_NORMAL_SIZE:
        change_settings(window, 1.0f, contrast);
        break;
    case INPUT_CONTRAST:
        change_settings(window, scale, !contrast);
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
    }
}

// Unlike SDL_PollEvent this does not stop at the mark that waiting leaves in the queue, before an
// event.
static bool next_event(SDL_Event *event)
{
    return SDL_PeepEvents(event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0;
}

static void take_events(SdlWindow *window, double now)
{
    SDL_Event event;
    ViewInput point = { .kind = INPUT_POINT };
    bool pointed = false;
    SDL_PumpEvents();
    while (!window->ended && next_event(&event)) {
        InputEvent input = input_translate(&window->input, &event);
        if (input.kind != INPUT_NOTHING) {
            window->last_input = now;
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
    if (pointed && !window->ended) {
        give_input(window, &point);
    }
}

static void tick(SdlWindow *window, double now)
{
    if (!window->host.is_moving(window->host.context)) {
        window->last_tick = now;
        return;
    }
    int milliseconds = (int)((now - window->last_tick) * 1000.0);
    if (milliseconds > 0) {
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
    window->input.design_x = points_w > 0 ? width / (float)points_w : 1.0f;
    window->input.design_y = points_h > 0 ? height / (float)points_h : 1.0f;
}

// In a small window type is set larger in design units, so that it stays legible in pixels: as if
// one had turned up the type size, in the same steps.
static ViewSettings legible_settings(const SdlWindow *window)
{
    ViewSettings settings = window->settings;
    float least = legible_pixels / (smallest_type * paint_scale(window->painter));
    while (settings.text_scale < least && settings.text_scale < 2.0f) {
        settings.text_scale = input_next_scale(settings.text_scale, 1);
    }
    return settings;
}

static PaintArea new_frame(SdlWindow *window, RasterSurface surface)
{
    Frame *next = &window->frames[1 - window->front];
    const Frame *shown = window->has_front ? &window->frames[window->front] : NULL;
    paint_design(window->painter, &next->width, &next->height);
    frame_clear(next);
    FrameMeasure measure = paint_measure(window->painter);
    ViewSettings settings = legible_settings(window);
    window->host.frame(window->host.context, &settings, &measure, next);
    PaintArea area = paint_change(window->painter, shown, next, surface);
    window->front = 1 - window->front;
    window->has_front = true;
    window->wanted = false;
    window->frame_count++;
    return area;
}

// Whether the scene is to move on: for a while after an input, and as long as something falls or
// walks.
static bool is_alive(const SdlWindow *window, double now)
{
    return paint_lively(window->painter) ||
           (now - window->last_input < moving_for && !paint_at_rest(window->painter));
}

static void blow(SdlWindow *window, double now)
{
    if (!window->settings.reduced_motion && now - window->last_input < wind_for &&
        now - window->last_gust >= gust_every) {
        paint_gust(window->painter, gust);
        window->last_gust = now;
    }
}

static PaintArea move_scene(SdlWindow *window, RasterSurface surface, double now)
{
    window->debt += now - window->last_step;
    window->last_step = now;
    blow(window, now);
    if (!is_alive(window, now)) {
        window->debt = 0.0;
        return (PaintArea){ 0 };
    }
    int steps = (int)(window->debt / step_seconds);
    window->debt -= (double)steps * step_seconds;
    steps = steps > STEPS_MOST ? STEPS_MOST : steps;
    return paint_move(window->painter, &window->frames[window->front], surface, steps);
}

static int add_area(RasterRect *rects, int count, const PaintArea *area)
{
    for (int i = 0; i < area->count; i++) {
        rects[count++] = area->rects[i];
    }
    return count;
}

static void draw(SdlWindow *window, double now)
{
    RasterSurface surface;
    bool fresh;
    if (!present_pixels(&window->present, &surface, &fresh)) {
        return;
    }
    if (fresh || surface.width != window->width || surface.height != window->height) {
        fit(window, &surface);
        window->has_front = false; // nothing of it is there
        window->wanted = true;
    }
    RasterRect rects[3 * PAINT_RECTS];
    int count = 0;
    if (window->wanted) {
        PaintArea area = new_frame(window, surface);
        count = add_area(rects, count, &area);
    }
    PaintArea moved = move_scene(window, surface, now);
    count = add_area(rects, count, &moved);
    if (window->present.shown > 0) { // the first picture waits for nothing
        const Frame *frame = &window->frames[window->front];
        PaintArea worked = paint_work(window->painter, frame, surface, SLICE_MILLISECONDS);
        count = add_area(rects, count, &worked);
    }
    if (window->show_all) {
        rects[0] = (RasterRect){ 0, 0, surface.width, surface.height };
        count = 1;
    }
    if (count > 0) {
        window->show_all = !present_show(&window->present, rects, count);
        window->last_shown = now;
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
    return !window->ended;
}

// ---- waiting ------------------------------------------------------------------------------------

static int pause_between_frames(const SdlWindow *window, double now)
{
    bool moving = window->host.is_moving(window->host.context);
    if (window->hidden) {
        return moving ? TICK_MOST : REST_MILLISECONDS;
    }
    bool gust_due = !window->settings.reduced_motion && now - window->last_input < wind_for;
    bool alive = is_alive(window, now);
    if (!moving && !alive && !window->wanted && !window->show_all && !paint_busy(window->painter)) {
        return gust_due ? CALM_MILLISECONDS * 4 : REST_MILLISECONDS;
    }
    bool calm = !moving && !paint_busy(window->painter) && !paint_lively(window->painter) &&
                now - window->last_input > lively_for;
    return calm ? CALM_MILLISECONDS : LIVELY_MILLISECONDS;
}

void window_wait(SdlWindow *window)
{
    double now = seconds(window);
    int pause = pause_between_frames(window, now);
    if (pause <= CALM_MILLISECONDS) {
        pause -= (int)((now - window->last_step) * 1000.0); // from step to step
    }
    if (pause > 0) {
        display_sleep(pause);
    }
    int since = (int)((seconds(window) - window->last_shown) * 1000.0);
    if (since >= 0 && since < FLOOD_MILLISECONDS) {
        SDL_Delay((Uint32)(FLOOD_MILLISECONDS - since));
    }
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
        .resting = !is_alive(window, now) && !paint_busy(window->painter) && !window->wanted,
        .scale = paint_scale(window->painter),
        .width = window->width,
        .height = window->height,
    };
}
