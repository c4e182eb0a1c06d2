// The first card of the library: where you stopped, or what to begin with; and the library of a single
// scenario, which is that card, large. The shelf is library.c, what stands beside it home_today.c.
#include "view/home_act.h"
#include "view/mirror.h"
#include "view/view_state.h"

FrameThumbnail view_card_thumbnail(const ViewCard *card)
{
    return (FrameThumbnail){ card->bridge, card->weather,
                             card->bridge.word == BRIDGE_DOWN ? 980 : 940 };
}

const char *view_card_minutes(Pen *pen, const ViewCard *card)
{
    return word_fill1(&pen->frame->arena, W_MINUTES,
                      word_number(&pen->frame->arena, card->minutes));
}

const char *view_thumbnail_name(Pen *pen, const ViewCard *card)
{
    return word_fill1(&pen->frame->arena, W_SCENARIO_BRIDGE, card->title);
}

// Whose bridge it is, in the corner of the picture. Ten canyons look alike; ten faces do not.
void view_card_face(Pen *pen, const ViewCard *card, FrameRect picture)
{
    Frame *frame = pen->frame;
    if (!card->has_look || frame->look_count >= FRAME_LOOKS || picture.h < 56) {
        return;
    }
    float most = picture.w > 300 ? 104 : 76;
    float high = picture.h * .62f > most ? most : picture.h * .62f;
    FrameRect tile = { picture.x + picture.w - high * 112 / 136 - 8,
                       picture.y + picture.h - high - 8, high * 112 / 136, high };
    FrameTurn before = frame->turn;
    mirror_keeps(frame, picture); // on their side of the bridge
    frame->looks[frame->look_count] = card->look;
    FrameCommand *face = frame_add(frame, FRAME_PORTRAIT, tile);
    face->value = frame->look_count++;
    pen_outline(pen, tile, 8, 1.5f, pen->theme->edge, false);
    frame->turn = before;
}

// ---- the large card -----------------------------------------------------------------------------

static void front_label(const View *view, Flow *flow, int index, bool go_on)
{
    const ViewHome *home = &view->home;
    bool next = home->has_next && home->next == index && home->next_why != NULL;
    flow_label(flow, word(go_on ? W_WHERE_STOPPED : next ? W_NEXT : W_BEGIN_WITH), 0);
}

void view_front_head(View *view, Flow *flow, int index, bool go_on, bool close)
{
    front_label(view, flow, index, go_on);
    flow_heading(flow, close ? STYLE_SCREEN_TITLE : STYLE_GO_ON_TITLE, flow->pen->theme->ink,
                 view->cards[index].title, 2);
}

void view_front_rest(View *view, Flow *flow, int index, bool go_on, bool close)
{
    const ViewCard *card = &view->cards[index];
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    if (card->blurb[0] != '\0') {
        flow_text(flow, close ? STYLE_NAME : STYLE_CLAIM, theme->ink, card->blurb, 6);
    }
    if (go_on) {
        flow_gauge(
            flow, card->bridge.gauge_halves, word_bridge(&pen->frame->arena, &card->bridge, true),
            view_word_colour(theme, card->bridge.word, false), card->standing, close ? 4 : 10);
        return;
    }
    const char *more = view_card_minutes(pen, card);
    const ViewHome *home = &view->home;
    if (home->has_next && home->next == index && home->next_why != NULL) {
        more = word_fill2(&pen->frame->arena, W_TWO_SENTENCES,
                          word_fill1(&pen->frame->arena, W_SENTENCE, more), home->next_why);
    }
    flow_text(flow, STYLE_STATE, theme->soft, more, 6);
}

static void front_text(View *view, Flow *flow, int index, bool go_on, bool close)
{
    view_front_head(view, flow, index, go_on, close);
    view_front_rest(view, flow, index, go_on, close);
}

void view_front_buttons(const View *view, Flow *flow, int index, bool go_on, bool list)
{
    PenButton buttons[4] = { { .label = word(go_on ? W_GO_ON : W_START),
                               .key = word(W_KEY_ENTER),
                               .id = go_on ? "go_on" : "start",
                               .first = true,
                               .argument = index,
                               .action = go_on ? ACTION_GO_ON : ACTION_START } };
    int count = 1;
    if (go_on) {
        buttons[count++] = (PenButton){ .label = word(W_START_OVER),
                                        .id = "start_over",
                                        .argument = index,
                                        .action = ACTION_START };
    }
    if (view->cards[index].has_way) {
        buttons[count++] = (PenButton){ .label = word(W_SHOW_ME),
                                        .name = word(W_SHOW_WAY),
                                        .id = "show",
                                        .action = ACTION_HOME,
                                        .argument = view_act(ACT_SHOW, index) };
    }
    if (list) {
        buttons[count++] = view_list_button();
    }
    flow_buttons(flow, buttons, count, 10);
}

// The words beside a picture of that width: whether they stand on one page.
typedef struct FrontColumn {
    Flow text, buttons;
    FrameRect rect;
    float low; // height of the buttons
    bool fits;
} FrontColumn;

static FrontColumn lay_column(View *view, Pen *pen, FrameRect card, float picture, int index,
                              bool go_on, bool close)
{
    float left = picture > 0 ? picture + 46 : 24;
    FrontColumn column = { .rect = { card.x + left, card.y + 20, card.w - left - 22,
                                     card.h - 38 } };
    column.buttons = flow_new(pen, column.rect.w, column.rect.h);
    view_front_buttons(view, &column.buttons, index, go_on, false);
    column.low = flow_height(&column.buttons, 0, column.buttons.count);
    column.text = flow_new(pen, column.rect.w, column.rect.h - column.low - 8);
    front_text(view, &column.text, index, go_on, close);
    column.fits = flow_height(&column.text, 0, column.text.count) <= column.rect.h - column.low - 8;
    return column;
}

