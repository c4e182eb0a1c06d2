// The window on the dummy video driver, with a host made for the test: opening, steps, sizes, rest.
#include "support/test.h"

#include "base/arena.h"
#include "picture/png.h"
#include "sdl/paint.h"
#include "sdl/sample_frame.h"
#include "sdl/window.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

typedef struct Host {
    int focused; // option of the sample frame
    bool library;
    bool quit_on_escape;
    int moving_ticks; // so many TICKs are wanted
    int inputs, frames, settings_changes;
    ViewInput last;
    ViewSettings settings;
    float width, height;
    double now; // seconds, where the test sets the clock
} Host;

static bool host_input(void *context, const ViewInput *input)
{
    Host *host = context;
    if (input->kind == INPUT_TICK) {
        host->moving_ticks--;
        return true;
    }
    host->inputs++;
    host->last = *input;
    if (input->kind == INPUT_KEY && input->key == KEY_DOWN) {
        host->focused = host->focused % 3 + 1;
    }
    return !(host->quit_on_escape && input->kind == INPUT_KEY && input->key == KEY_ESCAPE);
}

static void host_frame(void *context, const ViewSettings *settings, const FrameMeasure *measure,
                       Frame *frame)
{
    Host *host = context;
    host->frames++;
    host->settings = *settings;
    host->width = frame->width;
    host->height = frame->height;
    assert_int_equal(frame->command_count, 0);
    assert_true(measure->width(measure->context, FONT_UI, 16.0f, "wide", -1) > 10.0f);
    if (host->library) {
        sample_library(frame);
    } else {
        sample_play(frame, host->focused);
    }
    frame->high_contrast = settings->high_contrast;
}

static bool host_is_moving(void *context)
{
    const Host *host = context;
    return host->moving_ticks > 0;
}

static void host_settings(void *context, const ViewSettings *settings)
{
    Host *host = context;
    host->settings_changes++;
    host->settings = *settings;
}

static double host_seconds(void *context)
{
    const Host *host = context;
    return host->now;
}

static SdlOptions options_for(Host *host)
{
    *host = (Host){ .focused = 1 };
    return (SdlOptions){ .title = "Test",
                         .width = 1280,
                         .height = 720,
                         .font_folder = FONTS,
                         .only_font_folder = true,
                         .settings = { .reduced_motion = true },
                         .host = { host, host_input, host_frame, host_is_moving, host_settings,
                                   host_seconds } };
}

static SdlWindow *open_with(const SdlOptions *options)
{
    Err err = { 0 };
    SdlWindow *window = window_open(options, &err);
    if (window == NULL) {
        fail_msg("%s", err.message);
    }
    return window;
}

static void key(SDL_Keycode sym, int mod)
{
    SDL_Event event = { .key = { .type = SDL_KEYDOWN, .state = SDL_PRESSED } };
    event.key.keysym =
        (SDL_Keysym){ .scancode = SDL_GetScancodeFromKey(sym), .sym = sym, .mod = (Uint16)mod };
    SDL_PushEvent(&event);
}

// Steps until nothing is pending.
static void run_until_quiet(SdlWindow *window, Host *host)
{
    for (int i = 0; i < 3000; i++) {
        host->now += 1.0 / 60.0;
        assert_true(window_frame(window));
        SdlStats stats = window_stats(window);
        if (!stats.pending && stats.resting && i > 3) {
            return;
        }
    }
    fail_msg("the window does not come to rest");
}

static void opens_steps_and_closes(void **state)
{
    (void)state;
    for (int textured = 0; textured < 2; textured++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.textured = textured == 1;
        SdlWindow *window = open_with(&options);
        assert_int_equal(host.frames, 0);
        assert_true(window_frame(window));
        assert_int_equal(host.frames, 1);
        assert_int_equal(window_stats(window).shown, 1);
        assert_true(host.width == 1280.0f && host.height == 720.0f);
        window_close(window);
    }
    window_close(NULL);
}

