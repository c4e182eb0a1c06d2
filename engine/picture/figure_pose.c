// What a pose does with legs, arms and hands; wheels, a cane, a plank and a hammer.
#include "picture/figure_parts.h"

#include "picture/colour.h"
#include "picture/wave.h"

static void foot(const Figure *g, float x, float y)
{
    figure_blob(g, x + 1.2f * g->f, y + 0.2f, 3.0f, 1.4f, g->shadow);
}

static void leg(const Figure *g, float hip, float x, float y, uint32_t rgb)
{
    figure_limb(g, hip, 16.4f, x, y, 4.6f, 3.2f, rgb);
    foot(g, x, y);
}

static void kneel(const Figure *g, uint32_t back)
{
    float f = g->f;
    figure_limb(g, -f * 1.0f, 9.0f, -f * 2.4f, 2.4f, 5.0f, 4.2f, back);
    figure_limb(g, -f * 2.4f, 2.2f, -f * 10.0f, 1.8f, 4.0f, 3.0f, back);
    figure_blob(g, -f * 11.2f, 1.8f, 1.5f, 2.4f, g->shadow);
    figure_limb(g, f * 0.6f, 8.8f, f * 7.4f, 9.4f, 5.2f, 4.4f, g->legs);
    figure_limb(g, f * 7.4f, 9.4f, f * 7.6f, 1.0f, 4.2f, 3.2f, g->legs);
    foot(g, f * 7.8f, 0.8f);
}

void figure_legs(const Figure *g)
{
    uint32_t back = colour_mix(g->legs, g->shadow, 0.3f);
    if (g->pose == PICTURE_HAMMER) {
        kneel(g, back);
        return;
    }
    if (g->pose == PICTURE_TEST_FOOT) {
        float there = figure_foot_out(g->stride);
        float up = 4.0f * there * (1.0f - there) * 2.6f;
        leg(g, -2.2f, -2.6f, 0.6f, g->f > 0.0f ? back : g->legs);
        leg(g, 2.2f * g->f, g->f * (2.6f + 8.6f * there), 0.6f + up, g->legs);
        return;
    }
    for (int k = 0; k < 2; k++) {
        float s = (k ? -g->swing : g->swing) * g->f;
        float up = (k ? -1.0f : 1.0f) * wave_cos(g->stride);
        up = g->swing * g->swing > 0.01f && up > 0.0f ? up * 1.4f : 0.0f;
        leg(g, k ? 2.2f : -2.2f, (k ? 2.6f : -2.6f) + s, 0.6f + up, k ? g->legs : back);
    }
}

// A wheel rolls as far as the stride says; hands push it.
void figure_wheelchair(const Figure *g)
{
    float f = g->f;
    uint32_t frame = g->contrast ? 0xffffff : g->shadow;
    uint32_t thin = g->contrast ? 0xc8d2e0 : colour_mix(g->shadow, g->metal, 0.55f);
    figure_limb(g, -f * 7.6f, 13.0f, -f * 8.6f, 27.0f, 1.6f, 1.6f, frame);
    figure_limb(g, -f * 8.6f, 27.0f, -f * 11.4f, 27.4f, 1.6f, 1.8f, frame);
    figure_limb(g, -f * 2.0f, 14.6f, f * 7.5f, 14.4f, 5.2f, 4.8f, g->legs);
    figure_limb(g, f * 7.4f, 14.0f, f * 9.4f, 4.4f, 4.4f, 3.3f, g->legs);
    figure_limb(g, -f * 7.0f, 12.0f, f * 5.4f, 11.6f, 1.5f, 1.5f, frame);
    figure_limb(g, f * 5.4f, 11.6f, f * 8.8f, 2.6f, 1.4f, 1.4f, frame);
    figure_limb(g, f * 8.4f, 2.4f, f * 13.0f, 2.4f, 1.3f, 1.3f, frame);
    figure_blob(g, f * 10.8f, 3.8f, 3.0f, 1.4f, g->shadow);
    figure_blob(g, f * 6.4f, 2.2f, 2.3f, 2.3f, frame);
    figure_blob(g, f * 6.4f, 2.2f, 0.9f, 0.9f, thin);
    float cx = g->x - 2.0f * f * g->u;
    float cy = g->y - 9.0f * g->u;
    for (int i = 0; i < 3; i++) {
        float angle = f * g->stride + (float)i * 1.0472f;
        float dx = wave_cos(angle) * 8.4f * g->u;
        float dy = wave_sin(angle) * 8.4f * g->u;
        raster_segment(g->raster, cx - dx, cy - dy, cx + dx, cy + dy, 0.55f * g->u, 0.55f * g->u);
        raster_fill(g->raster, thin, 1.0f);
    }
    raster_ring(g->raster, cx, cy, 7.3f * g->u, 0.6f * g->u);
    raster_fill(g->raster, thin, 1.0f);
    raster_ring(g->raster, cx, cy, 9.2f * g->u, 1.6f * g->u);
    raster_fill(g->raster, frame, 1.0f);
    figure_blob(g, -f * 2.0f, 9.0f, 1.4f, 1.4f, frame);
}

