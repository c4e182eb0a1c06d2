// Noise from hashed lattices: looks random, depends on the place only, the same on every machine.
// Negative coordinates go through int: a negative float is never cast to unsigned (undefined).
#pragma once

#include <stdint.h>

static inline uint32_t noise_hash(uint32_t x)
{
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
    return x;
}

// 0..1
static inline float noise_of(uint32_t x)
{
    return (float)(noise_hash(x) >> 8) * (1.0f / 16777216.0f);
}

static inline float noise_of_index(uint32_t seed, int index)
{
    return noise_of(seed + (uint32_t)index * 0x9E3779B1u);
}

static inline int noise_floor(float x)
{
    int i = (int)x;
    return (float)i > x ? i - 1 : i;
}

static inline float noise_1d(float x, uint32_t seed)
{
    int i = noise_floor(x);
    float t = x - (float)i;
    t = t * t * (3.0f - 2.0f * t);
    float a = noise_of((uint32_t)i * 2654435761u ^ seed);
    float b = noise_of(((uint32_t)i + 1u) * 2654435761u ^ seed);
    return a + (b - a) * t;
}

static inline float noise_corner(uint32_t i, uint32_t j, uint32_t seed)
{
    return noise_of((i * 73856093u) ^ (j * 19349663u) ^ seed);
}

static inline float noise_2d(float x, float y, uint32_t seed)
{
    int fx = noise_floor(x);
    int fy = noise_floor(y);
    float tx = x - (float)fx;
    float ty = y - (float)fy;
    tx = tx * tx * (3.0f - 2.0f * tx);
    ty = ty * ty * (3.0f - 2.0f * ty);
    uint32_t i = (uint32_t)fx;
    uint32_t j = (uint32_t)fy;
    float a = noise_corner(i, j, seed);
    float b = noise_corner(i + 1u, j, seed);
    float c = noise_corner(i, j + 1u, seed);
    float d = noise_corner(i + 1u, j + 1u, seed);
    return a + (b - a) * tx + (c - a) * ty + (a - b - c + d) * tx * ty;
}

// Four octaves, 0..1 with most values near .5.
static inline float noise_fbm(float x, float y, uint32_t seed)
{
    return 0.5f * noise_2d(x, y, seed) + 0.25f * noise_2d(x * 2.1f, y * 2.1f, seed + 7u) +
           0.15f * noise_2d(x * 4.3f, y * 4.3f, seed + 13u) +
           0.1f * noise_2d(x * 8.7f, y * 8.7f, seed + 29u);
}
