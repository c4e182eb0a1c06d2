// The panels over a dimmed scene: all promises and what is known, what was said, the keys; and the
// notice, which stands over everything.
#include "view/view_state.h"

// ---- promises and knowledge ---------------------------------------------------------------------

static void promise_flow(View *view, Flow *flow, int commitment)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    Frame *frame = flow->pen->frame;
    Arena *arena = &frame->arena;
    const StoryCommitment *it = &scenario->commitments[commitment];
    bool theirs = it->by != STORY_PLAYER;
    int person = view_disc_person(scenario, commitment);
    const char *name = view_first_name(scenario, person);
    const char *who = word_fill1(arena, theirs ? W_LEDGER_BY : W_LEDGER_TO, name);
    const char *what = view_text(frame, scenario, play, it->what);
    int state = play_commitment_c(scenario, play, commitment)->state;
    FlowFate fate = {
        .name = word_fill2(arena, W_LEDGER_LINE, what, who),
        .state = view_state_text(frame, scenario, play, commitment),
        .disc = view_disc(view, commitment, view_now_person(view)),
        .colour = view_state_colour(flow->pen->theme, state, false),
    };
    flow_fate(flow, &fate, 8);
}

static void known_line(View *view, Flow *flow, int person, TextId says)
{
    Frame *frame = flow->pen->frame;
    const Scenario *scenario = view->history->scenario;
    const char *text = view_text(frame, scenario, view->history->now, says);
    flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink,
              word_fill2(&frame->arena, W_KNOW_LINE, view_first_name(scenario, person), text), 4);
}

static void known_flow(View *view, Flow *flow)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    bool any = false;
    for (int i = 0; i < scenario->fact_count + scenario->standard_count; i++) {
        bool is_fact = i < scenario->fact_count;
        int at = is_fact ? i : i - scenario->fact_count;
        bool known =
            is_fact ? ((play->facts >> at) & 1u) != 0 : ((play->standards >> at) & 1u) != 0;
        if (!known) {
            continue;
        }
        if (!any) {
            flow_rule(flow, 14);
            flow_label(flow, word(W_KNOW), 12);
            any = true;
        }
        known_line(view, flow,
                   is_fact ? scenario->facts[at].person : scenario->standards[at].person,
                   is_fact ? scenario->facts[at].says : scenario->standards[at].says);
    }
}

static void ledger_flow(View *view, Flow *flow)
{
    const Scenario *scenario = view->history->scenario;
    flow_label(flow, word(W_LEDGER), 0);
    bool any = false;
    for (int i = 0; i < scenario->commitment_count; i++) {
        if (play_commitment_c(scenario, view->history->now, i)->state != STATE_NONE) {
            promise_flow(view, flow, i);
            any = true;
        }
    }
    if (!any) {
        flow_text(flow, STYLE_CLAIM, flow->pen->theme->soft, word(W_LEDGER_EMPTY), 4);
    }
    known_flow(view, flow);
}

// ---- what was said ------------------------------------------------------------------------------

static void history_flow(View *view, Flow *flow)
{
    const StoryHistory *history = view->history;
    ViewBeats all;
    view_beats_init(&all);
    flow_label(flow, word(W_HISTORY), 0);
    for (int i = 0; i <= history->count; i++) {
        int from = i > 0 ? history->journal_marks[i - 1] : 0;
        int to = i < history->count ? history->journal_marks[i] : history->journal.count;
        view_beats_add(&all, history, i - 1, from, to);
    }
    for (int i = 0; i < all.count; i++) {
        view_beat_flow(flow, history, &all.list[i]);
    }
    if (all.count == 0) {
        flow_text(flow, STYLE_CLAIM, flow->pen->theme->soft, word(W_HISTORY_EMPTY), 4);
    }
    view_beats_deinit(&all);
}

// ---- the card they stand on ---------------------------------------------------------------------

static FrameRect draw_close(Pen *pen, FrameRect card, ViewAction action, const char *label)
{
    PenButton close = { .label = label,
                        .key = action == ACTION_DISMISS ? word(W_KEY_ENTER) : word(W_KEY_ESCAPE),
                        .id = action == ACTION_DISMISS ? "dismiss" : "close",
                        .action = action };
    FrameRect size = pen_button_size(pen, &close, card.w - 44);
    FrameRect rect = { card.x + 24, card.y + card.h - size.h - 18, size.w, size.h };
    pen_button(pen, &close, rect);
    return rect;
}

