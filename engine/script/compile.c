// Scenes, endings, whenevers: the frame of what is compiled. What stands in them is in compile_list.c, the ways
// on in compile_flow.c and compile_parts.c, deeds in deeds.c.
#include "script/compile.h"
#include "script/lua_condition.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

enum { VISITS_MAX = 400000 };

bool compile_gave_up(const Loader *ld)
{
    return ld->visits > VISITS_MAX;
}

bool compile_too_much(Loader *ld, Place at)
{
    bool before = compile_gave_up(ld);
    ld->visits++;
    if (before || (ld->visits <= VISITS_MAX && builder_here(ld->builder) < UINT16_MAX - 256)) {
        return before;
    }
    ld->visits = VISITS_MAX + 1;
    diagnostic_fix(loader_report(ld, at, CODE_TOO_MANY,
                                 "the scenario is too long (65,535 steps), or the same "
                                 "lists stand in it too often"),
                   "make two scenarios of it");
    return true;
}

int compile_emit(Loader *ld, StoryOp op, Place at)
{
    return builder_op(ld->builder, op, loader_position(at));
}

int compile_jump(Loader *ld, Place at)
{
    return compile_emit(ld, (StoryOp){ OP_GO, 0, 0, 0 }, at);
}

void compile_aim(Loader *ld, int op)
{
    builder_op_at(ld->builder, op)->b = (uint16_t)builder_here(ld->builder);
}

Entity *compile_arg(Loader *ld, lua_State *L, const Node *node, int n, NodeWord word)
{
    node_push_arg(L, node, n);
    Entity *entity = handle_at(ld, L, lua_gettop(L), word, node->at, node_specs[node->word].form);
    lua_pop(L, 1);
    return entity;
}

// ---- scenes -------------------------------------------------------------------------------------

static void compile_scene(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const field_names[] = { "at", "weather", "present", "was", NULL };
    static const char *const weathers[] = { "day", "dusk", "dawn", "storm", NULL };
    node_push_arg(L, node, 1);
    Entity *entity = entities_find(&ld->scenes, node_string(L, -1));
    lua_pop(L, 1);
    char what[80];
    snprintf(what, sizeof what, "scene \"%s\"", entity->id);
    node_push_arg(L, node, 2);
    Fields f = { ld, L, lua_gettop(L), node->at, what };
    fields_check(&f, field_names, true);
    StoryScene scene = { .id = builder_string(ld->builder, entity->id),
                         .at = STORY_TIME_NONE,
                         .position = loader_position(node->at) };
    fields_time(&f, "at", false, &scene.at);
    int weather = -1;
    fields_word(&f, "weather", weathers, &weather);
    scene.weather = (uint8_t)(weather + 1);
    lua_getfield(L, f.table, "present");
    if (!lua_isnil(L, -1)) {
        scene.told_present = true;
        scene.present =
            people_at(ld, L, lua_gettop(L), fields_place(&f, "present"), "present = { halima }");
    }
    lua_pop(L, 1);
    scene.notes = (int16_t)compile_notes(ld, L, f.table);
    builder_scene(ld->builder, scene);
    fields_was(&f, RENAMED_SCENE, entity->index, entity->index);
    Where where = { .at = node->at,
                    .inside = what,
                    .scene = entity->index,
                    .scene_id = entity->id,
                    .may_leave = true,
                    .may_pause = true,
                    .may_desk = true,
                    .may_act = true };
    if (compile_list(ld, L, f.table, &where)) {
        diagnostic_fix(loader_report(ld, node->at, CODE_FALLS_OFF,
                                     "%s comes to its end and leads nowhere", what),
                       "end it with go \"…\" or ending \"…\" (an option without go goes on behind "
                       "the choice)");
    }
    builder_scene_end(ld->builder);
    lua_pop(L, 1);
}

// Whether that word is written somewhere; what is wrong with it was reported.
static bool was_begun(const Loader *ld, NodeWord word)
{
    for (int i = 0; i < ld->nodes.count; i++) {
        if (ld->nodes.items[i]->word == word) {
            return true;
        }
    }
    return false;
}

static void number_scenes(Loader *ld, lua_State *L)
{
    int count = 0;
    for (int i = 0; i < ld->declared.count; i++) {
        const Node *node = ld->declared.items[i];
        if (node->word != NODE_SCENE) {
            continue;
        }
        node_push_arg(L, node, 1);
        Entity *scene =
            lua_type(L, -1) == LUA_TSTRING ? entities_find(&ld->scenes, node_string(L, -1)) : NULL;
        if (scene != NULL && scene->node == node) { // not one of the same name
            scene->index = count++;
        }
        lua_pop(L, 1);
    }
    if (count == 0 && !was_begun(ld, NODE_SCENE)) {
        diagnostic_fix(loader_report(ld, (Place){ 0, 1, 0 }, CODE_SHAPE, "there is no scene in it"),
                       "write %s", node_specs[NODE_SCENE].form);
    }
    ld->scene_count = count;
    ld->pauses = mem_alloc((size_t)count + 1);
}

// ---- endings, whenevers, always -----------------------------------------------------------------

