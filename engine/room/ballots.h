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
    ROOM_LOOKS_MAX = 10,     // times that its live figures can change
    ROOM_NO_OPTION = 255,
};

typedef struct RoomToken {
    uint8_t bytes[ROOM_TOKEN_SIZE];
} RoomToken;

typedef struct RoomBallot {
    RoomToken token;
    uint8_t option;
    uint8_t was
        [ROOM_LOOKS_MAX]; // its option when each of the figures was counted, ROOM_NO_OPTION: none yet
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
    // What the facilitator may see before the reveal: counts so old that at least `least` ballots are other ones
    // in any two of them, however often somebody changed back and forth; `waiting` is the next to be shown.
    RoomTally live, waiting;
    int looks; // counted so far; when they are used up, what is shown stays until the reveal
    int differ[ROOM_LOOKS_MAX]; // ballots that are not what they were in each of them
} RoomBallots;

// Casts or changes one ballot. False when the box is full. `option` is below ROOM_OPTIONS_MAX.
bool room_ballots_cast(RoomBallots *box, RoomToken token, int option, int least);

// What is there now is where the next live figures start from: after a restart, when nobody knows any more what
// was shown before it. Cast with `least` above ROOM_BALLOTS_MAX until then.
void room_ballots_settle(RoomBallots *box);

// The option that the token has chosen, or -1.
int room_ballots_find(const RoomBallots *box, RoomToken token);

// Overwrites every token, then frees.
void room_ballots_wipe(RoomBallots *box);
