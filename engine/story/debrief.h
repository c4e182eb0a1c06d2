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
    bool given;       // it was settled before the first choice: the story tells it as its past
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

// What the plan for tomorrow is about: the worst thing that happened on this way, or, where nothing
// broke, the most typical. Each has one if-then sentence.
typedef enum DebriefPlanKind {
    DEBRIEF_PLAN_FOUND_OUT,    // hidden, and found out
    DEBRIEF_PLAN_COVERED_UP,   // hidden, and nobody knows
    DEBRIEF_PLAN_DENIED,       // a denial; no commitment
    DEBRIEF_PLAN_TOLD_ON,      // a promise to hold something was broken
    DEBRIEF_PLAN_WORDS,        // sorry or a vow, and no deed; no commitment
    DEBRIEF_PLAN_OVERPROMISED, // more hours promised than there were
    DEBRIEF_PLAN_STAYED_AWAY,  // a meeting was missed in silence
    DEBRIEF_PLAN_SILENT,       // work was missed in silence
    DEBRIEF_PLAN_OWNED_UP,     // missed, and said so only after
    DEBRIEF_PLAN_NO_DATE,      // said that it would be late, without a new date
    DEBRIEF_PLAN_STANDARD,     // what counts for them was broken unknown
    DEBRIEF_PLAN_KNOWN,        // what counts for them was broken though it was known
    DEBRIEF_PLAN_NEGLECTED,    // they turned back, or nothing was ever done with them
    DEBRIEF_PLAN_NOTHING,      // nothing was promised
    DEBRIEF_PLAN_UNASKED,      // nothing was learned of anybody
    DEBRIEF_PLAN_NO_TALK,      // nobody had a one-on-one
    DEBRIEF_PLAN_MOVED,        // all kept, with a new date agreed in time
    DEBRIEF_PLAN_KEPT,         // all kept
    DEBRIEF_PLANS
} DebriefPlanKind;

typedef struct DebriefPlan {
    DebriefPlanKind kind;
    int person;     // whom it was learned with; always a person
    int commitment; // whose title it may name; -1 for none
} DebriefPlan;

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
    int promised, kept, broken; // of the player's promises; what is given does not count
    int given_broken;           // commitment of the player's that was broken as given; -1 for none
    int first_broken;           // commitment, -1 for none
    int32_t first_broken_minute;
    int32_t first_broken_left_minutes; // of its work, when it broke
    int kept_after;                    // kept to the same colleague since then
    int worst_person;                  // whose bridge stands lowest at the end
    BridgeWord worst_word;
    DebriefPlan plan;
} Debrief;

void debrief_init(Debrief *debrief, const StoryHistory *history);
void debrief_deinit(Debrief *debrief);

// The part of debrief_init that fills plan and first_broken_left_minutes, after everything else.
void debrief_find_plan(Debrief *debrief, const StoryHistory *history);

// Whether a state counts as a promise broken.
bool debrief_is_broken(StoryState state);
