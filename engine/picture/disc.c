// Discs and their numerals. Numerals are strokes of our own, so that a picture needs no font.
#include "picture/disc.h"

#include "picture/colour.h"
#include "picture/wave.h"

#include <assert.h>
#include <math.h>

static const uint32_t ink = 0x2b2233;

uint32_t picture_disc_colour(uint8_t fate)
{
    switch ((BridgeFate)fate) {
    case BRIDGE_KEPT:
    case BRIDGE_LAPSED:
        return 0xf4cf62;
    case BRIDGE_OPEN:
    case BRIDGE_MOVED:
        return 0xe8a14a;
    case BRIDGE_WARNED:
    case BRIDGE_OWNED_UP:
        return 0xee8d5c;
    case BRIDGE_MISSED:
    case BRIDGE_FOUND_OUT:
        return 0xe2665a;
    }
    return 0xf4cf62;
}

// At least 30 apart (CIE 1976) for every colour vision.
uint32_t picture_disc_safe_colour(uint8_t fate)
{
    switch ((BridgeFate)fate) {
    case BRIDGE_KEPT:
    case BRIDGE_LAPSED:
        break;
    case BRIDGE_OPEN:
        return 0x2e97ea;
    case BRIDGE_MOVED:
        return 0xb2fff7;
    case BRIDGE_WARNED:
    case BRIDGE_OWNED_UP:
        return 0xd89c56;
    case BRIDGE_MISSED:
    case BRIDGE_FOUND_OUT:
        return 0xff668e;
    }
    return 0xf4ee3d;
}

// Numerals as strokes: m x y, l x y, c ax ay bx by x y, in hundredths of a box 60 wide and 100
// high.
static const char *const strokes[10] = {
    "m30 4c62 4 62 96 30 96c-2 96 -2 4 30 4",
    "m10 22l36 4l36 96",
    "m6 26c6 -4 54 -6 54 28c54 52 14 72 6 94l56 94",
    "m6 14c18 0 52 0 50 27c48 44 36 47 24 47c42 47 56 56 55 72c54 102 14 100 4 84",
    "m44 96l44 4l4 68l58 68",
    "m52 5l15 5l10 45c24 34 56 38 55 67c54 102 16 100 4 86",
    "m50 9c24 0 5 26 5 64c5 106 55 104 55 67c55 36 16 34 7 60",
    "m4 5l55 5l24 96",
    "m30 47c3 44 3 4 30 4c57 4 57 44 30 47c-4 52 -4 96 30 96c64 96 64 52 30 47",
    "m10 91c36 100 55 74 55 36c55 -6 5 -4 5 33c5 64 44 66 53 40",
};

static float read_number(const char **s)
{
    float sign = 1.0f;
    float v = 0.0f;
    while (**s == ' ') {
        (*s)++;
    }
    if (**s == '-') {
        sign = -1.0f;
        (*s)++;
    }
    while (**s >= '0' && **s <= '9') {
        v = v * 10.0f + (float)(**s - '0');
        (*s)++;
    }
    return sign * v / 100.0f;
}

static RasterPoint read_point(const char **s, float x, float y, float h)
{
    float px = read_number(s);
    float py = read_number(s);
    return (RasterPoint){ x + px * h, y + py * h };
}

// One numeral with the upper left corner of its box at (x, y). Added to the path.
static void numeral(Raster *raster, int digit, float x, float y, float h)
{
    RasterPoint points[48];
    int n = 0;
    const char *s = strokes[digit];
    while (*s != '\0') {
        char command = *s++;
        if (command == 'c') {
            RasterPoint p = points[n - 1];
            RasterPoint a = read_point(&s, x, y, h);
            RasterPoint b = read_point(&s, x, y, h);
            RasterPoint q = read_point(&s, x, y, h);
            for (int i = 1; i <= 8; i++) {
                float t = (float)i / 8.0f;
                float u = 1.0f - t;
                points[n++] = (RasterPoint){ u * u * u * p.x + 3.0f * u * u * t * a.x +
                                                 3.0f * u * t * t * b.x + t * t * t * q.x,
                                             u * u * u * p.y + 3.0f * u * u * t * a.y +
                                                 3.0f * u * t * t * b.y + t * t * t * q.y };
            }
        } else {
            points[n++] = read_point(&s, x, y, h);
        }
        assert(n <= 40);
    }
    raster_stroke(raster, points, n, h * 0.165f);
}

float picture_number(Raster *raster, float x, float y, float height, int number, uint32_t rgb)
{
    int digits[3];
    int n = 0;
    int rest = number < 0 ? 0 : number > 999 ? 999 : number;
    do {
        digits[n++] = rest % 10;
        rest /= 10;
    } while (rest > 0);
    float gap = height * 0.20f;
    float width = 0.0f;
    for (int i = 0; i < n; i++) {
        width += (digits[i] == 1 ? 0.46f : 0.60f) * height + (i > 0 ? gap : 0.0f);
    }
    float at = x - width * 0.5f;
    for (int i = n - 1; i >= 0; i--) {
        numeral(raster, digits[i], at, y - height * 0.5f, height);
        at += (digits[i] == 1 ? 0.46f : 0.60f) * height + gap;
    }
    raster_fill(raster, rgb, 1.0f);
    return width;
}

