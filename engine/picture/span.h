// Inside of the scene: what the parts of the bridge share to draw themselves, and vectors. Used by
// scene*.c, span_*.c, rope*.c and figure*.c only.
#pragma once

#include "picture/scene.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct PictureSpan {
    Raster *raster;
    const PicturePalette *palette;
    const PictureSway *sway;
    const BridgeCondition *condition;
    const PictureMotion *motion;
    float seconds; // for flutter and flicker
    float breeze;  // 0 still .. 1: how much loose things flutter
    float lean;    // how far the posts' tops lean towards the gap, design units
} PictureSpan;

typedef struct PictureRopeColours {
    uint32_t low, middle, high;
} PictureRopeColours;

static inline PictureVector vector_add(PictureVector a, PictureVector b, float s)
{
    return (PictureVector){ a.x + b.x * s, a.y + b.y * s, a.z + b.z * s };
}

static inline PictureVector vector_unit(PictureVector a)
{
    float length = sqrtf(a.x * a.x + a.y * a.y + a.z * a.z);
    length = length < 1.0e-6f ? 1.0f : length;
    return (PictureVector){ a.x / length, a.y / length, a.z / length };
}

static inline PictureVector vector_cross(PictureVector a, PictureVector b)
{
    return (PictureVector){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

// Near to e^-x, from arithmetic alone.
static inline float picture_decay(float x)
{
    float y = x < 0.0f ? 0.0f : x;
    return 1.0f / (1.0f + y * (1.0f + y * (0.5f + y * (0.16666667f + y * 0.041666667f))));
}

static inline RasterPoint point_between(RasterPoint a, RasterPoint b, float t)
{
    return (RasterPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

// One-point perspective from a little above: what is further back lies higher and nearer to the
// middle.
static inline RasterPoint picture_project(PictureVector v)
{
    float q = v.z / (float)PICTURE_DEPTH;
    return (RasterPoint){ v.x + (640.0f - v.x) * 0.055f * q, v.y - 33.0f * q };
}

// The node of a rope on the picture; rail ends follow the lean of their posts.
RasterPoint picture_span_at(const PictureSpan *span, int rope, int station);

// A twisted rope through points (a smooth curve), and a fan of loose fibres (direction as a unit
// vector; recoil 1: it has just parted, 0: at rest).
void picture_rope(Raster *raster, const RasterPoint *points, int count, float width,
                  PictureRopeColours colours, float outline);
void picture_rope_fan(const PictureSpan *span, RasterPoint at, RasterPoint direction, float width,
                      float length, int fibres, uint32_t seed, float recoil);

void picture_span_rope(const PictureSpan *span, int rope);
void picture_span_plank(const PictureSpan *span, int plank);
float picture_span_hangs(const PictureSpan *span, int plank); // how deep a broken half hangs
void picture_span_mallet(const PictureSpan *span, int plank); // that nails a new plank down
void picture_span_lashing(const PictureSpan *span, int plank);
void picture_span_hanger(const PictureSpan *span, int side, int plank);
void picture_span_post(const PictureSpan *span, bool back, bool far);
void picture_span_lamps(const PictureSpan *span);

// A person whose feet stand at (x, y), about `height` high.
void picture_figure(Raster *raster, const PicturePalette *palette, const PicturePerson *person,
                    float x, float y, float height);
