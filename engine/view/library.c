// The library: where you stopped, what is kept or how it works, and the shelf of scenarios.
#include "view/view_state.h"

#include <string.h>

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
        if (shortest < 0 || card->minutes < view->cards[shortest].minutes) {
            shortest = i;
        }
    }
    *go_on = started >= 0;
    return started >= 0 ? started : shortest;
}

// ---- a card of the shelf ------------------------------------------------------------------------

typedef struct ShelfCard {
    LayoutBlock title, blurb, standing;
    const char *minutes, *word;
    float minutes_width, text_height, word_width;
} ShelfCard;

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static const char *card_standing(const ViewCard *card)
{
    if (card->standing != NULL && card->standing[0] != '\0') {
        return card->standing;
    }
    return word(W_NOT_PLAYED);
}

static ShelfCard lay_shelf_card(Pen *pen, const ViewCard *card, float width)
{
    const Theme *theme = pen->theme;
    ShelfCard lay = { .minutes = "", .word = "" };
    float inner = width - 28;
    if (card->broken) {
        lay.title =
            pen_wrap(pen, pen_style(pen, STYLE_CARD_TITLE, theme->ink), card->title, false, inner);
        lay.blurb = pen_wrap(pen, pen_style(pen, STYLE_STATE, theme->bad), word(W_CANNOT_LOAD),
                             false, inner);
        lay.standing =
            pen_wrap(pen, pen_style(pen, STYLE_SMALL, theme->ink), card->problem, false, inner);
        lay.text_height = tall(&lay.title) + tall(&lay.blurb) + tall(&lay.standing) + 40;
        return lay;
    }
    LayoutStyle small = pen_style(pen, STYLE_STATE, theme->ink);
    lay.minutes = view_card_minutes(pen, card);
    lay.minutes_width = layout_width(pen->measure, &small, lay.minutes);
    lay.title = pen_wrap(pen, pen_style(pen, STYLE_CARD_TITLE, theme->ink), card->title, false,
                         inner - lay.minutes_width - 12);
    lay.blurb = pen_wrap(pen, small, card->blurb, false, inner);
    float left = 0;
    if (card->started || card->ended) {
        LayoutStyle bold = small;
        bold.font = FONT_UI_BOLD;
        lay.word = word_bridge(&pen->frame->arena, &card->bridge, true);
        lay.word_width = layout_width(pen->measure, &bold, lay.word);
        left = pen_gauge_width(pen_unit(pen, 13)) + 12 + lay.word_width + 10;
    }
    small.colour = theme->soft;
    // The standing goes beside the word where there is room, else below it.
    LayoutBlock beside =
        pen_wrap(pen, small, card_standing(card), false, inner - left > 60 ? inner - left : 60);
    bool fits = left + beside.width <= inner && beside.count == 1;
    lay.standing = fits ? beside : pen_wrap(pen, small, card_standing(card), false, inner);
    float foot = fits ? tall(&beside) : tall(&lay.standing) + (left > 0 ? small.leading : 0);
    lay.text_height = tall(&lay.title) + tall(&lay.blurb) + foot + 44;
    if (left - 10 > inner) { // gauge and word need a wider card
        lay.text_height = 1e6f;
    }
    lay.word_width = fits ? lay.word_width : -lay.word_width; // negative: the word has its own line
    return lay;
}

static void draw_foot(Pen *pen, const ViewCard *card, const ShelfCard *lay, float x, float y)
{
    const Theme *theme = pen->theme;
    float width = lay->word_width < 0 ? -lay->word_width : lay->word_width;
    if (lay->word[0] == '\0') {
        pen_block(pen, &lay->standing, x, y);
        return;
    }
    LayoutStyle bold =
        pen_style(pen, STYLE_STATE, view_word_colour(theme, card->bridge.word, false));
    bold.font = FONT_UI_BOLD;
    float height = pen_unit(pen, 13);
    pen_gauge(pen, x, y + (bold.leading - height) / 2, height, card->bridge.gauge_halves, false);
    float after = x + pen_gauge_width(height) + 12;
    pen_text(pen, bold, after, y, ALIGN_START, lay->word);
    if (lay->word_width < 0) {
        pen_block(pen, &lay->standing, x, y + bold.leading);
    } else {
        pen_block(pen, &lay->standing, after + width + 10, y);
    }
}

