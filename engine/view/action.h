// What the items of a frame do when they are activated, and how one of them is named from one frame
// to the next: by action and argument, not by its place.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum ViewAction {
    ACTION_NONE,
    ACTION_DISMISS,   // the notice
    ACTION_SHOW_FILE, // that the notice speaks of
    ACTION_OPEN,    // card: go on where it was left, or start
    ACTION_GO_ON,   // card
    ACTION_START,   // card: from the start
    ACTION_MORE,    // the next beat or page of the story
    ACTION_CHOOSE,  // offer
    ACTION_PAGE,    // pager * 2 + (1: forward)
    ACTION_PANEL,   // ViewPanel: opens it, or closes it when it is open
    ACTION_CLOSE,   // the panel
    ACTION_UNDO,
    ACTION_LIBRARY,
    ACTION_QUIT,
    ACTION_PLANK, // a part of the bridge: ViewPart, to look at
    ACTION_DEBRIEF,
    ACTION_STOP,    // debrief: the scrubber
    ACTION_BAY,     // the canyon: person whose bridge comes to the front
    ACTION_PERSON,  // debrief: the next colleague's bridge
    ACTION_GO_BACK, // debrief: to before the choice
    ACTION_AGAIN,
    ACTION_PLAN,       // keep the plan
    ACTION_STOP_AT,    // debrief: to that choice
    ACTION_WRITE,      // the plan in one's own words
    ACTION_KEEP_DRAFT, // as it is written now
    ACTION_PAPER,      // keep the debrief as a page
    ACTION_SET,        // settings: setting * 16 + value; of one that is on or off, the other one
    ACTION_SETTINGS,   // opens or closes them
    ACTION_SETTINGS_BACK, // 0: as they were when they were opened, 1: as at first
    ACTION_KEYS,       // settings: 1 the keys, 0 back from them, 2 the usual ones again
    ACTION_KEY,        // settings: ViewCommand that the next key is for
    ACTION_TYPE,       // writing: Unicode character, or 8 for the one before
    ACTION_DRILL,      // debrief: practise the conversation of that choice
    ACTION_DRILL_AGAIN,
    ACTION_ROOM,       // the console: ConsoleAct + CONSOLE_STRIDE * value: see console_act.h
    ACTION_HOME,       // ViewHomeAct + HOME_ACTS * index: see home_act.h
} ViewAction;

typedef enum ViewPager {
    PAGER_LIBRARY,
    PAGER_STORY,
    PAGER_OFFERS,
    PAGER_STRIP, // chips of the ledger strip
    PAGER_PANEL, // ledger, history, help, look
    PAGER_NOTICE,
    PAGER_TURN, // debrief: the choice card ...
    PAGER_PLANKS,
    PAGER_TRIED,
    PAGER_LEARNED,
    PAGER_RECAP,
    PAGER_PLAN,
    PAGER_STACK, // debrief in one column
    PAGER_FIRST, // first-start note
    PAGER_PREVIEW, // settings: how it will look
    PAGER_RECORD, // the record of bridges
    PAGER_ROOM_ANSWERS, // the console's cards ...
    PAGER_ROOM_AFTER,
    PAGER_ROOM_NOTES,
    PAGER_ROOM_SEEN,
    PAGER_ROOM_PHONES,
    PAGER_ROOM_STACK, // .. in one column
    PAGER_COUNT
} ViewPager;

typedef struct ViewTarget {
    int32_t action, argument;
} ViewTarget;

static inline bool view_target_is(ViewTarget target, int32_t action, int32_t argument)
{
    return target.action != ACTION_NONE && target.action == action && target.argument == argument;
}
