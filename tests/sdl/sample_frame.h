// A frame with every kind of command, laid out like the play screen, for the tests of the window.
#pragma once

#include "view/frame.h"

static inline FrameCommand *sample_text(Frame *frame, FrameFont font, float size, FrameAlign align,
                                        float x, float y, uint32_t colour, const char *text)
{
    FrameCommand *command = frame_add(frame, FRAME_TEXT, (FrameRect){ x, y, 0.0f, size * 1.4f });
    command->font = (uint8_t)font;
    command->size = size;
    command->align = (uint8_t)align;
    command->colour = colour;
    command->text = frame_text(frame, text);
    return command;
}

static inline FrameCommand *sample_rect(Frame *frame, FrameRect rect, float radius, uint32_t top,
                                        uint32_t bottom)
{
    FrameCommand *command = frame_add(frame, FRAME_RECT, rect);
    command->radius = radius;
    command->colour = top;
    command->colour2 = bottom;
    return command;
}

static inline FrameCommand *sample_value(Frame *frame, FrameCommandKind kind, FrameRect rect,
                                         int value, uint32_t colour)
{
    FrameCommand *command = frame_add(frame, kind, rect);
    command->value = value;
    command->colour = colour;
    return command;
}

// A bridge that has seen something: a hanging plank, a gap, a new plank, a snapped rope.
static inline BridgeCondition sample_bridge(void)
{
    BridgeCondition bridge = {
        .word = BRIDGE_STRAINED, .gauge_halves = 11, .trust = 520000, .rapport = 500000
    };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        bridge.planks[i] = (BridgePlank){ .id = -1, .mended_id = -1 };
        bridge.planks[i].state = i % 3 == 0 ? BRIDGE_PLANK_GREY : BRIDGE_PLANK_SOUND;
    }
    static const uint8_t states[5] = { BRIDGE_PLANK_SOUND, BRIDGE_PLANK_CRACKED,
                                       BRIDGE_PLANK_HANGING, BRIDGE_PLANK_MARKED,
                                       BRIDGE_PLANK_NEW };
    static const uint8_t fates[5] = { BRIDGE_KEPT, BRIDGE_WARNED, BRIDGE_MISSED, BRIDGE_OPEN,
                                      BRIDGE_KEPT };
    static const int at[5] = { 2, 6, 9, 14, 20 };
    for (int i = 0; i < 5; i++) {
        bridge.planks[at[i]].state = states[i];
        bridge.planks[at[i]].fate = fates[i];
        bridge.planks[at[i]].disc = (int8_t)(i + 1);
    }
    bridge.planks[7].state = BRIDGE_PLANK_GONE;
    bridge.planks[13].state = BRIDGE_PLANK_HANGING;
    bridge.strands[0] = BRIDGE_STRAND_GONE;
    bridge.strands[4] = BRIDGE_STRAND_SPLICED;
    return bridge;
}

static inline void sample_top_bar(Frame *f)
{
    sample_rect(f, (FrameRect){ 0, 0, f->width, 64 }, 0, 0xf0171228, 0x00171228);
    sample_value(f, FRAME_ICON, (FrameRect){ 22, 11, 28, 28 }, ICON_SUN, 0xffffc04d);
    sample_text(f, FONT_UI_BOLD, 17, ALIGN_START, 58, 13, 0xfffff6e4, "Wednesday, 16:40");
    sample_text(f, FONT_UI, 14, ALIGN_START, 216, 16, 0xffd8ccd8, "Day 3 of 10");
    sample_text(f, FONT_STORY_BOLD, 20, ALIGN_CENTRE, f->width / 2, 10, 0xfffff6e4,
                "The Harbour Crew");
    sample_text(f, FONT_UI, 14, ALIGN_END, f->width - 297, 16, 0xffd8ccd8, "Bridge");
    FrameCommand *gauge =
        sample_value(f, FRAME_GAUGE, (FrameRect){ f->width - 286, 17, 0, 16 }, 11, 0);
    gauge->flag = true; // on the dark bar
    sample_text(f, FONT_UI_BOLD, 17, ALIGN_END, f->width - 20, 13, 0xfffff6e4, "Holding, frayed");
}

