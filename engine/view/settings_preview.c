// How it will look: a broken bridge, two answers with their discs, and the bridge in words. It obeys because it
// is drawn like everything else.
#include "view/settings.h"

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static void recolour(LayoutBlock *block, uint32_t colour)
{
    for (int i = 0; i < block->count; i++) {
        for (int j = 0; j < block->lines[i].run_count; j++) {
            block->lines[i].runs[j].style.colour = colour;
        }
    }
}

// A bridge that has everything: hanging, cracked, moved, open, kept.
BridgeCondition settings_sample_bridge(void)
{
    static const BridgeCommitment COMMITMENTS[] = {
        { .fate = BRIDGE_KEPT, .id = 0, .settled = 1 },
        { .fate = BRIDGE_WARNED, .id = 1, .settled = 2 },
        { .fate = BRIDGE_MISSED, .id = 2, .settled = 3 },
        { .fate = BRIDGE_OPEN, .id = 3 },
        { .fate = BRIDGE_MOVED, .id = 4 },
    };
    return bridge_condition(&(BridgeInput){ .trust = 420000,
                                            .rapport = 450000,
                                            .violations = 4,
                                            .commitments = COMMITMENTS,
                                            .commitment_count = 5 });
}

typedef struct SampleRow {
    LayoutBlock text;
    const char *key;
    PenDisc disc;
    bool focused;
} SampleRow;

static void draw_sample_row(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const SampleRow *row = bit->data;
    LayoutBlock text = row->text;
    uint32_t ink = pen_row_ground(pen, rect, row->focused, false, false);
    recolour(&text, ink);
    float cap = pen_unit(pen, 28);
    float x = rect.x + pen_unit(pen, 14);
    pen_keycap(pen, row->key, (FrameRect){ x, rect.y + (rect.h - cap) / 2, cap, cap },
               row->focused);
    int words = pen->frame->command_count;
    pen_block(pen, &text, x + cap + pen_unit(pen, 12), rect.y + (rect.h - tall(&text)) / 2);
    frame_ornament(pen->frame, words); // a sample, for the eye
    pen_disc(pen, row->disc, rect.x + rect.w - pen_unit(pen, 26), rect.y + rect.h / 2,
             pen_unit(pen, 26), row->focused);
}

static void sample_row(Flow *flow, ViewWord says, const char *key, PenDisc disc, bool focused)
{
    Pen *pen = flow->pen;
    SampleRow *row = arena_alloc(&pen->frame->arena, sizeof *row);
    *row = (SampleRow){ .key = key, .disc = disc, .focused = focused };
    float room = flow->width - pen_unit(pen, 14 + 28 + 12 + 50);
    row->text = pen_wrap(pen, pen_style(pen, STYLE_CHOICE, pen->theme->ink), word(says), false,
                         room > 60 ? room : 60);
    float least = pen_unit(pen, 46);
    float height = tall(&row->text) + pen_unit(pen, 10);
    flow_bit(flow, height > least ? height : least, 8, draw_sample_row, row);
}

static const char *summary(const View *view, Arena *arena)
{
    const ViewSettings *it = &view->settings;
    Text out = { .data = NULL };
    text_add(&out, setting_label(view, SET_SIZE, setting_value(view, SET_SIZE), true, arena));
    const struct {
        bool on;
        ViewWord says;
    } parts[] = { { it->high_contrast, W_LOOKS_CONTRAST },
                  { it->colour_safe, W_LOOKS_SAFE },
                  { it->reduced_motion, W_LOOKS_MOTION } };
    for (int i = 0; i < 3; i++) {
        text_addf(&out, "%s%s", parts[i].on ? ", " : "", parts[i].on ? word(parts[i].says) : "");
    }
    const char *copy = arena_string(arena, text_str(&out));
    text_deinit(&out);
    return copy;
}

static const char *in_words(Pen *pen, const BridgeCondition *bridge)
{
    Arena *arena = &pen->frame->arena;
    return word_fill1(arena, W_SAMPLE_WORDS, word_bridge(arena, bridge, false));
}

