// What is sent to speech-dispatcher, by its own library, to a server that only writes down: a fake one on a
// socket in the test's folder. And that nothing waits where there is none.
#define _POSIX_C_SOURCE 200809L
#include "support/test.h"

#include "voice/fake_daemon.h"
#include "voice/voice.h"

// libspeechd forgets its first reason when it cannot start a daemon either; that leak is not ours.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:__vasprintf_internal\n";
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000.0 + (double)now.tv_nsec / 1e6;
}

static void it_says_what_it_is_given(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    Voice *voice = voice_open();
    VoiceSettings settings = { .rate = 40, .volume = 70, .name = "Marta" };
    voice_set(voice, &settings);
    assert_int_equal(voice_say(voice, "Six. I’ll be there.", "en"), 1);
    assert_int_equal(voice_say(voice, "Option 1 of 3.", "en"), 2);
    assert_int_equal(voice_say(voice, "Sechs. Ich bin da.", "de"), 3);
    expect("Sechs. Ich bin da.\n.\n");
    expect("SET SELF CLIENT_NAME");
    expect("plankwright:main");
    expect("RATE 40\n");
    expect("VOLUME 40\n"); // -100 .. 100 there
    expect("SYNTHESIS_VOICE Marta\n");
    expect("LANGUAGE en\n");
    expect("LANGUAGE de\n");
    expect("PRIORITY MESSAGE\nspeak\nSix. I’ll be there.\n.\n");
    assert_false(has("LANGUAGE en\nSET SELF PRIORITY MESSAGE\nspeak\nOption")); // it was set
    for (int i = 0; i < 200 && voice_begun(voice) < 3; i++) {
        rest(10);
    }
    assert_int_equal(voice_begun(voice), 3);
    voice_hush(voice);
    expect("CANCEL SELF\n");
    char why[VOICE_TROUBLE];
    assert_false(voice_trouble(voice, why));
    voice_close(voice);
}

static void a_hush_forgets_what_waits(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    Voice *voice = voice_open();
    for (int i = 0; i < 400; i++) {
        voice_say(voice, "a long story", "en");
    }
    expect("a long story\n.\n");
    voice_hush(voice);
    voice_say(voice, "the answer", "en");
    expect("the answer\n.\n");
    expect("CANCEL SELF\n");
    assert_true(server.messages < 300);
    voice_close(voice);
}

// Without a daemon no call takes longer than a frame has room for, and why is said once.
static void silence_takes_no_time(void **state)
{
    (void)state;
    setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/speech", 1);
    setenv("SPEECHD_CMD", "/bin/false", 1);
    double worst = 0;
    Voice *voice = voice_open();
    for (int i = 0; i < 50; i++) {
        double began = milliseconds();
        voice_say(voice, "a word", "en");
        voice_hush(voice);
        double took = milliseconds() - began;
        worst = took > worst ? took : worst;
    }
    voice_say(voice, "another", "en");
    char why[VOICE_TROUBLE] = "";
    bool told = false;
    for (int i = 0; i < 300 && !told; i++) {
        told = voice_trouble(voice, why);
        rest(10);
    }
    assert_true(told);
    assert_true(strlen(why) > 20);
    assert_false(voice_trouble(voice, why));
    double began = milliseconds();
    voice_close(voice);
    print_message("worst %.2f ms, closing %.0f ms: %s\n", worst, milliseconds() - began, why);
    assert_true(worst < 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_says_what_it_is_given, open_server, close_server),
        cmocka_unit_test_setup_teardown(a_hush_forgets_what_waits, open_server, close_server),
        cmocka_unit_test(silence_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
