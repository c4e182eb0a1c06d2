// The sandbox attacked by files: folders, pipes, devices and circles of links where a file should be, includes
// that lead elsewhere, many large files, shared pieces that change what others see. Each ends in a mistake
// that names the file, at once and with little memory.
#define _POSIX_C_SOURCE 200809L

#include "script/attack.h"

#include <sys/stat.h>
#include <unistd.h>

static char story[512];

static const char *path_of(const char *name)
{
    static char path[700];
    snprintf(path, sizeof path, "%s/%s", story, name);
    return path;
}

static void put(const char *name, const char *text)
{
    test_write(path_of(name), text, strlen(text));
}

static void fresh(const char *folder)
{
    snprintf(story, sizeof story, "%s", test_folder(folder));
    script_set_library("");
}

static void link_to(const char *target, const char *name)
{
    assert_int_equal(symlink(target, path_of(name)), 0);
}

// Loads the folder: the first mistake has that code, stands in that file, and can be shown anywhere.
static void ends(const char *file, const char *code)
{
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load(story, &list, &err);
    assert_null(sc);
    assert_true(list.count > 0);
    const ScriptDiagnostic *first = &list.items[0];
    size_t n = strlen(first->file);
    size_t m = strlen(file);
    if (strcmp(first->code, code) != 0 || n < m || strcmp(first->file + n - m, file) != 0) {
        fail_msg("expected %s in %s, got %s %s in %s", code, file, first->code, first->message,
                 first->file);
    }
    assert_true(first->fix[0] != '\0');
    assert_true(is_shown_safely(&list));
    script_diagnostics_deinit(&list);
}

static void includes(const char *lines, const char *file, const char *code)
{
    Text text = { 0 };
    text_addf(&text, "%s%s%s", HEAD, lines, TAIL);
    put("scenario.lua", text_str(&text));
    text_deinit(&text);
    ends(file, code);
}

// ---- what is no file ----------------------------------------------------------------------------

static void a_folder_called_scenario_lua(void **state)
{
    (void)state;
    fresh("a-folder");
    assert_int_equal(mkdir(path_of("scenario.lua"), 0700), 0);
    ends("scenario.lua", "PW-101");
}

static void a_pipe_that_nobody_writes_to(void **state)
{
    (void)state;
    fresh("a-pipe");
    assert_int_equal(mkfifo(path_of("scenario.lua"), 0600), 0);
    ends("scenario.lua", "PW-101");
}

static void a_link_to_itself(void **state)
{
    (void)state;
    fresh("a-circle");
    link_to("scenario.lua", "scenario.lua");
    ends("scenario.lua", "PW-101");
}

static void devices(void **state)
{
    (void)state;
    static const char *const names[] = { "/dev/zero", "/dev/null", "/dev/full", "/dev/tty" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        fresh("a-device");
        link_to(names[i], "scenario.lua");
        ends("scenario.lua", "PW-101");
        assert_int_equal(unlink(path_of("scenario.lua")), 0);
    }
}

static void a_megabyte_of_nuls(void **state)
{
    (void)state;
    fresh("nuls");
    char *nuls = mem_alloc(1000000);
    test_write(path_of("scenario.lua"), nuls, 1000000);
    mem_free(nuls);
    ends("scenario.lua", "PW-102");
}

static void included_things_that_are_no_files(void **state)
{
    (void)state;
    fresh("included");
    assert_int_equal(mkdir(path_of("folder.lua"), 0700), 0);
    assert_int_equal(mkfifo(path_of("pipe.lua"), 0600), 0);
    link_to("circle.lua", "circle.lua");
    link_to("/dev/zero", "device.lua");
    link_to("/etc/passwd", "outside.lua");
    assert_int_equal(mkdir(path_of("lib"), 0700), 0);
    link_to("/etc/passwd", "lib/outside.lua");
    includes("include \"folder\"", "scenario.lua", "PW-112");
    includes("include \"pipe\"", "scenario.lua", "PW-112");
    includes("include \"circle\"", "scenario.lua", "PW-112");
    includes("include \"device\"", "scenario.lua", "PW-112");
    includes("include \"outside\"", "scenario.lua", "PW-112");
    includes("include \"lib/outside\"", "scenario.lua", "PW-112");
}

// ---- names ----------------------------------------------------------------------------------------

