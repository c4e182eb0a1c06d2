// A sorted list of tokens, and counts beside it.
#include "room/ballots.h"

#include "base/arena.h"

#include <string.h>

// The place of the token, or where it belongs.
static int place_of(const RoomBallots *box, RoomToken token, bool *found)
{
    int low = 0, high = box->count;
    *found = false;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = memcmp(box->items[middle].token.bytes, token.bytes, ROOM_TOKEN_SIZE);
        if (order == 0) {
            *found = true;
            return middle;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// A plain memset before free may be left out by the compiler; a volatile pointer may not.
static void wipe(void *memory, size_t size)
{
    volatile unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++) {
        bytes[i] = 0;
    }
}

// Not realloc: it would leave the tokens behind in memory that is given back.
static void make_room(RoomBallots *box)
{
    if (box->count < box->capacity) {
        return;
    }
    int capacity = box->capacity == 0 ? 64 : box->capacity * 2;
    RoomBallot *items = mem_alloc(sizeof *items * (size_t)capacity);
    if (box->count > 0) {
        memcpy(items, box->items, sizeof *items * (size_t)box->count);
        wipe(box->items, sizeof *items * (size_t)box->count);
    }
    mem_free(box->items);
    box->items = items;
    box->capacity = capacity;
}

static void take_look(RoomBallots *box)
{
    box->waiting = box->now;
    for (int i = 0; i < box->count; i++) {
        box->items[i].was[box->looks] = box->items[i].option;
    }
    box->differ[box->looks] = 0;
    box->looks++;
}

// The next figures are due when `least` ballots are other ones than in each of those before, and not only than in
// the last: whoever goes back to an earlier answer makes the earlier figures the near ones. In a large room they
// are half as many again as the last ones were: so ten times are enough for hundreds.
static void count_live(RoomBallots *box, int least)
{
    if (least < box->waiting.answered / 2) {
        least = box->waiting.answered / 2;
    }
    bool due = box->looks < ROOM_LOOKS_MAX && box->now.answered >= least;
    for (int i = 0; i < box->looks; i++) {
        due = due && box->differ[i] >= least;
    }
    if (due) {
        box->live = box->waiting;
        take_look(box);
    }
}

void room_ballots_settle(RoomBallots *box)
{
    box->live = (RoomTally){ 0 };
    box->looks = 0;
    if (box->count > 0) {
        take_look(box);
    }
}

static void set_option(RoomBallots *box, RoomBallot *ballot, int option)
{
    for (int i = 0; i < box->looks; i++) {
        box->differ[i] -= ballot->option != ballot->was[i] ? 1 : 0;
        box->differ[i] += option != ballot->was[i] ? 1 : 0;
    }
    ballot->option = (uint8_t)option;
}

bool room_ballots_cast(RoomBallots *box, RoomToken token, int option, int least)
{
    bool found = false;
    int at = place_of(box, token, &found);
    if (!found) {
        if (box->count >= ROOM_BALLOTS_MAX) {
            return false;
        }
        make_room(box);
        memmove(&box->items[at + 1], &box->items[at],
                sizeof *box->items * (size_t)(box->count - at));
        box->items[at] = (RoomBallot){ .token = token, .option = ROOM_NO_OPTION };
        memset(box->items[at].was, ROOM_NO_OPTION, sizeof box->items[at].was);
        box->count++;
        box->now.answered++;
    } else if (box->items[at].option == option) {
        return true;
    } else {
        box->now.counts[box->items[at].option]--;
    }
    box->now.counts[option]++;
    set_option(box, &box->items[at], option);
    count_live(box, least);
    return true;
}

int room_ballots_find(const RoomBallots *box, RoomToken token)
{
    bool found = false;
    int at = place_of(box, token, &found);
    return found ? box->items[at].option : -1;
}

void room_ballots_wipe(RoomBallots *box)
{
    if (box->items) {
        wipe(box->items, sizeof *box->items * (size_t)box->capacity);
        mem_free(box->items);
    }
    *box = (RoomBallots){ 0 };
}
