// Heads from afar: the round of the face and what the portrait wears on it.
#include "picture/figure_parts.h"

#include "picture/colour.h"

// Places on the head: bent forwards and down by the nod.
static float hx(const Figure *g, float x)
{
    return g->f * (x + 1.5f * g->nod);
}

static float hy(const Figure *g, float y)
{
    return y - 1.2f * g->nod + g->lift * 0.6f;
}

static void tuft(const Figure *g, float x, float y, float rx, float ry, uint32_t rgb)
{
    figure_blob(g, hx(g, x), hy(g, y), rx, ry, rgb);
}

static void lock(const Figure *g, float x0, float y0, float x1, float y1, float w0, float w1,
                 uint32_t rgb)
{
    figure_limb(g, hx(g, x0), hy(g, y0), hx(g, x1), hy(g, y1), w0, w1, rgb);
}

// The cap of hair that most styles share: crown, back of the head, a line above the brow.
static void crown(const Figure *g, float brow, uint32_t rgb)
{
    figure_move(g, hx(g, -4.6f), hy(g, 38.6f));
    figure_quad(g, hx(g, -6.6f), hy(g, 48.6f), hx(g, 0.8f), hy(g, 48.2f));
    figure_quad(g, hx(g, 6.4f), hy(g, 48.0f), hx(g, 5.8f), hy(g, brow));
    figure_quad(g, hx(g, 2.2f), hy(g, brow + 1.0f), hx(g, -0.8f), hy(g, 43.2f));
    figure_quad(g, hx(g, -1.8f), hy(g, 41.0f), hx(g, -2.6f), hy(g, 38.6f));
    figure_fill(g, rgb, 1.0f);
}

static void hair_behind(const Figure *g)
{
    switch (g->look->hair) {
    case PICTURE_HAIR_LONG:
        lock(g, -2.6f, 44, -3.6f, 31, 6.4f, 5.0f, g->hair);
        break;
    case PICTURE_HAIR_BOB:
        lock(g, -1.6f, 44, -2.2f, 38, 8.4f, 7.2f, g->hair);
        break;
    case PICTURE_HAIR_LOCS:
        for (int i = 0; i < 4; i++) {
            float x = -4.6f + 1.7f * (float)i;
            lock(g, x * 0.8f, 44, x - 0.6f, 33.0f - (i % 2 ? 1.2f : 0.0f), 2.0f, 1.6f,
                 i % 2 ? g->hair : g->hair_dark);
        }
        break;
    case PICTURE_HAIR_AFRO:
        tuft(g, -0.6f, 44.4f, 8.0f, 7.6f, g->hair);
        break;
    case PICTURE_HAIR_CURLY:
        tuft(g, -0.8f, 44.6f, 6.4f, 5.6f, g->hair);
        tuft(g, -4.4f, 41.6f, 3.0f, 3.4f, g->hair);
        break;
    case PICTURE_HAIR_PONYTAIL:
        lock(g, -4.0f, 45.4f, -8.2f, 44.0f, 2.2f, 3.0f, g->hair);
        lock(g, -8.0f, 44.2f, -8.8f, 36.4f, 3.2f, 1.2f, g->hair);
        break;
    case PICTURE_HAIR_SCARF:
        tuft(g, -2.6f, 38.4f, 4.6f, 5.2f, g->accent);
        break;
    default:
        break;
    }
}

static void scarf(const Figure *g)
{
    uint32_t dark = colour_mix(g->accent, g->shadow, 0.22f);
    figure_move(g, hx(g, 5.4f), hy(g, 44.4f));
    figure_quad(g, hx(g, 4.6f), hy(g, 49.2f), hx(g, -0.6f), hy(g, 48.6f));
    figure_quad(g, hx(g, -6.8f), hy(g, 47.6f), hx(g, -5.6f), hy(g, 39));
    figure_quad(g, hx(g, -7.2f), hy(g, 34), hx(g, -5.4f), hy(g, 31.4f));
    figure_quad(g, hx(g, 0.4f), hy(g, 29.6f), hx(g, 5.6f), hy(g, 32.8f));
    figure_quad(g, hx(g, 6.2f), hy(g, 36.2f), hx(g, 3.6f), hy(g, 37));
    figure_quad(g, hx(g, -0.6f), hy(g, 41.4f), hx(g, 5.4f), hy(g, 44.4f));
    figure_fill(g, g->accent, 1.0f);
    lock(g, -4.8f, 35.2f, 4.6f, 35.0f, 0.7f, 0.9f, dark);
}

