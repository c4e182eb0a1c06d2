// The bits of a flow that are more than text: rows to choose from, commitments with their disc,
// chips, gauge, bars. Buttons and small pictures are in pieces.c.
#include "view/flow.h"

#include "view/prompts.h"
#include "view/words.h"

#include <string.h>

// ---- rows to choose from ------------------------------------------------------------------------

typedef struct RowPart { // one row, or the part of it that fits on a page
    FlowRow row;
    LayoutBlock text, sub;
    float height;
} RowPart;

typedef struct RowsData {
    const RowPart *parts;
    int count;
    float part_width, gap;
} RowsData;

static float row_text_x(Pen *pen, const FlowRow *row)
{
    if (row->key == NULL) {
        return pen_unit(pen, 12);
    }
    return pen_unit(pen, 14) + pen_keycap_width(pen, row->key, row->small ? 22 : 28) +
           pen_unit(pen, 14);
}

static float row_text_width(Pen *pen, const FlowRow *row, float width)
{
    float right = row->disc.number > 0 ? pen_unit(pen, 26 + 14 + 10)
                  : row->chosen        ? pen_unit(pen, 14 + 16 + 10)
                                       : pen_unit(pen, 12);
    float room = width - row_text_x(pen, row) - right;
    return room > 40 ? room : 40;
}

static ThemeStyle row_style(const FlowRow *row)
{
    return row->small ? STYLE_STATE : STYLE_CHOICE;
}

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

enum { END_GAP = 8 };

// What a button beside it takes of its width.
static float end_width(Pen *pen, const FlowRow *row, float width)
{
    return row->end != NULL ? pen_button_size(pen, row->end, width / 2).w + END_GAP : 0;
}

static RowPart row_part(Pen *pen, const FlowRow *row, float width)
{
    RowPart part = { .row = *row };
    if (!row->as_is) {
        bool focused = !row->off && pen_is_focused(pen, row->action, row->argument);
        part.row.key = prompt_key(pen, row->key, false, focused);
        row = &part.row;
    }
    float room = row_text_width(pen, row, width - end_width(pen, row, width));
    part.text = pen_wrap(pen, pen_style(pen, row_style(row), 0), row->text, false, room);
    if (row->sub != NULL && row->sub[0] != '\0') {
        part.sub = pen_wrap(pen, pen_style(pen, STYLE_SMALL, 0), row->sub, false, room);
    }
    float least = pen_unit(pen, row->least > 0 ? row->least : row->small ? 32 : 46);
    least = least > pen->finger ? least : pen->finger;
    float height = block_height(&part.text) + block_height(&part.sub) + pen_unit(pen, 10);
    part.height = height > least ? height : least;
    return part;
}

static void recolour(const LayoutBlock *block, uint32_t colour)
{
    for (int i = 0; i < block->count; i++) {
        for (int j = 0; j < block->lines[i].run_count; j++) {
            block->lines[i].runs[j].style.colour = colour;
        }
    }
}

// How long it is held already: a line along its foot that fills.
static void draw_held(Pen *pen, const FlowRow *row, FrameRect rect)
{
    if (row->off || !view_target_is(pen->held, (int32_t)row->action, row->argument)) {
        return;
    }
    float high = pen_unit(pen, 5);
    FrameRect line = { rect.x + 8, rect.y + rect.h - high - 2, rect.w - 16, high };
    pen_outline(pen, line, 2, 1, pen->theme->focus_ink, false);
    line.w *= pen->held_part;
    if (line.w >= 1) {
        pen_rect(pen, line, 2, pen->theme->focus_ink);
    }
}

// A tick; and an edge where the focus is elsewhere, whose ground it must not look like.
static void draw_chosen(Pen *pen, FrameRect rect, bool focused, uint32_t ink)
{
    float tick = pen_unit(pen, 16);
    pen_icon(pen, ICON_CHECK,
             (FrameRect){ rect.x + rect.w - pen_unit(pen, 14) - tick, rect.y + (rect.h - tick) / 2,
                          tick, tick },
             ink);
    if (!focused) {
        pen_outline(pen, rect, 8, 1.5f, pen->theme->accent, false);
    }
}

static void draw_end(Pen *pen, const FlowRow *row, FrameRect place, float whole)
{
    FrameRect size = pen_button_size(pen, row->end, whole / 2);
    pen_button(pen, row->end,
               (FrameRect){ place.x + place.w + END_GAP, place.y + (place.h - size.h) / 2, size.w,
                            size.h });
}

