// A recorded way: tests/*.play of a scenario, "choices: a,b,c", "seed: N", any number of "expect: …"
// (app/expect.h), an empty line, the transcript. A byte order mark and CRLF are read over.
#pragma once

#include "base/err.h"

#include <stdint.h>

typedef struct Recording {
    char *text; // the whole file
    char *choices;
    uint64_t seed;
    char **expects; // what stands behind each "expect:"
    int expect_count;
    const char *body; // the transcript, in `text`
} Recording;

enum { RECORDING_EXPECTS_AT = 3 }; // the line of the first "expect:"

bool recording_read(Recording *out, const char *path, Err *err);
void recording_deinit(Recording *recording);

// The paths of a scenario folder's recorded ways, sorted; none where it has no folder tests.
typedef struct RecordingList {
    char **paths;
    int count;
} RecordingList;

void recording_list(RecordingList *list, const char *folder);
void recording_list_deinit(RecordingList *list);
