// How the settings look: a bar with the way back, the list on the left, on the right how it will look
// (settings_preview.c). From 150 % type on one column, one behind the other. What they do is in settings.c.
#include "view/settings.h"

#include <string.h>

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

// ---- a row of the list --------------------------------------------------------------------------

typedef struct RowData {
    const View *view;
    Setting setting;
    LayoutBlock name, how;
    LayoutBlock labels[SETTING_VALUES];
    float widths[SETTING_VALUES], xs[SETTING_VALUES],
        ys[SETTING_VALUES];               // of values, from the row's corner
    float band_x, band_y, band_w, band_h; // behind them
    float value_height;
    int count, chosen;
} RowData;

static const char *row_id(Pen *pen, const RowData *row, int value)
{
    Text id = { .data = NULL };
    text_addf(&id, "set.%d.%d", (int)row->setting, value);
    const char *copy = frame_text(pen->frame, text_str(&id));
    text_deinit(&id);
    return copy;
}

static bool row_focused(const Pen *pen, const RowData *row)
{
    bool here = pen->focus.action == ACTION_SET &&
                pen->focus.argument / SETTING_VALUES == (int)row->setting;
    return here || (row->setting == SET_KEYS && pen_is_focused(pen, ACTION_KEYS, 1));
}

static void draw_ground(Pen *pen, FrameRect rect, bool focused)
{
    const Theme *theme = pen->theme;
    if (focused) {
        pen_barred(pen, rect, 8, 5, theme->focus_bar, theme->row_focus);
        pen_outline(pen, rect, 8, 1.5f, theme->accent, false);
    } else {
        pen_rule(pen, rect.x + 8, rect.y + rect.h - 1, rect.w - 16, 1);
    }
}

static void recolour(LayoutBlock *block, uint32_t colour)
{
    for (int i = 0; i < block->count; i++) {
        for (int j = 0; j < block->lines[i].run_count; j++) {
            block->lines[i].runs[j].style.colour = colour;
        }
    }
}

static void draw_value(Pen *pen, RowData *row, int value, FrameRect rect, bool focused_row)
{
    const Theme *theme = pen->theme;
    int argument = (int)row->setting * SETTING_VALUES + value;
    bool chosen = value == row->chosen;
    bool focused = pen_is_focused(pen, ACTION_SET, argument);
    bool hovered = pen_is_hovered(pen, ACTION_SET, argument);
    uint32_t accent = theme->high_contrast && focused_row ? 0xff000000u : theme->accent;
    uint32_t on_accent = theme->high_contrast && focused_row ? theme->row_focus : theme->on_accent;
    if (chosen) {
        pen_rect(pen, rect, 6, accent);
    } else if (hovered || pen_is_pressed(pen, ACTION_SET, argument)) {
        pen_rect(pen, rect, 6, theme->high_contrast ? theme->row_hover : theme->row);
    }
    if (focused && !chosen) {
        pen_outline(pen, rect, 6, 2.5f, theme->high_contrast ? 0xff000000u : theme->ring_inner,
                    false);
    }
    LayoutBlock *label = &row->labels[value];
    uint32_t ink = chosen        ? on_accent
                   : hovered     ? theme->ink
                   : focused_row ? theme->focus_ink
                                 : theme->ink;
    recolour(label, ink);
    float tick = chosen ? pen_unit(pen, 18) : 0;
    float x = rect.x + (rect.w - label->width - tick) / 2;
    if (chosen) {
        float size = pen_unit(pen, 14);
        pen_icon(pen, ICON_CHECK, (FrameRect){ x, rect.y + (rect.h - size) / 2, size, size }, ink);
    }
    pen_block(pen, label, x + tick, rect.y + (rect.h - tall(label)) / 2);
}

