// The words of the author's language. Each word makes a node and looks at nothing but the number of
// its arguments. Where names are looked up is environment.c.
#include "script/loader.h"

#include "story/ids.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { COMMA_WORK = 100000 }; // looking for the place goes through the tokens

// ---- making nodes -------------------------------------------------------------------------------

static Node *new_node(lua_State *L, Loader *ld, NodeWord word, Place at)
{
    Node *node = lua_newuserdatauv(L, sizeof *node, NODE_ARGS);
    *node = (Node){ .word = (uint8_t)word, .at = at };
    luaL_setmetatable(L, "node");
    lua_getfield(L, LUA_REGISTRYINDEX, "nodes");
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, ld->nodes.count + 1);
    lua_pop(L, 1);
    nodes_add(&ld->nodes, node);
    node->serial = ld->nodes.count;
    return node;
}

Loader *words_loading(lua_State *L, const char *word)
{
    Loader *ld = loader_of(L);
    if (ld == NULL) {
        luaL_error(
            L,
            "%s(…) belongs into lists and conditions, not inside function(s): there, look at s "
            "(s.state, s.flag, s.knows, s.trusts …)",
            word);
    }
    return ld;
}

static bool takes_id(NodeWord word)
{
    return word == NODE_PERSON || word == NODE_COMMITMENT || word == NODE_FLAG ||
           word == NODE_NUMBER || word == NODE_SCENE || word == NODE_ENDING || word == NODE_OPTION;
}

// A name that is nearly the text: "Van One" is "van-one". False where it would still be none.
static bool name_like(const char *text, size_t length, char *out, size_t size)
{
    for (size_t i = 0; i < length && i < size; i++) {
        char c = text[i];
        bool big = c >= 'A' && c <= 'Z';
        out[i] = big ? (char)(c - 'A' + 'a') : c == ' ' || c == '.' || c == '/' ? '-' : c;
    }
    out[length < size ? length : size - 1] = '\0';
    return length < size && story_is_id(out, length);
}

// scene { id = "one", … }: what refers to that name is not told besides.
static void name_as_field(lua_State *L, Loader *ld, ScriptDiagnostic *d, const NodeSpec *spec,
                          int index)
{
    lua_pushliteral(L, "id");
    if (lua_rawget(L, index) == LUA_TSTRING) {
        const char *id = lua_tostring(L, -1);
        diagnostic_fix(d, "write %s \"%.47s\" { … }: the name stands before the { }", spec->name,
                       id);
        if (ld->lost_count < LOST_MAX) {
            ld->lost[ld->lost_count++] = id; // the node keeps it alive
        }
    }
    lua_pop(L, 1);
}

// The id that a declaring word was given; a wrong one is reported and makes the node a broken one.
static void check_id(lua_State *L, Loader *ld, Node *node, int index)
{
    const NodeSpec *spec = &node_specs[node->word];
    if (lua_type(L, index) != LUA_TSTRING) {
        node->broken = true;
        ScriptDiagnostic *d =
            loader_report(ld, node->at, CODE_TYPE, "%s needs its name in quotes, this is %s",
                          spec->name, node_describe(L, index));
        diagnostic_fix(d, "write %s", spec->form);
        if (lua_type(L, index) == LUA_TTABLE) {
            name_as_field(L, ld, d, spec, index);
        }
        return;
    }
    size_t n;
    const char *id = lua_tolstring(L, index, &n);
    if (story_is_id(id, n)) {
        return;
    }
    node->broken = true;
    if (ld->lost_count < LOST_MAX && n > 0) {
        ld->lost[ld->lost_count++] = id; // the node keeps it alive
    }
    ScriptDiagnostic *d = loader_report(ld, node->at, CODE_ID, "\"%s\" is not a name", id);
    char better[48];
    if (node->word == NODE_OPTION && strchr(id, ' ') != NULL) {
        diagnostic_fix(d, "first a name for you, then what the player reads: option \"yes\" \"…\"");
    } else if (name_like(id, n, better, sizeof better)) {
        diagnostic_fix(d, "write %s \"%s\": a name has small letters, digits, _ and -", spec->name,
                       better);
    } else {
        diagnostic_fix(d, "a name begins with a small letter and has small letters, digits, _ "
                          "and -, at most 47 of them");
    }
}

