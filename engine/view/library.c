// Home: where you stopped, what is for today, the shelf of scenarios, practice. The shelf is shelf.c, what
// stands on the cards above it front.c and home_today.c, the bar home_bar.c.
#include "view/home_act.h"
#include "view/view_state.h"

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

bool view_is_on_shelf(const View *view, int card)
{
    return card >= 0 && card < view->card_count && !view->cards[card].off_shelf;
}

// The card that the large one is about, or -1. *go_on: it is under way.
static int front_card(const View *view, bool *go_on)
{
    int started = -1;
    int shortest = -1;
    for (int i = 0; i < view->card_count; i++) {
        const ViewCard *card = &view->cards[i];
        if (card->broken) {
            continue;
        }
        if (card->started && (started < 0 || card->latest)) {
            started = i;
        }
        if (!card->off_shelf && (shortest < 0 || card->minutes < view->cards[shortest].minutes)) {
            shortest = i;
        }
    }
    *go_on = started >= 0;
    const ViewHome *home = &view->home;
    bool next =
        home->has_next && view_is_on_shelf(view, home->next) && !view->cards[home->next].broken;
    return started >= 0 ? started : next ? home->next : shortest;
}

// ---- practice -----------------------------------------------------------------------------------

bool view_has_practice(const View *view)
{
    const ViewHome *home = &view->home;
    return home->has_practice && home->practice >= 0 && home->practice < view->card_count &&
           !view->cards[home->practice].broken;
}

static int practice_buttons(const View *view, PenButton out[3])
{
    int card = view->home.practice;
    int count = 0;
    if (view->cards[card].started) {
        out[count++] = (PenButton){ .label = word(W_GO_ON),
                                    .id = "practice.go_on",
                                    .action = ACTION_HOME,
                                    .argument = view_act(ACT_GO_ON, card) };
    }
    out[count++] = (PenButton){ .label = word(W_NEW_WEEK),
                                .key = "N",
                                .id = "practice.new",
                                .action = ACTION_HOME,
                                .argument = ACT_NEW_WEEK };
    out[count++] = (PenButton){ .label = word(W_TYPE_NUMBER),
                                .id = "practice.number",
                                .action = ACTION_HOME,
                                .argument = ACT_NUMBER };
    return count;
}

static const char *practice_says(const View *view, Pen *pen)
{
    const char *last = view->home.practice_last;
    const char *says = word(W_PRACTICE_SAYS);
    return last != NULL && last[0] != '\0'
               ? word_fill2(&pen->frame->arena, W_TWO_SENTENCES, says, last)
               : says;
}

typedef struct PracticeRow {
    PenButton buttons[3];
    float widths[3];
    int count;
    float title, words, height, button; // widths of the texts; heights
    const char *text;
    LayoutBlock says;
} PracticeRow;

static PracticeRow lay_practice(const View *view, Pen *pen)
{
    PracticeRow row = { .text = practice_says(view, pen) };
    row.count = practice_buttons(view, row.buttons);
    LayoutStyle title = pen_style(pen, STYLE_CARD_TITLE, pen->theme->accent);
    row.title = layout_width(pen->measure, &title, word(W_PRACTICE));
    float room = VIEW_GRID - 48 - row.title - 16;
    for (int i = 0; i < row.count; i++) {
        FrameRect size = pen_button_size(pen, &row.buttons[i], 400);
        row.widths[i] = size.w;
        row.button = size.h > row.button ? size.h : row.button;
        room -= size.w + 12;
    }
    row.words = room;
    row.says = pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->ink), row.text, false,
                        room > 120 ? room : 120);
    float words = tall(&row.says) + 16;
    row.height = row.button + 12 > 56 ? row.button + 12 : 56;
    row.height = words > row.height ? words : row.height;
    return row;
}

static void draw_practice(Pen *pen, PracticeRow *row, float bottom)
{
    FrameRect rect = { view_left(pen), bottom - row->height, VIEW_GRID, row->height };
    pen_card(pen, rect, false);
    LayoutStyle title = pen_style(pen, STYLE_CARD_TITLE, pen->theme->accent);
    float x = rect.x + 24;
    float middle = rect.y + rect.h / 2;
    pen_text(pen, title, x, middle - title.leading / 2, ALIGN_START, word(W_PRACTICE));
    pen_item(pen, ROLE_HEADING, (FrameRect){ x, rect.y, row->title, rect.h }, word(W_PRACTICE), "",
             "practice");
    x += row->title + 16;
    pen_block(pen, &row->says, x, middle - tall(&row->says) / 2);
    pen_item(pen, ROLE_TEXT, (FrameRect){ x, rect.y, row->words, rect.h }, row->text, "", "");
    x = rect.x + rect.w - 8;
    for (int i = row->count - 1; i >= 0; i--) {
        x -= row->widths[i];
        row->widths[i] = x; // from the last to the first, but read from the first on
        x -= 12;
    }
    for (int i = 0; i < row->count; i++) {
        FrameRect size = pen_button_size(pen, &row->buttons[i], 400);
        pen_button(pen, &row->buttons[i],
                   (FrameRect){ row->widths[i], middle - row->button / 2, size.w, row->button });
    }
}

static void stacked_practice(const View *view, Flow *flow)
{
    PenButton buttons[3];
    int count = practice_buttons(view, buttons);
    int first = flow->count;
    flow_heading(flow, STYLE_CARD_TITLE, flow->pen->theme->ink, word(W_PRACTICE), 0);
    flow->bits[first].page = true;
    flow_text(flow, STYLE_STATE, flow->pen->theme->ink, practice_says(view, flow->pen), 4);
    flow_buttons(flow, buttons, count, 10);
}

// ---- the screen ---------------------------------------------------------------------------------

