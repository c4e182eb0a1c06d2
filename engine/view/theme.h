// The tokens of the screens: colours and type styles, normal and high contrast. Where each is used
// stands in engine/view/README.md; nothing else in view writes a colour.
#pragma once

#include "view/frame.h"

typedef struct Theme {
    bool high_contrast;
    uint32_t paper_top, paper_bottom, row, row_hover, row_focus, note, rule, chip, track;
    uint32_t ink, soft, accent, on_accent, gold, bar_gold, edge; // edge: of buttons and cards
    uint32_t button, keycap, keycap_ink, focus_keycap, focus_keycap_ink, focus_ink, focus_bar;
    uint32_t ring_inner, ring_outer; // round a focused button
    uint32_t band, on_band, on_band_soft, ground, dim;
    uint32_t good, due, warned, bad;                     // state words on paper
    uint32_t band_good, band_due, band_warned, band_bad; // and on the band
} Theme;

typedef enum ThemeStyle {
    STYLE_STORY, // narration
    STYLE_CLAIM, // a told sentence on a card
    STYLE_CARD_TITLE,
    STYLE_SCREEN_TITLE,
    STYLE_GO_ON_TITLE,
    STYLE_CHOICE,
    STYLE_BUTTON,
    STYLE_NAME,  // names in lists
    STYLE_STATE, // what became of them
    STYLE_SMALL,
    STYLE_LABEL, // capitals over a part of a card
    STYLE_COUNT
} ThemeStyle;

typedef struct ThemeType {
    FrameFont font;
    float size, leading;
} ThemeType;

const Theme *theme_get(bool high_contrast);
// The same with states in colours that people with any colour vision tell apart.
const Theme *theme_of(bool high_contrast, bool colour_safe);
ThemeType theme_type(ThemeStyle style);
FrameFont theme_emphasis(FrameFont font); // the font of *emphasis* inside that one
