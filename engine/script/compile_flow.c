// The ways on: go, ending, when … otherwise, chance. Choices, desks, one-on-ones and needs are in
// compile_parts.c.
#include "script/compile.h"

#include "base/arena.h"
#include "base/file.h"
#include "story/ids.h"

#include <stdio.h>
#include <string.h>

// Whether a file of that name stands in the scenario's folder, and nothing includes it.
static bool left_out(const Loader *ld, const char *id)
{
    char name[64];
    char path[600];
    snprintf(name, sizeof name, "%.47s.lua", id);
    snprintf(path, sizeof path, "%s/%s", ld->folder, name);
    for (int i = 0; i < ld->source_count; i++) {
        if (strcmp(ld->sources[i].name, name) == 0) {
            return false;
        }
    }
    return ld->folder[0] != '\0' && story_is_id(id, strlen(id)) && file_exists(path);
}

// `other`: the scenes where an ending is missing, and the endings where a scene is.
static void no_way(Loader *ld, lua_State *L, const Node *node, const Entities *list,
                   const Entities *other, const char *what)
{
    const char *names[NAMES_MAX];
    int n = entities_names(list, names, NAMES_MAX);
    const char *id = node_string(L, -1);
    ScriptDiagnostic *d = loader_report(ld, node->at, CODE_WAY, "there is no %s \"%s\"", what, id);
    diagnostic_fix(d, "write it: %s \"%s\" { … }", what, id);
    diagnostic_meant(d, id, names, n);
    if (left_out(ld, id)) {
        diagnostic_fix(d, "there is a file %.47s.lua beside it: write include \"%.47s\" at the top",
                       id, id);
    }
    if (entities_find(other, id) != NULL) {
        bool scene = other == &ld->scenes;
        diagnostic_fix(d,
                       scene ? "that is a scene: write go \"%s\""
                             : "that is an ending: write ending \"%s\"",
                       id);
    }
}

static void add_way(Loader *ld, int from, int to, Place at)
{
    if (ld->way_count == ld->way_capacity) {
        ld->way_capacity = ld->way_capacity == 0 ? 64 : ld->way_capacity * 2;
        ld->ways = mem_grow(ld->ways, (size_t)ld->way_capacity * sizeof *ld->ways);
    }
    ld->ways[ld->way_count++] = (Way){ from, to, at };
}

// go "scene" and ending "id": the name is looked up here, so that the builder finds it.
static void leave(Loader *ld, lua_State *L, Node *node, const Where *where)
{
    bool go = node->word == NODE_GO;
    const char *what = go ? "scene" : "ending";
    node_push_arg(L, node, 1);
    if (node->calls == 2) {
        diagnostic_fix(loader_report(ld, node->at, CODE_PLACE,
                                     "an ending with its lines cannot stand in %s", where->inside),
                       "write ending \"id\" { … } at the top of the file, and ending \"id\" here");
    } else if (lua_type(L, -1) != LUA_TSTRING) {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE,
                                     "%s needs a name in quotes, this is %s",
                                     node_specs[node->word].name, node_describe(L, lua_gettop(L))),
                       "write %s \"…\"", node_specs[node->word].name);
        node_place_all(L, -1, 0);
    } else {
        const Entities *list = go ? &ld->scenes : &ld->endings;
        const Entity *target = entities_find(list, node_string(L, -1));
        if (target == NULL || target->index < 0) {
            if (target == NULL || !target->node->broken) {
                no_way(ld, L, node, list, go ? &ld->endings : &ld->scenes, what);
            }
            if (where->scene >= 0) {
                ld->pauses[where->scene] = true; // nobody knows where it would lead
            }
        } else if (go) {
            builder_go(ld->builder, target->id, loader_position(node->at));
            if (where->scene >= 0) {
                add_way(ld, where->scene, target->index, node->at);
            }
        } else {
            builder_go_ending(ld->builder, target->id, loader_position(node->at));
        }
    }
    if (where->scene >= 0 && !go) {
        ld->pauses[where->scene] = true;
    }
    lua_pop(L, 1);
}

// ---- when ---------------------------------------------------------------------------------------

typedef struct Chain {
    int *ends; // jumps to behind the chain
    int count, capacity;
    int slot; // of the stack, where the userdata with the ends lies
} Chain;

