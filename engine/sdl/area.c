// Every rectangle costs a walk over all commands and all shapes of the scene, whatever its size;
// every pixel costs what lies over it. Two rectangles become one where the pixels in between are
// cheaper than the walk.
#include "sdl/area.h"

enum { MOST_SPLITS = 4 };

static const int64_t walk = 20000; // pixels that cost as much as one more rectangle

int64_t area_pixels(RasterRect rect)
{
    return raster_rect_empty(rect) ? 0 : (int64_t)(rect.x1 - rect.x0) * (rect.y1 - rect.y0);
}

// Pixels in neither that would be painted if the two were one.
static int64_t waste(RasterRect a, RasterRect b)
{
    return area_pixels(raster_rect_union(a, b)) - area_pixels(a) - area_pixels(b) +
           area_pixels(raster_rect_cut(a, b));
}

// What is left of `rect` outside of `hole`: above, below, left and right of it. Returns how many.
static int outside(RasterRect rect, RasterRect hole, RasterRect pieces[4])
{
    RasterRect in = raster_rect_cut(rect, hole);
    const RasterRect all[4] = { { rect.x0, rect.y0, rect.x1, in.y0 },
                                { rect.x0, in.y1, rect.x1, rect.y1 },
                                { rect.x0, in.y0, in.x0, in.y1 },
                                { in.x1, in.y0, rect.x1, in.y1 } };
    int count = 0;
    for (int i = 0; i < 4; i++) {
        if (!raster_rect_empty(all[i])) {
            pieces[count++] = all[i];
        }
    }
    return count;
}

static void drop(Area *area, int i)
{
    area->rects[i] = area->rects[--area->count];
}

// The one that is cheapest to join with `rect`.
static int nearest(const Area *area, RasterRect rect)
{
    int best = 0;
    for (int i = 1; i < area->count; i++) {
        if (waste(area->rects[i], rect) < waste(area->rects[best], rect)) {
            best = i;
        }
    }
    return best;
}

// Adds it as it is, one with all that it overlaps.
static void absorb(Area *area, RasterRect rect)
{
    for (int i = 0; i < area->count; i++) {
        if (!raster_rect_empty(raster_rect_cut(area->rects[i], rect))) {
            rect = raster_rect_union(area->rects[i], rect);
            drop(area, i);
            i = -1; // it has grown: look at all of them again
        }
    }
    area->rects[area->count++] = rect;
}

// `splits`: how often it may still be cut into pieces; so it comes to an end.
static void add(Area *area, RasterRect rect, int splits)
{
    int i = area->count > 0 ? nearest(area, rect) : 0;
    if (area->count == AREA_RECTS || (area->count > 0 && waste(area->rects[i], rect) < walk)) {
        RasterRect both = raster_rect_union(area->rects[i], rect);
        drop(area, i);
        add(area, both, splits - 1);
        return;
    }
    for (i = 0; splits > 0 && i < area->count; i++) {
        if (!raster_rect_empty(raster_rect_cut(area->rects[i], rect))) {
            RasterRect pieces[4];
            int count = outside(rect, area->rects[i], pieces);
            for (int k = 0; k < count; k++) {
                add(area, pieces[k], splits - 1);
            }
            return;
        }
    }
    absorb(area, rect);
}

void area_add(Area *area, RasterRect rect)
{
    if (!raster_rect_empty(rect)) {
        add(area, rect, MOST_SPLITS);
    }
}

void area_add_all(Area *area, const Area *more)
{
    for (int i = 0; i < more->count; i++) {
        area_add(area, more->rects[i]);
    }
}

void area_take(Area *area, RasterRect rect)
{
    for (int i = area->count - 1; i >= 0; i--) {
        RasterRect whole = area->rects[i];
        RasterRect pieces[4];
        if (raster_rect_empty(raster_rect_cut(whole, rect))) {
            continue;
        }
        int count = outside(whole, rect, pieces);
        if (area->count - 1 + count > AREA_RECTS) {
            continue;
        }
        drop(area, i);
        for (int k = 0; k < count; k++) {
            area->rects[area->count++] = pieces[k];
        }
    }
}

void area_to_one(Area *area)
{
    for (; area->count > 1; area->count--) {
        area->rects[0] = raster_rect_union(area->rects[0], area->rects[area->count - 1]);
    }
}
