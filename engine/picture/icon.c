// Small signs, drawn in a box from -10 to 10, in one colour.
#include "picture/ornament.h"

#include "picture/sketch.h"
#include "picture/wave.h"

#include <assert.h>

typedef struct Sign {
    Raster *raster;
    float x, y, s;
} Sign;

static void stroke(const Sign *g, const float (*points)[2], int count, float width)
{
    RasterPoint p[16];
    assert(count <= 16);
    for (int i = 0; i < count; i++) {
        p[i] = (RasterPoint){ g->x + points[i][0] * g->s, g->y + points[i][1] * g->s };
    }
    raster_stroke(g->raster, p, count, width * g->s);
}

static void outline(const Sign *g, const char *path)
{
    const PictureSketch k = { .raster = g->raster, .x = g->x, .y = g->y, .sx = g->s, .sy = g->s };
    picture_sketch(&k, path);
}

static void sun(const Sign *g)
{
    raster_ellipse(g->raster, g->x, g->y, 4.6f * g->s, 4.6f * g->s);
    for (int k = 0; k < 8; k++) {
        float a = (float)k * 0.7853982f;
        const float ray[2][2] = { { 7.0f * wave_cos(a), 7.0f * wave_sin(a) },
                                  { 9.2f * wave_cos(a), 9.2f * wave_sin(a) } };
        stroke(g, ray, 2, 1.5f);
    }
}

static void clock_face(const Sign *g)
{
    static const float hands[3][2] = { { 0.0f, -5.0f }, { 0.0f, 0.0f }, { 3.6f, 2.0f } };
    raster_ring(g->raster, g->x, g->y, 9.0f * g->s, 2.2f * g->s);
    stroke(g, hands, 3, 1.9f);
}

static void eye(const Sign *g)
{
    outline(g, "M-10 0 C-5 -7 5 -7 10 0 C5 7 -5 7 -10 0 Z "
               "M-7.4 0 C-4 4.8 4 4.8 7.4 0 C4 -4.8 -4 -4.8 -7.4 0 Z");
    raster_ellipse(g->raster, g->x, g->y, 2.8f * g->s, 2.8f * g->s);
}

// Most of an arc with an arrow head: a date that moves on.
static void moved(const Sign *g)
{
    float arc[12][2];
    for (int i = 0; i < 12; i++) {
        float a = -2.6f + (float)i * 0.40f;
        arc[i][0] = 7.4f * wave_cos(a);
        arc[i][1] = 7.4f * wave_sin(a);
    }
    stroke(g, (const float(*)[2])arc, 12, 2.2f);
    outline(g, "M-8.6 2.2 L-2.2 4.2 -6.8 9.4 Z");
}

static void cross(const Sign *g)
{
    static const float lines[4][2] = {
        { -6.4f, -6.4f }, { 6.4f, 6.4f }, { -6.4f, 6.4f }, { 6.4f, -6.4f }
    };
    stroke(g, lines, 2, 3.2f);
    stroke(g, lines + 2, 2, 3.2f);
}

static void arrow(const Sign *g, float way)
{
    const float line[5][2] = { { -8.0f * way, 0.0f },
                               { 7.0f * way, 0.0f },
                               { 1.4f * way, -5.6f },
                               { 7.4f * way, 0.0f },
                               { 1.4f * way, 5.6f } };
    stroke(g, line, 5, 2.6f);
}

static void stitches(const Sign *g)
{
    for (int k = -1; k <= 1; k++) {
        const float line[2][2] = { { 5.5f * (float)k - 1.5f, 5.0f },
                                   { 5.5f * (float)k + 1.5f, -5.0f } };
        stroke(g, line, 2, 2.4f);
    }
}

void picture_icon(Raster *raster, PictureIcon icon, float x, float y, float size, uint32_t rgb)
{
    static const float check[3][2] = { { -7.0f, 0.4f }, { -2.0f, 5.6f }, { 7.6f, -6.0f } };
    static const float crack[4][2] = {
        { 3.4f, -9.0f }, { -4.0f, -1.6f }, { 4.0f, 1.4f }, { -3.0f, 9.0f }
    };
    const Sign g = { raster, x, y, size / 20.0f };
    switch (icon) {
    case PICTURE_ICON_SUN:
        sun(&g);
        break;
    case PICTURE_ICON_CHECK:
        stroke(&g, check, 3, 3.2f);
        break;
    case PICTURE_ICON_CLOCK:
        clock_face(&g);
        break;
    case PICTURE_ICON_CRACK:
        stroke(&g, crack, 4, 2.8f);
        break;
    case PICTURE_ICON_CROSS:
        cross(&g);
        break;
    case PICTURE_ICON_MOON:
        outline(&g, "M2 -9 C-8 -8 -11 4 -3 8.4 C2 11 8 8.6 9.2 4 C3 6 -3 1 2 -9 Z");
        break;
    case PICTURE_ICON_CLOUD:
        outline(&g, "M-6 6 C-11 6 -11 -1 -6 -1.4 C-5 -8 5 -8 6 -2.4 C11 -2.4 11 6 6 6 Z");
        break;
    case PICTURE_ICON_ENERGY:
        outline(&g, "M2.4 -9.4 L-6.4 1.6 -0.8 1.6 -2.4 9.4 6.4 -2 0.8 -2 Z");
        break;
    case PICTURE_ICON_ARROW:
        arrow(&g, 1.0f);
        break;
    case PICTURE_ICON_BACK:
        arrow(&g, -1.0f);
        break;
    case PICTURE_ICON_STITCH:
        stitches(&g);
        break;
    case PICTURE_ICON_MOVED:
        moved(&g);
        break;
    case PICTURE_ICON_EYE:
        eye(&g);
        break;
    }
    raster_fill(raster, rgb, 1.0f);
}
