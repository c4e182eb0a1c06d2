// The story on the room screen: what was told since the last choice, in pages.
#include "view/projector_parts.h"

static const float pad = 24.0f;

static void add_line(const Screen *screen, Flow *flow, ScreenType type, const RoomLine *line)
{
    const Theme *theme = screen->pen->theme;
    LayoutStyle style = screen_style(screen, type, theme->ink);
    LayoutStyle bold = style;
    bold.font = FONT_STORY_BOLD;
    if (line->kind == ROOM_LINE_PROMISE) {
        LayoutSegment note = { line->text, screen_style(screen, SCREEN_NOTE, theme->ink), false };
        flow_note(flow, &note, 1, 11);
        return;
    }
    const LayoutSegment segments[] = { { line->who, bold, false },
                                       { ": ", bold, false },
                                       { line->text, style, true } };
    bool said = line->kind == ROOM_LINE_SAID && line->who[0] != '\0';
    flow_segments(flow, said ? segments : segments + 2, said ? 3 : 1, 11);
}

Flow screen_story(const Screen *screen, ScreenType type, float width, float height)
{
    Flow flow = flow_new(screen->pen, width, height - screen_pages_foot(screen));
    flow.told = true;
    for (int i = 0; i < screen->view->line_count; i++) {
        add_line(screen, &flow, type, &screen->view->lines[i]);
    }
    return flow;
}

// The largest type in which all of it stands on one page; else pages in the usual one.
void screen_draw_story(const Screen *screen, FrameRect card)
{
    FrameRect inside = { card.x + pad, card.y + 20, card.w - 2 * pad, card.h - 36 };
    Flow flow = screen_story(screen, SCREEN_STORY_LARGE, inside.w, inside.h);
    if (flow_height(&flow, 0, flow.count) > inside.h) {
        flow = screen_story(screen, SCREEN_STORY, inside.w, inside.h);
    }
    if (screen->stacked && screen->room->stage == ROOM_ENDED && screen->view->ending[0] != '\0') {
        Flow talk = screen_talk(screen, inside.w, inside.h);
        flow_append(&flow, &talk);
    }
    pen_card(screen->pen, card, true);
    screen_pages(screen, &flow, inside);
}
