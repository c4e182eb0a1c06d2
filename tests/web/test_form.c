// What phones send, good and bad.
#include "support/test.h"

#include "web/form.h"

#include <string.h>

static bool value(const char *body, const char *name, char *out, size_t size)
{
    return web_form_value(body, strlen(body), name, out, size);
}

static void test_values(void **state)
{
    (void)state;
    char out[20];
    assert_true(value("code=RAFT7", "code", out, sizeof out));
    assert_string_equal(out, "RAFT7");
    assert_true(value("a=1&code=raft+7&b=", "code", out, sizeof out));
    assert_string_equal(out, "raft 7");
    assert_true(value("a=1&code=raft+7&b=", "b", out, sizeof out));
    assert_string_equal(out, "");
    assert_true(value("x=%C3%A9%26", "x", out, sizeof out));
    assert_string_equal(out, "\xc3\xa9&");
    assert_false(value("xcode=1", "code", out, sizeof out));
    assert_false(value("code", "code", out, sizeof out));
    assert_false(value("", "code", out, sizeof out));
}

static void test_refused(void **state)
{
    (void)state;
    char out[8], long_body[5000];
    assert_false(value("a=1&a=2", "a", out, sizeof out)); // which one?
    assert_false(value("a=%00", "a", out, sizeof out));
    assert_false(value("a=%ff", "a", out, sizeof out)); // no UTF-8
    assert_false(value("a=%e", "a", out, sizeof out));
    assert_false(value("a=%zz", "a", out, sizeof out));
    assert_false(value("a=%", "a", out, sizeof out));
    assert_false(value("a=12345678", "a", out, sizeof out)); // never cut
    assert_true(value("a=1234567", "a", out, sizeof out));
    memset(long_body, 'x', sizeof long_body);
    memcpy(long_body, "a=", 2);
    assert_false(web_form_value(long_body, sizeof long_body, "a", out, sizeof out));
    assert_false(web_form_value("a=b\0c", 5, "a", out, sizeof out));
}

static bool number(const char *body, int *out)
{
    return web_form_number(body, strlen(body), "n", 1, 12, out);
}

static void test_numbers(void **state)
{
    (void)state;
    int n = -7;
    assert_true(number("n=12", &n));
    assert_int_equal(n, 12);
    assert_true(number("n=007", &n));
    assert_int_equal(n, 7);
    static const char *const wrong[] = { "n=0",  "n=13", "n=-1",         "n=1.0",  "n= 1", "n=",
                                         "n=1a", "m=1",  "n=4294967297", "n=%31%", "n=+1" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        n = 7;
        assert_false(number(wrong[i], &n));
        assert_int_equal(n, 7);
    }
}

static void test_cookies(void **state)
{
    (void)state;
    char out[10];
    assert_true(web_cookie_value("phone=abc", "phone", out, sizeof out));
    assert_string_equal(out, "abc");
    assert_true(web_cookie_value("look=l; phone=abc ; x=1", "phone", out, sizeof out));
    assert_string_equal(out, "abc");
    assert_false(web_cookie_value("iphone=abc", "phone", out, sizeof out));
    assert_false(web_cookie_value("phone=abcdefghijk", "phone", out, sizeof out));
    assert_false(web_cookie_value("phone=a\x01", "phone", out, sizeof out));
    assert_false(web_cookie_value("phone=\"a\"", "phone", out, sizeof out));
    assert_false(web_cookie_value("", "phone", out, sizeof out));
    assert_false(web_cookie_value(";;; ;", "phone", out, sizeof out));
}

static void test_hosts(void **state)
{
    (void)state;
    static const char *const good[] = { "192.168.4.20:8017", "127.0.0.1", "localhost:8017",
                                        "LOCALHOST",         "desk",      "desk.local:8017",
                                        "[::1]:8017",        "[fd00::7]", "[2001:DB8::1:2]:80" };
    static const char *const bad[] = { "",
                                       "evil.example",
                                       "evil.example:8017",
                                       "192.168.4.20:",
                                       "desk.evil",
                                       "127.0.0.1:80a",
                                       "127.0.0.1.evil.example",
                                       ":8017",
                                       "localhost:1234567",
                                       "[::1",
                                       "[]:8017",
                                       "[::1]evil.example",
                                       "[::1]:",
                                       "[::1]:80a",
                                       "[fe80::1%25eth0]:8017",
                                       "[evil.example]:8017",
                                       "[0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:1]" };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(web_host_good(good[i], "desk"));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(web_host_good(bad[i], "desk"));
    }
    assert_false(web_host_good("desk", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),  cmocka_unit_test(test_refused),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_cookies),
        cmocka_unit_test(test_hosts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
