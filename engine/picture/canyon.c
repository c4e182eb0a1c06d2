// The order in which the canyon is painted, its slices, the view, and the finish (vignette and
// grain).
#include "picture/canyon.h"

#include "base/arena.h"
#include "picture/canyon_parts.h"
#include "picture/colour.h"
#include "picture/noise.h"

#include <assert.h>
#include <math.h>

PictureView picture_view(int width, int height, float lift)
{
    float sx = (float)width / 1280.0f;
    float sy = (float)height / 720.0f;
    float s = sx < sy ? sx : sy;
    float spare = ((float)height - 720.0f * s) * 0.5f;
    return (PictureView){ s, ((float)width - 1280.0f * s) * 0.5f, spare - lift * s };
}

PictureView picture_view_crop(int width, int height, float x, float y, float design_width)
{
    float s = (float)width / design_width;
    return (PictureView){ s, (float)width * 0.5f - x * s, (float)height * 0.5f - y * s };
}

void picture_view_use(Raster *raster, PictureView view)
{
    raster->scale = view.scale;
    raster->offset_x = view.offset_x;
    raster->offset_y = view.offset_y;
}

CanyonSlow picture_canyon_slow(CanyonSlowFunction function, const void *context, float y,
                               float width)
{
    return (CanyonSlow){ .function = function, .context = context, .y = y, .width = width };
}

float picture_canyon_slow_at(CanyonSlow *slow, float x)
{
    float at = x / slow->width;
    int cell = noise_floor(at);
    if (!slow->known || cell != slow->cell) {
        bool next = slow->known && cell == slow->cell + 1;
        slow->left =
            next ? slow->right : slow->function(slow->context, (float)cell * slow->width, slow->y);
        slow->right = slow->function(slow->context, (float)(cell + 1) * slow->width, slow->y);
        slow->cell = cell;
        slow->known = true;
    }
    return slow->left + (slow->right - slow->left) * (at - (float)cell);
}

// Darker towards the corners, and a paper's grain: hides banding and holds the picture together.
void picture_canyon_finish_row(RasterSurface surface, int y)
{
    float v = ((float)y + 0.5f) / (float)surface.height - 0.5f;
    uint32_t *pixels = surface.pixels + (size_t)y * (size_t)surface.stride;
    float inverse = 1.0f / (float)surface.width;
    for (int x = 0; x < surface.width; x++) {
        float u = ((float)x + 0.5f) * inverse - 0.5f;
        float q = u * u * 1.1f + v * v * 0.9f;
        float t = (q - 0.14f) * (1.0f / 0.41f);
        float k = 1.0f;
        if (t > 0.0f) {
            t = t > 1.0f ? 1.0f : t;
            k -= 0.34f * t * t * (3.0f - 2.0f * t);
        }
        uint32_t grain = noise_hash((uint32_t)x * 374761393u ^ (uint32_t)y * 668265263u) >> 24;
        int factor = (int)(k * (65536.0f * 0.985f + 7.7f * (float)grain));
        uint32_t p = pixels[x];
        uint32_t f = (uint32_t)factor;
        uint32_t r = ((p >> 16) & 255u) * f + 32768u;
        uint32_t g = ((p >> 8) & 255u) * f + 32768u;
        uint32_t b = (p & 255u) * f + 32768u;
        r = r >> 16 > 255u ? 255u : r >> 16;
        g = g >> 16 > 255u ? 255u : g >> 16;
        b = b >> 16 > 255u ? 255u : b >> 16;
        pixels[x] = 0xff000000u | (r << 16) | (g << 8) | b;
    }
}

