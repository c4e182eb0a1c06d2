// Two pictures at most: the one that is shown and the one that comes. A fade mixes them where they
// are copied to the screen, so there is no third; and what was is not kept: painting it again costs
// less than the memory of it in a large window.
#include "sdl/backdrop.h"

#include "base/arena.h"
#include "picture/colour.h"
#include "sdl/light.h"

#include <SDL.h>
#include <assert.h>
#include <string.h>

enum {
    ROWS_AT_ONCE = 4,
    MIXED_BYTES = 64,
    ALL_OF_IT = 256,
    HOLD_MILLISECONDS = 180, // a window that is pulled larger passes through many sizes
};

static void free_surface(RasterSurface *surface)
{
    mem_free(surface->pixels);
    *surface = (RasterSurface){ 0 };
}

static RasterSurface new_surface(int width, int height)
{
    size_t pixels = (size_t)width * (size_t)height;
    return (RasterSurface){ width, height, mem_alloc(pixels * sizeof(uint32_t)), width };
}

static void stop_painting(Backdrop *backdrop)
{
    picture_canyon_deinit(&backdrop->canyon);
    free_surface(&backdrop->next);
    backdrop->fading = false;
    backdrop->held = false;
}

void backdrop_deinit(Backdrop *backdrop)
{
    stop_painting(backdrop);
    free_surface(&backdrop->shown);
    *backdrop = (Backdrop){ 0 };
}

static PicturePalette palette_of(const Backdrop *backdrop, uint8_t light)
{
    return light_palette(light, backdrop->high_contrast);
}

static void start_painting(Backdrop *backdrop)
{
    stop_painting(backdrop);
    backdrop->next_light = backdrop->light;
    backdrop->next = new_surface(backdrop->shown.width, backdrop->shown.height);
    PicturePalette palette = palette_of(backdrop, backdrop->light);
    picture_canyon_begin(&backdrop->canyon, backdrop->next, &palette, backdrop->view);
}

// Begins or gives up painting, as the light that is wanted says. A fade goes on to its end first.
static void follow_light(Backdrop *backdrop)
{
    if (backdrop->fading || backdrop->held) {
        return;
    }
    if (!backdrop->rough && backdrop->light == backdrop->shown_light) {
        stop_painting(backdrop);
    } else if (backdrop->next.pixels == NULL || backdrop->next_light != backdrop->light) {
        start_painting(backdrop);
    }
}

static int within(float v, int most)
{
    return !(v > 0.0f) ? 0 : v >= (float)most ? most : (int)v;
}

// The picture of the old size in the new one, coarse: for the moment until it is painted.
static void stretch(const RasterSurface *from, PictureView old, RasterSurface to, PictureView now)
{
    float step = old.scale / now.scale;
    int *columns = mem_alloc((size_t)to.width * sizeof *columns);
    for (int x = 0; x < to.width; x++) {
        columns[x] = within(((float)x - now.offset_x) * step + old.offset_x, from->width - 1);
    }
    for (int y = 0; y < to.height; y++) {
        int row = within(((float)y - now.offset_y) * step + old.offset_y, from->height - 1);
        const uint32_t *source = from->pixels + (size_t)row * (size_t)from->stride;
        uint32_t *pixels = to.pixels + (size_t)y * (size_t)to.stride;
        for (int x = 0; x < to.width; x++) {
            pixels[x] = source[columns[x]];
        }
    }
    mem_free(columns);
}

// A picture of another size or contrast, as good as can be had at once.
static void start_rough(Backdrop *backdrop, int width, int height, bool same_colours)
{
    stop_painting(backdrop);
    RasterSurface old = backdrop->shown;
    PictureView old_view = backdrop->view;
    backdrop->width = width;
    backdrop->height = height;
    backdrop->view = picture_view(width, height, 0.0f);
    backdrop->spare = (int)((float)BACKDROP_LIFT * backdrop->view.scale + 0.999f);
    backdrop->shown = new_surface(width, height + backdrop->spare);
    if (old.pixels != NULL && same_colours) {
        stretch(&old, old_view, backdrop->shown, backdrop->view);
        backdrop->held = true;
        backdrop->hold_until = SDL_GetTicks64() + HOLD_MILLISECONDS;
    } else {
        PicturePalette palette = palette_of(backdrop, backdrop->light);
        picture_canyon_plain(backdrop->shown, &palette, backdrop->view);
        backdrop->shown_light = backdrop->light;
    }
    free_surface(&old);
    backdrop->rough = true;
}

