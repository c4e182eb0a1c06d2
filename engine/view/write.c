// Writing the plan in one's own words: a line of text on a card, with a caret. What is typed comes as
// INPUT_TEXT; the keys move and delete, Enter keeps it.
#include "base/say.h"
#include "view/breaks.h"
#include "view/order.h"
#include "view/view_state.h"

#include <string.h>

bool view_wants_text(const View *view)
{
    return (view->panel == PANEL_WRITE || view->panel == PANEL_NAME ||
            view->panel == PANEL_NUMBER) &&
           !view->has_notice && !view_uses_switches(view); // theirs is the space bar
}

void view_write_begin(View *view)
{
    memcpy(view->draft, view->plan, sizeof view->draft);
    view->caret = (int)strlen(view->draft);
    view_open_panel(view, PANEL_WRITE);
}

// By whole letters, with their marks, as they stand in memory: the order in which they are spoken.
static int letter_after(const View *view, int at)
{
    return at + (int)breaks_letter(view->draft + at, strlen(view->draft + at));
}

static int letter_before(const View *view, int at)
{
    int from = 0;
    for (int next = 0; next < at; next = letter_after(view, next)) {
        from = next;
    }
    return from;
}

// Whether the arrow that points to the left goes back in what was written.
static bool left_is_back(const View *view)
{
    return !order_from_right(view->draft, strlen(view->draft), say_right_to_left());
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

void view_write_caret(View *view, int at)
{
    int length = (int)strlen(view->draft);
    at = at < 0 ? 0 : at > length ? length : at;
    view->caret = at < length ? letter_before(view, at + 1) : at; // never inside of a letter
    view_touch(view);
}

// True: the key was meant for the text.
bool view_write_key(View *view, ViewKey key)
{
    if (key == KEY_BACKSPACE) {
        cut(view, letter_before(view, view->caret), view->caret);
    } else if (key == KEY_DELETE) {
        cut(view, view->caret, letter_after(view, view->caret));
    } else if (key == KEY_LEFT || key == KEY_RIGHT) {
        bool back = (key == KEY_LEFT) == left_is_back(view);
        view->caret = back ? letter_before(view, view->caret) : letter_after(view, view->caret);
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

// The line that is written, under that name, with its caret.
void view_write_line(View *view, Flow *flow, const char *label)
{
    Frame *frame = flow->pen->frame;
    const Theme *theme = flow->pen->theme;
    LayoutStyle style = pen_style(flow->pen, STYLE_CLAIM, theme->ink);
    LayoutStyle caret = pen_style(flow->pen, STYLE_CLAIM, theme->accent);
    // Letters of Arabic stay joined with the caret between them.
    bool joined = order_joins(view->draft, strlen(view->draft), (size_t)view->caret);
    const char *joiner = joined ? "\xe2\x80\x8d" : "";
    Text before = { 0 };
    Text after = { 0 };
    text_add_n(&before, view->draft, (size_t)view->caret);
    text_add(&before, joiner);
    text_add(&after, joiner);
    text_add(&after, view->draft + view->caret);
    const LayoutSegment line[] = {
        { frame_text(frame, text_str(&before)), style, false },
        { "|", caret, false },
        { frame_text(frame, text_str(&after)), style, false },
    };
    text_deinit(&before);
    text_deinit(&after);
    frame->caret = view->caret;
    flow_field(flow, line, 3, label, frame_text(frame, view->draft), 8);
    view_letters_flow(view, flow);
}

void view_write_flow(View *view, Flow *flow)
{
    flow_label(flow, word(W_WRITE), 0);
    view_write_line(view, flow, word(W_WRITE));
    flow_text(flow, STYLE_STATE, flow->pen->theme->soft, word(W_WRITE_HOW), 8);
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
