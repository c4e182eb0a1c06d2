// Everything of a profile in one place: as one readable file, gone at once, and where it lies.
#pragma once

#include "app/profiles.h"
#include "base/text.h"
#include "store/store.h"

// Everything that is kept: playthroughs with every choice, plans, slots, settings, what was read.
// Format: README.md. False when the store cannot be read.
bool learner_data_json(Store *store, const char *name, Text *out, Err *err);
// The same to be read by people: one HTML file with the bridges drawn.
bool learner_data_html(Store *store, const char *name, const char *language, Text *out, Err *err);

// A place where something is kept.
typedef struct LearnerPlace {
    char path[PATHS_SIZE];
    char what[160]; // in words
    int64_t bytes;  // -1: not there
} LearnerPlace;

// Fills up to `max` places of that profile (and what all share); returns their number.
int learner_data_places(const Profile *profile, const char *data, LearnerPlace *out, int max);

// Deletes everything of the profile: database, pages, files moved aside, and (for the last one) the log and
// sessions with a room.
// Close its store before. Scenarios stay.
bool learner_data_delete(const Profile *profile, const char *data, Err *err);
