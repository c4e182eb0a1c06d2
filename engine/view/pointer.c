// Pointer, finger and time: what lies there is pressed, dragged, let go; what is told goes on. What things do is
// in input.c.
#include "base/say.h"
#include "view/view_state.h"

#include <math.h>

static const ViewRequest NOTHING = { .kind = REQUEST_NONE };
static const float swipe_sideways = 40.0f; // design units

static ViewTarget target_at(const View *view, float x, float y)
{
    const FrameItem *item = view_item_at(view, x, y);
    return item != NULL ? (ViewTarget){ item->action, item->argument }
                        : (ViewTarget){ ACTION_NONE, 0 };
}

static bool same_target(ViewTarget a, ViewTarget b)
{
    return a.action == b.action && a.argument == b.argument;
}

void view_pointer_point(View *view, float x, float y)
{
    ViewTarget target = target_at(view, x, y);
    if (!same_target(target, view->hover)) {
        view->hover = target;
        view->follow = true;
        view_touch(view);
    }
}

// The way follows the button while it is down: the choice that lies nearest.
static void drag_slider(View *view, const FrameItem *item, float x)
{
    float best = 0;
    int stop = view->stop;
    for (int i = 0; i <= view->history->count; i++) {
        float away = fabsf(item->rect.x + view_stop_place(view, i) * item->rect.w - x);
        if (i == 0 || away < best) {
            best = away;
            stop = i;
        }
    }
    view_move_stop(view, stop);
}

static const FrameItem *slider(const View *view)
{
    for (int i = 0; i < view->item_count; i++) {
        if (view->items[i].action == ACTION_STOP && view->items[i].focusable) {
            return &view->items[i];
        }
    }
    return NULL;
}

// Nothing is done yet: whoever slips can still draw the pointer away.
void view_pointer_press(View *view, float x, float y)
{
    const FrameItem *item = view_item_at(view, x, y);
    view_finger_down(view, x, y);
    view->pressing = true;
    view->press_inside = true;
    view->pressed = target_at(view, x, y);
    view_touch(view);
    if (item == NULL) {
        return;
    }
    FrameItem under = *item;
    if (under.action == ACTION_PLANK) {
        view_pointer_point(view, x, y); // a finger has not pointed before
        if (view_is_telling(view)) {
            return;
        }
    }
    view_focus_on(view, &under);
    if (under.action == ACTION_STOP) {
        drag_slider(view, &under, x);
    } else {
        view_hold(view, view->pressed);
    }
}

void view_pointer_drag(View *view, float x, float y)
{
    const FrameItem *way = view->pressed.action == ACTION_STOP ? slider(view) : NULL;
    if (way != NULL) {
        drag_slider(view, way, x);
        return;
    }
    bool swipes = view->device == DEVICE_TOUCH && view_finger_moved(view, x, y);
    bool inside = !swipes && same_target(target_at(view, x, y), view->pressed);
    if (!inside) {
        view_let_go(view);
    }
    if (inside != view->press_inside) {
        view->press_inside = inside;
        view_touch(view);
    }
}

// Pages turn the way they are read.
static void swipe(View *view, int step, float x)
{
    bool sideways = fabsf(x - view->down_x) >= swipe_sideways;
    step = sideways && say_right_to_left() ? -step : step;
    if (step > 0 && view_is_telling(view)) {
        view_more(view);
    } else if (step != 0) {
        view_turn_pages(view, step, true);
    }
}

ViewRequest view_pointer_up(View *view, float x, float y)
{
    bool finger = view->device == DEVICE_TOUCH;
    bool swiped = finger && view->pressing && view->pressed.action != ACTION_STOP &&
                  view_finger_moved(view, x, y);
    bool meant = view->pressing && !swiped && same_target(target_at(view, x, y), view->pressed);
    view->pressing = false;
    view_use_fingers(view, finger);
    view_touch(view);
    if (view->held.action != ACTION_NONE) { // too early
        view_let_go(view);
        view_caption_say(view, W_HOLDING);
        return NOTHING;
    }
    if (swiped) {
        swipe(view, view_finger_swiped(view, x, y), x);
    }
    if (!meant) {
        return NOTHING;
    }
    if (view->pressed.action == ACTION_NONE) {
        if (view_is_telling(view)) {
            view_more(view); // beside everything: go on reading
        }
        return NOTHING;
    }
    return view_activate(view, view->pressed);
}

// A finger that stays shows the bridge.
static void stay(View *view)
{
    if (view->screen == VIEW_PLAY && view->panel == PANEL_NONE && !view->has_notice &&
        view->held.action == ACTION_NONE && view->pressed.action != ACTION_STOP) {
        view->pressing = false;
        view_open_panel(view, PANEL_LOOK);
    }
}

// How long a beat stands before the next one follows.
static int paced(const View *view, const ViewBeat *beat)
{
    int usual = view_beat_milliseconds(beat);
    return view->settings.text_speed == SPEED_SLOW   ? usual * 7 / 4
           : view->settings.text_speed == SPEED_FAST ? usual / 2
                                                     : usual;
}

ViewRequest view_tick(View *view, int milliseconds)
{
    view_caption_tick(view, milliseconds);
    view_scan_tick(view, milliseconds);
    if (view_finger_stays(view, milliseconds)) {
        stay(view);
    }
    if (view_held_long_enough(view, milliseconds)) {
        int taken = view->held.argument;
        view->pressing = false;
        view_let_go(view);
        return view_choose_offer(view, taken);
    }
    if (view->screen == VIEW_DEBRIEF && view->calm_milliseconds > 0) {
        view->calm_milliseconds -= milliseconds;
    }
    if (view->look_milliseconds >= 0) {
        view->look_milliseconds += milliseconds;
    }
    if (!view_is_telling(view) || !view_is_moving(view)) {
        return NOTHING;
    }
    view->shown_milliseconds += milliseconds;
    int latest = view->shown - 1;
    if (latest >= 0 && latest < view->beats.count && view->shown < view->page_beats_end &&
        view->shown_milliseconds >= paced(view, &view->beats.list[latest])) {
        view_more(view);
    }
    return NOTHING;
}
