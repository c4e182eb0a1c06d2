// Thai is written without blanks between its words: where one ends is a matter of a dictionary, which is libthai's
// (Unicode's rules leave it to one). Without the library (a build that did not find it) a line ends at a blank, and
// what is longer than a line is cut at a letter.
#include "view/breaks.h"

#ifdef PLANKWRIGHT_THAI

#include "base/arena.h"

#include <stdbool.h>
#include <string.h>
#include <thai/thbrk.h>

enum { LETTER = 3 }; // bytes of each Thai letter and mark in UTF-8

// The byte of TIS-620 for U+0E01 to U+0E5B, or 0.
static thchar_t thai_at(const char *text, size_t bytes)
{
    const unsigned char *s = (const unsigned char *)text;
    if (bytes < LETTER || s[0] != 0xE0 || (s[1] != 0xB8 && s[1] != 0xB9)) {
        return 0;
    }
    unsigned low = (unsigned)(s[1] & 1) << 6 | (s[2] & 0x3Fu);
    return low >= 0x01 && low <= 0x5B ? (thchar_t)(0xA0 + low) : 0;
}

static size_t run_length(const char *text, size_t bytes)
{
    size_t count = 0;
    while (thai_at(text + count * LETTER, bytes - count * LETTER) != 0) {
        count++;
    }
    return count;
}

static void cut_run(ThBrk *dictionary, const char *text, size_t count, char *out)
{
    thchar_t *letters = mem_alloc(count + 1);
    int *places = mem_alloc((count + 1) * sizeof *places);
    for (size_t i = 0; i < count; i++) {
        letters[i] = thai_at(text + i * LETTER, LETTER);
    }
    letters[count] = 0;
    int found = th_brk_find_breaks(dictionary, letters, places, count);
    for (int i = 0; i < found; i++) {
        if (places[i] > 0 && (size_t)places[i] < count) {
            out[(size_t)places[i] * LETTER - 1] = BREAK_MAY;
        }
    }
    mem_free(letters);
    mem_free(places);
}

void breaks_find_thai(const char *text, size_t bytes, char *out)
{
    static ThBrk *dictionary; // read with the first word of Thai, and kept
    static bool looked;
    for (size_t at = 0; at < bytes; at++) {
        size_t count = (unsigned char)text[at] == 0xE0 ? run_length(text + at, bytes - at) : 0;
        if (count == 0) {
            continue;
        }
        if (!looked) {
            looked = true;
            dictionary = th_brk_new(NULL);
        }
        if (dictionary == NULL) {
            return;
        }
        cut_run(dictionary, text + at, count, out + at);
        at += count * LETTER - 1;
    }
}

bool breaks_built_with_thai(void)
{
    return true;
}

#else

bool breaks_built_with_thai(void)
{
    return false;
}

void breaks_find_thai(const char *text, size_t bytes, char *out)
{
    (void)text;
    (void)bytes;
    (void)out;
}

#endif
