// What the tests of plans, slots, the record and forgetting share: a store in a folder, and plays in it as
// the program records them.
#pragma once

#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "store/database.h"
#include "store/forget.h"
#include "store/known.h"
#include "store/plans.h"
#include "store/record.h"
#include "store/resume.h"
#include "story/playground.h"

#include <stdio.h>
#include <string.h>

static inline Store *keeping_open(const char *folder)
{
    Err notice;
    Store *store = store_open(folder, &notice);
    assert_string_equal(notice.message, "");
    assert_true(store_is_kept(store));
    return store;
}

// Records `way` in the playground as the program does, with bridges and what was read.
static inline void keeping_play(Store *store, const Scenario *scenario, uint64_t seed,
                                const char *way, const char *ending)
{
    StorePlaythrough now;
    StoryHistory history;
    Err err = { 0 };
    int done = 0;
    resume_describe(scenario, seed, &now);
    assert_true(history_open(&history, scenario, seed, &err));
    assert_true(history_walk(&history, way, &done, &err));
    resume_begin(store, &history);
    for (int i = 0; i < history.journal.count; i++) {
        store_learn(store, known_mark(scenario, &history.journal.events[i]));
    }
    char checkpoint[SAVE_MAX];
    StoreBridge bridges[STORY_PEOPLE_MAX];
    assert_true(save_write(scenario, history.now, checkpoint, sizeof checkpoint) > 0);
    StoreStand stand = { .checkpoint = checkpoint,
                         .standing = "Tuesday, 12:00",
                         .ending = ending,
                         .bridges = bridges,
                         .bridge_count =
                             resume_bridges(scenario, history.now, &history.journal, bridges),
                         .met = 1u << (seed % 20) };
    assert_true(store_append(store, NULL, &stand, &err));
    history_close(&history);
}

static inline void keeping_sql(Store *store, const char *sql)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(store->db));
    }
}

static inline int keeping_count(Store *store, const char *sql)
{
    sqlite3_stmt *select = database_prepare(store->db, sql);
    assert_non_null(select);
    assert_int_equal(sqlite3_step(select), SQLITE_ROW);
    int count = sqlite3_column_int(select, 0);
    sqlite3_finalize(select);
    return count;
}
