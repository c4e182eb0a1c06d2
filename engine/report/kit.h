// A facilitator's kit: one page to print, made from the scenario, so that it can never disagree with
// the story. Session at a glance, plan by the minute, notes for each decision, every answer and where
// it leads, what the participants get, what to do when it gets difficult, and the weeks after.
// Knows no room and no vote: it is paper.
#pragma once

#include "page/page.h"
#include "report/graph.h"
#include "story/history.h"

// A recorded way, for "one way to each ending".
typedef struct KitWay {
    const char *name;            // "honest"
    const StoryHistory *history; // at its end; borrowed
} KitWay;

typedef struct Kit {
    Graph *graph; // finished, with the recorded ways in it
    int minutes;        // 45, 60 or 90
    const KitWay *ways;
    int way_count;
} Kit;

bool kit_has_plan(int minutes); // whether there is a plan for a session of that length

// The sum of its rows, and what of it is for playing and for talking about it (either may be NULL); 0: no
// such plan.
int kit_plan_minutes(int minutes, int *play, int *debrief);

// The caller frees it.
Page *kit_page(const Kit *kit, const char *language);
