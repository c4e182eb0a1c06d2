// Finds the subcommand and runs it; --help and --version.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/jobs.h"
#include "app/log.h"
#include "app/memory.h"
#include "app/paths.h"
#include "app/trace.h"
#include "base/text.h"
#include "script/script.h"
#include "script/version.h"
#include "store/store.h"
#include "build_facts.h"
#ifndef PLANKWRIGHT_HEADLESS
#include "sdl/version.h"
#endif

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

const AppCommand *const *app_commands(void)
{
    static const AppCommand *const commands[] = {
        &app_play,   &app_new,   &app_check, &app_explain,  &app_explore, &app_test, &app_graph,
        &app_shot,   &app_bench, &app_trust,  &app_strings, &app_pack, &app_install,
        &app_remove, &app_list,  &app_report, &app_room, &app_profile, &app_data, &app_kit, NULL
    };
    return commands;
}

void app_warn(const Err *err)
{
    char line[1200];
    fprintf(stderr, "plankwright: %s\n", err_line(err, line, (int)sizeof line));
}

int app_fail(const Err *err)
{
    app_warn(err);
    log_line("error: %s", err->message);
    return err_exit_code(err->kind);
}

void app_says_it_walks(const char *story)
{
    if (jobs_on_terminal(stderr)) {
        fprintf(stderr, "Walking every way through %s; it may take some seconds.\n", story);
    }
}

void app_print_version(FILE *out)
{
    fprintf(out, "plankwright %s\n", PLANKWRIGHT_VERSION);
    fprintf(out, "commit   %s\nbuild    %s\ncompiler %s\n", PLANKWRIGHT_COMMIT,
            PLANKWRIGHT_BUILD_TYPE, PLANKWRIGHT_COMPILER);
#ifdef PLANKWRIGHT_HEADLESS
    fprintf(out, "window   none (headless build)\n");
#else
    fprintf(out, "window   %s\n", sdl_version());
#endif
    fprintf(out, "lua      %s\nsqlite   %s\n", script_lua_version(), store_sqlite_version());
    fprintf(out, "files    %s\n", paths_root());
}

static void print_help(void)
{
    printf("Plankwright: promises at work, and what becomes of them.\n\n"
           "usage: plankwright [play] [SCENARIO] [options]\n\n");
    for (const AppCommand *const *it = app_commands(); *it; it++) {
        printf("  %-8s %s\n", (*it)->name, (*it)->summary);
    }
    printf("\nplankwright COMMAND --help tells more; plankwright --version tells what this is.\n"
           "Exit codes: 0 all right, 1 findings, 2 wrong usage, 3 bad input, 4 the system would "
           "not.\n");
}

static const AppCommand *find_command(const char *name)
{
    for (const AppCommand *const *it = app_commands(); *it; it++) {
        if (strcmp((*it)->name, name) == 0) {
            return *it;
        }
    }
    return NULL;
}

// Two words, and the first is no command: nothing that could be played.
static int no_such_command(const char *name)
{
    const char *names[32];
    int count = 0;
    for (const AppCommand *const *it = app_commands(); *it && count < 32; it++) {
        names[count++] = (*it)->name;
    }
    const char *meant = text_did_you_mean(name, names, count);
    Err err = { 0 };
    err_set(&err, ERR_USAGE, "there is no command \"%.60s\"", name);
    err_fix(&err, meant ? "did you mean %s?" : "plankwright --help names them", meant);
    return app_fail(&err);
}

static bool asks_for_help(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            return true;
        }
    }
    return false;
}

static int run(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : "";
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 || strcmp(first, "help") == 0) {
        print_help();
        return 0;
    }
    if (strcmp(first, "--version") == 0) {
        app_print_version(stdout);
        return 0;
    }
    const AppCommand *command = find_command(first);
    if (!command && argc > 2 && first[0] != '-' && argv[2][0] != '-') {
        return no_such_command(first);
    }
    int words = command ? 1 : 0;
    command = command ? command : &app_play; // "plankwright late-brief" plays it
    if (asks_for_help(argc - words, argv + words)) {
        printf("%s\n", command->help);
        return 0;
    }
    return command->run(argc - words, argv + words);
}

// A standard stream that was closed would be given to the next file that is opened, and the log would be
// written into it. Reading meets an end, writing an error.
static void fill_standard_streams(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
        if (fcntl(file, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != file) {
            return;
        }
    }
}

static void set_library(void)
{
    static char folder[PATHS_SIZE + 16];
    snprintf(folder, sizeof folder, "%s/scripts/lib", paths_root());
    script_set_library(folder);
}

int app_main(int argc, char **argv)
{
    fill_standard_streams();
    signal(SIGPIPE, SIG_IGN); // a reader that leaves is an error of writing, not an end
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN); // so is a file that may not grow
#endif
    memory_begin();
    trace_init();
    paths_init(argc > 0 ? argv[0] : NULL);
    set_library();
    crash_install();
    int code = run(argc, argv);
    if ((fflush(stdout) != 0 || ferror(stdout)) && code == 0) {
        fprintf(stderr, "plankwright: standard output cannot be written\n");
        code = 4;
    }
    log_close();
    return code;
}
