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

enum { PAGE_BYTES_MAX = 1 << 20, CODE_SIZE = 4, DIGITS_MAX = 4 };

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

// "104" of "104", "pw-104" and "PW-104".
static const char *digits_of(const char *given)
{
    bool prefixed = (given[0] == 'p' || given[0] == 'P') && (given[1] == 'w' || given[1] == 'W');
    return given + (prefixed ? 2 + (given[2] == '-') : 0);
}

// Whether `a` is nearer to what was given than `b`: it begins alike for longer, else by the number.
static bool is_nearer(const char *a, const char *b, const char *given)
{
    size_t alike_a = 0, alike_b = 0;
    while (a[alike_a] != '\0' && a[alike_a] == given[alike_a]) {
        alike_a++;
    }
    while (b[alike_b] != '\0' && b[alike_b] == given[alike_b]) {
        alike_b++;
    }
    int wanted = atoi(given);
    return alike_a != alike_b ? alike_a > alike_b : abs(atoi(a) - wanted) < abs(atoi(b) - wanted);
}

// "Did you mean" one that is a slip of the hand away: only the digits are compared, since PW- is the same
// in all.
static bool unknown(const char *page, const char *given, Err *err)
{
    const char *digits = digits_of(given);
    char nearest[CODE_SIZE] = "";
    for (const char *at = next_heading(page); at != NULL; at = next_heading(at + 1)) {
        char code[CODE_SIZE];
        snprintf(code, sizeof code, "%.3s", at + strlen(heading));
        const char *const list[] = { code };
        if (strlen(digits) <= DIGITS_MAX && text_did_you_mean(digits, list, 1) != NULL &&
            (nearest[0] == '\0' || is_nearer(code, nearest, digits))) {
            memcpy(nearest, code, sizeof nearest);
        }
    }
    err_set(err, ERR_INPUT, "there is no code %.60s", given);
    return nearest[0] != '\0'
               ? err_fix(err, "did you mean PW-%s? plankwright explain lists all", nearest)
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
    const char *digits = digits_of(given);
    for (const char *at = next_heading(page); at != NULL; at = next_heading(at + 1)) {
        if (strlen(digits) == 3 && strncmp(at + strlen(heading), digits, 3) == 0) {
            print_section(at);
            return true;
        }
    }
    return unknown(page, given, err);
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