static void draw_broken(Pen *pen, const ViewCard *card, const ShelfCard *lay, FrameRect rect)
{
    pen_outline(pen, (FrameRect){ rect.x + 6, rect.y + 6, rect.w - 12, rect.h - 12 }, 8, 1.5f,
                pen->theme->edge, true);
    float y = rect.y + 16;
    pen_block(pen, &lay->title, rect.x + 14, y);
    pen_block(pen, &lay->blurb, rect.x + 14, y + tall(&lay->title) + 2);
    pen_block(pen, &lay->standing, rect.x + 14, y + tall(&lay->title) + tall(&lay->blurb) + 8);
    const char *value =
        word_fill2(&pen->frame->arena, W_KNOW_LINE, word(W_CANNOT_LOAD), card->problem);
    pen_item(pen, ROLE_LIST_ITEM, rect, card->title, value, card->id)->disabled = true;
}

static void draw_shelf_card(View *view, Pen *pen, int index, const ShelfCard *lay, FrameRect place)
{
    const ViewCard *card = &view->cards[index];
    bool pressed = pen_is_pressed(pen, ACTION_OPEN, index);
    FrameRect rect = pen_pressed_rect(place, pressed);
    if (pressed) {
        pen_flat_card(pen, rect, true);
    } else {
        pen_card(pen, rect, true);
    }
    if (card->broken) {
        draw_broken(pen, card, lay, rect);
        return;
    }
    float picture = rect.h - lay->text_height;
    picture = picture > 164 ? 164 : picture;
    float y = rect.y + 14;
    if (picture >= 40) {
        FrameThumbnail thumbnail = view_card_thumbnail(card);
        FrameRect box = { rect.x + 14, y, rect.w - 28, picture };
        FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
        command->value = frame_thumbnail(pen->frame, &thumbnail);
        command->radius = 8;
        pen_outline(pen, box, 8, 1, pen->theme->edge, false);
        y += picture + 6;
    }
    pen_block(pen, &lay->title, rect.x + 14, y);
    LayoutStyle small = pen_style(pen, STYLE_STATE, pen->theme->ink);
    pen_text(pen, small, rect.x + rect.w - 14, y + pen_unit(pen, 5), ALIGN_END, lay->minutes);
    y += tall(&lay->title);
    pen_block(pen, &lay->blurb, rect.x + 14, y);
    draw_foot(pen, card, lay, rect.x + 14, y + tall(&lay->blurb) + 6);
    const char *value =
        word_fill3(&pen->frame->arena, W_CARD_SAID, card->blurb, lay->minutes, card_standing(card));
    pen_operable(pen, ROLE_BUTTON, place, card->title, value, card->id, ACTION_OPEN, index);
    if (pen_is_focused(pen, ACTION_OPEN, index)) {
        FrameRect ring = { rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6 };
        pen_outline(pen, rect, 12, 2, pen->theme->ring_inner, false);
        pen_outline(pen, ring, 14, 3, pen->theme->ring_outer, false);
    } else if (pen_is_hovered(pen, ACTION_OPEN, index)) {
        pen_outline(pen, rect, 12, 2, pen->theme->accent, false);
    }
    pen_pressed_shade(pen, (FrameRect){ rect.x, rect.y + 6, rect.w, rect.h }, 12, pressed);
}

// Whether every card of the shelf fits such a place.
static bool shelf_fits(View *view, Pen *pen, float width, float height)
{
    for (int i = 0; i < view->card_count; i++) {
        if (lay_shelf_card(pen, &view->cards[i], width).text_height > height) {
            return false;
        }
    }
    return true;
}

