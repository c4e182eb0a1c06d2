// Wrapping by columns, and what a terminal is told. Control characters of a text are never passed on. The
// order of what is written from right to left is left to the terminal: it puts lines in order itself, and
// would undo ours.
#define _POSIX_C_SOURCE 200809L

#include "term/printer.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/text.h"
#include "view/breaks.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char *const style_codes[] = {
    [TERM_PLAIN] = "",          [TERM_BOLD] = "\033[1m",  [TERM_DIM] = "\033[2m",
    [TERM_ACCENT] = "\033[36m", [TERM_GOOD] = "\033[32m", [TERM_WARN] = "\033[33m",
    [TERM_BAD] = "\033[31m",
};

TermPrinter term_printer_plain(FILE *out)
{
    return (TermPrinter){ .out = out, .width = TERM_WIDTH, .unicode = true, .blank = true };
}

static bool speaks_utf8(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0]) {
            const char *dot = strchr(value, '.');
            return dot && (strncasecmp(dot, ".utf-8", 6) == 0 || strncasecmp(dot, ".utf8", 5) == 0);
        }
    }
    return false;
}

static int columns_of(int file)
{
    struct winsize size = { 0 };
    int columns = 0;
    if (ioctl(file, TIOCGWINSZ, &size) == 0) {
        columns = size.ws_col;
    }
    const char *said = getenv("COLUMNS");
    if (columns <= 0 && said) {
        columns = (int)strtol(said, NULL, 10);
    }
    if (columns <= 0) {
        return TERM_WIDTH;
    }
    columns = columns > TERM_WIDTH_MOST ? TERM_WIDTH_MOST : columns;
    return columns < TERM_WIDTH_LEAST ? TERM_WIDTH_LEAST : columns;
}

TermPrinter term_printer_for(FILE *out)
{
    TermPrinter printer = term_printer_plain(out);
    int file = fileno(out);
    if (file < 0 || !isatty(file)) {
        return printer;
    }
    const char *kind = getenv("TERM");
    const char *no_colour = getenv("NO_COLOR");
    bool able = kind && kind[0] && strcmp(kind, "dumb") != 0;
    printer.width = columns_of(file);
    printer.colour = able && !(no_colour && no_colour[0]);
    printer.unicode = speaks_utf8();
    printer.drawn = able;
    return printer;
}

static const char *ascii_for(uint32_t code)
{
    switch (code) {
    case 0x2018:
    case 0x2019:
        return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return "\"";
    case 0x2013:
    case 0x2012:
    case 0x2212:
        return "-";
    case 0x2014:
        return "--";
    case 0x2026:
        return "...";
    case 0x00A0:
        return " ";
    case 0x00B7:
    case 0x2022:
        return "*";
    case 0x00D7:
        return "x";
    default:
        return NULL;
    }
}

// The text without control characters, in ASCII where nothing else can be shown.
static void clean(const TermPrinter *printer, const char *text, Text *out)
{
    int length = 0;
    for (uint32_t code; (code = utf8_next(text, &length)) != 0; text += length) {
        if (code == '\n' || code == '\t') {
            text_add_char(out, ' ');
        } else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
            continue;
        } else if (code < 0x7f || printer->unicode) {
            text_add_n(out, text, (size_t)length);
        } else {
            const char *ascii = ascii_for(code);
            text_add(out, ascii ? ascii : "?");
        }
    }
}

static int columns(const char *s, size_t n)
{
    Text word = { 0 };
    text_add_n(&word, s, n);
    int wide = utf8_columns(text_str(&word));
    text_deinit(&word);
    return wide;
}

// Bytes of the longest beginning of s[0..n) that fits into `room` columns, at least one letter.
static size_t fitting(const char *s, size_t n, int room)
{
    size_t taken = 0;
    while (taken < n) {
        size_t length = breaks_letter(s + taken, n - taken);
        if (taken > 0 && columns(s, taken + length) > room) {
            break;
        }
        taken += length;
    }
    return taken;
}

// Bytes of the first part of s behind which a line may end, without the spaces there.
static size_t part(const char *s, const char *ends)
{
    size_t n = 0;
    while (s[n] != '\0' && s[n] != ' ') {
        n++;
        if (ends[n - 1] == BREAK_MAY) {
            break;
        }
    }
    return n;
}

static void line_begin(TermPrinter *printer, TermStyle style, int spaces)
{
    fprintf(printer->out, "%*s%s", spaces, "", printer->colour ? style_codes[style] : "");
}

static void line_end(TermPrinter *printer, TermStyle style)
{
    fputs(printer->colour && style != TERM_PLAIN ? "\033[0m\n" : "\n", printer->out);
}

void term_print(TermPrinter *printer, TermStyle style, const char *first, int indent,
                const char *text)
{
    Text whole = { 0 };
    clean(printer, first, &whole);
    clean(printer, text, &whole);
    const char *s = text_str(&whole);
    char *ends = mem_alloc(whole.length + 1);
    breaks_find(s, whole.length, say_language(), ends);
    int used = 0;
    bool line_empty = true;
    line_begin(printer, style, 0);
    for (;;) {
        size_t gap = strspn(s, " ");
        size_t n = part(s + gap, ends + (s - text_str(&whole)) + gap);
        if (n == 0) {
            break;
        }
        int wide = columns(s + gap, n);
        int space = used > (line_empty ? indent : 0) || used == 0 ? (int)gap : 0;
        if (!line_empty && used + space + wide > printer->width) {
            line_end(printer, style);
            line_begin(printer, style, indent);
            used = indent;
            line_empty = true;
            space = 0;
        }
        if (used + space + wide > printer->width) { // longer than a line: in pieces
            n = fitting(s + gap, n, printer->width - used - space);
            wide = columns(s + gap, n);
        }
        fprintf(printer->out, "%*s", space, "");
        fwrite(s + gap, 1, n, printer->out);
        used += space + wide;
        line_empty = false;
        s += gap + n;
    }
    line_end(printer, style);
    printer->blank = whole.length == 0;
    mem_free(ends);
    text_deinit(&whole);
}

void term_printf(TermPrinter *printer, TermStyle style, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char small[256];
    Text large = { 0 };
    char *text = small;
    if (size >= (int)sizeof small) {
        for (int i = 0; i <= size; i++) {
            text_add_char(&large, ' ');
        }
        text = large.data;
    }
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    term_print(printer, style, "", 0, text);
    text_deinit(&large);
}

void term_blank(TermPrinter *printer)
{
    if (!printer->blank) {
        fputc('\n', printer->out);
        printer->blank = true;
    }
}
