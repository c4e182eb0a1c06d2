// Paints the canyon beside the one that is shown and fades it in place, so that a change of light
// costs a second picture only while it is under way.
#include "sdl/backdrop.h"

#include "base/arena.h"
#include "picture/colour.h"
#include "sdl/light.h"

#include <SDL.h>
#include <assert.h>
#include <string.h>

enum { ROWS_AT_ONCE = 8 };

static size_t pixel_count(const RasterSurface *surface)
{
    return (size_t)surface->stride * (size_t)surface->height;
}

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
    backdrop->canyon = (PictureCanyon){ 0 };
    free_surface(&backdrop->next);
    backdrop->fade = 0;
}

void backdrop_deinit(Backdrop *backdrop)
{
    stop_painting(backdrop);
    free_surface(&backdrop->shown);
    *backdrop = (Backdrop){ 0 };
}

static void start_painting(Backdrop *backdrop)
{
    PicturePalette now = backdrop_palette(backdrop);
    stop_painting(backdrop);
    backdrop->from = now;
    backdrop->to = light_palette(backdrop->weather, backdrop->high_contrast);
    backdrop->next = new_surface(backdrop->shown.width, backdrop->shown.height);
    picture_canyon_begin(&backdrop->canyon, backdrop->next, &backdrop->to, backdrop->view);
}

static void start_plain(Backdrop *backdrop, int width, int height)
{
    stop_painting(backdrop);
    free_surface(&backdrop->shown);
    backdrop->width = width;
    backdrop->height = height;
    backdrop->view = picture_view(width, height, 0.0f);
    backdrop->spare = (int)((float)BACKDROP_LIFT * backdrop->view.scale + 0.999f);
    backdrop->shown = new_surface(width, height + backdrop->spare);
    backdrop->from = light_palette(backdrop->weather, backdrop->high_contrast);
    backdrop->to = backdrop->from;
    backdrop->plain = true;
    picture_canyon_plain(backdrop->shown, &backdrop->to, backdrop->view);
    start_painting(backdrop);
}

bool backdrop_want(Backdrop *backdrop, int width, int height, uint8_t weather, bool high_contrast)
{
    assert(width > 0 && height > 0);
    bool other_light = !backdrop->wanted || weather != backdrop->weather ||
                       high_contrast != backdrop->high_contrast;
    bool other_contrast = backdrop->wanted && high_contrast != backdrop->high_contrast;
    backdrop->wanted = true;
    backdrop->weather = weather;
    backdrop->high_contrast = high_contrast;
    if (width != backdrop->width || height != backdrop->height || other_contrast) {
        start_plain(backdrop, width, height); // contrast is never faded: it may be needed now
        return true;
    }
    if (other_light) {
        start_painting(backdrop);
    }
    return false;
}

bool backdrop_busy(const Backdrop *backdrop)
{
    return backdrop->next.pixels != NULL;
}

static void take_next(Backdrop *backdrop)
{
    free_surface(&backdrop->shown);
    backdrop->shown = backdrop->next;
    backdrop->next = (RasterSurface){ 0 };
    backdrop->from = backdrop->to;
    backdrop->plain = false;
    stop_painting(backdrop);
}

// One step: what is left of the way divided by the steps left, so that it ends exactly.
static void fade_step(Backdrop *backdrop)
{
    if (backdrop->fade <= 1) {
        take_next(backdrop);
        return;
    }
    uint32_t share = 256u / (uint32_t)backdrop->fade;
    uint32_t *to = backdrop->shown.pixels;
    const uint32_t *from = backdrop->next.pixels;
    size_t count = pixel_count(&backdrop->shown);
    for (size_t i = 0; i < count; i++) {
        to[i] = colour_lerp256(to[i], from[i], share) | 0xff000000u;
    }
    backdrop->fade--;
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
    if (!backdrop_busy(backdrop)) {
        return false;
    }
    if (backdrop->fade > 0) {
        fade_step(backdrop);
        return true;
    }
    if (!picture_canyon_done(&backdrop->canyon)) {
        paint_slices(backdrop, milliseconds);
        return false;
    }
    if (!fade || backdrop->high_contrast) {
        take_next(backdrop);
        return true;
    }
    backdrop->fade = BACKDROP_FADE;
    return false;
}

void backdrop_finish(Backdrop *backdrop)
{
    if (!backdrop_busy(backdrop)) {
        return;
    }
    while (!picture_canyon_done(&backdrop->canyon)) {
        picture_canyon_step(&backdrop->canyon, ROWS_AT_ONCE);
    }
    take_next(backdrop);
}

RasterSurface backdrop_at(const Backdrop *backdrop, float lift, PictureView *view)
{
    float up = colour_clamp(lift, 0.0f, (float)BACKDROP_LIFT);
    int rows = (int)(up * backdrop->view.scale + 0.5f); // whole rows: the same picture at any lift
    rows = rows > backdrop->spare ? backdrop->spare : rows;
    *view = backdrop->view;
    view->offset_y -= (float)rows;
    RasterSurface part = backdrop->shown;
    part.height = backdrop->height;
    part.pixels += (size_t)rows * (size_t)part.stride;
    return part;
}

PicturePalette backdrop_palette(const Backdrop *backdrop)
{
    if (backdrop->fade == 0) {
        return backdrop->plain ? backdrop->to : backdrop->from;
    }
    float t = 1.0f - (float)backdrop->fade / (float)BACKDROP_FADE;
    return picture_palette_mix(&backdrop->from, &backdrop->to, t);
}
