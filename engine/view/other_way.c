// The nearest other way from a choice of the debrief: found once a choice and person, shown as what is
// chosen otherwise and as two small bridges side by side.
#include "view/turning.h"
#include "view/view_state.h"

enum { PICTURE_WIDTH = 256, PICTURE_HEIGHT = 124, BETWEEN = 24, CHOICES_IN_SHORT = 2 };

void view_forget_other_way(View *view)
{
    if (view->other_found) {
        history_close(&view->other);
    }
    view->other_found = false;
    view->other_known = false;
}

bool view_has_other_way(const View *view)
{
    return view->has_turns && view->stop < view->history->count &&
           view->whatif.decisions[view->stop].option_count > 1;
}

// What the bridge is measured by there: where the cost was found by another word, that.
static BridgeWord goal_of(const View *view)
{
    const WhatIfTurn *cost = &view->turns.cost;
    return cost->decision == view->stop && cost->person == view->person
               ? cost->word
               : whatif_word(&view->whatif, view->person);
}

// The option that would have been best there, but not the one taken.
static const StoryOffer *best_other(const View *view, BridgeWord goal)
{
    const WhatIfDecision *decision = &view->whatif.decisions[view->stop];
    int best = -1;
    for (int o = 0; o < decision->option_count; o++) {
        if (o != decision->taken && !decision->options[o].hides &&
            (best < 0 || whatif_chance(&decision->options[o], view->person, goal) >
                             whatif_chance(&decision->options[best], view->person, goal))) {
            best = o;
        }
    }
    return best < 0 ? NULL : &decision->options[best].offer;
}

// NULL: none was found. Some hundred ways are tried, so it is asked once.
static const StoryHistory *other_way(View *view)
{
    if (view->other_known && view->other_stop == view->stop &&
        view->other_person == view->person) {
        return view->other_found ? &view->other : NULL;
    }
    view_forget_other_way(view);
    BridgeWord goal = goal_of(view);
    const StoryOffer *best = best_other(view, goal);
    view->other_known = true;
    view->other_stop = view->stop;
    view->other_person = view->person;
    view->other_found = best != NULL && whatif_other_way(view->history, view->stop, best,
                                                         view->person, goal, &view->other);
    return view->other_found ? &view->other : NULL;
}

// ---- two bridges --------------------------------------------------------------------------------

typedef struct PairSide {
    const char *said;
    LayoutBlock label, text;
    int thumbnail;
} PairSide;

typedef struct Pair {
    PairSide sides[2];
    int count;
    float column, width, height; // of a picture
} Pair;

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static PairSide pair_side(View *view, Pen *pen, const StoryHistory *way, ViewWord label,
                          float column)
{
    Frame *frame = pen->frame;
    const Scenario *scenario = way->scenario;
    BridgeCondition bridge;
    story_bridge(scenario, way->now, view->person, &bridge);
    FrameThumbnail picture = { bridge, story_weather(scenario, way->now), 940 };
    PairSide side = { .thumbnail = frame_thumbnail(frame, &picture) };
    side.said = word_fill3(
        &frame->arena, W_OTHER_WAY_END,
        view_text(frame, scenario, way->now, scenario->endings[way->now->ended - 1].title),
        view_first_name(scenario, view->person), word_bridge(&frame->arena, &bridge, false));
    side.label =
        pen_wrap(pen, pen_style(pen, STYLE_NAME, pen->theme->accent), word(label), false, column);
    side.text =
        pen_wrap(pen, pen_style(pen, STYLE_STATE, pen->theme->ink), side.said, false, column);
    return side;
}

static void draw_pair(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const Pair *pair = bit->data;
    for (int i = 0; i < pair->count; i++) {
        const PairSide *side = &pair->sides[i];
        float x = rect.x + (float)i * (pair->column + BETWEEN);
        pen_block(pen, &side->label, x, rect.y);
        FrameRect box = { x, rect.y + block_height(&side->label) + 2, pair->width, pair->height };
        FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
        command->value = side->thumbnail;
        command->radius = 8;
        pen_outline(pen, box, 8, 1.5f, pen->theme->edge, false);
        pen_block(pen, &side->text, x, box.y + box.h + 4);
        pen_item(pen, ROLE_IMAGE, (FrameRect){ x, rect.y, pair->column, rect.h },
                 side->said, "", "");
    }
}

// There, and how it was, beside each other.
static void add_pair(View *view, Flow *flow, const StoryHistory *other)
{
    Pen *pen = flow->pen;
    bool ended = view->history->now->ended != 0;
    Pair *pair = arena_alloc(&pen->frame->arena, sizeof *pair);
    pair->column = (flow->width - BETWEEN) / 2;
    pair->width = pair->column < PICTURE_WIDTH ? pair->column : PICTURE_WIDTH;
    pair->height = pair->width * PICTURE_HEIGHT / PICTURE_WIDTH;
    pair->sides[pair->count++] = pair_side(view, pen, other, W_OTHER_WAY_THERE, pair->column);
    if (ended) {
        pair->sides[pair->count++] =
            pair_side(view, pen, view->history, W_OTHER_WAY_YOURS, pair->column);
    }
    float height = 0;
    for (int i = 0; i < pair->count; i++) {
        float high = block_height(&pair->sides[i].label) + 2 + pair->height + 4 +
                     block_height(&pair->sides[i].text);
        height = high > height ? high : height;
    }
    flow_bit(flow, height, 8, draw_pair, pair);
}

// ---- what is chosen there -----------------------------------------------------------------------

// `most` that differ from mine; with `all`, those that are the same as well.
static void other_choices(View *view, Flow *flow, const StoryHistory *other, int most, bool all)
{
    Arena *arena = &flow->pen->frame->arena;
    const Theme *theme = flow->pen->theme;
    for (int i = view->stop; i < other->count && most > 0; i++) {
        const char *text = view_offer_plain(arena, other, i, &other->taken[i]);
        bool mine = whatif_chose(view->history, other, i);
        if (!mine || all) {
            flow_text(flow, mine ? STYLE_STATE : STYLE_NAME, mine ? theme->soft : theme->ink,
                      mine ? word_fill1(arena, W_AS_YOU_DID, text) : text, 4);
            most--;
        }
    }
}

static void none_found(View *view, Flow *flow)
{
    Arena *arena = &flow->pen->frame->arena;
    BridgeWord goal = goal_of(view);
    flow_text(flow, STYLE_CLAIM, flow->pen->theme->ink,
              word_fill1(arena, W_OTHER_WAY_NONE,
                         view_turning_goal(arena, view->history->scenario, view->person, goal)),
              4);
}

void view_other_way_flow(View *view, Flow *flow)
{
    const StoryHistory *other = other_way(view);
    flow_label(flow, word(W_OTHER_WAY), 0);
    if (other == NULL) {
        none_found(view, flow);
        return;
    }
    add_pair(view, flow, other);
    other_choices(view, flow, other, other->count, true);
}

void view_other_way_short(View *view, Flow *flow)
{
    const StoryHistory *other = other_way(view);
    if (other != NULL) {
        flow_label(flow, word(W_OTHER_WAY), 0);
        other_choices(view, flow, other, CHOICES_IN_SHORT, false);
        add_pair(view, flow, other);
    }
}
