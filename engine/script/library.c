// What a scenario may call of Lua: a list, nothing besides. Sorted pairs, because Lua's own order
// is another one in every state; strings without patterns and formats; tables without metatables.
#include "script/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>

enum { REP_MAX = 65536, KEYS_MAX = 65536, KEY_WORK = 40, SORT_WORK = 20, SORT_MAX = 4096, BYTES_A_STEP = 16 };

// ---- keys in order ------------------------------------------------------------------------------

// Numbers, then strings, then false and true. Anything else has no order that would last.
static int rank(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        return 0;
    case LUA_TSTRING:
        return 1;
    case LUA_TBOOLEAN:
        return 2;
    default:
        return luaL_error(L,
                          "only numbers and texts can be the keys of a table that is gone through, "
                          "not a %s",
                          luaL_typename(L, index));
    }
}

static bool before(lua_State *L, int a, int b)
{
    int ranks = rank(L, a) - rank(L, b);
    if (ranks != 0) {
        return ranks < 0;
    }
    if (lua_type(L, a) == LUA_TBOOLEAN) {
        return !lua_toboolean(L, a) && lua_toboolean(L, b);
    }
    if (lua_type(L, a) == LUA_TNUMBER) {
        return lua_compare(L, a, b, LUA_OPLT) != 0;
    }
    size_t n, m;
    const char *s = lua_tolstring(L, a, &n);
    const char *t = lua_tolstring(L, b, &m);
    int order = memcmp(s, t, n < m ? n : m);
    return order != 0 ? order < 0 : n < m;
}

// next(t, key): the smallest key behind `key`.
static int l_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    bool first = lua_isnil(L, 2);
    lua_pushnil(L); // 3: the best so far
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        sandbox_charge(L, 4);
        if ((first || before(L, 2, 4)) && (lua_isnil(L, 3) || before(L, 4, 3))) {
            lua_copy(L, 4, 3);
        }
    }
    if (lua_isnil(L, 3)) {
        return 1;
    }
    lua_pushvalue(L, 3);
    lua_rawget(L, 1);
    return 2;
}

static int compare_keys(lua_State *L)
{
    lua_pushboolean(L, before(L, 1, 2));
    return 1;
}

// Upvalues: the table, its sorted keys, how far we are.
static int l_pairs_step(lua_State *L)
{
    lua_Integer n = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        n++;
        if (lua_rawgeti(L, lua_upvalueindex(2), n) == LUA_TNIL) {
            return 1;
        }
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) { // nil: taken out meanwhile
            lua_pushinteger(L, n);
            lua_replace(L, lua_upvalueindex(3));
            return 2;
        }
        lua_pop(L, 2);
    }
}

static int l_pairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_newtable(L); // 2: keys
    lua_Integer n = 0;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, 2, ++n);
        if (n > KEYS_MAX) {
            return luaL_error(L, "a table with more than %d keys", KEYS_MAX);
        }
    }
    sandbox_charge(L, (size_t)n * KEY_WORK);
    lua_getfield(L, LUA_REGISTRYINDEX, "sort");
    lua_pushvalue(L, 2);
    lua_pushcfunction(L, compare_keys);
    lua_call(L, 2, 0);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 2);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, l_pairs_step, 3);
    return 1;
}

// ---- strings ------------------------------------------------------------------------------------

static int l_len(lua_State *L)
{
    size_t n;
    luaL_checklstring(L, 1, &n);
    lua_pushinteger(L, (lua_Integer)n);
    return 1;
}

static lua_Integer place(lua_Integer at, size_t n)
{
    if (at >= 0) {
        return at;
    }
    return at < -(lua_Integer)n ? 0 : (lua_Integer)n + at + 1;
}

static int l_sub(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    sandbox_charge(L, n / BYTES_A_STEP);
    lua_Integer from = place(luaL_checkinteger(L, 2), n);
    lua_Integer to = place(luaL_optinteger(L, 3, -1), n);
    from = from < 1 ? 1 : from;
    to = to > (lua_Integer)n ? (lua_Integer)n : to;
    lua_pushlstring(L, from <= to ? s + from - 1 : "", from <= to ? (size_t)(to - from + 1) : 0);
    return 1;
}

