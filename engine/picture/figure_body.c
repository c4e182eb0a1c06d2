// The trunk and what is worn on it, as in the portrait: half in shade, a rim of light.
#include "picture/figure_parts.h"

#include "picture/colour.h"

static float hem_of(const Figure *g)
{
    static const float hems[PICTURE_COATS] = {
        [PICTURE_OVERALL] = 15.5f, [PICTURE_JACKET] = 16.5f,   [PICTURE_COAT] = 9.5f,
        [PICTURE_SHIRT] = 16.0f,   [PICTURE_CARDIGAN] = 14.0f, [PICTURE_APRON] = 12.0f,
        [PICTURE_SCRUBS] = 15.0f,  [PICTURE_VEST] = 15.5f,     [PICTURE_HOODIE] = 16.0f,
        [PICTURE_SUIT] = 14.5f,    [PICTURE_KURTA] = 10.0f,    [PICTURE_SARI] = 3.6f,
        [PICTURE_POLO] = 16.0f,    [PICTURE_JUMPER] = 16.5f,
    };
    bool sits = g->look->wheelchair;
    float hem = hems[g->look->coat % PICTURE_COATS];
    if (sits) {
        return 22.0f;
    }
    return g->pose == PICTURE_HAMMER && hem < 15.0f ? 15.0f : hem;
}

static float side(const Figure *g, float x)
{
    return x * g->wide;
}

// How much a hem spreads: a long coat more than a jumper.
static void trunk(const Figure *g, float hem, uint32_t rgb)
{
    float top = 33.0f + g->lift;
    float out = hem > 14.5f ? 7.2f : 8.4f;
    figure_move(g, side(g, -6.2f), top);
    figure_quad(g, 0, 37.0f + g->lift, side(g, 6.2f), top);
    figure_quad(g, side(g, 7.8f), 24, side(g, out), hem);
    figure_quad(g, 0, hem - 2.5f, side(g, -out), hem);
    figure_quad(g, side(g, -7.8f), 24, side(g, -6.2f), top);
    figure_fill(g, rgb, 1.0f);
}

static void trunk_shade(const Figure *g, float hem, uint32_t rgb)
{
    float top = 33.0f + g->lift;
    float out = hem > 14.5f ? 7.2f : 8.4f;
    figure_move(g, side(g, -6.2f), top);
    figure_quad(g, side(g, -7.8f), 24, side(g, -out), hem);
    figure_quad(g, side(g, -4.0f), hem - 1.8f, side(g, -1.0f), hem - 1.6f);
    figure_quad(g, side(g, -3.5f), 22, side(g, -2.5f), 35.0f + g->lift);
    figure_fill(g, rgb, 0.8f);
}

static void trunk_rim(const Figure *g, float hem)
{
    if (g->contrast) {
        return;
    }
    float top = 33.0f + g->lift;
    float out = hem > 14.5f ? 7.2f : 8.4f;
    figure_move(g, side(g, 6.4f), top);
    figure_quad(g, side(g, 7.9f), 24, side(g, out + 0.1f), hem);
    figure_line(g, side(g, out - 1.5f), hem - 0.6f);
    figure_quad(g, side(g, 6.2f), 24, side(g, 4.6f), top + 1.6f);
    figure_fill(g, g->rim, 0.62f);
}

static void patch(const Figure *g, const float (*p)[2], int count, uint32_t rgb)
{
    for (int i = 0; i < count; i++) {
        if (i == 0) {
            figure_move(g, side(g, p[i][0]), p[i][1]);
        } else {
            figure_line(g, side(g, p[i][0]), p[i][1]);
        }
    }
    figure_fill(g, rgb, 1.0f);
}

static void bib(const Figure *g, float hem, bool apron)
{
    const float panel[4][2] = {
        { -4.4f, 27 }, { 4.4f, 27 }, { 6.2f, hem - 0.6f }, { -6.2f, hem - 0.6f }
    };
    const float straps[2][4][2] = { { { -5, 34 }, { -3.4f, 34.4f }, { -2.6f, 27 }, { -4.4f, 27 } },
                                    { { 3.4f, 34.4f }, { 5, 34 }, { 4.4f, 27 }, { 2.6f, 27 } } };
    patch(g, panel, 4, g->coat);
    patch(g, straps[0], 4, g->dark);
    patch(g, straps[1], 4, g->coat);
    const float dark[4][2] = {
        { -4.4f, 27 }, { -2.2f, 27 }, { -2.0f, hem - 1 }, { -6.2f, hem - 0.6f }
    };
    patch(g, dark, 4, g->dark);
    if (apron) {
        figure_limb(g, side(g, -6.4f), 22, side(g, 6.4f), 22, 0.9f, 0.9f, g->dark);
    }
}

static void opening(const Figure *g, uint32_t inside)
{
    const float v[3][2] = { { -2.6f, 35 }, { 3.4f, 35 }, { 0.6f, 26 } };
    patch(g, v, 3, inside);
}

