// What the words of the author's language make: nodes. A node is a userdata that holds the word,
// the place where it was written and what it was given; authors can pass it on and put it into a
// list, nothing else. Nodes are checked and compiled after all files have run.
#pragma once

#include "script/source.h"

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum NodeWord {
    NODE_SCENARIO,
    NODE_PERSON,
    NODE_COMMITMENT,
    NODE_FLAG,
    NODE_NUMBER,
    NODE_SCENE,
    NODE_ENDING,
    NODE_WHENEVER,
    NODE_TALK_WITH,
    NODE_ALWAYS,
    NODE_LINE, // halima "…"
    NODE_GO,
    NODE_CHOICE,
    NODE_OPTION,
    NODE_WHEN,
    NODE_OTHERWISE_WHEN,
    NODE_OTHERWISE,
    NODE_CHANCE,
    NODE_ODDS,
    NODE_DESK,
    NODE_ONE_ON_ONE,
    NODE_NEED,
    NODE_ONE_OF,
    NODE_NOTES,
    NODE_PROMISE,
    NODE_DELIVER,
    NODE_ATTEND,
    NODE_BREAKS,
    NODE_TELL,
    NODE_MOVE,
    NODE_OWN_UP,
    NODE_COVER_UP,
    NODE_FOUND_OUT,
    NODE_LETS_DOWN,
    NODE_APOLOGISE,
    NODE_VOW,
    NODE_DENY,
    NODE_LEARN,
    NODE_CLARIFY,
    NODE_SPEND,
    NODE_SET,
    NODE_CLEAR,
    NODE_ADD,
    NODE_ASSIGN,
    NODE_WORK,
    NODE_MOOD,
    NODE_LISTEN,
    NODE_ASK,
    NODE_DEFEND,
    NODE_STEER,
    NODE_FIX,
    NODE_THEIR_AGENDA,
    NODE_SHARED_AGENDA,
    NODE_MY_AGENDA,
    NODE_KEPT,
    NODE_MISSED,
    NODE_OPEN,
    NODE_MOVED,
    NODE_TOLD,
    NODE_OWNED,
    NODE_COVERED,
    NODE_FOUND,
    NODE_LAPSED,
    NODE_PROMISED,
    NODE_DONE,
    NODE_DUE_WITHIN,
    NODE_KNOWS,
    NODE_CLARIFIED,
    NODE_TRUSTS,
    NODE_ACCEPTS,
    NODE_CHOSEN,
    NODE_HOURS_LEFT,
    NODE_ENERGY_LEFT,
    NODE_IS,
    NODE_AT_LEAST,
    NODE_TOOK,
    NODE_SILO,
    NODE_ALL,
    NODE_ANY,
    NODE_NO,
    NODE_WORD_COUNT
} NodeWord;

typedef enum NodeGroup {
    GROUP_DECLARED, // stands at the top of a file
    GROUP_HANDLE,   // person, commitment, flag, number: declared, then referred to
    GROUP_FLOW,
    GROUP_DEED,
    GROUP_MOVE,
    GROUP_CONDITION,
    GROUP_PART, // option, odds, one_of, notes: inside another word
} NodeGroup;

enum { NODE_ARGS = 3 };

typedef struct NodeSpec {
    const char *name, *form;         // as authors write it
    uint8_t group;                   // NodeGroup
    uint8_t first_least, first_most; // arguments of the first call
    uint8_t calls_least, calls;      // calls until it is complete
} NodeSpec;

typedef struct Node {
    uint8_t word;  // NodeWord
    uint8_t calls; // made so far
    uint8_t args;  // given so far: user values 1..args
    bool placed;   // part of the scenario
    bool inside;   // part of another node
    bool broken;   // a mistake in it was reported already
    bool unknown;  // stands for a name that does not exist: may be used like anything
    int serial;    // index in the list of all nodes
    Place at;
} Node;

extern const NodeSpec node_specs[NODE_WORD_COUNT];

// The node at that index of the stack, or NULL.
Node *node_at(lua_State *L, int index);

// Pushes argument n (1..) of a node; nil where it was not given.
void node_push_arg(lua_State *L, const Node *node, int n);
void node_push(lua_State *L, const Node *node);

bool node_is_complete(const Node *node);

// The text at that index. One with a NUL in it is none of the names that anything has: a text that says so
// stands for it.
const char *node_string(lua_State *L, int index);

// "a person", "a condition", "a text" … of whatever is at that index. Of a node that stands for an
// unknown name `node_unknown`: a message with it is not shown, because the name was reported.
extern const char *const node_unknown;
const char *node_describe(lua_State *L, int index);

// Marks everything below that value as placed: it is part of something that was reported.
void node_place_all(lua_State *L, int index, int depth);

// The environment of the author's files: the words, the allowed library, errors for everything
// else. Raises. `environment.c`.
void words_push_environment(lua_State *L);

// The word of the language that stands at that index without anything behind it (when(kept)), or NULL.
// `words.c`.
const NodeSpec *words_bare(lua_State *L, int index);

// Makes the node that stands for an unknown name and pushes it. `words.c`.
int words_push_unknown(lua_State *L, Place at);

// Every name an author may write at the top, for "did you mean"; returns how many were written.
int words_names(const char **out, int most);
// How that word is written; NULL where it is none of the story's.
const char *words_form(const char *name);

// Reports every node that was built and never placed. Raises only for memory.
void node_report_unused(lua_State *L);