static void draw_values(Pen *pen, RowData *row, FrameRect rect, bool focused)
{
    const Theme *theme = pen->theme;
    Arena *arena = &pen->frame->arena;
    FrameRect band = { rect.x + row->band_x, rect.y + row->band_y, row->band_w, row->band_h };
    uint32_t track = theme->high_contrast ? theme->row : focused ? theme->gold : theme->track;
    if (focused && !theme->high_contrast) {
        track = 0xffe3cb8e;
    }
    if (!(theme->high_contrast && focused)) {
        pen_rect(pen, band, 8, track);
    }
    if (theme->high_contrast) {
        pen_outline(pen, band, 8, 1.5f, focused ? 0xff000000u : theme->edge, false);
    }
    for (int i = 0; i < row->count; i++) {
        FrameRect place = { rect.x + row->xs[i], rect.y + row->ys[i], row->widths[i],
                            row->value_height };
        draw_value(pen, row, i, place, focused);
        const char *name = word_fill2(arena, W_SET_SAID, word(setting_text(row->setting)->name),
                                      setting_label(row->view, row->setting, i, true, arena));
        FrameItem *item = pen_operable(pen, ROLE_RADIO, place, name, "", row_id(pen, row, i),
                                       ACTION_SET, (int)row->setting * SETTING_VALUES + i);
        item->group = (uint8_t)(100 + (int)row->setting);
        item->selected = i == row->chosen;
        item->position = (int16_t)(i + 1);
        item->count = (int16_t)row->count;
    }
}

// "On" and a knob at the right, or "Off" and a knob at the left.
static void draw_switch(Pen *pen, RowData *row, FrameRect rect, bool focused)
{
    const Theme *theme = pen->theme;
    bool on = row->chosen == 1;
    uint32_t ink = focused ? theme->focus_ink : theme->ink;
    uint32_t lit = theme->high_contrast ? (focused ? 0xff000000u : theme->accent) : theme->accent;
    FrameRect band = { rect.x + row->band_x, rect.y + row->band_y, row->band_w, row->band_h };
    pen_rect(pen, band, band.h / 2, on ? lit : theme->high_contrast ? theme->row : theme->track);
    pen_outline(pen, band, band.h / 2, 2,
                on && theme->high_contrast ? lit
                : theme->high_contrast     ? theme->edge
                                           : theme->ink,
                false);
    float knob = band.h - 8;
    FrameRect dot = { on ? band.x + band.w - knob - 4 : band.x + 4, band.y + 4, knob, knob };
    pen_rect(pen, dot, knob / 2,
             theme->high_contrast ? (on ? (focused ? theme->row_focus : 0xff000000u) : theme->edge)
                                  : theme->row);
    pen_outline(pen, dot, knob / 2, 1.5f, theme->high_contrast ? 0xff000000u : theme->ink, false);
    LayoutBlock *label = &row->labels[row->chosen];
    recolour(label, ink);
    pen_block(pen, label, rect.x + row->xs[row->chosen], band.y + (band.h - tall(label)) / 2);
    FrameItem *item = pen_operable(pen, ROLE_SWITCH, rect, word(setting_text(row->setting)->name),
                                   word(on ? W_ON : W_OFF), row_id(pen, row, 0), ACTION_SET,
                                   (int)row->setting * SETTING_VALUES);
    item->selected = on;
}

static void draw_row(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    RowData *row = arena_alloc(&pen->frame->arena, sizeof *row);
    *row = *(const RowData *)bit->data;
    const Theme *theme = pen->theme;
    bool focused = row_focused(pen, row);
    bool turns = setting_text(row->setting)->kind == KIND_SWITCH;
    bool door = setting_text(row->setting)->kind == KIND_DOOR; // its button does not say what for
    bool hovered = turns && pen_is_hovered(pen, ACTION_SET, (int)row->setting * SETTING_VALUES);
    if (hovered && !focused) {
        pen_rect(pen, rect, 8, theme->row_hover);
    }
    draw_ground(pen, rect, focused);
    float x = rect.x + pen_unit(pen, 14);
    float high = tall(&row->name) + tall(&row->how);
    bool beside = row->band_y < high || row->band_x > rect.w / 3; // values lie to the right
    float y = beside && row->band_y + row->band_h > high ? rect.y + (rect.h - high) / 2
                                                         : rect.y + pen_unit(pen, 9);
    recolour(&row->name, focused ? theme->focus_ink : theme->ink);
    recolour(&row->how, focused ? theme->focus_ink : theme->soft);
    pen_block(pen, &row->name, x, y);
    pen_block(pen, &row->how, x, y + tall(&row->name));
    pen_item(pen, ROLE_TEXT, (FrameRect){ x, y, row->how.width, high },
             word(door ? setting_text(row->setting)->name : setting_how(row->view, row->setting)),
             door ? word(setting_how(row->view, row->setting)) : "", "")
        ->live = LIVE_QUIET; // whoever comes to the setting has its name, F8 reads all
    if (turns) {
        draw_switch(pen, row, rect, focused);
    } else if (setting_text(row->setting)->kind == KIND_CHOICE) {
        draw_values(pen, row, rect, focused);
    } else {
        PenButton button = {
            .label = word(W_KEYS_CHANGE), .id = "keys", .action = ACTION_KEYS, .argument = 1
        };
        pen_button(
            pen, &button,
            (FrameRect){ rect.x + row->band_x, rect.y + row->band_y, row->band_w, row->band_h });
    }
}

