// Ready-made contours: rectangles, ellipses, segments, ribbons, strokes, frames. All turn the same
// way, so that overlapping ones join when they are filled together.
#include "picture/raster.h"

#include "picture/raster_cover.h"
#include "picture/wave.h"

#include <assert.h>
#include <math.h>

void raster_rect(Raster *raster, float x, float y, float w, float h)
{
    raster_move(raster, x, y);
    raster_line(raster, x + w, y);
    raster_line(raster, x + w, y + h);
    raster_line(raster, x, y + h);
    raster_close(raster);
}

void raster_polygon(Raster *raster, const RasterPoint *points, int count)
{
    for (int i = 0; i < count; i++) {
        if (i == 0) {
            raster_move(raster, points[0].x, points[0].y);
        } else {
            raster_line(raster, points[i].x, points[i].y);
        }
    }
    raster_close(raster);
}

// `inward`: turn the other way, to cut a hole.
static void round_rect(Raster *raster, float x, float y, float w, float h, float r, bool inward)
{
    float k = r * 0.4477f; // distance of the control points from the corner, for a quarter circle
    float x1 = x + w;
    float y1 = y + h;
    raster_move(raster, x + r, y);
    if (inward) {
        raster_cubic(raster, x + k, y, x, y + k, x, y + r);
        raster_line(raster, x, y1 - r);
        raster_cubic(raster, x, y1 - k, x + k, y1, x + r, y1);
        raster_line(raster, x1 - r, y1);
        raster_cubic(raster, x1 - k, y1, x1, y1 - k, x1, y1 - r);
        raster_line(raster, x1, y + r);
        raster_cubic(raster, x1, y + k, x1 - k, y, x1 - r, y);
    } else {
        raster_line(raster, x1 - r, y);
        raster_cubic(raster, x1 - k, y, x1, y + k, x1, y + r);
        raster_line(raster, x1, y1 - r);
        raster_cubic(raster, x1, y1 - k, x1 - k, y1, x1 - r, y1);
        raster_line(raster, x + r, y1);
        raster_cubic(raster, x + k, y1, x, y1 - k, x, y1 - r);
        raster_line(raster, x, y + r);
        raster_cubic(raster, x, y + k, x + k, y, x + r, y);
    }
    raster_close(raster);
}

static float fit_radius(float w, float h, float radius)
{
    float half = 0.5f * (w < h ? w : h);
    return radius > half ? half : radius;
}

void raster_round_rect(Raster *raster, float x, float y, float w, float h, float radius)
{
    round_rect(raster, x, y, w, h, fit_radius(w, h, radius), false);
}

void raster_round_frame(Raster *raster, float x, float y, float w, float h, float radius,
                        float width)
{
    float r = fit_radius(w, h, radius);
    float inner = r > width ? r - width : 0.0f;
    round_rect(raster, x, y, w, h, r, false);
    round_rect(raster, x + width, y + width, w - 2.0f * width, h - 2.0f * width, inner, true);
}

static void ellipse(Raster *raster, float x, float y, float rx, float ry, bool inward)
{
    if (raster->sink != NULL) {
        raster_say_ellipse(raster, x, y, rx, inward ? -ry : ry);
        return;
    }
    float size = (rx > ry ? rx : ry) * raster->scale;
    size = size > 0.0f ? (size < 1.0e5f ? size : 1.0e5f) : 0.0f;
    int n = 10 + (int)(sqrtf(size) * 3.2f);
    float step = 6.2831853f / (float)n;
    raster_move(raster, x + rx, y);
    for (int i = 1; i < n; i++) {
        float a = step * (float)i;
        raster_line(raster, x + rx * wave_cos(a), y + (inward ? -ry : ry) * wave_sin(a));
    }
    raster_close(raster);
}

void raster_ellipse(Raster *raster, float x, float y, float rx, float ry)
{
    ellipse(raster, x, y, rx, ry, false);
}

void raster_ring(Raster *raster, float x, float y, float radius, float width)
{
    ellipse(raster, x, y, radius, radius, false);
    ellipse(raster, x, y, radius - width, radius - width, true);
}

void raster_segment(Raster *raster, float x0, float y0, float x1, float y1, float w0, float w1)
{
    float dx = x1 - x0;
    float dy = y1 - y0;
    float length = sqrtf(dx * dx + dy * dy);
    if (length < 1.0e-4f) {
        return;
    }
    float nx = -dy / length * 0.5f;
    float ny = dx / length * 0.5f;
    raster_move(raster, x0 - nx * w0, y0 - ny * w0);
    raster_line(raster, x1 - nx * w1, y1 - ny * w1);
    raster_line(raster, x1 + nx * w1, y1 + ny * w1);
    raster_line(raster, x0 + nx * w0, y0 + ny * w0);
    raster_close(raster);
}

// The point `shift` along the normal of the polyline at i.
static RasterPoint beside(const RasterPoint *p, int count, int i, float shift)
{
    RasterPoint a = p[i > 0 ? i - 1 : 0];
    RasterPoint b = p[i < count - 1 ? i + 1 : count - 1];
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    float length = sqrtf(dx * dx + dy * dy);
    length = length < 1.0e-5f ? 1.0f : length;
    return (RasterPoint){ p[i].x - dy / length * shift, p[i].y + dx / length * shift };
}

void raster_ribbon(Raster *raster, const RasterPoint *points, int count, float w0, float w1,
                   float off)
{
    if (count < 2) {
        return;
    }
    float step = (w1 - w0) / (float)(count - 1);
    for (int i = 0; i < count; i++) {
        RasterPoint p = beside(points, count, i, off - 0.5f * (w0 + step * (float)i));
        if (i == 0) {
            raster_move(raster, p.x, p.y);
        } else {
            raster_line(raster, p.x, p.y);
        }
    }
    for (int i = count - 1; i >= 0; i--) {
        RasterPoint p = beside(points, count, i, off + 0.5f * (w0 + step * (float)i));
        raster_line(raster, p.x, p.y);
    }
    raster_close(raster);
}

void raster_stroke(Raster *raster, const RasterPoint *points, int count, float width)
{
    if (raster->sink != NULL && count > 1) { // one contour: few bytes
        raster_ribbon(raster, points, count, width, width, 0.0f);
        return;
    }
    for (int i = 0; i < count; i++) {
        if (i > 0) {
            raster_segment(raster, points[i - 1].x, points[i - 1].y, points[i].x, points[i].y,
                           width, width);
        }
        ellipse(raster, points[i].x, points[i].y, width * 0.5f, width * 0.5f, false);
    }
}

void raster_dashes(Raster *raster, float x0, float y0, float x1, float y1, float width, float on,
                   float pitch)
{
    assert(pitch > 0.0f);
    float dx = x1 - x0;
    float dy = y1 - y0;
    float length = sqrtf(dx * dx + dy * dy);
    if (!(length < 20000.0f * pitch)) {
        return; // no line that anybody could see, or not a number
    }
    for (float at = 0.0f; at < length; at += pitch) {
        float end = at + on < length ? at + on : length;
        raster_segment(raster, x0 + dx * at / length, y0 + dy * at / length, x0 + dx * end / length,
                       y0 + dy * end / length, width, width);
    }
}
