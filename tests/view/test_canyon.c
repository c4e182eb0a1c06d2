// links: script story trust
// All bridges at once, on a scenario with six colleagues; and pointing at the parts of one.
#include "support/test.h"

#include "script/script.h"
#include "view/parts.h"
#include "view/rig.h"
#include "view/view_state.h"

#include <stdio.h>

#define HARBOUR PLANKWRIGHT_SOURCE "/tests/view/data/harbour"

static void open_harbour(Rig *rig, const char *way, float width, float height, float scale)
{
    Err err = { .kind = ERR_NONE };
    int done = 0;
    rig_open(rig, width, height, scale);
    rig->scenario = script_load(HARBOUR, NULL, &err);
    if (rig->scenario == NULL || !history_open(&rig->history, rig->scenario, 1, &err) ||
        !history_walk(&rig->history, way, &done, &err)) {
        fail_msg("%s", err.message);
    }
    rig->playing = true;
    view_play(rig->view, &rig->history);
    rig_draw(rig);
    rig_read_on(rig);
}

static void golden(Rig *rig, const char *name)
{
    Text out = { .data = NULL };
    char path[64];
    rig_draw(rig);
    frame_print(&rig->frame, &out);
    snprintf(path, sizeof path, "view/%s.txt", name);
    test_golden(path, text_str(&out));
    text_deinit(&out);
}

static void press(Rig *rig, const char *id)
{
    const FrameItem *item = rig_find(rig, id);
    assert_non_null(item);
    rig_click(rig, item->rect.x + item->rect.w / 2, item->rect.y + item->rect.h / 2);
    rig_draw(rig);
}

static void point_at(Rig *rig, const char *id)
{
    const FrameItem *item = rig_find(rig, id);
    assert_non_null(item);
    ViewInput input = { .kind = INPUT_POINT,
                        .x = item->rect.x + item->rect.w / 2,
                        .y = item->rect.y + item->rect.h / 2 };
    rig_input(rig, input);
    rig_draw(rig);
}

static bool says(const Rig *rig, const char *text)
{
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameCommand *command = &rig->frame.commands[i];
        if (command->kind == FRAME_TEXT && strstr(command->text, text) != NULL) {
            return true;
        }
    }
    return false;
}

// ---- the canyon ---------------------------------------------------------------------------------

static void test_goldens(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    rig_key(&rig, KEY_CANYON);
    golden(&rig, "canyon");
    rig.frame.height = 960;
    golden(&rig, "canyon_4_3");
    rig.frame.height = 720;
    rig.settings.text_scale = 2;
    golden(&rig, "canyon_200");
    rig.settings.text_scale = 1;
    rig.settings.high_contrast = true;
    golden(&rig, "canyon_high_contrast");
    rig_close(&rig);
}

static void digit(Rig *rig, int number)
{
    rig_input(rig, (ViewInput){ .kind = INPUT_KEY, .key = KEY_DIGIT, .digit = number });
    rig_draw(rig);
}

static void test_choosing(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    rig_key(&rig, KEY_CANYON);
    assert_int_equal(rig.frame.bridge_person, 0);
    assert_int_equal(rig.frame.bay_count, 5);
    assert_string_equal(rig_focus(&rig)->id, "look");
    for (int person = 0; person < 6; person++) {
        digit(&rig, person + 1);
        assert_int_equal(rig.frame.bridge_person, person);
        int at = 0;
        for (int other = 0; other < 6; other++) { // the others, in their order
            if (other != person) {
                assert_int_equal(rig.frame.bays[at++].person, other);
            }
        }
    }
    digit(&rig, 7); // nobody
    assert_int_equal(rig.frame.bridge_person, 5);
    rig_key(&rig, KEY_RIGHT);
    assert_int_equal(rig.frame.bridge_person, 0);
    rig_key(&rig, KEY_LEFT);
    assert_int_equal(rig.frame.bridge_person, 5);
    press(&rig, "bay.3");
    assert_int_equal(rig.frame.bridge_person, 2);
    assert_null(rig_find(&rig, "bay.3"));
    assert_int_equal(rig.last.kind, REQUEST_NONE);
    rig_key(&rig, KEY_LOOK); // that bridge, and back
    assert_string_equal(rig_find(&rig, "title")->name, "The bridge to Ines");
    rig_key(&rig, KEY_ESCAPE);
    assert_string_equal(rig_find(&rig, "title")->name, "Everyone you work with");
    assert_int_equal(rig.frame.bridge_person, 2);
    rig_key(&rig, KEY_ESCAPE);
    assert_non_null(rig_find(&rig, "option.1"));
    rig_close(&rig);
}

