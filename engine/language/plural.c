// Reads and works out the expression in one go, each time: it is a line long.
#include "language/plural.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEP_MAX = 40, TRIED = 1200 };

typedef struct Reading {
    const char *at;
    unsigned long n;
    int deep;
    bool wrong;
} Reading;

static unsigned long read_choice(Reading *r);

static char peek(Reading *r)
{
    while (*r->at == ' ' || *r->at == '\t') {
        r->at++;
    }
    return *r->at;
}

static unsigned long refuse(Reading *r)
{
    r->wrong = true;
    return 0;
}

static unsigned long read_value(Reading *r)
{
    unsigned long value = 0;
    char c = peek(r);
    if (++r->deep > DEEP_MAX) {
        refuse(r);
    } else if (c == '!') {
        r->at++;
        value = read_value(r) == 0;
    } else if (c == '(') {
        r->at++;
        value = read_choice(r);
        if (peek(r) != ')') {
            refuse(r);
        } else {
            r->at++;
        }
    } else if (c == 'n') {
        r->at++;
        value = r->n;
    } else if (c >= '0' && c <= '9') {
        for (; *r->at >= '0' && *r->at <= '9'; r->at++) {
            value = value > 100000000 ? refuse(r) : value * 10 + (unsigned long)(*r->at - '0');
        }
    } else {
        refuse(r);
    }
    r->deep--;
    return value;
}

// The operators from the weakest to the strongest; longer ones before those they begin with.
static const char *const levels[][5] = {
    { "||", NULL },       { "&&", NULL },
    { "==", "!=", NULL }, { "<=", ">=", "<", ">", NULL },
    { "+", "-", NULL },   { "*", "/", "%", NULL },
};
enum { LEVELS = sizeof levels / sizeof *levels };

static unsigned long work_out(Reading *r, const char *operator, unsigned long a, unsigned long b)
{
    switch (operator[0]) {
    case '|':
        return a != 0 || b != 0;
    case '&':
        return a != 0 && b != 0;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return operator[1] == '=' ? a <= b : a<b;
    case '>':
        return operator[1] == '=' ? a >= b : a> b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    default:
        return b == 0 ? refuse(r) : operator[0] == '/' ? a / b : a % b;
    }
}

static unsigned long read_level(Reading *r, int level)
{
    if (level == LEVELS) {
        return read_value(r);
    }
    unsigned long value = read_level(r, level + 1);
    while (!r->wrong) {
        const char *const *it = levels[level];
        peek(r);
        while (*it != NULL && strncmp(r->at, *it, strlen(*it)) != 0) {
            it++;
        }
        if (*it == NULL) {
            break;
        }
        r->at += strlen(*it);
        value = work_out(r, *it, value, read_level(r, level + 1));
    }
    return value;
}

static unsigned long read_choice(Reading *r)
{
    if (++r->deep > DEEP_MAX) {
        return refuse(r);
    }
    unsigned long value = read_level(r, 0);
    if (!r->wrong && peek(r) == '?') {
        r->at++;
        unsigned long yes = read_choice(r);
        if (peek(r) != ':') {
            return refuse(r);
        }
        r->at++;
        unsigned long no = read_choice(r);
        value = value != 0 ? yes : no;
    }
    r->deep--;
    return value;
}

static bool form_of(const LanguagePlural *plural, unsigned long n, unsigned long *form)
{
    Reading r = { plural->expression, n, 0, false };
    *form = read_choice(&r);
    return !r.wrong && peek(&r) == '\0' && *form < (unsigned long)plural->forms;
}

LanguagePlural language_plural_english(void)
{
    return (LanguagePlural){ 2, "n != 1" };
}

bool language_plural_read(const char *line, LanguagePlural *out, const char **why)
{
    const char *forms = strstr(line, "nplurals=");
    const char *plural = strstr(line, "plural=");
    *out = (LanguagePlural){ .forms = forms == NULL ? 0 : (int)strtol(forms + 9, NULL, 10) };
    if (out->forms < 1 || out->forms > PLURAL_FORMS_MAX || plural == NULL) {
        *why = "it is not \"nplurals=2; plural=(n != 1);\" with 1 to 6 forms";
        return false;
    }
    size_t length = strcspn(plural + 7, ";\n");
    if (length >= sizeof out->expression) {
        *why = "its expression is too long";
        return false;
    }
    memcpy(out->expression, plural + 7, length);
    out->expression[length] = '\0';
    for (unsigned long n = 0; n < TRIED; n++) {
        unsigned long form = 0;
        if (!form_of(out, n, &form)) {
            *why = "its expression cannot be read, or gives a form that there is not";
            return false;
        }
    }
    return true;
}

int language_plural_form(const LanguagePlural *plural, unsigned long n)
{
    unsigned long form = 0;
    return form_of(plural, n, &form) ? (int)form : 0;
}
