// Reads lines of trust events. A line that is too long or no text ends the reading: whatever it is,
// it is no file of events.
#define _POSIX_C_SOURCE 200809L

#include "app/events.h"

#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <string.h>

bool events_open(Events *events, const char *path, Err *err)
{
    *events = (Events){ .file = stdin, .name = "standard input" };
    if (strcmp(path, "-") == 0) {
        return true;
    }
    events->name = path;
    if (file_is_folder(path)) {
        return err_set(err, ERR_INPUT, "%.200s is a folder, not a file of events", path);
    }
    events->file = fopen(path, "r");
    if (events->file == NULL) {
        return err_set(err, ERR_INPUT, "%.200s cannot be read: %s", path, strerror(errno));
    }
    return true;
}

void events_close(Events *events)
{
    if (events->file != NULL && events->file != stdin) {
        fclose(events->file);
    }
}

static bool bad_line(const Events *events, const char *what, Err *err)
{
    err_set(err, ERR_INPUT, "%s", what);
    err_fix(err, "events are lines of text, one each, for example: kept 4h");
    return err_at(err, events->name, events->line, 0);
}

// The next line into `text`, without its newline. EVENTS_ONE: there is one.
static EventsNext read_line(Events *events, Err *err)
{
    size_t length = 0;
    int c = getc_unlocked(events->file);
    if (c == EOF) {
        if (ferror(events->file)) {
            err_set(err, ERR_SYSTEM, "%.200s cannot be read on", events->name);
            return EVENTS_BAD;
        }
        return EVENTS_END;
    }
    events->line++;
    for (; c != EOF && c != '\n'; c = getc_unlocked(events->file)) {
        if (c == '\0' || length >= TRUST_LINE_BYTES) {
            bad_line(events, c == '\0' ? "this is no text" : "this line is too long for an event",
                     err);
            return EVENTS_BAD;
        }
        events->text[length++] = (char)c;
    }
    events->text[length] = '\0';
    if (!utf8_valid(events->text, length, NULL)) {
        bad_line(events, "this is no text in UTF-8", err);
        return EVENTS_BAD;
    }
    return EVENTS_ONE;
}

EventsNext events_next(Events *events, TrustLine *out, Err *err)
{
    for (;;) {
        EventsNext next = read_line(events, err);
        if (next != EVENTS_ONE) {
            return next;
        }
        const char *mark = events->line == 1 && strncmp(events->text, "\xEF\xBB\xBF", 3) == 0
                               ? events->text + 3 // as some editors begin a file
                               : events->text;
        if (!trust_line_read(mark, out, err)) {
            err_at(err, events->name, events->line, 0);
            return EVENTS_BAD;
        }
        if (out->times > 0) {
            return EVENTS_ONE;
        }
    }
}