static void draw_row(Pen *pen, const RowPart *part, FrameRect place)
{
    const FlowRow *row = &part->row;
    float whole = place.w;
    place.w -= end_width(pen, row, whole);
    bool pressed = !row->off && pen_is_pressed(pen, row->action, row->argument);
    FrameRect rect = pen_pressed_rect(place, pressed);
    bool focused = !row->off && pen_is_focused(pen, row->action, row->argument);
    bool hovered = !row->off && pen_is_hovered(pen, row->action, row->argument);
    uint32_t ink = pen_row_ground(pen, rect, focused, hovered, row->off);
    pen_pressed_shade(pen, rect, 8, pressed);
    if (row->chosen) {
        draw_chosen(pen, rect, focused, ink);
    }
    if (row->touched) {
        pen_outline(pen, rect, 8, 2.5f, pen->theme->ring_outer, false);
    }
    if (row->key != NULL) {
        float cap = pen_unit(pen, row->small ? 22 : 28);
        float width = pen_keycap_width(pen, row->key, row->small ? 22 : 28);
        FrameRect key = { rect.x + pen_unit(pen, 14), rect.y + (rect.h - cap) / 2, width, cap };
        pen_keycap(pen, row->key, key, focused);
    }
    float x = rect.x + row_text_x(pen, row);
    float height = block_height(&part->text) + block_height(&part->sub);
    float y = rect.y + (rect.h - height) / 2;
    recolour(&part->text, ink);
    recolour(&part->sub, focused ? ink : pen->theme->soft);
    pen_block(pen, &part->text, x, y);
    pen_block(pen, &part->sub, x, y + block_height(&part->text));
    draw_held(pen, row, rect);
    pen_disc(pen, row->disc, rect.x + rect.w - pen_unit(pen, 26), rect.y + rect.h / 2,
             pen_unit(pen, 26), focused || row->touched);
    FrameItem *item = pen_operable(pen, ROLE_OPTION, place, row->text, row->value, row->id,
                                   row->action, row->argument);
    item->selected = row->chosen;
    item->disc = row->disc.elsewhere ? 0 : (int16_t)row->disc.number;
    item->position = (int16_t)row->position;
    item->count = (int16_t)row->count;
    if (row->off) {
        item->focusable = false;
        item->focused = false;
        item->disabled = true;
    }
    if (row->end != NULL) {
        draw_end(pen, row, place, whole);
    }
}

static void draw_rows(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const RowsData *rows = bit->data;
    for (int i = 0; i < rows->count; i++) {
        float x = rect.x + (rows->part_width + rows->gap) * (float)i;
        draw_row(pen, &rows->parts[i], (FrameRect){ x, rect.y, rows->part_width, rect.h });
    }
}

static void add_parts(Flow *flow, const RowPart *parts, int count, float width, float gap)
{
    Arena *arena = &flow->pen->frame->arena;
    RowsData *rows = arena_alloc(arena, sizeof *rows);
    RowPart *copies = arena_alloc(arena, (size_t)count * sizeof *copies);
    float height = 0;
    for (int i = 0; i < count; i++) {
        copies[i] = parts[i];
        height = parts[i].height > height ? parts[i].height : height;
    }
    *rows = (RowsData){ .parts = copies, .count = count, .part_width = width, .gap = 8 };
    flow_bit(flow, height, gap, draw_rows, rows);
}

// A row that is higher than a page becomes several, each taking the same thing.
static void add_split(Flow *flow, const RowPart *whole, float gap)
{
    float room = flow->highest - pen_unit(flow->pen, 10);
    int most = (int)(room / whole->text.leading);
    most = most > 0 ? most : 1;
    for (int at = 0; at < whole->text.count; at += most) {
        RowPart part = *whole;
        part.text.lines = whole->text.lines + at;
        part.text.count = whole->text.count - at < most ? whole->text.count - at : most;
        part.sub = (LayoutBlock){ .lines = NULL };
        part.height = block_height(&part.text) + pen_unit(flow->pen, 10);
        part.row.end = at == 0 ? whole->row.end : NULL;
        add_parts(flow, &part, 1, flow->width, gap);
    }
    for (int at = 0; at < whole->sub.count; at += most) {
        RowPart part = *whole;
        part.row.end = NULL;
        part.text = whole->sub;
        part.text.lines = whole->sub.lines + at;
        part.text.count = whole->sub.count - at < most ? whole->sub.count - at : most;
        part.sub = (LayoutBlock){ .lines = NULL };
        part.height = block_height(&part.text) + pen_unit(flow->pen, 10);
        add_parts(flow, &part, 1, flow->width, gap);
    }
}

enum { COLUMNS_MAX = 4 };

