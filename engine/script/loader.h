// What one loading carries along: the author's files, what was declared, the builder, the mistakes
// found. Private to engine/script.
#pragma once

#include "base/names.h"
#include "script/diagnostics.h"
#include "script/nodes.h"
#include "script/sandbox.h"
#include "script/source.h"
#include "story/builder.h"

enum { FILES_MAX = 64, INCLUDE_DEPTH_MAX = 8, LISTS_DEEP_MAX = 24, NAMES_MAX = 512 };

typedef struct Entity { // something declared, by id
    const char *id;     // Lua's: lives as long as its node
    Node *node;         // the declaration, or the first mention while there is none
    bool declared;
    int index; // in the builder
} Entity;

typedef struct Entities {
    Entity *items;
    int count, capacity;
    Names names; // of the items, in their order
} Entities;

typedef struct Detail { // a standard or a fact of a person
    const char *id;
    int person, index;
} Detail;

typedef struct Details {
    Detail *items;
    int count, capacity;
} Details;

typedef struct Nodes { // in the order in which they were written
    Node **items;
    int count, capacity;
} Nodes;

enum { LOST_MAX = 32 };

typedef struct Way { // a go from scene to scene
    int from, to;
    Place at;
} Way;

typedef struct OldName { // was = "noon"
    StoryRenamed kind;
    const char *id; // the builder's
    int scene;      // RENAMED_OPTION: the scene it stands in; RENAMED_SCENE: itself; else -1
    Place at;
    char what[80]; // whose it was: "option \"noon\""
} OldName;

typedef struct Conditions Conditions; // lua_condition.h

typedef struct WordSeen { // where a word was last called
    int file, line, token;
} WordSeen;

typedef struct Loader {
    lua_State *L;
    Sandbox *sandbox;
    Conditions *conditions;
    ScriptDiagnostics *out;
    Builder *builder;
    const char *folder; // "" for a text
    Source sources[FILES_MAX];
    int source_count;
    int including[INCLUDE_DEPTH_MAX];
    int include_depth;
    int reading;     // the file Lua parses now, or -1
    Place raised_at; // where the running call raised
    bool raised;     // a diagnostic was made before the raise
    bool recovered;  // a name stood for anything since: what Lua says then may only follow from it
    const char
        *lost[LOST_MAX]; // names given to unknown words (scenne "friday"), or no names; Lua's
    int lost_count;
    WordSeen seen[NODE_WORD_COUNT];
    Nodes nodes;    // all
    Nodes declared; // scenario, scenes, endings, whenevers, talks, always
    Entities people, commitments, flags, numbers, scenes, endings;
    Entities sentences; // of each always
    Details standards, facts;
    uint8_t standards_unknown,
        facts_unknown; // of these people: what was written is no list of them
    Way *ways;
    int way_count, way_capacity;
    int scene_count; // declared and numbered
    bool *pauses;    // of each scene: whether it has a choice, a desk, a one-on-one or an ending
    Nodes takes;     // took conditions, to be checked at the end
    Names whole_ids; // of all options: "monday.noon"
    OldName *was;
    int was_count, was_capacity;
    int visits;       // items looked at while compiling
    int marks;        // items looked at while marking
    bool too_deep;    // lists in themselves: what they hold was not looked at
    StoryTime begins; // when the story begins, STORY_TIME_NONE when unknown
    bool calendar_known;
} Loader;

Loader *loader_of(lua_State *L); // NULL once the scenario is played

