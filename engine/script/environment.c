// Where the names of an author's file are looked up: the words, the allowed library, and an answer for
// everything else. A name that does not exist is reported once and then stands for anything, so that
// the mistakes behind it are found too. Knows nothing of what a word makes.
#include "script/fields.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { UNKNOWN_WORK = 500 }; // telling where it is, and what may have been meant

static const char *const include_word = "include";

int words_names(const char **out, int most)
{
    int n = 0;
    for (int i = 0; i < NODE_WORD_COUNT && n < most; i++) {
        if (i != NODE_LINE) {
            out[n++] = node_specs[i].name;
        }
    }
    for (int i = 0; i < library_name_count && n < most; i++) {
        out[n++] = library_names[i];
    }
    if (n < most) {
        out[n++] = include_word;
    }
    return n;
}

const char *words_form(const char *name)
{
    for (int i = 0; i < NODE_WORD_COUNT; i++) {
        if (i != NODE_LINE && strcmp(node_specs[i].name, name) == 0) {
            return node_specs[i].form;
        }
    }
    return NULL;
}

// The locals and upvalues that the calling Lua function can see.
static int local_names(lua_State *L, const char **out, int most)
{
    lua_Debug ar;
    int n = 0;
    if (!lua_getstack(L, 1, &ar)) {
        return 0;
    }
    for (int i = 1; n < most; i++) {
        const char *name = lua_getlocal(L, &ar, i);
        if (name == NULL) {
            break;
        }
        lua_pop(L, 1);
        if (name[0] != '(') {
            out[n++] = name;
        }
    }
    lua_getinfo(L, "f", &ar);
    for (int i = 1; n < most; i++) {
        const char *name = lua_getupvalue(L, -1, i);
        if (name == NULL) {
            break;
        }
        lua_pop(L, 1);
        if (strcmp(name, "_ENV") != 0) {
            out[n++] = name;
        }
    }
    lua_pop(L, 1);
    return n;
}

// person "sefa" { … } with no local before it, or another one: what it is; NULL: nothing is called so.
static const char *declared_without_local(const Loader *ld, const char *name)
{
    const struct {
        const Entities *list;
        NodeWord word;
    } kinds[] = { { &ld->people, NODE_PERSON },
                  { &ld->commitments, NODE_COMMITMENT },
                  { &ld->flags, NODE_FLAG },
                  { &ld->numbers, NODE_NUMBER } };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (entities_find(kinds[i].list, name) != NULL) {
            return node_specs[kinds[i].word].name;
        }
    }
    return NULL;
}

// Where the name is used in that line, and not declared; -1: not found.
static int use_of(const Loader *ld, Place at, const char *name)
{
    const Source *source = at.file < 0 ? NULL : &ld->sources[at.file];
    int token = source == NULL ? -1 : source_find_name(source, at.line, name, -1);
    int first = token;
    enum { LOOKED_AT = 1000 };
    while (token > 0 && token < first + LOOKED_AT && token < source->count &&
           source->tokens[token].line == at.line &&
           (source_is(source, token - 1, "local") || !source_is(source, token, name))) {
        token++;
    }
    return token > 0 && source_is(source, token, name) ? token : first;
}

// The first `local name =` among the tokens from..to, or -1.
static int local_token(const Source *source, const char *name, int from, int to)
{
    enum { LOOKED_AT = 20000 };
    for (int i = from; i + 2 < to && i < from + LOOKED_AT; i++) {
        if (source_is(source, i, "local") && source_is(source, i + 1, name) &&
            source_is(source, i + 2, "=")) {
            return i;
        }
    }
    return -1;
}

// local mo = person "mo" { on_told = mo "…" }: the name stands inside of what it is given.
static bool is_inside_its_own(const Source *source, const char *name, int token)
{
    int depth = 0;
    int from = local_token(source, name, 0, token);
    for (int i = from; i >= 0 && i < token; i++) {
        depth += source_is(source, i, "{") || source_is(source, i, "(");
        depth -= source_is(source, i, "}") || source_is(source, i, ")");
        if (depth == 0 && i > from + 2 && source_declares(source, i)) {
            return false;
        }
    }
    return depth > 0;
}

