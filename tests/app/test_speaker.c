// The screens read aloud as the window does it, to a daemon that only writes down: what is sent, in which
// language, and that Enter takes no answer that nobody has heard yet.
// links: view script store term sdl speech voice atspi
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "app/speaker.h"
#include "view/rig.h"
#include "voice/daemon.h"
#include "voice/fake_daemon.h"
#include "voice/voice.h"

static Rig rig;
static Speaker *speaker;

static void frame(void)
{
    SpeakerPlace place = { .scale = 1 };
    rig.settings.reader = speaker_reads(speaker, &rig.settings);
    rig_draw(&rig);
    speaker_frame(speaker, &rig.frame, &rig.settings, &place, "nl", "en");
}

static bool key(ViewKey pressed)
{
    ViewInput input = { .kind = INPUT_KEY, .key = pressed };
    if (!speaker_input(speaker, &input)) {
        return false;
    }
    rig_input(&rig, input);
    frame();
    return true;
}

static int open_all(void **state)
{
    if (open_server(state) != 0) {
        return -1;
    }
    rig_open(&rig, 1280, 720, 1);
    rig.settings.no_typing = false;
    rig.settings.speech_volume = 100;
    rig_play(&rig, "");
    speaker = speaker_open();
    return 0;
}

static int close_all(void **state)
{
    speaker_close(speaker);
    rig_close(&rig);
    return close_server(state);
}

static void test_silent_until_asked(void **state)
{
    (void)state;
    frame();
    key(KEY_DOWN);
    rest(60);
    assert_false(has("SET SELF")); // nobody was even connected to
    speaker_listen(speaker, true);
    if (voice_built()) {
        expect("The Second Ladder\n.\n"); // F8 reads the screen all the same
    }
}

static void test_languages(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    rig.settings.speech = true;
    frame();
    expect("LANGUAGE nl\nSET SELF PRIORITY MESSAGE\nspeak\nHalima counts shackles");
    expect("LANGUAGE en\nSET SELF PRIORITY MESSAGE\nspeak\nOption 1 of 4.");
    key(KEY_DOWN);
    expect("CANCEL SELF");
    expect("Option 2 of 4.");
    rig.settings.speech = false;
    frame();
    expect("Reading aloud: off");
}

static void test_no_answer_unheard(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    server.reads = 2; // it is still at the story
    rig.settings.speech = true;
    frame();
    expect("Option 1 of 4.");
    for (int i = 0; i < WAITS && daemon_begun() < 2; i++) { // what it reads is told a little later
        rest(10);
    }
    assert_false(key(KEY_ENTER));
    assert_int_equal(rig.history.count, 0);
    expect("CANCEL SELF\nSET SELF"); // it goes on with the answers
    server.reads = 1 << 20;
    speaker_listen(speaker, false);
    frame();
    assert_true(key(KEY_DOWN));
    expect("Option 2 of 4.");
    assert_true(key(KEY_UP));
    assert_true(key(KEY_ENTER)); // the story is passed, and it is taken
    assert_int_equal(rig.history.count, 1);
}

// The voices for the interface's language come once something is read aloud, and are told once.
static void test_voices(void **state)
{
    (void)state;
    const ViewVoice *voices = NULL;
    int count = 0;
    bool missing = true;
    if (!voice_built()) {
        skip();
    }
    frame();
    assert_false(speaker_voices(speaker, &voices, &count, &missing)); // nobody has asked
    assert_int_equal(count, -1);
    rig.settings.speech = true;
    frame();
    for (int i = 0; i < WAITS && count < 0; i++) {
        rest(10);
        speaker_voices(speaker, &voices, &count, &missing);
    }
    assert_false(missing);
    assert_int_equal(count, 2);
    assert_string_equal(voices[0].name, "Marta");
    assert_string_equal(voices[1].language, "en");
    assert_false(speaker_voices(speaker, &voices, &count, &missing));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_silent_until_asked, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_languages, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_no_answer_unheard, open_all, close_all),
        cmocka_unit_test_setup_teardown(test_voices, open_all, close_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
