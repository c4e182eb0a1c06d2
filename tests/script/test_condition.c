// Conditions that are Lua functions, while the story is played: what they see in s, that they
// change nothing, and that one that fails leaves an answer with its place and nothing broken.
// links: story bridge trust base
#include "support/test.h"

#include "base/arena.h"
#include "base/text.h"
#include "script/script.h"
#include "story/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const HEAD =
    "scenario { id = \"x\", title = \"X\", days = { \"Thu\", \"Fri\" }, hours = { \"09:00\", "
    "\"17:00\" }, energy = 8 }\n"
    "local halima = person \"halima\" { name = \"H\", facts = { fall = \"She fell.\" } }\n"
    "local ladder = commitment \"ladder\" { kind = \"meet\", to = halima, what = \"it\", due = "
    "\"Fri 12:00\" }\n"
    "local lorry = flag \"lorry\" local score = number \"score\" { from = 0, to = 9, start = 2 }\n";
static const char *const TAIL =
    "\nscene \"one\" { at = \"Thu 10:30\", choice {\n"
    "  option \"a\" \"A.\" { promise(ladder), set(lorry), add(score, 3), learn(halima, \"fall\"), "
    "go \"two\" } } }\n"
    "scene \"two\" { at = \"Fri 16:00\", choice { option \"b\" \"B.\" { ending \"e\" } } }\n"
    "ending \"e\" { title = \"E\", kind = \"apart\" }\n";

static Scenario *load(const char *lua, const ScriptLimits *limits, ScriptDiagnostics *list)
{
    Text text = { 0 };
    text_add(&text, HEAD);
    text_add(&text, lua);
    text_add(&text, TAIL);
    Err err = { 0 };
    Scenario *sc = script_load_text("t.lua", text_str(&text), text.length, limits, list, &err);
    text_deinit(&text);
    return sc;
}

static Scenario *load_good(const char *lua)
{
    ScriptDiagnostics list = { 0 };
    Scenario *sc = load(lua, NULL, &list);
    if (sc == NULL) {
        fail_msg("%s: %s", lua, list.items[0].message);
    }
    script_diagnostics_deinit(&list);
    return sc;
}

// Whether `always` number 0 holds after the choices.
static bool holds(const Scenario *sc, const char *ids)
{
    StoryHistory history;
    Err err = { 0 };
    int done = 0;
    int broken = 0;
    assert_true(history_open(&history, sc, 1, &err));
    assert_true(history_walk(&history, ids, &done, &err));
    bool answer = story_always(sc, history.now, &broken, &err);
    assert_int_equal(err.kind, ERR_NONE);
    history_close(&history);
    return answer;
}

static void s_shows_the_state(void **state)
{
    (void)state;
    static const struct {
        const char *expression;
        bool first, second, last; // before the first choice, after it, at the end
    } CASES[] = {
        { "s.scene == \"one\"", true, false, false },
        { "s.scene == \"two\"", false, true, true },
        { "s.ended == false", true, true, false },
        { "s.ended == \"e\"", false, false, true },
        { "s.day == 1", true, false, false },
        { "s.day == 2", false, true, true },
        { "s.clock == \"10:30\"", true, false, false },
        { "s.clock >= \"16:00\"", false, true, true },
        { "s.hours == 6.5", true, false, false },
        { "s.hours == 1", false, true, true },
        { "s.energy == 8", true, true, true },
        { "s.state.ladder == \"none\"", true, false, false },
        { "s.state.ladder == \"missed\"", false, true, true },
        { "s.flag.lorry", false, true, true },
        { "s.number.score == 2", true, false, false },
        { "s.number.score == 5", false, true, true },
        { "s.knows.halima.fall", false, true, true },
        { "s.trusts.halima == \"sound\"", true, false, false },
        { "s.trusts.halima ~= \"sound\"", false, true, true },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char lua[160];
        snprintf(lua, sizeof lua, "always \"it\" (function(s) return %s end)", CASES[i].expression);
        Scenario *sc = load_good(lua);
        bool answers[] = { holds(sc, ""), holds(sc, "a"), holds(sc, "a,b") };
        if (answers[0] != CASES[i].first || answers[1] != CASES[i].second ||
            answers[2] != CASES[i].last) {
            fail_msg("%s: %d %d %d", CASES[i].expression, answers[0], answers[1], answers[2]);
        }
        scenario_free(sc);
    }
}