static void no_display_is_said(void **state)
{
    (void)state;
    char driver[64] = "";
    const char *before = getenv("SDL_VIDEODRIVER");
    SDL_strlcpy(driver, before != NULL ? before : "", sizeof driver);
    SDL_setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
    Host host;
    SdlOptions options = options_for(&host);
    Err err = { 0 };
    assert_null(window_open(&options, &err));
    SDL_setenv("SDL_VIDEODRIVER", driver, 1);
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.message, "no display"));
    assert_non_null(strstr(err.fix, "--text"));
}

static void no_fonts_is_said(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    options.font_folder = "nowhere";
    Err err = { 0 };
    assert_null(window_open(&options, &err));
    assert_int_equal(err.kind, ERR_SYSTEM);
    assert_non_null(strstr(err.message, "No font file"));
}

static void input_reaches_the_host(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_until_quiet(window, &host);
    int frames = host.frames;
    key(SDLK_DOWN, 0);
    window_frame(window);
    assert_int_equal(host.last.key, KEY_DOWN);
    assert_int_equal(host.focused, 2);
    assert_int_equal(host.frames, frames + 1);
    SDL_Event press = {
        .button = { .type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 640, .y = 360 }
    };
    SDL_PushEvent(&press);
    window_frame(window);
    assert_int_equal(host.last.kind, INPUT_PRESS);
    assert_true(host.last.x == 640.0f && host.last.y == 360.0f);
    int inputs = host.inputs; // many moves in one step are one
    for (int i = 0; i < 50; i++) {
        SDL_Event move = { .motion = { .type = SDL_MOUSEMOTION, .x = i, .y = 2 * i } };
        SDL_PushEvent(&move);
    }
    window_frame(window);
    assert_int_equal(host.inputs, inputs + 1);
    assert_true(host.last.x == 49.0f && host.last.y == 98.0f);
    window_close(window);
}

static void the_end(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    host.quit_on_escape = true;
    assert_true(window_frame(window));
    key(SDLK_ESCAPE, 0);
    assert_false(window_frame(window));
    window_close(window);
    window = open_with(&options);
    SDL_Event quit = { .type = SDL_QUIT };
    SDL_PushEvent(&quit);
    assert_false(window_frame(window));
    window_close(window);
}

static void type_size_and_contrast(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    window_frame(window);
    assert_true(host.settings.text_scale == 1.0f);
    for (int i = 0; i < 9; i++) {
        key(SDLK_EQUALS, KMOD_LCTRL);
    }
    key(SDLK_F2, 0);
    window_frame(window);
    assert_true(host.settings.text_scale == 2.0f);
    assert_true(host.settings.high_contrast);
    assert_int_equal(host.settings_changes, 10);
    key(SDLK_0, KMOD_LCTRL);
    window_frame(window);
    assert_true(window_settings(window).text_scale == 1.0f);
    window_close(window);
}

static void sound_and_captions(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    options.sound_folder = PLANKWRIGHT_SOURCE "/assets/sounds";
    SdlWindow *window = open_with(&options);
    window_frame(window);
    key(SDLK_m, 0);
    window_frame(window);
    assert_true(host.settings.sound_off);
    assert_int_equal(host.settings_changes, 1);
    key(SDLK_m, 0);
    key(SDLK_m, KMOD_LSHIFT);
    window_frame(window);
    assert_false(host.settings.sound_off);
    assert_int_equal(host.settings.captions, CAPTIONS_ALL);
    assert_int_equal(host.settings_changes, 3);
    // What is heard of the scene is given to the screens, if they tell it.
    picture_cues_add(&window_scene(window)->cues, PICTURE_SOUND_HAMMER, 1.0f, 0.5f);
    window_frame(window);
    assert_int_equal(host.last.kind, INPUT_HEARD);
    assert_int_equal(host.last.heard, PICTURE_SOUND_HAMMER);
    int inputs = host.inputs;
    window_frame(window);
    assert_int_equal(host.inputs, inputs); // once
    key(SDLK_m, KMOD_LSHIFT);
    picture_cues_add(&window_scene(window)->cues, PICTURE_SOUND_CRASH, 1.0f, 0.5f);
    window_frame(window);
    assert_int_equal(host.settings.captions, CAPTIONS_NONE);
    assert_int_equal(host.inputs, inputs);
    window_close(window);
}

