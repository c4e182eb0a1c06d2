// Inside of the small people. Used by figure*.c only. Units: about 46 from the feet (y = 0, upward)
// to the crown; x is positive to the right, `f` turns what points forwards.
#pragma once

#include "picture/colour.h"
#include "picture/span.h"
#include "picture/wave.h"

typedef struct Figure {
    Raster *raster;
    const PictureLook *look;
    float x, y, u, f;    // feet, unit, facing
    float wide;          // of the build
    float lean;          // how far the shoulders stand before the hips
    float nod;           // how far the head is bent
    float lift;          // shoulders: breath, a shrug
    float stride, swing; // phase; how far the legs are apart
    PicturePose pose;
    uint32_t coat, dark, skin, skin_dark, hair, hair_dark, accent, shadow, rim, metal, legs;
    bool contrast;
} Figure;

RasterPoint figure_at(const Figure *g, float x, float y); // on the picture
void figure_limb(const Figure *g, float x0, float y0, float x1, float y1, float w0, float w1,
                 uint32_t rgb);
void figure_blob(const Figure *g, float x, float y, float rx, float ry, uint32_t rgb);
void figure_move(const Figure *g, float x, float y);
void figure_line(const Figure *g, float x, float y);
void figure_quad(const Figure *g, float cx, float cy, float x, float y);
void figure_fill(const Figure *g, uint32_t rgb, float alpha);

void figure_legs(const Figure *g);       // standing, walking, kneeling
void figure_wheelchair(const Figure *g); // with the legs of who sits in it
void figure_arms_behind(const Figure *g);
void figure_arms(const Figure *g); // and what they hold
void figure_body(const Figure *g);
void figure_head(const Figure *g);

// How far the foot that tests a plank is put forward, 0..1: within half a turn of the stride it
// goes out, rests there and comes back.
static inline float figure_foot_out(float stride)
{
    float s = wave_sin(stride);
    return colour_clamp((s < 0.0f ? -s : s) * 1.35f, 0.0f, 1.0f);
}