static void turban(const Figure *g)
{
    uint32_t dark = colour_mix(g->accent, g->shadow, 0.35f);
    figure_move(g, hx(g, -5.8f), hy(g, 41.4f));
    figure_quad(g, hx(g, -8.0f), hy(g, 51.6f), hx(g, 0.6f), hy(g, 51.4f));
    figure_quad(g, hx(g, 8.4f), hy(g, 51.0f), hx(g, 6.4f), hy(g, 43.6f));
    figure_quad(g, hx(g, 3.6f), hy(g, 46.2f), hx(g, -2.0f), hy(g, 43.4f));
    figure_fill(g, g->accent, 1.0f);
    lock(g, -5.6f, 43.4f, 5.0f, 48.6f, 0.7f, 0.8f, dark);
    lock(g, -6.0f, 46.6f, 1.6f, 50.2f, 0.7f, 0.6f, dark);
}

static void cap(const Figure *g)
{
    crown(g, 43.0f, g->hair);
    figure_move(g, hx(g, -5.6f), hy(g, 43.6f));
    figure_quad(g, hx(g, -6.4f), hy(g, 50.2f), hx(g, 0.8f), hy(g, 50.0f));
    figure_quad(g, hx(g, 6.8f), hy(g, 49.6f), hx(g, 6.4f), hy(g, 44.0f));
    figure_fill(g, g->contrast ? g->accent : g->coat, 1.0f);
    lock(g, -5.2f, 44.0f, 6.0f, 44.2f, 1.4f, 1.4f, g->dark);
    lock(g, 5.0f, 44.0f, 9.0f, 43.4f, 1.6f, 1.0f, g->dark);
}

static void hair_front(const Figure *g)
{
    switch ((PictureHair)g->look->hair) {
    case PICTURE_HAIR_BALD:
        if (g->look->age >= 40) {
            lock(g, -3.6f, 42.6f, -3.4f, 39.6f, 2.0f, 1.6f, g->hair);
        }
        break;
    case PICTURE_HAIR_SCARF:
        scarf(g);
        break;
    case PICTURE_HAIR_TURBAN:
        turban(g);
        break;
    case PICTURE_HAIR_CAP:
        cap(g);
        break;
    case PICTURE_HAIR_CURLY:
        crown(g, 44.2f, g->hair);
        tuft(g, 3.6f, 46.6f, 2.6f, 2.2f, g->hair);
        tuft(g, -0.2f, 48.2f, 3.0f, 2.4f, g->hair);
        break;
    case PICTURE_HAIR_AFRO:
        crown(g, 44.0f, g->hair);
        break;
    case PICTURE_HAIR_BUN:
        crown(g, 44.6f, g->hair);
        tuft(g, -5.6f, 45.4f, 2.6f, 2.6f, g->hair);
        break;
    case PICTURE_HAIR_BRAIDS:
        crown(g, 44.4f, g->hair);
        lock(g, -2.4f, 40.6f, -2.8f, 28.4f, 2.6f, 1.8f, g->hair);
        lock(g, -2.8f, 29.4f, -2.8f, 28.6f, 1.9f, 1.9f, g->accent);
        break;
    case PICTURE_HAIR_BOB:
        crown(g, 43.6f, g->hair);
        lock(g, -2.6f, 43.0f, -2.6f, 37.4f, 4.4f, 4.0f, g->hair);
        break;
    case PICTURE_HAIR_RECEDING:
        lock(g, -3.4f, 44.8f, -3.6f, 39.4f, 3.6f, 2.2f, g->hair);
        lock(g, -2.6f, 46.2f, 2.0f, 47.0f, 1.8f, 0.9f, g->hair);
        break;
    case PICTURE_HAIR_UNDERCUT:
        crown(g, 45.4f, colour_mix(g->hair, g->skin_dark, 0.4f));
        lock(g, -1.6f, 47.0f, 4.6f, 47.6f, 3.2f, 4.2f, g->hair);
        break;
    case PICTURE_HAIR_CROPPED:
        crown(g, 45.2f, colour_mix(g->hair, g->skin_dark, 0.2f));
        break;
    case PICTURE_HAIR_LOCS:
        crown(g, 44.4f, g->hair);
        lock(g, -1.6f, 43.4f, -1.4f, 35.4f, 1.8f, 1.5f, g->hair);
        break;
    case PICTURE_HAIR_SHORT:
    case PICTURE_HAIR_LONG:
    case PICTURE_HAIR_PONYTAIL:
        crown(g, 44.6f, g->hair);
        break;
    }
}

