// A drill: one conversation of a story, played again and again from a real way there. It has a
// history of its own, so nothing of it reaches a playthrough that is kept. It says what a try did
// and what another could do otherwise, as facts; the words are found by those who show them. It
// never counts tries against each other: there is no better and no worse here.
#pragma once

#include "story/history.h"

typedef struct DrillTaken {
    uint8_t kind;
    uint16_t x;
} DrillTaken;

typedef struct Drill {
    StoryHistory history;
    int from; // choices of the way there; the conversation begins with the next one
    int tries; // begun, this one too
    DrillTaken *taken; // by the tries before this one
    int taken_count, taken_capacity;
} Drill;

// Whether something can be practised at the n-th choice of a way, or where it stands: a one-on-one, or
// a choice of two answers or more. *from: where the conversation begins, which may be earlier.
// A desk is none, but the choice of a one-on-one at a desk leads to that.
bool drill_begins(const StoryHistory *way, int n, int *from);

// Stands where the conversation begins: the first `from` choices of the way, taken again. False with
// err where that cannot be done any more.
bool drill_open(Drill *drill, const StoryHistory *way, int from, Err *err);
void drill_close(Drill *drill);

bool drill_choose(Drill *drill, const StoryOffer *offer, Err *err); // refused once it is over
bool drill_undo(Drill *drill);  // one choice; false at the beginning of the conversation
bool drill_again(Drill *drill); // the next try; false where this one has not begun

// The conversation is over: it was left, another scene began, or the story ended.
bool drill_is_over(const Drill *drill);

// Where it ended in the journal: what comes behind that belongs to later. While it runs, the
// number of events.
int drill_end(const Drill *drill);

typedef enum DrillNextKind {
    DRILL_NEXT_NONE,    // everything was tried
    DRILL_NEXT_ANSWER,  // they would have told you something with this
    DRILL_NEXT_HEAR,    // asking or listening, where you explained, steered or fixed
    DRILL_NEXT_UNTRIED, // not tried in any try so far
} DrillNextKind;

typedef struct DrillNext {
    DrillNextKind kind;
    int choice; // of the drill's history
    StoryOffer offer;
} DrillNext;

typedef struct DrillResult {
    int person;                     // whom it was with, -1 where the scenario has nobody
    BridgeWord before, after;       // of the bridge to them
    int32_t trust_change;           // millionths
    int32_t rapport_change;         // likewise
    int learned;                    // of them: facts and standards
    int promised, settled, settled_state; // a commitment each, or -1
    int listened, asked, against;   // moves
    bool talk;                      // it was a one-on-one
    DrillNext next;
} DrillResult;

// Of a drill that is over.
void drill_result(const Drill *drill, DrillResult *out);
