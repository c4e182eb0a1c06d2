// What the devices add to plain keys and clicks: a choice that is held until it is taken, a finger that
// swipes or stays, and switches, to which everything comes in turn. Knows no device of the window system:
// only what kind an input came from.
#include "view/view_state.h"

#include <math.h>

static const ViewTarget NOWHERE = { ACTION_NONE, 0 };

enum {
    LONG_PRESS = 550, // milliseconds
    SCAN_USUAL = 1500,
    SCAN_ROUNDS = 3, // then it rests until the switch is pressed
};

static const float swipe_least = 60.0f; // design units

bool view_uses_switches(const View *view)
{
    return view->settings.switches != SWITCHES_NONE;
}

ViewWord view_word_of_device(const View *view, ViewWord keys, ViewWord touch, ViewWord pad)
{
    return view->device == DEVICE_TOUCH ? touch : view->device == DEVICE_PAD ? pad : keys;
}

// ---- holding ------------------------------------------------------------------------------------

bool view_hold(View *view, ViewTarget target)
{
    if (view->settings.hold_milliseconds <= 0 || target.action != ACTION_CHOOSE ||
        view_uses_switches(view)) {
        return false;
    }
    view->held = target;
    view->held_milliseconds = 0;
    view_touch(view);
    return true;
}

void view_let_go(View *view)
{
    if (view->held.action != ACTION_NONE) {
        view->held = NOWHERE;
        view_touch(view);
    }
}

float view_held_part(const View *view)
{
    int all = view->settings.hold_milliseconds;
    if (view->held.action == ACTION_NONE || all <= 0) {
        return 0;
    }
    float part = (float)view->held_milliseconds / (float)all;
    return part < 1 ? part : 1;
}

bool view_held_long_enough(View *view, int milliseconds)
{
    if (view->held.action == ACTION_NONE) {
        return false;
    }
    view->held_milliseconds += milliseconds;
    view_touch(view);
    return view->held_milliseconds >= view->settings.hold_milliseconds;
}

// ---- a finger -----------------------------------------------------------------------------------

// Things grow, or shrink again: pages are others then.
void view_use_fingers(View *view, bool fingers)
{
    if (view->fingers != fingers) {
        view->fingers = fingers;
        view->jump = view->told;
        view->pages[PAGER_OFFERS] = 0;
        view->top_most = 0;
    }
}

void view_finger_down(View *view, float x, float y)
{
    view->down_x = x;
    view->down_y = y;
    view->down_milliseconds = 0;
}

// It has gone too far for a tap.
bool view_finger_moved(View *view, float x, float y)
{
    float slop = view->settings.finger > 0 ? view->settings.finger * .5f : 22;
    if (fabsf(x - view->down_x) + fabsf(y - view->down_y) > slop) {
        view->down_milliseconds = -1;
        return true;
    }
    return false;
}

// Which way a finger has gone that is lifted now: 1 for the next page, -1 for the one before, 0 for none.
int view_finger_swiped(const View *view, float x, float y)
{
    float dx = x - view->down_x;
    float dy = y - view->down_y;
    float most = fabsf(dx) > fabsf(dy) ? dx : dy;
    float least = view->settings.finger > swipe_least ? view->settings.finger : swipe_least;
    return fabsf(most) < least ? 0 : most < 0 ? 1 : -1;
}

// True once, when it has stayed long enough.
bool view_finger_stays(View *view, int milliseconds)
{
    if (!view->pressing || view->device != DEVICE_TOUCH || view->down_milliseconds < 0) {
        return false;
    }
    view->down_milliseconds += milliseconds;
    if (view->down_milliseconds < LONG_PRESS) {
        return false;
    }
    view->down_milliseconds = -1;
    return true;
}

// ---- switches -----------------------------------------------------------------------------------

static const FrameItem *item_in_focus(const View *view)
{
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && view_target_is(view->focus, item->action, item->argument)) {
            return item;
        }
    }
    return NULL;
}

static int operable_count(const View *view)
{
    int count = 0;
    for (int i = 0; i < view->item_count; i++) {
        count += view->items[i].focusable;
    }
    return count;
}

