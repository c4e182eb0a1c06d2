// The first card of the library: where you stopped, or what to begin with; what stands beside it;
// and the library of a single scenario, which is that card, large. The shelf is library.c.
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

// ---- the large card -----------------------------------------------------------------------------

void view_front_text(View *view, Flow *flow, int index, bool go_on)
{
    const ViewCard *card = &view->cards[index];
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    flow_label(flow, word(go_on ? W_WHERE_STOPPED : W_BEGIN_WITH), 0);
    flow_heading(flow, STYLE_GO_ON_TITLE, theme->ink, card->title, 2);
    if (go_on && card->standing[0] != '\0') {
        flow_text(flow, STYLE_NAME, theme->ink, card->standing, 4);
    }
    if (card->blurb[0] != '\0') {
        flow_text(flow, STYLE_CLAIM, theme->ink, card->blurb, 6);
    }
    if (go_on) {
        flow_gauge(flow, card->bridge.gauge_halves,
                   word_bridge(&pen->frame->arena, &card->bridge, true),
                   view_word_colour(theme, card->bridge.word, false), "", 8);
    } else {
        flow_text(flow, STYLE_STATE, theme->soft, view_card_minutes(pen, card), 6);
    }
}

void view_front_buttons(Flow *flow, int index, bool go_on)
{
    PenButton buttons[2] = { { .label = word(go_on ? W_GO_ON : W_START),
                               .key = word(W_KEY_ENTER),
                               .id = go_on ? "go_on" : "start",
                               .first = true,
                               .argument = index,
                               .action = go_on ? ACTION_GO_ON : ACTION_START },
                             { .label = word(W_START_OVER),
                               .id = "start_over",
                               .argument = index,
                               .action = ACTION_START } };
    flow_buttons(flow, buttons, go_on ? 2 : 1, 10);
}

void view_draw_front(View *view, Pen *pen, FrameRect rect, int index, bool go_on)
{
    pen_card(pen, rect, true);
    FrameThumbnail picture = view_card_thumbnail(&view->cards[index]);
    Flow image = flow_new(pen, 348, 228);
    flow_thumbnail(&image, &picture, view_thumbnail_name(pen, &view->cards[index]), 348, 228, 0);
    flow_draw(&image, (FrameRect){ rect.x + 22, rect.y + 22, 348, 228 }, 0, 1);

    FrameRect column = { rect.x + 394, rect.y + 20, rect.w - 394 - 22, rect.h - 38 };
    Flow buttons = flow_new(pen, column.w, column.h);
    view_front_buttons(&buttons, index, go_on);
    float low = flow_height(&buttons, 0, buttons.count);
    Flow text = flow_new(pen, column.w, column.h - low - 8);
    view_front_text(view, &text, index, go_on);
    FrameRect upper = { column.x, column.y, column.w, column.h - low - 8 };
    flow_show(&text, upper, PAGER_STACK);
    flow_draw(&buttons, (FrameRect){ column.x - 4, column.y + column.h - low, column.w, low }, 0,
              buttons.count);
}

// ---- what is kept, or how it works --------------------------------------------------------------

void view_side_text(View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    if (view->first_start != NULL && view->first_start[0] != '\0') {
        flow_label(flow, word(W_FIRST_START), 0);
        flow_text(flow, STYLE_CLAIM, theme->ink, view->first_start, 4);
        return;
    }
    flow_label(flow, word(W_HOW), 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(W_HOW_1), 4);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(W_HOW_2), 8);
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
    view_front_text(view, &text, index, go_on);
    Flow buttons = flow_new(pen, LARGE - 44, room);
    view_front_buttons(&buttons, index, go_on);
    float low = flow_height(&buttons, 0, buttons.count);
    float words = flow_height(&text, 0, text.count) + 14 + 8 + low;
    float picture = room - 40 - words;
    Flow side = flow_new(pen, SIDE - 48, room);
    view_side_text(view, &side);
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
