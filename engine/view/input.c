// Input: keys, pointer, wheel and time become a moved focus, a turned page, or a request to the
// host. Goes by the items of the last frame, so that mouse and keyboard cannot differ in what they
// do.
#include "view/view_state.h"

#include <math.h>
#include <string.h>

static const ViewRequest NOTHING = { .kind = REQUEST_NONE };

// ---- the way in the debrief ---------------------------------------------------------------------

static void move_stop(View *view, int to)
{
    int most = view->history->count;
    view->stop = to < 0 ? 0 : to > most ? most : to;
    view->stop_moved = true;
    view->pages[PAGER_TURN] = 0;
    view_touch(view);
}

static bool on_slider(const View *view)
{
    return view->screen == VIEW_DEBRIEF && view->panel == PANEL_NONE && !view->has_notice &&
           view->focus.action == ACTION_STOP;
}

// ---- pages --------------------------------------------------------------------------------------

static void turn(View *view, int pager, int step)
{
    if (pager >= 0 && pager < PAGER_COUNT) {
        int page = view->pages[pager] + step;
        view->pages[pager] = page < 0 ? 0 : page;
        view_touch(view);
    }
}

// Turns the pager that has such a button on the screen: the story's before the ledger's.
static void turn_any(View *view, int step)
{
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->action == ACTION_PAGE && item->focusable &&
            (item->argument & 1) == (step > 0 ? 1 : 0)) {
            turn(view, item->argument / 2, step);
            return;
        }
    }
}

static bool is_telling(const View *view)
{
    return view->screen == VIEW_PLAY && !view->told && !view->has_notice &&
           view->panel == PANEL_NONE;
}

// ---- all bridges --------------------------------------------------------------------------------

static bool in_canyon(const View *view)
{
    return view->panel == PANEL_CANYON && !view->has_notice;
}

static void choose_bridge(View *view, int person)
{
    int count = view->history->scenario->person_count;
    if (person >= 0 && person < count && person != view->person) {
        view->person = person;
        view->pages[PAGER_PANEL] = 0;
        view->pages[PAGER_PLANKS] = 0;
        view->pages[PAGER_TRIED] = 0;
        view->hover = (ViewTarget){ ACTION_NONE, 0 };
        view_touch(view);
    }
}

// ---- what things do -----------------------------------------------------------------------------

static ViewRequest choose(View *view, int index)
{
    if (index < 0 || index >= view->offer_count || view->offers[index].closed != CLOSED_NOT ||
        !view->told) {
        return NOTHING;
    }
    return (ViewRequest){ .kind = REQUEST_CHOOSE, .offer = view->offers[index] };
}

static ViewRequest open_card(const View *view, int card)
{
    if (card < 0 || card >= view->card_count || view->cards[card].broken) {
        return NOTHING;
    }
    ViewRequestKind kind = view->cards[card].started ? REQUEST_GO_ON : REQUEST_START;
    return (ViewRequest){ .kind = kind, .card = card };
}

static ViewRequest undo(View *view)
{
    if (view->screen == VIEW_LIBRARY || view->history == NULL || view->history->count == 0) {
        return NOTHING;
    }
    return (ViewRequest){ .kind = REQUEST_UNDO };
}

static ViewRequest keep_plan(View *view)
{
    if (view->plan_kept) {
        return NOTHING;
    }
    view->plan_kept = true;
    view_touch(view);
    return (ViewRequest){ .kind = REQUEST_PLAN, .text = view->plan };
}

static void next_person(View *view)
{
    int count = view->history->scenario->person_count;
    view->part = -1;
    view->person = count > 0 ? (view->person + 1) % count : -1;
    view_touch(view);
}

// From the shelf it is a new play; one that was started without the shelf goes back to its
// beginning.
static ViewRequest play_again(const View *view)
{
    for (int i = 0; i < view->card_count; i++) {
        if (!view->cards[i].broken && strcmp(view->cards[i].id, view->history->scenario->id) == 0) {
            return (ViewRequest){ .kind = REQUEST_START, .card = i };
        }
    }
    return (ViewRequest){ .kind = REQUEST_UNDO_TO, .count = 0 };
}

