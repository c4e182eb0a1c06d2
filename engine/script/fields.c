// Fields of the author's tables, texts with their fills, handles.
#include "script/fields.h"

#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

Place fields_place(const Fields *f, const char *name)
{
    return loader_field(f->ld, f->at, name);
}

static int count_names(const char *const *names)
{
    int n = 0;
    while (names[n] != NULL) {
        n++;
    }
    return n;
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (strcmp(*names, name) == 0) {
            return true;
        }
    }
    return false;
}

static void list_names(const char *const *names, char *out, size_t size)
{
    out[0] = '\0';
    for (; *names != NULL; names++) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, used == 0 ? "%s" : ", %s", *names);
    }
}

// cold = true in a list: what changes the story is a deed.
static void set_as_field(const Loader *ld, ScriptDiagnostic *d, const char *name)
{
    if (entities_find(&ld->flags, name) != NULL) {
        diagnostic_fix(d, "write set(%.40s), or clear(%.40s)", name, name);
    } else if (entities_find(&ld->numbers, name) != NULL) {
        diagnostic_fix(d, "write assign(%.40s, 2), or add(%.40s, 1)", name, name);
    }
}

void fields_check(const Fields *f, const char *const *names, bool list)
{
    lua_State *L = f->L;
    lua_pushnil(L);
    while (lua_next(L, f->table)) {
        int type = lua_type(L, -2);
        if (type == LUA_TSTRING && !is_one_of(node_string(L, -2), names)) {
            const char *name = node_string(L, -2);
            ScriptDiagnostic *d = loader_report(f->ld, fields_place(f, name), CODE_FIELD,
                                                "%s has no field \"%s\"", f->what, name);
            char known[200];
            list_names(names, known, sizeof known);
            diagnostic_fix(d, known[0] == '\0' ? "take it out%s" : "possible are: %s", known);
            diagnostic_meant(d, name, names, count_names(names));
            set_as_field(f->ld, d, name);
            node_place_all(L, -1, 0);
        } else if (type != LUA_TSTRING && (type != LUA_TNUMBER || !list)) {
            ScriptDiagnostic *d = loader_report(f->ld, f->at, CODE_TYPE,
                                                "%s takes fields, and this is %s "
                                                "without a name",
                                                f->what, node_describe(L, lua_gettop(L)));
            diagnostic_fix(d, lua_type(L, -1) == LUA_TNUMBER
                                  ? "write name = value; a number has a point: 2.5"
                                  : "write name = value");
            node_place_all(L, -1, 0);
        }
        lua_pop(L, 1);
    }
}

static int push(const Fields *f, const char *name)
{
    lua_pushstring(f->L, name);
    return lua_rawget(f->L, f->table);
}

bool fields_has(const Fields *f, const char *name)
{
    bool there = push(f, name) != LUA_TNIL;
    lua_pop(f->L, 1);
    return there;
}

bool fields_misspelled(const Fields *f, const char *name)
{
    enum { LINES = 60 };
    char message[160];
    char unknown[80];
    int length = snprintf(message, sizeof message, "%s has no field \"", f->what);
    snprintf(unknown, sizeof unknown, "\"%s\" was never declared",
             name); // name "Mo", without its =
    for (int i = 0; i < f->ld->out->count; i++) {
        const ScriptDiagnostic *d = &f->ld->out->items[i];
        bool near = d->order == f->at.file && d->line >= f->at.line && d->line < f->at.line + LINES;
        bool misspelled =
            strcmp(d->meant, name) == 0 && strncmp(d->message, message, (size_t)length) == 0;
        if (near && (misspelled || strcmp(d->message, unknown) == 0)) {
            return true;
        }
    }
    return false;
}

static void missing(const Fields *f, const char *name)
{
    if (fields_misspelled(f, name)) {
        return;
    }
    diagnostic_fix(loader_report(f->ld, f->at, CODE_MISSING, "%s needs %s", f->what, name),
                   "write %s = … into its { }", name);
}

static void wrong_type(const Fields *f, const char *name, int type, const char *wanted)
{
    lua_State *L = f->L;
    const char *form = type == LUA_TSTRING   ? "\"…\""
                       : type == LUA_TTABLE  ? "{ … }"
                       : type == LUA_TNUMBER ? "2, without quotes"
                                             : "true";
    const NodeSpec *bare = words_bare(L, -1);
    ScriptDiagnostic *d = loader_report(
        f->ld, fields_place(f, name), CODE_TYPE, "%s: %s has to be %s, this is %s", f->what, name,
        wanted, bare == NULL ? node_describe(L, lua_gettop(L)) : bare->name);
    diagnostic_fix(d, "write %s = %s", name, form);
    if (bare != NULL && type == LUA_TSTRING) { // kind = work
        diagnostic_fix(d, "write %s = \"%s\"", name, bare->name);
    }
    node_place_all(L, -1, 0);
}

