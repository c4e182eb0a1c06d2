// Looking back at one choice: what it did, what it and the others had for a chance, the one that cost
// most and the one that saved most. The chances are counted while the play goes on (view_think).
// Another way from there: other_way.c.
#include "view/turning.h"
#include "view/view_state.h"

#include <stdio.h>

enum { OPTIONS_MOST = 3 };

static const char *title_of(View *view, Frame *frame, int commitment)
{
    const Scenario *scenario = view->history->scenario;
    return view_text(frame, scenario, view->history->now, scenario->commitments[commitment].title);
}

// The choice after which the first broken plank broke, or -1.
int view_first_break_choice(const View *view)
{
    const StoryHistory *history = view->history;
    if (view->debrief.first_broken < 0) {
        return -1;
    }
    for (int i = 0; i < history->journal.count; i++) {
        const StoryEvent *event = &history->journal.events[i];
        bool broke = event->kind == EVENT_SETTLED || event->kind == EVENT_COVERED_UP;
        if (!broke || event->what != view->debrief.first_broken) {
            continue;
        }
        int choice = -1;
        while (choice + 1 < history->count && history->journal_marks[choice + 1] <= i) {
            choice++;
        }
        return choice;
    }
    return -1;
}

// ---- counting -----------------------------------------------------------------------------------

static bool is_counted(const View *view)
{
    return view->whatif.count == view->history->count && view->whatif.at == view->whatif.count;
}

// Opens where the week turned, unless somebody has moved on by hand.
void view_find_turns(View *view)
{
    view->has_turns = view->has_debrief && is_counted(view);
    if (!view->has_turns) {
        return;
    }
    view->turns = whatif_turns(&view->whatif, view->history, view->debrief.worst_person);
    const WhatIfTurn *cost = &view->turns.cost;
    if (cost->decision >= 0 && !view->stop_moved) {
        view->stop = cost->decision;
        view->person = cost->person;
    }
    view_touch(view);
}

bool view_think(View *view, int choices)
{
    if (view->history == NULL || view->drill != NULL || is_counted(view)) {
        return true;
    }
    if (!whatif_work(&view->whatif, view->history, choices)) {
        return false;
    }
    view_find_turns(view);
    return true;
}

// At once: the last choice is counted now, which takes a few hundredths of a second.
const char *view_feedback(View *view, Arena *arena)
{
    enum { MOST = 1000000 };
    const StoryHistory *history = view->history;
    int last = history->count - 1;
    if (!view->settings.feedback || last < 0 || !whatif_work(&view->whatif, history, MOST) ||
        view->whatif.decisions[last].option_count < 2) {
        return NULL;
    }
    WhatIfTurn turn = whatif_turn(&view->whatif, last);
    const WhatIfDecision *decision = &view->whatif.decisions[last];
    double taken = whatif_chance(&decision->options[decision->taken], turn.person, turn.word);
    double best = whatif_chance(&decision->options[turn.best], turn.person, turn.word);
    double worst = whatif_chance(&decision->options[turn.worst], turn.person, turn.word);
    const char *goal = view_turning_goal(arena, history->scenario, turn.person, turn.word);
    const char *chance = view_percent(arena, taken);
    if (best - worst < WHATIF_TELLS) {
        return word_fill2(arena, W_FEEDBACK_SAME, goal, chance);
    }
    return best - taken < WHATIF_TELLS
               ? word_fill2(arena, W_FEEDBACK_BEST, goal, chance)
               : word_fill3(arena, W_FEEDBACK, goal, chance, view_percent(arena, best));
}

// ---- what is said of a choice -------------------------------------------------------------------

static void break_text(View *view, Flow *flow)
{
    Frame *frame = flow->pen->frame;
    const StoryHistory *history = view->history;
    int commitment = view->debrief.first_broken;
    int state = play_commitment_c(history->scenario, history->now, commitment)->state;
    flow_label(flow, word(W_FIRST_BROKEN), 0);
    // The time stands in the font of what is operated: its figures can be read at a glance.
    LayoutStyle time = pen_style(flow->pen, STYLE_CHOICE, flow->pen->theme->ink);
    const LayoutSegment line[] = {
        { view_clock(frame, history->scenario, view->debrief.first_broken_minute), time, false },
        { ". ", time, false },
        { word_fill2(&frame->arena, W_SETTLED, title_of(view, frame, commitment),
                     word(word_became(&history->scenario->commitments[commitment], state))),
          pen_style(flow->pen, STYLE_CLAIM, flow->pen->theme->ink), false },
    };
    flow_segments(flow, line, 3, 2);
    const char *when =
        view_clock(frame, history->scenario, history_state(history, view->stop)->clock_minute);
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft,
              word_fill1(&frame->arena, W_CHOICE_BEFORE, when), 6);
}

