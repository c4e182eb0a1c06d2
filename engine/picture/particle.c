// How falling boards, splinters, fibres, dust and birds move. How they look stands in
// particle_draw.c.
#include "picture/particle.h"

#include "picture/noise.h"
#include "picture/wave.h"

static const float step_seconds = 1.0f / 60.0f;
static const float gravity = 620.0f; // less than the ropes': what falls is to be seen

void picture_particles_init(PictureParticles *particles, uint32_t seed)
{
    *particles = (PictureParticles){ .random = seed };
}

static float draw_random(PictureParticles *particles)
{
    particles->random += 0x9E3779B9u;
    return noise_of(particles->random);
}

static float draw_around(PictureParticles *particles, float width)
{
    return (draw_random(particles) - 0.5f) * width;
}

static PictureParticle *take_slot(PictureParticles *particles, PictureParticleKind kind, float x,
                                  float y)
{
    PictureParticle *p = &particles->all[particles->next];
    particles->next = (particles->next + 1) % PICTURE_PARTICLES;
    if (p->kind == PICTURE_NO_PARTICLE) {
        particles->alive++;
    }
    *p = (PictureParticle){ .kind = (uint8_t)kind, .seed = particles->random, .x = x, .y = y };
    return p;
}

void picture_particles_dust(PictureParticles *particles, float x, float y, int puffs, float radius)
{
    for (int i = 0; i < puffs; i++) {
        PictureParticle *p = take_slot(particles, PICTURE_DUST, x, y);
        p->x += draw_around(particles, radius * 1.6f);
        p->y += draw_around(particles, radius * 0.8f) + radius * 0.15f;
        p->vx = draw_around(particles, 26.0f);
        p->vy = 6.0f + 16.0f * draw_random(particles);
        p->size = radius * (0.6f + 0.6f * draw_random(particles));
        p->life = 1.1f + 0.7f * draw_random(particles);
    }
}

void picture_particles_break(PictureParticles *particles, float x, float y, uint32_t wood,
                             int splinters)
{
    for (int i = 0; i < splinters; i++) {
        PictureParticle *p = take_slot(particles, PICTURE_SPLINTER, x, y);
        p->x += draw_around(particles, 24.0f);
        p->y += draw_around(particles, 20.0f);
        p->vx = draw_around(particles, 170.0f);
        p->vy = -110.0f * draw_random(particles) - 30.0f;
        p->angle = 6.2831853f * draw_random(particles);
        p->spin = draw_around(particles, 14.0f);
        p->size = 3.0f + 6.5f * draw_random(particles) * draw_random(particles);
        p->life = 1.3f + 0.7f * draw_random(particles);
        p->colour = wood;
    }
    picture_particles_dust(particles, x, y, splinters > 5 ? 2 : 1, 20.0f);
}

void picture_particles_board(PictureParticles *particles, float x, float y, uint32_t wood)
{
    PictureParticle *p = take_slot(particles, PICTURE_BOARD, x, y);
    p->vx = draw_around(particles, 90.0f);
    p->vy = 70.0f * draw_random(particles);
    p->angle = draw_around(particles, 0.3f);
    p->spin = draw_around(particles, 6.0f);
    p->tilt = 1.15f; // lies as the deck is seen
    p->roll =
        (draw_random(particles) < 0.5f ? -1.0f : 1.0f) * (2.0f + 4.5f * draw_random(particles));
    p->size = 20.0f + 4.0f * draw_random(particles);
    p->life = 2.6f;
    p->colour = wood;
}

void picture_particles_fibres(PictureParticles *particles, float x, float y, uint32_t rope,
                              int fibres)
{
    for (int i = 0; i < fibres; i++) {
        PictureParticle *p = take_slot(particles, PICTURE_FIBRE, x, y);
        p->vx = draw_around(particles, 240.0f);
        p->vy = -90.0f * draw_random(particles) - 20.0f;
        p->angle = 6.2831853f * draw_random(particles);
        p->spin = draw_around(particles, 9.0f);
        p->size = 4.0f + 6.0f * draw_random(particles);
        p->life = 0.9f + 0.7f * draw_random(particles);
        p->colour = rope;
    }
}

void picture_particles_birds(PictureParticles *particles, float x, float y, int birds, int way)
{
    for (int i = 0; i < birds; i++) {
        PictureParticle *p = take_slot(particles, PICTURE_BIRD, x, y);
        p->x += draw_around(particles, 70.0f);
        p->y += draw_around(particles, 46.0f);
        p->vx = (float)way * (70.0f + 60.0f * draw_random(particles));
        p->vy = -70.0f - 60.0f * draw_random(particles);
        p->angle = 6.2831853f * draw_random(particles); // of the wings
        p->spin = 15.0f + 5.0f * draw_random(particles);
        p->size = 6.5f + 2.5f * draw_random(particles);
        p->age = -0.5f * draw_random(particles); // one after another
        p->life = 4.2f + 0.8f * draw_random(particles);
    }
}

static float drag_of(const PictureParticle *p)
{
    switch ((PictureParticleKind)p->kind) {
    case PICTURE_BOARD:
        return 0.3f;
    case PICTURE_SPLINTER:
        return 1.6f;
    case PICTURE_FIBRE:
        return 3.4f;
    case PICTURE_DUST:
        return 1.2f;
    case PICTURE_BIRD:
    case PICTURE_NO_PARTICLE:
        return 0.0f;
    }
    return 0.0f;
}

static float weight_of(const PictureParticle *p)
{
    bool falls = p->kind == PICTURE_BOARD || p->kind == PICTURE_SPLINTER;
    return falls ? gravity : p->kind == PICTURE_FIBRE ? gravity * 0.45f : 0.0f;
}

static void step_bird(PictureParticle *p)
{
    if (p->age > 0.0f) { // beats its wings more slowly once it is up, and flies level
        p->vy -= p->vy * 0.45f * step_seconds;
        p->spin -= p->spin * 0.25f * step_seconds;
        p->vy += 12.0f * wave_sin(p->age * 2.4f + p->size) * step_seconds;
    }
}

void picture_particles_step(PictureParticles *particles)
{
    for (int i = 0; i < PICTURE_PARTICLES && particles->alive > 0; i++) {
        PictureParticle *p = &particles->all[i];
        if (p->kind == PICTURE_NO_PARTICLE) {
            continue;
        }
        p->age += step_seconds;
        if (p->age >= p->life || p->y > 900.0f) {
            p->kind = PICTURE_NO_PARTICLE;
            particles->alive--;
            continue;
        }
        if (p->age < 0.0f) {
            continue;
        }
        if (p->kind == PICTURE_BIRD) {
            step_bird(p);
        }
        float drag = drag_of(p);
        p->vy += weight_of(p) * step_seconds;
        p->vx -= p->vx * drag * step_seconds;
        p->vy -= p->vy * drag * step_seconds;
        p->x += p->vx * step_seconds;
        p->y += p->vy * step_seconds;
        p->angle += p->spin * step_seconds;
        p->tilt += p->roll * step_seconds;
    }
}
