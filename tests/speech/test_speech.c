// What is said and, above all, what is not: nothing twice, no furniture, every change of a bridge once, also of
// one that is not shown.
// links: view
#include "support/test.h"

#include "bridge/example.h"
#include "speech/changes.h"
#include "speech/listener.h"
#include "view/action.h"

static void begin(Listener *listener, const char *way)
{
    listener_open(listener);
    rig_play(&listener->rig, way);
    listener_frame(listener);
}

static void forget(Listener *listener)
{
    text_clear(&listener->heard);
}

static bool heard(const Listener *listener, const char *words)
{
    return strstr(text_str(&listener->heard), words) != NULL;
}

static int times(const Listener *listener, const char *words)
{
    int count = 0;
    const char *at = text_str(&listener->heard);
    for (; (at = strstr(at, words)) != NULL; at += strlen(words)) {
        count++;
    }
    return count;
}

static void expect(const Listener *listener, const char *words)
{
    if (!heard(listener, words)) {
        fail_msg("\"%s\" was not said:\n%s", words, text_str(&listener->heard));
    }
}

// ---- once ---------------------------------------------------------------------------------------

static void test_nothing_twice(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    expect(&listener, "The Second Ladder\nMonday, 09:00\n");
    expect(&listener, "Halima counts shackles on the stage floor.");
    expect(&listener, "The bridge to Halima: sound. All planks lie.");
    expect(&listener, "Option 1 of 4.");
    assert_int_equal(times(&listener, "Halima counts shackles"), 1);
    forget(&listener);
    for (int i = 0; i < 5; i++) {
        listener_frame(&listener);
        listener_tick(&listener, 500);
        listener_input(&listener, (ViewInput){ .kind = INPUT_POINT, .x = 300, .y = 270 });
    }
    assert_string_equal(text_str(&listener.heard), ""); // nor does the pointer chatter
    listener.rig.settings.text_scale = 1.75f; // another layout, other pages, the same words
    listener_frame(&listener);
    listener.rig.frame.height = 960;
    listener_frame(&listener);
    assert_false(heard(&listener, "Halima counts shackles"));
    assert_false(heard(&listener, "The bridge to Halima"));
    listener_close(&listener);
}

static void test_no_furniture(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    listener_digit(&listener, 1);
    static const char *const FURNITURE[] = { "Day 1 of 3",   "0 kept of",  "Places",
                                             "chief rigger", "Still open", "1 of 2\n",
                                             "Takes no time" };
    for (size_t i = 0; i < sizeof FURNITURE / sizeof *FURNITURE; i++) {
        if (heard(&listener, FURNITURE[i])) {
            fail_msg("\"%s\" is furniture:\n%s", FURNITURE[i], text_str(&listener.heard));
        }
    }
    expect(&listener, "What now?");
    expect(&listener, "energy 10 of 10");
    listener_close(&listener);
}

// ---- walking about ------------------------------------------------------------------------------

static void test_focus(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    listener_key(&listener, KEY_DOWN, "Down");
    assert_string_equal(text_str(&listener.heard),
                        "\n[Down]\n“Why does it have to be four hands?”\n"
                        "Option 2 of 4. a promise: The second ladder\n");
    forget(&listener);
    listener_digit(&listener, 4); // too tired: nothing happens, nothing is said
    assert_string_equal(text_str(&listener.heard), "\n[4]\n");
    listener_close(&listener);
}

static void test_taken_back(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    listener_digit(&listener, 1);
    expect(&listener, "You: “Three. I’ll be there.”");
    expect(&listener, "is new, and yours to do");
    forget(&listener);
    listener_key(&listener, KEY_UNDO, "U");
    expect(&listener, "[U]\nTaken back.\nHalima: ");
    expect(&listener, "Option 1 of 4.");
    assert_false(heard(&listener, "The bridge to"));
    assert_false(heard(&listener, "Halima counts shackles"));
    forget(&listener);
    listener_digit(&listener, 1); // and is told again when it happens again
    expect(&listener, "You: “Three. I’ll be there.”");
    listener_close(&listener);
}

