// What is told of a frame beside the focus: the story, what has changed on the bridges, and what else is new.
#include "speech/talk.h"

#include "base/hash.h"
#include "base/say.h"
#include "speech/changes.h"
#include "view/action.h"

#include <string.h>

// ---- the story ----------------------------------------------------------------------------------

uint32_t talk_told_last(const Frame *frame)
{
    return frame->told_count > 0 ? frame->told[frame->told_count - 1].number : 0;
}

// The option in focus was read just before it was taken: it is not read again.
static bool was_just_read(const Talk *talk, const FrameTold *told)
{
    const Focus *focus = &talk->speech->focus;
    const ViewInput *last = &talk->speech->last;
    return told->yours && focus->set && focus->action == ACTION_CHOOSE && talk->speech->touched &&
           last->kind == INPUT_KEY && last->key == KEY_ENTER;
}

void talk_tell_story(Talk *talk)
{
    const Frame *frame = talk->frame;
    Speech *speech = talk->speech;
    uint32_t last = talk_told_last(frame);
    if (frame->told_count == 0) {
        return;
    }
    if (last < speech->told && frame->place == speech->base && !talk->entered) {
        talk_utter(talk, SPEECH_REPLY, false, say("Taken back."));
        talk_utter(talk, SPEECH_STORY, true, frame->told[frame->told_count - 1].text);
        speech->told = last;
        talk->went_on = true;
        return;
    }
    for (int i = 0; i < frame->told_count; i++) {
        const FrameTold *told = &frame->told[i];
        if (told->number > speech->told && !was_just_read(talk, told)) {
            talk_utter(talk, SPEECH_STORY, true, told->text);
        }
        talk->went_on = talk->went_on || told->number > speech->told;
    }
    speech->told = last;
}

// ---- the bridge ---------------------------------------------------------------------------------

static const char *scene_words(const Frame *frame)
{
    for (int i = 0; i < frame->item_count; i++) {
        if (frame->items[i].role == ROLE_IMAGE && strcmp(frame->items[i].id, "scene") == 0) {
            return frame->items[i].name;
        }
    }
    return "";
}

// "The bridge to Halil: sound. All planks lie."
static void introduce(Talk *talk)
{
    const Frame *frame = talk->frame;
    const char *words = scene_words(frame);
    size_t n = strlen(frame->bridge_name);
    bool named = n > 0 && strncmp(words, frame->bridge_name, n) == 0 && words[n] == ':';
    Text out = { .data = NULL };
    if (named) {
        text_addf(&out, say("The bridge to %s: "), frame->bridge_name);
        words += n + 1 + (words[n + 1] == ' ');
    }
    text_add(&out, words);
    talk_utter(talk, SPEECH_BRIDGE, false, text_str(&out));
    text_deinit(&out);
}

// What a choice taken back has brought back is not told: it was heard before.
static void tell_changes(Talk *talk, Known *known, const FrameHeard *heard)
{
    uint32_t at = talk_told_last(talk->frame);
    if (known->seen && at >= known->at) {
        Text out = { .data = NULL };
        speech_bridge_changes(heard->name, &known->bridge, &heard->bridge, &out);
        talk_utter(talk, SPEECH_BRIDGE, false, text_str(&out));
        text_deinit(&out);
    }
    known->seen = true;
    known->at = at;
    known->bridge = heard->bridge;
}

// Whole when it is shown for the first time, then what has changed, also on those that are not shown.
void talk_tell_bridges(Talk *talk)
{
    const Frame *frame = talk->frame;
    if (frame->told_count == 0) {
        return;
    }
    for (int i = 0; i < frame->bridge_count && i < FRAME_LOOKS; i++) {
        Known *known = &talk->speech->known[i];
        bool shown = frame->has_scene && i == frame->bridge_person;
        if (shown && !known->introduced) {
            known->introduced = true;
            known->seen = false; // the words have it all
            introduce(talk);
        }
        tell_changes(talk, known, &frame->bridges[i]);
    }
}

