// Runs one trick against the sandbox and holds it to the promise: a mistake with its code, file, line and
// remedy, within a fifth of a second of processor time and 64 MB of Lua's memory, with nothing in it that
// a terminal would take as a command. For test_tricks*.c.
#pragma once

#include "support/test.h"

#include "base/arena.h"
#include "base/text.h"
#include "script/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif
#else
enum { SANITIZED = 0 };
#endif

enum { SLOWEST = 8, RUNS_MAX = 1024, MEMORY_MB = 64, RESIDENT_MB = 160 };
static const double SECONDS = 0.2;

typedef struct Trick {
    const char *name, *lua, *code;
} Trick;

// Where the trick stands: line 3, behind what every scenario has.
__attribute__((unused)) static const char *const HEAD =
    "scenario { id = \"x\", title = \"X\" } local a = person \"a\" { name = \"A\" }\n"
    "local c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00\" } "
    "local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n";
__attribute__((unused)) static const char *const TAIL =
    "\nscene \"one\" { ending \"e\" } ending \"e\" { title = \"E\", kind = \"apart\" }\n";

typedef struct Run {
    const char *name;
    double seconds;
    size_t bytes;
} Run;

static Run runs[RUNS_MAX];
static int run_count, failures;

static void complain(const char *name, const char *what, const ScriptDiagnostics *list)
{
    failures++;
    fprintf(stderr, "%s: %s\n", name, what);
    for (int i = 0; i < list->count && i < 3; i++) {
        char line[1024];
        fprintf(stderr, "    %.200s\n",
                script_diagnostic_line(&list->items[i], line, (int)sizeof line));
    }
}

// Set by tests whose tricks have so much to read that a slow machine comes to the end of the time.
static bool much_to_read;

// Where memory would end it, a slow machine may come to the end of the time before.
static bool clock_came_first(const char *expected, const char *code, double seconds)
{
    bool may = strstr(expected, "PW-111") != NULL ||
               (much_to_read && seconds >= script_limits().seconds);
    return may && strcmp(code, "PW-110") == 0;
}

// A terminal that shows the mistakes takes nothing in them as a command.
static bool is_shown_safely(const ScriptDiagnostics *list)
{
    for (int i = 0; i < list->count; i++) {
        const ScriptDiagnostic *d = &list->items[i];
        const char *parts[] = { d->file, d->message, d->fix, d->meant, d->excerpt.text };
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            int length = 0;
            const char *s = parts[k];
            if (!utf8_valid(s, strlen(s), NULL)) {
                return false;
            }
            for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
                if (!utf8_is_harmless(c)) {
                    return false;
                }
                s += length;
            }
        }
    }
    return true;
}

__attribute__((unused)) static void attack(const char *name, const Text *text, const char *code)
{
    ScriptLimits limits = script_limits();
    size_t peak = 0;
    limits.peak = &peak;
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    clock_t begin = clock();
    Scenario *sc = script_load_text("t.lua", text_str(text), text->length, &limits, &list, &err);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    runs[run_count++] = (Run){ name, seconds, peak };
    const ScriptDiagnostic *first = list.count > 0 ? &list.items[0] : NULL;
    if (sc != NULL || first == NULL) {
        complain(name, "it loads", &list);
    } else if (strstr(code, first->code) == NULL && !clock_came_first(code, first->code, seconds)) {
        complain(name, code, &list);
    } else if (strcmp(first->file, "t.lua") != 0 || first->line < 1 || first->column < 0 ||
               first->fix[0] == '\0') {
        complain(name, "no place, or no way to mend it", &list);
    }
    if (!is_shown_safely(&list)) {
        complain(name, "a terminal would take a part of it as a command", &list);
    }
    // Machines are shared: ten times what a quiet one needs, and a microsecond a byte likewise.
    double most = 10.0 * (SECONDS + (double)text->length * 1e-6);
    if (seconds > most * (SANITIZED ? 4 : 1)) {
        fprintf(stderr, "%.3f s: ", seconds);
        complain(name, "too slow", &list);
    }
    if (peak > (size_t)MEMORY_MB << 20) {
        complain(name, "too much memory", &list);
    }
    scenario_free(sc);
    script_diagnostics_deinit(&list);
}

static int slower(const void *left, const void *right)
{
    const Run *a = left;
    const Run *b = right;
    return a->seconds > b->seconds ? -1 : a->seconds < b->seconds;
}

// Prints the slowest and what the process has taken; fails where a trick has failed.
__attribute__((unused)) static void judge(int least_rows)
{
    qsort(runs, (size_t)run_count, sizeof *runs, slower);
    fprintf(stderr, "%d tricks; the slowest:\n", run_count);
    for (int i = 0; i < SLOWEST && i < run_count; i++) {
        fprintf(stderr, "  %.3f s %5.1f MB  %s\n", runs[i].seconds,
                (double)runs[i].bytes / 1048576.0, runs[i].name);
    }
    struct rusage use;
    assert_int_equal(getrusage(RUSAGE_SELF, &use), 0);
    fprintf(stderr, "largest size of the process: %ld MB\n", use.ru_maxrss / 1024);
    assert_int_equal(failures, 0);
    assert_true(run_count >= least_rows);
    assert_true(SANITIZED || use.ru_maxrss / 1024 < RESIDENT_MB);
}
