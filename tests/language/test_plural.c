// Plural forms: the rules of German, Arabic, Polish, Japanese and others, number by number.
// links: base
#include "support/test.h"

#include "language/plural.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

// The forms of 0, 1, 2 … as digits, against a rule and the numbers that a grammar names for each.
static void expect(const char *rule, const char *forms)
{
    LanguagePlural plural;
    const char *why = "";
    if (!language_plural_read(rule, &plural, &why)) {
        fail_msg("%s: %s", rule, why);
    }
    for (unsigned long n = 0; forms[n] != '\0'; n++) {
        if (language_plural_form(&plural, n) != forms[n] - '0') {
            fail_msg("%s: %lu takes form %d, not %c", rule, n, language_plural_form(&plural, n),
                     forms[n]);
        }
    }
}

static void languages(void **state)
{
    (void)state;
    expect("nplurals=2; plural=(n != 1);", "1011111111111111111111");
    expect("nplurals=2; plural=(n > 1);", "0011111111111111111111"); // French
    expect("nplurals=1; plural=0;", "0000000000000000000000");       // Japanese
    expect("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
           "201112222222222222222211122222221112"); // Polish: 1, 2-4, 5-21, 22-24, 25-31, 32-34
    const char *arabic =
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
        "n%100>=11 ? 4 : 5);";
    expect(arabic, "01233333333444444");
    LanguagePlural plural;
    const char *why;
    assert_true(language_plural_read(arabic, &plural, &why));
    assert_int_equal(language_plural_form(&plural, 99), 4);
    assert_int_equal(language_plural_form(&plural, 100), 5);
    assert_int_equal(language_plural_form(&plural, 102), 5);
    assert_int_equal(language_plural_form(&plural, 103), 3);
    assert_int_equal(language_plural_form(&plural, 4000000011ul), 4);
}

// What is tried when the rule is read is not all there is: for other numbers there is still a form.
static void beyond_what_was_tried(void **state)
{
    (void)state;
    LanguagePlural plural;
    const char *why;
    assert_true(language_plural_read("nplurals=2; plural=n<5000 ? n!=1 : n;", &plural, &why));
    assert_int_equal(language_plural_form(&plural, 1), 0);
    assert_int_equal(language_plural_form(&plural, 4999), 1);
    assert_int_equal(language_plural_form(&plural, 5000), 0);
    assert_int_equal(language_plural_form(&plural, ULONG_MAX), 0);
    assert_true(language_plural_read("nplurals=2; plural=n/(6000-n) > 9;", &plural, &why));
    assert_int_equal(language_plural_form(&plural, 5999), 1);
    assert_int_equal(language_plural_form(&plural, 6000), 0);
}

static void operators(void **state)
{
    (void)state;
    expect("nplurals=2; plural=!n;", "1000");
    expect("nplurals=2; plural=!!(n>=2||n<1);", "1011");
    expect("nplurals=6; plural=n<6?n:5", "0123455555");
    expect("nplurals=3; plural=n==0?0:n==1?1:2;", "0122");
    expect("nplurals=2; plural=\tn % 2 == 1 && n <= 5;", "0101010000");
}

static void refused(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "",
        "nplurals=2;",
        "plural=0;",
        "nplurals=0; plural=0;",
        "nplurals=7; plural=0;",
        "nplurals=99999999999999999999; plural=0;",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=2;",
        "nplurals=2; plural=;",
        "nplurals=2; plural=(n;",
        "nplurals=2; plural=n);",
        "nplurals=2; plural=n ? 1;",
        "nplurals=2; plural=n = 1;",
        "nplurals=2; plural=n 1;",
        "nplurals=2; plural=n/0;",
        "nplurals=2; plural=5%n > 9;",
        "nplurals=2; plural=99999999999;",
        "nplurals=2; plural=system(1);",
        "nplurals=2; plural="
        "((((((((((((((((((((((((((((((((((((((((((((((((0)))))))))))))))))))))))))))))))))))))))))"
        ")))))));",
        "nplurals=2; plural="
        "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"
        "!!n;",
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        LanguagePlural plural;
        const char *why = NULL;
        if (language_plural_read(rules[i], &plural, &why)) {
            fail_msg("taken: %s", rules[i]);
        }
        assert_non_null(why);
    }
    char line[PLURAL_SIZE + 100] = "nplurals=2; plural=";
    memset(line + strlen(line), '0', PLURAL_SIZE);
    LanguagePlural plural;
    const char *why = NULL;
    assert_false(language_plural_read(line, &plural, &why));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages),
        cmocka_unit_test(beyond_what_was_tried),
        cmocka_unit_test(operators),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
