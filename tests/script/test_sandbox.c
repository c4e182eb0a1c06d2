// What a scenario can never do: one test for each trick, named after it. Also what it may do, and
// that it gives the same on every machine.
#include "support/test.h"

#include "base/arena.h"
#include "base/text.h"
#include "script/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const HEAD =
    "scenario { id = \"x\", title = \"X\" } local a = person \"a\" { name = \"A\" }\n";
static const char *const TAIL =
    "\nscene \"one\" { ending \"e\" } ending \"e\" { title = \"E\", kind = \"apart\" }\n";

typedef struct Answer {
    bool loaded;
    char code[8], message[320];
    int line;
} Answer;

static Answer run_limited(const char *lua, const ScriptLimits *limits)
{
    Text text = { 0 };
    text_add(&text, HEAD);
    text_add(&text, lua);
    text_add(&text, TAIL);
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load_text("t.lua", text_str(&text), text.length, limits, &list, &err);
    Answer answer = { .loaded = sc != NULL };
    if (list.count > 0) {
        snprintf(answer.code, sizeof answer.code, "%s", list.items[0].code);
        snprintf(answer.message, sizeof answer.message, "%s", list.items[0].message);
        answer.line = list.items[0].line;
    }
    scenario_free(sc);
    script_diagnostics_deinit(&list);
    text_deinit(&text);
    return answer;
}

static Answer run(const char *lua)
{
    return run_limited(lua, NULL);
}

static void expect(const char *lua, const char *code)
{
    Answer answer = run(lua);
    if (answer.loaded || strcmp(answer.code, code) != 0) {
        fail_msg("%s: expected %s, got %s %s", lua, code,
                 answer.loaded ? "a scenario" : answer.code, answer.message);
    }
}

static void expect_good(const char *lua)
{
    Answer answer = run(lua);
    if (!answer.loaded) {
        fail_msg("%s: %s %s", lua, answer.code, answer.message);
    }
}

static void names_of_the_outside_are_not_there(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "os",         "io",        "require",        "package",      "load",
        "loadstring", "loadfile",  "dofile",         "pcall",        "xpcall",
        "debug",      "coroutine", "collectgarbage", "getmetatable", "setmetatable",
        "rawget",     "rawset",    "rawequal",       "rawlen",       "print",
        "warn",       "_G",        "_VERSION",       "utf8"
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char lua[64];
        snprintf(lua, sizeof lua, "local x = %s", NAMES[i]);
        expect(lua, "PW-106");
    }
}

static void string_functions_that_blow_up_are_not_there(void **state)
{
    (void)state;
    static const char *const NAMES[] = {
        "find", "match",  "gmatch",   "gsub", "format", "dump",
        "pack", "unpack", "packsize", "byte", "char",   "reverse"
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char lua[64];
        snprintf(lua, sizeof lua, "local x = string.%s", NAMES[i]);
        expect(lua, "PW-108");
        snprintf(lua, sizeof lua, "local x = (\"a\").%s", NAMES[i]);
        expect(lua, "PW-108");
    }
}

static void chance_comes_from_the_story_only(void **state)
{
    (void)state;
    expect("local x = math.random(6)", "PW-108");
    expect("math.randomseed(5)", "PW-108");
}

static void libraries_cannot_be_changed(void **state)
{
    (void)state;
    expect("string.upper = nil", "PW-108");
    expect("math.floor = function() return 1 end", "PW-108");
    expect("table.sort = nil", "PW-108");
    expect("string = {}", "PW-107");
    expect("scene = nil", "PW-107");
    expect("_ENV.scene = nil", "PW-107");
    expect("local s = \"\" s.x = 1", "PW-108");
}

static void the_environment_shows_nothing(void **state)
{
    (void)state;
    expect_good("for k in pairs(_ENV) do error(k) end");
    expect_good("assert(next(_ENV) == nil and #_ENV == 0)");
    expect_good("for k in pairs(string) do error(k) end");
    expect_good("do local _ENV = { } x = 1 end"); // a table of one's own is no way out
    expect("do local _ENV = { } x = os.time() end", "PW-108");
    expect("local x = _ENV.io", "PW-106");
}

