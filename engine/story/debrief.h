// What a debrief is made of, found once for window, terminal and reports: the way, each promise and
// what became of it, tactics, what was never asked, hours. Facts and numbers only; the words are
// found by those who show them. It speaks of promises and acts; it never grades.
#pragma once

#include "story/history.h"

// A choice on the way, and what it did to a bridge.
typedef struct DebriefStep {
    int32_t minute; // when it was made
    int32_t minute_after;
    uint8_t person;                  // whose bridge changed most by it, STORY_NONE when none did
    uint8_t word_before, word_after; // BridgeWord of that bridge
    int32_t trust_change;            // millionths
} DebriefStep;

typedef struct DebriefPlank {
    uint8_t commitment;
    uint8_t person;   // the colleague in it
    bool theirs;      // promised by the colleague
    uint8_t state;    // StoryState
    int8_t disc;      // its number on that colleague's bridge, 0 for none
    int8_t lies_in;   // number of the broken promise in whose gap it lies, 0 for none
    int8_t mended_by; // number of the kept promise that lies in its gap, 0 for none
    int32_t minute;   // when it was settled; its due time while it is open
    uint8_t moves;    // dates agreed anew
} DebriefPlank;

typedef enum DebriefTacticKind {
    DEBRIEF_OWNED_UP,
    DEBRIEF_TOLD,
    DEBRIEF_NEW_DATE,
    DEBRIEF_COVERED_UP,
    DEBRIEF_APOLOGY,
    DEBRIEF_VOW,
    DEBRIEF_DENIAL,
    DEBRIEF_CLARIFIED,
    DEBRIEF_LISTENED,
    DEBRIEF_ASKED,
    DEBRIEF_THEIR_AGENDA,
    DEBRIEF_SHARED_AGENDA,
    DEBRIEF_MY_AGENDA,
    DEBRIEF_DEFENDED,
    DEBRIEF_STEERED,
    DEBRIEF_FIXED,
    DEBRIEF_TACTICS
} DebriefTacticKind;

typedef struct DebriefTactic {
    int count;
    int worn; // of them: said again without a deed in between (apology, vow)
} DebriefTactic;

typedef struct DebriefUnasked {
    uint8_t person;
    bool standard; // else a fact
    uint8_t index; // into Scenario.standards or .facts
} DebriefUnasked;

enum { DEBRIEF_UNASKED_MAX = STORY_FACTS_MAX + STORY_STANDARDS_MAX };

typedef struct Debrief {
    DebriefStep *steps; // one a choice
    int step_count;
    DebriefPlank planks[STORY_COMMITMENTS_MAX]; // in the order of settling, open ones last
    int plank_count;
    DebriefTactic tactics[DEBRIEF_TACTICS];
    DebriefUnasked unasked[DEBRIEF_UNASKED_MAX];
    int unasked_count;
    DebriefUnasked learned[DEBRIEF_UNASKED_MAX];
    int learned_count;
    // Work, meetings and one-on-ones: with those whose bridge had nothing to mend, and with the
    // others.
    int32_t keeping_minutes, rebuilding_minutes;
    int promised, kept, broken; // of the player's promises
    int first_broken;           // commitment, -1 for none
    int32_t first_broken_minute;
    int kept_after;   // kept to the same colleague since then
    int worst_person; // whose bridge stands lowest at the end
    BridgeWord worst_word;
} Debrief;

void debrief_init(Debrief *debrief, const StoryHistory *history);
void debrief_deinit(Debrief *debrief);

// Whether a state counts as a promise broken.
bool debrief_is_broken(StoryState state);
