// What was read before: whoever skips sees such lines at once; the telling stops at the first one that is
// new, and at every choice. What was read is the host's to know.
#include "view/view_state.h"

void view_known(View *view, ViewKnown known)
{
    view->known = known;
    view->skipping = view->skipping && known.was_read != NULL;
}

bool view_can_skip(const View *view)
{
    for (int i = 0; i < view->beats.count && !view->skipping; i++) {
        if (view->beats.list[i].known) {
            return true;
        }
    }
    return view->skipping;
}

// The player's own words and notes about planks are no obstacle: they are told as they come.
static int first_new(const View *view)
{
    int i = 0;
    while (i < view->beats.count && (!view->beats.list[i].line || view->beats.list[i].known)) {
        i++;
    }
    return i;
}

bool view_skip(View *view)
{
    if (!view->skipping || view->screen != VIEW_PLAY || view->told || view->has_notice ||
        view->panel != PANEL_NONE) {
        return false;
    }
    int fresh = first_new(view);
    int on_page =
        view->page_beats_end < view->beats.count ? view->page_beats_end : view->beats.count;
    int up_to = fresh < on_page ? fresh : on_page;
    if (view->shown < up_to) {
        view->shown = up_to;
        view_touch(view);
        return true;
    }
    if (fresh < on_page || view->story_page + 1 >= view->story_pages) {
        return false;
    }
    view->shown = view->shown < on_page ? on_page : view->shown;
    view_more(view);
    return true;
}
