// The lists of a frame: growing, clearing, comparing. Knows nothing of what is on them; printing
// them as text is frame_print.c.
#include "view/frame.h"

#include <string.h>

void frame_init(Frame *frame, float width, float height)
{
    *frame =
        (Frame){ .width = width, .height = height, .bridge_person = -1, .bridge_name = "",
                 .caret = -1 };
    arena_init(&frame->arena);
}

void frame_deinit(Frame *frame)
{
    mem_free(frame->commands);
    mem_free(frame->items);
    mem_free(frame->thumbnails);
    mem_free(frame->told);
    arena_deinit(&frame->arena);
    *frame = (Frame){ .bridge_person = -1 };
}

void frame_clear(Frame *frame)
{
    Frame kept = *frame;
    arena_deinit(&kept.arena);
    frame_init(frame, kept.width, kept.height);
    frame->commands = kept.commands;
    frame->command_capacity = kept.command_capacity;
    frame->items = kept.items;
    frame->item_capacity = kept.item_capacity;
    frame->thumbnails = kept.thumbnails;
    frame->thumbnail_capacity = kept.thumbnail_capacity;
    frame->told = kept.told;
    frame->told_capacity = kept.told_capacity;
}

// Room for one more element of that size; the new capacity in *capacity.
static void *with_room(void *list, int count, int *capacity, size_t size)
{
    if (count < *capacity) {
        return list;
    }
    *capacity = *capacity > 0 ? *capacity * 2 : 32;
    return mem_grow(list, (size_t)*capacity * size);
}

FrameCommand *frame_add(Frame *frame, FrameCommandKind kind, FrameRect rect)
{
    frame->commands = with_room(frame->commands, frame->command_count, &frame->command_capacity,
                                sizeof(FrameCommand));
    FrameCommand *command = &frame->commands[frame->command_count++];
    memset(command, 0, sizeof *command);
    command->kind = (uint8_t)kind;
    command->rect = rect;
    command->turn = frame->turn;
    return command;
}

void frame_shadows_first(Frame *frame)
{
    int first = 0;
    while (first < frame->command_count && frame->commands[first].kind != FRAME_SHADOW) {
        first++;
    }
    for (int i = first; i < frame->command_count; i++) {
        if (frame->commands[i].kind == FRAME_SHADOW) {
            FrameCommand shadow = frame->commands[i];
            memmove(&frame->commands[first + 1], &frame->commands[first],
                    (size_t)(i - first) * sizeof shadow);
            frame->commands[first++] = shadow;
        }
    }
}

FrameItem *frame_item(Frame *frame, FrameRole role, FrameRect rect, const char *name)
{
    frame->items =
        with_room(frame->items, frame->item_count, &frame->item_capacity, sizeof(FrameItem));
    FrameItem *item = &frame->items[frame->item_count++];
    memset(item, 0, sizeof *item);
    item->role = (uint8_t)role;
    item->rect = rect;
    item->turn = frame->turn;
    item->name = frame_text(frame, name);
    item->value = "";
    item->id = "";
    item->key = "";
    return item;
}

const char *frame_text(Frame *frame, const char *text)
{
    return arena_string(&frame->arena, text);
}

void frame_ornament(Frame *frame, int from)
{
    for (int i = from; i < frame->command_count; i++) {
        frame->commands[i].flag = frame->commands[i].flag || frame->commands[i].kind == FRAME_TEXT;
    }
}

void frame_tell(Frame *frame, uint32_t number, bool yours, const char *text)
{
    frame->told =
        with_room(frame->told, frame->told_count, &frame->told_capacity, sizeof(FrameTold));
    frame->told[frame->told_count++] = (FrameTold){ number, yours, frame_text(frame, text) };
}

int frame_thumbnail(Frame *frame, const FrameThumbnail *thumbnail)
{
    frame->thumbnails = with_room(frame->thumbnails, frame->thumbnail_count,
                                  &frame->thumbnail_capacity, sizeof(FrameThumbnail));
    frame->thumbnails[frame->thumbnail_count] = *thumbnail;
    return frame->thumbnail_count++;
}

static bool same_number(float a, float b)
{
    return a >= b && a <= b;
}

static bool same_rect(FrameRect a, FrameRect b)
{
    return same_number(a.x, b.x) && same_number(a.y, b.y) && same_number(a.w, b.w) &&
           same_number(a.h, b.h);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_command(const FrameCommand *a, const FrameCommand *b)
{
    return a->kind == b->kind && a->font == b->font && a->align == b->align &&
           a->state == b->state && a->state2 == b->state2 && a->flag == b->flag &&
           a->from_right == b->from_right &&
           same_rect(a->rect, b->rect) && same_number(a->radius, b->radius) &&
           same_number(a->size, b->size) && a->value == b->value && a->colour == b->colour &&
           a->colour2 == b->colour2 && same_text(a->text, b->text);
}

static bool same_condition(const BridgeCondition *a, const BridgeCondition *b)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *p = &a->planks[i], *q = &b->planks[i];
        if (p->state != q->state || p->disc != q->disc || p->mended_by != q->mended_by ||
            p->theirs != q->theirs || p->fate != q->fate) {
            return false;
        }
    }
    return memcmp(a->strands, b->strands, sizeof a->strands) == 0 && a->trust == b->trust &&
           a->rapport == b->rapport && a->scar == b->scar && a->lantern == b->lantern;
}

static bool same_thumbnail(const FrameThumbnail *a, const FrameThumbnail *b)
{
    return a->weather == b->weather && same_number(a->crop_width, b->crop_width) &&
           same_condition(&a->condition, &b->condition);
}

static bool same_bays(const Frame *a, const Frame *b)
{
    bool same = a->bay_count == b->bay_count && a->gate_shut == b->gate_shut;
    for (int i = 0; same && i < a->bay_count; i++) {
        same = a->bays[i].person == b->bays[i].person &&
               a->bays[i].gate_shut == b->bays[i].gate_shut &&
               same_condition(&a->bays[i].bridge, &b->bays[i].bridge);
    }
    return same;
}

static bool same_looks(const Frame *a, const Frame *b)
{
    return a->look_count == b->look_count && memcmp(a->looks, b->looks, sizeof a->looks) == 0;
}

bool frame_same(const Frame *a, const Frame *b)
{
    if (a->command_count != b->command_count || a->thumbnail_count != b->thumbnail_count ||
        !same_number(a->width, b->width) || !same_number(a->height, b->height) ||
        a->has_scene != b->has_scene || a->high_contrast != b->high_contrast ||
        a->ground != b->ground || a->weather != b->weather || !same_looks(a, b) ||
        !same_bays(a, b)) {
        return false;
    }
    for (int i = 0; i < a->command_count; i++) {
        if (!same_command(&a->commands[i], &b->commands[i])) {
            return false;
        }
    }
    for (int i = 0; i < a->thumbnail_count; i++) {
        if (!same_thumbnail(&a->thumbnails[i], &b->thumbnails[i])) {
            return false;
        }
    }
    return true;
}
