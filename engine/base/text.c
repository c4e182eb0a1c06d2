// A growing string, the nearest name for "did you mean", and the word count by which scenarios are
// measured. What UTF-8 is stands in utf8.c. Knows no language: letters are told from signs by
// block.
#include "base/text.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void text_deinit(Text *text)
{
    mem_free(text->data);
    *text = (Text){ .data = NULL };
}

void text_clear(Text *text)
{
    text->length = 0;
    if (text->data != NULL) {
        text->data[0] = '\0';
    }
}

// Room for n more bytes and the NUL.
static void reserve(Text *text, size_t n)
{
    size_t needed = text->length + n + 1;
    assert(needed > n);
    if (needed <= text->capacity) {
        return;
    }
    size_t capacity = text->capacity > 0 ? text->capacity : 64;
    while (capacity < needed) {
        capacity += capacity / 2;
    }
    text->data = mem_grow(text->data, capacity);
    text->capacity = capacity;
}

void text_add_n(Text *text, const char *s, size_t n)
{
    // `s` may point into the text itself, which moves when it grows.
    bool inside = text->data != NULL && s >= text->data && s <= text->data + text->length;
    size_t offset = inside ? (size_t)(s - text->data) : 0;
    reserve(text, n);
    if (n > 0) {
        memmove(text->data + text->length, inside ? text->data + offset : s, n);
    }
    text->length += n;
    text->data[text->length] = '\0';
}

void text_add(Text *text, const char *s)
{
    text_add_n(text, s, strlen(s));
}

void text_add_char(Text *text, char c)
{
    reserve(text, 1);
    text->data[text->length] = c;
    text->length++;
    text->data[text->length] = '\0';
}

void text_addf(Text *text, const char *format, ...)
{
    va_list arguments;
    va_list again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int needed = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(needed >= 0);
    reserve(text, (size_t)needed);
    vsnprintf(text->data + text->length, (size_t)needed + 1, format, again);
    va_end(again);
    text->length += (size_t)needed;
}

void text_add_tidy(Text *text, const char *s)
{
    size_t from = text->length;
    text_add(text, s);
    utf8_tidy(text->data + from);
    text->length = from + strlen(text->data + from);
}

const char *text_str(const Text *text)
{
    return text->data != NULL ? text->data : "";
}

// ---- did you mean
// -------------------------------------------------------------------------------------

static unsigned char fold_case(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

// Edits (insert, delete, replace, swap two neighbours) from a to b, byte by byte, letter case
// ignored. `rows` holds three rows of lb + 1 numbers.
static size_t edit_distance(const char *a, size_t la, const char *b, size_t lb, size_t *rows)
{
    size_t *before = rows;
    size_t *last = rows + (lb + 1);
    size_t *now = rows + 2 * (lb + 1);
    for (size_t j = 0; j <= lb; j++) {
        last[j] = j;
    }
    for (size_t i = 1; i <= la; i++) {
        now[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            unsigned char ca = fold_case(a[i - 1]);
            unsigned char cb = fold_case(b[j - 1]);
            now[j] = smallest(last[j] + 1, now[j - 1] + 1, last[j - 1] + (ca != cb ? 1 : 0));
            bool swapped = i > 1 && j > 1 && ca == fold_case(b[j - 2]) && cb == fold_case(a[i - 2]);
            if (swapped && before[j - 2] + 1 < now[j]) {
                now[j] = before[j - 2] + 1;
            }
        }
        size_t *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[lb];
}

const char *text_did_you_mean(const char *wrong, const char *const *names, int count)
{
    size_t length = strlen(wrong);
    size_t limit = length / 3 > 1 ? length / 3 : length > 1; // any letter is near to any other
    size_t *rows = mem_alloc(3 * (length + limit + 1) * sizeof *rows);
    const char *nearest = NULL;
    size_t nearest_distance = limit + 1;
    for (int i = 0; i < count; i++) {
        size_t other = strlen(names[i]);
        size_t apart = other > length ? other - length : length - other;
        if (apart > limit) {
            continue;
        }
        size_t distance = edit_distance(wrong, length, names[i], other, rows);
        if (distance < nearest_distance) {
            nearest = names[i];
            nearest_distance = distance;
        }
    }
    mem_free(rows);
    return nearest;
}

// ---- words
// --------------------------------------------------------------------------------------------

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0u || (c >= 0x2000u && c <= 0x200Au) ||
           c == 0x2028u || c == 0x2029u || c == 0x202Fu || c == 0x205Fu || c == 0x3000u;
}

static bool is_letter_or_digit(uint32_t c)
{
    if (c < 0x80u) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (c < 0xC0u) {
        return c == 0xAAu || c == 0xB5u || c == 0xBAu;
    }
    bool sign = c == 0xD7u || c == 0xF7u || (c >= 0x2000u && c <= 0x2BFFu) ||
                (c >= 0x2E00u && c <= 0x2E7Fu) || (c >= 0x3000u && c <= 0x303Fu) ||
                (c >= 0xFE00u && c <= 0xFE6Fu) || c == 0xFEFFu || (c >= 0xFF01u && c <= 0xFF0Fu) ||
                c == 0xFFFDu || (c >= 0x1F000u && c <= 0x1FAFFu);
    return !sign;
}

int text_words(const char *s)
{
    int words = 0;
    bool counted = false; // the run under way holds a letter or a digit
    int length = 0;
    for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
        if (is_space(c)) {
            counted = false;
        } else if (!counted && is_letter_or_digit(c)) {
            counted = true;
            words++;
        }
        s += length;
    }
    return words;
}

void text_add_grouped(Text *text, int64_t n)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)n);
    for (int i = 0; i < length; i++) {
        text_add_char(text, digits[i]);
        bool digit = digits[i] != '-';
        if (digit && (length - i - 1) % 3 == 0 && i + 1 < length) {
            text_add_char(text, ',');
        }
    }
}
