// The debrief's screen: its parts (debrief.c, timeline.c) on cards, side by side or page by page.
#include "view/view_state.h"

#include <stdio.h>

static float draw_bar(View *view, Pen *pen, const BridgeCondition *bridge)
{
    const Scenario *scenario = view->history->scenario;
    Frame *frame = pen->frame;
    char seed[24]; // for somebody else who wants the same chances
    snprintf(seed, sizeof seed, "%llu", (unsigned long long)view->history->now->seed);
    ViewBar bar = { .left = word(W_LOOKING_BACK),
                    .left_more = word_fill1(&frame->arena, W_SEED, seed),
                    .icon = -1,
                    .right = word(W_YOU_ENDED) };
    bar.title = view_text(frame, scenario, view->history->now, scenario->title);
    bar.word = word_bridge(&frame->arena, bridge, true);
    bar.halves = bridge->gauge_halves;
    bar.bridge_name =
        word_fill1(&frame->arena, W_BRIDGE_TO, view_first_name(scenario, view->person));
    if (scenario->person_count > 1) {
        bar.right = bar.bridge_name;
    }
    return view_bar(pen, &bar);
}

static void draw_card(Pen *pen, FrameRect rect, Flow *flow, ViewPager pager)
{
    pen_card(pen, rect, false);
    flow_show(flow, (FrameRect){ rect.x + 24, rect.y + 14, rect.w - 48, rect.h - 26 }, pager);
}

static Flow inside(Pen *pen, FrameRect rect)
{
    return flow_new(pen, rect.w - 48, rect.h - 26 - flow_footer_height(pen));
}

// Another way stands in the card itself, where all of it has room there.
static void add_other_way(View *view, Flow *text, float room)
{
    if (!view_has_other_way(view)) {
        return;
    }
    Flow other = flow_new(text->pen, text->width, text->highest);
    view_other_way_short(view, &other);
    int from = text->count;
    if (other.count == 0 || flow_height(text, 0, text->count) + 16 +
                                    flow_height(&other, 0, other.count) > room) {
        return;
    }
    flow_append(text, &other);
    text->bits[from].page = false;
    text->bits[from].gap = 16;
}

// Where the pages of the choice are turned: beside its label, beside the button, or below the text.
typedef enum TurnPager { BESIDE_LABEL, BESIDE_BUTTON, BELOW_TEXT } TurnPager;

static TurnPager turn_pager(const View *view, Pen *pen, float width, bool one_row)
{
    LayoutStyle style = pen_style(pen, STYLE_LABEL, 0);
    const char *label = pen_capitals(pen, view_turn_label(view));
    PenButton back = { .label = word(W_GO_BACK) };
    float pager = flow_footer_width(pen, 9) + 12;
    bool small = pen->finger <= pen_unit(pen, 28); // a finger's buttons are higher than the label
    if (small && layout_width(pen->measure, &style, label) + pager <= width) {
        return BESIDE_LABEL;
    }
    bool has_back = view->stop < view->history->count && !one_row;
    return has_back && pen_button_size(pen, &back, width).w + pager <= width ? BESIDE_BUTTON
                                                                             : BELOW_TEXT;
}

static void show_turn(Pen *pen, Flow *text, FrameRect inner, float low, TurnPager pager)
{
    FrameRect upper = { inner.x, inner.y, inner.w, inner.h - low };
    if (pager == BESIDE_LABEL) { // the label stands over every page
        float high = flow_height(text, 0, 1) + 2;
        FrameRect top = { inner.x, inner.y - 10, inner.w, pen_unit(pen, 28) };
        flow_draw(text, upper, 0, 1);
        text->bits++;
        text->count--;
        upper.y += high;
        upper.h -= high;
        flow_show_page(text, upper, top, PAGER_TURN);
    } else if (pager == BESIDE_BUTTON) {
        FrameRect foot = { inner.x, inner.y, inner.w, inner.h - (low - pen_small(pen)) / 2 };
        flow_show_page(text, upper, foot, PAGER_TURN);
    } else {
        flow_show(text, upper, PAGER_TURN);
    }
}

