// From coverage to pixels: solid colours, gradients, shades, blends, glows and blits.
#include "picture/colour.h"
#include "picture/raster.h"
#include "picture/raster_cover.h"

#include <math.h>
#include <string.h>

typedef enum PaintKind { PAINT_SOLID, PAINT_LINEAR, PAINT_SHADE } PaintKind;

typedef struct Paint {
    PaintKind kind;
    uint32_t colour, colour_end;
    float alpha;
    float dx, dy, along; // gradient: t = x * dx + y * dy + along in pixels
    RasterShade shade;
    void *context;
} Paint;

static void touch(Raster *raster, int x0, int y0, int x1, int y1)
{
    RasterRect *d = &raster->dirty; // in place: this runs once per painted row
    if (d->x1 <= d->x0 || d->y1 <= d->y0) {
        *d = (RasterRect){ x0, y0, x1, y1 };
        return;
    }
    d->x0 = x0 < d->x0 ? x0 : d->x0;
    d->y0 = y0 < d->y0 ? y0 : d->y0;
    d->x1 = x1 > d->x1 ? x1 : d->x1;
    d->y1 = y1 > d->y1 ? y1 : d->y1;
}

uint32_t raster_blend_pixel(uint32_t d, uint32_t s, uint32_t amount, RasterBlend blend)
{
    if (blend == RASTER_NORMAL) {
        return colour_lerp256(d, s | 0xff000000u, amount);
    }
    uint32_t out = d & 0xff000000u;
    for (int k = 0; k < 24; k += 8) {
        uint32_t dc = (d >> k) & 255u;
        uint32_t sc = (s >> k) & 255u;
        uint32_t v;
        if (blend == RASTER_ADD) {
            v = dc + ((sc * amount) >> 8);
            v = v > 255u ? 255u : v;
        } else {
            uint32_t full =
                blend == RASTER_MULTIPLY ? dc * sc / 255u : 255u - (255u - dc) * (255u - sc) / 255u;
            v = (dc * (256u - amount) + full * amount) >> 8;
        }
        out |= v << k;
    }
    return out;
}

// The pixels of a run all take the same share of one colour.
static void run_solid(uint32_t *pixels, int count, uint32_t colour, uint32_t amount)
{
    if (amount >= 256u) {
        for (int i = 0; i < count; i++) {
            pixels[i] = colour;
        }
        return;
    }
    uint32_t rb = (colour & 0xff00ffu) * amount;
    uint32_t ag = ((colour >> 8) & 0xff00ffu) * amount;
    for (int i = 0; i < count; i++) {
        uint32_t d_rb = pixels[i] & 0xff00ffu;
        uint32_t d_ag = (pixels[i] >> 8) & 0xff00ffu;
        d_rb = (d_rb + ((rb - d_rb * amount) >> 8)) & 0xff00ffu;
        d_ag = (d_ag + ((ag - d_ag * amount) >> 8)) & 0xff00ffu;
        pixels[i] = d_rb | (d_ag << 8);
    }
}

// Where the coverage changes next after x: cells of zero leave it as it is.
static int run_end(const float *cells, int x, int last)
{
    for (x++; x + 2 <= last; x += 2) {
        uint64_t two;
        memcpy(&two, cells + x, sizeof two);
        if (two != 0u) {
            break;
        }
    }
    while (x < last && cells[x] == 0.0f) {
        x++;
    }
    return x;
}

// The commonest case by far: one colour, normal blend, square clip. Most pixels lie in runs of the
// same coverage.
static void row_solid(const float *cells, uint32_t *pixels, int first, int last, uint32_t colour,
                      float alpha, float sum)
{
    for (int x = first; x < last;) {
        sum += cells[x];
        float cover = sum < 0.0f ? -sum : sum;
        cover = cover > 1.0f ? 1.0f : cover;
        uint32_t amount = (uint32_t)(int32_t)(cover * alpha + 0.5f);
        if (x + 1 < last && cells[x + 1] != 0.0f) { // an outline: no further branch to guess
            pixels[x] = colour_lerp256(pixels[x], colour, amount);
            x++;
            continue;
        }
        int end = run_end(cells, x, last);
        if (amount > 0u) {
            run_solid(pixels + x, end - x, colour, amount);
        }
        x = end;
    }
}