static Entities *entities_of(Loader *ld, NodeWord word)
{
    switch (word) {
    case NODE_PERSON:
        return &ld->people;
    case NODE_COMMITMENT:
        return &ld->commitments;
    case NODE_FLAG:
        return &ld->flags;
    case NODE_NUMBER:
        return &ld->numbers;
    case NODE_SCENE:
        return &ld->scenes;
    case NODE_ENDING:
        return &ld->endings;
    default:
        return NULL;
    }
}

static void declared_twice(Loader *ld, const Node *node, const char *id, const Entity *before)
{
    ScriptDiagnostic *d = loader_report(ld, node->at, CODE_TWICE, "%s \"%s\" is declared twice",
                                        node_specs[node->word].name, id);
    diagnostic_fix(d, "the other one stands in %s, line %d: give one of them another name",
                   ld->sources[before->node->at.file].name, before->node->at.line);
    loader_note(ld, d, before->node->at, "first declared here");
}

// A declaration with its body: remembers it under its id. A person and a commitment share one set
// of names, because both stand in texts as {name.…}.
static void declare(Loader *ld, Node *node, const char *id)
{
    Entities *list = entities_of(ld, (NodeWord)node->word);
    Entity *entity = entities_find(list, id);
    const Entities *other = node->word == NODE_PERSON       ? &ld->commitments
                            : node->word == NODE_COMMITMENT ? &ld->people
                                                            : NULL;
    const Entity *clash = other == NULL ? NULL : entities_find(other, id);
    if (clash != NULL && clash->declared) {
        node->broken = true;
        declared_twice(ld, node, id, clash);
        return;
    }
    if (entity == NULL) {
        entity = entities_add(list, id, node);
    } else if (entity->declared) {
        node->broken = true;
        declared_twice(ld, node, id, entity);
        return;
    }
    entity->node = node;
    entity->declared = true;
}

static void first_call(lua_State *L, Loader *ld, Node *node)
{
    if (takes_id((NodeWord)node->word)) {
        check_id(L, ld, node, 1);
    }
    const NodeSpec *spec = &node_specs[node->word];
    if (spec->group == GROUP_HANDLE && !node->broken) {
        const char *id = lua_tostring(L, 1);
        if (node->word == NODE_FLAG) {
            Entity *flag = entities_find(&ld->flags, id);
            if (flag != NULL && flag->node->at.file == node->at.file) {
                node->broken = true;
                declared_twice(ld, node, id, flag);
            } else if (flag == NULL) {
                declare(ld, node, id);
            }
        } else if (entities_find(entities_of(ld, (NodeWord)node->word), id) == NULL) {
            entities_add(entities_of(ld, (NodeWord)node->word), id, node);
        }
    }
    if (spec->group == GROUP_DECLARED) {
        nodes_add(&ld->declared, node);
    }
}

static int l_word(lua_State *L)
{
    NodeWord word = (NodeWord)lua_tointeger(L, lua_upvalueindex(1));
    const NodeSpec *spec = &node_specs[word];
    Loader *ld = words_loading(L, spec->name);
    int given = lua_gettop(L);
    Place at = loader_word(ld, loader_caller(L), word);
    if (given < spec->first_least || given > spec->first_most) {
        ScriptDiagnostic *d =
            loader_report(ld, at, CODE_TYPE, "%s takes %d value%s here, not %d", spec->name,
                          spec->first_least, spec->first_least == 1 ? "" : "s", given);
        const Node *first = given > 0 ? node_at(L, 1) : NULL;
        if (word == NODE_SET && first != NULL && first->word == NODE_NUMBER) {
            diagnostic_fix(d, "a number takes assign(n, 2) or add(n, 1)");
        } else {
            diagnostic_fix(d,
                           takes_id(word) && given > 1 ? "write %s: no ( ) and no commas between"
                                                       : "write %s",
                           spec->form);
        }
        for (int i = 1; i <= given; i++) {
            node_place_all(L, i, 0);
        }
        lua_settop(L, spec->first_least);
        Node *node = new_node(L, ld, word, at);
        node->broken = node->placed = true;
        node->calls = 1;
        return 1;
    }
    Node *node = new_node(L, ld, word, at);
    node->calls = 1;
    node->args = (uint8_t)given;
    for (int i = 1; i <= given; i++) {
        lua_pushvalue(L, i);
        lua_setiuservalue(L, -2, i);
    }
    first_call(L, ld, node);
    return 1;
}

