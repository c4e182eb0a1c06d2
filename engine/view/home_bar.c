// The bar of the home screen: the name of the game, and the way to whoever plays, to the settings, to
// the keys and out. Where the words have no room, the keys stand alone and are still read aloud.
#include "view/view_state.h"

static float bar_height(const Pen *pen)
{
    float large = pen_unit(pen, 40);
    return !view_is_stacked(pen) ? 64 : large > 50 ? large : 50;
}

static float logo_width(const Pen *pen)
{
    return view_is_stacked(pen) ? 0 : 70;
}

// Clear at its lower edge, so that the sky is seen; plain in high contrast.
static void draw_band(Pen *pen, float height)
{
    FrameRect band = { 0, 0, pen->frame->width, height };
    pen_band(pen, band);
    if (!pen->theme->high_contrast) {
        FrameCommand *command = &pen->frame->commands[pen->frame->command_count - 1];
        command->colour2 = pen->theme->band & 0x70ffffffu;
    }
}

enum { TOOLS_MOST = 5 };

static const char *who_plays(const View *view)
{
    for (int i = 0; i < view->home.profile_count; i++) {
        if (view->home.profiles[i].current) {
            return view->home.profiles[i].name;
        }
    }
    return word(W_TOOL_YOU);
}

bool view_has_page(const View *view)
{
    return view->home.kept_where != NULL || view->home.record_count > 0;
}

static int list_tools(const View *view, PenButton out[TOOLS_MOST])
{
    int count = 0;
    if (view_has_page(view)) {
        out[count++] = (PenButton){ .label = who_plays(view),
                                    .name = who_plays(view),
                                    .key = "Y",
                                    .id = "you",
                                    .action = ACTION_PANEL,
                                    .argument = PANEL_YOU };
    }
    out[count++] = (PenButton){
        .label = word(W_TOOL_SETTINGS), .key = "S", .id = "settings", .action = ACTION_SETTINGS
    };
    out[count++] = (PenButton){ .label = word(W_TOOL_HELP),
                                .key = "?",
                                .id = "help",
                                .action = ACTION_PANEL,
                                .argument = PANEL_HELP };
    out[count++] = (PenButton){
        .label = word(W_QUIT), .key = word(W_KEY_ESCAPE), .id = "quit", .action = ACTION_QUIT
    };
    for (int i = 0; i < count; i++) {
        out[i].small = true;
        out[i].band = true;
        out[i].name = out[i].name != NULL ? out[i].name : out[i].label;
    }
    return count;
}

static float tools_width(Pen *pen, const PenButton *tools, int count)
{
    float width = -8;
    for (int i = 0; i < count; i++) {
        width += pen_button_size(pen, &tools[i], 400).w + 8;
    }
    return width;
}

// With their words where these have room beside the name of the game.
static int fit_tools(const View *view, Pen *pen, PenButton tools[TOOLS_MOST])
{
    int count = list_tools(view, tools);
    LayoutStyle title = pen_style(pen, STYLE_SCREEN_TITLE, 0);
    float name = logo_width(pen) + layout_width(pen->measure, &title, word(W_APP)) + 24;
    float room = pen->frame->width - 2 * VIEW_MARGIN;
    bool both = tools_width(pen, tools, count) + name <= room;
    bool alone = view_is_stacked(pen) && tools_width(pen, tools, count) <= room;
    for (int i = 0; i < count && !both && !alone; i++) {
        tools[i].label = "";
    }
    return count;
}

static float home_tools_width(const View *view, Pen *pen)
{
    PenButton tools[TOOLS_MOST];
    int count = fit_tools(view, pen, tools);
    return tools_width(pen, tools, count);
}

float view_home_top(View *view, Pen *pen)
{
    float height = bar_height(pen);
    LayoutStyle style = pen_style(pen, STYLE_SCREEN_TITLE, pen->theme->on_band);
    float width = layout_width(pen->measure, &style, word(W_APP));
    float x = VIEW_MARGIN + logo_width(pen);
    draw_band(pen, height);
    pen_item(pen, ROLE_HEADING, (FrameRect){ VIEW_MARGIN, 0, x + width - VIEW_MARGIN, height },
             word(W_APP), "", "title");
    if (logo_width(pen) > 0) {
        pen_icon(pen, ICON_LOGO, (FrameRect){ VIEW_MARGIN, 15, 34, 34 }, pen->theme->gold);
    }
    if (x + width + 24 + home_tools_width(view, pen) + VIEW_MARGIN <= pen->frame->width) {
        pen_text(pen, style, x, (height - style.leading) / 2, ALIGN_START, word(W_APP));
    }
    return height;
}

void view_home_tools(View *view, Pen *pen)
{
    PenButton tools[TOOLS_MOST];
    int count = fit_tools(view, pen, tools);
    float x = pen->frame->width - VIEW_MARGIN - tools_width(pen, tools, count);
    for (int i = 0; i < count; i++) {
        FrameRect size = pen_button_size(pen, &tools[i], 400);
        pen_button(pen, &tools[i],
                   (FrameRect){ x, (bar_height(pen) - size.h) / 2, size.w, size.h });
        x += size.w + 8;
    }
}