static void binary_chunks_are_refused(void **state)
{
    (void)state;
    static const char CHUNK[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    assert_null(script_load_text("t.lua", CHUNK, sizeof CHUNK - 1, NULL, &list, &err));
    assert_string_equal(list.items[0].code, "PW-113");
    script_diagnostics_deinit(&list);
}

static void endless_loops_are_stopped(void **state)
{
    (void)state;
    expect("while true do end", "PW-110");
    expect("repeat until false", "PW-110");
    expect("::again:: goto again", "PW-110");
    expect("for i = 1, 1e15 do end", "PW-110");
    expect("local function f() return f() end f()", "PW-110");
    expect("for i = 1, 1e15 do local x = (\"a\"):upper() end", "PW-110");
    Answer answer = run("\n\nwhile true do end");
    assert_int_equal(answer.line, 4);
}

static void a_budget_cannot_be_hidden_from(void **state)
{
    (void)state;
    // In the comparison of a sort, in an iterator, in a method, in what an assertion calls.
    expect("table.sort({ 3, 1, 2 }, function() while true do end end)", "PW-110");
    expect("for x in function() while true do end end do end", "PW-110");
    expect("assert((function() while true do end end)())", "PW-110");
}

static void memory_is_capped(void **state)
{
    (void)state;
    expect("local t = {} for i = 1, 1e9 do t[i] = { i } end", "PW-111");
    expect("local s = \"x\" for i = 1, 60 do s = s .. s end", "PW-111");
    expect("local s = string.rep(\"x\", 60000) local t = {} "
           "for i = 1, 1e9 do t[\"k\" .. i] = s .. i end",
           "PW-111");
    expect("local function f(n) return 1 + f(n) end f(1)", "PW-111");
    expect("local t = {} for i = 1, 1e6 do t[i] = \"long enough to count for something\" end "
           "local u = {} for i = 1, 200 do u[i] = table.concat(t, \",\", 1, 100000) end",
           "PW-111");
}

static void taking_and_giving_back_is_counted(void **state)
{
    (void)state;
    // Never much at a time, and never an end: bytes taken in all are limited as well.
    ScriptLimits limits = script_limits();
    limits.allocated = (size_t)16 << 20;
    Answer answer = run_limited(
        "local s = string.rep(\"x\", 60000) for i = 1, 1e6 do local t = s .. i end", &limits);
    assert_false(answer.loaded);
    assert_string_equal(answer.code, "PW-111");
}

static void slow_instructions_are_stopped_by_time(void **state)
{
    (void)state;
    ScriptLimits limits = script_limits();
    limits.seconds = 0.2;
    limits.instructions = INT64_MAX;
    clock_t begin = clock();
    Answer answer = run_limited("local t = {} for i = 1, 60000 do t[i] = i end "
                                "while true do table.insert(t, 1, 0) table.remove(t, 1) end",
                                &limits);
    assert_false(answer.loaded);
    assert_string_equal(answer.code, "PW-110");
    assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 20.0);
}

static void rep_is_capped(void **state)
{
    (void)state;
    expect("local s = string.rep(\"x\", 1e9)", "PW-108");
    expect("local s = (\"xyz\"):rep(65536)", "PW-108");
    expect("local s = string.rep(\"x\", 9007199254740993)", "PW-108");
    expect_good("assert(string.rep(\"\", 1e15) == \"\" and string.rep(\"ab\", 3) == \"ababab\")");
    expect_good("assert(string.rep(\"x\", -5) == \"\")");
}

static void unpack_is_capped(void **state)
{
    (void)state;
    expect("table.unpack({}, 1, 1e8)", "PW-108");
    expect("table.unpack({}, 1, 9e5)", "PW-108");
    expect_good("assert(select(\"#\", table.unpack({ 1, 2, 3 })) == 3)");
}

static void deep_nesting_is_answered(void **state)
{
    (void)state;
    Text text = { 0 };
    text_add(&text, "local x = ");
    for (int i = 0; i < 400; i++) {
        text_add(&text, "{");
    }
    expect(text_str(&text), "PW-109");
    text_clear(&text);
    text_add(&text, "local x = ");
    for (int i = 0; i < 400; i++) {
        text_add(&text, "(");
    }
    expect(text_str(&text), "PW-109");
    text_clear(&text);
    for (int i = 0; i < 400; i++) {
        text_add(&text, "do ");
    }
    expect(text_str(&text), "PW-109");
    text_deinit(&text);
}

static void too_many_registers_are_answered(void **state)
{
    (void)state;
    Text text = { 0 };
    text_add(&text, "local function f(...) end f(");
    for (int i = 0; i < 300; i++) {
        text_addf(&text, "%d,", i);
    }
    text_add(&text, "0)");
    expect(text_str(&text), "PW-109");
    text_deinit(&text);
}

static void lists_in_themselves_are_answered(void **state)
{
    (void)state;
    expect("local t = {} local w = when(silo()) (t) t[1] = w scene \"two\" { w, ending \"e\" }",
           "PW-149");
    expect(
        "local t = {} local c = all(t) t[1] = c scene \"two\" { when(c) { \"A.\" }, ending \"e\" }",
        "PW-149");
    expect("local t = {} local c = option \"a\" \"A.\" (t) t[1] = choice { c } scene \"two\" { "
           "choice { c } }",
           "PW-149");
}