static void dismiss(View *view)
{
    view->has_notice = false;
    view->focus = view->under;
    view_touch(view);
}

static ViewRequest activate(View *view, ViewTarget target)
{
    switch ((ViewAction)target.action) {
    case ACTION_DISMISS:
        dismiss(view);
        break;
    case ACTION_OPEN:
        return open_card(view, target.argument);
    case ACTION_GO_ON:
        return (ViewRequest){ .kind = REQUEST_GO_ON, .card = target.argument };
    case ACTION_START:
        return (ViewRequest){ .kind = REQUEST_START, .card = target.argument };
    case ACTION_MORE:
        view_more(view);
        break;
    case ACTION_CHOOSE:
        return choose(view, target.argument);
    case ACTION_PAGE:
        turn(view, target.argument / 2, (target.argument & 1) != 0 ? 1 : -1);
        break;
    case ACTION_PANEL:
        view_open_panel(view, (ViewPanel)target.argument);
        break;
    case ACTION_CLOSE:
        view_close_panel(view);
        break;
    case ACTION_UNDO:
        return undo(view);
    case ACTION_LIBRARY:
        return (ViewRequest){ .kind = REQUEST_LIBRARY };
    case ACTION_QUIT:
        return (ViewRequest){ .kind = REQUEST_QUIT };
    case ACTION_DEBRIEF:
        view_debrief(view);
        break;
    case ACTION_WRITE:
        view_write_begin(view);
        break;
    case ACTION_KEEP_DRAFT:
        return view_write_keep(view) ? keep_plan(view) : NOTHING;
    case ACTION_PAPER:
        return (ViewRequest){ .kind = REQUEST_PAGE, .text = view->plan };
    case ACTION_STOP_AT:
        view_stop_at(view, target.argument);
        break;
    case ACTION_PERSON:
        next_person(view);
        break;
    case ACTION_BAY:
        choose_bridge(view, target.argument);
        break;
    case ACTION_GO_BACK:
        return (ViewRequest){ .kind = REQUEST_UNDO_TO, .count = target.argument };
    case ACTION_AGAIN:
        dismiss(view);
        return play_again(view);
    case ACTION_PLAN:
        return keep_plan(view);
    case ACTION_PLANK: // to look at is all there is; a story that is told goes on
        if (is_telling(view)) {
            view_more(view);
        }
        break;
    case ACTION_NONE:
    case ACTION_STOP:
        break;
    }
    return NOTHING;
}

// ---- keys ---------------------------------------------------------------------------------------

static void toggle_panel(View *view, ViewPanel panel)
{
    if (view->screen != VIEW_PLAY && panel != PANEL_HELP) {
        return;
    }
    if (panel == PANEL_CANYON && view->history->scenario->person_count < 2) {
        return;
    }
    if (view->panel == panel) {
        view_close_panel(view);
    } else {
        view_open_panel(view, panel);
    }
}

// L: a tap shows the bridge until the next one; held down, it shows it until it is let go.
static void look_key(View *view, bool released)
{
    enum { HELD_MILLISECONDS = 350 };
    if (released) {
        if (view->look_milliseconds >= HELD_MILLISECONDS && view->panel == PANEL_LOOK) {
            view_close_panel(view);
        }
        view->look_milliseconds = -1;
        return;
    }
    if (view->screen != VIEW_PLAY) {
        return;
    }
    toggle_panel(view, PANEL_LOOK);
    view->look_milliseconds = view->panel == PANEL_LOOK ? 0 : -1;
}

static ViewRequest escape(View *view)
{
    if (view->panel != PANEL_NONE) {
        view_close_panel(view);
        return NOTHING;
    }
    return (ViewRequest){ .kind = view->screen == VIEW_LIBRARY ? REQUEST_QUIT : REQUEST_LIBRARY };
}

