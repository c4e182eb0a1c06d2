// Turning pages: by a button, by a key, to the first or the last one; and where the first comes behind the last.
#include "view/view_state.h"

bool view_pages_go_round(const View *view)
{
    return view->screen == VIEW_LIBRARY && !view->has_notice && !view_settings_open(view);
}

static void turn(View *view, int pager, int step)
{
    if (pager >= 0 && pager < PAGER_COUNT) {
        int page = view->pages[pager] + step, count = view->page_counts[pager];
        if (view_pages_go_round(view) && count > 1) {
            page = (page + count) % count;
        }
        view->pages[pager] = page < 0 ? 0 : page;
        view_touch(view);
    }
}

// Where the button that was taken is gone at the end, the focus goes to its neighbour: not to the top of home,
// and in the debrief to nothing that somebody who hurries would keep or begin by it.
void view_turn_by_button(View *view, int argument)
{
    int pager = argument / 2;
    bool on = (argument & 1) != 0;
    turn(view, pager, on ? 1 : -1);
    bool there = pager < PAGER_COUNT &&
                 (on ? view->pages[pager] + 1 < view->page_counts[pager] : view->pages[pager] > 0);
    bool round = view_pages_go_round(view) && view->page_counts[pager] > 2;
    if (view->screen != VIEW_PLAY && !view->has_notice && !there && !round) {
        view->focus = (ViewTarget){ ACTION_PAGE, argument ^ 1 };
    }
}

static bool at_its_end(const View *view, int pager, int step)
{
    int page = view->pages[pager] + step;
    return page < 0 || page >= view->page_counts[pager];
}

// Turns the pager that has such a button on the screen: the story's before the ledger's.
void view_turn_pages(View *view, int step, bool round)
{
    for (int i = 0; i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->action == ACTION_PAGE && item->focusable &&
            (item->argument & 1) == (step > 0 ? 1 : 0) &&
            (round || !at_its_end(view, item->argument / 2, step))) {
            turn(view, item->argument / 2, step);
            return;
        }
    }
}

// At home: of what has pages, the first or the last one.
void view_turn_to_end(View *view, bool end)
{
    for (int i = 0; view_pages_go_round(view) && i < view->item_count; i++) {
        const FrameItem *item = &view->items[i];
        if (item->action == ACTION_PAGE && item->focusable) {
            int pager = item->argument / 2;
            view->pages[pager] = end ? view->page_counts[pager] - 1 : 0;
            view_touch(view);
            view_refresh(view);
            return;
        }
    }
}