static void names_that_lead_elsewhere(void **state)
{
    (void)state;
    static const char *const names[] = { "..",
                                         ".",
                                         "/",
                                         "/etc/passwd",
                                         "../story/friday",
                                         "~/x",
                                         "*",
                                         "a b",
                                         "friday.lua",
                                         "lib/",
                                         "lib/..",
                                         "lib/../friday",
                                         "lib/lib/x",
                                         "lib//x",
                                         "..\\\\..\\\\x",
                                         "file:///etc/passwd",
                                         "fri\\0day",
                                         "\\27[2J",
                                         "\\u{9b}2J",
                                         "\\u{202e}yadirf",
                                         "\\xff" };
    fresh("names");
    put("friday.lua", "local x = 1");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char line[200];
        snprintf(line, sizeof line, "include \"%s\"", names[i]);
        includes(line, "scenario.lua", "PW-112");
    }
    includes("include \"Friday\"", "scenario.lua", "PW-112"); // another letter is another name
    includes("include \"scenario\"", "scenario.lua", "PW-112");
}

static void a_folder_whose_name_drives_a_terminal(void **state)
{
    (void)state;
    fresh("names-of-folders");
    static const char *const names[] = { "a\x1b[2J", "a\xc2\x9b[2J", "a\nerror: all is well",
                                         "a\xe2\x80\xae" };
    char outer[512];
    snprintf(outer, sizeof outer, "%s", story);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(story, sizeof story, "%.400s/%s", outer, names[i]);
        assert_int_equal(mkdir(story, 0700), 0);
        includes("local x = nope", "/scenario.lua", "PW-105");
    }
}

// ---- many, large, and shared ----------------------------------------------------------------------

static void many_large_files(void **state)
{
    (void)state;
    fresh("large");
    enum { FILES = 60, ROWS = 240000 };
    Text large = { 0 };
    text_add(&large, "local t = {");
    for (int i = 0; i < ROWS; i++) {
        text_add(&large, "\"x\",");
    }
    text_add(&large, "}");
    Text lines = { 0 };
    for (int i = 0; i < FILES; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%d.lua", i);
        put(name, text_str(&large));
        text_addf(&lines, "include \"n%d\"\n", i);
    }
    includes(text_str(&lines), "n2.lua", "PW-160");
    text_deinit(&lines);
    text_deinit(&large);
    struct rusage use;
    assert_int_equal(getrusage(RUSAGE_SELF, &use), 0);
    assert_true(SANITIZED || use.ru_maxrss / 1024 < RESIDENT_MB);
}

static void many_files_and_deep_ones(void **state)
{
    (void)state;
    fresh("many");
    Text lines = { 0 };
    for (int i = 0; i < 70; i++) {
        char name[32], text[32];
        snprintf(name, sizeof name, "n%d.lua", i);
        put(name, "local x = 1");
        text_addf(&lines, "include \"n%d\"\n", i);
        snprintf(name, sizeof name, "d%d.lua", i);
        snprintf(text, sizeof text, "include \"d%d\"", i + 1);
        put(name, text);
    }
    includes(text_str(&lines), "scenario.lua", "PW-112");
    includes("include \"d1\"", "d7.lua", "PW-112");
    text_deinit(&lines);
}

static void shared_pieces_that_change_what_others_see(void **state)
{
    (void)state;
    fresh("shared-pieces");
    assert_int_equal(mkdir(path_of("lib"), 0700), 0);
    put("lib/word.lua", "scene = function() error(\"stolen\") end");
    includes("include \"lib/word\"", "lib/word.lua", "PW-107");
    put("lib/through.lua", "_ENV.person = nil");
    includes("include \"lib/through\"", "lib/through.lua", "PW-107");
    put("lib/library.lua", "\ntable.insert(string, \"upper\")");
    includes("include \"lib/library\"", "lib/library.lua", "PW-108");
    put("lib/loop.lua", "\n\nwhile true do end");
    includes("include \"lib/loop\"", "lib/loop.lua", "PW-110");
    put("lib/later.lua", "return function() while true do end end");
    includes("local f = include \"lib/later\" f()", "scenario.lua", "PW-110");
    put("lib/one.lua", "include \"lib/two\"");
    put("lib/two.lua", "include \"lib/one\"");
    includes("include \"lib/one\"", "lib/two.lua", "PW-112");
    // What a piece has returned is one table for all: it cannot carry state into a condition.
    put("lib/state.lua", "local seen = {} return function(s) seen[1] = 1 return true end");
    includes("always \"x\" (include \"lib/state\")", "scenario.lua", "PW-151");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_called_scenario_lua),
        cmocka_unit_test(a_pipe_that_nobody_writes_to),
        cmocka_unit_test(a_link_to_itself),
        cmocka_unit_test(devices),
        cmocka_unit_test(a_megabyte_of_nuls),
        cmocka_unit_test(included_things_that_are_no_files),
        cmocka_unit_test(names_that_lead_elsewhere),
        cmocka_unit_test(a_folder_whose_name_drives_a_terminal),
        cmocka_unit_test(many_large_files),
        cmocka_unit_test(many_files_and_deep_ones),
        cmocka_unit_test(shared_pieces_that_change_what_others_see),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
