// Set-up, clip and paths of the rasteriser. A path is kept as edges in pixels; when it is filled,
// bands of rows collect the signed area that each edge covers of each pixel (raster_fill.c then
// colours them).
#include "picture/raster.h"

#include "base/arena.h"
#include "picture/raster_cover.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static int imin(int a, int b)
{
    return a < b ? a : b;
}

static int imax(int a, int b)
{
    return a > b ? a : b;
}

bool raster_rect_empty(RasterRect rect)
{
    return rect.x1 <= rect.x0 || rect.y1 <= rect.y0;
}

RasterRect raster_rect_union(RasterRect a, RasterRect b)
{
    if (raster_rect_empty(a)) {
        return b;
    }
    if (raster_rect_empty(b)) {
        return a;
    }
    return (RasterRect){ imin(a.x0, b.x0), imin(a.y0, b.y0), imax(a.x1, b.x1), imax(a.y1, b.y1) };
}

RasterRect raster_rect_cut(RasterRect a, RasterRect b)
{
    RasterRect cut = { imax(a.x0, b.x0), imax(a.y0, b.y0), imin(a.x1, b.x1), imin(a.y1, b.y1) };
    return raster_rect_empty(cut) ? (RasterRect){ cut.x0, cut.y0, cut.x0, cut.y0 } : cut;
}

RasterRect raster_full(const Raster *raster)
{
    return (RasterRect){ 0, 0, raster->surface.width, raster->surface.height };
}

static void make_room_for_rows(Raster *raster, int width)
{
    if (raster->cover != NULL && raster->cover_stride >= width + 4) {
        return;
    }
    mem_free(raster->cover);
    mem_free(raster->row_colour);
    mem_free(raster->row_alpha);
    raster->cover_stride = width + 4;
    size_t cells = (size_t)raster->cover_stride;
    raster->cover = mem_alloc(cells * RASTER_BAND * sizeof *raster->cover);
    raster->row_colour = mem_alloc(cells * sizeof *raster->row_colour);
    raster->row_alpha = mem_alloc(cells * sizeof *raster->row_alpha);
}

void raster_init(Raster *raster, RasterSurface surface)
{
    *raster = (Raster){ 0 };
    raster->scale = 1.0f;
    raster->edge_room = 256;
    raster->edges = mem_alloc((size_t)raster->edge_room * sizeof *raster->edges);
    raster->row_first = mem_alloc(RASTER_BAND * sizeof *raster->row_first);
    raster->row_last = mem_alloc(RASTER_BAND * sizeof *raster->row_last);
    for (int i = 0; i < RASTER_BAND; i++) {
        raster->row_first[i] = INT32_MAX;
        raster->row_last[i] = -1;
    }
    raster_target(raster, surface);
}

void raster_init_sink(Raster *raster, RasterSink *sink, int width, int height)
{
    *raster = (Raster){ .sink = sink, .scale = 1.0f };
    raster->surface.width = width;
    raster->surface.height = height;
    raster_clip(raster, raster_full(raster));
}

void raster_deinit(Raster *raster)
{
    mem_free(raster->edges);
    mem_free(raster->row_first);
    mem_free(raster->row_last);
    mem_free(raster->cover);
    mem_free(raster->row_colour);
    mem_free(raster->row_alpha);
    *raster = (Raster){ 0 };
}

void raster_target(Raster *raster, RasterSurface surface)
{
    assert(surface.width >= 0 && surface.height >= 0 && surface.stride >= surface.width);
    assert(surface.pixels != NULL || surface.width == 0 || surface.height == 0);
    raster->surface = surface;
    make_room_for_rows(raster, surface.width);
    raster->dirty = (RasterRect){ 0 };
    raster->edge_count = 0;
    raster->open = false;
    raster->sink = NULL;
    raster_clip(raster, raster_full(raster));
}

void raster_clip(Raster *raster, RasterRect clip)
{
    raster->clip = raster_rect_cut(clip, raster_full(raster));
    raster->clip_round = 0.0f;
}

