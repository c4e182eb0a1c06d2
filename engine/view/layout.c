// Line breaking. First the text becomes pieces (a word or part of one in one style), then lines are
// filled greedily; pieces without a space between them stay together as far as a line can hold
// them. Knows no screen.
#include "view/layout.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>

typedef struct Piece {
    const char *text;
    int bytes;
    LayoutStyle style;
    float width;
    bool space;   // a space stands before it
    bool newline; // starts a new line
} Piece;

typedef struct Breaker {
    Arena *arena;
    const FrameMeasure *measure;
    float width;
    Piece *pieces;
    int count, capacity;
    LayoutBlock block;
    int line_capacity;
} Breaker;

static float measured(const FrameMeasure *measure, const LayoutStyle *style, const char *text,
                      int bytes)
{
    return bytes > 0 ? measure->width(measure->context, style->font, style->size, text, bytes) : 0;
}

float layout_width(const FrameMeasure *measure, const LayoutStyle *style, const char *text)
{
    return measured(measure, style, text, (int)strlen(text));
}

static Piece *add_piece(Breaker *breaker, const char *text, int bytes, const LayoutStyle *style)
{
    if (breaker->count == breaker->capacity) {
        int capacity = breaker->capacity > 0 ? breaker->capacity * 2 : 64;
        Piece *grown = arena_alloc(breaker->arena, (size_t)capacity * sizeof(Piece));
        if (breaker->count > 0) {
            memcpy(grown, breaker->pieces, (size_t)breaker->count * sizeof(Piece));
        }
        breaker->pieces = grown;
        breaker->capacity = capacity;
    }
    Piece *piece = &breaker->pieces[breaker->count++];
    *piece = (Piece){ .text = text, .bytes = bytes, .style = *style };
    piece->width = measured(breaker->measure, style, text, bytes);
    return piece;
}

// Bytes of the longest beginning that fits, at least one character.
static int fitting_bytes(const Breaker *breaker, const Piece *piece)
{
    int at = 0;
    while (at < piece->bytes) {
        int length = 0;
        utf8_next(piece->text + at, &length);
        if (length <= 0) {
            return piece->bytes;
        }
        if (at > 0 &&
            measured(breaker->measure, &piece->style, piece->text, at + length) > breaker->width) {
            return at;
        }
        at += length;
    }
    return at;
}

// A word: as it is, or in parts of at most a line each.
static void add_word(Breaker *breaker, const char *text, int bytes, const LayoutStyle *style,
                     bool space, bool newline)
{
    while (bytes > 0) {
        Piece *piece = add_piece(breaker, text, bytes, style);
        piece->space = space;
        piece->newline = newline;
        int used = bytes;
        if (piece->width > breaker->width) {
            used = fitting_bytes(breaker, piece);
            piece->bytes = used;
            piece->width = measured(breaker->measure, style, text, used);
        }
        text += used;
        bytes -= used;
        space = false;
        newline = false;
    }
}

static void add_segment(Breaker *breaker, const LayoutSegment *segment, bool *space, bool *newline)
{
    LayoutStyle style = segment->style;
    FrameFont plain = style.font;
    const char *word = segment->text;
    for (const char *at = segment->text;; at++) {
        bool mark = segment->marked && *at == '*';
        if (*at != '\0' && *at != ' ' && *at != '\n' && *at != '\t' && !mark) {
            continue;
        }
        if (at > word) {
            add_word(breaker, word, (int)(at - word), &style, *space, *newline);
            *space = false;
            *newline = false;
        }
        if (*at == '\0') {
            return;
        }
        if (mark) {
            style.font = style.font == plain ? theme_emphasis(plain) : plain;
        } else {
            *space = true;
            *newline = *newline || *at == '\n';
        }
        word = at + 1;
    }
}

static bool same_style(const LayoutStyle *a, const LayoutStyle *b)
{
    return a->font == b->font && a->colour == b->colour && a->size >= b->size && a->size <= b->size;
}

static LayoutLine *new_line(Breaker *breaker)
{
    LayoutBlock *block = &breaker->block;
    if (block->count == breaker->line_capacity) {
        int capacity = breaker->line_capacity > 0 ? breaker->line_capacity * 2 : 8;
        LayoutLine *grown = arena_alloc(breaker->arena, (size_t)capacity * sizeof(LayoutLine));
        if (block->count > 0) {
            memcpy(grown, block->lines, (size_t)block->count * sizeof(LayoutLine));
        }
        block->lines = grown;
        breaker->line_capacity = capacity;
    }
    return &block->lines[block->count++];
}

