// The components, drawn. Every size passes through the pen's scale; every colour comes from the
// theme.
#include "view/pen.h"

#include "base/say.h"
#include "view/mirror.h"
#include "view/order.h"
#include "view/prompts.h"

#include <string.h>

static bool from_right(const char *text)
{
    return order_from_right(text, strlen(text), say_right_to_left());
}

float pen_unit(const Pen *pen, float units)
{
    return units * pen->scale;
}

float pen_small(const Pen *pen)
{
    float usual = pen_unit(pen, 28);
    return usual > pen->finger ? usual : pen->finger;
}

LayoutStyle pen_style(const Pen *pen, ThemeStyle style, uint32_t colour)
{
    ThemeType type = theme_type(style);
    return (LayoutStyle){ .font = type.font,
                          .size = pen_unit(pen, type.size),
                          .leading = pen_unit(pen, type.leading),
                          .colour = colour };
}

LayoutBlock pen_wrap(Pen *pen, LayoutStyle style, const char *text, bool marked, float width)
{
    LayoutSegment segment = { .text = text, .style = style, .marked = marked };
    return layout_wrap(&pen->frame->arena, pen->measure, &segment, 1, width);
}

static void draw_run(Pen *pen, const LayoutStyle *style, FrameRect rect, FrameAlign align,
                     const char *text, bool right)
{
    FrameCommand *command = frame_add(pen->frame, FRAME_TEXT, rect);
    command->font = (uint8_t)style->font;
    command->size = style->size;
    command->align = (uint8_t)align;
    command->colour = style->colour;
    command->text = text;
    command->from_right = right;
}

float pen_text(Pen *pen, LayoutStyle style, float x, float y, FrameAlign align, const char *text)
{
    float width = layout_width(pen->measure, &style, text);
    if (text[0] != '\0') {
        draw_run(pen, &style, (FrameRect){ x, y, width, style.leading }, align,
                 frame_text(pen->frame, text), from_right(text));
    }
    return width;
}

void pen_line(Pen *pen, const LayoutLine *line, float x, float y, float leading)
{
    bool turned = say_right_to_left() && mirror_in_order(pen->frame); // runs count from the right
    for (int i = 0; i < line->run_count; i++) {
        const LayoutRun *run = &line->runs[i];
        float at = x + (turned ? line->width - run->x - run->width : run->x);
        draw_run(pen, &run->style, (FrameRect){ at, y, run->width, leading }, ALIGN_START,
                 run->text, run->from_right);
    }
}

void pen_block(Pen *pen, const LayoutBlock *block, float x, float y)
{
    for (int i = 0; i < block->count; i++) {
        const LayoutLine *line = &block->lines[i];
        pen_line(pen, line, x + line->indent, y + block->leading * (float)i, block->leading);
    }
}

void pen_rect(Pen *pen, FrameRect rect, float radius, uint32_t colour)
{
    FrameCommand *command = frame_add(pen->frame, FRAME_RECT, rect);
    command->radius = radius;
    command->colour = colour;
    command->colour2 = colour;
}

void pen_outline(Pen *pen, FrameRect rect, float radius, float width, uint32_t colour, bool dashed)
{
    FrameCommand *command = frame_add(pen->frame, FRAME_OUTLINE, rect);
    command->radius = radius;
    command->size = width;
    command->colour = colour;
    command->flag = dashed;
}

void pen_card(Pen *pen, FrameRect rect, bool rope)
{
    if (!pen->theme->high_contrast) {
        frame_add(pen->frame, FRAME_SHADOW, rect)->radius = 12;
    }
    pen_flat_card(pen, rect, rope);
}

void pen_flat_card(Pen *pen, FrameRect rect, bool rope)
{
    const Theme *theme = pen->theme;
    FrameCommand *paper = frame_add(pen->frame, FRAME_RECT, rect);
    paper->radius = 12;
    paper->colour = theme->paper_top;
    paper->colour2 = theme->paper_bottom;
    if (theme->high_contrast) {
        pen_outline(pen, rect, 12, 1.5f, theme->edge, false);
    }
    if (rope) {
        FrameRect edge = { rect.x, rect.y - 5, rect.w, 10 };
        frame_add(pen->frame, FRAME_ROPE, edge)->flag = true;
    }
}

void pen_band(Pen *pen, FrameRect rect)
{
    pen_rect(pen, rect, 0, pen->theme->band);
}

