// What the window shows: the same as without one, after a resize, after textures were lost.
#include "sdl/hosted_window.h"

#include "base/arena.h"
#include "picture/png.h"
#include "sdl/paint.h"

#include <stdlib.h>
#include <string.h>

static uint32_t *copy_of(RasterSurface from)
{
    uint32_t *copy = mem_alloc((size_t)from.width * (size_t)from.height * sizeof *copy);
    for (int y = 0; y < from.height; y++) {
        memcpy(copy + (size_t)y * (size_t)from.width,
               from.pixels + (size_t)y * (size_t)from.stride, (size_t)from.width * sizeof *copy);
    }
    return copy;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resizing),
        cmocka_unit_test(window_equals_offscreen),
        cmocka_unit_test(textures_come_back),
        cmocka_unit_test(a_resize_storm_paints_once),
        cmocka_unit_test(odd_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
