// The sets of keys, and which key does what. Knows no key of the window system, no word of a screen.
#include "view/commands.h"

#include <assert.h>
#include <stdio.h>

// The left hand stays on its half of the letters and on 1 to 5, the right one on the other half, 6 to 0 and
// the function keys above them. Both halves are full with what is needed at each choice; what is rare (pause,
// kept places, skipping, what belongs to home) lies one or two columns over the middle.
static const int32_t SETS[HANDS_COUNT][COMMAND_COUNT] = {
    [HANDS_BOTH] = { [COMMAND_UNDO] = 'u',
                     [COMMAND_LOOK] = 'l',
                     [COMMAND_CANYON] = 'b',
                     [COMMAND_HISTORY] = 'h',
                     [COMMAND_LEDGER] = 'c',
                     [COMMAND_HELP] = '?',
                     [COMMAND_SETTINGS] = 's',
                     [COMMAND_SOUND] = 'm',
                     [COMMAND_PAUSE] = 'p',
                     [COMMAND_PLACES] = 'k',
                     [COMMAND_SKIP] = 'f',
                     [COMMAND_YOU] = 'y',
                     [COMMAND_NEW] = 'n',
                     [COMMAND_ALL] = 'a' },
    [HANDS_LEFT] = { [COMMAND_UNDO] = 'z',
                     [COMMAND_LOOK] = 'x',
                     [COMMAND_CANYON] = 'b',
                     [COMMAND_HISTORY] = 'v',
                     [COMMAND_LEDGER] = 'c',
                     [COMMAND_HELP] = 't',
                     [COMMAND_SETTINGS] = 'g',
                     [COMMAND_SOUND] = KEYCODE_F1 + 5,
                     [COMMAND_TAKE] = 'e',
                     [COMMAND_BACK] = 'q',
                     [COMMAND_UP] = 'w',
                     [COMMAND_DOWN] = 's',
                     [COMMAND_LEFT] = 'a',
                     [COMMAND_RIGHT] = 'd',
                     [COMMAND_PAGE_BACK] = 'r',
                     [COMMAND_PAGE_ON] = 'f',
                     [COMMAND_PAUSE] = 'h',
                     [COMMAND_PLACES] = 'j',
                     [COMMAND_SKIP] = 'u',
                     [COMMAND_YOU] = 'y',
                     [COMMAND_NEW] = 'n',
                     [COMMAND_ALL] = 'm' },
    [HANDS_RIGHT] = { [COMMAND_UNDO] = 'u',
                      [COMMAND_LOOK] = 'h',
                      [COMMAND_CANYON] = 'm',
                      [COMMAND_HISTORY] = ',',
                      [COMMAND_LEDGER] = '.',
                      [COMMAND_HELP] = KEYCODE_F1 + 8,
                      [COMMAND_SETTINGS] = '-',
                      [COMMAND_SOUND] = KEYCODE_F1 + 11,
                      [COMMAND_TAKE] = 'o',
                      [COMMAND_BACK] = 'p',
                      [COMMAND_UP] = 'i',
                      [COMMAND_DOWN] = 'k',
                      [COMMAND_LEFT] = 'j',
                      [COMMAND_RIGHT] = 'l',
                      [COMMAND_PAGE_BACK] = 'y',
                      [COMMAND_PAGE_ON] = 'n',
                      [COMMAND_PAUSE] = 't',
                      [COMMAND_PLACES] = 'g',
                      [COMMAND_SKIP] = 'b',
                      [COMMAND_YOU] = 'v',
                      [COMMAND_NEW] = 'f',
                      [COMMAND_ALL] = 'r' },
};

int32_t command_usual_key(ViewHands hands, ViewCommand command)
{
    assert(command < COMMAND_COUNT);
    return SETS[hands < HANDS_COUNT ? hands : HANDS_BOTH][command];
}

void command_keys(ViewHands hands, const int32_t chosen[COMMAND_COUNT], int32_t out[COMMAND_COUNT])
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        out[i] = chosen[i] != 0 ? chosen[i] : command_usual_key(hands, (ViewCommand)i);
        for (int j = 0; j < COMMAND_COUNT && chosen[i] == 0; j++) {
            out[i] = chosen[j] == out[i] ? 0 : out[i];
        }
    }
}

ViewCommand command_of_key(const int32_t keys[COMMAND_COUNT], int32_t key)
{
    for (int i = 0; i < COMMAND_COUNT && key != 0; i++) {
        if (keys[i] == key) {
            return (ViewCommand)i;
        }
    }
    return COMMAND_NONE;
}

int command_digit(ViewHands hands, int digit)
{
    if (hands != HANDS_RIGHT) {
        return digit;
    }
    return digit == 0 ? 5 : digit >= 6 ? digit - 5 : 0;
}

const char *command_character(int32_t code, char out[COMMAND_KEY_SIZE])
{
    static const uint8_t FIRST[] = { 0, 0xc0, 0xe0, 0xf0 };
    uint32_t rest = (uint32_t)code;
    int more = rest < 0x80 ? 0 : rest < 0x800 ? 1 : rest < 0x10000 ? 2 : 3;
    char *at = out;
    *at++ = (char)(FIRST[more] | (rest >> (6 * more)));
    while (more-- > 0) {
        *at++ = (char)(0x80 | ((rest >> (6 * more)) & 0x3f));
    }
    *at = '\0';
    return out;
}

const char *command_key_name(int32_t key, char out[COMMAND_KEY_SIZE])
{
    out[0] = '\0';
    if (key >= KEYCODE_F1 && key <= KEYCODE_F12) {
        snprintf(out, COMMAND_KEY_SIZE, "F%d", (int)(key - KEYCODE_F1) + 1);
        return out;
    }
    // Latin, Greek and Cyrillic capitals lie at these distances.
    if ((key >= 'a' && key <= 'z') || (key >= 0xe0 && key <= 0xfe && key != 0xf7) ||
        (key >= 0x3b1 && key <= 0x3c9 && key != 0x3c2) || (key >= 0x430 && key <= 0x44f)) {
        key -= 0x20;
    } else if (key >= 0x450 && key <= 0x45f) {
        key -= 0x50;
    }
    return command_character(key, out);
}

bool command_key_allowed(int32_t key)
{
    return key > ' ' && !(key >= '0' && key <= '9') && key != 0x7f && key <= KEYCODE_F12;
}

bool command_key_fixed(int32_t key)
{
    int f = key >= KEYCODE_F1 && key <= KEYCODE_F12 ? (int)(key - KEYCODE_F1) + 1 : 0;
    return (f >= 1 && f <= 5) || f == 7 || f == 8 || f == 10 || f == 11;
}