// ASCII only: the same on every machine.
static int change_case(lua_State *L, char from, char to)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    sandbox_charge(L, n / BYTES_A_STEP);
    luaL_Buffer buffer;
    char *out = luaL_buffinitsize(L, &buffer, n);
    for (size_t i = 0; i < n; i++) {
        out[i] = s[i];
        if (s[i] >= from && s[i] <= from + 25) {
            out[i] = (char)(s[i] - from + to);
        }
    }
    luaL_pushresultsize(&buffer, n);
    return 1;
}

static int l_upper(lua_State *L)
{
    return change_case(L, 'a', 'A');
}

static int l_lower(lua_State *L)
{
    return change_case(L, 'A', 'a');
}

static int l_rep(lua_State *L)
{
    size_t n;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer times = luaL_checkinteger(L, 2);
    times = times < 0 ? 0 : times;
    if (n > 0 && times > (lua_Integer)(REP_MAX / n)) {
        return luaL_error(L, "string.rep makes at most %d bytes", REP_MAX);
    }
    sandbox_charge(L, n * (size_t)times / BYTES_A_STEP);
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    for (lua_Integer i = 0; n > 0 && i < times; i++) {
        luaL_addlstring(&buffer, s, n);
    }
    luaL_pushresult(&buffer);
    return 1;
}

// Without the address that Lua would show: it is another one in every run.
static int l_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    switch (lua_type(L, 1)) {
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
    case LUA_TSTRING:
        luaL_tolstring(L, 1, NULL);
        break;
    default:
        lua_pushstring(L, luaL_typename(L, 1));
        break;
    }
    return 1;
}

// ---- tables --------------------------------------------------------------------------------------

static size_t span_of(lua_Integer from, lua_Integer to)
{
    return from > to ? 0 : (size_t)((lua_Unsigned)to - (lua_Unsigned)from);
}

// How much a function of `table` does for these arguments, in instructions. The loops inside of C are
// not seen by the count hook.
static size_t work_of(lua_State *L, char which)
{
    lua_Integer length = lua_istable(L, 1) ? (lua_Integer)lua_rawlen(L, 1) : 0;
    switch (which) {
    case 'i': // insert(t, place, value)
        return lua_gettop(L) < 3 ? 1 : span_of(lua_tointeger(L, 2), length);
    case 'r': // remove(t, place)
        return lua_gettop(L) < 2 ? 1 : span_of(lua_tointeger(L, 2), length);
    case 'c': // concat(t, between, from, to)
        return 2 * span_of(luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, length));
    case 'u': // unpack(t, from, to)
        return 2 * span_of(luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, length));
    default: // sort(t)
        luaL_argcheck(L, length <= SORT_MAX, 1, "at most 4096 values are sorted");
        return (size_t)length * SORT_WORK;
    }
}

