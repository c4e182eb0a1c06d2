// Nodes as values: what they hold, how they are named in messages, and which of them were written
// and never used. Knows nothing of what a word means.
#include "script/loader.h"

#include <lauxlib.h>
#include <string.h>

enum { PLACE_DEEP_MAX = 60, MARKS_MAX = 500000 };

Node *node_at(lua_State *L, int index)
{
    return luaL_testudata(L, index, "node");
}

void node_push(lua_State *L, const Node *node)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "nodes");
    lua_rawgeti(L, -1, node->serial);
    lua_remove(L, -2);
}

void node_push_arg(lua_State *L, const Node *node, int n)
{
    node_push(L, node);
    if (n > NODE_ARGS || lua_getiuservalue(L, -1, n) == LUA_TNONE) {
        lua_pushnil(L);
    }
    lua_remove(L, -2);
}

bool node_is_complete(const Node *node)
{
    return node->calls >= node_specs[node->word].calls_least;
}

const char *node_string(lua_State *L, int index)
{
    size_t n;
    const char *s = lua_tolstring(L, index, &n);
    return s == NULL || strlen(s) == n ? s : "(a text with a NUL)";
}

const char *const node_unknown = "(unknown)";

const char *node_describe(lua_State *L, int index)
{
    const Node *node = node_at(L, index);
    if (node != NULL && node->unknown) {
        return node_unknown;
    }
    if (node != NULL) {
        switch ((NodeGroup)node_specs[node->word].group) {
        case GROUP_HANDLE:
            return node->word == NODE_PERSON       ? "a person"
                   : node->word == NODE_COMMITMENT ? "a commitment"
                   : node->word == NODE_FLAG       ? "a flag"
                                                   : "a number of the story";
        case GROUP_CONDITION:
            return "a condition";
        case GROUP_DECLARED:
        case GROUP_FLOW:
        case GROUP_DEED:
        case GROUP_MOVE:
        case GROUP_PART:
            return node->word == NODE_LINE ? "a line" : node_specs[node->word].name;
        }
    }
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "nothing (nil)";
    case LUA_TBOOLEAN:
        return lua_toboolean(L, index) ? "true" : "false";
    case LUA_TNUMBER:
        return "a number";
    case LUA_TSTRING:
        return "a text";
    case LUA_TTABLE:
        return "a list { }";
    case LUA_TFUNCTION:
        return "a function";
    default:
        return "something else";
    }
}

typedef enum Mark { MARK_PLACED, MARK_INSIDE } Mark;

// Marks the nodes that are reached from the value at `index`: itself (unless `skip_self`), what its
// node holds, what its table holds.
static void mark(lua_State *L, int index, Mark how, bool skip_self, int depth)
{
    Loader *ld = loader_of(L);
    if (depth > PLACE_DEEP_MAX || !lua_checkstack(L, 8) || ++ld->marks > MARKS_MAX) {
        return; // the same tables again and again: enough was said
    }
    Node *node = node_at(L, index);
    if (node != NULL) {
        bool *flag = how == MARK_PLACED ? &node->placed : &node->inside;
        if (!skip_self) {
            if (*flag) {
                return;
            }
            *flag = true;
        }
        if (node_specs[node->word].group == GROUP_HANDLE) {
            return; // a reference, not a part
        }
        for (int i = 1; i <= node->args; i++) {
            node_push_arg(L, node, i);
            mark(L, lua_gettop(L), how, false, depth + 1);
            lua_pop(L, 1);
        }
        return;
    }
    if (lua_type(L, index) != LUA_TTABLE) {
        return;
    }
    lua_pushnil(L);
    while (lua_next(L, index)) {
        int type = lua_type(L, -1);
        if (type == LUA_TUSERDATA || type == LUA_TTABLE) {
            mark(L, lua_gettop(L), how, false, depth + 1);
        }
        lua_pop(L, 1);
    }
}

void node_place_all(lua_State *L, int index, int depth)
{
    mark(L, lua_absindex(L, index), MARK_PLACED, false, depth);
}

static const char *unused_fix(const Node *node)
{
    if (node_specs[node->word].group == GROUP_CONDITION) {
        return "did you mean all { …, … }? `and` keeps only the second condition; or put it into "
               "when(…)";
    }
    if (node->word == NODE_OPTION) {
        return "put it into a choice { }, a desk { } or a one_on_one(…) { }";
    }
    return "put it into the list of a scene, with a comma (in a function behind return), or take "
           "it out";
}

// `not kept(x)` and `when == kept(x)` are true or false before anybody sees the condition: that was told.
static bool was_compared(const Loader *ld, const Node *node)
{
    for (int i = 0; i < ld->out->count; i++) {
        const ScriptDiagnostic *d = &ld->out->items[i];
        size_t n = strlen(d->message);
        bool lost = (n > 5 && strcmp(d->message + n - 5, "false") == 0) ||
                    (n > 4 && strcmp(d->message + n - 4, "true") == 0);
        if (lost && d->order == node->at.file && d->line == node->at.line) {
            return true;
        }
    }
    return false;
}

void node_report_unused(lua_State *L)
{
    Loader *ld = loader_of(L);
    for (int i = 0; i < ld->nodes.count; i++) {
        const Node *node = ld->nodes.items[i];
        if (!node->placed) {
            node_push(L, node);
            mark(L, lua_gettop(L), MARK_INSIDE, true, 0);
            lua_pop(L, 1);
        }
    }
    for (int i = 0; i < ld->nodes.count; i++) {
        const Node *node = ld->nodes.items[i];
        const NodeSpec *spec = &node_specs[node->word];
        if (node->placed || node->inside || node->broken || spec->group == GROUP_HANDLE) {
            continue;
        }
        if (spec->group == GROUP_CONDITION && was_compared(ld, node)) {
            continue;
        }
        diagnostic_fix(loader_report(ld, node->at, CODE_UNUSED, "%s is built here and never used",
                                     node->word == NODE_LINE ? "this line" : spec->name),
                       "%s", unused_fix(node));
    }
}
