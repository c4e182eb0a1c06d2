// How well what a frame draws can be read: each text on what lies below it 4.5:1 (WCAG 2.2, 1.4.3), the ring
// or bar of the focus 3:1 (1.4.11, 2.4.13). A scene counts as the brightest sky there can be.
#pragma once

#include "support/test.h"

#include "view/action.h"
#include "view/frame.h"

#include <math.h>

static inline double channel(uint32_t colour, int shift)
{
    double c = (double)((colour >> shift) & 0xffu) / 255.0;
    return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static inline double contrast(uint32_t a, uint32_t b)
{
    double la = .2126 * channel(a, 16) + .7152 * channel(a, 8) + .0722 * channel(a, 0) + .05;
    double lb = .2126 * channel(b, 16) + .7152 * channel(b, 8) + .0722 * channel(b, 0) + .05;
    return la > lb ? la / lb : lb / la;
}

// `over` laid upon `under` by its alpha.
static inline uint32_t laid(uint32_t under, uint32_t over)
{
    double alpha = (double)(over >> 24) / 255.0;
    uint32_t out = 0xff000000u;
    for (int shift = 0; shift <= 16; shift += 8) {
        double u = (double)((under >> shift) & 0xffu), o = (double)((over >> shift) & 0xffu);
        out |= (uint32_t)(u + (o - u) * alpha + .5) << shift;
    }
    return out;
}

static inline uint32_t between(uint32_t top, uint32_t bottom, double part)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
        double t = (double)((top >> shift) & 0xffu), b = (double)((bottom >> shift) & 0xffu);
        out |= (uint32_t)(t + (b - t) * part + .5) << shift;
    }
    return out;
}

static inline bool contrast_covers(FrameRect rect, float x, float y)
{
    return x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h;
}

// The colour that a text drawn as command `until` finds at (x, y); false: it stands on a picture.
static inline bool contrast_ground(const Frame *frame, int until, float x, float y, uint32_t *out)
{
    uint32_t colour = 0xff000000u | frame->ground;
    bool plain = true;
    for (int i = 0; i < until; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (!contrast_covers(command->rect, x, y)) {
            continue;
        }
        if (command->kind == FRAME_SCENE) {
            colour = laid(0xffffffffu, command->colour);
            plain = true;
        } else if (command->kind == FRAME_RECT) {
            double part =
                command->rect.h > 0 ? (double)((y - command->rect.y) / command->rect.h) : 0;
            uint32_t own = between(command->colour, command->colour2, part);
            colour = laid(colour, own);
            plain = plain || own >> 24 > 200;
        } else if (command->kind == FRAME_THUMBNAIL || command->kind == FRAME_PORTRAIT) {
            plain = false;
        }
    }
    *out = colour;
    return plain;
}

// What something stands over is only seen through its shade.
static inline int contrast_first_over(const Frame *frame)
{
    int first = 0;
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *it = &frame->commands[i];
        bool whole = it->rect.w >= frame->width && it->rect.h >= frame->height;
        first = it->kind == FRAME_RECT && whole ? i : first;
    }
    return first;
}

static int contrast_checked;

static inline void contrast_text(const Frame *frame, int i, const char *where)
{
    const FrameCommand *text = &frame->commands[i];
    FrameRect box = text->rect;
    box.x -= text->align == ALIGN_CENTRE ? box.w / 2 : text->align == ALIGN_END ? box.w : 0;
    for (int k = 0; k < 3; k++) {
        uint32_t ground = 0;
        float x = box.x + box.w * (.02f + .48f * (float)k), y = box.y + box.h / 2;
        if (!contrast_ground(frame, i, x, y, &ground)) {
            continue;
        }
        contrast_checked++;
        if (contrast(text->colour, ground) < 4.5) {
            fail_msg("%s: \"%s\" in #%06x on #%06x: %.2f", where, text->text,
                     (unsigned)(text->colour & 0xffffffu), (unsigned)(ground & 0xffffffu),
                     contrast(text->colour, ground));
        }
    }
}

static inline void contrast_frame(const Frame *frame, const char *where)
{
    for (int i = contrast_first_over(frame); i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_TEXT) {
            contrast_text(frame, i, where);
        } else if (command->kind == FRAME_KEYCAP) {
            contrast_checked++;
            if (contrast(command->colour, command->colour2) < 4.5) {
                fail_msg("%s: keycap \"%s\"", where, command->text);
            }
        }
    }
}

// The focus is seen: something is drawn round or in what has it that differs from its ground by 3:1.
static inline void contrast_focus(const Frame *frame, const char *where)
{
    const FrameItem *focus = NULL;
    for (int i = 0; i < frame->item_count; i++) {
        focus = frame->items[i].focused ? &frame->items[i] : focus;
    }
    assert_non_null(focus);
    if (focus->action == ACTION_PLANK || focus->action == ACTION_STOP) {
        return; // on the bridge and on its rope: a disc with a ring, which is a picture
    }
    for (int i = contrast_first_over(frame); i < frame->command_count; i++) {
        const FrameCommand *it = &frame->commands[i];
        bool near = fabsf(it->rect.x - focus->rect.x) < 8 &&
                    fabsf(it->rect.y - focus->rect.y) < 8 &&
                    fabsf(it->rect.w - focus->rect.w) < 16 && it->rect.h <= focus->rect.h + 16;
        bool bar = it->kind == FRAME_RECT && fabsf(it->rect.x - focus->rect.x) < 2 &&
                   fabsf(it->rect.y - focus->rect.y) < 3 && fabsf(it->rect.h - focus->rect.h) < 3;
        uint32_t ground = 0;
        if ((it->kind == FRAME_OUTLINE && near) || bar) {
            contrast_ground(frame, i, it->rect.x - 6, it->rect.y + it->rect.h / 2, &ground);
            if (contrast(it->colour, ground) >= 3) {
                return;
            }
        }
    }
    fail_msg("%s: the focus on \"%s\" is not seen", where, focus->name);
}
