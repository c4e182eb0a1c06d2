// The wall: every table's bridge with its number, while each plays at its own pace. Pictures as long as
// there are few, gauges where there are many; where they are more than fit, pages.
#include "view/projector_parts.h"

#include "base/say.h"

#include <stdio.h>

enum { PICTURES_MOST = 12, PER_ROW_MOST = 4 };

typedef struct Cell {
    const Screen *screen;
    const RoomTableView *tables;
    int count;
    float width, picture; // picture: its height, 0: a gauge instead
} Cell;

static const char *name_of(const Screen *screen, const RoomTableView *table)
{
    return screen_count(screen, say("Table %d"), table->number);
}

static const char *state_of(const Screen *screen, const RoomTableView *table)
{
    Text out = { .data = NULL };
    text_addf(&out, "%s: %s", table->to, table->word);
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

static LayoutBlock words_of(const Screen *screen, const RoomTableView *table, float width)
{
    Pen *pen = screen->pen;
    LayoutStyle bold = screen_style(screen, SCREEN_SIDE, pen->theme->ink);
    LayoutStyle plain = screen_style(screen, SCREEN_SMALL, pen->theme->ink);
    bold.font = FONT_UI_BOLD;
    plain.leading = bold.leading;
    const LayoutSegment segments[] = { { name_of(screen, table), bold, false },
                                       { "\xe2\x80\x82", bold, false },
                                       { state_of(screen, table), plain, false } };
    return layout_wrap(&pen->frame->arena, pen->measure, segments, 3, width);
}

static LayoutBlock time_of(const Screen *screen, const RoomTableView *table, float width)
{
    uint32_t colour = table->ended ? screen->pen->theme->good : screen->pen->theme->soft;
    return pen_wrap(screen->pen, screen_style(screen, SCREEN_SMALL, colour), table->at, false,
                    width);
}

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static float head_height(const Screen *screen, const Cell *cell)
{
    return cell->picture > 0 ? cell->picture : pen_unit(screen->pen, 22);
}

static float cell_height(const Screen *screen, const Cell *cell, const RoomTableView *table)
{
    LayoutBlock words = words_of(screen, table, cell->width);
    LayoutBlock time = time_of(screen, table, cell->width);
    return head_height(screen, cell) + block_height(&words) + block_height(&time) + 8;
}

static void draw_cell(const Cell *cell, const RoomTableView *table, FrameRect rect)
{
    const Screen *screen = cell->screen;
    Pen *pen = screen->pen;
    LayoutBlock words = words_of(screen, table, rect.w);
    LayoutBlock time = time_of(screen, table, rect.w);
    float head = head_height(screen, cell);
    if (cell->picture > 0) {
        FrameThumbnail thumbnail = { .condition = table->bridge,
                                     .weather = screen->view->weather,
                                     .crop_width = 960 };
        FrameRect place = { rect.x, rect.y, rect.w, cell->picture };
        frame_add(pen->frame, FRAME_THUMBNAIL, place)->value =
            frame_thumbnail(pen->frame, &thumbnail);
        pen_outline(pen, place, 8, 1.5f, pen->theme->edge, false);
    } else {
        pen_gauge(pen, rect.x, rect.y, head, table->bridge.gauge_halves, false);
    }
    pen_block(pen, &words, rect.x, rect.y + head + 4);
    pen_block(pen, &time, rect.x, rect.y + head + 4 + block_height(&words));
    Text value = { .data = NULL };
    char id[24];
    snprintf(id, sizeof id, "table.%d", table->number);
    text_addf(&value, "%s; %s", state_of(screen, table), table->at);
    pen_item(pen, ROLE_LIST_ITEM, rect, name_of(screen, table), text_str(&value), id);
    text_deinit(&value);
}

static void draw_cells(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const Cell *cell = bit->data;
    (void)pen;
    for (int i = 0; i < cell->count; i++) {
        float x = rect.x + (cell->width + 20) * (float)i;
        draw_cell(cell, &cell->tables[i], (FrameRect){ x, rect.y, cell->width, rect.h });
    }
}

static void add_tables(const Screen *screen, Flow *flow, int per_row, float picture)
{
    const RoomView *view = screen->view;
    for (int i = 0; i < view->table_count; i += per_row) {
        Cell *cell = arena_alloc(&screen->pen->frame->arena, sizeof *cell);
        int left = view->table_count - i;
        *cell = (Cell){ screen, &view->tables[i], left < per_row ? left : per_row,
                        (flow->width - 20 * (float)(per_row - 1)) / (float)per_row, picture };
        float highest = 0;
        for (int k = 0; k < cell->count; k++) {
            float height = cell_height(screen, cell, &cell->tables[k]);
            highest = height > highest ? height : highest;
        }
        flow_bit(flow, highest, 14, draw_cells, cell);
    }
}

static const char *way_in(const Screen *screen)
{
    Text out = { .data = NULL };
    text_addf(&out, "%s  %s", screen->view->address, screen->view->code);
    const char *kept = frame_text(screen->pen->frame, text_str(&out));
    text_deinit(&out);
    return kept;
}

static float draw_head(const Screen *screen, FrameRect inside)
{
    int count = screen->view->table_count;
    const Theme *theme = screen->pen->theme;
    Flow head = flow_new(screen->pen, inside.w, inside.h);
    screen_text(screen, &head, SCREEN_HEADING, theme->ink,
                screen_count(screen,
                             say_many("%d table is playing", "%d tables are playing", count),
                             count),
                0);
    screen_text(screen, &head, SCREEN_ADDRESS, theme->accent, way_in(screen), 2);
    if (count == 0) {
        screen_text(screen, &head, SCREEN_TALK, theme->ink,
                    say("Now each table plays at its own pace. One device for each table: read "
                        "aloud, talk, then choose."),
                    14);
    }
    flow_draw(&head, inside, 0, flow_page_end(&head, 0, inside.h));
    return flow_height(&head, 0, head.count);
}

void screen_draw_wall(const Screen *screen, FrameRect card)
{
    FrameRect inside = { card.x + 26, card.y + 22, card.w - 52, card.h - 40 };
    int count = screen->view->table_count;
    pen_card(screen->pen, card, true);
    float head = draw_head(screen, inside) + 14;
    inside.y += head;
    inside.h -= head;
    int per_row = screen->stacked ? 2 : count < PER_ROW_MOST && count > 0 ? count : PER_ROW_MOST;
    bool pictures = count <= PICTURES_MOST && !screen->stacked;
    Flow flow = flow_new(screen->pen, inside.w, inside.h);
    if (pictures) {
        int rows = (count + per_row - 1) / per_row;
        float room = inside.h / (float)(rows > 0 ? rows : 1) - pen_unit(screen->pen, 92);
        float width = (inside.w - 20 * (float)(per_row - 1)) / (float)per_row;
        float height = room < width * .5f ? room : width * .5f;
        pictures = height >= 60;
        add_tables(screen, &flow, per_row, pictures ? height : 0);
    } else {
        add_tables(screen, &flow, screen->stacked ? 2 : PER_ROW_MOST, 0);
    }
    if (flow.count > 0) {
        screen_pages(screen, &flow, inside);
    }
}
