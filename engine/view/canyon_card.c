// The card below all bridges: who it is, what is between you and what you know; and the same as one
// card at a time, for large type.
#include "view/canyon.h"

enum { CARD_LEAST = 134, CARD_MOST = 236, PORTRAIT_WIDE = 88 };

static void add_promise(const Canyon *canyon, Flow *flow, int commitment)
{
    Frame *frame = flow->pen->frame;
    const Scenario *scenario = canyon->scenario;
    int state = play_commitment_c(scenario, canyon->play, commitment)->state;
    FlowFate fate = {
        .name = view_text(frame, scenario, canyon->play, scenario->commitments[commitment].title),
        .state = view_state_text(frame, scenario, canyon->play, commitment),
        .disc = view_disc(canyon->view, commitment, canyon->view->person),
        .colour = view_state_colour(flow->pen->theme, state, false),
    };
    flow_fate(flow, &fate, 4);
}

// The one that was settled last, or -1.
static int last_settled(const Canyon *canyon, int person)
{
    int last = -1;
    int latest = -1;
    for (int i = 0; i < canyon->scenario->commitment_count; i++) {
        const CommitmentState *state = play_commitment_c(canyon->scenario, canyon->play, i);
        bool settled = state->state != STATE_NONE && !play_is_open(state->state);
        if (settled && view_disc_person(canyon->scenario, i) == person &&
            (int)state->due_minute >= latest) {
            latest = (int)state->due_minute;
            last = i;
        }
    }
    return last;
}

static void between_flow(const Canyon *canyon, Flow *flow)
{
    int person = canyon->view->person;
    int open[STORY_COMMITMENTS_MAX];
    int count = view_open_promises(canyon->view, open);
    bool any = false;
    flow_label(flow, word(W_BETWEEN), 0);
    for (int i = 0; i < count; i++) {
        if (view_disc_person(canyon->scenario, open[i]) == person) {
            add_promise(canyon, flow, open[i]);
            any = true;
        }
    }
    int last = last_settled(canyon, person);
    if (last >= 0) {
        add_promise(canyon, flow, last);
    } else if (!any) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_BETWEEN_NONE), 4);
    }
}

static void known_flow(const Canyon *canyon, Flow *flow)
{
    const Scenario *scenario = canyon->scenario;
    Frame *frame = flow->pen->frame;
    int person = canyon->view->person;
    bool any = false;
    flow_label(flow, word_fill1(&frame->arena, W_KNOW_OF, view_first_name(scenario, person)), 14);
    for (int i = 0; i < scenario->fact_count + scenario->standard_count; i++) {
        bool is_fact = i < scenario->fact_count;
        int at = is_fact ? i : i - scenario->fact_count;
        uint64_t known = is_fact ? canyon->play->facts : canyon->play->standards;
        int whose = is_fact ? scenario->facts[at].person : scenario->standards[at].person;
        if (whose == person && ((known >> at) & 1u) != 0) {
            TextId says = is_fact ? scenario->facts[at].says : scenario->standards[at].says;
            const char *text = view_text(frame, scenario, canyon->play, says);
            flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink,
                      is_fact ? text : word_fill1(&frame->arena, W_KNOW_WANTS, text), any ? 4 : 2);
            any = true;
        }
    }
    if (!any) {
        flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_KNOW_NOTHING), 4);
    }
}

static void who_flow(const Canyon *canyon, Flow *flow)
{
    Pen *pen = flow->pen;
    Arena *arena = &pen->frame->arena;
    int person = canyon->view->person;
    const BridgeCondition *bridge = &canyon->bridges[person];
    const char *name = word_fill2(arena, W_CANYON_NUMBER, word_number(arena, person + 1),
                                  view_canyon_name_of(canyon, pen, person));
    flow_heading(flow, STYLE_CHOICE, pen->theme->accent, name, 0);
    const char *role = view_canyon_role_of(canyon, pen, person);
    if (role[0] != '\0') {
        flow_text(flow, STYLE_SMALL, pen->theme->soft, role, 0);
    }
    flow_gauge(flow, bridge->gauge_halves, word_bridge(arena, bridge, true),
               view_word_colour(pen->theme, bridge->word, false), "", 4);
    flow_text(flow, STYLE_SMALL, pen->theme->ink, view_canyon_crossing_text(canyon, arena, person),
              2);
}

static void buttons_flow(const Canyon *canyon, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    PenButton buttons[2] = {
        { .label = word(W_PLANK_BY_PLANK),
          .key = "L",
          .id = "look",
          .first = true,
          .small = true,
          .action = ACTION_PANEL,
          .argument = PANEL_LOOK },
        { .label = word(W_CLOSE),
          .key = word(W_KEY_ESCAPE),
          .id = "close",
          .small = true,
          .action = ACTION_CLOSE },
    };
    flow_buttons(flow, buttons, 2, 0);
    flow_text(
        flow, STYLE_SMALL, flow->pen->theme->soft,
        word_fill1(arena, W_CANYON_CHOOSE, word_number(arena, canyon->scenario->person_count)), 4);
}