static void beard(const Figure *g)
{
    switch ((PictureBeard)g->look->beard) {
    case PICTURE_BEARD_NONE:
        break;
    case PICTURE_BEARD_FULL:
    case PICTURE_BEARD_STUBBLE: {
        bool full = g->look->beard == PICTURE_BEARD_FULL;
        figure_move(g, hx(g, -2.0f), hy(g, 41.6f));
        figure_quad(g, hx(g, -2.2f), hy(g, full ? 35.0f : 36.4f), hx(g, 1.6f),
                    hy(g, full ? 34.6f : 35.9f));
        figure_quad(g, hx(g, 5.6f), hy(g, full ? 34.6f : 36.2f), hx(g, 5.6f), hy(g, 39.6f));
        figure_quad(g, hx(g, 3.2f), hy(g, 40.0f), hx(g, 2.2f), hy(g, 39.0f));
        figure_quad(g, hx(g, 0.0f), hy(g, 39.4f), hx(g, -0.6f), hy(g, 42.0f));
        figure_fill(g, full ? g->hair : colour_mix(g->skin, g->hair, 0.45f), 1.0f);
        break;
    }
    case PICTURE_BEARD_MOUSTACHE:
        lock(g, 3.0f, 39.4f, 5.4f, 39.2f, 1.3f, 0.8f, g->hair);
        break;
    }
}

// The half of the face that lies away from the sun, which shines from the right.
static void shade_face(const Figure *g)
{
    float x = g->f * (0.8f + 1.5f * g->nod);
    float y = hy(g, 41.5f);
    figure_move(g, x - 0.4f, y + 5.5f);
    figure_quad(g, x - 4.6f, y + 5.2f, x - 5.0f, y);
    figure_quad(g, x - 4.8f, y - 4.9f, x - 0.4f, y - 5.5f);
    figure_quad(g, x - 2.6f, y - 1.0f, x - 0.4f, y + 5.5f);
    figure_fill(g, g->skin_dark, g->contrast ? 0.0f : 0.75f);
}

static void glasses(const Figure *g)
{
    uint32_t frame = g->contrast ? 0x1c2a44 : 0x2b2233;
    bool square = g->look->glasses == PICTURE_GLASSES_SQUARE;
    lock(g, -1.4f, 42.6f, 2.4f, 42.4f, 0.5f, 0.6f, frame);
    RasterPoint eye = figure_at(g, hx(g, 3.6f), hy(g, 41.9f));
    float r = 1.8f * g->u;
    tuft(g, 3.6f, 41.9f, 1.5f, square ? 1.2f : 1.5f,
         g->contrast ? 0xffffff : colour_mix(g->skin, 0xe8f4f6, 0.35f));
    if (square) {
        raster_round_frame(g->raster, eye.x - r, eye.y - 0.85f * r, 2.0f * r, 1.7f * r, 0.3f * r,
                           0.34f * r);
    } else {
        raster_ring(g->raster, eye.x, eye.y, r, 0.34f * r);
    }
    figure_fill(g, frame, 1.0f);
}

void figure_head(const Figure *g)
{
    hair_behind(g);
    tuft(g, 0.8f, 41.5f, 5.0f, 5.5f, g->skin);
    shade_face(g);
    beard(g);
    if (g->look->glasses != PICTURE_GLASSES_NONE) {
        glasses(g);
    }
    hair_front(g);
    if (g->look->hearing_aid && g->look->hair != PICTURE_HAIR_SCARF) {
        tuft(g, -1.2f, 42.2f, 0.9f, 1.3f, g->metal);
    }
}
