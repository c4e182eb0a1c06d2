// A room as a value: one story that everybody sees, the question that is open, what was decided so far.
// Every act of the facilitator and every vote is a function that says in plain words why it cannot be.
// No clock (times are handed in), no phone, no page, no file: room_save.h turns it into text.
#pragma once

#include "room/result.h"
#include "story/history.h"

typedef enum RoomStage {
    ROOM_GATHERS,  // people come in; nothing was told yet
    ROOM_LISTENS,  // the story is told up to the next choice
    ROOM_ANSWERS,  // the question is open
    ROOM_FROZEN,   // no more answers; the result is not shown yet
    ROOM_REVEALED, // it is
    ROOM_ENDED,    // the story is over
} RoomStage;

typedef enum RoomWay { // how it was decided
    ROOM_BY_VOTE,
    ROOM_OVERRIDDEN, // the room had voted, the facilitator chose otherwise
    ROOM_UNASKED,    // the facilitator chose without a vote
    ROOM_MINORITY,   // a branch that is only looked at
} RoomWay;

enum { ROOM_ID = 96, ROOM_WORDS = 160 };

// A question that was decided.
typedef struct RoomDecision {
    int at;                 // choices before it
    char id[ROOM_ID];       // whole id of what was taken
    char words[ROOM_WORDS]; // ... and how it read, in one line
    RoomWay way;
    RoomResult result; // ROOM_SHOWN_NOTHING with 0 answered where nobody was asked
} RoomDecision;

typedef struct RoomSettings {
    int least;   // results from so many answers on
    int seconds; // of the countdown
} RoomSettings;

typedef struct Room {
    const Scenario *scenario; // borrowed
    StoryHistory history;
    RoomSettings settings;
    bool least_fixed; // the first vote is in
    RoomStage stage;
    uint32_t question; // 1.. ; each vote has its own, also one that is taken again
    StoryOffer offers[ROOM_OPTIONS_MAX];
    int offer_count;
    RoomBallots ballots;
    RoomResult result; // when frozen
    RoomResult before; // of the vote before, when the same question is asked again
    bool has_before;
    RoomDecision *decided; // in the order in which they were decided; rewinding takes none back
    int decided_count, decided_capacity;
    int home;               // choices before the question that a branch left, -1 outside
    RoomResult home_result; // its result
    uint32_t home_question;
    bool blank;       // the room screen shows nothing
    bool large;       // ... has larger type, for the back row
    bool tables;      // everybody plays at their own table instead (tables.h)
    int page;         // of what is told, on the room screen: 0, 1, ..
    int64_t ends_at;  // countdown, milliseconds of the caller's clock; 0: none
    uint32_t version; // grows with everything that a page shows
} Room;

// False when the story cannot start. `settings` are brought into range.
bool room_open(Room *room, const Scenario *scenario, uint64_t seed, RoomSettings settings,
               Err *err);
void room_close(Room *room);

// ---- the facilitator --------------------------------------------------------------------------------

bool room_begin(Room *room, Err *err); // gathered: the story begins
bool room_ask(Room *room, Err *err);   // opens the question
bool room_freeze(Room *room, Err *err);
bool room_reveal(Room *room, Err *err); // freezes first where it is still open
// Asks the same question once more. `keep`: what came out before may be shown beside it; else it is
// forgotten.
bool room_ask_again(Room *room, bool keep, Err *err);
bool room_follow(Room *room, Err *err);                  // goes on with what most chose
bool room_choose(Room *room, int option, Err *err);      // goes on with another one
bool room_show_branch(Room *room, int option, Err *err); // looks at what another one leads to
bool room_come_back(Room *room, Err *err); // back to the question that the branch left
bool room_rewind(Room *room, int choices, Err *err);
bool room_hands(Room *room, const int *counts, Err *err); // offer_count figures
bool room_least(Room *room, int least, Err *err);
void room_blank(Room *room, bool blank);
void room_enlarge(Room *room, bool large);
bool room_let_tables(Room *room, bool tables, Err *err);   // not while a question is open
void room_turn_page(Room *room, int page);                 // of what is told before the question
void room_countdown(Room *room, int64_t now, int seconds); // 0 seconds: none
void room_more_time(Room *room, int64_t now, int seconds); // added to what is left

// Seconds left, rounded up; 0 when it is over, -1 without one. A clock that jumped back shows at most
// what was given.
int room_seconds_left(const Room *room, int64_t now);

// ---- the phones -------------------------------------------------------------------------------------

bool room_vote(Room *room, uint32_t question, RoomToken token, int option, Err *err);
int room_voted(const Room *room, RoomToken token); // -1: not yet
// The votes of a question that goes on after a restart: each once, then room_votes_read.
bool room_vote_read(Room *room, RoomToken token, int option, Err *err);
void room_votes_read(Room *room);
int room_answered(const Room *room);

// What the facilitator may see of the question before and after the freeze: while it is open, of answers so far
// back that the newest are nobody's, by the same rules as a result (nobody's answer is told by "all of them").
RoomResult room_figures(const Room *room);

// ---- for those who show it --------------------------------------------------------------------------

const Playthrough *room_play(const Room *room);
int room_person(const Room *room); // whom the screen is about
const char *room_stage_words(const Room *room); // "The question is open", for the facilitator
bool room_in_branch(const Room *room);
