// The play screen: the living scene, the card with the story on one side and the answers on the
// other, the ledger below. What the story looks like is beats.c, what can be answered is offers.c.
#include "view/view_state.h"

#include "story/render.h"

enum {
    MANY_OFFERS = 5,   // the card may be higher for them
    STACKED_LIFT = 84, // of the scene, where one card stands over it
    LOWEST_DISC = 456, // design y of the scene: what hangs from a sagging bridge ends above
};

typedef struct PlayCard {
    FrameRect card;
    FrameRect story, offers; // columns inside
    float portrait;          // width of the portrait's column, 0 for none
    int columns;             // of the offers
    bool stacked;
} PlayCard;

static bool is_desk(const View *view)
{
    return view->pause == PAUSE_DESK && view->told;
}

// While something is told, the clock stands where it happened.
static int32_t told_minute(const View *view)
{
    bool telling = (!view->told || view_drill_over(view)) && view->shown > 0 &&
                   view->shown <= view->beats.count;
    return telling ? view->beats.list[view->shown - 1].minute : view->history->now->clock_minute;
}

static void draw_top(View *view, Pen *pen, int person, const BridgeCondition *bridge, float *height)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    Frame *frame = pen->frame;
    Arena *arena = &frame->arena;
    int32_t minute = told_minute(view);
    static const FrameIcon ICONS[] = { ICON_SUN, ICON_SUN, ICON_DUSK, ICON_DAWN, ICON_STORM };
    ViewBar bar = {
        .left = view_clock(frame, scenario, minute),
        .left_more =
            view->drill != NULL
                ? word_fill1(arena, W_DRILL_TRY, word_number(arena, view->drill->tries))
                : word_fill2(arena, W_DAY_OF, word_number(arena, view_day_of(scenario, minute) + 1),
                             word_number(arena, scenario->day_count)),
        .icon = (int)ICONS[story_weather(scenario, play) % 5],
        .title = view_text(frame, scenario, play, scenario->title),
        .right = "",
    };
    if (person >= 0) {
        bar.right = word_fill1(arena, W_BRIDGE_TO, view_first_name(scenario, person));
        bar.bridge_name = bar.right;
        bar.word = word_bridge(arena, bridge, true);
        bar.halves = bridge->gauge_halves;
    }
    *height = view_bar(pen, &bar);
}

// ---- the card -----------------------------------------------------------------------------------

static PlayCard plan_card(View *view, Pen *pen, float height, float strip, float top)
{
    PlayCard plan = { .stacked = view_is_stacked(pen) };
    float bottom = pen->frame->height - strip - 12;
    if (plan.stacked) {
        // At large type the scene keeps a strip, if the page is not too small for both.
        float from = top + 8;
        float strip_of_scene = pen->frame->height - bottom < 200 && bottom - from > 420 ? 90 : 0;
        from += strip_of_scene;
        // A tall window has room for the bridge as well: the card begins below its discs.
        float below = (pen->frame->height - 720) / 2 - STACKED_LIFT + LOWEST_DISC;
        from = bottom - below >= 620 && below > from ? below : from;
        plan.card = (FrameRect){ view_left(pen), from, VIEW_GRID, bottom - from };
        plan.story =
            (FrameRect){ plan.card.x + 22, plan.card.y + 18, VIEW_GRID - 44, plan.card.h - 32 };
        plan.offers = plan.story;
        plan.columns = 1;
        return plan;
    }
    plan.card = (FrameRect){ view_left(pen), bottom - height, VIEW_GRID, height };
    bool desk = is_desk(view);
    plan.portrait = desk ? 0 : 136;
    plan.columns = desk ? 2 : 1;
    float inner = plan.card.y + 20;
    float high = height - 34;
    float split = desk ? 420 : 664;
    plan.story =
        (FrameRect){ plan.card.x + 22 + plan.portrait, inner, split - plan.portrait - 44, high };
    plan.offers = (FrameRect){ plan.card.x + split + 18, inner, VIEW_GRID - split - 36, high };
    return plan;
}

static Flow told_flow(View *view, Pen *pen, const PlayCard *plan)
{
    Flow flow = flow_new(pen, plan->story.w, plan->story.h - flow_footer_height(pen));
    flow.told = true;
    for (int i = 0; i < view->beats.count; i++) {
        flow.beat = i;
        view_beat_flow(&flow, view->history, &view->beats.list[i]);
    }
    flow.told = false;
    flow.shown = view->shown;
    return flow;
}

