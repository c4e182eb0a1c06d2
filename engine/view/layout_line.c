// A line in one style is one run, and whoever draws it puts it in order. Where the style changes, the
// order is found here over the whole line: each run then is of one style and one direction.
#include "view/layout_line.h"

#include "base/say.h"
#include "base/text.h"
#include "view/order.h"

#include <string.h>

enum { RUNS_MAX = 64 }; // of one line that runs both ways

float layout_measured(const FrameMeasure *measure, const LayoutStyle *style, const char *text,
                      int bytes)
{
    return bytes > 0 ? measure->width(measure->context, style->font, style->size, text, bytes) : 0;
}

static bool same_style(const LayoutStyle *a, const LayoutStyle *b)
{
    return a->font == b->font && a->colour == b->colour && a->size >= b->size && a->size <= b->size;
}

static int style_end(const LayoutLiner *liner, int from, int to)
{
    int end = from + 1;
    while (end < to && same_style(&liner->pieces[from].style, &liner->pieces[end].style)) {
        end++;
    }
    return end;
}

// Text of the pieces [from, to) with their spaces.
static const char *joined(const LayoutLiner *liner, int from, int to)
{
    size_t size = 1;
    for (int i = from; i < to; i++) {
        size += (size_t)liner->pieces[i].bytes + 1;
    }
    char *out = arena_alloc(liner->arena, size);
    size_t at = 0;
    for (int i = from; i < to; i++) {
        if (i > from && liner->pieces[i].space) {
            out[at++] = ' ';
        }
        memcpy(out + at, liner->pieces[i].text, (size_t)liner->pieces[i].bytes);
        at += (size_t)liner->pieces[i].bytes;
    }
    out[at] = '\0';
    return out;
}

// ---- how paragraphs run -------------------------------------------------------------------------

void layout_direct(LayoutLiner *liner, int count)
{
    LayoutPiece *pieces = liner->pieces;
    bool otherwise = say_right_to_left();
    for (int from = 0, to = 0; from < count; from = to) {
        bool mixed = false;
        for (to = from; to < count && (to == from || !pieces[to].newline); to++) {
            mixed = mixed || order_has_right(pieces[to].text, (size_t)pieces[to].bytes);
        }
        if (!mixed && !otherwise) {
            continue;
        }
        const char *all = joined(liner, from, to);
        bool from_right = order_from_right(all, strlen(all), otherwise);
        for (int i = from; i < to; i++) {
            pieces[i].mixed = mixed;
            pieces[i].from_right = from_right;
        }
    }
}

// ---- lines --------------------------------------------------------------------------------------

// Runs behind each other, each style one of them.
static void runs_by_style(const LayoutLiner *liner, LayoutLine *line, int from, int to)
{
    line->runs = arena_alloc(liner->arena, (size_t)(to - from) * sizeof(LayoutRun));
    for (int i = from; i < to;) {
        int end = style_end(liner, i, to);
        LayoutRun *run = &line->runs[line->run_count++];
        run->style = liner->pieces[i].style;
        run->from_right = line->from_right;
        if (i > from && liner->pieces[i].space) {
            line->width += layout_measured(liner->measure, &run->style, " ", 1);
        }
        run->x = line->width;
        run->text = joined(liner, i, end);
        run->width = layout_width(liner->measure, &run->style, run->text);
        line->width += run->width;
        i = end;
    }
}

// The bytes [from, to) of a line with a joiner at an end that cuts through connected letters: they keep
// their shapes across a change of style.
static const char *cut_out(const LayoutLiner *liner, const char *plain, size_t from, size_t to)
{
    static const char joiner[] = "\xe2\x80\x8d";
    size_t bytes = strlen(plain);
    Text out = { 0 };
    text_add(&out, order_joins(plain, bytes, from) ? joiner : "");
    text_add_n(&out, plain + from, to - from);
    text_add(&out, order_joins(plain, bytes, to) ? joiner : "");
    const char *copy = arena_string(liner->arena, text_str(&out));
    text_deinit(&out);
    return copy;
}