// Pushes the field; false (and nothing pushed) when it is missing or of another type.
static bool pushed(const Fields *f, const char *name, bool needed, int type, const char *wanted)
{
    int found = push(f, name);
    if (found == type) {
        return true;
    }
    if (found == LUA_TNIL) {
        if (needed) {
            missing(f, name);
        }
    } else {
        wrong_type(f, name, type, wanted);
    }
    lua_pop(f->L, 1);
    return false;
}

// The fields whose text is a label.
static bool is_label(const char *name)
{
    static const char *const labels[] = { "title", "role", "what", "place", NULL };
    return is_one_of(name, labels);
}

bool fields_string_at(const Fields *f, const char *name, Place at, const char **out)
{
    if (lua_type(f->L, -1) != LUA_TSTRING) {
        diagnostic_fix(loader_report(f->ld, at, CODE_TYPE,
                                     "%s: %s is a list of texts, and this is %s", f->what, name,
                                     node_describe(f->L, lua_gettop(f->L))),
                       "put every one in quotes");
        return false;
    }
    size_t n;
    const char *s = lua_tolstring(f->L, -1, &n);
    const char *fix = NULL;
    const char *wrong = wording_label_wrong(name, s, n, &fix);
    if (wrong != NULL) {
        diagnostic_fix(loader_report(f->ld, at, CODE_TEXT, "%s: %s %s", f->what, name, wrong), "%s",
                       fix);
        return false;
    }
    *out = s;
    return true;
}

bool fields_string(const Fields *f, const char *name, bool needed, const char **out)
{
    if (!pushed(f, name, needed, LUA_TSTRING, "a text in quotes")) {
        return false;
    }
    bool good = fields_string_at(f, name, fields_place(f, name), out); // the table keeps it alive
    lua_pop(f->L, 1);
    return good;
}

bool fields_text(const Fields *f, const char *name, bool needed, bool context, TextId *out)
{
    if (!pushed(f, name, needed, LUA_TSTRING, "a text in quotes")) {
        return false;
    }
    const char *label = "";
    bool good = !is_label(name) || fields_string_at(f, name, fields_place(f, name), &label);
    *out = good ? text_at(f->ld, f->L, lua_gettop(f->L), fields_place(f, name), context) : 0;
    lua_pop(f->L, 1);
    return *out != 0;
}

static void out_of_range(const Fields *f, const char *name, double value, double least, double most)
{
    diagnostic_fix(loader_report(f->ld, fields_place(f, name), CODE_RANGE,
                                 "%s: %s = %g is out of range", f->what, name, value),
                   "it can be %g to %g", least, most);
}

bool fields_number(const Fields *f, const char *name, double least, double most, double *out)
{
    if (!pushed(f, name, false, LUA_TNUMBER, "a number")) {
        return false;
    }
    double value = lua_tonumber(f->L, -1);
    lua_pop(f->L, 1);
    if (!(value >= least && value <= most)) {
        out_of_range(f, name, value, least, most);
        return false;
    }
    *out = value;
    return true;
}

bool fields_integer(const Fields *f, const char *name, int least, int most, int *out)
{
    double value = 0;
    if (!fields_number(f, name, least, most, &value)) {
        return false;
    }
    if (value != floor(value)) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, name), CODE_RANGE,
                                     "%s: %s = %g is not a whole "
                                     "number",
                                     f->what, name, value),
                       "write a number without a fraction");
        return false;
    }
    *out = (int)value;
    return true;
}

bool fields_hours(const Fields *f, const char *name, double least, double most, int32_t *minutes)
{
    double hours = 0;
    if (!fields_number(f, name, least, most, &hours)) {
        return false;
    }
    *minutes = (int32_t)floor(hours * 60.0 + 0.5);
    return true;
}

bool fields_energy(const Fields *f, const char *name, int16_t *thousandths)
{
    double energy = 0;
    if (!fields_number(f, name, 0, 30, &energy)) {
        return false;
    }
    *thousandths = (int16_t)floor(energy * 1000.0 + 0.5);
    return true;
}

bool fields_flag(const Fields *f, const char *name, bool *out)
{
    if (!pushed(f, name, false, LUA_TBOOLEAN, "true or false")) {
        return false;
    }
    *out = lua_toboolean(f->L, -1) != 0;
    lua_pop(f->L, 1);
    return true;
}

bool fields_word(const Fields *f, const char *name, const char *const *words, int *out)
{
    const char *word = NULL;
    if (!fields_string(f, name, false, &word)) {
        return false;
    }
    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], word) == 0) {
            *out = i;
            return true;
        }
    }
    char known[200];
    list_names(words, known, sizeof known);
    ScriptDiagnostic *d = loader_report(f->ld, fields_place(f, name), CODE_VALUE,
                                        "%s: %s cannot be \"%s\"", f->what, name, word);
    diagnostic_fix(d, "possible are: %s", known);
    diagnostic_meant(d, word, words, count_names(words));
    if (d->meant[0] != '\0') { // the whole list besides: the nearest may not be the one wanted
        diagnostic_fix(d, "did you mean \"%s\"? possible are: %s", d->meant, known);
    }
    return false;
}

