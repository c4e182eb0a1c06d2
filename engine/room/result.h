// What may be shown of a vote. From counts to what a room, a facilitator and a file may know: nothing
// below a least number of answers, no figures where they would tell what one person chose.
#pragma once

#include "room/ballots.h"

enum { ROOM_LEAST_FROM = 3, ROOM_LEAST_USUAL = 5, ROOM_LEAST_TO = 10 };

typedef enum RoomShown {
    ROOM_SHOWN_NOTHING, // fewer than the least: only how many answered
    ROOM_SHOWN_ALIKE,   // all, or all but one, chose `most`: that, and no figures
    ROOM_SHOWN_COUNTS,
} RoomShown;

typedef struct RoomResult {
    RoomShown shown;
    int answered;
    int counts[ROOM_OPTIONS_MAX]; // all 0 unless ROOM_SHOWN_COUNTS
    int most;                     // the option most chose; -1 for a tie or where nothing is shown
    bool by_hand;                 // the facilitator counted hands: everybody saw them
} RoomResult;

RoomResult room_result(const RoomTally *tally, int option_count, int least);

// Hands were raised in the open: the figures as they are.
RoomResult room_result_by_hand(const RoomTally *tally, int option_count);

// Whether the result of a part of the room may stand beside that of the whole: neither the part nor the
// rest, which is the difference, may have fewer answers than the least (or none at all).
bool room_result_part(int part_answered, int all_answered, int least);
