// Conditions as data: each word one StoryCond, lists of them for all and any, a number for a Lua
// function.
#include "script/compile.h"

#include "bridge/bridge.h"
#include "script/lua_condition.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CONDITIONS_MAX = 32000 };

static const StoryCond nothing = { COND_ALL, 0, 0, 0 }; // true; after a report

static StoryCond value(Loader *ld, lua_State *L, int index, Place at, int depth);

static bool number_of(Loader *ld, lua_State *L, const Node *node, int n, double most, double *out)
{
    node_push_arg(L, node, n);
    bool good = lua_type(L, -1) == LUA_TNUMBER;
    *out = good ? lua_tonumber(L, -1) : 0;
    if (!good) {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "%s takes a number, this is %s",
                                     node_specs[node->word].name, node_describe(L, lua_gettop(L))),
                       "write %s", node_specs[node->word].form);
        node_place_all(L, -1, 0);
    } else if (!(*out >= 0 && *out <= most)) {
        diagnostic_fix(loader_report(ld, node->at, CODE_RANGE, "%s: %g is out of range",
                                     node_specs[node->word].name, *out),
                       "it can be 0 to %g", most);
        good = false;
    }
    lua_pop(L, 1);
    return good;
}

static StoryCond about_commitment(Loader *ld, lua_State *L, const Node *node)
{
    const Entity *c = compile_arg(ld, L, node, 1, NODE_COMMITMENT);
    StoryCond cond = { (uint8_t)(COND_KEPT + (node->word - NODE_KEPT)), 0, 0, 0 };
    double hours = 0;
    if (node->word == NODE_DUE_WITHIN && !number_of(ld, L, node, 2, 2000, &hours)) {
        return nothing;
    }
    cond.c = (int32_t)floor(hours * 60.0 + 0.5);
    if (c == NULL) {
        return nothing;
    }
    cond.a = (uint8_t)c->index;
    return cond;
}

static StoryCond trusts(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const word_list[] = { "sound", "worn", "strained", "unsafe", "down" };
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    const char *word = lua_type(L, -1) == LUA_TSTRING ? node_string(L, -1) : "?";
    BridgeWord parsed = BRIDGE_DOWN;
    bool good = bridge_word_parse(word, &parsed);
    if (!good) {
        bool text = lua_type(L, -1) == LUA_TSTRING;
        ScriptDiagnostic *d =
            text ? loader_report(ld, node->at, CODE_VALUE, "trusts knows no \"%s\"", word)
                 : loader_report(ld, node->at, CODE_TYPE, "trusts asks for a word, this is %s",
                                 node_describe(L, lua_gettop(L)));
        diagnostic_fix(d, "the words are sound, worn, strained, unsafe, down: at least that");
        diagnostic_meant(d, word, word_list, 5);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    if (person == NULL || !good) {
        return nothing;
    }
    return (StoryCond){ COND_TRUSTS, (uint8_t)person->index, 0, bridge_word_threshold(parsed) };
}

static StoryCond about_person(Loader *ld, lua_State *L, const Node *node, StoryCondKind kind)
{
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    return person == NULL ? nothing : (StoryCond){ (uint8_t)kind, (uint8_t)person->index, 0, 0 };
}

static StoryCond at_least(Loader *ld, lua_State *L, const Node *node)
{
    const Entity *number = compile_arg(ld, L, node, 1, NODE_NUMBER);
    double least = 0;
    if (!number_of(ld, L, node, 2, 127, &least) || number == NULL) {
        return nothing;
    }
    return (StoryCond){ COND_AT_LEAST, (uint8_t)number->index, 0, (int32_t)ceil(least) };
}

void took_id(const char *written, char *out, size_t size)
{
    const char *desk = strstr(written, "/desk.");
    if (desk == NULL) {
        snprintf(out, size, "%s", written);
    } else {
        snprintf(out, size, "%.*s%s", (int)(desk - written < 60 ? desk - written : 60), written,
                 desk + strlen("/desk"));
    }
}

static StoryCond took(Loader *ld, lua_State *L, Node *node)
{
    node_push_arg(L, node, 1);
    StoryCond cond = nothing;
    if (lua_type(L, -1) == LUA_TSTRING) {
        char id[112];
        took_id(node_string(L, -1), id, sizeof id);
        nodes_add(&ld->takes, node); // looked up when all options are known
        cond = (StoryCond){ COND_TOOK, 0, (uint16_t)builder_took(ld->builder, id), 0 };
    } else {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "took needs an option in quotes"),
                       "write %s", node_specs[NODE_TOOK].form);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    return cond;
}

