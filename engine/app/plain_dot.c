// Runs `dot -Tplain` without a shell. It reads all of its input before it writes: two pipes do.
#define _POSIX_C_SOURCE 200809L

#include "app/plain_dot.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool missing(Err *err)
{
    err_set(err, ERR_SYSTEM, "graphviz's program dot, which lays the graph out, is not installed");
    return err_fix(err, "apt-get install graphviz, or use --format text, which needs nothing");
}

// Starts it. The pipes' own ends must not be inherited, or it would never see an end. That dot is
// not there comes back as exit code 127, as from a shell.
static bool start(const int ends[4], pid_t *child, Err *err)
{
    *child = fork();
    if (*child < 0) {
        return err_set(err, ERR_SYSTEM, "dot cannot be started: %s", strerror(errno));
    }
    if (*child == 0) {
        dup2(ends[0], STDIN_FILENO);
        dup2(ends[3], STDOUT_FILENO);
        for (int i = 0; i < 4; i++) {
            close(ends[i]);
        }
        char name[] = "dot", format[] = "-Tplain";
        char *const arguments[] = { name, format, NULL };
        execvp(name, arguments);
        _exit(127);
    }
    return true;
}

static void write_all(int file, const Text *text)
{
    size_t done = 0;
    while (done < text->length) {
        ssize_t n = write(file, text->data + done, text->length - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return; // it has ended: its exit code tells
        }
        done += (size_t)n;
    }
}

static void read_all(int file, Text *out)
{
    char part[4096];
    for (;;) {
        ssize_t n = read(file, part, sizeof part);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return;
        }
        text_add_n(out, part, (size_t)n);
    }
}

static bool ask(const Text *question, Text *answer, Err *err)
{
    int to[2] = { -1, -1 }, from[2] = { -1, -1 };
    if (pipe(to) != 0) {
        return err_set(err, ERR_SYSTEM, "no pipe to dot: %s", strerror(errno));
    }
    if (pipe(from) != 0) {
        close(to[0]);
        close(to[1]);
        return err_set(err, ERR_SYSTEM, "no pipe from dot: %s", strerror(errno));
    }
    pid_t child = 0;
    bool good = start((int[]){ to[0], to[1], from[0], from[1] }, &child, err);
    close(to[0]);
    close(from[1]);
    if (good) {
        write_all(to[1], question);
    }
    close(to[1]);
    if (good) {
        read_all(from[0], answer);
    }
    close(from[0]);
    int status = 0;
    while (good && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (good && WIFEXITED(status) && WEXITSTATUS(status) == 127) {
        return missing(err);
    }
    return good && (status == 0 || err_set(err, ERR_SYSTEM, "graphviz's program dot failed"));
}

bool plain_dot(GraphLayout *layout, const Graph *graph, Err *err)
{
    Text question = { 0 }, answer = { 0 };
    graph_layout_ask(layout, graph, &question);
    bool good =
        ask(&question, &answer, err) && graph_layout_read(layout, graph, text_str(&answer), err);
    text_deinit(&question);
    text_deinit(&answer);
    return good;
}
