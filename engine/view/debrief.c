// Looking back: each plank and what became of it, what was not asked, what was tried, the hours, and
// one plan. It speaks of promises and acts; it never grades. The choice that is looked at: turn.c.
#include "view/plan.h"
#include "view/view_state.h"

#include <stdio.h>

static const char *person_name(const View *view, int person)
{
    return view_first_name(view->history->scenario, person);
}

static const char *title_of(View *view, Frame *frame, int commitment)
{
    const Scenario *scenario = view->history->scenario;
    return view_text(frame, scenario, view->history->now, scenario->commitments[commitment].title);
}

// ---- planks -------------------------------------------------------------------------------------

void view_planks_flow(View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    Frame *frame = pen->frame;
    flow_label(flow, word(W_PLANKS), 0);
    if (view->debrief.plank_count == 0) {
        flow_text(flow, STYLE_STATE, pen->theme->soft, word(W_LEDGER_EMPTY), 4);
    }
    for (int i = 0; i < view->debrief.plank_count; i++) {
        const DebriefPlank *plank = &view->debrief.planks[i];
        FlowFate fate = { .name = title_of(view, frame, plank->commitment),
                          .state = word(
                              word_became(&view->history->scenario->commitments[plank->commitment],
                                          plank->state)),
                          .disc = view_disc(view, plank->commitment, view->person),
                          .colour = view_state_colour(pen->theme, plank->state, false) };
        if (plank->lies_in > 0) {
            fate.state = word_fill2(&frame->arena, W_IN_GAP, fate.state,
                                    word_number(&frame->arena, plank->lies_in));
        }
        if (plank->given) {
            fate.state = word_fill1(&frame->arena, W_GIVEN, fate.state);
        }
        if (view->history->scenario->person_count > 1) {
            ViewWord who = plank->theirs ? W_LEDGER_BY : W_LEDGER_TO;
            fate.name =
                word_fill2(&frame->arena, W_LEDGER_LINE, fate.name,
                           word_fill1(&frame->arena, who, person_name(view, plank->person)));
        }
        flow_fate(flow, &fate, 8);
    }
}

// ---- asked, tried, hours ------------------------------------------------------------------------

static void unasked_line(View *view, Flow *flow, int person)
{
    Arena *arena = &flow->pen->frame->arena;
    int count = 0;
    for (int i = 0; i < view->debrief.unasked_count; i++) {
        count += view->debrief.unasked[i].person == person;
    }
    const char *name = person_name(view, person);
    if (count == 1) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink, word_fill1(arena, W_ASK_ONE, name), 2);
    } else if (count > 1) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink,
                  word_fill2(arena, W_ASK_MANY, name, word_number(arena, count)), 2);
    }
}

void view_learned_flow(View *view, Flow *flow)
{
    const Scenario *scenario = view->history->scenario;
    Frame *frame = flow->pen->frame;
    if (view->debrief.learned_count == 0) {
        return;
    }
    flow_label(flow, word(W_LEARNED), flow->count > 0 ? 14 : 0);
    for (int i = 0; i < view->debrief.learned_count; i++) {
        const DebriefUnasked *it = &view->debrief.learned[i];
        TextId says =
            it->standard ? scenario->standards[it->index].says : scenario->facts[it->index].says;
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink,
                  word_fill2(&frame->arena, it->standard ? W_KNOW_STANDARD : W_KNOW_LINE,
                             person_name(view, it->person),
                             view_text(frame, scenario, view->history->now, says)),
                  2);
    }
}

