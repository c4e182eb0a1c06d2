// Events as lines of text: "kept 4h", "missed: the shelf list", "apology full", "week quiet". The
// format is in README.md. Pure: who reads the file knows its name and counts its lines.
#pragma once

#include "base/err.h"
#include "trust/trust.h"

enum { TRUST_LINE_BYTES = 1000, TRUST_LABEL_BYTES = 120, TRUST_TIMES_MAX = 1000 };

typedef struct TrustLine {
    int times; // 0: an empty line or a comment
    TrustEvent event;
    bool new_day;                  // a day begins before each
    char said[80];                 // what was written, without label, repetition and comment
    char label[TRUST_LABEL_BYTES]; // behind the colon; may be empty
} TrustLine;

// Reads one line (UTF-8, NUL-terminated, without its newline). False with ERR_INPUT and a remedy,
// without a place; `out` is then of no use.
bool trust_line_read(const char *line, TrustLine *out, Err *err);

// Applies it, all its times.
void trust_line_apply(const TrustParameters *parameters, TrustState *state, const TrustLine *line);
