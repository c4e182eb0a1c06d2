// SDL_GetWindowSurface with the acceleration hint at 0 costs 0.3 ms a frame where the default,
// OpenGL on a machine without a GPU, costs 6. Wayland has no such surface: there the texture is the
// way.
#include "sdl/present.h"

#include "base/arena.h"

#include <assert.h>
#include <string.h>

enum { RECTS_AT_ONCE = 12 };

static bool is_wayland(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver != NULL && strcmp(driver, "wayland") == 0;
}

void present_hints(void)
{
    if (!is_wayland()) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
}

static bool open_texture(Present *present, Err *err)
{
    present->renderer = SDL_CreateRenderer(present->window, -1, 0);
    if (present->renderer == NULL) {
        return err_set(err, ERR_SYSTEM, "The window cannot show pictures: %s.", SDL_GetError());
    }
    present->textured = true;
    return true;
}

bool present_open(Present *present, SDL_Window *window, bool textured, Err *err)
{
    *present = (Present){ .window = window };
    const char *asked = SDL_getenv("PLANKWRIGHT_TEXTURED"); // to try it where it is not needed
    textured = textured || (asked != NULL && SDL_strcmp(asked, "1") == 0);
    if (!textured && !is_wayland()) {
        present->surface = SDL_GetWindowSurface(window);
    }
    bool direct = present->surface != NULL;
    present->surface = NULL; // taken by present_pixels, which says that it is fresh
    return direct || open_texture(present, err);
}

static void free_own(Present *present)
{
    mem_free(present->own.pixels);
    present->own = (RasterSurface){ 0 };
}

void present_close(Present *present)
{
    free_own(present);
    if (present->texture != NULL) {
        SDL_DestroyTexture(present->texture);
    }
    if (present->renderer != NULL) {
        SDL_DestroyRenderer(present->renderer);
    }
    *present = (Present){ 0 };
}

void present_lost(Present *present)
{
    present->surface = NULL;
    if (present->texture != NULL) {
        SDL_DestroyTexture(present->texture);
        present->texture = NULL;
    }
}

static void fit_own(Present *present, int width, int height)
{
    if (present->own.width != width || present->own.height != height) {
        free_own(present);
        size_t bytes = (size_t)width * (size_t)height * sizeof(uint32_t);
        present->own = (RasterSurface){ width, height, mem_alloc(bytes), width };
    }
}

static bool texture_pixels(Present *present, RasterSurface *out, bool *fresh)
{
    int width = 0;
    int height = 0;
    if (SDL_GetRendererOutputSize(present->renderer, &width, &height) != 0 || width <= 0 ||
        height <= 0) {
        return false;
    }
    if (present->texture != NULL &&
        (present->own.width != width || present->own.height != height)) {
        present_lost(present); // another scale: no event says so everywhere
    }
    *fresh = present->texture == NULL;
    if (present->texture == NULL) {
        present->texture = SDL_CreateTexture(present->renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_STREAMING, width, height);
        if (present->texture == NULL) {
            return false;
        }
        SDL_SetTextureBlendMode(present->texture, SDL_BLENDMODE_NONE);
        fit_own(present, width, height);
    }
    *out = present->own;
    return true;
}

static bool is_ours(const SDL_Surface *surface)
{
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xff0000u && format->Gmask == 0xff00u &&
           format->Bmask == 0xffu && surface->pitch % 4 == 0 && !SDL_MUSTLOCK(surface);
}

static bool surface_pixels(Present *present, RasterSurface *out, bool *fresh)
{
    SDL_Surface *surface = SDL_GetWindowSurface(present->window);
    if (surface == NULL || surface->w <= 0 || surface->h <= 0) {
        present->surface = NULL;
        return false;
    }
    *fresh = surface != present->surface;
    present->surface = surface;
    if (is_ours(surface)) {
        free_own(present);
        *out = (RasterSurface){ surface->w, surface->h, surface->pixels, surface->pitch / 4 };
    } else {
        fit_own(present, surface->w, surface->h);
        *out = present->own;
    }
    return true;
}

bool present_pixels(Present *present, RasterSurface *out, bool *fresh)
{
    return present->textured ? texture_pixels(present, out, fresh)
                             : surface_pixels(present, out, fresh);
}

static const uint32_t *pixels_at(const RasterSurface *surface, const SDL_Rect *rect)
{
    return surface->pixels + (size_t)rect->y * (size_t)surface->stride + rect->x;
}

static bool show_texture(Present *present, const SDL_Rect *rects, int count)
{
    if (present->texture == NULL) {
        return false;
    }
    int pitch = present->own.stride * (int)sizeof(uint32_t);
    for (int i = 0; i < count; i++) {
        if (SDL_UpdateTexture(present->texture, &rects[i], pixels_at(&present->own, &rects[i]),
                              pitch) != 0) {
            return false;
        }
    }
    if (SDL_RenderCopy(present->renderer, present->texture, NULL, NULL) != 0) {
        return false;
    }
    SDL_RenderPresent(present->renderer);
    return true;
}

// Into a window surface of another format.
static void convert(const Present *present, const SDL_Rect *rect)
{
    SDL_Surface *to = present->surface;
    uint8_t *at = (uint8_t *)to->pixels + (size_t)rect->y * (size_t)to->pitch +
                  (size_t)rect->x * to->format->BytesPerPixel;
    SDL_ConvertPixels(rect->w, rect->h, SDL_PIXELFORMAT_ARGB8888, pixels_at(&present->own, rect),
                      present->own.stride * (int)sizeof(uint32_t), to->format->format, at,
                      to->pitch);
}

static bool show_surface(Present *present, const SDL_Rect *rects, int count)
{
    if (present->surface == NULL) {
        return false;
    }
    for (int i = 0; i < count && present->own.pixels != NULL; i++) {
        convert(present, &rects[i]);
    }
    return SDL_UpdateWindowSurfaceRects(present->window, rects, count) == 0;
}

bool present_show(Present *present, const RasterRect *rects, int count)
{
    assert(count <= RECTS_AT_ONCE);
    SDL_Rect boxes[RECTS_AT_ONCE];
    for (int i = 0; i < count; i++) {
        const RasterRect *r = &rects[i];
        boxes[i] = (SDL_Rect){ r->x0, r->y0, r->x1 - r->x0, r->y1 - r->y0 };
    }
    bool done = present->textured ? show_texture(present, boxes, count)
                                  : show_surface(present, boxes, count);
    if (done) {
        present->shown++;
    } else {
        present_lost(present);
    }
    return done;
}
