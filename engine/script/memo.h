// Answers of condition functions, kept by what they read. A function is pure, so what it reads first
// is always the same, and what it reads next depends on what was there: each function is a tree, asked
// without Lua as far as it is known. Knows no Lua; lua_condition.c asks where nothing is kept.
#pragma once

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
    MemoRead reads[MEMO_READS_MAX]; // of the call that runs
    int read_count;                 // MEMO_READS_MAX + 1: too many to keep
} Memo;

void memo_deinit(Memo *memo);

// True with the answer where it is kept.
bool memo_find(const Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool *answer);

// Around a call: what it reads, and what it answers.
void memo_begin(Memo *memo);
void memo_read(Memo *memo, MemoKind kind, int which);
void memo_keep(Memo *memo, int function, const Scenario *scenario, const Playthrough *play,
               bool answer);
