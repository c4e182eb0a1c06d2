// What is said of the thing in focus, and of the answers that have opened with it.
#include "speech/talk.h"

#include "base/hash.h"
#include "base/say.h"
#include "view/action.h"

#include <stdio.h>

static const char *role_said(const FrameItem *item)
{
    switch ((FrameRole)item->role) {
    case ROLE_BUTTON:
        return say_where("a thing to press", "Button");
    case ROLE_SWITCH:
        return item->value[0] != '\0' ? "" : item->selected ? say("On") : say("Off");
    case ROLE_TAB:
    case ROLE_RADIO:
        return item->selected ? say("Chosen") : "";
    case ROLE_SLIDER:
        return say("Left and right move it");
    case ROLE_FIELD:
        return say("Text to write");
    case ROLE_HEADING:
    case ROLE_TEXT:
    case ROLE_OPTION:
    case ROLE_LIST:
    case ROLE_LIST_ITEM:
    case ROLE_IMAGE:
    case ROLE_STATUS:
    case ROLE_DIALOG:
    case ROLE_COUNT:
        break;
    }
    return "";
}

static void join_position(Text *out, const TreeNode *node)
{
    if (node->count < 2) {
        return;
    }
    Text place = { .data = NULL };
    if (node->role == ROLE_OPTION) {
        text_addf(&place, say("Option %d of %d"), node->position, node->count);
    } else {
        text_addf(&place, say("%d of %d"), node->position, node->count);
    }
    talk_join(out, text_str(&place));
    text_deinit(&place);
}

// Of what a page is to be turned.
static const char *heading_before(const Frame *frame, const FrameItem *item)
{
    const char *heading = "";
    for (int i = 0; &frame->items[i] != item; i++) {
        heading = frame->items[i].role == ROLE_HEADING ? frame->items[i].name : heading;
    }
    return heading;
}

// "Six. I'll be there. Option 1 of 3. touches plank 3, the brief".
void talk_focus(Talk *talk, const TreeNode *node, const FrameItem *item, bool brief)
{
    Text out = { .data = NULL };
    bool step = talk->speech->scans && !talk->speech->touched && !talk->went_on && !talk->entered;
    SpeechKind kind = step ? SPEECH_REPLY : SPEECH_FOCUS;
    bool option = item->role == ROLE_OPTION && item->action == ACTION_CHOOSE;
    if (option) { // the answer is the story's, what is said of it the interface's
        talk_utter(talk, kind, true, item->name);
    } else {
        talk_join(&out, item->name);
    }
    talk_join(&out, role_said(item));
    if (item->role != ROLE_BUTTON && item->role != ROLE_SWITCH) {
        join_position(&out, node);
    }
    talk_join(&out, item->disabled ? say("Not open") : "");
    talk_join(&out, brief ? "" : item->value);
    bool enter = item->role == ROLE_BUTTON && item->key[0] != '\0' && item->key[1] != '\0';
    talk_join(&out, enter ? "" : item->key);
    talk_join(&out, item->action == ACTION_PAGE ? heading_before(talk->frame, item) : "");
    talk_utter(talk, kind, false, text_str(&out));
    text_deinit(&out);
}

// The other answers that have come to the screen with the one in focus, each once and short.
static void utter_answers(Talk *talk, int focus)
{
    const Tree *tree = &talk->speech->tree;
    int set = tree->nodes[focus].parent;
    const TreeNode *last = &tree->nodes[focus];
    for (int i = 0; i < tree->count; i++) {
        const TreeNode *node = &tree->nodes[i];
        if (node->parent != set || node->item < 0 || i == focus) {
            continue;
        }
        const FrameItem *item = &talk->frame->items[node->item];
        Text out = { .data = NULL };
        text_addf(&out, "%d: %s", node->position, item->name);
        talk_utter(talk, SPEECH_ANSWERS, true, text_str(&out));
        if (item->disabled) {
            text_clear(&out);
            talk_join(&out, say("Not open"));
            talk_join(&out, item->value);
            talk_utter(talk, SPEECH_ANSWERS, false, text_str(&out));
        }
        text_deinit(&out);
        last = node;
    }
    if (last->position < last->count) {
        char more[100];
        snprintf(more, sizeof more, say("Page Down: up to %d."), last->count);
        talk_utter(talk, SPEECH_ANSWERS, false, more);
    }
}

static bool is_answer(const FrameItem *item)
{
    return item->role == ROLE_OPTION && item->action == ACTION_CHOOSE;
}

// `before`: the lines of the frame before. New answers are read whole, once.
void talk_tell_focus(Talk *talk, const Lines *before)
{
    Speech *speech = talk->speech;
    int at = tree_focus(&speech->tree, talk->frame);
    if (at < 0) {
        return;
    }
    const TreeNode *node = &speech->tree.nodes[at];
    const FrameItem *item = &talk->frame->items[node->item];
    Focus now = { item->action,
                  item->argument,
                  hash_string(item->name),
                  hash_string(item->value) * 4 + item->selected * 2 + item->disabled,
                  true,
                  item->group };
    const Focus *was = &speech->focus;
    bool same = was->set && was->action == now.action && was->argument == now.argument;
    bool fresh =
        is_answer(item) && (talk->went_on || !talk_has(before, talk_line(item->name, item->value)));
    if (same && was->name == now.name && !talk->entered && !fresh) {
        if (was->value != now.value) { // the slider moves, the switch turns
            Text out = { .data = NULL };
            talk_join(&out,
                      item->role == ROLE_SWITCH || item->role == ROLE_RADIO ? role_said(item) : "");
            talk_join(&out, item->value);
            talk_utter(talk, SPEECH_REPLY, false, text_str(&out));
            text_deinit(&out);
        }
    } else {
        bool alike = was->set && !talk->entered && was->group != 0 && was->group == now.group &&
                     was->name == now.name && was->value == now.value;
        talk_focus(talk, node, item, alike);
        if (fresh) {
            utter_answers(talk, at);
        }
    }
    speech->focus = now;
}