// A wedge cut out of the rim at an angle (0 right, clockwise), in the colour of the outline.
static void notch(Raster *raster, float x, float y, float r, float angle)
{
    float c = wave_cos(angle);
    float s = wave_sin(angle);
    float half = 0.30f;
    raster_move(raster, x + wave_cos(angle - half) * r * 1.22f,
                y + wave_sin(angle - half) * r * 1.22f);
    raster_line(raster, x + c * r * 1.26f, y + s * r * 1.26f);
    raster_line(raster, x + wave_cos(angle + half) * r * 1.22f,
                y + wave_sin(angle + half) * r * 1.22f);
    raster_line(raster, x + wave_cos(angle + 0.08f) * r * 0.72f,
                y + wave_sin(angle + 0.08f) * r * 0.72f);
    raster_line(raster, x + wave_cos(angle + 0.10f) * r * 0.58f,
                y + wave_sin(angle + 0.10f) * r * 0.58f);
    raster_line(raster, x + wave_cos(angle - 0.10f) * r * 0.76f,
                y + wave_sin(angle - 0.10f) * r * 0.76f);
    raster_close(raster);
}

static void dashed_edge(Raster *raster, float x, float y, float r, float width, uint32_t rgb)
{
    for (int k = 0; k < 9; k++) {
        RasterPoint arc[4];
        for (int i = 0; i < 4; i++) {
            float a = (float)k * 0.69813f + (float)i * 0.125f;
            arc[i] = (RasterPoint){ x + r * wave_cos(a), y + r * wave_sin(a) };
        }
        raster_ribbon(raster, arc, 4, width, width, 0.0f);
    }
    raster_fill(raster, rgb, 1.0f);
}

static void stitches(Raster *raster, float x, float y, float r, bool contrast)
{
    static const float from[2][4] = { { -0.86f, 0.02f, -0.34f, 0.42f },
                                      { -0.66f, 0.36f, -0.14f, 0.76f } };
    for (int pass = 0; pass < 2; pass++) {
        float w = pass == 0 ? 0.30f : 0.17f;
        for (int k = 0; k < 2; k++) {
            const RasterPoint p[2] = { { x + from[k][0] * r, y + from[k][1] * r },
                                       { x + from[k][2] * r, y + from[k][3] * r } };
            raster_stroke(raster, p, 2, w * r);
        }
        raster_fill(raster, pass == 0 ? (contrast ? 0x000000 : 0xfff3d0) : 0xb5382c,
                    pass == 0 ? 0.9f : 1.0f);
    }
}

void picture_disc(Raster *raster, float x, float y, float r, PictureDisc disc)
{
    raster->vital = true;
    uint32_t colour =
        disc.safe ? picture_disc_safe_colour(disc.fate) : picture_disc_colour(disc.fate);
    colour = disc.high_contrast ? colour_mix(colour, 0xffffff, 0.25f) : colour;
    float line = r * 0.14f < 1.2f ? 1.2f : r * 0.14f;
    bool moved = disc.fate == BRIDGE_MOVED;
    if (disc.theirs) { // a peak on the far side: this is theirs
        raster_move(raster, x + r * 0.5f, y - r * 1.05f - line);
        raster_line(raster, x + r * 1.62f + line, y);
        raster_line(raster, x + r * 0.5f, y + r * 1.05f + line);
        raster_fill(raster, disc.high_contrast ? 0xffffff : ink, 1.0f);
    }
    if (disc.high_contrast) {
        raster_ellipse(raster, x, y, r + line + 2.0f, r + line + 2.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    }
    raster_ellipse(raster, x, y, r + line, r + line);
    raster_fill(raster, moved ? colour_mix(colour, 0xfff6e0, 0.55f) : ink, 1.0f);
    if (moved) {
        dashed_edge(raster, x, y, r + line * 0.25f, line * 1.5f, ink);
    }
    raster_ellipse(raster, x, y, r - (moved ? line * 0.6f : 0.0f),
                   r - (moved ? line * 0.6f : 0.0f));
    raster_fill(raster, colour, 1.0f);
    raster_ellipse(raster, x, y - r * 0.08f, r * 0.82f, r * 0.78f);
    raster_fill(raster, colour_mix(colour, 0xffffff, 0.22f), disc.high_contrast ? 0.0f : 1.0f);
    if (disc.theirs) {
        raster_move(raster, x + r * 0.94f, y - r * 0.34f);
        raster_line(raster, x + r * 1.40f, y);
        raster_line(raster, x + r * 0.94f, y + r * 0.34f);
        raster_fill(raster, colour, 1.0f);
    }
    if (disc.fate == BRIDGE_OPEN) {
        raster_ring(raster, x, y, r * 0.86f, r * 0.13f);
        raster_fill(raster, ink, 0.9f);
    }
    bool one = disc.fate == BRIDGE_WARNED || disc.fate == BRIDGE_OWNED_UP;
    bool two = disc.fate == BRIDGE_MISSED || disc.fate == BRIDGE_FOUND_OUT;
    if (one || two) {
        notch(raster, x, y, r, -0.72f);
        if (two) {
            notch(raster, x, y, r, 2.42f);
        }
        raster_fill(raster, ink, 1.0f);
    }
    if (disc.mended) {
        stitches(raster, x, y, r, disc.high_contrast);
    }
    float h = disc.number > 9 ? r * 0.92f : r * 1.12f;
    float shift = disc.mended ? r * 0.16f : 0.0f;
    picture_number(raster, x + shift, y, h, disc.number, disc.high_contrast ? 0x000000 : ink);
    raster->vital = false;
}
