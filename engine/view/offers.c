// What can be answered: options of a choice or of a one-on-one, the offers of a desk, or the end.
#include "view/view_state.h"

static bool is_aside(const StoryOffer *offer) // takes no time
{
    return offer->kind == OFFER_TELL || offer->kind == OFFER_MOVE;
}

int view_offer_plank(const View *view, int offer)
{
    const StoryOffer *it = &view->offers[offer];
    if (it->plank != STORY_NONE) {
        return it->plank < view->history->scenario->commitment_count ? it->plank : -1;
    }
    switch ((StoryOfferKind)it->kind) {
    case OFFER_MEET:
    case OFFER_WORK:
    case OFFER_TELL:
    case OFFER_MOVE:
        return it->x;
    case OFFER_OPTION:
    case OFFER_TALK:
    case OFFER_REST:
    case OFFER_AGENDA:
        break;
    }
    return -1;
}

static const char *touches(View *view, Frame *frame, int plank, PenDisc disc)
{
    const Scenario *scenario = view->history->scenario;
    const char *title =
        view_text(frame, scenario, view->history->now, scenario->commitments[plank].title);
    if (disc.number <= 0) {
        return word_fill1(&frame->arena, W_TOUCHES_NEW, title);
    }
    const char *number = word_number(&frame->arena, disc.number);
    if (!disc.elsewhere) {
        return word_fill2(&frame->arena, W_TOUCHES, number, title);
    }
    return word_fill3(&frame->arena, W_TOUCHES_OF, number,
                      view_first_name(scenario, view_disc_person(scenario, plank)), title);
}

// What stands small below an offer: why it is closed, or how long it takes where that is not the
// slot.
static const char *offer_note(View *view, Frame *frame, const StoryOffer *offer)
{
    if (offer->closed == CLOSED_HOURS) {
        return word(W_CLOSED_HOURS);
    }
    if (offer->closed == CLOSED_ENERGY) {
        return word(W_CLOSED_ENERGY);
    }
    const Playthrough *play = view->history->now;
    int slot = play->slot_end - play->clock_minute;
    if (offer->minutes > 0 && (view->pause != PAUSE_DESK || offer->minutes != slot) &&
        !is_aside(offer)) {
        return word_fill1(&frame->arena, W_TAKES, word_duration(&frame->arena, offer->minutes));
    }
    return "";
}

static FlowRow offer_row(View *view, Frame *frame, int index, int person)
{
    const StoryOffer *offer = &view->offers[index];
    const StoryHistory *history = view->history;
    FlowRow row = { .action = ACTION_CHOOSE,
                    .argument = index,
                    .position = index + 1,
                    .count = view->offer_count,
                    .off = offer->closed != CLOSED_NOT };
    row.text = view_offer_text(frame, history->scenario, history->now, offer);
    row.sub = offer_note(view, frame, offer);
    if (index == view->guided) {
        row.sub = word_fill1(&frame->arena, W_GUIDED, view->guided_why);
    }
    row.key = index < 9 ? word_number(&frame->arena, index + 1) : NULL;
    row.small = is_aside(offer);
    row.value = row.sub;
    char id[32] = "option.";
    Text out = { .data = NULL };
    text_addf(&out, "%s%d", id, index + 1);
    row.id = frame_text(frame, text_str(&out));
    text_deinit(&out);
    int plank = view_offer_plank(view, index);
    if (plank >= 0) {
        row.disc = view_disc(view, plank, person);
        row.touched = view_points_at(view, plank);
        const char *touch = touches(view, frame, plank, row.disc);
        row.value =
            row.sub[0] != '\0' ? word_fill2(&frame->arena, W_LEDGER_LINE, touch, row.sub) : touch;
    }
    return row;
}

static void ending_flow(View *view, Flow *flow)
{
    const StoryHistory *history = view->history;
    const Theme *theme = flow->pen->theme;
    int ending = history->now->ended - 1;
    flow_label(flow, word(W_ENDED), 0);
    if (ending >= 0 && ending < history->scenario->ending_count) {
        const char *title = view_text(flow->pen->frame, history->scenario, history->now,
                                      history->scenario->endings[ending].title);
        flow_heading(flow, STYLE_GO_ON_TITLE, theme->ink, title, 4);
    }
    PenButton back = { .label = word(W_LOOK_BACK),
                       .key = word(W_KEY_ENTER),
                       .id = "look_back",
                       .first = true,
                       .action = ACTION_DEBRIEF };
    flow_buttons(flow, &back, 1, 12);
}

static void talk_header(View *view, Flow *flow)
{
    const StoryHistory *history = view->history;
    const Playthrough *play = history->now;
    Arena *arena = &flow->pen->frame->arena;
    const char *name = view_first_name(history->scenario, play->talk_person);
    const char *line = word_fill1(arena, W_IN_TALK_AGENDA, name);
    if (play->talk < history->scenario->talk_count && view->offers[0].kind != OFFER_AGENDA) {
        int rounds = history->scenario->talks[play->talk].rounds;
        int round = play->talk_round + 1;
        round = round > rounds ? rounds : round;
        line = word_fill3(arena, W_IN_TALK, name, word_number(arena, round),
                          word_number(arena, rounds));
    }
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, line, 0);
}

