// scripts/annotations/plankwright.lua, by which editors complete, says what the engine says: every word, every
// field, every list of possible words, and nothing besides. The engine is asked by mistakes: what it
// answers to an unknown field lists the known ones.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/nodes.h"
#include "script/sandbox.h"
#include "script/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 160, NAME_MAX = 48 };

typedef struct Names {
    char items[WORDS_MAX][NAME_MAX];
    int count;
} Names;

static char *annotations;
static int failures;

static int setup(void **state)
{
    (void)state;
    size_t size = 0;
    Err err = { 0 };
    bool read = file_read(PLANKWRIGHT_SOURCE "/scripts/annotations/plankwright.lua", 1 << 20,
                          &annotations, &size, &err);
    return read ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    mem_free(annotations);
    return 0;
}

static bool has(const Names *names, const char *name)
{
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->items[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void add(Names *names, const char *start, size_t length)
{
    assert_true(names->count < WORDS_MAX && length < NAME_MAX);
    snprintf(names->items[names->count++], NAME_MAX, "%.*s", (int)length, start);
}

static void compare(const char *where, const Names *engine, const Names *written)
{
    for (int i = 0; i < engine->count; i++) {
        if (!has(written, engine->items[i])) {
            fprintf(stderr, "%s: \"%s\" is missing in the annotations\n", where, engine->items[i]);
            failures++;
        }
    }
    for (int i = 0; i < written->count; i++) {
        if (!has(engine, written->items[i])) {
            fprintf(stderr, "%s: \"%s\" is annotated, and the engine does not know it\n", where,
                    written->items[i]);
            failures++;
        }
    }
}

static size_t name_length(const char *s)
{
    return strspn(s, "abcdefghijklmnopqrstuvwxyz_0123456789");
}

// "function kept(x) end" and "listen = nil" at the beginning of a line.
static void annotated_words(Names *out)
{
    for (const char *line = annotations; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, "function ", 9) == 0) {
            add(out, line + 9, name_length(line + 9));
        } else if (name_length(line) > 0 && strncmp(line + name_length(line), " = nil", 6) == 0) {
            add(out, line, name_length(line));
        }
    }
}

static void every_word_is_annotated(void **state)
{
    (void)state;
    const char *known[WORDS_MAX];
    int count = words_names(known, WORDS_MAX);
    Names engine = { .count = 0 };
    Names written = { .count = 0 };
    for (int i = 0; i < count; i++) {
        bool of_lua = false; // the editor knows those
        for (int k = 0; k < library_name_count; k++) {
            of_lua = of_lua || strcmp(known[i], library_names[k]) == 0;
        }
        if (!of_lua) {
            add(&engine, known[i], strlen(known[i]));
        }
    }
    annotated_words(&written);
    assert_true(engine.count > 70);
    failures = 0;
    compare("words", &engine, &written);
    assert_int_equal(failures, 0);
}

// ---- fields -------------------------------------------------------------------------------------

static const char *const TOP =
    "scenario { id = \"x\", title = \"X\", days = { \"Thu\", \"Fri\" } }\n"
    "local halima = person \"halima\" { name = \"Halima\" }\n"
    "local plot = commitment \"plot\" { to = halima, what = \"it\", effort = 1, due = \"Fri "
    "12:00\" "
    "}\n";
static const char *const END =
    "\nending \"held\" { title = \"T\", kind = \"together\", \"Done.\" }\n";