static void lists_that_multiply_are_stopped(void **state)
{
    (void)state;
    // Ten lists that hold the one before ten times: a small text, 10^10 lines.
    clock_t begin = clock();
    expect("local t = { \"Ha.\" } for i = 1, 10 do t = { t, t, t, t, t, t, t, t, t, t } end "
           "scene \"two\" { t, ending \"e\" }",
           "PW-160");
    expect("local t = { } for i = 1, 12 do t = { t, t, t, t, t, t, t, t, t, t } end "
           "scene \"two\" { t, ending \"e\" }",
           "PW-160");
    expect("local c = silo() for i = 1, 12 do c = all { c, c, c, c, c, c, c, c, c, c } end "
           "scene \"two\" { when(c) { \"A.\" }, ending \"e\" }",
           "PW-160");
    // … and built, never placed.
    expect("local t = { } for i = 1, 15 do t = { t, t, t, t, t, t, t, t, t, t } end local w = "
           "when(silo()) (t)",
           "PW-140");
    assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 20.0);
}

static void errors_that_are_not_texts_are_answered(void **state)
{
    (void)state;
    expect("error({})", "PW-108");
    expect("error(nil)", "PW-108");
    expect("error(a)", "PW-108");
    expect("error(function() end)", "PW-108");
    expect("error(\"\\255\\254\")", "PW-108");
}

static void nodes_cannot_be_opened(void **state)
{
    (void)state;
    expect("local x = a.name", "PW-108");
    expect("a.name = \"B\"", "PW-108");
    expect("local x = #a", "PW-108");
    expect("local x = a + 1", "PW-108");
    expect("local x = a < a", "PW-108");
    expect("for k in pairs(a) do end", "PW-108");
    expect("for k in ipairs(a) do end", "PW-108");
    expect("local x = \"\" .. a", "PW-108");
    expect("a(5)", "PW-132");
    expect("a()", "PW-132");
    expect("local x <close> = a", "PW-108");
}

static void addresses_are_not_shown(void **state)
{
    (void)state;
    expect_good("assert(tostring({}) == \"table\" and tostring(assert) == \"function\" and "
                "tostring(a) == \"userdata\")");
    expect_good("assert(tostring(12) == \"12\" and tostring(nil) == \"nil\" and tostring(true) == "
                "\"true\")");
}

static void pairs_go_through_sorted_keys(void **state)
{
    (void)state;
    expect_good("local t = { b = 1, a = 2, [10] = 3, [2] = 4, [1.5] = 5, [true] = 6, [false] = 7, "
                "aa = 8 }\n"
                "local out = \"\" for k, v in pairs(t) do out = out .. tostring(k) .. \"=\" .. v "
                ".. \" \" end\n"
                "assert(out == \"1.5=5 2=4 10=3 a=2 aa=8 b=1 false=7 true=6 \", out)");
    expect_good("local t = { c = 1, b = 2, a = 3 } local out, k, v = \"\", next(t)\n"
                "while k do out = out .. k k, v = next(t, k) end assert(out == \"abc\", out)");
    expect_good("local t = { a = 1, b = 2, c = 3 } local n = 0\n"
                "for k in pairs(t) do t.b = nil n = n + 1 end assert(n == 2, n)");
    expect_good("for k in pairs({}) do error(k) end assert(next({}) == nil)");
    expect("for k in pairs({ [{}] = 1, [{}] = 2 }) do end", "PW-108");
    expect("for k in pairs(5) do end", "PW-108");
}

static void what_is_allowed_works(void **state)
{
    (void)state;
    expect_good(
        "assert(math.floor(2.7) == 2 and math.max(1, 3) == 3 and math.tointeger(4.0) == 4)");
    expect_good(
        "assert((\"Abc\"):upper() == \"ABC\" and (\"Abc\"):lower() == \"abc\" and #\"Abc\" == 3)");
    expect_good("assert((\"hello\"):sub(2, -2) == \"ell\" and (\"hello\"):sub(-3) == \"llo\" and "
                "(\"x\"):sub(5) == \"\")");
    expect_good("assert((\"hello\"):sub(0) == \"hello\" and (\"hello\"):sub(-99, 2) == \"he\")");
    // Isolates that end on their line, and marks that only give a direction, belong to Arabic and Hebrew.
    expect_good("scene \"two\" { \"a \\u{2068}b\\u{2069} c\\u{200F}.\", ending \"e\" }");
    expect_good("person \"zoe\" { name = \"Zo\\u{eb} O'Neill\", role = \"she\" }");
    expect_good("assert((\"é\"):upper() == \"é\")"); // ASCII only, the same everywhere
    expect_good("local t = { 3, 1, 2 } table.sort(t) assert(table.concat(t, \",\") == \"1,2,3\")");
    expect_good(
        "local t = { 3 } table.insert(t, 4) assert(table.remove(t) == 4 and select(2, 5, 6) == 6)");
    expect_good("assert(tonumber(\"12\") == 12 and type(a) == \"userdata\" and ipairs({}))");
}

