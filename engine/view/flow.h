// A flow: what stands in a column, from top to bottom, as bits that are never cut: lines of text,
// rows, pictures. When it is higher than its box it turns pages. Every card of every screen is one,
// so that any of them can also stand in one column at 200 % type. Knows no story.
#pragma once

#include "view/pen.h"

typedef struct FlowBit FlowBit;

// Draws one bit and registers its items. `rect` has the bit's height and the flow's width.
typedef void FlowDraw(Pen *pen, const FlowBit *bit, FrameRect rect);

struct FlowBit {
    float height, gap; // gap: above it, unless it is the first of its page
    float indent;
    bool keep; // stays on the page of the next bit
    bool page; // starts a new page
    int beat;  // bits of a later beat than Flow.shown are not drawn
    int group; // lines of one paragraph are one item
    FrameRole role;
    bool told; // its item is a piece of what is told
    bool quiet; // .. is not read aloud before one asks for it
    const LayoutLine *line; // of a text; NULL: `draw`
    float leading;
    FlowDraw *draw;
    const void *data;
};

typedef struct Flow {
    Pen *pen;
    FlowBit *bits;
    int count, capacity, groups;
    float width;
    float highest; // a bit of its own making (a row, a note) is split above this
    int beat;      // given to the bits that are added now
    int shown;     // beats below this are drawn
    bool told;     // given likewise
    bool quiet;    // likewise
    bool from_end; // the last page is full, the first one takes what is left
} Flow;

Flow flow_new(Pen *pen, float width, float highest);

FlowBit *flow_bit(Flow *flow, float height, float gap, FlowDraw *draw, const void *data);

// A paragraph. Gaps are in units of 100 % type.
void flow_text(Flow *flow, ThemeStyle style, uint32_t colour, const char *text, float gap);
void flow_heading(Flow *flow, ThemeStyle style, uint32_t colour, const char *text, float gap);
void flow_label(Flow *flow, const char *text, float gap); // capitals, kept with what follows
void flow_segments(Flow *flow, const LayoutSegment *segments, int count, float gap);
void flow_note(Flow *flow, const LayoutSegment *segments, int count,
               float gap); // with the gold bar
// The same, where it is being written: the segments have the caret in them, `value` has not.
void flow_field(Flow *flow, const LayoutSegment *segments, int count, const char *name,
                const char *value, float gap);
void flow_rule(Flow *flow, float gap);
void flow_append(Flow *flow, const Flow *other); // its first bit starts a new page

// The part that begins a page with bit `first` stands on the page before it, where all of it has room.
void flow_join(Flow *flow, int first, float height);
float flow_height(const Flow *flow, int from, int to);       // of those bits on one page
int flow_page_end(const Flow *flow, int from, float height); // first bit of the next page
int flow_page_count(const Flow *flow, float height);
int flow_page_of(const Flow *flow, int bit, float height); // the page on which that bit stands
void flow_draw(const Flow *flow, FrameRect rect, int from, int to);

// Shows the flow in the box. Where it does not fit, a page of it with "Back", "2 of 3", "More"
// below.
void flow_show(const Flow *flow, FrameRect rect, ViewPager pager);
// The same with the buttons at the bottom of `foot`, and the whole of `rect` for the page.
void flow_show_page(const Flow *flow, FrameRect rect, FrameRect foot, ViewPager pager);
float flow_footer_height(const Pen *pen);
float flow_footer_width(Pen *pen, int pages); // at most, for so many pages
void flow_footer(Pen *pen, FrameRect rect, ViewPager pager, bool on_band); // at the bottom of rect

// ---- rows (rows.c) ------------------------------------------------------------------------------

typedef struct FlowRow {    // something to choose: a keycap, its text, a disc
    const char *text, *sub; // sub: below it, small; or NULL
    const char *key;        // or NULL
    PenDisc disc;
    const char *value, *id;
    ViewAction action;
    int argument;
    bool off;     // shown, and cannot be taken: sub says why
    bool touched; // the plank it touches is pointed at
    bool chosen;  // one of several that stays chosen: a tick, and the ground and bar of focus
    bool small;
    bool as_is;  // the key is shown as it is, whatever device is in use
    float least; // height, at 100 % type; 0: the usual one
    int position, count; // among all there are, on whatever page; 0: as they stand
    const PenButton *end; // stands beside it, and does something else with the same thing; or NULL
} FlowRow;

void flow_rows(Flow *flow, const FlowRow *rows, int count, int columns, float gap);

typedef struct FlowFate { // a commitment and what became of it
    const char *name, *state;
    PenDisc disc;
    uint32_t colour; // of the state word
} FlowFate;

void flow_fate(Flow *flow, const FlowFate *fate, float gap);
void flow_chips(Flow *flow, const char *const *texts, int count, float gap);
void flow_gauge(Flow *flow, int halves, const char *word, uint32_t colour, const char *after,
                float gap);
void flow_bar(Flow *flow, const char *label, const char *figure, float part, bool hatched,
              float gap);
void flow_buttons(Flow *flow, const PenButton *buttons, int count, float gap);
void flow_thumbnail(Flow *flow, const FrameThumbnail *thumbnail, const char *name, float width,
                    float height, float gap);