static const char *bridge_then(View *view, Frame *frame, int stop)
{
    BridgeCondition bridge;
    story_bridge(view->history->scenario, history_state(view->history, stop), view->person,
                 &bridge);
    return word_bridge(&frame->arena, &bridge, false);
}

static void end_text(View *view, Flow *flow)
{
    Frame *frame = flow->pen->frame;
    const StoryHistory *history = view->history;
    const Theme *theme = flow->pen->theme;
    int ending = history->now->ended - 1;
    flow_label(flow, word(W_AT_THE_END), 0);
    if (ending >= 0 && ending < history->scenario->ending_count) {
        flow_heading(flow, STYLE_CARD_TITLE, theme->ink,
                     view_text(frame, history->scenario, history->now,
                               history->scenario->endings[ending].title),
                     2);
    }
    if (view->debrief.first_broken < 0) {
        flow_heading(flow, STYLE_CARD_TITLE, theme->good, word(W_NO_BREAK), 8);
        flow_text(flow, STYLE_CLAIM, theme->ink,
                  word(view->debrief.promised > 0 ? W_NO_BREAK_LINE : W_NO_PROMISES_LINE), 2);
    }
}

static void usual_text(View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    Frame *frame = pen->frame;
    const StoryHistory *history = view->history;
    const Playthrough *play = history_state(history, view->stop);
    if (view->stop == view_first_break_choice(view)) {
        break_text(view, flow);
    } else {
        flow_label(flow, word(W_THIS_CHOICE), 0);
        flow_text(flow, STYLE_CLAIM, pen->theme->ink,
                  word_fill2(&frame->arena, W_THIS_CHOICE_AT,
                             view_clock(frame, history->scenario, play->clock_minute),
                             bridge_then(view, frame, view->stop)),
                  2);
    }
    LayoutSegment chosen = { view_offer_text(frame, history->scenario, play,
                                             &history->taken[view->stop]),
                             pen_style(pen, STYLE_NAME, pen->theme->ink), false };
    flow_note(flow, &chosen, 1, 6);
    flow_text(flow, STYLE_STATE, pen->theme->soft,
              word_fill1(&frame->arena, W_THEN_WORD, bridge_then(view, frame, view->stop + 1)), 6);
}

// ---- what might have been -----------------------------------------------------------------------

static void chance_bar(View *view, Flow *flow, const WhatIfOption *option, bool taken,
                       double chance)
{
    Arena *arena = &flow->pen->frame->arena;
    const char *text = view_offer_plain(arena, view->history, view->stop, &option->offer);
    int from = flow->count;
    flow_text(flow, taken ? STYLE_NAME : STYLE_STATE, flow->pen->theme->ink, text, 6);
    for (int i = from; i < flow->count; i++) {
        flow->bits[i].keep = true; // with its bar
    }
    const char *figure = view_percent(arena, chance);
    flow_bar(flow, "", taken ? word_fill1(arena, W_YOU_FIGURE, figure) : figure, (float)chance,
             taken, 1);
}

// The option taken, hatched, above the one that tells most beside it.
static void chance_bars(View *view, Flow *flow, int person, BridgeWord goal, bool worst_first)
{
    const WhatIfDecision *decision = &view->whatif.decisions[view->stop];
    const WhatIfOption *taken = &decision->options[decision->taken];
    int shown[OPTIONS_MOST];
    int count = view_turning_options(decision, person, goal, OPTIONS_MOST, shown);
    chance_bar(view, flow, taken, true, whatif_chance(taken, person, goal));
    for (int i = 0; i < count; i++) {
        int o = shown[worst_first ? count - 1 - i : i];
        const WhatIfOption *option = &decision->options[o];
        if (o != decision->taken) {
            chance_bar(view, flow, option, false, whatif_chance(option, person, goal));
        }
    }
}

static void chances(View *view, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    const Theme *theme = flow->pen->theme;
    if (!view->has_turns) {
        flow_text(flow, STYLE_STATE, theme->soft, word(W_COUNTING), 8);
        return;
    }
    if (view->whatif.decisions[view->stop].option_count < 2) {
        return;
    }
    BridgeWord goal = whatif_word(&view->whatif, view->person);
    const char *name = view_turning_goal(arena, view->history->scenario, view->person, goal);
    flow_text(flow, STYLE_STATE, theme->soft, word_fill1(arena, W_CHANCE_OF, name), 8);
    chance_bars(view, flow, view->person, goal, false);
}