// ---- the rest of the screen ---------------------------------------------------------------------

// In a play, what stands in a list or among the answers is heard of elsewhere.
static bool heads_set(const FrameItem *heading, const Frame *frame)
{
    int next = (int)(heading - frame->items) + 1;
    return next < frame->item_count &&
           (frame->items[next].role == ROLE_LIST_ITEM || frame->items[next].role == ROLE_OPTION);
}

static bool is_read(const FrameItem *item, const Frame *frame)
{
    if (item->focusable || item->silent || item->live != LIVE_NEW || item->name[0] == '\0') {
        return false;
    }
    switch ((FrameRole)item->role) {
    case ROLE_HEADING:
        return frame->told_count == 0 || !heads_set(item, frame);
    case ROLE_TEXT:
    case ROLE_STATUS:
    case ROLE_DIALOG:
        return true;
    case ROLE_LIST:
    case ROLE_LIST_ITEM: // in a play they are told as they are made
        return frame->told_count == 0;
    case ROLE_FIELD:
        return true;
    case ROLE_BUTTON:
    case ROLE_OPTION:
    case ROLE_IMAGE:
    case ROLE_TAB:
    case ROLE_SLIDER:
    case ROLE_SWITCH:
    case ROLE_RADIO:
    case ROLE_COUNT:
        break;
    }
    return false;
}

// A heading tells what a screen is, and the clock when: both are said whenever one comes there.
void talk_tell_title(Talk *talk)
{
    const Frame *frame = talk->frame;
    for (int i = 0; i < frame->item_count && talk->entered; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->role == ROLE_DIALOG || item->role == ROLE_HEADING) {
            talk_utter(talk, SPEECH_SCREEN, false, item->name);
            talk_add(&talk->speech->shown, talk_line_of(item));
            break;
        }
    }
    for (int i = 0; i < frame->item_count && talk->entered; i++) {
        if (strcmp(frame->items[i].id, "clock") == 0) {
            talk_utter(talk, SPEECH_SCREEN, false, frame->items[i].name);
        }
    }
}

void talk_tell_screen(Talk *talk, const Lines *before)
{
    Speech *speech = talk->speech;
    const Frame *frame = talk->frame;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        uint64_t line = talk_line_of(item);
        uint64_t here = hash_mix(line, (uint64_t)frame->place);
        bool known = talk_has(before, line) || talk_has(&speech->shown, line) ||
                     (talk->entered && !frame->over && frame->told_count == 0 &&
                      talk_has(&speech->heard, here));
        if (!is_read(item, frame) || known || (item->told && !talk->turned)) {
            continue;
        }
        talk_item(talk, SPEECH_SCREEN, item);
        if (!frame->over) {
            talk_add(&speech->heard, here);
        }
    }
}

void talk_tell_replies(Talk *talk, const Lines *before)
{
    const Frame *frame = talk->frame;
    for (int i = 0; i < frame->item_count; i++) {
        const FrameItem *item = &frame->items[i];
        if (item->live == LIVE_ASSERTIVE && !talk_has(before, talk_line_of(item))) {
            talk_item(talk, SPEECH_REPLY, item);
        }
    }
}

// What is typed is said as it is typed.
void talk_tell_field(Talk *talk)
{
    Speech *speech = talk->speech;
    for (int i = 0; i < talk->frame->item_count; i++) {
        const FrameItem *item = &talk->frame->items[i];
        if (item->role != ROLE_FIELD) {
            continue;
        }
        uint64_t field = hash_string(item->value);
        if (field != speech->field && !talk->entered && speech->touched) {
            const ViewInput *last = &speech->last;
            talk_utter(talk, SPEECH_REPLY, false,
                       last->kind == INPUT_TEXT ? last->text : say("Deleted."));
            speech->spoken = 0; // the same letter again is another letter
        }
        speech->field = field;
        talk_add(&speech->shown, talk_line_of(item));
    }
}
