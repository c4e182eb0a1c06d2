// libunibreak does the rules. Its first versions, which Debian has, know lines only; what belongs to one
// letter is asked of a short table here: marks, joiners, vowel signs, the parts of flags and emoji.
// Without the library (a build that did not find it) lines end at spaces, as English needs it.
#include "view/breaks.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>

#ifdef PLANKWRIGHT_UNIBREAK
#include <linebreak.h>

// ---- plain sentences ----------------------------------------------------------------------------

// The library looks each letter up in a list; for nearly every sentence of these languages the answer is
// "after spaces", and a screen is laid out for each of its pictures. What each byte may stand beside for
// that to be the answer; anything else is the library's.
typedef enum Sign {
    SIGN_OTHER,
    SIGN_LETTER, // and digits, and what is part of a word
    SIGN_SPACE,
    SIGN_POINT, // . , : ; before a space, a letter or a closing quotation mark
    SIGN_MARK,  // ! ? before a space or a closing quotation mark
    SIGN_OPEN,  // after a space, or first
    SIGN_CLOSE,
    SIGN_APOSTROPHE, // between letters
} Sign;

static Sign ascii_sign(unsigned char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        return SIGN_LETTER;
    }
    switch (c) {
    case ' ':
        return SIGN_SPACE;
    case '.':
    case ',':
    case ':':
    case ';':
        return SIGN_POINT;
    case '!':
    case '?':
        return SIGN_MARK;
    default:
        return SIGN_OTHER;
    }
}

// German sets „so“, English and Spanish set “so”.
static Sign quote_sign(unsigned char last, bool german)
{
    switch (last) {
    case 0x9C: // “
        return german ? SIGN_CLOSE : SIGN_OPEN;
    case 0x9D: // ”
        return german ? SIGN_OTHER : SIGN_CLOSE;
    case 0x9E: // „
        return german ? SIGN_OPEN : SIGN_OTHER;
    case 0x99: // ’
        return SIGN_APOSTROPHE;
    default:
        return SIGN_OTHER;
    }
}

static Sign sign_at(const char *text, size_t bytes, size_t at, bool german, size_t *length)
{
    const unsigned char *s = (const unsigned char *)text + at;
    *length = 1;
    if (s[0] < 0x80) {
        return ascii_sign(s[0]);
    }
    if (at + 2 < bytes && s[0] == 0xE2 && s[1] == 0x80) {
        *length = 3;
        return quote_sign(s[2], german);
    }
    // Letters of Western Europe, but for what is between U+00A0 and U+00BF, and two signs.
    *length = 2;
    bool letter = at + 1 < bytes && s[0] == 0xC3 && s[1] != 0x97 && s[1] != 0xB7;
    return letter ? SIGN_LETTER : SIGN_OTHER;
}

static bool may_follow(Sign before, Sign sign)
{
    switch (sign) {
    case SIGN_LETTER:
        return before != SIGN_MARK && before != SIGN_CLOSE;
    case SIGN_SPACE:
        return before == SIGN_LETTER || before == SIGN_POINT || before == SIGN_MARK ||
               before == SIGN_CLOSE;
    case SIGN_APOSTROPHE:
        return before == SIGN_LETTER;
    case SIGN_POINT:
    case SIGN_MARK:
        return before == SIGN_LETTER || before == sign;
    case SIGN_OPEN:
        return before == SIGN_SPACE;
    case SIGN_CLOSE:
        return before == SIGN_LETTER || before == SIGN_POINT || before == SIGN_MARK;
    case SIGN_OTHER:
        break;
    }
    return false;
}

// True: found, and `out` is as the library would have it.
static bool find_plain(const char *text, size_t bytes, bool german, char *out)
{
    Sign before = SIGN_SPACE;
    memset(out, BREAK_NOT, bytes);
    for (size_t at = 0, length = 0; at < bytes; at += length) {
        Sign sign = sign_at(text, bytes, at, german, &length);
        if ((at > 0 || sign == SIGN_SPACE) && !may_follow(before, sign)) {
            return false;
        }
        if (at == 0 && sign != SIGN_LETTER && sign != SIGN_OPEN) {
            return false;
        }
        if (sign == SIGN_SPACE) {
            out[at] = BREAK_MAY;
        }
        before = sign;
    }
    if (bytes > 0) {
        out[bytes - 1] = BREAK_MAY;
    }
    return true;
}

// ---- all others ---------------------------------------------------------------------------------

static bool is_western(const char *language)
{
    static const char *const tags[] = { "en", "de", "es" };
    for (int i = 0; i < 3; i++) {
        if (strcmp(language, tags[i]) == 0) {
            return true;
        }
    }
    return false;
}

void breaks_find(const char *text, size_t bytes, const char *language, char *out)
{
    if (!(is_western(language) && find_plain(text, bytes, language[0] == 'd', out))) {
        breaks_find_listed(text, bytes, language, out);
    }
}

