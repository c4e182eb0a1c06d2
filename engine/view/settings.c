// The settings as a table, and what happens when one is changed: a request with all of them, which the host
// keeps and gives back with the next frame. How they look is in settings_draw.c.
#include "view/settings.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const SettingText TEXTS[SETTING_COUNT] = {
    [SET_SIZE] = { W_SEEING, W_SET_SIZE, W_SET_SIZE_HOW, KIND_CHOICE, { W_NOTHING } },
    [SET_FACE] = { W_NOTHING,
                   W_SET_FACE,
                   W_SET_FACE_HOW,
                   KIND_CHOICE,
                   { W_FACE_BOOK, W_FACE_ANDIKA, W_FACE_DYSLEXIC } },
    [SET_CONTRAST] = { W_NOTHING,
                       W_SET_CONTRAST,
                       W_SET_CONTRAST_HOW,
                       KIND_CHOICE,
                       { W_CONTRAST_PAPER, W_CONTRAST_HIGH } },
    [SET_COLOURS] = { W_NOTHING,
                      W_SET_COLOURS,
                      W_SET_COLOURS_HOW,
                      KIND_CHOICE,
                      { W_COLOURS_USUAL, W_COLOURS_SAFE } },
    [SET_MOTION] = { W_NOTHING,
                     W_SET_MOTION,
                     W_SET_MOTION_HOW,
                     KIND_CHOICE,
                     { W_MOTION_FULL, W_MOTION_LESS } },
    [SET_FAR] = { W_NOTHING, W_SET_FAR, W_SET_FAR_HOW, KIND_SWITCH, { W_NOTHING } },
    [SET_SPEED] = { W_READING,
                    W_SET_SPEED,
                    W_SET_SPEED_HOW,
                    KIND_CHOICE,
                    { W_SPEED_SLOW, W_SPEED_USUAL, W_SPEED_FAST, W_SPEED_ONCE } },
    [SET_FEEDBACK] = { W_NOTHING, W_SET_FEEDBACK, W_SET_FEEDBACK_HOW, KIND_SWITCH, { W_NOTHING } },
    [SET_LANGUAGE] = { W_NOTHING, W_SET_LANGUAGE, W_SET_LANGUAGE_HOW, KIND_CHOICE, { W_NOTHING } },
    [SET_SOUND] = { W_HEARING, W_SET_SOUND, W_SET_SOUND_HOW, KIND_SWITCH, { W_NOTHING } },
    [SET_CAPTIONS] = { W_NOTHING,
                       W_SET_CAPTIONS,
                       W_SET_CAPTIONS_HOW,
                       KIND_CHOICE,
                       { W_CAPTIONS_SET_BREAKS, W_CAPTIONS_SET_ALL, W_CAPTIONS_SET_NONE } },
    [SET_SPEECH] = { W_NOTHING, W_SET_SPEECH, W_SET_SPEECH_HOW, KIND_SWITCH, { W_NOTHING } },
    [SET_VOICE] = { W_NOTHING, W_SET_VOICE, W_SET_VOICE_HOW, KIND_CHOICE, { W_NOTHING } },
    [SET_RATE] = { W_NOTHING,
                   W_SET_RATE,
                   W_SET_RATE_HOW,
                   KIND_CHOICE,
                   { W_SPEED_SLOW, W_SPEED_USUAL, W_SPEED_FAST } },
    [SET_VOLUME] = { W_NOTHING,
                     W_SET_VOLUME,
                     W_SET_VOLUME_HOW,
                     KIND_CHOICE,
                     { W_VOLUME_LOW, W_VOLUME_MIDDLE, W_VOLUME_FULL } },
    [SET_HANDS] = { W_MOVING,
                    W_SET_HANDS,
                    W_SET_HANDS_HOW,
                    KIND_CHOICE,
                    { W_HANDS_BOTH, W_HANDS_LEFT, W_HANDS_RIGHT } },
    [SET_HOLD] = { W_NOTHING,
                   W_SET_HOLD,
                   W_SET_HOLD_HOW,
                   KIND_CHOICE,
                   { W_OFF, W_HOLD_SHORT, W_HOLD_MIDDLE, W_HOLD_LONG } },
    [SET_SWITCHES] = { W_NOTHING,
                       W_SET_SWITCHES,
                       W_SET_SWITCHES_HOW,
                       KIND_CHOICE,
                       { W_OFF, W_SWITCHES_ONE, W_SWITCHES_TWO } },
    [SET_SCAN] = { W_NOTHING,
                   W_SET_SCAN,
                   W_SET_SCAN_HOW,
                   KIND_CHOICE,
                   { W_SCAN_1, W_SCAN_2, W_SCAN_3, W_SCAN_4 } },
    [SET_KEYS] = { W_NOTHING, W_SET_KEYS, W_SET_KEYS_HOW, KIND_DOOR, { W_KEYS_CHANGE } },
};