// Upvalues: the function of Lua, and which it is.
static int l_charged(lua_State *L)
{
    size_t work = work_of(L, (char)lua_tointeger(L, lua_upvalueindex(2)));
    sandbox_charge(L, work < 1000000 ? work : 1); // more is refused by the function itself
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

// Puts a charged one in the place of each function of the table on top.
static void charge_table(lua_State *L)
{
    static const char *const names[] = { "insert", "remove", "concat", "unpack", "sort" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        lua_getfield(L, -1, names[i]);
        lua_pushinteger(L, names[i][0]);
        lua_pushcclosure(L, l_charged, 2);
        lua_setfield(L, -2, names[i]);
    }
}

// ---- the list -----------------------------------------------------------------------------------

const char *const library_names[] = {
    "assert", "error",  "ipairs", "math",     "next",     "pairs",
    "select", "string", "table",  "tonumber", "tostring", "type"
};
const int library_name_count = (int)(sizeof library_names / sizeof *library_names);

static const char *const math_names[] = { "abs",  "ceil",       "floor",      "fmod",
                                          "max",  "min",        "tointeger",  "type",
                                          "huge", "maxinteger", "mininteger", NULL };
static const char *const table_names[] = { "concat", "insert", "remove", "sort", "unpack", NULL };

const char *library_forbidden(const char *name)
{
    static const struct {
        const char *name, *instead;
    } forbidden[] = {
        { "require", "write include \"name\" for another file of the same folder" },
        { "dofile", "write include \"name\" for another file of the same folder" },
        { "loadfile", "write include \"name\" for another file of the same folder" },
        { "load", "a scenario runs no text as code" },
        { "loadstring", "a scenario runs no text as code" },
        { "pcall", "let the mistake be reported" },
        { "xpcall", "let the mistake be reported" },
        { "os", "the story's own time is {clock} in a text and s.clock in a condition" },
        { "io", "a scenario reads and writes no files" },
        { "package", "a scenario reads and writes no files" },
        { "debug", "a scenario has no debug library" },
        { "coroutine", "a scenario has no coroutines" },
        { "utf8", "texts are joined with .. and need nothing more" },
        { "collectgarbage", "memory looks after itself" },
        { "setmetatable", "tables in a scenario are plain" },
        { "getmetatable", "tables in a scenario are plain" },
        { "rawget", "tables in a scenario are plain: write t.x" },
        { "rawset", "tables in a scenario are plain: write t.x = …" },
        { "rawequal", "tables in a scenario are plain: write a == b" },
        { "rawlen", "tables in a scenario are plain: write #t" },
        { "print", "what is to be read stands in a scene; look at values with plankwright check" },
        { "warn", "what is to be read stands in a scene" },
        { "_G", "name things by local" },
        { "_VERSION", "a scenario does not depend on the version of Lua" },
    };
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        if (strcmp(forbidden[i].name, name) == 0) {
            return forbidden[i].instead;
        }
    }
    return NULL;
}

static int l_missing(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return luaL_error(L, "%s.%s is not there for scenarios", lua_tostring(L, lua_upvalueindex(1)),
                      name);
}

static int l_fixed(lua_State *L)
{
    return luaL_error(L, "%s cannot be changed", lua_tostring(L, lua_upvalueindex(1)));
}

// The table on top gets a metatable of its own: asking for what it does not have is an error,
// writing too.
static void seal(lua_State *L, const char *name)
{
    // An empty table in front of the real one, so that writing is seen.
    lua_newtable(L);
    lua_newtable(L);
    lua_pushstring(L, name);
    lua_pushcclosure(L, l_fixed, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_newtable(L); // of the real one
    lua_pushstring(L, name);
    lua_pushcclosure(L, l_missing, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -4);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

// Of the library table on top only those names stay.
static void keep(lua_State *L, const char *const *names)
{
    lua_newtable(L);
    for (; *names != NULL; names++) {
        lua_getfield(L, -2, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, -2);
}

static void push_string_library(lua_State *L)
{
    static const luaL_Reg string_functions[] = { { "len", l_len },     { "sub", l_sub },
                                                 { "upper", l_upper }, { "lower", l_lower },
                                                 { "rep", l_rep },     { NULL, NULL } };
    luaL_newlib(L, string_functions);
    seal(L, "string");
    // Methods of texts: ("x"):upper(). The metatable cannot be reached from Lua.
    lua_pushliteral(L, "");
    lua_newtable(L);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void library_push(lua_State *L)
{
    static const char *const base_names[] = { "assert",   "error", "ipairs", "select",
                                              "tonumber", "type",  NULL };
    static const luaL_Reg own_functions[] = {
        { "next", l_next }, { "pairs", l_pairs }, { "tostring", l_tostring }, { NULL, NULL }
    };
    luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
    keep(L, base_names);
    luaL_setfuncs(L, own_functions, 0);
    luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
    keep(L, math_names);
    seal(L, "math");
    lua_setfield(L, -2, "math");
    luaL_requiref(L, LUA_TABLIBNAME, luaopen_table, 0);
    lua_getfield(L, -1, "sort");
    lua_setfield(L, LUA_REGISTRYINDEX, "sort");
    keep(L, table_names);
    charge_table(L);
    seal(L, "table");
    lua_setfield(L, -2, "table");
    push_string_library(L);
    lua_setfield(L, -2, "string");
    // Nothing that the libraries have left behind stays reachable.
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}