static void a_word_cannot_be_called_with_anything(void **state)
{
    (void)state;
    static const char *const WORDS[] = {
        "scenario",  "person",     "commitment",     "flag",          "number",     "scene",
        "ending",    "whenever",   "talk",           "always",        "go",         "choice",
        "option",    "when",       "otherwise_when", "otherwise",     "chance",     "odds",
        "desk",      "one_on_one", "need",           "one_of",        "notes",      "promise",
        "deliver",   "attend",     "breaks",         "tell",          "move",       "own_up",
        "cover_up",  "found_out",  "lets_down",      "apologise",     "vow",        "deny",
        "learn",     "clarify",    "spend",          "set",           "clear",      "add",
        "assign",    "work",       "mood",           "listen",        "ask",        "defend",
        "steer",     "fix",        "their_agenda",   "shared_agenda", "my_agenda",  "kept",
        "missed",    "open",       "moved",          "told",          "owned",      "covered",
        "found",     "lapsed",     "promised",       "done",          "due_within", "knows",
        "clarified", "trusts",     "accepts",        "chosen",        "hours_left", "energy_left",
        "is",        "at_least",   "took",           "silo",          "all",        "any",
        "no",        "include"
    };
    static const char *const VALUES[] = { "",
                                          "nil",
                                          "5",
                                          "-1",
                                          "\"x\"",
                                          "{}",
                                          "{ {} }",
                                          "{ 5 }",
                                          "true",
                                          "print_",
                                          "a",
                                          "silo()",
                                          "a, 5",
                                          "{ a }",
                                          "a, \"x\"",
                                          "a, {}",
                                          "5, {}",
                                          "silo(), {}",
                                          "{ x = 1 }",
                                          "\"x\", \"y\"",
                                          "{ who = {}, stakes = 5 }",
                                          "{ till = 5, talk = 5, work = a }",
                                          "function() end",
                                          "{ name = {}, id = {}, days = 5, hours = 5 }" };
    int tried = 0;
    for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++) {
        for (size_t v = 0; v < sizeof VALUES / sizeof *VALUES; v++) {
            char lua[512];
            snprintf(lua, sizeof lua,
                     "local print_ = 0.5 local x = %s(%s) scene \"two\" { x, ending \"e\" }",
                     WORDS[w], VALUES[v]);
            run(lua);
            snprintf(
                lua, sizeof lua,
                "local print_ = 0.5 local x = %s(%s) (%s) scene \"two\" { x, choice { x, option "
                "\"o\" \"O.\" { x, when(x) { x } } }, desk { x, till = x }, chance { x, x } }",
                WORDS[w], VALUES[v], VALUES[(v + w) % (sizeof VALUES / sizeof *VALUES)]);
            run(lua);
            tried += 2;
        }
    }
    assert_true(tried > 3000); // that none of them crashed is what the sanitizers see
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_the_outside_are_not_there),
        cmocka_unit_test(string_functions_that_blow_up_are_not_there),
        cmocka_unit_test(chance_comes_from_the_story_only),
        cmocka_unit_test(libraries_cannot_be_changed),
        cmocka_unit_test(the_environment_shows_nothing),
        cmocka_unit_test(binary_chunks_are_refused),
        cmocka_unit_test(endless_loops_are_stopped),
        cmocka_unit_test(a_budget_cannot_be_hidden_from),
        cmocka_unit_test(memory_is_capped),
        cmocka_unit_test(taking_and_giving_back_is_counted),
        cmocka_unit_test(slow_instructions_are_stopped_by_time),
        cmocka_unit_test(rep_is_capped),
        cmocka_unit_test(unpack_is_capped),
        cmocka_unit_test(deep_nesting_is_answered),
        cmocka_unit_test(too_many_registers_are_answered),
        cmocka_unit_test(lists_in_themselves_are_answered),
        cmocka_unit_test(lists_that_multiply_are_stopped),
        cmocka_unit_test(errors_that_are_not_texts_are_answered),
        cmocka_unit_test(nodes_cannot_be_opened),
        cmocka_unit_test(addresses_are_not_shown),
        cmocka_unit_test(pairs_go_through_sorted_keys),
        cmocka_unit_test(what_is_allowed_works),
        cmocka_unit_test(a_word_cannot_be_called_with_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