static bool turned(View *view, Flow *flow, const WhatIfTurn *turn, TurningKind kind)
{
    if (!view->has_turns || turn->decision != view->stop || turn->person != view->person) {
        return false;
    }
    Arena *arena = &flow->pen->frame->arena;
    flow_label(flow, view_turning_title(kind), 0);
    flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink,
              view_turning(arena, view->history, &view->whatif, turn, kind), 2);
    chance_bars(view, flow, turn->person, turn->word, kind == TURNING_SAVED);
    flow_text(flow, STYLE_SMALL, flow->pen->theme->soft, view_turning_how(arena, &view->whatif), 6);
    return true;
}

// From here to the other choices that counted.
static void ways_on(View *view, Flow *flow)
{
    PenButton buttons[2];
    int count = 0;
    const WhatIfTurns *turns = &view->turns;
    if (!view->has_turns) {
        return;
    }
    if (turns->cost.decision >= 0 && turns->cost.decision != view->stop) {
        buttons[count++] = (PenButton){ .label = word(W_SHOW_COST),
                                        .id = "cost",
                                        .small = true,
                                        .action = ACTION_STOP_AT,
                                        .argument = turns->cost.decision };
    }
    if (turns->saved.decision >= 0 && turns->saved.decision != view->stop) {
        buttons[count++] = (PenButton){ .label = word(W_SHOW_SAVED),
                                        .id = "saved",
                                        .small = true,
                                        .action = ACTION_STOP_AT,
                                        .argument = turns->saved.decision };
    }
    if (count > 0) {
        flow_buttons(flow, buttons, count, 8);
    }
}

const char *view_turn_label(const View *view)
{
    const WhatIfTurns *turns = &view->turns;
    bool cost = turns->cost.decision == view->stop && turns->cost.person == view->person;
    bool saved = turns->saved.decision == view->stop && turns->saved.person == view->person;
    return view->stop >= view->history->count                   ? word(W_AT_THE_END)
           : view->has_turns && cost                            ? view_turning_title(TURNING_COST)
           : view->has_turns && saved                           ? view_turning_title(TURNING_SAVED)
           : view->stop == view_first_break_choice(view)        ? word(W_FIRST_BROKEN)
                                                                : word(W_THIS_CHOICE);
}

void view_turn_flow(View *view, Flow *flow)
{
    if (view->stop >= view->history->count) {
        end_text(view, flow);
        if (view->has_turns && view->turns.cost.decision < 0 && view->turns.saved.decision < 0) {
            flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_TURNING_NONE), 8);
        }
    } else if (!turned(view, flow, &view->turns.cost, TURNING_COST) &&
               !turned(view, flow, &view->turns.saved, TURNING_SAVED)) {
        usual_text(view, flow);
        chances(view, flow);
    }
    ways_on(view, flow);
}

static void add_turn_buttons(View *view, Flow *flow, bool back, bool others)
{
    PenButton buttons[3];
    int count = 0, from = 0;
    if (view->stop >= view->history->count) {
        return;
    }
    if (back) {
        buttons[count++] = (PenButton){ .label = word(W_GO_BACK),
                                        .id = "go_back",
                                        .first = true,
                                        .action = ACTION_GO_BACK,
                                        .argument = view->stop };
    }
    if (others && view_has_other_way(view)) {
        buttons[count++] = (PenButton){ .label = word(W_OTHER_WAY),
                                        .id = "other_way",
                                        .small = true,
                                        .action = ACTION_PANEL,
                                        .argument = PANEL_OTHER_WAY };
    }
    if (others && drill_begins(view->history, view->stop, &from)) {
        buttons[count++] = (PenButton){ .label = word(W_DRILL),
                                        .id = "practise",
                                        .small = true,
                                        .action = ACTION_DRILL,
                                        .argument = view->stop };
    }
    flow_buttons(flow, buttons, count, 8);
}

void view_turn_buttons(View *view, Flow *flow)
{
    add_turn_buttons(view, flow, true, true);
}

void view_turn_back(View *view, Flow *flow)
{
    add_turn_buttons(view, flow, true, false);
}

void view_turn_others(View *view, Flow *flow)
{
    add_turn_buttons(view, flow, false, true);
}

// To a choice that counted, and the bridge it counted for.
void view_stop_at(View *view, int stop)
{
    const WhatIfTurns *turns = &view->turns;
    view->stop = stop;
    view->stop_moved = true;
    view->person = stop == turns->cost.decision    ? turns->cost.person
                   : stop == turns->saved.decision ? turns->saved.person
                                                   : view->person;
    view->pages[PAGER_TURN] = 0;
    view_touch(view);
}
