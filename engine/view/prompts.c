// From the usual key to the command it stands for, and from there to what the device in use has for it.
#include "view/prompts.h"

#include "view/view.h"
#include "view/words.h"

#include <string.h>

static const char *const GLYPHS[] = { "", "\x01", "\x02", "\x03", "\x04" }; // by FrameGlyph

static ViewCommand command_named(const char *usual)
{
    if (strcmp(usual, word(W_KEY_ENTER)) == 0) {
        return COMMAND_TAKE;
    }
    if (strcmp(usual, word(W_KEY_ESCAPE)) == 0) {
        return COMMAND_BACK;
    }
    for (int i = 0; i < COMMAND_COUNT; i++) {
        char name[COMMAND_KEY_SIZE];
        int32_t key = command_usual_key(HANDS_BOTH, (ViewCommand)i);
        if (key != 0 && strcmp(usual, command_key_name(key, name)) == 0) {
            return (ViewCommand)i;
        }
    }
    return COMMAND_NONE;
}

static const char *of_pad(ViewCommand command)
{
    switch (command) {
    case COMMAND_TAKE:
        return GLYPHS[GLYPH_SOUTH];
    case COMMAND_BACK:
        return GLYPHS[GLYPH_EAST];
    case COMMAND_UNDO:
        return GLYPHS[GLYPH_WEST];
    case COMMAND_LOOK:
        return GLYPHS[GLYPH_NORTH];
    case COMMAND_HISTORY:
        return "L2";
    case COMMAND_LEDGER:
        return "R2";
    case COMMAND_CANYON:
        return "L3";
    case COMMAND_SETTINGS:
        return "Start";
    case COMMAND_HELP:
        return "Select";
    case COMMAND_PAGE_BACK:
        return "L1";
    case COMMAND_PAGE_ON:
        return "R1";
    case COMMAND_SOUND:
    case COMMAND_UP:
    case COMMAND_DOWN:
    case COMMAND_LEFT:
    case COMMAND_RIGHT:
    case COMMAND_PAUSE:
    case COMMAND_PLACES:
    case COMMAND_SKIP:
    case COMMAND_YOU:
    case COMMAND_NEW:
    case COMMAND_ALL:
    case COMMAND_COUNT:
        break;
    }
    return NULL;
}

// Of the answers. A gamepad takes the one in focus.
static const char *of_digit(const Pen *pen, const char *usual, bool focused)
{
    static const char *const RIGHT[] = { "6", "7", "8", "9", "0" };
    if (pen->device == DEVICE_PAD && focused) {
        return GLYPHS[GLYPH_SOUTH];
    }
    int digit = usual[0] - '0';
    bool keys = pen->device == DEVICE_KEYBOARD || pen->device == DEVICE_MOUSE;
    return keys && pen->hands == HANDS_RIGHT && digit <= 5 ? RIGHT[digit - 1] : usual;
}

static const char *of_keyboard(const Pen *pen, const char *usual, ViewCommand command)
{
    char name[COMMAND_KEY_SIZE];
    if (pen->keys == NULL ||
        (pen->keys[command] == 0 && (command == COMMAND_TAKE || command == COMMAND_BACK))) {
        return usual;
    }
    if (pen->keys[command] == 0) {
        return NULL;
    }
    return frame_text(pen->frame, command_key_name(pen->keys[command], name));
}

const char *prompt_key(const Pen *pen, const char *usual, bool needed, bool focused)
{
    if (usual == NULL || usual[0] == '\0') {
        return usual;
    }
    if (usual[0] >= '1' && usual[0] <= '9' && usual[1] == '\0') {
        return of_digit(pen, usual, focused);
    }
    ViewCommand command = command_named(usual);
    if (command == COMMAND_NONE) {
        return usual;
    }
    const char *shown = pen->device == DEVICE_PAD     ? of_pad(command)
                        : pen->device == DEVICE_TOUCH ? NULL
                                                      : of_keyboard(pen, usual, command);
    return shown == NULL && needed ? usual : shown;
}

FrameGlyph prompt_glyph(const char *shown)
{
    bool glyph = shown != NULL && shown[0] >= GLYPH_SOUTH && shown[0] <= GLYPH_NORTH;
    return glyph ? (FrameGlyph)shown[0] : GLYPH_NONE;
}

const char *prompt_said(const char *shown)
{
    switch (prompt_glyph(shown)) {
    case GLYPH_SOUTH:
        return word(W_PAD_SOUTH);
    case GLYPH_EAST:
        return word(W_PAD_EAST);
    case GLYPH_WEST:
        return word(W_PAD_WEST);
    case GLYPH_NORTH:
        return word(W_PAD_NORTH);
    case GLYPH_NONE:
        break;
    }
    return shown != NULL ? shown : "";
}
