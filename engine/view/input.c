// Input: keys become a moved focus, a turned page, or a request to the host; pointer and time do in
// pointer.c. Goes by the items of the last frame, so that mouse and keyboard cannot differ in what they do.
#include "base/say.h"
#include "view/view_state.h"

#include <string.h>

static const ViewRequest NOTHING = { .kind = REQUEST_NONE };

// ---- the way in the debrief ---------------------------------------------------------------------

void view_move_stop(View *view, int to)
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

// ---- the story ------------------------------------------------------------------------------------

bool view_is_telling(const View *view)
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

static void next_bridge(View *view, int step)
{
    int count = view->history->scenario->person_count;
    choose_bridge(view, (view->person + step + count) % count);
}

// ---- what things do -----------------------------------------------------------------------------

ViewRequest view_choose_offer(View *view, int index)
{
    if (index < 0 || index >= view->offer_count || view->offers[index].closed != CLOSED_NOT ||
        !view->told) {
        return NOTHING;
    }
    return (ViewRequest){ .kind = REQUEST_CHOOSE, .offer = view->offers[index] };
}

static ViewRequest undo(View *view)
{
    if (view->screen == VIEW_LIBRARY || view->history == NULL || view->history->count == 0 ||
        (view->drill != NULL && view->history->count <= view->drill->from)) {
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

ViewRequest view_activate(View *view, ViewTarget target)
{
    switch ((ViewAction)target.action) {
    case ACTION_DISMISS:
        dismiss(view);
        break;
    case ACTION_SHOW_FILE: // the notice stays: whatever opens it may take its time, or fail
        return (ViewRequest){ .kind = REQUEST_SHOW_FILE, .text = view->notice_message };
    case ACTION_OPEN:
        return view_open_card(view, target.argument, false);
    case ACTION_GO_ON:
        return (ViewRequest){ .kind = REQUEST_GO_ON, .card = target.argument };
    case ACTION_START:
        return view_open_card(view, target.argument, true);
    case ACTION_ROOM:
        return view_console_activate(view, target.argument);
    case ACTION_HOME:
        return view_home_activate(view, target.argument);
    case ACTION_MORE:
        view_more(view);
        break;
    case ACTION_CHOOSE:
        return view_hold(view, target) ? NOTHING : view_choose_offer(view, target.argument);
    case ACTION_PAGE:
        view_turn_by_button(view, target.argument);
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
    case ACTION_DRILL:
        return (ViewRequest){ .kind = REQUEST_DRILL, .count = target.argument };
    case ACTION_DRILL_AGAIN:
        return (ViewRequest){ .kind = REQUEST_AGAIN };
    case ACTION_PAPER:
        view->panel = view->panel == PANEL_PAGES ? PANEL_NONE : view->panel;
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
    case ACTION_SET:
    case ACTION_SETTINGS:
    case ACTION_SETTINGS_BACK:
    case ACTION_KEYS:
    case ACTION_KEY:
    case ACTION_TYPE:
        return view_settings_activate(view, target);
    case ACTION_PLANK: // to look at is all there is; a story that is told goes on
        if (view_is_telling(view)) {
            view_more(view);
        }
        break;
    case ACTION_STOP: // switches have no left and right: on, and round
        if (view_uses_switches(view)) {
            view_move_stop(view, view->stop < view->history->count ? view->stop + 1 : 0);
        }
        break;
    case ACTION_NONE:
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
    if (view_settings_open(view)) {
        view_settings_close(view);
        return NOTHING;
    }
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
    ViewTarget card;
    if (view_card_digit(view, number, &card)) {
        return view_activate(view, card);
    }
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && item->action == ACTION_CHOOSE && item->argument == number - 1) {
            FrameItem offer = *item;
            view_focus_on(view, &offer);
            return view_activate(view, (ViewTarget){ ACTION_CHOOSE, number - 1 });
        }
    }
    return NOTHING;
}

// Whether what is in focus stands on the other side than in English.
static bool in_mirror(const View *view)
{
    for (int i = 0; say_right_to_left() && i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && view_target_is(view->focus, item->action, item->argument)) {
            return item->turn.kind == FRAME_TURN_USUAL;
        }
    }
    return say_right_to_left();
}

static ViewRequest horizontally(View *view, int step)
{
    if (on_slider(view)) {
        view_move_stop(view, view->stop + step);
    } else if (view->focus.action == ACTION_SET) {
        return view_settings_step(view, say_right_to_left() ? -step : step);
    } else if (in_canyon(view) && view->focus.action != ACTION_BAY) {
        next_bridge(view, step);
    } else if (!view_focus_in_group(view, step)) { // a group is on the bridge, which is not mirrored
        view_focus_step(view, in_mirror(view) ? -step : step);
    }
    return NOTHING;
}

static ViewRequest to_end(View *view, bool end)
{
    if (on_slider(view)) {
        view_move_stop(view, end ? view->history->count : 0);
        return NOTHING;
    }
    if (view_focus_group_end(view, end)) {
        return NOTHING;
    }
    view_turn_to_end(view, end);
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[end ? view->item_count - 1 - i : i];
        if (item->focusable) {
            view_focus_on(view, item);
            break;
        }
    }
    return NOTHING;
}

static void page(View *view, const ViewInput *input)
{
    int by = input->key == KEY_PAGE_UP ? -1 : 1;
    if (in_canyon(view) && input->device == DEVICE_PAD) { // shoulders: person by person
        next_bridge(view, by);
    } else if (by > 0 && view_is_telling(view)) {
        view_more(view);
    } else {
        view_turn_pages(view, by, true);
    }
}

