// Mixing of 0xRRGGBB colours and of numbers, as small functions for the inner loops.
#pragma once

#include <stdint.h>

static inline float colour_clamp(float v, float low, float high)
{
    return !(v >= low) ? low : v > high ? high : v; // what is no number is the least
}

static inline float colour_lerp(float a, float b, float t)
{
    return a + (b - a) * t;
}

// 0 below a, 1 above b, smooth between (a < b).
static inline float colour_smooth(float a, float b, float x)
{
    float t = colour_clamp((x - a) / (b - a), 0.0f, 1.0f);
    return t * t * (3.0f - 2.0f * t);
}

// From d (a = 0) to s (a = 256), all four channels.
static inline uint32_t colour_lerp256(uint32_t d, uint32_t s, uint32_t a)
{
    uint32_t rb = d & 0xff00ffu;
    uint32_t ag = (d >> 8) & 0xff00ffu;
    rb = (rb + ((((s & 0xff00ffu) - rb) * a) >> 8)) & 0xff00ffu;
    ag = (ag + (((((s >> 8) & 0xff00ffu) - ag) * a) >> 8)) & 0xff00ffu;
    return rb | (ag << 8);
}

static inline uint32_t colour_mix(uint32_t a, uint32_t b, float t)
{
    return colour_lerp256(a, b, (uint32_t)(colour_clamp(t, 0.0f, 1.0f) * 256.0f));
}

// rgb with an alpha of 0..1 in the top byte.
static inline uint32_t colour_alpha(uint32_t rgb, float alpha)
{
    return (rgb & 0xffffffu) | ((uint32_t)(colour_clamp(alpha, 0.0f, 1.0f) * 255.0f + 0.5f) << 24);
}

// Perceived lightness 0..255, in whole numbers (for tests and grey printing).
static inline int colour_grey(uint32_t rgb)
{
    uint32_t r = (rgb >> 16) & 255u;
    uint32_t g = (rgb >> 8) & 255u;
    uint32_t b = rgb & 255u;
    return (int)((r * 54u + g * 183u + b * 19u) >> 8);
}
