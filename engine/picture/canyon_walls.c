// The canyon walls: strata that step in and out, flat tones of light, haze by distance, and what
// lies between the pairs (mist, river, waterfall). Outline and shading use the same table of
// strata.
#include "picture/canyon_parts.h"

#include "picture/colour.h"
#include "picture/noise.h"
#include "picture/wave.h"

#include <math.h>

// 1-D noise by table; `t` in cells, any sign.
static float line_noise(const PictureCanyonPlan *plan, float t, uint32_t seed)
{
    float at = (t + 4096.0f) * 16.0f + (float)(seed * 53u % 6007u);
    int i = (int)at;
    float f = at - (float)i;
    float a = plan->line[i & (CANYON_LINE - 1)];
    float b = plan->line[(i + 1) & (CANYON_LINE - 1)];
    return a + (b - a) * f;
}

// 2-D noise by table, without smoothing between the samples: for grain.
static float plane_noise(const PictureCanyonPlan *plan, float x, float y, uint32_t seed)
{
    int i = noise_floor(x * 4.0f) + (int)(seed * 37u & 255u);
    int j = noise_floor(y * 4.0f) + (int)(seed * 91u & 255u);
    return (float)plan->tile[(j & (CANYON_TILE - 1)) * CANYON_TILE + (i & (CANYON_TILE - 1))] *
           (1.0f / 255.0f);
}

static void plan_noise(PictureCanyonPlan *plan)
{
    int cells = CANYON_LINE / 16;
    for (int i = 0; i < CANYON_LINE; i++) {
        float t = (float)(i % 16) / 16.0f;
        t = t * t * (3.0f - 2.0f * t);
        float a = noise_of_index(71u, i / 16);
        float b = noise_of_index(71u, (i / 16 + 1) % cells);
        plan->line[i] = a + (b - a) * t;
    }
    uint32_t side = CANYON_TILE / 4;
    for (uint32_t j = 0; j < CANYON_TILE; j++) {
        for (uint32_t i = 0; i < CANYON_TILE; i++) {
            float tx = (float)(i % 4u) * 0.25f;
            float ty = (float)(j % 4u) * 0.25f;
            tx = tx * tx * (3.0f - 2.0f * tx);
            ty = ty * ty * (3.0f - 2.0f * ty);
            float a = noise_corner(i / 4u, j / 4u, 5u);
            float b = noise_corner((i / 4u + 1u) % side, j / 4u, 5u);
            float c = noise_corner(i / 4u, (j / 4u + 1u) % side, 5u);
            float d = noise_corner((i / 4u + 1u) % side, (j / 4u + 1u) % side, 5u);
            float v = a + (b - a) * tx + (c - a) * ty + (a - b - c + d) * tx * ty;
            plan->tile[j * CANYON_TILE + i] = (uint8_t)(v * 255.0f);
        }
    }
}

static void plan_strata(CanyonWall *wall)
{
    float y = 0.0f;
    int k = 0;
    while (y < (float)CANYON_DEPTH && k < CANYON_STRATA - 1) {
        wall->top[k] = y;
        float h = k == 0 ? 9.0f : 10.0f + 30.0f * noise_of(wall->seed + (uint32_t)k * 13u);
        h *= k % 4 == 2 ? 0.45f : 1.0f;
        for (int q = (int)y; q < (int)(y + h) && q < CANYON_DEPTH; q++) {
            wall->stratum_at[q] = (uint8_t)k;
        }
        y += h;
        k++;
    }
    wall->strata = k;
    wall->top[k] = y;
}

static int stratum_of(const CanyonWall *wall, float s)
{
    int i = s <= 0.0f ? 0 : (int)s;
    return wall->stratum_at[i < CANYON_DEPTH ? i : CANYON_DEPTH - 1];
}

// Every third stratum is rubble: it slopes where the others stand upright.
static bool is_talus(int stratum)
{
    return stratum % 3 == 1;
}

