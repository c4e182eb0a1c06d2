// The list of mistakes while it is being made: codes, and how one is added. Knows no Lua.
#pragma once

#include "script/script.h"

// The stable codes; engine/script/README.md has a row for each.
typedef enum DiagnosticCode {
    CODE_FILE = 101,       // cannot be read
    CODE_UTF8 = 102,       // not UTF-8
    CODE_SYNTAX = 103,     // not Lua
    CODE_COMMA = 104,      // a comma is missing
    CODE_NAME = 105,       // a name that was never declared
    CODE_FORBIDDEN = 106,  // a word of Lua that scenarios do not have
    CODE_GLOBAL = 107,     // a name set without local
    CODE_LUA = 108,        // another error of Lua
    CODE_LUA_LIMIT = 109,  // Lua's own limits
    CODE_ENDLESS = 110,    // the instruction budget
    CODE_MEMORY = 111,     // the memory cap
    CODE_INCLUDE = 112,    // include
    CODE_BINARY = 113,     // a compiled chunk
    CODE_ID = 120,         // not a name
    CODE_TWICE = 121,      // a name used twice
    CODE_RESERVED = 122,   // a name the player's interface uses
    CODE_WAY = 123,        // a scene or ending that does not exist
    CODE_UNDECLARED = 124, // referred to, never declared
    CODE_DETAIL = 125,     // a fact or standard the person does not have
    CODE_TOOK = 126,       // an option that does not exist
    CODE_FILL = 127,       // {…} in a text that means nothing
    CODE_WAS = 128,        // an old name that something present has
    CODE_FIELD = 130,      // unknown field
    CODE_MISSING = 131,    // a field that is needed
    CODE_TYPE = 132,       // the wrong type of value
    CODE_VALUE = 133,      // not one of the possible words
    CODE_RANGE = 134,      // number out of range
    CODE_TIME = 135,       // a time that does not parse
    CODE_DAY = 136,        // a day the scenario does not have
    CODE_TOO_EARLY = 137,  // due before the story begins
    CODE_TEXT = 138,       // a text that is empty or not UTF-8
    CODE_UNUSED = 140,     // built, never placed
    CODE_PLACE = 141,      // not allowed here
    CODE_BARE_MOVE = 142,  // a move that has to name its person
    CODE_FALLS_OFF = 143,  // a scene without an end
    CODE_LOOP = 144,       // go in circles
    CODE_UNREACHED = 145,  // after go
    CODE_OTHERWISE = 146,  // otherwise without when
    CODE_EMPTY = 147,      // a choice without options …
    CODE_UNFINISHED = 148, // half of a word
    CODE_DEEP = 149,       // nested too deep, or in itself
    CODE_SHAPE = 150,      // no scenario, no scene
    CODE_IMPURE = 151,     // a condition function that holds on to a table or changes something
    CODE_CONDITION = 152,  // a condition function that fails
    CODE_LOGIC = 153,      // and, or, not between conditions
    CODE_WHOSE = 154,      // a deed that does not fit the commitment
    CODE_TOO_MANY = 160,   // limits of the engine
} DiagnosticCode;

// Adds one and returns it, to set fix and meant on; never NULL (beyond the maximum a scratch one).
ScriptDiagnostic *diagnostic_add(ScriptDiagnostics *list, DiagnosticCode code, const char *format,
                                 ...) __attribute__((format(printf, 3, 4)));
// A place to write a mistake that is not to be shown; until the next one is added.
ScriptDiagnostic *diagnostic_scratch(ScriptDiagnostics *list);
void diagnostic_fix(ScriptDiagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// folder/name into out; the name alone where that is too long.
void diagnostic_path(char *out, size_t size, const char *folder, const char *name);
// Sets the file to it.
void diagnostic_file(ScriptDiagnostic *diagnostic, const char *folder, const char *name);

// Sets `meant` to the name that `wrong` likely stands for, and the fix to say so; else the fix
// stays.
void diagnostic_meant(ScriptDiagnostic *diagnostic, const char *wrong, const char *const *names,
                      int count);

// The same mistake again, in that line, or in another file (0): it is told once, with its places.
void diagnostic_again(ScriptDiagnostic *diagnostic, int line);
// Whether it was told of that line.
bool diagnostic_is_of(const ScriptDiagnostic *diagnostic, int line);

// Sorts, takes doubles out, says where else each is, and copies the first into err.
void diagnostics_finish(ScriptDiagnostics *list, Err *err);
