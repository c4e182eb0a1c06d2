// The ballots of one question while it is open: each hangs on a random token of that question alone, so
// that a phone can change its answer. Kept in the order of tokens, never in the order of time. Knows no
// phone, no address, no clock and no file; when the question is frozen nothing of it is left.
#pragma once

#include "story/story.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    ROOM_TOKEN_SIZE = 16,
    ROOM_OPTIONS_MAX = STORY_OFFERS_MAX,
    ROOM_BALLOTS_MAX = 4096, // of one question
};

typedef struct RoomToken {
    uint8_t bytes[ROOM_TOKEN_SIZE];
} RoomToken;

typedef struct RoomBallot {
    RoomToken token;
    uint8_t option;
    bool touched; // cast or changed since `waiting` was counted
} RoomBallot;

typedef struct RoomTally {
    int answered;
    int counts[ROOM_OPTIONS_MAX];
} RoomTally;

// Zeroed memory is an empty box.
typedef struct RoomBallots {
    RoomBallot *items; // by token
    int count, capacity;
    RoomTally now;
    // What the facilitator may see before the reveal: counts that are old enough that at least `least`
    // ballots lie between any two of them, and between the last of them and the result.
    RoomTally live, waiting;
    int touched;
} RoomBallots;

// Casts or changes one ballot. False when the box is full. `option` is below ROOM_OPTIONS_MAX.
bool room_ballots_cast(RoomBallots *box, RoomToken token, int option, int least);

// The option that the token has chosen, or -1.
int room_ballots_find(const RoomBallots *box, RoomToken token);

// Overwrites every token, then frees.
void room_ballots_wipe(RoomBallots *box);
