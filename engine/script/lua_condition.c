// function(s) return … end: the read-only view `s` of a playthrough, and the one way from C into
// it. What a function holds on to may be plain values and handles only, and may not change.
#include "script/lua_condition.h"
#include "script/memo.h"

#include "base/arena.h"
#include "base/text.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

typedef enum ViewKind {
    VIEW_S,
    VIEW_STATE,
    VIEW_FLAG,
    VIEW_NUMBER,
    VIEW_KNOWS,
    VIEW_FACTS,
    VIEW_TRUSTS
} ViewKind;

typedef struct View { // s, s.state … as Lua sees them
    uint8_t kind;     // ViewKind
    uint8_t person;   // VIEW_FACTS
} View;

struct Conditions {
    Sandbox sandbox;
    int count;
    Place *places; // of the functions
    int capacity;
    const Scenario *sc; // while a function is asked
    const Playthrough *play;
    int asked;
    bool answer, no_answer;
    const char *answered; // what it answered, for messages
    char file[64];        // where it raised
    int line;
    Memo memo;
    unsigned kept; // answers that were given from it
};

enum { FUNCTIONS_MAX = 4096 };
enum { ASKED_ANEW = 256 }; // one in so many kept answers is asked again

static Conditions *conditions_of(lua_State *L)
{
    return (Conditions *)(void *)sandbox_of(L); // its first member
}

Conditions *conditions_new(void)
{
    return mem_alloc(sizeof(Conditions));
}

Sandbox *conditions_sandbox(Conditions *conditions)
{
    return &conditions->sandbox;
}

int conditions_count(const Conditions *conditions)
{
    return conditions->count;
}

void conditions_free(void *conditions)
{
    Conditions *c = conditions;
    sandbox_close(&c->sandbox);
    memo_deinit(&c->memo);
    mem_free(c->places);
    mem_free(c);
}

// ---- s ------------------------------------------------------------------------------------------

static void push_view(lua_State *L, ViewKind kind, int person)
{
    View *view = lua_newuserdatauv(L, sizeof *view, 0);
    *view = (View){ (uint8_t)kind, (uint8_t)person };
    luaL_setmetatable(L, "view");
}

static int unknown(lua_State *L, const char *of, const char *name, const char *const *names,
                   int count)
{
    const char *near = text_did_you_mean(name, names, count);
    if (near != NULL) {
        return luaL_error(L, "%s has no \"%s\": did you mean \"%s\"?", of, name, near);
    }
    return luaL_error(L, "%s has no \"%s\"", of, name);
}

static void push_clock(lua_State *L, const Playthrough *play)
{
    char text[8];
    int minute = (int)(play->clock_minute % STORY_DAY_MINUTES);
    snprintf(text, sizeof text, "%02d:%02d", minute / 60 % 24, minute % 60);
    lua_pushstring(L, text);
}

// Hours of today that are left, from the clock alone.
static double hours_left(const Scenario *sc, const Playthrough *play)
{
    int32_t minute = play->clock_minute % STORY_DAY_MINUTES;
    minute = minute < sc->opens_minute ? sc->opens_minute : minute;
    int32_t left = sc->closes_minute - minute;
    return left > 0 ? left / 60.0 : 0.0;
}

