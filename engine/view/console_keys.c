// What the console's letters and digits do, and what its buttons ask for. Arrows, Tab, Enter, Esc, pages and
// settings are those of every screen. Letters hold with the usual set of keys only: the sets for one hand
// have the letters for moving about, and everything is a button as well.
#include "view/console_parts.h"

static const ViewRequest NOTHING = { .kind = REQUEST_NONE };

static ViewRequest asked(ConsoleAct act, int value)
{
    return (ViewRequest){ .kind = REQUEST_ROOM, .count = console_act(act, value) };
}

// ---- buttons ------------------------------------------------------------------------------------

static bool closes_its_panel(ConsoleAct act)
{
    switch ((int)act) {
    case CONSOLE_LEAST:
    case CONSOLE_OPEN:
    case CONSOLE_CLOSE:
    case CONSOLE_NETWORK:
    case CONSOLE_SCREEN:
    case CONSOLE_FULL:
    case CONSOLE_MONITOR:
    case CONSOLE_SWAP:
    case CONSOLE_TYPE:
    case CONSOLE_CONTRAST:
        return false;
    default:
        return true;
    }
}

static void set_hand(View *view, int option, int figure)
{
    Console *console = view->console;
    console->hands_at = option;
    console->typed = false;
    console->hands[option] = figure < 0 ? 0 : figure > 999 ? 999 : figure;
    view_touch(view);
}

ViewRequest view_console_activate(View *view, int argument)
{
    ConsoleAct act = (ConsoleAct)(argument % CONSOLE_STRIDE);
    int value = argument / CONSOLE_STRIDE;
    Console *console = view->console;
    if (act == CONSOLE_HAND_MORE || act == CONSOLE_HAND_LESS) {
        set_hand(view, value, console->hands[value] + (act == CONSOLE_HAND_MORE ? 1 : -1));
        return NOTHING;
    }
    if (view->panel != PANEL_NONE && closes_its_panel(act)) {
        view_close_panel(view);
    }
    return asked(act, value);
}

int view_console_rank(const View *view, int argument)
{
    ConsoleAct act = (ConsoleAct)(argument % CONSOLE_STRIDE);
    if (act == CONSOLE_END || act == CONSOLE_QUIT) {
        return 1; // nobody ends a session by pressing Enter twice
    }
    if (view->panel != PANEL_NONE) {
        return act == CONSOLE_HAND_MORE ? 5 : 4;
    }
    return view_target_is(view->console->main, ACTION_ROOM, argument) ? 6 : 1;
}

// ---- letters ------------------------------------------------------------------------------------

static ViewRequest toggle(View *view, ViewPanel panel)
{
    if (view->panel == panel) {
        view_close_panel(view);
    } else {
        view_open_panel(view, panel);
    }
    return NOTHING;
}

// Where it cannot be, the room is asked all the same: it says why.
static bool can_choose(const Room *room)
{
    return room->offer_count > 0 && (room->stage == ROOM_LISTENS || room->stage == ROOM_FROZEN ||
                                     room->stage == ROOM_REVEALED);
}

static ViewRequest go_on(const RoomView *view)
{
    const Room *room = view->room;
    if (room->tables) {
        return asked(CONSOLE_TOGETHER, 0);
    }
    if (room->stage == ROOM_GATHERS) {
        return asked(CONSOLE_BEGIN, 0);
    }
    bool tells = (room->stage == ROOM_LISTENS || room->stage == ROOM_ENDED) &&
                 view->screen_page + 1 < view->screen_pages;
    return tells ? asked(CONSOLE_PAGE, view->screen_page + 1) : asked(CONSOLE_FOLLOW, 0);
}

static ViewRequest blank(const RoomView *view)
{
    return !view->screen_open ? asked(CONSOLE_SCREEN, 1)
                              : asked(view->room->blank ? CONSOLE_UNBLANK : CONSOLE_BLANK, 0);
}

static bool is_act_letter(int32_t letter, ConsoleAct *out)
{
    static const ConsoleAct PLAIN[] = { CONSOLE_ASK,   CONSOLE_REVEAL,  CONSOLE_FREEZE,
                                        CONSOLE_AGAIN, CONSOLE_DISCARD, CONSOLE_COME_BACK,
                                        CONSOLE_SWAP,  CONSOLE_DEBRIEF };
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        if (console_act_letter(PLAIN[i])[0] == letter) {
            *out = PLAIN[i];
            return true;
        }
    }
    return false;
}

static ViewRequest letter_on_screen(View *view, int32_t letter)
{
    const RoomView *room = view->console->room;
    ConsoleAct act = CONSOLE_NOTHING;
    if (is_act_letter(letter, &act)) {
        return asked(act, 0);
    }
    switch (letter) {
    case 'G':
        return go_on(room);
    case 'T':
        return asked(CONSOLE_TIMER, 60);
    case '+':
    case '=':
        return asked(CONSOLE_MORE, 60);
    case 'B':
        return blank(room);
    case 'A':
        return room->open ? NOTHING : asked(CONSOLE_OPEN, 0);
    case 'P':
        return room->screen_page > 0 ? asked(CONSOLE_PAGE, room->screen_page - 1) : NOTHING;
    case 'V':
        return can_choose(room->room) ? toggle(view, PANEL_ROOM_CHOOSE) : asked(CONSOLE_CHOOSE, 0);
    case 'M':
        return room->room->stage == ROOM_REVEALED && !room_in_branch(room->room)
                   ? toggle(view, PANEL_ROOM_BRANCH)
                   : asked(CONSOLE_BRANCH, 0);
    case 'H':
        return room->room->stage != ROOM_GATHERS && room->room->offer_count > 0
                   ? toggle(view, PANEL_ROOM_HANDS)
                   : asked(CONSOLE_HANDS, 0);
    case 'Z':
        return room->room->history.count > 0 ? toggle(view, PANEL_ROOM_EARLIER) : NOTHING;
    case 'N':
        return toggle(view, PANEL_ROOM_PHONES);
    case 'I':
        return toggle(view, PANEL_ROOM_SCREENS);
    case 'E':
        return toggle(view, PANEL_ROOM_SESSION);
    default:
        return NOTHING;
    }
}

