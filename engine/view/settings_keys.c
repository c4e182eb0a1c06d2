// Which key does what: a line for each command, to be chosen anew, and what came of it in words.
#include "view/settings.h"

static const ViewWord SAYS[COMMAND_COUNT] = {
    [COMMAND_UNDO] = W_COMMAND_UNDO,
    [COMMAND_LOOK] = W_COMMAND_LOOK,
    [COMMAND_CANYON] = W_COMMAND_CANYON,
    [COMMAND_HISTORY] = W_COMMAND_HISTORY,
    [COMMAND_LEDGER] = W_COMMAND_LEDGER,
    [COMMAND_HELP] = W_COMMAND_HELP,
    [COMMAND_SETTINGS] = W_COMMAND_SETTINGS,
    [COMMAND_SOUND] = W_COMMAND_SOUND,
    [COMMAND_TAKE] = W_COMMAND_TAKE,
    [COMMAND_BACK] = W_COMMAND_BACK,
    [COMMAND_UP] = W_COMMAND_UP,
    [COMMAND_DOWN] = W_COMMAND_DOWN,
    [COMMAND_LEFT] = W_COMMAND_LEFT,
    [COMMAND_RIGHT] = W_COMMAND_RIGHT,
    [COMMAND_PAGE_BACK] = W_COMMAND_PAGE_BACK,
    [COMMAND_PAGE_ON] = W_COMMAND_PAGE_ON,
    [COMMAND_PAUSE] = W_COMMAND_PAUSE,
    [COMMAND_PLACES] = W_COMMAND_PLACES,
    [COMMAND_SKIP] = W_COMMAND_SKIP,
    [COMMAND_YOU] = W_COMMAND_YOU,
    [COMMAND_NEW] = W_COMMAND_NEW,
    [COMMAND_ALL] = W_COMMAND_ALL,
};

ViewWord view_command_says(ViewCommand command)
{
    return command < COMMAND_COUNT ? SAYS[command] : W_NOTHING;
}

// What is going on: a key is waited for, or what came of the last one.
static void note_flow(const View *view, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    const char *text = "";
    char name[COMMAND_KEY_SIZE];
    if (view->key_said != W_NOTHING) {
        ViewWord says = view_command_says((ViewCommand)view->key_said_command);
        const char *key = command_key_name(view->key_said_key, name);
        text = view->key_said == W_KEYS_NOT ? word(W_KEYS_NOT)
               : view->key_said == W_KEYS_FIXED
                   ? word_fill1(arena, W_KEYS_FIXED, key)
                   : word_fill2(arena, view->key_said, key, word(says));
    } else if (view->key_for >= 0) {
        ViewWord says = view_command_says((ViewCommand)view->key_for);
        text = word_fill1(arena, W_KEYS_PRESS, word(says));
    }
    if (text[0] != '\0') {
        LayoutSegment segment = { text, pen_style(flow->pen, STYLE_CHOICE, flow->pen->theme->ink),
                                  false };
        flow_note(flow, &segment, 1, 8);
    }
}

// Of what has no key of its own: the one that always does it.
static const char *fixed_name(ViewCommand command)
{
    switch (command) {
    case COMMAND_TAKE:
        return word(W_KEY_ENTER);
    case COMMAND_BACK:
        return word(W_KEY_ESCAPE);
    case COMMAND_UP:
        return "\xe2\x86\x91";
    case COMMAND_DOWN:
        return "\xe2\x86\x93";
    case COMMAND_LEFT:
        return "\xe2\x86\x90";
    case COMMAND_RIGHT:
        return "\xe2\x86\x92";
    case COMMAND_PAGE_BACK:
        return word(W_KEY_PAGE_UP);
    case COMMAND_PAGE_ON:
        return word(W_KEY_PAGE_DOWN);
    case COMMAND_HELP:
        return "F1";
    case COMMAND_SETTINGS:
        return "F10";
    case COMMAND_UNDO:
    case COMMAND_LOOK:
    case COMMAND_CANYON:
    case COMMAND_HISTORY:
    case COMMAND_LEDGER:
    case COMMAND_SOUND:
    case COMMAND_PAUSE:
    case COMMAND_PLACES:
    case COMMAND_SKIP:
    case COMMAND_YOU:
    case COMMAND_NEW:
    case COMMAND_ALL:
    case COMMAND_COUNT:
        break;
    }
    return "";
}

void settings_keys_flow(View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    Arena *arena = &pen->frame->arena;
    int32_t keys[COMMAND_COUNT];
    command_keys((ViewHands)view->settings.hands, view->settings.keys, keys);
    flow_text(flow, STYLE_STATE, pen->theme->soft, word(W_KEYS_HOW), 0);
    note_flow(view, flow);
    FlowRow rows[COMMAND_COUNT];
    for (int i = 0; i < COMMAND_COUNT; i++) {
        char name[COMMAND_KEY_SIZE];
        const char *key = keys[i] != 0 ? arena_string(arena, command_key_name(keys[i], name))
                                       : fixed_name((ViewCommand)i);
        bool asked = view->key_for == i;
        rows[i] = (FlowRow){ .text = word(view_command_says((ViewCommand)i)),
                             .key = asked            ? "\xe2\x80\xa6"
                                    : key[0] != '\0' ? key
                                                     : NULL,
                             .value = key[0] != '\0' ? key : word(W_KEYS_NONE),
                             .id = "key",
                             .small = true,
                             .as_is = true,
                             .least = 34,
                             .action = ACTION_KEY,
                             .argument = i };
    }
    flow_rows(flow, rows, COMMAND_COUNT, view_is_stacked(pen) ? 1 : 2, 6);
    PenButton usual = {
        .label = word(W_KEYS_USUAL), .id = "keys_usual", .action = ACTION_KEYS, .argument = 2
    };
    flow_buttons(flow, &usual, 1, 8);
}