// A mistake at that place; the returned one takes fix and meant.
ScriptDiagnostic *loader_report(Loader *ld, Place at, DiagnosticCode code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Another place that the mistake has to do with, as "first declared here".
void loader_note(const Loader *ld, ScriptDiagnostic *d, Place at, const char *message);

// A comma is missing before that token: reported, with the place where it belongs. `what` stands
// there when it is on the same line.
void loader_comma(Loader *ld, int file, int token, const char *what);

// Ends the running Lua call; the mistake has been reported.
int loader_raise(lua_State *L);

// Where the Lua code that calls this C function stands.
Place loader_caller(lua_State *L);

// That place with the column of the word, where it can be found.
Place loader_column(const Loader *ld, Place at, const char *word);

// That place with the column of the word, where it can be found: words of one line are called in their order.
Place loader_word(Loader *ld, Place at, NodeWord word);

// The place of `field =` behind `at`, or `at`.
Place loader_field(const Loader *ld, Place at, const char *field);

StoryPosition loader_position(Place at);

Entity *entities_find(const Entities *list, const char *id);
Entity *entities_add(Entities *list, const char *id, Node *node);
int entities_names(const Entities *list, const char **out, int most);
void nodes_add(Nodes *list, Node *node);

// ---- files.c ------------------------------------------------------------------------------------

#define LIBRARY_PREFIX "lib/" // include "lib/one-on-one": shared between scenarios

// Whether the name of a source is that of a shared piece.
bool loader_is_shared(const char *name);
// The folder that the source of that name is read from.
const char *loader_folder_of(const Loader *ld, const char *name);
// Takes over the text. The index of the source, or -1 when it is not UTF-8 (reported).
int loader_add_source(Loader *ld, const char *name, char *taken_text, size_t size);
// The same for a file of the scenario; -1 where it cannot be read (reported).
int loader_read_source(Loader *ld, const char *name, Place at);
// Reads the source as Lua and runs it; what it returns stays on the stack. Raises.
void loader_run_source(lua_State *L, Loader *ld, int file);
// Reads `name`.lua of the scenario's folder, or of the library, and runs it; leaves what it returns on
// the stack. Raises.
void loader_include(lua_State *L, const char *name, Place at);

// -------------------------------------------------------------------------------------------------

// words.c: the loader, or an error in a condition function, where `word` cannot be used.
Loader *words_loading(lua_State *L, const char *word);
void words_prepare(lua_State *L); // the kind of value that nodes are
void words_add(lua_State *L);     // every word, into the table on top
int words_push_move(lua_State *L, NodeWord word);

// explain.c: the token before which the error of reading the file says that a comma is missing, or
// -1; reported unless it was before.
int explain_comma(Loader *ld, int file, const char *message);

// ---- mend.c -------------------------------------------------------------------------------------

typedef enum MendKind {
    MEND_COMMA,
    MEND_QUOTES,
    MEND_BRACKETS,
    MEND_OPTION,
    MEND_DROP,
    MEND_FIELD,
    MEND_BARE,
    MEND_EQUALS
} MendKind;

typedef struct
    Mend { // a comma, `=` or `option` before `token`, or quotes or brackets around token..last
    int token, last;
    MendKind
        kind; // DROP: the comma at `token` is taken out; FIELD: a text goes into the { behind it
    const char *field; // under this name; BARE: its quotes are taken off
} Mend;

enum { MENDS_MAX = 64 };

typedef struct Mends { // of one file, in the order of its tokens
    Mend items[MENDS_MAX];
    int count;
} Mends;

// Names without their quotes (person sefa { … }), deeds and conditions without their brackets (promise
// ladder), options without that word, a comma or a text between a name and its { }: reports them.
void mend_names(Loader *ld, int file, Mends *mends);
// Adds a comma before that token, or `=` behind the name of a field; false where none helps.
bool mend_comma(Mends *mends, const Source *source, int token);
// Whether that token begins `to halima`: a field without its =.
bool mend_is_field(const Source *source, int token);
// Puts all of them into source->mended; its length.
size_t mend_apply(Source *source, const Mends *mends);
// Whether that token is a word that takes a name in quotes; the deed or condition that it is, or NULL.
bool mend_takes_name(const Source *source, int token);
const NodeSpec *mend_takes_brackets(const Source *source, int token);

// -------------------------------------------------------------------------------------------------

// slips.c: reports what is written as in another language, where Lua stopped reading at that line;
// false: nothing of that kind.
bool slips_explain(Loader *ld, Place at, const char *message);
// explain.c: reports the error object on top of the stack (of sandbox_call) and takes it off.
void explain_error(Loader *ld);

// declare.c and compile.c: everything that was declared into the builder. Raise only for memory.
void declare_all(Loader *ld, lua_State *L);
void compile_all(Loader *ld, lua_State *L);

// check.c: what can be said when all is there: circles, unknown options, unused nodes.
void check_all(Loader *ld, lua_State *L);
void check_tables(Loader *ld, lua_State *L); // tables.c: what a list would silently leave out
void check_was(Loader *ld);                  // was.c: old names that are present ones
void check_logic_words(Loader *ld, const Source *source, int file);
