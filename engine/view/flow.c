// Flows: adding bits, turning pages, drawing a page. The bits that are more than text are in
// rows.c.
#include "view/flow.h"

#include "view/words.h"

#include <string.h>

Flow flow_new(Pen *pen, float width, float highest)
{
    return (
        Flow){ .pen = pen, .width = width > 40 ? width : 40, .highest = highest, .shown = 1 << 30 };
}

FlowBit *flow_bit(Flow *flow, float height, float gap, FlowDraw *draw, const void *data)
{
    if (flow->count == flow->capacity) {
        int capacity = flow->capacity > 0 ? flow->capacity * 2 : 32;
        FlowBit *grown = arena_alloc(&flow->pen->frame->arena, (size_t)capacity * sizeof(FlowBit));
        if (flow->count > 0) {
            memcpy(grown, flow->bits, (size_t)flow->count * sizeof(FlowBit));
        }
        flow->bits = grown;
        flow->capacity = capacity;
    }
    FlowBit *bit = &flow->bits[flow->count++];
    *bit = (FlowBit){ .height = height,
                      .gap = pen_unit(flow->pen, gap),
                      .beat = flow->beat,
                      .told = flow->told,
                      .quiet = flow->quiet,
                      .draw = draw,
                      .data = data };
    return bit;
}

static void add_lines(Flow *flow, const LayoutBlock *block, float gap, FrameRole role, bool keep)
{
    flow->groups++;
    for (int i = 0; i < block->count; i++) {
        FlowBit *bit = flow_bit(flow, block->leading, i == 0 ? gap : 0, NULL, NULL);
        bit->line = &block->lines[i];
        bit->leading = block->leading;
        bit->group = flow->groups;
        bit->role = role;
        bit->keep = keep;
    }
}

void flow_segments(Flow *flow, const LayoutSegment *segments, int count, float gap)
{
    Pen *pen = flow->pen;
    LayoutBlock block = layout_wrap(&pen->frame->arena, pen->measure, segments, count, flow->width);
    add_lines(flow, &block, gap, ROLE_TEXT, false);
}

void flow_text(Flow *flow, ThemeStyle style, uint32_t colour, const char *text, float gap)
{
    LayoutSegment segment = { text, pen_style(flow->pen, style, colour), false };
    flow_segments(flow, &segment, 1, gap);
}

void flow_heading(Flow *flow, ThemeStyle style, uint32_t colour, const char *text, float gap)
{
    LayoutBlock block =
        pen_wrap(flow->pen, pen_style(flow->pen, style, colour), text, false, flow->width);
    add_lines(flow, &block, gap, ROLE_HEADING, true);
}

typedef struct LabelData {
    LayoutBlock block;
    const char *text;
} LabelData;

static void draw_label(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const LabelData *label = bit->data;
    pen_block(pen, &label->block, rect.x, rect.y);
    pen_item(pen, ROLE_HEADING, rect, label->text, "", "")->live =
        bit->quiet ? LIVE_QUIET : LIVE_NEW;
}

void flow_label(Flow *flow, const char *text, float gap)
{
    Pen *pen = flow->pen;
    LabelData *label = arena_alloc(&pen->frame->arena, sizeof *label);
    label->text = text;
    label->block = pen_wrap(pen, pen_style(pen, STYLE_LABEL, pen->theme->accent),
                            pen_capitals(pen, text), false, flow->width);
    float height = label->block.leading * (float)label->block.count;
    flow_bit(flow, height, gap, draw_label, label)->keep = true;
}

// ---- notes: what the player says or plans -------------------------------------------------------

typedef struct NoteData {
    LayoutBlock block; // the part of it
    const char *name, *value; // of a field
} NoteData;

