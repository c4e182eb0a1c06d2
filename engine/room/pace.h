// How a session keeps to its plan: from how far the story has come and how long that took; and whether it is time to
// wonder that nobody comes in. Pure.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct RoomPace {
    int planned_seconds; // after which so many questions were planned to be decided
    int behind_minutes;  // more than planned; negative: ahead; 0: within a minute and a half
    int expected;        // questions in all, about
} RoomPace;

// `expected`: questions of a usual way, at least 1. A longer way stretches the plan, not the clock.
RoomPace room_pace(int decided, int expected, int play_minutes, int elapsed_seconds);

// Guest Wi-Fi that keeps devices apart cannot be seen, only guessed: the room has been open for a minute, and no other
// device was ever heard of. `reached`: something but this computer got through.
bool room_nobody_comes(bool reached, int phones_ever, int64_t open_milliseconds);
