// fork, two pipes that are read without waiting, poll, waitpid. A child looks every second whether its parent is
// still there: that holds for every end a parent can come to, also for one that it cannot catch.
#define _POSIX_C_SOURCE 200809L

#include "app/jobs_child.h"

#include "app/log.h"
#include "base/arena.h"

#include <string.h>
#include <unistd.h>

static bool stands_in;                // this process is a child
static bool output_seen, errors_seen; // whether its parent's are a terminal

bool jobs_child_on_terminal(FILE *stream)
{
    if (stands_in && (stream == stdout || stream == stderr)) {
        return stream == stdout ? output_seen : errors_seen;
    }
    return isatty(fileno(stream)) == 1;
}

#if defined _WIN32 || defined __EMSCRIPTEN__

int jobs_child_processors(void)
{
    return 1;
}

bool jobs_child_start(JobsChild *children, int count, int i,
                      int (*work)(const void *context, int i), const void *context)
{
    (void)children, (void)count, (void)i, (void)work, (void)context;
    return false;
}

bool jobs_child_hear(JobsChild *children, int count)
{
    (void)children, (void)count;
    return true;
}

void jobs_child_stop(JobsChild *child)
{
    (void)child;
}

const char *jobs_child_signal(const JobsChild *child)
{
    (void)child;
    return "";
}

bool jobs_child_was_told_to_die(const JobsChild *child)
{
    (void)child;
    return false;
}

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

int jobs_child_processors(void)
{
    long there = sysconf(_SC_NPROCESSORS_ONLN);
    return there < 1 ? 1 : there > 1024 ? 1024 : (int)there;
}

// ---- in the child -------------------------------------------------------------------------------------

static pid_t parent;

static void look_after_parent(int number)
{
    (void)number;
    if (getppid() != parent) {
        _exit(4);
    }
    alarm(1);
}

static void watch_parent(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = look_after_parent;
    action.sa_flags = SA_RESTART; // a file that is being read is read on
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    look_after_parent(SIGALRM);
}

static void be_child(int output, int errors)
{
    output_seen = isatty(STDOUT_FILENO) == 1;
    errors_seen = isatty(STDERR_FILENO) == 1;
    stands_in = true;
    if (dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) {
        _exit(4);
    }
    close(output);
    close(errors);
    watch_parent();
    crash_install(); // a report of its own
}

// ---- in the parent ------------------------------------------------------------------------------------

static bool open_pipes(int output[2], int errors[2])
{
    if (pipe(output) != 0) {
        return false;
    }
    if (pipe(errors) != 0) {
        close(output[0]);
        close(output[1]);
        return false;
    }
    fcntl(output[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    return true;
}

static void close_end(int *file)
{
    if (*file >= 0) {
        close(*file);
    }
    *file = -1;
}

static void close_others(JobsChild *children, int count)
{
    for (int k = 0; k < count; k++) {
        if (children[k].process > 0) {
            close_end(&children[k].output);
            close_end(&children[k].errors);
        }
    }
}

bool jobs_child_start(JobsChild *children, int count, int i,
                      int (*work)(const void *context, int i), const void *context)
{
    int output[2], errors[2];
    if (!open_pipes(output, errors)) {
        return false;
    }
    fflush(NULL);             // or both say it
    signal(SIGCHLD, SIG_DFL); // had it been started with it ignored, no end were told
    parent = getpid();
    pid_t child = fork();
    if (child == 0) {
        close_others(children, count);
        close(output[0]);
        close(errors[0]);
        be_child(output[1], errors[1]);
        int code = work(context, i);
        fflush(NULL);
        _exit(code);
    }
    close(output[1]);
    close(errors[1]);
    if (child < 0) {
        close(output[0]);
        close(errors[0]);
        return false;
    }
    children[i].process = (long)child;
    children[i].output = output[0];
    children[i].errors = errors[0];
    return true;
}

// All that there is by now; the end of it closes the file.
static void drain(int *file, Text *into)
{
    char part[4096];
    while (*file >= 0) {
        ssize_t n = read(*file, part, sizeof part);
        if (n > 0) {
            text_add_n(into, part, (size_t)n);
        } else if (n == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)) {
            close_end(file);
        } else if (errno != EINTR) {
            return;
        }
    }
}

static void wait_for_end(JobsChild *child)
{
    int how = 0;
    pid_t found = 0;
    do {
        found = waitpid((pid_t)child->process, &how, 0);
    } while (found < 0 && errno == EINTR);
    child->process = 0;
    child->ended = true;
    child->signal = found > 0 && WIFSIGNALED(how) ? WTERMSIG(how) : 0;
    child->code = found > 0 && WIFEXITED(how) ? WEXITSTATUS(how) : 4;
}

static bool wait_for_words(const JobsChild *children, int count)
{
    struct pollfd *files = mem_alloc((1 + 2 * (size_t)count) * sizeof *files);
    nfds_t n = 0;
    files[n++] = (struct pollfd){ .fd = STDOUT_FILENO, .events = 0 }; // POLLERR comes unasked
    for (int i = 0; i < count; i++) {
        if (children[i].process > 0) { // poll leaves out what is -1
            files[n++] = (struct pollfd){ .fd = children[i].output, .events = POLLIN };
            files[n++] = (struct pollfd){ .fd = children[i].errors, .events = POLLIN };
        }
    }
    bool good = poll(files, n, -1) < 0 || (files[0].revents & (POLLERR | POLLHUP)) == 0;
    mem_free(files);
    return good;
}

bool jobs_child_hear(JobsChild *children, int count)
{
    bool good = wait_for_words(children, count);
    for (int i = 0; i < count; i++) {
        JobsChild *child = &children[i];
        if (child->process > 0) {
            drain(&child->output, &child->said);
            drain(&child->errors, &child->complained); // what was said before is there by now
            if (child->output < 0 && child->errors < 0) {
                wait_for_end(child);
            }
        }
    }
    return good;
}

void jobs_child_stop(JobsChild *child)
{
    if (child->process > 0) {
        kill((pid_t)child->process, SIGKILL);
        close_end(&child->output);
        close_end(&child->errors);
        wait_for_end(child);
    }
}

const char *jobs_child_signal(const JobsChild *child)
{
    return strsignal(child->signal);
}

bool jobs_child_was_told_to_die(const JobsChild *child)
{
    return child->signal == SIGKILL || child->signal == SIGTERM;
}

#endif
