// Buckets, who is here, secrets.
#include "support/test.h"

#include "base/arena.h"
#include "web/address.h"
#include "web/form.h"
#include "web/limits.h"
#include "web/phones.h"
#include "web/secret.h"

#include <stdio.h>
#include <string.h>

static int taken(WebLimits *limits, uint32_t address, WebLimit limit, int tries, int64_t now)
{
    int n = 0;
    for (int i = 0; i < tries; i++) {
        n += web_limits_take(limits, address, limit, now) ? 1 : 0;
    }
    return n;
}

static void test_buckets(void **state)
{
    (void)state;
    WebLimits *limits = mem_alloc(sizeof *limits);
    int burst = taken(limits, 7, WEB_LIMIT_WRONG_CODES, 1000, 1000);
    assert_true(burst > 0 && burst < 100);
    assert_int_equal(taken(limits, 7, WEB_LIMIT_WRONG_CODES, 10, 1500), 0);
    assert_int_equal(taken(limits, 7, WEB_LIMIT_WRONG_CODES, 100, 61000), 20);    // a minute later
    assert_int_equal(taken(limits, 8, WEB_LIMIT_WRONG_CODES, 1000, 1500), burst); // somebody else
    assert_true(taken(limits, 7, WEB_LIMIT_REQUESTS, 1, 61000) == 1);             // another matter
    assert_int_equal(taken(limits, 7, WEB_LIMIT_WRONG_CODES, 1, 61000), 0);
    assert_int_equal(taken(limits, 7, WEB_LIMIT_WRONG_CODES, 1000, INT64_MAX / 2), burst);
    assert_true(taken(limits, 9, WEB_LIMIT_WRONG_CODES, 1000, 5) ==
                burst); // a clock that jumped back
    mem_free(limits);
}

// One who asks under ever new addresses makes others forgotten, not favoured.
static void test_many_addresses(void **state)
{
    (void)state;
    WebLimits *limits = mem_alloc(sizeof *limits);
    for (uint32_t i = 1; i < 100000; i++) {
        assert_true(web_limits_take(limits, i, WEB_LIMIT_CONNECTIONS, (int64_t)i));
    }
    mem_free(limits);
}

static void test_phones(void **state)
{
    (void)state;
    WebPhones *phones = mem_alloc(sizeof *phones);
    web_phones_seen(phones, 1, WEB_PHONE_ASKS, 1000);
    web_phones_seen(phones, 1, WEB_PHONE_BY_HAND, 2000); // its page was loaded anew
    web_phones_stream(phones, 2, true, 2000);
    assert_int_equal(web_phones_here(phones, 3000), 2);
    assert_int_equal(web_phones_here(phones, 3000 + WEB_PHONE_GONE), 1); // the one that listens
    web_phones_stream(phones, 2, true, 4000);
    web_phones_stream(phones, 2, false, 4000);
    assert_int_equal(web_phones_here(phones, 900000), 1);
    web_phones_stream(phones, 2, false, 4000);
    web_phones_stream(phones, 2, false, 4000); // once too often
    assert_int_equal(web_phones_here(phones, 900000), 0);
    for (uint64_t i = 1; i < 3 * WEB_PHONES_MAX; i++) {
        web_phones_seen(phones, i * 77 + 5, WEB_PHONE_ASKS, 1000000);
    }
    assert_int_equal(web_phones_here(phones, 1000000), WEB_PHONES_MAX);
    mem_free(phones);
}

