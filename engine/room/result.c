// The rules of engine/room/README.md, "What may be shown".
#include "room/result.h"

static int leading(const int *counts, int option_count, bool *tie)
{
    int most = -1;
    *tie = false;
    for (int i = 0; i < option_count; i++) {
        if (counts[i] <= 0) {
            continue;
        }
        if (most < 0 || counts[i] > counts[most]) {
            most = i;
            *tie = false;
        } else if (counts[i] == counts[most]) {
            *tie = true;
        }
    }
    return most;
}

static void take_counts(RoomResult *result, const RoomTally *tally, int option_count)
{
    for (int i = 0; i < option_count; i++) {
        result->counts[i] = tally->counts[i];
    }
}

RoomResult room_result(const RoomTally *tally, int option_count, int least)
{
    RoomResult result = { .shown = ROOM_SHOWN_NOTHING, .answered = tally->answered, .most = -1 };
    if (tally->answered < least) {
        return result;
    }
    bool tie = false;
    int most = leading(tally->counts, option_count, &tie);
    result.most = tie ? -1 : most;
    // "All" and "all but one" read the same: else the one would be told apart, or all would be told.
    if (most >= 0 && tally->counts[most] >= tally->answered - 1) {
        result.shown = ROOM_SHOWN_ALIKE;
        return result;
    }
    result.shown = ROOM_SHOWN_COUNTS;
    take_counts(&result, tally, option_count);
    return result;
}

RoomResult room_result_by_hand(const RoomTally *tally, int option_count)
{
    bool tie = false;
    int most = leading(tally->counts, option_count, &tie);
    RoomResult result = { .shown = ROOM_SHOWN_COUNTS,
                          .answered = tally->answered,
                          .most = tie ? -1 : most,
                          .by_hand = true };
    take_counts(&result, tally, option_count);
    return result;
}

bool room_result_part(int part_answered, int all_answered, int least)
{
    int rest = all_answered - part_answered;
    return part_answered >= least && (rest == 0 || rest >= least);
}
