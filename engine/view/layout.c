// Line breaking. First the text becomes pieces (a word or part of one in one style), then lines are
// filled greedily; pieces between which no line may end stay together as far as a line can hold them.
// Knows no screen.
#include "view/layout.h"

#include "base/say.h"
#include "base/text.h"
#include "view/breaks.h"
#include "view/layout_line.h"

#include <assert.h>
#include <string.h>

typedef struct Breaker {
    LayoutLiner liner; // what finished lines are made with
    const char *text;  // all of it, without marks, with one space or newline between words
    char *ends;        // for each byte of it whether a line may end there
    float width;
    int count, capacity;
    LayoutBlock block;
    int line_capacity;
} Breaker;

// A stretch of the text in one style.
typedef struct Stretch {
    size_t end;
    LayoutStyle style;
} Stretch;

static float measured(const Breaker *breaker, const LayoutStyle *style, const char *text, int bytes)
{
    return layout_measured(breaker->liner.measure, style, text, bytes);
}

float layout_width(const FrameMeasure *measure, const LayoutStyle *style, const char *text)
{
    return layout_measured(measure, style, text, (int)strlen(text));
}

// ---- pieces -------------------------------------------------------------------------------------

static LayoutPiece *add_piece(Breaker *breaker, const char *text, int bytes,
                              const LayoutStyle *style)
{
    if (breaker->count == breaker->capacity) {
        int capacity = breaker->capacity > 0 ? breaker->capacity * 2 : 64;
        LayoutPiece *grown =
            arena_alloc(breaker->liner.arena, (size_t)capacity * sizeof(LayoutPiece));
        if (breaker->count > 0) {
            memcpy(grown, breaker->liner.pieces, (size_t)breaker->count * sizeof(LayoutPiece));
        }
        breaker->liner.pieces = grown;
        breaker->capacity = capacity;
    }
    LayoutPiece *piece = &breaker->liner.pieces[breaker->count++];
    *piece = (LayoutPiece){ .text = text, .bytes = bytes, .style = *style };
    piece->width = measured(breaker, style, text, bytes);
    return piece;
}

// Bytes of the longest beginning that fits, at least one letter.
static int fitting_bytes(const Breaker *breaker, const LayoutPiece *piece)
{
    int at = 0;
    while (at < piece->bytes) {
        int length = (int)breaks_letter(piece->text + at, (size_t)(piece->bytes - at));
        if (at > 0 && measured(breaker, &piece->style, piece->text, at + length) > breaker->width) {
            return at;
        }
        at += length;
    }
    return at;
}

// A word: as it is, or in parts of at most a line each.
static void add_word(Breaker *breaker, const char *text, int bytes, const LayoutStyle *style,
                     LayoutPiece before)
{
    while (bytes > 0) {
        LayoutPiece *piece = add_piece(breaker, text, bytes, style);
        piece->space = before.space;
        piece->newline = before.newline;
        piece->may_start = before.may_start;
        int used = bytes;
        if (piece->width > breaker->width) {
            used = fitting_bytes(breaker, piece);
            piece->bytes = used;
            piece->width = measured(breaker, style, text, used);
        }
        text += used;
        bytes -= used;
        before = (LayoutPiece){ .space = false };
    }
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n';
}

// The text in pieces: they end where a line may, where the style changes, and at spaces.
static void add_pieces(Breaker *breaker, const Stretch *stretches, int count)
{
    LayoutPiece before = { .may_start = true };
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        while (at < stretches[i].end) {
            if (is_space(breaker->text[at])) {
                before.space = true;
                before.newline = before.newline || breaker->text[at] == '\n';
                before.may_start =
                    before.may_start || before.newline || breaker->ends[at] == BREAK_MAY;
                at++;
                continue;
            }
            size_t from = at;
            while (at < stretches[i].end && !is_space(breaker->text[at])) {
                at++;
                if (breaker->ends[at - 1] == BREAK_MAY) {
                    break;
                }
            }
            add_word(breaker, breaker->text + from, (int)(at - from), &stretches[i].style, before);
            before = (LayoutPiece){ .may_start = breaker->ends[at - 1] == BREAK_MAY };
        }
    }
}

// ---- the text without its marks -----------------------------------------------------------------

enum { STRETCHES_MAX = 256 }; // of one paragraph; what is marked beyond them is plain

typedef struct Plain {
    char *text;
    size_t bytes;
    Stretch *stretches;
    int count;
    char space; // 0, or what is to come before the next word
} Plain;

static void end_stretch(Plain *plain, const LayoutStyle *style)
{
    bool empty = plain->bytes == (plain->count > 0 ? plain->stretches[plain->count - 1].end : 0);
    if (!empty && plain->count < STRETCHES_MAX) {
        plain->stretches[plain->count++] = (Stretch){ plain->bytes, *style };
    } else if (!empty) {
        plain->stretches[plain->count - 1].end = plain->bytes;
    }
}