// A name that no local holds there, by the tokens around it; false where they show nothing.
static bool explain_name(const Loader *ld, ScriptDiagnostic *d, Place at, const char *name)
{
    static const char *const telling[] = { "say", "says", "speak", "text", "narrate" };
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++) {
        if (strcmp(name, telling[i]) == 0) {
            diagnostic_fix(
                d, "what is told stands there in quotes; what somebody says is halima \"…\"");
            return true;
        }
    }
    static const char *const others[] = { "elsewhen", "elsif", "elif", "elseif", "else_when" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(name, others[i]) == 0) {
            diagnostic_fix(d, "write otherwise_when(…) { … }");
            return true;
        }
    }
    const Source *source = at.file < 0 ? NULL : &ld->sources[at.file];
    int token = use_of(ld, at, name);
    if (token < 0) {
        return false;
    }
    if (source_is(source, token - 1, "//")) {
        diagnostic_fix(d, "a comment begins with two hyphens: write -- instead of //");
        return true;
    }
    if (source_is(source, token - 1, "(") && source_is(source, token - 2, "took")) {
        diagnostic_fix(d, "an option stands in quotes: took \"%.40s.…\"", name);
        return true;
    }
    if (mend_is_field(source, token)) { // facts { … }, name "Mo"
        diagnostic_fix(d, "a field needs its = behind the name: %.40s = …", name);
        return true;
    }
    int below = local_token(source, name, token + 1, source->count);
    if (is_inside_its_own(source, name, token)) {
        diagnostic_fix(d,
                       "it is there only behind its own { }: what it says itself is a plain text");
    } else if (below >= 0) {
        diagnostic_fix(d,
                       "it is declared in line %d, which is read later: move that above this line",
                       source->tokens[below].line);
    } else if (time_weekday(name, strlen(name)) >= 0) {
        diagnostic_fix(d, "write it in quotes: \"%s\"", name);
    } else {
        return false;
    }
    return true;
}

// hair = braids: likely a word whose quotes are missing.
static void explain_value(const Loader *ld, ScriptDiagnostic *d, Place at, const char *name)
{
    const Source *source = at.file < 0 ? NULL : &ld->sources[at.file];
    int token = use_of(ld, at, name);
    if (token > 2 && source_is(source, token - 1, "=") &&
        (source_is(source, token - 3, "{") || source_is(source, token - 3, ","))) {
        const Token *field = &source->tokens[token - 2];
        diagnostic_fix(
            d, "a word stands in quotes: %.*s = \"%.40s\"; else declare it above with local",
            (int)(field->length < 40 ? field->length : 40), source->text + field->start, name);
    }
}

static int unknown_name(lua_State *L, Loader *ld, const char *name)
{
    sandbox_charge(L, UNKNOWN_WORK);
    Place at = loader_caller(L);
    int token = use_of(ld, at, name);
    at.column = token < 0 ? 0 : ld->sources[at.file].tokens[token].column;
    ld->recovered = true;
    const char *instead = library_forbidden(name);
    if (instead != NULL) {
        diagnostic_fix(
            loader_report(ld, at, CODE_FORBIDDEN, "\"%s\" is not there for scenarios", name), "%s",
            instead);
        return words_push_unknown(L, at);
    }
    ScriptDiagnostic *d = loader_report(ld, at, CODE_NAME, "\"%s\" was never declared", name);
    diagnostic_fix(d, "declare it above with local, or put it in quotes if it is a text");
    if (d->code[0] == '\0') { // nobody will see it
        return words_push_unknown(L, at);
    }
    if (explain_name(ld, d, at, name)) {
        return words_push_unknown(L, at);
    }
    explain_value(ld, d, at, name);
    const char *word = declared_without_local(ld, name);
    if (word != NULL) {
        diagnostic_fix(d, "put it into a local where it is declared: local %s = %s \"%s\" …", name,
                       word, name);
        return words_push_unknown(L, at);
    }
    const char *names[NAMES_MAX];
    int n = local_names(L, names, NAMES_MAX / 2);
    n += words_names(names + n, NAMES_MAX - n);
    diagnostic_meant(d, name, names, n);
    return words_push_unknown(L, at);
}