// ---- arms ---------------------------------------------------------------------------------------

typedef struct Arm {
    float elbow_x, elbow_y, hand_x, hand_y; // x forwards
} Arm;

static bool short_sleeves(const Figure *g)
{
    return g->look->coat == PICTURE_SCRUBS || g->look->coat == PICTURE_POLO ||
           g->look->coat == PICTURE_SARI;
}

// From a shoulder (x forwards) over the elbow to the hand; `near` is the arm on our side.
static void arm(const Figure *g, float shoulder, Arm a, bool near)
{
    float f = g->f;
    float sy = 31.0f + g->lift;
    bool below = g->look->coat == PICTURE_OVERALL || g->look->coat == PICTURE_APRON;
    uint32_t sleeve = below ? colour_mix(g->accent, g->shadow, 0.35f) : g->dark;
    uint32_t skin = near ? g->skin : g->skin_dark;
    sleeve = near ? sleeve : colour_mix(sleeve, g->shadow, 0.35f);
    if (g->contrast) {
        sleeve = near ? 0xc8d2e0 : 0x9fabbc;
    }
    bool made = near && g->look->prosthesis;
    uint32_t fore = made ? g->shadow : short_sleeves(g) ? skin : sleeve;
    figure_limb(g, f * a.elbow_x, a.elbow_y, f * a.hand_x, a.hand_y, 3.3f, 2.5f, fore);
    figure_limb(g, f * shoulder, sy, f * a.elbow_x, a.elbow_y, 4.2f, 3.5f, sleeve);
    figure_blob(g, f * a.hand_x, a.hand_y, 1.7f, 1.7f, made ? g->metal : skin);
}

static void plank(const Figure *g, float x0, float y0, float x1, float y1)
{
    float f = g->f;
    figure_limb(g, f * x0, y0, f * x1, y1, 3.2f, 3.2f, g->contrast ? 0xf2c230 : 0x6a4426);
    figure_limb(g, f * x0, y0 + 0.5f, f * x1, y1 + 0.5f, 1.8f, 1.8f,
                g->contrast ? 0xffe27a : 0xb98048);
}

static void hammer(const Figure *g, Arm a, float raised)
{
    // The handle goes on from the forearm; the head lies across its end.
    float f = g->f;
    float dx = 3.4f - 3.0f * raised;
    float dy = -1.6f + 7.2f * raised;
    float x = a.hand_x + dx;
    float y = a.hand_y + dy;
    figure_limb(g, f * (a.hand_x - dx * 0.3f), a.hand_y - dy * 0.3f, f * x, y, 1.2f, 1.2f,
                g->contrast ? 0xffffff : 0x8a5a32);
    float hx = (0.35f + 0.65f * raised) * 2.3f;
    float hy = (1.0f - raised) * 2.3f;
    figure_limb(g, f * (x - hx), y + hy, f * (x + hx), y - hy, 2.2f, 2.6f,
                g->contrast ? 0xffffff : colour_mix(g->metal, g->shadow, 0.4f));
}

static Arm hammering(const Figure *g, float *raised)
{
    float t = 0.5f - 0.5f * wave_cos(g->stride); // 0: on the nail; 1: at the top
    *raised = t;
    return (Arm){ 7.6f - 1.8f * t, 22.6f + 9.0f * t, 11.6f - 2.6f * t, 16.0f + 22.0f * t };
}

static Arm waving(const Figure *g)
{
    float w = wave_sin(g->stride) * 2.6f;
    return (Arm){ 8.6f, 35.0f, 9.6f + w, 43.6f - (w < 0.0f ? -w : w) * 0.2f };
}

static Arm hanging(const Figure *g, float swing)
{
    return (Arm){ -5.4f - swing * 0.25f, 24.4f + g->lift * 0.5f, -4.6f - swing * 0.62f, 17.6f };
}