static void draw_portrait(const Canyon *canyon, Pen *pen, FrameRect rect)
{
    int person = canyon->view->person;
    FrameCommand *command = frame_add(pen->frame, FRAME_PORTRAIT, rect);
    command->value = person;
    command->state = play_person_c(canyon->scenario, canyon->play, person)->mood;
}

static const float column_width[CARD_COLUMNS] = { 276, 286, 296, 172 };

void view_canyon_lay_card(const Canyon *canyon, Pen *pen, CanyonCard *card)
{
    float most = CARD_MOST + view_canyon_spare(pen) * 0.1f;
    for (int i = 0; i < CARD_COLUMNS; i++) {
        card->flows[i] = flow_new(pen, column_width[i], most - 28 - flow_footer_height(pen));
    }
    who_flow(canyon, &card->flows[0]);
    between_flow(canyon, &card->flows[1]);
    known_flow(canyon, &card->flows[2]);
    buttons_flow(canyon, &card->flows[3]);
    float high = CARD_LEAST;
    for (int i = 0; i < CARD_COLUMNS; i++) {
        float wanted = flow_height(&card->flows[i], 0, card->flows[i].count) + 28;
        high = wanted > high ? wanted : high;
    }
    high = high > most ? most : high;
    card->rect = (FrameRect){ view_left(pen), pen->frame->height - high - 12, VIEW_GRID, high };
}

void view_canyon_draw_card(const Canyon *canyon, Pen *pen, const CanyonCard *card)
{
    static const ViewPager pagers[CARD_COLUMNS] = { PAGER_PANEL, PAGER_PLANKS, PAGER_TRIED,
                                                    PAGER_TURN };
    FrameRect rect = card->rect;
    pen_card(pen, rect, true);
    FrameRect tile = { rect.x + 20, rect.y + 14, PORTRAIT_WIDE, PORTRAIT_WIDE * 136.0f / 112 };
    draw_portrait(canyon, pen, tile);
    float x = tile.x + PORTRAIT_WIDE + 18;
    for (int i = 0; i < CARD_COLUMNS; i++) {
        flow_show(&card->flows[i], (FrameRect){ x, rect.y + 16, column_width[i], rect.h - 28 },
                  pagers[i]);
        x += column_width[i] + 18;
        if (i < CARD_COLUMNS - 1) {
            pen_rule(pen, x - 11, rect.y + 20, 1.5f, rect.h - 40);
        }
    }
}

// ---- one card at a time -------------------------------------------------------------------------

static void others_flow(const Canyon *canyon, Flow *flow)
{
    Pen *pen = flow->pen;
    FlowRow rows[STORY_PEOPLE_MAX];
    int count = 0;
    for (int i = 0; i < canyon->scenario->person_count; i++) {
        if (i == canyon->view->person) {
            continue;
        }
        Text id = { .data = NULL };
        text_addf(&id, "bay.%d", i + 1);
        rows[count++] =
            (FlowRow){ .text = view_canyon_name_of(canyon, pen, i),
                       .sub = word_bridge(&pen->frame->arena, &canyon->bridges[i], true),
                       .key = word_number(&pen->frame->arena, i + 1),
                       .value = view_canyon_crossing_text(canyon, &pen->frame->arena, i),
                       .id = frame_text(pen->frame, text_str(&id)),
                       .action = ACTION_BAY,
                       .argument = i };
        text_deinit(&id);
    }
    flow_rows(flow, rows, count, 1, 8);
}

// Behind what there is, on the same page where it fits.
static void append(Flow *flow, const Flow *other)
{
    int at = flow->count;
    flow_append(flow, other);
    if (at < flow->count) {
        flow->bits[at].page = false;
        flow->bits[at].gap = 14;
    }
}

void view_canyon_draw_stacked(const Canyon *canyon, Pen *pen, float top)
{
    float from = pen->frame->height - top > 420 ? top + 150 : top + 8;
    FrameRect card = { view_left(pen), from, VIEW_GRID, pen->frame->height - from - 12 };
    float face = card.h > 260 ? 130 : 0; // whose card it is, on each page
    Flow flow = flow_new(pen, card.w - 44 - (face > 0 ? face + 22 : 0),
                         card.h - 32 - flow_footer_height(pen));
    who_flow(canyon, &flow);
    if (canyon->silo) {
        flow_text(&flow, STYLE_STATE, pen->theme->warned, word(W_CANYON_SILO), 6);
    }
    buttons_flow(canyon, &flow);
    Flow between = flow_new(pen, flow.width, flow.highest);
    between_flow(canyon, &between);
    known_flow(canyon, &between);
    append(&flow, &between);
    Flow others = flow_new(pen, flow.width, flow.highest);
    others_flow(canyon, &others);
    append(&flow, &others);
    pen_card(pen, card, true);
    if (face > 0) {
        draw_portrait(
            canyon, pen,
            (FrameRect){ card.x + card.w - 22 - face, card.y + 22, face, face * 136.0f / 112 });
    }
    flow_show(&flow, (FrameRect){ card.x + 22, card.y + 18, flow.width, card.h - 32 }, PAGER_PANEL);
}
