// The canyon in few shapes for a sink: sky as gradients, clouds by hand, strata and patches of
// light from the same tables as the painted walls, mist as gradients. A few kilobytes, no pixels.
#include "picture/canyon_parts.h"

#include "picture/colour.h"

enum { SIDE_MARGIN = 60 }; // how far beyond the scene's own 1280 units shapes reach

static float outside_of(const CanyonWall *wall)
{
    return wall->side < 0 ? -(float)SIDE_MARGIN : 1280.0f + (float)SIDE_MARGIN;
}

// Each stop's rectangle reaches down over the next: where they meet they have the same colour.
static void sky_gradient(Raster *raster, const PicturePalette *p)
{
    float left = -(float)SIDE_MARGIN;
    float width = 1280.0f + 2.0f * (float)SIDE_MARGIN;
    for (int i = 0; i < 3; i++) {
        float from = 330.0f * p->sky_stop[i];
        float to = 330.0f * p->sky_stop[i + 1];
        float top = i == 0 ? -200.0f : from;
        raster_rect(raster, left, top, width, 740.0f - top);
        raster_fill_linear(raster, p->sky[i] | 0xff000000u, p->sky[i + 1] | 0xff000000u, 0.0f, from,
                           0.0f, to);
    }
}

static void sun(Raster *raster, const PicturePalette *p)
{
    static const struct {
        float radii, alpha;
    } halos[] = { { 4.6f, 0.06f }, { 3.1f, 0.07f }, { 1.95f, 0.10f } };
    float r = p->sun_radius;
    if (r <= 0.0f) {
        return;
    }
    raster_glow(raster, p->sun_x, p->sun_y, 520.0f, p->sun, 0.30f);
    raster_glow(raster, p->sun_x, p->sun_y, 200.0f, p->sun, 0.40f);
    for (int i = 0; i < 3; i++) {
        raster_ellipse(raster, p->sun_x, p->sun_y, r * halos[i].radii, r * halos[i].radii);
        raster_fill(raster, p->sun, halos[i].alpha);
    }
    raster_ellipse(raster, p->sun_x, p->sun_y, r, r);
    raster_fill(raster, p->sun, 1.0f);
}

// A streak of cirrus: pointed at both ends, with a step in its back and one in its belly.
static void streak(Raster *raster, float x, float y, float w, float h, float lean)
{
    float k = x + w * lean;
    raster_move(raster, x, y);
    raster_cubic(raster, x + w * 0.12f, y - h * 0.25f, k - w * 0.15f, y - h * 0.85f, k,
                 y - h * 0.8f);
    raster_cubic(raster, k + w * 0.04f, y - h * 1.15f, x + w * 0.8f, y - h * 1.2f, x + w, y - h);
    raster_cubic(raster, x + w * 0.88f, y - h * 0.8f, x + w * 0.85f, y - h * 0.45f, x + w * 0.72f,
                 y - h * 0.45f);
    raster_cubic(raster, x + w * 0.7f, y - h * 0.1f, x + w * 0.5f, y + h * 0.2f, x + w * 0.38f,
                 y - h * 0.02f);
    raster_cubic(raster, x + w * 0.25f, y + h * 0.25f, x + w * 0.1f, y + h * 0.1f, x, y);
}

static void clouds(Raster *raster, const PicturePalette *p)
{
    static const struct {
        float x, y, w, h, lean;
    } streaks[] = { { 190, 196, 470, 30, 0.4f }, { 700, 84, 420, 26, 0.6f },
                    { 905, 160, 330, 20, 0.3f }, { -40, 118, 250, 26, 0.5f },
                    { 420, 240, 300, 14, 0.6f }, { 950, 236, 300, 16, 0.4f },
                    { 300, 60, 210, 10, 0.5f } };
    for (int pass = 0; pass < 2; pass++) {
        float s = pass ? 0.78f : 1.0f;
        for (size_t i = 0; i < sizeof streaks / sizeof streaks[0]; i++) {
            streak(raster, streaks[i].x + (pass ? 24.0f : 0.0f),
                   streaks[i].y - (pass ? streaks[i].h * 0.12f : 0.0f), streaks[i].w * s,
                   streaks[i].h * s, streaks[i].lean);
        }
        raster_fill(raster, pass ? p->cloud : p->cloud_low, pass ? 0.40f : 0.30f);
    }
}

void picture_canyon_vector_sky(Raster *raster, const PicturePalette *palette)
{
    sky_gradient(raster, palette);
    sun(raster, palette);
    clouds(raster, palette);
}