// The first versions of the library stop the program at what Unicode added later: the letters of which
// flags are made, and U+FFFF. They see another sign of the same length and kind. NULL: none is there.
static char *without_later_signs(const char *text, size_t bytes)
{
    static const char flag_letter[] = "\xf0\x9f\x87";
    static const char globe[] = "\xf0\x9f\x8c\x8d";
    char *copy = NULL;
    for (size_t i = 0; i + 3 <= bytes; i++) {
        bool flag = i + 4 <= bytes && memcmp(text + i, flag_letter, 3) == 0 &&
                    (unsigned char)text[i + 3] >= 0xA6;
        bool last = memcmp(text + i, "\xef\xbf\xbf", 3) == 0;
        if ((flag || last) && copy == NULL) {
            copy = mem_alloc(bytes);
            memcpy(copy, text, bytes);
        }
        if (flag) {
            memcpy(copy + i, globe, 4);
        } else if (last) {
            copy[i + 2] = '\xbd';
        }
    }
    return copy;
}

// Nor do they know that a flag, a family or a skin belongs to the letter before.
static void keep_letters_whole(const char *text, size_t bytes, char *out)
{
    if (memchr(text, 0xF0, bytes) == NULL) {
        return;
    }
    for (size_t at = 0; at < bytes;) {
        size_t length = breaks_letter(text + at, bytes - at);
        memset(out + at, BREAK_NOT, length - 1);
        at += length;
    }
}

void breaks_find_listed(const char *text, size_t bytes, const char *language, char *out)
{
    static bool ready;
    if (!ready) {
        init_linebreak();
        ready = true;
    }
    char *copy = without_later_signs(text, bytes);
    set_linebreaks_utf8((const utf8_t *)(copy != NULL ? copy : text), bytes, language, out);
    mem_free(copy);
    for (size_t i = 0; i < bytes; i++) {
        out[i] =
            out[i] == LINEBREAK_ALLOWBREAK || out[i] == LINEBREAK_MUSTBREAK ? BREAK_MAY : BREAK_NOT;
    }
    keep_letters_whole(text, bytes, out);
    breaks_find_thai(text, bytes, out);
}
#else
void breaks_find(const char *text, size_t bytes, const char *language, char *out)
{
    breaks_find_listed(text, bytes, language, out);
}

void breaks_find_listed(const char *text, size_t bytes, const char *language, char *out)
{
    (void)language;
    for (size_t i = 0; i < bytes; i++) {
        bool space = text[i] == ' ' && (i + 1 == bytes || text[i + 1] != ' ');
        out[i] = space || i + 1 == bytes ? BREAK_MAY : BREAK_NOT;
    }
    breaks_find_thai(text, bytes, out);
}
#endif

// ---- letters ------------------------------------------------------------------------------------

typedef struct Range {
    uint32_t first, last;
} Range;

// Vowel signs of Indic scripts that take room and still belong to the letter before (Unicode's Mc), and
// Thai's and Lao's that follow it. Marks without a width are known to base/text.h.
static const Range signs[] = {
    { 0x0903, 0x0903 },   { 0x093B, 0x093B }, { 0x093E, 0x0940 }, { 0x0949, 0x094C },
    { 0x094E, 0x094F },   { 0x0982, 0x0983 }, { 0x09BE, 0x09CD }, { 0x0A03, 0x0A03 },
    { 0x0A3C, 0x0A4D },   { 0x0A83, 0x0A83 }, { 0x0ABC, 0x0ACD }, { 0x0B02, 0x0B03 },
    { 0x0B3C, 0x0B4D },   { 0x0BBE, 0x0BCD }, { 0x0C01, 0x0C03 }, { 0x0C3E, 0x0C4D },
    { 0x0C82, 0x0C83 },   { 0x0CBC, 0x0CCD }, { 0x0D02, 0x0D03 }, { 0x0D3E, 0x0D4D },
    { 0x0D82, 0x0D83 },   { 0x0DCA, 0x0DDF }, { 0x0E33, 0x0E33 }, { 0x0EB1, 0x0EBC },
    { 0x0EC8, 0x0ECD },   { 0x102B, 0x103E }, { 0x17B6, 0x17D3 }, { 0x1160, 0x11FF },
    { 0x1F3FB, 0x1F3FF },
};

static bool is_sign(uint32_t c)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs && signs[i].first <= c; i++) {
        if (c <= signs[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_mark(uint32_t c, const char *text, int length)
{
    char one[8] = "";
    memcpy(one, text, (size_t)length);
    return c >= 0x300 && (is_sign(c) || utf8_columns(one) == 0);
}

// A consonant behind one of these is written together with it.
static bool joins_next(uint32_t c)
{
    return c == 0x200D || c == 0x094D || c == 0x09CD || c == 0x0ACD || c == 0x0CCD || c == 0x0D4D;
}

static bool is_flag(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

size_t breaks_letter(const char *text, size_t bytes)
{
    if (bytes == 0) {
        return 0;
    }
    int length = 0;
    uint32_t before = utf8_next(text, &length);
    size_t at = (size_t)length;
    bool flag = is_flag(before);
    while (length > 0 && at < bytes) {
        uint32_t c = utf8_next(text + at, &length);
        bool second = flag && is_flag(c);
        if (length <= 0 || !(joins_next(before) || second || is_mark(c, text + at, length))) {
            break;
        }
        flag = flag && !second;
        before = c;
        at += (size_t)length;
    }
    return at < bytes && at > 0 ? at : bytes;
}
