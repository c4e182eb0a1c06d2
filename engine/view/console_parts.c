// Buttons and small pieces of the console. Its letters are not the commands of the other screens, so its
// buttons are not theirs: what looks alike here comes from the same tokens.
#include "view/console_parts.h"

#include "base/say.h"
#include "view/prompts.h"

#include <stdio.h>
#include <string.h>

const Console *console_of(const View *view)
{
    return view->console;
}

const Room *console_room(const View *view)
{
    return view->console->room->room;
}

const char *console_words(const RoomView *room, int option)
{
    const char *words = room->answers[option].text;
    return words != NULL ? words : "";
}

bool console_is_asked(const Room *room)
{
    return room->stage == ROOM_ANSWERS || room->stage == ROOM_FROZEN ||
           room->stage == ROOM_REVEALED;
}

// ---- sentences ----------------------------------------------------------------------------------

const char *console_keep(Pen *pen, Text *text)
{
    const char *kept = frame_text(pen->frame, text_str(text));
    text_deinit(text);
    return kept;
}

const char *console_number(Pen *pen, int number)
{
    return word_number(&pen->frame->arena, number);
}

const char *console_time(Pen *pen, int seconds)
{
    Text out = { 0 };
    text_addf(&out, "%d:%02d", seconds / 60, seconds % 60);
    return console_keep(pen, &out);
}

void console_title(Flow *flow, const char *text)
{
    flow_heading(flow, STYLE_CARD_TITLE, flow->pen->theme->ink, text, 0);
}

void console_soft(Flow *flow, const char *text, float gap)
{
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, text, gap);
}

void console_body(Flow *flow, const char *text, float gap)
{
    LayoutSegment segment = { text, pen_style(flow->pen, STYLE_NAME, flow->pen->theme->ink), true };
    flow_segments(flow, &segment, 1, gap);
}

// ---- buttons ------------------------------------------------------------------------------------

ConsoleButton console_button(ConsoleAct act, int value, const char *label)
{
    const char *name = console_act_name(act);
    return (ConsoleButton){ .label = label,
                            .letter = console_act_letter(act),
                            .id = name != NULL ? name : "window",
                            .action = ACTION_ROOM,
                            .argument = console_act(act, value) };
}

ConsoleButton console_opens(ViewPanel panel, const char *letter, const char *label)
{
    return (ConsoleButton){ .label = label,
                            .letter = letter,
                            .id = "opens",
                            .action = ACTION_PANEL,
                            .argument = (int)panel };
}

bool console_has_letter(const Pen *pen, const char *letter)
{
    return letter != NULL && pen->hands == HANDS_BOTH &&
           (pen->device == DEVICE_KEYBOARD || pen->device == DEVICE_MOUSE);
}

// The red one is taken by the space bar while the focus is on it, as it is from the start.
static const char *shown_key(const Pen *pen, const ConsoleButton *button)
{
    static const char SOUTH[] = { GLYPH_SOUTH, '\0' };
    bool keys = pen->device == DEVICE_KEYBOARD || pen->device == DEVICE_MOUSE;
    if (button->off) {
        return NULL;
    }
    if (button->first && pen->device == DEVICE_PAD) {
        return pen_is_focused(pen, button->action, button->argument) ? SOUTH : NULL;
    }
    if (button->first && keys && pen_is_focused(pen, button->action, button->argument)) {
        return say("Space");
    }
    return console_has_letter(pen, button->letter) ? button->letter : NULL;
}

enum { BUTTON_PADDING = 13, BUTTON_CAP = 22 };

// The same whether the space bar is named or a letter: nothing moves with the focus.
static float key_width(const Pen *pen, const ConsoleButton *button)
{
    if (button->off || (!button->first && !console_has_letter(pen, button->letter)) ||
        pen->device == DEVICE_TOUCH) {
        return 0;
    }
    const char *widest = button->first ? say("Space") : button->letter;
    return pen_keycap_width(pen, widest, BUTTON_CAP) + pen_unit(pen, 9);
}

static LayoutStyle label_style(const Pen *pen, const ConsoleButton *button)
{
    LayoutStyle style = pen_style(pen, button->first ? STYLE_BUTTON : STYLE_NAME, 0);
    style.font = FONT_UI_BOLD;
    return style;
}

static float tick_width(const Pen *pen, const ConsoleButton *button)
{
    return button->chosen ? pen_unit(pen, 22) : 0;
}

typedef struct ButtonText {
    LayoutBlock label, sub;
} ButtonText;