// Values in lines of at most `room`; returns how high they are. The widest line comes back.
static float lay_values(Pen *pen, RowData *row, float room, float *widest)
{
    float x = 0, y = 0, pad = pen_unit(pen, 13);
    float text = 0;
    *widest = 0;
    for (int i = 0; i < row->count; i++) {
        text = tall(&row->labels[i]) > text ? tall(&row->labels[i]) : text;
    }
    float least = pen_unit(pen, 34) > pen->finger ? pen_unit(pen, 34) : pen->finger;
    row->value_height = text + pen_unit(pen, 10) > least ? text + pen_unit(pen, 10) : least;
    for (int i = 0; i < row->count; i++) {
        float tick = i == row->chosen ? pen_unit(pen, 18) : 0;
        row->widths[i] = row->labels[i].width + 2 * pad + tick;
        if (row->widths[i] < pen->finger) {
            row->widths[i] = pen->finger;
        }
        if (x > 0 && x + row->widths[i] > room) {
            x = 0;
            y += row->value_height + 3;
        }
        row->xs[i] = x;
        row->ys[i] = y;
        x += row->widths[i];
        *widest = x > *widest ? x : *widest;
    }
    return y + row->value_height;
}

static void lay_labels(Pen *pen, const View *view, RowData *row, float room)
{
    Arena *arena = &pen->frame->arena;
    LayoutStyle style = pen_style(pen, STYLE_NAME, pen->theme->ink);
    style.font = FONT_UI_BOLD;
    for (int i = 0; i < row->count; i++) {
        const char *label = setting_label(view, row->setting, i, false, arena);
        row->labels[i] = pen_wrap(pen, style, label, false, room);
    }
}

typedef struct RowSpace {
    float width, height; // of what stands at the right
} RowSpace;

static RowSpace lay_right(Pen *pen, const View *view, RowData *row, float width)
{
    const SettingText *text = setting_text(row->setting);
    RowSpace space = { 0, 0 };
    if (text->kind == KIND_DOOR) {
        PenButton button = { .label = word(W_KEYS_CHANGE) };
        FrameRect size = pen_button_size(pen, &button, width);
        return (RowSpace){ size.w, size.h };
    }
    row->count = setting_count(view, row->setting);
    row->chosen = setting_value(view, row->setting);
    lay_labels(pen, view, row, width - 2 * pen_unit(pen, 13) - pen_unit(pen, 18) - 6);
    if (text->kind == KIND_SWITCH) {
        float label = row->labels[0].width > row->labels[1].width ? row->labels[0].width
                                                                  : row->labels[1].width;
        return (RowSpace){ label + pen_unit(pen, 10 + 50), pen_unit(pen, 26) };
    }
    float high = lay_values(pen, row, width - 6, &space.width);
    return (RowSpace){ space.width + 6, high + 6 };
}

// Where what stands at the right comes to lie, from the row's corner.
static void place_right(Pen *pen, RowData *row, RowSpace space, float x, float y)
{
    row->band_x = x;
    row->band_y = y;
    row->band_w = space.width;
    row->band_h = space.height;
    if (setting_text(row->setting)->kind == KIND_SWITCH) {
        row->band_w = pen_unit(pen, 50);
        row->band_x = x + space.width - row->band_w;
        for (int i = 0; i < 2; i++) {
            row->xs[i] = row->band_x - pen_unit(pen, 10) - row->labels[i].width;
        }
        return;
    }
    for (int i = 0; i < row->count; i++) {
        row->xs[i] += x + 3;
        row->ys[i] += y + 3;
    }
}