static const int SIZES[] = { 100, 125, 150, 175, 200 }; // percent
static const int HOLDS[] = { 0, 400, 800, 1500 };       // milliseconds
static const int SCANS[] = { 800, 1500, 2500, 4000 };
static const int RATES[] = { -50, 0, 50 };
static const int VOLUMES[] = { 40, 70, 100 };
enum { SIZE_COUNT = 5, SCAN_USUAL = 1 };

const SettingText *setting_text(Setting setting)
{
    return &TEXTS[setting];
}

ViewWord setting_how(const View *view, Setting setting)
{
    bool dumb = setting == SET_SPEECH && view->settings.speech && view->voices_missing;
    return dumb ? W_SET_SPEECH_NONE : TEXTS[setting].how;
}

// With the usual one; as many as there are values.
static int voice_values(const View *view)
{
    int count = view->voice_count + 1;
    return count < SETTING_VALUES ? count : SETTING_VALUES;
}

bool setting_shown(const View *view, Setting setting)
{
    if (setting == SET_VOICE) { // one is no choice
        return view->settings.speech && !view->voices_missing && view->voice_count > 1;
    }
    if (setting == SET_LANGUAGE) {
        return view->language_count > 1;
    }
    if (setting == SET_RATE || setting == SET_VOLUME) {
        return view->settings.speech;
    }
    return setting != SET_SCAN || view->settings.switches == SWITCHES_ONE;
}

int setting_count(const View *view, Setting setting)
{
    if (setting == SET_SIZE) {
        return SIZE_COUNT;
    }
    if (setting == SET_LANGUAGE) {
        return view->language_count < SETTING_VALUES ? view->language_count : SETTING_VALUES;
    }
    if (setting == SET_VOICE) {
        return voice_values(view);
    }
    int count = 0;
    while (count < 6 && TEXTS[setting].values[count] != W_NOTHING) {
        count++;
    }
    return TEXTS[setting].kind == KIND_SWITCH ? 2 : count;
}

// The one that lies nearest: a size may also be set by the keys, in other steps.
static int nearest(const int *values, int count, int value)
{
    int best = 0;
    for (int i = 1; i < count; i++) {
        int away = value > values[i] ? value - values[i] : values[i] - value;
        int other = value > values[best] ? value - values[best] : values[best] - value;
        best = away < other ? i : best;
    }
    return best;
}

static float own_scale(const ViewSettings *settings)
{
    return settings->own_scale > 0 ? settings->own_scale : settings->text_scale;
}

static int speed_value(const ViewSettings *it)
{
    return it->no_typing                  ? 3
           : it->text_speed == SPEED_SLOW ? 0
           : it->text_speed == SPEED_FAST ? 2
                                          : 1;
}

static int voice_value(const View *view)
{
    for (int i = 1; i < voice_values(view); i++) {
        if (strcmp(view->voices[i - 1].name, view->settings.speech_voice) == 0) {
            return i;
        }
    }
    return 0;
}

