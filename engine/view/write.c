// Writing the plan in one's own words: a line of text on a card, with a caret. What is typed comes as
// INPUT_TEXT; the keys move and delete, Enter keeps it.
#include "view/view_state.h"

#include <string.h>

bool view_wants_text(const View *view)
{
    return view->panel == PANEL_WRITE && !view->has_notice;
}

void view_write_begin(View *view)
{
    memcpy(view->draft, view->plan, sizeof view->draft);
    view->caret = (int)strlen(view->draft);
    view_open_panel(view, PANEL_WRITE);
}

static bool inside_character(char c)
{
    return ((unsigned char)c & 0xC0u) == 0x80u;
}

static int left_of(const View *view, int at)
{
    do {
        at--;
    } while (at > 0 && inside_character(view->draft[at]));
    return at < 0 ? 0 : at;
}

static int right_of(const View *view, int at)
{
    if (view->draft[at] == '\0') {
        return at;
    }
    do {
        at++;
    } while (inside_character(view->draft[at]));
    return at;
}

static void cut(View *view, int from, int to)
{
    memmove(view->draft + from, view->draft + to, strlen(view->draft + to) + 1);
    view->caret = from;
}

void view_write_text(View *view, const char *text)
{
    size_t length = strlen(view->draft), more = strlen(text);
    if (length + more >= sizeof view->draft || !utf8_valid(text, more, NULL)) {
        return;
    }
    char *at = view->draft + view->caret;
    memmove(at + more, at, strlen(at) + 1);
    memcpy(at, text, more);
    for (size_t i = 0; i < more; i++) { // a plan is one line
        at[i] = (unsigned char)at[i] < 0x20 ? ' ' : at[i];
    }
    view->caret += (int)more;
    view_touch(view);
}

// True: the key was meant for the text.
bool view_write_key(View *view, ViewKey key)
{
    if (key == KEY_BACKSPACE) {
        cut(view, left_of(view, view->caret), view->caret);
    } else if (key == KEY_DELETE) {
        cut(view, view->caret, right_of(view, view->caret));
    } else if (key == KEY_LEFT) {
        view->caret = left_of(view, view->caret);
    } else if (key == KEY_RIGHT) {
        view->caret = right_of(view, view->caret);
    } else if (key == KEY_HOME || key == KEY_END) {
        view->caret = key == KEY_HOME ? 0 : (int)strlen(view->draft);
    } else {
        return key >= KEY_UNDO && key <= KEY_DIGIT; // letters mean nothing else here
    }
    view_touch(view);
    return true;
}

// False: there is nothing to keep.
bool view_write_keep(View *view)
{
    const char *text = view->draft + strspn(view->draft, " ");
    if (text[0] == '\0') {
        return false;
    }
    memmove(view->plan, text, strlen(text) + 1);
    view_close_panel(view);
    return true;
}

void view_write_flow(View *view, Flow *flow)
{
    Frame *frame = flow->pen->frame;
    const Theme *theme = flow->pen->theme;
    LayoutStyle style = pen_style(flow->pen, STYLE_CLAIM, theme->ink);
    LayoutStyle caret = pen_style(flow->pen, STYLE_CLAIM, theme->accent);
    char *before = arena_text(&frame->arena, view->draft, (size_t)view->caret);
    const LayoutSegment line[] = {
        { before, style, false },
        { "|", caret, false },
        { frame_text(frame, view->draft + view->caret), style, false },
    };
    flow_label(flow, word(W_WRITE), 0);
    flow_note(flow, line, 3, 8);
    flow_text(flow, STYLE_STATE, theme->soft, word(W_WRITE_HOW), 8);
    PenButton buttons[] = {
        { .label = word(W_PLAN_KEEP),
          .key = word(W_KEY_ENTER),
          .id = "keep_draft",
          .first = true,
          .action = ACTION_KEEP_DRAFT },
    };
    flow_buttons(flow, buttons, 1, 12);
}

void view_plan_lost(View *view)
{
    view->plan_kept = false;
    view_touch(view);
}
