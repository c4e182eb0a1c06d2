// What can be set, as a table: names, values, reading and writing them. For the files settings*.c only.
#pragma once

#include "view/view_state.h"

typedef enum Setting {
    SET_SIZE,
    SET_FACE,
    SET_CONTRAST,
    SET_COLOURS,
    SET_MOTION,
    SET_FAR,
    SET_SPEED,
    SET_FEEDBACK,
    SET_LANGUAGE,
    SET_SOUND,
    SET_CAPTIONS,
    SET_SPEECH,
    SET_VOICE,
    SET_RATE,
    SET_VOLUME,
    SET_HANDS,
    SET_HOLD,
    SET_SWITCHES,
    SET_SCAN,
    SET_KEYS,
    SETTING_COUNT
} Setting;

typedef enum SettingKind { KIND_CHOICE, KIND_SWITCH, KIND_DOOR } SettingKind;

enum { SETTING_VALUES = 16 }; // of one setting, at most

typedef struct SettingText {
    ViewWord section, name, how; // section: W_NOTHING but for the first one of it
    SettingKind kind;
    ViewWord values[6]; // of a KIND_CHOICE, but for sizes and languages; W_NOTHING ends
} SettingText;

const SettingText *setting_text(Setting setting);
ViewWord setting_how(const View *view, Setting setting);
bool setting_shown(const View *view, Setting setting);
int setting_count(const View *view, Setting setting); // of values
int setting_value(const View *view, Setting setting); // index of the one that holds, or -1
// `said`: for an ear, which sees no row of them.
const char *setting_label(const View *view, Setting setting, int value, bool said, Arena *arena);
void setting_put(ViewSettings *settings, Setting setting, int value);
ViewWord setting_command(ViewCommand command); // what it does, in words

void settings_keys_flow(View *view, Flow *flow); // settings_keys.c
// settings_preview.c: as high as that, if it can be
void settings_preview_flow(const View *view, Flow *flow, float height);
BridgeCondition settings_sample_bridge(void);