void flow_rows(Flow *flow, const FlowRow *rows, int count, int columns, float gap)
{
    columns = columns < 1 ? 1 : columns > COLUMNS_MAX ? COLUMNS_MAX : columns;
    float width = (flow->width - 8 * (float)(columns - 1)) / (float)columns;
    for (int i = 0; i < count; i += columns) {
        RowPart parts[COLUMNS_MAX];
        int some = count - i < columns ? count - i : columns;
        bool fits = true;
        for (int j = 0; j < some; j++) {
            parts[j] = row_part(flow->pen, &rows[i + j], width);
            fits = fits && parts[j].height <= flow->highest;
        }
        if (fits) {
            add_parts(flow, parts, some, width, gap);
            continue;
        }
        for (int j = 0; j < some; j++) {
            RowPart part = row_part(flow->pen, &rows[i + j], flow->width);
            if (part.height <= flow->highest) {
                add_parts(flow, &part, 1, flow->width, gap);
            } else {
                add_split(flow, &part, gap);
            }
        }
    }
}

// ---- a commitment and what became of it ---------------------------------------------------------

typedef struct FateData {
    PenDisc disc;
    LayoutBlock name, state;
    const char *said, *became;
} FateData;

static void draw_fate(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const FateData *fate = bit->data;
    float size = pen_unit(pen, 26);
    pen_disc(pen, fate->disc, rect.x + size / 2, rect.y + rect.h / 2, size, false);
    float x = rect.x + size + pen_unit(pen, 12);
    pen_block(pen, &fate->name, x, rect.y);
    pen_block(pen, &fate->state, x, rect.y + block_height(&fate->name));
    FrameItem *item = pen_item(pen, ROLE_LIST_ITEM, rect, fate->said, fate->became, "");
    item->disc = fate->disc.elsewhere ? 0 : (int16_t)fate->disc.number;
}

void flow_fate(Flow *flow, const FlowFate *fate, float gap)
{
    Pen *pen = flow->pen;
    FateData *data = arena_alloc(&pen->frame->arena, sizeof *data);
    float width = flow->width - pen_unit(pen, 38);
    data->disc = fate->disc;
    data->said = fate->name;
    data->became = fate->state;
    data->name =
        pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->ink), fate->name, false, width);
    data->state =
        pen_wrap(pen, pen_style(pen, STYLE_STATE, fate->colour), fate->state, false, width);
    float height = block_height(&data->name) + block_height(&data->state);
    if (height > flow->highest) { // longer than a page: plain lines
        flow_text(flow, STYLE_NAME, pen->theme->ink, fate->name, gap);
        flow_text(flow, STYLE_STATE, fate->colour, fate->state, 0);
        return;
    }
    float least = pen_unit(pen, 28);
    flow_bit(flow, height > least ? height : least, gap, draw_fate, data);
}

// ---- chips --------------------------------------------------------------------------------------

typedef struct ChipsData {
    LayoutBlock *blocks;
    const char **names;
    int count;
} ChipsData;

static void draw_chips(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const ChipsData *chips = bit->data;
    float x = rect.x;
    for (int i = 0; i < chips->count; i++) {
        const LayoutBlock *block = &chips->blocks[i];
        FrameRect box = { x, rect.y, block->width + pen_unit(pen, 20), rect.h };
        pen_rect(pen, box, pen_unit(pen, 13), pen->theme->chip);
        pen_outline(pen, box, pen_unit(pen, 13), 1, pen->theme->edge, false);
        pen_block(pen, block, x + pen_unit(pen, 10), rect.y + (rect.h - block_height(block)) / 2);
        pen_item(pen, ROLE_STATUS, box, chips->names[i], "", "");
        x += box.w + 6;
    }
}

void flow_chips(Flow *flow, const char *const *texts, int count, float gap)
{
    Pen *pen = flow->pen;
    int i = 0;
    while (i < count) {
        ChipsData *chips = arena_alloc(&pen->frame->arena, sizeof *chips);
        chips->blocks = arena_alloc(&pen->frame->arena, (size_t)count * sizeof(LayoutBlock));
        chips->names = arena_alloc(&pen->frame->arena, (size_t)count * sizeof(char *));
        float used = 0;
        float height = pen_unit(pen, 26);
        for (; i < count; i++) {
            LayoutBlock block = pen_wrap(pen, pen_style(pen, STYLE_STATE, pen->theme->ink),
                                         texts[i], false, flow->width - pen_unit(pen, 20));
            float width = block.width + pen_unit(pen, 20) + 6;
            if (chips->count > 0 && used + width > flow->width) {
                break;
            }
            float tall = block_height(&block) + pen_unit(pen, 7);
            height = tall > height ? tall : height;
            used += width;
            chips->names[chips->count] = texts[i];
            chips->blocks[chips->count++] = block;
        }
        flow_bit(flow, height, gap, draw_chips, chips);
        gap = 6;
    }
}