static void number_ending(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const field_names[] = { "title", "kind", "was", NULL };
    static const char *const kinds[] = { "together", "patched", "apart", "silo", NULL };
    node_push_arg(L, node, 1);
    Entity *entity = entities_find(&ld->endings, node_string(L, -1));
    lua_pop(L, 1);
    char what[80];
    snprintf(what, sizeof what, "ending \"%s\"", entity->id);
    node_push_arg(L, node, 2);
    Fields f = { ld, L, lua_gettop(L), node->at, what };
    fields_check(&f, field_names, true);
    StoryEnding ending = { .id = builder_string(ld->builder, entity->id),
                           .position = loader_position(node->at) };
    fields_text(&f, "title", true, false, &ending.title);
    int kind = 0;
    if (!fields_word(&f, "kind", kinds, &kind) && !fields_has(&f, "kind") &&
        !fields_misspelled(&f, "kind")) {
        diagnostic_fix(loader_report(ld, node->at, CODE_MISSING, "%s needs kind", what),
                       "write kind = \"together\", \"patched\", \"apart\" or \"silo\"");
    }
    ending.kind = (uint8_t)kind;
    entity->index = builder_ending(ld->builder, ending);
    fields_was(&f, RENAMED_ENDING, entity->index, -1);
    lua_pop(L, 1);
}

static void compile_ending(Loader *ld, lua_State *L, const Node *node)
{
    node_push_arg(L, node, 1);
    const Entity *entity = entities_find(&ld->endings, node_string(L, -1));
    lua_pop(L, 1);
    node_push_arg(L, node, 2);
    Where where = { .at = node->at, .inside = "an ending", .scene = -1 };
    builder_ending_at(ld->builder, entity->index)->op = (uint16_t)builder_here(ld->builder);
    compile_list(ld, L, lua_gettop(L), &where);
    compile_emit(ld, (StoryOp){ OP_END, 0, (uint16_t)entity->index, 0 }, node->at);
    lua_pop(L, 1);
}

static void compile_whenever(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const field_names[] = { "at_once", NULL };
    node_push_arg(L, node, 1);
    int16_t when = condition_at(ld, L, lua_gettop(L), node->at);
    uint8_t speakers = 0;
    node_push_arg(L, node, 2);
    Fields f = { ld, L, lua_gettop(L), node->at, "whenever" };
    fields_check(&f, field_names, true);
    StoryWhenever whenever = { .when = when,
                               .op = (uint16_t)builder_here(ld->builder),
                               .position = loader_position(node->at) };
    fields_flag(&f, "at_once", &whenever.at_once);
    Where where = {
        .at = node->at, .inside = "a whenever", .scene = -1, .may_act = true, .speakers = &speakers
    };
    compile_list(ld, L, f.table, &where);
    compile_emit(ld, (StoryOp){ OP_RETURN, 0, 0, 0 }, node->at);
    whenever.present = speakers;
    builder_whenever(ld->builder, whenever);
    if (speakers != 0) {
        condition_reacts(ld, L, f.table - 1, 0);
    }
    lua_pop(L, 2);
}

// Two with one sentence: nobody could tell from it which of them was broken.
static void check_sentence(Loader *ld, const char *sentence, Node *node)
{
    const Entity *before = entities_find(&ld->sentences, sentence);
    if (before == NULL) {
        entities_add(&ld->sentences, sentence, node);
        return;
    }
    ScriptDiagnostic *d =
        loader_report(ld, node->at, CODE_TWICE, "two always have the same sentence, \"%.80s%s\"",
                      sentence, strlen(sentence) > 80 ? "…" : "");
    diagnostic_fix(d,
                   "say in each what it watches, or take one of them out: check names them by it");
    loader_note(ld, d, before->node->at, "first written here");
}

static void compile_always(Loader *ld, lua_State *L, const Node *node)
{
    node_push_arg(L, node, 1);
    TextId sentence = text_at(ld, L, lua_gettop(L), node->at, false);
    if (sentence != 0) {
        check_sentence(ld, node_string(L, -1), ld->nodes.items[node->serial - 1]);
    }
    node_push_arg(L, node, 2);
    int function = conditions_add(L, lua_gettop(L), node->at);
    if (function >= 0) {
        builder_always(ld->builder,
                       (StoryAlways){ sentence, (uint16_t)function, loader_position(node->at) });
    }
    lua_pop(L, 2);
}

static bool is_sound(Loader *ld, Node *node)
{
    node->placed = true;
    if (!node->broken && node->calls < node_specs[node->word].calls) {
        compile_unfinished(ld, node);
        node->broken = true;
    }
    return !node->broken;
}

static void compile_each(Loader *ld, lua_State *L, NodeWord word,
                         void (*compile)(Loader *, lua_State *, const Node *))
{
    for (int i = 0; i < ld->declared.count; i++) {
        const Node *node = ld->declared.items[i];
        if (node->word == word && !node->broken) {
            compile(ld, L, node);
        }
    }
}

static void talk_with(Loader *ld, lua_State *L, const Node *node)
{
    compile_talk_with(ld, L, ld->nodes.items[node->serial - 1]);
}

void compile_all(Loader *ld, lua_State *L)
{
    ld->begins = STORY_TIME_NONE;
    for (int i = 0; i < ld->declared.count; i++) {
        Node *node = ld->declared.items[i];
        if (!is_sound(ld, node)) {
            compile_place_args(L, node);
        }
    }
    compile_each(ld, L, NODE_ENDING, number_ending);
    number_scenes(ld, L);
    compile_each(ld, L, NODE_SCENE, compile_scene);
    compile_each(ld, L, NODE_ENDING, compile_ending);
    compile_each(ld, L, NODE_WHENEVER, compile_whenever);
    compile_each(ld, L, NODE_TALK_WITH, talk_with);
    compile_each(ld, L, NODE_ALWAYS, compile_always);
}