bool fields_time(const Fields *f, const char *name, bool needed, StoryTime *out)
{
    if (!pushed(f, name, needed, LUA_TSTRING, "a time in quotes, \"Thu 18:00\"")) {
        return false;
    }
    *out = time_at(f->ld, f->L, lua_gettop(f->L), fields_place(f, name));
    lua_pop(f->L, 1);
    return *out != STORY_TIME_NONE;
}

bool fields_table(const Fields *f, const char *name, Fields *out)
{
    if (!pushed(f, name, false, LUA_TTABLE, "a list { }")) {
        return false;
    }
    *out = (Fields){ f->ld, f->L, lua_gettop(f->L), fields_place(f, name), name };
    return true;
}

// ---- texts --------------------------------------------------------------------------------------

static bool is_part(const char *s, size_t n, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (strlen(*names) == n && strncmp(*names, s, n) == 0) {
            return true;
        }
    }
    return false;
}

static bool knows_fill(const Loader *ld, const char *fill, size_t n, bool context)
{
    static const char *const plain_fills[] = { "who", "clock", NULL };
    static const char *const about_fills[] = { "what", "due", "left", "name", "title", NULL };
    static const char *const person_fills[] = { "first", "name", "role", NULL };
    static const char *const commitment_fills[] = { "due", "what", "title", "left", NULL };
    if (is_part(fill, n, plain_fills) || (context && is_part(fill, n, about_fills))) {
        return true;
    }
    const char *dot = memchr(fill, '.', n);
    size_t head = dot == NULL ? n : (size_t)(dot - fill);
    char id[64];
    if (head >= sizeof id) {
        return false;
    }
    memcpy(id, fill, head);
    id[head] = '\0';
    const Entity *person = entities_find(&ld->people, id);
    const Entity *commitment = entities_find(&ld->commitments, id);
    size_t rest = dot == NULL ? 0 : n - head - 1;
    return (person != NULL && (dot == NULL || is_part(dot + 1, rest, person_fills))) ||
           (commitment != NULL && dot != NULL && is_part(dot + 1, rest, commitment_fills));
}

static void unknown_fill(Loader *ld, const char *fill, size_t n, Place at)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(n < 60 ? n : 60), fill);
    ScriptDiagnostic *d = loader_report(ld, at, CODE_FILL, "{%s} means nothing in a text", name);
    diagnostic_fix(
        d, "write {person.first}, {person}, {commitment.due}, {commitment.what}, {who}, {clock}; a "
           "plain brace is {{");
    char *dot = strchr(name, '.');
    char field[64] = "";
    if (dot != NULL) {
        snprintf(field, sizeof field, "%s", dot + 1);
        *dot = '\0';
    }
    const char *names[STORY_PEOPLE_MAX + STORY_COMMITMENTS_MAX + 8];
    int count = entities_names(&ld->people, names, STORY_PEOPLE_MAX);
    count += entities_names(&ld->commitments, names + count, STORY_COMMITMENTS_MAX);
    names[count++] = "who";
    names[count++] = "clock";
    const char *head = text_did_you_mean(name, names, count);
    static const char *const field_names[] = { "first", "name",  "role", "due",
                                               "what",  "title", "left" };
    const char *tail = field[0] == '\0' ? NULL : text_did_you_mean(field, field_names, 7);
    if (head != NULL && (dot == NULL || tail != NULL)) {
        snprintf(d->meant, sizeof d->meant, "{%s%s%s}", head, tail == NULL ? "" : ".",
                 tail == NULL ? "" : tail);
        diagnostic_fix(d, "did you mean %s?", d->meant);
    }
}

static bool check_fills(Loader *ld, const char *s, Place at, bool context)
{
    bool good = true;
    for (const char *open = strchr(s, '{'); open != NULL; open = strchr(open, '{')) {
        if (open[1] == '{') {
            open += 2;
            continue;
        }
        const char *close = strchr(open, '}');
        if (close == NULL) {
            diagnostic_fix(loader_report(ld, at, CODE_FILL, "a { in a text is never closed"),
                           "close it with }, or write {{ for a plain brace");
            return false;
        }
        size_t n = (size_t)(close - open - 1);
        if (!knows_fill(ld, open + 1, n, context)) {
            unknown_fill(ld, open + 1, n, at);
            good = false;
        }
        open = close + 1;
    }
    return good;
}

