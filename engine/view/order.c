// fribidi knows the letters and finds the levels; a line is then turned round level by level (UAX 9, L2).
// Without fribidi (a build that did not find it) everything is shown as it is written in memory.
#include "view/order.h"

#include "base/text.h"

#ifdef PLANKWRIGHT_FRIBIDI
#include <fribidi.h>
#endif

// No letter below U+0590 runs from the right: whoever reads a byte below D6 there has an answer at once.
// U+200F, U+202B and others order text by their own wish.
static bool may_be_right(const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0xD6 && c <= 0xDF) {
            return true;
        }
        if (c == 0xE0 || c == 0xEF || c == 0xF0) { // Samaritan .., presentation forms, Adlam
            return true;
        }
        if (c == 0xE2 && i + 2 < bytes && (unsigned char)text[i + 1] >= 0x80 &&
            (unsigned char)text[i + 1] <= 0x81) { // general punctuation: marks of direction
            unsigned char last = (unsigned char)text[i + 2];
            bool marks = (unsigned char)text[i + 1] == 0x80
                             ? (last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE))
                             : (last >= 0xA6 && last <= 0xA9);
            if (marks) {
                return true;
            }
        }
    }
    return false;
}

#ifdef PLANKWRIGHT_FRIBIDI

typedef struct Count {
    int left, right;
    bool first_right;
} Count;

// The kind of the letter at *at, which moves on; false at the end.
static bool next_kind(const char *text, size_t bytes, size_t *at, FriBidiCharType *kind)
{
    int length = 0;
    uint32_t c = *at < bytes ? utf8_next(text + *at, &length) : 0;
    if (length <= 0) {
        return false;
    }
    *kind = fribidi_get_bidi_type(c);
    *at += (size_t)length;
    return true;
}

static Count count_letters(const char *text, size_t bytes)
{
    Count count = { 0, 0, false };
    FriBidiCharType kind;
    for (size_t at = 0; next_kind(text, bytes, &at, &kind);) {
        if (FRIBIDI_IS_STRONG(kind) && FRIBIDI_IS_LETTER(kind)) {
            bool right = FRIBIDI_IS_RTL(kind);
            count.first_right = count.first_right || (right && count.left == 0);
            count.right += right;
            count.left += !right;
        }
    }
    return count;
}

bool order_has_right(const char *text, size_t bytes)
{
    if (!may_be_right(text, bytes)) {
        return false;
    }
    FriBidiCharType kind;
    for (size_t at = 0; next_kind(text, bytes, &at, &kind);) {
        if (FRIBIDI_IS_RTL(kind) || FRIBIDI_IS_ARABIC(kind) || FRIBIDI_IS_EXPLICIT(kind) ||
            FRIBIDI_IS_ISOLATE(kind)) {
            return true;
        }
    }
    return false;
}

bool order_from_right(const char *text, size_t bytes, bool otherwise)
{
    if (!otherwise && !may_be_right(text, bytes)) {
        return false;
    }
    Count count = count_letters(text, bytes);
    if (count.right == 0) {
        return count.left == 0 && otherwise;
    }
    if (otherwise) {
        return count.first_right || count.right * 3 >= count.left;
    }
    return count.left * 2 < count.right || (count.first_right && count.right >= count.left);
}

// Turns the runs of each level round, from the highest to the lowest odd one.
static void turn_round(OrderRun *runs, int count)
{
    int highest = 0;
    for (int i = 0; i < count; i++) {
        highest = runs[i].level > highest ? runs[i].level : highest;
    }
    for (int level = highest; level >= 1; level--) {
        for (int from = 0; from < count; from++) {
            int end = from;
            while (end < count && runs[end].level >= level) {
                end++;
            }
            for (int i = from, j = end - 1; i < j; i++, j--) {
                OrderRun run = runs[i];
                runs[i] = runs[j];
                runs[j] = run;
            }
            from = end > from ? end : from;
        }
    }
}

int order_runs(const char *text, size_t bytes, bool from_right, OrderRun *runs, int most)
{
    FriBidiChar letters[ORDER_LINE_MAX];
    FriBidiCharType types[ORDER_LINE_MAX];
    FriBidiBracketType brackets[ORDER_LINE_MAX];
    FriBidiLevel levels[ORDER_LINE_MAX];
    int16_t places[ORDER_LINE_MAX + 1];
    if (bytes > ORDER_LINE_MAX || most < 1) {
        return 0;
    }
    int n = 0;
    for (size_t at = 0; at < bytes;) {
        int length = 0;
        letters[n] = utf8_next(text + at, &length);
        if (length <= 0) {
            break;
        }
        places[n++] = (int16_t)at;
        at += (size_t)length;
    }
    if (n == 0) {
        return 0;
    }
    places[n] = (int16_t)bytes;
    FriBidiParType base = from_right ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(letters, n, types);
    fribidi_get_bracket_types(letters, n, types, brackets);
    if (fribidi_get_par_embedding_levels_ex(types, brackets, n, &base, levels) == 0) {
        return 0;
    }
    int count = 0;
    for (int i = 0; i < n; i++) {
        bool same = count > 0 && runs[count - 1].level == (uint8_t)levels[i];
        if (!same && count < most) {
            runs[count++] = (OrderRun){ places[i], 0, (uint8_t)levels[i] };
        }
        runs[count - 1].bytes = places[i + 1] - runs[count - 1].from;
    }
    turn_round(runs, count);
    return count;
}

bool order_joins(const char *text, size_t bytes, size_t at)
{
    if (at == 0 || at >= bytes) {
        return false;
    }
    size_t before = at - 1;
    while (before > 0 && ((unsigned char)text[before] & 0xC0u) == 0x80u) {
        before--;
    }
    int length = 0;
    FriBidiJoiningType left = fribidi_get_joining_type(utf8_next(text + before, &length));
    FriBidiJoiningType right = fribidi_get_joining_type(utf8_next(text + at, &length));
    // Of the one before it is asked whether it joins what follows it, which for Arabic is at its left.
    return FRIBIDI_IS_JOINING_TYPE_D(left) &&
           (FRIBIDI_IS_JOINING_TYPE_D(right) || FRIBIDI_IS_JOINING_TYPE_R(right));
}

#else // without fribidi

bool order_has_right(const char *text, size_t bytes)
{
    (void)text;
    (void)bytes;
    return false;
}

bool order_from_right(const char *text, size_t bytes, bool otherwise)
{
    return otherwise && may_be_right(text, bytes);
}

int order_runs(const char *text, size_t bytes, bool from_right, OrderRun *runs, int most)
{
    (void)text;
    (void)from_right;
    if (most < 1 || bytes == 0) {
        return 0;
    }
    runs[0] = (OrderRun){ 0, (int)bytes, 0 };
    return 1;
}

bool order_joins(const char *text, size_t bytes, size_t at)
{
    (void)text;
    (void)bytes;
    (void)at;
    return false;
}
#endif
