// Every mistake of data/mistakes.txt is answered with its code, line, message and way to mend it,
// and with nothing else; and every code of the table has a mistake, or says why it has none here.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXPECTED_MAX = 12, CASES_LEAST = 100 };

static const char *const BASE =
    "scenario { id = \"base\", title = \"Base\", days = { \"Thu\", \"Fri\" } }\n"
    "local halima = person \"halima\" { name = \"Halima Nasser\", facts = { fall = \"She fell.\" "
    "}, standards = "
    "{ notice = { hours = 2, says = \"two hours\" } } }\n"
    "local ladder = commitment \"ladder\" { kind = \"meet\", to = halima, what = \"the ladder\", "
    "due = \"Thu "
    "18:00\" } local plot = commitment \"plot\" { to = halima, what = \"the plot\", effort = 3, "
    "due = \"Fri "
    "12:00\" }\n"
    "local keys = commitment \"keys\" { kind = \"meet\", by = halima, to = \"player\", what = "
    "\"the keys\", due "
    "= \"Fri 09:30\" }\n"
    "local lorry = flag \"lorry\" local score = number \"score\" { from = 0, to = 3 }\n";

typedef struct Expected {
    char code[8];
    int line, column; // column 0: wherever
    char message[160], fix[160];
    bool found;
} Expected;

typedef struct Case {
    char name[80];
    Expected expected[EXPECTED_MAX];
    int expected_count;
    Text text;
} Case;

static char seen_codes[4096];
static int failures;

static void trim(char *s)
{
    size_t n = strlen(s);
    while (n > 0 && s[n - 1] == ' ') {
        s[--n] = '\0';
    }
    size_t from = strspn(s, " ");
    memmove(s, s + from, n - from + 1);
}

static void read_expected(Case *it, const char *line)
{
    assert_true(it->expected_count < EXPECTED_MAX);
    Expected *e = &it->expected[it->expected_count++];
    char place[16];
    int read = sscanf(line, "! %7s %15s | %159[^|]| %159[^\n]", e->code, place, e->message, e->fix);
    if (read < 4) { // an empty piece of the message
        read = sscanf(line, "! %7s %15s | | %159[^\n]", e->code, place, e->fix) + 1;
        e->message[0] = '\0';
    }
    assert_int_equal(read, 4);
    assert_true(sscanf(place, "%d:%d", &e->line, &e->column) >= 1);
    trim(e->message);
    trim(e->fix);
}

static void complain(const Case *it, const char *what, const ScriptDiagnostics *list)
{
    failures++;
    fprintf(stderr, "%s: %s\n", it->name, what);
    for (int i = 0; i < list->count; i++) {
        char line[1024];
        fprintf(stderr, "    %s\n",
                script_diagnostic_line(&list->items[i], line, (int)sizeof line));
    }
}

static void run_case(Case *it)
{
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *scenario =
        script_load_text("scenario.lua", text_str(&it->text), it->text.length, NULL, &list, &err);
    if (scenario != NULL) {
        complain(it, "it loads", &list);
        scenario_free(scenario);
    }
    int matched = 0;
    for (int i = 0; i < list.count; i++) {
        const ScriptDiagnostic *d = &list.items[i];
        for (int k = 0; k < it->expected_count; k++) {
            Expected *e = &it->expected[k];
            if (!e->found && strncmp(d->code, e->code, strlen(e->code)) == 0 &&
                d->line == e->line && (e->column == 0 || d->column == e->column) &&
                strstr(d->message, e->message) != NULL && strstr(d->fix, e->fix) != NULL) {
                e->found = true;
                matched++;
                strcat(seen_codes, d->code);
                break;
            }
        }
    }
    if (matched != it->expected_count || list.count != it->expected_count) {
        complain(it, "another answer than expected", &list);
    } else {
        assert_int_equal(err.kind, ERR_INPUT);
        assert_int_equal(err.line, list.items[0].line);
        assert_non_null(strstr(err.message, list.items[0].message));
    }
    script_diagnostics_deinit(&list);
    text_clear(&it->text);
}

