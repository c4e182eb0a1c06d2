// The card of `play --live`: a mistake in the author's files, with the line and its mark, over the story
// as it was without it. It asks for nothing and takes no key: the story below goes on, and the card goes
// when the mistake is mended. Knows no files.
#include "view/mirror.h"
#include "view/view_state.h"

#include "base/text.h"

#include <string.h>

enum { CARD_WIDTH = 860, CARD_TOP = 96, CARD_BELOW = 60, LINE_PADDING = 9 };

void view_mistake(View *view, const ViewMistake *mistake)
{
    view->has_mistake = mistake != NULL;
    if (mistake != NULL) {
        Arena old = view->mistake_texts;
        arena_init(&view->mistake_texts);
        Arena *arena = &view->mistake_texts;
        view->mistake = *mistake;
        view->mistake.title = arena_string(arena, mistake->title);
        view->mistake.code = arena_string(arena, mistake->code);
        view->mistake.message = arena_string(arena, mistake->message);
        view->mistake.fix = arena_string(arena, mistake->fix);
        view->mistake.line = arena_string(arena, mistake->line);
        view->mistake.foot = arena_string(arena, mistake->foot);
        arena_deinit(&old);
    }
    view_touch(view);
}

bool view_mistake_hides(const View *view, float x, float y)
{
    FrameRect card = view->mistake_rect;
    return view->has_mistake && !view->has_notice && x >= card.x && x < card.x + card.w &&
           y >= card.y && y < card.y + card.h;
}

// ---- the line and its mark --------------------------------------------------------------------------

typedef struct MarkedLine {
    LayoutStyle plain, marked;
    const char *before, *mark, *after; // of the line
} MarkedLine;

static void draw_line(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const MarkedLine *line = bit->data;
    const Theme *theme = pen->theme;
    pen_barred(pen, rect, 4, 5, theme->bad, theme->row);
    float x = rect.x + 18;
    float y = rect.y + pen_unit(pen, LINE_PADDING);
    mirror_keeps(pen->frame, (FrameRect){ rect.x + 18, rect.y, rect.w - 36, rect.h }); // code
    x += pen_text(pen, line->plain, x, y, ALIGN_START, line->before);
    float from = x;
    x += pen_text(pen, line->marked, x, y, ALIGN_START, line->mark);
    float width = x - from > pen_unit(pen, 8) ? x - from : pen_unit(pen, 8);
    pen_rect(
        pen,
        (FrameRect){ from, y + line->marked.leading - pen_unit(pen, 1), width, pen_unit(pen, 3) },
        1, theme->bad);
    pen_text(pen, line->plain, x, y, ALIGN_START, line->after);
    mirror_usual(pen->frame);
    Text said = { 0 };
    text_addf(&said, "%s%s%s", line->before, line->mark, line->after);
    pen_item(pen, ROLE_TEXT, rect, arena_string(&pen->frame->arena, text_str(&said)), line->mark,
             "mistake_line");
    text_deinit(&said);
}

// The byte at which that terminal column begins.
static size_t byte_of(const char *s, int column)
{
    size_t at = 0;
    while (s[at] != '\0' && column > 0) {
        int length = 0;
        char letter[8] = "";
        utf8_next(s + at, &length);
        memcpy(letter, s + at, (size_t)length);
        column -= utf8_columns(letter);
        at += (size_t)length;
    }
    return at;
}

static const char *piece(Arena *arena, const char *s, size_t from, size_t to)
{
    char *copy = arena_alloc(arena, to - from + 1);
    memcpy(copy, s + from, to - from);
    copy[to - from] = '\0';
    return copy;
}

// What fits: the mark whole or as far as there is room, before and behind it what is left.
static MarkedLine cut_line(Pen *pen, const ViewMistake *mistake, float width)
{
    Arena *arena = &pen->frame->arena;
    const char *s = mistake->line;
    size_t from = byte_of(s, mistake->mark);
    size_t to = from + byte_of(s + from, mistake->mark_columns);
    size_t skip = strspn(s, " ") < from ? strspn(s, " ") : from;
    MarkedLine line = { .plain = pen_style(pen, STYLE_STATE, pen->theme->ink),
                        .marked = pen_style(pen, STYLE_NAME, pen->theme->bad) };
    line.marked.size = line.plain.size;
    line.marked.leading = line.plain.leading;
    size_t end = strlen(s);
    for (int i = 0; i < 400; i++) {
        line.before = piece(arena, s, skip, from);
        line.mark = piece(arena, s, from, to);
        line.after = piece(arena, s, to, end);
        float taken = layout_width(pen->measure, &line.plain, line.before) +
                      layout_width(pen->measure, &line.marked, line.mark) +
                      layout_width(pen->measure, &line.plain, line.after);
        if (taken <= width || (skip >= from && end <= to && to <= from + 1)) {
            break;
        }
        size_t *shorter = end > to ? &end : skip < from ? &skip : &to;
        do { // by a whole letter
            *shorter += shorter == &skip ? 1 : (size_t)-1;
        } while (((unsigned char)s[*shorter] & 0xC0u) == 0x80u);
        end = end < to ? to : end;
    }
    return line;
}

