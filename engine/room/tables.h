// Tables: groups (or single learners) that play the room's scenario at their own pace, each with a playthrough
// of its own. Pure, like the room; a table is known by a number that means nothing elsewhere.
#pragma once

#include "base/text.h"
#include "room/room.h"

enum { ROOM_TABLES_MAX = 250, ROOM_TABLE_PEOPLE_MAX = 99 };

typedef struct RoomTable {
    uint64_t id;
    int number; // 1.. in the order in which they sat down
    int people; // as they said, 0: they did not
    StoryHistory history;
    StoryOffer offers[ROOM_OPTIONS_MAX];
    int offer_count; // 0 at the end
} RoomTable;

// Zeroed memory with `scenario` and `seed` set is an empty room. All play with the same seed: what differs
// between two tables is what they chose.
typedef struct RoomTables {
    const Scenario *scenario; // borrowed
    uint64_t seed;
    RoomTable *items[ROOM_TABLES_MAX];
    int count;
} RoomTables;

void room_tables_deinit(RoomTables *tables);

RoomTable *room_tables_find(const RoomTables *tables, uint64_t id);    // or NULL
RoomTable *room_tables_add(RoomTables *tables, uint64_t id, Err *err); // a new one, at the start

// `at` is the number of choices that the page stood at: a second press of the same button does nothing.
bool room_table_choose(const RoomTables *tables, RoomTable *table, int at, int option, Err *err);
bool room_table_back(const RoomTables *tables, RoomTable *table, int at, Err *err);

// The way so far, to be kept, and taken again.
void room_table_way(const RoomTable *table, Text *out);
bool room_table_take(const RoomTables *tables, RoomTable *table, const char *way, Err *err);