// ---- calling nodes ------------------------------------------------------------------------------

// flag "late" { … }, halima { … } and odds(2) { … } on one line: no comma is missing there.
static bool takes_no_list(Loader *ld, const Node *node, Place at)
{
    NodeWord word = (NodeWord)node->word;
    int comma = at.file < 0 ? -1 : source_missing_comma(&ld->sources[at.file], at.line);
    if (comma >= 0) {
        return false;
    }
    if (word == NODE_FLAG) {
        at = node->at.line == at.line ? node->at : at;
        diagnostic_fix(loader_report(ld, at, CODE_TYPE, "a flag has no { }"),
                       "write flag \"id\"; it is off until set(…)");
    } else if (word == NODE_PERSON) {
        diagnostic_fix(loader_report(ld, at, CODE_TYPE, "what a person says is no list { }"),
                       "write halima \"…\"");
    }
    return word == NODE_FLAG || word == NODE_PERSON;
}

// One value calls the next: reported, and both count as placed, so that reading goes on.
static int missing_comma(lua_State *L, Loader *ld, const Node *node)
{
    Place at = loader_caller(L);
    const Node *given = node_at(L, 2);
    if (node->broken || (given != NULL && given->unknown)) { // that was reported
        node_place_all(L, 2, 0);
        return words_push_unknown(L, at);
    }
    if (lua_type(L, 2) == LUA_TTABLE && takes_no_list(ld, node, at)) {
        node_place_all(L, 2, 0);
        lua_settop(L, 1);
        return node->word == NODE_PERSON ? words_push_unknown(L, at) : 1;
    }
    int token = at.file < 0 ? -1 : source_missing_comma(&ld->sources[at.file], at.line);
    if (token < 0) {
        diagnostic_fix(loader_report(ld, at, CODE_COMMA, "a comma is missing here"),
                       "put a comma between the two parts");
    } else {
        loader_comma(ld, at.file, token, "text");
    }
    ld->recovered = true;
    sandbox_charge(L, COMMA_WORK);
    node_place_all(L, 2, 0);
    lua_settop(L, 1);
    return 1;
}

static int speak(lua_State *L, Loader *ld)
{
    lua_settop(L, 2);
    Node *line = new_node(L, ld, NODE_LINE, loader_caller(L));
    line->calls = 1;
    line->args = 2;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, 2);
    return 1;
}

