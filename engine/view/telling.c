// The story on the card. While it is told it fills both columns like an open book; when the answers
// open, its last column stands beside them and the others can be turned back to.
#include "view/view_state.h"

typedef struct Columns {
    int *starts; // first bit of each
    bool *lefts; // begins a new opening of the book
    int count;
} Columns;

// Whether a column that starts there would cut its first paragraph.
static bool cuts_first(const Flow *flow, int from, int end)
{
    return end < flow->count && flow->bits[end].line != NULL && flow->bits[from].line != NULL &&
           flow->bits[end].group == flow->bits[from].group;
}

// The right column is lower by the button at its foot. A paragraph that fits only the left one
// waits for it.
static Columns find_columns(const Flow *flow, float height, float foot)
{
    Arena *arena = &flow->pen->frame->arena;
    Columns columns = { .count = 0 };
    columns.starts = arena_alloc(arena, (size_t)(flow->count + 1) * sizeof *columns.starts);
    columns.lefts = arena_alloc(arena, (size_t)(flow->count + 1) * sizeof *columns.lefts);
    bool left = true;
    int at = 0;
    do {
        int end = flow_page_end(flow, at, left ? height : height - foot);
        if (left || !cuts_first(flow, at, end)) {
            columns.starts[columns.count] = at;
            columns.lefts[columns.count++] = left;
            at = end;
        }
        left = !left;
    } while (at < flow->count);
    return columns;
}

static int column_end(const Flow *flow, const Columns *columns, int column)
{
    return column + 1 < columns->count ? columns->starts[column + 1] : flow->count;
}

static void draw_column(const Flow *flow, const Columns *columns, int column, FrameRect rect)
{
    flow_draw(flow, rect, columns->starts[column], column_end(flow, columns, column));
}

// The beats up to the end of a page.
static int beats_until(const Flow *flow, int end)
{
    return end >= flow->count ? 1 << 30 : flow->bits[end].beat;
}

static int shown_page(Pen *pen, int pages)
{
    int page = pen->pages[PAGER_STORY];
    page = page < 0 ? 0 : page < pages ? page : pages - 1;
    pen->pages[PAGER_STORY] = page;
    pen->page_counts[PAGER_STORY] = pages;
    return page;
}

static void draw_more(Pen *pen, FrameRect rect)
{
    PenButton more = { .label = word(W_MORE_STORY),
                       .key = word(W_KEY_ENTER),
                       .id = "more",
                       .small = true,
                       .action = ACTION_MORE };
    FrameRect size = pen_button_size(pen, &more, rect.w);
    float height = pen_small(pen);
    pen_button(pen, &more,
               (FrameRect){ rect.x + rect.w - size.w, rect.y + rect.h - height, size.w, height });
}

// First column of an opening; the one after the last opening shows the last column alone, as it
// will stand beside the answers.
static int opening_start(const Columns *columns, int opening)
{
    for (int i = 0; i < columns->count; i++) {
        if (columns->lefts[i] && opening-- == 0) {
            return i;
        }
    }
    return columns->count - 1;
}

static int count_openings(const Columns *columns)
{
    int count = 0;
    for (int i = 0; i < columns->count; i++) {
        count += columns->lefts[i];
    }
    return count + !columns->lefts[columns->count - 1];
}

static void draw_telling(View *view, const Flow *flow, const Columns *columns, FrameRect left,
                         FrameRect right)
{
    int openings = count_openings(columns);
    int opening = shown_page(flow->pen, openings);
    int column = opening_start(columns, opening);
    draw_column(flow, columns, column, left);
    if (column + 1 < columns->count && !columns->lefts[column + 1]) {
        column++;
        draw_column(flow, columns, column, right);
    }
    view->story_page = opening;
    view->story_pages = openings;
    view->page_beats_end = beats_until(flow, column_end(flow, columns, column));
    draw_more(flow->pen, right);
}

