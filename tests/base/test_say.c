// What differs between languages besides their words: times of day, lists, where lines begin, names of
// languages.
#include "support/test.h"

#include "base/say.h"
#include "base/tongue.h"

#include <string.h>

static const char *clock_of_twelve(const void *context, const char *where, const char *english)
{
    (void)context;
    (void)where;
    return strcmp(english, "24") == 0            ? "12"
           : strcmp(english, "{1} am") == 0      ? "{1} ص"
           : strcmp(english, "{1} pm") == 0      ? "{1} م"
           : strcmp(english, "{1}, {2}") == 0    ? "{1}، {2}"
           : strcmp(english, "{1} and {2}") == 0 ? "{1} و{2}"
                                                 : NULL;
}

static const char *points(const void *context, const char *where, const char *english)
{
    (void)context;
    (void)where;
    return strcmp(english, "{1}:{2}") == 0 ? "{1}.{2}" : NULL;
}

static const char *no_form(const void *context, const char *one, const char *many, unsigned long n)
{
    (void)context;
    (void)one;
    (void)many;
    (void)n;
    return NULL;
}

static void check_time(int minute, const char *expected)
{
    Text out = { 0 };
    say_time(minute, &out);
    assert_string_equal(text_str(&out), expected);
    text_deinit(&out);
}

static void test_times(void **state)
{
    (void)state;
    check_time(0, "00:00");
    check_time(16 * 60 + 5, "16:05");
    check_time(3 * 24 * 60 + 540, "09:00"); // of any day
    static const SayTable twelve = { NULL, "ar", true, clock_of_twelve, no_form };
    say_in(&twelve);
    check_time(0, "12:00 ص");
    check_time(9 * 60, "9:00 ص");
    check_time(12 * 60, "12:00 م");
    check_time(23 * 60 + 59, "11:59 م");
    static const SayTable pointed = { NULL, "fi", false, points, no_form };
    say_in(&pointed);
    check_time(16 * 60 + 5, "16.05");
    say_in(NULL);
}

static void check_list(int count, const char *expected)
{
    static const char *const names[] = { "Maya", "Sam", "Lin" };
    Text out = { 0 };
    say_list(names, count, &out);
    assert_string_equal(text_str(&out), expected);
    text_deinit(&out);
}

static void test_lists(void **state)
{
    (void)state;
    check_list(0, "");
    check_list(1, "Maya");
    check_list(2, "Maya and Sam");
    check_list(3, "Maya, Sam and Lin");
    static const SayTable arabic = { NULL, "ar", true, clock_of_twelve, no_form };
    say_in(&arabic);
    check_list(3, "Maya، Sam وLin");
    say_in(NULL);
}

static const char *german(const void *context, const char *where, const char *english)
{
    (void)context;
    (void)where;
    return strcmp(english, ",") == 0 ? "." : NULL;
}

static void test_numbers(void **state)
{
    (void)state;
    static const SayTable table = { NULL, "de", false, german, no_form };
    Text out = { 0 };
    say_number(1234567, &out);
    assert_string_equal(text_str(&out), "1,234,567");
    text_clear(&out);
    say_in(&table);
    say_number(-1234, &out);
    assert_string_equal(text_str(&out), "-1.234");
    say_in(NULL);
    text_deinit(&out);
}

static void test_fills(void **state)
{
    (void)state;
    const char *const values[] = { "a", "b" };
    Text out = { 0 };
    say_fill("{2} {1} {2} {3} {x} {", values, 2, &out);
    assert_string_equal(text_str(&out), "b a b  {x} {");
    text_deinit(&out);
}

static void test_where_lines_begin(void **state)
{
    (void)state;
    static const SayTable arabic = { NULL, "ar", true, clock_of_twelve, no_form };
    assert_string_equal(say_language(), "en");
    assert_false(say_right_to_left());
    say_in(&arabic);
    assert_string_equal(say_language(), "ar");
    assert_true(say_right_to_left());
    say_in(NULL);
}

static void test_tongues(void **state)
{
    (void)state;
    assert_true(tongue_right_to_left("ar"));
    assert_true(tongue_right_to_left("he_IL"));
    assert_true(tongue_right_to_left("pseudo-rtl"));
    assert_false(tongue_right_to_left("pseudo"));
    assert_false(tongue_right_to_left("arn")); // Mapudungun
    assert_false(tongue_right_to_left(""));
    assert_string_equal(tongue_name("de_AT"), "Deutsch");
    assert_string_equal(tongue_name("xx"), "xx");
    assert_string_equal(tongue_quotes("de_AT"), "„{1}“");
    assert_null(tongue_quotes("pseudo"));
    assert_null(tongue_quotes("arn"));
    char tag[16];
    assert_true(tongue_of_locale("de_AT.UTF-8@euro", tag, sizeof tag));
    assert_string_equal(tag, "de_AT");
    assert_false(tongue_of_locale("C", tag, sizeof tag));
    assert_false(tongue_of_locale("C.UTF-8", tag, sizeof tag));
    assert_false(tongue_of_locale("POSIX", tag, sizeof tag));
    assert_false(tongue_of_locale("", tag, sizeof tag));
    assert_false(tongue_of_locale("a_very_long_name_of_a_locale", tag, sizeof tag));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_fills),
        cmocka_unit_test(test_where_lines_begin),
        cmocka_unit_test(test_tongues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