void picture_canyon_vector_mist(Raster *raster, uint32_t rgb, float y, float height, float alpha)
{
    float left = -(float)SIDE_MARGIN;
    float width = 1280.0f + 2.0f * (float)SIDE_MARGIN;
    if (alpha < 0.42f) {
        return;
    }
    alpha *= 0.72f; // the painted one has holes
    raster_rect(raster, left, y - height, width, height);
    raster_fill_linear(raster, colour_alpha(rgb, 0.0f), colour_alpha(rgb, alpha), 0.0f, y - height,
                       0.0f, y);
    raster_rect(raster, left, y, width, height);
    raster_fill_linear(raster, colour_alpha(rgb, alpha), colour_alpha(rgb, 0.0f), 0.0f, y, 0.0f,
                       y + height);
}

static int clamp_row(float y)
{
    return y < 0.0f ? 0 : y > (float)(CANYON_BOTTOM - 1) ? CANYON_BOTTOM - 1 : (int)y;
}

// As far down as anything of a wall is drawn.
static float lowest_on(const Raster *raster)
{
    float bottom = ((float)raster->surface.height - raster->offset_y) / raster->scale + 30.0f;
    return bottom < 760.0f ? bottom : 760.0f;
}

// The top of a stratum in design units.
static float top_of(const CanyonWall *wall, int stratum)
{
    return wall->rim + wall->top[stratum] * wall->scale;
}

static float inner_edge(const CanyonWall *wall, float y)
{
    return wall->profile[clamp_row(y)];
}

// Where the next nearer wall begins to cover this one.
static float outer_edge(const CanyonWall *wall, const CanyonWall *cover, float y)
{
    if (cover == NULL || y < cover->rim) {
        return outside_of(wall);
    }
    return cover->profile[clamp_row(y)] + (wall->side < 0 ? -12.0f : 12.0f);
}

static void outline(Raster *raster, const CanyonWall *wall)
{
    float out = outside_of(wall);
    float lowest = lowest_on(raster);
    raster_move(raster, out, wall->rim);
    for (int k = 0; k < wall->strata && top_of(wall, k) < lowest; k++) {
        float y = top_of(wall, k);
        float end = top_of(wall, k + 1);
        raster_line(raster, inner_edge(wall, y + 1.0f), y);
        raster_line(raster, inner_edge(wall, end - 1.0f), end);
    }
    raster_line(raster, out, lowest + 40.0f);
    raster_close(raster);
}

// A little into the next one, lest a line of light shows between them.
static void stratum(Raster *raster, const CanyonWall *wall, const CanyonWall *cover, int k)
{
    float y = top_of(wall, k);
    float end = top_of(wall, k + 1);
    float out0 = outer_edge(wall, cover, y);
    float out1 = outer_edge(wall, cover, end);
    raster_move(raster, out0, y);
    raster_line(raster, inner_edge(wall, y + 1.0f), y);
    raster_line(raster, inner_edge(wall, end - 1.0f), end + 0.7f);
    raster_line(raster, out1, end + 0.7f);
    raster_close(raster);
}

// Every stratum once, those of one colour together.
static void strata(Raster *raster, const CanyonRock *rock, const CanyonWall *cover)
{
    const CanyonWall *wall = rock->wall;
    bool done[CANYON_STRATA] = { false };
    for (int i = 0; i < wall->strata; i++) {
        for (int k = i; k < wall->strata && !done[i] && top_of(wall, k) < lowest_on(raster); k++) {
            if (rock->stratum[k] == rock->stratum[i]) {
                stratum(raster, wall, cover, k);
                done[k] = k != i;
            }
        }
        raster_fill(raster, rock->stratum[i], 1.0f);
        done[i] = true;
    }
}

// 1 lit, -1 in shade, 0 neither, at a point of the middle of a stratum.
static int tone_at(const CanyonRock *rock, int k, float x)
{
    const CanyonWall *wall = rock->wall;
    float per = 1.0f / wall->scale;
    float s = 0.5f * (wall->top[k] + wall->top[k + 1]);
    float edge = inner_edge(wall, wall->rim + s * wall->scale);
    float from_edge = (wall->side < 0 ? edge - x : x - edge) * per;
    float light = picture_canyon_light(rock, x * per, s, k, from_edge);
    return light > 0.575f ? 1 : light < 0.43f ? -1 : 0;
}