static void draw_note(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const NoteData *note = bit->data;
    pen_barred(pen, rect, 4, 5, pen->theme->bar_gold, pen->theme->note);
    pen_block(pen, &note->block, rect.x + 16, rect.y + pen_unit(pen, 4));
    if (note->name != NULL) {
        pen_item(pen, ROLE_FIELD, rect, note->name, note->value, "field");
        return;
    }
    Text said = { .data = NULL };
    for (int i = 0; i < note->block.count; i++) {
        text_add(&said, i > 0 && note->block.lines[i].spaced ? " " : "");
        text_add(&said, note->block.lines[i].plain);
    }
    pen_item(pen, ROLE_TEXT, rect, text_str(&said), "", "")->told = bit->told;
    text_deinit(&said);
}

void flow_note(Flow *flow, const LayoutSegment *segments, int count, float gap)
{
    Pen *pen = flow->pen;
    LayoutBlock block =
        layout_wrap(&pen->frame->arena, pen->measure, segments, count, flow->width - 28);
    float padding = pen_unit(pen, 8);
    int most = block.leading > 0 ? (int)((flow->highest - padding) / block.leading) : 1;
    most = most > 0 ? most : 1;
    for (int at = 0; at < block.count; at += most) {
        NoteData *note = arena_alloc(&pen->frame->arena, sizeof *note);
        note->block = block;
        note->block.lines = block.lines + at;
        note->block.count = block.count - at < most ? block.count - at : most;
        float height = padding + block.leading * (float)note->block.count;
        flow_bit(flow, height, at == 0 ? gap : 0, draw_note, note);
    }
}

void flow_field(Flow *flow, const LayoutSegment *segments, int count, const char *name,
                const char *value, float gap)
{
    int from = flow->count;
    flow_note(flow, segments, count, gap);
    for (int i = from; i < flow->count; i++) {
        NoteData *note = arena_alloc(&flow->pen->frame->arena, sizeof *note);
        *note = *(const NoteData *)flow->bits[i].data;
        note->name = name;
        note->value = value;
        flow->bits[i].data = note;
    }
}

static void draw_rule(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    (void)bit;
    pen_rule(pen, rect.x, rect.y, rect.w, 1);
}

void flow_rule(Flow *flow, float gap)
{
    flow_bit(flow, 1, gap, draw_rule, NULL)->keep = true;
}

void flow_append(Flow *flow, const Flow *other)
{
    for (int i = 0; i < other->count; i++) {
        FlowBit *bit = flow_bit(flow, 0, 0, NULL, NULL);
        *bit = other->bits[i];
        bit->page = bit->page || i == 0;
        bit->group += flow->groups;
    }
    flow->groups += other->groups + 1;
}

// ---- pages --------------------------------------------------------------------------------------

float flow_height(const Flow *flow, int from, int to)
{
    float height = 0;
    for (int i = from; i < to; i++) {
        height += flow->bits[i].height + (i > from ? flow->bits[i].gap : 0);
    }
    return height;
}

// A paragraph that would be cut moves to the next page as a whole, if it fits on one; else no line
// of it stands alone.
static int uncut(const Flow *flow, int from, int end, float height)
{
    int group = flow->bits[end].group;
    int first = end;
    int last = end;
    while (first > from && flow->bits[first - 1].line != NULL &&
           flow->bits[first - 1].group == group) {
        first--;
    }
    while (last < flow->count && flow->bits[last].line != NULL && flow->bits[last].group == group) {
        last++;
    }
    if (first == end) {
        return end;
    }
    if (first > from && (flow_height(flow, first, last) <= height + .01f || end - first == 1)) {
        return first;
    }
    return last - end == 1 && end - first > 2 ? end - 1 : end;
}

static int fill_page(const Flow *flow, int from, float height)
{
    float used = 0;
    int end = from;
    while (end < flow->count) {
        const FlowBit *bit = &flow->bits[end];
        float more = bit->height + (end > from ? bit->gap : 0);
        if (end > from && (bit->page || used + more > height + .01f)) {
            break;
        }
        used += more;
        end++;
    }
    if (end < flow->count && flow->bits[end].line != NULL) {
        end = uncut(flow, from, end, height);
    }
    int full = end;
    if (end < flow->count) {
        while (end > from && flow->bits[end - 1].keep) {
            end--;
        }
    }
    return end > from ? end : full;
}