// The answer with that number, if it is on the screen.
static ViewRequest digit(View *view, int number)
{
    if (in_canyon(view)) {
        choose_bridge(view, number - 1);
        return NOTHING;
    }
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && item->action == ACTION_CHOOSE && item->argument == number - 1) {
            return choose(view, number - 1);
        }
    }
    return NOTHING;
}

static ViewRequest horizontally(View *view, int step)
{
    if (on_slider(view)) {
        move_stop(view, view->stop + step);
    } else if (in_canyon(view) && view->focus.action != ACTION_BAY) {
        int count = view->history->scenario->person_count;
        choose_bridge(view, (view->person + step + count) % count);
    } else if (!view_focus_in_group(view, step)) {
        view_focus_step(view, step);
    }
    return NOTHING;
}

static ViewRequest to_end(View *view, bool end)
{
    if (on_slider(view)) {
        move_stop(view, end ? view->history->count : 0);
        return NOTHING;
    }
    if (view_focus_group_end(view, end)) {
        return NOTHING;
    }
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[end ? view->item_count - 1 - i : i];
        if (item->focusable) {
            view_focus_on(view, item);
            break;
        }
    }
    return NOTHING;
}

static ViewRequest key(View *view, const ViewInput *input)
{
    if (view->item_count == 0) {
        return NOTHING;
    }
    if (input->key != KEY_ENTER) {
        view->calm_milliseconds = 0; // whoever looks around does not hurry
    }
    switch (input->key) {
    case KEY_UP:
        view_focus_vertically(view, -1);
        return NOTHING;
    case KEY_DOWN:
        view_focus_vertically(view, 1);
        return NOTHING;
    case KEY_LEFT:
        return horizontally(view, -1);
    case KEY_RIGHT:
        return horizontally(view, 1);
    case KEY_NEXT:
        view_focus_step(view, 1);
        return NOTHING;
    case KEY_PREVIOUS:
        view_focus_step(view, -1);
        return NOTHING;
    case KEY_ENTER:
        if (view->screen == VIEW_DEBRIEF && view->panel == PANEL_NONE && !view->has_notice &&
            view->calm_milliseconds > 0) {
            view->calm_milliseconds = VIEW_CALM;
            return NOTHING;
        }
        return activate(view, view->focus);
    case KEY_ESCAPE:
        return view->has_notice ? activate(view, (ViewTarget){ ACTION_DISMISS, 0 }) : escape(view);
    case KEY_HOME:
        return to_end(view, false);
    case KEY_END:
        return to_end(view, true);
    case KEY_PAGE_UP:
        turn_any(view, -1);
        return NOTHING;
    case KEY_PAGE_DOWN:
        if (is_telling(view)) {
            view_more(view);
        } else {
            turn_any(view, 1);
        }
        return NOTHING;
    case KEY_UNDO:
    case KEY_LOOK:
    case KEY_CANYON:
    case KEY_HISTORY:
    case KEY_LEDGER:
    case KEY_HELP:
    case KEY_DIGIT:
    case KEY_BACKSPACE:
    case KEY_DELETE:
    case KEY_NONE:
        break;
    }
    return NOTHING;
}

// Letters and digits: not while a notice stands over everything.
static ViewRequest letter(View *view, const ViewInput *input)
{
    switch (input->key) {
    case KEY_UNDO:
        return undo(view);
    case KEY_LOOK:
        look_key(view, input->released);
        return NOTHING;
    case KEY_CANYON:
        toggle_panel(view, PANEL_CANYON);
        return NOTHING;
    case KEY_HISTORY:
        toggle_panel(view, PANEL_HISTORY);
        return NOTHING;
    case KEY_LEDGER:
        toggle_panel(view, PANEL_LEDGER);
        return NOTHING;
    case KEY_HELP:
        toggle_panel(view, PANEL_HELP);
        return NOTHING;
    case KEY_DIGIT:
        return digit(view, input->digit);
    case KEY_NONE:
    case KEY_BACKSPACE:
    case KEY_DELETE:
    case KEY_UP:
    case KEY_DOWN:
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_NEXT:
    case KEY_PREVIOUS:
    case KEY_ENTER:
    case KEY_ESCAPE:
    case KEY_HOME:
    case KEY_END:
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
        break;
    }
    return key(view, input);
}

