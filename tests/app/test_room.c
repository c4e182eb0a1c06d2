// `plankwright room` from outside: coming in, answering, killed and started again, what a phone may not do,
// hostile requests, the end. The program runs as a child and is spoken to over loopback.
#define _POSIX_C_SOURCE 200809L

#include "app/room_rig.h"

// ---- tests ------------------------------------------------------------------------------------------

static void test_votes_and_kill(void **state)
{
    (void)state;
    for (int i = 0; i < PHONES; i++) {
        assert_int_equal(vote(i, 1, i < 7 ? 0 : 1), 303);
    }
    assert_int_equal(vote(11, 1, 2), 303); // changes
    int port = room.port;
    char console[80];
    memcpy(console, room.console, sizeof console);
    end_with(SIGKILL);
    assert_int_equal(http_status(room.port, "/", "", NULL), 0);
    start(NULL);
    assert_string_equal(room.console, console); // the facilitator's page is still good
    assert_true(port > 0);
    assert_true(has("/room", room.phones[11], "You chose 3."));
    assert_true(has("/room", room.phones[0], "You chose 1."));
    assert_int_equal(vote(10, 1, 2), 303);
    act("do=reveal");
    assert_true(has("/room", room.phones[0], "<span class=\"figure\">7</span>"));
    assert_true(has("/screen", "", "Most chose 1."));
    assert_int_equal(vote(3, 1, 1), 409); // too late
    end_with(SIGKILL);
    start(NULL);
    assert_true(has("/screen", "", "Most chose 1."));
    act("do=follow");
    assert_true(has("/room", room.phones[5], "The question comes in a moment."));
}

static void test_phone_is_no_console(void **state)
{
    (void)state;
    static const char *const paths[] = { "/console",
                                         "/console/",
                                         "/console/aaaaaaaaaaaaaaaaaaaaaaaaaa",
                                         "/remote/aaaaaaaaaaaaaaaaaaaaaaaaaa/act",
                                         "/events/aaaaaaaaaaaaaaaaaaaaaaaaaa",
                                         "/../../etc/passwd",
                                         "/%2e%2e/%2e%2e/etc/passwd",
                                         "/room.css/../room.js",
                                         "/assets/web/room.css",
                                         "//etc/passwd",
                                         "/.git/config" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        int status = http_status(room.port, paths[i], room.phones[0], NULL);
        if (status != 404 && status != 303 && status != 403) {
            fail_msg("%s gives %d", paths[i], status);
        }
        assert_false(has(paths[i], room.phones[0], "root:"));
        assert_false(has(paths[i], room.phones[0], "/act"));
    }
    assert_int_equal(http_status(room.port, "/console/x/act", room.phones[0], "do=reveal"), 404);
    assert_false(has("/room", room.phones[0], "console/"));
    assert_false(has("/screen", "", "console/"));
    // The remote can reveal, and cannot open, close or end the room.
    HttpAnswer page = http_ask(room.port, room.console, "", NULL);
    assert_null(strstr(page.text, "/remote/")); // only as a code to be scanned
    free(page.text);
}

static void test_without_coming_in(void **state)
{
    (void)state;
    assert_int_equal(http_status(room.port, "/room", "", NULL), 303);
    assert_int_equal(http_status(room.port, "/vote", "", "question=1&option=0"), 303);
    assert_int_equal(http_status(room.port, "/events", "", NULL), 403);
    assert_int_equal(
        http_status(room.port, "/room",
                    "Cookie: phone=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", NULL),
        303);
    assert_int_equal(http_status(room.port, "/join", "", "code=WRONG"), 403);
    assert_true(has("/", "", "No name, no account."));
    for (int i = 0; i < 40; i++) {
        http_status(room.port, "/join", "", "code=BADO2");
    }
    assert_int_equal(http_status(room.port, "/join", "", "code=BADO2"), 429);
    come_in(0); // who knows the code still comes in
}