static int move_of(lua_State *L, Loader *ld, Node *bare)
{
    bare->placed = true;
    lua_settop(L, 2);
    Node *node = new_node(L, ld, (NodeWord)bare->word, bare->at);
    node->calls = 1;
    node->args = 1;
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

// Whether the value at 2 is what the next call of this node takes.
static bool fits(lua_State *L, const Node *node)
{
    int type = lua_type(L, 2);
    if (node->word == NODE_OPTION && node->calls == 1) {
        return type == LUA_TSTRING;
    }
    if (node->word == NODE_ALWAYS) {
        return type == LUA_TFUNCTION;
    }
    return type == LUA_TTABLE;
}

static void has_body(lua_State *L, Loader *ld, Node *node)
{
    Entities *list = entities_of(ld, (NodeWord)node->word);
    if (list == NULL || node->broken) {
        return;
    }
    lua_getiuservalue(L, 1, 1);
    const char *id = lua_tostring(L, -1);
    declare(ld, node, id);
    if (node->word == NODE_ENDING) {
        nodes_add(&ld->declared, node);
    }
    lua_pop(L, 1);
}

// promise "van" { to = …, due = … }: what is promised is declared by commitment. It is taken as that.
static bool is_promise_with_body(lua_State *L, const Node *node)
{
    bool body = node->word == NODE_PROMISE && node->calls == 1 && node->args == 1 &&
                lua_gettop(L) == 2 && lua_type(L, 2) == LUA_TTABLE;
    if (body) {
        lua_getiuservalue(L, 1, 1);
        body = lua_type(L, -1) == LUA_TSTRING;
        lua_pop(L, 1);
    }
    return body;
}

static void declare_promised(lua_State *L, Loader *ld, Node *node)
{
    lua_getiuservalue(L, 1, 1);
    const char *id = lua_tostring(L, -1);
    diagnostic_fix(
        loader_report(ld, node->at, CODE_TYPE,
                      "promise is what somebody does; what they promise is declared by commitment"),
        "write local x = commitment \"%.47s\" { … } at the top, and promise(x) in a scene", id);
    node->word = NODE_COMMITMENT;
    check_id(L, ld, node, lua_gettop(L));
    lua_pop(L, 1);
}

static int l_call(lua_State *L)
{
    Node *node = node_at(L, 1);
    if (node == NULL) {
        return luaL_error(L, "this cannot be called");
    }
    const NodeSpec *spec = &node_specs[node->word];
    if (node->unknown) {
        Loader *lost_in = loader_of(L);
        if (lua_type(L, 2) == LUA_TSTRING && lost_in->lost_count < LOST_MAX &&
            node->args < NODE_ARGS) {
            lua_pushvalue(L, 2);
            lua_setiuservalue(L, 1, ++node->args); // keeps the text alive
            lost_in->lost[lost_in->lost_count++] = lua_tostring(L, 2);
        }
        for (int i = lua_gettop(L); i > 1; i--) {
            node_place_all(L, i, 0);
        }
        lua_settop(L, 1);
        return 1;
    }
    Loader *ld = words_loading(L, spec->name);
    if (node->word == NODE_PERSON && lua_type(L, 2) == LUA_TSTRING && lua_gettop(L) == 2) {
        return speak(L, ld);
    }
    if (spec->group == GROUP_MOVE && node->calls == 0) {
        return move_of(L, ld, node);
    }
    if (is_promise_with_body(L, node)) {
        declare_promised(L, ld, node);
        spec = &node_specs[node->word];
    }
    bool takes = node->calls < spec->calls;
    if (takes && lua_gettop(L) == 2 && (fits(L, node) || node->broken)) {
        lua_pushvalue(L, 2);
        lua_setiuservalue(L, 1, node->args + 1);
        node->args++;
        node->calls++;
        if (node->calls == spec->calls) {
            has_body(L, ld, node);
        }
        lua_settop(L, 1);
        return 1;
    }
    int type = lua_type(L, 2);
    if (type != LUA_TSTRING && type != LUA_TTABLE && type != LUA_TUSERDATA) {
        diagnostic_fix(loader_report(ld, loader_caller(L), CODE_TYPE, "%s does not take %s here",
                                     spec->name, node_describe(L, 2)),
                       "write %s",
                       node->word == NODE_FLAG     ? "set(x), clear(x); is(x) asks"
                       : node->word == NODE_NUMBER ? "assign(n, 2), add(n, 1); at_least(n, 2) asks"
                                                   : spec->form);
        return loader_raise(L);
    }
    if (takes && (type == LUA_TUSERDATA || spec->calls_least > node->calls)) {
        bool no_text = node->word == NODE_OPTION && node->calls == 1 && type == LUA_TTABLE;
        diagnostic_fix(loader_report(ld, loader_caller(L), CODE_TYPE, "%s does not take %s here",
                                     spec->name, node_describe(L, 2)),
                       no_text ? "write %s: the text that players read is missing" : "write %s",
                       spec->form);
        return loader_raise(L);
    }
    return missing_comma(L, ld, node);
}

static int l_index(lua_State *L)
{
    const Node *node = node_at(L, 1);
    if (node != NULL && node->unknown) {
        lua_settop(L, 1);
        return 1;
    }
    const char *field = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    const char *name = node != NULL ? node_specs[node->word].name : "this";
    if (node != NULL && node->word == NODE_PERSON) {
        return luaL_error(
            L,
            "a person has no .%s in Lua: write halima \"…\" for what they say, {halima.first} "
            "for their name inside a text",
            field);
    }
    if (node != NULL && node_specs[node->word].group == GROUP_HANDLE) {
        return luaL_error(L, "a %s has nothing to read in Lua: write {name.%s} inside a text", name,
                          field);
    }
    return luaL_error(L, "%s has nothing to read in Lua (.%s)", name, field);
}

static int l_newindex(lua_State *L)
{
    const Node *node = node_at(L, 1);
    if (node != NULL && node->unknown) {
        return 0;
    }
    return luaL_error(L, "%s cannot be changed after it was written: put the field into its { }",
                      node != NULL ? node_specs[node->word].name : "this");
}

// What stands for an unknown name, among the two operands: its result is as unknown.
static bool of_unknown(lua_State *L)
{
    for (int i = 1; i <= 2; i++) {
        const Node *node = node_at(L, i);
        if (node != NULL && node->unknown) {
            lua_pushvalue(L, i);
            return true;
        }
    }
    return false;
}

static int l_reckon(lua_State *L)
{
    if (of_unknown(L)) {
        return 1;
    }
    int index = node_at(L, 1) != NULL ? 1 : 2;
    return luaL_error(L,
                      "%s is nothing to reckon with or compare in Lua: the story's numbers are "
                      "compared by at_least(n, 2) and changed by add(n, 1)",
                      node_describe(L, index));
}

static int l_concat(lua_State *L)
{
    if (of_unknown(L)) {
        return 1;
    }
    int index = node_at(L, 1) != NULL ? 1 : 2;
    return luaL_error(
        L,
        "%s cannot be joined to a text with ..: write its name in braces inside the text, "
        "\"{halima.first} nods.\"",
        node_describe(L, index));
}

const NodeSpec *words_bare(lua_State *L, int index)
{
    if (lua_tocfunction(L, index) != l_word || lua_getupvalue(L, index, 1) == NULL) {
        return NULL;
    }
    lua_Integer word = lua_tointeger(L, -1);
    lua_pop(L, 1);
    return &node_specs[word];
}

int words_push_unknown(lua_State *L, Place at)
{
    Node *node = new_node(L, loader_of(L), NODE_LINE, at);
    node->unknown = node->broken = node->placed = true;
    return 1;
}

int words_push_move(lua_State *L, NodeWord word)
{
    Loader *ld = loader_of(L);
    new_node(L, ld, word, loader_word(ld, loader_caller(L), word));
    return 1;
}

// A move is its number: each time it is named, environment.c makes a node of it.
void words_add(lua_State *L)
{
    for (int i = 0; i < NODE_WORD_COUNT; i++) {
        if (i == NODE_LINE) {
            continue;
        }
        lua_pushinteger(L, i);
        if (node_specs[i].group != GROUP_MOVE) {
            lua_pushcclosure(L, l_word, 1);
        }
        lua_setfield(L, -2, node_specs[i].name);
    }
}

void words_prepare(lua_State *L)
{
    static const luaL_Reg node_methods[] = {
        { "__call", l_call },   { "__index", l_index },   { "__newindex", l_newindex },
        { "__add", l_reckon },  { "__concat", l_concat }, { "__sub", l_reckon },
        { "__mul", l_reckon },  { "__div", l_reckon },    { "__mod", l_reckon },
        { "__unm", l_reckon },  { "__lt", l_reckon },     { "__le", l_reckon },
        { "__idiv", l_reckon }, { "__len", l_reckon },    { NULL, NULL }
    };
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "nodes");
    luaL_newmetatable(L, "node");
    luaL_setfuncs(L, node_methods, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}
