// Two more bits of a flow: buttons side by side, and the small picture of a bridge.
#include "view/flow.h"

typedef struct ButtonsData {
    PenButton *buttons;
    FrameRect *places; // from the bit's corner
    int count;
} ButtonsData;

static void draw_buttons(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const ButtonsData *data = bit->data;
    for (int i = 0; i < data->count; i++) {
        FrameRect place = data->places[i];
        place.x += rect.x;
        place.y += rect.y;
        pen_button(pen, &data->buttons[i], place);
    }
}

void flow_buttons(Flow *flow, const PenButton *buttons, int count, float gap)
{
    Arena *arena = &flow->pen->frame->arena;
    int i = 0;
    while (i < count) {
        ButtonsData *data = arena_alloc(arena, sizeof *data);
        data->buttons = arena_alloc(arena, (size_t)count * sizeof(PenButton));
        data->places = arena_alloc(arena, (size_t)count * sizeof(FrameRect));
        float x = 4; // room for the ring of focus
        float height = 0;
        for (; i < count; i++) {
            FrameRect size = pen_button_size(flow->pen, &buttons[i], flow->width - 8);
            if (data->count > 0 && x + size.w > flow->width - 4) {
                break;
            }
            data->places[data->count] = (FrameRect){ x, 4, size.w, size.h };
            data->buttons[data->count++] = buttons[i];
            x += size.w + 12;
            height = size.h > height ? size.h : height;
        }
        for (int b = 0; b < data->count; b++) { // small ones beside a large one
            data->places[b].y += (height - data->places[b].h) / 2;
        }
        flow_bit(flow, height + 8, gap, draw_buttons, data);
        gap = 4;
    }
}

typedef struct ThumbnailData {
    int index;
    float width;
    const char *name;
} ThumbnailData;

static void draw_thumbnail(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const ThumbnailData *data = bit->data;
    FrameRect box = { rect.x, rect.y, data->width, rect.h };
    FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
    command->value = data->index;
    command->radius = 8;
    pen_outline(pen, box, 8, 1.5f, pen->theme->edge, false);
    pen_item(pen, ROLE_IMAGE, box, data->name, "", "");
}

void flow_thumbnail(Flow *flow, const FrameThumbnail *thumbnail, const char *name, float width,
                    float height, float gap)
{
    ThumbnailData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
    data->index = frame_thumbnail(flow->pen->frame, thumbnail);
    data->width = width < flow->width ? width : flow->width;
    data->name = name;
    flow_bit(flow, height, gap, draw_thumbnail, data)->keep = true;
}
