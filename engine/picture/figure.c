// The small people at the bridge: legs, coat, arms, scarf, head, hair, light from the sun's side.
// No faces: they are fifty units high.
#include "picture/span.h"

#include "picture/colour.h"
#include "picture/wave.h"

typedef struct Figure {
    Raster *raster;
    float x, y, u, f; // feet, unit, facing
    float swing;      // of the legs
    uint32_t coat, dark, skin, hair, accent, shadow, rim;
    bool contrast;
} Figure;

static RasterPoint at(const Figure *g, float x, float y)
{
    return (RasterPoint){ g->x + x * g->u, g->y - y * g->u };
}

static void limb(const Figure *g, float x0, float y0, float x1, float y1, float w0, float w1,
                 uint32_t rgb)
{
    RasterPoint a = at(g, x0, y0);
    RasterPoint b = at(g, x1, y1);
    raster_segment(g->raster, a.x, a.y, b.x, b.y, w0 * g->u, w1 * g->u);
    raster_fill(g->raster, rgb, 1.0f);
}

static void blob(const Figure *g, float x, float y, float rx, float ry, uint32_t rgb)
{
    RasterPoint c = at(g, x, y);
    raster_ellipse(g->raster, c.x, c.y, rx * g->u, ry * g->u);
    raster_fill(g->raster, rgb, 1.0f);
}

static void move(const Figure *g, float x, float y)
{
    RasterPoint p = at(g, x, y);
    raster_move(g->raster, p.x, p.y);
}

static void line(const Figure *g, float x, float y)
{
    RasterPoint p = at(g, x, y);
    raster_line(g->raster, p.x, p.y);
}

static void quad(const Figure *g, float cx, float cy, float x, float y)
{
    RasterPoint c = at(g, cx, cy);
    RasterPoint p = at(g, x, y);
    raster_quad(g->raster, c.x, c.y, p.x, p.y);
}

static void legs(const Figure *g)
{
    for (int k = 0; k < 2; k++) {
        float s = (k ? -g->swing : g->swing) * g->f;
        float hip = k ? 2.2f : -2.2f;
        float foot = (k ? 2.6f : -2.6f) + s;
        limb(g, hip, 17.0f, foot, 0.6f, 4.6f, 3.4f,
             k ? g->dark : colour_mix(g->dark, g->shadow, 0.3f));
        blob(g, foot + 1.2f * g->f, 0.8f, 3.0f, 1.4f, g->shadow);
    }
}

static void wheelchair(const Figure *g)
{
    RasterPoint c = at(g, -2.0f * g->f, 9.0f);
    raster_ring(g->raster, c.x, c.y, 9.0f * g->u, 1.5f * g->u);
    raster_fill(g->raster, g->contrast ? 0xffffff : g->shadow, 1.0f);
    blob(g, -2.0f * g->f, 9.0f, 1.4f, 1.4f, g->contrast ? 0xffffff : g->shadow);
    blob(g, 8.0f * g->f, 2.4f, 2.4f, 2.4f, g->shadow);
    limb(g, -7.0f * g->f, 14.0f, -8.0f * g->f, 27.0f, 1.5f, 1.5f, g->shadow);
    limb(g, -2.0f * g->f, 15.0f, 7.5f * g->f, 14.0f, 5.0f, 4.6f, g->dark);
    limb(g, 7.0f * g->f, 14.0f, 9.0f * g->f, 4.0f, 4.4f, 3.4f, g->dark);
    blob(g, 10.4f * g->f, 3.4f, 3.0f, 1.4f, g->shadow);
}

static void coat(const Figure *g, float hem)
{
    move(g, -6.2f, 33);
    quad(g, 0, 37, 6.2f, 33);
    quad(g, 8, 24, 8.4f, hem);
    quad(g, 0, hem - 2.5f, -8.4f, hem);
    quad(g, -8, 24, -6.2f, 33);
    raster_fill(g->raster, g->coat, 1.0f);
    move(g, -6.2f, 33);
    quad(g, -8, 24, -8.4f, hem);
    quad(g, -4, hem - 1.8f, -1, hem - 1.6f);
    quad(g, -3.5f, 22, -2.5f, 35);
    raster_fill(g->raster, g->dark, 0.8f);
    move(g, 6.4f, 33);
    quad(g, 8.1f, 24, 8.5f, hem);
    line(g, 6.9f, hem - 0.6f);
    quad(g, 6.4f, 24, 4.6f, 34.6f);
    raster_fill(g->raster, g->rim, g->contrast ? 0.0f : 0.62f);
}

static void arms(const Figure *g, PicturePose pose)
{
    float f = g->f;
    if (pose == PICTURE_POINT) {
        limb(g, f * 3, 31, f * 16, 33, 4, 2.8f, g->dark);
        blob(g, f * 17, 33, 1.8f, 1.7f, g->skin);
    } else if (pose == PICTURE_REACH) {
        limb(g, f * 4, 31, f * 9, 22, 4.4f, 3.6f, g->dark);
        limb(g, f * 9, 22, f * 15, 18, 3.6f, 2.8f, g->dark);
        blob(g, f * 15.5f, 17.6f, 1.8f, 1.8f, g->skin);
    } else if (pose == PICTURE_ARMS_CROSSED) {
        limb(g, -5, 26, 6, 25, 4, 4, g->dark);
    } else {
        float hand = f * (5.6f - g->swing * 0.5f);
        limb(g, -f * 4.4f, 31, -hand, 18, 4.2f, 3.2f, g->dark);
        blob(g, -hand, 17, 1.7f, 1.7f, g->skin);
    }
}