static void functions_may_use_what_is_plain(void **state)
{
    (void)state;
    Scenario *sc = load_good(
        "local least, name, on = 3, \"ladder\", true\n"
        "always \"it\" (function(s)\n"
        "  local sum = 0\n"
        "  for i, v in ipairs({ 1, 2 }) do sum = sum + v end\n"
        "  return on and sum == least and s.state[name] == \"none\" and math.max(1, 2) == 2\n"
        "end)");
    assert_true(holds(sc, ""));
    scenario_free(sc);
}

// Errors that show only where the story has moved on: the dry run at loading does not see them.
static void a_failure_has_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *body, *message;
    } CASES[] = {
        { "if s.day == 2 then return s.state.lader == \"open\" end\n return true",
          "s.state has no \"lader\": did you mean \"ladder\"?" },
        { "if s.day == 2 then return s.stat end\n return true",
          "s has no \"stat\": did you mean \"state\"?" },
        { "if s.day == 2 then return nothere end\n return true", "\"nothere\" was never declared" },
        { "if s.day == 2 then return kept(ladder) end\n return true",
          "kept(…) belongs into lists" },
        { "if s.day == 2 then return {} .. \"\" end\n return true", "attempt to concatenate" },
        { "if s.day == 2 then while true do end end\n return true", "does not come to an end" },
        { "if s.day == 2 then local t = {} while true do t[#t + 1] = \"x\" .. #t end end\n return "
          "true",
          "does not come to an end" },
        { "if s.day == 2 then local x = \"x\" while true do x = x .. x end end\n return true",
          "more memory than it may" },
        { "if s.day == 2 then return halima \"Hello.\" end\n return true", "belongs into lists" },
        { "if s.day == 2 then include \"x\" end\n return true", "belongs into lists" },
        { "if s.day == 2 then x = 5 end\n return true",
          "a condition only looks: it cannot set \"x\"" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char lua[300];
        snprintf(lua, sizeof lua, "always \"it\" (function(s) %s end)", CASES[i].body);
        Scenario *sc = load_good(lua);
        StoryHistory history;
        Err err = { 0 };
        int done = 0;
        int broken = 0;
        assert_true(history_open(&history, sc, 1, &err));
        assert_true(history_walk(&history, "a", &done, &err));
        assert_false(story_always(sc, history.now, &broken, &err));
        assert_int_equal(err.kind, ERR_INPUT);
        if (strstr(err.message, CASES[i].message) == NULL) {
            fail_msg("\"%s\" is not in \"%s\"", CASES[i].message, err.message);
        }
        assert_string_equal(err.file, "t.lua");
        assert_int_equal(err.line, 5);
        err = (Err){ 0 };
        assert_true(history_undo(&history)); // and the state before it is as good as ever
        assert_true(story_always(sc, history.now, &broken, &err));
        assert_int_equal(err.kind, ERR_NONE);
        history_close(&history);
        scenario_free(sc);
    }
}

static void a_failing_condition_stops_the_story_with_an_answer(void **state)
{
    (void)state;
    ScriptDiagnostics list = { 0 };
    Scenario *sc = load("scene \"zero\" { choice { option \"z\" \"Z.\" { spend { hours = 2 },\n"
                        "  when(function(s) return s.clock == \"09:00\" or s.flag.lory end) { "
                        "\"A.\" }, ending \"e\" } } }\n",
                        NULL, &list);
    assert_non_null(sc);
    StoryHistory history;
    Err err = { 0 };
    int done = 0;
    assert_true(history_open(&history, sc, 1, &err));
    assert_false(history_walk(&history, "z", &done, &err));
    assert_non_null(strstr(err.message, "did you mean \"lorry\"?"));
    assert_int_equal(err.line, 6);
    history_close(&history);
    scenario_free(sc);
    script_diagnostics_deinit(&list);
}

