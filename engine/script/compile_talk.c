// One-on-ones, the talk a desk offers with a person, and needs: whom the player meets, and who
// comes over.
#include "script/compile.h"

#include "bridge/bridge.h"

// ---- one-on-ones --------------------------------------------------------------------------------

static const char *const talk_field_names[] = { "minutes", "rounds", "energy", "meets", NULL };

static StoryTalk read_talk(const Fields *f, const Entity *person)
{
    StoryTalk talk = { .person = (uint8_t)(person == NULL ? 0 : person->index),
                       .rounds = 2,
                       .meets = STORY_NONE,
                       .minutes = 60,
                       .energy = 500 };
    fields_check(f, talk_field_names, true);
    int minutes = 60;
    int rounds = 2;
    fields_integer(f, "minutes", 5, 480, &minutes);
    fields_integer(f, "rounds", 1, 10, &rounds);
    fields_energy(f, "energy", &talk.energy);
    talk.minutes = minutes;
    talk.rounds = (uint8_t)rounds;
    if (fields_has(f, "meets")) {
        lua_getfield(f->L, f->table, "meets");
        Place at = fields_place(f, "meets");
        const Entity *meeting =
            handle_at(f->ld, f->L, lua_gettop(f->L), NODE_COMMITMENT, at, "meets = x");
        if (meeting != NULL) {
            talk.meets = (uint8_t)meeting->index;
            const StoryCommitment *c = builder_commitment_at(f->ld->builder, meeting->index);
            if (c->kind != STORY_MEET ||
                (person != NULL && c->to != person->index && c->by != person->index)) {
                diagnostic_fix(loader_report(f->ld, at, CODE_WHOSE,
                                             "meets: \"%s\" is not a meeting with this "
                                             "person",
                                             meeting->id),
                               "take a commitment of kind \"meet\" with this person");
            }
        }
        lua_pop(f->L, 1);
    }
    return talk;
}

static Where talk_where(const Where *where, const Node *node)
{
    Where inner = *where;
    inner.at = node->at;
    inner.bare_moves = true;
    inner.in_talk = true;
    inner.may_pause = inner.may_desk = false;
    return inner;
}

bool compile_one_on_one(Loader *ld, lua_State *L, Node *node, Where *where)
{
    int top = lua_gettop(L);
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    Fields f = { ld, L, lua_gettop(L), node->at, "one_on_one" };
    StoryTalk talk = read_talk(&f, person);
    Options options = compile_collect(ld, L, f.table, node);
    if (options.count == 0 && !options.reported) {
        diagnostic_fix(loader_report(ld, node->at, CODE_EMPTY, "this one-on-one has no option"),
                       "write %s", node_specs[NODE_ONE_ON_ONE].form);
    }
    talk.first_option = (uint16_t)options.first;
    talk.option_count = (uint16_t)options.count;
    int index = builder_talk(ld->builder, talk);
    compile_emit(ld, (StoryOp){ OP_TALK, 0, (uint16_t)index, 0 }, node->at);
    int jump = compile_jump(ld, node->at);
    Where inner = talk_where(where, node);
    compile_returning(ld, L, &options, OPTION_TALK, &inner);
    compile_aim(ld, jump);
    lua_settop(L, top);
    return true;
}

void compile_talk_with(Loader *ld, lua_State *L, Node *node)
{
    int top = lua_gettop(L);
    const Entity *person = compile_arg(ld, L, node, 1, NODE_PERSON);
    node_push_arg(L, node, 2);
    Fields f = { ld, L, lua_gettop(L), node->at, "talk" };
    StoryTalk talk = read_talk(&f, person);
    Options options = compile_collect(ld, L, f.table, node);
    if (options.count == 0 && !options.reported) {
        diagnostic_fix(loader_report(ld, node->at, CODE_EMPTY, "this talk has no option"),
                       "write %s", node_specs[NODE_TALK_WITH].form);
    }
    talk.first_option = (uint16_t)options.first;
    talk.option_count = (uint16_t)options.count;
    Where where = {
        .at = node->at, .inside = "talk", .scene = -1, .may_leave = true, .may_act = true
    };
    Where inner = talk_where(&where, node);
    compile_returning(ld, L, &options, OPTION_TALK, &inner);
    int index = builder_talk(ld->builder, talk);
    if (person != NULL) {
        StoryPerson *p = builder_person_at(ld->builder, person->index);
        if (p->talk >= 0) {
            diagnostic_fix(loader_report(ld, node->at, CODE_TWICE,
                                         "there are two talks with \"%s\"", person->id),
                           "make one of them");
        }
        builder_person_at(ld->builder, person->index)->talk = (int16_t)index;
    }
    lua_settop(L, top);
}

