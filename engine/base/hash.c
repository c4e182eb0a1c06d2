// Hash of bytes: eight at a time, put together by shifts so that it is the same on every machine.
// The length goes in first, so that trailing zeros count. Not meant against an attacker.
#include "base/hash.h"

#include <string.h>

uint64_t hash_bytes(const void *data, size_t n, uint64_t seed)
{
    const unsigned char *bytes = data;
    uint64_t hash = hash_mix(seed, n);
    for (size_t at = 0; at < n; at += 8) {
        size_t left = n - at;
        size_t take = left < 8 ? left : 8;
        uint64_t word = 0;
        for (size_t i = 0; i < take; i++) {
            word |= (uint64_t)bytes[at + i] << (8 * i);
        }
        hash = hash_mix(hash ^ word, 0);
    }
    return hash;
}

uint64_t hash_string(const char *s)
{
    return hash_bytes(s, strlen(s), 0);
}