static void row_flow(const View *view, Flow *flow, Setting setting)
{
    Pen *pen = flow->pen;
    const SettingText *text = setting_text(setting);
    RowData *row = arena_alloc(&pen->frame->arena, sizeof *row);
    *row = (RowData){ .view = view, .setting = setting };
    float pad = pen_unit(pen, 14);
    RowSpace space = lay_right(pen, view, row, flow->width - 2 * pad);
    LayoutStyle name = pen_style(pen, STYLE_CHOICE, pen->theme->ink);
    name.font = FONT_UI_BOLD;
    LayoutStyle how = pen_style(pen, STYLE_STATE, pen->theme->soft);
    float room = flow->width - 2 * pad;
    LayoutStyle measured = name;
    float name_width = layout_width(pen->measure, &measured, word(text->name));
    float beside = room - space.width - pad;
    bool fits = beside >= name_width && beside >= pen_unit(pen, 110);
    float left = fits ? beside : room;
    row->name = pen_wrap(pen, name, word(text->name), false, left);
    row->how = pen_wrap(pen, how, word(setting_how(view, setting)), false, left);
    float high = tall(&row->name) + tall(&row->how);
    float least = pen_unit(pen, 60) > pen->finger ? pen_unit(pen, 60) : pen->finger;
    float height;
    if (fits) {
        float most = high > space.height ? high : space.height;
        height = most + pen_unit(pen, 16) > least ? most + pen_unit(pen, 16) : least;
        place_right(pen, row, space, flow->width - pad - space.width, (height - space.height) / 2);
    } else {
        height = high + space.height + pen_unit(pen, 9 + 8 + 9);
        place_right(pen, row, space, pad, high + pen_unit(pen, 9 + 8));
    }
    flow_bit(flow, height, 2, draw_row, row);
}

static void list_flow(View *view, Flow *flow)
{
    ViewWord section = W_NOTHING;
    for (int i = 0; i < SETTING_COUNT; i++) {
        const SettingText *text = setting_text((Setting)i);
        section = text->section != W_NOTHING ? text->section : section;
        if (!setting_shown(view, (Setting)i)) {
            continue;
        }
        if (section != W_NOTHING) {
            flow_label(flow, word(section), flow->count > 0 ? 12 : 0);
            flow->bits[flow->count - 1].indent = pen_unit(flow->pen, 14);
            section = W_NOTHING;
        }
        row_flow(view, flow, (Setting)i);
    }
}

// ---- the screen ---------------------------------------------------------------------------------