// Coverage of a row as amounts 0..256.
static void row_amounts(Raster *raster, const float *cells, int y, int first, int last, float alpha,
                        float sum)
{
    for (int x = first; x < last; x++) {
        sum += cells[x];
        float cover = sum < 0.0f ? -sum : sum;
        cover = cover > 1.0f ? 1.0f : cover;
        raster->row_alpha[x] = (uint16_t)(cover * alpha + 0.5f);
    }
    if (raster_corner_row(raster, y)) {
        for (int x = first; x < last; x++) {
            float corner = raster_corner_cover(raster, x, y);
            raster->row_alpha[x] = (uint16_t)((float)raster->row_alpha[x] * corner + 0.5f);
        }
    }
}

static void row_colours(Raster *raster, const Paint *paint, int y, int first, int last)
{
    uint32_t *out = raster->row_colour;
    if (paint->kind == PAINT_SHADE) {
        float step = 1.0f / raster->scale;
        paint->shade(paint->context, ((float)first + 0.5f - raster->offset_x) * step,
                     ((float)y + 0.5f - raster->offset_y) * step, step, last - first, out + first);
        return;
    }
    for (int x = first; x < last; x++) {
        if (paint->kind == PAINT_SOLID) {
            out[x] = paint->colour;
            continue;
        }
        float t = ((float)x + 0.5f) * paint->dx + ((float)y + 0.5f) * paint->dy + paint->along;
        out[x] = colour_mix(paint->colour, paint->colour_end, t);
    }
}

static void row_blend(Raster *raster, int y, int first, int last)
{
    uint32_t *pixels = raster->surface.pixels + (size_t)y * (size_t)raster->surface.stride;
    for (int x = first; x < last; x++) {
        uint32_t source = raster->row_colour[x];
        uint32_t amount = raster->row_alpha[x];
        uint32_t alpha = source >> 24;
        if (alpha < 255u) {
            amount = (amount * (alpha + (alpha >> 7))) >> 8;
        }
        if (amount == 0u) {
            continue;
        }
        if (amount >= 256u && raster->blend == RASTER_NORMAL) {
            pixels[x] = source | 0xff000000u;
        } else {
            pixels[x] = raster_blend_pixel(pixels[x], source, amount, raster->blend);
        }
    }
}

static void paint_row(Raster *raster, const Paint *paint, int row, int y)
{
    int first = raster->row_first[row];
    int last = raster->row_last[row];
    float *cells = raster->cover + (size_t)row * (size_t)raster->cover_stride;
    // At `last` the sum is back at zero: every contour is closed.
    int visible = last < raster->clip.x1 ? last : raster->clip.x1;
    int from = first > raster->clip.x0 ? first : raster->clip.x0;
    if (from < visible) {
        float before =
            0.0f; // what lies left of the clip: summed as without it, so to the same bits
        for (int x = first; x < from; x++) {
            before += cells[x];
        }
        bool plain = raster->blend == RASTER_NORMAL && !raster_corner_row(raster, y);
        uint32_t colour = paint->colour;
        if (paint->kind == PAINT_LINEAR && paint->dx < 1.0e-6f && paint->dx > -1.0e-6f) {
            colour = colour_mix(paint->colour, paint->colour_end,
                                ((float)y + 0.5f) * paint->dy + paint->along);
        } else if (paint->kind != PAINT_SOLID) {
            plain = false;
        }
        if (plain) {
            uint32_t *pixels = raster->surface.pixels + (size_t)y * (size_t)raster->surface.stride;
            float alpha = paint->alpha * (float)(colour >> 24) * (256.0f / 255.0f);
            row_solid(cells, pixels, from, visible, colour | 0xff000000u, alpha, before);
        } else {
            row_amounts(raster, cells, y, from, visible, paint->alpha * 256.0f, before);
            row_colours(raster, paint, y, from, visible);
            row_blend(raster, y, from, visible);
        }
        touch(raster, from, y, visible, y + 1);
    }
    memset(cells + first, 0, (size_t)(last + 1 - first) * sizeof *cells);
    raster->row_first[row] = INT32_MAX;
    raster->row_last[row] = -1;
}

// 0..1; 0 for what is no number.
static float share_in_range(float alpha)
{
    return alpha > 0.0f ? (alpha < 1.0f ? alpha : 1.0f) : 0.0f;
}

static void say(Raster *raster, RasterPaint paint)
{
    raster_close(raster);
    raster->sink->fill(raster->sink, raster, &paint);
}