static void a_changed_local_is_put_back(void **state)
{
    (void)state;
    Scenario *sc =
        load_good("local n = 1\n"
                  "always \"it\" (function(s) if s.day == 2 then n = 7 end return n == 1 end)");
    StoryHistory history;
    Err err = { 0 };
    int done = 0;
    int broken = 0;
    assert_true(history_open(&history, sc, 1, &err));
    assert_true(history_walk(&history, "a", &done, &err));
    for (int i = 0; i < 3; i++) {
        assert_false(story_always(sc, history.now, &broken, &err));
        assert_non_null(strstr(err.message, "a condition only looks"));
    }
    history_undo(&history);
    err = (Err){ 0 };
    assert_true(story_always(sc, history.now, &broken, &err));
    history_close(&history);
    scenario_free(sc);
}

// s that a function keeps for later is dead then.
static void s_cannot_be_kept(void **state)
{
    (void)state;
    ScriptDiagnostics list = { 0 };
    assert_null(load("local kept_s = nil\nalways \"it\" (function(s) kept_s = s return true end)",
                     NULL, &list));
    assert_string_equal(list.items[0].code, "PW-152");
    script_diagnostics_deinit(&list);
}

static void asking_often_takes_no_memory(void **state)
{
    (void)state;
    ScriptLimits limits = script_limits();
    limits.memory = (size_t)1 << 20;
    ScriptDiagnostics list = { 0 };
    Scenario *sc = load(
        "always \"it\" (function(s) local t = {} for i = 1, 20 do t[i] = { i, s.state.ladder } end "
        "return #t == 20 end)",
        &limits, &list);
    assert_non_null(sc);
    size_t live = mem_live();
    for (int i = 0; i < 20000; i++) {
        bool answer = false;
        Err err = { 0 };
        Playthrough *play = mem_alloc(sc->play_size);
        bool good = sc->lua_condition(sc->lua_context, 0, sc, play, &answer, &err);
        mem_free(play);
        assert_true(good && answer);
    }
    assert_int_equal(mem_live(), live);
    scenario_free(sc);
    script_diagnostics_deinit(&list);
}

static void without_functions_lua_is_gone(void **state)
{
    (void)state;
    Scenario *sc = load_good("");
    assert_null(sc->lua_condition);
    assert_null(sc->lua_context);
    assert_null(sc->lua_free);
    scenario_free(sc);
}

// The n-th allocation fails while the story is played.
static void memory_that_ends_while_playing(void **state)
{
    (void)state;
    static const char *const LUA =
        "always \"it\" (function(s) local t = {} for i = 1, 50 do t[i] = \"x\" .. i .. "
        "s.clock end return #t == 50 end)";
    long loading = 0;
    ScriptLimits limits = script_limits();
    limits.allocations = &loading;
    ScriptDiagnostics list = { 0 };
    scenario_free(load(LUA, &limits, &list));
    int failed = 0;
    for (long n = loading + 1; n < loading + 120; n++) {
        limits.fail_allocation = n;
        Scenario *sc = load(LUA, &limits, &list);
        assert_non_null(sc);
        Playthrough *play = mem_alloc(sc->play_size);
        for (int i = 0; i < 3; i++) {
            bool answer = false;
            Err err = { 0 };
            bool good = sc->lua_condition(sc->lua_context, 0, sc, play, &answer, &err);
            failed += !good;
            assert_true(good ? answer : err.kind == ERR_INPUT);
        }
        mem_free(play);
        scenario_free(sc);
    }
    assert_true(failed > 100);
    script_diagnostics_deinit(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(s_shows_the_state),
        cmocka_unit_test(functions_may_use_what_is_plain),
        cmocka_unit_test(a_failure_has_its_place),
        cmocka_unit_test(a_failing_condition_stops_the_story_with_an_answer),
        cmocka_unit_test(a_changed_local_is_put_back),
        cmocka_unit_test(s_cannot_be_kept),
        cmocka_unit_test(asking_often_takes_no_memory),
        cmocka_unit_test(without_functions_lua_is_gone),
        cmocka_unit_test(memory_that_ends_while_playing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
