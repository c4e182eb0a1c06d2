// The command line: one file per subcommand, and what they share. The only place where all modules meet.
// Results go to standard output, messages to standard error; exit codes are those of err_exit_code.
#pragma once

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct AppCommand {
    const char *name;
    int (*run)(int argc, char **argv); // argv[0] is the command's name; returns the exit code
    const char *summary;               // one line for --help
    const char *help;                  // for COMMAND --help
} AppCommand;

extern const AppCommand app_play, app_check, app_explore, app_test, app_graph, app_shot, app_bench, app_trust,
    app_strings, app_new, app_explain, app_pack, app_install, app_remove, app_list, app_report, app_room,
    app_profile, app_data, app_kit;

// All commands; NULL behind the last.
const AppCommand *const *app_commands(void);

// Runs the program; main's return value.
int app_main(int argc, char **argv);

void app_print_version(FILE *out);

// "plankwright: message (fix)" on standard error; returns the exit code of the error's kind.
int app_fail(const Err *err);
void app_warn(const Err *err); // the same, for what does not end the program

// Before every way through a story is walked, for somebody who waits at a terminal: nothing elsewhere.
void app_says_it_walks(const char *story);

// ---- options ----------------------------------------------------------------------------------------

typedef enum AppOptionKind { APP_FLAG, APP_TEXT, APP_NUMBER, APP_NOT_YET } AppOptionKind;

// An option: --name, --name VALUE or --name=VALUE. APP_FLAG sets *(bool *)target, APP_TEXT
// *(const char **)target, APP_NUMBER *(uint64_t *)target. APP_NOT_YET is refused with a clear line.
typedef struct AppOption {
    const char *name; // with its dashes: "--seed", "-o"
    AppOptionKind kind;
    void *target;
    bool *given; // may be NULL
} AppOption;

enum { APP_WORDS_MAX = 256 };

typedef struct AppWords {
    const char *items[APP_WORDS_MAX]; // what is not an option, in order
    int count;
} AppWords;

// False with ERR_USAGE: an unknown option (with "did you mean"), a missing or wrong value, too many words.
bool app_options(int argc, char **argv, const AppOption *options, int count, int words_max,
                 AppWords *words, Err *err);
