// What frames every screen: the scene behind, the top bar, the small tools below it.
#include "view/home_act.h"
#include "view/view_state.h"

bool view_is_stacked(const Pen *pen)
{
    return pen->scale > 1.26f;
}

float view_left(const Pen *pen)
{
    return (pen->frame->width - (float)VIEW_GRID) / 2;
}

void view_scene(View *view, Pen *pen, int person, const BridgeCondition *condition, float shift,
                uint32_t dim)
{
    Frame *frame = pen->frame;
    FrameRect whole = { 0, 0, frame->width, frame->height };
    frame->ground = pen->theme->ground;
    frame->has_scene = true;
    frame->bridge = *condition;
    frame->bridge_person = person;
    frame->bridge_name = view->history == NULL || person < 0
                             ? ""
                             : frame_text(frame, view_first_name(view->history->scenario, person));
    FrameCommand *scene = frame_add(frame, FRAME_SCENE, whole);
    scene->value = (int32_t)shift;
    scene->colour = dim;
    if (view->history != NULL) {
        frame->weather = story_weather(view->history->scenario, view->history->now);
    }
}

// ---- the top bar --------------------------------------------------------------------------------

typedef struct BarPart {
    LayoutSegment segments[2];
    float width;
} BarPart;

static BarPart bar_part(Pen *pen, const char *strong, const char *soft)
{
    LayoutStyle bold = pen_style(pen, STYLE_CHOICE, pen->theme->on_band);
    bold.font = FONT_UI_BOLD;
    LayoutStyle light = pen_style(pen, STYLE_STATE, pen->theme->on_band_soft);
    light.leading = bold.leading;
    BarPart part = { .segments = { { strong, bold, false }, { soft, light, false } } };
    part.width = layout_width(pen->measure, &bold, strong);
    if (soft[0] != '\0') {
        part.width += layout_width(pen->measure, &light, soft) + pen_unit(pen, 8);
    }
    return part;
}

// Draws one segment wrapped to a width; returns its height.
static float draw_wrapped(Pen *pen, const LayoutSegment *segment, float x, float y, float width)
{
    LayoutBlock block = layout_wrap(&pen->frame->arena, pen->measure, segment, 1, width);
    pen_block(pen, &block, x, y);
    return block.leading * (float)block.count;
}

static float icon_width(const Pen *pen, const ViewBar *bar)
{
    return bar->icon >= 0 ? pen_unit(pen, 36) : 0;
}

static void draw_left(Pen *pen, const ViewBar *bar, const BarPart *part, float y)
{
    float x = VIEW_MARGIN;
    if (bar->icon >= 0) {
        float size = pen_unit(pen, 26);
        FrameRect place = { x, y + (part->segments[0].style.leading - size) / 2, size, size };
        pen_icon(pen, (FrameIcon)bar->icon, place, pen->theme->gold);
        x += icon_width(pen, bar);
    }
    float w = pen_text(pen, part->segments[0].style, x, y, ALIGN_START, part->segments[0].text);
    pen_text(pen, part->segments[1].style, x + w + pen_unit(pen, 8), y, ALIGN_START,
             part->segments[1].text);
}

static float gauge_width(const Pen *pen, const ViewBar *bar)
{
    return bar->word != NULL && bar->halves >= 0
               ? pen_gauge_width(pen_unit(pen, 16)) + pen_unit(pen, 14)
               : 0;
}

static void draw_right(Pen *pen, const ViewBar *bar, const BarPart *part, float y)
{
    float x = pen->frame->width - VIEW_MARGIN - part->width - gauge_width(pen, bar);
    if (part->segments[1].text[0] != '\0') {
        x += pen_text(pen, part->segments[1].style, x, y, ALIGN_START, part->segments[1].text);
        x += pen_unit(pen, 8);
    }
    if (bar->word != NULL && bar->halves >= 0) {
        float height = pen_unit(pen, 16);
        pen_gauge(pen, x, y + (part->segments[0].style.leading - height) / 2, height, bar->halves,
                  true);
        x += gauge_width(pen, bar);
    }
    pen_text(pen, part->segments[0].style, x, y, ALIGN_START, part->segments[0].text);
}

