// Answers of condition functions, kept by what they read. A function is pure, so what it reads first
// is always the same, and what it reads next depends on what was there: each function is a tree, asked
// without Lua as far as it is known. What each has ever read is kept as well, for whoever forgets what
// nothing reads. Knows no Lua; lua_condition.c asks where nothing is kept.
#pragma once

#include "bridge/bridge.h"
#include "story/playthrough.h"

typedef enum MemoKind { // what can be read in s
    MEMO_STATE,         // of a commitment
    MEMO_FLAG,
    MEMO_NUMBER,
    MEMO_FACT,
    MEMO_TRUSTS, // the word of a person's bridge
    MEMO_SCENE,
    MEMO_ENDED,
    MEMO_DAY,
    MEMO_CLOCK, // the hour, or what is left of today
    MEMO_ENERGY,
} MemoKind;

enum { MEMO_READS_MAX = 24, MEMO_CHILDREN_MAX = 64, MEMO_NODES_MAX = 1 << 16 };

typedef struct MemoRead {
    uint8_t kind; // MemoKind
    uint8_t which;
} MemoRead;

typedef struct Memo {
    struct MemoNode *nodes; // the first one is nothing
    uint32_t count, room;
    uint32_t *roots; // by function; 0: nothing is kept
    int functions;
    StoryLuaReads *heard;           // by function: all that it has ever read
    int running;                    // function, of the call that runs
    MemoRead reads[MEMO_READS_MAX]; // likewise
    int read_count;                 // MEMO_READS_MAX + 1: too many to keep
    int8_t words[STORY_PEOPLE_MAX]; // that the oracle has given for this question; -1: not asked
    int32_t energy;                 // likewise
} Memo;

void memo_deinit(Memo *memo);

// Before each question.
void memo_ask(Memo *memo, const Scenario *scenario);

// True with the answer where it is kept.
bool memo_find(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool *answer);

// It is asked; so far all were only tried.
void memo_asked(Memo *memo, int function);
void memo_tried(Memo *memo);

// Around a call: what it reads, and what it answers.
void memo_begin(Memo *memo, int function);
void memo_read(Memo *memo, MemoKind kind, int which);
void memo_keep(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool answer);

// The word of a person's bridge, and the energy, from the scenario's oracle where it has one.
BridgeWord memo_word(Memo *memo, const Scenario *scenario, const Playthrough *play, int person);
int32_t memo_energy(Memo *memo, const Scenario *scenario, const Playthrough *play);

// All that a function has ever read, in calls that failed as well.
StoryLuaReads memo_heard(const Memo *memo, int function);