static void fill(Raster *raster, const Paint *paint)
{
    raster_close(raster);
    if (raster->edge_count == 0) {
        return;
    }
    RasterRect clip = raster->clip;
    int top = raster->edge_top <= (float)clip.y0 ? clip.y0 : (int)raster->edge_top;
    int bottom = raster->edge_bottom >= (float)clip.y1 ? clip.y1 : (int)raster->edge_bottom + 1;
    bottom = bottom > clip.y1 ? clip.y1 : bottom;
    for (int y = top; y < bottom && clip.x0 < clip.x1; y += RASTER_BAND) {
        int end = y + RASTER_BAND < bottom ? y + RASTER_BAND : bottom;
        raster_cover_band(raster, y, end);
        for (int row = 0; row < end - y; row++) {
            if (raster->row_last[row] >= 0) {
                paint_row(raster, paint, row, y + row);
            }
        }
    }
    raster->edge_count = 0;
}

void raster_fill(Raster *raster, uint32_t rgb, float alpha)
{
    alpha = share_in_range(alpha);
    if (raster->sink != NULL) {
        say(raster, (RasterPaint){ .kind = RASTER_PAINT_SOLID, .colour = rgb, .alpha = alpha });
        return;
    }
    Paint paint = { .kind = PAINT_SOLID, .colour = rgb | 0xff000000u, .alpha = alpha };
    fill(raster, &paint);
}

void raster_fill_linear(Raster *raster, uint32_t argb0, uint32_t argb1, float x0, float y0,
                        float x1, float y1)
{
    Paint paint = { .kind = PAINT_LINEAR, .colour = argb0, .colour_end = argb1, .alpha = 1.0f };
    float ax = x0 * raster->scale + raster->offset_x;
    float ay = y0 * raster->scale + raster->offset_y;
    float bx = x1 * raster->scale + raster->offset_x;
    float by = y1 * raster->scale + raster->offset_y;
    if (raster->sink != NULL) {
        say(raster,
            (RasterPaint){
                RASTER_PAINT_LINEAR, argb0, argb1, 1.0f, { ax, ay }, { bx, by }, NULL, NULL });
        return;
    }
    float length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    if (length > 0.0f && length < 1.0e12f) {
        paint.dx = (bx - ax) / length;
        paint.dy = (by - ay) / length;
        paint.along = -(ax * paint.dx + ay * paint.dy);
    }
    fill(raster, &paint);
}

void raster_fill_shade(Raster *raster, RasterShade shade, void *context, float alpha)
{
    alpha = share_in_range(alpha);
    if (raster->sink != NULL) {
        say(raster,
            (RasterPaint){
                .kind = RASTER_PAINT_SHADE, .alpha = alpha, .shade = shade, .context = context });
        return;
    }
    Paint paint = { .kind = PAINT_SHADE, .alpha = alpha, .shade = shade, .context = context };
    fill(raster, &paint);
}

static int clamp_int(float v, int low, int high)
{
    return !(v > (float)low) ? low : v >= (float)high ? high : (int)v;
}

void raster_glow(Raster *raster, float x, float y, float radius, uint32_t rgb, float alpha)
{
    float cx = x * raster->scale + raster->offset_x;
    float cy = y * raster->scale + raster->offset_y;
    float r = radius * raster->scale;
    RasterRect clip = raster->clip;
    alpha = share_in_range(alpha);
    if (!(r > 0.0f) || alpha <= 0.0f) {
        return;
    }
    if (raster->sink != NULL && cx * 0.0f + cy * 0.0f + r * 0.0f == 0.0f) {
        RasterPaint paint = {
            RASTER_PAINT_GLOW, rgb, rgb, alpha, { cx, cy }, { r, r }, NULL, NULL
        };
        raster->sink->fill(raster->sink, raster, &paint);
    }
    if (raster->sink != NULL) {
        return;
    }
    int top = clamp_int(cy - r, clip.y0, clip.y1);
    int bottom = clamp_int(cy + r + 1.0f, clip.y0, clip.y1);
    float inverse = 1.0f / (r * r);
    for (int row = top; row < bottom; row++) {
        float dy = (float)row + 0.5f - cy;
        float rest = r * r - dy * dy;
        if (rest <= 0.0f) {
            continue;
        }
        float half = sqrtf(rest);
        int first = clamp_int(cx - half, clip.x0, clip.x1);
        int last = clamp_int(cx + half + 1.0f, clip.x0, clip.x1);
        uint32_t *pixels = raster->surface.pixels + (size_t)row * (size_t)raster->surface.stride;
        for (int col = first; col < last; col++) {
            float dx = (float)col + 0.5f - cx;
            float q = 1.0f - (dx * dx + dy * dy) * inverse;
            uint32_t amount = q > 0.0f ? (uint32_t)(q * q * alpha * 256.0f) : 0u;
            if (amount == 0u) {
                continue;
            }
            pixels[col] = raster->blend == RASTER_NORMAL
                              ? colour_lerp256(pixels[col], rgb | 0xff000000u, amount)
                              : raster_blend_pixel(pixels[col], rgb, amount, raster->blend);
        }
        if (first < last) {
            touch(raster, first, row, last, row + 1);
        }
    }
}

