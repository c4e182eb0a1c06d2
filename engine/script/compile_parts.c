// Notes, options, and the words that hold them: choices and desks. One-on-ones are in
// compile_talk.c.
#include "script/compile.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

static const char *const reserved_ids[] = { "undo", "look", "ledger", "history", "help", "quit",
                                            "exit", "rest", "tell",   "move",    "ids",  "canyon" };
static const char *const desk_acts[] = { "work_", "meet_", "talk_", "tell_", "move_" };

// ---- notes --------------------------------------------------------------------------------------

// What to do with the room was called "do" once, which is a word of Lua.
static void check_note_names(const Fields *f)
{
    static const char *const field_names[] = { "say", "act", "watch", "prompt", "why", NULL };
    if (!fields_has(f, "do")) {
        fields_check(f, field_names, false);
        return;
    }
    diagnostic_fix(loader_report(f->ld, fields_place(f, "do"), CODE_FIELD,
                                 "notes have no field \"do\": what to do with the room is act"),
                   "write act = \"…\"");
}

int compile_notes(Loader *ld, lua_State *L, int table)
{
    int index = -1;
    int n = (int)lua_rawlen(L, table);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, table, i);
        Node *node = node_at(L, -1);
        if (node == NULL || node->word != NODE_NOTES || node->broken) {
            lua_pop(L, 1);
            continue;
        }
        node->placed = true;
        node_push_arg(L, node, 1);
        if (index >= 0 || lua_type(L, -1) != LUA_TTABLE) {
            diagnostic_fix(
                loader_report(ld, node->at, index >= 0 ? CODE_TWICE : CODE_TYPE,
                              index >= 0 ? "notes stand here twice" : "notes take a list { }"),
                "write %s once", node_specs[NODE_NOTES].form);
        } else {
            Fields f = { ld, L, lua_gettop(L), node->at, "notes" };
            StoryNotes notes = { 0 };
            check_note_names(&f);
            fields_text(&f, "say", false, false, &notes.say);
            fields_text(&f, "act", false, false, &notes.act);
            fields_text(&f, "watch", false, false, &notes.watch);
            fields_text(&f, "prompt", false, false, &notes.prompt);
            fields_text(&f, "why", false, false, &notes.why);
            index = builder_notes(ld->builder, notes);
        }
        lua_pop(L, 2);
    }
    return index;
}

// ---- options ------------------------------------------------------------------------------------

static void check_option_id(Loader *ld, const char *id, OptionOf of, const Where *where, Place at)
{
    for (size_t i = 0; i < sizeof reserved_ids / sizeof *reserved_ids; i++) {
        if (strcmp(reserved_ids[i], id) == 0) {
            diagnostic_fix(loader_report(ld, at, CODE_RESERVED,
                                         "\"%s\" is a word of the player's interface", id),
                           "give the option another name");
            return;
        }
    }
    for (size_t i = 0; of == OPTION_DESK && i < sizeof desk_acts / sizeof *desk_acts; i++) {
        if (strncmp(desk_acts[i], id, strlen(desk_acts[i])) == 0) {
            diagnostic_fix(loader_report(ld, at, CODE_RESERVED,
                                         "options of a desk do not begin with \"%s\": the "
                                         "desk's own do",
                                         desk_acts[i]),
                           "give the option another name");
            return;
        }
    }
    char whole[112];
    if (where->scene_id != NULL) {
        snprintf(whole, sizeof whole, "%s.%s", where->scene_id, id);
    } else {
        snprintf(whole, sizeof whole, "(%d:%d).%s", where->at.file, where->at.line, id);
    }
    if (names_find(&ld->whole_ids, whole) >= 0) {
        diagnostic_fix(loader_report(ld, at, CODE_TWICE, "there are two options \"%s\" in %s", id,
                                     where->inside),
                       "give one of them another name");
        return;
    }
    names_add(&ld->whole_ids, builder_string(ld->builder, whole));
}

static void read_costs(const Fields *f, StoryOption *option)
{
    static const char *const field_names[] = { "hours", "minutes", "energy", NULL };
    Fields costs;
    if (!fields_table(f, "costs", &costs)) {
        return;
    }
    fields_check(&costs, field_names, false);
    int32_t hours = 0;
    int minutes = 0;
    fields_hours(&costs, "hours", 0, 24, &hours);
    fields_integer(&costs, "minutes", 0, 1440, &minutes);
    fields_energy(&costs, "energy", &option->cost_energy);
    option->cost_minutes = (int16_t)(hours + minutes);
    lua_pop(f->L, 1);
}

