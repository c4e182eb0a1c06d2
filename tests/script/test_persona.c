// The persona that an author gives a colleague: each takes the same miss in their own way, a wrong
// name is said with what was meant, and a scenario without any is as it was. And the pattern "kind
// when doubted, careless when trusted", from the script to the ropes and through a save.
// links: story bridge trust base
#include "support/test.h"

#include "base/arena.h"
#include "base/text.h"
#include "script/script.h"
#include "story/history.h"
#include "story/render.h"
#include "story/save.h"
#include "trust/numbers.h"

#include <stdio.h>
#include <string.h>

// Four promises to Ines broken with one kept between each two; they are her bridge's whole history.
static Scenario *load(const char *persona, ScriptDiagnostics *mistakes)
{
    Text lua = { 0 };
    text_add(&lua,
             "scenario { id = \"p\", version = 1, title = \"P\", blurb = \"B.\", minutes = 1,\n"
             "  days = { \"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\" }, weeks = 2 }\n");
    text_addf(&lua, "local ines = person \"ines\" { name = \"Ines\"%s%s%s }\n",
              persona ? ", persona = \"" : "", persona ? persona : "", persona ? "\"" : "");
    static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "2 Mon", "2 Tue" };
    for (int i = 0; i < 7; i++) {
        text_addf(
            &lua,
            "local c%d = commitment \"c%d\" { kind = \"hold\", by = \"player\", to = ines, what = "
            "\"word %d\", due = \"%s 16:00\" }\n",
            i, i, i, days[i]);
    }
    for (int i = 0; i < 7; i++) {
        text_addf(&lua, "scene \"s%d\" { at = \"%s 09:00\", choice { option \"go\" \"Go.\" { ", i,
                  days[i]);
        for (int k = 0; i == 0 && k < 7; k++) { // all at once: later they would be refused
            text_addf(&lua, "promise(c%d), ", k);
        }
        if (i % 2 == 0) {
            text_addf(&lua, "breaks(c%d), ", i);
        }
        text_addf(&lua, "go \"s%d\" } } }\n", i + 1);
    }
    text_add(&lua, "scene \"s7\" { at = \"2 Wed 09:00\", choice { option \"out\" \"Out.\" { ending "
                   "\"e\" } } }\nending \"e\" { title = \"E\", kind = \"apart\", \"Over.\" }\n");
    char path[300];
    snprintf(path, sizeof path, "%s/scenario.lua", test_folder("persona"));
    test_write(path, text_str(&lua), lua.length);
    text_deinit(&lua);
    Err err = { 0 };
    Scenario *scenario = script_load(path, mistakes, &err);
    for (int i = 0; i < mistakes->count && persona == NULL; i++) {
        char line[1024];
        fprintf(stderr, "%s\n",
                script_diagnostic_line(&mistakes->items[i], line, (int)sizeof line));
    }
    return scenario;
}

static int32_t trust_after(const char *persona, int choices)
{
    ScriptDiagnostics mistakes = { 0 };
    Scenario *sc = load(persona, &mistakes);
    assert_non_null(sc);
    StoryHistory history;
    assert_true(history_open(&history, sc, 1, NULL));
    StoryOffer offers[STORY_OFFERS_MAX];
    for (int i = 0; i < choices; i++) {
        assert_int_equal(story_offers(sc, history.now, false, offers, NULL), 1);
        assert_true(history_choose(&history, &offers[0], NULL));
    }
    int32_t trust = play_person_c(sc, history.now, 0)->trust_now;
    history_close(&history);
    scenario_free(sc);
    script_diagnostics_deinit(&mistakes);
    return trust;
}

static void each_takes_a_miss_in_their_own_way(void **state)
{
    (void)state;
    int32_t none = trust_after(NULL, 1);
    assert_int_equal(none, 450475);
    assert_int_equal(trust_after("plain", 1), none);
    assert_int_equal(trust_after("watchful", 1), none);
    assert_true(trust_after("forgiving", 1) > none + 30000);
    assert_true(trust_after("unforgiving", 1) < none - 30000);
    assert_int_equal(trust_after("unforgiving", 0), trust_after(NULL, 0)); // all begin alike
}

