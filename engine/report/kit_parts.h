// Private to engine/report: the parts of a kit, and what they share.
#pragma once

#include "base/arena.h"
#include "report/kit.h"

typedef struct KitPen {
    const Kit *kit;
    const Scenario *scenario;
    Page *page;
    Arena arena; // texts that the page copies
} KitPen;

const char *kit_plain(KitPen *pen, TextId text); // without emphasis, fills as at the start
// "Scene 3, Monday 10:20": scenes have a number on paper, because their names are the author's and of no
// language.
const char *kit_when(KitPen *pen, int scene);
// "A", "B" .. where every answer is open on every way, so that the letter is that of the voting card;
// else "1", "2" ..: places in the list.
const char *kit_mark(KitPen *pen, const GraphStop *stop, int offer);

// kit_plan.c
void kit_glance(KitPen *pen);
void kit_plan(KitPen *pen);
void kit_room(KitPen *pen); // what to agree on; when it gets difficult

// kit_story.c
void kit_decisions(KitPen *pen);
void kit_endings(KitPen *pen);

// kit_sheets.c
void kit_handout(KitPen *pen);
void kit_cards(KitPen *pen);
void kit_after(KitPen *pen);
const char *kit_goal(int mechanic); // 1..20: "make promises with …"