static float draw_top(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    const Theme *theme = pen->theme;
    PenButton back = { .label = word(view->choosing_keys ? W_PAGE_BACK : W_CLOSE),
                       .key = word(W_KEY_ESCAPE),
                       .id = "close",
                       .action = view->choosing_keys ? ACTION_KEYS : ACTION_CLOSE };
    FrameRect size = pen_button_size(pen, &back, frame->width - 2 * VIEW_MARGIN);
    const char *title = word(view->choosing_keys ? W_KEYS_TITLE : W_SETTINGS);
    LayoutStyle style = pen_style(pen, STYLE_SCREEN_TITLE, theme->on_band);
    float wide = layout_width(pen->measure, &style, title);
    LayoutStyle soft = pen_style(pen, STYLE_NAME, theme->on_band_soft);
    float saved = layout_width(pen->measure, &soft, word(W_SETTINGS_SAVED));
    float left = VIEW_MARGIN + size.w + pen_unit(pen, 24);
    float right = frame->width - VIEW_MARGIN - saved - pen_unit(pen, 24);
    float row = size.h > style.leading ? size.h : style.leading;
    int ground = frame->command_count;
    pen_band(pen, (FrameRect){ 0, 0, frame->width, 0 });
    float y = 10, height = row + 20;
    pen_button(pen, &back, (FrameRect){ VIEW_MARGIN, y, size.w, size.h });
    float centre = frame->width / 2;
    bool centred = centre - wide / 2 >= left && centre + wide / 2 <= right;
    if (centred) {
        pen_text(pen, style, centre, y + (row - style.leading) / 2, ALIGN_CENTRE, title);
        pen_text(pen, soft, frame->width - VIEW_MARGIN, y + (row - soft.leading) / 2, ALIGN_END,
                 word(W_SETTINGS_SAVED));
        pen_item(pen, ROLE_STATUS, (FrameRect){ frame->width - VIEW_MARGIN - saved, y, saved, row },
                 word(W_SETTINGS_SAVED), "", "saved")
            ->live = LIVE_QUIET;
    } else { // the title beside the button, or below it
        bool beside = left + wide <= frame->width - VIEW_MARGIN;
        LayoutBlock block = pen_wrap(pen, style, title, false, frame->width - 2 * VIEW_MARGIN);
        float x = beside ? left : VIEW_MARGIN;
        float top = beside ? y + (row - tall(&block)) / 2 : y + row + 8;
        pen_block(pen, &block, x, top);
        height = beside ? height : row + 28 + tall(&block);
    }
    pen_item(pen, ROLE_HEADING, (FrameRect){ left, y, wide < 40 ? 40 : wide, row }, title, "",
             "title")
        ->rect.w = frame->width - VIEW_MARGIN - left > 40 ? frame->width - VIEW_MARGIN - left : 40;
    frame->commands[ground].rect.h = height;
    return height;
}

static Flow left_flow(View *view, Pen *pen, float width, float highest)
{
    Flow flow = flow_new(pen, width, highest);
    if (view->choosing_keys) {
        settings_keys_flow(view, &flow);
    } else {
        list_flow(view, &flow);
    }
    return flow;
}

static void draw_one_column(View *view, Pen *pen, float top)
{
    Frame *frame = pen->frame;
    float width = frame->width - 2 * VIEW_MARGIN;
    FrameRect card = { VIEW_MARGIN, top + 14, width, frame->height - top - 14 - 16 };
    float highest = card.h - 32 - flow_footer_height(pen);
    Flow flow = left_flow(view, pen, width - 36, highest);
    if (!view->choosing_keys) {
        Flow preview = flow_new(pen, width - 36, highest);
        settings_preview_flow(view, &preview, highest);
        flow_append(&flow, &preview);
    }
    pen_card(pen, card, true);
    flow_show(&flow, (FrameRect){ card.x + 18, card.y + 18, card.w - 36, card.h - 30 },
              PAGER_PANEL);
}

static void draw_two_columns(View *view, Pen *pen, float top)
{
    Frame *frame = pen->frame;
    float x = view_left(pen);
    float y = top + 12;
    float height = frame->height - y - 16;
    FrameRect list = { x, y, 680, height };
    FrameRect preview = { x + 700, y, 532, height };
    float highest = height - 34 - flow_footer_height(pen);
    Flow left = left_flow(view, pen, list.w - 36, highest);
    Flow right = flow_new(pen, preview.w - 48, highest);
    settings_preview_flow(view, &right, height - 40);
    pen_card(pen, list, true);
    pen_card(pen, preview, true);
    flow_show(&left, (FrameRect){ list.x + 18, list.y + 18, list.w - 36, list.h - 30 },
              PAGER_PANEL);
    flow_show(&right, (FrameRect){ preview.x + 24, preview.y + 20, preview.w - 48, preview.h - 36 },
              PAGER_PREVIEW);
}

void view_settings_draw(View *view, Pen *pen)
{
    BridgeCondition bridge = settings_sample_bridge();
    int person = view->history != NULL ? view_now_person(view) : -1;
    if (person >= 0) { // that of the play, which is not to fall apart behind the cards
        story_bridge(view->history->scenario, view->history->now, person, &bridge);
    }
    view_scene(view, pen, person, &bridge, 0, pen->theme->dim);
    float top = draw_top(view, pen);
    if (view_is_stacked(pen) || pen->frame->width < VIEW_GRID) {
        draw_one_column(view, pen, top);
    } else {
        draw_two_columns(view, pen, top);
    }
}
