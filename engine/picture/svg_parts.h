// Inside of the SVG writer: one path as it is said, and its shortest spelling. Used by svg*.c only.
#pragma once

#include "base/text.h"
#include "picture/raster.h"

#include <stdbool.h>

typedef struct SvgStep {
    RasterVerb verb;
    RasterPoint p[3];
} SvgStep;

typedef struct SvgPath {
    SvgStep *steps;
    int count, room;
} SvgPath;

typedef struct SvgBox {
    float x0, y0, x1, y1; // empty when x1 < x0
} SvgBox;

// The way a path is spelled, command after command.
typedef struct SvgSpelling {
    Text d;
    int pen_x, pen_y; // where the next relative command begins
} SvgSpelling;

// Where a shape lies: its box, and its corners when there are few.
typedef struct SvgPlace {
    SvgBox box;
    int corner_count; // 0: only the box is known
    RasterPoint corners[8];
} SvgPlace;

// What is painted with one paint. It may still grow: by shapes with the same paint, as long as
// nothing that lies on it would then come to lie under them.
typedef struct SvgElement {
    Text look; // its attributes
    SvgSpelling spelling;
    SvgPlace *places; // of each shape
    int place_count, place_room;
    SvgBox box;      // of all
    bool round;      // a circle: does not grow
    bool turns_left; // the way its outer contours turn
    bool mixed;      // they turn both ways
} SvgElement;

enum { SVG_WAITING = 240 };

typedef struct SvgQueue {
    SvgElement waiting[SVG_WAITING]; // in the order of painting
    int count;
    SvgBox view; // what lies outside is left out
    float least; // contours smaller than this (square units) are left out
    float slack; // boxes that overlap by less do not count as overlapping
} SvgQueue;

SvgBox svg_box_none(void);
bool svg_box_meets(SvgBox a, SvgBox b);
SvgBox svg_box_join(SvgBox a, SvgBox b);
SvgBox svg_path_box(const SvgPath *path);

// Twice the area within all points of the contour (controls too); positive when it turns right.
float svg_double_area(const SvgPath *contour);

// The contour that begins with step `first`: a part of `path`, not to be freed.
SvgPath svg_contour(const SvgPath *path, int first);
void svg_spell(SvgSpelling *spelling, const SvgPath *contour);

// Paints the path, or a circle, after all that went before. Writes what has to make room.
void svg_queue_path(SvgQueue *queue, const SvgPath *path, const char *look, bool translucent,
                    Text *out);
void svg_queue_circle(SvgQueue *queue, int x, int y, int radius, const char *look, Text *out);

// Writes all that waits.
void svg_queue_flush(SvgQueue *queue, Text *out);
void svg_queue_deinit(SvgQueue *queue);
