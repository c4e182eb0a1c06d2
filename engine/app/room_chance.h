// What each answer of the question would do to the chance of a sound bridge, for the facilitator: counted by
// view/console_chance in slices, between requests. For the console as a page; a window counts its own.
#pragma once

#include "room/room.h"
#include "view/console_chance.h"
#include "web/pages.h"

typedef struct RoomChance {
    ConsoleChance counts;
    uint32_t version; // of the room when it was last looked at; 0: never
} RoomChance;

void room_chance_deinit(RoomChance *chance);

// Follows the room; counts for a few milliseconds at most. `out` is what is known. True: out is another than before.
bool room_chance_step(RoomChance *chance, const Room *room, WebChance *out);
bool room_chance_is_counting(const RoomChance *chance);