static void sizes(void **state)
{
    (void)state;
    static const int all[][2] = {
        { 320, 200 }, { 1024, 768 }, { 3840, 2160 }, { 600, 1000 }, { 1280, 720 }
    };
    for (int i = 0; i < 5; i++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.width = all[i][0];
        options.height = all[i][1];
        SdlWindow *window = open_with(&options);
        window_frame(window);
        SdlStats stats = window_stats(window);
        assert_int_equal(stats.width, all[i][0]);
        assert_int_equal(stats.height, all[i][1]);
        assert_true(host.width >= 1279.9f && host.height >= 719.9f);
        window_close(window);
    }
}

// A small window has larger type in design units; the player's own setting stays as it is.
static void type_stays_legible(void **state)
{
    (void)state;
    static const struct {
        int width, height;
        float text_scale;
    } all[] = { { 320, 200, 2.0f }, { 640, 360, 1.5f }, { 1024, 768, 1.0f }, { 3840, 2160, 1.0f } };
    for (int i = 0; i < 4; i++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.width = all[i].width;
        options.height = all[i].height;
        SdlWindow *window = open_with(&options);
        window_frame(window);
        assert_true(host.settings.text_scale == all[i].text_scale);
        assert_true(window_settings(window).text_scale == 1.0f);
        window_close(window);
    }
}

// One window that changes its size: the surface is made again and filled.
static void resizing(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    window_frame(window);
    SDL_Window *inner = NULL;
    for (Uint32 id = 1; id < 100 && inner == NULL; id++) {
        inner = SDL_GetWindowFromID(id);
    }
    assert_non_null(inner);
    static const int all[][2] = { { 320, 200 }, { 3840, 2160 }, { 1024, 768 }, { 1280, 720 } };
    for (int i = 0; i < 4; i++) {
        SDL_SetWindowSize(inner, all[i][0], all[i][1]);
        window_frame(window);
        RasterSurface pixels = window_pixels(window);
        assert_int_equal(pixels.width, all[i][0]);
        assert_int_equal(pixels.height, all[i][1]);
        uint32_t corner = pixels.pixels[(size_t)pixels.stride * (size_t)(pixels.height - 1)];
        assert_true((corner & 0xffffffu) != 0); // the ledger's band, not the black of a new surface
        SDL_Event press = { .button = { .type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT } };
        press.button.x = all[i][0];
        press.button.y = all[i][1];
        SDL_PushEvent(&press);
        window_frame(window);
        assert_true(host.last.x > host.width - 0.5f && host.last.x < host.width + 0.5f);
        assert_true(host.last.y > host.height - 0.5f && host.last.y < host.height + 0.5f);
    }
    SDL_SetWindowSize(inner, 10, 10); // smaller than allowed
    window_frame(window);
    assert_int_equal(window_stats(window).width, 320);
    assert_int_equal(window_stats(window).height, 200);
    window_close(window);
}

static void rests_when_nothing_happens(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_until_quiet(window, &host);
    int shown = window_stats(window).shown;
    int frames = host.frames;
    for (int i = 0; i < 500; i++) {
        window_frame(window);
    }
    assert_int_equal(window_stats(window).shown, shown);
    assert_int_equal(host.frames, frames);
    window_close(window);
}

// Steps of 1/60 s until the clock shows `until`; returns how often something was shown.
static int run_clock(SdlWindow *window, Host *host, double until)
{
    int before = window_stats(window).shown;
    while (host->now < until) {
        host->now += 1.0 / 60.0;
        assert_true(window_frame(window));
    }
    return window_stats(window).shown - before;
}

