// The values of the tokens. Contrast of every text colour on every ground it may stand on is at
// least 4.5:1 (tests/view/test_theme.c computes it). Knows no screen.
#include "view/theme.h"

#include <assert.h>

// What both sets of colours for states share.
#define PAPER_TOKENS                                                                            \
    .high_contrast = false,                                                                     \
    .paper_top = 0xfffbf3e2,                                                                    \
    .paper_bottom = 0xfff4e7cf,                                                                 \
    .row = 0xfffffaf0,                                                                          \
    .row_hover = 0xfffbeecb,                                                                    \
    .row_focus = 0xfff6dfae,                                                                    \
    .note = 0xfffff6da,                                                                         \
    .rule = 0xffd9c59c,                                                                         \
    .chip = 0xfff1e2c2,                                                                         \
    .track = 0xffefe2c4,                                                                        \
    .ink = 0xff2b2233,                                                                          \
    .soft = 0xff655768,                                                                         \
    .accent = 0xffa5392c,                                                                       \
    .on_accent = 0xfffff8ea,                                                                    \
    .gold = 0xfff4cf62,                                                                         \
    .bar_gold = 0xffc9982f,                                                                     \
    .edge = 0xff8f7440,                                                                         \
    .button = 0xfffffaf0,                                                                       \
    .keycap = 0xffe6d6b4,                                                                       \
    .keycap_ink = 0xff2b2233,                                                                   \
    .focus_keycap = 0xffa5392c,                                                                 \
    .focus_keycap_ink = 0xfffff8ea,                                                             \
    .focus_ink = 0xff2b2233,                                                                    \
    .focus_bar = 0xffa5392c,                                                                    \
    .ring_inner = 0xff2b2233,                                                                   \
    .ring_outer = 0xfff4cf62,                                                                   \
    .band = 0xf0171228,                                                                         \
    .on_band = 0xfffff6e4,                                                                      \
    .on_band_soft = 0xffd8cdb8,                                                                 \
    .ground = 0xff171228,                                                                       \
    .dim = 0xb3171228

static const Theme PAPER = {
    PAPER_TOKENS,
    .good = 0xff2f6a3c,
    .due = 0xff855000,
    .warned = 0xffa33c17,
    .bad = 0xff931f1f,
    .band_good = 0xff9fd8a4,
    .band_due = 0xfffff6e4,
    .band_warned = 0xffffb27a,
    .band_bad = 0xffff8a78,
};

// Blue, brown, orange and purple: at least 30 apart (CIE 1976) for every colour vision, where the usual
// ones come as near as 3. tests/view/test_safe_colours.c simulates it.
static const Theme SAFE = {
    PAPER_TOKENS,
    .good = 0xff2254aa,
    .due = 0xff332000,
    .warned = 0xffba2e00,
    .bad = 0xff70004c,
    .band_good = 0xff3283ff,
    .band_due = 0xfffff6e4,
    .band_warned = 0xffff710c,
    .band_bad = 0xffcc8ec1,
};

static const Theme CONTRAST = {
    .high_contrast = true,
    .paper_top = 0xff05080d,
    .paper_bottom = 0xff05080d,
    .row = 0xff05080d,
    .row_hover = 0xff2a3140,
    .row_focus = 0xffffe14d,
    .note = 0xff05080d,
    .rule = 0x66ffffff,
    .chip = 0xff05080d,
    .track = 0xff05080d,
    .ink = 0xffffffff,
    .soft = 0xffffffff,
    .accent = 0xffffe14d,
    .on_accent = 0xff000000,
    .gold = 0xffffffff,
    .bar_gold = 0xffffffff,
    .edge = 0xffffffff,
    .button = 0xff05080d,
    .keycap = 0xffffffff,
    .keycap_ink = 0xff000000,
    .focus_keycap = 0xff000000,
    .focus_keycap_ink = 0xffffe14d,
    .focus_ink = 0xff000000,
    .focus_bar = 0xff000000,
    .ring_inner = 0xff000000,
    .ring_outer = 0xffffe14d,
    .band = 0xff05080d,
    .on_band = 0xffffffff,
    .on_band_soft = 0xffffffff,
    .ground = 0xff10141c,
    .dim = 0xff10141c,
    .good = 0xffffffff,
    .due = 0xffffffff,
    .warned = 0xffffffff,
    .bad = 0xffffffff,
    .band_good = 0xffffffff,
    .band_due = 0xffffffff,
    .band_warned = 0xffffffff,
    .band_bad = 0xffffffff,
};

static const ThemeType TYPES[STYLE_COUNT] = {
    [STYLE_STORY] = { FONT_STORY, 21, 29 },
    [STYLE_CLAIM] = { FONT_STORY, 19, 27 },
    [STYLE_CARD_TITLE] = { FONT_STORY_BOLD, 20, 26 },
    [STYLE_SCREEN_TITLE] = { FONT_STORY_BOLD, 24, 30 },
    [STYLE_GO_ON_TITLE] = { FONT_STORY_BOLD, 30, 36 },
    [STYLE_CHOICE] = { FONT_UI_MEDIUM, 17, 22 },
    [STYLE_BUTTON] = { FONT_UI_BOLD, 16, 22 },
    [STYLE_NAME] = { FONT_UI_MEDIUM, 15, 20 },
    [STYLE_STATE] = { FONT_UI, 14, 19 },
    [STYLE_SMALL] = { FONT_UI, 13, 18 },
    [STYLE_LABEL] = { FONT_UI_BOLD, 13, 18 },
};

const Theme *theme_get(bool high_contrast)
{
    return high_contrast ? &CONTRAST : &PAPER;
}

const Theme *theme_of(bool high_contrast, bool colour_safe)
{
    return high_contrast ? &CONTRAST : colour_safe ? &SAFE : &PAPER;
}

ThemeType theme_type(ThemeStyle style)
{
    assert(style < STYLE_COUNT);
    return TYPES[style];
}

FrameFont theme_emphasis(FrameFont font)
{
    switch (font) {
    case FONT_STORY:
    case FONT_STORY_BOLD:
        return FONT_STORY_ITALIC;
    case FONT_STORY_ITALIC:
        return FONT_STORY;
    case FONT_UI:
    case FONT_UI_MEDIUM:
        return FONT_UI_BOLD;
    case FONT_UI_BOLD:
    case FONT_COUNT:
        break;
    }
    return FONT_UI;
}