// A bridge that is down is a missing way; who would not come keeps the gate shut.
static void test_missing_bridge(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    rig_key(&rig, KEY_CANYON);
    const FrameBay *abdi = &rig.frame.bays[4];
    assert_int_equal(abdi->bridge.word, BRIDGE_DOWN);
    assert_true(abdi->gate_shut);
    assert_false(rig.frame.bays[0].gate_shut);
    const FrameItem *plaque = rig_find(&rig, "bay.6");
    assert_non_null(strstr(plaque->value, "There is no way across. Would not cross to you."));
    assert_null(rig_find(&rig, "silo"));
    rig_close(&rig);
}

// Where nobody would come for more than a small thing, it is said and shown.
static void test_silo(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    for (int i = 0; i < rig.scenario->person_count; i++) {
        play_person(rig.scenario, rig.history.now, i)->trust_now = 400000;
    }
    rig_key(&rig, KEY_CANYON);
    assert_non_null(rig_find(&rig, "silo"));
    assert_true(rig.frame.gate_shut);
    for (int i = 0; i < 5; i++) {
        assert_true(rig.frame.bays[i].gate_shut);
    }
    golden(&rig, "canyon_silo");
    play_person(rig.scenario, rig.history.now, 3)->trust_now = 560000; // one would come
    rig_key(&rig, KEY_CANYON);
    rig_key(&rig, KEY_CANYON);
    assert_null(rig_find(&rig, "silo"));
    assert_false(rig.frame.bays[2].gate_shut);
    rig_close(&rig);
}

// ---- pointing -----------------------------------------------------------------------------------

static void test_pointing_in_the_play(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    assert_false(says(&rig, "Plank 2: telling Mara first"));
    point_at(&rig, "plank.2");
    assert_true(says(&rig, "Plank 2: telling Mara first"));
    assert_true(says(&rig, "It hangs by one end."));
    assert_int_equal(rig.frame.focused_disc, 2);
    assert_string_equal(rig_focus(&rig)->id, "option.1"); // to point is not to focus
    golden(&rig, "play_pointing");
    rig_input(&rig, (ViewInput){ .kind = INPUT_POINT, .x = 5, .y = 5 });
    rig_draw(&rig);
    assert_false(says(&rig, "Plank 2: telling Mara first"));
    rig_close(&rig);
}

// The chip of the promise that is pointed at, and no other, is marked.
static void test_chip_is_marked(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    rig_key(&rig, KEY_LOOK);
    point_at(&rig, "plank.3");
    int marked = 0;
    for (int i = 0; i < rig.frame.item_count; i++) {
        const FrameItem *item = &rig.frame.items[i];
        if (item->selected) {
            assert_string_equal(item->name, "Weekly call");
            marked++;
        }
    }
    assert_int_equal(marked, 1);
    rig_close(&rig);
}

static bool covers(FrameRect a, FrameRect b)
{
    return a.x + a.w > b.x && b.x + b.w > a.x && a.y + a.h > b.y && b.y + b.h > a.y;
}

// The box behind the note's first line: the last rectangle before it that holds it.
static FrameRect note_box(const Rig *rig, const char *line)
{
    for (int i = 0; i < rig->frame.command_count; i++) {
        const FrameCommand *text = &rig->frame.commands[i];
        if (text->kind != FRAME_TEXT || strncmp(line, text->text, strlen(text->text)) != 0) {
            continue;
        }
        for (int j = i; j >= 0; j--) {
            const FrameCommand *box = &rig->frame.commands[j];
            if (box->kind == FRAME_RECT && covers(box->rect, text->rect)) {
                return box->rect;
            }
        }
    }
    return (FrameRect){ 0, 0, 0, 0 };
}