static ButtonText wrapped(Pen *pen, const ConsoleButton *button, float width)
{
    ButtonText text = { 0 };
    float room = width - 2 * pen_unit(pen, BUTTON_PADDING) - key_width(pen, button) -
                 tick_width(pen, button);
    room = room > 30 ? room : 30;
    text.label = pen_wrap(pen, label_style(pen, button), button->label, true, room);
    if (button->sub != NULL && button->sub[0] != '\0') {
        text.sub = pen_wrap(pen, pen_style(pen, STYLE_SMALL, 0), button->sub, true, room);
    }
    return text;
}

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

float console_button_height(Pen *pen, const ConsoleButton *button, float width)
{
    ButtonText text = wrapped(pen, button, width);
    float height = block_height(&text.label) + block_height(&text.sub) + pen_unit(pen, 14);
    float least = pen_unit(pen, button->first ? 46 : 36);
    least = least > pen->finger ? least : pen->finger;
    return height > least ? height : least;
}

float console_button_width(Pen *pen, const ConsoleButton *button)
{
    ButtonText text = wrapped(pen, button, 4000);
    float widest = text.label.width > text.sub.width ? text.label.width : text.sub.width;
    float width = widest + 2 * pen_unit(pen, BUTTON_PADDING) + key_width(pen, button) +
                  tick_width(pen, button) + 1;
    return width > pen->finger ? width : pen->finger;
}

static void recolour(const LayoutBlock *block, uint32_t colour)
{
    for (int i = 0; i < block->count; i++) {
        for (int j = 0; j < block->lines[i].run_count; j++) {
            block->lines[i].runs[j].style.colour = colour;
        }
    }
}

// Returns the ink on it.
static uint32_t button_ground(Pen *pen, const ConsoleButton *button, FrameRect rect)
{
    const Theme *theme = pen->theme;
    bool focused = !button->off && pen_is_focused(pen, button->action, button->argument);
    bool hovered = !button->off && pen_is_hovered(pen, button->action, button->argument);
    if (button->off) {
        pen_outline(pen, rect, 8, 1.5f, theme->edge, true);
        return theme->soft;
    }
    bool loud = theme->high_contrast && focused;
    uint32_t ground = loud            ? theme->row_focus
                      : button->first ? theme->accent
                      : hovered       ? theme->row_hover
                                      : theme->button;
    pen_rect(pen, rect, 8, ground);
    pen_outline(pen, rect, 8, 1.5f, button->chosen && !loud ? theme->accent : theme->edge, false);
    if (focused) {
        FrameRect inner = { rect.x - 1, rect.y - 1, rect.w + 2, rect.h + 2 };
        FrameRect outer = { rect.x - 3.5f, rect.y - 3.5f, rect.w + 7, rect.h + 7 };
        pen_outline(pen, inner, 9, 2, theme->ring_inner, false);
        pen_outline(pen, outer, 11, 3, theme->ring_outer, false);
    }
    return loud ? theme->focus_ink : button->first ? theme->on_accent : theme->ink;
}

static void button_item(Pen *pen, const ConsoleButton *button, FrameRect place, const char *key)
{
    FrameItem *item = pen_operable(pen, button->chosen ? ROLE_RADIO : ROLE_BUTTON, place,
                                   button->label, button->sub != NULL ? button->sub : "",
                                   button->id, button->action, button->argument);
    item->key = frame_text(pen->frame, prompt_said(key));
    item->selected = button->chosen;
    if (button->off) {
        item->focusable = false;
        item->focused = false;
        item->disabled = true;
    }
}

void console_button_draw(Pen *pen, const ConsoleButton *button, FrameRect place)
{
    bool pressed = !button->off && pen_is_pressed(pen, button->action, button->argument);
    bool focused = !button->off && pen_is_focused(pen, button->action, button->argument);
    FrameRect rect = pen_pressed_rect(place, pressed);
    ButtonText text = wrapped(pen, button, rect.w);
    uint32_t ink = button_ground(pen, button, rect);
    pen_pressed_shade(pen, rect, 8, pressed);
    float padding = pen_unit(pen, BUTTON_PADDING);
    float x = rect.x + padding;
    if (button->chosen) {
        float tick = pen_unit(pen, 16);
        pen_icon(pen, ICON_CHECK, (FrameRect){ x, rect.y + (rect.h - tick) / 2, tick, tick }, ink);
        x += tick_width(pen, button);
    }
    const char *key = shown_key(pen, button);
    if (key != NULL) {
        float width = pen_keycap_width(pen, key, BUTTON_CAP), tall = pen_unit(pen, BUTTON_CAP);
        pen_keycap(pen, key,
                   (FrameRect){ rect.x + rect.w - padding - width, rect.y + (rect.h - tall) / 2,
                                width, tall },
                   focused && !button->first);
    }
    float height = block_height(&text.label) + block_height(&text.sub);
    float y = rect.y + (rect.h - height) / 2;
    recolour(&text.label, ink);
    recolour(&text.sub,
             button->first || (pen->theme->high_contrast && focused) ? ink : pen->theme->soft);
    pen_block(pen, &text.label, x, y);
    pen_block(pen, &text.sub, x, y + block_height(&text.label));
    button_item(pen, button, place, key);
}