static inline void sample_option(Frame *f, int number, float y, const char *one, const char *two,
                                 int disc, uint8_t fate, bool focused)
{
    float x = f->width - 574;
    FrameRect rect = { x, y, 532, 54 };
    uint32_t ground = focused ? 0xfff6dfaeu : 0xfffffaf0u;
    sample_rect(f, rect, 8, ground, ground);
    if (focused) {
        sample_rect(f, (FrameRect){ x, y, 6, 54 }, 0, 0xffa5392c, 0xffa5392c);
        FrameCommand *outline = sample_value(f, FRAME_OUTLINE, rect, 0, 0xffa5392c);
        outline->radius = 8;
        outline->size = 1.5f;
    }
    FrameCommand *cap = frame_add(f, FRAME_KEYCAP, (FrameRect){ x + 14, y + 13, 28, 28 });
    cap->font = FONT_UI_BOLD;
    cap->size = 16;
    cap->radius = 5;
    cap->colour = focused ? 0xffa5392c : 0xffe6d6b4;
    cap->colour2 = focused ? 0xfffff8ea : 0xff2b2233;
    char digit[2] = { (char)('0' + number), '\0' };
    cap->text = frame_text(f, digit);
    float first = two == NULL ? y + 16 : y + 5;
    sample_text(f, FONT_UI_MEDIUM, 17, ALIGN_START, x + 56, first, 0xff2b2233, one);
    if (two != NULL) {
        sample_text(f, FONT_UI_MEDIUM, 17, ALIGN_START, x + 56, first + 22, 0xff2b2233, two);
    }
    FrameCommand *mark =
        sample_value(f, FRAME_DISC, (FrameRect){ x + 491, y + 14, 26, 26 }, disc, 0);
    mark->state = fate;
    mark->flag = focused;
}

static inline void sample_card(Frame *f, int focused)
{
    FrameRect card = { 24, f->height - 292, f->width - 48, 222 };
    frame_add(f, FRAME_SHADOW, card)->radius = 12;
    sample_rect(f, card, 12, 0xfffbf3e2, 0xfff4e7cf);
    frame_add(f, FRAME_ROPE, (FrameRect){ card.x, card.y - 5, card.w, 10 })->flag = true;
    FrameRect portrait = { 46, card.y + 26, 112, 136 };
    sample_value(f, FRAME_PORTRAIT, portrait, 0, 0)->state = 2;
    sample_text(f, FONT_UI_BOLD, 16, ALIGN_CENTRE, 102, card.y + 166, 0xffa5392c, "Mara Oduya");
    sample_text(f, FONT_UI, 13, ALIGN_CENTRE, 102, card.y + 188, 0xff655768, "harbour crew lead");
    static const char *const lines[4] = {
        "Mara sets the last ledger page down and looks",
        "across the gap. \xe2\x80\x9cYou told us Friday. I told forty",
        "people Friday. When it slipped, nobody here heard",
        "it from you \xe2\x80\x94 we heard it from the weather.\xe2\x80\x9d"
    };
    for (int i = 0; i < 4; i++) {
        FrameCommand *line = sample_text(f, FONT_STORY, 21, ALIGN_START, 182,
                                         card.y + 20 + 29 * (float)i, 0xff2b2233, lines[i]);
        line->rect.h = 29;
    }
    sample_text(f, FONT_STORY_ITALIC, 18, ALIGN_START, 182, card.y + 141, 0xff655768,
                "Behind her the rail rope creaks, one strand at a time.");
    sample_rect(f, (FrameRect){ f->width - 592, card.y + 22, 1, 178 }, 0, 0xffd9c59c, 0xffd9c59c);
    sample_option(
        f, 1, card.y + 22,
        "\xe2\x80\x9cYou\xe2\x80\x99re right. I knew on Tuesday and I didn\xe2\x80\x99t call.",
        "That\xe2\x80\x99s mine.\xe2\x80\x9d", 3, BRIDGE_MISSED, focused == 1);
    sample_option(f, 2, card.y + 84,
                  "\xe2\x80\x9cWhat would it take for Friday to be real again?\xe2\x80\x9d", NULL,
                  2, BRIDGE_WARNED, focused == 2);
    sample_option(f, 3, card.y + 146,
                  "\xe2\x80\x9cThe supplier moved the date, not us.\xe2\x80\x9d", NULL, 5,
                  BRIDGE_KEPT, focused == 3);
}

