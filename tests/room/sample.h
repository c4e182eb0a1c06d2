// A room over a shipped scenario, and tokens.
#pragma once

#include "support/test.h"

#include "room/room.h"
#include "script/script.h"

#include <string.h>

static inline Scenario *sample_scenario(void)
{
    Err err = { 0 };
    Scenario *scenario =
        script_load(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief", NULL, &err);
    if (!scenario) {
        fail_msg("%s", err.message);
    }
    return scenario;
}

static inline Room sample_room(const Scenario *scenario)
{
    Room room;
    Err err = { 0 };
    if (!room_open(&room, scenario, 1, (RoomSettings){ ROOM_LEAST_USUAL, 60 }, &err)) {
        fail_msg("%s", err.message);
    }
    return room;
}

// Different in every byte, so that it can be looked for.
static inline RoomToken sample_token(unsigned n)
{
    RoomToken token;
    for (int i = 0; i < ROOM_TOKEN_SIZE; i++) {
        n = n * 1103515245u + 12345u;
        token.bytes[i] = (uint8_t)(n >> 16);
    }
    return token;
}

static inline void sample_votes(Room *room, int first, int count, int option)
{
    for (int i = 0; i < count; i++) {
        Err err = { 0 };
        if (!room_vote(room, room->question, sample_token((unsigned)(first + i)), option, &err)) {
            fail_msg("%s", err.message);
        }
    }
}
