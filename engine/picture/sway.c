// The solver: ten small steps a frame, one pass over the links each. Links stand in this order:
// rope segments (rope by rope), hangers front, hangers back, planks, spreaders between the rails.
// Knows nothing of colours; what a condition means for ropes and planks stands in sway_condition.c.
#include "picture/sway.h"

#include "base/hash.h"
#include "picture/colour.h"
#include "picture/sway_parts.h"
#include "picture/wave.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { SUBSTEPS = 10, SETTLE_STEPS = 260, HAUL = 5 }; // HAUL: design units a step at most

static const float gravity = 900.0f;
static const float rope_compliance = 1.0e-7f;
static const float plank_compliance = 1.0e-8f;
static const float spreader_compliance = 5.0e-4f;

const PictureLink *picture_sway_segment(const PictureSway *sway, int rope, int segment)
{
    assert(rope >= 0 && rope < PICTURE_ROPES && segment >= 0 && segment < PICTURE_SEGMENTS);
    return &sway->links[rope * PICTURE_SEGMENTS + segment];
}

const PictureLink *picture_sway_hanger(const PictureSway *sway, int side, int plank)
{
    assert((side == 0 || side == 1) && plank >= 0 && plank < BRIDGE_PLANKS);
    return &sway->links[SWAY_HANGERS + side * BRIDGE_PLANKS + plank];
}

bool picture_sway_rope_whole(const PictureSway *sway, int rope, int segment)
{
    return picture_sway_segment(sway, rope, segment)->alive;
}

PictureVector picture_sway_at(const PictureSway *sway, int rope, int station)
{
    assert(rope >= 0 && rope < PICTURE_ROPES && station >= 0 && station < PICTURE_STATIONS);
    return sway->nodes[rope * PICTURE_STATIONS + station].at;
}

PictureVector picture_sway_design(int rope, int station, float sag)
{
    float t = (float)station / (float)(PICTURE_STATIONS - 1);
    float q = 4.0f * t * (1.0f - t);
    float deck = SWAY_DECK_Y + sag * q;
    float rail = SWAY_DECK_Y - SWAY_POST + (sag + SWAY_POST - SWAY_RAIL_MIDDLE) * q;
    return (PictureVector){ SWAY_LEFT + (SWAY_RIGHT - SWAY_LEFT) * t, rope < 2 ? deck : rail,
                            rope % 2 == 1 ? (float)PICTURE_DEPTH : 0.0f };
}

static float length_of(PictureVector a, PictureVector b)
{
    float dx = a.x - b.x;
    float dy = a.y - b.y;
    float dz = a.z - b.z;
    return sqrtf(dx * dx + dy * dy + dz * dz);
}

static void tie(PictureSway *sway, int link, int a, int b, bool one_sided, float compliance)
{
    float rest = length_of(sway->nodes[a].at, sway->nodes[b].at);
    sway->links[link] = (PictureLink){ .a = (int16_t)a,
                                       .b = (int16_t)b,
                                       .alive = true,
                                       .one_sided = one_sided,
                                       .rest = rest,
                                       .rest_goal = rest,
                                       .compliance = compliance };
}

static int node_index(int rope, int station)
{
    return rope * PICTURE_STATIONS + station;
}

void picture_sway_init(PictureSway *sway)
{
    *sway = (PictureSway){ .damping = 1.1f };
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        for (int i = 0; i < PICTURE_STATIONS; i++) {
            PictureNode *node = &sway->nodes[node_index(rope, i)];
            node->at = picture_sway_design(rope, i, SWAY_SAG_LEAST);
            node->before = node->at;
            bool fixed = i == 0 || i == PICTURE_STATIONS - 1;
            node->lightness = fixed ? 0.0f : rope < 2 ? SWAY_PLANK_LIGHTNESS : SWAY_RAIL_LIGHTNESS;
        }
    }
    for (int rope = 0; rope < PICTURE_ROPES; rope++) {
        for (int i = 0; i < PICTURE_SEGMENTS; i++) {
            tie(sway, rope * PICTURE_SEGMENTS + i, node_index(rope, i), node_index(rope, i + 1),
                true, rope_compliance);
        }
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        int s = i + 1;
        tie(sway, SWAY_HANGERS + i, node_index(0, s), node_index(2, s), true, rope_compliance);
        tie(sway, SWAY_HANGERS + BRIDGE_PLANKS + i, node_index(1, s), node_index(3, s), true,
            rope_compliance);
        tie(sway, SWAY_PLANKS + i, node_index(0, s), node_index(1, s), false, plank_compliance);
        tie(sway, SWAY_SPREADERS + i, node_index(2, s), node_index(3, s), false,
            spreader_compliance);
    }
}

void picture_sway_hold(PictureSway *sway, int rope, int segment, bool whole)
{
    assert(rope >= 0 && rope < PICTURE_ROPES && segment >= 0 && segment < PICTURE_SEGMENTS);
    sway->links[rope * PICTURE_SEGMENTS + segment].alive = whole;
}