static void vest(const Figure *g, float hem, uint32_t white)
{
    uint32_t bright = g->contrast ? 0xf2c230 : colour_mix(0xf2c230, g->shadow, 0.06f);
    const float left[4][2] = { { -6.0f, 33.4f }, { -0.6f, 29 }, { -0.6f, hem }, { -7.2f, hem } };
    const float right[4][2] = { { 6.0f, 33.4f }, { 0.8f, 29 }, { 0.8f, hem }, { 7.0f, hem } };
    patch(g, left, 4, colour_mix(bright, g->shadow, 0.35f));
    patch(g, right, 4, bright);
    float belt = hem > 18.0f ? 25.0f : 20.5f;
    figure_limb(g, side(g, -6.6f), belt, side(g, 6.6f), belt, 1.7f, 1.7f, white);
    figure_limb(g, side(g, 4.4f), 33, side(g, 4.6f), belt, 1.4f, 1.4f, white);
}

static void details(const Figure *g, float hem)
{
    uint32_t white = g->contrast ? 0xffffff : colour_mix(0xf4ead8, g->shadow, 0.10f);
    switch ((PictureCoat)g->look->coat) {
    case PICTURE_OVERALL:
        bib(g, hem, false);
        break;
    case PICTURE_APRON:
        bib(g, hem, true);
        break;
    case PICTURE_VEST:
        vest(g, hem, white);
        break;
    case PICTURE_SUIT: {
        opening(g, white);
        figure_limb(g, 0.5f, 33, 0.5f, 28, 1.0f, 1.5f, g->accent);
        break;
    }
    case PICTURE_SCRUBS:
        opening(g, g->skin);
        break;
    case PICTURE_JACKET:
    case PICTURE_CARDIGAN:
        opening(g, g->accent);
        break;
    case PICTURE_KURTA:
        figure_limb(g, 0.6f, 34, 0.6f, 22, 1.6f, 1.4f, g->accent);
        break;
    case PICTURE_SARI: {
        const float drape[4][2] = { { 5.8f, 33.8f }, { 2.4f, 35 }, { -7.6f, 17 }, { -7.4f, 21 } };
        patch(g, drape, 4, g->accent);
        figure_limb(g, side(g, -8.0f), hem + 1.0f, side(g, 7.6f), hem + 1.0f, 1.4f, 1.4f,
                    g->accent);
        break;
    }
    case PICTURE_POLO:
        figure_limb(g, -2.2f, 34.4f, 0.4f, 26, 0.8f, 0.8f, g->accent);
        figure_limb(g, 3.0f, 34.4f, 0.6f, 26, 0.8f, 0.8f, g->accent);
        figure_limb(g, 0.5f, 25.4f, 0.5f, 23.6f, 2.4f, 2.4f, white);
        break;
    case PICTURE_HOODIE:
        figure_limb(g, -0.8f, 33, -1.0f, 29, 0.7f, 0.7f, white);
        figure_limb(g, 1.8f, 33, 2.0f, 29.6f, 0.7f, 0.7f, white);
        break;
    case PICTURE_SHIRT:
        figure_limb(g, 0.4f, 33, 0.6f, hem, 0.7f, 0.7f, g->dark);
        break;
    case PICTURE_COAT:
    case PICTURE_JUMPER:
        break;
    }
}

static void draw_neck(const Figure *g)
{
    bool hood = g->look->coat == PICTURE_HOODIE;
    bool high = g->look->coat == PICTURE_JUMPER;
    float y = g->lift * 0.6f;
    if (hood) {
        figure_blob(g, -1.2f * g->f, 35.4f + y, 6.0f, 3.4f, g->dark);
    }
    figure_limb(g, 0, 35.0f + y, 0.3f * g->f, 39.5f + y, 4.0f, 4.0f, high ? g->coat : g->skin_dark);
}

// The collar, or the scarf of a long coat, whose end hangs in front.
static void draw_collar(const Figure *g)
{
    float y = g->lift;
    bool scarf = g->look->coat == PICTURE_COAT;
    uint32_t rgb = g->accent;
    switch (g->look->coat) {
    case PICTURE_SCRUBS:
    case PICTURE_SARI:
        return;
    case PICTURE_SHIRT:
    case PICTURE_POLO:
    case PICTURE_JUMPER:
    case PICTURE_HOODIE:
        rgb = g->contrast ? g->accent : colour_mix(g->coat, 0xffffff, 0.22f);
        break;
    case PICTURE_SUIT:
        rgb = g->contrast ? 0xffffff : colour_mix(0xf4ead8, g->shadow, 0.10f);
        break;
    default:
        break;
    }
    figure_move(g, -4.8f, 36 + y);
    figure_quad(g, 0, 33.4f + y, 4.8f, 36 + y);
    figure_line(g, 4.6f, scarf ? 32.8f + y : 33.8f + y);
    figure_quad(g, 0, scarf ? 30.4f + y : 31.8f + y, -4.6f, scarf ? 32.8f + y : 33.8f + y);
    figure_fill(g, rgb, 1.0f);
    if (scarf) {
        figure_limb(g, 2.4f * g->f, 33 + y, 3.2f * g->f, 25 + y, 2.8f, 2.6f, rgb);
    }
}

void figure_body(const Figure *g)
{
    float hem = hem_of(g);
    bool below = g->look->coat == PICTURE_OVERALL || g->look->coat == PICTURE_APRON;
    uint32_t under = below ? g->accent : g->coat;
    uint32_t shade = below ? colour_mix(g->accent, g->shadow, 0.45f) : g->dark;
    draw_neck(g);
    trunk(g, hem, g->contrast ? 0xffffff : under);
    trunk_shade(g, hem, g->contrast ? 0xc8d2e0 : shade);
    details(g, hem);
    trunk_rim(g, hem);
    draw_collar(g);
}
