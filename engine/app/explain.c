// The command `explain`: what a code like PW-104 means, with its example: the section of
// scripts/diagnostics.md. That page is the one place where it is written; here it is only found and
// printed.
#include "app/app.h"

#include "app/paths.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE_BYTES_MAX = 1 << 20, CODES_MAX = 256, CODE_SIZE = 8 };

static const char heading[] = "## PW-";

// The heading behind `at`, or NULL: "## PW-104 · A comma is missing".
static const char *next_heading(const char *at)
{
    for (; at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, heading, strlen(heading)) == 0) {
            return at;
        }
    }
    return NULL;
}

static char *read_page(Err *err)
{
    char path[PATHS_SIZE + 32];
    char *text = NULL;
    size_t size = 0;
    snprintf(path, sizeof path, "%s/scripts/diagnostics.md", paths_root());
    if (!file_read(path, PAGE_BYTES_MAX, &text, &size, err)) {
        err->kind = ERR_SYSTEM; // our own file
        err_fix(err, "the program's files are not complete: install it again");
    }
    return text;
}

static void print_list(const char *page)
{
    for (const char *at = next_heading(page); at != NULL; at = next_heading(at + 1)) {
        const char *title = at + strlen("## ");
        printf("%.*s\n", (int)strcspn(title, "\n"), title);
    }
}

// "104", "pw-104" and "PW-104" as "PW-104".
static void whole_code(const char *given, char out[CODE_SIZE])
{
    bool prefixed = (given[0] == 'p' || given[0] == 'P') && (given[1] == 'w' || given[1] == 'W');
    const char *digits = given + (prefixed ? 2 + (given[2] == '-') : 0);
    snprintf(out, CODE_SIZE, "PW-%.4s", digits);
}

static bool unknown(const char *page, const char *code, const char *given, Err *err)
{
    char names[CODES_MAX][CODE_SIZE];
    const char *list[CODES_MAX];
    int count = 0;
    for (const char *at = next_heading(page); at != NULL && count < CODES_MAX;
         at = next_heading(at + 1)) {
        snprintf(names[count], CODE_SIZE, "%.6s", at + strlen("## "));
        list[count] = names[count];
        count++;
    }
    const char *meant = text_did_you_mean(code, list, count);
    err_set(err, ERR_INPUT, "there is no code %.60s", given);
    return meant != NULL ? err_fix(err, "did you mean %s? plankwright explain lists all", meant)
                         : err_fix(err, "plankwright explain lists all");
}

// From the heading to the next one, of a chapter too.
static void print_section(const char *at)
{
    at += strlen("## ");
    const char *end = at;
    bool inside = false; // of an example, where a line may begin with #
    for (end = strchr(end, '\n'); end != NULL; end = strchr(end, '\n')) {
        end++;
        inside = inside != (strncmp(end, "```", 3) == 0);
        if (!inside && (strncmp(end, "# ", 2) == 0 || strncmp(end, "## ", 3) == 0)) {
            break;
        }
    }
    size_t length = end != NULL ? (size_t)(end - at) : strlen(at);
    while (length > 0 && at[length - 1] == '\n') {
        length--;
    }
    printf("%.*s\n", (int)length, at);
}

static bool print_code(const char *page, const char *given, Err *err)
{
    char code[CODE_SIZE];
    whole_code(given, code);
    for (const char *at = next_heading(page); at != NULL; at = next_heading(at + 1)) {
        if (strncmp(at + strlen("## "), code, strlen("PW-104")) == 0 &&
            strlen(code) == strlen("PW-104")) {
            print_section(at);
            return true;
        }
    }
    return unknown(page, code, given, err);
}

static int run(int argc, char **argv)
{
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, NULL, 0, 1, &words, &err)) {
        return app_fail(&err);
    }
    char *page = read_page(&err);
    if (page == NULL) {
        return app_fail(&err);
    }
    bool good = true;
    if (words.count == 0) {
        print_list(page);
    } else {
        good = print_code(page, words.items[0], &err);
    }
    mem_free(page);
    return good ? 0 : app_fail(&err);
}

const AppCommand app_explain = {
    "explain",
    run,
    "says what a code like PW-104 means, with an example",
    "usage: plankwright explain [CODE]\n\n"
    "Prints the page of that code: where it comes from, what to do, and an example that fails so.\n"
    "Without a code it lists all of them. CODE may be PW-104, pw-104 or 104.\n"
    "Exit codes: 0 printed, 2 wrong usage, 3 no such code, 4 the program's files are not there.",
};
