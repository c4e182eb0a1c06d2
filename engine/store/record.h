// The learner's own record: every playthrough as a line with its bridges, newest first. Read from the
// file's rows alone: no scenario is loaded and nothing is replayed, so a year of it takes milliseconds.
#pragma once

#include "store/store.h"
#include "story/scenario.h"

typedef struct StoreRecord {
    int64_t row;
    char scenario[STORE_NAME_MAX]; // id
    char standing[STORE_NAME_MAX]; // the ending's title, or "Wednesday, 16:40"
    char ending[STORE_NAME_MAX];   // id, "" while it is open
    int64_t started, changed;      // seconds since 1970
    int32_t day;                   // of the last change (course.h)
    bool ended;
    int seconds;                           // played
    uint32_t met;                          // mechanics: bit n-1 for An
    StoreBridge bridges[STORY_PEOPLE_MAX]; // the one that the screen was about first
    int bridge_count;                      // 0 where an older program kept it
} StoreRecord;

// From the `from`-th (0 is the newest) on; `scenario` NULL: of all. Returns how many were put into out.
int store_records(Store *store, const char *scenario, int from, int max, StoreRecord *out);
int store_record_count(Store *store, const char *scenario);

// What was met on all ways together; the first day on which a playthrough of that scenario was finished,
// COURSE_NO_DAY where none was (scenario NULL: of any).
uint32_t store_met(Store *store);
int32_t store_first_finished(Store *store, const char *scenario);

// Forgets one playthrough with its journal and its slots; it is then really gone (forget.h).
bool store_record_remove(Store *store, int64_t row, Err *err);

// A bridge as text and back, for whoever keeps one elsewhere: 139 plain characters at most.
enum { STORE_BRIDGE_TEXT_MAX = 160 };
void store_bridge_write(const BridgeCondition *bridge, char out[STORE_BRIDGE_TEXT_MAX]);
bool store_bridge_read(const char *text, BridgeCondition *out);
