// The small parts that every step of loading uses: the list of what was declared, places, reports.
#include "script/loader.h"

#include "base/arena.h"
#include "script/excerpt.h"

#include <lauxlib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Loader *loader_of(lua_State *L)
{
    return sandbox_of(L)->owner;
}

// Whether a missing scene, ending or name is one that an unknown word was given (scenne "friday"), or that
// was reported because it is no name (scene "Friday").
static bool of_lost(const Loader *ld, DiagnosticCode code, const char *message)
{
    bool refers =
        code == CODE_WAY || code == CODE_UNDECLARED || code == CODE_TOOK || code == CODE_FILL;
    for (int i = 0; refers && i < ld->lost_count; i++) {
        const char *found = strstr(message, ld->lost[i]);
        if (found != NULL && found > message && strchr("\".{", found[-1]) != NULL &&
            strchr("\".}", found[strlen(ld->lost[i])]) != NULL) {
            return true;
        }
    }
    return false;
}

// Whether a mistake only follows from one that was reported: it speaks of a value that stands for an
// unknown name, or is another one about the line of an unknown name.
static bool follows(const Loader *ld, Place at, DiagnosticCode code, const char *message)
{
    if (ld->out->count == 0) {
        return false; // the first one follows from nothing, whatever the author's text is like
    }
    if (strstr(message, node_unknown) != NULL) {
        return true;
    }
    if ((ld->recovered && code == CODE_SHAPE) || of_lost(ld, code, message)) {
        return true;
    }
    bool name = code == CODE_NAME || code == CODE_FORBIDDEN || code == CODE_GLOBAL;
    for (int i = 0; i < ld->out->count && at.line > 0; i++) {
        const ScriptDiagnostic *d = &ld->out->items[i];
        if (d->order != at.file || !diagnostic_is_of(d, at.line)) {
            continue;
        }
        bool of_name = strcmp(d->code, "PW-105") == 0 || strcmp(d->code, "PW-106") == 0;
        if ((of_name && !name) || (name && strcmp(d->message, message) == 0)) {
            return true;
        }
    }
    return false;
}

// The same wrong name was told of another place: it is told once, with all its places.
static bool told_before(Loader *ld, Place at, DiagnosticCode code, const char *message)
{
    bool names = code == CODE_NAME || code == CODE_FORBIDDEN || code == CODE_GLOBAL ||
                 (code >= CODE_WAY && code <= CODE_FILL);
    char number[8];
    snprintf(number, sizeof number, "PW-%03d", (int)code % 1000);
    for (int i = 0; names && i < ld->out->count; i++) {
        ScriptDiagnostic *d = &ld->out->items[i];
        if (strcmp(d->code, number) == 0 && strcmp(d->message, message) == 0) {
            if (d->order == at.file && d->line == at.line) {
                return false; // on one line: the list itself takes doubles out
            }
            diagnostic_again(d, d->order == at.file ? at.line : 0);
            return true;
        }
    }
    return false;
}

// The path of a source for messages. A piece of the library is there by its bare name.
static void shown_path(const Loader *ld, const char *name, char *out, size_t size)
{
    const char *folder = loader_folder_of(ld, name);
    bool of_library = folder != ld->folder;
    diagnostic_path(out, size, folder, of_library ? name + strlen(LIBRARY_PREFIX) : name);
}

ScriptDiagnostic *loader_report(Loader *ld, Place at, DiagnosticCode code, const char *format, ...)
{
    if (ld->out->count == SCRIPT_DIAGNOSTICS_MAX) {
        ld->out->left_out++; // only counted
        return diagnostic_scratch(ld->out);
    }
    char message[320];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (follows(ld, at, code, message) || told_before(ld, at, code, message)) {
        return diagnostic_scratch(ld->out);
    }
    ScriptDiagnostic *d = diagnostic_add(ld->out, code, "%s", message);
    if (at.file >= 0 && at.file < ld->source_count) {
        const Source *source = &ld->sources[at.file];
        SourceSpan span = source_span(source, at.line, at.column, message);
        shown_path(ld, source->name, d->file, sizeof d->file);
        d->line = at.line;
        d->column = span.column;
        d->end_column = span.end_column;
        d->order = at.file;
        excerpt_fill(&d->excerpt, source, at.line, span);
    }
    return d;
}

void loader_note(const Loader *ld, ScriptDiagnostic *d, Place at, const char *message)
{
    if (at.file < 0 || at.file >= ld->source_count || at.line < 1 || d->excerpt.text[0] == '\0' ||
        d->note_count == SCRIPT_NOTES_MAX) {
        return;
    }
    const Source *source = &ld->sources[at.file];
    SourceSpan span = source_span(source, at.line, at.column, d->message);
    ScriptNote *note = &d->notes[d->note_count++];
    shown_path(ld, source->name, note->file, sizeof note->file);
    note->line = at.line;
    note->column = span.column;
    note->end_column = span.end_column;
    snprintf(note->message, sizeof note->message, "%s", message);
    excerpt_fill(&note->excerpt, source, at.line, span);
}

