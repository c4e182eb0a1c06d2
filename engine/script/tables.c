// What a table of the author's holds and nobody would look at: an item at [0], behind a gap, at [1.5]; a named
// field where only a list belongs. Lua takes it, and the story would go on without it. Looks at every table
// once, before anything is compiled; what the named fields mean is fields.c.
#include "script/loader.h"

#include <math.h>
#include <string.h>

enum { TABLES_DEEP_MAX = 32 };

typedef struct Sweep {
    lua_State *L;
    Loader *ld;
    int seen; // index of a table whose keys are the tables that were looked at
    const Node *node;
} Sweep;

// Whether the last value of that word is a list without names, which no one else checks.
static bool is_pure_list(const Node *node)
{
    return node->word == NODE_ALL || node->word == NODE_ANY || node->word == NODE_ODDS ||
           node->word == NODE_CHANCE || node->word == NODE_APOLOGISE || node->word == NODE_ONE_OF;
}

static void lost_item(const Sweep *s, lua_Number at, int before)
{
    diagnostic_fix(loader_report(s->ld, s->node->at, CODE_TYPE,
                                 "%s has something at [%.14g], where nobody looks",
                                 node_specs[s->node->word].name, at),
                   "a list goes from 1 without a gap; this one ends at %d", before);
}

static void lost_field(const Sweep *s)
{
    const char *name = lua_type(s->L, -2) == LUA_TSTRING ? node_string(s->L, -2) : NULL;
    const char *word = node_specs[s->node->word].name;
    if (name != NULL) {
        Place at = loader_field(s->ld, s->node->at, name);
        diagnostic_fix(loader_report(s->ld, at, CODE_FIELD, "%s has no field \"%s\"", word, name),
                       "take it out: %s holds a list", word);
    } else {
        diagnostic_fix(loader_report(s->ld, s->node->at, CODE_TYPE,
                                     "%s holds a list, and this has a key that "
                                     "is no number",
                                     word),
                       "write the items one behind the other");
    }
    node_place_all(s->L, -1, 0);
}

static bool is_new(const Sweep *s, int table)
{
    lua_pushvalue(s->L, table);
    bool seen = lua_rawget(s->L, s->seen) != LUA_TNIL;
    lua_pop(s->L, 1);
    lua_pushvalue(s->L, table);
    lua_pushboolean(s->L, 1);
    lua_rawset(s->L, s->seen);
    return !seen;
}

static void look_at(const Sweep *s, int table, bool pure, int depth)
{
    lua_State *L = s->L;
    if (depth > TABLES_DEEP_MAX || !lua_checkstack(L, 8) || !is_new(s, table)) {
        return;
    }
    lua_Number length = (lua_Number)lua_rawlen(L, table);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        bool number = lua_type(L, -2) == LUA_TNUMBER;
        lua_Number at = number ? lua_tonumber(L, -2) : 1;
        if (!(at >= 1 && at <= length) && number) {
            lost_item(s, at, (int)length);
            node_place_all(L, -1, 0);
        } else if (at != floor(at)) {
            lost_item(s, at, (int)length);
            node_place_all(L, -1, 0);
        } else if (!number && pure) {
            lost_field(s);
        } else if (lua_type(L, -1) == LUA_TTABLE) {
            look_at(s, lua_gettop(L), false, depth + 1);
        }
        lua_pop(L, 1);
    }
}

void check_tables(Loader *ld, lua_State *L)
{
    lua_newtable(L);
    Sweep sweep = { L, ld, lua_gettop(L), NULL };
    for (int i = 0; i < ld->nodes.count; i++) {
        sweep.node = ld->nodes.items[i];
        if (sweep.node->broken || sweep.node->unknown) {
            continue;
        }
        for (int k = 1; k <= sweep.node->args; k++) {
            node_push_arg(L, sweep.node, k);
            if (lua_type(L, -1) == LUA_TTABLE) {
                look_at(&sweep, lua_gettop(L), is_pure_list(sweep.node), 0);
            }
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}