// With wind it moves for a while after an input, then stops by itself.
static void the_wind_dies_down(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    options.settings.reduced_motion = false;
    SdlWindow *window = open_with(&options);
    assert_true(run_clock(window, &host, 3.0) > 100);
    assert_false(window_stats(window).resting);
    assert_true(run_clock(window, &host, 12.0) > 400);
    run_clock(window, &host, 20.1);
    assert_true(window_stats(window).resting);
    int frames = host.frames;
    assert_int_equal(run_clock(window, &host, 60.0), 0);
    assert_int_equal(host.frames, frames);
    key(SDLK_DOWN, 0); // and comes back with an input
    assert_true(run_clock(window, &host, 63.0) > 100);
    assert_int_equal(host.frames, frames + 1);
    assert_false(window_stats(window).resting);
    assert_true(run_clock(window, &host, 79.9) > 0);
    run_clock(window, &host, 80.2);
    assert_int_equal(run_clock(window, &host, 100.0), 0);
    window_close(window);
}

// With less motion there is no wind at all.
static void less_motion_stands_still(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_clock(window, &host, 3.0);
    assert_int_equal(run_clock(window, &host, 12.0), 0);
    window_close(window);
}

static void ticks_while_the_host_moves(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_until_quiet(window, &host);
    host.moving_ticks = 5;
    int inputs = host.inputs;
    for (int i = 0; i < 2000 && host.moving_ticks > 0; i++) {
        host.now += 1.0 / 60.0;
        window_frame(window);
    }
    assert_int_equal(host.moving_ticks, 0);
    assert_int_equal(host.inputs, inputs); // ticks only
    window_close(window);
}

static void hidden_draws_nothing(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_until_quiet(window, &host);
    SDL_Event event = { .window = { .type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_MINIMIZED } };
    SDL_PushEvent(&event);
    window_frame(window);
    int shown = window_stats(window).shown;
    window_refresh(window);
    window_frame(window);
    assert_int_equal(window_stats(window).shown, shown);
    event.window.event = SDL_WINDOWEVENT_RESTORED;
    SDL_PushEvent(&event);
    window_frame(window);
    assert_int_equal(window_stats(window).shown, shown + 1);
    window_close(window);
}

// What the window shows in the end is what paint_frame paints without one; and the PNG holds it.
static void window_equals_offscreen(void **state)
{
    (void)state;
    for (int round = 0; round < 4; round++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.textured = round % 2 == 1;
        SdlWindow *window = open_with(&options);
        host.library = round >= 2;
        run_until_quiet(window, &host);
        key(SDLK_DOWN, 0);
        run_until_quiet(window, &host);
        Painter *painter = paint_open(FONTS, true, NULL);
        paint_reduced_motion(painter, true);
        paint_size(painter, 1280, 720);
        Frame frame;
        frame_init(&frame, 1280.0f, 720.0f);
        if (host.library) {
            sample_library(&frame);
        } else {
            sample_play(&frame, 2);
        }
        RasterSurface off = { 1280, 720, mem_alloc(1280u * 720u * 4u), 1280 };
        paint_frame(painter, &frame, off);
        RasterSurface on = window_pixels(window);
        int different = 0;
        for (int y = 0; y < 720; y++) {
            for (int x = 0; x < 1280; x++) {
                uint32_t a = on.pixels[(size_t)y * (size_t)on.stride + (size_t)x];
                uint32_t b = off.pixels[(size_t)y * 1280u + (size_t)x];
                different += (a & 0xffffffu) != (b & 0xffffffu);
            }
        }
        assert_int_equal(different, 0);
        assert_true(window_save_png(window, "window.png", NULL));
        RasterSurface back;
        assert_true(picture_png_read("window.png", &back, NULL));
        assert_int_equal(back.width, 1280);
        assert_int_equal(back.pixels[700 * 1280 + 640] & 0xffffffu,
                         off.pixels[700 * 1280 + 640] & 0xffffffu);
        mem_free(back.pixels);
        Err err = { 0 };
        assert_false(window_save_png(window, "no/such/folder/window.png", &err));
        assert_int_equal(err.kind, ERR_SYSTEM);
        mem_free(off.pixels);
        frame_deinit(&frame);
        paint_close(painter);
        window_close(window);
    }
}

