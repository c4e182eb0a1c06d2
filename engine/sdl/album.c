// Keeps thumbnails by what they show and how large they are.
#include "sdl/album.h"

#include "base/arena.h"
#include "picture/canyon.h"
#include "picture/thumbnail.h"
#include "sdl/light.h"

#include <SDL.h>
#include <assert.h>

static bool same_plank(const BridgePlank *a, const BridgePlank *b)
{
    return a->state == b->state && a->disc == b->disc && a->mended_by == b->mended_by &&
           a->theirs == b->theirs && a->fate == b->fate;
}

bool album_same_bridge(const BridgeCondition *a, const BridgeCondition *b)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (!same_plank(&a->planks[i], &b->planks[i])) {
            return false;
        }
    }
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        if (a->strands[i] != b->strands[i]) {
            return false;
        }
    }
    return a->word == b->word && a->frayed == b->frayed && a->mended == b->mended &&
           a->gauge_halves == b->gauge_halves && a->trust == b->trust && a->rapport == b->rapport &&
           a->scar == b->scar && a->lantern == b->lantern;
}

static void size_of(const FrameCommand *command, float scale, int *width, int *height)
{
    int w = (int)(command->rect.w * scale + 0.5f);
    int h = (int)(command->rect.h * scale + 0.5f);
    *width = w < 1 ? 1 : w > 4096 ? 4096 : w;
    *height = h < 1 ? 1 : h > 4096 ? 4096 : h;
}

static bool has_thumbnail(const Frame *frame, const FrameCommand *command)
{
    return command->kind == FRAME_THUMBNAIL && command->value >= 0 &&
           command->value < frame->thumbnail_count;
}

static int find(const Album *album, const Frame *frame, const FrameCommand *command, float scale)
{
    if (!has_thumbnail(frame, command)) {
        return -1;
    }
    const FrameThumbnail *what = &frame->thumbnails[command->value];
    int width;
    int height;
    size_of(command, scale, &width, &height);
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        const AlbumPicture *picture = &album->pictures[i];
        if (picture->used && picture->surface.width == width && picture->surface.height == height &&
            picture->high_contrast == frame->high_contrast &&
            picture->colour_safe == frame->colour_safe &&
            SDL_fabsf(picture->radius - command->radius * scale) < 0.01f &&
            picture->what.weather == what->weather &&
            album_same_bridge(&picture->what.condition, &what->condition)) {
            return i;
        }
    }
    return -1;
}

const AlbumPicture *album_find(const Album *album, const Frame *frame, const FrameCommand *command,
                               float scale)
{
    int i = find(album, frame, command, scale);
    return i < 0 ? NULL : &album->pictures[i];
}

// How much of the pixel at (x, y) from a rounded corner's end lies inside.
static float corner_cover(float radius, int x, int y)
{
    float dx = radius - ((float)x + 0.5f);
    float dy = radius - ((float)y + 0.5f);
    if (dx <= 0.0f || dy <= 0.0f) {
        return 1.0f;
    }
    float inside = radius - SDL_sqrtf(dx * dx + dy * dy) + 0.5f;
    return inside < 0.0f ? 0.0f : inside > 1.0f ? 1.0f : inside;
}

static void set_alpha(uint32_t *pixel, float cover)
{
    *pixel = (*pixel & 0xffffffu) | ((uint32_t)(cover * 255.0f + 0.5f) << 24);
}

// Round corners live in the picture's alpha: then any part of it can be repainted.
static void round_corners(AlbumPicture *picture)
{
    RasterSurface *s = &picture->surface;
    for (size_t i = 0; i < (size_t)s->width * (size_t)s->height; i++) {
        s->pixels[i] |= 0xff000000u;
    }
    int reach = (int)picture->radius + 1;
    for (int y = 0; y < reach && y < s->height; y++) {
        for (int x = 0; x < reach && x < s->width; x++) {
            float cover = corner_cover(picture->radius, x, y);
            uint32_t *top = s->pixels + (size_t)y * (size_t)s->stride;
            uint32_t *bottom = s->pixels + (size_t)(s->height - 1 - y) * (size_t)s->stride;
            set_alpha(&top[x], cover);
            set_alpha(&top[s->width - 1 - x], cover);
            set_alpha(&bottom[x], cover);
            set_alpha(&bottom[s->width - 1 - x], cover);
        }
    }
}

static void drop(AlbumPicture *picture)
{
    mem_free(picture->surface.pixels);
    *picture = (AlbumPicture){ 0 };
}

void album_deinit(Album *album)
{
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        drop(&album->pictures[i]);
    }
}

static void add(Album *album, const Frame *frame, const FrameCommand *command, float scale)
{
    AlbumPicture *picture = NULL;
    for (int i = 0; i < ALBUM_PICTURES && picture == NULL; i++) {
        picture = album->pictures[i].used ? NULL : &album->pictures[i];
    }
    if (picture == NULL) {
        return;
    }
    int width;
    int height;
    size_of(command, scale, &width, &height);
    picture->used = true;
    picture->shown = true;
    picture->what = frame->thumbnails[command->value];
    picture->high_contrast = frame->high_contrast;
    picture->colour_safe = frame->colour_safe;
    picture->radius = command->radius * scale;
    picture->surface =
        (RasterSurface){ width, height,
                         mem_alloc((size_t)width * (size_t)height * sizeof(uint32_t)), width };
    PicturePalette palette = light_palette(picture->what.weather, picture->high_contrast);
    float crop = picture->what.crop_width > 0.0f ? picture->what.crop_width : 940.0f;
    picture_canyon_plain(picture->surface, &palette,
                         picture_view_crop(width, height, 640.0f, 305.0f, crop));
    round_corners(picture);
}

void album_turn(Album *album, const Frame *frame, float scale)
{
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        album->pictures[i].shown = false;
    }
    for (int i = 0; i < frame->command_count; i++) {
        int known = find(album, frame, &frame->commands[i], scale);
        if (known >= 0) {
            album->pictures[known].shown = true;
        }
    }
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        if (!album->pictures[i].shown) {
            drop(&album->pictures[i]);
        }
    }
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (has_thumbnail(frame, command) && find(album, frame, command, scale) < 0) {
            add(album, frame, command, scale);
        }
    }
}

bool album_busy(const Album *album)
{
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        if (album->pictures[i].used && !album->pictures[i].painted) {
            return true;
        }
    }
    return false;
}

bool album_work(Album *album, const AlbumPicture **painted)
{
    for (int i = 0; i < ALBUM_PICTURES; i++) {
        AlbumPicture *picture = &album->pictures[i];
        if (picture->used && !picture->painted) {
            PicturePalette palette = light_palette(picture->what.weather, picture->high_contrast);
            palette.safe_colours = picture->colour_safe;
            picture_thumbnail(&picture->what.condition, &palette, picture->surface);
            round_corners(picture);
            picture->painted = true;
            *painted = picture;
            return true;
        }
    }
    return false;
}