// Text of the pieces [from, to) with their spaces.
static const char *joined(Breaker *breaker, int from, int to)
{
    size_t size = 1;
    for (int i = from; i < to; i++) {
        size += (size_t)breaker->pieces[i].bytes + 1;
    }
    char *out = arena_alloc(breaker->arena, size);
    size_t at = 0;
    for (int i = from; i < to; i++) {
        if (i > from && breaker->pieces[i].space) {
            out[at++] = ' ';
        }
        memcpy(out + at, breaker->pieces[i].text, (size_t)breaker->pieces[i].bytes);
        at += (size_t)breaker->pieces[i].bytes;
    }
    out[at] = '\0';
    return out;
}

// Makes a line of the pieces [from, to): neighbours in one style become one run.
static void emit_line(Breaker *breaker, int from, int to)
{
    LayoutLine *line = new_line(breaker);
    *line = (LayoutLine){ .plain = joined(breaker, from, to) };
    line->runs = arena_alloc(breaker->arena, (size_t)(to - from) * sizeof(LayoutRun));
    int i = from;
    while (i < to) {
        int end = i + 1;
        while (end < to && same_style(&breaker->pieces[i].style, &breaker->pieces[end].style)) {
            end++;
        }
        LayoutRun *run = &line->runs[line->run_count++];
        run->style = breaker->pieces[i].style;
        if (i > from && breaker->pieces[i].space) {
            line->width += measured(breaker->measure, &run->style, " ", 1);
        }
        run->x = line->width;
        run->text = joined(breaker, i, end);
        run->width = layout_width(breaker->measure, &run->style, run->text);
        line->width += run->width;
        i = end;
    }
    if (line->width > breaker->block.width) {
        breaker->block.width = line->width;
    }
}

// Width that the pieces [from, to) take behind each other, spaces included.
static float width_of(const Breaker *breaker, int from, int to)
{
    float width = 0;
    for (int i = from; i < to; i++) {
        const Piece *piece = &breaker->pieces[i];
        width += piece->width;
        if (i > from && piece->space) {
            width += measured(breaker->measure, &piece->style, " ", 1);
        }
    }
    return width;
}

// Width of the line that those pieces would make, as it will be drawn: words measured together can
// be narrower or wider than the sum of them, by a pixel a word.
static float drawn_width(Breaker *breaker, int from, int to)
{
    float width = 0;
    int i = from;
    while (i < to) {
        int end = i + 1;
        while (end < to && same_style(&breaker->pieces[i].style, &breaker->pieces[end].style)) {
            end++;
        }
        const LayoutStyle *style = &breaker->pieces[i].style;
        if (i > from && breaker->pieces[i].space) {
            width += measured(breaker->measure, style, " ", 1);
        }
        width += layout_width(breaker->measure, style, joined(breaker, i, end));
        i = end;
    }
    return width;
}

static void fill_lines(Breaker *breaker)
{
    const float surely = .9f; // of the width: up to here the sum is good enough
    int start = 0;
    float used = 0;
    int i = 0;
    while (i < breaker->count) {
        int end = i + 1; // a chain of pieces that hold together
        while (end < breaker->count && !breaker->pieces[end].space) {
            end++;
        }
        if (width_of(breaker, i, end) > breaker->width) {
            end = i + 1; // longer than a line: piece by piece
        }
        float chain = width_of(breaker, i, end);
        const Piece *piece = &breaker->pieces[i];
        float gap = piece->space ? measured(breaker->measure, &piece->style, " ", 1) : 0;
        bool over = used + gap + chain > surely * breaker->width &&
                    drawn_width(breaker, start, end) > breaker->width;
        if (i > start && (piece->newline || over)) {
            emit_line(breaker, start, i);
            start = i;
            used = chain;
        } else {
            used += i > start ? gap + chain : chain;
        }
        i = end;
    }
    if (start < breaker->count) {
        emit_line(breaker, start, breaker->count);
    }
}

LayoutBlock layout_wrap(Arena *arena, const FrameMeasure *measure, const LayoutSegment *segments,
                        int count, float width)
{
    assert(count <= LAYOUT_SEGMENTS_MAX);
    Breaker breaker = { .arena = arena, .measure = measure, .width = width };
    bool space = false;
    bool newline = false;
    for (int i = 0; i < count; i++) {
        add_segment(&breaker, &segments[i], &space, &newline);
        if (segments[i].style.leading > breaker.block.leading) {
            breaker.block.leading = segments[i].style.leading;
        }
    }
    fill_lines(&breaker);
    return breaker.block;
}