void pen_rule(Pen *pen, float x, float y, float w, float h)
{
    pen_rect(pen, (FrameRect){ x, y, w, h }, 0, pen->theme->rule);
}

void pen_icon(Pen *pen, FrameIcon icon, FrameRect rect, uint32_t colour)
{
    FrameCommand *command = frame_add(pen->frame, FRAME_ICON, rect);
    command->value = (int32_t)icon;
    command->colour = colour;
}

float pen_gauge_width(float height)
{
    return height * .78f * 9 + height * .56f;
}

void pen_gauge(Pen *pen, float x, float y, float height, int halves, bool on_band)
{
    FrameRect rect = { x, y, pen_gauge_width(height), height };
    FrameCommand *gauge = frame_add(pen->frame, FRAME_GAUGE, rect);
    gauge->value = halves;
    gauge->flag = on_band;
}

void pen_disc(Pen *pen, PenDisc disc, float x, float y, float size, bool focused)
{
    if (disc.number <= 0) {
        return;
    }
    FrameRect rect = { x - size / 2, y - size / 2, size, size };
    FrameCommand *command = frame_add(pen->frame, FRAME_DISC, rect);
    command->value = disc.number;
    command->state = disc.fate;
    command->state2 = (uint8_t)((disc.mended ? 1 : 0) | (disc.theirs ? 2 : 0));
    command->flag = focused;
}

float pen_keycap_width(const Pen *pen, const char *text, float size)
{
    if (prompt_glyph(text) != GLYPH_NONE) {
        return pen_unit(pen, size);
    }
    LayoutStyle style = pen_style(pen, STYLE_STATE, 0);
    style.font = FONT_UI_BOLD;
    float width = layout_width(pen->measure, &style, text) + pen_unit(pen, 14);
    float least = pen_unit(pen, size);
    return width > least ? width : least;
}

void pen_keycap(Pen *pen, const char *text, FrameRect rect, bool focused)
{
    const Theme *theme = pen->theme;
    FrameCommand *command = frame_add(pen->frame, FRAME_KEYCAP, rect);
    command->radius = 5;
    command->font = FONT_UI_BOLD;
    command->size = theme_type(STYLE_STATE).size * pen->scale;
    command->colour = focused ? theme->focus_keycap : theme->keycap;
    command->colour2 = focused ? theme->focus_keycap_ink : theme->keycap_ink;
    command->state = (uint8_t)prompt_glyph(text);
    command->text = frame_text(pen->frame, command->state != GLYPH_NONE ? "" : text);
    command->from_right = from_right(text);
}

bool pen_is_focused(const Pen *pen, ViewAction action, int argument)
{
    return view_target_is(pen->focus, (int32_t)action, argument);
}

bool pen_is_hovered(const Pen *pen, ViewAction action, int argument)
{
    return view_target_is(pen->hover, (int32_t)action, argument);
}

bool pen_is_pressed(const Pen *pen, ViewAction action, int argument)
{
    return view_target_is(pen->pressed, (int32_t)action, argument);
}

FrameRect pen_pressed_rect(FrameRect rect, bool pressed)
{
    return (FrameRect){ rect.x, rect.y + (pressed ? 1 : 0), rect.w, rect.h };
}

void pen_pressed_shade(Pen *pen, FrameRect rect, float radius, bool pressed)
{
    const Theme *theme = pen->theme;
    if (!pressed) {
        return;
    }
    // Two steps of it, so that it follows the round corners; plain and thick in high contrast.
    uint32_t shade = theme->high_contrast ? 0xff000000u : 0x30000000u | (theme->ink & 0xffffffu);
    float inset = radius * .4f;
    pen_rect(pen, (FrameRect){ rect.x + radius, rect.y + 1.5f, rect.w - 2 * radius, 2 }, 0, shade);
    pen_rect(pen, (FrameRect){ rect.x + inset, rect.y + 3.5f, rect.w - 2 * inset, 2 }, 0, shade);
}

FrameItem *pen_item(Pen *pen, FrameRole role, FrameRect rect, const char *name, const char *value,
                    const char *id)
{
    FrameItem *item = frame_item(pen->frame, role, rect, name);
    item->value = frame_text(pen->frame, value);
    item->id = frame_text(pen->frame, id);
    return item;
}