static void tactic_chips(View *view, Flow *flow)
{
    static const ViewWord NAMES[DEBRIEF_TACTICS] = {
        [DEBRIEF_OWNED_UP] = W_TACTIC_OWNED,      [DEBRIEF_TOLD] = W_TACTIC_TOLD,
        [DEBRIEF_NEW_DATE] = W_TACTIC_MOVED,      [DEBRIEF_COVERED_UP] = W_TACTIC_COVERED,
        [DEBRIEF_APOLOGY] = W_TACTIC_APOLOGY,     [DEBRIEF_VOW] = W_TACTIC_VOW,
        [DEBRIEF_DENIAL] = W_TACTIC_DENIAL,       [DEBRIEF_CLARIFIED] = W_TACTIC_CLARIFIED,
        [DEBRIEF_LISTENED] = W_TACTIC_LISTEN,     [DEBRIEF_ASKED] = W_TACTIC_ASK,
        [DEBRIEF_THEIR_AGENDA] = W_TACTIC_THEIRS, [DEBRIEF_SHARED_AGENDA] = W_TACTIC_SHARED,
        [DEBRIEF_MY_AGENDA] = W_TACTIC_MINE,      [DEBRIEF_DEFENDED] = W_TACTIC_DEFEND,
        [DEBRIEF_STEERED] = W_TACTIC_STEER,       [DEBRIEF_FIXED] = W_TACTIC_FIX,
    };
    Arena *arena = &flow->pen->frame->arena;
    const char *chips[DEBRIEF_TACTICS];
    int count = 0;
    for (int i = 0; i < DEBRIEF_TACTICS; i++) {
        const DebriefTactic *tactic = &view->debrief.tactics[i];
        if (tactic->count > 0) {
            chips[count++] = word_fill2(arena, tactic->worn > 0 ? W_TRIED_WORN : W_COUNT,
                                        word(NAMES[i]), word_number(arena, tactic->count));
        }
    }
    flow_label(flow, word(W_TRIED), 8);
    if (count > 0) {
        flow_chips(flow, chips, count, 4);
    } else {
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink, word(W_TRIED_NONE), 2);
    }
}

static void hour_bars(View *view, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    int keeping = view->debrief.keeping_minutes;
    int rebuilding = view->debrief.rebuilding_minutes;
    int most = keeping > rebuilding ? keeping : rebuilding;
    if (most == 0) {
        return;
    }
    flow_label(flow, word(W_YOUR_HOURS), 8);
    flow_bar(flow, word(W_KEEPING), word_duration(arena, keeping), (float)keeping / (float)most,
             false, 2);
    flow_bar(flow, word(W_REBUILDING), word_duration(arena, rebuilding),
             (float)rebuilding / (float)most, true, 2);
}

void view_tried_flow(View *view, Flow *flow)
{
    flow_label(flow, word(W_NEVER_ASKED), 0);
    for (int person = 0; person < view->history->scenario->person_count; person++) {
        unasked_line(view, flow, person);
    }
    if (view->debrief.unasked_count == 0) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink, word(W_ASKED_ALL), 2);
    }
    tactic_chips(view, flow);
    hour_bars(view, flow);
}

// ---- recap and plan -----------------------------------------------------------------------------

void view_make_plan(View *view)
{
    Text plan = { 0 };
    view_add_plan(view->history, &view->debrief.plan, &plan);
    snprintf(view->plan, sizeof view->plan, "%s", text_str(&plan));
    text_deinit(&plan);
    view->plan_kept = false;
}

void view_recap_flow(View *view, Flow *flow)
{
    flow_label(flow, word(W_RECAP), 0);
    flow_text(flow, STYLE_STATE, flow->pen->theme->ink,
              view_recap(&flow->pen->frame->arena, view->history, &view->debrief), 2);
}

void view_plan_flow(View *view, Flow *flow)
{
    flow_label(flow, word(W_PLAN), 0);
    flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink, view->plan, 2);
}

void view_plan_buttons(View *view, Flow *flow)
{
    if (view->plan_kept) {
        flow_text(flow, STYLE_NAME, flow->pen->theme->good, word(W_PLAN_KEPT), 0);
    } else {
        PenButton plan[2] = {
            { .label = word(W_PLAN_KEEP), .id = "plan", .small = true, .action = ACTION_PLAN },
            { .label = word(W_PLAN_CHANGE), .id = "write", .small = true, .action = ACTION_WRITE },
        };
        flow_buttons(flow, plan, 2, 4);
    }
    PenButton ways[3] = {
        { .label = word(W_PLAY_AGAIN), .id = "again", .small = true, .action = ACTION_AGAIN },
        { .label = word(W_TOOL_LIBRARY),
          .key = word(W_KEY_ESCAPE),
          .id = "library",
          .small = true,
          .action = ACTION_LIBRARY },
        view_settings_button(),
    };
    flow_buttons(flow, ways, view_is_stacked(flow->pen) ? 3 : 2, 4);
}

PenButton view_settings_button(void)
{
    return (PenButton){ .label = word(W_TOOL_SETTINGS),
                        .key = "S",
                        .id = "settings",
                        .small = true,
                        .action = ACTION_SETTINGS };
}
