// What the facilitator can do, as values: arguments of ACTION_ROOM, their names and fields in the form that
// the console's page sends, their letters on the keyboard. Who carries them out is outside.
#pragma once

#include "view/room_view.h"

typedef enum ConsoleAct {
    CONSOLE_NOTHING,
    CONSOLE_BEGIN,
    CONSOLE_ASK,
    CONSOLE_FREEZE,
    CONSOLE_REVEAL,
    CONSOLE_AGAIN,
    CONSOLE_DISCARD,
    CONSOLE_FOLLOW,
    CONSOLE_CHOOSE, // option
    CONSOLE_BRANCH, // option
    CONSOLE_COME_BACK,
    CONSOLE_REWIND, // to
    CONSOLE_HANDS,  // the figures that were typed
    CONSOLE_PAGE,   // page
    CONSOLE_TIMER,  // seconds
    CONSOLE_MORE,   // seconds
    CONSOLE_BLANK,
    CONSOLE_UNBLANK,
    CONSOLE_TABLES,
    CONSOLE_TOGETHER,
    CONSOLE_LEAST, // least
    CONSOLE_OPEN,
    CONSOLE_CLOSE,
    CONSOLE_NETWORK, // which
    CONSOLE_END,
    CONSOLE_FORMS, // the acts before this one are forms; these are the windows' own:
    CONSOLE_SCREEN = CONSOLE_FORMS,
    CONSOLE_FULL,
    CONSOLE_MONITOR,
    CONSOLE_SWAP,
    CONSOLE_TYPE,
    CONSOLE_CONTRAST,
    CONSOLE_DEBRIEF,
    CONSOLE_BROWSER,
    CONSOLE_QUIT,
    CONSOLE_HAND_MORE, // and these change only what is shown here: option
    CONSOLE_HAND_LESS,
    CONSOLE_ACTS,
} ConsoleAct;

enum { CONSOLE_STRIDE = 64 };

static inline int console_act(ConsoleAct act, int value)
{
    return (int)act + CONSOLE_STRIDE * value;
}

// The name of an act in a form: "reveal"; NULL for the windows' own.
const char *console_act_name(ConsoleAct act);

// Its letter on the keyboard, as the button shows it: "R"; NULL for none. Also of what opens a list.
const char *console_act_letter(ConsoleAct act);

// The wish for an act. `hands`: the figures of CONSOLE_HANDS, room->offer_count of them.
RoomWish console_act_wish(ConsoleAct act, int value, const Room *room, const int *hands);
