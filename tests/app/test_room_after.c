// `plankwright room`, what came later: tables' ways side by side, chances, IPv6, another language, phones without a
// script over a restart, how long a session is kept.
#define _POSIX_C_SOURCE 200809L

#include "app/room_rig.h"

// A whole table's way, by its first answers or by its last.
static void play_table(int phone, const char *sit, bool last)
{
    assert_int_equal(http_status(room.port, "/table", room.phones[phone], sit), 303);
    for (int n = 0; n < 200; n++) {
        HttpAnswer page = http_ask(room.port, "/room", room.phones[phone], NULL);
        int options = 0;
        for (const char *c = page.text; (c = strstr(c, "name=\"option\"")) != NULL; c++) {
            options++;
        }
        free(page.text);
        if (options == 0) {
            return;
        }
        char body[60];
        snprintf(body, sizeof body, "at=%d&option=%d", n, last ? options - 1 : 0);
        assert_int_equal(http_status(room.port, "/table", room.phones[phone], body), 303);
    }
    fail_msg("the table does not come to its end");
}

// Tables' ways side by side: nothing before there are enough, then without a number of a table; killed and started
// again, the same.
static void test_ways(void **state)
{
    (void)state;
    char ways[120], file[120];
    snprintf(ways, sizeof ways, "%s/ways", room.console);
    snprintf(file, sizeof file, "%s/debrief.html", room.console);
    act("do=freeze");
    act("do=tables");
    assert_true(has(ways, "", "No table has played"));
    assert_true(has(room.console, "", "Each table plays on its own")); // and no vote is on the screen
    assert_false(has(room.console, "", "Answers are closed"));
    play_table(0, "at=0&do=sit&people=4", false);
    play_table(1, "at=0&do=sit", true);
    assert_true(has(ways, "", "else they would tell of one table alone"));
    assert_false(has(file, "", "What the tables came to"));
    for (int i = 2; i < 5; i++) {
        play_table(i, "at=0&do=sit&people=none", i % 2 == 1);
    }
    end_with(SIGKILL);
    start(NULL);
    assert_true(has(ways, "", "5 of 5 tables came to an end."));
    assert_true(has(ways, "", "Way A and way B, choice by choice"));
    assert_true(has(ways, "", "Here they parted"));
    assert_true(has(ways, "", "3 tables"));
    assert_false(has(ways, "", "Table 1"));
    assert_true(has(file, "", "What the tables came to"));
    assert_true(has(file, "", "They parted on "));
    assert_true(has(file, "", "<svg"));
    assert_false(has(file, "", "Table 1"));
    assert_int_equal(http_status(room.port, "/console/x/ways", room.phones[0], NULL), 404);
    snprintf(ways, sizeof ways, "%s/ways/1-0", room.console);
    assert_true(has(ways, "", "Way B and way A, choice by choice"));
    snprintf(ways, sizeof ways, "%s/ways/7-99999", room.console);
    assert_int_equal(http_status(room.port, ways, "", NULL), 200);
}

// The facilitator reads what each answer does to the chance of a sound bridge; nobody else does.
static void test_chances(void **state)
{
    (void)state;
    bool known = false;
    for (int i = 0; i < 1500 && !known; i++) {
        known = has(room.console, "", "class=\"chance\"");
        if (!known) {
            pause_for(20);
        }
    }
    assert_true(known);
    assert_true(has(room.console, "", "a sound bridge to Maya"));
    assert_true(has(room.console, "", "counted in 2,500 plays of each"));
    assert_false(has("/screen", "", "class=\"chance\""));
    assert_false(has("/room", room.phones[0], "class=\"chance\""));
}

// The same room by IPv6; what is on this machine alone stays there.
static void test_six(void **state)
{
    (void)state;
    int file = socket(AF_INET6, SOCK_STREAM, 0);
    struct sockaddr_in6 at = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)room.port) };
    at.sin6_addr = in6addr_loopback;
    if (file < 0 || connect(file, (struct sockaddr *)&at, sizeof at) != 0) {
        close(file);
        skip(); // no IPv6 here
    }
    char request[300];
    int n = snprintf(request, sizeof request,
                     "GET %s HTTP/1.1\r\nHost: [::1]:%d\r\nConnection: close\r\n\r\n", room.console,
                     room.port);
    send(file, request, (size_t)n, MSG_NOSIGNAL);
    HttpAnswer answer = http_read(file);
    assert_int_equal(answer.status, 200);
    free(answer.text);
}

