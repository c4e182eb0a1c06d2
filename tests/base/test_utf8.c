// UTF-8: well-formed and malformed sequences by RFC 3629, reading, counting, terminal columns.
#include "support/test.h"

#include "base/text.h"

#include <stdio.h>

#include <string.h>

static void malformed_bytes_are_found_where_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        size_t bad;
    } cases[] = {
        { "\x80", 1, 0 },                     // continuation without a lead
        { "ab\xBF", 3, 2 },                   //
        { "\xC0\xAF", 2, 0 },                 // overlong '/'
        { "\xC1\xBF", 2, 0 },                 // overlong U+007F
        { "\xE0\x80\xAF", 3, 0 },             // overlong '/'
        { "\xE0\x9F\xBF", 3, 0 },             // overlong U+07FF
        { "\xF0\x80\x80\xAF", 4, 0 },         // overlong '/'
        { "\xF0\x8F\xBF\xBF", 4, 0 },         // overlong U+FFFF
        { "\xED\xA0\x80", 3, 0 },             // surrogate U+D800
        { "\xED\xBF\xBF", 3, 0 },             // surrogate U+DFFF
        { "\xF4\x90\x80\x80", 4, 0 },         // U+110000
        { "\xF5\x80\x80\x80", 4, 0 },         //
        { "\xF8\x88\x80\x80\x80", 5, 0 },     // five bytes
        { "\xFC\x84\x80\x80\x80\x80", 6, 0 }, // six bytes
        { "\xFE", 1, 0 },                     //
        { "\xFF", 1, 0 },                     //
        { "\xC3", 1, 0 },                     // cut after one of two
        { "x\xE2\x80", 3, 1 },                // cut after two of three
        { "xy\xF0\x9F\x8C", 5, 2 },           // cut after three of four
        { "\xC3(", 2, 0 },                    // lead without continuation
        { "\xE2(\x93", 3, 0 },                //
        { "\xE2\x80(", 3, 0 },                //
        { "\xF0\x9F(\x89", 4, 0 },            //
        { "\xF0\x9F\x8C(", 4, 0 },            //
        { "a\0b", 3, 1 },                     // NUL inside
        { "\xC3\xA4\xC3\xA4\xFF", 5, 4 },     // good ones in front
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t bad = 12345;
        assert_false(utf8_valid(cases[i].bytes, cases[i].size, &bad));
        assert_int_equal(bad, cases[i].bad);
        assert_false(utf8_valid(cases[i].bytes, cases[i].size, NULL));
    }
}

// Every code point there is, encoded here by the definition, is accepted, read back and counted
// once.
static void every_code_point_is_read_as_written(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFFu; c++) {
        char s[5] = "";
        size_t n = 0;
        if (c < 0x80u) {
            s[n++] = (char)c;
        } else if (c < 0x800u) {
            s[n++] = (char)(0xC0u | c >> 6);
        } else if (c < 0x10000u) {
            s[n++] = (char)(0xE0u | c >> 12);
            s[n++] = (char)(0x80u | (c >> 6 & 0x3Fu));
        } else {
            s[n++] = (char)(0xF0u | c >> 18);
            s[n++] = (char)(0x80u | (c >> 12 & 0x3Fu));
            s[n++] = (char)(0x80u | (c >> 6 & 0x3Fu));
        }
        if (c >= 0x80u) {
            s[n++] = (char)(0x80u | (c & 0x3Fu));
        }
        bool surrogate = c >= 0xD800u && c <= 0xDFFFu;
        if (utf8_valid(s, n, NULL) == surrogate) {
            fail_msg("U+%04X", (unsigned)c);
        }
        int length = 0;
        if (!surrogate &&
            (utf8_next(s, &length) != c || (size_t)length != n || utf8_count(s) != 1)) {
            fail_msg("U+%04X", (unsigned)c);
        }
    }
}

static void the_end_reads_as_nothing(void **state)
{
    (void)state;
    int length = 9;
    assert_int_equal(utf8_next("", &length), 0);
    assert_int_equal(length, 0);
    assert_int_equal(utf8_count(""), 0);
    assert_true(utf8_valid("", 0, NULL));
    assert_int_equal(utf8_count("M\xC3\xBCller \xF0\x9F\x8C\x89"), 8);
}