static void empty_text(View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    bool none = view->card_count == 0;
    flow_heading(flow, STYLE_SCREEN_TITLE, theme->ink, word(none ? W_NO_SCENARIOS : W_ALL_BROKEN),
                 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(none ? W_NO_SCENARIOS_HOW : W_ALL_BROKEN_HOW), 8);
}

// In one column the shelf is a list; each leads to its cover, which has the picture.
static void stacked_shelf(View *view, Flow *flow, const ViewShelf *shelf)
{
    Pen *pen = flow->pen;
    Arena *arena = &pen->frame->arena;
    int first = flow->count;
    flow_heading(flow, STYLE_CARD_TITLE, pen->theme->ink, word(W_OTHER_SCENARIOS), 0);
    flow->bits[first].page = true;
    for (int i = 0; i < shelf->count; i++) {
        const ViewCard *card = &view->cards[shelf->cards[i]];
        const char *sub = card->broken
                              ? word_fill2(arena, W_KNOW_LINE, word(W_CANNOT_LOAD), card->problem)
                              : word_fill2(arena, W_MINUTES_AND, view_card_minutes(pen, card),
                                           view_card_standing(card));
        FlowRow row = { .text = card->title,
                        .sub = sub,
                        .value = sub,
                        .id = card->id,
                        .action = ACTION_OPEN,
                        .argument = shelf->cards[i],
                        .off = card->broken };
        flow_rows(flow, &row, 1, 1, 8);
    }
}

static void draw_stacked(View *view, Pen *pen, float top, int front, bool go_on,
                         const ViewShelf *shelf)
{
    FrameRect card = { view_left(pen), top + 18, VIEW_GRID, pen->frame->height - top - 36 };
    pen_card(pen, card, true);
    FrameRect inner = { card.x + 22, card.y + 22, card.w - 44, card.h - 38 };
    Flow flow = flow_new(pen, inner.w, inner.h - flow_footer_height(pen));
    if (front >= 0) { // what most people want stands on the first page, whatever else does
        view_front_head(view, &flow, front, go_on, false);
        view_front_buttons(view, &flow, front, go_on, view_has_list(view));
        view_front_rest(view, &flow, front, go_on, false);
    } else {
        empty_text(view, &flow);
    }
    Flow side = flow_new(pen, inner.w, flow.highest);
    view_side_text(view, &side, front, false);
    int parts[3] = { flow.count };
    flow_append(&flow, &side);
    parts[1] = flow.count;
    if (shelf->count > 0) {
        stacked_shelf(view, &flow, shelf);
    }
    parts[2] = flow.count;
    if (view_has_practice(view)) {
        stacked_practice(view, &flow);
    }
    for (int i = 0; i < 3; i++) {
        flow_join(&flow, parts[i], flow.highest);
    }
    flow_show(&flow, inner, PAGER_STACK);
}

static void draw_beside(View *view, Pen *pen, int front, bool go_on)
{
    float left = view_left(pen);
    FrameRect large = { left, 82, 820, 272 };
    FrameRect side = { left + 836, 82, 396, 272 };
    if (front >= 0) {
        view_draw_front(view, pen, large, front, go_on);
    } else {
        pen_card(pen, large, true);
        Flow empty = flow_new(pen, large.w - 44, large.h - 44);
        empty_text(view, &empty);
        flow_show(&empty, (FrameRect){ large.x + 22, large.y + 24, large.w - 44, large.h - 44 },
                  PAGER_STACK);
    }
    pen_card(pen, side, true);
    Flow text = flow_new(pen, side.w - 48, side.h - 40 - flow_footer_height(pen));
    view_side_text(view, &text, front, false);
    if (flow_height(&text, 0, text.count) > side.h - 36) {
        text = flow_new(pen, side.w - 48, side.h - 40 - flow_footer_height(pen));
        view_side_text(view, &text, front, true);
    }
    flow_show(&text, (FrameRect){ side.x + 24, side.y + 20, side.w - 48, side.h - 36 },
              PAGER_FIRST);
}

static void draw_cards(View *view, Pen *pen, float top, int front, bool go_on)
{
    Frame *frame = pen->frame;
    ViewShelf shelf = view_shelf_list(view, pen, front);
    PracticeRow practice = { .height = 0 };
    float bottom = frame->height - 14;
    float room = bottom - 4 - 406;
    if (view_has_practice(view)) {
        practice = lay_practice(view, pen);
        room -= practice.height + 12;
    }
    bool fits = view_shelf_plan(view, pen, room, &shelf) && practice.height < 120 &&
                (!view_has_practice(view) || practice.words >= 120);
    if (view_is_stacked(pen) || !fits) {
        draw_stacked(view, pen, top, front, go_on, &shelf);
        return;
    }
    draw_beside(view, pen, front, go_on);
    if (shelf.count > 0) {
        view_shelf_draw(view, pen, &shelf, 370);
    }
    if (view_has_practice(view)) {
        draw_practice(pen, &practice, bottom);
    }
}

void view_draw_library(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    bool go_on = false;
    int front = front_card(view, &go_on);
    frame->ground = pen->theme->ground;
    if (front >= 0) {
        view_scene(view, pen, -1, &view->cards[front].bridge, 0, pen->theme->dim);
        uint8_t weather = view->cards[front].weather;
        frame->weather = weather == STORY_BY_CLOCK ? (uint8_t)STORY_DAY : weather;
    }
    float top = view_home_top(view, pen);
    if (view->card_count == 1 && front >= 0 && !view_is_stacked(pen) &&
        view_draw_single(view, pen, front, go_on)) {
        view_home_tools(view, pen);
        return;
    }
    draw_cards(view, pen, top, front, go_on);
    view_home_tools(view, pen);
}
