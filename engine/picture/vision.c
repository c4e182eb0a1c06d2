// Through linear light and back, by libm: good enough for looking and for thresholds, not meant to
// be the same bits everywhere.
#include "picture/vision.h"

#include <math.h>

static const float matrices[PICTURE_VISIONS][3][3] = {
    [PICTURE_FULL_VISION] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    [PICTURE_DEUTERANOPIA] = { { 0.367322f, 0.860646f, -0.227968f },
                               { 0.280085f, 0.672501f, 0.047413f },
                               { -0.011820f, 0.042940f, 0.968881f } },
    [PICTURE_PROTANOPIA] = { { 0.152286f, 1.052583f, -0.204868f },
                             { 0.114503f, 0.786281f, 0.099216f },
                             { -0.003882f, -0.048116f, 1.051998f } },
    [PICTURE_TRITANOPIA] = { { 1.255528f, -0.076749f, -0.178779f },
                             { -0.078411f, 0.930809f, 0.147602f },
                             { 0.004733f, 0.691367f, 0.303900f } },
};

static float to_light(uint32_t channel)
{
    float v = (float)channel / 255.0f;
    return v <= 0.04045f ? v / 12.92f : powf((v + 0.055f) / 1.055f, 2.4f);
}

static uint32_t from_light(float v)
{
    v = v > 0.0f ? v < 1.0f ? v : 1.0f : 0.0f;
    float s = v <= 0.0031308f ? v * 12.92f : 1.055f * powf(v, 1.0f / 2.4f) - 0.055f;
    return (uint32_t)(s * 255.0f + 0.5f);
}

static void split(uint32_t rgb, float light[3])
{
    for (int i = 0; i < 3; i++) {
        light[i] = to_light((rgb >> (16 - 8 * i)) & 255u);
    }
}

uint32_t picture_vision_colour(uint32_t rgb, PictureVision vision)
{
    float in[3];
    uint32_t out = rgb & 0xff000000u;
    split(rgb, in);
    for (int i = 0; i < 3; i++) {
        const float *m = matrices[vision][i];
        out |= from_light(m[0] * in[0] + m[1] * in[1] + m[2] * in[2]) << (16 - 8 * i);
    }
    return out;
}

void picture_vision_surface(RasterSurface surface, PictureVision vision)
{
    uint32_t last = 0;
    uint32_t seen = picture_vision_colour(0, vision);
    for (int y = 0; y < surface.height; y++) {
        uint32_t *row = surface.pixels + (size_t)y * (size_t)surface.stride;
        for (int x = 0; x < surface.width; x++) {
            if (row[x] != last) {
                last = row[x];
                seen = picture_vision_colour(last, vision);
            }
            row[x] = seen;
        }
    }
}

static float lab_curve(float t)
{
    return t > 0.008856f ? cbrtf(t) : 7.787f * t + 16.0f / 116.0f;
}

// CIE L*a*b* under D65.
static void to_lab(uint32_t rgb, float lab[3])
{
    float c[3];
    split(rgb, c);
    float x = (0.4124f * c[0] + 0.3576f * c[1] + 0.1805f * c[2]) / 0.9505f;
    float y = 0.2126f * c[0] + 0.7152f * c[1] + 0.0722f * c[2];
    float z = (0.0193f * c[0] + 0.1192f * c[1] + 0.9505f * c[2]) / 1.089f;
    float fy = lab_curve(y);
    lab[0] = 116.0f * fy - 16.0f;
    lab[1] = 500.0f * (lab_curve(x) - fy);
    lab[2] = 200.0f * (fy - lab_curve(z));
}

float picture_vision_lightness(uint32_t rgb)
{
    float lab[3];
    to_lab(rgb, lab);
    return lab[0];
}

float picture_vision_difference(uint32_t a, uint32_t b, PictureVision vision)
{
    float p[3];
    float q[3];
    float sum = 0.0f;
    to_lab(picture_vision_colour(a, vision), p);
    to_lab(picture_vision_colour(b, vision), q);
    for (int i = 0; i < 3; i++) {
        sum += (p[i] - q[i]) * (p[i] - q[i]);
    }
    return sqrtf(sum);
}
