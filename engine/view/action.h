// What the items of a frame do when they are activated, and how one of them is named from one frame
// to the next: by action and argument, not by its place.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum ViewAction {
    ACTION_NONE,
    ACTION_DISMISS, // the notice
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
    PAGER_RECAP,
    PAGER_PLAN,
    PAGER_STACK, // debrief in one column
    PAGER_FIRST, // first-start note
    PAGER_COUNT
} ViewPager;

typedef struct ViewTarget {
    int32_t action, argument;
} ViewTarget;

static inline bool view_target_is(ViewTarget target, int32_t action, int32_t argument)
{
    return target.action != ACTION_NONE && target.action == action && target.argument == argument;
}
