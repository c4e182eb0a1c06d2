// What an author's text may be: seen, of one direction, with nothing in it that a terminal would obey. Knows no
// Lua; what stands in braces is fields.c.
#include "script/fields.h"

#include "base/text.h"

#include <string.h>

enum { TEXT_BYTES_MAX = 16384, LABEL_LETTERS_MAX = 200 };

// Whether nothing of it can be seen: blanks, and what has no width.
static bool is_blank(const char *s)
{
    int length = 0;
    for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
        bool blank = c <= 0x20u || c == 0xA0u || c == 0xADu || (c >= 0x2000u && c <= 0x200Fu) ||
                     c == 0x202Fu || (c >= 0x205Fu && c <= 0x206Fu) || c == 0x3000u || c == 0xFEFFu;
        if (!blank) {
            return false;
        }
        s += length;
    }
    return true;
}

// Whether it turns the direction of what is printed behind it: an embedding or an override, or an
// isolate that does not end with its line.
static bool turns_the_rest(const char *s)
{
    int open = 0;
    int length = 0;
    for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
        open += c >= 0x2066u && c <= 0x2068u ? 1 : c == 0x2069u ? -1 : 0;
        if ((c >= 0x202Au && c <= 0x202Eu) || open < 0 || (c == '\n' && open > 0)) {
            return true;
        }
        s += length;
    }
    return open > 0;
}

const char *wording_wrong(const char *s, size_t n, const char **fix)
{
    *fix = "write something between the quotes, or take it out";
    if (n == 0) {
        return "is empty";
    }
    if (!utf8_valid(s, n, NULL)) {
        *fix = "write the letter itself instead of \\x… or \\ddd";
        return "is not UTF-8";
    }
    if (n > TEXT_BYTES_MAX) {
        *fix = "split it: a beat is at most 45 words";
        return "is longer than 16,384 bytes";
    }
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        bool c1 = c == 0xC2u && (unsigned char)s[i + 1] < 0xA0u; // U+0080 to U+009F
        if ((c < 0x20u && c != '\n' && c != '\t') || c == 0x7Fu || c1) {
            *fix = "write the letter itself; a terminal would take this as a command";
            return "has a control character in it";
        }
    }
    if (turns_the_rest(s)) {
        *fix =
            "take out U+202A to U+202E; what U+2066 to U+2068 begins, U+2069 ends on the same line";
        return "has a mark in it that turns round what stands behind it";
    }
    *fix = "write something that can be seen, or take it out";
    return is_blank(s) ? "is blank" : NULL;
}

// The fields that {person}, {person.role} and {commitment.what} stand for.
static bool is_filled_in(const char *name)
{
    static const char *const filled_in[] = { "name", "role", "what", NULL };
    bool found = false;
    for (int i = 0; filled_in[i] != NULL; i++) {
        found = found || strcmp(filled_in[i], name) == 0;
    }
    return found;
}

const char *wording_label_wrong(const char *name, const char *s, size_t n, const char **fix)
{
    const char *wrong = wording_wrong(s, n, fix);
    if (wrong == NULL && strpbrk(s, "\n\t") != NULL) {
        *fix = "write it on one line";
        return "has a line end or a tab in it";
    }
    if (wrong == NULL && utf8_count(s) > LABEL_LETTERS_MAX) {
        *fix = "make it shorter";
        return "is longer than 200 letters";
    }
    if (wrong == NULL && is_filled_in(name) && strchr(s, '{') != NULL) {
        *fix = "write the words themselves: this is put into other texts and not filled in";
        return "has a { in it, which players would see";
    }
    return wrong;
}
