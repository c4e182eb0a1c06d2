// UTF-8: the check that everything from outside passes once, and the reading of what has passed it.
// The widths cover the scripts a terminal is likely to show; they are not the whole Unicode table.
#include "base/text.h"

#include <string.h>

// Bytes of the well-formed sequence at s, of which n >= 1 bytes are there; 0 when it is malformed.
// The second byte's bounds keep out overlong forms, surrogates and what lies above U+10FFFF (RFC
// 3629, 4).
static size_t sequence_length(const unsigned char *s, size_t n)
{
    unsigned char lead = s[0];
    if (lead >= 0x01u && lead <= 0x7Fu) {
        return 1;
    }
    size_t length = 0;
    unsigned char low = 0x80u;
    unsigned char high = 0xBFu;
    if (lead >= 0xC2u && lead <= 0xDFu) {
        length = 2;
    } else if (lead >= 0xE0u && lead <= 0xEFu) {
        length = 3;
        low = lead == 0xE0u ? 0xA0u : low;
        high = lead == 0xEDu ? 0x9Fu : high;
    } else if (lead >= 0xF0u && lead <= 0xF4u) {
        length = 4;
        low = lead == 0xF0u ? 0x90u : low;
        high = lead == 0xF4u ? 0x8Fu : high;
    } else {
        return 0;
    }
    if (n < length || s[1] < low || s[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((s[i] & 0xC0u) != 0x80u) {
            return 0;
        }
    }
    return length;
}

bool utf8_valid(const char *s, size_t n, size_t *bad)
{
    const unsigned char *bytes = (const unsigned char *)s;
    size_t at = 0;
    while (at < n) {
        size_t length = sequence_length(bytes + at, n - at);
        if (length == 0) {
            if (bad != NULL) {
                *bad = at;
            }
            return false;
        }
        at += length;
    }
    return true;
}

// What is not well-formed although the caller should have checked reads as U+FFFD, byte by byte. The NUL
// is no continuation byte, so asking for four bytes never looks past it.
uint32_t utf8_next(const char *s, int *length)
{
    const unsigned char *bytes = (const unsigned char *)s;
    if (bytes[0] < 0x80u) {
        *length = bytes[0] != 0 ? 1 : 0;
        return bytes[0];
    }
    size_t n = sequence_length(bytes, 4);
    if (n == 0) {
        *length = 1;
        return 0xFFFDu;
    }
    uint32_t c = bytes[0] & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        c = c << 6 | (bytes[i] & 0x3Fu);
    }
    *length = (int)n;
    return c;
}

size_t utf8_count(const char *s)
{
    size_t count = 0;
    for (; *s != '\0'; s++) {
        if (((unsigned char)*s & 0xC0u) != 0x80u) {
            count++;
        }
    }
    return count;
}

typedef struct Range {
    uint32_t first;
    uint32_t last;
} Range;

// Combining marks, joiners, direction and variation marks: no column of their own.
static const Range zero_width[] = {
    { 0x0300, 0x036F },   { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x05BF, 0x05BF },
    { 0x05C1, 0x05C2 },   { 0x05C4, 0x05C5 }, { 0x05C7, 0x05C7 }, { 0x0610, 0x061A },
    { 0x064B, 0x065F },   { 0x0670, 0x0670 }, { 0x06D6, 0x06DC }, { 0x06DF, 0x06E4 },
    { 0x0900, 0x0902 },   { 0x093A, 0x093A }, { 0x093C, 0x093C }, { 0x0941, 0x0948 },
    { 0x094D, 0x094D },   { 0x0E31, 0x0E31 }, { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E },
    { 0x1AB0, 0x1AFF },   { 0x1DC0, 0x1DFF }, { 0x200B, 0x200F }, { 0x202A, 0x202E },
    { 0x2060, 0x2064 },   { 0x20D0, 0x20F0 }, { 0x302A, 0x302D }, { 0x3099, 0x309A },
    { 0xFE00, 0xFE0F },   { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF }, { 0x1F3FB, 0x1F3FF },
    { 0xE0100, 0xE01EF },
};

