// For whoever leads a room: every scene of a shipped scenario in which something is decided says what to
// watch for, what to ask when the point does not come by itself, and what it is about.
#include "support/test.h"

#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "story/scenario.h"

static const char FOLDER[] = PLANKWRIGHT_SOURCE "/scripts/scenarios";

static bool decides(const Scenario *sc, const StoryScene *scene)
{
    for (int i = scene->op; i < scene->end; i++) {
        uint8_t code = sc->ops[i].code;
        if (code == OP_CHOICE || code == OP_DESK || code == OP_TALK || code == OP_NEED) {
            return true;
        }
    }
    return false;
}

static bool says(const Scenario *sc, TextId text)
{
    return scenario_text(sc, text)[0] != '\0';
}

static int without_notes(const Scenario *sc, int *decisions)
{
    int without = 0;
    for (int i = 0; i < sc->scene_count; i++) {
        const StoryScene *scene = &sc->scenes[i];
        if (!decides(sc, scene)) {
            continue;
        }
        (*decisions)++;
        const StoryNotes *notes = scene->notes >= 0 ? &sc->notes[scene->notes] : NULL;
        if (notes == NULL || !says(sc, notes->watch) || !says(sc, notes->prompt) ||
            !says(sc, notes->why)) {
            print_error("%s, scene \"%s\": notes lack watch, prompt or why\n", sc->id, scene->id);
            without++;
        }
    }
    return without;
}

static void test_every_decision_has_notes(void **state)
{
    (void)state;
    FileList folders;
    Err err = { 0 };
    int without = 0, decisions = 0;
    assert_true(file_list(FOLDER, &folders, &err));
    for (int i = 0; i < folders.count; i++) {
        Text path = { 0 };
        text_addf(&path, "%s/%s", FOLDER, folders.names[i]);
        Scenario *sc = script_load(text_str(&path), NULL, &err);
        text_deinit(&path);
        if (sc == NULL) {
            fail_msg("%s", err.message);
        }
        without += without_notes(sc, &decisions);
        scenario_free(sc);
    }
    file_list_free(&folders);
    assert_int_equal(without, 0);
    assert_true(decisions > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_decision_has_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
