// Sine and cosine of our own: the same bits on every machine, which libm does not promise. Good to
// 1e-4.
#pragma once

// Angle in radians, any size up to some thousands.
static inline float wave_sin(float radians)
{
    float turns = radians * 0.15915494f;
    int whole = (int)turns;
    float t = turns - (float)whole; // -1..1
    if (t < 0.0f) {
        t += 1.0f;
    }
    float sign = 1.0f;
    if (t >= 0.5f) {
        t -= 0.5f;
        sign = -1.0f;
    }
    if (t > 0.25f) {
        t = 0.5f - t;
    }
    float a = t * 6.2831853f; // 0..pi/2
    float b = a * a;
    return sign * a * (1.0f - b * (0.16666654f - b * (0.00833216f - b * 0.00019515f)));
}

static inline float wave_cos(float radians)
{
    return wave_sin(radians + 1.5707963f);
}
