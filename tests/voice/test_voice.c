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
    for (int i = 0; i < WAITS && voice_begun(voice) < 3; i++) {
        rest(10);
    }
    assert_int_equal(voice_begun(voice), 3);
    voice_hush(voice);
    expect("CANCEL SELF\n");
    char why[VOICE_TROUBLE];
    assert_false(voice_trouble(voice, why));
    voice_close(voice);
}

static int names_of(Voice *voice, const char *language, VoiceName names[VOICE_LIST])
{
    int count = voice_names(voice, names);
    voice_look_for(voice, language);
    for (int i = 0; i < WAITS; i++) {
        rest(10);
        VoiceName now[VOICE_LIST];
        int found = voice_names(voice, now);
        if (found != count || (found > 0 && strcmp(now[0].name, names[0].name) != 0)) {
            break;
        }
    }
    return voice_names(voice, names);
}

static atomic_int woken;

static void count_wake(void *context)
{
    (void)context;
    woken++;
}

// Of the language, and none of a hundred times the same one with another throat, where there is a plain one.
static void it_finds_the_voices_of_a_language(void **state)
{
    (void)state;
    VoiceName names[VOICE_LIST];
    if (!voice_built()) {
        skip();
    }
    Voice *voice = voice_open();
    woken = 0;
    voice_wake(voice, count_wake, NULL);
    assert_int_equal(voice_names(voice, names), -1);
    assert_int_equal(names_of(voice, "en", names), 2);
    assert_string_equal(names[0].name, "Marta");
    assert_string_equal(names[0].language, "en-gb");
    assert_string_equal(names[1].name, "Edith");
    assert_int_equal(names_of(voice, "cmn", names), 1); // there is no plainer one
    assert_string_equal(names[0].name, "Xian+Ed");
    assert_int_equal(names_of(voice, "sw", names), 0);
    for (int i = 0; i < WAITS && woken < 3; i++) {
        rest(10);
    }
    assert_int_equal(woken, 3);
    assert_false(voice_is_missing(voice));
    voice_close(voice);
}

// A voice reads its own language; what is in another one is left to the usual one, and it comes back.
static void a_voice_keeps_to_its_language(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    Voice *voice = voice_open();
    VoiceSettings settings = { .volume = 100, .name = "Marta", .language = "en-gb" };
    voice_set(voice, &settings);
    voice_say(voice, "One.", "en");
    voice_say(voice, "Twee.", "nl");
    voice_say(voice, "Three.", "en");
    expect("LANGUAGE en\nSET SELF SYNTHESIS_VOICE Marta\nSET SELF PRIORITY MESSAGE\nspeak\nOne.");
    expect("LANGUAGE nl\nSET SELF VOICE_TYPE MALE1\nSET SELF PRIORITY MESSAGE\nspeak\nTwee.");
    expect("LANGUAGE en\nSET SELF SYNTHESIS_VOICE Marta\nSET SELF PRIORITY MESSAGE\nspeak\nThree.");
    settings.name[0] = '\0'; // the usual one again, at once
    voice_set(voice, &settings);
    voice_say(voice, "Four.", "en");
    expect("SET SELF VOICE_TYPE MALE1\nSET SELF PRIORITY MESSAGE\nspeak\nFour.");
    voice_close(voice);
}

static void a_hush_forgets_what_waits(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    Voice *voice = voice_open();
    server.holds = 3;
    for (int i = 0; i < 400; i++) {
        voice_say(voice, "a long story", "en");
    }
    expect("a long story\n.\n");
    voice_hush(voice);
    voice_say(voice, "the answer", "en");
    server.holds = 0;
    expect("the answer\n.\n");
    expect("CANCEL SELF\n");
    assert_in_range(server.messages, 2, 4);
    voice_close(voice);
}

// One that takes the call and never says a word holds up nobody: not one of these would come back.
static void a_daemon_that_hangs_is_left_alone(void **state)
{
    (void)state;
    if (!voice_built()) {
        skip();
    }
    assert_int_equal(open_socket(), 0);
    Voice *voice = voice_open();
    voice_say(voice, "a word", "en");
    int client = accept(server.listening, NULL, NULL);
    assert_true(client >= 0);
    for (int i = 0; i < 50; i++) {
        voice_say(voice, "a word", "en");
        voice_hush(voice);
    }
    char why[VOICE_TROUBLE];
    assert_int_equal(voice_begun(voice), -1);
    assert_false(voice_trouble(voice, why)); // it may still answer
    voice_close(voice);
    close(client);
    close(server.listening);
    unlink(strchr(getenv("SPEECHD_ADDRESS"), ':') + 1);
}

// Without a daemon why is said once.
static void silence_is_explained(void **state)
{
    (void)state;
    setenv("SPEECHD_ADDRESS", "unix_socket:/nonexistent/speech", 1);
    setenv("SPEECHD_CMD", "/bin/false", 1);
    Voice *voice = voice_open();
    voice_say(voice, "a word", "en");
    char why[VOICE_TROUBLE] = "";
    bool told = false;
    for (int i = 0; i < WAITS && !told; i++) {
        told = voice_trouble(voice, why);
        rest(10);
    }
    assert_true(told);
    assert_true(strlen(why) > 20);
    assert_true(voice_is_missing(voice)); // the settings say what would be needed
    assert_false(voice_trouble(voice, why));
    print_message("%s\n", why);
    voice_close(voice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_says_what_it_is_given, open_server, close_server),
        cmocka_unit_test_setup_teardown(it_finds_the_voices_of_a_language, open_server,
                                        close_server),
        cmocka_unit_test_setup_teardown(a_voice_keeps_to_its_language, open_server, close_server),
        cmocka_unit_test_setup_teardown(a_hush_forgets_what_waits, open_server, close_server),
        cmocka_unit_test(silence_is_explained),
        cmocka_unit_test(a_daemon_that_hangs_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