// Everything below each other: large type, long names.
static float draw_rows(Pen *pen, const ViewBar *bar, const BarPart *left, const BarPart *right,
                       const LayoutSegment *title)
{
    float width = pen->frame->width - 2 * VIEW_MARGIN;
    float y = 8;
    y += draw_wrapped(pen, title, VIEW_MARGIN, y, width);
    bool icon_fits = icon_width(pen, bar) + left->width <= width;
    if (icon_fits &&
        left->width + right->width + gauge_width(pen, bar) + icon_width(pen, bar) + 24 <= width) {
        draw_left(pen, bar, left, y);
        draw_right(pen, bar, right, y);
        return y + left->segments[0].style.leading + 8;
    }
    if (icon_fits) {
        draw_left(pen, bar, left, y);
        y += left->segments[0].style.leading;
    } else {
        y += draw_wrapped(pen, &left->segments[0], VIEW_MARGIN, y, width);
        y += draw_wrapped(pen, &left->segments[1], VIEW_MARGIN, y, width);
    }
    if (right->width + gauge_width(pen, bar) <= width) {
        draw_right(pen, bar, right, y);
        y += right->segments[0].style.leading;
    } else {
        y += draw_wrapped(pen, &right->segments[1], VIEW_MARGIN, y, width);
        y += draw_wrapped(pen, &right->segments[0], VIEW_MARGIN, y, width);
    }
    return y + 8;
}

static void add_items(Pen *pen, const ViewBar *bar, float height)
{
    float half = pen->frame->width / 2;
    Arena *arena = &pen->frame->arena;
    pen_item(pen, ROLE_HEADING, (FrameRect){ 0, 0, half, height }, bar->title, "", "title");
    if (bar->left[0] != '\0') {
        pen_item(pen, ROLE_STATUS, (FrameRect){ 0, 0, half, height }, bar->left, bar->left_more,
                 "clock")
            ->live = LIVE_QUIET;
    }
    if (bar->word != NULL) {
        const char *name = word_fill2(arena, W_LEDGER_LINE, bar->bridge_name, bar->word);
        pen_item(pen, ROLE_STATUS, (FrameRect){ half, 0, half, height }, name, "", "bridge")
            ->live = LIVE_QUIET;
    }
}

// The band has no hard edge towards the sky.
static void fade_below(Pen *pen, float height)
{
    if (!pen->theme->high_contrast) {
        FrameRect fade = { 0, height, pen->frame->width, 14 };
        FrameCommand *command = frame_add(pen->frame, FRAME_RECT, fade);
        command->colour = pen->theme->band;
        command->colour2 = pen->theme->band & 0xffffff;
    }
}

float view_bar(Pen *pen, const ViewBar *bar)
{
    Frame *frame = pen->frame;
    LayoutSegment title = { bar->title, pen_style(pen, STYLE_CARD_TITLE, pen->theme->on_band),
                            false };
    BarPart left = bar_part(pen, bar->left, bar->left_more);
    BarPart right = bar_part(pen, bar->word != NULL ? bar->word : "", bar->right);
    float middle = layout_width(pen->measure, &title.style, title.text) / 2;
    float centre = frame->width / 2;
    float left_end = VIEW_MARGIN + icon_width(pen, bar) + left.width;
    float right_start = frame->width - VIEW_MARGIN - right.width - gauge_width(pen, bar);
    int ground = frame->command_count;
    pen_band(pen, (FrameRect){ 0, 0, frame->width, 0 });
    float height = pen_unit(pen, 40) > 50 ? pen_unit(pen, 40) : 50;
    if (left_end + 16 <= centre - middle && centre + middle + 16 <= right_start) {
        float y = (height - left.segments[0].style.leading) / 2;
        draw_left(pen, bar, &left, y);
        pen_text(pen, title.style, centre, (height - title.style.leading) / 2, ALIGN_CENTRE,
                 title.text);
        draw_right(pen, bar, &right, y);
    } else {
        float needed = draw_rows(pen, bar, &left, &right, &title);
        height = needed > height ? needed : height;
    }
    frame->commands[ground].rect.h = height;
    fade_below(pen, height);
    add_items(pen, bar, height);
    return height;
}

// ---- tools --------------------------------------------------------------------------------------

