// Where lines may end, by Unicode's rules, and what is one letter.
#include "support/test.h"

#include "base/hash.h"
#include "view/breaks.h"

#include <string.h>

// The text with a | at each place where a line may end before its end.
static const char *broken(const char *text, const char *language)
{
    static char out[512];
    char ends[256];
    size_t n = strlen(text);
    size_t at = 0;
    breaks_find(text, n, language, ends);
    for (size_t i = 0; i < n; i++) {
        out[at++] = text[i];
        if (ends[i] == BREAK_MAY && i + 1 < n) {
            out[at++] = '|';
        }
    }
    out[at] = '\0';
    return out;
}

// Words of a dictionary, also beside blanks, other scripts and an emoji; never before a mark.
static void test_thai(void **state)
{
    (void)state;
    if (!breaks_built_with_thai()) {
        skip();
    }
    assert_string_equal(broken("สวัสดีครับ", "th"), "สวัสดี|ครับ");
    assert_string_equal(broken("ฉันจะโทรหาคุณพรุ่งนี้", "th"), "ฉัน|จะ|โทร|หา|คุณ|พรุ่งนี้");
    assert_string_equal(broken("Maya: สวัสดีครับ", "en"), "Maya: |สวัสดี|ครับ");
    assert_string_equal(broken("สวัสดีครับ สะพาน", "th"), "สวัสดี|ครับ |สะพาน");
    char ends[5] = { BREAK_NOT };
    breaks_find_thai("\xe0\xb8\x84\xe0\xb8", 5, ends); // cut in the middle of a letter
    for (int i = 0; i < 5; i++) {
        assert_int_equal(ends[i], BREAK_NOT);
    }
}

static void test_lines(void **state)
{
    (void)state;
    assert_string_equal(broken("one two, three", "en"), "one |two, |three");
    assert_string_equal(broken("one-to-one", "en"), "one-|to-|one");
    assert_string_equal(broken("scripts/scenarios", "en"), "scripts/|scenarios");
    assert_string_equal(broken("a\xc2\xa0"
                               "b c",
                               "en"),
                        "a\xc2\xa0"
                        "b |c");
    assert_string_equal(broken("3.5 km, 16:40.", "en"), "3.5 |km, |16:40.");
    assert_string_equal(broken("(so) “he said”", "en"), "(so) |“he |said”");
    assert_string_equal(broken("日本語の文は、単語。", "ja"), "日|本|語|の|文|は、|単|語。");
    assert_string_equal(broken("「はい」と彼", "ja"), "「は|い」|と|彼");
    assert_string_equal(broken("مرحبا بالعالم، نعم", "ar"), "مرحبا |بالعالم، |نعم");
    assert_string_equal(broken("नमस्ते दुनिया", "hi"), "नमस्ते |दुनिया");
    // What old tables of Unicode do not know.
    assert_string_equal(broken("a 🇩🇪 b", "en"), "a |🇩🇪 |b");
    assert_string_equal(broken("a 👩🏽‍🚀 b", "en"), "a |👩🏽‍🚀 |b");
    assert_string_equal(broken("a\xef\xbf\xbf"
                               "b c",
                               "en"),
                        "a\xef\xbf\xbf"
                        "b |c");
}

// The short way finds what the list finds, whatever stands together.
static void test_short_way(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a", "B", "word", "7", " ", " ", " ",  ".", ",",  ":", "!", "?", "“", "”", "’", "é", "„",
        "…", "—", "-",    "(", ")", "ß", "\n", "/", "\"", "'", "%", "¿", "¡", ";", "«", "»"
    };
    enum { PARTS = sizeof parts / sizeof *parts };
    static const char *const languages[] = { "en", "de", "es", "ar", "pseudo" };
    uint64_t random = 7;
    for (int round = 0; round < 60000; round++) {
        char text[128] = "";
        int count = 1 + (int)random_below(&random, 12);
        // Mostly the signs of plain sentences, so that the short way is taken.
        int most = round % 3 == 0 ? PARTS : 17;
        for (int i = 0; i < count; i++) {
            strcat(text, parts[random_below(&random, (uint32_t)most)]);
        }
        char quick[128];
        char listed[128];
        size_t n = strlen(text);
        const char *language = languages[round % 5];
        breaks_find(text, n, language, quick);
        breaks_find_listed(text, n, language, listed);
        if (memcmp(quick, listed, n) != 0) {
            fail_msg("%s: \"%s\" is another one by the short way", language, text);
        }
    }
}

// Every character there is, alone and between others: the library must not stop the program.
static void test_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x110000; c++) {
        char text[16] = "a";
        char ends[16];
        int n = 1;
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        if (c < 0x80) {
            text[n++] = (char)c;
        } else if (c < 0x800) {
            text[n++] = (char)(0xC0 | c >> 6);
            text[n++] = (char)(0x80 | (c & 0x3F));
        } else {
            if (c < 0x10000) {
                text[n++] = (char)(0xE0 | c >> 12);
            } else {
                text[n++] = (char)(0xF0 | c >> 18);
                text[n++] = (char)(0x80 | (c >> 12 & 0x3F));
            }
            text[n++] = (char)(0x80 | (c >> 6 & 0x3F));
            text[n++] = (char)(0x80 | (c & 0x3F));
        }
        text[n++] = 'b';
        breaks_find_listed(text, (size_t)n, "en", ends);
        breaks_find_listed(text + 1, (size_t)n - 1, "de", ends);
        assert_true(breaks_letter(text + 1, (size_t)n - 1) < (size_t)n);
    }
}

static void test_letters(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bytes;
    } cases[] = {
        { "", 0 },
        { "ab", 1 },
        { "éb", 2 },
        { "e\xcc\x81"
          "b",
          3 },         // e and its accent apart
        { "क्षा", 12 }, // a conjunct with its vowel sign
        { "कि", 6 },   // a vowel sign that stands before
        { "بَت", 4 },   // Arabic with its vowel mark
        { "👩🏽‍🚀!", 15 },
        { "🇩🇪🇪🇸", 8 },
        { "กำ", 6 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(breaks_letter(cases[i].text, strlen(cases[i].text)), cases[i].bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_thai),
        cmocka_unit_test(test_short_way),
        cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
