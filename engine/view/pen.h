// Draws the components of the screens into a frame: text, cards, keycaps, discs, gauges, buttons,
// and registers the semantic item of each. Sizes given here are those of 100 % type: the pen scales
// them. Knows no story and no screen.
#pragma once

#include "view/action.h"
#include "view/layout.h"

typedef struct Pen {
    Frame *frame;
    const FrameMeasure *measure;
    const Theme *theme;
    float scale; // of the type
    ViewTarget focus, hover, pressed;
    const int32_t *keys; // of the commands (commands.h); NULL: the usual ones
    uint8_t hands;       // ViewHands
    uint8_t device;      // ViewDevice: whose keys the prompts name
    float finger;        // least height of what can be operated; 0: no finger is used
    ViewTarget held;     // is being held until it is taken
    float held_part;     // 0..1 of the time for it
    bool round;          // behind the last page comes the first one
    int *pages;       // page shown of each pager; put right where it is out of range
    int *page_counts; // and how many there are
} Pen;

typedef struct PenDisc {
    int number; // 0: none
    uint8_t fate;
    bool mended, theirs, elsewhere; // elsewhere: on another colleague's bridge
} PenDisc;

float pen_unit(const Pen *pen, float units); // scaled
float pen_small(const Pen *pen);             // height of a small button: a finger needs more
LayoutStyle pen_style(const Pen *pen, ThemeStyle style, uint32_t colour);

// Wraps plain or *marked* text to a width.
LayoutBlock pen_wrap(Pen *pen, LayoutStyle style, const char *text, bool marked, float width);

// One line at (x, y) by its alignment; returns its width.
float pen_text(Pen *pen, LayoutStyle style, float x, float y, FrameAlign align, const char *text);
void pen_line(Pen *pen, const LayoutLine *line, float x, float y, float leading);
void pen_block(Pen *pen, const LayoutBlock *block, float x, float y);

void pen_rect(Pen *pen, FrameRect rect, float radius, uint32_t colour);
void pen_outline(Pen *pen, FrameRect rect, float radius, float width, uint32_t colour, bool dashed);
void pen_card(Pen *pen, FrameRect rect, bool rope);      // paper with its shadow, and a rope edge
void pen_flat_card(Pen *pen, FrameRect rect, bool rope); // without the shadow
void pen_small_card(Pen *pen, FrameRect rect, uint32_t paper); // a note or plaque over the scene
// A ground with a bar at its leading edge that follows its round corners.
void pen_barred(Pen *pen, FrameRect rect, float radius, float bar, uint32_t bar_colour,
                uint32_t ground);
void pen_band(Pen *pen, FrameRect rect);
void pen_rule(Pen *pen, float x, float y, float w, float h);
void pen_icon(Pen *pen, FrameIcon icon, FrameRect rect, uint32_t colour);
void pen_gauge(Pen *pen, float x, float y, float height, int halves, bool on_band);
float pen_gauge_width(float height);
void pen_disc(Pen *pen, PenDisc disc, float x, float y, float size, bool focused); // centre
float pen_keycap_width(const Pen *pen, const char *text, float size);
void pen_keycap(Pen *pen, const char *text, FrameRect rect, bool focused);

bool pen_is_focused(const Pen *pen, ViewAction action, int argument);
bool pen_is_hovered(const Pen *pen, ViewAction action, int argument);
bool pen_is_pressed(const Pen *pen, ViewAction action, int argument);
// Pressed: one unit down, and a shade below the upper edge. The first before its ground is drawn,
// the second after it; what can be hit stays where it was.
FrameRect pen_pressed_rect(FrameRect rect, bool pressed);
void pen_pressed_shade(Pen *pen, FrameRect rect, float radius, bool pressed);

// Semantic items, in reading order. `id` and `value` may be "".
FrameItem *pen_item(Pen *pen, FrameRole role, FrameRect rect, const char *name, const char *value,
                    const char *id);
FrameItem *pen_operable(Pen *pen, FrameRole role, FrameRect rect, const char *name,
                        const char *value, const char *id, ViewAction action, int argument);

// A row's ground: focus, hover or rest, with the bar of focus. Returns the colour of text on it.
uint32_t pen_row_ground(Pen *pen, FrameRect rect, bool focused, bool hovered, bool off);

typedef struct PenButton {
    const char *label, *key; // key may be NULL
    const char *name;        // what is said where the label is empty; else NULL
    const char *id;
    ViewAction action;
    int argument;
    bool first; // the accent one
    bool band;  // stands on the band
    bool small;
} PenButton;

// Size of a button no wider than `width` (its label wraps), and the button itself.
FrameRect pen_button_size(Pen *pen, const PenButton *button, float width);
void pen_button(Pen *pen, const PenButton *button, FrameRect rect);

// The text in capitals, for labels.
const char *pen_capitals(Pen *pen, const char *text);