FrameItem *pen_operable(Pen *pen, FrameRole role, FrameRect rect, const char *name,
                        const char *value, const char *id, ViewAction action, int argument)
{
    FrameItem *item = pen_item(pen, role, rect, name, value, id);
    item->focusable = true;
    item->action = (int32_t)action;
    item->argument = argument;
    item->focused = pen_is_focused(pen, action, argument);
    return item;
}

void pen_barred(Pen *pen, FrameRect rect, float radius, float bar, uint32_t bar_colour,
                uint32_t ground)
{
    pen_rect(pen, (FrameRect){ rect.x, rect.y, bar + 2 * radius, rect.h }, radius, bar_colour);
    pen_rect(pen, (FrameRect){ rect.x + bar, rect.y, 2 * radius, rect.h }, 0, ground);
    pen_rect(pen, (FrameRect){ rect.x + bar, rect.y, rect.w - bar, rect.h }, radius, ground);
}

uint32_t pen_row_ground(Pen *pen, FrameRect rect, bool focused, bool hovered, bool off)
{
    const Theme *theme = pen->theme;
    if (off) {
        pen_outline(pen, rect, 8, 1.5f, theme->edge, true);
        return theme->soft;
    }
    if (focused) {
        pen_barred(pen, rect, 8, 6, theme->focus_bar, theme->row_focus);
        pen_outline(pen, rect, 8, 1.5f, theme->accent, false);
        return theme->focus_ink;
    }
    pen_rect(pen, rect, 8, hovered ? theme->row_hover : theme->row);
    pen_rule(pen, rect.x + 8, rect.y + rect.h - 1, rect.w - 16, 1);
    return theme->ink;
}

void pen_small_card(Pen *pen, FrameRect rect, uint32_t paper)
{
    if (!pen->theme->high_contrast) {
        FrameRect shade = { rect.x - 1, rect.y + 3, rect.w + 2, rect.h + 1 };
        pen_rect(pen, shade, 9, 0x42000000u | (pen->theme->band & 0xffffffu));
    }
    pen_rect(pen, rect, 8, paper);
    pen_outline(pen, rect, 8, 1.5f, pen->theme->edge, false);
}

// ---- buttons ------------------------------------------------------------------------------------

static LayoutStyle button_style(const Pen *pen, const PenButton *button, uint32_t colour)
{
    LayoutStyle style = pen_style(pen, button->small ? STYLE_SMALL : STYLE_BUTTON, colour);
    if (button->small) {
        style.font = FONT_UI_MEDIUM;
    }
    return style;
}

static float button_padding(const Pen *pen, const PenButton *button)
{
    return pen_unit(pen, button->small ? 9 : 18);
}

static float button_key_width(const Pen *pen, const PenButton *button)
{
    if (button->key == NULL) {
        return 0;
    }
    float gap = button->label[0] != '\0' ? pen_unit(pen, 9) : 0;
    return pen_keycap_width(pen, button->key, 22) + gap;
}

static LayoutBlock button_block(Pen *pen, const PenButton *button, float width, uint32_t colour)
{
    float room = width - 2 * button_padding(pen, button) - button_key_width(pen, button);
    return pen_wrap(pen, button_style(pen, button, colour), button->label, false,
                    room > 20 ? room : 20);
}

// With the key of the device in use.
static PenButton with_prompt(const Pen *pen, const PenButton *button)
{
    PenButton shown = *button;
    shown.key = prompt_key(pen, button->key, button->label[0] == '\0',
                           pen_is_focused(pen, button->action, button->argument));
    return shown;
}

static FrameRect size_of(Pen *pen, const PenButton *button, float width)
{
    LayoutBlock block = button_block(pen, button, width, 0);
    float w = block.width + 2 * button_padding(pen, button) + button_key_width(pen, button);
    float h = block.leading * (float)(block.count > 0 ? block.count : 1);
    float least = pen_unit(pen, button->small ? 28 : 44);
    h += pen_unit(pen, button->small ? 10 : 20);
    least = least > pen->finger ? least : pen->finger;
    return (FrameRect){ 0, 0, w > pen->finger ? w : pen->finger, h > least ? h : least };
}

FrameRect pen_button_size(Pen *pen, const PenButton *button, float width)
{
    PenButton shown = with_prompt(pen, button);
    return size_of(pen, &shown, width);
}