static int l_env_index(lua_State *L)
{
    lua_pushvalue(L, 2);
    int type = lua_rawget(L, lua_upvalueindex(1));
    Loader *ld = loader_of(L);
    if (type == LUA_TNUMBER &&
        ld != NULL) { // a move: a node of its own for each time it is written
        return words_push_move(L, (NodeWord)lua_tointeger(L, -1));
    }
    if (type != LUA_TNIL) {
        return 1;
    }
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    if (ld == NULL) {
        return luaL_error(L, "\"%s\" was never declared", name);
    }
    return unknown_name(L, ld, name);
}

enum { SET_BACK = 400 }; // tokens: where a value of several lines begins

// Lua gives the line in which the value ends; `name =` begins a line before it.
static Place set_at(lua_State *L, const Loader *ld, Place at, const char *name)
{
    at = loader_column(ld, at, name);
    if (at.file < 0 || at.line < 1 || at.column > 0) {
        return at;
    }
    const Source *source = &ld->sources[at.file];
    int from = source_at_line(source, at.line);
    sandbox_charge(L, SET_BACK);
    for (int i = from - 1; i >= 0 && i > from - SET_BACK; i--) {
        bool begins = i == 0 || source->tokens[i - 1].line < source->tokens[i].line;
        bool field = source_is(source, i - 1, ",") || source_is(source, i - 1, "{");
        if (begins && !field && source_is(source, i, name) && source_is(source, i + 1, "=")) {
            return (Place){ at.file, source->tokens[i].line, source->tokens[i].column };
        }
    }
    return at;
}

static int l_env_newindex(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    Loader *ld = loader_of(L);
    if (ld == NULL) {
        return luaL_error(L, "a condition only looks: it cannot set \"%s\"", name);
    }
    sandbox_charge(L, UNKNOWN_WORK);
    Place at = set_at(L, ld, loader_caller(L), name);
    ScriptDiagnostic *d = loader_report(ld, at, CODE_GLOBAL, "\"%s\" is set without local", name);
    const char *form = words_form(name);
    int token = use_of(ld, at, name);
    bool function = token > 0 && source_is(&ld->sources[at.file], token - 1, "function");
    if (form != NULL) {
        diagnostic_fix(d, "no = stands behind %s: write %s", name, form);
    } else {
        diagnostic_fix(d, function ? "write local function %s(…)" : "write local %s = …", name);
    }
    ld->recovered = true;
    if (lua_getfield(L, lua_upvalueindex(1), name) == LUA_TNIL) { // what reads it later finds it
        lua_settop(L, 3);
        if (lua_type(L, 3) == LUA_TNUMBER) { // numbers are the moves
            words_push_unknown(L, at);
        }
        lua_setfield(L, lua_upvalueindex(1), name);
    }
    return 0;
}

static int l_include(lua_State *L)
{
    Loader *ld = words_loading(L, include_word);
    Place at = loader_column(ld, loader_caller(L), include_word);
    size_t length = 0;
    const char *name = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
    if (name == NULL || lua_gettop(L) != 1 || strlen(name) != length) {
        diagnostic_fix(
            loader_report(ld, at, CODE_INCLUDE, "include takes the name of a file in quotes"),
            "write include \"friday\" for friday.lua of the same folder");
        return loader_raise(L);
    }
    loader_include(L, name, at);
    return 1;
}

void words_push_environment(lua_State *L)
{
    words_prepare(L);
    lua_newtable(L); // the environment itself stays empty, so that every name asks
    lua_newtable(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "library");
    words_add(L);
    lua_pushcfunction(L, l_include);
    lua_setfield(L, -2, include_word);
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, l_env_newindex, 1);
    lua_setfield(L, -3, "__newindex");
    lua_pushcclosure(L, l_env_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}