void picture_sway_kick(PictureSway *sway, int rope, int station, PictureVector speed)
{
    assert(rope >= 0 && rope < PICTURE_ROPES && station >= 0 && station < PICTURE_STATIONS);
    PictureNode *node = &sway->nodes[node_index(rope, station)];
    if (node->lightness > 0.0f) {
        node->speed.x += speed.x;
        node->speed.y += speed.y;
        node->speed.z += speed.z;
    }
}

void picture_sway_unload(PictureSway *sway)
{
    for (int i = 0; i < PICTURE_NODES; i++) {
        sway->nodes[i].load = 0.0f;
    }
}

void picture_sway_load(PictureSway *sway, float x, float mass)
{
    if (!(mass > 0.0f && mass < 1000.0f)) { // nor for what is not a number
        return;
    }
    for (int i = 0; i < PICTURE_SEGMENTS; i++) {
        float a = sway->nodes[i].at.x;
        float b = sway->nodes[i + 1].at.x;
        if (!(x >= a && x < b)) { // nor for what is not a number
            continue;
        }
        float u = (x - a) / (b - a);
        float force = mass * gravity * 0.5f;
        for (int rope = 0; rope < 2; rope++) {
            sway->nodes[node_index(rope, i)].load += force * (1.0f - u);
            sway->nodes[node_index(rope, i + 1)].load += force * u;
        }
    }
}

static void fall(PictureSway *sway, float seconds, float h)
{
    float keep = 1.0f - sway->damping * h;
    float wind = sway->wind;
    for (int i = 0; i < PICTURE_NODES; i++) {
        PictureNode *node = &sway->nodes[i];
        if (node->lightness <= 0.0f) {
            continue;
        }
        node->speed.y += h * (gravity + node->load * node->lightness);
        if (wind > 0.0f) {
            float phase = node->at.x * 0.011f;
            float gust = wave_sin(seconds * 1.3f + phase) +
                         0.6f * wave_sin(seconds * 2.9f - phase * 1.7f) +
                         0.35f * wave_sin(seconds * 0.47f);
            node->speed.x += h * wind * 26.0f * gust;
            node->speed.y += h * wind * 44.0f * wave_sin(seconds * 2.1f + phase * 2.0f);
            node->speed.z += h * wind * 120.0f * gust;
        }
        node->speed.x *= keep;
        node->speed.y *= keep;
        node->speed.z *= keep;
        node->before = node->at;
        node->at.x += h * node->speed.x;
        node->at.y += h * node->speed.y;
        node->at.z += h * node->speed.z;
    }
}

static void hold(PictureSway *sway, float h)
{
    float per = 1.0f / (h * h);
    for (int k = 0; k < PICTURE_LINKS; k++) {
        PictureLink *link = &sway->links[k];
        if (!link->alive) {
            continue;
        }
        PictureNode *a = &sway->nodes[link->a];
        PictureNode *b = &sway->nodes[link->b];
        float dx = a->at.x - b->at.x;
        float dy = a->at.y - b->at.y;
        float dz = a->at.z - b->at.z;
        float length = sqrtf(dx * dx + dy * dy + dz * dz);
        float stretch = length - link->rest;
        if (stretch <= 0.0f && link->one_sided) {
            link->tension *= 0.9f;
            continue;
        }
        float give = a->lightness + b->lightness;
        if (give <= 0.0f || length < 1.0e-6f) {
            continue;
        }
        float push = -stretch / (give + link->compliance * per);
        float s = push / length;
        link->tension += (-push * per - link->tension) * 0.1f;
        a->at.x += s * a->lightness * dx;
        a->at.y += s * a->lightness * dy;
        a->at.z += s * a->lightness * dz;
        b->at.x -= s * b->lightness * dx;
        b->at.y -= s * b->lightness * dy;
        b->at.z -= s * b->lightness * dz;
    }
}

static void note_blow(PictureBlow *blow, const PictureNode *node, float speed)
{
    if (speed > blow->speed) {
        *blow = (PictureBlow){ .speed = speed, .x = node->at.x, .y = node->at.y };
    }
}

// What hangs below the deck lies against the canyon walls: a plane that leans inwards on each side.
static void stop_at_walls(PictureSway *sway, float h)
{
    for (int i = 0; i < PICTURE_NODES; i++) {
        PictureNode *node = &sway->nodes[i];
        if (node->lightness <= 0.0f || node->at.y <= SWAY_DECK_Y - 2.0f) {
            continue;
        }
        float below = (node->at.y - SWAY_DECK_Y) * SWAY_WALL_LEAN;
        bool left = i % PICTURE_STATIONS < PICTURE_STATIONS / 2;
        float wall = left ? SWAY_LEFT - 1.0f + below : SWAY_RIGHT + 1.0f - below;
        if (left ? node->at.x < wall : node->at.x > wall) {
            float way = left ? node->before.x - node->at.x : node->at.x - node->before.x;
            note_blow(&sway->blow[left ? 0 : 1], node, way / h);
            node->at.x = wall;
            node->before.x += (node->at.x - node->before.x) * 0.2f;
        }
    }
}

