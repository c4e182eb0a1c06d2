// Fills paths with exact area coverage into a 32-bit surface: the one way in which anything is
// drawn. Or says the same paths and paints to a sink, which may write a vector file (svg.h). Paths
// are in design units (1280x720), mapped by one scale and offset; points that are not finite are
// left out. Knows no bridge, no font, no screen. Rows are independent of each other: painting a
// surface in bands of rows (by the clip) gives the same pixels as painting it at once.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Pixels 0xAARRGGBB, top row first. A screen has alpha 255 everywhere. The pixels are the caller's.
typedef struct RasterSurface {
    int width, height;
    uint32_t *pixels;
    int stride; // pixels from one row to the next
} RasterSurface;

// One byte of coverage per pixel, for glyphs; coloured when blitted.
typedef struct RasterMask {
    int width, height;
    const uint8_t *alpha;
    int stride; // bytes
} RasterMask;

// Pixels x0 <= x < x1, y0 <= y < y1; empty when x1 <= x0 or y1 <= y0.
typedef struct RasterRect {
    int x0, y0, x1, y1;
} RasterRect;

typedef struct RasterPoint {
    float x, y;
} RasterPoint;

typedef enum RasterBlend { RASTER_NORMAL, RASTER_ADD, RASTER_MULTIPLY, RASTER_SCREEN } RasterBlend;

// Colours `count` pixels of one row: out[i] = 0xAARRGGBB (not premultiplied) at design point
// (x + i * step, y). Must depend on the point only, so that bands agree.
typedef void (*RasterShade)(void *context, float x, float y, float step, int count, uint32_t *out);

typedef enum RasterVerb {
    RASTER_MOVE,    // points[0]
    RASTER_LINE,    // points[0]
    RASTER_QUAD,    // control, end
    RASTER_CUBIC,   // two controls, end
    RASTER_ELLIPSE, // a contour of its own: middle, radii (second negative: turns the other way)
    RASTER_CLOSE,
} RasterVerb;

typedef enum RasterPaintKind {
    RASTER_PAINT_SOLID,
    RASTER_PAINT_LINEAR, // 0xAARRGGBB at `from` to colour_end at `to`
    RASTER_PAINT_GLOW,   // no path: round `from`, to.x is the radius
    RASTER_PAINT_SHADE,
} RasterPaintKind;

// How a path is filled, for a sink.
typedef struct RasterPaint {
    RasterPaintKind kind;
    uint32_t colour, colour_end;
    float alpha;          // 0..1
    RasterPoint from, to; // pixels
    RasterShade shade;
    void *context;
} RasterPaint;

struct Raster;

// Takes what is drawn instead of a surface. Points are pixels (design units * scale + offset), all
// finite; blend and clip are to be read from the raster.
typedef struct RasterSink RasterSink;
struct RasterSink {
    void (*path)(RasterSink *sink, RasterVerb verb, const RasterPoint *points);
    void (*fill)(RasterSink *sink, const struct Raster *raster, const RasterPaint *paint);
};

typedef struct RasterEdge {
    float x0, y0, x1, y1; // pixels, in the direction of the path
} RasterEdge;

typedef struct Raster {
    RasterSurface surface;
    RasterRect clip;      // set through raster_clip
    float clip_round;     // radius of the corners of round_box in pixels; 0 for square ones
    RasterRect round_box; // the box of raster_clip_box, not cut by an earlier clip
    float scale, offset_x, offset_y; // pixel = design * scale + offset; may be set at any time
    RasterBlend blend;               // for what is filled next; may be set at any time
    RasterRect dirty;                // pixels touched since raster_dirty_take
    RasterSink *sink;                // NULL: draws on the surface
    bool vital; // what is drawn next carries meaning: a sink that leaves out small things keeps it

    RasterEdge *edges; // the rest is private
    int edge_count, edge_room;
    float edge_top, edge_bottom;
    RasterPoint start, pen; // pixels
    bool open;
    float *cover;              // one band of rows
    int *row_first, *row_last; // touched columns of each row of the band
    uint32_t *row_colour;      // one row
    uint16_t *row_alpha;       // one row, 0..256
    int cover_stride;
} Raster;

