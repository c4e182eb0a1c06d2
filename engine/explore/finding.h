// What is wrong with a scenario, or likely not meant: found by walking every state (explore.h), by
// seeded plays (plays.h), and by reading. Each finding says which of them it rests on; "never" is
// said only where the walk was complete. Every way that is given was played before. Knows no screen
// and no file.
#pragma once

#include "base/text.h"
#include "explore/plays.h"
#include "explore/survey.h"
#include "explore/values.h"

// Stable: "PW-801" and so on; each is explained in engine/explore/README.md.
typedef enum ExploreCode {
    FINDING_STUCK = 801,      // nothing can be taken
    FINDING_FAILED = 802,     // the story cannot go on
    FINDING_LOOP = 803,       // round and round, and no ending can be reached
    FINDING_BROKEN = 804,     // an `always` that does not hold
    FINDING_ENDING = 811,     // an ending that is never reached
    FINDING_SCENE = 812,      // a scene that is never reached
    FINDING_OPTION = 813,     // an option that can never be taken
    FINDING_UNPROMISED = 814, // a commitment that is never promised
    FINDING_UNSETTLED = 815,  // a commitment whose time never comes
    FINDING_UNHARMED = 816,   // a bridge that nothing can harm
    FINDING_UNMENDED = 817,   // a bridge that nothing can mend
    FINDING_SAME = 821,       // two options that do the same
    FINDING_UNREAD = 822,     // a flag or number that nothing reads
    FINDING_TRUE = 823,       // a condition that is always true
    FINDING_FALSE = 824,      // a condition that is never true
    FINDING_RARE = 825,       // an option that hardly anybody comes to take
    FINDING_MINUTES = 831,    // it takes longer or shorter than it says
    FINDING_LONG = 832,       // a text that is longer than people read at once
    FINDING_TEACHES = 833,    // a mechanic that it claims and no way meets
    FINDING_UNSPOKEN = 834,   // a text of which nothing can be read aloud
    FINDING_ALIKE = 835,      // two options that read the same
    FINDING_NOBODY = 836,     // {who} where nobody was chosen
    FINDING_UNOWNED = 837,    // an own_up that never counts
    FINDING_OVER = 838,       // a time that is over before anybody comes there
    FINDING_IDLE = 839,       // a deed that never does anything
    FINDING_READING = 840,    // lines that are harder to read than it says
    FINDING_UNSAID = 841,     // a whenever that no way comes to say
} ExploreCode;

typedef enum ExploreSeverity { FINDING_NOTE, FINDING_WARNING, FINDING_ERROR } ExploreSeverity;

typedef enum ExploreMethod {
    BY_PROOF,   // every state was walked, or the text itself says it
    BY_WAY,     // met on a way through a graph that has no end within the limit
    BY_PLAYS,   // met in seeded plays
    BY_NOTHING, // not met: a note
} ExploreMethod;

typedef struct ExploreFinding {
    ExploreCode code;
    ExploreSeverity severity;
    ExploreMethod method;
    char id[96];    // of what it is about: "monday.noon", "brief"; may be empty
    char file[256]; // where; empty where there is none
    int line;       // 0: none
    char message[320];
    char cause[320]; // may be empty, likewise fix
    char fix[240];
    bool has_way;
    ExploreWay way;
    bool way_of_play; // the shortest of some plays, to where it can be seen; no proof of anything
    double chance;    // of meeting it in one fair play; negative where it is not known
    int plays;        // in how many of the seeded plays it was met
    int op;           // where in the story, or -1
    int closes;       // the op that nobody comes to, or goes on from, by it; or -1
} ExploreFinding;

typedef struct ExploreCheckOptions {
    uint32_t state_limit; // 0: EXPLORE_CHECK_STATES
    int plays;            // 0: EXPLORE_CHECK_PLAYS
    const ExploreHands *hands;
} ExploreCheckOptions;
enum { EXPLORE_CHECK_STATES = 5000000, EXPLORE_CHECK_PLAYS = 20000, EXPLORE_SAME_CODE_MAX = 10 };

typedef struct ExploreCheck {
    const Scenario *scenario;
    ExploreGraph graph;
    ExploreValues values; // where it is complete
    bool explored;        // there is a graph at all
    bool complete;        // and it is all there is
    ExploreSurvey survey;
    bool surveyed;       // what plays left in doubt is decided
    bool questions_open; // but for how some questions come out
    ExplorePlays plays;
    ExploreSeen seen;
    ExploreFinding *findings; // errors first, then warnings, then notes; each by place
    int count, room;
    int left_out[1000]; // by code: found beyond EXPLORE_SAME_CODE_MAX
    int consequences;   // not said, since they follow from others
} ExploreCheck;

void explore_check_init(ExploreCheck *check, const Scenario *scenario,
                        const ExploreCheckOptions *options);
void explore_check_deinit(ExploreCheck *check);

// Only what the texts show by themselves, nothing is walked: those of a translation may be at fault where the
// source's are not (PW-834, PW-835).
void explore_check_texts(ExploreCheck *check, const Scenario *scenario);

int explore_check_count(const ExploreCheck *check, ExploreSeverity severity);

// What keeps the states from being made fewer: a sentence, or NULL where nothing does.
const char *explore_coupling(const ExploreCheck *check, char *out, int out_size);

// How long one way is read and played, in minutes, on the average of the plays that come to an end.
double explore_minutes(const ExploreCheck *check);

// The reading level of its lines: LIX, below 30 very easy, above 50 hard.
double explore_lix(const Scenario *scenario);

// A condition as its author wrote it: "no(kept(brief))".
void explore_condition(Text *out, const Scenario *scenario, int cond);

// Every code and what it is about, in order; NULL behind the last.
const char *explore_code(int n, ExploreCode *code);
