// scenario { }: who, when, where. Its calendar comes first, because every other time is read by it.
#include "script/compile.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const weathers[] = { "day", "dusk", "dawn", "storm", NULL };

// Whether the file that was given is only included by another.
static bool is_part(const Loader *ld)
{
    char path[600];
    snprintf(path, sizeof path, "%s/scenario.lua", ld->folder);
    return ld->folder[0] != '\0' && ld->source_count > 0 &&
           strcmp(ld->sources[0].name, "scenario.lua") != 0 && file_exists(path);
}

static void no_scenario(Loader *ld)
{
    Place at = { 0, 1, 0 };
    const Source *source = ld->source_count > 0 ? &ld->sources[0] : NULL;
    for (int i = 0; source != NULL && i + 2 < source->count; i++) {
        if (source_is(source, i, "local") && source_is(source, i + 1, "scenario") &&
            source_is(source, i + 2, "=")) { // local scenario = { … } is only a list
            at = (Place){ 0, source->tokens[i].line, source->tokens[i].column };
            diagnostic_fix(loader_report(ld, at, CODE_SHAPE, "there is no scenario { } in it"),
                           "take out local and the = here: write %s",
                           node_specs[NODE_SCENARIO].form);
            return;
        }
    }
    ScriptDiagnostic *d = loader_report(ld, at, CODE_SHAPE, "there is no scenario { } in it");
    if (is_part(ld)) {
        diagnostic_fix(
            d, "it is a part of the story in scenario.lua beside it: check that, or the folder");
    } else {
        diagnostic_fix(d, "begin with %s", node_specs[NODE_SCENARIO].form);
    }
}

Node *declare_scenario_node(Loader *ld)
{
    Node *found = NULL;
    for (int i = 0; i < ld->declared.count; i++) {
        Node *node = ld->declared.items[i];
        if (node->word != NODE_SCENARIO) {
            continue;
        }
        if (found != NULL) {
            diagnostic_fix(
                loader_report(ld, node->at, CODE_TWICE, "scenario { } stands here twice"),
                "the first is in line %d: make one of the two", found->at.line);
            node->placed = true;
        } else {
            found = node;
        }
    }
    if (found == NULL) {
        no_scenario(ld);
    }
    return found;
}

// The items of a list of texts, at most `most`; returns how many. The texts stay alive with their
// table.
static int text_list(const Fields *f, const char *name, const char **out, int most)
{
    Fields list;
    if (!fields_table(f, name, &list)) {
        return 0;
    }
    int n = 0;
    lua_Unsigned count = lua_rawlen(f->L, list.table);
    for (lua_Unsigned i = 1; i <= count && n < most; i++) {
        lua_rawgeti(f->L, list.table, (lua_Integer)i);
        n += fields_string_at(f, name, list.at, &out[n]);
        lua_pop(f->L, 1);
    }
    static const char *const no_fields[] = { NULL };
    fields_check(&list, no_fields, true);
    if (count > (lua_Unsigned)most) {
        diagnostic_fix(loader_report(f->ld, list.at, CODE_TOO_MANY,
                                     "%s: %s has more than %d entries", f->what, name, most),
                       "take some out");
    }
    lua_pop(f->L, 1);
    return n;
}

static void read_days(const Fields *f)
{
    const char *names[STORY_DAYS_MAX] = { "Mon", "Tue", "Wed", "Thu", "Fri" };
    int weekdays[STORY_DAYS_MAX];
    int count = fields_has(f, "days") ? text_list(f, "days", names, STORY_DAYS_MAX) : 5;
    Place at = fields_place(f, "days");
    bool good = count > 0;
    lua_getfield(f->L, f->table, "days");
    bool is_list = lua_type(f->L, -1) == LUA_TTABLE; // what else it is was told
    lua_pop(f->L, 1);
    if (!good && is_list) {
        diagnostic_fix(loader_report(f->ld, at, CODE_EMPTY, "days is an empty list"),
                       "write days = { \"Mon\", \"Tue\" }");
    }
    for (int i = 0; i < count; i++) {
        weekdays[i] = time_weekday(names[i], strlen(names[i]));
        if (weekdays[i] < 0) {
            good = false;
            ScriptDiagnostic *d =
                loader_report(f->ld, at, CODE_TIME, "\"%s\" is not a day", names[i]);
            diagnostic_fix(d, "the days are Mon, Tue, Wed, Thu, Fri, Sat, Sun");
            time_meant(d, names[i]);
        }
    }
    int weeks = 1;
    fields_integer(f, "weeks", 1, 10, &weeks);
    if (good) {
        time_calendar(f->ld, weekdays, count, weeks, at);
    }
}

