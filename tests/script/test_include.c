// Several files of one scenario, and the pieces that scenarios share: what is found where, what is refused, whose
// line a mistake is shown at, and that a changed piece makes another scenario.
#define _POSIX_C_SOURCE 200809L
// links: story bridge trust base
#include "support/test.h"

#include "base/text.h"
#include "script/script.h"
#include "story/scenario.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const TOP =
    "scenario { id = \"x\", title = \"X\", days = { \"Thu\", \"Fri\" } }\n"
    "local halima = person \"halima\" { name = \"Halima\" }\n";
static const char *const END =
    "\nscene \"one\" { go \"last\" }\nscene \"last\" { ending \"held\" }\n"
    "ending \"held\" { title = \"T\", kind = \"together\", \"Done.\" }\n";

static char story[512], shared[512];

static int setup(void **state)
{
    (void)state;
    snprintf(story, sizeof story, "%s", test_folder("story"));
    snprintf(shared, sizeof shared, "%s", test_folder("shared"));
    script_set_library(shared);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    script_set_library("");
    return 0;
}

static void put(const char *folder, const char *name, const char *text)
{
    char path[700];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    test_write(path, text, strlen(text));
}

// The story is TOP, these lines, END; so they begin at line 3.
static Scenario *load(const char *lines, ScriptDiagnostics *list)
{
    Text text = { 0 };
    Err err = { 0 };
    text_addf(&text, "%s%s%s", TOP, lines, END);
    put(story, "scenario.lua", text_str(&text));
    text_deinit(&text);
    return script_load(story, list, &err);
}

static void loads(const char *lines)
{
    ScriptDiagnostics list = { 0 };
    Scenario *scenario = load(lines, &list);
    if (scenario == NULL) {
        char line[1024];
        fail_msg("%s", script_diagnostic_line(&list.items[0], line, (int)sizeof line));
    }
    scenario_free(scenario);
    script_diagnostics_deinit(&list);
}

static void fails(const char *lines, const char *code, const char *file, int line,
                  const char *message)
{
    ScriptDiagnostics list = { 0 };
    Scenario *scenario = load(lines, &list);
    assert_null(scenario);
    assert_int_equal(list.count, 1);
    const ScriptDiagnostic *d = &list.items[0];
    char shown[1024];
    if (strcmp(d->code, code) != 0 || strcmp(d->file, file) != 0 || d->line != line ||
        strstr(d->message, message) == NULL) {
        fail_msg("%s", script_diagnostic_line(d, shown, (int)sizeof shown));
    }
    script_diagnostics_deinit(&list);
}

static const char *in_story(const char *name)
{
    static char path[700];
    snprintf(path, sizeof path, "%s/%s", story, name);
    return path;
}

static const char *in_shared(const char *name)
{
    static char path[700];
    snprintf(path, sizeof path, "%s/%s", shared, name);
    return path;
}

static void a_file_of_the_folder_is_read(void **state)
{
    (void)state;
    put(story, "friday.lua",
        "local halima = person \"halima\"\nscene \"friday\" { halima \"So.\", ending \"held\" }\n");
    loads("include \"friday\"");
    put(story, "friday.lua", "scene \"friday\" { ending \"hold\" }\n");
    fails("include \"friday\"", "PW-123", in_story("friday.lua"), 1, "no ending \"hold\"");
    fails("include \"friday\" include \"friday\"", "PW-112", in_story("scenario.lua"), 3,
          "included before");
    put(story, "friday.lua", "include \"friday\"\n");
    fails("include \"friday\"", "PW-112", in_story("friday.lua"), 1, "includes itself");
    fails("include \"saturday\"", "PW-112", in_story("scenario.lua"), 3, "");
}

static void a_shared_piece_gives_the_same_each_time(void **state)
{
    (void)state;
    put(shared, "piece.lua",
        "local t = { n = 0 }\nfunction t.more() t.n = t.n + 1 return t.n end\nreturn t\n");
    put(story, "friday.lua", "local again = include \"lib/piece\"\nassert(again.more() == 2)\n");
    loads("local p = include \"lib/piece\"\nassert(p.more() == 1)\ninclude \"friday\"\nassert(p.n "
          "== 2)");
    fails("include \"lib/peace\"", "PW-112", in_story("scenario.lua"), 3, "");
}