// Filled from the last page backwards: the first page is the short one.
static int page_start_before(const Flow *flow, int end, float height)
{
    int start = end - 1;
    while (start > 0 && !flow->bits[start].page && fill_page(flow, start - 1, height) >= end) {
        start--;
    }
    int whole = start; // not in the middle of a paragraph, where there is another
    while (whole > 0 && whole < end && flow->bits[whole].line != NULL &&
           flow->bits[whole - 1].line != NULL &&
           flow->bits[whole].group == flow->bits[whole - 1].group) {
        whole++;
    }
    return whole < end ? whole : start;
}

int flow_page_end(const Flow *flow, int from, float height)
{
    if (!flow->from_end) {
        return fill_page(flow, from, height);
    }
    int end = flow->count;
    int start = page_start_before(flow, end, height);
    while (start > from) {
        end = start;
        start = page_start_before(flow, end, height);
    }
    return end;
}

int flow_page_count(const Flow *flow, float height)
{
    int pages = 0;
    for (int at = 0; at < flow->count; at = flow_page_end(flow, at, height)) {
        pages++;
    }
    return pages > 0 ? pages : 1;
}

int flow_page_of(const Flow *flow, int bit, float height)
{
    int page = 0;
    int at = flow_page_end(flow, 0, height);
    while (at <= bit && at < flow->count) {
        at = flow_page_end(flow, at, height);
        page++;
    }
    return page;
}

// The lines of one paragraph on this page become one item.
static int draw_lines(const Flow *flow, FrameRect rect, int from, int to)
{
    const FlowBit *first = &flow->bits[from];
    Text said = { .data = NULL };
    float y = rect.y;
    float widest = 0;
    int i = from;
    for (; i < to && flow->bits[i].line != NULL && flow->bits[i].group == first->group; i++) {
        const FlowBit *bit = &flow->bits[i];
        pen_line(flow->pen, bit->line, rect.x + bit->line->indent, y, bit->leading);
        text_add(&said, i > from && bit->line->spaced ? " " : "");
        text_add(&said, bit->line->plain);
        widest = bit->line->width > widest ? bit->line->width : widest;
        y += bit->height;
    }
    FrameRect box = { rect.x, rect.y, widest, y - rect.y };
    FrameItem *item = pen_item(flow->pen, first->role, box, text_str(&said), "", "");
    item->told = first->told;
    item->live = first->quiet ? LIVE_QUIET : LIVE_NEW;
    text_deinit(&said);
    return i;
}

void flow_draw(const Flow *flow, FrameRect rect, int from, int to)
{
    float y = rect.y;
    int i = from;
    while (i < to) {
        const FlowBit *bit = &flow->bits[i];
        if (bit->beat >= flow->shown) {
            return;
        }
        y += i > from ? bit->gap : 0;
        FrameRect box = { rect.x + bit->indent, y, flow->width - bit->indent, bit->height };
        int next = i + 1;
        if (bit->line != NULL) {
            next = draw_lines(flow, box, i, to);
        } else if (bit->draw != NULL) {
            bit->draw(flow->pen, bit, box);
        }
        y += flow_height(flow, i, next);
        i = next;
    }
}

void flow_join(Flow *flow, int first, float height)
{
    float gap = pen_unit(flow->pen, 22);
    int at = 0, last = first + 1;
    for (int end = 0; first > 0 && first < flow->count; at = end) {
        end = flow_page_end(flow, at, height);
        if (end >= first) {
            break;
        }
    }
    while (last < flow->count && !flow->bits[last].page) {
        last++;
    }
    float before = flow_height(flow, at, first);
    if (first > 0 && first < flow->count &&
        before + gap + flow_height(flow, first, last) <= height) {
        flow->bits[first].page = false;
        flow->bits[first].gap = gap;
    }
}