static void plan_profile(CanyonWall *wall, float edge, float slope)
{
    float x = edge;
    float inward = wall->side < 0 ? 1.0f : -1.0f;
    int last = -1;
    for (int y = 0; y < CANYON_BOTTOM; y++) {
        float s = ((float)y - wall->rim) / wall->scale;
        if (s < 0.0f) {
            wall->profile[y] = x;
            continue;
        }
        int k = stratum_of(wall, s);
        if (k != last) {
            if (last >= 0 && !is_talus(k)) {
                x += inward * wall->scale * (1.5f + 5.0f * noise_of(wall->seed + (uint32_t)k * 7u));
            } else if (is_talus(k)) {
                x -= inward * wall->scale * 1.2f;
            }
            last = k;
        }
        // Below the picture's own 720 rows the walls stand upright, so that the gap stays open.
        float lean = y < 740 ? 1.0f : 0.25f;
        x += inward * wall->scale * slope * lean * (is_talus(k) ? 1.15f : 0.10f);
        float rough = noise_1d((float)y * 0.22f / wall->scale, wall->seed + 9u) - 0.5f;
        wall->profile[y] = x + wall->scale * 2.4f * rough;
    }
}

static void plan_wiggle(CanyonWall *wall)
{
    for (int i = 0; i < CANYON_WIGGLES; i++) {
        float cx = (float)(CANYON_LEFT + 2 * i) / wall->scale;
        wall->wiggle[i] = 7.0f * (noise_1d(cx * 0.011f, wall->seed + 1u) - 0.5f) +
                          2.2f * (noise_1d(cx * 0.07f, wall->seed + 2u) - 0.5f);
    }
}

void picture_canyon_plan_walls(PictureCanyonPlan *plan)
{
    static const struct {
        float edge, rim, slope, scale, haze;
        uint32_t seed;
    } walls[CANYON_WALLS] = {
        { 566, 312, 0.85f, 0.42f, 0.74f, 41 }, { 738, 308, 0.85f, 0.42f, 0.74f, 43 },
        { 452, 322, 0.66f, 0.58f, 0.58f, 61 }, { 836, 318, 0.66f, 0.58f, 0.58f, 63 },
        { 326, 338, 0.60f, 0.80f, 0.38f, 81 }, { 962, 332, 0.60f, 0.80f, 0.38f, 83 },
        { 216, 308, 0.36f, 1.25f, 0.0f, 101 }, { 1064, 308, 0.36f, 1.25f, 0.0f, 107 },
    };
    plan_noise(plan);
    for (int i = 0; i < CANYON_WALLS; i++) {
        CanyonWall *wall = &plan->walls[i];
        wall->side = i % 2 == 0 ? -1 : 1;
        wall->rim = walls[i].rim;
        wall->scale = walls[i].scale;
        wall->haze = walls[i].haze;
        wall->seed = walls[i].seed;
        plan_strata(wall);
        plan_profile(wall, walls[i].edge, walls[i].slope);
        plan_wiggle(wall);
    }
}

void picture_canyon_rock(CanyonRock *paint)
{
    const PicturePalette *p = paint->palette;
    uint32_t seed = paint->wall->seed;
    for (int i = 0; i < paint->wall->strata; i++) {
        uint32_t k = (uint32_t)i;
        uint32_t c = p->strata[noise_hash(seed + k * 31u) % 5u];
        c = colour_mix(c, p->strata[2], 0.18f);
        if (noise_hash(seed + k * 131u) % 6u == 0u) {
            c = colour_mix(c, p->path, 0.55f);
        }
        if (noise_hash(seed + k * 171u) % 5u == 0u) {
            c = colour_mix(c, p->strata[4], 0.55f);
        }
        paint->stratum[i] = c;
        paint->shift[i] = noise_of(seed + k * 57u) - 0.5f;
    }
}