// The contract wants well-formed text; a slip must not run past the end, where poison stands.
static void reading_malformed_text_stops_at_the_end(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "\xF0\0poison", "\xF0\x9F\0poison", "\xF0\x9F\x8C\0poison", "\xE2\x80\0poison",
        "\xC3\0poison", "\x80\0poison",     "\xC0\x80\0poison",     "\xED\xA0\x80\0poison",
        "\xC3(",        "\xFF\0poison",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int length = 0;
        assert_int_equal(utf8_next(cases[i], &length), 0xFFFD);
        assert_int_equal(length, 1);
        assert_int_equal(text_words(cases[i]), 0);
        assert_in_range(utf8_columns(cases[i]), 1, 3);
    }
}

static void columns_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(utf8_columns(""), 0);
    assert_int_equal(utf8_columns("plank"), 5);
    assert_int_equal(utf8_columns("M\xC3\xBCller"), 6);
    assert_int_equal(utf8_columns("Mu\xCC\x88ller"), 6);           // u and combining diaeresis
    assert_int_equal(utf8_columns("\xE4\xB8\xAD\xE6\x96\x87"), 4); // two wide characters
    assert_int_equal(utf8_columns("\xED\x95\x9C"), 2);             // a Hangul syllable
    assert_int_equal(utf8_columns("\xEF\xBC\xA1"), 2);             // fullwidth A
    assert_int_equal(utf8_columns("\xF0\x9F\x8C\x89"), 2);         // bridge at night
    assert_int_equal(utf8_columns("\xE2\x80\x94\xE2\x96\xAC\xE2\x96\x91"), 3); // dash, drawn planks
    assert_int_equal(utf8_columns("a\xE2\x80\x8B\xEF\xB8\x8F"
                                  "b"),
                     2); // zero width, variation mark
}

static void what_a_terminal_would_obey_is_not_harmless(void **state)
{
    (void)state;
    static const uint32_t harmful[] = { 0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x9F, 0x2028, 0x2029,
                                        0x202A, 0x202E, 0x2066, 0x2069 };
    static const uint32_t harmless[] = { ' ', '~', 0xA0, 0xE9, 0x200E, 0x200F, 0x2027, 0x202F, 0x2065,
                                         0x206A, 0xFFFD, 0x1F600 };
    for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++) {
        assert_false(utf8_is_harmless(harmful[i]));
    }
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        assert_true(utf8_is_harmless(harmless[i]));
    }
}

static void a_tidy_line_can_be_shown_anywhere(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } cases[] = { { "", "" },
                  { "plain, \xc3\xa9, \xf0\x9f\x98\x80", "plain, \xc3\xa9, \xf0\x9f\x98\x80" },
                  { "a\x1b[2J\tb\nc\x7f", "a [2J b c " },
                  { "a\xc2\x9b" "2J", "a?2J" },
                  { "a\xe2\x80\xae" "b\xe2\x81\xa6", "a?b?" },
                  { "\xff\xc3z", "??z" },
                  { "\xed\xa0\x80", "???" },
                  { "cut \xc3", "cut " },
                  { "cut \xe2\x80", "cut " },
                  { "cut \xf0\x9f\x98", "cut " },
                  { "\xe2\x80z", "??z" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[64];
        snprintf(line, sizeof line, "%s", cases[i].from);
        utf8_tidy(line);
        assert_string_equal(line, cases[i].to);
        Text text = { 0 };
        text_add_tidy(&text, cases[i].from);
        assert_string_equal(text_str(&text), cases[i].to);
        text_add(&text, "\x1b"); // what was there before stays as it is
        text_add_tidy(&text, cases[i].from);
        size_t n = strlen(cases[i].to);
        assert_int_equal(text.length, 2 * n + 1);
        assert_int_equal(text.data[n], 0x1b);
        assert_string_equal(text.data + n + 1, cases[i].to);
        text_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformed_bytes_are_found_where_they_are),
        cmocka_unit_test(every_code_point_is_read_as_written),
        cmocka_unit_test(the_end_reads_as_nothing),
        cmocka_unit_test(reading_malformed_text_stops_at_the_end),
        cmocka_unit_test(columns_are_those_of_a_terminal),
        cmocka_unit_test(what_a_terminal_would_obey_is_not_harmless),
        cmocka_unit_test(a_tidy_line_can_be_shown_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
