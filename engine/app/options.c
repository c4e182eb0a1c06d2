// Reads the words of a command line. Knows no command.
#include "app/app.h"

#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool parse_number(const char *text, uint64_t *out)
{
    char *end = NULL;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0) {
        return false;
    }
    *out = value;
    return true;
}

static bool unknown(const char *word, const AppOption *options, int count, Err *err)
{
    const char *names[64];
    int n = 0;
    for (int i = 0; i < count && n < 64; i++) {
        names[n++] = options[i].name;
    }
    const char *meant = text_did_you_mean(word, names, n);
    err_set(err, ERR_USAGE, "unknown option %.100s", word);
    return err_fix(err, meant ? "did you mean %s?" : "see --help", meant);
}

static const AppOption *find(const char *word, size_t length, const AppOption *options, int count)
{
    for (int i = 0; i < count; i++) {
        if (strlen(options[i].name) == length && strncmp(options[i].name, word, length) == 0) {
            return &options[i];
        }
    }
    return NULL;
}

static bool take(const AppOption *option, const char *value, Err *err)
{
    if (option->given) {
        *option->given = true;
    }
    switch (option->kind) {
    case APP_FLAG:
        if (value) {
            return err_set(err, ERR_USAGE, "%s takes no value", option->name);
        }
        *(bool *)option->target = true;
        return true;
    case APP_TEXT:
        if (!utf8_valid(value, strlen(value), NULL)) {
            return err_set(err, ERR_USAGE, "the value of %s is not UTF-8 text", option->name);
        }
        *(const char **)option->target = value;
        return true;
    case APP_NUMBER:
        if (!parse_number(value, option->target)) {
            err_set(err, ERR_USAGE, "%s needs a whole number, not \"%.60s\"", option->name, value);
            return false;
        }
        return true;
    case APP_NOT_YET:
        break;
    }
    return false;
}

static bool read_option(int argc, char **argv, int *at, const AppOption *options, int count,
                        Err *err)
{
    const char *word = argv[*at];
    size_t length = strncmp(word, "--", 2) == 0 ? strcspn(word, "=") : strlen(word);
    const AppOption *option = find(word, length, options, count);
    if (!option) {
        return unknown(word, options, count, err);
    }
    if (option->kind == APP_NOT_YET) {
        err_set(err, ERR_USAGE, "%s is not there yet in this version", option->name);
        return err_fix(err, "leave it out");
    }
    const char *value = word[length] == '=' ? word + length + 1 : NULL;
    if (!value && option->kind != APP_FLAG) {
        if (*at + 1 >= argc) {
            return err_set(err, ERR_USAGE, "%s needs a value behind it", option->name);
        }
        value = argv[++*at];
    }
    return take(option, value, err);
}

bool app_options(int argc, char **argv, const AppOption *options, int count, int words_max,
                 AppWords *words, Err *err)
{
    *words = (AppWords){ .count = 0 };
    bool only_words = false;
    for (int i = 1; i < argc; i++) {
        if (!only_words && strcmp(argv[i], "--") == 0) {
            only_words = true;
        } else if (!only_words && argv[i][0] == '-' && argv[i][1] != '\0') {
            if (!read_option(argc, argv, &i, options, count, err)) {
                return false;
            }
        } else if (words->count >= words_max || words->count >= APP_WORDS_MAX) {
            return err_set(err, ERR_USAGE, "one word too many: \"%.100s\"", argv[i]);
        } else {
            words->items[words->count++] = argv[i];
        }
    }
    return true;
}