static void a_wrong_name_is_said(void **state)
{
    (void)state;
    ScriptDiagnostics mistakes = { 0 };
    assert_null(load("watchfull", &mistakes));
    assert_int_equal(mistakes.count, 1);
    char line[1024];
    script_diagnostic_line(&mistakes.items[0], line, (int)sizeof line);
    assert_non_null(strstr(line, "persona cannot be \"watchfull\""));
    assert_non_null(strstr(line, "watchful"));
    assert_non_null(strstr(line, "scenario.lua:3"));
    script_diagnostics_deinit(&mistakes);
}

static void the_persona_is_part_of_what_is_played(void **state)
{
    (void)state;
    ScriptDiagnostics mistakes = { 0 };
    Scenario *plain = load("plain", &mistakes);
    Scenario *watchful = load("watchful", &mistakes);
    assert_true(plain->hash != watchful->hash);
    assert_ptr_equal(watchful->people[0].trust,
                     trust_with_persona(trust_preset("work"), "watchful"));
    scenario_free(plain);
    scenario_free(watchful);
    script_diagnostics_deinit(&mistakes);
}

static void the_pattern_is_seen_on_the_ropes(void **state)
{
    (void)state;
    ScriptDiagnostics mistakes = { 0 };
    Scenario *sc = load(NULL, &mistakes);
    StoryHistory history;
    assert_true(history_open(&history, sc, 1, NULL));
    StoryOffer offers[STORY_OFFERS_MAX];
    for (int i = 0; i < 7; i++) {
        BridgeCondition bridge;
        story_bridge(sc, history.now, 0, &bridge);
        assert_false(bridge.on_guard);
        assert_int_equal(story_offers(sc, history.now, false, offers, NULL), 1);
        assert_true(history_choose(&history, &offers[0], NULL));
    }
    BridgeCondition bridge;
    story_bridge(sc, history.now, 0, &bridge);
    assert_true(bridge.on_guard && bridge.frayed);
    Text said = { 0 };
    render_bridge(sc, history.now, 0, &said);
    assert_non_null(strstr(text_str(&said), "frayed"));
    assert_non_null(strstr(text_str(&said), "kind when doubted, careless when trusted"));
    text_deinit(&said);

    char text[SAVE_MAX];
    bool edited = true;
    Playthrough *back = mem_alloc(sc->play_size);
    assert_true(save_write(sc, history.now, text, sizeof text) > 0);
    assert_non_null(strstr(text, "work 2"));
    assert_true(save_read(sc, text, back, &edited, NULL));
    assert_true(!edited && play_equal(sc, back, history.now));
    assert_true(trust_on_guard(&play_person_c(sc, back, 0)->trust));
    mem_free(back);
    history_close(&history);
    scenario_free(sc);
    script_diagnostics_deinit(&mistakes);
}

// More people than there may be: one sentence, whatever persona those have that there is room for.
static void one_person_too_many_is_one_sentence(void **state)
{
    (void)state;
    Text lua = { 0 };
    text_add(&lua, "scenario { id = \"many\", title = \"Many\", days = { \"Mon\" } }\n");
    for (int i = 0; i <= STORY_PEOPLE_MAX; i++) {
        text_addf(&lua, "person \"p%d\" { name = \"P\", persona = \"watchful\" }\n", i);
    }
    text_add(&lua, "scene \"one\" { ending \"e\" }\n"
                   "ending \"e\" { title = \"E\", kind = \"apart\", \"Over.\" }\n");
    ScriptDiagnostics mistakes = { 0 };
    Err err = { 0 };
    assert_null(script_load_text("many.lua", text_str(&lua), lua.length, NULL, &mistakes, &err));
    assert_int_equal(mistakes.count, 1);
    assert_non_null(strstr(mistakes.items[0].message, "at most 8 of person"));
    script_diagnostics_deinit(&mistakes);
    text_deinit(&lua);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_takes_a_miss_in_their_own_way),
        cmocka_unit_test(a_wrong_name_is_said),
        cmocka_unit_test(the_persona_is_part_of_what_is_played),
        cmocka_unit_test(the_pattern_is_seen_on_the_ropes),
        cmocka_unit_test(one_person_too_many_is_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
