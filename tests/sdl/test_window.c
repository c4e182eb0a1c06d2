// The window: opening and closing, what reaches the host, settings, sizes.
#include "sdl/hosted_window.h"

#include <stdlib.h>
#include <string.h>

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