static void push_window_event(Uint8 what)
{
    SDL_Event event = { .window = { .type = SDL_WINDOWEVENT, .event = what } };
    SDL_PushEvent(&event);
}

static uint32_t *copy_of(RasterSurface from)
{
    uint32_t *copy = mem_alloc((size_t)from.width * (size_t)from.height * sizeof *copy);
    for (int y = 0; y < from.height; y++) {
        memcpy(copy + (size_t)y * (size_t)from.width,
               from.pixels + (size_t)y * (size_t)from.stride, (size_t)from.width * sizeof *copy);
    }
    return copy;
}

// Textures that the system has taken away are made again, and show the same.
static void textures_come_back(void **state)
{
    (void)state;
    static const Uint32 losses[] = { SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET };
    for (int i = 0; i < 4; i++) {
        Host host;
        SdlOptions options = options_for(&host);
        SDL_setenv("PLANKWRIGHT_TEXTURED", i < 2 ? "1" : "", 1);
        SdlWindow *window = open_with(&options);
        SDL_setenv("PLANKWRIGHT_TEXTURED", "", 1);
        run_until_quiet(window, &host);
        uint32_t *before = copy_of(window_pixels(window));
        int shown = window_stats(window).shown;
        SDL_Event lost = { .type = losses[i % 2] };
        SDL_PushEvent(&lost);
        run_until_quiet(window, &host);
        assert_true(window_stats(window).shown > shown);
        uint32_t *after = copy_of(window_pixels(window));
        assert_memory_equal(before, after, 1280u * 720u * 4u);
        mem_free(before);
        mem_free(after);
        window_close(window);
    }
}

// Pulled through many sizes, the canyon is painted for the last one only.
static void a_resize_storm_paints_once(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    SdlWindow *window = open_with(&options);
    run_until_quiet(window, &host);
    SDL_Window *inner = NULL;
    for (Uint32 id = 1; id < 100 && inner == NULL; id++) {
        inner = SDL_GetWindowFromID(id);
    }
    Uint64 begin = SDL_GetPerformanceCounter();
    for (int i = 0; i < 30; i++) {
        SDL_SetWindowSize(inner, 800 + 10 * i, 500 + 5 * i);
        host.now += 1.0 / 60.0;
        window_frame(window);
        assert_int_equal(window_stats(window).width, 800 + 10 * i);
        assert_true(window_stats(window).pending); // and what is shown is the old canyon, stretched
    }
    double seconds =
        (double)(SDL_GetPerformanceCounter() - begin) / (double)SDL_GetPerformanceFrequency();
    assert_true(seconds < 10.0);
    for (int i = 0; i < 400 && window_stats(window).pending; i++) {
        SDL_Delay(5); // it waits for a moment of rest on the machine's clock
        host.now += 1.0 / 60.0;
        window_frame(window);
    }
    assert_false(window_stats(window).pending);
    window_close(window);
}

static void odd_sizes(void **state)
{
    (void)state;
    static const int all[][2] = { { 1, 1 }, { 10000, 200 }, { 320, 200 }, { 320, 4000 } };
    for (int i = 0; i < 8; i++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.width = all[i / 2][0];
        options.height = all[i / 2][1];
        options.textured = i % 2 == 1;
        SdlWindow *window = open_with(&options);
        run_until_quiet(window, &host);
        key(SDLK_DOWN, 0);
        run_until_quiet(window, &host);
        assert_true(window_stats(window).shown > 1);
        window_close(window);
    }
    Host host;
    SdlOptions options = options_for(&host);
    options.width = 100000; // more than the system can do is said, not tried
    Err err = { 0 };
    SdlWindow *window = window_open(&options, &err);
    assert_true(window != NULL || err.kind == ERR_SYSTEM);
    window_close(window);
}