// The choice that is looked at; the way back to it stays in sight, and the other ways on beside it
// where they have room.
static void draw_turn(View *view, Pen *pen, FrameRect rect)
{
    FrameRect inner = { rect.x + 24, rect.y + 14, rect.w - 48, rect.h - 26 };
    Flow foot = flow_new(pen, inner.w + 8, inner.h);
    view_turn_buttons(view, &foot);
    bool one_row = foot.count <= 1;
    if (!one_row) {
        foot = flow_new(pen, inner.w + 8, inner.h);
        view_turn_back(view, &foot);
    }
    float low = flow_height(&foot, 0, foot.count);
    TurnPager pager = turn_pager(view, pen, inner.w, one_row);
    Flow text =
        flow_new(pen, inner.w, inner.h - low - (pager == BELOW_TEXT ? flow_footer_height(pen) : 0));
    view_turn_flow(view, &text);
    if (!one_row) {
        view_turn_others(view, &text);
    }
    add_other_way(view, &text, inner.h - low);
    pen_card(pen, rect, false);
    show_turn(pen, &text, inner, low, pager);
    flow_draw(&foot, (FrameRect){ inner.x - 4, inner.y + inner.h - low + 2, inner.w + 8, low }, 0,
              foot.count);
}

// What was learned, below planks and tried, as wide as both, where they leave room for it. Its height;
// 0, and nothing drawn, where they do not.
static float draw_learned(View *view, Pen *pen, FrameRect below, float planks, float tried)
{
    Flow learned = flow_new(pen, below.w - 48, below.h);
    view_learned_flow(view, &learned);
    float high = flow_height(&learned, 0, learned.count) + 30;
    float above = (planks > tried ? planks : tried) + 30;
    if (learned.count == 0 || above + 12 + high > below.h) {
        return 0;
    }
    FrameRect card = { below.x, below.y + below.h - high, below.w, high };
    draw_card(pen, card, &learned, PAGER_LEARNED);
    return high + 12;
}

// The three cards in the middle.
static void draw_middle(View *view, Pen *pen, float top, float height)
{
    float left = view_left(pen);
    FrameRect turn = { left, top, 436, height };
    FrameRect planks = { left + 452, top, 376, height };
    FrameRect tried = { left + 844, top, 388, height };
    draw_turn(view, pen, turn);
    Flow planks_flow = inside(pen, planks);
    view_planks_flow(view, &planks_flow);
    Flow tried_flow = inside(pen, tried);
    view_tried_flow(view, &tried_flow);
    float planks_high = flow_height(&planks_flow, 0, planks_flow.count);
    float tried_high = flow_height(&tried_flow, 0, tried_flow.count);
    FrameRect both = { planks.x, top, tried.x + tried.w - planks.x, height };
    float below = draw_learned(view, pen, both, planks_high, tried_high);
    planks.h = tried.h = height - below;
    if (below <= 0) {
        view_learned_flow(view, planks_high < tried_high ? &planks_flow : &tried_flow);
    }
    draw_card(pen, planks, &planks_flow, PAGER_PLANKS);
    draw_card(pen, tried, &tried_flow, PAGER_TRIED);
}

// At the foot: what happened in a sentence, one plan, and where to go from here. The buttons'
// column grows with the type, so that two of them stand side by side.
typedef struct Foot {
    Flow recap, plan, buttons;
    float height;
} Foot;

static Foot lay_foot(View *view, Pen *pen)
{
    float buttons = pen_unit(pen, 216);
    float words = (float)VIEW_GRID - 48 - buttons - 2 * 28;
    float most = 190;
    Foot foot = { .recap = flow_new(pen, words * .5f, most),
                  .plan = flow_new(pen, words * .5f, most),
                  .buttons = flow_new(pen, buttons, 400) };
    view_recap_flow(view, &foot.recap);
    view_plan_flow(view, &foot.plan);
    view_plan_buttons(view, &foot.buttons);
    float recap = flow_height(&foot.recap, 0, foot.recap.count) + 26;
    float plan = flow_height(&foot.plan, 0, foot.plan.count) + 26;
    float text = recap > plan ? recap : plan;
    text = text > most ? most : text;
    float high = flow_height(&foot.buttons, 0, foot.buttons.count) + 12;
    foot.height = text > high ? text : high;
    return foot;
}