bool backdrop_want(Backdrop *backdrop, int width, int height, uint8_t light, bool high_contrast)
{
    assert(width > 0 && height > 0);
    bool same_colours = backdrop->wanted && high_contrast == backdrop->high_contrast;
    bool other = width != backdrop->width || height != backdrop->height || !same_colours;
    backdrop->wanted = true;
    backdrop->light = light;
    backdrop->high_contrast = high_contrast;
    if (other) {
        start_rough(backdrop, width, height, same_colours);
    }
    follow_light(backdrop);
    return other;
}

bool backdrop_busy(const Backdrop *backdrop)
{
    return backdrop->held || backdrop->next.pixels != NULL;
}

static void take_next(Backdrop *backdrop)
{
    free_surface(&backdrop->shown);
    backdrop->shown = backdrop->next;
    backdrop->next = (RasterSurface){ 0 };
    backdrop->shown_light = backdrop->next_light;
    backdrop->rough = false;
    stop_painting(backdrop);
    follow_light(backdrop);
}

static void paint_slices(Backdrop *backdrop, int milliseconds)
{
    Uint64 begin = SDL_GetPerformanceCounter();
    Uint64 budget = SDL_GetPerformanceFrequency() / 1000u * (Uint64)milliseconds;
    while (!picture_canyon_step(&backdrop->canyon, ROWS_AT_ONCE) &&
           SDL_GetPerformanceCounter() - begin < budget) {
    }
}

bool backdrop_work(Backdrop *backdrop, int milliseconds, bool fade)
{
    if (backdrop->held && SDL_GetTicks64() >= backdrop->hold_until) {
        backdrop->held = false;
        follow_light(backdrop);
    }
    if (backdrop->next.pixels == NULL || backdrop->fading) {
        return false;
    }
    if (!picture_canyon_done(&backdrop->canyon)) {
        paint_slices(backdrop, milliseconds);
        return false;
    }
    if (!fade || backdrop->high_contrast) { // contrast is never faded: it may be needed now
        take_next(backdrop);
        return true;
    }
    backdrop->fade_steps = backdrop->rough ? BACKDROP_APPEAR : BACKDROP_FADE;
    backdrop->fade = backdrop->fade_steps;
    backdrop->fading = true;
    backdrop->share[0] = 0;
    backdrop->share[1] = 0;
    return false;
}

void backdrop_finish(Backdrop *backdrop)
{
    backdrop->held = false;
    follow_light(backdrop);
    while (backdrop->next.pixels != NULL) {
        while (!picture_canyon_done(&backdrop->canyon)) {
            picture_canyon_step(&backdrop->canyon, ROWS_AT_ONCE);
        }
        take_next(backdrop);
    }
}

// ---- fading -------------------------------------------------------------------------------------

bool backdrop_fading(const Backdrop *backdrop)
{
    return backdrop->fading;
}

static float way(const Backdrop *backdrop)
{
    return 1.0f - (float)backdrop->fade / (float)backdrop->fade_steps;
}

static int middle(const Backdrop *backdrop)
{
    return backdrop->height * 9 / 20; // the lower half is the dearer one
}

RasterRect backdrop_advance(Backdrop *backdrop, int steps)
{
    RasterRect changed = { 0, 0, backdrop->width, backdrop->height };
    if (!backdrop->fading) {
        return (RasterRect){ 0 };
    }
    backdrop->fade = backdrop->fade > steps ? backdrop->fade - steps : 0;
    backdrop->half = 1 - backdrop->half;
    backdrop->share[backdrop->half] = (uint16_t)(way(backdrop) * (float)ALL_OF_IT + 0.5f);
    if (backdrop->half == 0) {
        changed.y1 = middle(backdrop);
    } else {
        changed.y0 = middle(backdrop);
    }
    if (backdrop->share[0] == ALL_OF_IT && backdrop->share[1] == ALL_OF_IT) {
        take_next(backdrop); // what is seen is this already
    }
    return changed;
}