// Few pictures and no wind where they go over a network.
static void a_slow_link(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    options.settings = (ViewSettings){ .text_scale = 1.0f };
    SDL_setenv("PLANKWRIGHT_SLOW_LINK", "1", 1);
    SdlWindow *window = open_with(&options);
    SDL_setenv("PLANKWRIGHT_SLOW_LINK", "", 1);
    assert_true(window_settings(window).slow_link);
    run_clock(window, &host, 2.0);
    assert_int_equal(run_clock(window, &host, 12.0), 0); // no wind: nothing moves
    window_scene(window)->stale = true;
    picture_scene_gust(window_scene(window), 1.0f); // something moves after all
    key(SDLK_DOWN, 0);
    assert_in_range(run_clock(window, &host, 14.0), 20, 32); // fifteen a second
    key(SDLK_F4, 0);
    window_frame(window);
    assert_false(window_settings(window).slow_link);
    assert_int_equal(host.settings_changes, 1);
    assert_true(run_clock(window, &host, 16.0) > 100);
    key(SDLK_F3, 0);
    window_frame(window);
    assert_true(window_settings(window).reduced_motion);
    window_close(window);
}

// A key that comes while a picture is painted is seen in the next one.
static void an_input_is_shown_with_the_next_picture(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = options_for(&host);
    options.settings = (ViewSettings){ .text_scale = 1.0f };
    SdlWindow *window = open_with(&options);
    run_clock(window, &host, 3.0); // it moves
    window_press(window, "Down");
    int shown = window_stats(window).shown;
    host.now += 1.0 / 60.0;
    window_frame(window);
    assert_int_equal(host.focused, 2);
    assert_int_equal(window_stats(window).shown, shown + 1);
    window_close(window);
}

// What was never asked to be drawn again while it was hidden is all there when it is seen.
static void hidden_and_seen_again(void **state)
{
    (void)state;
    static const Uint8 ways[][2] = {
        { SDL_WINDOWEVENT_MINIMIZED, SDL_WINDOWEVENT_RESTORED },
        { SDL_WINDOWEVENT_HIDDEN, SDL_WINDOWEVENT_SHOWN },
    };
    for (int i = 0; i < 2; i++) {
        Host host;
        SdlOptions options = options_for(&host);
        options.settings = (ViewSettings){ .text_scale = 1.0f };
        SdlWindow *window = open_with(&options);
        run_clock(window, &host, 3.0);
        push_window_event(ways[i][0]);
        key(SDLK_DOWN, 0);
        assert_int_equal(run_clock(window, &host, 5.0), 0);
        assert_int_equal(host.focused, 2); // heard, not drawn
        push_window_event(ways[i][1]);
        assert_true(run_clock(window, &host, 5.1) > 0);
        int shown = window_stats(window).shown;
        push_window_event(SDL_WINDOWEVENT_EXPOSED);
        host.now += 0.001;
        window_frame(window);
        assert_int_equal(window_stats(window).shown, shown + 1);
        window_close(window);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_steps_and_closes),
        cmocka_unit_test(no_display_is_said),
        cmocka_unit_test(no_fonts_is_said),
        cmocka_unit_test(input_reaches_the_host),
        cmocka_unit_test(the_end),
        cmocka_unit_test(type_size_and_contrast),
        cmocka_unit_test(sound_and_captions),
        cmocka_unit_test(sizes),
        cmocka_unit_test(type_stays_legible),
        cmocka_unit_test(resizing),
        cmocka_unit_test(rests_when_nothing_happens),
        cmocka_unit_test(the_wind_dies_down),
        cmocka_unit_test(less_motion_stands_still),
        cmocka_unit_test(ticks_while_the_host_moves),
        cmocka_unit_test(hidden_draws_nothing),
        cmocka_unit_test(window_equals_offscreen),
        cmocka_unit_test(textures_come_back),
        cmocka_unit_test(a_resize_storm_paints_once),
        cmocka_unit_test(odd_sizes),
        cmocka_unit_test(a_slow_link),
        cmocka_unit_test(an_input_is_shown_with_the_next_picture),
        cmocka_unit_test(hidden_and_seen_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