int setting_value(const View *view, Setting setting)
{
    const ViewSettings *it = &view->settings;
    switch (setting) {
    case SET_SIZE:
        return nearest(SIZES, SIZE_COUNT, (int)(own_scale(it) * 100 + .5f));
    case SET_FACE:
        return it->typeface;
    case SET_CONTRAST:
        return it->high_contrast;
    case SET_COLOURS:
        return it->colour_safe;
    case SET_MOTION:
        return it->reduced_motion;
    case SET_FAR:
        return it->slow_link;
    case SET_SPEED:
        return speed_value(it);
    case SET_FEEDBACK:
        return it->feedback;
    case SET_LANGUAGE:
        return view->language;
    case SET_SOUND:
        return !it->sound_off;
    case SET_CAPTIONS:
        return it->captions;
    case SET_SPEECH:
        return it->speech;
    case SET_VOICE:
        return voice_value(view);
    case SET_RATE:
        return nearest(RATES, 3, it->speech_rate);
    case SET_VOLUME:
        return nearest(VOLUMES, 3, it->speech_volume);
    case SET_HANDS:
        return it->hands;
    case SET_HOLD:
        return nearest(HOLDS, 4, it->hold_milliseconds);
    case SET_SWITCHES:
        return it->switches;
    case SET_SCAN:
        return it->scan_milliseconds == 0 ? SCAN_USUAL : nearest(SCANS, 4, it->scan_milliseconds);
    case SET_KEYS:
    case SETTING_COUNT:
        break;
    }
    return -1;
}

const char *setting_label(const View *view, Setting setting, int value, bool said, Arena *arena)
{
    if (setting == SET_SIZE) { // one sign for all of them is enough for the eye
        const char *number = word_number(arena, SIZES[value]);
        return said || value == SIZE_COUNT - 1 ? word_fill1(arena, W_PERCENT, number) : number;
    }
    if (setting == SET_LANGUAGE) {
        return view->languages[value].name;
    }
    if (setting == SET_VOICE) {
        return value > 0 ? view->voices[value - 1].name : word(W_VOICE_USUAL);
    }
    if (TEXTS[setting].kind == KIND_SWITCH) {
        return word(value != 0 ? W_ON : W_OFF);
    }
    return word(TEXTS[setting].values[value]);
}

void setting_put(ViewSettings *settings, Setting setting, int value)
{
    bool on = value != 0;
    switch (setting) {
    case SET_SIZE:
        settings->text_scale = (float)SIZES[value] / 100;
        settings->own_scale = 0;
        break;
    case SET_FACE:
        settings->typeface = (uint8_t)value;
        break;
    case SET_CONTRAST:
        settings->high_contrast = on;
        break;
    case SET_COLOURS:
        settings->colour_safe = on;
        break;
    case SET_MOTION:
        settings->reduced_motion = on;
        break;
    case SET_FAR:
        settings->slow_link = on;
        break;
    case SET_SPEED:
        settings->no_typing = value == 3;
        settings->text_speed = value == 0 ? SPEED_SLOW : value == 2 ? SPEED_FAST : SPEED_USUAL;
        break;
    case SET_FEEDBACK:
        settings->feedback = on;
        break;
    case SET_SOUND:
        settings->sound_off = !on;
        break;
    case SET_CAPTIONS:
        settings->captions = (uint8_t)value;
        break;
    case SET_SPEECH:
        settings->speech = on;
        break;
    case SET_RATE:
        settings->speech_rate = RATES[value];
        break;
    case SET_VOLUME:
        settings->speech_volume = (uint8_t)VOLUMES[value];
        break;
    case SET_HANDS:
        settings->hands = (uint8_t)value;
        break;
    case SET_HOLD:
        settings->hold_milliseconds = HOLDS[value];
        break;
    case SET_SWITCHES:
        settings->switches = (uint8_t)value;
        break;
    case SET_SCAN:
        settings->scan_milliseconds = SCANS[value];
        break;
    case SET_LANGUAGE:
    case SET_VOICE:
    case SET_KEYS:
    case SETTING_COUNT:
        break;
    }
}

// ---- opening and closing ------------------------------------------------------------------------

bool view_settings_open(const View *view)
{
    return view->panel == PANEL_SETTINGS;
}