static void hair(const Figure *g, uint8_t style)
{
    float f = g->f;
    if (style == PICTURE_HAIR_BALD) {
        return;
    }
    if (style == PICTURE_HAIR_CURLY) {
        blob(g, -f * 0.8f, 45.5f, 6.0f, 4.6f, g->hair);
        blob(g, -f * 4.2f, 42.5f, 3.0f, 3.6f, g->hair);
        return;
    }
    if (style == PICTURE_HAIR_BUN) {
        blob(g, -f * 0.6f, 43.5f, 5.4f, 4.4f, g->hair);
        blob(g, -f * 5.4f, 45.0f, 2.4f, 2.4f, g->hair);
        return;
    }
    if (style == PICTURE_HAIR_SCARF) {
        blob(g, -f * 0.4f, 43.0f, 5.6f, 5.2f, g->accent);
        blob(g, -f * 3.0f, 38.0f, 3.6f, 4.4f, g->accent);
        return;
    }
    if (style == PICTURE_HAIR_LONG) {
        limb(g, -f * 3.4f, 45.0f, -f * 4.2f, 32.0f, 4.6f, 4.0f, g->hair);
    }
    move(g, -4.8f - f * 0.4f, 40.5f);
    quad(g, -5.6f, 48.5f, f * 0.8f, 48);
    quad(g, 5.4f, 48, 5.2f, 43);
    quad(g, 0, 45.5f, -4.8f - f * 0.4f, 40.5f);
    raster_fill(g->raster, g->hair, 1.0f);
}

static void head(const Figure *g, const PictureLook *look)
{
    RasterPoint neck = at(g, -2, 38);
    raster_rect(g->raster, neck.x, neck.y, 4 * g->u, 4 * g->u);
    raster_fill(g->raster, g->skin, 1.0f);
    blob(g, g->f * 0.8f, 41.5f, 5.0f, 5.5f, g->skin);
    move(g, -5, 36);
    quad(g, 0, 33, 5, 36);
    line(g, 4.6f, 33.2f);
    quad(g, 0, 30.6f, -4.6f, 33.2f);
    raster_fill(g->raster, g->contrast ? 0x0077cc : g->accent, 1.0f);
    if (!g->contrast) {
        hair(g, look->hair);
        if (look->beard) {
            blob(g, g->f * 2.0f, 38.4f, 3.4f, 2.4f, g->hair);
        }
    }
}

void picture_figure(Raster *raster, const PicturePalette *p, const PicturePerson *person, float x,
                    float y, float height)
{
    const PictureLook *look = &person->look;
    bool walking = person->pose == PICTURE_WALK;
    float dim = p->lamps > 0.6f ? 0.40f : 0.12f;
    Figure g = { .raster = raster,
                 .x = x,
                 .y = y,
                 .u = height / 46.0f,
                 .f = person->facing < 0 ? -1.0f : 1.0f,
                 .contrast = p->high_contrast,
                 .coat = colour_mix(picture_look_coat(look), p->shade, dim),
                 .skin = colour_mix(picture_look_skin(look), p->shade, dim),
                 .hair = colour_mix(picture_look_hair(look), p->shade, dim),
                 .accent = colour_mix(picture_look_accent(look), p->shade, dim * 0.7f),
                 .shadow = p->deep,
                 .rim = p->rim };
    g.dark = colour_mix(g.coat, p->deep, 0.55f);
    if (g.contrast) {
        g.coat = g.skin = g.hair = 0xffffff;
        g.dark = 0xc8d2e0;
        g.shadow = 0x6a7688;
    }
    float bob = 0.0f;
    if (walking && !look->wheelchair) {
        g.swing = wave_sin(person->stride) * 5.0f;
        bob = wave_cos(person->stride);
        bob = (bob < 0.0f ? -bob : bob) * 1.2f * g.u;
    }
    raster_ellipse(raster, x + 2.0f * g.u, y + 1.0f, 11.0f * g.u, 2.6f * g.u);
    raster_fill(raster, p->deep, 0.30f);
    g.y -= bob;
    if (look->wheelchair) {
        wheelchair(&g);
        Figure seated = g; // everything above the knees is lower and further back
        seated.y += 8.0f * g.u;
        seated.x -= 2.0f * g.u * g.f;
        coat(&seated, 22.0f);
        arms(&seated, (PicturePose)person->pose);
        head(&seated, look);
        return;
    }
    legs(&g);
    coat(&g, look->coat == PICTURE_COAT ? 9.5f : look->coat == PICTURE_CARDIGAN ? 14.0f : 16.0f);
    arms(&g, (PicturePose)person->pose);
    head(&g, look);
}
