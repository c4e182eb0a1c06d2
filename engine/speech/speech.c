// Decides what is said. The frame before is kept as hashes of its lines and the condition of each bridge
// that was seen; the screens behind a panel are remembered, so that coming back is not told again.
#include "speech/talk.h"

#include "view/action.h"

#include <string.h>

Speech *speech_new(void)
{
    Speech *speech = mem_alloc(sizeof *speech);
    tree_init(&speech->tree);
    speech_forget(speech);
    return speech;
}

void speech_free(Speech *speech)
{
    if (speech != NULL) {
        tree_deinit(&speech->tree);
        mem_free(speech);
    }
}

void speech_forget(Speech *speech)
{
    Tree kept = speech->tree;
    *speech = (Speech){ .tree = kept, .place = PLACE_NONE, .base = PLACE_NONE };
}

void speech_scans(Speech *speech, bool scans)
{
    speech->scans = scans;
}

bool speech_input(Speech *speech, const ViewInput *input)
{
    bool counts = input->kind == INPUT_KEY || input->kind == INPUT_PRESS ||
                  input->kind == INPUT_TEXT || input->kind == INPUT_WHEEL;
    if (counts) {
        speech->last = *input;
        speech->touched = true;
    }
    return counts;
}

// ---- a frame ------------------------------------------------------------------------------------

static bool page_was_turned(const Talk *talk)
{
    const Speech *speech = talk->speech;
    if (!speech->touched || talk->entered || talk_told_last(talk->frame) != speech->told) {
        return false;
    }
    const ViewInput *last = &speech->last;
    bool key = last->kind == INPUT_KEY && (last->key == KEY_PAGE_UP || last->key == KEY_PAGE_DOWN);
    bool button =
        last->kind == INPUT_KEY && last->key == KEY_ENTER && speech->focus.action == ACTION_PAGE;
    return key || button || last->kind == INPUT_WHEEL || last->kind == INPUT_PRESS;
}

// The lines of the frame before, where it was the same screen.
static void enter(Talk *talk, Lines *before)
{
    Speech *speech = talk->speech;
    const Frame *frame = talk->frame;
    bool moved = frame->place != speech->place;
    talk->entered = moved && (frame->over || frame->place != speech->base);
    if (moved && frame->over && speech->place == speech->base) {
        speech->below = speech->shown; // a panel opens: the base waits
    }
    if (talk->entered) {
        before->count = 0;
    } else {
        *before = moved ? speech->below : speech->shown;
    }
    if (talk->entered && !frame->over) {
        speech->told = 0; // another play, or the same again
        memset(speech->known, 0, sizeof speech->known);
    }
    speech->shown.count = 0;
}

static void keep(Talk *talk)
{
    Speech *speech = talk->speech;
    const Frame *frame = talk->frame;
    for (int i = 0; i < frame->item_count; i++) {
        talk_add(&speech->shown, talk_line_of(&frame->items[i]));
    }
    speech->place = frame->place;
    speech->base = frame->over ? speech->base : frame->place;
    speech->touched = false;
}

void speech_frame(Speech *speech, const Frame *frame, SpeechSay *say_it, void *context)
{
    Talk talk = { .speech = speech, .frame = frame, .say = say_it, .context = context };
    Lines *before = mem_alloc(sizeof *before);
    tree_build(&speech->tree, frame);
    speech->spoken = speech->touched ? 0 : speech->spoken;
    enter(&talk, before);
    talk.turned = page_was_turned(&talk);
    talk_tell_replies(&talk, before);
    talk_tell_field(&talk);
    talk_tell_title(&talk);
    talk_tell_story(&talk);
    talk_tell_bridges(&talk);
    talk_tell_screen(&talk, before);
    talk_tell_focus(&talk, before);
    keep(&talk);
    mem_free(before);
}

void speech_read(Speech *speech, const Frame *frame, SpeechSay *say_it, void *context)
{
    Talk talk = { .speech = speech, .frame = frame, .say = say_it, .context = context };
    tree_build(&speech->tree, frame);
    speech->spoken = 0;
    for (int i = 0; i < speech->tree.count; i++) {
        const TreeNode *node = &speech->tree.nodes[i];
        const FrameItem *item = node->item >= 0 ? &frame->items[node->item] : NULL;
        if (item == NULL || item->told || item->group != 0) {
            continue; // told below, whole; the parts of the bridge are summed up by its words
        }
        if (item->focusable || item->role == ROLE_OPTION) {
            talk_focus(&talk, node, item, false);
        } else {
            talk_item(&talk, SPEECH_SCREEN, item);
        }
        if (item->role == ROLE_IMAGE && strcmp(item->id, "scene") == 0) {
            for (int j = 0; j < frame->told_count; j++) {
                talk_utter(&talk, SPEECH_STORY, true, frame->told[j].text);
            }
        }
    }
}