static void what_lies_in_the_scenario_goes_first(void **state)
{
    (void)state;
    char folder[600];
    snprintf(folder, sizeof folder, "%s/lib", story);
    put(shared, "piece.lua", "return 1\n");
    assert_int_equal(mkdir(folder, 0700), 0);
    put(folder, "piece.lua", "return 2\n");
    loads("assert(include \"lib/piece\" == 2)");
    put(folder, "piece.lua", "retrun 2\n");
    fails("include \"lib/piece\"", "PW-104", in_story("lib/piece.lua"), 1, "comma");
    unlink(in_story("lib/piece.lua"));
    loads("assert(include \"lib/piece\" == 1)");
    rmdir(folder);
}

static void meant(const char *lines, const char *name)
{
    ScriptDiagnostics list = { 0 };
    assert_null(load(lines, &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].code, "PW-112");
    assert_string_equal(list.items[0].meant, name);
    script_diagnostics_deinit(&list);
}

static void a_slip_in_the_name_is_answered_with_what_is_there(void **state)
{
    (void)state;
    put(story, "friday.lua", "");
    put(shared, "one-on-one.lua", "");
    meant("include \"fryday\"", "friday");
    meant("include \"one-on-one\"", "lib/one-on-one");
    meant("include \"lib/oneonone\"", "lib/one-on-one");
    meant("include \"something-else\"", "");
}

static void nothing_outside_is_read(void **state)
{
    (void)state;
    static const char *const names[] = { "lib/../x",    "lib//x",     "lib/",      "lib/sub/x",
                                         "/etc/passwd", "../story/x", "lib/.",     "x.lua",
                                         ".",           "lib\\x",     "lib/x\\0y", "Lib/x" };
    put(shared, "x.lua", "return 1\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char lines[80];
        snprintf(lines, sizeof lines, "include \"%s\"",
                 strcmp(names[i], "lib\\x") == 0 ? "lib\\\\x" : names[i]);
        fails(lines, "PW-112", in_story("scenario.lua"), 3, "");
    }
    char here[300], outside[600];
    assert_non_null(getcwd(here, sizeof here));
    snprintf(outside, sizeof outside, "%s/%s/secret.lua", here, test_folder("outside"));
    test_write(outside, "return 1\n", 9);
    assert_int_equal(symlink(outside, in_story("friday.lua")), 0);
    fails("include \"friday\"", "PW-112", in_story("scenario.lua"), 3, "lies outside");
    unlink(in_story("friday.lua"));
}

// A folder that is a link, and one whose files are links, as some install programs.
static void a_scenario_may_be_there_by_links(void **state)
{
    (void)state;
    char here[300], real[900], link[600];
    assert_non_null(getcwd(here, sizeof here));
    put(story, "friday.lua", "scene \"friday\" { ending \"held\" }\n");
    loads("include \"friday\"");
    const char *linked = test_folder("linked");
    for (int i = 0; i < 2; i++) {
        const char *name = i == 0 ? "scenario.lua" : "friday.lua";
        snprintf(real, sizeof real, "%s/%s/%s", here, story, name);
        snprintf(link, sizeof link, "%s/%s", linked, name);
        assert_int_equal(symlink(real, link), 0);
    }
    Err err = { 0 };
    Scenario *scenario = script_load(linked, NULL, &err);
    assert_non_null(scenario);
    scenario_free(scenario);
    snprintf(real, sizeof real, "%s/%s", here, story);
    snprintf(link, sizeof link, "%s/whole", linked);
    assert_int_equal(symlink(real, link), 0);
    scenario = script_load(link, NULL, &err);
    assert_non_null(scenario);
    scenario_free(scenario);
}

static void without_a_library_there_is_none(void **state)
{
    (void)state;
    put(shared, "piece.lua", "return 1\n");
    script_set_library("");
    fails("include \"lib/piece\"", "PW-112", in_story("scenario.lua"), 3, "");
}

static void a_mistake_is_shown_at_the_author_s_line(void **state)
{
    (void)state;
    put(shared, "piece.lua",
        "local t = {}\n"
        "function t.line(p) return { p \"So.\" } end\n"
        "function t.give(x) return promise(x) end\n"
        "function t.check(n) error(\"n is a number, t.check(3)\", 0) end\n"
        "function t.add(n) return n + 1 end\n"
        "return t\n");
    const char *here = in_story("scenario.lua");
    fails("local t = include \"lib/piece\"\n\nscene \"two\" { t.give(halima), ending \"held\" }",
          "PW-132", here, 5, "here belongs a commitment");
    fails("local t = include \"lib/piece\"\nlocal unused = t.give(halima)", "PW-140", here, 4,
          "promise is built");
    fails("local t = include \"lib/piece\"\nt.check()", "PW-108", here, 4, "n is a number");
    fails("local t = include \"lib/piece\"\n\nt.add({})", "PW-108", here, 5, "arithmetic");
    put(shared, "piece.lua", "local x = 1\nlocal t = hallima\nreturn t\n");
    fails("include \"lib/piece\"", "PW-105", in_shared("piece.lua"), 2,
          "\"hallima\" was never declared");
    put(shared, "piece.lua", "while true do end\n");
    fails("include \"lib/piece\"", "PW-110", in_shared("piece.lua"), 1, "does not come to an end");
}

