// A small picture of the room screen, by drawing it as it is drawn there and making everything of it smaller.
// Its living scene becomes a still one; what is small is for the eye only, the words beside it say the rest.
#include "view/console_parts.h"

#include "base/say.h"
#include "view/mirror.h"
#include "view/projector.h"

enum { MIRROR_WIDTH = 1280, MIRROR_HEIGHT = 720 };

void console_mirror_draw(Console *console, const ViewSettings *settings,
                         const FrameMeasure *measure)
{
    ViewSettings there = { .text_scale = (float)console->room->screen_type / 100.0f,
                           .high_contrast = console->room->screen_contrast,
                           .reduced_motion = true,
                           .colour_safe = settings->colour_safe,
                           .typeface = settings->typeface };
    there.text_scale = there.text_scale >= 1 ? there.text_scale : 1;
    frame_clear(&console->small);
    console->small.width = MIRROR_WIDTH;
    console->small.height = MIRROR_HEIGHT;
    projector_frame(console->projector, console->room, &there, measure, &console->small);
}

// ---- made smaller -------------------------------------------------------------------------------

typedef struct Smaller {
    Pen *pen;
    const Frame *from;
    FrameRect box;
    float factor;
} Smaller;

static FrameRect placed(const Smaller *s, FrameRect rect)
{
    return (FrameRect){ s->box.x + rect.x * s->factor, s->box.y + rect.y * s->factor,
                        rect.w * s->factor, rect.h * s->factor };
}

static void scene(const Smaller *s, const FrameCommand *command)
{
    Frame *frame = s->pen->frame;
    FrameThumbnail still = { .condition = s->from->bridge,
                             .weather = s->from->weather,
                             .crop_width = MIRROR_WIDTH };
    FrameCommand *picture = frame_add(frame, FRAME_THUMBNAIL, s->box);
    picture->value = frame_thumbnail(frame, &still);
    if (command->colour >> 24 != 0) {
        pen_rect(s->pen, s->box, 0, command->colour);
    }
}

static void copied(const Smaller *s, const FrameCommand *command)
{
    Frame *frame = s->pen->frame;
    FrameTurn turn = frame->turn;
    FrameCommand *out = frame_add(frame, (FrameCommandKind)command->kind, s->box);
    *out = *command;
    out->turn = turn;
    out->rect = placed(s, command->rect);
    out->radius *= s->factor;
    out->size *= s->factor;
    if (command->text != NULL) {
        out->text = frame_text(frame, command->text);
    }
    if (command->kind == FRAME_TEXT) {
        out->flag = true; // an ornament
    }
    if (command->kind == FRAME_THUMBNAIL) {
        out->value = frame_thumbnail(frame, &s->from->thumbnails[command->value]);
    }
}

// So small, the squares of a code are less than a pixel: three corners are what one knows it by.
static void code(const Smaller *s, const FrameCommand *command)
{
    FrameRect box = placed(s, command->rect);
    float corner = box.w * .28f, far = box.w - corner;
    uint32_t grey = 0x66000000u | (command->colour & 0xffffffu);
    pen_rect(s->pen, box, 0, grey);
    for (int i = 0; i < 3; i++) {
        FrameRect at = { box.x + (i == 1 ? far : 0), box.y + (i == 2 ? far : 0), corner, corner };
        pen_rect(s->pen, at, 0, command->colour);
    }
}

static void draw_smaller(Pen *pen, const Frame *from, FrameRect box)
{
    Smaller s = { pen, from, box, box.w / (float)MIRROR_WIDTH };
    pen_rect(pen, box, 8, from->ground);
    mirror_keeps(pen->frame, box);
    for (int i = 0; i < from->command_count; i++) {
        const FrameCommand *command = &from->commands[i];
        if (command->kind == FRAME_SCENE) {
            scene(&s, command);
        } else if (command->kind == FRAME_CODE) {
            code(&s, command);
        } else if (command->kind != FRAME_SHADOW && command->kind != FRAME_CLIP &&
                   command->kind != FRAME_ROPE && command->kind != FRAME_PORTRAIT) {
            copied(&s, command);
        }
    }
    mirror_usual(pen->frame);
    pen_outline(pen, box, 8, 1.5f, pen->theme->edge, false);
}

// ---- in the card --------------------------------------------------------------------------------

typedef struct MirrorData {
    const Frame *from;
    ConsoleButton *acts; // beside it
    int count;
    float width, height, side; // of the picture; where the acts begin
    const char *words;
} MirrorData;

static void draw_bit(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const MirrorData *data = bit->data;
    FrameRect box = { rect.x, rect.y, data->width, data->height };
    draw_smaller(pen, data->from, box);
    pen_item(pen, ROLE_IMAGE, box, data->words, "", "room_screen");
    float y = rect.y;
    for (int i = 0; i < data->count; i++) {
        float width = rect.w - data->side;
        float height = console_button_height(pen, &data->acts[i], width);
        console_button_draw(pen, &data->acts[i],
                            (FrameRect){ rect.x + data->side, y, width, height });
        y += height + 6;
    }
}

static MirrorData *picture(Flow *flow, const Frame *from, float width, const char *words)
{
    MirrorData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
    *data = (MirrorData){
        .from = from, .width = width, .height = width * MIRROR_HEIGHT / MIRROR_WIDTH, .words = words
    };
    return data;
}

static float acts_height(Pen *pen, const ConsoleButton *acts, int count, float width)
{
    float height = 0;
    for (int i = 0; i < count; i++) {
        height += console_button_height(pen, &acts[i], width) + (i > 0 ? 6 : 0);
    }
    return height;
}

void console_mirror(View *view, Flow *flow, const ConsoleButton *acts, int count, const char *words)
{
    enum { LEAST = 150, MOST = 480 };
    Pen *pen = flow->pen;
    const Frame *from = &console_of(view)->small;
    float widest = 0;
    for (int i = 0; i < count; i++) {
        float width = console_button_width(pen, &acts[i]);
        widest = width > widest ? width : widest;
    }
    float width = flow->width - widest - 14;
    width = width < MOST ? width : MOST;
    if (width < LEAST) {
        width = flow->width < 200 ? flow->width : 200;
        flow_bit(flow, width * MIRROR_HEIGHT / MIRROR_WIDTH, 6, draw_bit,
                 picture(flow, from, width, words));
        console_row(flow, acts, count, true, 4);
    } else {
        MirrorData *data = picture(flow, from, width, words);
        data->side = flow->width - widest - 2 > width + 12 && flow->width > 2 * MOST
                         ? width + 12
                         : flow->width - widest - 2;
        data->count = count;
        data->acts = arena_alloc(&pen->frame->arena, (size_t)count * sizeof *data->acts);
        for (int i = 0; i < count; i++) {
            data->acts[i] = acts[i];
        }
        float tall = acts_height(pen, acts, count, flow->width - data->side);
        flow_bit(flow, data->height > tall ? data->height : tall, 6, draw_bit, data);
    }
    console_soft(flow, words, 6);
}