// Light on the rock at one point: noise in columns, brighter near the left wall's edge, darker near
// the right one's (the sun stands on the right).
float picture_canyon_light(const CanyonRock *paint, float cx, float s, int stratum, float from_edge)
{
    const PictureCanyonPlan *plan = paint->plan;
    uint32_t seed = paint->wall->seed;
    float shift = paint->shift[stratum];
    float bend = line_noise(plan, s * 0.022f + cx * 0.006f, 11u);
    float light = 0.60f * line_noise(plan, cx * 0.050f + 0.55f * bend + 1.5f * shift, seed + 3u);
    bend = line_noise(plan, s * 0.07f, 5u);
    light += 0.40f * line_noise(plan, cx * 0.16f + 0.35f * bend + 3.1f * shift, seed + 4u);
    if (paint->wall->side < 0) {
        light += 0.10f * (1.0f - colour_smooth(0.0f, 90.0f, from_edge));
    } else {
        light -= 0.16f * (1.0f - colour_smooth(0.0f, 120.0f, from_edge));
    }
    light += is_talus(stratum) ? 0.05f : 0.0f;
    return light + 0.03f * (plane_noise(plan, cx * 0.3f, s * 0.3f, seed) - 0.5f);
}

static uint32_t rock(const CanyonRock *paint, float cx, float s, float from_edge)
{
    const CanyonWall *wall = paint->wall;
    const PicturePalette *p = paint->palette;
    int k = stratum_of(wall, s);
    float below_top = s - wall->top[k];
    float above_bottom = wall->top[k + 1] - s;
    float light = picture_canyon_light(paint, cx, s, k, from_edge);
    uint32_t c = paint->stratum[k];
    if (light > 0.565f) {
        c = colour_mix(c, p->lit, 0.34f * colour_smooth(0.565f, 0.585f, light));
        c = colour_mix(c, p->lit, 0.22f * colour_smooth(0.68f, 0.70f, light));
    } else if (light < 0.44f) {
        c = colour_mix(c, p->shade, 0.40f * (1.0f - colour_smooth(0.42f, 0.44f, light)));
        c = colour_mix(c, p->shade, 0.28f * (1.0f - colour_smooth(0.315f, 0.335f, light)));
    }
    if (is_talus(k)) {
        c = colour_mix(c, p->strata[3], 0.25f);
    }
    if (below_top < 2.0f) {
        float lip = wall->side < 0 ? 0.30f : 0.18f;
        c = colour_mix(c, p->lit, lip * (1.0f - colour_smooth(0.8f, 2.0f, below_top)));
    }
    if (above_bottom < 3.2f) {
        c = colour_mix(c, p->shade, 0.42f * (1.0f - colour_smooth(0.6f, 3.2f, above_bottom)));
    }
    return c;
}

static float fine_noise(const void *context, float x, float y)
{
    const CanyonRock *paint = context;
    const CanyonWall *wall = paint->wall;
    int i = ((int)x - CANYON_LEFT) / 2;
    i = i < 0 ? 0 : i >= CANYON_WIGGLES ? CANYON_WIGGLES - 1 : i;
    float s = (y - wall->rim) / wall->scale + wall->wiggle[i];
    return noise_2d(x / wall->scale * 0.02f, s * 1.1f, wall->seed + 8u);
}

