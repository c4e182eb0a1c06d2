// The page of whoever plays: their bridges over time, in pictures and words and never in figures; their
// plans so far; what is kept, where, for how long; one file of it all, or none of it any more.
#include "view/home_act.h"
#include "view/view_state.h"

static void record_flow(const View *view, Flow *flow, int columns)
{
    const ViewHome *home = &view->home;
    flow_label(flow, word(W_RECORD), 0);
    if (home->record_count == 0) {
        flow_text(flow, STYLE_CLAIM, flow->pen->theme->soft, word(W_RECORD_NONE), 4);
        return;
    }
    view_pictures(flow, home->record, home->record_count, columns, 10);
}

static void plans_flow(const View *view, Flow *flow)
{
    const ViewHome *home = &view->home;
    const Theme *theme = flow->pen->theme;
    flow_label(flow, word(W_PLANS), 0);
    if (home->plan_count == 0) {
        flow_text(flow, STYLE_STATE, theme->soft, word(W_PLANS_NONE), 4);
    }
    for (int i = 0; i < home->plan_count; i++) {
        const ViewPastPlan *plan = &home->plans[i];
        bool open = plan->outcome == NULL || plan->outcome[0] == '\0';
        flow_text(flow, STYLE_STATE, theme->ink, plan->text, i == 0 ? 6 : 10);
        flow_text(flow, STYLE_SMALL, theme->soft, open ? word(W_PLAN_OPEN) : plan->outcome, 0);
    }
}

static void keep_for_rows(const View *view, Flow *flow)
{
    const ViewHome *home = &view->home;
    Arena *arena = &flow->pen->frame->arena;
    FlowRow *rows = arena_alloc(arena, ((size_t)home->keep_for_count + 1) * sizeof *rows);
    for (int i = 0; i < home->keep_for_count; i++) {
        bool chosen = i == home->keep_for_now;
        rows[i] = (FlowRow){ .text = word_fill1(arena, W_KEEP_FOR, home->keep_for[i]),
                             .value = chosen ? word(W_KEEP_FOR_NOW) : "",
                             .chosen = chosen,
                             .id = "keep_for",
                             .small = true,
                             .action = ACTION_HOME,
                             .argument = view_act(ACT_KEEP_FOR, i) };
    }
    flow_rows(flow, rows, home->keep_for_count, 1, 6);
}

static void kept_flow(const View *view, Flow *flow)
{
    const ViewHome *home = &view->home;
    PenButton buttons[3];
    int count = 0;
    flow_label(flow, word(W_KEPT), 0);
    if (home->kept_where != NULL) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink, home->kept_where, 4);
    }
    keep_for_rows(view, flow);
    if (home->profile_count > 0) {
        buttons[count++] = (PenButton){ .label = word(W_PROFILES),
                                        .id = "profiles",
                                        .action = ACTION_PANEL,
                                        .argument = PANEL_PROFILES };
    }
    if (home->can_export) {
        buttons[count++] = (PenButton){
            .label = word(W_EXPORT), .id = "export", .action = ACTION_HOME, .argument = ACT_EXPORT
        };
    }
    if (home->can_forget) {
        buttons[count++] = (PenButton){
            .label = word(W_FORGET), .id = "forget", .action = ACTION_HOME, .argument = ACT_FORGET
        };
    }
    for (int i = 0; i < count; i++) {
        buttons[i].small = true;
    }
    flow_buttons(flow, buttons, count, 8);
}

static float padded(const Flow *flow)
{
    return flow_height(flow, 0, flow->count) + 44;
}

static void draw_card(Pen *pen, Flow *flow, FrameRect rect, ViewPager pager, bool rope)
{
    pen_card(pen, rect, rope);
    flow_show(flow, (FrameRect){ rect.x + 24, rect.y + 24, rect.w - 48, rect.h - 40 }, pager);
}

static FrameRect close_size(Pen *pen, PenButton *close)
{
    *close = (PenButton){
        .label = word(W_CLOSE), .key = word(W_KEY_ESCAPE), .id = "close", .action = ACTION_CLOSE
    };
    return pen_button_size(pen, close, 600);
}

// Three cards beside each other's edges. False: they need more room, and stand in one column.
static bool draw_grid(const View *view, Pen *pen)
{
    enum { LARGE = 820, SIDE = 396, TOP = 24 };
    float left = view_left(pen);
    float room = pen->frame->height - TOP - VIEW_MARGIN;
    PenButton close;
    FrameRect button = close_size(pen, &close);
    Flow kept = flow_new(pen, SIDE - 48, room);
    kept_flow(view, &kept);
    float low = padded(&kept) + button.h + 12;
    float upper = room - low - 16;
    if (view_is_stacked(pen) || upper < 150) {
        return false;
    }
    Flow record = flow_new(pen, LARGE - 48, room - 44 - flow_footer_height(pen));
    record_flow(view, &record, 3);
    draw_card(pen, &record, (FrameRect){ left, TOP, LARGE, room }, PAGER_RECORD, true);
    Flow plans = flow_new(pen, SIDE - 48, upper - 44 - flow_footer_height(pen));
    plans_flow(view, &plans);
    FrameRect side = { left + LARGE + 16, TOP, SIDE, upper };
    draw_card(pen, &plans, side, PAGER_PLANKS, true);
    side = (FrameRect){ side.x, TOP + upper + 16, SIDE, low };
    draw_card(pen, &kept, side, PAGER_PANEL, false);
    pen_button(pen, &close,
               (FrameRect){ side.x + 24, side.y + side.h - button.h - 16, button.w, button.h });
    return true;
}

void view_draw_you(View *view, Pen *pen)
{
    pen_item(pen, ROLE_DIALOG, (FrameRect){ 0, 0, pen->frame->width, pen->frame->height },
             word(W_TOOL_YOU), "", "panel");
    if (draw_grid(view, pen)) {
        return;
    }
    FrameRect room = { view_left(pen), 24, VIEW_GRID, pen->frame->height - 48 };
    float foot = pen_unit(pen, 44) + 60;
    Flow flow = flow_new(pen, room.w - 48, room.h - foot - flow_footer_height(pen) - 24);
    kept_flow(view, &flow);
    Flow plans = flow_new(pen, room.w - 48, flow.highest);
    plans_flow(view, &plans);
    int parts[2] = { flow.count };
    flow_append(&flow, &plans);
    Flow record = flow_new(pen, room.w - 48, flow.highest);
    record_flow(view, &record, 3);
    parts[1] = flow.count;
    flow_append(&flow, &record);
    flow_join(&flow, parts[0], flow.highest);
    flow_join(&flow, parts[1], flow.highest);
    view_panel_card(pen, &flow, room, PAGER_PANEL, ACTION_CLOSE, word(W_CLOSE));
}
