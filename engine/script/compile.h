// Turns what an author has written into ops of the builder: lists of lines, deeds and ways on.
// Private to engine/script. Everything here raises only for memory.
#pragma once

#include "script/fields.h"

typedef struct Where {    // what a list stands in
    Place at;             // of the word it belongs to
    const char *inside;   // "scene \"monday\"", for messages
    int scene;            // index of the scene, -1 outside of scenes
    const char *scene_id; // its name, NULL outside
    int cursor;           // token behind the last one that was found, to find texts in their order
    int depth;
    int item;        // the one that is looked at, from 1; 0: it stands in a list within the list
    bool bare_moves; // in a one-on-one or a need
    bool in_talk;    // learn asks whether they would answer
    bool may_leave;  // go and ending
    bool may_pause;  // choice, one_on_one, need
    bool may_desk;
    bool may_act;      // deeds
    uint8_t *speakers; // collects who speaks; may be NULL
} Where;

// The items of the list at that index, first to last, into ops; false when its end is never
// reached.
bool compile_list(Loader *ld, lua_State *L, int table, Where *where);

// Where the n-th item (1..) of the list begins that belongs to the word at that place, and its token; that
// place and -1 where it is not found.
Place compile_item_place(const Loader *ld, Place at, int item, int *token);

// Reports a word that its text or its list is missing behind.
void compile_unfinished(Loader *ld, const Node *node);

// A node that was reported: what it holds needs no second report.
void compile_place_args(lua_State *L, const Node *node);

// What stood here was reported, and may have led on: nothing is said of where this list or its scene leads.
// Returns false, which is what a list returns whose end is never reached.
bool compile_in_doubt(Loader *ld, const Where *where);

// compile_flow.c: the ways on. The node's own words; each returns whether what follows is reached.
bool compile_flow(Loader *ld, lua_State *L, Node *node, Where *where);
// when …, otherwise_when …, otherwise … that begin with item `first` of `list`; *next is the item
// behind.
bool compile_when(Loader *ld, lua_State *L, int list, int first, Where *where, int *next);

// compile_parts.c
bool compile_choice(Loader *ld, lua_State *L, Node *node, Where *where);
bool compile_desk(Loader *ld, lua_State *L, Node *node, Where *where);
int compile_notes(Loader *ld, lua_State *L, int table); // the notes { } in a list, or -1

// compile_talk.c
bool compile_one_on_one(Loader *ld, lua_State *L, Node *node, Where *where);
bool compile_need(Loader *ld, lua_State *L, Node *node, Where *where);
void compile_talk_with(Loader *ld, lua_State *L, Node *node);

// deeds.c
void compile_deed(Loader *ld, lua_State *L, Node *node, Where *where);

// conditions.c: index of the condition at that place of the stack, STORY_COND_TRUE after a report.
int16_t condition_at(Loader *ld, lua_State *L, int index, Place at);
// "tuesday/desk.nap" and "tuesday.nap" are one option: the form the builder knows.
void took_id(const char *written, char *out, size_t size);

// Sets has_reaction on the commitments whose breaking that condition speaks of.
void condition_reacts(Loader *ld, lua_State *L, int index, int depth);

// Whether the loading has looked at more than a scenario can hold (reported once).
bool compile_too_much(Loader *ld, Place at);
bool compile_gave_up(const Loader *ld); // it has: what follows from that is not to be reported

// Argument n of a node as the entity it has to be, or NULL (reported).
Entity *compile_arg(Loader *ld, lua_State *L, const Node *node, int n, NodeWord word);

int compile_emit(Loader *ld, StoryOp op, Place at);
int compile_jump(Loader *ld, Place at); // an OP_GO to be aimed
void compile_aim(Loader *ld, int op);   // at the next op

// deeds.c: the standard or the fact that the node names in its two arguments, or -1 (reported).
int deed_standard(Loader *ld, lua_State *L, const Node *node);
int deed_fact(Loader *ld, lua_State *L, const Node *node);

// declare_scenario.c: the one scenario { }, or NULL (reported); its fields.
Node *declare_scenario_node(Loader *ld);
void declare_scenario(const Fields *f);

// compile_parts.c: options, for whoever holds them.
typedef enum OptionOf { OPTION_CHOICE, OPTION_DESK, OPTION_TALK } OptionOf;

typedef struct Options {
    Node **items; // in a userdata that compile_collect leaves on the stack
    int count;
    int first;     // in the builder, which has reserved them
    bool reported; // there was one that is no good, and that was said
} Options;

// Collects the complete options of the list and reserves them; everything else in the list is
// reported.
Options compile_collect(Loader *ld, lua_State *L, int table, const Node *owner);
// The bodies of options that return to where they came from.
void compile_returning(Loader *ld, lua_State *L, const Options *options, OptionOf of,
                       const Where *where);
// Whether a list { } is on top of the stack; reports where not.
bool compile_is_table(Loader *ld, lua_State *L, const Node *node);
