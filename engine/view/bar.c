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

float view_tools(View *view, Pen *pen, float top)
{
    PenButton tools[] = {
        { .label = word(W_TOOL_UNDO), .key = "U", .id = "undo", .action = ACTION_UNDO },
        { .label = word(view->skipping ? W_TOOL_SKIPPING : W_TOOL_SKIP),
          .key = "F",
          .id = "skip",
          .action = ACTION_HOME,
          .argument = ACT_SKIP },
        { .label = word(W_TOOL_PLACES),
          .key = "K",
          .id = "places",
          .action = ACTION_PANEL,
          .argument = PANEL_PLACES },
        { .label = word(W_TOOL_LOOK),
          .key = "L",
          .id = "look",
          .action = ACTION_PANEL,
          .argument = PANEL_LOOK },
        { .label = word(W_TOOL_CANYON),
          .key = "B",
          .id = "canyon",
          .action = ACTION_PANEL,
          .argument = PANEL_CANYON },
        { .label = word(W_TOOL_HISTORY),
          .key = "H",
          .id = "history",
          .action = ACTION_PANEL,
          .argument = PANEL_HISTORY },
        { .label = word(W_TOOL_LEDGER),
          .key = "C",
          .id = "ledger",
          .action = ACTION_PANEL,
          .argument = PANEL_LEDGER },
        { .label = word(W_TOOL_PAUSE),
          .key = "P",
          .id = "pause",
          .action = ACTION_PANEL,
          .argument = PANEL_PAUSE },
        { .label = word(W_TOOL_HELP),
          .key = "?",
          .id = "help",
          .action = ACTION_PANEL,
          .argument = PANEL_HELP },
        { .label = word(view->drill != NULL && view->drill_inside ? W_DRILL_LEAVE : W_TOOL_LIBRARY),
          .key = word(W_KEY_ESCAPE),
          .id = "library",
          .action = ACTION_LIBRARY },
    };
    enum { TOOL_UNDO, TOOL_SKIP, TOOL_PLACES, TOOL_LOOK, TOOL_CANYON };
    int count = (int)(sizeof tools / sizeof tools[0]);
    bool shown[sizeof tools / sizeof tools[0]];
    for (int i = 0; i < count; i++) {
        int first = view->drill != NULL ? view->drill->from : 0;
        shown[i] = (i != TOOL_UNDO || view->history->count > first) &&
                   (i != TOOL_SKIP || view_can_skip(view)) &&
                   (i != TOOL_PLACES || (view->can_keep_places && view->drill == NULL)) &&
                   (i != TOOL_CANYON || view->history->scenario->person_count > 1);
    }
    float room = pen->frame->width - 2 * VIEW_MARGIN;
    float width = 0;
    for (int i = 0; i < count; i++) {
        tools[i].small = true;
        tools[i].band = true;
        tools[i].name = tools[i].label;
        width += shown[i] ? pen_button_size(pen, &tools[i], room).w + 8 : 0;
    }
    bool bare = view_is_stacked(pen) || width > room;
    width = bare ? 0 : width;
    for (int i = 0; i < count && bare; i++) {
        tools[i].label = "";
        width += shown[i] ? pen_button_size(pen, &tools[i], room).w + 8 : 0;
    }
    float x = pen->frame->width - VIEW_MARGIN - width + 8;
    float height = pen_unit(pen, 28);
    for (int i = 0; i < count; i++) {
        FrameRect size = pen_button_size(pen, &tools[i], room);
        height = size.h > height ? size.h : height;
    }
    for (int i = 0; i < count; i++) {
        if (shown[i]) {
            float wide = pen_button_size(pen, &tools[i], room).w;
            pen_button(pen, &tools[i], (FrameRect){ x, top + 6, wide, height });
            x += wide + 8;
        }
    }
    return top + 6 + height;
}