static int top_field(lua_State *L, Conditions *c, const char *name)
{
    static const char *const known_names[] = { "state",  "flag",  "number", "knows",
                                               "trusts", "scene", "ended",  "day",
                                               "clock",  "hours", "energy" };
    static const ViewKind view_kinds[] = { VIEW_STATE, VIEW_FLAG, VIEW_NUMBER, VIEW_KNOWS,
                                           VIEW_TRUSTS };
    int which = -1;
    for (int i = 0; i < (int)(sizeof known_names / sizeof *known_names); i++) {
        which = strcmp(known_names[i], name) == 0 ? i : which;
    }
    switch (which) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
        push_view(L, view_kinds[which], 0);
        break;
    case 5:
        memo_read(&c->memo, MEMO_SCENE, 0);
        lua_pushstring(L, c->sc->scenes[c->play->scene].id);
        break;
    case 6:
        memo_read(&c->memo, MEMO_ENDED, 0);
        if (c->play->ended != 0) {
            lua_pushstring(L, c->sc->endings[c->play->ended - 1].id);
        } else {
            lua_pushboolean(L, 0);
        }
        break;
    case 7:
        memo_read(&c->memo, MEMO_DAY, 0);
        lua_pushinteger(L, c->play->day + 1);
        break;
    case 8:
        memo_read(&c->memo, MEMO_CLOCK, 0);
        push_clock(L, c->play);
        break;
    case 9:
        memo_read(&c->memo, MEMO_CLOCK, 0);
        lua_pushnumber(L, hours_left(c->sc, c->play));
        break;
    case 10:
        memo_read(&c->memo, MEMO_ENERGY, 0);
        lua_pushnumber(L, memo_energy(&c->memo, c->sc, c->play) / 1000.0);
        break;
    default:
        return unknown(L, "s", name, known_names, (int)(sizeof known_names / sizeof *known_names));
    }
    return 1;
}

static int person_field(lua_State *L, Conditions *c, ViewKind kind, const char *name)
{
    const char *names[STORY_PEOPLE_MAX];
    int count = 0;
    for (int i = 0; i < c->sc->person_count; i++) {
        names[count++] = c->sc->people[i].id;
    }
    int person = scenario_person(c->sc, name);
    if (person < 0) {
        return unknown(L, kind == VIEW_TRUSTS ? "s.trusts" : "s.knows", name, names, count);
    }
    if (kind == VIEW_KNOWS) {
        push_view(L, VIEW_FACTS, person);
    } else {
        memo_read(&c->memo, MEMO_TRUSTS, person);
        lua_pushstring(L, bridge_word_name(memo_word(&c->memo, c->sc, c->play, person)));
    }
    return 1;
}

static int fact_field(lua_State *L, Conditions *c, int person, const char *name)
{
    const char *names[STORY_FACTS_MAX];
    int count = 0;
    for (int i = 0; i < c->sc->fact_count; i++) {
        if (c->sc->facts[i].person != person) {
            continue;
        }
        if (strcmp(c->sc->facts[i].id, name) == 0) {
            memo_read(&c->memo, MEMO_FACT, i);
            lua_pushboolean(L, (int)(c->play->facts >> i & 1u));
            return 1;
        }
        names[count++] = c->sc->facts[i].id;
    }
    return unknown(L, "s.knows of this person", name, names, count);
}

static int flag_field(lua_State *L, Conditions *c, const char *name)
{
    for (int i = 0; i < c->sc->flag_count; i++) {
        if (strcmp(c->sc->flags[i], name) == 0) {
            memo_read(&c->memo, MEMO_FLAG, i);
            lua_pushboolean(L, (int)(c->play->flags >> i & 1u));
            return 1;
        }
    }
    return unknown(L, "s.flag", name, c->sc->flags, c->sc->flag_count);
}

static int number_field(lua_State *L, Conditions *c, const char *name)
{
    const char *names[STORY_NUMBERS_MAX];
    for (int i = 0; i < c->sc->number_count; i++) {
        names[i] = c->sc->numbers[i].id;
        if (strcmp(names[i], name) == 0) {
            memo_read(&c->memo, MEMO_NUMBER, i);
            lua_pushinteger(L, play_number(c->sc, c->play, i));
            return 1;
        }
    }
    return unknown(L, "s.number", name, names, c->sc->number_count);
}

static int state_field(lua_State *L, Conditions *c, const char *name)
{
    const char *names[STORY_COMMITMENTS_MAX];
    for (int i = 0; i < c->sc->commitment_count; i++) {
        names[i] = c->sc->commitments[i].id;
    }
    int commitment = scenario_commitment(c->sc, name);
    if (commitment < 0) {
        return unknown(L, "s.state", name, names, c->sc->commitment_count);
    }
    memo_read(&c->memo, MEMO_STATE, commitment);
    lua_pushstring(
        L, play_state_name((StoryState)play_commitment_c(c->sc, c->play, commitment)->state));
    return 1;
}

