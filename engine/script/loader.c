// The small parts that every step of loading uses: the list of what was declared, places, reports.
#include "script/loader.h"

#include "base/arena.h"

#include <lauxlib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Loader *loader_of(lua_State *L)
{
    return sandbox_of(L)->owner;
}

ScriptDiagnostic *loader_report(Loader *ld, Place at, DiagnosticCode code, const char *format, ...)
{
    char message[320];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    ScriptDiagnostic *d = diagnostic_add(ld->out, code, "%s", message);
    if (at.file >= 0 && at.file < ld->source_count) {
        diagnostic_file(d, ld->folder, ld->sources[at.file].name);
        d->line = at.line;
        d->column = at.column;
        d->order = at.file;
    }
    return d;
}

int loader_raise(lua_State *L)
{
    loader_of(L)->raised = true;
    lua_pushlightuserdata(L, NULL);
    return lua_error(L);
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
    for (int level = 0; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline > 0 && ar.source[0] == '@') {
            int file = file_named(ld, ar.source + 1);
            if (file >= 0) {
                return (Place){ file, ar.currentline, 0 };
            }
        }
    }
    return (Place){ ld->source_count > 0 ? 0 : -1, 0, 0 };
}

Place loader_column(const Loader *ld, Place at, const char *word)
{
    if (at.file >= 0 && at.line > 0) {
        const Source *source = &ld->sources[at.file];
        int token = source_find_name(source, at.line, word);
        if (token >= 0) {
            at.column = source->tokens[token].column;
        }
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
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].id, id) == 0) {
            return &list->items[i];
        }
    }
    return NULL;
}

Entity *entities_add(Entities *list, const char *id, Node *node)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 16 : list->capacity * 2;
        list->items = mem_grow(list->items, (size_t)list->capacity * sizeof *list->items);
    }
    Entity *entity = &list->items[list->count++];
    *entity = (Entity){ .id = id, .node = node, .index = -1 };
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