enum {
    TOOL_UNDO,
    TOOL_SKIP,
    TOOL_PLACES,
    TOOL_LOOK,
    TOOL_CANYON,
    TOOL_HISTORY,
    TOOL_LEDGER,
    TOOL_PAUSE,
    TOOL_HELP,
    TOOL_LIBRARY,
    TOOLS
};

static bool has_tool(const View *view, int tool)
{
    switch (tool) {
    case TOOL_UNDO:
        return view->history->count > (view->drill != NULL ? view->drill->from : 0);
    case TOOL_SKIP:
        return view_can_skip(view);
    case TOOL_PLACES:
        return view->can_keep_places && view->drill == NULL;
    case TOOL_CANYON:
        return view->history->scenario->person_count > 1;
    default:
        return true;
    }
}

static PenButton tool_button(const View *view, int tool)
{
    static const struct {
        ViewWord label;
        const char *key, *id;
        ViewAction action;
        int argument;
    } tools[TOOLS] = {
        [TOOL_UNDO] = { W_TOOL_UNDO, "U", "undo", ACTION_UNDO, 0 },
        [TOOL_SKIP] = { W_TOOL_SKIP, "F", "skip", ACTION_HOME, ACT_SKIP },
        [TOOL_PLACES] = { W_TOOL_PLACES, "K", "places", ACTION_PANEL, PANEL_PLACES },
        [TOOL_LOOK] = { W_TOOL_LOOK, "L", "look", ACTION_PANEL, PANEL_LOOK },
        [TOOL_CANYON] = { W_TOOL_CANYON, "B", "canyon", ACTION_PANEL, PANEL_CANYON },
        [TOOL_HISTORY] = { W_TOOL_HISTORY, "H", "history", ACTION_PANEL, PANEL_HISTORY },
        [TOOL_LEDGER] = { W_TOOL_LEDGER, "C", "ledger", ACTION_PANEL, PANEL_LEDGER },
        [TOOL_PAUSE] = { W_TOOL_PAUSE, "P", "pause", ACTION_PANEL, PANEL_PAUSE },
        [TOOL_HELP] = { W_TOOL_HELP, "?", "help", ACTION_PANEL, PANEL_HELP },
        [TOOL_LIBRARY] = { W_TOOL_LIBRARY, NULL, "library", ACTION_LIBRARY, 0 },
    };
    ViewWord label = tools[tool].label;
    if (tool == TOOL_SKIP && view->skipping) {
        label = W_TOOL_SKIPPING;
    } else if (tool == TOOL_LIBRARY && view->drill != NULL && view->drill_inside) {
        label = W_DRILL_LEAVE;
    }
    return (PenButton){ .label = word(label),
                        .key = tool == TOOL_LIBRARY ? word(W_KEY_ESCAPE) : tools[tool].key,
                        .name = word(label),
                        .id = tools[tool].id,
                        .action = tools[tool].action,
                        .argument = tools[tool].argument,
                        .band = true,
                        .small = true };
}

static float tools_width(Pen *pen, const PenButton *tools, int count, float room)
{
    float width = 0;
    for (int i = 0; i < count; i++) {
        width += pen_button_size(pen, &tools[i], room).w + 8;
    }
    return width;
}

float view_tools(View *view, Pen *pen, float top)
{
    PenButton tools[TOOLS];
    int count = 0;
    float room = pen->frame->width - 2 * VIEW_MARGIN;
    for (int i = 0; i < TOOLS; i++) {
        if (has_tool(view, i)) {
            tools[count++] = tool_button(view, i);
        }
    }
    float width = tools_width(pen, tools, count, room);
    if (view_is_stacked(pen) || width > room) { // their keys alone
        for (int i = 0; i < count; i++) {
            tools[i].label = "";
        }
        width = tools_width(pen, tools, count, room);
    }
    float x = pen->frame->width - VIEW_MARGIN - width + 8;
    float height = pen_unit(pen, 28);
    for (int i = 0; i < count; i++) {
        float high = pen_button_size(pen, &tools[i], room).h;
        height = high > height ? high : height;
    }
    for (int i = 0; i < count; i++) {
        float wide = pen_button_size(pen, &tools[i], room).w;
        pen_button(pen, &tools[i], (FrameRect){ x, top + 6, wide, height });
        x += wide + 8;
    }
    return top + 6 + height;
}
