// How falling boards, splinters, fibres, dust and birds look. Boards are boxes that turn in space,
// with raw wood where they broke; what falls sinks into the mist.
#include "picture/particle.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

// A box turned by `tilt` about its short axis and by `angle` in the picture.
typedef struct Turned {
    Raster *raster;
    float x, y, ca, sa, ct, st;
} Turned;

// a along the width, b along the length, c up through the wood.
static RasterPoint at(const Turned *t, float a, float b, float c)
{
    float v = b * t->ct - c * t->st;
    return (RasterPoint){ t->x + t->ca * a - t->sa * v, t->y + t->sa * a + t->ca * v };
}

static void four(const Turned *t, const float (*p)[3])
{
    RasterPoint q[4];
    for (int i = 0; i < 4; i++) {
        q[i] = at(t, p[i][0], p[i][1], p[i][2]);
    }
    raster_polygon(t->raster, q, 4);
}

// The broken end: teeth of raw wood of unequal length.
static void torn_edge(const Turned *t, float w, float l, float up, uint32_t seed)
{
    for (int k = 0; k < 5; k++) {
        float from = -w + 2.0f * w * (float)k / 5.0f;
        float to = from + 2.0f * w / 5.0f;
        float tip = l + 1.5f + 6.0f * noise_of_index(seed, k) * noise_of_index(seed + 9u, k);
        float in = l - 2.0f - 2.5f * noise_of_index(seed + 3u, k);
        const RasterPoint p[3] = { at(t, from, in, up),
                                   at(t, colour_lerp(from, to, noise_of_index(seed + 5u, k)), tip,
                                      up * 0.4f),
                                   at(t, to, in, up) };
        raster_polygon(t->raster, p, 3);
    }
}

static void draw_board(Raster *raster, const PictureParticle *p, const PicturePalette *palette,
                       float alpha)
{
    Turned t = {
        raster,           p->x, p->y, wave_cos(p->angle), wave_sin(p->angle), wave_cos(p->tilt),
        wave_sin(p->tilt)
    };
    bool contrast = palette->high_contrast;
    uint32_t wood = contrast ? 0xc8c8c8 : p->colour;
    uint32_t shadow = contrast ? 0x505050 : palette->wood_shadow;
    float l = p->size;
    float w = 14.0f;
    float h = 2.9f;
    // Which of the large faces is seen, and which of the long edges.
    bool top = t.ct >= 0.0f;
    float up = top ? h : -h;
    float end = t.st > 0.0f ? l : -l;
    const float side[4][3] = { { -w, end, -h }, { w, end, -h }, { w, end, h }, { -w, end, h } };
    four(&t, side);
    raster_fill(raster, colour_mix(wood, shadow, 0.66f), alpha);
    const float face[4][3] = {
        { -w, -l, up }, { w, -l, up }, { w, l - 2.0f, up }, { -w, l - 2.0f, up }
    };
    four(&t, face);
    raster_fill(raster, colour_mix(wood, shadow, top ? 0.10f : 0.40f), alpha);
    for (int k = 0; k < 3; k++) {
        float a = w * (-0.55f + 0.5f * (float)k);
        RasterPoint from = at(&t, a, -l * 0.86f, up);
        RasterPoint to = at(&t, a + 1.5f, l * (0.3f + 0.4f * noise_of_index(p->seed, k)), up);
        raster_segment(raster, from.x, from.y, to.x, to.y, 0.8f, 1.0f);
    }
    raster_fill(raster, shadow, 0.5f * alpha);
    torn_edge(&t, w, l, up, p->seed);
    raster_fill(raster, contrast ? 0xff3b1f : colour_mix(palette->wood[0], 0xffffff, 0.25f),
                0.95f * alpha);
}

