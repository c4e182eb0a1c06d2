// Which monitor is the projector, and which one somebody means: lists of monitors as laptops, desks and rooms
// have them. And one queue of events for two windows.
#include "support/test.h"

#include "sdl/hosted_window.h"
#include "sdl/monitors.h"
#include "sdl/shared.h"

#include <string.h>

static int list_of(SdlMonitor *list, const char *const *called, const int (*sizes)[2], int count)
{
    for (int i = 0; i < count; i++) {
        list[i] = (SdlMonitor){ .width = sizes[i][0], .height = sizes[i][1], .index = i };
        monitors_name(list, i, called[i]);
    }
    return count;
}

static void test_names(void **state)
{
    (void)state;
    SdlMonitor list[MONITORS_MAX];
    const char *const called[] = { "DELL U2412M", "DELL U2412M", "", NULL, "DELL U2412M" };
    const int sizes[][2] = { { 1920, 1200 }, { 1920, 1200 }, { 800, 600 }, { 640, 480 }, { 1024, 768 } };
    list_of(list, called, sizes, 5);
    assert_string_equal(list[0].name, "DELL U2412M, 1920 x 1200");
    assert_string_equal(list[1].name, "DELL U2412M, 1920 x 1200 (2)");
    assert_string_equal(list[2].name, "?, 800 x 600");
    assert_string_equal(list[3].name, "?, 640 x 480");
    assert_string_equal(list[4].name, "DELL U2412M, 1024 x 768");
}

static void test_long_names_are_cut(void **state)
{
    (void)state;
    SdlMonitor list[2];
    char called[400];
    memset(called, 'M', sizeof called - 1);
    called[sizeof called - 1] = '\0';
    const char *const both[] = { called, called };
    const int sizes[][2] = { { 1920, 1080 }, { 1920, 1080 } };
    list_of(list, both, sizes, 2);
    assert_string_not_equal(list[0].name, list[1].name);
}

static void test_projector(void **state)
{
    (void)state;
    SdlMonitor list[MONITORS_MAX];
    const int sizes[][2] = { { 1366, 768 }, { 1024, 768 }, { 1920, 1080 } };
    const char *const laptop_first[] = { "eDP-1 14\"", "VGA-1", "EPSON PJ" };
    list_of(list, laptop_first, sizes, 3);
    assert_int_equal(monitors_own(list, 3), 0);
    assert_int_equal(monitors_projector(list, 3), 2); // the largest of the others
    assert_int_equal(monitors_projector(list, 2), 1);
    assert_int_equal(monitors_projector(list, 1), -1);
    const char *const laptop_last[] = { "EPSON PJ", "VGA-1", "Built-in Retina Display" };
    list_of(list, laptop_last, sizes, 3);
    assert_int_equal(monitors_own(list, 3), 2);
    assert_int_equal(monitors_projector(list, 3), 0);
    const char *const desk[] = { "HDMI-1", "DP-1", "DP-2" };
    list_of(list, desk, sizes, 3);
    assert_int_equal(monitors_own(list, 3), 0); // nobody's: the first
}

static void test_found(void **state)
{
    (void)state;
    SdlMonitor list[MONITORS_MAX];
    const char *const called[] = { "eDP-1", "EPSON PJ", "EPSON PJ" };
    const int sizes[][2] = { { 1366, 768 }, { 1920, 1080 }, { 1920, 1080 } };
    list_of(list, called, sizes, 3);
    assert_int_equal(monitors_find(list, 3, "EPSON PJ, 1920 x 1080 (2)"), 2); // as it was kept
    assert_int_equal(monitors_find(list, 3, "epson"), 1);
    assert_int_equal(monitors_find(list, 3, "1"), 0);
    assert_int_equal(monitors_find(list, 3, "3"), 2);
    assert_int_equal(monitors_find(list, 3, "4"), -1);
    assert_int_equal(monitors_find(list, 3, "0"), -1);
    assert_int_equal(monitors_find(list, 3, "-1"), -1);
    assert_int_equal(monitors_find(list, 3, ""), -1);
    assert_int_equal(monitors_find(list, 3, "SONY"), -1);
    assert_int_equal(monitors_find(list, 0, "eDP"), -1);
}

// ---- two windows --------------------------------------------------------------------------------

static SdlWindow *open_window(Host *host, bool second)
{
    SdlOptions options = options_for(host);
    options.second = second;
    return open_with(&options);
}

static void step_both(SdlWindow *first, SdlWindow *second)
{
    for (int i = 0; i < 4; i++) {
        assert_true(window_frame(second));
        assert_true(window_frame(first));
    }
}

static void test_each_takes_its_own(void **state)
{
    (void)state;
    Host a, b;
    SdlWindow *first = open_window(&a, false), *second = open_window(&b, true);
    step_both(first, second);
    int frames = a.frames;
    window_press(first, "Down");
    window_press(second, "2");
    window_press(first, "Down");
    step_both(first, second);
    assert_int_equal(a.inputs, 2);
    assert_int_equal(b.inputs, 1);
    assert_int_equal(a.last.key, KEY_DOWN);
    assert_int_equal(b.last.key, KEY_DIGIT);
    assert_true(a.frames > frames);
    window_close(second); // what it says of that is not said of the first one
    frames = a.frames;
    window_press(first, "Down");
    assert_true(window_frame(first));
    assert_int_equal(a.inputs, 3);
    assert_int_equal(a.frames, frames + 1); // still seen
    window_close(first);
}

static void test_nobodys_events_are_the_first_ones(void **state)
{
    (void)state;
    Host a, b;
    SdlWindow *first = open_window(&a, false), *second = open_window(&b, true);
    step_both(first, second);
    SDL_Event quit = { .type = SDL_QUIT };
    SDL_PushEvent(&quit);
    assert_true(window_frame(second)); // leaves it
    assert_false(window_frame(first));
    window_close(second);
    window_close(first);
}

static int asked_to_close;

static bool stays(void *context)
{
    (void)context;
    asked_to_close++;
    return false;
}

static void test_the_host_may_keep_it_open(void **state)
{
    (void)state;
    Host a;
    SdlOptions options = options_for(&a);
    options.host.close = stays;
    SdlWindow *window = open_with(&options);
    assert_true(window_frame(window));
    SDL_Event quit = { .type = SDL_QUIT };
    SDL_PushEvent(&quit);
    assert_true(window_frame(window));
    assert_int_equal(asked_to_close, 1);
    window_close(window);
}

static void test_pause_and_stir(void **state)
{
    (void)state;
    Host a;
    SdlWindow *window = open_window(&a, false);
    for (int i = 0; i < 4; i++) {
        assert_true(window_frame(window));
    }
    assert_true(window_pause(window) >= 0);
    int frames = a.frames;
    window_stir(window);
    assert_true(window_frame(window));
    assert_int_equal(a.frames, frames + 1);
    window_close(window);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_long_names_are_cut),
        cmocka_unit_test(test_projector),
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_each_takes_its_own),
        cmocka_unit_test(test_nobodys_events_are_the_first_ones),
        cmocka_unit_test(test_the_host_may_keep_it_open),
        cmocka_unit_test(test_pause_and_stir),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
