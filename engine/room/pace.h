// How a session keeps to its plan: from how far the story has come and how long that took. Pure.
#pragma once

typedef struct RoomPace {
    int planned_seconds; // after which so many questions were planned to be decided
    int behind_minutes;  // more than planned; negative: ahead; 0: within a minute and a half
    int expected;        // questions in all, about
} RoomPace;

// `expected`: questions of a usual way, at least 1. A longer way stretches the plan, not the clock.
RoomPace room_pace(int decided, int expected, int play_minutes, int elapsed_seconds);
