// The list of keys: of the device in use, and what can be done from here.
#include "view/help_keys.h"
#include "view/home_act.h"

#include "view/view_state.h"

enum { HELP_ROWS = 16 };

const ViewHelpKey view_help_keys[VIEW_HELP_KEYS] = {
    { W_HELP_DIGITS_KEY, W_HELP_DIGITS }, { W_HELP_ENTER_KEY, W_HELP_ENTER },
    { W_HELP_TAB_KEY, W_HELP_TAB },       { W_HELP_PAGE_KEY, W_HELP_PAGE },
    { W_HELP_SIZE_KEY, W_HELP_SIZE },     { W_HELP_CONTRAST_KEY, W_HELP_CONTRAST },
    { W_HELP_MOTION_KEY, W_HELP_MOTION }, { W_HELP_SLOW_LINK_KEY, W_HELP_SLOW_LINK },
    { W_HELP_SOUND_KEY, W_HELP_SOUND },   { W_HELP_CAPTIONS_KEY, W_HELP_CAPTIONS },
    { W_HELP_FULL_KEY, W_HELP_FULL },     { W_HELP_FEEDBACK_KEY, W_HELP_FEEDBACK },
    { W_HELP_F10_KEY, W_HELP_F10 },       { W_HELP_SPEECH_KEY, W_HELP_SPEECH },
    { W_HELP_READ_KEY, W_HELP_READ },
};

static const ViewHelpKey PAD[] = {
    { W_PAD_STICK, W_PAD_STICK_SAYS },       { W_PAD_SOUTH, W_PAD_SOUTH_SAYS },
    { W_PAD_EAST, W_PAD_EAST_SAYS },         { W_PAD_WEST, W_PAD_WEST_SAYS },
    { W_PAD_NORTH, W_PAD_NORTH_SAYS },       { W_PAD_SHOULDERS, W_PAD_SHOULDERS_SAYS },
    { W_PAD_TRIGGERS, W_PAD_TRIGGERS_SAYS }, { W_PAD_STICKS, W_PAD_STICKS_SAYS },
    { W_PAD_START, W_PAD_START_SAYS },
};

static const ViewHelpKey TOUCH[] = {
    { W_TOUCH_TAP, W_TOUCH_TAP_SAYS },
    { W_TOUCH_SWIPE, W_TOUCH_SWIPE_SAYS },
    { W_TOUCH_LONG, W_TOUCH_LONG_SAYS },
};

static const ViewHelpKey MOUSE[] = {
    { W_MOUSE_CLICK, W_MOUSE_CLICK_SAYS },
    { W_MOUSE_WHEEL, W_MOUSE_WHEEL_SAYS },
    { W_MOUSE_RIGHT, W_MOUSE_RIGHT_SAYS },
};

static const ViewHelpKey ONE_SWITCH[] = { { W_SWITCH_ONE, W_SWITCH_ONE_SAYS } };
static const ViewHelpKey TWO_SWITCHES[] = { { W_SWITCH_TWO, W_SWITCH_TWO_SAYS } };

static void key_line(Flow *flow, const char *key, const char *what)
{
    const char *line = word_fill2(&flow->pen->frame->arena, W_KNOW_LINE, key, what);
    flow_text(flow, STYLE_NAME, flow->pen->theme->ink, line, 6);
}

static void part(Flow *flow, ViewWord title, const ViewHelpKey *keys, int count)
{
    flow_label(flow, word(title), flow->count > 0 ? 12 : 0);
    for (int i = 0; i < count; i++) {
        key_line(flow, word(keys[i].key), word(keys[i].says));
    }
}

#define PART(flow, title, keys) part(flow, title, keys, (int)(sizeof(keys) / sizeof(keys)[0]))

// The keys that stay what they are. Where the answers lie on other digits, or the sound on another key
// (chosen_keys names that one), what is usual would be untrue.
static void usual_keys(const View *view, Flow *flow)
{
    int32_t keys[COMMAND_COUNT];
    command_keys((ViewHands)view->settings.hands, view->settings.keys, keys);
    bool sound = keys[COMMAND_SOUND] == command_usual_key(HANDS_BOTH, COMMAND_SOUND);
    flow_label(flow, word(W_HELP), flow->count > 0 ? 12 : 0);
    for (int i = 0; i < VIEW_HELP_KEYS; i++) {
        const ViewHelpKey *it = &view_help_keys[i];
        bool right = it->key == W_HELP_DIGITS_KEY && view->settings.hands == HANDS_RIGHT;
        if (it->key != W_HELP_SOUND_KEY || sound) {
            key_line(flow, right ? "6 7 8 9 0" : word(it->key), word(it->says));
        }
    }
}