// ---- what is seen -------------------------------------------------------------------------------

// Whole rows: the same picture at any lift.
static int lifted_rows(const Backdrop *backdrop, float lift)
{
    float up = colour_clamp(lift, 0.0f, (float)BACKDROP_LIFT);
    int rows = (int)(up * backdrop->view.scale + 0.5f);
    return rows > backdrop->spare ? backdrop->spare : rows;
}

PictureView backdrop_view(const Backdrop *backdrop, float lift)
{
    PictureView view = backdrop->view;
    view.offset_y -= (float)lifted_rows(backdrop, lift);
    return view;
}

static RasterSurface lifted(const Backdrop *backdrop, const RasterSurface *surface, float lift)
{
    RasterSurface part = *surface;
    part.height = backdrop->height;
    part.pixels += (size_t)lifted_rows(backdrop, lift) * (size_t)part.stride;
    return part;
}

// A loop of known length over bytes that nobody else points to: compilers make vectors of it.
static void mix_block(uint8_t *restrict out, const uint8_t *restrict a, const uint8_t *restrict b,
                      uint16_t share)
{
    for (int i = 0; i < MIXED_BYTES; i++) {
        uint16_t mixed = (uint16_t)(a[i] * (ALL_OF_IT - share) + b[i] * share);
        out[i] = (uint8_t)(mixed >> 8);
    }
}

static void mix_row(uint32_t *out, const uint32_t *a, const uint32_t *b, int count, uint16_t share)
{
    const int block = MIXED_BYTES / (int)sizeof *out;
    int x = 0;
    for (; x + block <= count; x += block) {
        mix_block((uint8_t *)(out + x), (const uint8_t *)(a + x), (const uint8_t *)(b + x), share);
    }
    uint32_t rest[3][MIXED_BYTES / sizeof *out] = { { 0 } };
    size_t bytes = (size_t)(count - x) * sizeof *out;
    memcpy(rest[0], a + x, bytes);
    memcpy(rest[1], b + x, bytes);
    mix_block((uint8_t *)rest[2], (const uint8_t *)rest[0], (const uint8_t *)rest[1], share);
    memcpy(out + x, rest[2], bytes);
}

void backdrop_restore(const Backdrop *backdrop, float lift, Raster *raster, RasterRect rect)
{
    RasterSurface from = lifted(backdrop, &backdrop->shown, lift);
    if (!backdrop->fading) {
        raster_restore(raster, &from, rect);
        return;
    }
    RasterSurface to = lifted(backdrop, &backdrop->next, lift);
    RasterRect cut = raster_rect_cut(rect, raster_full(raster));
    cut = raster_rect_cut(cut, (RasterRect){ 0, 0, from.width, from.height });
    for (int y = cut.y0; y < cut.y1; y++) {
        uint32_t *out = raster->surface.pixels + (size_t)y * (size_t)raster->surface.stride;
        const uint32_t *a = from.pixels + (size_t)y * (size_t)from.stride;
        const uint32_t *b = to.pixels + (size_t)y * (size_t)to.stride;
        uint16_t share = backdrop->share[y < middle(backdrop) ? 0 : 1];
        mix_row(out + cut.x0, a + cut.x0, b + cut.x0, cut.x1 - cut.x0, share);
    }
}

PicturePalette backdrop_palette(const Backdrop *backdrop)
{
    PicturePalette from = palette_of(backdrop, backdrop->shown_light);
    if (!backdrop->fading) {
        return from;
    }
    PicturePalette to = palette_of(backdrop, backdrop->next_light);
    return picture_palette_mix(&from, &to, way(backdrop));
}
