// One number for each element: twice the place of the axis, or how far it moves.
#include "view/mirror.h"

void mirror_usual(Frame *frame)
{
    frame->turn = (FrameTurn){ FRAME_TURN_USUAL, 0 };
}

void mirror_stays(Frame *frame)
{
    frame->turn = (FrameTurn){ FRAME_TURN_MOVED, 0 };
}

void mirror_within(Frame *frame, FrameRect box)
{
    frame->turn = (FrameTurn){ FRAME_TURN_ROUND, 2 * box.x + box.w };
}

void mirror_keeps(Frame *frame, FrameRect box)
{
    frame->turn = (FrameTurn){ FRAME_TURN_MOVED, frame->width - 2 * box.x - box.w };
}

bool mirror_in_order(const Frame *frame)
{
    return frame->turn.kind == FRAME_TURN_MOVED;
}

static float turned(const Frame *frame, FrameTurn turn, float x, float w)
{
    if (turn.kind == FRAME_TURN_MOVED) {
        return x + turn.sum;
    }
    return (turn.kind == FRAME_TURN_ROUND ? turn.sum : frame->width) - x - w;
}

static uint8_t other_end(uint8_t align)
{
    return align == ALIGN_START ? ALIGN_END : align == ALIGN_END ? ALIGN_START : align;
}

static void turn_command(const Frame *frame, FrameCommand *command)
{
    if (command->kind == FRAME_SCENE) {
        return;
    }
    bool text = command->kind == FRAME_TEXT; // its x is where it is held, not its left
    bool logo = command->kind == FRAME_ICON && command->value == ICON_LOGO; // wider than its box
    float w = text ? 0 : logo ? command->rect.h * 1.7f : command->rect.w;
    command->rect.x = turned(frame, command->turn, command->rect.x, w);
    if (command->turn.kind == FRAME_TURN_MOVED) {
        return;
    }
    if (text) {
        command->align = other_end(command->align);
    }
    if (command->kind == FRAME_ICON && command->value == ICON_ARROW) {
        command->flag = !command->flag;
    }
}

void mirror_frame(Frame *frame)
{
    for (int i = 0; i < frame->command_count; i++) {
        turn_command(frame, &frame->commands[i]);
    }
    for (int i = 0; i < frame->item_count; i++) {
        FrameItem *item = &frame->items[i];
        item->rect.x = turned(frame, item->turn, item->rect.x, item->rect.w);
    }
}