static bool scan_rests(const View *view)
{
    return view->scan_steps > SCAN_ROUNDS * operable_count(view);
}

bool view_is_scanning(const View *view)
{
    return view->settings.switches == SWITCHES_ONE && !scan_rests(view);
}

static void scan_from_here(View *view)
{
    view->scanned = view->focus;
    view->scan_milliseconds = 0;
}

// To the next thing. Of a group (a row of values, the parts of a bridge) only its first, until one goes in.
static void scan_on(View *view)
{
    const FrameItem *item = item_in_focus(view);
    ViewTarget before = view->focus;
    view->scan_in_group = view->scan_in_group && item != NULL && item->group != 0;
    if (view->scan_in_group) {
        view_focus_in_group(view, 1);
        view->scan_in_group =
            view->focus.action != before.action || view->focus.argument != before.argument;
    }
    if (!view->scan_in_group) {
        view_focus_step(view, 1);
    }
    scan_from_here(view);
}

void view_scan_tick(View *view, int milliseconds)
{
    if (!view_is_scanning(view)) {
        return;
    }
    if (!view_target_is(view->scanned, view->focus.action, view->focus.argument)) {
        scan_from_here(view); // another screen: begin with what most people want
        view->scan_in_group = false;
        view->scan_steps = 0;
    }
    int step = view->settings.scan_milliseconds > 0 ? view->settings.scan_milliseconds : SCAN_USUAL;
    view->scan_milliseconds += milliseconds;
    if (view->scan_milliseconds >= step) {
        view->scan_steps++;
        scan_on(view);
    }
}

static bool goes_into_group(View *view, const FrameItem *item)
{
    if (item == NULL || item->group == 0 || view->scan_in_group) {
        return false;
    }
    uint8_t group = item->group;
    int others = 0;
    for (int i = 0; i < view->item_count; i++) {
        others += view->items[i].focusable && view->items[i].group == group;
    }
    if (others < 2) {
        return false;
    }
    view_focus_group_end(view, false);
    view->scan_in_group = true;
    return true;
}

bool view_switch_takes(View *view, bool steps)
{
    bool rested = view->settings.switches == SWITCHES_ONE && scan_rests(view);
    view->scan_steps = 0;
    scan_from_here(view);
    view_touch(view);
    if (rested) {
        return false; // it wakes the scanning
    }
    if (steps && view->settings.switches == SWITCHES_TWO) {
        scan_on(view);
        return false;
    }
    const FrameItem *item = item_in_focus(view);
    if (goes_into_group(view, item)) {
        scan_from_here(view);
        return false;
    }
    bool looks = item != NULL && item->action == ACTION_PLANK && view->scan_in_group;
    view->scan_in_group = false;
    if (looks) { // to look at is all there is: out of the bridge again
        scan_on(view);
        return false;
    }
    return true;
}

// A frame round what its turn has come to: of a group round all of it.
void view_draw_scan(const View *view, Pen *pen)
{
    const FrameItem *focus = NULL;
    const Frame *frame = pen->frame;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->focusable && view_target_is(view->focus, item->action, item->argument)) {
            focus = item;
            break;
        }
    }
    if (!view_uses_switches(view) || focus == NULL) {
        return;
    }
    float x0 = focus->rect.x, y0 = focus->rect.y;
    float x1 = x0 + focus->rect.w, y1 = y0 + focus->rect.h;
    for (int i = 0; i < frame->item_count && focus->group != 0 && !view->scan_in_group; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->focusable && item->group == focus->group) {
            x0 = fminf(x0, item->rect.x);
            y0 = fminf(y0, item->rect.y);
            x1 = fmaxf(x1, item->rect.x + item->rect.w);
            y1 = fmaxf(y1, item->rect.y + item->rect.h);
        }
    }
    FrameRect ring = { x0 - 3, y0 - 3, x1 - x0 + 6, y1 - y0 + 6 };
    FrameRect outer = { ring.x - 4, ring.y - 4, ring.w + 8, ring.h + 8 };
    pen_outline(pen, ring, 9, 4, pen->theme->ring_inner, false);
    pen_outline(pen, outer, 12, 4, pen->theme->ring_outer, false);
}
