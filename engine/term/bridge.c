// Characters for planks. What each state means is decided in engine/bridge; here it only gets a sign.
#include "term/bridge.h"

#include "base/say.h"
#include "base/text.h"

#include <string.h>

static const char *const signs_unicode[] = {
    [BRIDGE_PLANK_SOUND] = "▬",   [BRIDGE_PLANK_MARKED] = "▬", [BRIDGE_PLANK_NEW] = "▭",
    [BRIDGE_PLANK_GREY] = "─",    [BRIDGE_PLANK_WORN] = "┅",   [BRIDGE_PLANK_CRACKED] = "≠",
    [BRIDGE_PLANK_HANGING] = "╲", [BRIDGE_PLANK_GONE] = " ",
};
static const char *const signs_ascii[] = {
    [BRIDGE_PLANK_SOUND] = "=",    [BRIDGE_PLANK_MARKED] = "=", [BRIDGE_PLANK_NEW] = "#",
    [BRIDGE_PLANK_GREY] = "-",     [BRIDGE_PLANK_WORN] = "~",   [BRIDGE_PLANK_CRACKED] = "x",
    [BRIDGE_PLANK_HANGING] = "\\", [BRIDGE_PLANK_GONE] = " ",
};

static TermStyle style_of(const BridgeCondition *bridge)
{
    switch ((BridgeWord)bridge->word) {
    case BRIDGE_SOUND:
        return TERM_GOOD;
    case BRIDGE_WORN:
    case BRIDGE_STRAINED:
        return TERM_WARN;
    case BRIDGE_UNSAFE:
    case BRIDGE_DOWN:
        return TERM_BAD;
    }
    return TERM_PLAIN;
}

static void print_row(TermPrinter *printer, TermStyle style, const Text *row)
{
    const char *codes[] = { "", "" };
    if (printer->colour) {
        codes[0] = style == TERM_GOOD ? "\033[32m" : style == TERM_WARN ? "\033[33m" : "\033[31m";
        codes[1] = "\033[0m";
    }
    fprintf(printer->out, "%s%s%s\n", codes[0], text_str(row), codes[1]);
    printer->blank = false;
}

// Row of digits under the planks: tens (10) or units (1). False when it would be empty.
static bool number_row(const BridgeCondition *bridge, int unit, Text *row)
{
    bool any = false;
    text_add(row, "     "); // under "You |"
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        int disc =
            bridge->planks[i].mended_by > 0 ? bridge->planks[i].mended_by : bridge->planks[i].disc;
        bool shown = disc >= unit;
        text_add_char(row, (char)(shown ? '0' + disc / unit % 10 : ' '));
        any = any || shown;
    }
    while (row->length > 0 && row->data[row->length - 1] == ' ') {
        row->data[--row->length] = '\0';
    }
    return any;
}

void term_bridge(TermPrinter *printer, const BridgeCondition *bridge, const char *name)
{
    const char *const *signs = printer->unicode ? signs_unicode : signs_ascii;
    Text row = { 0 };
    text_add(&row, "You |");
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        text_add(&row, signs[bridge->planks[i].state]);
    }
    text_add(&row, "|");
    if (utf8_columns(text_str(&row)) + 1 + utf8_columns(name) <= printer->width) {
        text_add(&row, " ");
        text_add(&row, name);
    }
    print_row(printer, style_of(bridge), &row);
    for (int unit = 10; unit >= 1; unit /= 10) {
        text_clear(&row);
        if (number_row(bridge, unit, &row)) {
            print_row(printer, style_of(bridge), &row);
        }
    }
    text_deinit(&row);
}

void term_bridge_legend(TermPrinter *printer)
{
    const char *const *s = printer->unicode ? signs_unicode : signs_ascii;
    term_printf(
        printer, TERM_DIM,
        say("%s sound, %s new, %s grey, %s worn, %s cracked, %s hanging, a gap: gone. The numbers "
            "are your promises; see: ledger."),
        s[BRIDGE_PLANK_SOUND], s[BRIDGE_PLANK_NEW], s[BRIDGE_PLANK_GREY], s[BRIDGE_PLANK_WORN],
        s[BRIDGE_PLANK_CRACKED], s[BRIDGE_PLANK_HANGING]);
}

static int visible_state(const BridgePlank *plank)
{
    return plank->state == BRIDGE_PLANK_MARKED ? BRIDGE_PLANK_SOUND : plank->state;
}

bool term_bridge_differs(const BridgeCondition *a, const BridgeCondition *b)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (visible_state(&a->planks[i]) != visible_state(&b->planks[i]) ||
            a->planks[i].mended_by != b->planks[i].mended_by) {
            return true;
        }
    }
    return memcmp(a->strands, b->strands, sizeof a->strands) != 0 || a->word != b->word ||
           a->frayed != b->frayed || a->mended != b->mended || (a->scar > 0) != (b->scar > 0);
}
