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
        view_touch(view);
    }
}

// The next thing to operate in reading order, round and round.
void view_focus_step(View *view, int step)
{
    int at = -1;
    for (int i = 0; i < view->item_count; i++) {
        if (view->items[i].focusable &&
            view_target_is(view->focus, view->items[i].action, view->items[i].argument)) {
            at = i;
            break;
        }
    }
    for (int i = 1; i <= view->item_count; i++) {
        int next = (at + step * i + view->item_count * 2) % view->item_count;
        if (view->items[next].focusable) {
            view_focus_on(view, &view->items[next]);
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

const FrameItem *view_item_at(const View *view, float x, float y)
{
    for (int i = view->item_count - 1; i >= 0; i--) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && x >= item->rect.x && x < item->rect.x + item->rect.w &&
            y >= item->rect.y && y < item->rect.y + item->rect.h) {
            return item;
        }
    }
    return NULL;
}
