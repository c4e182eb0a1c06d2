// Where a package is unpacked and tried before it is installed: data/incoming/<process>/, one for each
// program that installs. What a crash leaves there is put right at the next start: a scenario that was on
// its way out of its place goes back, everything else is deleted.
#pragma once

#include "app/paths.h"

typedef struct Incoming {
    char folder[PATHS_SIZE]; // incoming/<process>
    char fresh[PATHS_SIZE];  // below it: the unpacked package
    char old[PATHS_SIZE];    // below it: what stood in its place
} Incoming;

// Empty, and its paths. False when the path of the data folder is too long or cannot be written.
bool incoming_open(const char *data, Incoming *out, Err *err);
void incoming_close(const Incoming *incoming); // deletes it

// Puts fresh/<id> into `place`; the old one, where there is one, is out of the way before and gone behind it.
// After a power cut the old or the new one stands there, or incoming_recover puts the old one back.
bool incoming_move_in(const Incoming *incoming, const char *id, const char *place, Err *err);

// Of programs that are gone. Costs one look where there is nothing.
void incoming_recover(const char *data);
