// JSON out: commas, escapes, numbers.
#include "support/test.h"

#include "base/json.h"

#include <math.h>
#include <string.h>

static void expect_quoted(const char *value, const char *expected)
{
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_string(&json, NULL, value);
    assert_string_equal(text_str(&out), expected);
    text_deinit(&out);
}

static void objects_and_arrays_nest(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_begin(&json, NULL, '{');
    json_string(&json, "id", "noon");
    json_begin(&json, "days", '[');
    json_integer(&json, NULL, 1);
    json_integer(&json, NULL, -2);
    json_begin(&json, NULL, '[');
    json_end(&json, ']');
    json_begin(&json, NULL, '{');
    json_end(&json, '}');
    json_end(&json, ']');
    json_bool(&json, "kept", true);
    json_bool(&json, "late", false);
    json_string(&json, "note", NULL);
    json_end(&json, '}');
    assert_string_equal(
        text_str(&out),
        "{\"id\":\"noon\",\"days\":[1,-2,[],{}],\"kept\":true,\"late\":false,\"note\":null}");
    assert_int_equal(json.depth, 0);
    text_deinit(&out);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    expect_quoted("", "\"\"");
    expect_quoted("say \"no\" \\ /", "\"say \\\"no\\\" \\\\ /\"");
    expect_quoted("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
    expect_quoted("\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"");
    expect_quoted("M\xC3\xBCller \xE2\x80\x93 \xF0\x9F\x8C\x89",
                  "\"M\xC3\xBCller \xE2\x80\x93 \xF0\x9F\x8C\x89\"");
}

static void what_is_not_utf8_becomes_the_replacement_character(void **state)
{
    (void)state;
    expect_quoted("a\xFFz", "\"a\xEF\xBF\xBDz\"");
    expect_quoted("\xC3", "\"\xEF\xBF\xBD\"");
    expect_quoted("\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void keys_are_escaped_too(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_begin(&json, NULL, '{');
    json_integer(&json, "a\"b", 0);
    json_end(&json, '}');
    assert_string_equal(text_str(&out), "{\"a\\\"b\":0}");
    text_deinit(&out);
}

static void expect_number(double value, int decimals, const char *expected)
{
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_number(&json, NULL, value, decimals);
    assert_string_equal(text_str(&out), expected);
    assert_int_equal(out.length, strlen(expected));
    text_deinit(&out);
}

static void expect_significant(double value, const char *expected)
{
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_significant(&json, NULL, value, 9);
    assert_string_equal(text_str(&out), expected);
    text_deinit(&out);
}

static void small_numbers_keep_their_digits(void **state)
{
    (void)state;
    expect_significant(0.5, "0.5");
    expect_significant(1.0 / 3.0, "0.333333333");
    expect_significant(0.0, "0");
    expect_significant(1.0, "1");
    expect_significant(2.5e-164, "2.5e-164");
    expect_significant((double)INFINITY, "null");
}

static void numbers_have_their_decimals(void **state)
{
    (void)state;
    expect_number(0.125, 3, "0.125");
    expect_number(1.0 / 3.0, 6, "0.333333");
    expect_number(-2.5, 1, "-2.5");
    expect_number(7.0, 0, "7");
    expect_number(-0.001, 2, "0.00");
    expect_number(-0.0, 0, "0");
    expect_number((double)INFINITY, 2, "null");
    expect_number((double)NAN, 2, "null");
    Text out = { .data = NULL };
    Json json = json_to(&out);
    json_begin(&json, NULL, '[');
    json_integer(&json, NULL, INT64_MIN);
    json_integer(&json, NULL, INT64_MAX);
    json_end(&json, ']');
    assert_string_equal(text_str(&out), "[-9223372036854775808,9223372036854775807]");
    text_deinit(&out);
}

static void the_deepest_allowed_nesting_works(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    Json json = json_to(&out);
    for (int i = 0; i < 31; i++) {
        json_begin(&json, NULL, '[');
    }
    for (int i = 0; i < 31; i++) {
        json_end(&json, ']');
    }
    assert_int_equal(out.length, 62);
    assert_null(strchr(out.data, ','));
    text_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_and_arrays_nest),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(what_is_not_utf8_becomes_the_replacement_character),
        cmocka_unit_test(keys_are_escaped_too),
        cmocka_unit_test(numbers_have_their_decimals),
        cmocka_unit_test(small_numbers_keep_their_digits),
        cmocka_unit_test(the_deepest_allowed_nesting_works),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