// Of a set for one hand, and what was chosen: all that the usual keys do not have.
static void chosen_keys(const View *view, Flow *flow)
{
    int32_t keys[COMMAND_COUNT];
    command_keys((ViewHands)view->settings.hands, view->settings.keys, keys);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        char name[COMMAND_KEY_SIZE];
        if (keys[i] != 0 && keys[i] != command_usual_key(HANDS_BOTH, (ViewCommand)i)) {
            key_line(flow, command_key_name(keys[i], name),
                     word(view_command_says((ViewCommand)i)));
        }
    }
}

// What can be done from here, each with its key, and taken here as well.
static FlowRow panel_row(ViewWord text, const char *key, const char *id, ViewPanel panel)
{
    return (FlowRow){
        .text = word(text), .key = key, .id = id, .action = ACTION_PANEL, .argument = panel
    };
}

static int play_rows(const View *view, FlowRow rows[HELP_ROWS])
{
    int count = 0;
    if (view->history->count > 0) {
        rows[count++] =
            (FlowRow){ .text = word(W_HELP_UNDO), .key = "U", .id = "undo", .action = ACTION_UNDO };
    }
    rows[count++] = panel_row(W_HELP_LOOK, "L", "look", PANEL_LOOK);
    if (view->history->scenario->person_count > 1) {
        rows[count++] = panel_row(W_HELP_CANYON, "B", "canyon", PANEL_CANYON);
    }
    rows[count++] = panel_row(W_HELP_HISTORY, "H", "history", PANEL_HISTORY);
    rows[count++] = panel_row(W_HELP_LEDGER, "C", "ledger", PANEL_LEDGER);
    if (view->can_keep_places && view->drill == NULL) {
        rows[count++] = panel_row(W_HELP_PLACES, "K", "places", PANEL_PLACES);
    }
    rows[count++] = panel_row(W_HELP_PAUSE, "P", "pause", PANEL_PAUSE);
    if (view_can_skip(view)) {
        rows[count++] = (FlowRow){ .text = word(W_HELP_SKIP),
                                   .key = "F",
                                   .id = "skip",
                                   .action = ACTION_HOME,
                                   .argument = ACT_SKIP };
    }
    return count;
}

static int command_rows(const View *view, FlowRow rows[HELP_ROWS])
{
    int count = view->screen == VIEW_PLAY ? play_rows(view, rows) : 0;
    if (view->screen == VIEW_LIBRARY && view_has_page(view)) {
        rows[count++] = panel_row(W_HELP_YOU, "Y", "you", PANEL_YOU);
    }
    if (view->screen == VIEW_LIBRARY && view_has_list(view)) {
        rows[count++] = panel_row(W_HELP_ALL, "A", "all", PANEL_ALL);
    }
    if (view->screen == VIEW_LIBRARY) {
        rows[count++] = (FlowRow){ .text = word(W_HELP_QUIT), .id = "quit", .action = ACTION_QUIT };
    } else {
        rows[count++] =
            (FlowRow){ .text = word(W_HELP_LIBRARY), .id = "library", .action = ACTION_LIBRARY };
    }
    rows[count++] = (FlowRow){
        .text = word(W_HELP_SETTINGS), .key = "S", .id = "settings", .action = ACTION_SETTINGS
    };
    return count;
}

void view_help_flow(View *view, Flow *flow)
{
    if (view_uses_switches(view)) {
        bool one = view->settings.switches == SWITCHES_ONE;
        part(flow, W_SWITCH_HELP, one ? ONE_SWITCH : TWO_SWITCHES, 1);
    }
    if (view->device == DEVICE_PAD) {
        PART(flow, W_PAD_HELP, PAD);
    } else if (view->device == DEVICE_TOUCH) {
        PART(flow, W_TOUCH_HELP, TOUCH);
    } else {
        usual_keys(view, flow);
        chosen_keys(view, flow);
    }
    FlowRow rows[HELP_ROWS];
    int count = command_rows(view, rows);
    for (int i = 0; i < count; i++) {
        rows[i].value = "";
        rows[i].small = true;
    }
    flow_rows(flow, rows, count, 1, 8);
    if (view->device == DEVICE_KEYBOARD || view->device == DEVICE_MOUSE) {
        key_line(flow, word(W_HELP_HELP_KEY), word(W_HELP_KEYS));
        PART(flow, W_MOUSE_HELP, MOUSE);
    }
}