static int l_view_index(lua_State *L)
{
    Conditions *c = conditions_of(L);
    const View *view = luaL_checkudata(L, 1, "view");
    if (c->play == NULL) {
        return luaL_error(L, "s is there only while a condition is asked");
    }
    const char *name = luaL_checkstring(L, 2);
    switch ((ViewKind)view->kind) {
    case VIEW_S:
        return top_field(L, c, name);
    case VIEW_STATE:
        return state_field(L, c, name);
    case VIEW_FLAG:
        return flag_field(L, c, name);
    case VIEW_NUMBER:
        return number_field(L, c, name);
    case VIEW_KNOWS:
    case VIEW_TRUSTS:
        return person_field(L, c, (ViewKind)view->kind, name);
    case VIEW_FACTS:
        return fact_field(L, c, view->person, name);
    }
    return 0;
}

static int l_view_newindex(lua_State *L)
{
    return luaL_error(L, "s is read-only: a condition only looks");
}

void conditions_prepare(lua_State *L)
{
    static const luaL_Reg view_methods[] = { { "__index", l_view_index },
                                             { "__newindex", l_view_newindex },
                                             { NULL, NULL } };
    luaL_newmetatable(L, "view");
    luaL_setfuncs(L, view_methods, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "functions");
    push_view(L, VIEW_S, 0);
    lua_setfield(L, LUA_REGISTRYINDEX, "s");
}

// ---- taking functions ---------------------------------------------------------------------------

static bool is_plain(lua_State *L, int index)
{
    int type = lua_type(L, index);
    const Node *node = node_at(L, index);
    return type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING ||
           (node != NULL && node_specs[node->word].group == GROUP_HANDLE);
}

static bool is_environment(lua_State *L, int index)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    bool same = lua_rawequal(L, -1, index) != 0;
    lua_pop(L, 1);
    return same;
}

// Pushes { function, upvalue 1, upvalue 2, … }; false (nothing pushed) after a report.
static bool push_function(lua_State *L, int index, Place at)
{
    const NodeSpec *bare = words_bare(L, index);
    if (bare != NULL) {
        diagnostic_fix(loader_report(loader_of(L), at, CODE_TYPE,
                                     "\"%s\" stands here with nothing behind it", bare->name),
                       "write %s", bare->form);
        return false;
    }
    if (lua_iscfunction(L, index)) {
        diagnostic_fix(loader_report(loader_of(L), at, CODE_IMPURE,
                                     "a word of Lua cannot be a condition by itself"),
                       "write function(s) return … end");
        return false;
    }
    lua_newtable(L);
    int table = lua_gettop(L);
    lua_pushvalue(L, index);
    lua_rawseti(L, table, 1);
    for (int i = 1;; i++) {
        const char *name = lua_getupvalue(L, index, i);
        if (name == NULL) {
            return true;
        }
        if (!is_plain(L, lua_gettop(L)) && !is_environment(L, lua_gettop(L))) {
            diagnostic_fix(loader_report(loader_of(L), at, CODE_IMPURE,
                                         "this condition function holds on to \"%s\", "
                                         "which is %s",
                                         name, node_describe(L, lua_gettop(L))),
                           "it may use numbers, texts, true and false, and handles from outside; "
                           "what else it needs "
                           "belongs inside");
            lua_settop(L, table - 1);
            return false;
        }
        lua_rawseti(L, table, i + 1);
    }
}

int conditions_add(lua_State *L, int index, Place at)
{
    Conditions *c = conditions_of(L);
    index = lua_absindex(L, index);
    lua_Debug ar;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &ar);
    if (ar.linedefined > at.line) {
        at.line = ar.linedefined;
        at.column = 0;
    }
    if (c->count == FUNCTIONS_MAX) {
        diagnostic_fix(loader_report(loader_of(L), at, CODE_TOO_MANY,
                                     "a scenario has at most %d condition functions",
                                     FUNCTIONS_MAX),
                       "write some of them in words: all { kept(x), is(f) }");
    }
    if (c->count >= FUNCTIONS_MAX || !push_function(L, index, at)) {
        return -1;
    }
    lua_getfield(L, LUA_REGISTRYINDEX, "functions");
    lua_insert(L, -2);
    lua_rawseti(L, -2, c->count + 1);
    lua_pop(L, 1);
    if (c->count == c->capacity) {
        c->capacity = c->capacity == 0 ? 16 : c->capacity * 2;
        c->places = mem_grow(c->places, (size_t)c->capacity * sizeof *c->places);
    }
    c->places[c->count] = at;
    return c->count++;
}