static void read_option_fields(const Fields *f, OptionOf of, StoryOption *option)
{
    static const char *const field_names[] = { "when", "costs", "seen_by", "why", "was", NULL };
    static const char *const talk_field_names[] = { "when", "seen_by", "why", "was", NULL };
    Loader *ld = f->ld;
    fields_check(f, of == OPTION_TALK ? talk_field_names : field_names, true);
    lua_getfield(f->L, f->table, "when");
    if (!lua_isnil(f->L, -1)) {
        option->when = condition_at(ld, f->L, lua_gettop(f->L), fields_place(f, "when"));
    }
    lua_pop(f->L, 1);
    read_costs(f, option);
    lua_getfield(f->L, f->table, "seen_by");
    if (!lua_isnil(f->L, -1)) {
        option->seen_by = people_at(ld, f->L, lua_gettop(f->L), fields_place(f, "seen_by"),
                                    "seen_by = { halima }");
    }
    lua_pop(f->L, 1);
    fields_text(f, "why", false, false, &option->why);
    option->notes = (int16_t)compile_notes(ld, f->L, f->table);
}

// The option's body, from here on; true when it comes to its end.
static bool option_body(Loader *ld, lua_State *L, Node *node, int index, OptionOf of,
                        const Where *where)
{
    node->placed = true;
    node_push_arg(L, node, 1);
    const char *id = node_string(L, -1);
    check_option_id(ld, id, of, where, node->at);
    char what[80];
    snprintf(what, sizeof what, "option \"%s\"", id);
    StoryOption option = *builder_option(ld->builder, index);
    option.id = builder_string(ld->builder, id);
    option.position = loader_position(node->at);
    node_push_arg(L, node, 2);
    option.text = text_at(ld, L, lua_gettop(L), node->at, false);
    node_push_arg(L, node, 3);
    Fields f = { ld, L, lua_gettop(L), node->at, what };
    read_option_fields(&f, of, &option);
    fields_was(&f, RENAMED_OPTION, index, where->scene);
    option.op = (uint16_t)builder_here(ld->builder);
    *builder_option(ld->builder, index) = option;
    Where inner = *where;
    inner.at = node->at;
    inner.cursor = 0;
    inner.inside = what;
    bool reached = compile_list(ld, L, f.table, &inner);
    lua_pop(L, 3);
    return reached;
}

static void end_option(Loader *ld, int index)
{
    builder_option(ld->builder, index)->end = (uint16_t)builder_here(ld->builder);
}

Options compile_collect(Loader *ld, lua_State *L, int table, const Node *owner)
{
    int n = (int)lua_rawlen(L, table);
    bool in_parts = false; // behind an option that is not finished
    Options options = { .items = lua_newuserdatauv(L, ((size_t)n + 1) * sizeof(Node *), 0) };
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, table, i);
        Node *node = node_at(L, -1);
        if (node != NULL && node->word == NODE_OPTION) {
            node->placed = true;
            in_parts = !node->broken && !node_is_complete(node);
            options.reported = options.reported || in_parts || node->broken;
            if (!node->broken && node_is_complete(node)) {
                options.items[options.count++] = node;
            } else if (!node->broken) {
                diagnostic_fix(loader_report(ld, node->at, CODE_UNFINISHED,
                                             "option is not finished: its %s is "
                                             "missing",
                                             node->calls == 1 ? "text" : "list { }"),
                               "write %s: no comma between its parts",
                               node_specs[NODE_OPTION].form);
            } else { // reported: what it holds needs no second report
                for (int k = 1; k <= node->args; k++) {
                    node_push_arg(L, node, k);
                    node_place_all(L, -1, 0);
                    lua_pop(L, 1);
                }
            }
        } else if (node != NULL && node->word == NODE_NOTES) {
            node->placed = true;
            diagnostic_fix(loader_report(ld, node->at, CODE_PLACE, "notes cannot stand in %s",
                                         node_specs[owner->word].name),
                           "write them into one of its options, or into the scene");
        } else if (in_parts && node == NULL) {
            node_place_all(L, -1, 0); // the text and the list of the option before, behind commas
        } else {
            int token = -1;
            Place at = node != NULL ? node->at : compile_item_place(ld, owner->at, i, &token);
            options.reported = true;
            ScriptDiagnostic *d =
                loader_report(ld, at, CODE_TYPE, "%s holds options, and here is %s",
                              node_specs[owner->word].name, node_describe(L, lua_gettop(L)));
            diagnostic_fix(
                d,
                node != NULL && node->word == NODE_WHEN
                    ? "an option that is not always there has when = condition in its { }"
                    : "write %s; what is said before stands before %s",
                node_specs[NODE_OPTION].form, node_specs[owner->word].name);
            node_place_all(L, -1, 0);
        }
        lua_pop(L, 1);
    }
    if (options.count > STORY_OFFERS_MAX) {
        diagnostic_fix(loader_report(ld, owner->at, CODE_TOO_MANY, "%s has %d options",
                                     node_specs[owner->word].name, options.count),
                       "at most %d can be offered at a time", STORY_OFFERS_MAX);
        options.count = STORY_OFFERS_MAX;
    }
    if (options.count > 0) {
        options.first = builder_options(ld->builder, options.count);
    }
    return options;
}

void compile_returning(Loader *ld, lua_State *L, const Options *options, OptionOf of,
                       const Where *where)
{
    for (int i = 0; i < options->count; i++) {
        Node *node = options->items[i];
        option_body(ld, L, node, options->first + i, of, where);
        compile_emit(ld, (StoryOp){ OP_RETURN, 0, 0, 0 }, node->at);
        end_option(ld, options->first + i);
    }
}