// Over anything, a notice or another panel as well: that is there again afterwards.
void view_open_settings(View *view)
{
    if (view_settings_open(view)) {
        return;
    }
    ViewPanel under = view->panel;
    view->notice_under = view->has_notice;
    view->page_under = view->pages[PAGER_PANEL];
    ViewTarget focus = view->focus;
    view->has_notice = false;
    view->panel_under = under;
    view->panel = PANEL_SETTINGS;
    view->settings_focus = focus;
    view->pages[PAGER_PANEL] = 0;
    view->pages[PAGER_PREVIEW] = 0;
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    view->hover = view->focus;
    view->before = view->settings;
    view->choosing_keys = false;
    view->key_for = -1;
    view->key_said = W_NOTHING;
    view_touch(view);
}

void view_settings_close(View *view)
{
    view->key_for = -1;
    view->key_said = W_NOTHING;
    view->focus = (ViewTarget){ ACTION_NONE, 0 };
    view->hover = view->focus;
    if (view->choosing_keys) {
        view->choosing_keys = false;
        view->pages[PAGER_PANEL] = view->page_of_keys;
        view->focus = (ViewTarget){ ACTION_KEYS, 1 };
    } else {
        view->panel = view->panel_under;
        view->has_notice = view->notice_under;
        view->pages[PAGER_PANEL] = view->page_under;
        view->focus = view->settings_focus;
    }
    view_touch(view);
}

void view_languages(View *view, const ViewLanguage *languages, int count, int chosen)
{
    view->languages = languages;
    view->language_count = count;
    view->language = chosen;
    view_touch(view);
}

void view_voices(View *view, const ViewVoice *voices, int count, bool missing)
{
    view->voices = voices;
    view->voice_count = count;
    view->voices_missing = missing;
    view_touch(view);
}

// ---- changing -----------------------------------------------------------------------------------

// At once here, too: the next input may come before the next frame.
static ViewRequest request(View *view, const ViewSettings *wanted)
{
    if (fabsf(own_scale(wanted) - own_scale(&view->settings)) > .01f) { // pages are others now
        view->jump = view->told;
        view->pages[PAGER_OFFERS] = 0;
    }
    view->wanted = *wanted;
    view->wanted.text_scale = own_scale(wanted);
    view->wanted.own_scale = 0;
    view->wanted.reader = false; // what only the host knows
    view->wanted.finger = 0;
    view->settings = *wanted;
    view_touch(view);
    return (ViewRequest){ .kind = REQUEST_SETTINGS, .settings = &view->wanted };
}

static ViewRequest set(View *view, Setting setting, int value)
{
    if (setting >= SETTING_COUNT || value < 0 || value >= setting_count(view, setting)) {
        return (ViewRequest){ .kind = REQUEST_NONE };
    }
    view->focus = (ViewTarget){ ACTION_SET, (int)setting * SETTING_VALUES +
                                                (TEXTS[setting].kind == KIND_SWITCH ? 0 : value) };
    if (setting == SET_LANGUAGE) {
        view->language = value;
        view_touch(view);
        return (ViewRequest){ .kind = REQUEST_LANGUAGE, .text = view->languages[value].code };
    }
    ViewSettings wanted = view->settings;
    wanted.own_scale = own_scale(&view->settings);
    if (setting == SET_VOICE) {
        const ViewVoice usual = { "", "" };
        const ViewVoice *voice = value > 0 ? &view->voices[value - 1] : &usual;
        snprintf(wanted.speech_voice, sizeof wanted.speech_voice, "%s", voice->name);
        snprintf(wanted.speech_voice_language, sizeof wanted.speech_voice_language, "%s",
                 voice->language);
    }
    setting_put(&wanted, setting, value);
    return request(view, &wanted);
}

ViewRequest view_settings_step(View *view, int step)
{
    Setting setting = (Setting)(view->focus.argument / SETTING_VALUES);
    int value = setting_value(view, setting) + step;
    int last = setting_count(view, setting) - 1;
    return set(view, setting, value < 0 ? 0 : value > last ? last : value);
}

static ViewRequest set_or_turn(View *view, int argument)
{
    Setting setting = (Setting)(argument / SETTING_VALUES);
    bool turns = setting < SETTING_COUNT && TEXTS[setting].kind == KIND_SWITCH;
    return set(view, setting, turns ? !setting_value(view, setting) : argument % SETTING_VALUES);
}

