// What is drawn by name stays drawn when something gets another name and its author says so: chances,
// whether a cover-up comes out, what somebody looks like.
// links: script
#include "support/test.h"

#include "base/text.h"
#include "script/script.h"
#include "story/history.h"
#include "story/render.h"

#include <string.h>

#define STORY(scene, brief, maya)                                                                  \
    "scenario { id = \"s\", title = \"S\", days = { \"Mon\", \"Tue\", \"Wed\" } }\n"               \
    "local maya = person " maya "name = \"Maya\" }\n"                                              \
    "local brief = commitment " brief "to = maya, what = \"the brief\", effort = 2,\n"             \
    "  due = \"Mon 12:00\", found = { 1, 2 } }\n"                                                  \
    "scene " scene "at = \"Mon 09:00\", promise(brief),\n"                                         \
    "  chance { odds(1, { \"Heads.\" }), odds(1, { \"Tails.\" }) }, go \"later\" }\n"              \
    "scene \"later\" { at = \"Mon 14:00\", cover_up(brief), go \"end\" }\n"                        \
    "scene \"end\" { at = \"Wed 09:00\", when(found(brief)) { \"Found.\" }, \"Wednesday.\",\n"     \
    "  ending \"e\" }\n"                                                                           \
    "ending \"e\" { title = \"E\", kind = \"apart\", \"Over.\" }\n"

enum { SEEDS = 64 };

static Scenario *load(const char *source)
{
    Err err = { 0 };
    Scenario *sc = script_load_text("s.lua", source, strlen(source), NULL, NULL, &err);
    if (sc == NULL) {
        fail_msg("%d: %s", err.line, err.message);
    }
    return sc;
}

// All that is said with the seeds 1, 2, …
static void add_said(const char *source, Text *out)
{
    Scenario *sc = load(source);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        StoryHistory history;
        assert_true(history_open(&history, sc, seed, NULL));
        for (int i = 0; i < history.journal.count; i++) {
            if (history.journal.events[i].kind == EVENT_SAID) {
                render_said(sc, history.now, &history.journal.events[i], out);
                text_add(out, "\n");
            }
        }
        assert_int_not_equal(history.now->ended, 0);
        history_close(&history);
    }
    scenario_free(sc);
}

static bool plays_alike(const char *source, const char *other)
{
    Text a = { 0 }, b = { 0 };
    add_said(source, &a);
    add_said(other, &b);
    assert_non_null(strstr(text_str(&a), "Heads."));
    assert_non_null(strstr(text_str(&a), "Tails."));
    assert_non_null(strstr(text_str(&a), "Found."));
    bool alike = strcmp(text_str(&a), text_str(&b)) == 0;
    text_deinit(&a);
    text_deinit(&b);
    return alike;
}

static const char before[] = STORY("\"one\" { ", "\"brief\" { ", "\"maya\" { ");

static void another_name_is_another_draw(void **state)
{
    (void)state;
    assert_true(plays_alike(before, before));
    assert_false(plays_alike(before, STORY("\"uno\" { ", "\"brief\" { ", "\"maya\" { ")));
    assert_false(plays_alike(before, STORY("\"one\" { ", "\"paper\" { ", "\"maya\" { ")));
}

static void said_what_it_was_draws_as_before(void **state)
{
    (void)state;
    assert_true(
        plays_alike(before, STORY("\"uno\" { was = \"one\", ", "\"brief\" { ", "\"maya\" { ")));
    assert_true(
        plays_alike(before, STORY("\"one\" { ", "\"paper\" { was = \"brief\", ", "\"maya\" { ")));
    assert_true(
        plays_alike(before, STORY("\"eins\" { was = { \"one\", \"uno\", \"ichi\" }, ",
                                  "\"text\" { was = { \"brief\", \"paper\" }, ", "\"maya\" { ")));
}

static void people_look_as_before(void **state)
{
    (void)state;
    Scenario *was = load(before);
    Scenario *is = load(STORY("\"one\" { ", "\"brief\" { ", "\"ms_l\" { was = \"maya\", "));
    Scenario *other = load(STORY("\"one\" { ", "\"brief\" { ", "\"ms_l\" { "));
    assert_true(is->people[0].hash == was->people[0].hash);
    assert_false(other->people[0].hash == was->people[0].hash);
    assert_false(is->hash == was->hash); // a save is still compared
    scenario_free(was);
    scenario_free(is);
    scenario_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(another_name_is_another_draw),
                                        cmocka_unit_test(said_what_it_was_draws_as_before),
                                        cmocka_unit_test(people_look_as_before) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