static void shade_wall(void *context, float x, float y, float step, int count, uint32_t *out)
{
    const CanyonRock *paint = context;
    const CanyonWall *wall = paint->wall;
    const PicturePalette *p = paint->palette;
    float per = 1.0f / wall->scale;
    float depth = (y - wall->rim) * per;
    int row = (int)colour_clamp(y, 0.0f, (float)(CANYON_BOTTOM - 1));
    float edge = wall->profile[row];
    float sink = colour_smooth(wall->rim + 30.0f, wall->rim + 400.0f, y);
    sink *= wall->side < 0 ? 0.74f : 0.84f;
    float haze = wall->haze * (0.62f + 0.50f * colour_smooth(wall->rim - 10.0f,
                                                             wall->rim + 190.0f * wall->scale, y));
    haze = colour_clamp(haze, 0.0f, 0.97f);
    CanyonSlow fine = picture_canyon_slow(fine_noise, paint, y, 8.0f);
    for (int i = 0; i < count; i++) {
        float px = x + (float)i * step;
        float at = (px - (float)CANYON_LEFT) * 0.5f;
        int j = (int)colour_clamp(at, 0.0f, (float)(CANYON_WIGGLES - 2));
        float f = at - (float)j;
        float s = depth + wall->wiggle[j] + (wall->wiggle[j + 1] - wall->wiggle[j]) * f;
        s = colour_clamp(s, 0.0f, (float)(CANYON_DEPTH - 1));
        float from_edge = (wall->side < 0 ? edge - px : px - edge) * per;
        uint32_t c = rock(paint, px * per, s, from_edge);
        float streak = picture_canyon_slow_at(&fine, px);
        if (streak > 0.62f) {
            c = colour_mix(c, p->shade, 0.10f * colour_smooth(0.62f, 0.70f, streak));
        }
        c = colour_mix(c, p->deep, sink);
        if (haze > 0.0f) {
            c = colour_mix(c, p->haze, haze);
        }
        out[i] = c | 0xff000000u;
    }
}

// Only as far outwards as the next nearer wall does not cover it.
static void draw_wall(Raster *raster, const PictureCanyonPlan *plan, const PicturePalette *palette,
                      int i)
{
    const CanyonWall *wall = &plan->walls[i];
    const CanyonWall *cover = i + 2 < CANYON_WALLS ? &plan->walls[i + 2] : NULL;
    CanyonRock paint = { .plan = plan, .wall = wall, .palette = palette };
    picture_canyon_rock(&paint);
    if (raster->sink != NULL) {
        picture_canyon_vector_wall(raster, &paint, cover);
        return;
    }
    float outside = wall->side < 0 ? (float)CANYON_LEFT : (float)CANYON_RIGHT;
    int rim = (int)wall->rim;
    raster_move(raster, outside, wall->rim);
    raster_line(raster, wall->profile[rim], wall->rim);
    for (int y = rim; y < CANYON_BOTTOM; y += 2) {
        raster_line(raster, wall->profile[y], (float)y);
    }
    raster_line(raster, wall->profile[CANYON_BOTTOM - 1], (float)CANYON_BOTTOM);
    if (cover != NULL) {
        int from = (int)(cover->rim > wall->rim ? cover->rim : wall->rim) + 4;
        float margin = wall->side < 0 ? -24.0f : 24.0f; // small pictures have large pixels
        for (int y = CANYON_BOTTOM - 1; y > from; y -= 4) {
            raster_line(raster, cover->profile[y] + margin, (float)(y + 1));
        }
        raster_line(raster, cover->profile[from] + margin, (float)from);
        raster_line(raster, outside, (float)from);
    } else {
        raster_line(raster, outside, (float)CANYON_BOTTOM);
    }
    raster_fill_shade(raster, shade_wall, &paint, 1.0f);
}

