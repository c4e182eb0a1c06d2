// What might have been: for each decision of a playthrough, what became of the bridges in plays that
// took each of its options and left everything later to luck (the "what chance" of the author's
// guide: every later decision a fair draw among what is open, every need and chance drawn anew).
// Played out in slices, so that a program can work at it between two frames; the same way gives the
// same counts, wherever it was cut. Counts are estimates: whatif_within says how good.
#pragma once

#include "story/history.h"

enum {
    WHATIF_WORDS = BRIDGE_SOUND + 1,
    WHATIF_PLAYS = 2500,     // of each option: a chance is within 2 points 19 times in 20
    WHATIF_STEPS_MAX = 2000, // a play that is longer counts as none
};

typedef struct WhatIfOption {
    StoryOffer offer;
    bool hides;                                // it covers up something that is not known
    int plays;                                 // that came to an end
    int words[STORY_PEOPLE_MAX][WHATIF_WORDS]; // of them: with that word for that person's bridge
    int *endings;                              // of them: with each ending
} WhatIfOption;

typedef struct WhatIfDecision {
    WhatIfOption *options; // all that were open
    int option_count;
    int taken; // one of them
} WhatIfDecision;

typedef struct WhatIf {
    const Scenario *scenario;
    WhatIfDecision *decisions; // one a choice of the way
    int count, capacity;
    uint64_t seed;        // of the way
    int plays;            // wanted of each option
    int at, option, done; // where the work stands: decision, option, plays of it
    Playthrough *play;    // the one that runs
    int steps;            // of it
    uint64_t stream;      // of its chances
} WhatIf;

void whatif_init(WhatIf *whatif, const Scenario *scenario, int plays);
void whatif_deinit(WhatIf *whatif);

// Follows the way: what was undone is forgotten, what was chosen since is taken up. Cheap.
void whatif_follow(WhatIf *whatif, const StoryHistory *history);

// Plays on for about that many choices (8 million are a second of one core). True: all is known.
bool whatif_work(WhatIf *whatif, const StoryHistory *history, int choices);

// What a bridge counts as at the end: its word, but strained at best while something is hidden behind
// one of its planks. A lie that nobody has found yet has saved nothing.
BridgeWord whatif_end(const Scenario *scenario, const Playthrough *play, int person);

// Of the plays with an option, the share that ended with the bridge to `person` at `word` or better;
// with `ending`. 0 where none was played.
double whatif_chance(const WhatIfOption *option, int person, BridgeWord word);
double whatif_ending(const WhatIfOption *option, int ending);

// Half the width of the interval that holds the chance 19 times in 20 (Wilson 1927, "Probable
// inference, the law of succession, and statistical inference").
double whatif_within(const WhatIfOption *option, double chance);

// A decision that moved a chance most: the chance is that the bridge to `person` ends at `word` or
// better. Its value is the chance of the option taken less the mean of all that were open.
typedef struct WhatIfTurn {
    int decision; // -1: no decision moved any chance by WHATIF_TELLS (to the good: WHATIF_SAVES)
    int person;
    BridgeWord word;
    int best, worst; // options
    double value;
} WhatIfTurn;
#define WHATIF_TELLS .04 // twice what the counts may be wrong by
#define WHATIF_SAVES .10 // less than that nobody would call saving a bridge

// What one decision of two options or more did to the bridge that it moved most.
WhatIfTurn whatif_turn(const WhatIf *whatif, int decision);

typedef struct WhatIfTurns {
    WhatIfTurn cost, saved; // the most to the bad, and to the good
} WhatIfTurns;

// On the bridge to `person`, as far as some choice moved it; else on anybody's (STORY_NONE). Nothing
// has cost anything on a bridge that ended as well as could be, with an ending that is no parting.
WhatIfTurns whatif_turns(const WhatIf *whatif, const StoryHistory *history, int person);

// A cost is measured by the goal (whatif_word) while that was within reach; behind that by the best that
// was still likely there, so that a lie told late is not smaller than the hours that were lost before.

// What is said to have saved most is never a choice that hides something, and what would have been
// better never is one either.

// The word that a person's bridge is measured by: the best one that some option of the way made
// likely (a quarter) at all.
BridgeWord whatif_word(const WhatIf *whatif, int person);

// The nearest other way: with another option at that decision, the same choices wherever they are
// still open, and the bridge to `person` at `word` or better at its end, an ending of no worse kind,
// and nothing hidden; the most alike of some hundred ways tried, with the same seed. False: none of them came there. The caller closes it.
bool whatif_other_way(const StoryHistory *history, int decision, const StoryOffer *offer,
                      int person, BridgeWord word, StoryHistory *other);

// Whether the other way's n-th choice is one that was made on mine, too.
bool whatif_chose(const StoryHistory *mine, const StoryHistory *other, int n);
