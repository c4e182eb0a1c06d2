// What is declared once, at the top: people with their standards and facts, commitments, flags,
// numbers (scenario { } is read in declare_scenario.c). First everything gets its number, then the
// fields are read, because they refer to each other.
#include "script/compile.h"
#include "script/fields.h"
#include "script/wardrobe.h"

#include "base/arena.h"
#include "base/text.h"
#include "story/ids.h"
#include "trust/numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const moods[] = { "calm", "warm", "worried", "cold", NULL };
static const char *const standard_names[] = { "notice", "replies", "detail", "candour" };

// ---- people -------------------------------------------------------------------------------------

static int compare_strings(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

// The names in a table of named things, sorted: Lua's own order is another one in every run.
static int sorted_names(const Fields *f, const char **out, int most)
{
    int n = 0;
    lua_pushnil(f->L);
    while (lua_next(f->L, f->table)) {
        if (lua_type(f->L, -2) != LUA_TSTRING) {
            diagnostic_fix(
                loader_report(f->ld, f->at, CODE_TYPE, "%s: every entry has a name", f->what),
                "write %s = { fall = \"…\" }: by that name, \"fall\", the story speaks of it",
                f->what);
        } else if (n < most) {
            out[n++] = node_string(f->L, -2);
        } else {
            diagnostic_fix(loader_report(f->ld, f->at, CODE_TOO_MANY, "%s: more than %d entries",
                                         f->what, most),
                           "take some out");
        }
        lua_pop(f->L, 1);
    }
    qsort(out, (size_t)n, sizeof *out, compare_strings);
    return n;
}

static void add_detail(Details *list, const char *id, int person, int index)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 16 : list->capacity * 2;
        list->items = mem_grow(list->items, (size_t)list->capacity * sizeof *list->items);
    }
    list->items[list->count++] = (Detail){ id, person, index };
}

static void read_standard(const Fields *all, const char *id, int person)
{
    static const char *const field_names[] = { "hours", "says", NULL };
    Fields f;
    if (!fields_table(all, id, &f)) {
        return;
    }
    const char *known = text_did_you_mean(id, standard_names, 4);
    if (known != NULL && strcmp(known, id) != 0) {
        ScriptDiagnostic *d =
            loader_report(all->ld, f.at, CODE_FIELD, "\"%s\" looks like a slip", id);
        diagnostic_meant(d, id, standard_names, 4);
    }
    fields_check(&f, field_names, false);
    StoryStandard standard = { .id = builder_string(all->ld->builder, id),
                               .person = (uint8_t)person };
    fields_hours(&f, "hours", 0, 1000, &standard.minutes);
    fields_text(&f, "says", true, false, &standard.says);
    lua_pop(all->L, 1);
    int index = builder_standard(all->ld->builder, standard);
    add_detail(&all->ld->standards, id, person, index);
    if (strcmp(id, "notice") == 0) {
        builder_person_at(all->ld->builder, person)->notice = (int16_t)index;
    }
}

// Whether nobody knows what is in that list: it is none, or has entries without a name. Both are reported.
static bool lists_unknown(const Fields *f, const char *name)
{
    lua_getfield(f->L, f->table, name);
    int type = lua_type(f->L, -1);
    bool unknown = type == LUA_TTABLE ? lua_rawlen(f->L, -1) > 0 : type != LUA_TNIL;
    lua_pop(f->L, 1);
    return unknown || fields_misspelled(f, name);
}

static void read_details(const Fields *f, int person)
{
    const char *names[STORY_FACTS_MAX];
    Fields list;
    if (fields_table(f, "standards", &list)) {
        int n = sorted_names(&list, names, STORY_STANDARDS_MAX);
        for (int i = 0; i < n; i++) {
            read_standard(&list, names[i], person);
        }
        lua_pop(f->L, 1);
    }
    f->ld->facts_unknown |= (uint8_t)(lists_unknown(f, "facts") ? 1u << person : 0u);
    f->ld->standards_unknown |= (uint8_t)(lists_unknown(f, "standards") ? 1u << person : 0u);
    if (fields_table(f, "facts", &list)) {
        int n = sorted_names(&list, names, STORY_FACTS_MAX);
        for (int i = 0; i < n; i++) {
            StoryFact fact = { .id = builder_string(f->ld->builder, names[i]),
                               .person = (uint8_t)person };
            fields_text(&list, names[i], true, false, &fact.says);
            add_detail(&f->ld->facts, names[i], person, builder_fact(f->ld->builder, fact));
        }
        lua_pop(f->L, 1);
    }
}