// ---- gauge, bars --------------------------------------------------------------------------------

typedef struct GaugeData {
    int halves;
    LayoutBlock words;
    const char *said;
} GaugeData;

static void draw_gauge(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const GaugeData *gauge = bit->data;
    float height = pen_unit(pen, 16);
    pen_gauge(pen, rect.x, rect.y + (rect.h - height) / 2, height, gauge->halves, false);
    float x = rect.x + pen_gauge_width(height) + pen_unit(pen, 14);
    pen_block(pen, &gauge->words, x, rect.y + (rect.h - block_height(&gauge->words)) / 2);
    pen_item(pen, ROLE_STATUS, rect, gauge->said, "", "");
}

void flow_gauge(Flow *flow, int halves, const char *word_text, uint32_t colour, const char *after,
                float gap)
{
    Pen *pen = flow->pen;
    GaugeData *gauge = arena_alloc(&pen->frame->arena, sizeof *gauge);
    gauge->halves = halves;
    LayoutStyle bold = pen_style(pen, STYLE_STATE, colour);
    bold.font = FONT_UI_BOLD;
    const LayoutSegment segments[] = {
        { word_text, bold, false },
        { "\xe2\x80\x82", bold, false }, // blanks in a row would become one
        { after, pen_style(pen, STYLE_STATE, pen->theme->soft), false },
    };
    float width = flow->width - pen_gauge_width(pen_unit(pen, 16)) - pen_unit(pen, 14);
    gauge->words =
        layout_wrap(&pen->frame->arena, pen->measure, segments, 3, width > 40 ? width : 40);
    Text said = { .data = NULL };
    text_addf(&said, "%s%s%s", word_text, after[0] != '\0' ? ", " : "", after);
    gauge->said = frame_text(pen->frame, text_str(&said));
    text_deinit(&said);
    float height = block_height(&gauge->words);
    float least = pen_unit(pen, 20);
    flow_bit(flow, height > least ? height : least, gap, draw_gauge, gauge);
}

typedef struct BarData {
    const char *label, *figure;
    float part, label_width;
    bool hatched;
} BarData;

static void draw_bar(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const BarData *bar = bit->data;
    const Theme *theme = pen->theme;
    LayoutStyle style = pen_style(pen, STYLE_STATE, theme->ink);
    float text_y = rect.y + (rect.h - style.leading) / 2;
    pen_text(pen, style, rect.x, text_y, ALIGN_START, bar->label);
    float figure = layout_width(pen->measure, &style, bar->figure);
    float least = rect.w * (bar->label_width == 0 ? .28f : .22f);
    figure = figure < least ? least : figure; // bars below each other end at one place, too
    float x = rect.x + bar->label_width;
    float width = rect.w - bar->label_width - figure - 12;
    float height = pen_unit(pen, 14);
    FrameRect track = { x, rect.y + (rect.h - height) / 2, width > 8 ? width : 8, height };
    pen_rect(pen, track, 4, theme->track);
    FrameRect fill = track;
    fill.w = track.w * bar->part;
    if (bar->part > 0) {
        pen_rect(pen, fill, 4, bar->hatched ? theme->accent : theme->bar_gold);
        pen->frame->commands[pen->frame->command_count - 1].flag = bar->hatched;
        pen_outline(pen, fill, 4, 1.5f, theme->ink, false);
    }
    pen_text(pen, style, rect.x + rect.w, text_y, ALIGN_END, bar->figure);
    pen_item(pen, ROLE_LIST_ITEM, rect, bar->label[0] == '\0' ? word(W_CHANCE) : bar->label,
             bar->figure, "");
}

void flow_bar(Flow *flow, const char *label, const char *figure, float part, bool hatched,
              float gap)
{
    Pen *pen = flow->pen;
    BarData *bar = arena_alloc(&pen->frame->arena, sizeof *bar);
    LayoutStyle style = pen_style(pen, STYLE_STATE, pen->theme->ink);
    *bar = (BarData){ label, figure, part, 0, hatched };
    float width = layout_width(pen->measure, &style, label) + 10;
    if (width + layout_width(pen->measure, &style, figure) + 30 > flow->width) {
        const LayoutSegment plain[] = { { label, style, false },
                                        { " ", style, false },
                                        { figure, style, false } };
        flow_segments(flow, plain, 3, gap);
        return;
    }
    float column = flow->width * .3f; // bars below each other begin at one place
    bar->label_width = label[0] == '\0' ? 0 : width > column ? width : column;
    flow_bit(flow, pen_unit(pen, 20), gap, draw_bar, bar);
}
