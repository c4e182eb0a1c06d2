// A file or standard input of trust events, line by line, in constant memory. What a line means is
// trust/lines.h's business.
#pragma once

#include "trust/lines.h"

#include <stdio.h>

typedef struct Events {
    FILE *file;
    const char *name; // for messages: the path, or "standard input"
    int line;         // of the last event, from 1
    char text[TRUST_LINE_BYTES + 1];
} Events;

// path "-" is standard input. False with ERR_INPUT.
bool events_open(Events *events, const char *path, Err *err);
void events_close(Events *events);

typedef enum EventsNext { EVENTS_ONE, EVENTS_END, EVENTS_BAD } EventsNext;

// The next event; comments and empty lines are passed over. EVENTS_BAD with the line in `err`.
EventsNext events_next(Events *events, TrustLine *out, Err *err);