static void test_hostile(void **state)
{
    (void)state;
    char *huge = malloc(100100);
    memset(huge, 'x', 100000);
    memcpy(huge, "question=1&option=", 18);
    huge[100000] = '\0';
    assert_int_equal(http_status(room.port, "/vote", room.phones[0], huge), 413);
    free(huge);
    assert_int_equal(vote(0, 2, 0), 409);
    assert_int_equal(vote(0, 1, 31), 409);
    assert_int_equal(vote(0, 1, 32), 400);
    assert_int_equal(
        http_status(room.port, "/vote", room.phones[0], "option=1&option=2&question=1"), 400);
    char head[300];
    snprintf(head, sizeof head, "%sOrigin: http://evil.example\r\n", room.phones[0]);
    assert_int_equal(http_status(room.port, "/vote", head, "question=1&option=0"), 403);
    snprintf(head, sizeof head, "%sSec-Fetch-Site: cross-site\r\n", room.phones[0]);
    assert_int_equal(http_status(room.port, "/vote", head, "question=1&option=0"), 403);
    int file = http_connect(room.port);
    static const char rebound[] =
        "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    send(file, rebound, sizeof rebound - 1, MSG_NOSIGNAL);
    HttpAnswer answer = http_read(file);
    assert_int_equal(answer.status, 421);
    free(answer.text);
    file = http_connect(room.port);
    static const char odd[] =
        "DELETE /room HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    send(file, odd, sizeof odd - 1, MSG_NOSIGNAL);
    answer = http_read(file);
    assert_int_equal(answer.status, 405);
    free(answer.text);
    assert_int_equal(vote(0, 1, 0), 303); // and it still counts
}