float flow_footer_height(const Pen *pen)
{
    return pen_small(pen) + 8;
}

float flow_footer_width(Pen *pen, int pages)
{
    Arena *arena = &pen->frame->arena;
    PenButton more = { .label = word(W_PAGE_MORE), .small = true };
    PenButton back = { .label = word(W_PAGE_BACK), .small = true };
    LayoutStyle style = pen_style(pen, STYLE_SMALL, 0);
    const char *place =
        word_fill2(arena, W_PAGE_OF, word_number(arena, pages), word_number(arena, pages));
    return pen_button_size(pen, &more, 400).w + pen_button_size(pen, &back, 400).w +
           layout_width(pen->measure, &style, place) + 20;
}

void flow_footer(Pen *pen, FrameRect rect, ViewPager pager, bool on_band)
{
    int page = pen->pages[pager];
    int pages = pen->page_counts[pager];
    float height = pen_small(pen);
    float y = rect.y + rect.h - height;
    float right = rect.x + rect.w;
    int argument = (int)pager * 2;
    bool last = page + 1 >= pages;
    bool round = pen->round && pages > 2; // of two pages both ways lead to the same
    PenButton more = { .label = word(last && round ? W_PAGE_FIRST : W_PAGE_MORE),
                       .id = "page.more",
                       .small = true,
                       .band = on_band,
                       .action = ACTION_PAGE,
                       .argument = argument + 1 };
    PenButton back = { .label = word(page > 0 || !round ? W_PAGE_BACK : W_PAGE_LAST),
                       .id = "page.back",
                       .small = true,
                       .band = on_band,
                       .action = ACTION_PAGE,
                       .argument = argument };
    const char *place = word_fill(&pen->frame->arena, W_PAGE_OF,
                                  (const char *[]){ word_number(&pen->frame->arena, page + 1),
                                                    word_number(&pen->frame->arena, pages) },
                                  2);
    LayoutStyle style =
        pen_style(pen, STYLE_SMALL, on_band ? pen->theme->on_band : pen->theme->soft);
    float more_width = pen_button_size(pen, &more, rect.w).w;
    float back_width = pen_button_size(pen, &back, rect.w).w;
    float place_width = layout_width(pen->measure, &style, place);
    float x = right - more_width - back_width - place_width - 20;
    x = x > rect.x ? x : rect.x;
    if (page > 0 || round) {
        pen_button(pen, &back, (FrameRect){ x, y, back_width, height });
    }
    float text_x = x + back_width + 10;
    pen_text(pen, style, text_x, y + (height - style.leading) / 2, ALIGN_START, place);
    pen_item(pen, ROLE_STATUS, (FrameRect){ text_x, y, place_width, height }, place, "", "page")
        ->live = LIVE_QUIET;
    if (!last || round) {
        pen_button(pen, &more, (FrameRect){ right - more_width, y, more_width, height });
    }
}

void flow_show_page(const Flow *flow, FrameRect rect, FrameRect foot, ViewPager pager)
{
    Pen *pen = flow->pen;
    int pages = flow_page_count(flow, rect.h);
    int page = pen->pages[pager];
    page = page < 0 ? 0 : page < pages ? page : pages - 1;
    pen->pages[pager] = page;
    pen->page_counts[pager] = pages;
    int from = 0;
    for (int i = 0; i < page; i++) {
        from = flow_page_end(flow, from, rect.h);
    }
    flow_draw(flow, rect, from, flow_page_end(flow, from, rect.h));
    if (pages > 1) {
        flow_footer(pen, foot, pager, false);
    }
}

void flow_show(const Flow *flow, FrameRect rect, ViewPager pager)
{
    FrameRect page = rect;
    if (flow_page_count(flow, rect.h) > 1) {
        page.h -= flow_footer_height(flow->pen);
    }
    flow_show_page(flow, page, rect, pager);
}