// Killed, and its port was taken meanwhile: it goes on at another, with every answer, and says so.
static void test_another_port(void **state)
{
    (void)state;
    int before = room.port, yes = 1, file = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)before) };
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(vote(0, 1, 1), 303);
    end_with(SIGKILL);
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    assert_int_equal(bind(file, (struct sockaddr *)&at, sizeof at), 0);
    assert_int_equal(listen(file, 1), 0);
    start_at_its_port = true;
    start(NULL);
    start_at_its_port = false;
    close(file);
    assert_int_not_equal(room.port, before);
    assert_true(has(room.console, "", "The room has a new address"));
    assert_true(has("/room", room.phones[0], "You chose 2"));
    assert_true(has(room.console, "", "On plan")); // it knows when the story began
    end_with(SIGKILL);                             // from now on it is that one
    before = room.port;
    start_at_its_port = true;
    start(NULL);
    start_at_its_port = false;
    assert_int_equal(room.port, before);
    assert_false(has(room.console, "", "The room has a new address"));
}

static void run_with(const char *option, const char *value)
{
    start_more = option;
    start_value = value;
    start("--fresh");
    start_more = NULL;
}

// In another language: direction, words of the interface and of the story.
static void test_language(void **state)
{
    (void)state;
    end_with(SIGKILL);
    run_with("--lang", "ar");
    HttpAnswer page = http_ask(room.port, "/", "", NULL);
    assert_non_null(strstr(page.text, "<html lang=\"ar\" dir=\"rtl\""));
    assert_null(strstr(page.text, "Which room?"));
    free(page.text);
    page = http_ask(room.port, "/screen", "", NULL);
    assert_null(strstr(page.text, "The Late Brief")); // its title, too
    free(page.text);
    end_with(SIGTERM);
    run_with("--lang", "de");
    page = http_ask(room.port, "/", "", NULL);
    assert_non_null(strstr(page.text, "<html lang=\"de\" dir=\"ltr\""));
    free(page.text);
}

// Phones that only ask by hand do not know that the program was killed: they are counted all the same, and once.
static void test_silent_phones(void **state)
{
    (void)state;
    char all[40];
    bool counted = false;
    snprintf(all, sizeof all, ">0 of %d<", PHONES);
    for (int i = 0; i < 10 && !counted; i++) { // their number is written once a second
        for (int k = 0; k < PHONES; k++) {
            assert_true(has("/room", room.phones[k], "What do you say?"));
        }
        pause_for(1300 + 1000 * i);
        end_with(SIGKILL);
        start(NULL);
        counted = has("/screen", "", all);
        for (int k = 0; k < 10 && !counted; k++) { // counts are some tenths of a second old
            pause_for(50);
            counted = has("/screen", "", all);
        }
    }
    assert_true(counted);
    for (int i = 0; i < PHONES; i++) {
        assert_true(has("/room", room.phones[i], "What do you say?"));
    }
    pause_for(700);
    assert_true(has("/screen", "", all));
}

// Kept as long as was set; the cookies too. What nobody goes on with is deleted by whichever room begins next.
static void test_kept(void **state)
{
    (void)state;
    end_with(SIGKILL);
    run_with("--keep", "3");
    HttpAnswer screen;
    char spaced[10], body[40];
    act("do=open");
    screen = http_ask(room.port, "/screen", "", NULL);
    assert_true(http_cut(screen.text, "class=\"code\">", '<', spaced, sizeof spaced));
    free(screen.text);
    snprintf(body, sizeof body, "code=%.4s%c", spaced, spaced[5]);
    HttpAnswer joined = http_ask(room.port, "/join", "", body);
    assert_non_null(strstr(joined.text, "Max-Age=259200;"));
    free(joined.text);
    end_with(SIGTERM);
    const char *path = "d/rooms/late-brief.session";
    struct timespec days[2] = { { time(NULL) - 2 * 86400, 0 }, { time(NULL) - 2 * 86400, 0 } };
    assert_int_equal(utimensat(AT_FDCWD, path, days, 0), 0);
    char code[8];
    snprintf(code, sizeof code, "%.7s", body + 5);
    start(NULL); // two days later: it goes on
    joined = http_ask(room.port, "/join", "", body);
    assert_int_equal(joined.status, 303);
    free(joined.text);
    end_with(SIGTERM);
    assert_int_equal(rename(path, "d/rooms/another.session"), 0);
    days[0].tv_sec = days[1].tv_sec = time(NULL) - 4 * 86400;
    assert_int_equal(utimensat(AT_FDCWD, "d/rooms/another.session", days, 0), 0);
    start(NULL);
    assert_false(file_exists("d/rooms/another.session"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_ways, open_question, stop),
        cmocka_unit_test_setup_teardown(test_chances, open_question, stop),
        cmocka_unit_test_setup_teardown(test_another_port, open_question, stop),
        cmocka_unit_test_setup_teardown(test_six, open_question, stop),
        cmocka_unit_test_setup_teardown(test_language, open_question, stop),
        cmocka_unit_test_setup_teardown(test_silent_phones, open_question, stop),
        cmocka_unit_test_setup_teardown(test_kept, open_question, stop),
    };
    if (system("'" PLANKWRIGHT_BIN "' room 2>&1 | grep -q 'without its web server'") == 0) {
        return 0; // this build has no room: nothing to test
    }
    atexit(leave_nothing);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
