// Falling boards and splinters, and dust that grows and thins.
#include "picture/particle.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

static const float step_seconds = 1.0f / 60.0f;

void picture_particles_init(PictureParticles *particles, uint32_t seed)
{
    *particles = (PictureParticles){ .random = seed };
}

static float draw_random(PictureParticles *particles)
{
    particles->random += 0x9E3779B9u;
    return noise_of(particles->random);
}

static PictureParticle *take_slot(PictureParticles *particles)
{
    PictureParticle *p = &particles->all[particles->next];
    particles->next = (particles->next + 1) % PICTURE_PARTICLES;
    if (p->kind == PICTURE_NO_PARTICLE) {
        particles->alive++;
    }
    *p = (PictureParticle){ .seed = particles->random };
    return p;
}

void picture_particles_dust(PictureParticles *particles, float x, float y, int puffs, float radius)
{
    for (int i = 0; i < puffs; i++) {
        PictureParticle *p = take_slot(particles);
        p->kind = PICTURE_DUST;
        p->x = x + (draw_random(particles) - 0.5f) * radius * 1.6f;
        p->y = y + (draw_random(particles) - 0.3f) * radius * 0.8f;
        p->vx = (draw_random(particles) - 0.5f) * 26.0f;
        p->vy = 10.0f + 20.0f * draw_random(particles);
        p->size = radius * (0.6f + 0.6f * draw_random(particles));
        p->life = 1.1f + 0.7f * draw_random(particles);
    }
}

void picture_particles_break(PictureParticles *particles, float x, float y, uint32_t wood,
                             bool board)
{
    int splinters = 7;
    for (int i = 0; i < splinters + (board ? 1 : 0); i++) {
        PictureParticle *p = take_slot(particles);
        bool whole = board && i == 0;
        p->kind = whole ? PICTURE_BOARD : PICTURE_SPLINTER;
        p->x = x + (draw_random(particles) - 0.5f) * 22.0f;
        p->y = y + (draw_random(particles) - 0.5f) * 20.0f;
        p->vx = (draw_random(particles) - 0.5f) * (whole ? 40.0f : 150.0f);
        p->vy = -60.0f * draw_random(particles) - (whole ? 0.0f : 40.0f);
        p->angle = 6.2831853f * draw_random(particles);
        p->spin = (draw_random(particles) - 0.5f) * (whole ? 5.0f : 12.0f);
        p->size = whole ? 15.0f : 4.0f + 6.0f * draw_random(particles);
        p->life = whole ? 2.6f : 1.4f + 0.6f * draw_random(particles);
        p->colour = wood;
    }
    picture_particles_dust(particles, x, y, 2, 20.0f);
}

void picture_particles_step(PictureParticles *particles)
{
    for (int i = 0; i < PICTURE_PARTICLES; i++) {
        PictureParticle *p = &particles->all[i];
        if (p->kind == PICTURE_NO_PARTICLE) {
            continue;
        }
        p->age += step_seconds;
        if (p->age >= p->life || p->y > 1000.0f) {
            p->kind = PICTURE_NO_PARTICLE;
            particles->alive--;
            continue;
        }
        float drag = p->kind == PICTURE_BOARD ? 0.3f : p->kind == PICTURE_SPLINTER ? 1.6f : 1.2f;
        p->vy += p->kind == PICTURE_DUST ? 0.0f : 620.0f * step_seconds;
        p->vx -= p->vx * drag * step_seconds;
        p->vy -= p->vy * drag * step_seconds;
        p->x += p->vx * step_seconds;
        p->y += p->vy * step_seconds;
        p->angle += p->spin * step_seconds;
    }
}

typedef struct Frame {
    Raster *raster;
    float x, y, c, s;
} Frame;

static void put(const Frame *f, bool first, float a, float b)
{
    float x = f->x + f->c * a - f->s * b;
    float y = f->y + f->s * a + f->c * b;
    if (first) {
        raster_move(f->raster, x, y);
    } else {
        raster_line(f->raster, x, y);
    }
}

static void outline(const Frame *f, const float (*points)[2], int n, float l, float w)
{
    for (int i = 0; i < n; i++) {
        put(f, i == 0, points[i][0] * l, points[i][1] * w);
    }
}

static void draw_board(const Frame *f, const PictureParticle *p, const PicturePalette *palette,
                       float alpha)
{
    static const float face[8][2] = { { -1, -1 },      { .72f, -1 },    { .95f, -.55f },
                                      { .60f, -.30f }, { 1.15f, .12f }, { .66f, .35f },
                                      { .85f, 1 },     { -1, 1 } };
    static const float tip[4][2] = {
        { .60f, -.30f }, { 1.15f, .12f }, { .66f, .35f }, { .35f, 0 }
    };
    float l = p->size;
    float w = l * 0.46f;
    bool contrast = palette->high_contrast;
    uint32_t wood = contrast ? 0xb8b8b8 : p->colour;
    uint32_t dark = colour_mix(wood, palette->wood_shadow, 0.6f);
    put(f, true, -l, w);
    put(f, false, l * 0.8f, w);
    put(f, false, l * 0.8f, w + 3.2f);
    put(f, false, -l, w + 3.2f);
    raster_fill(f->raster, dark, alpha);
    outline(f, face, 8, l, w);
    raster_fill(f->raster, wood, alpha);
    for (int k = 0; k < 2; k++) {
        float b = k ? w * 0.35f : -w * 0.35f;
        put(f, true, -l * 0.9f, b - 0.4f);
        put(f, false, l * 0.4f, b - 0.4f);
        put(f, false, l * 0.4f, b + 0.4f);
        put(f, false, -l * 0.9f, b + 0.4f);
    }
    raster_fill(f->raster, dark, 0.6f * alpha);
    outline(f, tip, 4, l, w);
    raster_fill(f->raster, colour_mix(palette->wood[0], 0xffffff, 0.25f), 0.9f * alpha);
}

void picture_particles_draw(const PictureParticles *particles, Raster *raster,
                            const PicturePalette *palette)
{
    static const float sliver[4][2] = { { -1, 0 }, { -.2f, -1 }, { 1, 0 }, { .1f, 1 } };
    for (int i = 0; i < PICTURE_PARTICLES; i++) {
        const PictureParticle *p = &particles->all[i];
        if (p->kind == PICTURE_NO_PARTICLE) {
            continue;
        }
        float left = (p->life - p->age) / p->life;
        float alpha = left < 0.25f ? left * 4.0f : 1.0f;
        Frame f = { raster, p->x, p->y, wave_cos(p->angle), wave_sin(p->angle) };
        if (p->kind == PICTURE_DUST) {
            float young = p->age < 0.15f ? p->age / 0.15f : 1.0f;
            uint32_t dust =
                colour_mix(colour_mix(palette->path, palette->shade, 0.22f), palette->mist, 0.35f);
            if (!palette->high_contrast) {
                raster_glow(raster, p->x, p->y, p->size * (1.0f + 0.9f * p->age), dust,
                            0.30f * left * young);
            }
        } else if (p->kind == PICTURE_BOARD) {
            draw_board(&f, p, palette, alpha);
        } else {
            outline(&f, sliver, 4, p->size, p->size * 0.16f + 0.5f);
            raster_fill(raster, colour_mix(palette->wood[0], p->colour, 0.35f), alpha);
        }
    }
}