// Far outside of any surface, but safe to turn into an int. What is no number becomes the least.
static inline float tame(float v)
{
    v = v > -1.0e6f ? v : -1.0e6f;
    return v < 1.0e6f ? v : 1.0e6f;
}

RasterRect raster_rect_of(const Raster *raster, float x, float y, float w, float h)
{
    float x0 = tame(x * raster->scale + raster->offset_x);
    float y0 = tame(y * raster->scale + raster->offset_y);
    float x1 = tame((x + w) * raster->scale + raster->offset_x);
    float y1 = tame((y + h) * raster->scale + raster->offset_y);
    return (RasterRect){ (int)floorf(x0), (int)floorf(y0), (int)ceilf(x1), (int)ceilf(y1) };
}

RasterRect raster_clip_box(Raster *raster, float x, float y, float w, float h, float radius)
{
    RasterRect old = raster->clip;
    raster->round_box = raster_rect_of(raster, x, y, w, h);
    raster_clip(raster, raster_rect_cut(raster->round_box, old));
    int width = raster->round_box.x1 - raster->round_box.x0;
    int height = raster->round_box.y1 - raster->round_box.y0;
    float most = 0.5f * (float)imin(width, height);
    float round = radius * raster->scale;
    raster->clip_round = round > 0.0f ? (round < most ? round : most) : 0.0f;
    return old;
}

RasterRect raster_dirty_take(Raster *raster)
{
    RasterRect dirty = raster->dirty;
    raster->dirty = (RasterRect){ 0 };
    return dirty;
}

bool raster_corner_row(const Raster *raster, int y)
{
    float r = raster->clip_round;
    return r > 0.0f && ((float)y < (float)raster->round_box.y0 + r ||
                        (float)(y + 1) > (float)raster->round_box.y1 - r);
}

float raster_corner_cover(const Raster *raster, int x, int y)
{
    float r = raster->clip_round;
    float px = (float)x + 0.5f;
    float py = (float)y + 0.5f;
    float left = (float)raster->round_box.x0 + r;
    float right = (float)raster->round_box.x1 - r;
    float top = (float)raster->round_box.y0 + r;
    float bottom = (float)raster->round_box.y1 - r;
    float dx = px < left ? left - px : px > right ? px - right : 0.0f;
    float dy = py < top ? top - py : py > bottom ? py - bottom : 0.0f;
    if (dx <= 0.0f || dy <= 0.0f) {
        return 1.0f;
    }
    float inside = r - sqrtf(dx * dx + dy * dy) + 0.5f;
    return inside <= 0.0f ? 0.0f : inside >= 1.0f ? 1.0f : inside;
}

static void add_edge(Raster *raster, float x0, float y0, float x1, float y1)
{
    float low = y0 < y1 ? y0 : y1;
    float high = y0 < y1 ? y1 : y0;
    // What lies above or below the clip covers nothing in it. (What lies to the right of it ends
    // rows.)
    if (!(high > (float)raster->clip.y0 && low < (float)raster->clip.y1 && low < high)) {
        return;
    }
    if (raster->edge_count == raster->edge_room) {
        raster->edge_room *= 2;
        raster->edges = mem_grow(raster->edges, (size_t)raster->edge_room * sizeof *raster->edges);
    }
    if (raster->edge_count == 0) {
        raster->edge_top = low;
        raster->edge_bottom = high;
    }
    raster->edge_top = low < raster->edge_top ? low : raster->edge_top;
    raster->edge_bottom = high > raster->edge_bottom ? high : raster->edge_bottom;
    raster->edges[raster->edge_count++] = (RasterEdge){ x0, y0, x1, y1 };
}

static void line_to_pixel(Raster *raster, float x, float y)
{
    add_edge(raster, raster->pen.x, raster->pen.y, x, y);
    raster->pen = (RasterPoint){ x, y };
}

// False where the point is not finite. Others are kept where edges can be worked out.
static inline bool to_pixel(const Raster *raster, float x, float y, RasterPoint *p)
{
    float px = x * raster->scale + raster->offset_x;
    float py = y * raster->scale + raster->offset_y;
    *p = (RasterPoint){ tame(px), tame(py) };
    return px * 0.0f + py * 0.0f == 0.0f;
}