typedef struct Shelf {
    int columns, rows;
    float width, height;
} Shelf;

static bool plan_shelf(View *view, Pen *pen, float room, Shelf *shelf)
{
    int columns = pen->frame->width / pen->frame->height < 1.5f ? 2 : 4;
    for (; columns >= 1; columns /= 2) {
        int rows = (int)((room + 16) / (228 + 16));
        int needed = (view->card_count + columns - 1) / columns;
        rows = rows > needed ? needed : rows;
        rows = rows > 0 ? rows : 1;
        shelf->columns = columns;
        shelf->rows = rows;
        shelf->width = ((float)VIEW_GRID - 16 * (float)(columns - 1)) / (float)columns;
        shelf->height = (room - 16 * (float)(rows - 1)) / (float)rows;
        shelf->height = shelf->height > 300 ? 300 : shelf->height;
        if (shelf_fits(view, pen, shelf->width, shelf->height)) {
            return true;
        }
    }
    return false;
}

static void draw_shelf(View *view, Pen *pen, const Shelf *shelf, float top)
{
    float left = view_left(pen);
    int per_page = shelf->columns * shelf->rows;
    int pages = (view->card_count + per_page - 1) / per_page;
    int *page = &pen->pages[PAGER_LIBRARY];
    *page = *page < 0 ? 0 : *page >= pages ? pages - 1 : *page;
    pen->page_counts[PAGER_LIBRARY] = pages;
    LayoutStyle title = pen_style(pen, STYLE_CARD_TITLE, pen->theme->on_band);
    float width = pen_text(pen, title, left, top, ALIGN_START, word(W_ALL_SCENARIOS));
    pen_item(pen, ROLE_HEADING, (FrameRect){ left, top, width, title.leading },
             word(W_ALL_SCENARIOS), "", "");
    LayoutStyle small = pen_style(pen, STYLE_STATE, pen->theme->on_band);
    if (pages == 1) {
        pen_text(pen, small, left + VIEW_GRID, top + 4, ALIGN_END, word(W_AS_LEFT));
    }
    for (int i = 0; i < per_page; i++) {
        int index = *page * per_page + i;
        if (index >= view->card_count) {
            break;
        }
        FrameRect rect = { left + (shelf->width + 16) * (float)(i % shelf->columns),
                           top + 36 + (shelf->height + 16) * (float)(i / shelf->columns),
                           shelf->width, shelf->height };
        ShelfCard lay = lay_shelf_card(pen, &view->cards[index], shelf->width);
        draw_shelf_card(view, pen, index, &lay, rect);
    }
    if (pages > 1) {
        flow_footer(pen, (FrameRect){ left, top, VIEW_GRID, pen_unit(pen, 28) }, PAGER_LIBRARY,
                    true);
    }
}

// ---- the screen ---------------------------------------------------------------------------------

static float draw_top(Pen *pen)
{
    if (view_is_stacked(pen)) {
        ViewBar bar = {
            .left = "", .left_more = "", .icon = -1, .title = word(W_APP), .right = ""
        };
        return view_bar(pen, &bar);
    }
    pen_band(pen, (FrameRect){ 0, 0, pen->frame->width, 64 });
    pen_icon(pen, ICON_LOGO, (FrameRect){ VIEW_MARGIN, 15, 34, 34 }, pen->theme->gold);
    LayoutStyle style = pen_style(pen, STYLE_SCREEN_TITLE, pen->theme->on_band);
    float width =
        pen_text(pen, style, VIEW_MARGIN + 70, (64 - style.leading) / 2, ALIGN_START, word(W_APP));
    pen_item(pen, ROLE_HEADING, (FrameRect){ VIEW_MARGIN, 0, width + 70, 64 }, word(W_APP), "",
             "title");
    return 64;
}