// Runs of one tone as boxes; in the gaps between the strata their edges show.
static void patches(Raster *raster, const CanyonRock *rock, const CanyonWall *cover, int k,
                    int tone)
{
    const CanyonWall *wall = rock->wall;
    float step = 3.0f;
    float y = top_of(wall, k);
    float h = top_of(wall, k + 1) - y;
    float a = outer_edge(wall, cover, y + h * 0.5f);
    float b = inner_edge(wall, y + 1.0f);
    float end = inner_edge(wall, y + h - 1.0f);
    float left = wall->side < 0 ? a : (b > end ? b : end);
    float right = wall->side < 0 ? (b < end ? b : end) : a;
    float from = left;
    bool on = false;
    for (float x = left; x <= right + step; x += step) {
        bool now = x <= right && tone_at(rock, k, x) == tone;
        if (now && !on) {
            from = x;
        } else if (on && !now && x - from > 3.0f * step) {
            raster_rect(raster, from, y + 0.8f, (x < right ? x : right) - from, h - 1.6f);
        }
        on = now;
    }
}

static void ledges(Raster *raster, const CanyonWall *wall, const CanyonWall *cover)
{
    for (int k = 1; k < wall->strata && top_of(wall, k) < lowest_on(raster); k++) {
        float y = top_of(wall, k);
        float a = outer_edge(wall, cover, y);
        float b = inner_edge(wall, y - 1.0f);
        float left = a < b ? a : b;
        raster_rect(raster, left, y - 1.2f * wall->scale, (a < b ? b : a) - left,
                    1.8f * wall->scale);
    }
}

static float haze_at(const CanyonWall *wall, float y)
{
    float haze = wall->haze * (0.62f + 0.50f * colour_smooth(wall->rim - 10.0f,
                                                             wall->rim + 190.0f * wall->scale, y));
    return colour_clamp(haze, 0.0f, 0.97f);
}

// What the depth of the canyon and the air in front lay over the rock at y, as one colour.
static uint32_t air(const CanyonRock *rock, float y)
{
    const CanyonWall *wall = rock->wall;
    float sink = colour_smooth(wall->rim + 30.0f, wall->rim + 400.0f, y);
    sink *= wall->side < 0 ? 0.74f : 0.84f;
    float haze = haze_at(wall, y);
    float all = 1.0f - (1.0f - sink) * (1.0f - haze);
    if (all <= 0.0f) {
        return rock->palette->deep;
    }
    return colour_alpha(colour_mix(rock->palette->deep, rock->palette->haze, haze / all), all);
}

void picture_canyon_vector_wall(Raster *raster, const CanyonRock *rock, const CanyonWall *cover)
{
    const CanyonWall *wall = rock->wall;
    const PicturePalette *p = rock->palette;
    float end = wall->rim + (wall->haze > 0.0f ? 190.0f * wall->scale : 360.0f);
    uint32_t above = air(rock, wall->rim);
    uint32_t below = air(rock, end);
    bool distant = wall->haze > 0.5f; // only its outline and ledges
    if (distant) {
        above = colour_mix(p->strata[2], above, (float)(above >> 24) / 255.0f) | 0xff000000u;
        below = colour_mix(p->strata[2], below, (float)(below >> 24) / 255.0f) | 0xff000000u;
    }
    if (!distant) {
        strata(raster, rock, cover);
        for (int tone = 1; tone >= -1; tone -= 2) {
            for (int k = 0; k < wall->strata && top_of(wall, k) < lowest_on(raster); k++) {
                patches(raster, rock, cover, k, tone);
            }
            raster_fill(raster, tone > 0 ? p->lit : p->shade, tone > 0 ? 0.36f : 0.42f);
        }
        ledges(raster, wall, cover);
        raster_fill(raster, p->shade, 0.34f);
    }
    outline(raster, wall);
    raster_fill_linear(raster, above, below, 0.0f, wall->rim, 0.0f, end);
    if (distant && wall->haze < 0.7f) {
        ledges(raster, wall, cover);
        raster_fill(raster, colour_mix(p->strata[4], p->haze, 0.5f), 0.30f);
    }
}

// The painted picture is darker towards its corners; here only from above and below.
void picture_canyon_vector_corners(Raster *raster, const PicturePalette *palette)
{
    float left = -(float)SIDE_MARGIN;
    float width = 1280.0f + 2.0f * (float)SIDE_MARGIN;
    raster_rect(raster, left, -200.0f, width, 360.0f);
    raster_fill_linear(raster, colour_alpha(palette->deep, 0.22f),
                       colour_alpha(palette->deep, 0.0f), 0.0f, 0.0f, 0.0f, 160.0f);
}