static StoryCond several(Loader *ld, lua_State *L, const Node *node, StoryCondKind kind, int depth)
{
    node_push_arg(L, node, 1);
    int list = lua_gettop(L);
    int n = lua_type(L, list) == LUA_TTABLE ? (int)lua_rawlen(L, list) : 0;
    if (n < 1 || n > 64) {
        diagnostic_fix(loader_report(ld, node->at, n < 1 ? CODE_EMPTY : CODE_TOO_MANY,
                                     "%s needs 1 to 64 conditions "
                                     "in { }",
                                     node_specs[node->word].name),
                       "write %s", node_specs[node->word].form);
        node_place_all(L, list, 0);
        lua_pop(L, 1);
        return nothing;
    }
    int first = builder_conds(ld->builder, n);
    for (int i = 0; i < n && !compile_too_much(ld, node->at); i++) {
        lua_rawgeti(L, list, i + 1);
        StoryCond cond = value(ld, L, lua_gettop(L), node->at, depth + 1);
        builder_set_cond(ld->builder, first + i, cond);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return (StoryCond){ (uint8_t)kind, (uint8_t)n, (uint16_t)first, 0 };
}

static StoryCond negated(Loader *ld, lua_State *L, const Node *node, int depth)
{
    node_push_arg(L, node, 1);
    StoryCond cond = value(ld, L, lua_gettop(L), node->at, depth + 1);
    lua_pop(L, 1);
    return (StoryCond){ COND_NO, 0, (uint16_t)builder_cond(ld->builder, cond), 0 };
}

static StoryCond node_value(Loader *ld, lua_State *L, Node *node, int depth)
{
    double number = 0;
    int index = -1;
    const Entity *flag = NULL;
    switch ((NodeWord)node->word) {
    case NODE_KNOWS:
        index = deed_fact(ld, L, node);
        return index < 0 ? nothing : (StoryCond){ COND_KNOWS, 0, (uint16_t)index, 0 };
    case NODE_CLARIFIED:
        index = deed_standard(ld, L, node);
        return index < 0 ? nothing : (StoryCond){ COND_CLARIFIED, 0, (uint16_t)index, 0 };
    case NODE_TRUSTS:
        return trusts(ld, L, node);
    case NODE_ACCEPTS:
        return about_person(ld, L, node, COND_ACCEPTS);
    case NODE_CHOSEN:
        return about_person(ld, L, node, COND_CHOSEN);
    case NODE_HOURS_LEFT:
        return number_of(ld, L, node, 1, 24, &number)
                   ? (StoryCond){ COND_HOURS, 0, 0, (int32_t)floor(number * 60.0 + 0.5) }
                   : nothing;
    case NODE_ENERGY_LEFT:
        return number_of(ld, L, node, 1, 30, &number)
                   ? (StoryCond){ COND_ENERGY, 0, 0, (int32_t)floor(number * 1000.0 + 0.5) }
                   : nothing;
    case NODE_IS:
        flag = compile_arg(ld, L, node, 1, NODE_FLAG);
        return flag == NULL ? nothing : (StoryCond){ COND_FLAG, 0, (uint16_t)flag->index, 0 };
    case NODE_AT_LEAST:
        return at_least(ld, L, node);
    case NODE_TOOK:
        return took(ld, L, node);
    case NODE_SILO:
        return (StoryCond){ COND_SILO, 0, 0, 0 };
    case NODE_ALL:
        return several(ld, L, node, COND_ALL, depth);
    case NODE_ANY:
        return several(ld, L, node, COND_ANY, depth);
    case NODE_NO:
        return negated(ld, L, node, depth);
    default:
        return about_commitment(ld, L, node);
    }
}

static void not_a_condition(Loader *ld, lua_State *L, int index, Place at)
{
    const Node *node = node_at(L, index);
    bool logic = lua_type(L, index) == LUA_TBOOLEAN;
    ScriptDiagnostic *d = loader_report(ld, at, logic ? CODE_LOGIC : CODE_TYPE,
                                        "here belongs a condition, this is "
                                        "%s",
                                        node_describe(L, index));
    if (node != NULL && node->word == NODE_FLAG) {
        diagnostic_fix(d, "write is(flag)");
    } else if (node != NULL && node->word == NODE_COMMITMENT) {
        diagnostic_fix(d, "write kept(x), missed(x), open(x) …");
    } else if (logic) {
        diagnostic_fix(
            d, "`not` and == do not work on conditions: write no(…), all { … }, any { … }; a "
               "flag is asked by is(x), a number by at_least(n, 2)");
    } else {
        diagnostic_fix(
            d, "write kept(x), knows(p, \"fact\"), all { … } … or function(s) return … end");
    }
    node_place_all(L, index, 0);
}

static StoryCond value(Loader *ld, lua_State *L, int index, Place at, int depth)
{
    if (depth > LISTS_DEEP_MAX || !lua_checkstack(L, 12) || compile_too_much(ld, at)) {
        if (depth > LISTS_DEEP_MAX) {
            ld->too_deep = true;
            diagnostic_fix(
                loader_report(ld, at, CODE_DEEP, "conditions stand too deep in each other here"),
                "make a flag of a part of it");
        }
        return nothing;
    }
    if (lua_type(L, index) == LUA_TFUNCTION) {
        int function = conditions_add(L, index, at);
        return function < 0 ? nothing : (StoryCond){ COND_LUA, 0, (uint16_t)function, 0 };
    }
    Node *node = node_at(L, index);
    if (node == NULL || node_specs[node->word].group != GROUP_CONDITION) {
        not_a_condition(ld, L, index, at);
        return nothing;
    }
    node->placed = true;
    return node->broken ? nothing : node_value(ld, L, node, depth);
}

int16_t condition_at(Loader *ld, lua_State *L, int index, Place at)
{
    StoryCond cond = value(ld, L, index, at, 0);
    int place = builder_cond(ld->builder, cond);
    if (place > CONDITIONS_MAX) {
        diagnostic_fix(loader_report(ld, at, CODE_TOO_MANY,
                                     "the scenario has more than %d conditions", CONDITIONS_MAX),
                       "make do with fewer");
        return STORY_COND_TRUE;
    }
    return (int16_t)place;
}

void condition_reacts(Loader *ld, lua_State *L, int index, int depth)
{
    const Node *node = node_at(L, index);
    if (node == NULL || node->broken || depth > LISTS_DEEP_MAX || !lua_checkstack(L, 8) ||
        compile_too_much(ld, node->at)) {
        return;
    }
    if (node->word == NODE_MISSED || node->word == NODE_FOUND || node->word == NODE_COVERED ||
        node->word == NODE_OWNED) {
        node_push_arg(L, node, 1);
        const Node *handle = node_at(L, -1);
        if (handle != NULL && handle->word == NODE_COMMITMENT && !handle->broken) {
            node_push_arg(L, handle, 1);
            const Entity *c = entities_find(&ld->commitments, node_string(L, -1));
            if (c != NULL && c->index >= 0) {
                builder_commitment_at(ld->builder, c->index)->has_reaction = true;
            }
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    } else if (node->word == NODE_ALL || node->word == NODE_ANY) {
        node_push_arg(L, node, 1);
        int n = lua_type(L, -1) == LUA_TTABLE ? (int)lua_rawlen(L, -1) : 0;
        for (int i = 1; i <= n; i++) {
            lua_rawgeti(L, -1, i);
            condition_reacts(ld, L, lua_gettop(L), depth + 1);
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
}