// Enter on the answer that was just read does not read it once more.
static void test_own_words(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    listener_key(&listener, KEY_ENTER, "Enter");
    assert_false(heard(&listener, "You: “Three."));
    listener_close(&listener);
}

static void test_panels(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "yes");
    forget(&listener);
    listener_key(&listener, KEY_LEDGER, "C");
    expect(&listener, "[C]\nPromises\n");
    expect(&listener, "the keys to the grid, by Halima. due Tue 09:30");
    assert_int_equal(times(&listener, "\nPromises\n"), 1); // the dialog and its heading
    forget(&listener);
    listener_key(&listener, KEY_ESCAPE, "Esc");
    assert_int_equal(listener.utterances, 2); // only where one stands: the answer, its place
    forget(&listener);
    listener_key(&listener, KEY_LEDGER, "C");
    expect(&listener, "the keys to the grid, by Halima."); // whoever asks again is told again
    listener_close(&listener);
}

static void test_notice_over_a_play(void **state)
{
    (void)state;
    Listener listener;
    listener_open(&listener);
    rig_play(&listener.rig, "");
    view_notice(listener.rig.view, "About your playthrough", "It goes on.", "");
    forget(&listener);
    listener_frame(&listener);
    expect(&listener, "About your playthrough\nIt goes on.\nAll right. Button\n");
    assert_false(heard(&listener, "Halima counts"));
    listener_key(&listener, KEY_ENTER, "Enter");
    assert_int_equal(times(&listener, "Halima counts"), 1);
    listener_close(&listener);
}

static void test_replies(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    listener.rig.settings.sound_off = true;
    listener_frame(&listener);
    assert_int_equal(listener.utterances > 0, 1);
    expect(&listener, "Sound off");
    listener_close(&listener);
}

static void test_read_all(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    speech_read(listener.speech, &listener.rig.frame, listener_hear, &listener);
    expect(&listener, "The Second Ladder");
    expect(&listener, "Bridge to Halima, Sound"); // whoever asks for all gets the furniture, too
    expect(&listener, "Halima counts shackles");
    expect(&listener, "Option 4 of 4. Not open. You are too tired for this.");
    assert_false(heard(&listener, "A plank of good faith"));
    listener_close(&listener);
}

// The screen of the settings does not read out what each of them is for.
static void test_settings(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    listener_key(&listener, KEY_SETTINGS, "S");
    assert_true(listener.utterances >= 2 && listener.utterances <= 6);
    expect(&listener, "1 of 5");
    forget(&listener);
    listener_key(&listener, KEY_RIGHT, "Right");
    assert_int_equal(listener.utterances, 1);
    listener_close(&listener);
}

// Scanning: the focus moves by itself, and each step cuts the one before.
static void test_scanning(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    forget(&listener);
    listener.replies = 0;
    speech_scans(listener.speech, true);
    rig_key(&listener.rig, KEY_NEXT); // as the scan does: no input of the listener's
    listener_frame(&listener);
    expect(&listener, "Option 2 of 4.");
    assert_true(listener.replies > 0);
    listener_close(&listener);
}

// ---- writing ------------------------------------------------------------------------------------

