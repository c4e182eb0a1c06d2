// A room in its two windows, on the dummy video driver: a whole session by the console's keys, the room screen
// following; closing it and opening it again; what is kept; the console asks before it goes.
// needs: web sdl
// links: view script store term sdl web room speech voice atspi report course language explore
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "app/room_window.h"
#include "app/room_window_parts.h"

#include "app/paths.h"
#include "base/file.h"

#include <stdio.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Session {
    RoomHost host;
    RoomWindows *windows;
    char data[64];
} Session;

static void open_session(Session *it, const char *name, const char *screen, bool fresh)
{
    Err err = { 0 };
    bool resumed = false;
    snprintf(it->data, sizeof it->data, "%s", name);
    RoomRequest request = { .scenario = "late-brief",
                            .data = it->data,
                            .port_given = true,
                            .loopback = true,
                            .fresh = fresh,
                            .minutes = 45,
                            .keep_days = 1 };
    if (!room_host_open(&it->host, &request, &resumed, &err)) {
        fail_msg("%s", err.message);
    }
    it->windows = room_windows_open(&it->host, it->data, screen, &err);
    if (!it->windows) {
        fail_msg("%s", err.message);
    }
}

static void close_session(Session *it)
{
    room_windows_close(it->windows);
    room_host_close(&it->host);
}

static void step(Session *it, int turns)
{
    for (int i = 0; i < turns; i++) {
        room_host_run(&it->host, 0);
        assert_true(room_windows_step(it->windows));
    }
}

static void press(Session *it, const char *key)
{
    window_press(it->windows->console, key);
    step(it, 3);
}

static void vote(Session *it, int phones, int option)
{
    for (int i = 0; i < phones; i++) {
        char pass[WEB_PASS_TEXT];
        Err err = { 0 };
        web_secret_pass(&it->host.room_key, pass);
        assert_true(room_keep_vote(&it->host, pass, it->host.room.question, option, &err));
    }
}

static bool drawn_on(SdlWindow *window)
{
    RasterSurface surface = window_pixels(window);
    uint32_t first = surface.pixels ? surface.pixels[0] : 0;
    for (int i = 0; surface.pixels && i < surface.width * surface.height; i += 997) {
        if (surface.pixels[i] != first) {
            return true;
        }
    }
    return false;
}

static void test_a_session(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-a", NULL, true);
    Room *room = &it.host.room;
    step(&it, 5);
    assert_true(drawn_on(it.windows->console));
    assert_true(drawn_on(it.windows->screen));
    assert_string_not_equal(it.host.notice, ""); // one monitor: it says so
    press(&it, "Space");
    assert_int_equal(room->stage, ROOM_LISTENS);
    assert_true(it.host.web.screen_pages > 0); // the remote turns the window's pages
    assert_int_equal(it.host.web.screen_pages, it.windows->seen.view.screen_pages);
    for (int i = 0; i < 12 && room->stage == ROOM_LISTENS; i++) { // pages, then the question
        int page = room->page;
        press(&it, "Space");
        assert_true(room->stage == ROOM_ANSWERS || room->page == page + 1);
    }
    assert_int_equal(room->stage, ROOM_ANSWERS);
    vote(&it, 9, 0);
    vote(&it, 3, 1);
    step(&it, 2);
    assert_int_equal(room_answered(room), 12);
    int frames = window_stats(it.windows->screen).frames;
    press(&it, "Space");
    assert_int_equal(room->stage, ROOM_REVEALED);
    assert_true(window_stats(it.windows->screen).frames > frames);
    press(&it, "Space"); // follows the room
    assert_int_equal(room->history.count, 1);
    assert_int_equal(room->stage, ROOM_LISTENS);
    press(&it, "b");
    assert_true(room->blank);
    press(&it, "b");
    assert_false(room->blank);
    close_session(&it);
}

// What was pressed for a state that is over does nothing: as on the pages.
static void test_the_screens_keys_are_the_consoles(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-b", NULL, true);
    step(&it, 3);
    window_press(it.windows->screen, "Space"); // a clicker, with the room screen in front
    step(&it, 3);
    assert_int_equal(it.host.room.stage, ROOM_LISTENS);
    bool before = it.windows->screen_settings.high_contrast; // kept since the last run of this test
    window_press(it.windows->screen, "F2");                  // but its looks are its own
    step(&it, 3);
    assert_int_equal(it.windows->screen_settings.high_contrast, !before);
    assert_false(it.windows->console_settings.high_contrast);
    close_session(&it);
}