static int still_open(const int *files, int count)
{
    int open = 0;
    char byte;
    for (int i = 0; i < count; i++) {
        open += files[i] >= 0 && recv(files[i], &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 &&
                (errno == EAGAIN || errno == EWOULDBLOCK);
    }
    return open;
}

// Connections that never finish their request do not keep anybody out.
static void test_slow(void **state)
{
    (void)state;
    enum { SLOW = 300 };
    int files[SLOW];
    for (int i = 0; i < SLOW; i++) {
        files[i] = http_connect(room.port);
        if (files[i] >= 0) {
            send(files[i], "GET /room HTTP/1.1\r\nHost: loc", 29, MSG_NOSIGNAL);
        }
    }
    int waiting =
        0; // were they in the way, a vote would come through when the last of them is gone
    for (int i = 0; i < PHONES; i++) {
        assert_int_equal(vote(i, 1, 0), 303);
        waiting = i == 0 ? still_open(files, SLOW) : waiting;
    }
    assert_true(waiting > 0);
    for (int i = 0; i < SLOW; i++) {
        if (files[i] >= 0) {
            close(files[i]);
        }
    }
}

// Tables play on their own, each its own way; killed and started again they are where they were.
static void test_tables(void **state)
{
    (void)state;
    assert_int_equal(http_status(room.port, "/table", room.phones[0], "at=0&do=sit"),
                     200); // not asked to
    assert_true(has("/room", room.phones[0], "What do you say?"));
    act("do=freeze");
    act("do=tables");
    assert_true(has("/room", room.phones[0], "Play here for our table"));
    for (int i = 0; i < 3; i++) {
        assert_int_equal(http_status(room.port, "/table", room.phones[i], "at=0&do=sit"), 303);
        for (int n = 0; n < i; n++) {
            char body[40];
            snprintf(body, sizeof body, "at=%d&option=0", n);
            assert_int_equal(http_status(room.port, "/table", room.phones[i], body), 303);
            assert_int_equal(http_status(room.port, "/table", room.phones[i], body), 409); // twice
        }
    }
    end_with(SIGKILL);
    start(NULL);
    assert_true(has("/room", room.phones[2], "Table 3"));
    assert_true(has("/room", room.phones[2], "name=\"at\" value=\"2\""));
    assert_true(has("/room", room.phones[0], "name=\"at\" value=\"0\""));
    assert_int_equal(http_status(room.port, "/table", room.phones[2], "at=2&do=back"), 303);
    assert_true(has("/screen", "", "3 tables are playing"));
    assert_true(has("/room", room.phones[5], "Play here for our table"));
    act("do=together");
    assert_false(has("/room", room.phones[2], "Table 3"));
}

// The debrief says truly how a step was decided, and holds nothing of a phone.
static void test_debrief(void **state)
{
    (void)state;
    char path[120];
    snprintf(path, sizeof path, "%s/debrief.html", room.console);
    for (int i = 0; i < PHONES; i++) {
        vote(i, 1, i % 2);
    }
    act("do=reveal");
    assert_true(has("/screen", "", "As many chose one as the other: 1, 2."));
    act("do=choose&option=1");
    assert_true(has(path, "", "As many were for one as for another; the facilitator chose."));
    act("do=ask");
    for (int i = 0; i < PHONES; i++) {
        vote(i, 2, i < 8 ? 0 : 1);
    }
    act("do=reveal");
    assert_false(has(path, "", "against the vote"));
    act("do=choose&option=1");
    assert_true(has(path, "", "against the vote"));
    assert_int_equal(http_status(room.port, path, room.phones[0], NULL),
                     200); // the console's link is what counts
    assert_false(has(path, "", room.code));
    assert_false(has(path, "", strrchr(room.console, '/') + 1));
    assert_false(has("/debrief.html", room.phones[0], "facilitator chose"));
}

static void listen_all(int files[PHONES])
{
    for (int i = 0; i < PHONES; i++) {
        char request[300];
        int n = snprintf(request, sizeof request,
                         "GET /events HTTP/1.1\r\nHost: localhost\r\n%s\r\n", room.phones[i]);
        files[i] = http_connect(room.port);
        assert_int_equal(send(files[i], request, (size_t)n, MSG_NOSIGNAL), n);
    }
    pause_for(300);
}

static void hang_up(const int files[PHONES])
{
    for (int i = 0; i < PHONES; i++) {
        close(files[i]);
    }
}

static void test_stops_under_listeners(void **state)
{
    (void)state;
    int files[PHONES], status = 0;
    listen_all(files);
    kill(room.child, SIGTERM);
    waitpid(room.child, &status, 0);
    room.child = 0;
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    hang_up(files);
}

static void test_behind_and_end(void **state)
{
    (void)state;
    char path[120];
    snprintf(path, sizeof path, "%s/act", room.console);
    // A page that is behind does nothing.
    assert_int_equal(http_status(room.port, path, "", "version=1&do=reveal"), 303);
    assert_true(has(room.console, "", "moved on already"));
    assert_true(has("/room", room.phones[0], "What do you say?"));
    // A port that is taken is told.
    char port[12];
    snprintf(port, sizeof port, "%d", room.port);
    unlink("other/rooms/step-one.session"); // of an earlier run of this test
    pid_t second = fork();
    if (second == 0) {
        die_with_parent();
        int file = open("/dev/null", O_WRONLY);
        dup2(file, 1);
        dup2(file, 2);
        execl(PLANKWRIGHT_BIN, "plankwright", "room", "step-one", "--pages", "--data", "other",
              "--port", port, (char *)NULL);
        _Exit(99);
    }
    int status = 0;
    waitpid(second, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 4);
    assert_false(file_exists("other/rooms/step-one.session")); // it never began
    assert_true(file_exists("d/rooms/late-brief.session"));
    int listening[PHONES]; // as phones do: with nothing new to be sent for a while
    listen_all(listening);
    act("do=end");
    waitpid(room.child, &status, 0);
    room.child = 0;
    hang_up(listening);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_false(file_exists("d/rooms/late-brief.session"));
    assert_false(file_exists("d/rooms/late-brief.session-wal"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_votes_and_kill, open_question, stop),
        cmocka_unit_test_setup_teardown(test_phone_is_no_console, open_question, stop),
        cmocka_unit_test_setup_teardown(test_without_coming_in, open_question, stop),
        cmocka_unit_test_setup_teardown(test_hostile, open_question, stop),
        cmocka_unit_test_setup_teardown(test_slow, open_question, stop),
        cmocka_unit_test_setup_teardown(test_tables, open_question, stop),
        cmocka_unit_test_setup_teardown(test_debrief, open_question, stop),
        cmocka_unit_test_setup_teardown(test_stops_under_listeners, open_question, stop),
        cmocka_unit_test_setup_teardown(test_behind_and_end, open_question, stop),
    };
    if (system("'" PLANKWRIGHT_BIN "' room 2>&1 | grep -q 'without its web server'") == 0) {
        return 0; // this build has no room: nothing to test
    }
    atexit(leave_nothing);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
