// How a path is spelled in few bytes: whole numbers, relative commands, points on a straight line
// and contours too small to be seen left out.
#include "picture/svg_parts.h"

#include "base/arena.h"

#include <math.h>

enum { MOST_HELD = 24 }; // points that one straight line may replace

typedef struct Speller {
    SvgSpelling *to;
    char last;                   // command letter that need not be said again
    RasterPoint held[MOST_HELD]; // points since `from` that a line to the next may replace
    int held_count;
    RasterPoint from;
} Speller;

SvgBox svg_box_none(void)
{
    return (SvgBox){ 1.0e9f, 1.0e9f, -1.0e9f, -1.0e9f };
}

bool svg_box_meets(SvgBox a, SvgBox b)
{
    return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

SvgBox svg_box_join(SvgBox a, SvgBox b)
{
    return (SvgBox){ a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0,
                     a.x1 > b.x1 ? a.x1 : b.x1, a.y1 > b.y1 ? a.y1 : b.y1 };
}

static int points_of(RasterVerb verb)
{
    return verb == RASTER_CUBIC ? 3 : verb == RASTER_QUAD ? 2 : verb == RASTER_CLOSE ? 0 : 1;
}

static SvgBox step_box(const SvgStep *step)
{
    SvgBox box = svg_box_none();
    if (step->verb == RASTER_ELLIPSE) {
        float ry = fabsf(step->p[1].y);
        return (SvgBox){ step->p[0].x - step->p[1].x, step->p[0].y - ry,
                         step->p[0].x + step->p[1].x, step->p[0].y + ry };
    }
    for (int i = 0; i < points_of(step->verb); i++) {
        RasterPoint p = step->p[i];
        box = svg_box_join(box, (SvgBox){ p.x, p.y, p.x, p.y });
    }
    return box;
}

SvgBox svg_path_box(const SvgPath *path)
{
    SvgBox box = svg_box_none();
    for (int i = 0; i < path->count; i++) {
        box = svg_box_join(box, step_box(&path->steps[i]));
    }
    return box;
}

float svg_double_area(const SvgPath *contour)
{
    RasterPoint start = contour->steps[0].p[0];
    RasterPoint last = start;
    float area = 0.0f;
    if (contour->steps[0].verb == RASTER_ELLIPSE) {
        return 6.2831853f * contour->steps[0].p[1].x * contour->steps[0].p[1].y;
    }
    for (int i = 0; i < contour->count; i++) {
        for (int k = 0; k < points_of(contour->steps[i].verb); k++) {
            RasterPoint p = contour->steps[i].p[k];
            area += (last.x - start.x) * (p.y - start.y) - (p.x - start.x) * (last.y - start.y);
            last = p;
        }
    }
    return area;
}

SvgPath svg_contour(const SvgPath *path, int first)
{
    int end = first + 1;
    while (end < path->count && path->steps[end].verb != RASTER_MOVE &&
           path->steps[end].verb != RASTER_ELLIPSE) {
        end++;
    }
    return (SvgPath){ path->steps + first, end - first, 0 };
}

static int whole(float v)
{
    return (int)floorf(v + 0.5f); // the raster keeps points within +- 1e6
}

static void number(Text *d, int value)
{
    char last = d->length > 0 ? d->data[d->length - 1] : 'z';
    if (value >= 0 && last >= '0' && last <= '9') {
        text_add_char(d, ' ');
    }
    text_addf(d, "%d", value);
}

static void command(Speller *s, char letter)
{
    bool again = s->last == letter || (letter == 'l' && s->last == 'm');
    if (!again) {
        text_add_char(&s->to->d, letter);
    }
    s->last = letter == 'l' && s->last == 'm' ? 'm' : letter;
}

static void pair(Speller *s, RasterPoint p)
{
    number(&s->to->d, whole(p.x) - s->to->pen_x);
    number(&s->to->d, whole(p.y) - s->to->pen_y);
}

static void go(Speller *s, RasterPoint p)
{
    s->to->pen_x = whole(p.x);
    s->to->pen_y = whole(p.y);
}

static void say_line(Speller *s, RasterPoint p)
{
    int dx = whole(p.x) - s->to->pen_x;
    int dy = whole(p.y) - s->to->pen_y;
    if (dx == 0 && dy == 0) {
        return;
    }
    if (dy == 0 || dx == 0) {
        command(s, dy == 0 ? 'h' : 'v');
        number(&s->to->d, dy == 0 ? dx : dy);
    } else {
        command(s, 'l');
        pair(s, p);
    }
    go(s, p);
}

// Whether all held points lie within half a unit of the line to p.
static bool straight(const Speller *s, RasterPoint p)
{
    float dx = p.x - s->from.x;
    float dy = p.y - s->from.y;
    float length = sqrtf(dx * dx + dy * dy);
    if (length < 1.0e-3f) {
        return false;
    }
    for (int i = 0; i < s->held_count; i++) {
        float hx = s->held[i].x - s->from.x;
        float hy = s->held[i].y - s->from.y;
        float aside = (hx * dy - hy * dx) / length;
        float along = (hx * dx + hy * dy) / length;
        if (aside > 0.5f || aside < -0.5f || along < -0.5f || along > length + 0.5f) {
            return false;
        }
    }
    return true;
}

static void flush_lines(Speller *s)
{
    if (s->held_count > 0) {
        say_line(s, s->held[s->held_count - 1]);
        s->from = s->held[s->held_count - 1];
        s->held_count = 0;
    }
}

static void hold_line(Speller *s, RasterPoint p)
{
    if (s->held_count == MOST_HELD || !straight(s, p)) {
        flush_lines(s);
    }
    s->held[s->held_count++] = p;
}

// A circle so small that four curves will do, in fewer bytes than two arcs.
static void say_dot(Speller *s, float rx, float ry, int turn)
{
    int x = whole(rx) < 1 ? 1 : whole(rx);
    int y = (whole(ry) < 1 ? 1 : whole(ry)) * (turn ? -1 : 1);
    const int numbers[] = { 0, y, x, y, x, -y, -x, -y };
    Text *d = &s->to->d;
    text_add_char(d, 'q');
    for (int i = 0; i < 8; i++) {
        if (i == 4) {
            text_add_char(d, 't');
        }
        number(d, numbers[i]);
    }
    text_add_char(d, 'z');
    s->last = 'z';
}

static void say_ellipse(Speller *s, RasterPoint middle, RasterPoint radii)
{
    Text *d = &s->to->d;
    float ry = fabsf(radii.y);
    int turn = radii.y > 0.0f ? 1 : 0;
    command(s, 'm');
    pair(s, (RasterPoint){ middle.x - radii.x, middle.y });
    go(s, (RasterPoint){ middle.x - radii.x, middle.y });
    if (ry < 3.5f && radii.x < 3.5f) {
        say_dot(s, radii.x, ry, turn);
        return;
    }
    int wide = whole(middle.x + radii.x) - s->to->pen_x;
    wide = wide < 1 ? 1 : wide;
    int tall = whole(2.0f * ry);
    tall = tall < 1 ? 1 : tall;
    for (int half = 0; half < 2; half++) {
        int to = half ? -wide : wide;
        text_addf(d, "a%d%s %d%s 0 1 %d%s%d 0", wide / 2, wide % 2 ? ".5" : "", tall / 2,
                  tall % 2 ? ".5" : "", turn, to < 0 ? "" : " ", to);
    }
    text_add_char(d, 'z');
    s->last = 'z';
}

static void say_step(Speller *s, const SvgStep *step)
{
    if (step->verb == RASTER_LINE) {
        hold_line(s, step->p[0]);
        return;
    }
    flush_lines(s);
    if (step->verb == RASTER_ELLIPSE) {
        say_ellipse(s, step->p[0], step->p[1]);
    } else if (step->verb == RASTER_MOVE) {
        command(s, 'm');
        pair(s, step->p[0]);
        go(s, step->p[0]);
        s->from = step->p[0];
    } else if (step->verb != RASTER_CLOSE) {
        int n = points_of(step->verb);
        command(s, n == 3 ? 'c' : 'q');
        for (int i = 0; i < n; i++) {
            pair(s, step->p[i]);
        }
        go(s, step->p[n - 1]);
        s->from = step->p[n - 1];
    }
}

void svg_spell(SvgSpelling *spelling, const SvgPath *contour)
{
    Speller s = { .to = spelling, .last = 'z' };
    for (int i = 0; i < contour->count; i++) {
        say_step(&s, &contour->steps[i]);
    }
    flush_lines(&s);
    if (s.last != 'z') {
        text_add_char(&spelling->d, 'z');
        go(&s, contour->steps[0].p[0]); // after z the pen is where the contour began
    }
}
