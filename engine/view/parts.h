// The parts of a bridge in words: every plank, with the promise it is and what became of it, good
// faith, ropes, posts, scar and lantern. What is pointed at in the window, what a terminal prints.
#pragma once

#include "base/arena.h"
#include "story/story.h"
#include "view/words.h"

// Planks are 0 .. BRIDGE_PLANKS - 1, from the player's side.
typedef enum ViewPart {
    PART_ROPES = BRIDGE_PLANKS,
    PART_NEAR_POSTS,
    PART_FAR_POSTS,
    PART_SCAR,
    PART_LANTERN,
    PART_COUNT
} ViewPart;

typedef struct ViewPartOf { // whose bridge it is, as it stands
    const Scenario *scenario;
    const Playthrough *play;
    const BridgeCondition *bridge;
    int person;
} ViewPartOf;

// One thing a part says: a promise, or what it stands for.
typedef struct ViewPartLine {
    const char *name;  // "Plank 3: the lighting plot"
    const char *state; // what became of that promise; "" where it is none
    const char *wood;  // how it looks, or what it means; may be ""
    int commitment;    // or -1
} ViewPartLine;

bool view_part_there(const BridgeCondition *bridge, int part);

// What mended a gap stands before what broke there. Returns 1 or 2; the texts are in the arena.
int view_part_lines(const ViewPartOf *of, int part, Arena *arena, ViewPartLine out[2]);

// In the order in which one walks: the player's posts, the ropes, the planks, theirs, the rest.
int view_part_after(const BridgeCondition *bridge, int part, int step); // -1 past the end
int view_part_first(const BridgeCondition *bridge, bool last);

int view_part_disc(const BridgeCondition *bridge, int part); // the number on it, or 0
bool view_part_is(const BridgeCondition *bridge, int part, int commitment);

// Whether they would come for that (then their gate is open to you, too).
bool view_would_cross(const Scenario *scenario, const BridgeCondition *bridge, int person,
                      BridgeStakes stakes);
ViewWord view_crossing_word(const Scenario *scenario, const BridgeCondition *bridge, int person);