static inline void sample_ledger(Frame *f)
{
    float y = f->height - 58;
    sample_rect(f, (FrameRect){ 0, y, f->width, 58 }, 0, 0xf0171228, 0xf0171228);
    sample_rect(f, (FrameRect){ 0, y, f->width, 1.5f }, 0, 0xff8f7440, 0xff8f7440);
    sample_text(f, FONT_UI_BOLD, 13, ALIGN_START, 26, y + 11, 0xffe6d6b4, "COMMITMENTS");
    sample_text(f, FONT_UI, 14, ALIGN_START, 26, y + 29, 0xfffff6e4, "2 kept of 5");
    static const char *const names[5] = { "Demo build", "Budget note", "Tell Mara first",
                                          "Weekly call", "Own the delay" };
    static const char *const words[5] = { "kept", "cracking \xc2\xb7 due Thu", "broken",
                                          "due 17:00", "mended" };
    static const uint8_t fates[5] = { BRIDGE_KEPT, BRIDGE_WARNED, BRIDGE_MISSED, BRIDGE_OPEN,
                                      BRIDGE_KEPT };
    static const int icons[5] = { ICON_CHECK, ICON_CRACK, ICON_CROSS, ICON_CLOCK, ICON_MOVED };
    static const uint32_t colours[5] = { 0xff9fd8a4, 0xffffb27a, 0xffff8a78, 0xffffb27a,
                                         0xff9fd8a4 };
    frame_add(f, FRAME_CLIP, (FrameRect){ 140, y, f->width - 140, 58 });
    for (int i = 0; i < 5; i++) {
        float x = 150 + 226 * (float)i;
        FrameCommand *mark =
            sample_value(f, FRAME_DISC, (FrameRect){ x, y + 15, 28, 28 }, i + 1, 0);
        mark->state = fates[i];
        mark->state2 = i == 4 ? 1 : 0;
        sample_text(f, FONT_UI_MEDIUM, 16, ALIGN_START, x + 36, y + 8, 0xfffff6e4, names[i]);
        sample_value(f, FRAME_ICON, (FrameRect){ x + 36, y + 32, 14, 14 }, icons[i], colours[i]);
        sample_text(f, FONT_UI, 14, ALIGN_START, x + 54, y + 29, colours[i], words[i]);
    }
    frame_add(f, FRAME_CLIP, (FrameRect){ 0 });
}

// A play screen in a frame of any size. focused: option 1 to 3.
static inline void sample_play(Frame *f, int focused)
{
    f->has_scene = true;
    f->bridge = sample_bridge();
    f->bridge_person = 0;
    f->looks[0] = picture_look_any(7);
    f->look_count = 1;
    f->weather = 1;
    f->ground = 0xff171228;
    f->focused_disc = focused == 1 ? 3 : focused == 2 ? 2 : 5;
    sample_value(f, FRAME_SCENE, (FrameRect){ 0, 0, f->width, f->height }, 26, 0);
    sample_top_bar(f);
    sample_card(f, focused);
    sample_ledger(f);
}

// A shelf with thumbnails over a dimmed scene.
static inline void sample_library(Frame *f)
{
    f->has_scene = true;
    f->bridge = sample_bridge();
    f->bridge_person = -1;
    f->weather = 2;
    f->ground = 0xff171228;
    sample_value(f, FRAME_SCENE, (FrameRect){ 0, 0, f->width, f->height }, 0, 0xa0171228);
    for (int i = 0; i < 4; i++) {
        FrameRect card = { 24 + 312 * (float)i, 406, 296, 228 };
        frame_add(f, FRAME_SHADOW, card)->radius = 12;
        sample_rect(f, card, 12, 0xfffbf3e2, 0xfff4e7cf);
        frame_add(f, FRAME_ROPE, (FrameRect){ card.x, card.y - 5, card.w, 10 });
        FrameThumbnail picture = { sample_bridge(), (uint8_t)(1 + i), 940 };
        FrameCommand *thumb =
            sample_value(f, FRAME_THUMBNAIL, (FrameRect){ card.x + 14, 420, 268, 88 },
                         frame_thumbnail(f, &picture), 0);
        thumb->radius = 8;
        sample_text(f, FONT_STORY_BOLD, 20, ALIGN_START, card.x + 14, 514, 0xff2b2233,
                    "The Second Ladder");
        sample_value(f, FRAME_GAUGE, (FrameRect){ card.x + 14, 596, 0, 13 }, 5 * (i + 1), 0);
    }
    FrameCommand *hatched =
        sample_rect(f, (FrameRect){ 24, 650, 400, 40 }, 0, 0xff8f7440, 0xff8f7440);
    hatched->flag = true;
    FrameCommand *dashed =
        sample_value(f, FRAME_OUTLINE, (FrameRect){ 500, 650, 300, 40 }, 0, 0xfff4cf62);
    dashed->flag = true;
    dashed->radius = 8;
    dashed->size = 1.5f;
    sample_value(f, FRAME_ICON, (FrameRect){ 24, 14, 34, 20 }, ICON_LOGO, 0);
}
