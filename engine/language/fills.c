// Compares what is filled in: {names} of a scenario's texts, directives of printf in the interface's.
#include "language/translate.h"

#include <stdio.h>
#include <string.h>

// ---- {names} ------------------------------------------------------------------------------------

// The next fill from *at on, without the field of a person: a language may need {halima.name} where
// another has {halima.first}. False at the end; *length 0 with true: a brace that is never closed.
static bool next_fill(const char **at, const char **fill, size_t *length)
{
    const char *open = *at;
    while ((open = strchr(open, '{')) != NULL && open[1] == '{') {
        open += 2;
    }
    if (open == NULL) {
        return false;
    }
    const char *close = strchr(open, '}');
    *fill = open + 1;
    *length = close == NULL ? 0 : (size_t)(close - open - 1);
    *at = close == NULL ? open + strlen(open) : close + 1;
    static const char *const fields[] = { ".first", ".name", ".role" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t n = strlen(fields[i]);
        if (*length > n && strncmp(*fill + *length - n, fields[i], n) == 0) {
            *length -= n;
        }
    }
    return true;
}

static bool has_fill(const char *text, const char *fill, size_t length)
{
    const char *other;
    size_t n;
    while (next_fill(&text, &other, &n)) {
        if (n == length && strncmp(other, fill, n) == 0) {
            return true;
        }
    }
    return false;
}

static bool all_in(const char *a, const char *b, const char *message, char *what, size_t size)
{
    const char *fill;
    size_t n;
    while (next_fill(&a, &fill, &n)) {
        if (n == 0) {
            snprintf(what, size, "a { is never closed");
            return false;
        }
        if (!has_fill(b, fill, n)) {
            snprintf(what, size, "{%.*s} %s", (int)(n < 60 ? n : 60), fill, message);
            return false;
        }
    }
    return true;
}

bool language_same_fills(const char *source, const char *translation, char *what, size_t size)
{
    return all_in(translation, source, "is not in the source", what, size) &&
           all_in(source, translation, "is missing", what, size);
}

// ---- directives of printf -----------------------------------------------------------------------

enum { DIRECTIVES_MAX = 12, DIRECTIVE_SIZE = 8 };

typedef struct Directives {
    char types[DIRECTIVES_MAX]
              [DIRECTIVE_SIZE]; // length and conversion: "d", "lld", "s"; "*" for a width
    int count;
    bool numbered, in_order, good;
} Directives;

static void add(Directives *d, int position, const char *type, size_t length)
{
    int at = position > 0 ? position - 1 : d->count;
    if (at >= DIRECTIVES_MAX || length >= DIRECTIVE_SIZE ||
        (d->types[at][0] != '\0' && strncmp(d->types[at], type, DIRECTIVE_SIZE) != 0)) {
        d->good = false;
        return;
    }
    memcpy(d->types[at], type, length);
    d->count = at + 1 > d->count ? at + 1 : d->count;
    d->numbered = d->numbered || position > 0;
    d->in_order = d->in_order || position == 0;
}

// Reads one directive behind its %; returns what follows it.
static const char *directive(Directives *d, const char *s)
{
    if (*s == '%') {
        return s + 1;
    }
    int position = 0;
    size_t digits = strspn(s, "0123456789");
    if (digits == 1 && s[1] == '$') {
        position = *s - '0';
        s += 2;
        d->good = d->good && position > 0;
    }
    s += strspn(s, "-+ #0123456789");
    if (*s == '*') {
        add(d, 0, "*", 1);
        s++;
    }
    if (*s == '.') {
        s++;
        if (*s == '*') {
            add(d, 0, "*", 1);
            s++;
        }
        s += strspn(s, "0123456789");
    }
    size_t length = strspn(s, "hlzjt");
    if (s[length] == '\0' || strchr("diuxXcsfgeE", s[length]) == NULL) {
        d->good = false; // also %n
        return s;
    }
    char type[DIRECTIVE_SIZE + 1] = "";
    snprintf(type, sizeof type, "%.*s", (int)(length + 1), s);
    add(d, position, type, length + 1);
    return s + length + 1;
}

static Directives directives(const char *text)
{
    Directives d = { .good = true };
    while ((text = strchr(text, '%')) != NULL) {
        text = directive(&d, text + 1);
    }
    d.good = d.good && !(d.numbered && d.in_order); // C knows no format with both
    for (int i = 0; i < d.count; i++) {
        d.good = d.good && d.types[i][0] != '\0';
    }
    return d;
}

bool language_same_format(const char *source, const char *translation, bool fewer)
{
    Directives a = directives(source);
    Directives b = directives(translation);
    if (!a.good || !b.good) {
        return !a.good; // a source like "99 %" is no format: nobody gives it to printf
    }
    if (b.count > a.count || (b.count < a.count && (!fewer || b.numbered))) {
        return false;
    }
    for (int i = 0; i < b.count; i++) {
        if (strcmp(a.types[i], b.types[i]) != 0) {
            return false;
        }
    }
    return true;
}

int language_check_formats(LanguageCatalogue *catalogue)
{
    int wrong = 0;
    for (int i = 0; i < catalogue->count; i++) {
        LanguageEntry *it = &catalogue->entries[i];
        const char *source = it->plural != NULL ? it->plural : it->text;
        char what[120];
        bool good = true;
        for (int form = 0; form < it->form_count && it->to[form] != NULL; form++) {
            good = good && (it->to[form][0] == '\0' ||
                            (language_same_format(source, it->to[form], it->plural != NULL) &&
                             language_same_fills(source, it->to[form], what, sizeof what)));
        }
        if (!good) {
            it->form_count = 0;
            wrong++;
        }
    }
    return wrong;
}