// Where in the line the style of pieces changes: ends[i] is the end of the i-th stretch.
static int style_ends(const LayoutLiner *liner, int from, int to, int *firsts, size_t *ends)
{
    size_t at = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
        at += (i > from && liner->pieces[i].space ? 1u : 0u) + (size_t)liner->pieces[i].bytes;
        if (count == 0 ||
            (count < RUNS_MAX &&
             !same_style(&liner->pieces[i].style, &liner->pieces[firsts[count - 1]].style))) {
            firsts[count++] = i;
        }
        ends[count - 1] = at;
    }
    return count;
}

// The runs of both directions, cut where the style changes, in the order of OrderRun.
static void runs_by_order(const LayoutLiner *liner, LayoutLine *line, int from, int to)
{
    int firsts[RUNS_MAX];
    size_t ends[RUNS_MAX];
    OrderRun order[RUNS_MAX];
    size_t bytes = strlen(line->plain);
    int styles = style_ends(liner, from, to, firsts, ends);
    int count = order_runs(line->plain, bytes, line->from_right, order, RUNS_MAX);
    line->runs = arena_alloc(liner->arena, (size_t)(count * styles) * sizeof(LayoutRun));
    for (int i = 0; i < count; i++) {
        bool right = (order[i].level & 1u) != 0;
        for (int k = 0; k < styles; k++) {
            int style = right ? styles - 1 - k : k;
            size_t begin = style > 0 ? ends[style - 1] : 0;
            size_t first = (size_t)order[i].from > begin ? (size_t)order[i].from : begin;
            size_t last = (size_t)(order[i].from + order[i].bytes);
            last = last < ends[style] ? last : ends[style];
            if (first >= last) {
                continue;
            }
            LayoutRun *run = &line->runs[line->run_count++];
            *run = (LayoutRun){ .text = cut_out(liner, line->plain, first, last),
                                .style = liner->pieces[firsts[style]].style,
                                .from_right = right,
                                .x = line->width };
            run->width = layout_width(liner->measure, &run->style, run->text);
            line->width += run->width;
        }
    }
}

// From the left as they were put, to where lines of the interface start.
static void from_the_start(const LayoutLiner *liner, LayoutLine *line)
{
    LayoutRun *turned = arena_alloc(liner->arena, (size_t)line->run_count * sizeof(LayoutRun));
    for (int i = 0; i < line->run_count; i++) {
        turned[i] = line->runs[line->run_count - 1 - i];
        turned[i].x = line->width - turned[i].x - turned[i].width;
    }
    line->runs = turned;
}

LayoutLine layout_line(const LayoutLiner *liner, int from, int to)
{
    const LayoutPiece *first = &liner->pieces[from];
    LayoutLine line = { .plain = joined(liner, from, to),
                        .from_right = first->from_right,
                        .spaced = first->space };
    bool one_style = style_end(liner, from, to) == to;
    bool straight = !first->mixed && first->from_right == say_right_to_left();
    if (one_style || (straight && !first->from_right)) {
        runs_by_style(liner, &line, from, to);
        return line;
    }
    runs_by_order(liner, &line, from, to);
    if (line.run_count == 0) { // too long for it
        line.width = 0;
        runs_by_style(liner, &line, from, to);
    } else if (say_right_to_left()) {
        from_the_start(liner, &line);
    }
    return line;
}

float layout_drawn_width(const LayoutLiner *liner, int from, int to)
{
    float width = 0;
    for (int i = from; i < to;) {
        int end = style_end(liner, i, to);
        const LayoutStyle *style = &liner->pieces[i].style;
        if (i > from && liner->pieces[i].space) {
            width += layout_measured(liner->measure, style, " ", 1);
        }
        width += layout_width(liner->measure, style, joined(liner, i, end));
        i = end;
    }
    return width;
}