static void add_line(Flow *flow, const ViewMistake *mistake)
{
    Pen *pen = flow->pen;
    MarkedLine *line = arena_alloc(&pen->frame->arena, sizeof *line);
    *line = cut_line(pen, mistake, flow->width - 36);
    flow_bit(flow, line->plain.leading + pen_unit(pen, 2 * LINE_PADDING), 10, draw_line, line);
}

// As a sentence begins.
static const char *sentence(Arena *arena, const char *text)
{
    char *copy = arena_string(arena, text);
    if (copy[0] >= 'a' && copy[0] <= 'z') {
        copy[0] = (char)(copy[0] - 'a' + 'A');
    }
    return copy;
}

static const char *heading(Arena *arena, const ViewMistake *mistake)
{
    Text text = { 0 };
    text_addf(&text, "%s%s%s", mistake->title, mistake->code[0] != '\0' ? " · " : "",
              mistake->code);
    const char *copy = arena_string(arena, text_str(&text));
    text_deinit(&text);
    return copy;
}

// What stands on the card; with `line_first` the author's line before the words about it.
static Flow card_flow(Pen *pen, const ViewMistake *mistake, const char *title, uint32_t colour,
                      float width, bool line_first)
{
    const Theme *theme = pen->theme;
    Arena *arena = &pen->frame->arena;
    Flow flow = flow_new(pen, width, pen->frame->height - CARD_TOP - CARD_BELOW);
    flow_heading(&flow, STYLE_NAME, colour, title, 0);
    if (line_first && mistake->line[0] != '\0') {
        add_line(&flow, mistake);
    }
    flow_text(&flow, STYLE_CLAIM, theme->ink, sentence(arena, mistake->message), 4);
    if (!line_first && mistake->line[0] != '\0') {
        add_line(&flow, mistake);
    }
    if (mistake->fix[0] != '\0') {
        flow_text(&flow, STYLE_STATE, theme->ink, sentence(arena, mistake->fix), 10);
    }
    if (mistake->foot[0] != '\0') {
        flow_text(&flow, STYLE_SMALL, theme->soft, mistake->foot, 8);
    }
    return flow;
}

void view_draw_mistake(View *view, Pen *pen)
{
    const ViewMistake *mistake = &view->mistake;
    Frame *frame = pen->frame;
    uint32_t colour = mistake->code[0] != '\0' ? pen->theme->bad : pen->theme->warned;
    float width = frame->width - 48 < CARD_WIDTH ? frame->width - 48 : CARD_WIDTH;
    float room = frame->height - CARD_TOP - CARD_BELOW;
    const char *title = heading(&frame->arena, mistake);
    Flow flow = card_flow(pen, mistake, title, colour, width - 52, false);
    int end = flow_page_end(&flow, 0, room);
    if (end < flow.count) { // something is left out: not the line
        flow = card_flow(pen, mistake, title, colour, width - 52, true);
        end = flow_page_end(&flow, 0, room);
    }
    float height = flow_height(&flow, 0, end) + 38;
    FrameRect card = { (frame->width - width) / 2, CARD_TOP, width, height };
    view->mistake_rect = card;
    pen_item(pen, ROLE_DIALOG, card, title, "", "mistake");
    pen_card(pen, card, false);
    pen_rect(pen, (FrameRect){ card.x, card.y + 12, 6, card.h - 24 }, 3, colour);
    flow_draw(&flow, (FrameRect){ card.x + 28, card.y + 18, card.w - 52, height - 38 }, 0, end);
}

// ---- the story was edited ---------------------------------------------------------------------------

void view_edited(View *view, const StoryHistory *history)
{
    ViewScreen screen = view->screen;
    ViewPanel panel = view->panel;
    ViewTarget focus = view->focus, under = view->under;
    if (panel == PANEL_OTHER_WAY) { // from a choice that may not be there any more
        panel = PANEL_NONE;
        focus = under;
    }
    int pages[PAGER_COUNT];
    int stop = view->stop, person = view->person, shown = view->shown;
    bool told = view->told, from_canyon = view->from_canyon, moved = view->moved;
    memcpy(pages, view->pages, sizeof pages);
    view_play(view, history);
    view->heard = view->beats.count; // it was heard before
    if (screen == VIEW_DEBRIEF && view->pause == PAUSE_ENDED) {
        view_debrief(view);
        view->stop = stop < history->count ? stop : history->count;
    } else {
        view->told = told;
        view->shown = told                        ? view->beats.count
                      : shown < view->beats.count ? shown
                                                  : view->beats.count;
        view->moved = moved;
    }
    if (person < history->scenario->person_count) {
        view->person = person;
    }
    memcpy(view->pages, pages, sizeof pages);
    view->panel = panel;
    view->from_canyon = from_canyon;
    view->focus = focus;
    view->under = under;
    view_touch(view);
}
