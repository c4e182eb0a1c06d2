// The debrief as something to keep: a page (HTML, Markdown), or what happened as CSV and JSON. What is
// in it comes from the playthrough alone: no name of a player, no date, no grade, no figure for a
// person; chances are chances of bridges.
#pragma once

#include "page/page.h"
#include "story/debrief.h"
#include "story/whatif.h"

typedef struct Lookback {
    const StoryHistory *history; // borrowed
    const char *plan; // in the learner's own words; or NULL: the one that the way suggests
    Debrief debrief;
    WhatIf whatif;
    WhatIfTurns turns;
    bool has_other; // another way from the choice that cost most
    StoryHistory other;
} Lookback;

// Takes a tenth to a third of a second: every option of every decision is played out. The way may
// stop anywhere, also before its first choice.
void lookback_init(Lookback *lookback, const StoryHistory *history, const char *plan);
void lookback_deinit(Lookback *lookback);

// With the bridges as pictures (SVG) or without. The caller frees it.
Page *lookback_page(const Lookback *lookback, const char *language, bool pictures);

// Questions for talking about it, alone or in a group, in three orders (talk.c); added to a page.
void lookback_talk(const Lookback *lookback, Page *page);

// One line an event (RFC 4180): number, day, time, event, person, promise, choice, before, after.
void lookback_csv(const Lookback *lookback, Text *out);

// The same, with the choices and how it ended. Format: README.md.
void lookback_json(const Lookback *lookback, Text *out);

// The whole of it as one HTML file.
void lookback_html(const StoryHistory *history, const char *plan, const char *language, Text *out);
