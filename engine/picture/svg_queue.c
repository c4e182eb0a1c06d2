// Elements that wait to be written, because a later shape with the same paint may join them: a
// bridge has hundreds of small shapes in few colours. A shape is painted earlier than it was said
// only where nothing lies in between.
#include "picture/svg_parts.h"

#include "base/arena.h"

#include <math.h>
#include <string.h>

enum { MOST_PLACES = 400 }; // shapes of one element

static bool boxes_overlap(SvgBox a, SvgBox b, float slack)
{
    return a.x0 + slack < b.x1 && b.x0 + slack < a.x1 && a.y0 + slack < b.y1 && b.y0 + slack < a.y1;
}

// How far the corners reach along (nx, ny).
static void reach(const SvgPlace *place, float nx, float ny, float *low, float *high)
{
    *low = 1.0e9f;
    *high = -1.0e9f;
    for (int i = 0; i < place->corner_count; i++) {
        float t = place->corners[i].x * nx + place->corners[i].y * ny;
        *low = t < *low ? t : *low;
        *high = t > *high ? t : *high;
    }
}

// Whether a line along one of a's edges divides them.
static bool divided(const SvgPlace *a, const SvgPlace *b, float slack)
{
    for (int i = 0; i < a->corner_count; i++) {
        RasterPoint p = a->corners[i];
        RasterPoint q = a->corners[(i + 1) % a->corner_count];
        float length = sqrtf((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y));
        if (length < 0.5f) {
            continue;
        }
        float a_low, a_high, b_low, b_high;
        reach(a, (q.y - p.y) / length, (p.x - q.x) / length, &a_low, &a_high);
        reach(b, (q.y - p.y) / length, (p.x - q.x) / length, &b_low, &b_high);
        if (a_low + slack >= b_high || b_low + slack >= a_high) {
            return true;
        }
    }
    return false;
}

static bool overlaps(const SvgPlace *a, const SvgPlace *b, float slack)
{
    if (!boxes_overlap(a->box, b->box, slack)) {
        return false;
    }
    bool known = a->corner_count > 0 && b->corner_count > 0;
    return !known || !(divided(a, b, slack) || divided(b, a, slack));
}

static bool meets_element(const SvgElement *element, const SvgPlace *place, float slack)
{
    if (!boxes_overlap(element->box, place->box, slack)) {
        return false;
    }
    for (int i = 0; i < element->place_count; i++) {
        if (overlaps(&element->places[i], place, slack)) {
            return true;
        }
    }
    return false;
}

static SvgPlace place_of(const SvgPath *contour)
{
    const int most = (int)(sizeof((SvgPlace *)0)->corners / sizeof(RasterPoint));
    SvgPlace place = { .box = svg_path_box(contour) };
    int n = 0;
    for (int i = 0; i < contour->count; i++) {
        const SvgStep *step = &contour->steps[i];
        int points = step->verb == RASTER_CLOSE ? 0 : step->verb == RASTER_ELLIPSE ? most + 1 : 1;
        points = step->verb == RASTER_QUAD ? 2 : step->verb == RASTER_CUBIC ? 3 : points;
        for (int k = 0; k < points; k++, n++) {
            if (n >= most) {
                return place;
            }
            place.corners[n] = step->p[k];
        }
    }
    place.corner_count = n;
    return place;
}

static void write_element(SvgElement *element, Text *out)
{
    if (element->round) {
        text_addf(out, "<circle%s%s/>\n", text_str(&element->look), element->spelling.d.data);
    } else {
        text_addf(out, "<path%s d=\"%s\"/>\n", text_str(&element->look), element->spelling.d.data);
    }
    element->place_count = 0;
    text_clear(&element->look);
    text_clear(&element->spelling.d);
}

void svg_queue_flush(SvgQueue *queue, Text *out)
{
    for (int i = 0; i < queue->count; i++) {
        write_element(&queue->waiting[i], out);
    }
    queue->count = 0;
}

void svg_queue_deinit(SvgQueue *queue)
{
    for (int i = 0; i < SVG_WAITING; i++) {
        mem_free(queue->waiting[i].places);
        text_deinit(&queue->waiting[i].look);
        text_deinit(&queue->waiting[i].spelling.d);
    }
    *queue = (SvgQueue){ .count = 0 };
}

static void add_place(SvgElement *element, SvgPlace place)
{
    if (element->place_count == element->place_room) {
        element->place_room = element->place_room == 0 ? 16 : element->place_room * 2;
        size_t bytes = (size_t)element->place_room * sizeof *element->places;
        element->places = mem_grow(element->places, bytes);
    }
    element->places[element->place_count++] = place;
    element->box = svg_box_join(element->box, place.box);
}

// A new element after the first `after` of those that wait.
static SvgElement *new_element(SvgQueue *queue, int after, const char *look, Text *out)
{
    if (queue->count == SVG_WAITING) {
        SvgElement first = queue->waiting[0];
        write_element(&first, out);
        memmove(queue->waiting, queue->waiting + 1, (SVG_WAITING - 1) * sizeof first);
        queue->waiting[--queue->count] = first; // its memory serves again
        after -= after > 0 ? 1 : 0;
    }
    SvgElement fresh = queue->waiting[queue->count];
    memmove(queue->waiting + after + 1, queue->waiting + after,
            (size_t)(queue->count - after) * sizeof fresh);
    queue->waiting[after] = fresh;
    queue->count++;
    SvgElement *element = &queue->waiting[after];
    element->spelling.pen_x = element->spelling.pen_y = 0;
    element->box = svg_box_none();
    element->round = false;
    text_add(&element->look, look);
    return element;
}