static void read_lines(const Fields *f, StoryLines *lines)
{
    fields_text(f, "on_told", false, true, &lines->told);
    fields_text(f, "on_moved", false, true, &lines->moved);
    fields_text(f, "on_refused", false, true, &lines->refused);
    fields_text(f, "on_delivered", false, true, &lines->delivered);
}

static void read_persona(const Fields *f, int *out)
{
    enum { PERSONAS_MAX = 16 };
    const char *names[PERSONAS_MAX] = { NULL };
    for (int i = 0; i < trust_persona_count() && i + 1 < PERSONAS_MAX; i++) {
        names[i] = trust_persona(i)->name;
    }
    fields_word(f, "persona", names, out);
}

static void read_person(const Fields *f, Entity *entity)
{
    static const char *const field_names[] = {
        "name",        "role",       "look",     "mood",     "standards",  "facts",
        "hears",       "reply",      "on_told",  "on_moved", "on_refused", "on_delivered",
        "on_owned_up", "on_apology", "crossing", "persona",  "was",        NULL
    };
    static const char *const crossings[] = { "bold", "careful", NULL };
    Builder *b = f->ld->builder;
    fields_check(f, field_names, false);
    fields_was(f, RENAMED_PERSON, entity->index, -1);
    StoryPerson person = *builder_person_at(b, entity->index);
    const char *name = NULL;
    if (fields_string(f, "name", true, &name)) {
        char first[64];
        snprintf(first, sizeof first, "%.*s",
                 (int)(strcspn(name, " ") < 60 ? strcspn(name, " ") : 60), name);
        utf8_tidy(first); // cut, it may end inside of a character
        person.name = builder_text(b, name);
        person.first = builder_text(b, first);
    }
    fields_text(f, "role", false, false, &person.role);
    fields_text(f, "reply", false, true, &person.reply);
    read_lines(f, &person.lines);
    fields_text(f, "on_owned_up", false, true, &person.lines.owned_up);
    fields_text(f, "on_apology", false, true, &person.lines.apology);
    wardrobe_read(f, &person.look);
    int mood = 0;
    fields_word(f, "mood", moods, &mood);
    person.mood = (uint8_t)mood;
    int crossing = -1;
    fields_word(f, "crossing", crossings, &crossing);
    person.crossing_shift = crossing == 0 ? -50000 : crossing == 1 ? 50000 : 0;
    int persona = 0;
    read_persona(f, &persona);
    person.persona = (uint8_t)persona;
    person.trust = trust_with_persona(builder_scenario(b)->trust, trust_persona(persona)->name);
    Fields hears;
    if (fields_table(f, "hears", &hears)) {
        person.hears = people_at(f->ld, f->L, hears.table, hears.at, "hears = { \"halima\" }");
        lua_pop(f->L, 1);
    }
    *builder_person_at(b, entity->index) = person;
    read_details(f, entity->index);
}

// ---- commitments, flags, numbers ----------------------------------------------------------------

// `by` or `to`: a person, or "player".
static bool read_side(const Fields *f, const char *name, uint8_t *out)
{
    lua_getfield(f->L, f->table, name);
    bool good = true;
    if (lua_type(f->L, -1) == LUA_TSTRING && strcmp(node_string(f->L, -1), "player") == 0) {
        *out = STORY_PLAYER;
    } else {
        const Entity *person = handle_at(f->ld, f->L, lua_gettop(f->L), NODE_PERSON,
                                         fields_place(f, name), "to = halima, or \"player\"");
        good = person != NULL;
        *out = good ? (uint8_t)person->index : *out;
    }
    lua_pop(f->L, 1);
    return good;
}

