// What things of the home screen do: arguments of ACTION_HOME. One action for all of them, so that
// the other screens need not know each.
#pragma once

typedef enum ViewHomeAct {
    ACT_NONE,
    ACT_COVER,  // open the cover of card
    ACT_BEGIN,  // card: from the start
    ACT_GO_ON,  // card
    ACT_SHOW,   // card: a recorded way
    ACT_ROOM,   // card: with a room full of phones
    ACT_ANSWER, // ViewPlanAnswer
    ACT_NEW_WEEK,
    ACT_NUMBER,      // type it
    ACT_NUMBER_DONE, // as it is typed
    ACT_PROFILE,     // switch to that one
    ACT_PROFILE_ADD,
    ACT_PROFILE_NAME,
    ACT_PROFILE_REMOVE, // that one; asks
    ACT_NAME_DONE,      // as it is typed
    ACT_KEEP_FOR,
    ACT_EXPORT,
    ACT_FORGET, // asks
    ACT_PROOF,
    ACT_TAKEAWAY,
    ACT_PLACE_KEEP,
    ACT_PLACE,
    ACT_PLACE_REMOVE,
    ACT_YES, // what was asked
    ACT_SKIP
} ViewHomeAct;

enum { HOME_ACTS = 64 };

static inline int view_act(ViewHomeAct act, int index)
{
    return (int)act + HOME_ACTS * index;
}