void raster_close(Raster *raster)
{
    if (!raster->open) {
        return;
    }
    raster->open = false;
    if (raster->sink != NULL) {
        raster->sink->path(raster->sink, RASTER_CLOSE, &raster->start);
        raster->pen = raster->start;
        return;
    }
    line_to_pixel(raster, raster->start.x, raster->start.y);
}

static void begin_at(Raster *raster, RasterPoint p)
{
    raster->start = p;
    raster->pen = p;
    raster->open = true;
    if (raster->sink != NULL) {
        raster->sink->path(raster->sink, RASTER_MOVE, &p);
    }
}

void raster_move(Raster *raster, float x, float y)
{
    RasterPoint p;
    raster_close(raster);
    if (to_pixel(raster, x, y, &p)) {
        begin_at(raster, p);
    }
}

void raster_line(Raster *raster, float x, float y)
{
    RasterPoint p;
    if (!to_pixel(raster, x, y, &p)) {
        return;
    }
    if (!raster->open) {
        begin_at(raster, p);
    } else if (raster->sink != NULL) {
        raster->sink->path(raster->sink, RASTER_LINE, &p);
        raster->pen = p;
    } else {
        line_to_pixel(raster, p.x, p.y);
    }
}

static void say_curve(Raster *raster, RasterVerb verb, const RasterPoint *points, RasterPoint end)
{
    raster->sink->path(raster->sink, verb, points);
    raster->pen = end;
}

// Lines for a curve whose control polygon is this long: enough that no corner shows.
static int curve_steps(float length)
{
    int n = 2 + (int)(sqrtf(length) * 0.8f);
    return n > 28 ? 28 : n;
}

static float distance(RasterPoint a, RasterPoint b)
{
    float dx = b.x - a.x;
    float dy = b.y - a.y;
    return sqrtf(dx * dx + dy * dy);
}

void raster_quad(Raster *raster, float cx, float cy, float x, float y)
{
    RasterPoint c;
    RasterPoint b;
    if (!to_pixel(raster, cx, cy, &c) || !to_pixel(raster, x, y, &b)) {
        return;
    }
    if (!raster->open) {
        begin_at(raster, c);
    }
    RasterPoint a = raster->pen;
    if (raster->sink != NULL) {
        say_curve(raster, RASTER_QUAD, (const RasterPoint[]){ c, b }, b);
        return;
    }
    int n = curve_steps(distance(a, c) + distance(c, b));
    for (int i = 1; i < n; i++) {
        float t = (float)i / (float)n;
        float u = 1.0f - t;
        line_to_pixel(raster, u * u * a.x + 2.0f * u * t * c.x + t * t * b.x,
                      u * u * a.y + 2.0f * u * t * c.y + t * t * b.y);
    }
    line_to_pixel(raster, b.x, b.y);
}

void raster_cubic(Raster *raster, float ax, float ay, float bx, float by, float x, float y)
{
    RasterPoint a;
    RasterPoint b;
    RasterPoint q;
    if (!to_pixel(raster, ax, ay, &a) || !to_pixel(raster, bx, by, &b) ||
        !to_pixel(raster, x, y, &q)) {
        return;
    }
    if (!raster->open) {
        begin_at(raster, a);
    }
    RasterPoint p = raster->pen;
    if (raster->sink != NULL) {
        say_curve(raster, RASTER_CUBIC, (const RasterPoint[]){ a, b, q }, q);
        return;
    }
    int n = curve_steps(distance(p, a) + distance(a, b) + distance(b, q));
    for (int i = 1; i < n; i++) {
        float t = (float)i / (float)n;
        float u = 1.0f - t;
        float k0 = u * u * u;
        float k1 = 3.0f * u * u * t;
        float k2 = 3.0f * u * t * t;
        float k3 = t * t * t;
        line_to_pixel(raster, k0 * p.x + k1 * a.x + k2 * b.x + k3 * q.x,
                      k0 * p.y + k1 * a.y + k2 * b.y + k3 * q.y);
    }
    line_to_pixel(raster, q.x, q.y);
}