// East Asian Wide and Fullwidth (Unicode Annex 11), and the pictographs that terminals draw wide.
static const Range double_width[] = {
    { 0x1100, 0x115F },   { 0x231A, 0x231B },   { 0x2329, 0x232A },   { 0x23E9, 0x23EC },
    { 0x25FD, 0x25FE },   { 0x2614, 0x2615 },   { 0x2648, 0x2653 },   { 0x26A1, 0x26A1 },
    { 0x26BD, 0x26BE },   { 0x26D4, 0x26D4 },   { 0x2705, 0x2705 },   { 0x274C, 0x274C },
    { 0x2753, 0x2755 },   { 0x2757, 0x2757 },   { 0x2795, 0x2797 },   { 0x2E80, 0x303E },
    { 0x3041, 0x3247 },   { 0x3250, 0x4DBF },   { 0x4E00, 0xA4CF },   { 0xA960, 0xA97F },
    { 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },   { 0xFE10, 0xFE19 },   { 0xFE30, 0xFE6F },
    { 0xFF00, 0xFF60 },   { 0xFFE0, 0xFFE6 },   { 0x1F300, 0x1F320 }, { 0x1F32D, 0x1F335 },
    { 0x1F337, 0x1F37C }, { 0x1F37E, 0x1F393 }, { 0x1F3A0, 0x1F3CA }, { 0x1F3E0, 0x1F3F0 },
    { 0x1F400, 0x1F43E }, { 0x1F440, 0x1F440 }, { 0x1F442, 0x1F4FC }, { 0x1F4FF, 0x1F53D },
    { 0x1F550, 0x1F567 }, { 0x1F5FB, 0x1F64F }, { 0x1F680, 0x1F6C5 }, { 0x1F6EB, 0x1F6EC },
    { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
};

static bool is_in(uint32_t c, const Range *ranges, size_t count)
{
    for (size_t i = 0; i < count && ranges[i].first <= c; i++) {
        if (c <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

int utf8_columns(const char *s)
{
    int columns = 0;
    int length = 0;
    for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
        if (is_in(c, double_width, sizeof double_width / sizeof double_width[0])) {
            bool mark = is_in(c, zero_width, sizeof zero_width / sizeof zero_width[0]);
            columns += mark ? 0 : 2;
        } else if (!is_in(c, zero_width, sizeof zero_width / sizeof zero_width[0])) {
            columns += 1;
        }
        s += length;
    }
    return columns;
}

bool utf8_is_harmless(uint32_t c)
{
    bool control = c < 0x20u || (c >= 0x7Fu && c <= 0x9Fu);
    bool separates = c == 0x2028u || c == 0x2029u;
    bool turns = (c >= 0x202Au && c <= 0x202Eu) || (c >= 0x2066u && c <= 0x2069u);
    return !control && !separates && !turns;
}

// Whether these last bytes of a text are the beginning of a character.
static bool begins_character(const unsigned char *s, size_t n)
{
    size_t needed = s[0] >= 0xF0u ? 4 : s[0] >= 0xE0u ? 3 : 2;
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0u) != 0x80u) {
            return false;
        }
    }
    return s[0] >= 0xC2u && n < needed;
}

void utf8_tidy(char *line)
{
    const char *from = line;
    size_t left = strlen(line);
    while (left > 0) {
        const unsigned char *s = (const unsigned char *)from;
        size_t n = sequence_length(s, left);
        if (n == 0 && begins_character(s, left)) {
            break; // cut: the end of the character is missing
        }
        int length = 0;
        uint32_t c = utf8_next(from, &length);
        if (n > 0 && utf8_is_harmless(c)) {
            if (line != from) {
                memmove(line, from, n);
            }
            line += n;
        } else {
            *line++ = n == 1 ? ' ' : '?';
        }
        n = n == 0 ? 1 : n;
        from += n;
        left -= n;
    }
    *line = '\0';
}
