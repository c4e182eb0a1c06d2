// The crash report. Everything the handler needs is prepared beforehand; the handler itself only opens,
// writes and raises, which POSIX allows in a signal handler.
#define _XOPEN_SOURCE 700

#include "app/log.h"

#include "app/paths.h"
#include "build_facts.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#if defined(__has_include)
#if __has_include(<execinfo.h>)
#include <execinfo.h> // GNU and the BSDs: a backtrace without memory
#define CRASH_BACKTRACE 1
#endif
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CRASH_SANITIZER 1 // clang's
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define CRASH_SANITIZER 1 // GCC's; either has a better report of its own
#endif

enum { CHOICES = 16, CHOICE_BYTES = 96, FRAMES_MAX = 64, STACK_BYTES = 64 * 1024 };

static char scenario_id[CHOICE_BYTES];
static char choices[CHOICES][CHOICE_BYTES];
static volatile sig_atomic_t choice_count;

void crash_scenario(const char *id)
{
    snprintf(scenario_id, sizeof scenario_id, "%s", id ? id : "");
    choice_count = 0;
}

void crash_choice(const char *id)
{
    snprintf(choices[choice_count % CHOICES], CHOICE_BYTES, "%s", id);
    choice_count = choice_count + 1;
}

#if !defined(CRASH_SANITIZER)
static char report_path[PATHS_SIZE + 48];
static char handler_stack[STACK_BYTES]; // so that a stack that overflowed can be reported

static void say(int file, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t n = write(file, text, left);
        if (n <= 0) {
            return;
        }
        text += n;
        left -= (size_t)n;
    }
}

static const char *signal_name(int number)
{
    switch (number) {
    case SIGSEGV:
        return "SIGSEGV (memory that is not there)";
    case SIGABRT:
        return "SIGABRT (the program stopped itself)";
    case SIGBUS:
        return "SIGBUS (memory that cannot be read)";
    case SIGFPE:
        return "SIGFPE (a division by zero)";
    default:
        return "a signal";
    }
}

static void write_report(int file, int number)
{
    say(file, "Plankwright " PLANKWRIGHT_VERSION " (" PLANKWRIGHT_COMMIT ", " PLANKWRIGHT_BUILD_TYPE
              ", " PLANKWRIGHT_COMPILER ") crashed.\nsignal: ");
    say(file, signal_name(number));
    say(file, "\nscenario: ");
    say(file, scenario_id[0] ? scenario_id : "none");
    say(file, "\nlast choices:");
    int count = choice_count;
    for (int i = count > CHOICES ? count - CHOICES : 0; i < count; i++) {
        say(file, " ");
        say(file, choices[i % CHOICES]);
    }
    say(file, "\nbacktrace:\n");
#if defined(CRASH_BACKTRACE)
    void *frames[FRAMES_MAX];
    backtrace_symbols_fd(frames, backtrace(frames, FRAMES_MAX), file);
#else
    say(file, "not on this system\n");
#endif
}

static void handle(int number)
{
    int file = report_path[0] ? open(report_path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (file >= 0) {
        write_report(file, number);
        close(file);
        say(STDERR_FILENO, "plankwright: this should not have happened; a report is in ");
        say(STDERR_FILENO, report_path);
        say(STDERR_FILENO, "; your choices are kept\n");
    } else {
        write_report(STDERR_FILENO, number);
    }
    raise(number); // SA_RESETHAND: now it ends the program
}
#endif

void crash_install(void)
{
#if !defined(CRASH_SANITIZER)
    char folder[PATHS_SIZE];
    if (paths_state(folder, NULL)) { // the log has made it by then; else standard error will do
        snprintf(report_path, sizeof report_path, "%s/crash-%lld-%ld.txt", folder,
                 (long long)time(NULL), (long)getpid());
    }
#if defined(CRASH_BACKTRACE)
    void *frame[1];
    backtrace(frame, 1); // loads what it needs now, not in the handler
#endif
    stack_t stack = { .ss_sp = handler_stack, .ss_size = sizeof handler_stack };
    sigaltstack(&stack, NULL);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handle;
    action.sa_flags = (int)((unsigned)SA_RESETHAND | (unsigned)SA_NODEFER | (unsigned)SA_ONSTACK);
    sigemptyset(&action.sa_mask);
    static const int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE };
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaction(signals[i], &action, NULL);
    }
#endif
}