static void read_sides(const Fields *f, StoryCommitment *c)
{
    c->by = STORY_PLAYER;
    bool good = !fields_has(f, "by") || read_side(f, "by", &c->by);
    if (!fields_has(f, "to")) {
        if (fields_misspelled(f, "to")) {
            return;
        }
        diagnostic_fix(
            loader_report(f->ld, f->at, CODE_MISSING, "%s needs to", f->what),
            "write to = the person it is promised to (or \"player\", with by = the person)");
        return;
    }
    good = read_side(f, "to", &c->to) && good;
    if (good && (c->by == STORY_PLAYER) == (c->to == STORY_PLAYER)) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, "to"), CODE_VALUE,
                                     "%s has to be between the player "
                                     "and a colleague",
                                     f->what),
                       "one of by and to is \"player\", the other a person");
        c->by = STORY_PLAYER;
        c->to = 0;
    }
}

static void read_kind(const Fields *f, StoryCommitment *c)
{
    static const char *const kinds[] = { "work", "meet", "hold", NULL };
    int kind = STORY_WORK;
    bool known = fields_word(f, "kind", kinds, &kind) || !fields_has(f, "kind");
    c->kind = (uint8_t)kind;
    fields_hours(f, "effort", 0.25, 200, &c->effort_minutes);
    int minutes = 30;
    fields_integer(f, "minutes", 1, 1440, &minutes);
    c->meeting_minutes = minutes;
    if (known && kind == STORY_WORK && c->by == STORY_PLAYER && !fields_has(f, "effort") &&
        !fields_misspelled(f, "effort")) {
        diagnostic_fix(
            loader_report(f->ld, f->at, CODE_MISSING, "%s is work and needs effort", f->what),
            "write effort = the hours it takes, or kind = \"meet\" or \"hold\"");
    }
    const char *others = kind == STORY_WORK ? "minutes" : "effort";
    if (fields_has(f, others)) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, others), CODE_FIELD,
                                     "%s: a commitment of kind \"%s\" "
                                     "has no %s",
                                     f->what, kinds[kind], others),
                       "work has effort (hours), a meet has minutes");
    }
}

static void read_found(const Fields *f, StoryCommitment *c)
{
    Fields list;
    if (!fields_table(f, "found", &list)) {
        return;
    }
    lua_rawgeti(f->L, list.table, 1);
    lua_rawgeti(f->L, list.table, 2);
    lua_Number a = lua_tonumber(f->L, -2);
    lua_Number b = lua_tonumber(f->L, -1);
    bool good = a >= 1 && b >= a && b <= 255 && a == (int)a && b == (int)b;
    if (!good) {
        diagnostic_fix(
            loader_report(f->ld, list.at, CODE_RANGE, "%s: found is not a chance", f->what),
            "write found = { 1, 6 } for one night in six");
    } else {
        c->found_in = (uint8_t)a;
        c->found_of = (uint8_t)b;
    }
    lua_pop(f->L, 3);
}

// The short name on the plank, from "the lighting plot": "Lighting plot".
static TextId short_name(Builder *b, const char *what)
{
    static const char *const articles[] = { "the ", "a ", "an ", "The ", "A ", "An " };
    char name[64];
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t n = strlen(articles[i]);
        if (strncmp(what, articles[i], n) == 0 && what[n] != '\0') {
            what += n;
            break;
        }
    }
    if (strlen(what) >= sizeof name) {
        return builder_text(b, what);
    }
    snprintf(name, sizeof name, "%s", what);
    if (name[0] >= 'a' && name[0] <= 'z') {
        name[0] = (char)(name[0] - 'a' + 'A');
    }
    return builder_text(b, name);
}