static void draw_river(Raster *raster, const PicturePalette *p)
{
    float end = (float)CANYON_BOTTOM;
    raster_move(raster, 520.0f, 740.0f); // the valley floor, all but lost in the mist
    raster_cubic(raster, 590, 640, 640, 600, 652, 572);
    raster_cubic(raster, 668, 600, 720, 650, 770, 740);
    raster_line(raster, 860.0f, end);
    raster_line(raster, 440.0f, end);
    raster_fill_linear(raster, colour_alpha(p->grass_dark, 0.0f),
                       colour_alpha(p->grass_dark, 0.22f), 0, 590, 0, 760);
    raster_move(raster, 652, 566);
    raster_cubic(raster, 658, 586, 616, 598, 626, 618);
    raster_cubic(raster, 640, 642, 712, 652, 698, 690);
    raster_cubic(raster, 690, 712, 660, 722, 668, 740);
    raster_cubic(raster, 676, 790, 730, 850, 700, end);
    raster_line(raster, 590, end);
    raster_cubic(raster, 640, 880, 560, 800, 584, 740);
    raster_cubic(raster, 590, 712, 646, 706, 648, 688);
    raster_cubic(raster, 652, 660, 594, 650, 596, 620);
    raster_cubic(raster, 600, 594, 648, 590, 648, 566);
    raster_fill_linear(raster, colour_mix(p->haze, p->river, 0.35f) | 0xff000000u,
                       p->river | 0xff000000u, 0, 566, 0, 690);
    for (int k = 0; k < 9; k++) {
        float y = 612.0f + 13.0f * (float)k;
        float x = 618.0f + 16.0f * wave_sin((float)k * 1.15f + 3.4f) + (k > 3 ? 14.0f : 0.0f);
        raster_segment(raster, x, y, x + 12.0f + 4.0f * (float)k, y + 0.6f, 0.8f, 1.7f);
        raster_fill(raster, p->sun, 0.55f);
    }
}

static void draw_waterfall(Raster *raster, const PicturePalette *p)
{
    uint32_t water = colour_mix(p->mist, 0xffffff, 0.6f);
    float x = 866.0f;
    raster_move(raster, x - 4, 318);
    raster_cubic(raster, x - 6, 324, x - 9, 330, x - 9, 346);
    raster_line(raster, x - 13, 505);
    raster_line(raster, x + 1, 505);
    raster_line(raster, x - 1, 346);
    raster_cubic(raster, x - 1, 332, x + 5, 325, x + 7, 318);
    raster_fill_linear(raster, colour_alpha(water, 0.95f), colour_alpha(water, 0.0f), 0, 330, 0,
                       500);
    for (int k = 0; k < 4; k++) {
        float sx = x - 8.0f + 2.0f * (float)k;
        float y = 346.0f + 30.0f * noise_of((uint32_t)k + 3u);
        raster_segment(raster, sx, y, sx - 1.0f + 0.5f * (float)k,
                       y + 40.0f + 30.0f * noise_of((uint32_t)k + 9u), 0.8f, 1.4f);
        raster_fill(raster, colour_mix(p->river, p->shade, 0.25f), 0.30f);
    }
}

void picture_canyon_draw_pair(Raster *raster, const PictureCanyonPlan *plan,
                              const PicturePalette *palette, int pair)
{
    draw_wall(raster, plan, palette, 2 * pair);
    draw_wall(raster, plan, palette, 2 * pair + 1);
}

void picture_canyon_draw_depths(Raster *raster, const PictureCanyonPlan *plan,
                                const PicturePalette *p)
{
    picture_canyon_mist(raster, plan, p->mist, 338, 52, 0.85f, 13u, 0);
    picture_canyon_draw_pair(raster, plan, p, 0);
    picture_canyon_mist(raster, plan, p->mist, 452, 80, 0.95f, 21u, 1);
    draw_river(raster, p);
    picture_canyon_draw_pair(raster, plan, p, 1);
    draw_waterfall(raster, p);
    picture_canyon_mist(raster, plan, p->mist, 530, 80, 0.55f, 31u, 2);
    picture_canyon_draw_pair(raster, plan, p, 2);
    picture_canyon_mist(raster, plan, p->mist, 600, 80, 0.40f, 33u, 3);
    picture_canyon_mist(raster, plan, p->mist, 360, 60, 0.45f, 35u, 3);
    picture_canyon_mist(raster, plan, p->mist, 690, 50, 0.12f, 39u, 3);
    raster_rect(raster, 200, 500, 880, (float)CANYON_BOTTOM - 500.0f);
    raster_fill_linear(raster, colour_alpha(p->deep, 0.0f), colour_alpha(p->deep, 0.47f), 0, 500, 0,
                       735);
    picture_canyon_draw_pair(raster, plan, p, 3);
}
