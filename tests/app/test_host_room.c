// "Run this in a room" from the library: what keeps a room from opening is said on the screen of the person
// who pressed the button. This program is the room as well: the library starts itself.
// links: view script store course term sdl
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "app/host.h"
#include "app/host_room.h"
#include "base/arena.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

static PlayRequest request;
static Frame frame;

static float width_of(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context, (void)font, (void)text;
    return size * 0.5f * (float)bytes;
}

static void draw(Host *host)
{
    FrameMeasure measure = { width_of, NULL };
    ViewSettings settings = { .text_scale = 1, .no_typing = true };
    frame_clear(&frame);
    view_frame(host->view, &settings, &measure, &frame);
}

static bool says(Host *host, const char *words)
{
    draw(host);
    for (int i = 0; i < frame.item_count; i++) {
        if (strstr(frame.items[i].name, words) || strstr(frame.items[i].value, words)) {
            return true;
        }
    }
    return false;
}

// Starts the room of the first card, as the button would, and looks until it opens or ends.
static bool run_room(Host *host, const char *way)
{
    setenv("PLANKWRIGHT_TEST_ROOM", way, 1);
    assert_true(host_room_carries_out(host, &(ViewRequest){ .kind = REQUEST_RUN_ROOM, .card = 0 }));
    assert_true(says(host, "windows of its own"));
    assert_true(host_room_waits(host));
    bool told = false;
    for (int i = 0; i < 1000 && host_room_waits(host); i++) {
        told = host_room_look(host);
        nanosleep(&(struct timespec){ .tv_nsec = 20000000 }, NULL);
    }
    assert_false(host_room_waits(host));
    return told;
}

static void test_says_why_it_does_not_open(void **state)
{
    (void)state;
    Host host;
    host_open(&host, &request, NULL);
    draw(&host);
    assert_true(run_room(&host, "taken"));
    assert_true(says(&host, "The room does not open"));
    assert_true(says(&host, "Port 8017 is taken"));
    assert_false(says(&host, "something of a library"));
    assert_false(says(&host, "--port")); // nobody typed a command here
    assert_true(says(&host, "End the other room."));
    assert_true(run_room(&host, "killed")); // and again, from the same library
    assert_true(says(&host, "It ended without a word."));
    host_close(&host);
}

static void test_leaves_a_room_that_opens_alone(void **state)
{
    (void)state;
    Host host;
    host_open(&host, &request, NULL);
    draw(&host);
    assert_false(run_room(&host, "opens"));
    assert_true(says(&host, "windows of its own"));
    assert_false(host_room_look(&host));
    int how = 0; // it goes on, and is nobody's child: when it ends, the system takes note of it
    assert_int_equal(waitpid(-1, &how, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    host_close(&host);
}

static int be_the_room(const char *way)
{
    if (strcmp(way, "opens") == 0) {
        printf("The console is open.\n");
        fflush(stdout);
        nanosleep(&(struct timespec){ .tv_sec = 1 }, NULL);
        return 0;
    }
    if (strcmp(way, "killed") == 0) {
        abort();
    }
    Err err = { 0 };
    fprintf(stderr, "something of a library\n");
    err_set(&err, ERR_SYSTEM, "port 8017 is taken");
    err_fix(&err, host_room_is_one() ? "End the other room." : "--port N");
    return host_room_fail(&err);
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "room") == 0) {
        const char *way = getenv("PLANKWRIGHT_TEST_ROOM");
        return way ? be_the_room(way) : 1;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_says_why_it_does_not_open),
        cmocka_unit_test(test_leaves_a_room_that_opens_alone),
    };
    paths_init("test");
    request = (PlayRequest){ .seed = 0 };
    snprintf(request.data, sizeof request.data, "%s", test_folder("data"));
    frame_init(&frame, 1280, 720);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    frame_deinit(&frame);
    return failed;
}