static uint64_t hash_with(const char *piece)
{
    ScriptDiagnostics list = { 0 };
    put(shared, "piece.lua", piece);
    Scenario *scenario =
        load("local t = include \"lib/piece\"\nscene \"two\" { t.line(halima), ending \"held\" }",
             &list);
    assert_non_null(scenario);
    uint64_t hash = scenario->hash;
    scenario_free(scenario);
    script_diagnostics_deinit(&list);
    return hash;
}

// What was kept of a play is run again when the scenario is another one: a piece is a part of it.
static void a_changed_piece_makes_another_scenario(void **state)
{
    (void)state;
    const char *before = "return { line = function(p) return { p \"So.\" } end }\n";
    uint64_t hash = hash_with(before);
    assert_true(hash_with(before) == hash);
    assert_true(hash_with("return { line = function(p) return { p \"So!\" } end }\n") != hash);
    assert_true(
        hash_with(
            "return { line = function(p) return { p \"So.\", spend { hours = 1 } } end }\n") !=
        hash);
    assert_true(hash_with(before) == hash);
}

static void a_piece_is_in_the_same_sandbox(void **state)
{
    (void)state;
    put(shared, "piece.lua", "return io.open(\"/etc/passwd\")\n");
    fails("include \"lib/piece\"", "PW-106", in_shared("piece.lua"), 1, "\"io\" is not there");
    put(shared, "piece.lua", "\x1bLuaT");
    fails("include \"lib/piece\"", "PW-113", in_shared("piece.lua"), 1, "compiled");
    put(shared, "piece.lua", "van = 5\n");
    fails("include \"lib/piece\"", "PW-107", in_shared("piece.lua"), 1, "without local");
}

// ---- the library that comes with the program ----------------------------------------------------

static void the_library_s_pieces_answer_wrong_use(void **state)
{
    (void)state;
    const char *here = in_story("scenario.lua");
    script_set_library(PLANKWRIGHT_SOURCE "/scripts/lib");
    fails("local talks = include \"lib/one-on-one\"\n"
          "scene \"two\" {\n"
          "  talks.meeting(\"halima\", { minutes = 30 }), ending \"held\" }",
          "PW-132", here, 5, "here belongs a person");
    fails("local talks = include \"lib/one-on-one\"\n\ntalks.desk(halima, { minuts = 30 })",
          "PW-130", here, 5, "no field \"minuts\"");
    fails("local lateness = include \"lib/lateness\"\n\n\nlateness.comes(halima, 3, 3, {})",
          "PW-108", here, 6, "late 1 time in 3");
}

// What Lua would pass over: the piece would go on as if nothing had been given.
static void a_slip_in_what_a_piece_is_given_is_answered(void **state)
{
    (void)state;
    static const struct {
        const char *call, *message;
    } slips[] = {
        { "talks.meeting(halima, { says = { lisen = \"Wait.\" } })",
          "meeting, says: \"lisen\" is none of theirs, shared, mine, ask, listen, steer, defend: "
          "did you mean \"listen\"?" },
        { "talks.meeting(halima, { leaves_out = { \"sharedd\" } })", "did you mean \"shared\"?" },
        { "talks.meeting(halima, { answers = { aks = halima \"So.\" } })",
          "did you mean \"ask\"?" },
        { "talks.meeting(halima, { says = { kettle = \"Wait.\" } })",
          "\"kettle\" is none of theirs, shared, mine, ask, listen, steer, defend" },
        { "talks.meeting(halima, { say = { listen = \"Wait.\" } })",
          "meeting has no field \"say\": did you mean \"says\"?" },
        { "talks.meeting(halima, { leave_out = { \"shared\" } })", "did you mean \"leaves_out\"?" },
        { "talks.meeting(halima, { leaves_out = { shared = true } })", "write { \"shared\" }" },
        { "talks.meeting(halima, { leaves_out = { ask } })", "a userdata is none of" },
        { "talks.meeting(halima, { leaves_out = \"shared\" })", "here belongs a list" },
        { "talks.meeting(halima, { says = \"Wait.\" })", "here belongs a list" },
        { "talks.meeting(halima, 30)", "here belongs a table" },
        { "talks.desk(halima, { says = { deffend = \"No.\" } })", "did you mean \"defend\"?" },
        { "lateness.comes(halima, 1, 3, { lat = {} })",
          "\"lat\" is none of late, there: did you mean \"late\"?" },
        { "lateness.comes(halima, 1, 3, 5)", "here belongs a list" },
    };
    script_set_library(PLANKWRIGHT_SOURCE "/scripts/lib");
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        char lines[400];
        snprintf(
            lines, sizeof lines,
            "local talks, lateness = include \"lib/one-on-one\", include \"lib/lateness\"\n\n%s",
            slips[i].call);
        fails(lines, "PW-108", in_story("scenario.lua"), 5, slips[i].message);
    }
}

