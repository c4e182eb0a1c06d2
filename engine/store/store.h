// What is kept on this computer: playthroughs with every choice, and if-then plans, in one SQLite file
// `plankwright.db` (WAL, synchronous=FULL: it survives a crash and a power cut). A choice is kept before
// its consequence is shown. Whatever goes wrong with the disk, playing goes on: what could not be written
// waits in memory and is written with the next choice. Knows no window and no Lua. Beside this: plans.h,
// record.h (bridges over time), slots.h, known.h (what was read before), forget.h.
#pragma once

#include "base/err.h"
#include "bridge/bridge.h"
#include "story/save.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    STORE_NAME_MAX = 96,  // bytes of a name or a standing with the NUL; longer ones are cut
    STORE_ID_MAX = 256,   // of a whole option id, likewise
    STORE_SAID_MAX = 200, // of what an option says, likewise
    STORE_PERSON_MAX = 48,
};

typedef struct Store Store;

typedef enum StoreEntryKind {
    STORE_CHOOSE,  // id: whole id of the option
    STORE_UNDO,    // the last choice that still stands is taken back
    STORE_UNDO_TO, // back to before the choice number `count` (0: the start)
} StoreEntryKind;

typedef struct StoreEntry {
    StoreEntryKind kind;
    int count;      // STORE_UNDO_TO
    int32_t minute; // the story's clock
    char id[STORE_ID_MAX];
    char said[STORE_SAID_MAX]; // STORE_CHOOSE: the option in the words the player read; "" unknown
    char after[SAVE_MAX];      // STORE_CHOOSE: save_write's text of what came of it; "" unknown
} StoreEntry;

typedef struct StorePlaythrough {
    int64_t row; // 0: not in the file yet
    char scenario[STORE_NAME_MAX];
    uint64_t scenario_hash;
    int version; // of the scenario
    char preset[STORE_NAME_MAX];
    int preset_version;
    uint64_t seed;
    int64_t started, changed; // seconds since 1970; set by the store
    bool ended;
    char ending[STORE_NAME_MAX];   // its id, "" before
    char standing[STORE_NAME_MAX]; // "Wednesday, 16:40"
    char checkpoint[SAVE_MAX];     // save_write's text; "" when it did not fit
    int seconds;                   // played; pauses of more than five minutes count as five
} StorePlaythrough;

// A bridge to show later, also when the scenario is gone or was edited: whose it is, and how it stands.
typedef struct StoreBridge {
    char person[STORE_PERSON_MAX]; // first name, as it was read
    BridgeCondition bridge;        // without the promises' ids: they are -1
} StoreBridge;

// Where a playthrough stands after an entry. All but the first three may be left out.
typedef struct StoreStand {
    const char *checkpoint, *standing, *ending; // ending NULL while it runs
    const StoreBridge *bridges; // to everybody, the one that the screen is about first
    int bridge_count;
    uint32_t met; // mechanics met on this way: bit n-1 for An
} StoreStand;

// Opens (makes) folder/plankwright.db. Always returns a store. *notice tells what the player should know:
// kind ERR_NONE: all is well; ERR_INPUT: the file was damaged, was moved aside under a name given in the
// message, and what could be read was taken over; ERR_SYSTEM: nothing can be kept in that place (or it is
// of a newer program): the store then lives in memory, with what could be read.
Store *store_open(const char *folder, Err *notice);
void store_close(Store *store); // NULL is fine

// Reads all of the file, however large (store_open leaves that out where it is). False: it was damaged, and
// was replaced as store_open does; *notice says so. What is being recorded goes on.
bool store_check(Store *store, Err *notice);

bool store_is_kept(const Store *store);     // false: in memory only
bool store_is_fresh(const Store *store);    // the file was made by this store_open
const char *store_path(const Store *store); // of the file, also when it could not be opened

// Begins to record a playthrough (row, started, changed are ignored) that has come this far through
// `entries`. It is put into the file with the next store_append, so that only looking leaves no trace.
void store_begin(Store *store, const StorePlaythrough *play, const StoreEntry *entries, int count);

// Goes on recording one that is in the file. False (ERR_SYSTEM) when it cannot be read.
bool store_continue(Store *store, const StorePlaythrough *play, Err *err);

// Writes the entry and the stand after it, in one transaction, and whatever waited before. When false comes
// back (ERR_SYSTEM), nothing is lost: it waits in memory and is tried again with the next entry. A
// second program that went on with the same playthrough is noticed: this one then becomes a playthrough
// of its own, true comes back, and store_forked says so once.
bool store_append(Store *store, const StoreEntry *entry, const StoreStand *stand, Err *err);
int store_waiting(const Store *store); // entries that are not in the file yet
bool store_forked(Store *store);       // once true after it happened
const StorePlaythrough *
store_current(const Store *store); // NULL before store_begin or store_continue

// The latest playthrough of a scenario (id) that is not ended, or NULL-like false.
bool store_latest_open(Store *store, const char *scenario, StorePlaythrough *out);
// The latest of all, ended or not; `scenario` NULL for any.
bool store_latest(Store *store, const char *scenario, StorePlaythrough *out);
bool store_playthrough(Store *store, int64_t row, StorePlaythrough *out); // that one
int store_times_ended(Store *store, const char *scenario);

// The journal of a playthrough in order; mem_free *out. False with ERR_SYSTEM when it cannot be read.
bool store_entries(Store *store, int64_t row, StoreEntry **out, int *count, Err *err);

// The day (course.h) on which a moment (seconds since 1970) falls here; and today.
int32_t store_day_of(int64_t seconds);
int32_t store_today(void);

// Settings are numbers by name ("type_size"). store_setting gives `otherwise` where nothing was kept.
bool store_setting_keep(Store *store, const char *name, int value, Err *err);
int store_setting(Store *store, const char *name, int otherwise);
// Others are words ("language"). False where nothing was kept; out is then "".
bool store_words_keep(Store *store, const char *name, const char *words, Err *err);
bool store_words(Store *store, const char *name, char *out, int out_size);

// One thing that was kept: a setting (`words` NULL: a number), or how much was read of a scenario.
typedef void StoreVisit(void *context, const char *name, const char *words, int value);
void store_each_setting(Store *store, StoreVisit *visit, void *context); // by name

// Limits the file to that many pages, as a full disk does (0: no limit). For tests.
void store_limit_pages(Store *store, int pages);

const char *store_sqlite_version(void);