// The story's column. At a desk the day's header stands in it, below what was told where both fit.
static Flow story_flow(View *view, Pen *pen, const PlayCard *plan)
{
    Flow flow = told_flow(view, pen, plan);
    if (!is_desk(view) || plan->stacked) {
        return flow;
    }
    flow.shown = 1 << 30;
    view_desk_flow(view, &flow);
    if (flow_height(&flow, 0, flow.count) <= plan->story.h) {
        return flow;
    }
    Flow desk = flow_new(pen, plan->story.w, flow.highest);
    view_desk_flow(view, &desk);
    return desk;
}

static float tallest_paragraph(const Flow *flow)
{
    float tallest = 0;
    for (int i = 0; i < flow->count;) {
        int end = i + 1;
        while (end < flow->count && flow->bits[end].line != NULL && flow->bits[i].line != NULL &&
               flow->bits[end].group == flow->bits[i].group) {
            end++;
        }
        float height = flow_height(flow, i, end);
        tallest = height > tallest ? height : tallest;
        i = end;
    }
    return tallest;
}

// The card leaves the bridge large: it grows only for answers and paragraphs that are higher than
// it. The story turns pages.
static float card_height(View *view, Pen *pen, int person, float strip, float top)
{
    float least = 222;
    // All answers in sight are worth more than the last bit of bridge.
    float most = view->offer_count >= MANY_OFFERS && view->told ? 348 : 300;
    most += (pen->frame->height - 720) / 2;
    PlayCard plan = plan_card(view, pen, most, strip, top);
    Flow story = story_flow(view, pen, &plan);
    Flow offers = flow_new(pen, plan.offers.w, plan.offers.h - flow_footer_height(pen));
    view_offers_flow(view, &offers, plan.columns, person);
    float wanted = flow_height(&offers, 0, offers.count);
    float told = is_desk(view) ? flow_height(&story, 0, story.count) : tallest_paragraph(&story);
    wanted = told > wanted ? told : wanted;
    wanted += plan.card.h - plan.story.h;
    return wanted < least ? least : wanted > most ? most : wanted;
}

static void draw_portrait(View *view, Pen *pen, const PlayCard *plan, int person, bool pager)
{
    float foot = pager ? pen_small(pen) + 4 : 0;
    if (plan->portrait <= 0 || person < 0) {
        return;
    }
    const Scenario *scenario = view->history->scenario;
    const StoryPerson *it = &scenario->people[person];
    Frame *frame = pen->frame;
    const char *name = view_text(frame, scenario, view->history->now, it->name);
    const char *role = view_text(frame, scenario, view->history->now, it->role);
    LayoutStyle style = pen_style(pen, STYLE_BUTTON, pen->theme->accent);
    style.leading = pen_unit(pen, 20);
    LayoutBlock names = pen_wrap(pen, style, name, false, 126);
    LayoutBlock roles =
        pen_wrap(pen, pen_style(pen, STYLE_SMALL, pen->theme->soft), role, false, 126);
    float room = plan->card.h - 28 - foot;
    float words = names.leading * (float)names.count + roles.leading * (float)roles.count;
    if (words > room) { // a very long role is only read aloud
        roles.count = 0;
        words = names.leading * (float)names.count;
    }
    if (words > room) {
        names.count = 0;
        words = 0;
    }
    float high = room - words - 6;
    high = high > 136 ? 136 : high;
    float x = plan->card.x + 16;
    float y = plan->card.y + 22;
    FrameRect column = { x, y, 126, 0 };
    if (high >= 48) {
        FrameRect tile = { x + (126 - high * 112 / 136) / 2, y, high * 112 / 136, high };
        FrameCommand *command = frame_add(frame, FRAME_PORTRAIT, tile);
        command->value = person;
        command->state = play_person_c(scenario, view->history->now, person)->mood;
        y += high + 6;
    }
    for (int i = 0; i < names.count; i++) {
        pen_line(pen, &names.lines[i], x + (126 - names.lines[i].width) / 2, y, names.leading);
        y += names.leading;
    }
    for (int i = 0; i < roles.count; i++) {
        pen_line(pen, &roles.lines[i], x + (126 - roles.lines[i].width) / 2, y, roles.leading);
        y += roles.leading;
    }
    column.h = y - column.y;
    pen_item(pen, ROLE_IMAGE, column, name, role, "portrait");
}