// The ends lie in a userdata: compiling may raise for memory, and nothing is to be lost then.
static void add_end(Chain *chain, lua_State *L, int op)
{
    if (chain->count == chain->capacity) {
        int capacity = chain->capacity == 0 ? 8 : chain->capacity * 2;
        int *ends = lua_newuserdatauv(L, (size_t)capacity * sizeof *ends, 0);
        if (chain->count > 0) {
            memcpy(ends, chain->ends, (size_t)chain->count * sizeof *ends);
        }
        lua_replace(L, chain->slot);
        chain->ends = ends;
        chain->capacity = capacity;
    }
    chain->ends[chain->count++] = op;
}

static bool is_link(const Node *node)
{
    return node != NULL && !node->broken && node_is_complete(node) &&
           (node->word == NODE_OTHERWISE_WHEN || node->word == NODE_OTHERWISE);
}

// One link: [unless c →] body [go end].
static bool link(Loader *ld, lua_State *L, Node *node, const Where *where, bool last, Chain *chain)
{
    node->placed = true;
    int unless = -1;
    if (node->word != NODE_OTHERWISE) {
        node_push_arg(L, node, 1);
        int16_t condition = condition_at(ld, L, lua_gettop(L), node->at);
        lua_pop(L, 1);
        unless = compile_emit(ld, (StoryOp){ OP_UNLESS, 0, 0, condition }, node->at);
    }
    Where inner = *where;
    inner.at = node->at;
    inner.cursor = 0;
    node_push_arg(L, node, node->word == NODE_OTHERWISE ? 1 : 2);
    bool reached = true;
    if (lua_type(L, -1) == LUA_TTABLE) {
        static const char *const no_fields[] = { NULL };
        Fields f = { ld, L, lua_gettop(L), node->at, node_specs[node->word].name };
        fields_check(&f, no_fields, true);
        reached = compile_list(ld, L, f.table, &inner);
    } else {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "%s takes a list { }, this is %s",
                                     node_specs[node->word].name, node_describe(L, lua_gettop(L))),
                       "write %s", node_specs[node->word].form);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    if (reached && !last) {
        add_end(chain, L, compile_jump(ld, node->at));
    }
    if (unless >= 0) {
        compile_aim(ld, unless);
    }
    return reached;
}

bool compile_when(Loader *ld, lua_State *L, int list, int first, Where *where, int *next)
{
    lua_pushnil(L);
    Chain chain = { .slot = lua_gettop(L) };
    bool reached = false;
    bool always = false;
    int i = first;
    for (bool more = true; more; i++) {
        lua_rawgeti(L, list, i);
        Node *node = node_at(L, -1);
        lua_rawgeti(L, list, i + 1);
        more = is_link(node_at(L, -1)) && node->word != NODE_OTHERWISE;
        lua_pop(L, 1);
        reached = link(ld, L, node, where, !more, &chain) || reached;
        always = node->word == NODE_OTHERWISE;
        lua_pop(L, 1);
    }
    for (int k = 0; k < chain.count; k++) {
        compile_aim(ld, chain.ends[k]);
    }
    lua_settop(L, chain.slot - 1);
    *next = i;
    return reached || !always;
}

// ---- chance -------------------------------------------------------------------------------------

// The weight of an odds node, 0 after a report.
static uint16_t odds_weight(Loader *ld, lua_State *L, const Node *node)
{
    node_push_arg(L, node, 1);
    double weight = lua_type(L, -1) == LUA_TNUMBER ? lua_tonumber(L, -1) : 0;
    lua_pop(L, 1);
    if (weight >= 1 && weight <= 100 && weight == (int)weight) {
        return (uint16_t)weight;
    }
    diagnostic_fix(loader_report(ld, node->at, CODE_RANGE,
                                 "the weight of odds is a whole number from 1 to 100"),
                   "write %s", node_specs[NODE_ODDS].form);
    return 1;
}

static bool one_odds(Loader *ld, lua_State *L, Node *node, int index, Where *where)
{
    node->placed = true;
    builder_odds_at(ld->builder, index)->op = (uint16_t)builder_here(ld->builder);
    Where inner = *where;
    inner.at = node->at;
    inner.cursor = 0;
    bool reached = true;
    node_push_arg(L, node, 2);
    if (lua_type(L, -1) == LUA_TTABLE) {
        reached = compile_list(ld, L, lua_gettop(L), &inner);
    } else {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "odds takes a weight and a list { }"),
                       "write %s", node_specs[NODE_ODDS].form);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    return reached;
}

