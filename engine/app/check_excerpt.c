// A long line is cut around the mark.
#include "app/check_excerpt.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { FILE_LIMIT = 1 << 20, COLUMNS = 70, BEFORE = 24 };

typedef struct Span {
    size_t from, length; // bytes of the line
} Span;

// The line as a text of its own, tabs as spaces (mem_free); NULL where there is none.
static char *read_line(const char *path, int line)
{
    char *text = NULL;
    size_t size = 0;
    Err err = { 0 };
    if (line < 1 || !file_read(path, FILE_LIMIT, &text, &size, &err)) {
        return NULL;
    }
    const char *start = text;
    for (int i = 1; i < line && start != NULL; i++) {
        start = strchr(start, '\n');
        start = start != NULL ? start + 1 : NULL;
    }
    char *out = NULL;
    if (start != NULL) {
        size_t length = strcspn(start, "\r\n");
        out = mem_alloc(length + 1);
        memcpy(out, start, length);
        for (size_t i = 0; i < length; i++) {
            if (out[i] == '\t') {
                out[i] = ' ';
            }
        }
    }
    mem_free(text);
    return out;
}

static bool find(const char *line, const char *what, size_t skip, Span *out)
{
    const char *found = what[0] != '\0' ? strstr(line, what) : NULL;
    if (found != NULL) {
        *out = (Span){ (size_t)(found - line) + skip, strlen(what) - skip };
    }
    return found != NULL;
}

// The name in quotes, the local in brackets, the condition as it stands; else the first word.
static Span meant(const char *line, const char *id)
{
    char what[160];
    Span span = { strspn(line, " "), 0 };
    const char *dot = strrchr(id, '.');
    bool condition = strpbrk(id, "( ") != NULL;
    snprintf(what, sizeof what, "\"%s\"", dot != NULL ? dot + 1 : id);
    if (find(line, what, 0, &span)) {
        return span;
    }
    snprintf(what, sizeof what, "(%s", id);
    if (id[0] != '\0' && find(line, what, 1, &span)) {
        return span;
    }
    if (id[0] == '{' && find(line, id, 0, &span)) {
        return span;
    }
    if (condition && (find(line, id, 0, &span) || find(line, "when", 0, &span))) {
        return span;
    }
    span.length = strcspn(line + span.from, " ,({\"");
    return span;
}

static bool begins_letter(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

// Columns of the first `length` bytes; of more than fit, letters.
static int columns_of(const char *text, size_t length)
{
    char part[SCRIPT_EXCERPT_SIZE];
    int letters = 0;
    if (length < sizeof part) {
        snprintf(part, sizeof part, "%.*s", (int)length, text);
        return utf8_columns(part);
    }
    for (size_t i = 0; i < length; i++) {
        letters += begins_letter(text[i]);
    }
    return letters;
}

// What fits, from a place on; an ellipsis stands for what does not.
static void cut(ScriptExcerpt *out, const char *line, size_t from)
{
    size_t used = 0;
    int columns = 0;
    if (from > 0) {
        used = (size_t)snprintf(out->text, sizeof out->text, "…");
        columns = 1;
    }
    for (const char *at = line + from; *at != '\0'; at++) {
        columns += begins_letter(*at);
        if (columns > COLUMNS || used + 8 > sizeof out->text) {
            snprintf(out->text + used, sizeof out->text - used, "…");
            return;
        }
        out->text[used++] = *at;
        out->text[used] = '\0';
    }
}

void check_excerpt(ScriptExcerpt *out, const char *path, int line, const char *id)
{
    *out = (ScriptExcerpt){ .mark = 0 };
    char *text = read_line(path, line);
    if (text != NULL && text[strspn(text, " ")] != '\0') {
        Span span = meant(text, id);
        size_t from = 0;
        if (columns_of(text, span.from) + columns_of(text + span.from, span.length) > COLUMNS) {
            from = span.from > BEFORE ? span.from - BEFORE : 0;
            while (from > 0 && !begins_letter(text[from])) {
                from--;
            }
        }
        cut(out, text, from);
        out->mark = columns_of(text + from, span.from - from) + (from > 0);
        int room = COLUMNS - out->mark;
        int marked = columns_of(text + span.from, span.length);
        out->mark_columns = marked < 1 ? 1 : marked < room ? marked : room;
    }
    mem_free(text);
}
