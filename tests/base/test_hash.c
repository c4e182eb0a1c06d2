// Hashes and the random stream: fixed values, since draws and saves hang on every bit.
#include "support/test.h"

#include "base/hash.h"

#include <string.h>

// hash_mix(0, 0) and the stream from 1234567 are the published first outputs of splitmix64.
static void the_bits_are_those_of_splitmix64(void **state)
{
    (void)state;
    assert_true(hash_mix(0, 0) == UINT64_C(0xE220A8397B1DCDAF));
    uint64_t z = UINT64_C(1234567);
    const uint64_t published[] = { UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
                                   UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
                                   UINT64_C(16408922859458223821) };
    for (size_t i = 0; i < 5; i++) {
        assert_true(hash_mix(z, 0) == published[i]);
        z += UINT64_C(0x9E3779B97F4A7C15);
    }
}

static void the_same_bytes_give_the_same_hash_at_any_alignment(void **state)
{
    (void)state;
    char room[64];
    const char text[] = "a promise is a plank";
    uint64_t expected = hash_string(text);
    for (size_t shift = 0; shift < 16; shift++) {
        memcpy(room + shift, text, sizeof text);
        assert_true(hash_bytes(room + shift, sizeof text - 1, 0) == expected);
    }
    assert_true(hash_string("") == hash_bytes(NULL, 0, 0));
    assert_true(hash_bytes(text, 5, 1) != hash_bytes(text, 5, 2));
}

// Little-endian reading, written out: the bytes 01 02 .. 09 are the words 0807060504030201 and 09.
static void the_hash_does_not_depend_on_the_machine(void **state)
{
    (void)state;
    const unsigned char bytes[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
    uint64_t expected = hash_mix(77, 9);
    expected = hash_mix(expected ^ UINT64_C(0x0807060504030201), 0);
    expected = hash_mix(expected ^ UINT64_C(9), 0);
    assert_true(hash_bytes(bytes, 9, 77) == expected);
}

static void every_bit_and_the_length_count(void **state)
{
    (void)state;
    unsigned char bytes[20] = { 0 };
    uint64_t seen[20 * 8 + 21];
    size_t count = 0;
    for (size_t n = 0; n <= sizeof bytes; n++) {
        seen[count++] = hash_bytes(bytes, n, 0);
    }
    for (size_t bit = 0; bit < sizeof bytes * 8; bit++) {
        bytes[bit / 8] = (unsigned char)(1u << (bit % 8));
        seen[count++] = hash_bytes(bytes, sizeof bytes, 0);
        bytes[bit / 8] = 0;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_true(seen[i] != seen[j]);
        }
    }
}

static void a_random_number_stays_below_and_is_even(void **state)
{
    (void)state;
    uint64_t stream = 42;
    int counts[7] = { 0 };
    for (int i = 0; i < 70000; i++) {
        uint32_t n = random_below(&stream, 7);
        assert_true(n < 7);
        counts[n]++;
    }
    for (int i = 0; i < 7; i++) { // six standard deviations: sqrt(70000 * 1/7 * 6/7) = 93
        assert_in_range(counts[i], 10000 - 556, 10000 + 556);
    }
    assert_int_equal(random_below(&stream, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bits_are_those_of_splitmix64),
        cmocka_unit_test(the_same_bytes_give_the_same_hash_at_any_alignment),
        cmocka_unit_test(the_hash_does_not_depend_on_the_machine),
        cmocka_unit_test(every_bit_and_the_length_count),
        cmocka_unit_test(a_random_number_stays_below_and_is_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