// Where a field of that class stands; % is the field. One with a scenario { } stands alone.
static const struct {
    const char *class, *text;
} places[] = {
    { "ScenarioBody",
      "scenario { id = \"x\", title = \"X\", % } scene \"one\" { ending \"held\" }" },
    { "PersonBody", "person \"p\" { name = \"P\", % }" },
    { "StandardBody",
      "person \"p\" { name = \"P\", standards = { notice = { says = \"S\", % } } }" },
    { "LookBody", "person \"p\" { name = \"P\", look = { % } }" },
    { "CommitmentBody", "commitment \"c\" { to = halima, what = \"it\", due = \"Fri 12:00\", % }" },
    { "NumberBody", "number \"n\" { from = 0, to = 3, % }" },
    { "SceneBody", "scene \"two\" { %, ending \"held\" }" },
    { "EndingBody", "ending \"two\" { title = \"T\", %, \"Done.\" }" },
    { "WheneverBody", "whenever(kept(plot)) { %, \"So.\" }" },
    { "OptionBody", "scene \"two\" { choice { option \"a\" \"A.\" { % } }, ending \"held\" }" },
    { "TalkOptionBody", "talk(halima) { option \"a\" \"A.\" { %, listen } }" },
    { "CostBody",
      "scene \"two\" { choice { option \"a\" \"A.\" { costs = { % } } }, ending \"held\" }" },
    { "DeskBody", "scene \"two\" { desk { till = \"Fri 12:00\", % }, ending \"held\" }" },
    { "TalkBody", "talk(halima) { %, option \"a\" \"A.\" { listen } }" },
    { "NeedBody",
      "scene \"two\" { need { who = halima, crosses = { \"A.\" }, turns_back = { \"B.\" }, % }, "
      "ending \"held\" }" },
    { "NotesBody", "scene \"two\" { notes { % }, ending \"held\" }" },
    { "PromiseBody", "scene \"two\" { promise(plot, { % }), ending \"held\" }" },
    { "SpendBody", "scene \"two\" { spend { % }, ending \"held\" }" },
};
enum { PLACES = sizeof places / sizeof *places };

// What the engine says is possible there: the names behind "possible are: " in the answer to `field`.
static void ask_engine(int place, const char *field, const char *code, const char *about,
                       Names *out)
{
    Text text = { 0 };
    const char *at = strchr(places[place].text, '%');
    bool whole = strncmp(places[place].text, "scenario", 8) == 0;
    text_add(&text, whole ? "" : TOP);
    text_add_n(&text, places[place].text, (size_t)(at - places[place].text));
    text_add(&text, field);
    text_add(&text, at + 1);
    text_add(&text, whole ? END : "\nscene \"one\" { ending \"held\" }");
    text_add(&text, whole ? "" : END);
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *scenario = script_load_text("x.lua", text_str(&text), text.length, NULL, &list, &err);
    assert_null(scenario);
    bool answered = false;
    for (int i = 0; i < list.count; i++) {
        const char *known = strstr(list.items[i].fix, "possible are: ");
        if (strcmp(list.items[i].code, code) != 0 || known == NULL ||
            strstr(list.items[i].message, about) == NULL) {
            continue;
        }
        answered = true;
        for (known += strlen("possible are: "); *known != '\0';) {
            size_t n = strcspn(known, ",");
            add(out, known, n);
            known += n + strspn(known + n, ", ");
        }
    }
    if (!answered) {
        fail_msg("%s: %s was not answered with a list:\n%s", places[place].class, field,
                 text_str(&text));
    }
    script_diagnostics_deinit(&list);
    text_deinit(&text);
}

// The text of a class, from its line on; its lines begin with ---@field.
static const char *class_lines(const char *class)
{
    char head[80];
    snprintf(head, sizeof head, "---@class plankwright.%s\n", class);
    const char *at = strstr(annotations, head);
    if (at == NULL) {
        fail_msg("there is no class plankwright.%s", class);
    }
    return at + strlen(head);
}

static void every_field_is_annotated(void **state)
{
    (void)state;
    failures = 0;
    for (int i = 0; i < PLACES; i++) {
        Names engine = { .count = 0 };
        Names written = { .count = 0 };
        ask_engine(i, "zzzzzz = 1", "PW-130", "zzzzzz", &engine);
        const char *line = class_lines(places[i].class);
        for (; strncmp(line, "---@field ", 10) == 0; line = strchr(line, '\n') + 1) {
            if (line[10] != '[') {
                add(&written, line + 10, name_length(line + 10));
            }
        }
        compare(places[i].class, &engine, &written);
    }
    assert_int_equal(failures, 0);
}

// The type of a field, where it is a list of words: the class' own, or an alias.
static const char *words_of(const char *type)
{
    char head[80];
    if (strncmp(type, "plankwright.", 12) != 0) {
        return type;
    }
    snprintf(head, sizeof head, "---@alias %.*s ", (int)strcspn(type, " \n"), type);
    const char *alias = strstr(annotations, head);
    return alias == NULL ? type : alias + strlen(head);
}

