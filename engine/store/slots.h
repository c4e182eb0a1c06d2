// Slots: places the learner wants to come back to, with a name and a picture. A slot is a playthrough up
// to a point of its journal. Going on from one begins a playthrough of its own; the slot stays, and so
// does the playthrough it was made in. Slots stay until they are removed, whatever the time set for the rest.
#pragma once

#include "store/store.h"

enum { STORE_SLOTS_MAX = 24 };

typedef struct StoreSlot {
    int64_t row;
    char name[STORE_NAME_MAX]; // the learner's; "" for none: the standing says enough
    StorePlaythrough play;     // as it was: standing, ending and checkpoint are the slot's
    int entries;               // of the journal up to here, undone ones too
    int choices;               // that stand
    int64_t made;              // seconds since 1970
    StoreBridge bridge;        // the picture; person "" where there is none
} StoreSlot;

// Keeps the place where the recorded playthrough stands now. False (ERR_USAGE) when all places are taken,
// (ERR_SYSTEM) when nothing can be kept. *row (may be NULL): the slot's.
bool store_slot_keep(Store *store, const char *name, int64_t *row, Err *err);
bool store_slot_rename(Store *store, int64_t row, const char *name, Err *err);
bool store_slot_remove(Store *store, int64_t row, Err *err);

// Newest first; of one scenario, or of all (NULL). Returns how many were put into out.
int store_slots(Store *store, const char *scenario, int max, StoreSlot *out);
bool store_slot(Store *store, int64_t row, StoreSlot *out);

// The journal up to the slot; mem_free *out.
bool store_slot_entries(Store *store, const StoreSlot *slot, StoreEntry **out, int *count,
                        Err *err);
