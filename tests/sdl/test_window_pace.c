// When the window draws and when it rests: wind, less motion, ticks, hidden, a slow link.
#include "sdl/hosted_window.h"

// Minutes are played here: a quarter of the pixels will do.
static SdlOptions small_options(Host *host)
{
    SdlOptions options = options_for(host);
    options.width = 640;
    options.height = 360;
    return options;
}

static void rests_when_nothing_happens(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = small_options(&host);
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

// With wind it moves for a while after an input, then stops by itself.
static void the_wind_dies_down(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = small_options(&host);
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
    SdlOptions options = small_options(&host);
    SdlWindow *window = open_with(&options);
    run_clock(window, &host, 3.0);
    assert_int_equal(run_clock(window, &host, 12.0), 0);
    window_close(window);
}

static void ticks_while_the_host_moves(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = small_options(&host);
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
    SdlOptions options = small_options(&host);
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

// Few pictures and no wind where they go over a network.
static void a_slow_link(void **state)
{
    (void)state;
    Host host;
    SdlOptions options = small_options(&host);
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
    SdlOptions options = small_options(&host);
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
        SdlOptions options = small_options(&host);
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
        cmocka_unit_test(rests_when_nothing_happens),
        cmocka_unit_test(the_wind_dies_down),
        cmocka_unit_test(less_motion_stands_still),
        cmocka_unit_test(ticks_while_the_host_moves),
        cmocka_unit_test(hidden_draws_nothing),
        cmocka_unit_test(a_slow_link),
        cmocka_unit_test(an_input_is_shown_with_the_next_picture),
        cmocka_unit_test(hidden_and_seen_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
