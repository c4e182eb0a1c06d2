// Every scenario as a list, on one page where there is any way to it: at large type the shelf turns many pages,
// and nothing may be further away than three steps. Also what a number takes at home.
#include "view/home_act.h"
#include "view/view_state.h"

bool view_has_list(const View *view)
{
    enum { AT_ONCE = 4 }; // a shelf of so many has them all on a page, or on two
    int count = 0;
    for (int i = 0; i < view->card_count; i++) {
        count += view_is_on_shelf(view, i);
    }
    return count > AT_ONCE;
}

PenButton view_list_button(void)
{
    return (PenButton){ .label = word(W_ALL_SCENARIOS),
                        .key = "A",
                        .id = "all",
                        .action = ACTION_PANEL,
                        .argument = PANEL_ALL };
}

// ---- the list -----------------------------------------------------------------------------------

static FlowRow card_row(const View *view, Pen *pen, int card, int number, bool close)
{
    static const char *const DIGITS[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
    const ViewCard *it = &view->cards[card];
    Arena *arena = &pen->frame->arena;
    const char *says =
        it->broken ? word_fill2(arena, W_KNOW_LINE, word(W_CANNOT_LOAD), it->problem)
                   : word_fill2(arena, W_MINUTES_AND, view_card_minutes(pen, it),
                                view_card_standing(it));
    return (FlowRow){ .text = it->title,
                      .sub = close && !it->broken ? NULL : says,
                      .value = says,
                      .key = number <= 9 && !it->broken ? DIGITS[number - 1] : NULL,
                      .id = it->id,
                      .small = close,
                      .off = it->broken,
                      .action = ACTION_OPEN,
                      .argument = card };
}

// `close`: titles only, as low as they can be.
static void list_flow(const View *view, Flow *flow, int columns, bool close)
{
    Pen *pen = flow->pen;
    FlowRow *rows = arena_alloc(&pen->frame->arena,
                                ((size_t)view->card_count + 1) * sizeof *rows);
    int count = 0, number = 0;
    for (int i = 0; i < view->card_count; i++) {
        if (view_is_on_shelf(view, i) || (view_has_practice(view) && i == view->home.practice)) {
            number += !view->cards[i].broken;
            rows[count++] = card_row(view, pen, i, number, close);
        }
    }
    flow_label(flow, word(W_ALL_SCENARIOS), 0);
    flow_rows(flow, rows, count, columns, close ? 4 : 8);
}

void view_list_draw(View *view, Pen *pen)
{
    enum { WIDE = 980 };
    float width = view_is_stacked(pen) ? (float)VIEW_GRID : (float)WIDE;
    FrameRect room = { (pen->frame->width - width) / 2, 24, width, pen->frame->height - 48 };
    float high = room.h - view_panel_foot(pen, word(W_CLOSE)) - 24;
    pen_item(pen, ROLE_DIALOG, room, word(W_ALL_SCENARIOS), "", "panel");
    Flow flow;
    for (int tight = 0; tight < 2; tight++) {
        flow = flow_new(pen, width - 48, high - flow_footer_height(pen));
        list_flow(view, &flow, 2, tight != 0);
        if (flow_height(&flow, 0, flow.count) <= high) {
            break;
        }
    }
    view_panel_card(pen, &flow, room, PAGER_PANEL, ACTION_CLOSE, word(W_CLOSE));
}

bool view_list_back(View *view)
{
    if (view->panel != PANEL_COVER || !view->cover_of_list) {
        return false;
    }
    view_open_panel(view, PANEL_ALL);
    view->focus = (ViewTarget){ ACTION_OPEN, view->cover };
    return true;
}

// ---- numbers ------------------------------------------------------------------------------------

static bool at_home(const View *view)
{
    return view->screen == VIEW_LIBRARY && !view->has_notice;
}

bool view_card_digit(const View *view, int number, ViewTarget *out)
{
    if (!at_home(view) || (view->panel != PANEL_NONE && view->panel != PANEL_ALL)) {
        return false;
    }
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->focusable && item->action == ACTION_OPEN && --number == 0) {
            *out = (ViewTarget){ item->action, item->argument };
            return true;
        }
    }
    return false;
}