static void draw_quit(Pen *pen)
{
    PenButton quit = { .label = word(W_QUIT),
                       .key = word(W_KEY_ESCAPE),
                       .id = "quit",
                       .small = true,
                       .band = true,
                       .action = ACTION_QUIT };
    FrameRect size = pen_button_size(pen, &quit, 400);
    float x = pen->frame->width - VIEW_MARGIN - size.w;
    pen_button(pen, &quit, (FrameRect){ x, 14, size.w, size.h });
}

static void empty_text(View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    bool none = view->card_count == 0;
    flow_heading(flow, STYLE_SCREEN_TITLE, theme->ink, word(none ? W_NO_SCENARIOS : W_ALL_BROKEN),
                 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(none ? W_NO_SCENARIOS_HOW : W_ALL_BROKEN_HOW), 8);
}

// A scenario in one column: page by page.
static void stacked_card(View *view, Flow *flow, int index)
{
    const ViewCard *card = &view->cards[index];
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    int first = flow->count;
    flow_heading(flow, STYLE_CARD_TITLE, theme->ink, card->title, 0);
    flow->bits[first].page = true;
    if (card->broken) {
        flow_text(flow, STYLE_STATE, theme->bad, word(W_CANNOT_LOAD), 4);
        flow_text(flow, STYLE_STATE, theme->ink, card->problem, 4);
        return;
    }
    FrameThumbnail picture = view_card_thumbnail(card);
    flow_thumbnail(flow, &picture, view_thumbnail_name(pen, card), 300, 110, 8);
    flow_text(flow, STYLE_STATE, theme->soft, view_card_minutes(pen, card), 4);
    flow_text(flow, STYLE_STATE, theme->ink, card->blurb, 4);
    if (card->started || card->ended) {
        flow_gauge(flow, card->bridge.gauge_halves,
                   word_bridge(&pen->frame->arena, &card->bridge, true),
                   view_word_colour(theme, card->bridge.word, false), card_standing(card), 6);
    } else {
        flow_text(flow, STYLE_STATE, theme->soft, card_standing(card), 6);
    }
    PenButton open = { .label = word(card->started ? W_GO_ON : W_START),
                       .id = card->id,
                       .action = ACTION_OPEN,
                       .argument = index };
    flow_buttons(flow, &open, 1, 10);
}

static void draw_stacked(View *view, Pen *pen, float top, int front, bool go_on)
{
    FrameRect card = { view_left(pen), top + 18, VIEW_GRID, pen->frame->height - top - 36 };
    pen_card(pen, card, true);
    FrameRect inner = { card.x + 22, card.y + 22, card.w - 44, card.h - 38 };
    Flow flow = flow_new(pen, inner.w, inner.h - flow_footer_height(pen));
    if (front >= 0) {
        view_front_text(view, &flow, front, go_on);
        view_front_buttons(&flow, front, go_on);
    } else {
        empty_text(view, &flow);
    }
    Flow side = flow_new(pen, inner.w, flow.highest);
    view_side_text(view, &side);
    flow_append(&flow, &side);
    for (int i = 0; i < view->card_count; i++) {
        stacked_card(view, &flow, i);
    }
    flow_show(&flow, inner, PAGER_STACK);
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
    float top = draw_top(pen);
    if (view->card_count == 1 && front >= 0 && !view_is_stacked(pen) &&
        view_draw_single(view, pen, front, go_on)) {
        draw_quit(pen);
        return;
    }
    Shelf shelf = { 0 };
    bool fits = plan_shelf(view, pen, frame->height - 406 - 18, &shelf);
    if (view_is_stacked(pen) || (view->card_count > 0 && !fits)) {
        draw_stacked(view, pen, top, front, go_on);
    } else {
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
        Flow text = flow_new(pen, side.w - 48, side.h - 44);
        view_side_text(view, &text);
        flow_show(&text, (FrameRect){ side.x + 24, side.y + 24, side.w - 48, side.h - 44 },
                  PAGER_FIRST);
        if (view->card_count > 0) {
            draw_shelf(view, pen, &shelf, 370);
        }
    }
    draw_quit(pen);
}
