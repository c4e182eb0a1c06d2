// The items of a list, one behind the other: texts, lines, deeds, ways on, and what cannot stand there.
#include "script/compile.h"

// Where a text of this list stands in the file; the list's own place where it is not found.
static Place text_place(const Loader *ld, Where *where, const char *text, size_t size)
{
    Place at = where->at;
    if (at.file < 0) {
        return at;
    }
    const Source *source = &ld->sources[at.file];
    int from = where->cursor > 0 ? where->cursor : source_at_line(source, at.line);
    int token = source_find_string(source, from, at.line + 400, text, size);
    if (token >= 0) {
        where->cursor = token + 1;
        at.line = source->tokens[token].line;
        at.column = source->tokens[token].column;
    }
    return at;
}

static void narration(Loader *ld, lua_State *L, Where *where)
{
    size_t size;
    const char *text = lua_tolstring(L, -1, &size);
    Place at = text_place(ld, where, text, size);
    TextId id = text_at(ld, L, lua_gettop(L), at, false);
    compile_emit(ld, (StoryOp){ OP_LINE, STORY_NONE, 0, (int32_t)id }, at);
}

Place compile_item_place(const Loader *ld, Place at, int item, int *token)
{
    *token = -1;
    if (at.file < 0 || at.column == 0 || item == 0 || ld->out->count == SCRIPT_DIAGNOSTICS_MAX) {
        return at;
    }
    const Source *source = &ld->sources[at.file];
    *token = source_item(source, at.line, at.column, item);
    return *token < 0
               ? at
               : (Place){ at.file, source->tokens[*token].line, source->tokens[*token].column };
}

static const char *item_fix(const Loader *ld, lua_State *L, const Where *where, int token)
{
    bool called = token >= 0 && source_is(&ld->sources[where->at.file], token + 1, "(");
    if (lua_isnil(L, -1)) {
        return called ? "write return in the function, before what it makes"
                      : "a function that returns nothing? Take it out";
    }
    if (lua_isboolean(L, -1)) {
        return "a field gets its value by one =, and == only compares; a condition goes into "
               "when(…)";
    }
    return lua_isfunction(L, -1) ? "it is only named here: write it with its ( ), line()"
                                 : "a list holds texts, lines, deeds and ways on";
}

static void not_an_item(Loader *ld, lua_State *L, Where *where)
{
    int token = -1;
    Place at = compile_item_place(ld, where->at, where->item, &token);
    const NodeSpec *bare = words_bare(L, -1);
    if (bare != NULL) {
        diagnostic_fix(loader_report(ld, at, CODE_TYPE,
                                     "in the list of %s stands \"%s\" with nothing behind it",
                                     where->inside, bare->name),
                       "write %s", bare->form);
        return;
    }
    diagnostic_fix(loader_report(ld, at, CODE_TYPE, "in the list of %s stands %s", where->inside,
                                 node_describe(L, lua_gettop(L))),
                   "%s", item_fix(ld, L, where, token));
}

static bool is_chain(const Node *node)
{
    return node->word == NODE_OTHERWISE || node->word == NODE_OTHERWISE_WHEN;
}

void compile_unfinished(Loader *ld, const Node *node)
{
    const NodeSpec *spec = &node_specs[node->word];
    diagnostic_fix(loader_report(ld, node->at, CODE_UNFINISHED,
                                 "%s is not finished: a part is missing", spec->name),
                   node->word == NODE_WHEN
                       ? "write %s; an option that is not always there has when = condition"
                       : "write %s",
                   spec->form);
}

static void misplaced(Loader *ld, const Node *node, const Where *where)
{
    const NodeSpec *spec = &node_specs[node->word];
    ScriptDiagnostic *d =
        loader_report(ld, node->at, CODE_PLACE, "%s cannot stand in %s", spec->name, where->inside);
    if (spec->group == GROUP_CONDITION) {
        diagnostic_fix(d, "a condition goes into when(…) { } or into when = … of an option");
    } else if (spec->group == GROUP_DECLARED) {
        diagnostic_fix(d, "write it at the top of the file, outside of scenes");
    } else if (node->word == NODE_OPTION) {
        diagnostic_fix(d, "put options into choice { }");
    } else {
        diagnostic_fix(d, "write %s where it belongs", spec->form);
    }
}