static int option_named(const Scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->option_count; i++) {
        if (strcmp(scenario->options[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

static void a_one_on_one_of_the_library_has_the_usual_moves(void **state)
{
    (void)state;
    static const char *const usual[] = { "march", "theirs", "shared", "mine",
                                         "ask",   "listen", "steer" };
    script_set_library(PLANKWRIGHT_SOURCE "/scripts/lib");
    ScriptDiagnostics list = { 0 };
    Scenario *scenario = load("local talks = include \"lib/one-on-one\"\n"
                              "scene \"two\" { talks.meeting(halima, { minutes = 25, rounds = 3, "
                              "leaves_out = { \"defend\" },\n"
                              "  option \"march\" \"March?\" { ask }, says = { ask = \"And then?\" "
                              "} }), ending \"held\" }",
                              &list);
    assert_non_null(scenario);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        assert_true(option_named(scenario, usual[i]) >= 0);
    }
    assert_int_equal(option_named(scenario, "defend"), -1);
    const StoryOption *ask = &scenario->options[option_named(scenario, "ask")];
    assert_string_equal(scenario_text(scenario, ask->text), "And then?");
    assert_int_equal(ask->position.line, 4); // where the author has called it
    assert_int_equal(scenario->file_count, 3);
    assert_string_equal(scenario->files[1], "lib/one-on-one.lua");
    assert_string_equal(scenario->files[2], "lib/slips.lua");
    scenario_free(scenario);
    script_diagnostics_deinit(&list);
}

// A file beside it that nobody includes is named where its scene is missing.
static void a_forgotten_include_is_told(void **state)
{
    (void)state;
    ScriptDiagnostics list = { 0 };
    put(story, "friday.lua", "scene \"friday\" { ending \"held\" }\n");
    assert_null(load("scene \"early\" { go \"friday\" }\n", &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].code, "PW-123");
    assert_non_null(strstr(list.items[0].fix, "include \"friday\""));
    script_diagnostics_deinit(&list);
    char path[700];
    Err err = { 0 };
    snprintf(path, sizeof path, "%s/friday.lua", story);
    assert_null(script_load(path, &list, &err)); // and by itself it is no story
    assert_string_equal(list.items[0].code, "PW-150");
    assert_non_null(strstr(list.items[0].fix, "a part of the story in scenario.lua"));
    script_diagnostics_deinit(&list);
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_of_the_folder_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_shared_piece_gives_the_same_each_time, setup, teardown),
        cmocka_unit_test_setup_teardown(what_lies_in_the_scenario_goes_first, setup, teardown),
        cmocka_unit_test_setup_teardown(a_slip_in_the_name_is_answered_with_what_is_there, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(nothing_outside_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_scenario_may_be_there_by_links, setup, teardown),
        cmocka_unit_test_setup_teardown(without_a_library_there_is_none, setup, teardown),
        cmocka_unit_test_setup_teardown(a_mistake_is_shown_at_the_author_s_line, setup, teardown),
        cmocka_unit_test_setup_teardown(a_changed_piece_makes_another_scenario, setup, teardown),
        cmocka_unit_test_setup_teardown(a_piece_is_in_the_same_sandbox, setup, teardown),
        cmocka_unit_test_setup_teardown(the_library_s_pieces_answer_wrong_use, setup, teardown),
        cmocka_unit_test_setup_teardown(a_slip_in_what_a_piece_is_given_is_answered, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_forgotten_include_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_one_on_one_of_the_library_has_the_usual_moves, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