static ViewRequest put_back(View *view, bool to_first)
{
    ViewSettings wanted = view->before;
    if (to_first) { // what the machine is like stays as it is
        wanted = (ViewSettings){ .text_scale = 1,
                                 .slow_link = view->settings.slow_link,
                                 .speech = view->settings.speech,
                                 .speech_volume = view->settings.speech_volume,
                                 .reader = view->settings.reader,
                                 .finger = view->settings.finger };
        memcpy(wanted.speech_voice, view->settings.speech_voice, sizeof wanted.speech_voice);
        memcpy(wanted.speech_voice_language, view->settings.speech_voice_language,
               sizeof wanted.speech_voice_language);
    }
    return request(view, &wanted);
}

// ---- the keys -----------------------------------------------------------------------------------

static ViewRequest put_key(View *view, int32_t code)
{
    ViewCommand command = (ViewCommand)view->key_for;
    int32_t now[COMMAND_COUNT];
    ViewSettings wanted = view->settings;
    wanted.own_scale = own_scale(&view->settings);
    command_keys((ViewHands)wanted.hands, wanted.keys, now);
    ViewCommand other = command_of_key(now, code);
    view->key_said = W_KEYS_SET;
    view->key_said_key = code;
    view->key_said_command = (int)command;
    if (other != COMMAND_NONE && other != command) {
        view->key_said = W_KEYS_TAKEN;
        view->key_said_command = (int)other;
        wanted.keys[other] = 0; // that of the set gives way
    }
    wanted.keys[command] = code;
    command_keys((ViewHands)wanted.hands, wanted.keys, now);
    if (other != COMMAND_NONE && now[other] != 0) { // it has its usual one again
        view->key_said = W_KEYS_SET;
        view->key_said_command = (int)command;
    }
    view->key_for = -1;
    return request(view, &wanted);
}

ViewRequest view_settings_key(View *view, int32_t code)
{
    if (!command_key_allowed(code)) {
        view->key_said = W_KEYS_NOT;
        view_touch(view);
        return (ViewRequest){ .kind = REQUEST_NONE };
    }
    if (command_key_fixed(code)) {
        view->key_said = W_KEYS_FIXED;
        view->key_said_key = code;
        view_touch(view);
        return (ViewRequest){ .kind = REQUEST_NONE };
    }
    return put_key(view, code);
}

bool view_wants_key(const View *view)
{
    return view_settings_open(view) && view->key_for >= 0;
}

static ViewRequest usual_keys(View *view)
{
    ViewSettings wanted = view->settings;
    wanted.own_scale = own_scale(&view->settings);
    memset(wanted.keys, 0, sizeof wanted.keys);
    view->key_said = W_NOTHING;
    return request(view, &wanted);
}

static ViewRequest keys(View *view, int what)
{
    if (what == 2) {
        return usual_keys(view);
    }
    if (what == 0) {
        view_settings_close(view);
    } else {
        view->choosing_keys = true;
        view->page_of_keys = view->pages[PAGER_PANEL];
        view->pages[PAGER_PANEL] = 0;
        view->focus = (ViewTarget){ ACTION_NONE, 0 };
    }
    view_touch(view);
    return (ViewRequest){ .kind = REQUEST_NONE };
}

ViewRequest view_settings_activate(View *view, ViewTarget target)
{
    switch (target.action) {
    case ACTION_SET:
        return set_or_turn(view, target.argument);
    case ACTION_SETTINGS_BACK:
        return put_back(view, target.argument == 1);
    case ACTION_KEYS:
        return keys(view, target.argument);
    case ACTION_KEY:
        view->key_for = target.argument;
        view->key_said = W_NOTHING;
        break;
    case ACTION_TYPE:
        view_type(view, target.argument);
        break;
    case ACTION_SETTINGS:
        if (view_settings_open(view)) {
            view_settings_close(view);
        } else {
            view_open_settings(view);
        }
        break;
    default:
        break;
    }
    view_touch(view);
    return (ViewRequest){ .kind = REQUEST_NONE };
}
