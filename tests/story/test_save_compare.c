// Whether a kept place is the one that one stands at: each fact of a save text by itself, another than it was.
// And old names of options that came from another scene.
#include "support/test.h"

#include "base/text.h"
#include "story/playground.h"
#include "story/renames.h"
#include "story/save.h"
#include "story/save_compare.h"

#include <stdio.h>
#include <stdlib.h>

static Scenario *sc;
static StoryHistory h;
static char save[SAVE_MAX];

static int set_up(void **state)
{
    (void)state;
    sc = playground_new();
    playground_walk(&h, sc, "promise_brief,work,work");
    assert_true(save_write(sc, h.now, save, sizeof save) > 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    history_close(&h);
    scenario_free(sc);
    return 0;
}

// The save with the number behind `key` changed by `by`, against the place itself.
static SaveAgreement changed(const char *key, int by, Text *why)
{
    Text other = { 0 };
    const char *all = save;
    const char *at = strstr(all, key);
    if (at == NULL) {
        fail_msg("no \"%s\" in\n%s", key, all);
    }
    at += strlen(key);
    char *end = NULL;
    long number = strtol(at, &end, 10);
    text_add_n(&other, all, (size_t)(at - all));
    text_addf(&other, "%ld%s", number + by, end);
    text_clear(why);
    SaveAgreement agreement = save_compare(sc, text_str(&other), h.now, NULL, why);
    text_deinit(&other);
    return agreement;
}

static void test_what_differs_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *key, *says;
        int by;
    } rows[] = {
        { " clock=", "and was", -60 },
        { " energy=", "another part of your energy", -1 },
        { " energy=", "another part of your energy", 1 },
        { " due=", "another date or another amount of work", 30 },
        { " done=", "another date or another amount of work", -30 },
        { "\nperson maya kept=", "your bridge with Maya stands differently", 5 },
    };
    Text why = { 0 };
    assert_int_equal(save_compare(sc, save, h.now, NULL, &why), SAVE_AGREES);
    assert_string_equal(text_str(&why), "");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(changed(rows[i].key, 0, &why), SAVE_AGREES);
        assert_int_equal(changed(rows[i].key, rows[i].by, &why), SAVE_DIFFERS);
        if (strstr(text_str(&why), rows[i].says) == NULL) {
            fail_msg("%s%+d: \"%s\"", rows[i].key, rows[i].by, text_str(&why));
        }
        assert_null(strchr(text_str(&why), ';')); // that, and nothing else
    }
    text_deinit(&why);
}

// The playground has one scene, "here"; the options are said to have been called otherwise, elsewhere.
static void test_options_of_other_scenes(void **state)
{
    (void)state;
    const char *scene = sc->scenes[0].id;
    const StoryOption *work = NULL;
    StoryRename renames[3];
    char out[80], expected[80];
    for (int i = 0; i < sc->option_count; i++) {
        work = strcmp(sc->options[i].id, "work") == 0 ? &sc->options[i] : work;
    }
    assert_non_null(work);
    uint16_t index = (uint16_t)(work - sc->options);
    renames[0] = (StoryRename){ .kind = RENAMED_OPTION, .index = index, .was = "noon.toil" };
    renames[1] = (StoryRename){ .kind = RENAMED_OPTION, .index = index, .was = "slog" };
    const StoryRename *before = sc->renames;
    int before_count = sc->rename_count;
    sc->renames = renames;
    sc->rename_count = 2;
    snprintf(expected, sizeof expected, "%s.work", scene);
    renames_id(sc, "noon.toil", out, (int)sizeof out);
    assert_string_equal(out, expected);
    static const char *const untouched[] = { "moon.toil", "noo.toil",   "noons.toil", "noon.toi",
                                             "noon.toils", "noon.slog", "toil",       "noon" };
    for (size_t i = 0; i < sizeof untouched / sizeof *untouched; i++) {
        renames_id(sc, untouched[i], out, (int)sizeof out);
        assert_string_equal(out, untouched[i]);
    }
    char here[80];
    snprintf(here, sizeof here, "%s.slog", scene);
    renames_id(sc, here, out, (int)sizeof out);
    assert_string_equal(out, expected);
    snprintf(here, sizeof here, "%s.toil", scene); // it was called so in another scene
    renames_id(sc, here, out, (int)sizeof out);
    assert_string_equal(out, here);
    sc->renames = before;
    sc->rename_count = before_count;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_differs_is_said),
        cmocka_unit_test(test_options_of_other_scenes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