static uint32_t button_ground(const Theme *theme, const PenButton *button, bool focused,
                              bool hovered)
{
    if (theme->high_contrast && focused) {
        return theme->row_focus;
    }
    if (button->first) {
        return theme->accent;
    }
    if (button->band) {
        return hovered && theme->high_contrast ? theme->row_hover : theme->band;
    }
    return hovered ? theme->row_hover : theme->button;
}

static uint32_t button_ink(const Theme *theme, const PenButton *button, bool focused)
{
    if (theme->high_contrast && focused) {
        return theme->focus_ink;
    }
    return button->first ? theme->on_accent : button->band ? theme->on_band : theme->ink;
}

void pen_button(Pen *pen, const PenButton *asked, FrameRect place)
{
    PenButton shown = with_prompt(pen, asked);
    const PenButton *button = &shown;
    const Theme *theme = pen->theme;
    bool pressed = pen_is_pressed(pen, button->action, button->argument);
    FrameRect rect = pen_pressed_rect(place, pressed);
    bool focused = pen_is_focused(pen, button->action, button->argument);
    bool hovered = pen_is_hovered(pen, button->action, button->argument);
    pen_rect(pen, rect, 8, button_ground(theme, button, focused, hovered));
    pen_pressed_shade(pen, rect, 8, pressed);
    pen_outline(pen, rect, 8, 1.5f, hovered && button->band ? theme->gold : theme->edge, false);
    if (focused) {
        FrameRect inner = { rect.x - 1, rect.y - 1, rect.w + 2, rect.h + 2 };
        FrameRect outer = { rect.x - 3.5f, rect.y - 3.5f, rect.w + 7, rect.h + 7 };
        pen_outline(pen, inner, 9, 2, theme->ring_inner, false);
        pen_outline(pen, outer, 11, 3, theme->ring_outer, false);
    }
    LayoutBlock block = button_block(pen, button, rect.w + .5f, button_ink(theme, button, focused));
    float x = rect.x + button_padding(pen, button);
    float height = block.leading * (float)block.count;
    if (button->key != NULL) {
        float key = pen_keycap_width(pen, button->key, 22);
        float tall = pen_unit(pen, 22);
        // On small buttons the key comes first: they are learnt by it.
        float at = button->small ? x : rect.x + rect.w - button_padding(pen, button) - key;
        pen_keycap(pen, button->key, (FrameRect){ at, rect.y + (rect.h - tall) / 2, key, tall },
                   focused && !button->first);
        x += button->small ? button_key_width(pen, button) : 0;
    }
    pen_block(pen, &block, x, rect.y + (rect.h - height) / 2);
    const char *key = prompt_said(button->key);
    const char *name = button->name != NULL ? button->name : button->label;
    pen_operable(pen, ROLE_BUTTON, place, name, "", button->id, button->action, button->argument)
        ->key = frame_text(pen->frame, key);
}

// ---- capitals -----------------------------------------------------------------------------------

// Of letters whose capitals take as many bytes: Latin, Greek and Cyrillic of the languages of Europe.
static uint32_t capital_of(uint32_t c)
{
    bool latin_1 = c >= 0xE0 && c <= 0xFE && c != 0xF7;
    bool pairs = (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14A && c <= 0x177);
    bool other_pairs = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((c >= 'a' && c <= 'z') || latin_1 || (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) ||
        (c >= 0x430 && c <= 0x44F)) {
        return c - 0x20;
    }
    if (pairs) {
        return c & ~1u;
    }
    if (other_pairs) {
        return c - (c % 2 == 0 ? 1 : 0);
    }
    return c >= 0x450 && c <= 0x45F ? c - 0x50 : c;
}

const char *pen_capitals(Pen *pen, const char *text)
{
    char *out = arena_string(&pen->frame->arena, text);
    int length = 0;
    for (unsigned char *at = (unsigned char *)out; *at != '\0'; at += length) {
        uint32_t c = capital_of(utf8_next((const char *)at, &length));
        if (length == 1) {
            *at = *at < 0x80 ? (unsigned char)c : *at;
        } else if (c == 0xDF) { // sharp s: two letters, and as it happens as many bytes
            at[0] = at[1] = 'S';
        } else if (length == 2) {
            at[0] = (unsigned char)(0xC0u | c >> 6);
            at[1] = (unsigned char)(0x80u | (c & 0x3Fu));
        }
    }
    return out;
}
