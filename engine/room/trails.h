// The ways of tables that came to their end, laid side by side: which there are, how many took each, where two
// of them parted, choice by choice. Pure. A way is named by its place in an order that hangs on the ways alone,
// never by a table's number; which ways may be shown at all is decided here (README.md, "What may be shown").
#pragma once

#include "room/tables.h"

typedef struct RoomTrail {
    const RoomTable *table; // borrowed: one of those that took it
    int tables, people;     // that took it; people: as far as they said how many they are
} RoomTrail;

typedef struct RoomTrails {
    RoomTrail items[ROOM_TABLES_MAX];
    int count;
    int through, tables; // tables that came to an end, and all
    bool held_back;      // ways there are, but so few tables that they would tell of one
} RoomTrails;

// Best kind of ending first, then most trust; ways that are alike in both in the order of their choices' ids.
void room_trails_find(const RoomTables *tables, int least, RoomTrails *out);

// "A", "B", .. "Z", "AA"
void room_trail_name(int trail, char out[4]);

// One row of two ways laid side by side: what was chosen at that time of the story.
typedef struct RoomTrailRow {
    int32_t minute;
    int a, b;    // numbers of the choices; -1: this one had none then
    bool same;   // both took the same
    bool parted; // the first at which they did not
} RoomTrailRow;

// The caller gives room for a's and b's choices. Their number.
int room_trail_rows(const StoryHistory *a, const StoryHistory *b, RoomTrailRow *out);

// Whose bridge tells the ways apart best: the ends of their trust lie widest apart. STORY_NONE without a way.
int room_trails_person(const RoomTrails *trails);

// How many choices both have in common before they part.
int room_trail_common(const StoryHistory *a, const StoryHistory *b);