static ViewPanel panel_of(int32_t letter)
{
    switch (letter) {
    case 'V':
        return PANEL_ROOM_CHOOSE;
    case 'M':
        return PANEL_ROOM_BRANCH;
    case 'H':
        return PANEL_ROOM_HANDS;
    case 'Z':
        return PANEL_ROOM_EARLIER;
    case 'N':
        return PANEL_ROOM_PHONES;
    case 'I':
        return PANEL_ROOM_SCREENS;
    case 'E':
        return PANEL_ROOM_SESSION;
    default:
        return PANEL_NONE;
    }
}

// What was typed as a letter of the console: in upper case; 0 for what is none.
static int32_t letter_of(const View *view, const ViewInput *input)
{
    switch ((int)input->key) {
    case KEY_NONE:
    case KEY_UNDO:
    case KEY_LOOK:
    case KEY_CANYON:
    case KEY_HISTORY:
    case KEY_LEDGER:
    case KEY_PAUSE:
    case KEY_PLACES:
    case KEY_SKIP:
    case KEY_YOU:
    case KEY_NEW:
    case KEY_ALL:
        break;
    default:
        return 0;
    }
    if (view->settings.hands != HANDS_BOTH || input->device != DEVICE_KEYBOARD) {
        return 0;
    }
    return input->code >= 'a' && input->code <= 'z' ? input->code - 'a' + 'A' : input->code;
}

// ---- digits -------------------------------------------------------------------------------------

static bool type_hand(View *view, const ViewInput *input)
{
    Console *console = view->console;
    int at = console->hands_at, figure = console->hands[at];
    if (view->focus.action == ACTION_ROOM) { // the one beside which the focus stands
        int act = view->focus.argument % CONSOLE_STRIDE;
        if (act == CONSOLE_HAND_MORE || act == CONSOLE_HAND_LESS) {
            at = view->focus.argument / CONSOLE_STRIDE;
            figure = console->hands[at];
        }
    }
    if (input->key == KEY_DIGIT || input->code == '0') {
        int digit = input->key == KEY_DIGIT ? input->digit : 0;
        set_hand(view, at, figure * 10 + digit > 999 ? digit : figure * 10 + digit);
        console->typed = true;
        return true;
    }
    if (input->key == KEY_ENTER && console->typed) {
        bool last = at + 1 >= console->room->room->offer_count;
        view->focus = (ViewTarget){ ACTION_ROOM, last ? console_act(CONSOLE_HANDS, 0)
                                                      : console_act(CONSOLE_HAND_MORE, at + 1) };
        set_hand(view, last ? at : at + 1, console->hands[last ? at : at + 1]);
        console->to_hand = true;
        return true;
    }
    if (input->key == KEY_UNDO || input->key == KEY_BACKSPACE) {
        set_hand(view, at, figure / 10);
        console->typed = true;
        return true;
    }
    return false;
}

// On the screen a digit opens the list with that answer in focus; in the list it takes it.
static ViewRequest digit(View *view, int number)
{
    const Room *room = view->console->room->room;
    ConsoleAct act = view->panel == PANEL_ROOM_BRANCH ? CONSOLE_BRANCH : CONSOLE_CHOOSE;
    if (view->panel == PANEL_NONE && !can_choose(room)) {
        return asked(CONSOLE_CHOOSE, number - 1);
    }
    if (number > room->offer_count) {
        return NOTHING;
    }
    if (view->panel == PANEL_NONE) {
        view_open_panel(view, PANEL_ROOM_CHOOSE);
        view->focus = (ViewTarget){ ACTION_ROOM, console_act(CONSOLE_CHOOSE, number - 1) };
        return NOTHING;
    }
    bool list = view->panel == PANEL_ROOM_CHOOSE ||
                (view->panel == PANEL_ROOM_BRANCH && number - 1 != room->result.most);
    return list ? view_console_activate(view, console_act(act, number - 1)) : NOTHING;
}

// ---- all of them --------------------------------------------------------------------------------

bool view_console_key(View *view, const ViewInput *input, ViewRequest *out)
{
    *out = NOTHING;
    if (view_settings_open(view)) {
        return false;
    }
    if (view->panel == PANEL_ROOM_HANDS && type_hand(view, input)) {
        return true;
    }
    if (input->key == KEY_DIGIT) {
        *out = digit(view, input->digit);
        return true;
    }
    if (input->key == KEY_ESCAPE && view->panel == PANEL_NONE) {
        view_open_panel(view, PANEL_ROOM_LEAVE);
        return true;
    }
    int32_t letter = letter_of(view, input);
    if (letter == 0) {
        return false;
    }
    if (view->panel == PANEL_NONE || view->panel == panel_of(letter)) {
        *out = letter_on_screen(view, letter);
    }
    return true;
}
