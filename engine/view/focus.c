// Where the focus goes: to the next thing in reading order, to the nearest one above or below, to
// what lies under the pointer. Knows only the items of the last frame.
#include "view/view_state.h"

#include <math.h>

static const FrameItem *item_of(const View *view, ViewTarget target)
{
    for (int i = 0; i < view->item_count; i++) {
        if (view->items[i].focusable &&
            view_target_is(target, view->items[i].action, view->items[i].argument)) {
            return &view->items[i];
        }
    }
    return NULL;
}

void view_focus_on(View *view, const FrameItem *item)
{
    if (!view_target_is(view->focus, item->action, item->argument)) {
        view->focus = (ViewTarget){ item->action, item->argument };
        view->moved = true;
        view->follow = item->action == ACTION_PLANK;
        view->part = item->action == ACTION_PLANK ? item->argument : view->part;
        view_touch(view);
    }
}

static int index_of_focus(const View *view)
{
    const FrameItem *item = item_of(view, view->focus);
    return item != NULL ? (int)(item - view->items) : -1;
}

// ---- groups: one stop for Tab -------------------------------------------------------------------

// Where one comes back to in a group: to what was looked at last, else to the first with a number.
static const FrameItem *group_entry(const View *view, uint8_t group)
{
    const FrameItem *best = NULL;
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (!item->focusable || item->group != group) {
            continue;
        }
        if (item->action == ACTION_PLANK && item->argument == view->part) {
            return item;
        }
        if (best == NULL || (best->disc == 0 && item->disc > 0)) {
            best = item;
        }
    }
    return best;
}

bool view_focus_in_group(View *view, int step)
{
    int at = index_of_focus(view);
    if (at < 0 || view->items[at].group == 0) {
        return false;
    }
    for (int i = at + step; i >= 0 && i < view->item_count; i += step) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && item->group == view->items[at].group &&
            !view_target_is(view->focus, item->action, item->argument)) {
            view_focus_on(view, item);
            break;
        }
    }
    return true;
}

bool view_focus_group_end(View *view, bool end)
{
    int at = index_of_focus(view);
    if (at < 0 || view->items[at].group == 0) {
        return false;
    }
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[end ? view->item_count - 1 - i : i];
        if (item->focusable && item->group == view->items[at].group) {
            view_focus_on(view, item);
            break;
        }
    }
    return true;
}

// The next thing to operate in reading order, round and round.
void view_focus_step(View *view, int step)
{
    int at = index_of_focus(view);
    uint8_t group = at >= 0 ? view->items[at].group : 0;
    for (int i = 1; i <= view->item_count; i++) {
        int next = (at + step * i + view->item_count * 2) % view->item_count;
        const FrameItem *item = &view->items[next];
        if (item->focusable && (item->group == 0 || item->group != group)) {
            view_focus_on(view, item->group != 0 ? group_entry(view, item->group) : item);
            return;
        }
    }
}

// The nearest thing above or below, by its place; else the next in reading order.
void view_focus_vertically(View *view, int step)
{
    const FrameItem *from = item_of(view, view->focus);
    const FrameItem *best = NULL;
    float best_distance = 0;
    for (int i = 0; from != NULL && i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        float dy = (item->rect.y + item->rect.h / 2) - (from->rect.y + from->rect.h / 2);
        float dx = (item->rect.x + item->rect.w / 2) - (from->rect.x + from->rect.w / 2);
        if (!item->focusable || dy * (float)step < from->rect.h / 2) {
            continue;
        }
        float distance = fabsf(dy) + 2 * fabsf(dx);
        if (best == NULL || distance < best_distance) {
            best = item;
            best_distance = distance;
        }
    }
    if (best != NULL) {
        view_focus_on(view, best);
    } else {
        view_focus_step(view, step);
    }
}

// How far beside it a point lies; 0 within.
static float beside(const FrameItem *item, float x, float y)
{
    float dx = fmaxf(fmaxf(item->rect.x - x, x - item->rect.x - item->rect.w), 0);
    float dy = fmaxf(fmaxf(item->rect.y - y, y - item->rect.y - item->rect.h), 0);
    return dx > dy ? dx : dy;
}

// What is too small for a finger reaches as far as one around its middle, but into nothing else.
static const FrameItem *item_by_finger(const View *view, float x, float y)
{
    const FrameItem *best = NULL;
    float reach = view->settings.finger / 2;
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        float away = beside(item, x, y);
        bool hit = fabsf(x - item->rect.x - item->rect.w / 2) <= fmaxf(item->rect.w / 2, reach) &&
                   fabsf(y - item->rect.y - item->rect.h / 2) <= fmaxf(item->rect.h / 2, reach);
        if (item->focusable && hit && (best == NULL || away < beside(best, x, y))) {
            best = item;
        }
    }
    return best;
}

const FrameItem *view_item_at(const View *view, float x, float y)
{
    for (int i = view_mistake_hides(view, x, y) ? -1 : view->item_count - 1; i >= 0; i--) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && x >= item->rect.x && x < item->rect.x + item->rect.w &&
            y >= item->rect.y && y < item->rect.y + item->rect.h) {
            return item;
        }
    }
    bool finger = view->device == DEVICE_TOUCH && !view_mistake_hides(view, x, y);
    return finger ? item_by_finger(view, x, y) : NULL;
}