// ---- buttons in a flow --------------------------------------------------------------------------

typedef struct ButtonsData {
    ConsoleButton *buttons;
    FrameRect *places; // within the bit
    int count;
} ButtonsData;

static void draw_buttons(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const ButtonsData *data = bit->data;
    for (int i = 0; i < data->count; i++) {
        FrameRect place = data->places[i];
        place.x += rect.x;
        place.y += rect.y;
        console_button_draw(pen, &data->buttons[i], place);
    }
}

static ButtonsData *line_of(Flow *flow, const ConsoleButton *buttons, int count)
{
    Arena *arena = &flow->pen->frame->arena;
    ButtonsData *data = arena_alloc(arena, sizeof *data);
    size_t some = (size_t)(count > 0 ? count : 1);
    data->count = count;
    data->buttons = arena_alloc(arena, some * sizeof *data->buttons);
    data->places = arena_alloc(arena, some * sizeof *data->places);
    memcpy(data->buttons, buttons, (size_t)count * sizeof *buttons);
    return data;
}

// Some room above and below, for the ring of focus.
static void add_line(Flow *flow, ButtonsData *data, float gap)
{
    float height = 0;
    for (int i = 0; i < data->count; i++) {
        float tall = console_button_height(flow->pen, &data->buttons[i], data->places[i].w);
        height = tall > height ? tall : height;
    }
    for (int i = 0; i < data->count; i++) {
        data->places[i].y = 3;
        data->places[i].h = height;
    }
    flow_bit(flow, height + 7, gap, draw_buttons, data);
}

void console_buttons(Flow *flow, const ConsoleButton *buttons, int count, int columns, float gap)
{
    float width = (flow->width - 10 * (float)(columns - 1)) / (float)columns;
    for (int i = 0; i < count; i += columns) {
        int some = count - i < columns ? count - i : columns;
        ButtonsData *data = line_of(flow, buttons + i, some);
        for (int j = 0; j < some; j++) {
            data->places[j] = (FrameRect){ (width + 10) * (float)j, 0, width, 0 };
        }
        add_line(flow, data, i == 0 ? gap : 0);
    }
}

void console_row(Flow *flow, const ConsoleButton *buttons, int count, bool wide, float gap)
{
    float room = flow->width;
    for (int i = 0; i < count;) {
        ButtonsData *data = line_of(flow, buttons + i, count - i);
        float x = 0;
        int some = 0;
        for (; i + some < count; some++) {
            float width = console_button_width(flow->pen, &buttons[i + some]);
            width = width < room ? width : room;
            if (some > 0 && x + width > room) {
                break;
            }
            data->places[some] = (FrameRect){ x, 0, width, 0 };
            x += width + 10;
        }
        data->count = some;
        float more = wide ? (room - (x - 10)) / (float)some : 0;
        for (int j = 0; j < some; j++) {
            data->places[j].x += more * (float)j;
            data->places[j].w += more;
        }
        add_line(flow, data, i == 0 ? gap : 0);
        i += some;
    }
}

// ---- codes --------------------------------------------------------------------------------------

typedef struct CodeData {
    const RoomCode *code;
    const char *name;
    float size;
} CodeData;

void console_code_draw(Pen *pen, const RoomCode *code, const char *name, FrameRect rect)
{
    enum { QUIET = 2 };
    const uint32_t white = 0xffffffffu, dark = 0xff171228u; // what cameras read, in every theme
    pen_rect(pen, rect, 6, white);
    float dot = rect.w / (float)(code->side + 2 * QUIET);
    FrameRect dots = { rect.x + dot * QUIET, rect.y + dot * QUIET, dot * (float)code->side,
                       dot * (float)code->side };
    FrameCommand *command = frame_add(pen->frame, FRAME_CODE, dots);
    command->value = code->side;
    command->text = frame_text(pen->frame, code->dots);
    command->colour = dark;
    pen_item(pen, ROLE_IMAGE, rect, name, "", "");
}

static void draw_code(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const CodeData *data = bit->data;
    console_code_draw(pen, data->code, data->name,
                      (FrameRect){ rect.x, rect.y, data->size, rect.h });
}

void console_code(Flow *flow, const RoomCode *code, const char *name, float size, float gap)
{
    if (code->side <= 0) {
        return;
    }
    float side = size < flow->width ? size : flow->width;
    side = side < flow->highest ? side : flow->highest;
    CodeData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
    *data = (CodeData){ code, name, side };
    flow_bit(flow, side, gap, draw_code, data)->keep = true;
}