void raster_say_ellipse(Raster *raster, float x, float y, float rx, float ry)
{
    RasterPoint middle;
    RasterPoint radii = { tame(rx * raster->scale), tame(ry * raster->scale) };
    raster_close(raster);
    if (to_pixel(raster, x, y, &middle) && radii.x > 0.0f && radii.y != 0.0f) {
        raster->sink->path(raster->sink, RASTER_ELLIPSE, (const RasterPoint[]){ middle, radii });
    }
}

// An edge running over several pixels of one row: d of signed height from x = low to x = high.
static void cover_slope(float *cells, float low, float high, int first, int after, float d)
{
    float share = 1.0f / (high - low);
    float f0 = low - (float)first;
    float left = 0.5f * share * (1.0f - f0) * (1.0f - f0);
    float f1 = high - (float)after + 1.0f;
    float right = 0.5f * share * f1 * f1;
    cells[first] += d * left;
    if (after == first + 2) {
        cells[first + 1] += d * (1.0f - left - right);
    } else {
        float second = share * (1.5f - f0);
        cells[first + 1] += d * (second - left);
        for (int i = first + 2; i < after - 1; i++) {
            cells[i] += d * share;
        }
        float last = second + (float)(after - first - 3) * share;
        cells[after - 1] += d * (1.0f - last - right);
    }
    cells[after] += d * right;
}

static inline float within(float x, float right)
{
    return x < 0.0f ? 0.0f : x > right ? right : x;
}

// The part of an edge that lies in one row: d of signed height from xa to xb.
static inline void cover_row(Raster *raster, int row, float xa, float xb, float d)
{
    float low = xa < xb ? xa : xb;
    float high = xa < xb ? xb : xa;
    int first = (int)low;
    int after = (int)high;
    after += (float)after < high;
    float *cells = raster->cover + (size_t)row * (size_t)raster->cover_stride;
    int last = after > first ? after : first + 1;
    if (first < raster->row_first[row]) {
        raster->row_first[row] = first;
    }
    if (last > raster->row_last[row]) {
        raster->row_last[row] = last;
    }
    if (after <= first + 1) {
        float middle = 0.5f * (low + high) - (float)first;
        cells[first] += d - d * middle;
        cells[first + 1] += d * middle;
    } else {
        cover_slope(cells, low, high, first, after, d);
    }
}

// Each row is worked out from the edge itself, not from the row above: bands agree to the bit.
static void cover_edge(Raster *raster, RasterEdge e, int top, int bottom)
{
    float sign = 1.0f;
    if (e.y0 > e.y1) {
        e = (RasterEdge){ e.x1, e.y1, e.x0, e.y0 };
        sign = -1.0f;
    }
    if (e.y1 <= (float)top || e.y0 >= (float)bottom) {
        return;
    }
    float slope = (e.x1 - e.x0) / (e.y1 - e.y0);
    float right = (float)raster->surface.width; // not the clip: coverage must not depend on it
    int y_first = e.y0 <= (float)top ? top : (int)e.y0;
    int y_last = e.y1 >= (float)bottom ? bottom - 1 : (int)e.y1;
    float ya = (float)y_first > e.y0 ? (float)y_first : e.y0;
    float xa = within(e.x0 + (ya - e.y0) * slope, right);
    for (int y = y_first; y <= y_last; y++) {
        float yb = (float)(y + 1) < e.y1 ? (float)(y + 1) : e.y1;
        float xb = within(e.x0 + (yb - e.y0) * slope, right);
        if (yb > ya) {
            cover_row(raster, y - top, xa, xb, (yb - ya) * sign);
        }
        xa = xb; // as the next row would work it out
        ya = yb;
    }
}

void raster_cover_band(Raster *raster, int top, int bottom)
{
    assert(bottom - top <= RASTER_BAND);
    for (int i = 0; i < raster->edge_count; i++) {
        cover_edge(raster, raster->edges[i], top, bottom);
    }
}