TextId text_at(Loader *ld, lua_State *L, int index, Place at, bool context)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        diagnostic_fix(loader_report(ld, at, CODE_TYPE, "here belongs a text, this is %s",
                                     node_describe(L, index)),
                       "write it in quotes");
        return 0;
    }
    size_t n;
    const char *s = lua_tolstring(L, index, &n);
    const char *fix = NULL;
    const char *wrong = wording_wrong(s, n, &fix);
    if (wrong != NULL) {
        diagnostic_fix(loader_report(ld, at, CODE_TEXT, "this text %s", wrong), "%s", fix);
        return 0;
    }
    return check_fills(ld, s, at, context) ? builder_text(ld->builder, s) : 0;
}

// ---- handles ------------------------------------------------------------------------------------

static const char *article(NodeWord word)
{
    return word == NODE_PERSON       ? "a person"
           : word == NODE_COMMITMENT ? "a commitment"
           : word == NODE_FLAG       ? "a flag"
           : word == NODE_NUMBER     ? "a number of the story"
                                     : "something else";
}

static const Entities *handles(const Loader *ld, NodeWord word)
{
    return word == NODE_PERSON       ? &ld->people
           : word == NODE_COMMITMENT ? &ld->commitments
           : word == NODE_FLAG       ? &ld->flags
                                     : &ld->numbers;
}

// to = "minna": the one that was likely meant, which stands there without quotes.
static void name_in_quotes(const Loader *ld, ScriptDiagnostic *d, NodeWord word, const char *text)
{
    const char *names[NAMES_MAX];
    int n = entities_names(handles(ld, word), names, NAMES_MAX);
    diagnostic_meant(d, text, names, n);
    if (d->meant[0] != '\0') {
        diagnostic_fix(d, "did you mean %s, without quotes?", d->meant);
    }
}

Entity *handle_at(Loader *ld, lua_State *L, int index, NodeWord word, Place at, const char *form)
{
    const Node *node = node_at(L, index);
    if (node == NULL || node->word != word) {
        ScriptDiagnostic *d = loader_report(ld, at, CODE_TYPE, "here belongs %s, this is %s",
                                            article(word), node_describe(L, index));
        diagnostic_fix(d, "write %s", form);
        if (node != NULL && word == NODE_FLAG && node->word == NODE_NUMBER) {
            diagnostic_fix(d, "a number takes assign(n, 2) and add(n, 1); at_least(n, 2) asks it");
        }
        if (lua_type(L, index) == LUA_TSTRING) {
            name_in_quotes(ld, d, word, node_string(L, index));
        }
        if (node != NULL && word == NODE_COMMITMENT && node->word == NODE_PERSON) {
            diagnostic_fix(d, "write %s: to whom it is promised stands in the commitment", form);
        }
        if (lua_type(L, index) == LUA_TSTRING &&
            entities_find(handles(ld, word), node_string(L, index))) {
            diagnostic_fix(d, "without quotes: the local that %s \"%s\" was put into",
                           node_specs[word].name, node_string(L, index));
        }
        node_place_all(L, index, 0);
        return NULL;
    }
    if (node->broken) {
        return NULL;
    }
    node_push_arg(L, node, 1);
    const char *id = node_string(L, -1);
    lua_pop(L, 1);
    Entity *entity = entities_find(handles(ld, word), id);
    return entity != NULL && entity->index >= 0 ? entity : NULL;
}

static Entity *person_named(Loader *ld, const char *id, Place at)
{
    Entity *entity = entities_find(&ld->people, id);
    if (entity == NULL) {
        const char *names[NAMES_MAX];
        int n = entities_names(&ld->people, names, NAMES_MAX);
        ScriptDiagnostic *d =
            loader_report(ld, at, CODE_UNDECLARED, "there is no person \"%s\"", id);
        diagnostic_fix(d, "declare it: person \"%s\" { name = … }", id);
        diagnostic_meant(d, id, names, n);
        return NULL;
    }
    return entity->index >= 0 ? entity : NULL;
}

uint8_t people_at(Loader *ld, lua_State *L, int index, Place at, const char *form)
{
    uint8_t mask = 0;
    if (lua_type(L, index) != LUA_TTABLE) {
        Entity *one = handle_at(ld, L, index, NODE_PERSON, at, form);
        return (uint8_t)(one == NULL ? 0u : 1u << one->index);
    }
    lua_Unsigned n = lua_rawlen(L, index);
    for (lua_Unsigned i = 1; i <= n; i++) {
        lua_rawgeti(L, index, (lua_Integer)i);
        Entity *one = lua_type(L, -1) == LUA_TSTRING
                          ? person_named(ld, node_string(L, -1), at)
                          : handle_at(ld, L, lua_gettop(L), NODE_PERSON, at, form);
        lua_pop(L, 1);
        if (one != NULL) {
            mask |= (uint8_t)(1u << one->index);
        }
    }
    return mask;
}
