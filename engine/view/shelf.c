// The shelf of the home screen: a card for each scenario with the bridge as it was left, or as it begins,
// in the light of its place, and the face of whoever it is to. Pages by rows.
#include "view/view_state.h"

enum { SHELF_CARD = 216, SHELF_PICTURE = 56 }; // least heights

// ---- a card of the shelf ------------------------------------------------------------------------

typedef struct ShelfCard {
    LayoutBlock title, blurb, standing;
    const char *minutes, *word;
    float minutes_width, text_height, word_width, gauge; // 0: none
} ShelfCard;

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

const char *view_card_standing(const ViewCard *card)
{
    if (card->standing != NULL && card->standing[0] != '\0') {
        return card->standing;
    }
    return word(W_NOT_PLAYED);
}

// On a wide card the picture stands beside the words, else above them.
static bool is_wide(float width)
{
    return width > 480;
}

// `share`: the picture's, of a wide card.
static float text_width(float width, float share)
{
    return is_wide(width) ? width - 42 - width * share : width - 28;
}

static ShelfCard lay_shelf_card(Pen *pen, const ViewCard *card, float width, float share)
{
    const Theme *theme = pen->theme;
    ShelfCard lay = { .minutes = "", .word = "" };
    float inner = text_width(width, share);
    if (card->broken) {
        inner = width - 28;
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
        lay.gauge = pen_gauge_width(pen_unit(pen, 13)) + 12;
        if (lay.gauge + lay.word_width > inner) { // a long word goes without
            lay.gauge = 0;
        }
        left = lay.gauge + lay.word_width + 10;
    }
    small.colour = theme->soft;
    // The standing goes beside the word where there is room, else below it.
    LayoutBlock beside = pen_wrap(pen, small, view_card_standing(card), false,
                                  inner - left > 60 ? inner - left : 60);
    bool fits = left + beside.width <= inner && beside.count == 1;
    if (!fits && left > 0 && !card->started) { // how often stands on its cover
        fits = true;
        beside.count = 0;
    }
    lay.standing = fits ? beside : pen_wrap(pen, small, view_card_standing(card), false, inner);
    float foot = fits ? small.leading : tall(&lay.standing) + (left > 0 ? small.leading : 0);
    lay.text_height = tall(&lay.title) + tall(&lay.blurb) + foot + 44;
    if (left - 10 > inner) { // the word needs a wider card
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
    float after = x + lay->gauge;
    if (lay->gauge > 0) {
        pen_gauge(pen, x, y + (bold.leading - height) / 2, height, card->bridge.gauge_halves,
                  false);
    }
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

static void draw_picture(Pen *pen, const ViewCard *card, FrameRect box)
{
    FrameThumbnail thumbnail = view_card_thumbnail(card);
    FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
    command->value = frame_thumbnail(pen->frame, &thumbnail);
    command->radius = 8;
    pen_outline(pen, box, 8, 1, pen->theme->edge, false);
    view_card_face(pen, card, box);
}

static void draw_shelf_card(View *view, Pen *pen, int index, const ShelfCard *lay, FrameRect place,
                            float text_height, float share)
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
    float x = rect.x + rect.w - 14 - text_width(rect.w, share);
    float y = rect.y + 14;
    if (is_wide(rect.w)) {
        draw_picture(pen, card, (FrameRect){ rect.x + 14, y, x - rect.x - 28, rect.h - 28 });
    } else {
        float picture = rect.h - text_height;
        picture = picture > 164 ? 164 : picture;
        if (picture >= 40) {
            draw_picture(pen, card, (FrameRect){ x, y, rect.w - 28, picture });
            y += picture + 6;
        }
    }
    pen_block(pen, &lay->title, x, y);
    LayoutStyle small = pen_style(pen, STYLE_STATE, pen->theme->ink);
    pen_text(pen, small, rect.x + rect.w - 14, y + pen_unit(pen, 5), ALIGN_END, lay->minutes);
    y += tall(&lay->title);
    pen_block(pen, &lay->blurb, x, y);
    draw_foot(pen, card, lay, x, y + tall(&lay->blurb) + 6);
    const char *value = word_fill3(&pen->frame->arena, W_CARD_SAID, card->blurb, lay->minutes,
                                   view_card_standing(card));
    if (lay->word[0] != '\0') { // how the bridge was left
        value = word_fill2(&pen->frame->arena, W_STATE_AND_WOOD, value, lay->word);
    }
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

// What the large card is about does not stand here a second time.
ViewShelf view_shelf_list(const View *view, Pen *pen, int front)
{
    ViewShelf shelf = { .count = 0 };
    shelf.cards =
        arena_alloc(&pen->frame->arena, ((size_t)view->card_count + 1) * sizeof *shelf.cards);
    for (int i = 0; i < view->card_count; i++) {
        if (i != front && view_is_on_shelf(view, i)) {
            shelf.cards[shelf.count++] = i;
        }
    }
    return shelf;
}

// Whether every card of the shelf fits its place, with so much room for its picture.
static bool shelf_fits(const View *view, Pen *pen, const ViewShelf *shelf, float picture)
{
    for (int i = 0; i < shelf->count; i++) {
        const ViewCard *card = &view->cards[shelf->cards[i]];
        float text = lay_shelf_card(pen, card, shelf->width, shelf->share).text_height;
        if (text + (card->broken ? 0 : picture) > shelf->height) {
            return false;
        }
    }
    return true;
}

static float tallest_text(const View *view, Pen *pen, const ViewShelf *shelf, int from, int to)
{
    float tallest = 0;
    for (int i = from; i < to && i < shelf->count; i++) {
        const ViewCard *card = &view->cards[shelf->cards[i]];
        float height = lay_shelf_card(pen, card, shelf->width, shelf->share).text_height;
        tallest = height > tallest && !card->broken ? height : tallest;
    }
    return tallest;
}

static void lay_shelf(ViewShelf *shelf, int columns, float room)
{
    int rows = (int)((room + 16) / (SHELF_CARD + 16));
    int needed = (shelf->count + columns - 1) / columns;
    rows = rows > needed ? needed : rows;
    rows = rows > 0 ? rows : 1;
    shelf->columns = columns;
    shelf->rows = rows;
    shelf->width = ((float)VIEW_GRID - 16 * (float)(columns - 1)) / (float)columns;
    shelf->height = (room - 16 * (float)(rows - 1)) / (float)rows;
    shelf->height = shelf->height > 300 ? 300 : shelf->height;
}

// On a screen nearly as high as wide (4:3) there is room for two rows: the columns that fill them. Higher than wide:
// two.
static int most_columns(float shape, int count)
{
    if (shape >= 1.5f) {
        return 4;
    }
    return shape < 1 || count <= 4 ? 2 : count <= 6 ? 3 : 4;
}

// Four columns, or two, or one. In two rows three as well, and every card has its picture.
bool view_shelf_plan(const View *view, Pen *pen, float room, ViewShelf *shelf)
{
    float shape = pen->frame->width / pen->frame->height;
    bool high = shape < 1.5f;
    for (int columns = most_columns(shape, shelf->count); columns >= 1; columns--) {
        if (columns == 3 && !high) {
            continue;
        }
        static const float shares[] = { .38f, .28f };
        lay_shelf(shelf, columns, room);
        for (int i = 0; i < 2; i++) {
            shelf->share = shares[i];
            if (shelf_fits(view, pen, shelf, high && columns > 2 ? SHELF_PICTURE : 0)) {
                return true;
            }
        }
    }
    return shelf->count == 0;
}

void view_shelf_draw(View *view, Pen *pen, const ViewShelf *shelf, float top)
{
    float left = view_left(pen);
    int per_page = shelf->columns * shelf->rows;
    int pages = (shelf->count + per_page - 1) / per_page;
    int *page = &pen->pages[PAGER_LIBRARY];
    *page = *page < 0 ? 0 : *page >= pages ? pages - 1 : *page;
    pen->page_counts[PAGER_LIBRARY] = pages;
    LayoutStyle title = pen_style(pen, STYLE_CARD_TITLE, pen->theme->on_band);
    float width = pen_text(pen, title, left, top, ALIGN_START, word(W_OTHER_SCENARIOS));
    pen_item(pen, ROLE_HEADING, (FrameRect){ left, top, width, title.leading },
             word(W_OTHER_SCENARIOS), "", "");
    for (int i = 0; i < per_page; i++) {
        int at = *page * per_page + i;
        if (at >= shelf->count) {
            break;
        }
        int index = shelf->cards[at];
        int row = at - i % shelf->columns; // whose titles stand on one line
        float tallest = tallest_text(view, pen, shelf, row, row + shelf->columns);
        FrameRect rect = { left + (shelf->width + 16) * (float)(i % shelf->columns),
                           top + 36 + (shelf->height + 16) * (float)(i / shelf->columns),
                           shelf->width, shelf->height };
        ShelfCard lay = lay_shelf_card(pen, &view->cards[index], shelf->width, shelf->share);
        draw_shelf_card(view, pen, index, &lay, rect, tallest, shelf->share);
    }
    if (pages > 1) {
        if (view_has_list(view)) {
            PenButton all = view_list_button();
            all.small = all.band = true;
            FrameRect size = pen_button_size(pen, &all, 400);
            size.x = left + width + 20;
            size.y = top + pen_unit(pen, 28) - size.h;
            pen_button(pen, &all, size);
        }
        flow_footer(pen, (FrameRect){ left, top, VIEW_GRID, pen_unit(pen, 28) }, PAGER_LIBRARY,
                    true); // a higher one reaches up, between the cards
        return;
    }
    LayoutStyle small = pen_style(pen, STYLE_STATE, pen->theme->on_band);
    if (width + layout_width(pen->measure, &small, word(W_AS_LEFT)) + 24 < VIEW_GRID) {
        pen_text(pen, small, left + VIEW_GRID, top + 4, ALIGN_END, word(W_AS_LEFT));
        frame_ornament(pen->frame, pen->frame->command_count - 1); // of pictures
    }
}