// ---- asking -------------------------------------------------------------------------------------

// Whether what the function holds on to is as it was; puts it back where not.
static bool restore(lua_State *L, int table, int function)
{
    bool same = true;
    for (int i = 1; lua_getupvalue(L, function, i) != NULL; i++) {
        lua_rawgeti(L, table, i + 1);
        if (!lua_rawequal(L, -1, -2)) {
            same = false;
            lua_setupvalue(L, function, i);
            lua_pop(L, 1);
        } else {
            lua_pop(L, 2);
        }
    }
    return same;
}

static int l_ask(lua_State *L)
{
    Conditions *c = conditions_of(L);
    lua_settop(L, 0);
    lua_getfield(L, LUA_REGISTRYINDEX, "functions");
    lua_rawgeti(L, 1, c->asked + 1);
    lua_rawgeti(L, 2, 1);
    lua_pushvalue(L, 3);
    lua_getfield(L, LUA_REGISTRYINDEX, "s");
    lua_call(L, 1, 1);
    c->no_answer = !lua_isboolean(L, 4);
    c->answered = node_describe(L, 4);
    c->answer = lua_toboolean(L, 4) != 0;
    if (!restore(L, 2, 3)) {
        return luaL_error(L, "a condition only looks: it has changed a local outside of itself");
    }
    return 0;
}

static int on_error(lua_State *L)
{
    Conditions *c = conditions_of(L);
    lua_Debug ar;
    c->line = 0;
    for (int level = 0; c->line == 0 && lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (ar.currentline > 0 && ar.source[0] == '@') {
            c->line = ar.currentline;
            snprintf(c->file, sizeof c->file, "%s", ar.source + 1);
        }
    }
    return 1;
}

// Sets err from the error object on top, or from what stopped the call.
static bool fail(Conditions *c, const Scenario *scenario, Err *err)
{
    lua_State *L = c->sandbox.L;
    const char *message = "it failed";
    char wrong[64];
    if (c->sandbox.stop == SANDBOX_ENDLESS) {
        message = "it does not come to an end";
    } else if (c->sandbox.stop == SANDBOX_MEMORY) {
        message = "it takes more memory than it may";
    } else if (c->no_answer) {
        snprintf(wrong, sizeof wrong, "it gives no answer, but %s", c->answered);
        message = wrong;
    } else if (lua_gettop(L) > 0 && lua_type(L, -1) == LUA_TSTRING) {
        message = lua_tostring(L, -1);
        bool memory = strcmp(message, "not enough memory") == 0;
        message = memory ? "it takes more memory than it may" : message;
        const char *colon = c->line > 0 ? strstr(message, ": ") : NULL; // behind "scenario.lua:12"
        message = colon != NULL ? colon + 2 : message;
    }
    const Place *place = &c->places[c->asked];
    if (c->line == 0) {
        c->line = place->line;
        snprintf(c->file, sizeof c->file, "%s",
                 place->file >= 0 && place->file < scenario->file_count
                     ? scenario->files[place->file]
                     : "");
    }
    char path[512];
    snprintf(path, sizeof path, "%s%s%s", scenario->folder, scenario->folder[0] == '\0' ? "" : "/",
             c->file);
    err_set(err, ERR_INPUT, "a condition function: %s", message);
    bool words = strstr(message, "attempt to compare") != NULL && strstr(message, "string") != NULL;
    err_fix(err, "%s",
            words
                ? "s.trusts, s.state and s.weekday are words, compared by ==; trusts(x, \"worn\") "
                  "asks for at least that"
                : "it has to return true or false from what it reads in s");
    err_at(err, path, c->line, 0);
    lua_settop(L, 0);
    return false;
}