typedef struct Shape {
    SvgPath path;
    const char *look;
    bool translucent, turns_left;
} Shape;

static bool shape_meets(const SvgElement *element, const Shape *shape, float slack)
{
    for (int first = 0; first < shape->path.count;) {
        SvgPath contour = svg_contour(&shape->path, first);
        SvgPlace place = place_of(&contour);
        if (meets_element(element, &place, slack)) {
            return true;
        }
        first += contour.count;
    }
    return false;
}

static bool elements_meet(const SvgElement *a, const SvgElement *b, float slack)
{
    if (!boxes_overlap(a->box, b->box, slack)) {
        return false;
    }
    for (int i = 0; i < a->place_count; i++) {
        if (meets_element(b, &a->places[i], slack)) {
            return true;
        }
    }
    return false;
}

static bool same_paint(const SvgElement *element, const Shape *shape)
{
    return !element->round && element->place_count < MOST_PLACES &&
           strcmp(text_str(&element->look), shape->look) == 0;
}

// Opaque shapes that turn the same way may overlap within an element: they count once.
static bool may_overlap(const SvgElement *element, const Shape *shape)
{
    return !shape->translucent && !element->mixed && element->turns_left == shape->turns_left;
}

// Lifts the element `from` above `to` if nothing in between lies on it.
static bool lift(SvgQueue *queue, int from, int to)
{
    for (int i = from + 1; i <= to; i++) {
        if (elements_meet(&queue->waiting[from], &queue->waiting[i], queue->slack)) {
            return false;
        }
    }
    SvgElement lifted = queue->waiting[from];
    memmove(queue->waiting + from, queue->waiting + from + 1, (size_t)(to - from) * sizeof lifted);
    queue->waiting[to] = lifted;
    return true;
}

// The element that the shape may join, or NULL. Of translucent ones only such as it does not touch:
// what is painted twice must stay painted twice. *after: how many must stay below the shape.
static SvgElement *host_of(SvgQueue *queue, const Shape *shape, int *after)
{
    int i = queue->count - 1;
    for (; i >= 0; i--) {
        SvgElement *element = &queue->waiting[i];
        bool same = same_paint(element, shape);
        if (same && may_overlap(element, shape)) {
            return element;
        }
        if (shape_meets(element, shape, queue->slack)) {
            break;
        }
        if (same) {
            return element;
        }
    }
    *after = i + 1;
    for (int k = i - 1; k >= 0; k--) {
        SvgElement *element = &queue->waiting[k];
        if (same_paint(element, shape) &&
            (may_overlap(element, shape) || !shape_meets(element, shape, queue->slack)) &&
            lift(queue, k, i)) {
            return &queue->waiting[i];
        }
    }
    return NULL;
}

static void add_shape(SvgQueue *queue, const Shape *shape, Text *out)
{
    int after = 0;
    SvgElement *element = host_of(queue, shape, &after);
    if (element == NULL) {
        // As low as may be: what has to lie on both can then be one element.
        element = new_element(queue, after, shape->look, out);
        element->turns_left = shape->turns_left;
        element->mixed = false;
    }
    element->mixed = element->mixed || element->turns_left != shape->turns_left;
    for (int first = 0; first < shape->path.count;) {
        SvgPath contour = svg_contour(&shape->path, first);
        svg_spell(&element->spelling, &contour);
        add_place(element, place_of(&contour));
        first += contour.count;
    }
}

// Leaves out what would not be seen. Returns the number of contours that stay.
static int sift(const SvgQueue *queue, SvgPath *path, bool *mixed, bool *turns_left)
{
    int kept = 0;
    int count = 0;
    bool left = false;
    bool right = false;
    float largest = 0.0f;
    for (int first = 0; first < path->count;) {
        SvgPath contour = svg_contour(path, first);
        float area = 0.5f * svg_double_area(&contour);
        first += contour.count;
        if (!svg_box_meets(svg_path_box(&contour), queue->view) || fabsf(area) < queue->least ||
            area == 0.0f) {
            continue;
        }
        left = left || area < 0.0f;
        right = right || area > 0.0f;
        if (fabsf(area) > largest) {
            largest = fabsf(area);
            *turns_left = area < 0.0f;
        }
        memmove(path->steps + kept, contour.steps, (size_t)contour.count * sizeof *path->steps);
        kept += contour.count;
        count++;
    }
    path->count = kept;
    *mixed = left && right;
    return count;
}

void svg_queue_path(SvgQueue *queue, const SvgPath *path, const char *look, bool translucent,
                    Text *out)
{
    Shape shape = { *path, look, translucent, false };
    bool holes;
    if (sift(queue, &shape.path, &holes, &shape.turns_left) == 0) {
        return;
    }
    if (holes || translucent) {
        add_shape(queue, &shape, out);
        return;
    }
    SvgPath all = shape.path;
    for (int first = 0; first < all.count;) {
        shape.path = svg_contour(&all, first);
        first += shape.path.count;
        add_shape(queue, &shape, out);
    }
}

void svg_queue_circle(SvgQueue *queue, int x, int y, int radius, const char *look, Text *out)
{
    SvgElement *element = new_element(queue, queue->count, look, out);
    element->round = true;
    text_addf(&element->spelling.d, " cx=\"%d\" cy=\"%d\" r=\"%d\"", x, y, radius);
    SvgBox box = { (float)(x - radius), (float)(y - radius), (float)(x + radius),
                   (float)(y + radius) };
    add_place(element, (SvgPlace){ .box = box });
}
