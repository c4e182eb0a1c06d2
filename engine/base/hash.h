// Hashes and a random stream whose bits are the same on every machine (they decide draws and names).
#pragma once

#include <stddef.h>
#include <stdint.h>

// A 64-bit mix of a and b: a bijection of a for each b (splitmix64 finalizer over a + b * odd).
// Source: Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators".
static inline uint64_t hash_mix(uint64_t a, uint64_t b)
{
    uint64_t z = a + (b + 1u) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

// Hash of n bytes; independent of endianness and alignment.
uint64_t hash_bytes(const void *data, size_t n, uint64_t seed);
uint64_t hash_string(const char *s);

// A stream: state in *stream, any start value is good.
static inline uint64_t random_next(uint64_t *stream)
{
    *stream += 0x9E3779B97F4A7C15u;
    return hash_mix(*stream, 0);
}

// A number in 0..n-1 (n >= 1), without modulo bias worth speaking of (n far below 2^32).
static inline uint32_t random_below(uint64_t *stream, uint32_t n)
{
    return (uint32_t)(((random_next(stream) >> 32) * n) >> 32);
}
