// The small people at the bridge: colours in this light, how a pose holds the body, the order of
// drawing. Legs, arms and wheels stand in figure_pose.c, clothes in figure_body.c, heads in
// figure_head.c. No faces: they are fifty units high.
#include "picture/figure_parts.h"

#include "picture/colour.h"
#include "picture/wave.h"

// Above the hips a leaning body is shifted forwards, the more the higher.
RasterPoint figure_at(const Figure *g, float x, float y)
{
    float above = y > 17.0f ? (y - 17.0f) / 17.0f : 0.0f;
    return (RasterPoint){ g->x + (x + g->lean * g->f * above) * g->u, g->y - y * g->u };
}

void figure_limb(const Figure *g, float x0, float y0, float x1, float y1, float w0, float w1,
                 uint32_t rgb)
{
    RasterPoint a = figure_at(g, x0, y0);
    RasterPoint b = figure_at(g, x1, y1);
    raster_segment(g->raster, a.x, a.y, b.x, b.y, w0 * g->u, w1 * g->u);
    raster_ellipse(g->raster, a.x, a.y, w0 * 0.5f * g->u, w0 * 0.5f * g->u);
    raster_ellipse(g->raster, b.x, b.y, w1 * 0.5f * g->u, w1 * 0.5f * g->u);
    raster_fill(g->raster, rgb, 1.0f);
}

void figure_blob(const Figure *g, float x, float y, float rx, float ry, uint32_t rgb)
{
    RasterPoint c = figure_at(g, x, y);
    raster_ellipse(g->raster, c.x, c.y, rx * g->u, ry * g->u);
    raster_fill(g->raster, rgb, 1.0f);
}

void figure_move(const Figure *g, float x, float y)
{
    RasterPoint p = figure_at(g, x, y);
    raster_move(g->raster, p.x, p.y);
}

void figure_line(const Figure *g, float x, float y)
{
    RasterPoint p = figure_at(g, x, y);
    raster_line(g->raster, p.x, p.y);
}

void figure_quad(const Figure *g, float cx, float cy, float x, float y)
{
    RasterPoint c = figure_at(g, cx, cy);
    RasterPoint p = figure_at(g, x, y);
    raster_quad(g->raster, c.x, c.y, p.x, p.y);
}

void figure_fill(const Figure *g, uint32_t rgb, float alpha)
{
    raster_fill(g->raster, rgb, alpha);
}

static void give_colours(Figure *g, const PicturePalette *p)
{
    float dim = p->lamps > 0.6f ? 0.40f : 0.12f;
    g->coat = colour_mix(picture_look_coat(g->look), p->shade, dim);
    g->skin = colour_mix(picture_look_skin(g->look), p->shade, dim);
    g->hair = colour_mix(picture_look_hair(g->look), p->shade, dim);
    g->accent = colour_mix(picture_look_accent(g->look), p->shade, dim * 0.7f);
    g->metal = colour_mix(0xb8c2cc, p->shade, dim);
    g->shadow = p->deep;
    g->rim = p->rim;
    g->dark = colour_mix(g->coat, p->deep, 0.55f);
    g->legs = g->dark;
    g->skin_dark = colour_mix(g->skin, p->deep, 0.30f);
    g->hair_dark = colour_mix(g->hair, p->deep, 0.45f);
    if (g->contrast) { // white bodies, grey hair, one colour for cloth that tells people apart
        g->coat = g->skin = g->metal = 0xffffff;
        g->dark = g->legs = g->skin_dark = 0xc8d2e0;
        g->shadow = g->hair_dark = 0x6a7688;
        g->hair = 0x8f9bb0;
        g->accent = 0x3f9be0;
    }
}

// What a pose and its moment do to the whole body.
static void hold(Figure *g)
{
    float wave = wave_sin(g->stride);
    float there = 0.5f - 0.5f * wave_cos(g->stride);
    bool walks = g->pose == PICTURE_WALK || g->pose == PICTURE_CARRY;
    bool rolls = g->look->wheelchair;
    if (walks && !rolls) {
        g->swing = wave * (g->look->cane ? 3.6f : 5.0f);
    }
    if (g->pose == PICTURE_WALK && !rolls) {
        float bob = wave_cos(g->stride);
        g->y -= (bob < 0.0f ? -bob : bob) * 1.2f * g->u;
    }
    g->lean = g->look->age >= 60 ? 1.1f : 0.0f;
    switch (g->pose) {
    case PICTURE_STAND:
        g->lift = 0.35f * wave; // breath
        break;
    case PICTURE_WALK:
        g->lean += 0.7f;
        break;
    case PICTURE_TEST_FOOT:
        g->lean += rolls ? 2.0f : -1.2f + 1.0f * figure_foot_out(g->stride);
        g->nod = 0.9f;
        break;
    case PICTURE_LOOK_DOWN:
        g->lean += 1.3f;
        g->nod = 1.0f;
        break;
    case PICTURE_HAMMER:
        g->lean += 5.6f - 2.2f * there;
        g->nod = 0.8f;
        break;
    case PICTURE_SHRUG:
        g->lift = 1.2f;
        break;
    case PICTURE_POINT:
    case PICTURE_REACH:
        g->lean += 0.6f;
        break;
    case PICTURE_ARMS_CROSSED:
    case PICTURE_WAVE:
    case PICTURE_CARRY:
        break;
    }
}

static void draw_upper(const Figure *g)
{
    figure_arms_behind(g);
    figure_body(g);
    figure_head(g);
    figure_arms(g);
}

void picture_figure(Raster *raster, const PicturePalette *p, const PicturePerson *person, float x,
                    float y, float height)
{
    static const float wide[PICTURE_BUILDS] = { 1.0f, 0.88f, 1.13f };
    Figure g = { .raster = raster,
                 .look = &person->look,
                 .x = x,
                 .y = y,
                 .u = height / 46.0f,
                 .f = person->facing < 0 ? -1.0f : 1.0f,
                 .wide = wide[person->look.build % PICTURE_BUILDS],
                 .stride = person->stride,
                 .pose = (PicturePose)person->pose,
                 .contrast = p->high_contrast };
    give_colours(&g, p);
    float length = g.pose == PICTURE_HAMMER && !g.look->wheelchair ? 14.0f : 11.0f;
    raster_ellipse(raster, x + 2.0f * g.u, y + 1.0f, length * g.u, 2.6f * g.u);
    raster_fill(raster, p->deep, 0.30f);
    hold(&g);
    if (g.look->wheelchair) {
        figure_wheelchair(&g);
        g.y += 8.0f * g.u; // everything above the knees is lower and further back
        g.x -= 2.0f * g.u * g.f;
    } else {
        figure_legs(&g);
        if (g.pose == PICTURE_HAMMER) {
            g.y += 9.0f * g.u;
        }
    }
    draw_upper(&g);
}
