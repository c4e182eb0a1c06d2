// Loads a scenario written in the author's language (scripts/README.md): runs its Lua once in a
// sandbox, reports every mistake with its place and how to mend it, and compiles what was written
// into a Scenario. The only module that knows Lua. Lua errors and Lua's longjmp never leave it.
#pragma once

#include "base/err.h"
#include "story/scenario.h"

#include <stddef.h>
#include <stdint.h>

enum {
    SCRIPT_EXCERPT_SIZE = 400,
    SCRIPT_EXCERPT_COLUMNS = 71,
    SCRIPT_NOTES_MAX = 2,
    SCRIPT_ALSO_MAX = 16,
};

// The line of the author's file, and the part of it that is meant: what stands under it as ^~~~.
typedef struct ScriptExcerpt {
    char text[SCRIPT_EXCERPT_SIZE]; // tabs are spaces, a long line is cut with …; empty: none
    int mark, mark_columns; // terminal columns before the mark, and of the mark (at least 1)
} ScriptExcerpt;

// Another place that has to do with a mistake: "first declared here".
typedef struct ScriptNote {
    char file[256];
    int line, column, end_column;
    char message[120];
    ScriptExcerpt excerpt;
} ScriptNote;

// One mistake of an author. Texts are UTF-8, one line each.
typedef struct ScriptDiagnostic {
    char code[8]; // "PW-104": stable, listed in engine/script/README.md
    char
        file[256]; // path as the folder was given, or the name of a text; empty where there is none
    int line, column;  // 1-based, in characters; 0 where unknown
    int end_column;    // behind the last character that is meant; 0 where unknown
    char message[320]; // what is wrong
    char fix[240];     // what to do about it
    char meant[64];    // "did you mean": the name that was likely meant; may be empty
    int order;         // files in the order in which they are read: for sorting
    ScriptExcerpt excerpt;
    ScriptNote notes[SCRIPT_NOTES_MAX];
    int note_count;
    int also[SCRIPT_ALSO_MAX], also_count; // other lines of the file with the same wrong name
    int also_more; // and lines beyond those, or in other files; the message speaks of all
} ScriptDiagnostic;

enum { SCRIPT_DIAGNOSTICS_MAX = 100 }; // what comes after is only counted

// Zeroed memory is an empty list.
typedef struct ScriptDiagnostics {
    ScriptDiagnostic *items; // in the order of file, line and column
    int count, capacity;
    int left_out; // found beyond SCRIPT_DIAGNOSTICS_MAX
} ScriptDiagnostics;

void script_diagnostics_deinit(ScriptDiagnostics *list);

// "file:line:column: PW-104 message (fix)" in one line into out; returns out.
const char *script_diagnostic_line(const ScriptDiagnostic *diagnostic, char *out, int out_size);

// Limits of the sandbox. The last three are for tests.
typedef struct ScriptLimits {
    size_t memory;             // bytes alive at a time
    size_t block;              // bytes of one part of a table
    size_t text;               // bytes of one text
    size_t allocated;          // bytes taken in all while loading, and again in each condition
    int64_t instructions;      // of the Lua machine, while loading
    int64_t call_instructions; // ... in one call of a condition
    double seconds; // of processor time, and a microsecond more for each byte of the files: the net
                    // below the counted limits, for instructions that are slow
    long fail_allocation; // the n-th allocation of the Lua machine and all after it fail; 0: none
    long *allocations;    // when not NULL: how many there were
    size_t *peak;         // when not NULL: the most bytes that were alive at a time
} ScriptLimits;

ScriptLimits script_limits(void); // what the game uses: 64 MB, 5 million instructions, .15 s

// The folder with the pieces that scenarios share: include "lib/one-on-one" reads one-on-one.lua of it. Said
// once at the start of the program; the text is kept. Without it there are none.
void script_set_library(const char *folder);

// The scenario in `folder_or_file` (a folder with a scenario.lua, or a .lua file), or NULL. `out`
// may be NULL; it is emptied first and then holds every mistake found, none on success. *err (kind
// ERR_INPUT) carries the first of them. Free with scenario_free, which also ends the Lua state that
// conditions of the scenario may need.
Scenario *script_load(const char *folder_or_file, ScriptDiagnostics *out, Err *err);

// The same for one text of `size` bytes that is called `name` in messages; it can include nothing.
// `limits` NULL: script_limits().
Scenario *script_load_text(const char *name, const char *text, size_t size,
                           const ScriptLimits *limits, ScriptDiagnostics *out, Err *err);

// Every code of ScriptDiagnostic.code and what it is about, in order; NULL behind the last.
const char *script_code(int n, const char **about);
