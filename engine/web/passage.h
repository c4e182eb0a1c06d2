// What the room hears before the next question: what was said since the last choice, what became of
// promises, how the bridge stands; and what each answer would lead to. For pages; knows no HTML.
#pragma once

#include "base/arena.h"
#include "room/room.h"

typedef enum PassageKind { PASSAGE_TOLD, PASSAGE_SAID, PASSAGE_PROMISE } PassageKind;

typedef struct PassageLine {
    PassageKind kind;
    const char *who;  // PASSAGE_SAID
    const char *text; // with its marks
} PassageLine;

typedef struct Passage {
    PassageLine *lines;
    int count;
    int letters; // of all of them
    bool large;  // the room screen's type
} Passage;

Passage passage_now(Arena *arena, const Room *room);

// What fits on the room screen at a time. The lines of a page, from *first to before *end; returns how many
// pages there are, at least one. A page behind the last is the last.
int passage_page(const Passage *passage, int page, int *first, int *end);
bool passage_is_short(const Passage *passage, int first, int end); // so that it can stand larger

const char *passage_clock(Arena *arena, const Room *room);
const char *passage_option(Arena *arena, const Room *room, int option);
int passage_disc(const Room *room, int option); // the plank it touches, 0 for none

// "Strained, frayed"; within a sentence "strained, frayed".
const char *passage_bridge(Arena *arena, const BridgeCondition *bridge, bool capital);
const char *passage_first(const Room *room, int person);

// In passage_trail.c, of ways that were taken: the n-th choice in plain words; whose bridge it made another one
// ("Maya: worn", or ""); "3 h 40 min".
const char *passage_took(Arena *arena, const StoryHistory *history, int n);
const char *passage_turned(Arena *arena, const StoryHistory *history, int n);
const char *passage_hours(Arena *arena, int minutes);
const char *passage_minute(Arena *arena, const Scenario *scenario, int32_t minute);
const char *passage_ending(const StoryHistory *history); // its title

typedef struct PassageLead {
    const char *text;   // the first thing said, or how it ends; "" where nothing is
    const char *bridge; // "the bridge to Maya becomes worn", or ""
    bool ends;
} PassageLead;
PassageLead passage_lead(Arena *arena, const Room *room, int option);
