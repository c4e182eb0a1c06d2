// A frame as text, for goldens: first what a reader gets (the items), then what is drawn. Numbers
// are rounded to whole units, so that a hair's breadth changes no golden.
#include "base/text.h"
#include "view/frame.h"

#include <math.h>

static const char *const KIND_NAMES[] = {
    "scene", "rect",     "outline",   "shadow", "text",   "rope", "gauge",
    "disc",  "portrait", "thumbnail", "icon",   "keycap", "clip", "code",
    "ring",
};
static const char *const ROLE_NAMES[] = {
    "heading", "text",   "button", "option", "list",   "listitem",
    "image",   "status", "tab",    "dialog", "slider",
    "switch",  "radio",  "field",
};
static const char *const FONT_NAMES[] = {
    "story", "story-bold", "story-italic", "ui", "ui-medium", "ui-bold",
};
static const char *const ALIGN_NAMES[] = { "", " centre", " end" };

static long whole(float value)
{
    return lroundf(value);
}

static void print_rect(FrameRect rect, Text *out)
{
    text_addf(out, "%ld,%ld %ldx%ld", whole(rect.x), whole(rect.y), whole(rect.w), whole(rect.h));
}

static void print_item(const FrameItem *item, Text *out)
{
    text_addf(out, "%c %s \"%s\"", item->focused ? '>' : '-', ROLE_NAMES[item->role], item->name);
    if (item->value[0] != '\0') {
        text_addf(out, " = \"%s\"", item->value);
    }
    if (item->key[0] != '\0') {
        text_addf(out, " = \"%s\"", item->key);
    }
    if (item->id[0] != '\0') {
        text_addf(out, " #%s", item->id);
    }
    text_add(out, item->focusable ? " operable" : "");
    text_add(out, item->disabled ? " off" : "");
    text_add(out, item->selected ? " selected" : "");
    if (item->disc > 0) {
        text_addf(out, " disc %d", item->disc);
    }
    text_add(out, " @");
    print_rect(item->rect, out);
    text_add_char(out, '\n');
}

static void print_command(const FrameCommand *command, Text *out)
{
    text_addf(out, "%s ", KIND_NAMES[command->kind]);
    print_rect(command->rect, out);
    switch ((FrameCommandKind)command->kind) {
    case FRAME_TEXT:
        text_addf(out, " %s %ld%s #%06x \"%s\"", FONT_NAMES[command->font], whole(command->size),
                  ALIGN_NAMES[command->align], (unsigned)(command->colour & 0xffffffu),
                  command->text);
        break;
    case FRAME_KEYCAP:
        text_addf(out, " \"%s\" #%06x", command->text, (unsigned)(command->colour & 0xffffffu));
        break;
    case FRAME_RECT:
        text_addf(out, " r%ld #%08x", whole(command->radius), (unsigned)command->colour);
        break;
    case FRAME_OUTLINE:
        text_addf(out, " r%ld w%ld #%08x%s", whole(command->radius), whole(command->size),
                  (unsigned)command->colour, command->flag ? " dashed" : "");
        break;
    case FRAME_SCENE:
        text_addf(out, command->flag ? " deck %d #%08x" : " shift %d #%08x", (int)command->value,
                  (unsigned)command->colour);
        break;
    case FRAME_DISC:
        text_addf(out, " %d fate %d bits %d%s", (int)command->value, command->state,
                  command->state2, command->flag ? " focused" : "");
        break;
    case FRAME_GAUGE:
    case FRAME_PORTRAIT:
    case FRAME_THUMBNAIL:
    case FRAME_ICON:
    case FRAME_CODE:
    case FRAME_RING:
        text_addf(out, " %d", (int)command->value);
        break;
    case FRAME_SHADOW:
    case FRAME_ROPE:
    case FRAME_CLIP:
        break;
    }
    text_add_char(out, '\n');
}

void frame_print(const Frame *frame, Text *out)
{
    text_addf(out, "frame %ldx%ld%s", whole(frame->width), whole(frame->height),
              frame->high_contrast ? " high contrast" : "");
    if (frame->has_scene) {
        text_addf(out, " scene of %d, weather %d, disc %d", frame->bridge_person, frame->weather,
                  frame->focused_disc);
        static const char *const CROSSINGS[] = { "", ", looks", ", comes", ", turns back" };
        text_add(out, CROSSINGS[frame->crossing]);
    }
    for (int i = 0; i < frame->bay_count; i++) {
        const FrameBay *bay = &frame->bays[i];
        text_addf(out, "\nbay of %d, %s%s", bay->person,
                  bridge_word_name((BridgeWord)bay->bridge.word),
                  bay->gate_shut ? ", gate shut" : "");
    }
    text_add(out, frame->gate_shut ? "\nnear gate shut\n\n" : "\n\n");
    for (int i = 0; i < frame->item_count; i++) {
        if (!frame->items[i].silent) {
            print_item(&frame->items[i], out);
        }
    }
    text_add_char(out, '\n');
    for (int i = 0; i < frame->command_count; i++) {
        print_command(&frame->commands[i], out);
    }
}