bool compile_is_table(Loader *ld, lua_State *L, const Node *node)
{
    if (lua_type(L, -1) == LUA_TTABLE) {
        return true;
    }
    diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "%s takes a list { }, this is %s",
                                 node_specs[node->word].name, node_describe(L, lua_gettop(L))),
                   "write %s", node_specs[node->word].form);
    node_place_all(L, -1, 0);
    return false;
}

bool compile_choice(Loader *ld, lua_State *L, Node *node, Where *where)
{
    static const char *const no_fields[] = { NULL };
    int top = lua_gettop(L);
    node_push_arg(L, node, 1);
    if (!compile_is_table(ld, L, node)) {
        lua_settop(L, top);
        return compile_in_doubt(ld, where);
    }
    Fields f = { ld, L, lua_gettop(L), node->at, "choice" };
    fields_check(&f, no_fields, true);
    Options options = compile_collect(ld, L, f.table, node);
    if (options.count == 0) {
        if (!options.reported) {
            diagnostic_fix(loader_report(ld, node->at, CODE_EMPTY, "this choice has no option"),
                           "write %s", node_specs[NODE_CHOICE].form);
        }
        lua_settop(L, top);
        return compile_in_doubt(ld, where);
    }
    compile_emit(ld, (StoryOp){ OP_CHOICE, 0, (uint16_t)options.first, options.count }, node->at);
    int *ends = lua_newuserdatauv(L, (size_t)options.count * sizeof *ends, 0);
    int end_count = 0;
    for (int i = 0; i < options.count; i++) {
        Node *option = options.items[i];
        if (option_body(ld, L, option, options.first + i, OPTION_CHOICE, where)) {
            ends[end_count++] = compile_jump(ld, option->at);
        }
        end_option(ld, options.first + i);
    }
    for (int i = 0; i < end_count; i++) {
        compile_aim(ld, ends[i]);
    }
    lua_settop(L, top);
    return end_count > 0;
}

// ---- desk ---------------------------------------------------------------------------------------

static uint64_t work_mask(const Fields *f)
{
    uint64_t mask = 0;
    Fields list;
    if (!fields_has(f, "work")) {
        return ~(uint64_t)0;
    }
    if (!fields_table(f, "work", &list)) {
        return 0;
    }
    int n = (int)lua_rawlen(f->L, list.table);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(f->L, list.table, i);
        const Entity *c =
            handle_at(f->ld, f->L, lua_gettop(f->L), NODE_COMMITMENT, list.at, "work = { plot }");
        mask |= c == NULL ? 0 : (uint64_t)1 << c->index;
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
    return mask;
}

static uint8_t talk_mask(const Fields *f)
{
    Fields list;
    if (!fields_has(f, "talk")) {
        return UINT8_MAX;
    }
    if (!fields_table(f, "talk", &list)) {
        return 0;
    }
    uint8_t mask = people_at(f->ld, f->L, list.table, list.at, "talk = { halima }");
    lua_pop(f->L, 1);
    return mask;
}

bool compile_desk(Loader *ld, lua_State *L, Node *node, Where *where)
{
    static const char *const field_names[] = { "till", "slot", "talk", "work", NULL };
    int top = lua_gettop(L);
    node_push_arg(L, node, 1);
    if (!compile_is_table(ld, L, node)) {
        lua_settop(L, top);
        return true;
    }
    Fields f = { ld, L, lua_gettop(L), node->at, "desk" };
    fields_check(&f, field_names, true);
    StoryDesk desk = {
        .till = STORY_TIME_NONE, .slot_minutes = 120, .talk = talk_mask(&f), .work = work_mask(&f)
    };
    fields_time(&f, "till", true, &desk.till);
    if (fields_has(&f, "slot")) {
        lua_getfield(L, f.table, "slot");
        desk.slot_minutes = time_length(L, lua_gettop(L));
        lua_pop(L, 1);
        if (desk.slot_minutes < 15) {
            diagnostic_fix(loader_report(ld, fields_place(&f, "slot"), CODE_TIME,
                                         "slot is not a length of time of "
                                         "15 minutes to 24 hours"),
                           "write slot = \"2h\", \"90m\" or \"1h30\"");
        }
    }
    Options options = compile_collect(ld, L, f.table, node);
    desk.first_option = (uint16_t)options.first;
    desk.option_count = (uint16_t)options.count;
    int index = builder_desk(ld->builder, desk);
    compile_emit(ld, (StoryOp){ OP_DESK, 0, (uint16_t)index, 0 }, node->at);
    if (options.count > 0) {
        int jump = compile_jump(ld, node->at);
        Where inner = *where;
        inner.may_desk = false;
        compile_returning(ld, L, &options, OPTION_DESK, &inner);
        compile_aim(ld, jump);
    }
    lua_settop(L, top);
    return true;
}