// Where a source of this size lands, cut to the clip; *at is its upper left corner in pixels.
static RasterRect landing(const Raster *raster, float x, float y, int width, int height, int *at_x,
                          int *at_y)
{
    const int far = 1 << 24;
    *at_x = clamp_int(floorf(x * raster->scale + raster->offset_x + 0.5f), -far, far);
    *at_y = clamp_int(floorf(y * raster->scale + raster->offset_y + 0.5f), -far, far);
    RasterRect lands = { *at_x, *at_y, *at_x + width, *at_y + height };
    return raster->sink != NULL ? (RasterRect){ 0 } : raster_rect_cut(lands, raster->clip);
}

static uint32_t share_of(const Raster *raster, bool corner, int x, int y, uint32_t amount)
{
    return corner ? (uint32_t)((float)amount * raster_corner_cover(raster, x, y) + 0.5f) : amount;
}

void raster_blit(Raster *raster, const RasterSurface *source, float x, float y, float alpha)
{
    int at_x;
    int at_y;
    RasterRect to = landing(raster, x, y, source->width, source->height, &at_x, &at_y);
    uint32_t full = (uint32_t)(colour_clamp(alpha, 0.0f, 1.0f) * 256.0f + 0.5f);
    for (int row = to.y0; row < to.y1; row++) {
        const uint32_t *from = source->pixels + (size_t)(row - at_y) * (size_t)source->stride;
        uint32_t *pixels = raster->surface.pixels + (size_t)row * (size_t)raster->surface.stride;
        bool corner = raster_corner_row(raster, row);
        for (int col = to.x0; col < to.x1; col++) {
            uint32_t s = from[col - at_x];
            uint32_t a = s >> 24;
            uint32_t amount = share_of(raster, corner, col, row, (full * (a + (a >> 7))) >> 8);
            if (amount >= 256u && raster->blend == RASTER_NORMAL) {
                pixels[col] = s;
            } else if (amount > 0u) {
                pixels[col] = raster_blend_pixel(pixels[col], s, amount, raster->blend);
            }
        }
    }
    raster->dirty = raster_rect_union(raster->dirty, to);
}

void raster_blit_mask(Raster *raster, const RasterMask *mask, float x, float y, uint32_t rgb,
                      float alpha)
{
    int at_x;
    int at_y;
    RasterRect to = landing(raster, x, y, mask->width, mask->height, &at_x, &at_y);
    uint32_t full = (uint32_t)(colour_clamp(alpha, 0.0f, 1.0f) * 256.0f + 0.5f);
    uint32_t colour = rgb | 0xff000000u;
    for (int row = to.y0; row < to.y1; row++) {
        const uint8_t *from = mask->alpha + (size_t)(row - at_y) * (size_t)mask->stride;
        uint32_t *pixels = raster->surface.pixels + (size_t)row * (size_t)raster->surface.stride;
        bool corner = raster_corner_row(raster, row);
        for (int col = to.x0; col < to.x1; col++) {
            uint32_t a = from[col - at_x];
            uint32_t amount = share_of(raster, corner, col, row, (full * (a + (a >> 7))) >> 8);
            if (amount > 0u) {
                pixels[col] = raster_blend_pixel(pixels[col], colour, amount, raster->blend);
            }
        }
    }
    raster->dirty = raster_rect_union(raster->dirty, to);
}

void raster_restore(Raster *raster, const RasterSurface *source, RasterRect rect)
{
    RasterRect cut = raster_rect_cut(rect, raster_full(raster));
    cut = raster_rect_cut(cut, (RasterRect){ 0, 0, source->width, source->height });
    if (raster_rect_empty(cut) || raster->sink != NULL) {
        return;
    }
    size_t bytes = (size_t)(cut.x1 - cut.x0) * sizeof(uint32_t);
    for (int y = cut.y0; y < cut.y1; y++) {
        memcpy(raster->surface.pixels + (size_t)y * (size_t)raster->surface.stride + cut.x0,
               source->pixels + (size_t)y * (size_t)source->stride + cut.x0, bytes);
    }
}