static void draw_sliver(Raster *raster, const PictureParticle *p, float width)
{
    float c = wave_cos(p->angle);
    float s = wave_sin(p->angle);
    static const float shape[4][2] = { { -1, 0 }, { -.2f, -1 }, { 1, 0 }, { .1f, 1 } };
    RasterPoint q[4];
    for (int i = 0; i < 4; i++) {
        float a = shape[i][0] * p->size;
        float b = shape[i][1] * width;
        q[i] = (RasterPoint){ p->x + c * a - s * b, p->y + s * a + c * b };
    }
    raster_polygon(raster, q, 4);
}

static void draw_fibre(Raster *raster, const PictureParticle *p)
{
    float c = wave_cos(p->angle) * p->size;
    float s = wave_sin(p->angle) * p->size;
    raster_move(raster, p->x - c, p->y - s);
    raster_quad(raster, p->x - s * 0.7f, p->y + c * 0.7f, p->x + c, p->y + s);
    raster_quad(raster, p->x - s * 0.7f + 1.1f, p->y + c * 0.7f + 1.1f, p->x - c, p->y - s);
    raster_close(raster);
}

static void draw_bird(Raster *raster, const PictureParticle *p, const PicturePalette *palette)
{
    float beat = wave_sin(p->angle);
    float s = p->size;
    float up = -s * (0.15f + 0.55f * beat);
    for (int side = -1; side <= 1; side += 2) {
        float m = (float)side;
        raster_move(raster, p->x, p->y);
        raster_quad(raster, p->x + m * s * 0.45f, p->y + up * 1.1f - s * 0.25f, p->x + m * s,
                    p->y + up);
        raster_quad(raster, p->x + m * s * 0.5f, p->y + up * 0.7f + s * 0.05f, p->x,
                    p->y + s * 0.22f);
        raster_close(raster);
        float fade = p->age < 0.25f ? p->age * 4.0f : 1.0f;
        float left = p->life - p->age;
        fade *= left < 1.0f ? left : 1.0f;
        raster_fill(raster, palette->high_contrast ? 0xffffff : palette->deep, 0.75f * fade);
    }
}

static void draw_dust(Raster *raster, const PictureParticle *p, const PicturePalette *palette,
                      float left)
{
    if (palette->high_contrast) {
        return;
    }
    float young = p->age < 0.15f ? p->age / 0.15f : 1.0f;
    uint32_t dust =
        colour_mix(colour_mix(palette->path, palette->shade, 0.22f), palette->mist, 0.35f);
    raster_glow(raster, p->x, p->y, p->size * (1.0f + 0.9f * p->age), dust, 0.30f * left * young);
}

// In the depth everything is lost in the mist.
static float sunk(float y)
{
    return 1.0f - colour_smooth(560.0f, 800.0f, y);
}

void picture_particles_draw(const PictureParticles *particles, Raster *raster,
                            const PicturePalette *palette)
{
    for (int i = 0; i < PICTURE_PARTICLES && particles->alive > 0; i++) {
        const PictureParticle *p = &particles->all[i];
        if (p->kind == PICTURE_NO_PARTICLE || p->age < 0.0f) {
            continue;
        }
        float left = (p->life - p->age) / p->life;
        float alpha = (left < 0.25f ? left * 4.0f : 1.0f) * sunk(p->y);
        switch ((PictureParticleKind)p->kind) {
        case PICTURE_DUST:
            draw_dust(raster, p, palette, left);
            break;
        case PICTURE_BOARD:
            draw_board(raster, p, palette, alpha);
            break;
        case PICTURE_SPLINTER:
            draw_sliver(raster, p, p->size * 0.16f + 0.5f);
            raster_fill(raster,
                        palette->high_contrast ? 0xffffff
                                               : colour_mix(palette->wood[0], p->colour, 0.35f),
                        alpha);
            break;
        case PICTURE_FIBRE:
            draw_fibre(raster, p);
            raster_fill(raster, palette->high_contrast ? 0xffffff : p->colour, alpha);
            break;
        case PICTURE_BIRD:
            draw_bird(raster, p, palette);
            break;
        case PICTURE_NO_PARTICLE:
            break;
        }
    }
}