static void read_hours(const Fields *f, Scenario *sc)
{
    const char *times[2] = { NULL, NULL };
    if (!fields_has(f, "hours")) {
        return;
    }
    int n = text_list(f, "hours", times, 2);
    int opens = n == 2 ? time_of_day(times[0]) : -1;
    int closes = n == 2 ? time_of_day(times[1]) : -1;
    lua_getfield(f->L, f->table, "hours");
    bool told = n < 2 && (lua_type(f->L, -1) != LUA_TTABLE || lua_rawlen(f->L, -1) == 2);
    lua_pop(f->L, 1);
    if (told) {
        return; // no texts
    }
    if (opens < 0 || closes <= opens) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, "hours"), CODE_TIME,
                                     "hours are not two times of a "
                                     "day, the earlier first"),
                       "write hours = { \"09:00\", \"17:00\" }");
        return;
    }
    sc->opens_minute = opens;
    sc->closes_minute = closes;
}

static void read_teaches(const Fields *f, Scenario *sc)
{
    const char *names[32];
    int n = text_list(f, "teaches", names, 32);
    for (int i = 0; i < n; i++) {
        char *end = NULL;
        long mechanic = names[i][0] == 'A' ? strtol(names[i] + 1, &end, 10) : 0;
        if (mechanic < 1 || mechanic > 20 || *end != '\0') {
            bool small = names[i][0] == 'a' && names[i][1] >= '1' && names[i][1] <= '9';
            diagnostic_fix(loader_report(f->ld, fields_place(f, "teaches"), CODE_VALUE,
                                         "there is no mechanic "
                                         "\"%s\"",
                                         names[i]),
                           small ? "they are \"A1\" to \"A20\", with a large A"
                                 : "they are \"A1\" to \"A20\"");
        } else {
            sc->teaches |= 1u << (mechanic - 1);
        }
    }
}

static void read_content(const Fields *f, Scenario *sc)
{
    const char *names[32];
    int n = text_list(f, "content", names, 32);
    const char **copy = arena_alloc(&sc->arena, (size_t)(n + 1) * sizeof *copy);
    for (int i = 0; i < n; i++) {
        copy[i] = builder_string(f->ld->builder, names[i]);
    }
    sc->content = copy;
    sc->content_count = n;
}

// "en", "pt_BR": files of translations are called so.
static void check_language(const Fields *f, const char *language)
{
    static const char *const letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    size_t n = language == NULL ? 0 : strlen(language);
    if (n > 0 && (n < 2 || n > 15 || strspn(language, letters) != n)) {
        diagnostic_fix(loader_report(f->ld, fields_place(f, "language"), CODE_VALUE,
                                     "\"%s\" is not the short name of a language", language),
                       "write language = \"en\", \"de\", \"pt_BR\"");
    }
}

void declare_scenario(const Fields *f)
{
    static const char *const field_names[] = { "id",       "title", "version", "author",  "licence",
                                               "language", "blurb", "minutes", "teaches", "content",
                                               "days",     "weeks", "hours",   "energy",  "place",
                                               "weather",  "kind",  "reading", NULL };
    static const char *const kinds[] = { "story", "booster", NULL };
    Builder *b = f->ld->builder;
    Scenario *sc = builder_scenario(b);
    fields_check(f, field_names, false);
    fields_text(f, "title", true, false, &sc->title);
    fields_text(f, "blurb", false, false, &sc->blurb);
    fields_text(f, "place", false, false, &sc->place);
    struct {
        const char *name, **out;
    } strings[] = { { "author", &sc->author },
                    { "licence", &sc->licence },
                    { "language", &sc->language } };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        const char *text = NULL;
        if (fields_string(f, strings[i].name, false, &text)) {
            *strings[i].out = builder_string(b, text);
        }
    }
    check_language(f, sc->language);
    sc->version = 1;
    fields_integer(f, "version", 1, 1000000, &sc->version);
    fields_integer(f, "minutes", 1, 600, &sc->minutes);
    fields_integer(f, "reading", 10, 100, &sc->reading);
    double energy = 0;
    if (fields_number(f, "energy", 1, 30, &energy)) {
        sc->energy = (int16_t)(energy * 1000.0 + 0.5);
    }
    int weather = -1;
    fields_word(f, "weather", weathers, &weather);
    sc->weather = (uint8_t)(weather + 1);
    read_days(f);
    read_hours(f, sc);
    read_teaches(f, sc);
    read_content(f, sc);
    int kind = STORY_FULL;
    fields_word(f, "kind", kinds, &kind);
    sc->kind = (uint8_t)kind;
    sc->folder = builder_string(b, f->ld->folder);
}