static void draw_foot(Pen *pen, const Foot *foot, FrameRect rect)
{
    pen_card(pen, rect, false);
    FrameRect inner = { rect.x + 24, rect.y + 14, foot->recap.width, rect.h - 26 };
    flow_show(&foot->recap, inner, PAGER_RECAP);
    inner.x += inner.w + 28;
    pen_rule(pen, inner.x - 14, rect.y + 16, 1.5f, rect.h - 32);
    flow_show(&foot->plan, inner, PAGER_PLAN);
    float high = flow_height(&foot->buttons, 0, foot->buttons.count);
    flow_draw(&foot->buttons,
              (FrameRect){ rect.x + rect.w - 20 - foot->buttons.width, rect.y + (rect.h - high) / 2,
                           foot->buttons.width, high },
              0, foot->buttons.count);
}

// False, and nothing drawn, where the cards in the middle would be too low to read.
static bool draw_grid(View *view, Pen *pen, float top)
{
    float left = view_left(pen);
    Flow timeline = flow_new(pen, (float)VIEW_GRID - 48, 400);
    view_timeline_flow(view, &timeline);
    float way = flow_height(&timeline, 0, timeline.count) + 26;
    Foot foot = lay_foot(view, pen);
    FrameRect upper = { left, top + 14, VIEW_GRID, way };
    float middle = upper.y + upper.h + 12;
    float low = pen->frame->height - 14 - foot.height;
    if (low - 12 - middle < pen_unit(pen, 165)) {
        return false;
    }
    pen_card(pen, upper, true);
    flow_draw(&timeline, (FrameRect){ left + 24, upper.y + 14, (float)VIEW_GRID - 48, way }, 0,
              timeline.count);
    draw_middle(view, pen, middle, low - 12 - middle);
    draw_foot(pen, &foot, (FrameRect){ left, low, VIEW_GRID, foot.height });
    return true;
}

static void draw_stacked(View *view, Pen *pen, float top)
{
    FrameRect card = { view_left(pen), top + 14, VIEW_GRID, pen->frame->height - top - 30 };
    pen_card(pen, card, true);
    FrameRect inner = { card.x + 24, card.y + 20, card.w - 48, card.h - 36 };
    Flow all = flow_new(pen, inner.w, inner.h - flow_footer_height(pen));
    void (*const PARTS[])(View *, Flow *) = { view_turn_flow,     view_turn_buttons,
                                              view_timeline_flow, view_planks_flow,
                                              view_tried_flow,    view_learned_flow,  view_recap_flow,
                                              view_plan_flow,     view_plan_buttons };
    for (int i = 0; i < (int)(sizeof PARTS / sizeof PARTS[0]); i++) {
        Flow part = flow_new(pen, all.width, all.highest);
        PARTS[i](view, &part);
        flow_append(&all, &part);
        bool follows = PARTS[i] == view_plan_flow || PARTS[i] == view_plan_buttons ||
                       PARTS[i] == view_turn_buttons;
        if (follows && part.count > 0) {
            all.bits[all.count - part.count].page = false; // they stay with their text
            all.bits[all.count - part.count].gap = 10;
        }
    }
    flow_show(&all, inner, PAGER_STACK);
}

void view_draw_debrief(View *view, Pen *pen)
{
    BridgeCondition bridge = { 0 };
    if (view->person >= 0) {
        story_bridge(view->history->scenario, view->history->now, view->person, &bridge);
    }
    view_scene(view, pen, view->person, &bridge, 0, pen->theme->dim);
    float top = draw_bar(view, pen, &bridge);
    if (view_is_stacked(pen) || !draw_grid(view, pen, top)) {
        draw_stacked(view, pen, top);
    }
}