static void add_segment(Plain *plain, const LayoutSegment *segment)
{
    LayoutStyle style = segment->style;
    FrameFont usual = style.font;
    for (const char *at = segment->text; *at != '\0'; at++) {
        if (segment->marked && *at == '*') {
            end_stretch(plain, &style);
            style.font = style.font == usual ? theme_emphasis(usual) : usual;
        } else if (*at == '\n' || *at == ' ' || *at == '\t') {
            plain->space = *at == '\n' || plain->space == '\n' ? '\n' : ' ';
        } else {
            if (plain->space != 0) {
                plain->text[plain->bytes++] = plain->space;
                plain->space = 0;
            }
            plain->text[plain->bytes++] = *at;
        }
    }
    end_stretch(plain, &style);
}

static Plain plain_of(Arena *arena, const LayoutSegment *segments, int count)
{
    size_t size = 1;
    size_t stretches = (size_t)count;
    for (int i = 0; i < count; i++) {
        size += strlen(segments[i].text);
        for (const char *at = segments[i].text; segments[i].marked && *at != '\0'; at++) {
            stretches += *at == '*';
        }
    }
    stretches = stretches < STRETCHES_MAX ? stretches : STRETCHES_MAX;
    Plain plain = { .text = arena_alloc(arena, size),
                    .stretches = arena_alloc(arena, stretches * sizeof(Stretch) + 1) };
    for (int i = 0; i < count; i++) {
        add_segment(&plain, &segments[i]);
    }
    plain.text[plain.bytes] = '\0';
    return plain;
}

// ---- lines --------------------------------------------------------------------------------------

static void emit_line(Breaker *breaker, int from, int to)
{
    LayoutBlock *block = &breaker->block;
    if (block->count == breaker->line_capacity) {
        int capacity = breaker->line_capacity > 0 ? breaker->line_capacity * 2 : 8;
        LayoutLine *grown =
            arena_alloc(breaker->liner.arena, (size_t)capacity * sizeof(LayoutLine));
        if (block->count > 0) {
            memcpy(grown, block->lines, (size_t)block->count * sizeof(LayoutLine));
        }
        block->lines = grown;
        breaker->line_capacity = capacity;
    }
    LayoutLine *line = &block->lines[block->count++];
    *line = layout_line(&breaker->liner, from, to);
    block->width = line->width > block->width ? line->width : block->width;
}

// Width that the pieces [from, to) take behind each other, spaces included.
static float width_of(const Breaker *breaker, int from, int to)
{
    float width = 0;
    for (int i = from; i < to; i++) {
        const LayoutPiece *piece = &breaker->liner.pieces[i];
        width += piece->width;
        if (i > from && piece->space) {
            width += measured(breaker, &piece->style, " ", 1);
        }
    }
    return width;
}

static void fill_lines(Breaker *breaker)
{
    const float surely = .9f; // of the width: up to here the sum is good enough
    const LayoutPiece *pieces = breaker->liner.pieces;
    int start = 0;
    float used = 0;
    int i = 0;
    while (i < breaker->count) {
        int end = i + 1; // a chain of pieces that hold together
        while (end < breaker->count && !pieces[end].may_start) {
            end++;
        }
        if (width_of(breaker, i, end) > breaker->width) {
            end = i + 1; // longer than a line: piece by piece
        }
        float chain = width_of(breaker, i, end);
        const LayoutPiece *piece = &pieces[i];
        float gap = piece->space ? measured(breaker, &piece->style, " ", 1) : 0;
        bool over = used + gap + chain > surely * breaker->width &&
                    layout_drawn_width(&breaker->liner, start, end) > breaker->width;
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

// Lines of a paragraph that runs the other way than the interface end where the block ends.
static void move_to_their_side(LayoutBlock *block)
{
    for (int i = 0; block->count > 1 && i < block->count; i++) {
        LayoutLine *line = &block->lines[i];
        line->indent = line->from_right != say_right_to_left() ? block->width - line->width : 0;
    }
}

LayoutBlock layout_wrap(Arena *arena, const FrameMeasure *measure, const LayoutSegment *segments,
                        int count, float width)
{
    assert(count <= LAYOUT_SEGMENTS_MAX);
    Plain plain = plain_of(arena, segments, count);
    Breaker breaker = { .liner = { .arena = arena, .measure = measure },
                        .text = plain.text,
                        .ends = arena_alloc(arena, plain.bytes + 1),
                        .width = width };
    for (int i = 0; i < count; i++) {
        if (segments[i].style.leading > breaker.block.leading) {
            breaker.block.leading = segments[i].style.leading;
        }
    }
    breaks_find(plain.text, plain.bytes, say_language(), breaker.ends);
    add_pieces(&breaker, plain.stretches, plain.count);
    layout_direct(&breaker.liner, breaker.count);
    fill_lines(&breaker);
    move_to_their_side(&breaker.block);
    return breaker.block;
}
