// The commands that a key can be chosen for, and the keys that come with them: the usual ones, and two sets
// for one hand. A key is a number: what is printed on it as a Unicode character in lower case, or one of the
// KEYCODE_ numbers. Arrows, Enter, Space, Tab, Esc and the function keys keep what they do besides.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef enum ViewCommand {
    COMMAND_UNDO,
    COMMAND_LOOK,
    COMMAND_CANYON,
    COMMAND_HISTORY,
    COMMAND_LEDGER,
    COMMAND_HELP,
    COMMAND_SETTINGS,
    COMMAND_SOUND,
    COMMAND_TAKE,
    COMMAND_BACK,
    COMMAND_UP,
    COMMAND_DOWN,
    COMMAND_LEFT,
    COMMAND_RIGHT,
    COMMAND_PAGE_BACK,
    COMMAND_PAGE_ON,
    COMMAND_PAUSE,
    COMMAND_PLACES,
    COMMAND_SKIP,
    COMMAND_YOU,
    COMMAND_NEW,
    COMMAND_ALL,
    COMMAND_COUNT,
    COMMAND_NONE = COMMAND_COUNT
} ViewCommand;

typedef enum ViewHands { HANDS_BOTH, HANDS_LEFT, HANDS_RIGHT, HANDS_COUNT } ViewHands;

enum { KEYCODE_F1 = 0x110001, KEYCODE_F12 = KEYCODE_F1 + 11 }; // beyond Unicode

// The key of a set; 0 where the set has none of its own (Enter and the arrows are always there).
int32_t command_usual_key(ViewHands hands, ViewCommand command);

// The keys that hold: those chosen by hand (0: not chosen) before those of the set, which give way.
void command_keys(ViewHands hands, const int32_t chosen[COMMAND_COUNT], int32_t out[COMMAND_COUNT]);

// Whose key it is, or COMMAND_NONE.
ViewCommand command_of_key(const int32_t keys[COMMAND_COUNT], int32_t key);

// The answer that the digit in the row above the letters takes: 1 to 9, or 0. For the right hand 6 to 0 take
// the first five.
int command_digit(ViewHands hands, int digit);

// What is printed on the key: "U", "F9", "?". In `out`, which has room for 8 bytes.
enum { COMMAND_KEY_SIZE = 8 };
const char *command_key_name(int32_t key, char out[COMMAND_KEY_SIZE]);
const char *command_character(int32_t code, char out[COMMAND_KEY_SIZE]); // as UTF-8

// Whether a command can have that key: not a digit, which takes an answer, nor a blank.
bool command_key_allowed(int32_t key);

// Function keys that always do the same: F1 to F5, F7, F8, F10, F11.
bool command_key_fixed(int32_t key);
