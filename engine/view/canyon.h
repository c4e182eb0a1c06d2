// Inside of the canyon screen: what its two files share.
#pragma once

#include "view/view_state.h"

typedef struct Canyon {
    View *view;
    const Scenario *scenario;
    const Playthrough *play;
    int people[FRAME_BAYS]; // far ones, from left to right
    BridgeCondition bridges[STORY_PEOPLE_MAX];
    bool silo;
    int would_cross; // for a small thing
} Canyon;

float view_canyon_spare(const Pen *pen); // what a window is higher than 720
const char *view_canyon_crossing_text(const Canyon *canyon, Arena *arena, int person);
const char *view_canyon_name_of(const Canyon *canyon, Pen *pen, int person);
const char *view_canyon_role_of(const Canyon *canyon, Pen *pen, int person);

// ---- canyon_card.c ------------------------------------------------------------------------------

enum { CARD_COLUMNS = 4 };

typedef struct CanyonCard {
    Flow flows[CARD_COLUMNS]; // who, between you, what you know, what to do
    FrameRect rect;
} CanyonCard;

void view_canyon_lay_card(const Canyon *canyon, Pen *pen, CanyonCard *card);
void view_canyon_draw_card(const Canyon *canyon, Pen *pen, const CanyonCard *card);
void view_canyon_draw_stacked(const Canyon *canyon, Pen *pen, float top); // one card at a time