static void preview_buttons(Flow *flow)
{
    PenButton buttons[] = {
        { .label = word(W_AS_BEFORE),
          .id = "as_before",
          .small = true,
          .action = ACTION_SETTINGS_BACK },
        { .label = word(W_AS_USUAL),
          .id = "as_usual",
          .small = true,
          .action = ACTION_SETTINGS_BACK,
          .argument = 1 },
    };
    flow_buttons(flow, buttons, 2, 8);
}

static void preview_texts(Flow *flow, const BridgeCondition *bridge)
{
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    flow->quiet = true; // a sample is no news
    flow_text(flow, STYLE_STORY, theme->ink, word(W_SAMPLE_SAYS), 10);
    sample_row(flow, W_SAMPLE_ONE, "1", (PenDisc){ .number = 3, .fate = BRIDGE_MISSED }, true);
    sample_row(flow, W_SAMPLE_TWO, "2", (PenDisc){ .number = 4, .fate = BRIDGE_OPEN }, false);
    flow_label(flow, word(W_IN_WORDS), 14);
    flow_text(flow, STYLE_CLAIM, theme->ink, in_words(pen, bridge), 2);
    flow->quiet = false;
    preview_buttons(flow);
}

typedef struct HeadData {
    const char *label, *summary;
} HeadData;

static void draw_head(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const HeadData *head = bit->data;
    LayoutStyle label = pen_style(pen, STYLE_LABEL, pen->theme->accent);
    LayoutStyle soft = pen_style(pen, STYLE_STATE, pen->theme->soft);
    pen_text(pen, label, rect.x, rect.y + (rect.h - label.leading) / 2, ALIGN_START,
             pen_capitals(pen, head->label));
    pen_text(pen, soft, rect.x + rect.w, rect.y + (rect.h - soft.leading) / 2, ALIGN_END,
             head->summary);
    pen_item(pen, ROLE_HEADING, rect, head->label, head->summary, "")->live = LIVE_QUIET;
}

// The label, and beside it in a few words what is set; below it where there is no room.
static void preview_head(const View *view, Flow *flow)
{
    Pen *pen = flow->pen;
    HeadData *head = arena_alloc(&pen->frame->arena, sizeof *head);
    *head = (HeadData){ word(W_HOW_IT_LOOKS), summary(view, &pen->frame->arena) };
    LayoutStyle label = pen_style(pen, STYLE_LABEL, pen->theme->accent);
    LayoutStyle soft = pen_style(pen, STYLE_STATE, pen->theme->soft);
    float wide = layout_width(pen->measure, &label, pen_capitals(pen, head->label)) +
                 layout_width(pen->measure, &soft, head->summary) + pen_unit(pen, 24);
    if (wide <= flow->width) {
        float high = label.leading > soft.leading ? label.leading : soft.leading;
        flow_bit(flow, high, 0, draw_head, head)->keep = true;
        return;
    }
    flow_label(flow, head->label, 0);
    flow_text(flow, STYLE_STATE, pen->theme->soft, head->summary, 0);
}

void settings_preview_flow(const View *view, Flow *flow, float height)
{
    Pen *pen = flow->pen;
    BridgeCondition bridge = settings_sample_bridge();
    preview_head(view, flow);
    int at = flow->count;
    Flow rest = *flow;
    preview_texts(&rest, &bridge);
    float left = height - flow_height(&rest, 0, rest.count) - 12;
    float least = pen_unit(pen, 84);
    float wanted = flow->width * .5f;
    float picture = left < least ? least : left > wanted ? wanted : left;
    flow->count = at;
    FrameThumbnail what = { .condition = bridge, .weather = 1, .crop_width = 980 };
    flow_thumbnail(flow, &what, in_words(pen, &bridge), flow->width, picture, 8);
    flow->bits[flow->count - 1].keep = false;
    preview_texts(flow, &bridge);
}