static void take_speed(PictureSway *sway, float h)
{
    float per = 1.0f / h;
    for (int i = 0; i < PICTURE_NODES; i++) {
        PictureNode *node = &sway->nodes[i];
        if (node->lightness > 0.0f) {
            node->speed.x = (node->at.x - node->before.x) * per;
            node->speed.y = (node->at.y - node->before.y) * per;
            node->speed.z = (node->at.z - node->before.z) * per;
        }
    }
}

// Returns whether something is being hauled in from far away.
static bool ease_lengths(PictureSway *sway)
{
    bool hauled = false;
    for (int k = 0; k < PICTURE_LINKS; k++) {
        PictureLink *link = &sway->links[k];
        float gap = link->rest_goal - link->rest;
        float step = colour_clamp(gap * 0.08f, -(float)HAUL, (float)HAUL);
        hauled = hauled || gap < -20.0f;
        link->rest = gap < 0.02f && gap > -0.02f ? link->rest_goal : link->rest + step;
    }
    return hauled;
}

void picture_sway_step(PictureSway *sway)
{
    float h = 1.0f / (60.0f * (float)SUBSTEPS);
    float damping = sway->damping;
    memset(sway->blow, 0, sizeof sway->blow);
    if (ease_lengths(sway) && damping < 5.0f) {
        sway->damping = 5.0f; // many hands hold a bridge that is drawn up
    }
    for (int i = 0; i < SUBSTEPS; i++) {
        float seconds = ((float)sway->tick * (float)SUBSTEPS + (float)i) * h;
        fall(sway, seconds, h);
        hold(sway, h);
        stop_at_walls(sway, h);
        take_speed(sway, h);
    }
    sway->damping = damping;
    sway->tick++;
}

void picture_sway_settle(PictureSway *sway)
{
    float wind = sway->wind;
    float damping = sway->damping;
    uint32_t tick = sway->tick;
    sway->wind = 0.0f;
    sway->damping = 4.0f;
    for (int k = 0; k < PICTURE_LINKS; k++) {
        sway->links[k].rest = sway->links[k].rest_goal;
    }
    for (int i = 0; i < SETTLE_STEPS && (i < 40 || picture_sway_speed(sway) > 1.0f); i++) {
        picture_sway_step(sway);
    }
    for (int i = 0; i < PICTURE_NODES; i++) {
        sway->nodes[i].speed = (PictureVector){ 0.0f, 0.0f, 0.0f };
        sway->nodes[i].before = sway->nodes[i].at;
    }
    sway->wind = wind;
    sway->damping = damping;
    sway->tick = tick;
}

float picture_sway_speed(const PictureSway *sway)
{
    float most = 0.0f;
    for (int i = 0; i < PICTURE_NODES; i++) {
        PictureVector v = sway->nodes[i].speed;
        float square = v.x * v.x + v.y * v.y + v.z * v.z;
        most = square > most ? square : most;
    }
    return sqrtf(most);
}

static bool within(float v, float most)
{
    return v > -most && v < most; // false for what is not a number
}

bool picture_sway_sane(const PictureSway *sway)
{
    bool sane = true;
    for (int i = 0; i < PICTURE_NODES; i++) {
        const PictureNode *node = &sway->nodes[i];
        sane = sane && within(node->at.x, 1.0e4f) && within(node->at.y, 1.0e4f) &&
               within(node->at.z, 1.0e4f) && within(node->speed.x, 1.0e5f) &&
               within(node->speed.y, 1.0e5f) && within(node->speed.z, 1.0e5f);
    }
    return sane;
}

float picture_sway_pull(const PictureSway *sway, float *x)
{
    float most = 0.0f;
    *x = 0.5f * (SWAY_LEFT + SWAY_RIGHT);
    for (int k = 0; k < PICTURE_ROPES * PICTURE_SEGMENTS; k++) {
        const PictureLink *link = &sway->links[k];
        if (link->alive && link->tension > most) {
            most = link->tension;
            *x = sway->nodes[link->a].at.x;
        }
    }
    return most;
}

uint64_t picture_sway_hash(const PictureSway *sway)
{
    uint64_t hash = hash_mix(sway->tick, 0);
    for (int i = 0; i < PICTURE_NODES; i++) {
        const PictureNode *node = &sway->nodes[i];
        const float values[6] = { node->at.x,    node->at.y,    node->at.z,
                                  node->speed.x, node->speed.y, node->speed.z };
        for (int k = 0; k < 6; k++) {
            uint32_t bits;
            memcpy(&bits, &values[k], sizeof bits);
            hash = hash_mix(hash, bits);
        }
    }
    return hash;
}
