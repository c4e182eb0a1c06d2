// Looking at the bridge: the card is away, the bridge stands alone, and each numbered plank says
// which promise it is and what became of it.
#include "view/view_state.h"

#include "story/render.h"

typedef struct LookPlank {
    int disc, fate, commitment;
    bool mended, theirs;
    int gap; // number of the plank in whose gap it lies, 0 none
} LookPlank;

typedef struct LookData {
    LookPlank planks[BRIDGE_DISCS];
    int count;
    int a_row;
} LookData;

// Numbered planks by their numbers.
static void find_planks(const BridgeCondition *bridge, LookData *look)
{
    for (int number = 1; number <= BRIDGE_DISCS; number++) {
        for (int i = 0; i < BRIDGE_PLANKS && look->count < BRIDGE_DISCS; i++) {
            const BridgePlank *plank = &bridge->planks[i];
            if (plank->disc == number && plank->id >= 0) {
                look->planks[look->count++] =
                    (LookPlank){ number, plank->fate, plank->id, false, plank->theirs, 0 };
            } else if (plank->mended_by == number && plank->mended_id >= 0) {
                look->planks[look->count++] =
                    (LookPlank){ number, BRIDGE_KEPT, plank->mended_id, true, false, plank->disc };
            }
        }
    }
}

static const char *plank_said(View *view, Frame *frame, const LookPlank *plank)
{
    const Scenario *scenario = view->history->scenario;
    Arena *arena = &frame->arena;
    const StoryCommitment *it = &scenario->commitments[plank->commitment];
    const char *what = view_text(frame, scenario, view->history->now, it->what);
    return word_fill2(arena, plank->theirs ? W_LOOK_PLANK_THEIRS : W_LOOK_PLANK,
                      word_number(arena, plank->disc), what);
}

static const char *plank_became(View *view, Frame *frame, const LookPlank *plank)
{
    const char *state =
        view_state_text(frame, view->history->scenario, view->history->now, plank->commitment);
    if (plank->gap > 0) {
        return word_fill2(&frame->arena, W_IN_GAP, state, word_number(&frame->arena, plank->gap));
    }
    return state;
}

typedef struct PlanksData {
    View *view;
    const LookData *look;
    int from, to;
} PlanksData;

static float plank_size(const Pen *pen)
{
    return pen_unit(pen, 44);
}

static void draw_plank_row(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const PlanksData *data = bit->data;
    float size = plank_size(pen);
    for (int i = data->from; i < data->to; i++) {
        const LookPlank *plank = &data->look->planks[i];
        FrameRect box = { rect.x + 4 + (size + 10) * (float)(i - data->from), rect.y, size, size };
        bool focused = pen_is_focused(pen, ACTION_PLANK, plank->disc);
        pen_row_ground(pen, box, focused, pen_is_hovered(pen, ACTION_PLANK, plank->disc), false);
        PenDisc disc = { plank->disc, (uint8_t)plank->fate, plank->mended, plank->theirs, false };
        pen_disc(pen, disc, box.x + size / 2, box.y + size / 2, pen_unit(pen, 30), focused);
        Text id = { .data = NULL };
        text_addf(&id, "plank.%d", plank->disc);
        FrameItem *item = pen_operable(
            pen, ROLE_BUTTON, box, plank_said(data->view, pen->frame, plank),
            plank_became(data->view, pen->frame, plank), text_str(&id), ACTION_PLANK, plank->disc);
        item->disc = (int16_t)plank->disc;
        text_deinit(&id);
    }
}

static void add_plank_rows(View *view, Flow *flow, const LookData *look)
{
    int a_row = (int)((flow->width - 4) / (plank_size(flow->pen) + 10));
    a_row = a_row > 0 ? a_row : 1;
    for (int i = 0; i < look->count; i += a_row) {
        PlanksData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
        *data = (PlanksData){ view, look, i, i + a_row < look->count ? i + a_row : look->count };
        flow_bit(flow, plank_size(flow->pen), i > 0 ? 6 : 0, draw_plank_row, data);
    }
}

static void look_flow(View *view, Flow *flow, const LookData *look)
{
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    const Scenario *scenario = view->history->scenario;
    add_plank_rows(view, flow, look);
    if (look->count == 0) {
        flow_text(flow, STYLE_CLAIM, theme->ink, word(W_LOOK_NONE), 0);
    }
    for (int i = 0; i < look->count; i++) {
        const LookPlank *plank = &look->planks[i];
        if (pen_is_focused(pen, ACTION_PLANK, plank->disc)) {
            int state = play_commitment_c(scenario, view->history->now, plank->commitment)->state;
            flow_text(flow, STYLE_CHOICE, theme->ink, plank_said(view, pen->frame, plank), 10);
            flow_text(flow, STYLE_NAME, view_state_colour(theme, state, false),
                      plank_became(view, pen->frame, plank), 2);
        }
    }
    flow_text(flow, STYLE_STATE, theme->soft, view_bridge_words(view, pen, view->person), 10);
    PenButton buttons[2];
    int count = 0;
    buttons[count++] = (PenButton){
        .label = word(W_CLOSE), .key = "L", .id = "close", .small = true, .action = ACTION_CLOSE
    };
    if (scenario->person_count > 1) {
        int next = (view->person + 1) % scenario->person_count;
        const char *label =
            word_fill1(&pen->frame->arena, W_OTHER_BRIDGE, view_first_name(scenario, next));
        buttons[count++] = (PenButton){
            .label = label, .id = "other", .small = true, .action = ACTION_PERSON, .argument = 0
        };
    }
    flow_buttons(flow, buttons, count, 8);
}

void view_draw_look(View *view, Pen *pen)
{
    Frame *frame = pen->frame;
    const StoryHistory *history = view->history;
    BridgeCondition bridge = { 0 };
    if (view->person >= 0) {
        story_bridge(history->scenario, history->now, view->person, &bridge);
    }
    view_scene(view, pen, view->person, &bridge, 26, 0);
    ViewBar bar = {
        .left = "", .left_more = "", .icon = -1, .right = "", .halves = bridge.gauge_halves
    };
    bar.title = word_fill1(&frame->arena, W_LOOK, view_first_name(history->scenario, view->person));
    bar.word = word_bridge(&frame->arena, &bridge, true);
    bar.bridge_name = bar.title;
    float top = view_bar(pen, &bar);
    pen_item(pen, ROLE_IMAGE, (FrameRect){ 0, top, frame->width, 340 },
             view_bridge_words(view, pen, view->person), "", "scene");
    LookData *look = arena_alloc(&frame->arena, sizeof *look);
    find_planks(&bridge, look);
    float most = frame->height - top - 40;
    Flow flow = flow_new(pen, VIEW_GRID - 44, most - 32 - flow_footer_height(pen));
    look_flow(view, &flow, look);
    float wanted = flow_height(&flow, 0, flow.count) + 32;
    float height = wanted < most ? wanted : most;
    FrameRect card = { view_left(pen), frame->height - height - 16, VIEW_GRID, height };
    pen_card(pen, card, true);
    flow_show(&flow, (FrameRect){ card.x + 22, card.y + 18, card.w - 44, card.h - 32 },
              PAGER_PANEL);
    frame->commands[0].value = height > 240 ? 26 + (int)(height - 240) / 2 : 26;
}