// From one end to the other: each part has words, and its note never lies over it nor leaves.
static void walk(float height, float scale)
{
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, height, scale);
    int notes = 0;
    for (int person = 1; person <= 6; person++) {
        rig_key(&rig, KEY_CANYON);
        digit(&rig, person);
        rig_key(&rig, KEY_LOOK);
        rig_key(&rig, KEY_HOME);
        assert_string_equal(rig_focus(&rig)->id, "part.posts_near");
        int parts = 1;
        for (;; parts++) {
            const FrameItem *item = rig_focus(&rig);
            assert_true(item->name[0] != '\0' && item->value[0] != '\0');
            FrameRect note = note_box(&rig, item->name);
            assert_true(note.w > 0); // beside the plank or on the card
            assert_true(note.x >= 0 && note.x + note.w <= rig.frame.width);
            assert_true(note.y >= 0 && note.y + note.h <= rig.frame.height);
            assert_false(covers(note, item->rect));
            notes++;
            rig_key(&rig, KEY_ENTER); // nothing surprising
            assert_int_equal(rig.last.kind, REQUEST_NONE);
            int before = rig_focus(&rig)->argument;
            rig_key(&rig, KEY_RIGHT);
            if (rig_focus(&rig)->argument == before) {
                break;
            }
        }
        int argument = rig_focus(&rig)->argument;
        rig_key(&rig, KEY_HOME);
        rig_key(&rig, KEY_END);
        assert_int_equal(rig_focus(&rig)->argument, argument);
        assert_true(parts >= BRIDGE_PLANKS + 3);
        rig_key(&rig, KEY_ESCAPE);
        rig_key(&rig, KEY_ESCAPE);
    }
    assert_true(notes >= 6 * (BRIDGE_PLANKS + 3));
    rig_close(&rig);
}

static void test_walking(void **state)
{
    (void)state;
    walk(720, 1);
    walk(960, 1);
    walk(720, 1.25f);
    walk(720, 2);
}

static void test_what_parts_say(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    Text out = { .data = NULL };
    Arena arena;
    arena_init(&arena);
    for (int person = 0; person < 6; person++) {
        BridgeCondition bridge;
        story_bridge(rig.scenario, rig.history.now, person, &bridge);
        bridge.lantern = person == 0;
        ViewPartOf of = { rig.scenario, rig.history.now, &bridge, person };
        text_addf(&out, "%s\n", view_first_name(rig.scenario, person));
        for (int part = view_part_first(&bridge, false); part >= 0;
             part = view_part_after(&bridge, part, 1)) {
            ViewPartLine lines[2];
            int count = view_part_lines(&of, part, &arena, lines);
            for (int i = 0; i < count; i++) {
                text_addf(&out, "  %2d %s | %s | %s\n", part, lines[i].name, lines[i].state,
                          lines[i].wood);
            }
        }
    }
    test_golden("view/parts.txt", text_str(&out));
    text_deinit(&out);
    arena_deinit(&arena);
    rig_close(&rig);
}

// Six answers stand on one page.
static void test_six_answers(void **state)
{
    (void)state;
    Rig rig;
    open_harbour(&rig, "ask,deny", 1280, 720, 1);
    assert_non_null(rig_find(&rig, "option.1"));
    assert_non_null(rig_find(&rig, "option.6"));
    golden(&rig, "play_six_answers");
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens),
        cmocka_unit_test(test_choosing),
        cmocka_unit_test(test_missing_bridge),
        cmocka_unit_test(test_silo),
        cmocka_unit_test(test_pointing_in_the_play),
        cmocka_unit_test(test_chip_is_marked),
        cmocka_unit_test(test_walking),
        cmocka_unit_test(test_what_parts_say),
        cmocka_unit_test(test_six_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