static void read_commitment(const Fields *f, Entity *entity)
{
    static const char *const field_names[] = { "to",       "what",       "due",          "kind",
                                               "effort",   "minutes",    "by",           "title",
                                               "provided", "found",      "deliver",      "on_told",
                                               "on_moved", "on_refused", "on_delivered", "was",
                                               NULL };
    static const char *const delivers[] = { "by hand", NULL };
    Loader *ld = f->ld;
    Builder *b = ld->builder;
    fields_check(f, field_names, false);
    fields_was(f, RENAMED_COMMITMENT, entity->index, -1);
    StoryCommitment c = *builder_commitment_at(b, entity->index);
    read_sides(f, &c);
    read_kind(f, &c);
    read_found(f, &c);
    fields_time(f, "due", true, &c.due);
    fields_text(f, "what", true, false, &c.what);
    if (!fields_text(f, "title", false, false, &c.title) && c.what != 0) {
        lua_getfield(f->L, f->table, "what");
        c.title = short_name(b, node_string(f->L, -1));
        lua_pop(f->L, 1);
    }
    int by_hand = -1;
    c.by_hand = fields_word(f, "deliver", delivers, &by_hand);
    read_lines(f, &c.lines);
    lua_getfield(f->L, f->table, "provided");
    if (!lua_isnil(f->L, -1)) {
        c.provided = condition_at(ld, f->L, lua_gettop(f->L), fields_place(f, "provided"));
    }
    lua_pop(f->L, 1);
    *builder_commitment_at(b, entity->index) = c;
}

static void read_number(const Fields *f, Entity *entity)
{
    static const char *const field_names[] = { "from", "to", "start", "was", NULL };
    fields_check(f, field_names, false);
    int from = 0, to = 0;
    bool good = true;
    if (!fields_has(f, "from") || !fields_has(f, "to")) {
        if (!fields_misspelled(f, "from") && !fields_misspelled(f, "to")) {
            diagnostic_fix(
                loader_report(f->ld, f->at, CODE_MISSING, "%s needs from and to", f->what),
                "write from = 0, to = 3: limits are what makes a proof possible");
        }
        good = false;
    }
    good = fields_integer(f, "from", -127, 127, &from) && good;
    good = fields_integer(f, "to", -127, 127, &to) && good;
    if (good && to <= from) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, "to"), CODE_RANGE,
                                     "%s: to = %d is not above from = %d", f->what, to, from),
                       "write the smaller one as from");
        good = false;
    }
    int start = from;
    if (good) {
        fields_integer(f, "start", from, to, &start);
    }
    entity->index =
        builder_number(f->ld->builder, (StoryNumber){ builder_string(f->ld->builder, entity->id),
                                                      (int8_t)from, (int8_t)to, (int8_t)start });
    builder_number_at(f->ld->builder, entity->index, loader_position(f->at));
    fields_was(f, RENAMED_NUMBER, entity->index, -1);
}

// ---- all ----------------------------------------------------------------------------------------

// Calls `read` with the fields of each declared thing of the list.
static void read_each(Loader *ld, lua_State *L, Entities *list,
                      void (*read)(const Fields *, Entity *))
{
    for (int i = 0; i < list->count; i++) {
        Entity *entity = &list->items[i];
        if (!entity->declared) {
            continue;
        }
        char what[80];
        snprintf(what, sizeof what, "%s \"%s\"", node_specs[entity->node->word].name, entity->id);
        node_push_arg(L, entity->node, 2);
        Fields f = { ld, L, lua_gettop(L), entity->node->at, what };
        read(&f, entity);
        lua_pop(L, 1);
    }
}

static void undeclared(Loader *ld, const Entities *list, const Entity *entity)
{
    const char *names[NAMES_MAX];
    int n = 0;
    for (int i = 0; i < list->count && n < NAMES_MAX; i++) {
        if (list->items[i].declared) {
            names[n++] = list->items[i].id;
        }
    }
    const NodeSpec *spec = &node_specs[entity->node->word];
    ScriptDiagnostic *d = loader_report(ld, entity->node->at, CODE_UNDECLARED,
                                        "%s \"%s\" is declared nowhere", spec->name, entity->id);
    diagnostic_fix(d, "declare it: %s", spec->form);
    diagnostic_meant(d, entity->id, names, n);
}

