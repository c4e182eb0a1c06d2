// Deeds and moves: each one op. What does not fit (delivering a meeting, owning up to what somebody
// else promised) is said here.
#include "script/compile.h"

#include <math.h>
#include <string.h>

static void wrong(Loader *ld, const Node *node, DiagnosticCode code, const char *message)
{
    diagnostic_fix(loader_report(ld, node->at, code, "%s", message), "write %s",
                   node_specs[node->word].form);
}

// The second argument as a number in a range; false after a report.
static bool number_arg(Loader *ld, lua_State *L, const Node *node, double least, double most,
                       double *out)
{
    node_push_arg(L, node, 2);
    bool is_number = lua_type(L, -1) == LUA_TNUMBER;
    *out = is_number ? lua_tonumber(L, -1) : 0;
    if (!is_number) {
        diagnostic_fix(loader_report(ld, node->at, CODE_TYPE, "%s takes a number, this is %s",
                                     node_specs[node->word].name, node_describe(L, lua_gettop(L))),
                       "write %s", node_specs[node->word].form);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    if (is_number && !(*out >= least && *out <= most)) {
        diagnostic_fix(loader_report(ld, node->at, CODE_RANGE, "%s: %g is out of range",
                                     node_specs[node->word].name, *out),
                       "it can be %g to %g", least, most);
        return false;
    }
    return is_number;
}

static const char *person_name(const Loader *ld, int person)
{
    for (int i = 0; i < ld->people.count; i++) {
        if (ld->people.items[i].index == person) {
            return ld->people.items[i].id;
        }
    }
    return "somebody";
}

// Whether the deed fits the commitment: its kind, and who has promised it.
static bool fits(Loader *ld, const Node *node, const Entity *entity)
{
    const StoryCommitment *c = builder_commitment_at(ld->builder, entity->index);
    static const char *const kinds[] = { "work", "meet", "hold" };
    int kind = -1;
    bool theirs = node->word == NODE_LETS_DOWN;
    bool anyone = node->word == NODE_PROMISE;
    switch ((NodeWord)node->word) {
    case NODE_DELIVER:
    case NODE_WORK:
        kind = STORY_WORK;
        break;
    case NODE_ATTEND:
        kind = STORY_MEET;
        break;
    case NODE_BREAKS:
        kind = STORY_HOLD;
        break;
    default:
        break;
    }
    const char *word = node_specs[node->word].name;
    if (!anyone && theirs != (c->by != STORY_PLAYER)) {
        ScriptDiagnostic *d =
            loader_report(ld, node->at, CODE_WHOSE, "%s(%s): this is promised by %s", word,
                          entity->id, theirs ? "the player" : person_name(ld, c->by));
        diagnostic_fix(d, theirs
                              ? "lets_down is for what a colleague has promised"
                              : "what a colleague has promised is kept by itself, or lets_down(x)");
        return false;
    }
    if (kind >= 0 && c->kind != kind) {
        ScriptDiagnostic *d =
            loader_report(ld, node->at, CODE_WHOSE, "%s(%s): this is a commitment of kind \"%s\"",
                          word, entity->id, kinds[c->kind]);
        diagnostic_fix(d,
                       "%s is for kind \"%s\": work is delivered, a meet attended, a hold broken",
                       word, kinds[kind]);
        return false;
    }
    return true;
}

// The time an author gave in promise(x, { due = … }) or move(x, "…").
static bool is_arg(lua_State *L, const Node *node, int n, NodeWord word)
{
    node_push_arg(L, node, n);
    const Node *value = node_at(L, -1);
    bool is = value != NULL && value->word == word;
    lua_pop(L, 1);
    return is;
}

static StoryTime new_due(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const field_names[] = { "due", NULL };
    StoryTime due = STORY_TIME_NONE;
    if (node->args < 2) {
        return due;
    }
    node_push_arg(L, node, 2);
    if (node->word == NODE_PROMISE) {
        if (lua_type(L, -1) == LUA_TTABLE) {
            Fields f = { ld, L, lua_gettop(L), node->at, "promise" };
            fields_check(&f, field_names, false);
            fields_time(&f, "due", true, &due);
        } else {
            if (is_arg(L, node, 1, NODE_COMMITMENT)) { // else that was told
                wrong(ld, node, CODE_TYPE, "promise takes its other date as { due = \"…\" }");
            }
            node_place_all(L, -1, 0);
        }
    } else {
        due = time_at(ld, L, lua_gettop(L), node->at);
    }
    lua_pop(L, 1);
    return due;
}

static void on_commitment(Loader *ld, lua_State *L, const Node *node, StoryOpCode code)
{
    const Entity *entity = compile_arg(ld, L, node, 1, NODE_COMMITMENT);
    StoryTime due =
        node->word == NODE_PROMISE || node->word == NODE_MOVE ? new_due(ld, L, node) : 0;
    double hours = 0;
    if (node->word == NODE_WORK && number_arg(ld, L, node, 0.25, 24, &hours)) {
        due = (int32_t)floor(hours * 60.0 + 0.5);
    }
    if (entity != NULL && fits(ld, node, entity)) {
        compile_emit(ld, (StoryOp){ (uint8_t)code, (uint8_t)entity->index, 0, due }, node->at);
    }
}

// A standard or fact of the person, by name; -1 after a report.
static int detail(Loader *ld, lua_State *L, const Node *node, const Details *list, const char *what)
{
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    unsigned unknown = list == &ld->facts ? ld->facts_unknown : ld->standards_unknown;
    node_push_arg(L, node, 2);
    const char *id = lua_type(L, -1) == LUA_TSTRING ? node_string(L, -1) : NULL;
    int index = -1;
    const char *names[STORY_FACTS_MAX];
    int n = 0;
    for (int i = 0; i < list->count && person != NULL; i++) {
        if (list->items[i].person != person->index) {
            continue;
        }
        if (id != NULL && strcmp(list->items[i].id, id) == 0) {
            index = list->items[i].index;
        }
        if (n < STORY_FACTS_MAX) {
            names[n++] = list->items[i].id;
        }
    }
    if (id == NULL && person == NULL) {
        node_place_all(L, -1, 0); // both are wrong, likely one in place of the other: that was said
    } else if (id == NULL) {
        wrong(ld, node, CODE_TYPE, "the second value is a name in quotes");
        node_place_all(L, -1, 0);
    } else if (index < 0 && person != NULL && !(unknown >> person->index & 1u)) {
        ScriptDiagnostic *d = loader_report(ld, node->at, CODE_DETAIL, "\"%s\" has no %s \"%s\"",
                                            person->id, what, id);
        diagnostic_fix(d, "write it into person \"%s\": %ss = { %s = … }", person->id, what, id);
        diagnostic_meant(d, id, names, n);
    }
    lua_pop(L, 1);
    return index;
}

int deed_standard(Loader *ld, lua_State *L, const Node *node)
{
    return detail(ld, L, node, &ld->standards, "standard");
}

int deed_fact(Loader *ld, lua_State *L, const Node *node)
{
    return detail(ld, L, node, &ld->facts, "fact");
}

static void breaks(Loader *ld, lua_State *L, const Node *node)
{
    if (node->args < 2) {
        on_commitment(ld, L, node, OP_BREAKS);
        return;
    }
    int standard = deed_standard(ld, L, node);
    if (standard >= 0) {
        compile_emit(ld, (StoryOp){ OP_BREAK_STANDARD, 0, (uint16_t)standard, 0 }, node->at);
    }
}

static void apologise(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const apology_parts[] = { "responsibility", "repair",     "regret",
                                                 "explanation",    "repentance", "forgiveness" };
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    int parts = 0;
    int n = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        const char *part = lua_type(L, -1) == LUA_TSTRING ? node_string(L, -1) : "?";
        int found = -1;
        for (int k = 0; k < 6; k++) {
            found = strcmp(apology_parts[k], part) == 0 ? k : found;
        }
        if (found < 0) {
            ScriptDiagnostic *d =
                loader_report(ld, node->at, CODE_VALUE, "\"%s\" is no part of an apology", part);
            diagnostic_fix(d, "the parts are responsibility, repair, regret, explanation, "
                              "repentance, forgiveness");
            diagnostic_meant(d, part, apology_parts, 6);
            node_place_all(L, -1, 0);
        } else {
            parts |= 1 << found;
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    if (n == 0) {
        wrong(ld, node, CODE_EMPTY, "this apology has no part");
    }
    if (person != NULL) {
        compile_emit(ld, (StoryOp){ OP_APOLOGISE, (uint8_t)person->index, 0, parts }, node->at);
    }
}

static void spend(Loader *ld, lua_State *L, const Node *node)
{
    static const char *const field_names[] = { "hours", "minutes", "energy", NULL };
    node_push_arg(L, node, 1);
    if (lua_type(L, -1) != LUA_TTABLE) {
        wrong(ld, node, CODE_TYPE, "spend takes fields in { }");
        node_place_all(L, -1, 0);
        lua_pop(L, 1);
        return;
    }
    Fields f = { ld, L, lua_gettop(L), node->at, "spend" };
    int mistakes = ld->out->count + ld->out->left_out;
    fields_check(&f, field_names, false);
    int32_t hours = 0;
    int minutes = 0;
    int16_t energy = 0;
    fields_hours(&f, "hours", 0, 200, &hours);
    fields_integer(&f, "minutes", 0, 10000, &minutes);
    fields_energy(&f, "energy", &energy);
    bool wrong_ones = ld->out->count + ld->out->left_out > mistakes;
    if (hours + minutes == 0 && energy == 0 && !wrong_ones) { // a thousandth of an hour is nothing
        wrong(ld, node, CODE_EMPTY, "spend spends nothing");
    }
    lua_pop(L, 1);
    compile_emit(ld, (StoryOp){ OP_SPEND, 0, (uint16_t)energy, hours + minutes }, node->at);
}

static void on_number(Loader *ld, lua_State *L, const Node *node)
{
    const Entity *number = compile_arg(ld, L, node, 1, NODE_NUMBER);
    double value = 0;
    if (!number_arg(ld, L, node, -127, 127, &value) || number == NULL) {
        return;
    }
    if (value != floor(value)) {
        wrong(ld, node, CODE_RANGE, "numbers of the story are whole");
        return;
    }
    StoryOpCode code = node->word == NODE_ADD ? OP_ADD : OP_ASSIGN;
    compile_emit(ld, (StoryOp){ (uint8_t)code, (uint8_t)number->index, 0, (int32_t)value },
                 node->at);
}

static void on_flag(Loader *ld, lua_State *L, const Node *node)
{
    const Entity *flag = compile_arg(ld, L, node, 1, NODE_FLAG);
    if (flag != NULL) {
        compile_emit(ld, (StoryOp){ OP_FLAG, node->word == NODE_SET, (uint16_t)flag->index, 0 },
                     node->at);
    }
}

static void mood(Loader *ld, lua_State *L, const Node *node, Where *where)
{
    static const char *const moods[] = { "calm", "warm", "worried", "cold" };
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    const char *name = lua_type(L, -1) == LUA_TSTRING ? node_string(L, -1) : "?";
    int found = -1;
    for (int i = 0; i < 4; i++) {
        found = strcmp(moods[i], name) == 0 ? i : found;
    }
    if (found < 0) {
        ScriptDiagnostic *d =
            loader_report(ld, node->at, CODE_VALUE, "there is no mood \"%s\"", name);
        diagnostic_fix(d, "the moods are calm, warm, worried, cold");
        diagnostic_meant(d, name, moods, 4);
        node_place_all(L, -1, 0);
    }
    lua_pop(L, 1);
    if (person != NULL && found >= 0) {
        if (where->speakers != NULL) {
            *where->speakers |= (uint8_t)(1u << person->index);
        }
        compile_emit(ld, (StoryOp){ OP_MOOD, (uint8_t)person->index, (uint16_t)found, 0 },
                     node->at);
    }
}

// halima "…"
static void line(Loader *ld, lua_State *L, const Node *node, Where *where)
{
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    Place at = node->at;
    if (lua_type(L, -1) == LUA_TSTRING && at.file >= 0) {
        size_t size;
        const char *text = lua_tolstring(L, -1, &size);
        const Source *source = &ld->sources[at.file];
        int token =
            source_find_string(source, source_at_line(source, at.line), at.line + 40, text, size);
        if (token >= 0) {
            at.line = source->tokens[token].line;
            at.column = source->tokens[token].column;
        }
    }
    TextId text = text_at(ld, L, lua_gettop(L), at, false);
    lua_pop(L, 1);
    if (person == NULL) {
        return;
    }
    if (where->speakers != NULL) {
        *where->speakers |= (uint8_t)(1u << person->index);
    }
    compile_emit(ld, (StoryOp){ OP_LINE, (uint8_t)person->index, 0, (int32_t)text }, at);
}

static void on_person(Loader *ld, lua_State *L, const Node *node, StoryOpCode code)
{
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    if (person != NULL) {
        compile_emit(ld, (StoryOp){ (uint8_t)code, (uint8_t)person->index, 0, 0 }, node->at);
    }
}

static void move(Loader *ld, lua_State *L, const Node *node, const Where *where)
{
    uint16_t which = (uint16_t)(node->word - NODE_LISTEN);
    uint8_t person = STORY_NONE;
    if (node->calls > 0) {
        const Entity *entity = compile_arg(ld, L, node, 1, NODE_PERSON);
        if (entity == NULL) {
            return;
        }
        person = (uint8_t)entity->index;
    } else if (!where->bare_moves) {
        const char *name = node_specs[node->word].name;
        diagnostic_fix(loader_report(ld, node->at, CODE_BARE_MOVE,
                                     "%s stands outside of a one-on-one and a need", name),
                       "name the person: %s(%s)", name,
                       ld->people.count > 0 ? ld->people.items[0].id : "person");
        return;
    }
    compile_emit(ld, (StoryOp){ OP_TALK_MOVE, person, which, 0 }, node->at);
}

static StoryOpCode commitment_op(NodeWord word)
{
    switch (word) {
    case NODE_PROMISE:
        return OP_PROMISE;
    case NODE_DELIVER:
        return OP_DELIVER;
    case NODE_ATTEND:
        return OP_ATTEND;
    case NODE_TELL:
        return OP_TELL;
    case NODE_MOVE:
        return OP_MOVE;
    case NODE_OWN_UP:
        return OP_OWN_UP;
    case NODE_COVER_UP:
        return OP_COVER_UP;
    case NODE_FOUND_OUT:
        return OP_FOUND_OUT;
    case NODE_LETS_DOWN:
        return OP_LETS_DOWN;
    default:
        return OP_WORK;
    }
}

void compile_deed(Loader *ld, lua_State *L, Node *node, Where *where)
{
    int fact;
    int standard;
    switch ((NodeWord)node->word) {
    case NODE_LINE:
        line(ld, L, node, where);
        break;
    case NODE_MOOD:
        mood(ld, L, node, where);
        break;
    case NODE_BREAKS:
        breaks(ld, L, node);
        break;
    case NODE_APOLOGISE:
        apologise(ld, L, node);
        break;
    case NODE_VOW:
        on_person(ld, L, node, OP_VOW);
        break;
    case NODE_DENY:
        on_person(ld, L, node, OP_DENY);
        break;
    case NODE_LEARN:
        fact = deed_fact(ld, L, node);
        if (fact >= 0) {
            compile_emit(ld, (StoryOp){ OP_LEARN, 0, (uint16_t)fact, where->in_talk }, node->at);
        }
        break;
    case NODE_CLARIFY:
        standard = deed_standard(ld, L, node);
        if (standard >= 0) {
            compile_emit(ld, (StoryOp){ OP_CLARIFY, 0, (uint16_t)standard, 0 }, node->at);
        }
        break;
    case NODE_SPEND:
        spend(ld, L, node);
        break;
    case NODE_SET:
    case NODE_CLEAR:
        on_flag(ld, L, node);
        break;
    case NODE_ADD:
    case NODE_ASSIGN:
        on_number(ld, L, node);
        break;
    case NODE_LISTEN:
    case NODE_ASK:
    case NODE_DEFEND:
    case NODE_STEER:
    case NODE_FIX:
    case NODE_THEIR_AGENDA:
    case NODE_SHARED_AGENDA:
    case NODE_MY_AGENDA:
        move(ld, L, node, where);
        break;
    default:
        on_commitment(ld, L, node, commitment_op((NodeWord)node->word));
        break;
    }
}