void compile_place_args(lua_State *L, const Node *node)
{
    for (int i = 1; i <= node->args; i++) {
        node_push_arg(L, node, i);
        node_place_all(L, -1, 0);
        lua_pop(L, 1);
    }
}

bool compile_in_doubt(Loader *ld, const Where *where)
{
    if (where->scene >= 0) {
        ld->pauses[where->scene] = true;
    }
    return false;
}

// A reported node: where it was a way on, or may have been one, nobody knows where it would have led.
static bool reported(Loader *ld, lua_State *L, const Node *node, const Where *where)
{
    NodeGroup group = (NodeGroup)node_specs[node->word].group;
    bool way = node->unknown || group == GROUP_FLOW || node->word == NODE_OPTION ||
               node->word == NODE_ODDS;
    compile_place_args(L, node);
    return way ? compile_in_doubt(ld, where) : true;
}

static void by_itself(Loader *ld, lua_State *L, const Where *where)
{
    int token = -1;
    Place at = compile_item_place(ld, where->at, where->item, &token);
    diagnostic_fix(loader_report(ld, at, CODE_TYPE, "in the list of %s stands %s by itself",
                                 where->inside, node_describe(L, lua_gettop(L))),
                   "a person speaks: halima \"…\"; a commitment is promised: promise(x)");
}

// One node of a list; false when what follows is never reached.
static bool item(Loader *ld, lua_State *L, Node *node, Where *where)
{
    node->placed = true;
    if (node->at.file == where->at.file && node->at.file >= 0) {
        int token = source_at_line(&ld->sources[node->at.file], node->at.line);
        where->cursor = token > where->cursor ? token : where->cursor;
    }
    if (node->broken) {
        return reported(ld, L, node, where);
    }
    const NodeSpec *spec = &node_specs[node->word];
    if (!node_is_complete(node)) {
        compile_unfinished(ld, node);
        return reported(ld, L, node, where);
    }
    switch ((NodeGroup)spec->group) {
    case GROUP_DEED:
    case GROUP_MOVE:
        if (!where->may_act && node->word != NODE_LINE && node->word != NODE_MOOD) {
            misplaced(ld, node, where);
            return true;
        }
        compile_deed(ld, L, node, where);
        return true;
    case GROUP_FLOW:
        return compile_flow(ld, L, node, where);
    case GROUP_PART:
        if (node->word == NODE_NOTES) {
            return true; // the list's owner has read them
        }
        break;
    case GROUP_HANDLE:
        by_itself(ld, L, where);
        return true;
    case GROUP_DECLARED:
    case GROUP_CONDITION:
        break;
    }
    misplaced(ld, node, where);
    return reported(ld, L, node, where);
}

static void unreached(Loader *ld, lua_State *L, const char *after, Where *where)
{
    const Node *node = node_at(L, -1);
    if (node != NULL && node_specs[node->word].group == GROUP_DECLARED) {
        misplaced(ld, node, where); // a scene in a scene
        return;
    }
    size_t size = 0;
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &size) : NULL;
    Place at = node != NULL   ? node->at
               : text != NULL ? text_place(ld, where, text, size)
                              : where->at;
    diagnostic_fix(
        loader_report(ld, at, CODE_UNREACHED, "what stands behind %s is never reached", after),
        "put it before, or take it out");
}

// An otherwise with no when before it.
static void report_lone_chain(Loader *ld, lua_State *L, Node *node)
{
    node->placed = true;
    diagnostic_fix(loader_report(ld, node->at, CODE_OTHERWISE, "%s does not follow a when",
                                 node_specs[node->word].name),
                   "write it directly behind when(…) { … },");
    node_push_arg(L, node, node->args);
    node_place_all(L, -1, 0);
    lua_pop(L, 1);
}