static void every_word_of_a_list_is_annotated(void **state)
{
    (void)state;
    int lists = 0;
    failures = 0;
    for (int i = 0; i < PLACES; i++) {
        const char *line = class_lines(places[i].class);
        for (; strncmp(line, "---@field ", 10) == 0; line = strchr(line, '\n') + 1) {
            Names written = { .count = 0 };
            Names engine = { .count = 0 };
            size_t n = name_length(line + 10);
            const char *type = line + 10 + strcspn(line + 10, " \n");
            type = words_of(type + strspn(type, " "));
            size_t length = strcspn(type, " \n");
            bool others = false; // "player" or a person
            for (const char *part = type; part < type + length;) {
                size_t m = strcspn(part, "| \n");
                if (part[0] == '"' && m > 1) {
                    const char *close = strchr(part + 1, '"'); // "by hand" has a space in it
                    m = (size_t)(close + 1 - part);
                    length =
                        length > (size_t)(part - type) + m ? length : (size_t)(part - type) + m;
                    add(&written, part + 1, m - 2);
                } else {
                    others = others || strncmp(part, "boolean", 7) != 0;
                }
                part += m + (part[m] == '|');
                if (part[-1] != '|') {
                    break;
                }
            }
            if (written.count > 0 && !others) {
                char field[80];
                char about[64];
                snprintf(field, sizeof field, "%.*s = \"zzzzzz\"", (int)n, line + 10);
                snprintf(about, sizeof about, "%.*s cannot be", (int)n, line + 10);
                ask_engine(i, field, "PW-133", about, &engine);
                compare(about, &engine, &written);
                lists++;
            }
        }
    }
    assert_true(lists >= 18);
    assert_int_equal(failures, 0);
}

// ---- the library --------------------------------------------------------------------------------

// Each "function talks.meeting(" of the piece has its field in the annotations.
static void functions_of(const char *name, const char *text)
{
    for (const char *at = strstr(text, "\nfunction "); at != NULL;
         at = strstr(at + 1, "\nfunction ")) {
        const char *function = at + strcspn(at, ".(") + 1;
        char field[80];
        snprintf(field, sizeof field, "---@field %.*s fun(", (int)name_length(function), function);
        if (strstr(annotations, field) == NULL) {
            fail_msg("lib/%s: \"%s…\" is missing in the annotations", name, field);
        }
    }
}

static void every_shared_piece_is_annotated_and_listed(void **state)
{
    (void)state;
    FileList list;
    Err err = { 0 };
    char *readme = NULL;
    size_t size = 0;
    int pieces = 0;
    assert_true(file_list(PLANKWRIGHT_SOURCE "/scripts/lib", &list, &err));
    assert_true(
        file_read(PLANKWRIGHT_SOURCE "/scripts/lib/README.md", 1 << 20, &readme, &size, &err));
    for (int i = 0; i < list.count; i++) {
        const char *dot = strstr(list.names[i], ".lua");
        char name[64], path[512], line[128];
        char *text = NULL;
        if (dot == NULL) {
            continue;
        }
        snprintf(name, sizeof name, "%.*s", (int)(dot - list.names[i]), list.names[i]);
        snprintf(line, sizeof line, "---@overload fun(name: \"lib/%s\")", name);
        assert_non_null(strstr(annotations, line));
        snprintf(line, sizeof line, "| `%s` |", name);
        assert_non_null(strstr(readme, line));
        snprintf(path, sizeof path, "%s/scripts/lib/%s", PLANKWRIGHT_SOURCE, list.names[i]);
        assert_true(file_read(path, 1 << 20, &text, &size, &err));
        functions_of(name, text);
        mem_free(text);
        pieces++;
    }
    assert_true(pieces >= 2);
    mem_free(readme);
    file_list_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_annotated),
        cmocka_unit_test(every_field_is_annotated),
        cmocka_unit_test(every_word_of_a_list_is_annotated),
        cmocka_unit_test(every_shared_piece_is_annotated_and_listed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
