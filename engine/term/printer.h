// Prints paragraphs on a terminal or into a pipe: wrapped at its width, coloured only where that is
// wanted, in plain ASCII where the terminal cannot do more. Knows nothing of stories.
#pragma once

#include <stdbool.h>
#include <stdio.h>

typedef enum TermStyle {
    TERM_PLAIN,
    TERM_BOLD,
    TERM_DIM,
    TERM_ACCENT,
    TERM_GOOD,
    TERM_WARN,
    TERM_BAD
} TermStyle;

enum { TERM_WIDTH = 80, TERM_WIDTH_LEAST = 20, TERM_WIDTH_MOST = 100 };

typedef struct TermPrinter {
    FILE *out;
    int width; // columns
    bool colour;
    bool unicode; // false: quotes, dashes and dots become ASCII
    bool drawn;   // a terminal: the bridge is drawn as well as told
    bool blank;   // the last line was empty
} TermPrinter;

// For a pipe or a file: 80 columns, no colour, no drawing.
TermPrinter term_printer_plain(FILE *out);

// As `out` is: its width, NO_COLOR, TERM, LANG. A pipe gets term_printer_plain.
TermPrinter term_printer_for(FILE *out);

// One paragraph. `first` stands before the first line, `indent` spaces before the others.
void term_print(TermPrinter *printer, TermStyle style, const char *first, int indent,
                const char *text);
void term_printf(TermPrinter *printer, TermStyle style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void term_blank(TermPrinter *printer); // an empty line, never two in a row