static bool ask_lua(Conditions *c, int function, const Scenario *scenario, const Playthrough *play,
                    Err *err)
{
    lua_State *L = c->sandbox.L;
    c->sc = scenario;
    c->play = play;
    c->asked = function;
    c->no_answer = false;
    c->line = 0;
    memo_begin(&c->memo, function);
    sandbox_arm(&c->sandbox, c->sandbox.limits.call_instructions);
    lua_settop(L, 0);
    lua_pushcfunction(L, on_error);
    lua_pushcfunction(L, l_ask);
    int result = lua_pcall(L, 0, 0, 1);
    c->play = NULL;
    if (result != LUA_OK || c->no_answer) {
        return fail(c, scenario, err);
    }
    lua_settop(L, 0);
    return true;
}

bool conditions_ask(void *context, int function, const Scenario *scenario, const Playthrough *play,
                    bool *out, Err *err)
{
    Conditions *c = context;
    memo_ask(&c->memo, scenario);
    memo_asked(&c->memo, function);
    bool kept = memo_find(&c->memo, function, scenario, play, out);
    if (kept && ++c->kept % ASKED_ANEW != 0) {
        return true;
    }
    if (!ask_lua(c, function, scenario, play, err)) {
        return false;
    }
    if (kept && c->answer != *out) {
        c->line = 0;
        lua_pushstring(c->sandbox.L, "it answers now this, now that, where it reads the same");
        return fail(c, scenario, err);
    }
    if (!kept) {
        memo_keep(&c->memo, function, scenario, play, c->answer);
    }
    *out = c->answer;
    return true;
}

StoryLuaReads conditions_heard(void *context, int function)
{
    const Conditions *c = context;
    return memo_heard(&c->memo, function);
}

bool conditions_try(Conditions *conditions, Scenario *scenario, Loader *loader)
{
    Playthrough *play = mem_alloc(scenario->play_size);
    play->clock_minute = scenario->opens_minute;
    play->energy = scenario->energy;
    play->who = play->talk_person = STORY_NONE;
    for (int i = 0; i < scenario->person_count; i++) {
        play_person(scenario, play, i)->trust = trust_start(scenario->people[i].trust);
    }
    for (int i = 0; i < scenario->number_count; i++) {
        play_numbers(scenario, play)[i] = scenario->numbers[i].start;
    }
    play_derive(scenario, play);
    bool good = true;
    conditions->sandbox.owner = NULL; // as when it is played: words of the story are not there
    const ScriptLimits *limits = &conditions->sandbox.limits;
    int64_t left = limits->instructions; // for all of them
    clock_t deadline = clock() + (clock_t)(limits->seconds * CLOCKS_PER_SEC);
    for (int i = 0; i < conditions->count; i++) {
        if (left < 0 || clock() > deadline) {
            good = false;
            diagnostic_fix(
                loader_report(loader, conditions->places[i], CODE_ENDLESS,
                              "the condition functions up to here take too long together"),
                "let each look at a few things of s, without loops");
            break;
        }
        bool answer = false;
        Err err = { 0 };
        if (!conditions_ask(conditions, i, scenario, play, &answer, &err)) {
            good = false;
            Place at = { conditions->places[i].file, err.line, 0 };
            ScriptDiagnostic *d = loader_report(loader, at, CODE_CONDITION, "%s", err.message);
            diagnostic_fix(d, "%s", err.fix);
        }
        left -= limits->call_instructions - conditions->sandbox.left;
    }
    memo_tried(&conditions->memo);
    mem_free(play);
    return good;
}

static int l_forget(lua_State *L)
{
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "nodes");
    lua_gc(L, LUA_GCCOLLECT);
    return 0;
}

void conditions_seal(Conditions *conditions)
{
    conditions->sandbox.owner = NULL;
    sandbox_call(&conditions->sandbox, l_forget, NULL);
    lua_settop(conditions->sandbox.L, 0);
}