// Everything referred to has to be declared, and there are only so many.
static void check_declared(Loader *ld, const Entities *list, int most)
{
    int count = 0;
    for (int i = 0; i < list->count; i++) {
        const Entity *entity = &list->items[i];
        if (entity->declared && ++count == most + 1) {
            diagnostic_fix(loader_report(ld, entity->node->at, CODE_TOO_MANY,
                                         "a scenario has at most %d of %s", most,
                                         node_specs[entity->node->word].name),
                           "make do with fewer");
        } else if (!entity->declared && !entity->node->broken) { // a broken one was reported
            undeclared(ld, list, entity);
        }
    }
}

static void number_people(Loader *ld)
{
    for (int i = 0; i < ld->people.count; i++) {
        Entity *entity = &ld->people.items[i];
        if (entity->declared) {
            StoryPerson person = { .id = builder_string(ld->builder, entity->id),
                                   .notice = -1,
                                   .talk = -1,
                                   .at = loader_position(entity->node->at) };
            entity->index = builder_person(ld->builder, person);
        }
    }
}

static void number_commitments(Loader *ld)
{
    for (int i = 0; i < ld->commitments.count; i++) {
        Entity *entity = &ld->commitments.items[i];
        if (entity->declared) {
            StoryCommitment commitment = { .id = builder_string(ld->builder, entity->id),
                                           .by = STORY_PLAYER,
                                           .provided = STORY_COND_TRUE,
                                           .due = STORY_TIME_NONE,
                                           .at = loader_position(entity->node->at) };
            entity->index = builder_commitment(ld->builder, commitment);
        }
    }
}

void declare_all(Loader *ld, lua_State *L)
{
    Node *scenario = declare_scenario_node(ld);
    if (scenario == NULL) {
        return;
    }
    scenario->placed = true;
    node_push_arg(L, scenario, 1);
    if (lua_type(L, -1) != LUA_TTABLE) {
        diagnostic_fix(loader_report(ld, scenario->at, CODE_TYPE, "scenario takes a list { }"),
                       "write %s", node_specs[NODE_SCENARIO].form);
        return;
    }
    Fields f = { ld, L, lua_gettop(L), scenario->at, "scenario" };
    const char *id = "";
    bool has_id = fields_has(&f, "id");
    if (fields_string(&f, "id", false, &id) && !story_is_id(id, strlen(id))) {
        diagnostic_fix(
            loader_report(ld, fields_place(&f, "id"), CODE_ID, "\"%s\" is not a name", id),
            "a name begins with a small letter and has small letters, digits, _ and -");
    }
    ld->builder = builder_new(id);
    for (int i = 0; i < ld->source_count; i++) {
        builder_file(ld->builder, ld->sources[i].name);
    }
    declare_scenario(&f);
    if (!has_id) { // behind those that are misspelled
        fields_string(&f, "id", true, &id);
    }
    lua_pop(L, 1);
    check_declared(ld, &ld->people, STORY_PEOPLE_MAX);
    check_declared(ld, &ld->commitments, STORY_COMMITMENTS_MAX);
    check_declared(ld, &ld->numbers, STORY_NUMBERS_MAX);
    if (ld->people.count == 0 && ld->out->count == 0) {
        diagnostic_fix(loader_report(ld, scenario->at, CODE_SHAPE, "there is nobody in it"),
                       "write %s", node_specs[NODE_PERSON].form);
    }
    number_people(ld);
    number_commitments(ld);
    for (int i = 0; i < ld->flags.count; i++) {
        Entity *flag = &ld->flags.items[i];
        flag->index = builder_flag(ld->builder, flag->id);
        builder_flag_at(ld->builder, flag->index, loader_position(flag->node->at));
    }
    read_each(ld, L, &ld->numbers, read_number);
    read_each(ld, L, &ld->people, read_person);
    read_each(ld, L, &ld->commitments, read_commitment);
}
