// Reads outlines. Numbers are read by hand: strtod would ask the locale what a point is.
#include "picture/sketch.h"

#include "picture/wave.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

static const char *skip(const char *s)
{
    while (*s == ' ' || *s == ',') {
        s++;
    }
    return s;
}

static float read_number(const char **at)
{
    const char *s = skip(*at);
    float sign = 1.0f;
    float value = 0.0f;
    float part = 1.0f;
    bool any = false;
    if (*s == '-') {
        sign = -1.0f;
        s++;
    }
    for (; *s >= '0' && *s <= '9'; s++) {
        value = value * 10.0f + (float)(*s - '0');
        any = true;
    }
    if (*s == '.') {
        for (s++; *s >= '0' && *s <= '9'; s++) {
            part *= 0.1f;
            value += part * (float)(*s - '0');
            any = true;
        }
    }
    assert(any);
    (void)any;
    *at = s;
    return sign * value;
}

static RasterPoint place(const PictureSketch *k, float x, float y)
{
    return (RasterPoint){ k->x + k->sx * x + k->kx * y, k->y + k->sy * y + k->ky * x };
}

static RasterPoint read_point(const PictureSketch *k, const char **at)
{
    float x = read_number(at);
    float y = read_number(at);
    return place(k, x, y);
}

void picture_sketch(const PictureSketch *k, const char *outline)
{
    const char *s = skip(outline);
    char command = 'M';
    while (*s != '\0') {
        if (*s >= 'A' && *s <= 'Z') {
            command = *s++;
        }
        if (command == 'Z') {
            raster_close(k->raster);
        } else if (command == 'M') {
            RasterPoint p = read_point(k, &s);
            raster_move(k->raster, p.x, p.y);
            command = 'L';
        } else if (command == 'L') {
            RasterPoint p = read_point(k, &s);
            raster_line(k->raster, p.x, p.y);
        } else if (command == 'Q') {
            RasterPoint c = read_point(k, &s);
            RasterPoint p = read_point(k, &s);
            raster_quad(k->raster, c.x, c.y, p.x, p.y);
        } else {
            assert(command == 'C');
            RasterPoint a = read_point(k, &s);
            RasterPoint b = read_point(k, &s);
            RasterPoint p = read_point(k, &s);
            raster_cubic(k->raster, a.x, a.y, b.x, b.y, p.x, p.y);
        }
        s = skip(s);
    }
    raster_close(k->raster);
}

void picture_sketch_fill(const PictureSketch *k, const char *outline, uint32_t rgb, float alpha)
{
    picture_sketch(k, outline);
    raster_fill(k->raster, rgb, alpha);
}

PictureSketch picture_sketch_turned(PictureSketch sketch, float radians, float px, float py)
{
    float c = wave_cos(radians);
    float s = wave_sin(radians);
    RasterPoint fixed = place(&sketch, px, py);
    PictureSketch out = sketch;
    out.sx = sketch.sx * c + sketch.kx * s;
    out.kx = -sketch.sx * s + sketch.kx * c;
    out.ky = sketch.ky * c + sketch.sy * s;
    out.sy = -sketch.ky * s + sketch.sy * c;
    out.x = fixed.x - out.sx * px - out.kx * py;
    out.y = fixed.y - out.ky * px - out.sy * py;
    return out;
}

PictureSketch picture_sketch_mirrored(PictureSketch sketch, float px)
{
    sketch.x += 2.0f * px * sketch.sx;
    sketch.y += 2.0f * px * sketch.ky;
    sketch.sx = -sketch.sx;
    sketch.ky = -sketch.ky;
    return sketch;
}

void picture_sketch_ellipse(const PictureSketch *k, float x, float y, float rx, float ry)
{
    const float bend = 0.5522848f; // four cubics make a circle
    static const float way[5][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 }, { 1, 0 } };
    RasterPoint p = place(k, x + rx, y);
    raster_move(k->raster, p.x, p.y);
    for (int i = 0; i < 4; i++) {
        float ax = way[i][0], ay = way[i][1], bx = way[i + 1][0], by = way[i + 1][1];
        RasterPoint a = place(k, x + rx * (ax + bend * bx), y + ry * (ay + bend * by));
        RasterPoint b = place(k, x + rx * (bx + bend * ax), y + ry * (by + bend * ay));
        p = place(k, x + rx * bx, y + ry * by);
        raster_cubic(k->raster, a.x, a.y, b.x, b.y, p.x, p.y);
    }
    raster_close(k->raster);
}

enum { BRUSH_STEPS = 8 };

// One edge of a brush's stroke, `side` 1 or -1, with a bulge at both ends for roundness.
static RasterPoint brush_edge(const PictureBrush *b, int step, float side)
{
    float t = (float)step / (float)BRUSH_STEPS;
    float r = 1.0f - t;
    float x = r * r * b->x0 + 2.0f * r * t * b->cx + t * t * b->x1;
    float y = r * r * b->y0 + 2.0f * r * t * b->cy + t * t * b->y1;
    float dx = r * (b->cx - b->x0) + t * (b->x1 - b->cx);
    float dy = r * (b->cy - b->y0) + t * (b->y1 - b->cy);
    float length = sqrtf(dx * dx + dy * dy);
    length = length < 1.0e-4f ? 1.0f : length;
    // Lagrange through the widths at 0, 1/2 and 1.
    float w = b->w0 * (1.0f - 2.0f * t) * r + 4.0f * b->w1 * t * r + b->w2 * t * (2.0f * t - 1.0f);
    w = (w < 0.0f ? 0.0f : w) * 0.5f * side;
    return (RasterPoint){ x - dy / length * w, y + dx / length * w };
}

// The round end around the middle of two edge points, bulging in direction (dx, dy).
static void brush_end(const PictureSketch *k, RasterPoint from, RasterPoint to, float dx, float dy)
{
    float length = sqrtf(dx * dx + dy * dy);
    float ex = to.x - from.x;
    float ey = to.y - from.y;
    float bulge = sqrtf(ex * ex + ey * ey) * 0.66f / (length < 1.0e-4f ? 1.0f : length);
    RasterPoint a = place(k, from.x + dx * bulge, from.y + dy * bulge);
    RasterPoint b = place(k, to.x + dx * bulge, to.y + dy * bulge);
    RasterPoint p = place(k, to.x, to.y);
    raster_cubic(k->raster, a.x, a.y, b.x, b.y, p.x, p.y);
}

void picture_sketch_brush(const PictureSketch *k, PictureBrush b, uint32_t rgb, float alpha)
{
    RasterPoint first = brush_edge(&b, 0, 1.0f);
    RasterPoint p = place(k, first.x, first.y);
    raster_move(k->raster, p.x, p.y);
    for (int i = 1; i <= BRUSH_STEPS; i++) {
        RasterPoint q = brush_edge(&b, i, 1.0f);
        p = place(k, q.x, q.y);
        raster_line(k->raster, p.x, p.y);
    }
    brush_end(k, brush_edge(&b, BRUSH_STEPS, 1.0f), brush_edge(&b, BRUSH_STEPS, -1.0f), b.x1 - b.cx,
              b.y1 - b.cy);
    for (int i = BRUSH_STEPS - 1; i >= 0; i--) {
        RasterPoint q = brush_edge(&b, i, -1.0f);
        p = place(k, q.x, q.y);
        raster_line(k->raster, p.x, p.y);
    }
    brush_end(k, brush_edge(&b, 0, -1.0f), first, b.x0 - b.cx, b.y0 - b.cy);
    raster_close(k->raster);
    raster_fill(k->raster, rgb, alpha);
}