// The first name of a field of the table on top, by its place in the file; NULL: it has none.
static const char *first_field(const Loader *ld, lua_State *L, const Where *where, Place *at)
{
    const char *first = NULL;
    int table = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        if (lua_type(L, -2) == LUA_TSTRING) {
            const char *name = node_string(L, -2);
            Place place = loader_field(ld, where->at, name);
            if (first == NULL || place.line < at->line ||
                (place.line == at->line && place.column < at->column)) {
                first = name;
                *at = place;
            }
        }
        lua_pop(L, 1);
    }
    return first;
}

static bool items(Loader *ld, lua_State *L, int table, Where *where, bool within);

// { who = halima, … } in a list, and no word before it; or only a list, whose items are taken.
static bool list_in_list(Loader *ld, lua_State *L, Where *where)
{
    enum { PER_VISIT = 16 };
    Place at = where->at;
    const char *field = where->depth < LISTS_DEEP_MAX ? first_field(ld, L, where, &at) : NULL;
    if (field == NULL) {
        ld->visits += (int)(lua_rawlen(L, -1) / PER_VISIT);
        return items(ld, L, lua_gettop(L), where, true);
    }
    diagnostic_fix(
        loader_report(ld, at, CODE_FIELD,
                      "a list with fields (%.40s = …) stands here, and no word before it", field),
        "write the word that it belongs to: need { … }, notes { … }, spend { … }");
    node_place_all(L, -1, 0);
    return compile_in_doubt(ld, where);
}

static bool items(Loader *ld, lua_State *L, int table, Where *where, bool within)
{
    if (++where->depth > LISTS_DEEP_MAX || !lua_checkstack(L, 12)) {
        ld->too_deep = true;
        diagnostic_fix(loader_report(ld, where->at, CODE_DEEP,
                                     "lists stand too deep in each other here, or a list "
                                     "in itself"),
                       "move a part into its own scene");
        where->depth--;
        return true;
    }
    bool reached = true;
    const char *left_by = NULL;
    int n = (int)lua_rawlen(L, table);
    for (int i = 1; i <= n && !compile_too_much(ld, where->at);) {
        int type = lua_rawgeti(L, table, i);
        Node *node = node_at(L, -1);
        where->item = within ? 0 : i;
        if (left_by != NULL && (node == NULL || node->word != NODE_NOTES)) {
            unreached(ld, L, left_by, where);
            node_place_all(L, -1, 0);
            lua_pop(L, 1);
            left_by = NULL;
            for (i++; i <= n; i++) {
                lua_rawgeti(L, table, i);
                node_place_all(L, -1, 0);
                lua_pop(L, 1);
            }
            break;
        }
        bool goes_on = true;
        if (type == LUA_TSTRING) {
            narration(ld, L, where);
        } else if (node != NULL && node->word == NODE_WHEN && node_is_complete(node) &&
                   !node->broken) {
            lua_pop(L, 1);
            goes_on = compile_when(ld, L, table, i, where, &i);
            reached = reached && goes_on;
            continue;
        } else if (node != NULL && is_chain(node)) {
            report_lone_chain(ld, L, node);
            goes_on = compile_in_doubt(ld, where);
        } else if (node != NULL) {
            goes_on = item(ld, L, node, where);
            left_by = node->word == NODE_GO || node->word == NODE_ENDING
                          ? node_specs[node->word].name
                          : NULL;
        } else if (type == LUA_TTABLE) {
            goes_on = list_in_list(ld, L, where);
        } else {
            not_an_item(ld, L, where);
            const NodeSpec *bare = words_bare(L, -1);
            goes_on = bare == NULL || bare->group != GROUP_FLOW || compile_in_doubt(ld, where);
        }
        reached = reached && goes_on;
        lua_pop(L, 1);
        i++;
    }
    where->depth--;
    return reached && !compile_gave_up(ld);
}

bool compile_list(Loader *ld, lua_State *L, int table, Where *where)
{
    return items(ld, L, table, where, false);
}