// ---- pointer, wheel, time -----------------------------------------------------------------------

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

static void point(View *view, float x, float y)
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
    move_stop(view, stop);
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
static void press(View *view, float x, float y)
{
    const FrameItem *item = view_item_at(view, x, y);
    view->pressing = true;
    view->press_inside = true;
    view->pressed = target_at(view, x, y);
    view_touch(view);
    if (item == NULL) {
        return;
    }
    FrameItem under = *item;
    if (under.action == ACTION_PLANK) {
        point(view, x, y); // a finger has not pointed before
        if (is_telling(view)) {
            return;
        }
    }
    view_focus_on(view, &under);
    if (under.action == ACTION_STOP) {
        drag_slider(view, &under, x);
    }
}

static void drag(View *view, float x, float y)
{
    const FrameItem *way = view->pressed.action == ACTION_STOP ? slider(view) : NULL;
    if (way != NULL) {
        drag_slider(view, way, x);
        return;
    }
    bool inside = same_target(target_at(view, x, y), view->pressed);
    if (inside != view->press_inside) {
        view->press_inside = inside;
        view_touch(view);
    }
}

static ViewRequest let_go(View *view, float x, float y)
{
    bool meant = view->pressing && same_target(target_at(view, x, y), view->pressed);
    view->pressing = false;
    view_touch(view);
    if (!meant) {
        return NOTHING;
    }
    if (view->pressed.action == ACTION_NONE) {
        if (is_telling(view)) {
            view_more(view); // beside everything: go on reading
        }
        return NOTHING;
    }
    return activate(view, view->pressed);
}

static void tick(View *view, int milliseconds)
{
    view_caption_tick(view, milliseconds);
    if (view->screen == VIEW_DEBRIEF && view->calm_milliseconds > 0) {
        view->calm_milliseconds -= milliseconds;
    }
    if (view->look_milliseconds >= 0) {
        view->look_milliseconds += milliseconds;
    }
    if (!is_telling(view) || !view_is_moving(view)) {
        return;
    }
    view->shown_milliseconds += milliseconds;
    int latest = view->shown - 1;
    if (latest >= 0 && latest < view->beats.count && view->shown < view->page_beats_end &&
        view->shown_milliseconds >= view_beat_milliseconds(&view->beats.list[latest])) {
        view_more(view);
    }
}

ViewRequest view_input(View *view, const ViewInput *input)
{
    view_refresh(view);
    switch (input->kind) {
    case INPUT_TEXT:
        if (view_wants_text(view)) {
            view_write_text(view, input->text);
        }
        return NOTHING;
    case INPUT_KEY:
        if (view_wants_text(view) && (input->released || view_write_key(view, input->key))) {
            return NOTHING;
        }
        view->pressing = view->pressing && input->released; // the key goes before
        if (view->has_notice || input->released) {
            if (input->released && input->key == KEY_LOOK) {
                look_key(view, true);
            }
            return input->released ? NOTHING : key(view, input);
        }
        return letter(view, input);
    case INPUT_POINT:
        point(view, input->x, input->y);
        if (view->pressing) {
            drag(view, input->x, input->y);
        }
        return NOTHING;
    case INPUT_PRESS:
        press(view, input->x, input->y);
        return NOTHING;
    case INPUT_RELEASE:
        return let_go(view, input->x, input->y);
    case INPUT_WHEEL:
        if (input->wheel < 0 && is_telling(view)) {
            view_more(view);
        } else if (input->wheel > 0 || input->wheel < 0) {
            turn_any(view, input->wheel > 0 ? -1 : 1);
        }
        return NOTHING;
    case INPUT_TICK:
        tick(view, input->milliseconds);
        return NOTHING;
    case INPUT_HEARD:
        view_caption_heard(view, input->heard);
        return NOTHING;
    }
    return NOTHING;
}
