// A room of `plankwright room` as a child of the test, and twelve phones that speak to it over loopback. To be included
// after _POSIX_C_SOURCE is set.
#pragma once

#include "app/http.h"

#include "base/arena.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { PHONES = 12 };

static struct {
    pid_t child;
    int port;
    char console[80], remote[80], code[8];
    char phones[PHONES][120]; // their heads with the cookie
} room;

static char output[200];
static const char *start_more, *start_value; // one more option with its value
static bool start_at_its_port;               // of the session that goes on; else any that is free

static inline void pause_for(int milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000l };
    nanosleep(&time, NULL);
}

static inline char *read_output(void)
{
    char *text = NULL;
    size_t size = 0;
    Err err;
    return file_read(output, 1 << 20, &text, &size, &err) ? text : NULL;
}

// A test that fails, or is killed, leaves no room behind: it would hold the session's lock.
static inline void die_with_parent(void)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

static inline void start(const char *more)
{
    unlink(output); // what an earlier one said is no answer
    room.child = fork();
    if (room.child == 0) {
        die_with_parent();
        int file = open(output, O_CREAT | O_TRUNC | O_WRONLY, 0600);
        dup2(file, 1);
        dup2(file, 2);
        execl(PLANKWRIGHT_BIN, "plankwright", "room", "late-brief", "--pages", "--loopback",
              "--data", "d", start_at_its_port ? "--keep" : "--port",
              start_at_its_port ? "1" : "0", more ? more : start_more,
              more ? start_more : start_value, start_value, (char *)NULL);
        _Exit(99);
    }
    for (int i = 0; i < 3000; i++) { // a minute, on a slow machine
        char *text = read_output();
        char link[120];
        bool found = text && http_cut(text, "http://127.0.0.1:", '\n', link, sizeof link) &&
                     strstr(text, "/screen");
        if (found) {
            room.port = atoi(link);
            snprintf(room.console, sizeof room.console, "%.60s", strchr(link, '/'));
        }
        mem_free(text);
        if (found) {
            return;
        }
        if (waitpid(room.child, NULL, WNOHANG) == room.child) {
            room.child = 0;
            break;
        }
        pause_for(20);
    }
    char *said = read_output();
    print_error("%s\n", said ? said : "");
    fail_msg("the room does not start");
}

static inline void end_with(int signal_number)
{
    int status = 0;
    if (room.child > 0) {
        kill(room.child, signal_number);
        waitpid(room.child, &status, 0);
    }
    room.child = 0;
}

static inline void leave_nothing(void)
{
    end_with(SIGKILL);
}

static inline void act(const char *words)
{
    char path[120], body[200], version[20];
    HttpAnswer page = http_ask(room.port, room.console, "", NULL);
    assert_int_equal(page.status, 200);
    assert_true(http_cut(page.text, "name=\"version\" value=\"", '"', version, sizeof version));
    free(page.text);
    snprintf(path, sizeof path, "%s/act", room.console);
    snprintf(body, sizeof body, "version=%s&%s", version, words);
    assert_int_equal(http_status(room.port, path, "", body), 303);
}

static inline bool has(const char *path, const char *head, const char *words)
{
    HttpAnswer page = http_ask(room.port, path, head, NULL);
    bool found = strstr(page.text, words) != NULL;
    free(page.text);
    return found;
}

static inline void come_in(int i)
{
    char body[40], cookie[80];
    snprintf(body, sizeof body, "code=%s", room.code);
    HttpAnswer answer = http_ask(room.port, "/join", "", body);
    assert_int_equal(answer.status, 303);
    assert_true(http_cut(answer.text, "Set-Cookie: ", ';', cookie, sizeof cookie));
    snprintf(room.phones[i], sizeof room.phones[i], "Cookie: %s\r\n", cookie);
    free(answer.text);
}

static inline int vote(int phone, int question, int option)
{
    char body[60];
    snprintf(body, sizeof body, "question=%d&option=%d", question, option);
    return http_status(room.port, "/vote", room.phones[phone], body);
}

// A session in which everybody is in and the first question is open.
static inline int open_question(void **state)
{
    (void)state;
    end_with(SIGKILL); // of a test before, where its own end failed
    snprintf(output, sizeof output, "%s/out", test_folder("room-out"));
    start("--fresh");
    char spaced[10];
    act("do=open");
    HttpAnswer screen = http_ask(room.port, "/screen", "", NULL);
    assert_true(http_cut(screen.text, "class=\"code\">", '<', spaced, sizeof spaced));
    free(screen.text);
    snprintf(room.code, sizeof room.code, "%.4s%c", spaced, spaced[5]);
    for (int i = 0; i < PHONES; i++) {
        come_in(i);
    }
    act("do=begin");
    act("do=ask");
    return 0;
}

static inline int stop(void **state)
{
    (void)state;
    end_with(SIGTERM);
    return 0;
}