static void test_writing(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "ask,desk.rest,desk.work_plot,desk.rest,desk.rest,own,theirs,listen,march");
    listener_key(&listener, KEY_ENTER, "Enter");
    Rig *rig = &listener.rig;
    for (int i = 0; i < 8 && rig_find(rig, "write") == NULL; i++) {
        rig_key(rig, KEY_PAGE_DOWN);
    }
    const FrameItem *write = rig_find(rig, "write");
    assert_non_null(write);
    rig_click(rig, write->rect.x + 4, write->rect.y + 4);
    forget(&listener);
    listener_frame(&listener);
    expect(&listener, "Your plan, in your own words");
    forget(&listener);
    listener_input(&listener, (ViewInput){ .kind = INPUT_TEXT, .text = "x" });
    listener_input(&listener, (ViewInput){ .kind = INPUT_TEXT, .text = "x" });
    assert_string_equal(text_str(&listener.heard), "x\nx\n");
    forget(&listener);
    listener_input(&listener, (ViewInput){ .kind = INPUT_KEY, .key = KEY_BACKSPACE });
    assert_string_equal(text_str(&listener.heard), "Deleted.\n");
    listener_close(&listener);
}

// ---- the bridge ---------------------------------------------------------------------------------

static const char *changes(const BridgeCondition *before, const BridgeCondition *now, Text *out)
{
    text_clear(out);
    speech_bridge_changes("Mara", before, now, out);
    return text_str(out);
}

static void test_changes(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    BridgeCommitment one = { .fate = BRIDGE_OPEN, .id = 3 };
    BridgeInput input = { .trust = 660000, .rapport = 500000 };
    BridgeCondition none = bridge_condition(&input);
    input.commitments = &one;
    input.commitment_count = 1;
    BridgeCondition open = bridge_condition(&input);
    assert_string_equal(changes(&none, &none, &out), "");
    assert_string_equal(changes(&none, &open, &out),
                        "The bridge to Mara: plank 1 is new, and yours to do.");
    one.fate = BRIDGE_KEPT;
    BridgeCondition kept = bridge_condition(&input);
    assert_string_equal(changes(&open, &kept, &out), "The bridge to Mara: plank 1 lies firm.");
    one.fate = BRIDGE_MISSED;
    input.trust = 400000;
    input.violations = 1;
    BridgeCondition missed = bridge_condition(&input);
    const char *said = changes(&open, &missed, &out);
    assert_non_null(strstr(said, "plank 1 hangs by one end."));
    assert_non_null(strstr(said, "Of the planks of good faith "));
    assert_non_null(strstr(said, "A strand of the ropes has snapped: 1 of eight is gone."));
    assert_non_null(strstr(said, "It is strained now.") != NULL
                        ? strstr(said, "It is strained now.")
                        : strstr(said, "It is worn now."));
    text_deinit(&out);
}

// Between any two different bridges of the gallery something is said, and between a bridge and itself nothing.
static void test_every_pair(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    int count = bridge_example_count();
    assert_true(count > 5);
    for (int i = 0; i < count; i++) {
        BridgeCondition a = bridge_example(i);
        assert_string_equal(changes(&a, &a, &out), "");
        for (int j = 0; j < count; j++) {
            BridgeCondition b = bridge_example(j);
            if (a.word != b.word && changes(&a, &b, &out)[0] == '\0') {
                fail_msg("from %s to %s nothing is said", bridge_example_name(i),
                         bridge_example_name(j));
            }
        }
    }
    text_deinit(&out);
}

// "yes" makes a promise to Halima while Piet's bridge is in sight, or the other way round: both are heard of.
static void test_bridges_out_of_sight(void **state)
{
    (void)state;
    Listener listener;
    begin(&listener, "");
    listener_digit(&listener, 1);
    expect(&listener, "The bridge to Halima: plank 2 is new, and yours to do");
    expect(&listener, "The bridge to Piet: plank 1 is new, and yours to do");
    listener_close(&listener);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_twice),
        cmocka_unit_test(test_no_furniture),
        cmocka_unit_test(test_focus),
        cmocka_unit_test(test_taken_back),
        cmocka_unit_test(test_own_words),
        cmocka_unit_test(test_panels),
        cmocka_unit_test(test_notice_over_a_play),
        cmocka_unit_test(test_replies),
        cmocka_unit_test(test_read_all),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_scanning),
        cmocka_unit_test(test_writing),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_every_pair),
        cmocka_unit_test(test_bridges_out_of_sight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