static bool chance(Loader *ld, lua_State *L, Node *node, Where *where)
{
    node_push_arg(L, node, 1);
    int list = lua_gettop(L);
    int n = lua_type(L, list) == LUA_TTABLE ? (int)lua_rawlen(L, list) : 0;
    int first = -1;
    int count = 0;
    bool told = false; // one of them is no good, and that was said
    if (n > STORY_ODDS_MAX) {
        diagnostic_fix(loader_report(ld, node->at, CODE_RANGE,
                                     "chance has %d outcomes, and %d is the most", n,
                                     STORY_ODDS_MAX),
                       "put several of them into one");
        n = STORY_ODDS_MAX;
    }
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, list, i);
        Node *odds = node_at(L, -1);
        if (odds == NULL || odds->word != NODE_ODDS) {
            diagnostic_fix(loader_report(ld, node->at, CODE_TYPE,
                                         "chance holds odds(…), and here %s",
                                         node_describe(L, lua_gettop(L))),
                           "write %s", node_specs[NODE_CHANCE].form);
            node_place_all(L, -1, 0);
            n = i - 1;
            told = true;
        } else if (!odds->broken) {
            int index = builder_odds(ld->builder, (StoryOdds){ odds_weight(ld, L, odds), 0 });
            first = first < 0 ? index : first;
            count++;
        } else {
            told = true;
        }
        lua_pop(L, 1);
    }
    if (count < 2) {
        if (!told) {
            diagnostic_fix(
                loader_report(ld, node->at, CODE_EMPTY, "chance needs two odds at least"),
                "write %s", node_specs[NODE_CHANCE].form);
        }
        node_place_all(L, list, 0);
        lua_settop(L, list - 1);
        return compile_in_doubt(ld, where);
    }
    int index = builder_chance(ld->builder,
                               (StoryChance){ .first = (uint16_t)first, .count = (uint16_t)count });
    compile_emit(ld, (StoryOp){ OP_CHANCE, 0, (uint16_t)index, 0 }, node->at);
    bool reached = false;
    int *ends = lua_newuserdatauv(L, (size_t)count * sizeof *ends, 0);
    int end_count = 0;
    int done = 0;
    for (int i = 1; i <= n && done < count; i++) {
        lua_rawgeti(L, list, i);
        Node *odds = node_at(L, -1);
        if (odds != NULL && !odds->broken && one_odds(ld, L, odds, first + done++, where)) {
            reached = true;
            ends[end_count++] = compile_jump(ld, odds->at);
        }
        lua_pop(L, 1);
    }
    for (int i = 0; i < end_count; i++) {
        compile_aim(ld, ends[i]);
    }
    lua_settop(L, list - 1);
    return reached;
}

// ---- all ----------------------------------------------------------------------------------------

static bool allowed(const Node *node, const Where *where)
{
    switch ((NodeWord)node->word) {
    case NODE_GO:
    case NODE_ENDING:
        return where->may_leave;
    case NODE_DESK:
        return where->may_desk;
    case NODE_CHANCE:
        return where->may_act;
    default:
        return where->may_pause;
    }
}

bool compile_flow(Loader *ld, lua_State *L, Node *node, Where *where)
{
    if (!allowed(node, where)) {
        diagnostic_fix(loader_report(ld, node->at, CODE_PLACE, "%s cannot stand in %s",
                                     node_specs[node->word].name, where->inside),
                       "move it into a scene");
        for (int i = 1; i <= node->args; i++) {
            node_push_arg(L, node, i);
            node_place_all(L, -1, 0);
            lua_pop(L, 1);
        }
        return compile_in_doubt(ld, where);
    }
    bool pauses =
        node->word == NODE_CHOICE || node->word == NODE_DESK || node->word == NODE_ONE_ON_ONE;
    if (pauses && where->scene >= 0) {
        ld->pauses[where->scene] = true;
    }
    switch ((NodeWord)node->word) {
    case NODE_GO:
    case NODE_ENDING:
        leave(ld, L, node, where);
        return false;
    case NODE_CHOICE:
        return compile_choice(ld, L, node, where);
    case NODE_DESK:
        return compile_desk(ld, L, node, where);
    case NODE_ONE_ON_ONE:
        return compile_one_on_one(ld, L, node, where);
    case NODE_NEED:
        return compile_need(ld, L, node, where);
    case NODE_CHANCE:
        return chance(ld, L, node, where);
    default:
        return true;
    }
}