static ViewRequest enter(View *view)
{
    if (view->screen == VIEW_DEBRIEF && view->panel == PANEL_NONE && !view->has_notice &&
        view->calm_milliseconds > 0) {
        view->calm_milliseconds = VIEW_CALM;
        return NOTHING;
    }
    return view_activate(view, view->focus);
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
    case KEY_DOWN:
        if (view->focus.action == ACTION_SET) { // row by row, to the value that holds
            view_focus_step(view, input->key == KEY_UP ? -1 : 1);
        } else {
            view_focus_vertically(view, input->key == KEY_UP ? -1 : 1);
        }
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
        return enter(view);
    case KEY_ESCAPE:
        return view->has_notice ? view_activate(view, (ViewTarget){ ACTION_DISMISS, 0 }) : escape(view);
    case KEY_HOME:
        return to_end(view, false);
    case KEY_END:
        return to_end(view, true);
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
        page(view, input);
        return NOTHING;
    case KEY_SETTINGS:
        view_settings_activate(view, (ViewTarget){ ACTION_SETTINGS, 0 });
        return NOTHING;
    case KEY_UNDO:
    case KEY_LOOK:
    case KEY_CANYON:
    case KEY_HISTORY:
    case KEY_LEDGER:
    case KEY_HELP:
    case KEY_PAUSE:
    case KEY_PLACES:
    case KEY_SKIP:
    case KEY_YOU:
    case KEY_NEW:
    case KEY_ALL:
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
    if (view_settings_open(view) && input->key != KEY_HELP) {
        return key(view, input); // nothing else goes on below
    }
    ViewRequest home = NOTHING;
    if (view_home_key(view, input->key, &home)) {
        return home;
    }
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
    case KEY_SETTINGS:
    case KEY_PAUSE:
    case KEY_PLACES:
    case KEY_SKIP:
    case KEY_YOU:
    case KEY_NEW:
    case KEY_ALL:
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

// ---- all of them ---------------------------------------------------------------------------------

// What is let go: only what was held down is of interest.
static ViewRequest released_key(View *view, const ViewInput *input)
{
    if (input->key == KEY_LOOK) {
        look_key(view, true);
    } else if ((input->key == KEY_ENTER || input->key == KEY_DIGIT) &&
               view->held.action != ACTION_NONE) { // too early
        view_let_go(view);
        view_caption_say(view, W_HOLDING);
    }
    return NOTHING;
}

static ViewRequest asked_key(View *view, const ViewInput *input)
{
    if (input->key == KEY_ESCAPE) {
        view->key_for = -1;
        view->key_said = W_NOTHING;
        view_touch(view);
        return NOTHING;
    }
    return input->code != 0 ? view_settings_key(view, input->code) : NOTHING;
}

static ViewRequest any_key(View *view, const ViewInput *input)
{
    if (view_wants_key(view)) {
        return asked_key(view, input);
    }
    if (!input->released) {
        view_let_go(view); // another key meanwhile: it was not meant
    }
    bool typed = input->device == DEVICE_KEYBOARD; // a gamepad goes from letter to letter
    if (view_wants_text(view) && typed && (input->released || view_write_key(view, input->key))) {
        return NOTHING;
    }
    view->pressing = view->pressing && input->released; // the key goes before
    if (input->released) {
        return released_key(view, input);
    }
    bool second = view->settings.switches == SWITCHES_TWO && input->device == DEVICE_PAD &&
                  input->key == KEY_ESCAPE; // of a box or a pad: the one beside the first
    if (view_uses_switches(view) && (input->key == KEY_ENTER || second) &&
        !view_switch_takes(view, second || input->code == ' ')) {
        return NOTHING;
    }
    if (view->has_notice) {
        return key(view, input);
    }
    ViewRequest room = NOTHING;
    if (view->screen == VIEW_CONSOLE && view_console_key(view, input, &room)) {
        return room;
    }
    return letter(view, input);
}

// The device in use is the one that was touched last; prompts name its keys.
static void note_device(View *view, const ViewInput *input)
{
    bool used = input->kind != INPUT_TICK && input->kind != INPUT_HEARD && input->kind != INPUT_TEXT &&
                input->kind != INPUT_CARET;
    if (!used || input->device == view->device) {
        return;
    }
    view->device = input->device;
    view_use_fingers(view, view->fingers && input->device == DEVICE_TOUCH);
    if (input->device != DEVICE_TOUCH) { // nothing moves away below a finger
        view_touch(view);
    }
}

ViewRequest view_input(View *view, const ViewInput *input)
{
    note_device(view, input);
    view_refresh(view);
    switch (input->kind) {
    case INPUT_TEXT:
        if (view_wants_text(view)) {
            view_write_text(view, input->text);
        }
        return NOTHING;
    case INPUT_CARET:
        if (view_wants_text(view)) {
            view_write_caret(view, input->code);
        }
        return NOTHING;
    case INPUT_KEY:
        return any_key(view, input);
    case INPUT_POINT:
        view_pointer_point(view, input->x, input->y);
        if (view->pressing) {
            view_pointer_drag(view, input->x, input->y);
        }
        return NOTHING;
    case INPUT_PRESS:
        view_pointer_press(view, input->x, input->y);
        return NOTHING;
    case INPUT_RELEASE:
        return view_pointer_up(view, input->x, input->y);
    case INPUT_WHEEL:
        if (input->wheel < 0 && view_is_telling(view)) {
            view_more(view);
        } else if (input->wheel > 0 || input->wheel < 0) {
            view_turn_pages(view, input->wheel > 0 ? -1 : 1, false);
        }
        return NOTHING;
    case INPUT_TICK:
        return view_tick(view, input->milliseconds);
    case INPUT_HEARD:
        view_caption_heard(view, input->heard);
        return NOTHING;
    }
    return NOTHING;
}