void view_offers_flow(View *view, Flow *flow, int columns, int person)
{
    if (view_drill_over(view)) {
        view_drill_flow(view, flow);
        return;
    }
    if (view->pause == PAUSE_ENDED) {
        ending_flow(view, flow);
        return;
    }
    if (view->offer_count == 0) {
        flow_heading(flow, STYLE_CARD_TITLE, flow->pen->theme->ink, word(W_BROKEN_STORY), 0);
        ViewWord how = view_word_of_device(view, W_BROKEN_STORY_HOW, W_BROKEN_STORY_HOW_BUTTON,
                                           W_BROKEN_STORY_HOW_BUTTON);
        flow_text(flow, STYLE_STATE, flow->pen->theme->ink, word(how), 4);
        return;
    }
    if (view->pause == PAUSE_TALK) {
        talk_header(view, flow);
    }
    FlowRow rows[STORY_OFFERS_MAX];
    FlowRow asides[STORY_OFFERS_MAX];
    int row_count = 0;
    int aside_count = 0;
    for (int i = 0; i < view->offer_count; i++) {
        FlowRow row = offer_row(view, flow->pen->frame, i, person);
        if (row.small) {
            asides[aside_count++] = row;
        } else {
            rows[row_count++] = row;
        }
    }
    // Three rows take the height of the card, four still fit it: bridge.md.
    bool roomy = columns == 1 && row_count <= 3;
    for (int i = 0; i < row_count; i++) {
        rows[i].least = roomy ? 54 : row_count > 4 && columns == 1 ? 38 : 42;
    }
    flow_rows(flow, rows, row_count, columns, roomy ? 8 : row_count > 4 && columns == 1 ? 4 : 6);
    if (aside_count > 0) {
        flow_label(flow, word(W_TALK_TIME), 10);
        flow_rows(flow, asides, aside_count, columns, 6);
    }
}

// ---- the desk's header --------------------------------------------------------------------------

static const char *energy_text(Arena *arena, int thousandths)
{
    Text out = { .data = NULL };
    text_addf(&out, "%d%s", thousandths / 1000, thousandths % 1000 >= 500 ? "\xc2\xbd" : "");
    const char *copy = arena_string(arena, text_str(&out));
    text_deinit(&out);
    return copy;
}

static int work_left(const View *view, int commitment)
{
    const StoryCommitment *it = &view->history->scenario->commitments[commitment];
    const CommitmentState *state =
        play_commitment_c(view->history->scenario, view->history->now, commitment);
    if (it->kind != STORY_WORK || it->by != STORY_PLAYER || !play_is_open(state->state)) {
        return 0;
    }
    int left = it->effort_minutes - state->done_minutes;
    return left > 0 ? left : 0;
}

static void open_promise(View *view, Flow *flow, int commitment, int person)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    Frame *frame = flow->pen->frame;
    const CommitmentState *state = play_commitment_c(scenario, play, commitment);
    FlowFate fate = { .name =
                          view_text(frame, scenario, play, scenario->commitments[commitment].title),
                      .state = view_state_text(frame, scenario, play, commitment),
                      .disc = view_disc(view, commitment, person),
                      .colour = view_state_colour(flow->pen->theme, state->state, false) };
    int left = work_left(view, commitment);
    if (left > 0) {
        fate.state =
            word_fill2(&frame->arena, W_NEEDS, fate.state, word_duration(&frame->arena, left));
    }
    flow_fate(flow, &fate, 6);
}

// Working minutes between now and a due time.
static int minutes_until(const Scenario *scenario, int32_t now, int32_t due)
{
    int minutes = 0;
    for (int day = 0; day < scenario->day_count; day++) {
        int32_t midnight = scenario->calendar_day[day] * STORY_DAY_MINUTES;
        int32_t from = midnight + scenario->opens_minute;
        int32_t to = midnight + scenario->closes_minute;
        from = from < now ? now : from;
        to = to > due ? due : to;
        minutes += to > from ? to - from : 0;
    }
    return minutes;
}

// Says so where the work that is due by some time is more than the hours until then.
static void add_too_much(View *view, Flow *flow)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    Arena *arena = &flow->pen->frame->arena;
    for (int i = 0; i < scenario->commitment_count; i++) {
        int32_t due = play_commitment_c(scenario, play, i)->due_minute;
        int work = 0;
        for (int j = 0; work_left(view, i) > 0 && j < scenario->commitment_count; j++) {
            work +=
                play_commitment_c(scenario, play, j)->due_minute <= due ? work_left(view, j) : 0;
        }
        int room = minutes_until(scenario, play->clock_minute, due);
        if (work > room) {
            flow_text(flow, STYLE_STATE, flow->pen->theme->warned,
                      word_fill3(arena, W_NOT_ALL_FITS, word_duration(arena, work),
                                 view_clock(flow->pen->frame, scenario, due),
                                 word_duration(arena, room)),
                      6);
            return;
        }
    }
}

void view_desk_flow(View *view, Flow *flow)
{
    const Scenario *scenario = view->history->scenario;
    const Playthrough *play = view->history->now;
    Arena *arena = &flow->pen->frame->arena;
    flow->beat = 0;
    flow_heading(flow, STYLE_CHOICE, flow->pen->theme->ink,
                 word_fill2(arena, W_WHAT_NOW, word_time(arena, play->clock_minute),
                            word_time(arena, play->slot_end)),
                 flow->count > 0 ? 12 : 0);
    int left = scenario->closes_minute - play->clock_minute % STORY_DAY_MINUTES;
    const char *chips[2] = {
        word_fill1(arena, W_HOURS_LEFT, word_duration(arena, left)),
        word_fill2(arena, W_ENERGY_LEFT, energy_text(arena, play->energy),
                   energy_text(arena, scenario->energy)),
    };
    flow_chips(flow, chips, 2, 6);
    add_too_much(view, flow);
    int person = view_now_person(view);
    int open[STORY_COMMITMENTS_MAX];
    int count = view_open_promises(view, open);
    if (count > 0) {
        flow_label(flow, word(W_OPEN_PROMISES), 10);
    }
    for (int i = 0; i < count; i++) {
        open_promise(view, flow, open[i], person);
    }
}
