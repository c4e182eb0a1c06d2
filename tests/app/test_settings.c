// What the player has set is kept by name and found again; what makes no sense is left out.
//
// links: view script store term sdl
#include "support/test.h"

#include "app/settings.h"

#include <stdio.h>

static const char *folder = "settings-test";

static Store *fresh_store(void)
{
    Err notice = { 0 };
    remove("settings-test/plankwright.db");
    Store *store = store_open(folder, &notice);
    assert_non_null(store);
    return store;
}

static ViewSettings all_set(void)
{
    ViewSettings set = { .text_scale = 1.75f,
                         .high_contrast = true,
                         .reduced_motion = true,
                         .no_typing = true,
                         .slow_link = true,
                         .sound_off = true,
                         .feedback = true,
                         .captions = CAPTIONS_ALL,
                         .speech = true,
                         .speech_rate = -50,
                         .speech_volume = 70,
                         .speech_voice = "English (Great Britain)",
                         .speech_voice_language = "en-gb",
                         .typeface = TYPEFACE_OPENDYSLEXIC,
                         .colour_safe = true,
                         .text_speed = SPEED_SLOW,
                         .hands = HANDS_RIGHT,
                         .switches = SWITCHES_TWO,
                         .scan_milliseconds = 2500,
                         .hold_milliseconds = 800 };
    set.keys[COMMAND_UNDO] = 'x';
    set.keys[COMMAND_PAGE_ON] = 0xfc; // a letter with dots
    return set;
}

static void everything_comes_back(void **state)
{
    (void)state;
    Store *store = fresh_store();
    ViewSettings set = all_set();
    settings_keep(store, &set, NULL);
    store_close(store);

    Err notice = { 0 };
    store = store_open(folder, &notice);
    ViewSettings found = { .text_scale = 1 };
    settings_restore(store, &found);
    store_close(store);
    assert_true(found.text_scale == set.text_scale);
    assert_true(found.high_contrast && found.reduced_motion && found.no_typing && found.slow_link);
    assert_true(found.sound_off && found.feedback && found.speech && found.colour_safe);
    assert_int_equal(found.captions, set.captions);
    assert_int_equal(found.speech_rate, set.speech_rate);
    assert_int_equal(found.speech_volume, set.speech_volume);
    assert_string_equal(found.speech_voice, set.speech_voice);
    assert_string_equal(found.speech_voice_language, set.speech_voice_language);
    assert_int_equal(found.typeface, set.typeface);
    assert_int_equal(found.text_speed, set.text_speed);
    assert_int_equal(found.hands, set.hands);
    assert_int_equal(found.switches, set.switches);
    assert_int_equal(found.scan_milliseconds, set.scan_milliseconds);
    assert_int_equal(found.hold_milliseconds, set.hold_milliseconds);
    assert_memory_equal(found.keys, set.keys, sizeof set.keys);
}

// What the machine says holds until the player says otherwise, and again in the next start.
static void only_what_changed_is_kept(void **state)
{
    (void)state;
    Store *store = fresh_store();
    ViewSettings before = { .text_scale = 1, .slow_link = true };
    ViewSettings after = before;
    after.high_contrast = true;
    settings_keep(store, &after, &before);
    ViewSettings elsewhere = { .text_scale = 1 }; // the next start is not over a slow link
    settings_restore(store, &elsewhere);
    assert_true(elsewhere.high_contrast);
    assert_false(elsewhere.slow_link);
    store_close(store);
}

static void nonsense_is_left_out(void **state)
{
    (void)state;
    Store *store = fresh_store();
    store_setting_keep(store, "type_size", 9000, NULL);
    store_setting_keep(store, "typeface", 77, NULL);
    store_setting_keep(store, "captions", -3, NULL);
    store_setting_keep(store, "key_undo", '4', NULL); // takes an answer
    store_setting_keep(store, "hold", -5, NULL);
    store_words_keep(store, "speech_voice", "a-language-that-nobody-has Marta", NULL);
    ViewSettings found = { .text_scale = 1.25f, .captions = CAPTIONS_ALL };
    settings_restore(store, &found);
    assert_true(found.text_scale == 1.25f);
    assert_int_equal(found.typeface, TYPEFACE_BOOK);
    assert_int_equal(found.captions, CAPTIONS_ALL);
    assert_int_equal(found.keys[COMMAND_UNDO], 0);
    assert_int_equal(found.hold_milliseconds, 0);
    assert_string_equal(found.speech_voice, "");
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_comes_back),
        cmocka_unit_test(only_what_changed_is_kept),
        cmocka_unit_test(nonsense_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