// ---- need ---------------------------------------------------------------------------------------

// who = halima, or one_of { halima, piet }
static uint8_t need_who(const Fields *f)
{
    static const char *const form_text = "who = halima, or who = one_of { halima, piet }";
    Place at = fields_place(f, "who");
    lua_getfield(f->L, f->table, "who");
    Node *node = node_at(f->L, -1);
    uint8_t mask = 0;
    if (lua_isnil(f->L, -1)) {
        diagnostic_fix(loader_report(f->ld, f->at, CODE_MISSING, "need has nobody to come"),
                       "write %s", form_text);
    } else if (node != NULL && node->word == NODE_ONE_OF) {
        node->placed = true;
        node_push_arg(f->L, node, 1);
        mask = people_at(f->ld, f->L, lua_gettop(f->L), node->at, node_specs[NODE_ONE_OF].form);
        if (mask == 0 && lua_type(f->L, -1) == LUA_TTABLE && lua_rawlen(f->L, -1) == 0) {
            diagnostic_fix(loader_report(f->ld, node->at, CODE_EMPTY, "one_of is empty"),
                           "write %s", form_text);
        }
        lua_pop(f->L, 1);
    } else {
        mask = people_at(f->ld, f->L, lua_gettop(f->L), at, form_text);
    }
    lua_pop(f->L, 1);
    return mask;
}

// One of the three lists; an absent one has nothing in it.
static bool need_body(const Fields *f, const char *name, const Where *where)
{
    static const char *const no_fields[] = { NULL };
    Fields body;
    if (!fields_table(f, name, &body)) {
        return true;
    }
    fields_check(&body, no_fields, true);
    Where inner = *where;
    inner.at = f->at;
    inner.cursor = 0;
    inner.bare_moves = true;
    bool reached = compile_list(f->ld, f->L, body.table, &inner);
    lua_pop(f->L, 1);
    return reached;
}

bool compile_need(Loader *ld, lua_State *L, Node *node, Where *where)
{
    static const char *const field_names[] = { "who",       "stakes",     "to", "crosses",
                                               "hesitates", "turns_back", NULL };
    static const char *const stake_words[] = { "small", "medium", "high", NULL };
    static const char *const to_words[] = { "them", NULL };
    int top = lua_gettop(L);
    node_push_arg(L, node, 1);
    if (!compile_is_table(ld, L, node)) {
        lua_settop(L, top);
        return compile_in_doubt(ld, where);
    }
    Fields f = { ld, L, lua_gettop(L), node->at, "need" };
    fields_check(&f, field_names, false);
    StoryNeed need = { .who = need_who(&f) };
    int stakes = BRIDGE_STAKES_MEDIUM;
    if (!fields_word(&f, "stakes", stake_words, &stakes) && !fields_has(&f, "stakes") &&
        !fields_misspelled(&f, "stakes")) {
        diagnostic_fix(loader_report(ld, node->at, CODE_MISSING, "need has no stakes"),
                       "write stakes = \"small\", \"medium\" or \"high\"");
    }
    need.stakes = (uint8_t)stakes;
    int to = 0;
    need.to_them = fields_word(&f, "to", to_words, &to);
    const char *none = !fields_has(&f, "crosses")      ? "crosses"
                       : !fields_has(&f, "turns_back") ? "turns_back"
                                                       : NULL;
    if (none != NULL && !fields_misspelled(&f, none)) {
        diagnostic_fix(loader_report(ld, node->at, CODE_MISSING, "need has no %s", none),
                       "write %s", node_specs[NODE_NEED].form);
    }
    int index = builder_need(ld->builder, need);
    compile_emit(ld, (StoryOp){ OP_NEED, 0, (uint16_t)index, 0 }, node->at);
    builder_need_at(ld->builder, index)->crosses = (uint16_t)builder_here(ld->builder);
    bool crosses = need_body(&f, "crosses", where);
    int jump = crosses ? compile_jump(ld, node->at) : -1;
    if (fields_has(&f, "hesitates")) {
        builder_need_at(ld->builder, index)->hesitates = (uint16_t)builder_here(ld->builder);
        if (need_body(&f, "hesitates", where)) {
            compile_emit(ld, (StoryOp){ OP_NEED_DECIDE, 0, (uint16_t)index, 0 }, node->at);
        }
    }
    builder_need_at(ld->builder, index)->turns_back = (uint16_t)builder_here(ld->builder);
    bool turns_back = need_body(&f, "turns_back", where);
    if (jump >= 0) {
        compile_aim(ld, jump);
    }
    lua_settop(L, top);
    if (none != NULL) {
        return compile_in_doubt(ld, where);
    }
    return crosses || turns_back;
}
