// What stands beside the large card of the home screen: what is kept and where (at the first start),
// the plan that has come back and its three answers, a booster that is due, what comes next, or how it
// works. One thing at a time.
#include "view/home_act.h"
#include "view/prompts.h"
#include "view/view_state.h"

#include <string.h>

// The first word of a clause, in most languages the "if" and the "then", stands out.
static void clause(Flow *flow, const char *text, size_t length, ThemeStyle of, float gap)
{
    Pen *pen = flow->pen;
    Arena *arena = &pen->frame->arena;
    LayoutStyle rest = pen_style(pen, of, pen->theme->ink), first = rest;
    first.colour = pen->theme->accent;
    first.font = of == STYLE_CLAIM ? FONT_STORY_BOLD : FONT_UI_BOLD;
    size_t word_length = strcspn(text, " ");
    word_length = word_length < length ? word_length : length;
    const LayoutSegment segments[] = {
        { arena_text(arena, text, word_length), first, false },
        { arena_text(arena, text + word_length, length - word_length), rest, false },
    };
    flow_segments(flow, segments, 2, gap);
}

// "If a date slips, then I ring." as two lines: what it waits for, and what is done. Where a language
// writes it without that comma, it stays one.
static void plan_lines(Flow *flow, const char *plan, ThemeStyle style)
{
    const char *comma = strstr(plan, ", ");
    if (comma == NULL) {
        flow_text(flow, style, flow->pen->theme->ink, plan, 6);
        return;
    }
    clause(flow, plan, (size_t)(comma - plan) + 1, style, 4);
    clause(flow, comma + 2, strlen(comma + 2), style, 0);
}

static void plan_today(const View *view, Flow *flow, bool close)
{
    const ViewHome *home = &view->home;
    const Theme *theme = flow->pen->theme;
    static const ViewWord says[PLAN_ANSWERS] = { W_PLAN_DID, W_PLAN_DID_NOT, W_PLAN_NOT_YET };
    static const char *const ids[PLAN_ANSWERS] = { "plan.did", "plan.did_not", "plan.not_yet" };
    PenButton answers[PLAN_ANSWERS];
    for (int i = 0; i < PLAN_ANSWERS; i++) {
        answers[i] = (PenButton){ .label = word(says[i]),
                                  .id = ids[i],
                                  .small = true,
                                  .action = ACTION_HOME,
                                  .argument = view_act(ACT_ANSWER, i) };
    }
    flow_label(flow, word(W_PLAN_TODAY), 0);
    plan_lines(flow, home->plan, close ? STYLE_NAME : STYLE_CLAIM);
    if (home->plan_made != NULL && home->plan_made[0] != '\0') {
        flow_text(flow, STYLE_SMALL, theme->soft, home->plan_made, close ? 0 : 6);
    }
    if (!close) {
        flow_rule(flow, 10);
    }
    flow_heading(flow, STYLE_NAME, theme->ink, word(W_PLAN_HOW), close ? 2 : 8);
    flow_buttons(flow, answers, PLAN_ANSWERS, close ? 0 : 2);
    flow_text(flow, STYLE_SMALL, theme->soft, word(W_PLAN_PRIVATE), close ? 0 : 2);
}

// A card that is proposed, and why.
static void proposed(const View *view, Flow *flow, int index, const char *why, bool booster)
{
    const ViewCard *card = &view->cards[index];
    const Theme *theme = flow->pen->theme;
    Pen *pen = flow->pen;
    flow_label(flow, word(booster ? W_BOOSTER : W_NEXT), 0);
    flow_heading(flow, STYLE_SCREEN_TITLE, theme->ink, card->title, 2);
    if (why != NULL && why[0] != '\0') {
        bool below = view->home.last_answer != NULL; // an answer: smaller, so that the button has room
        flow_text(flow, below ? STYLE_STATE : STYLE_CLAIM, theme->ink, why, 4);
    }
    if (!booster) {
        flow_text(flow, STYLE_STATE, theme->soft, view_card_minutes(pen, card), 4);
    }
    PenButton start = { .label = word(booster ? W_BOOSTER_START : W_START),
                        .id = booster ? "booster" : "next",
                        .action = ACTION_HOME,
                        .argument = view_act(booster ? ACT_BEGIN : ACT_COVER, index) };
    flow_buttons(flow, &start, 1, 6);
}

static bool can_play(const View *view, bool given, int card)
{
    return given && card >= 0 && card < view->card_count && !view->cards[card].broken;
}

// With the keys that do it: of one hand, or chosen, they are others.
static const char *how_with_keys(Pen *pen)
{
    return word_fill3(&pen->frame->arena, W_HOW_2, prompt_key(pen, "U", true, false),
                      prompt_key(pen, "L", true, false), prompt_key(pen, "?", true, false));
}

static void how_it_works(const View *view, Flow *flow)
{
    const Theme *theme = flow->pen->theme;
    ViewWord how = view_word_of_device(view, W_HOW_2, W_HOW_2_TOUCH, W_HOW_2_PAD);
    flow_label(flow, word(W_HOW), 0);
    flow_text(flow, STYLE_CLAIM, theme->ink, word(W_HOW_1), 4);
    flow_text(flow, STYLE_CLAIM, theme->ink,
              how == W_HOW_2 ? how_with_keys(flow->pen) : word(how), 8);
}

void view_side_text(View *view, Flow *flow, int front, bool close)
{
    const Theme *theme = flow->pen->theme;
    const ViewHome *home = &view->home;
    if (view->first_start != NULL && view->first_start[0] != '\0') {
        flow_label(flow, word(W_FIRST_START), 0);
        flow_text(flow, STYLE_CLAIM, theme->ink, view->first_start, 4);
        return;
    }
    if (home->plan != NULL) {
        plan_today(view, flow, close);
        return;
    }
    bool booster = can_play(view, home->has_booster, home->booster);
    bool next = can_play(view, home->has_next, home->next) && home->next != front;
    if (home->last_answer != NULL) {
        flow_note(flow,
                  &(LayoutSegment){ home->last_answer, pen_style(flow->pen, STYLE_NAME, theme->ink),
                                    false },
                  1, 0);
    }
    if (booster || next) {
        Flow more = flow_new(flow->pen, flow->width, flow->highest);
        proposed(view, &more, booster ? home->booster : home->next,
                 booster ? home->booster_why : home->next_why, booster);
        int at = flow->count;
        flow_append(flow, &more);
        flow->bits[at].page = false;
        flow->bits[at].gap = at > 0 ? 12 : 0;
        return;
    }
    if (home->last_answer == NULL) {
        how_it_works(view, flow);
    }
}