static void draw_columns(View *view, Pen *pen, const PlayCard *plan, int person)
{
    Flow story = story_flow(view, pen, plan);
    if (is_desk(view)) {
        view_single_column(view, &story, plan->story);
    } else {
        draw_portrait(view, pen, plan, person, view_book_pages(view, &story, plan->story) > 1);
        view_book(view, &story, plan->story, plan->offers);
        float high = pen_small(pen);
        view_book_pager(
            view, pen,
            (FrameRect){ plan->card.x + 14, plan->card.y + plan->card.h - high - 10, 130, high });
    }
    pen_rule(pen, plan->offers.x - 18, plan->card.y + 24, 1.5f, plan->card.h - 48);
    if (view->told) {
        Flow offers = flow_new(pen, plan->offers.w, plan->offers.h - flow_footer_height(pen));
        view_offers_flow(view, &offers, plan->columns, person);
        flow_show(&offers, plan->offers, PAGER_OFFERS);
    }
}

// One column: the story's pages first, then those of the answers, with the end of the story above
// them where there is room.
static void draw_one_column(View *view, Pen *pen, const PlayCard *plan, int person)
{
    Flow flow = story_flow(view, pen, plan);
    if (!view->told) {
        view_single_column(view, &flow, plan->story);
        return;
    }
    Flow rest = flow_new(pen, plan->story.w, flow.highest);
    if (view->pause == PAUSE_DESK) {
        view_desk_flow(view, &rest);
    }
    view_offers_flow(view, &rest, 1, person);
    float all = flow_height(&flow, 0, flow.count) + 16 + flow_height(&rest, 0, rest.count);
    int before = flow.count;
    flow_append(&flow, &rest);
    if (all <= plan->story.h && before < flow.count) {
        flow.bits[before].page = false;
        flow.bits[before].gap = 16;
    }
    flow.shown = 1 << 30;
    if (view->jump) { // to where the answers begin
        view->jump = false;
        float height = plan->story.h;
        height -= flow_page_count(&flow, height) > 1 ? flow_footer_height(pen) : 0;
        pen->pages[PAGER_OFFERS] = flow_page_of(&flow, before, height);
    }
    flow_show(&flow, plan->story, PAGER_OFFERS);
}

void view_draw_play(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    const StoryHistory *history = view->history;
    int person = view_now_person(view);
    BridgeCondition bridge = { 0 };
    if (person >= 0) {
        story_bridge(history->scenario, view_bridge_state(view, person), person, &bridge);
    }
    float strip = view_strip_height(view, pen);
    int scene = frame->command_count;
    view_scene(view, pen, person, &bridge, 26, 0);
    frame->crossing = view_crossing(view, person);
    float top = 0;
    draw_top(view, pen, person, &bridge, &top);
    view->top_most = top > view->top_most ? top : view->top_most;
    top = view->top_most; // else a long name, shown while its answer is in focus, moves that answer away
    float tools = top + 12 + pen_small(pen);
    float height = view_is_stacked(pen) ? 0 : card_height(view, pen, person, strip, tools);
    PlayCard plan = plan_card(view, pen, height, strip, tools);
    frame->commands[scene].value =
        plan.stacked ? STACKED_LIFT : (int32_t)(26 + (height - 222) * 58 / 68);
    pen_item(pen, ROLE_IMAGE, (FrameRect){ 0, top, frame->width, plan.card.y - top },
             view_bridge_words(view, pen, person), "", "scene");
    pen_card(pen, plan.card, true);
    if (plan.stacked) {
        draw_one_column(view, pen, &plan, person);
    } else {
        draw_columns(view, pen, &plan, person);
    }
    view_draw_strip(view, pen, person);
    view_tools(view, pen, top);
    if (!plan.stacked && person >= 0) { // at large type the card covers it: L shows it
        ViewPartOf of = { history->scenario, view_bridge_state(view, person), &bridge, person };
        float seen = top + 12 + pen_small(pen);
        view_draw_parts(view, pen, &of,
                        (FrameRect){ 0, seen, frame->width, plan.card.y - 8 - seen }, false);
    } else {
        view->shown_person = person;
    }
    view_draw_caption(view, pen, top);
    view_tell(view, frame);
}