static void add_line(Case *it, const char *line, size_t n)
{
    if (n == 5 && memcmp(line, "@base", 5) == 0) {
        text_add(&it->text, BASE);
    } else if (n == 7 && memcmp(line, "@locals", 7) == 0) {
        text_add(&it->text, BASE);
        for (int i = 0; i < 220; i++) {
            text_addf(&it->text, "local l%d = %d ", i, i);
        }
        text_add_char(&it->text, '\n');
    } else {
        text_add_n(&it->text, line, n);
        text_add_char(&it->text, '\n');
    }
}

static void every_mistake_is_answered(void **state)
{
    (void)state;
    char *all = NULL;
    size_t size = 0;
    Err err = { 0 };
    assert_true(file_read(PLANKWRIGHT_SOURCE "/tests/script/data/mistakes.txt", 1 << 20, &all,
                          &size, &err));
    Case it = { 0 };
    int cases = 0;
    bool running = false;
    for (const char *line = all; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        if (n > 3 && memcmp(line, "== ", 3) == 0) {
            if (running) {
                run_case(&it);
            }
            running = true;
            cases++;
            it.expected_count = 0;
            memset(it.expected, 0, sizeof it.expected);
            snprintf(it.name, sizeof it.name, "%.*s", (int)(n - 3 < 79 ? n - 3 : 79), line + 3);
        } else if (running && *line == '!') {
            read_expected(&it, line);
        } else if (running && (n > 0 || it.text.length > 0)) {
            add_line(&it, line, n);
        }
        line += n + (line[n] == '\n');
    }
    run_case(&it);
    text_deinit(&it.text);
    mem_free(all);
    assert_true(cases >= CASES_LEAST);
    assert_int_equal(failures, 0);
}

// How far lines stand in shows which bracket was meant to be closed.
static void an_open_bracket_is_shown_where_it_was_likely_meant(void **state)
{
    (void)state;
    static const char *const text = "scene \"one\" {\n"
                                    "  choice {\n"
                                    "    option \"yes\" \"Six.\" { go \"two\",\n"
                                    "    option \"no\" \"Not six.\" { go \"two\" },\n"
                                    "  },\n"
                                    "}\n"
                                    "scene \"two\" { }\n";
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    assert_null(script_load_text("scenario.lua", text, strlen(text), NULL, &list, &err));
    assert_int_equal(list.count, 1);
    const ScriptDiagnostic *d = &list.items[0];
    assert_string_equal(d->message, "this { is never closed");
    assert_int_equal(d->line, 1);
    assert_int_equal(d->note_count, 2);
    assert_string_equal(d->notes[0].message, "likely meant: this one is still open in line 4");
    assert_int_equal(d->notes[0].line, 3);
    assert_int_equal(d->notes[0].column, 25);
    assert_int_equal(d->notes[1].line, 7);
    script_diagnostics_deinit(&list);
}

// Answered elsewhere: files that cannot be read, are not UTF-8, compiled or too much for the
// machine.
static const char *const ELSEWHERE[] = { "PW-101", "PW-102", "PW-111", "PW-113", "PW-160" };

static void every_code_has_its_mistake(void **state)
{
    (void)state;
    const char *about = NULL;
    for (int i = 0; script_code(i, &about) != NULL; i++) {
        const char *code = script_code(i, NULL);
        bool known = strstr(seen_codes, code) != NULL;
        for (size_t k = 0; k < sizeof ELSEWHERE / sizeof *ELSEWHERE; k++) {
            known = known || strcmp(ELSEWHERE[k], code) == 0;
        }
        if (!known) {
            fail_msg("no mistake for %s (%s)", code, about);
        }
        assert_true(strlen(about) > 5);
    }
}

static void every_code_stands_in_the_readme(void **state)
{
    (void)state;
    char *readme = NULL;
    size_t size = 0;
    Err err = { 0 };
    assert_true(
        file_read(PLANKWRIGHT_SOURCE "/engine/script/README.md", 1 << 20, &readme, &size, &err));
    for (int i = 0; script_code(i, NULL) != NULL; i++) {
        if (strstr(readme, script_code(i, NULL)) == NULL) {
            fail_msg("%s is not in engine/script/README.md", script_code(i, NULL));
        }
    }
    mem_free(readme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_is_answered),
        cmocka_unit_test(an_open_bracket_is_shown_where_it_was_likely_meant),
        cmocka_unit_test(every_code_has_its_mistake),
        cmocka_unit_test(every_code_stands_in_the_readme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