// The picture gives way to larger type.
void view_draw_front(View *view, Pen *pen, FrameRect rect, int index, bool go_on)
{
    static const float widths[] = { 348, 228, 348, 228, 0 };
    const ViewCard *card = &view->cards[index];
    FrontColumn column;
    float width = 0;
    for (int i = 0; i < 5; i++) {
        width = widths[i];
        column = lay_column(view, pen, rect, width, index, go_on, i >= 2);
        if (column.fits) {
            break;
        }
    }
    pen_card(pen, rect, true);
    if (width > 0) {
        FrameThumbnail picture = view_card_thumbnail(card);
        FrameRect place = { rect.x + 22, rect.y + 22, width, 228 };
        Flow image = flow_new(pen, width, 228);
        flow_thumbnail(&image, &picture, view_thumbnail_name(pen, card), width, 228, 0);
        flow_draw(&image, place, 0, 1);
        if (!go_on) {
            view_card_face(pen, card, place);
        }
    }
    FrameRect upper = column.rect, lower = column.rect;
    upper.h -= column.low + 8;
    flow_show(&column.text, upper, PAGER_STACK);
    lower = (FrameRect){ lower.x - 4, lower.y + lower.h - column.low, lower.w, column.low };
    flow_draw(&column.buttons, lower, 0, column.buttons.count);
}

// ---- a single scenario --------------------------------------------------------------------------

static void own_text(Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    flow_label(flow, word(W_OWN), 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(W_OWN_1), 4);
    flow_text(flow, STYLE_STATE, theme->soft, word(W_OWN_2), 8);
}

// The words of the bridge, with the gauge that stands for each.
static void legend(Flow *flow)
{
    Pen *pen = flow->pen;
    flow_rule(flow, 16);
    flow_label(flow, word(W_STATES), 12);
    int32_t above = 1000000;
    for (int state = BRIDGE_SOUND; state >= BRIDGE_DOWN; state--) {
        int32_t from = bridge_word_threshold((BridgeWord)state);
        BridgeCondition bridge = { .word = (uint8_t)state };
        flow_gauge(flow, (int)((from + above) / 2 * 2 * BRIDGE_GAUGE / 1000000),
                   word_bridge(&pen->frame->arena, &bridge, true),
                   view_word_colour(pen->theme, state, false), "", 6);
        above = from;
    }
}

static float padded(const Flow *flow)
{
    return flow_height(flow, 0, flow->count) + 46;
}

static void draw_side(Pen *pen, Flow *flow, FrameRect rect, ViewPager pager)
{
    pen_card(pen, rect, true);
    flow_show(flow, (FrameRect){ rect.x + 24, rect.y + 24, rect.w - 48, rect.h - 40 }, pager);
}

bool view_draw_single(View *view, Pen *pen, int index, bool go_on)
{
    enum { TOP = 82, LARGE = 820, SIDE = 396, PICTURE_LEAST = 160, PICTURE_MOST = 470 };
    float left = view_left(pen);
    float room = pen->frame->height - TOP - VIEW_MARGIN;
    Flow text = flow_new(pen, LARGE - 44, room);
    front_text(view, &text, index, go_on, false);
    Flow buttons = flow_new(pen, LARGE - 44, room);
    view_front_buttons(view, &buttons, index, go_on, false);
    float low = flow_height(&buttons, 0, buttons.count);
    float words = flow_height(&text, 0, text.count) + 14 + 8 + low;
    float picture = room - 40 - words;
    Flow side = flow_new(pen, SIDE - 48, room);
    view_side_text(view, &side, index, false);
    Flow own = flow_new(pen, SIDE - 48, room);
    own_text(&own);
    float own_height = padded(&own);
    Flow states = flow_new(pen, SIDE - 48, room);
    legend(&states);
    float legend_height = 16 + flow_height(&states, 0, states.count);
    if (padded(&side) + legend_height + 16 + own_height <= room) {
        legend(&side);
    }
    if (picture < PICTURE_LEAST || padded(&side) + 16 + own_height > room) {
        return false;
    }
    picture = picture > PICTURE_MOST ? PICTURE_MOST : picture;
    FrameRect large = { left, TOP, LARGE, picture + words + 40 };
    pen_card(pen, large, true);
    FrameThumbnail bridge = view_card_thumbnail(&view->cards[index]);
    Flow image = flow_new(pen, LARGE - 44, room);
    flow_thumbnail(&image, &bridge, view_thumbnail_name(pen, &view->cards[index]), LARGE - 44,
                   picture, 0);
    flow_draw(&image, (FrameRect){ left + 22, TOP + 22, LARGE - 44, picture }, 0, image.count);
    float y = TOP + 22 + picture + 14;
    flow_draw(&text, (FrameRect){ left + 22, y, LARGE - 44, words }, 0, text.count);
    y = large.y + large.h - 14 - low;
    flow_draw(&buttons, (FrameRect){ left + 18, y, LARGE - 44, low }, 0, buttons.count);
    FrameRect upper = { left + LARGE + 16, TOP, SIDE, large.h - 16 - own_height };
    draw_side(pen, &side, upper, PAGER_FIRST);
    draw_side(pen, &own, (FrameRect){ upper.x, TOP + large.h - own_height, SIDE, own_height },
              PAGER_PANEL);
    return true;
}
