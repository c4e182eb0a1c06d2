// Text: a growing string, UTF-8 checks, edit distance for "did you mean".
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A string that grows. `data` is NUL-terminated as soon as something was added, NULL before.
typedef struct Text {
    char *data;
    size_t length; // bytes, without the NUL
    size_t capacity;
} Text;

void text_deinit(Text *text);             // frees; leaves an empty Text
void text_clear(Text *text);              // keeps the memory
void text_add(Text *text, const char *s); // s NUL-terminated
void text_add_n(Text *text, const char *s, size_t n);
void text_add_char(Text *text, char c);
void text_addf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_add_grouped(Text *text, int64_t n); // "1,234,567"
const char *text_str(const Text *text);       // never NULL; "" when empty

// Whether n bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, no NUL).
// On false *bad (may be NULL) is the offset of the first wrong byte.
bool utf8_valid(const char *s, size_t n, size_t *bad);

// Decodes the code point at s (NUL-terminated, well-formed), sets *length to its bytes. At the NUL: 0, 0.
uint32_t utf8_next(const char *s, int *length);

// Number of code points of a well-formed NUL-terminated string.
size_t utf8_count(const char *s);

// Terminal columns of a well-formed string: wide East Asian characters count 2, combining marks 0.
int utf8_columns(const char *s);

// Whether a character only prints. False for what drives a terminal or hides a line: control characters
// (C0, C1, DEL), separators of lines and paragraphs, and what turns the direction of all that follows.
bool utf8_is_harmless(uint32_t c);

// Makes one line of well-formed text that can be shown anywhere: a character that was cut at the end goes,
// control characters of one byte become ' ', broken bytes and all else that is not harmless '?'.
void utf8_tidy(char *line);

// Adds `s`, which may hold any bytes, so: as one line that can be shown anywhere.
void text_add_tidy(Text *text, const char *s);

// The name among `names` that `wrong` most likely stands for (Damerau-Levenshtein, at most a third of
// the length, at least one), or NULL when none is near enough.
const char *text_did_you_mean(const char *wrong, const char *const *names, int count);

// Number of words: maximal runs of non-space characters that hold a letter or a digit.
int text_words(const char *s);