// "‹ 2 of 3 ›", small, in the middle of a narrow place.
static void draw_pager(Pen *pen, FrameRect rect, int page, int pages)
{
    int argument = (int)PAGER_STORY * 2;
    PenButton back = { .label = "\xe2\x80\xb9",
                       .name = word(W_PAGE_BACK),
                       .id = "page.back",
                       .small = true,
                       .action = ACTION_PAGE,
                       .argument = argument };
    PenButton more = back;
    more.label = "\xe2\x80\xba";
    more.name = word(W_PAGE_MORE);
    more.id = "page.more";
    more.argument = argument + 1;
    Arena *arena = &pen->frame->arena;
    const char *place =
        word_fill2(arena, W_PAGE_OF, word_number(arena, page + 1), word_number(arena, pages));
    LayoutStyle style = pen_style(pen, STYLE_SMALL, pen->theme->soft);
    float wide = layout_width(pen->measure, &style, place);
    float button = pen_button_size(pen, &back, rect.w).w;
    float middle = rect.x + rect.w / 2;
    if (wide + 2 * (button + 8) > rect.w) { // a wide font: the buttons alone
        wide = -4;
    } else {
        pen_text(pen, style, middle, rect.y + (rect.h - style.leading) / 2, ALIGN_CENTRE, place);
    }
    pen_item(pen, ROLE_STATUS, rect, place, "", "page")->live = LIVE_QUIET;
    if (page > 0) {
        pen_button(pen, &back,
                   (FrameRect){ middle - wide / 2 - 8 - button, rect.y, button, rect.h });
    }
    if (page + 1 < pages) {
        pen_button(pen, &more, (FrameRect){ middle + wide / 2 + 8, rect.y, button, rect.h });
    }
}

// Beside the answers stands as much of the end as there is room for.
static Flow told_from_end(const Flow *flow)
{
    Flow told = *flow;
    told.from_end = true;
    return told;
}

int view_book_pages(const View *view, const Flow *flow, FrameRect left)
{
    Flow told = told_from_end(flow);
    return view->told ? flow_page_count(&told, left.h) : 1;
}

void view_book(View *view, const Flow *flow, FrameRect left, FrameRect right)
{
    if (!view->told) {
        Columns columns = find_columns(flow, left.h, flow_footer_height(flow->pen));
        draw_telling(view, flow, &columns, left, right);
        return;
    }
    Flow told = told_from_end(flow);
    int pages = flow_page_count(&told, left.h);
    int page = shown_page(flow->pen, pages);
    int from = 0;
    for (int i = 0; i < page; i++) {
        from = flow_page_end(&told, from, left.h);
    }
    view->story_page = page;
    view->story_pages = pages;
    flow_draw(&told, left, from, flow_page_end(&told, from, left.h));
}

void view_book_pager(const View *view, Pen *pen, FrameRect rect)
{
    if (!view->told || pen->page_counts[PAGER_STORY] < 2) {
        return;
    }
    draw_pager(pen, rect, pen->pages[PAGER_STORY], pen->page_counts[PAGER_STORY]);
}

void view_single_column(View *view, const Flow *flow, FrameRect rect)
{
    Pen *pen = flow->pen;
    bool fits = view->told && flow_height(flow, 0, flow->count) <= rect.h &&
                flow_page_count(flow, rect.h) == 1;
    float height = fits ? rect.h : rect.h - flow_footer_height(pen);
    int pages = flow_page_count(flow, height);
    int page = shown_page(pen, pages);
    int from = 0;
    for (int i = 0; i < page; i++) {
        from = flow_page_end(flow, from, height);
    }
    int to = flow_page_end(flow, from, height);
    view->story_page = page;
    view->story_pages = pages;
    view->page_beats_end = beats_until(flow, to);
    flow_draw(flow, rect, from, to);
    if (!view->told) {
        draw_more(pen, rect);
    } else if (pages > 1) {
        flow_footer(pen, rect, PAGER_STORY, false);
    }
}