static void test_closing_the_room_screen(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-c", NULL, true);
    step(&it, 3);
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_SCREEN, .value = 0 });
    step(&it, 3);
    assert_null(it.windows->screen);
    assert_false(it.windows->seen.view.screen_open);
    assert_string_not_equal(it.host.notice, "");
    press(&it, "Space"); // the session goes on
    assert_int_equal(it.host.room.stage, ROOM_LISTENS);
    assert_true(it.windows->seen.view.screen_pages > 0); // as the pages have them
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_SCREEN, .value = 1 });
    step(&it, 5);
    assert_non_null(it.windows->screen);
    assert_true(drawn_on(it.windows->screen));
    close_session(&it);
}

static void test_closing_the_console_asks(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-d", NULL, true);
    step(&it, 3);
    SDL_Event quit = { .type = SDL_QUIT };
    SDL_PushEvent(&quit);
    step(&it, 3); // still there
    assert_false(it.windows->leaves);
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_QUIT });
    room_host_run(&it.host, 0);
    assert_false(room_windows_step(it.windows));
    assert_false(it.host.over); // the session is kept
    assert_true(file_exists("windows-d/rooms/late-brief.session"));
    close_session(&it);
}

static void test_what_is_kept(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-e", "1", true);
    step(&it, 3);
    char monitor[MONITOR_NAME];
    snprintf(monitor, sizeof monitor, "%s", it.windows->wanted);
    assert_string_not_equal(monitor, "");
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_TYPE, .value = 150 });
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_CONTRAST, .value = 1 });
    step(&it, 3);
    assert_int_equal(it.windows->seen.view.screen_type, 150);
    close_session(&it);
    open_session(&it, "windows-e", NULL, true);
    step(&it, 3);
    assert_int_equal(it.windows->seen.view.screen_type, 150);
    assert_true(it.windows->seen.view.screen_contrast);
    assert_string_equal(it.windows->wanted, monitor);
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_TYPE, .value = 100 });
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_CONTRAST, .value = 0 });
    close_session(&it);
}

static void test_a_monitor_that_is_not_there(void **state)
{
    (void)state;
    Session it;
    Err err = { 0 };
    open_session(&it, "windows-f", NULL, true);
    room_windows_close(it.windows);
    it.windows = room_windows_open(&it.host, it.data, "no such monitor", &err);
    assert_null(it.windows);
    assert_int_equal(err.kind, ERR_USAGE);
    assert_non_null(strstr(err.message, "no such monitor"));
    assert_non_null(strstr(err.fix, "1: ")); // those that are
    close_session(&it);
}

static void test_a_swap_with_one_monitor_says_why_not(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-g", NULL, true);
    step(&it, 3);
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_SWAP });
    assert_non_null(strstr(it.host.notice, "only one monitor"));
    step(&it, 3);
    close_session(&it);
}

static void test_the_debrief_is_a_file(void **state)
{
    (void)state;
    Session it;
    open_session(&it, "windows-h", NULL, true);
    step(&it, 3);
    press(&it, "Space");
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_DEBRIEF });
    const char *path = strstr(it.host.notice, "windows-h/pages/room-late-brief-");
    assert_non_null(path);
    assert_true(file_exists(path));
    char first[300], second[300];
    snprintf(first, sizeof first, "%s", path);
    room_windows_wish(it.windows, (RoomWish){ .kind = ROOM_WISH_DEBRIEF });
    path = strstr(it.host.notice, "windows-h/pages/room-late-brief-");
    assert_non_null(path);
    assert_string_equal(path, first); // nothing has changed: no copy of it
    assert_non_null(strstr(it.host.notice, "kept already"));
    snprintf(second, sizeof second, "%.*s-2.html", (int)strlen(first) - 5, first);
    assert_false(file_exists(second));
    unlink(first);
    close_session(&it);
}

int main(int argc, char **argv)
{
    (void)argc;
    paths_init(argv[0]);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_session),
        cmocka_unit_test(test_the_screens_keys_are_the_consoles),
        cmocka_unit_test(test_closing_the_room_screen),
        cmocka_unit_test(test_closing_the_console_asks),
        cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_a_monitor_that_is_not_there),
        cmocka_unit_test(test_a_swap_with_one_monitor_says_why_not),
        cmocka_unit_test(test_the_debrief_is_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