// Phones without a script are here for as long as a talk lasts, also over a restart, and each counts once.
static void test_silent_phones(void **state)
{
    (void)state;
    WebPhones *phones = mem_alloc(sizeof *phones), *later = mem_alloc(sizeof *later);
    int64_t now = 1000000;
    for (uint64_t i = 1; i <= 5; i++) {
        web_phones_seen(phones, i * 100, WEB_PHONE_CAME, now);
        web_phones_seen(phones, i * 100, WEB_PHONE_BY_HAND, now + 1000);
    }
    web_phones_stream(phones, 700, true, now);
    web_phones_seen(phones, 700, WEB_PHONE_BY_HAND, now); // asks by itself, and was loaded by hand
    now += WEB_PHONE_GONE + 5000;
    assert_int_equal(web_phones_here(phones, now), 6);
    assert_int_equal(web_phones_silent(phones, now), 5);
    // Killed and started again: nothing is known but the number. The one with a stream comes back by itself.
    web_phones_expect(later, web_phones_silent(phones, now), now);
    assert_int_equal(web_phones_here(later, now), 5);
    web_phones_seen(later, 9700, WEB_PHONE_ASKS, now + 2000);
    web_phones_stream(later, 9700, true, now + 2000);
    assert_int_equal(web_phones_here(later, now + 2000), 6);
    for (uint64_t i = 1; i <= 3; i++) { // three of the five press a button: the same five
        web_phones_seen(later, 9000 + i * 100, WEB_PHONE_BY_HAND, now + 3000);
        web_phones_seen(later, 9000 + i * 100, WEB_PHONE_BY_HAND, now + 4000);
    }
    assert_int_equal(web_phones_here(later, now + 5000), 6);
    assert_int_equal(web_phones_silent(later, now + 5000), 5);
    web_phones_seen(later, 4444, WEB_PHONE_CAME, now + 6000); // somebody new
    web_phones_seen(later, 4444, WEB_PHONE_BY_HAND, now + 6000);
    assert_int_equal(web_phones_here(later, now + 7000), 7);
    assert_int_equal(web_phones_here(later, now + 3500 + WEB_PHONE_SILENT),
                     5); // the other two never came
    mem_free(phones);
    mem_free(later);
}

static void test_secrets(void **state)
{
    (void)state;
    assert_true(web_secret_init());
    WebKey room, other;
    char pass[WEB_PASS_TEXT], code[WEB_CODE_TEXT], read[WEB_CODE_TEXT];
    web_secret_key(&room);
    web_secret_key(&other);
    for (int i = 0; i < 100; i++) {
        web_secret_pass(&room, pass);
        assert_int_equal(strlen(pass), WEB_PASS_TEXT - 1);
        assert_true(web_secret_pass_good(&room, pass));
        assert_false(web_secret_pass_good(&other, pass)); // of another session
        RoomToken a = web_secret_token(&room, pass), b = web_secret_token(&other, pass);
        assert_memory_not_equal(&a, &b, sizeof a); // of another question
        pass[i % (WEB_PASS_TEXT - 1)] ^= 1;
        assert_false(web_secret_pass_good(&room, pass));
        web_secret_code(code);
        assert_true(web_secret_read_code(code, read));
        assert_string_equal(code, read);
    }
    assert_false(web_secret_pass_good(&room, ""));
    assert_true(web_secret_read_code(" nado-7 ", read));
    assert_string_equal(read, "NADO7");
    assert_false(web_secret_read_code("NADO", read));
    assert_false(web_secret_read_code("NADO77", read));
    assert_false(web_secret_read_code("NAD<7", read));
    assert_true(web_secret_same("abc", "abc"));
    assert_false(web_secret_same("abc", "abd"));
    assert_false(web_secret_same("abc", "abcd"));
}

static WebNetwork network_of(const char *address, bool six, bool docker, bool self_given)
{
    WebNetwork network = { .six = six, .docker = docker, .self_given = self_given };
    snprintf(network.address, sizeof network.address, "%s", address);
    return network;
}

// Long addresses only where there is no short one that a phone could reach.
static void test_networks(void **state)
{
    (void)state;
    WebNetwork both[] = { network_of("192.168.4.20", false, false, false),
                          network_of("[fd00::7]", true, false, false) };
    assert_int_equal(web_networks_choose(both, 2), 1);
    assert_string_equal(both[0].address, "192.168.4.20");
    WebNetwork six[] = { network_of("[fd00::7]", true, false, false),
                         network_of("169.254.3.4", false, false, true),
                         network_of("172.17.0.1", false, true, false) };
    assert_int_equal(web_networks_choose(six, 3), 3);
    assert_string_equal(six[0].address, "[fd00::7]");
    WebNetwork here[WEB_ADDRESSES_MAX];
    int count = web_networks(here);
    for (int i = 0; i < count; i++) {
        char host[80];
        snprintf(host, sizeof host, "%s:8017", here[i].address);
        assert_true(web_host_good(host, "")); // whatever is offered is also let in
        assert_null(strstr(here[i].address, "127.0.0.1"));
        assert_null(strstr(here[i].address, "fe80"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_buckets),  cmocka_unit_test(test_many_addresses),
        cmocka_unit_test(test_phones),   cmocka_unit_test(test_silent_phones),
        cmocka_unit_test(test_networks), cmocka_unit_test(test_secrets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