// Prepares drawing on `surface`: scale 1, offset 0, no clip. Takes about 0.4 MB at 1280 wide.
// A surface of no size is allowed: nothing is drawn.
void raster_init(Raster *raster, RasterSurface surface);

// Prepares drawing to a sink (the caller's) that is width x height pixels large. Nothing is counted
// as touched; blits and restores, being pixels, are left out.
void raster_init_sink(Raster *raster, RasterSink *sink, int width, int height);
void raster_deinit(Raster *raster);

// Draws on another surface from now on (any size); clip and dirty rectangle start afresh.
void raster_target(Raster *raster, RasterSurface surface);

// Pixels outside of `clip` stay as they are. It is cut to the surface; corners are square again.
void raster_clip(Raster *raster, RasterRect clip);
RasterRect raster_full(const Raster *raster);

// Cuts the clip further to a rectangle in design units whose corners are round. Returns the clip as
// it was; give it to raster_clip afterwards.
RasterRect raster_clip_box(Raster *raster, float x, float y, float w, float h, float radius);

RasterRect raster_dirty_take(Raster *raster);             // and starts afresh
RasterRect raster_rect_union(RasterRect a, RasterRect b); // an empty one counts for nothing
RasterRect raster_rect_cut(RasterRect a, RasterRect b);
bool raster_rect_empty(RasterRect rect);

// The pixels that a box in design units touches.
RasterRect raster_rect_of(const Raster *raster, float x, float y, float w, float h);

// The path. Move begins a new contour and closes the last; fills close it too. Overlapping contours
// of the same turn count once, of opposite turn make a hole.
void raster_move(Raster *raster, float x, float y);
void raster_line(Raster *raster, float x, float y);
void raster_quad(Raster *raster, float cx, float cy, float x, float y);
void raster_cubic(Raster *raster, float ax, float ay, float bx, float by, float x, float y);
void raster_close(Raster *raster);

// Fill the path and forget it. rgb: top byte ignored. alpha is taken into 0..1.
void raster_fill(Raster *raster, uint32_t rgb, float alpha);
void raster_fill_linear(Raster *raster, uint32_t argb0, uint32_t argb1, float x0, float y0,
                        float x1, float y1);
void raster_fill_shade(Raster *raster, RasterShade shade, void *context, float alpha);

// Contours to be filled (all with the same turn).
void raster_rect(Raster *raster, float x, float y, float w, float h);
void raster_round_rect(Raster *raster, float x, float y, float w, float h, float radius);
void raster_ellipse(Raster *raster, float x, float y, float rx, float ry);
void raster_polygon(Raster *raster, const RasterPoint *points, int count);
void raster_segment(Raster *raster, float x0, float y0, float x1, float y1, float w0, float w1);

// A band along a polyline, w0 wide at its start and w1 at its end, shifted along the normal by
// `off`.
void raster_ribbon(Raster *raster, const RasterPoint *points, int count, float w0, float w1,
                   float off);

// A line with round joints and ends.
void raster_stroke(Raster *raster, const RasterPoint *points, int count, float width);

// Frames: the band of `width` inside of the outline.
void raster_ring(Raster *raster, float x, float y, float radius, float width);
void raster_round_frame(Raster *raster, float x, float y, float w, float h, float radius,
                        float width);

// A dashed line, dashes `on` long every `pitch`.
void raster_dashes(Raster *raster, float x0, float y0, float x1, float y1, float width, float on,
                   float pitch);

// Soft round light or dust, painted at once with the current blend: strongest in the middle, 0 at
// radius.
void raster_glow(Raster *raster, float x, float y, float radius, uint32_t rgb, float alpha);

// Pixels of `source` one to one, upper left corner at the design point (rounded to a whole pixel).
// Blit blends by the source's alpha (not premultiplied) times `alpha`; mask paints rgb.
void raster_blit(Raster *raster, const RasterSurface *source, float x, float y, float alpha);
void raster_blit_mask(Raster *raster, const RasterMask *mask, float x, float y, uint32_t rgb,
                      float alpha);

// Copies a rectangle (pixels, cut to both surfaces) of an equally large surface as it is: the way
// back to the background. Does not count as touched.
void raster_restore(Raster *raster, const RasterSurface *source, RasterRect rect);
