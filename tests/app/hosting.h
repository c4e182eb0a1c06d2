// What the tests of a Host share: a small story in a folder of its own, the request that plays it, what of it is
// on the disk, and letters half as wide as they are high. A test draws and presses by itself.
#pragma once

#include "support/test.h"

#include "app/host.h"
#include "base/arena.h"

#include <stdio.h>
#include <string.h>

static char folder[512], story_path[700];
static PlayRequest request;

static inline float width_of(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context, (void)font, (void)text;
    return size * 0.5f * (float)bytes;
}

// Writes the story ("small") and asks for it, with seed 1 and a data folder of the test's own.
static inline void hosting_story(const char *lua)
{
    snprintf(folder, sizeof folder, "%s", test_folder("small"));
    snprintf(story_path, sizeof story_path, "%s/scenario.lua", folder);
    test_write(story_path, lua, strlen(lua));
    paths_init("test");
    request = (PlayRequest){ .scenario = folder, .seed = 1, .seed_given = true };
    snprintf(request.data, sizeof request.data, "%s", test_folder("data"));
}

static inline Scenario *hosting_load(void)
{
    Err err = { 0 };
    Scenario *scenario = library_load(folder, request.data, &err);
    if (scenario == NULL) {
        fail_msg("%s", err.message);
    }
    return scenario;
}

// How many choices of it are kept, as a second program reads them; *last (may be NULL) is the kind of the last.
static inline int stored_entries(StoreEntryKind *last)
{
    Err notice;
    Store *store = store_open(request.data, &notice);
    StorePlaythrough play;
    int count = 0;
    StoreEntry *entries = NULL;
    if (store_latest(store, "small", &play) &&
        store_entries(store, play.row, &entries, &count, NULL) && count > 0 && last != NULL) {
        *last = entries[count - 1].kind;
    }
    mem_free(entries);
    store_close(store);
    return count;
}