static void cane(const Figure *g)
{
    float f = g->f;
    float reach = 8.4f + g->swing * 0.7f;
    uint32_t wood = g->contrast ? 0xffffff : 0x5c3a22;
    figure_limb(g, f * reach, 18.6f, f * (reach + 1.0f - g->swing * 0.2f), 0.6f, 1.2f, 1.1f, wood);
    figure_limb(g, f * reach, 18.8f, f * (reach - 2.2f), 18.8f, 1.3f, 1.2f, wood);
}

static bool holds_cane(const Figure *g)
{
    return g->look->cane && !g->look->wheelchair && g->pose != PICTURE_HAMMER &&
           g->pose != PICTURE_CARRY && g->pose != PICTURE_ARMS_CROSSED && g->pose != PICTURE_SHRUG;
}

// The far arm, where it shows beside the body.
void figure_arms_behind(const Figure *g)
{
    float raised;
    switch ((int)g->pose) {
    case PICTURE_SHRUG:
        arm(g, 4.6f, (Arm){ 8.6f, 24.6f, 12.0f, 29.4f }, false);
        break;
    case PICTURE_HAMMER: {
        Arm a = hammering(g, &raised);
        arm(g, 4.0f, (Arm){ a.elbow_x - 1.0f, 21.0f, a.hand_x > 11.0f ? 12.0f : 12.4f, 14.6f },
            false);
        break;
    }
    case PICTURE_WAVE:
        arm(g, 4.0f, waving(g), false);
        break;
    case PICTURE_CARRY:
        if (g->look->wheelchair) {
            break;
        }
        plank(g, -17.0f, 33.6f, 19.0f, 37.4f);
        arm(g, 3.6f, (Arm){ 8.2f, 28.4f, 9.4f, 35.0f }, false);
        break;
    default:
        if (holds_cane(g)) {
            cane(g);
            arm(g, 4.0f, (Arm){ 7.0f, 25.0f, 8.0f + g->swing * 0.7f, 19.2f }, false);
        } else if (g->pose == PICTURE_WALK && !g->look->wheelchair) {
            arm(g, 3.4f, (Arm){ 4.6f + g->swing * 0.3f, 24.6f, 5.8f + g->swing * 0.7f, 18.2f },
                false);
        }
        break;
    }
}

// In a wheelchair a hand lies on the rim, or pushes it.
static void arm_at_wheel(const Figure *g)
{
    bool rolls = g->pose == PICTURE_WALK || g->pose == PICTURE_CARRY;
    float push = rolls ? wave_sin(g->stride) * 4.4f : 0.0f;
    float low = rolls ? wave_cos(g->stride) * 0.8f : 0.0f;
    arm(g, -3.6f, (Arm){ -6.8f + push * 0.4f, 25.0f, 0.4f + push, 23.2f + low }, true);
    if (g->pose == PICTURE_CARRY) {
        plank(g, -9.0f, 24.6f, 18.0f, 25.4f);
    }
}

void figure_arms(const Figure *g)
{
    float raised = 0.0f;
    switch ((int)g->pose) {
    case PICTURE_POINT:
        arm(g, 2.6f, (Arm){ 9.6f, 31.6f, 16.6f, 33.0f }, true);
        figure_limb(g, g->f * 17.0f, 33.2f, g->f * 19.4f, 33.6f, 1.2f, 1.0f, g->skin);
        return;
    case PICTURE_REACH:
        arm(g, 2.6f, (Arm){ 8.4f, 24.4f, 15.0f, 21.0f }, true);
        return;
    case PICTURE_ARMS_CROSSED:
        arm(g, 4.6f, (Arm){ 6.0f, 24.6f, -2.6f, 26.6f }, false);
        arm(g, -4.8f, (Arm){ -6.2f, 24.8f, 4.4f, 25.4f }, true);
        return;
    case PICTURE_SHRUG:
        arm(g, -4.6f, (Arm){ -8.6f, 24.6f, -12.2f, 29.4f }, true);
        return;
    case PICTURE_HAMMER: {
        Arm a = hammering(g, &raised);
        hammer(g, a, raised);
        arm(g, -1.6f, a, true);
        return;
    }
    default:
        break;
    }
    if (g->look->wheelchair) {
        arm_at_wheel(g);
    } else if (g->pose == PICTURE_CARRY) {
        arm(g, -4.2f, hanging(g, g->swing), true);
    } else {
        float still = g->pose == PICTURE_LOOK_DOWN ? -2.0f : 0.0f;
        arm(g, -4.4f, hanging(g, g->pose == PICTURE_WALK ? g->swing : still), true);
    }
}
