// Names and ranges of what is kept. A name is never used for another meaning: old files are read for ever.
#include "app/settings.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

typedef enum Field {
    FIELD_BOOL, // as it is
    FIELD_NOT,  // kept the other way round: "sound" is the opposite of sound_off
    FIELD_BYTE, // uint8_t
    FIELD_INT,
    FIELD_PERCENT, // a float
} Field;

typedef struct Kept {
    const char *name;
    Field field;
    size_t at;
    int least, most;
} Kept;

#define AT(field) offsetof(ViewSettings, field)

static const Kept KEPT[] = {
    { "type_size", FIELD_PERCENT, AT(text_scale), 100, 200 },
    { "high_contrast", FIELD_BOOL, AT(high_contrast), 0, 1 },
    { "less_motion", FIELD_BOOL, AT(reduced_motion), 0, 1 },
    { "slow_link", FIELD_BOOL, AT(slow_link), 0, 1 },
    { "sound", FIELD_NOT, AT(sound_off), 0, 1 },
    { "captions", FIELD_BYTE, AT(captions), 0, CAPTIONS_COUNT - 1 },
    { "feedback", FIELD_BOOL, AT(feedback), 0, 1 },
    { "typeface", FIELD_BYTE, AT(typeface), 0, TYPEFACE_COUNT - 1 },
    { "safe_colours", FIELD_BOOL, AT(colour_safe), 0, 1 },
    { "text_at_once", FIELD_BOOL, AT(no_typing), 0, 1 },
    { "text_speed", FIELD_BYTE, AT(text_speed), 0, SPEED_COUNT - 1 },
    { "speech", FIELD_BOOL, AT(speech), 0, 1 },
    { "speech_rate", FIELD_INT, AT(speech_rate), -100, 100 },
    { "speech_volume", FIELD_BYTE, AT(speech_volume), 0, 100 },
    { "hands", FIELD_BYTE, AT(hands), 0, HANDS_COUNT - 1 },
    { "hold", FIELD_INT, AT(hold_milliseconds), 0, 10000 },
    { "switches", FIELD_BYTE, AT(switches), 0, SWITCHES_COUNT - 1 },
    { "switch_turn", FIELD_INT, AT(scan_milliseconds), 0, 60000 },
};
enum { KEPT_COUNT = sizeof KEPT / sizeof *KEPT };

// In the order of ViewCommand.
static const char *const KEYS[COMMAND_COUNT] = {
    "key_undo",     "key_look",  "key_canyon",    "key_history", "key_ledger", "key_help",
    "key_settings", "key_sound", "key_take",      "key_back",    "key_up",     "key_down",
    "key_left",     "key_right", "key_page_back", "key_page_on", "key_pause",  "key_places",
    "key_skip",     "key_you",   "key_new",   "key_all",
};

static int read_field(const ViewSettings *settings, const Kept *kept)
{
    const char *at = (const char *)settings + kept->at;
    switch (kept->field) {
    case FIELD_BOOL:
        return *(const bool *)at;
    case FIELD_NOT:
        return !*(const bool *)at;
    case FIELD_BYTE:
        return *(const uint8_t *)at;
    case FIELD_INT:
        return *(const int *)(const void *)at;
    case FIELD_PERCENT:
        break;
    }
    return (int)(*(const float *)(const void *)at * 100.0f + 0.5f);
}

static void write_field(ViewSettings *settings, const Kept *kept, int value)
{
    char *at = (char *)settings + kept->at;
    switch (kept->field) {
    case FIELD_BOOL:
        *(bool *)at = value != 0;
        return;
    case FIELD_NOT:
        *(bool *)at = value == 0;
        return;
    case FIELD_BYTE:
        *(uint8_t *)at = (uint8_t)value;
        return;
    case FIELD_INT:
        *(int *)(void *)at = value;
        return;
    case FIELD_PERCENT:
        *(float *)(void *)at = (float)value / 100.0f;
        return;
    }
}

// "en-gb English (Great Britain)": its language and its name.
static void keep_voice(Store *store, const ViewSettings *settings)
{
    char words[96];
    snprintf(words, sizeof words, "%s %s", settings->speech_voice_language, settings->speech_voice);
    store_words_keep(store, "speech_voice", words, NULL);
}

static void restore_voice(Store *store, ViewSettings *settings)
{
    char words[96] = "";
    settings->speech_voice[0] = settings->speech_voice_language[0] = '\0';
    size_t n = store_words(store, "speech_voice", words, (int)sizeof words) ? strcspn(words, " ") : 0;
    if (n > 0 && n < sizeof settings->speech_voice_language && words[n] == ' ') {
        memcpy(settings->speech_voice_language, words, n);
        settings->speech_voice_language[n] = '\0';
        snprintf(settings->speech_voice, sizeof settings->speech_voice, "%.63s", words + n + 1);
    }
}

void settings_keep(Store *store, const ViewSettings *settings, const ViewSettings *before)
{
    for (int i = 0; i < KEPT_COUNT; i++) {
        int value = read_field(settings, &KEPT[i]);
        if (before == NULL || value != read_field(before, &KEPT[i])) {
            store_setting_keep(store, KEPT[i].name, value, NULL);
        }
    }
    if (before == NULL || strcmp(settings->speech_voice, before->speech_voice) != 0) {
        keep_voice(store, settings);
    }
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (before == NULL || settings->keys[i] != before->keys[i]) {
            store_setting_keep(store, KEYS[i], (int)settings->keys[i], NULL);
        }
    }
}

void settings_restore(Store *store, ViewSettings *settings)
{
    restore_voice(store, settings);
    for (int i = 0; i < KEPT_COUNT; i++) {
        int otherwise = read_field(settings, &KEPT[i]);
        int value = store_setting(store, KEPT[i].name, otherwise);
        if (value >= KEPT[i].least && value <= KEPT[i].most) {
            write_field(settings, &KEPT[i], value);
        }
    }
    for (int i = 0; i < COMMAND_COUNT; i++) {
        int key = store_setting(store, KEYS[i], 0);
        settings->keys[i] = command_key_allowed(key) ? key : 0;
    }
}

// ---- handed on --------------------------------------------------------------------------------------

static const char *const DISPLAY[SETTINGS_DISPLAY] = { "type_size", "high_contrast", "less_motion",
                                                       "slow_link", "typeface",      "safe_colours" };

void settings_display(Store *store, SettingsDisplay *out)
{
    for (int i = 0; i < SETTINGS_DISPLAY; i++) {
        out->values[i] = store_setting(store, DISPLAY[i], INT_MIN);
    }
}

void settings_display_keep(Store *store, const SettingsDisplay *display)
{
    for (int i = 0; i < SETTINGS_DISPLAY; i++) {
        if (display->values[i] != INT_MIN) {
            store_setting_keep(store, DISPLAY[i], display->values[i], NULL);
        }
    }
}
