// A board of letters below a line that is being written, for whoever has no keyboard at hand: mouse, finger,
// gamepad, switches. A row is one stop; left and right go along it.
#include "view/view_state.h"

enum { ROW_LETTERS = 9, ROWS_GROUP = 200, LETTER_BACK = 8 };

typedef struct Board {
    const char *letters[ROW_LETTERS]; // one each
    int32_t codes[ROW_LETTERS];
    int count;
    uint8_t group;
} Board;

static float cell(const Pen *pen)
{
    float usual = pen_unit(pen, 40);
    return usual > pen->finger ? usual : pen->finger;
}

static void draw_row(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const Board *row = bit->data;
    float x = rect.x + 4;
    for (int i = 0; i < row->count; i++) {
        PenButton button = { .label = row->letters[i],
                             .id = "letter",
                             .action = ACTION_TYPE,
                             .argument = row->codes[i] };
        float least = cell(pen);
        float wide = pen_button_size(pen, &button, rect.w).w;
        FrameRect place = { x, rect.y + 4, wide > least ? wide : least, rect.h - 8 };
        int at = pen->frame->item_count;
        pen_button(pen, &button, place);
        for (; at < pen->frame->item_count; at++) {
            pen->frame->items[at].group = row->group;
        }
        x += place.w + 8;
    }
}

static void add_row(Flow *flow, const Board *row)
{
    Board *copy = arena_alloc(&flow->pen->frame->arena, sizeof *copy);
    *copy = *row;
    PenButton button = { .label = "M" };
    float high = pen_button_size(flow->pen, &button, flow->width).h;
    float least = cell(flow->pen);
    flow_bit(flow, (high > least ? high : least) + 8, 2, draw_row, copy);
}

static float width_of(Flow *flow, const char *label)
{
    PenButton button = { .label = label };
    float wide = pen_button_size(flow->pen, &button, flow->width).w;
    return (wide > cell(flow->pen) ? wide : cell(flow->pen)) + 8;
}

// One more letter into the row, or into the next one.
static void add_letter(Flow *flow, Board *row, float *used, const char *label, int32_t code)
{
    float wide = width_of(flow, label);
    if (row->count == ROW_LETTERS || *used + wide > flow->width) {
        add_row(flow, row);
        *row = (Board){ .group = (uint8_t)(row->group + 1) };
        *used = 0;
    }
    row->letters[row->count] = label;
    row->codes[row->count++] = code;
    *used += wide;
}

void view_letters_flow(View *view, Flow *flow)
{
    if (view->device == DEVICE_KEYBOARD && !view_uses_switches(view)) {
        return;
    }
    Arena *arena = &flow->pen->frame->arena;
    Board row = { .group = ROWS_GROUP };
    float used = 0;
    bool digits = view->panel == PANEL_NUMBER; // nothing else can be typed there
    if (!digits) {
        add_letter(flow, &row, &used, word(W_LETTER_SPACE), ' ');
    }
    add_letter(flow, &row, &used, word(W_LETTER_BACK), LETTER_BACK);
    row.group = ROWS_GROUP;
    const char *const parts[] = { digits ? "0123456789" : word(W_LETTERS),
                                  digits ? "" : word(W_LETTERS_MORE) };
    for (int i = 0; i < 2; i++) {
        for (const char *c = parts[i]; *c != '\0';) {
            int length = 1;
            uint32_t code = utf8_next(c, &length);
            add_letter(flow, &row, &used, arena_text(arena, c, (size_t)length), (int32_t)code);
            c += length;
        }
    }
    add_row(flow, &row);
}

void view_type(View *view, int32_t code)
{
    char text[8] = "";
    if (code == LETTER_BACK) {
        view_write_key(view, KEY_BACKSPACE);
    } else {
        view_write_text(view, command_character(code, text));
    }
}