void picture_canyon_draw_high_contrast(Raster *raster, const PicturePalette *palette)
{
    float left = (float)CANYON_LEFT;
    float right = (float)CANYON_RIGHT;
    float bottom = (float)CANYON_GROUND;
    raster_rect(raster, left, (float)CANYON_SKY, right - left, bottom - (float)CANYON_SKY);
    raster_fill_linear(raster, palette->sky[0] | 0xff000000u, palette->haze | 0xff000000u, 0.0f,
                       0.0f, 0.0f, 720.0f);
    for (int side = 0; side < 2; side++) {
        float m = side ? -1.0f : 1.0f;
        float o = side ? 1280.0f : 0.0f;
        float far = side ? right : left;
        raster_move(raster, far, 310.0f);
        raster_line(raster, o + m * 222.0f, 310.0f);
        raster_line(raster, o + m * 244.0f, 420.0f);
        raster_line(raster, o + m * 262.0f, 560.0f);
        raster_line(raster, o + m * 300.0f, 730.0f);
        raster_line(raster, o + m * 300.0f, bottom);
        raster_line(raster, far, bottom);
        raster_fill(raster, palette->strata[0], 1.0f);
        float x0 = side ? 1054.0f : left;
        float x1 = side ? right : 226.0f;
        raster_rect(raster, x0, 276.0f, x1 - x0, 34.0f);
        raster_fill(raster, palette->grass, 1.0f);
        raster_rect(raster, x0, 308.0f, x1 - x0, 3.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    }
}

static void draw_all(Raster *raster, const PictureCanyonPlan *plan, const PicturePalette *palette)
{
    raster_rect(raster, (float)CANYON_LEFT, (float)CANYON_BOTTOM - 2.0f,
                (float)(CANYON_RIGHT - CANYON_LEFT), (float)(CANYON_GROUND - CANYON_BOTTOM));
    raster_fill(raster, colour_mix(palette->strata[2], palette->deep, 0.85f), 1.0f);
    picture_canyon_draw_sky(raster, palette);
    picture_canyon_draw_mesas(raster, palette);
    picture_canyon_draw_depths(raster, plan, palette);
    picture_canyon_draw_rays(raster, palette);
    picture_canyon_draw_banks(raster, palette);
    picture_canyon_draw_plants(raster, palette);
    picture_canyon_draw_birds(raster, palette);
}

// In a window that is wider or taller than the canyon its outermost pixels go on.
static void fill_beyond(PictureCanyon *canyon, int y)
{
    const PictureView *v = &canyon->view;
    uint32_t *pixels = canyon->surface.pixels + (size_t)y * (size_t)canyon->surface.stride;
    int width = canyon->surface.width;
    RasterRect held =
        raster_rect_of(&canyon->raster, (float)CANYON_LEFT, (float)CANYON_SKY,
                       (float)(CANYON_RIGHT - CANYON_LEFT), (float)(CANYON_GROUND - CANYON_SKY));
    int first = held.x0 + 1; // the outermost pixels are covered in part only
    int left = first < 0 ? 0 : first < width ? first : width - 1;
    int right = held.x1 - 1 > width ? width : held.x1 - 1 > left ? held.x1 - 1 : left + 1;
    uint32_t beyond = v->offset_y + 300.0f * v->scale > (float)y
                          ? canyon->palette.sky[0]
                          : colour_mix(canyon->palette.strata[2], canyon->palette.deep, 0.85f);
    if (y <= held.y0 || y >= held.y1 - 1) {
        pixels[left] = 0xff000000u | beyond;
        right = left + 1;
    }
    for (int x = 0; x < left; x++) {
        pixels[x] = pixels[left];
    }
    for (int x = right; x < width; x++) {
        pixels[x] = pixels[right - 1];
    }
}

static void paint_rows(PictureCanyon *canyon, int top, int bottom)
{
    Raster *raster = &canyon->raster;
    raster_clip(raster, (RasterRect){ 0, top, canyon->surface.width, bottom });
    if (canyon->palette.high_contrast) {
        picture_canyon_draw_high_contrast(raster, &canyon->palette);
    } else {
        draw_all(raster, canyon->plan, &canyon->palette);
    }
    for (int y = top; y < bottom && canyon->surface.width > 0; y++) {
        fill_beyond(canyon, y);
        if (!canyon->palette.high_contrast) {
            picture_canyon_finish_row(canyon->surface, y);
        }
    }
}

void picture_canyon_draw(Raster *raster, const PicturePalette *palette)
{
    assert(raster->sink != NULL);
    if (palette->high_contrast) {
        picture_canyon_draw_high_contrast(raster, palette);
        return;
    }
    PictureCanyonPlan *plan = mem_alloc(sizeof *plan);
    picture_canyon_plan_walls(plan);
    draw_all(raster, plan, palette);
    picture_canyon_vector_corners(raster, palette);
    mem_free(plan);
}

void picture_canyon_begin(PictureCanyon *canyon, RasterSurface surface,
                          const PicturePalette *palette, PictureView view)
{
    *canyon =
        (PictureCanyon){ .surface = surface, .view = view, .palette = *palette, .begun = true };
    canyon->plan = mem_alloc(sizeof *canyon->plan);
    picture_canyon_plan_walls(canyon->plan);
    raster_init(&canyon->raster, surface);
    picture_view_use(&canyon->raster, view);
}

bool picture_canyon_step(PictureCanyon *canyon, int rows)
{
    assert(canyon->begun);
    int top = canyon->next_row;
    int bottom = top + (rows < 1 ? 1 : rows);
    bottom = bottom > canyon->surface.height ? canyon->surface.height : bottom;
    if (top < bottom) {
        paint_rows(canyon, top, bottom);
        canyon->next_row = bottom;
    }
    return picture_canyon_done(canyon);
}

bool picture_canyon_done(const PictureCanyon *canyon)
{
    return canyon->begun && canyon->next_row >= canyon->surface.height;
}

void picture_canyon_deinit(PictureCanyon *canyon)
{
    if (canyon->begun) {
        raster_deinit(&canyon->raster);
        mem_free(canyon->plan);
    }
    *canyon = (PictureCanyon){ 0 };
}

void picture_canyon_paint(RasterSurface surface, const PicturePalette *palette, PictureView view)
{
    PictureCanyon canyon;
    picture_canyon_begin(&canyon, surface, palette, view);
    picture_canyon_step(&canyon, surface.height);
    picture_canyon_deinit(&canyon);
}

void picture_canyon_plain(RasterSurface surface, const PicturePalette *palette, PictureView view)
{
    Raster raster;
    raster_init(&raster, surface);
    picture_view_use(&raster, view);
    if (palette->high_contrast) {
        picture_canyon_draw_high_contrast(&raster, palette);
    } else {
        float left = (float)CANYON_LEFT;
        float width = (float)(CANYON_RIGHT - CANYON_LEFT);
        raster_rect(&raster, left, 240.0f, width, (float)CANYON_GROUND - 240.0f);
        raster_fill_linear(&raster, palette->sky[2] | 0xff000000u, palette->mist | 0xff000000u,
                           0.0f, 260.0f, 0.0f, 420.0f);
        raster_rect(&raster, left, (float)CANYON_SKY, width, 260.0f - (float)CANYON_SKY);
        raster_fill_linear(&raster, palette->sky[0] | 0xff000000u, palette->sky[2] | 0xff000000u,
                           0.0f, 0.0f, 0.0f, 260.0f);
        for (int side = 0; side < 2; side++) {
            float o = side ? 1280.0f : 0.0f;
            float m = side ? -1.0f : 1.0f;
            float far = side ? (float)CANYON_RIGHT : left;
            raster_move(&raster, far, 308.0f);
            raster_line(&raster, o + m * 216.0f, 308.0f);
            raster_line(&raster, o + m * 300.0f, 720.0f);
            raster_line(&raster, o + m * 340.0f, 1000.0f);
            raster_line(&raster, far, 1000.0f);
            raster_fill(&raster, colour_mix(palette->strata[1], palette->shade, 0.2f), 1.0f);
        }
    }
    raster_deinit(&raster);
}
