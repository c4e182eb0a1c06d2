// Errors as values. Whatever is put in stays one line that can be shown anywhere: line ends and other
// control characters become spaces or '?', and what does not fit is cut between two characters, never
// inside one. Knows nothing of where errors are shown.
#include "base/err.h"

#include "base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

// Makes one line of the text that vsnprintf has left in `line`.
static void tidy(char *line)
{
    size_t length = strlen(line);
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
        length--;
    }
    line[length] = '\0';
    utf8_tidy(line);
}

bool err_set(Err *err, ErrKind kind, const char *format, ...)
{
    if (err == NULL) {
        return false;
    }
    // The arguments may point into *err itself, so the text is made before anything is cleared.
    char message[sizeof err->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    tidy(message);

    *err = (Err){ .kind = kind };
    memcpy(err->message, message, strlen(message) + 1);
    return false;
}

bool err_fix(Err *err, const char *format, ...)
{
    if (err == NULL) {
        return false;
    }
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(err->fix, sizeof err->fix, format, arguments);
    va_end(arguments);
    tidy(err->fix);
    return false;
}

bool err_at(Err *err, const char *file, int line, int column)
{
    if (err == NULL) {
        return false;
    }
    char name[sizeof err->file];
    snprintf(name, sizeof name, "%s", file != NULL ? file : "");
    tidy(name);
    memcpy(err->file, name, sizeof name);
    err->line = line;
    err->column = column;
    return false;
}

bool err_context(Err *err, const char *format, ...)
{
    if (err == NULL) {
        return false;
    }
    char prefix[sizeof err->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(prefix, sizeof prefix, format, arguments);
    va_end(arguments);
    tidy(prefix);

    char whole[sizeof prefix + 2 + sizeof err->message];
    int length = snprintf(whole, sizeof whole, "%s: %s", prefix, err->message);
    size_t kept = (size_t)length < sizeof err->message ? (size_t)length : sizeof err->message - 1;
    memcpy(err->message, whole, kept);
    err->message[kept] = '\0';
    tidy(err->message);
    return false;
}

const char *err_line(const Err *err, char *out, int out_size)
{
    assert(out_size > 0);
    char place[sizeof err->file + 32] = "";
    if (err->file[0] != '\0' && err->line > 0 && err->column > 0) {
        snprintf(place, sizeof place, "%s:%d:%d: ", err->file, err->line, err->column);
    } else if (err->file[0] != '\0' && err->line > 0) {
        snprintf(place, sizeof place, "%s:%d: ", err->file, err->line);
    } else if (err->file[0] != '\0') {
        snprintf(place, sizeof place, "%s: ", err->file);
    }
    const char *open = err->fix[0] != '\0' ? " (" : "";
    const char *close = err->fix[0] != '\0' ? ")" : "";
    snprintf(out, (size_t)out_size, "%s%s%s%s%s", place, err->message, open, err->fix, close);
    tidy(out);
    return out;
}

int err_exit_code(ErrKind kind)
{
    switch (kind) {
    case ERR_NONE:
        return 0;
    case ERR_FINDING:
        return 1;
    case ERR_USAGE:
        return 2;
    case ERR_INPUT:
        return 3;
    case ERR_SYSTEM:
        return 4;
    }
    assert(false && "every kind has its exit code");
    return 4;
}