int loader_raise(lua_State *L)
{
    loader_of(L)->raised = true;
    lua_pushlightuserdata(L, NULL);
    return lua_error(L);
}

void loader_comma(Loader *ld, int file, int token, const char *what)
{
    const Source *source = &ld->sources[file];
    const Token *t = &source->tokens[token];
    const Token *before = &source->tokens[token - 1];
    bool own_line = t->line > before->end_line;
    Place at = { file, t->line, t->column };
    ScriptDiagnostic *d = loader_report(ld, at, CODE_COMMA, "a comma is missing before this %s",
                                        own_line ? "line" : what);
    diagnostic_fix(d, own_line ? "put it at the end of line %d" : "put it there (line %d)",
                   before->end_line);
    if (own_line) {
        loader_note(ld, d, source_behind(source, file, token - 1), "the comma belongs here");
    }
}

static int file_named(const Loader *ld, const char *name)
{
    for (int i = 0; i < ld->source_count; i++) {
        if (strcmp(ld->sources[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

Place loader_caller(lua_State *L)
{
    const Loader *ld = loader_of(L);
    lua_Debug ar;
    Place inner = { -1, 0, 0 };
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        int file = ar.currentline > 0 && ar.source[0] == '@' ? file_named(ld, ar.source + 1) : -1;
        if (file < 0) {
            continue;
        }
        inner = inner.line == 0 ? (Place){ file, ar.currentline, 0 } : inner;
        // What a function of a shared piece makes belongs to the line that has called it.
        if (!loader_is_shared(ld->sources[file].name)) {
            return (Place){ file, ar.currentline, 0 };
        }
        if (strcmp(ar.what, "main") == 0) {
            return inner;
        }
    }
    if (inner.line > 0) {
        return inner;
    }
    return (Place){ ld->source_count > 0 ? 0 : -1, 0, 0 };
}

Place loader_column(const Loader *ld, Place at, const char *word)
{
    if (at.file >= 0 && at.line > 0) {
        const Source *source = &ld->sources[at.file];
        int token = source_find_name(source, at.line, word, -1);
        if (token >= 0) {
            at.column = source->tokens[token].column;
        }
    }
    return at;
}

Place loader_word(Loader *ld, Place at, NodeWord word)
{
    if (at.file < 0 || at.line < 1) {
        return at;
    }
    WordSeen *seen = &ld->seen[word];
    const Source *source = &ld->sources[at.file];
    int behind = seen->file == at.file && seen->line == at.line ? seen->token : -1;
    int token = source_find_name(source, at.line, node_specs[word].name, behind);
    if (token >= 0) {
        *seen = (WordSeen){ at.file, at.line, token };
        at.column = source->tokens[token].column;
    }
    return at;
}

Place loader_field(const Loader *ld, Place at, const char *field)
{
    if (at.file >= 0 && at.line > 0) {
        const Source *source = &ld->sources[at.file];
        int token = source_find_field(source, at.line, 60, field);
        if (token >= 0) {
            return (Place){ at.file, source->tokens[token].line, source->tokens[token].column };
        }
    }
    return at;
}

StoryPosition loader_position(Place at)
{
    int line = at.line > UINT16_MAX ? UINT16_MAX : at.line;
    return (StoryPosition){ (uint16_t)(at.file < 0 ? 0 : at.file), (uint16_t)line };
}

Entity *entities_find(const Entities *list, const char *id)
{
    int found = names_find(&list->names, id);
    return found < 0 ? NULL : &list->items[found];
}

Entity *entities_add(Entities *list, const char *id, Node *node)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 16 : list->capacity * 2;
        list->items = mem_grow(list->items, (size_t)list->capacity * sizeof *list->items);
    }
    Entity *entity = &list->items[list->count++];
    *entity = (Entity){ .id = id, .node = node, .index = -1 };
    names_add(&list->names, id);
    return entity;
}

int entities_names(const Entities *list, const char **out, int most)
{
    int n = 0;
    for (int i = 0; i < list->count && n < most; i++) {
        out[n++] = list->items[i].id;
    }
    return n;
}

void nodes_add(Nodes *list, Node *node)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 64 : list->capacity * 2;
        list->items = mem_grow(list->items, (size_t)list->capacity * sizeof(Node *));
    }
    list->items[list->count++] = node;
}