static float close_height(Pen *pen, const char *label)
{
    PenButton close = { .label = label, .key = word(W_KEY_ESCAPE) };
    return pen_button_size(pen, &close, 600).h;
}

// A card as high as the flow asks, within the room; the button at its foot, whose place comes back.
float view_panel_foot(Pen *pen, const char *label)
{
    return close_height(pen, label) + 30;
}

FrameRect view_panel_card(Pen *pen, Flow *flow, FrameRect room, ViewPager pager, ViewAction action,
                          const char *label)
{
    float foot = view_panel_foot(pen, label);
    float wanted = flow_height(flow, 0, flow->count) + 26 + foot;
    FrameRect card = room;
    if (wanted < room.h) {
        card.h = wanted;
        card.y += (room.h - wanted) / 2;
    }
    pen_card(pen, card, true);
    flow_show(flow, (FrameRect){ card.x + 24, card.y + 24, card.w - 48, card.h - 24 - foot },
              pager);
    return draw_close(pen, card, action, label);
}

void view_draw_panel(View *view, Pen *pen)
{
    if (view_draw_home_panel(view, pen)) {
        return;
    }
    Frame *frame = pen->frame;
    frame->ground = pen->theme->ground;
    if (view->history == NULL) {
        view_below(view, pen);
    } else {
        int person = view_now_person(view);
        BridgeCondition bridge = { 0 };
        if (person >= 0) {
            story_bridge(view->history->scenario, view->history->now, person, &bridge);
        }
        view_scene(view, pen, person, &bridge, 0, pen->theme->dim);
    }
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : 860;
    FrameRect room = { (frame->width - width) / 2, 24, width, frame->height - 48 };
    float highest = room.h - 24 - close_height(pen, word(W_CLOSE)) - 30 - flow_footer_height(pen);
    Flow flow = flow_new(pen, width - 48, highest);
    ViewWord name = W_NOTHING;
    switch ((int)view->panel) {
    case PANEL_LEDGER:
        name = W_LEDGER;
        ledger_flow(view, &flow);
        break;
    case PANEL_HISTORY:
        name = W_HISTORY;
        flow.from_end = true;
        history_flow(view, &flow);
        break;
    case PANEL_WRITE:
        name = W_WRITE;
        view_write_flow(view, &flow);
        break;
    case PANEL_OTHER_WAY:
        name = W_OTHER_WAY;
        view_other_way_flow(view, &flow);
        break;
    case PANEL_HELP:
        name = W_TOOL_HELP;
        view_help_flow(view, &flow);
        break;
    default:
        break;
    }
    if (name != W_NOTHING) {
        pen_item(pen, ROLE_DIALOG, room, word(name), "", "panel");
    }
    view_panel_card(pen, &flow, room, PAGER_PANEL, ACTION_CLOSE, word(W_CLOSE));
}

void view_draw_notice(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    const Theme *theme = pen->theme;
    view_below(view, pen);
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : 680;
    FrameRect room = { (frame->width - width) / 2, 24, width, frame->height - 48 };
    Flow flow = flow_new(pen, width - 48, room.h - 160);
    flow_heading(&flow, STYLE_SCREEN_TITLE, theme->ink, view->notice_title, 0);
    flow_text(&flow, STYLE_CLAIM, theme->ink, view->notice_message, 8);
    if (view->notice_fix[0] != '\0') {
        LayoutSegment fix = { view->notice_fix, pen_style(pen, STYLE_CLAIM, theme->ink), false };
        flow_note(&flow, &fix, 1, 12);
    }
    pen_item(pen, ROLE_DIALOG, room, view->notice_title, "", "notice");
    FrameRect button = view_panel_card(pen, &flow, room, PAGER_NOTICE, ACTION_DISMISS,
                                       word(view->notice_over ? W_GO_ON : W_NOTICE_OK));
    PenButton other = { .label = word(W_START_OVER), .id = "start_over", .action = ACTION_AGAIN };
    if (view->notice_file) {
        other = (PenButton){ .label = word(W_SHOW_FILE),
                             .id = "show_file",
                             .action = ACTION_SHOW_FILE };
    }
    if (view->notice_over || view->notice_file) {
        FrameRect size = pen_button_size(pen, &other, width - button.w - 60);
        pen_button(pen, &other, (FrameRect){ button.x + button.w + 12, button.y, size.w, button.h });
    }
}
