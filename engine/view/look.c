// Looking at the bridge: the story is away, the bridge stands alone, and every part of it can be
// walked to and says what it is. The promises stay below, so that plank and promise are seen
// together.
#include "view/parts.h"
#include "view/view_state.h"

static void add_buttons(View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    const Scenario *scenario = view->history->scenario;
    PenButton buttons[3];
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
        buttons[count++] = (PenButton){ .label = word(W_TOOL_CANYON),
                                        .key = "B",
                                        .id = "canyon",
                                        .small = true,
                                        .action = ACTION_PANEL,
                                        .argument = PANEL_CANYON };
    }
    flow_buttons(flow, buttons, count, 6);
}

// What the note would say, where there is no room for it beside the bridge.
static void add_part(View *view, Flow *flow, const ViewPartOf *of)
{
    const Theme *theme = flow->pen->theme;
    int part = view_pointed_part(view);
    ViewPartLine lines[2];
    if (part < 0 || !view_part_there(of->bridge, part)) {
        return;
    }
    int count = view_part_lines(of, part, &flow->pen->frame->arena, lines);
    for (int i = 0; i < count; i++) {
        flow_text(flow, STYLE_CHOICE, theme->ink, lines[i].name, i > 0 ? 6 : 0);
        if (lines[i].commitment >= 0) {
            int state = play_commitment_c(of->scenario, of->play, lines[i].commitment)->state;
            flow_text(flow, STYLE_NAME, view_state_colour(theme, state, false), lines[i].state, 2);
        }
        if (lines[i].wood[0] != '\0') {
            flow_text(flow, STYLE_STATE, theme->soft, lines[i].wood, 2);
        }
    }
}

static void look_flow(View *view, Flow *flow, const ViewPartOf *of, bool part)
{
    Pen *pen = flow->pen;
    if (part) {
        add_part(view, flow, of);
    }
    flow_text(flow, STYLE_STATE, pen->theme->ink, view_bridge_words(view, pen, of->person),
              part ? 8 : 0);
    flow_text(flow, STYLE_STATE, pen->theme->soft, word(view_word_of_device(view, W_LOOK_HOW, W_LOOK_HOW_TOUCH, W_LOOK_HOW)), 2);
    add_buttons(view, flow);
}

static float draw_top(View *view, Pen *pen, const ViewPartOf *of)
{
    ViewBar bar = {
        .left = "", .left_more = "", .icon = -1, .right = "", .halves = of->bridge->gauge_halves
    };
    bar.title = word_fill1(&pen->frame->arena, W_LOOK, view_first_name(of->scenario, view->person));
    bar.word = word_bridge(&pen->frame->arena, of->bridge, true);
    bar.bridge_name = bar.title;
    return view_bar(pen, &bar);
}

typedef struct LookPlan {
    FrameRect card, area; // area: of the scene that is seen
    float lift;
} LookPlan;

// The deck stands in the lower half of what is seen: notes find room above it.
static LookPlan plan_look(Pen *pen, float wanted, float top, float strip)
{
    float height = pen->frame->height - strip;
    float most = (height - top) * (view_is_stacked(pen) ? 0.5f : 0.4f);
    float high = wanted < most ? wanted : most;
    LookPlan plan = { .card = { view_left(pen), height - high - 12, VIEW_GRID, high } };
    plan.area = (FrameRect){ 0, top, pen->frame->width, plan.card.y - 8 - top };
    float deck = 330 + (pen->frame->height - 720) / 2;
    float lift = deck - plan.area.y - plan.area.h * 0.6f;
    plan.lift = lift < 0 ? 0 : lift > 96 ? 96 : lift;
    return plan;
}

static void draw_all(View *view, Pen *pen, const ViewPartOf *of, float top)
{
    float strip = view_is_stacked(pen) ? 0 : view_strip_height(view, pen);
    float highest = pen->frame->height - strip - top;
    Flow flow = flow_new(pen, VIEW_GRID - 44, highest * 0.38f - 32 - flow_footer_height(pen));
    look_flow(view, &flow, of, false);
    float seen = view->caption_milliseconds > 0 ? top + 12 + pen_unit(pen, 28) : top;
    LookPlan plan = plan_look(pen, flow_height(&flow, 0, flow.count) + 30, seen, strip);
    pen->frame->commands[0].value = (int32_t)plan.lift;
    bool noted = view_draw_parts(view, pen, of, plan.area, true);
    if (!noted && view_pointed_part(view) >= 0) {
        Flow with = flow_new(pen, flow.width, flow.highest);
        look_flow(view, &with, of, true);
        flow = with;
    }
    pen_card(pen, plan.card, true);
    flow_show(&flow,
              (FrameRect){ plan.card.x + 22, plan.card.y + 16, plan.card.w - 44, plan.card.h - 26 },
              PAGER_PANEL);
    if (strip > 0) {
        view_draw_strip(view, pen, view->person);
    }
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
    ViewPartOf of = { history->scenario, history->now, &bridge, view->person };
    float top = draw_top(view, pen, &of);
    pen_item(pen, ROLE_IMAGE, (FrameRect){ 0, top, frame->width, 340 },
             view_bridge_words(view, pen, view->person), "", "scene");
    draw_all(view, pen, &of, top);
    view_draw_caption(view, pen, top);
}
