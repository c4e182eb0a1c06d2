// PNG through libpng's simplified interface; rows are handed over in its byte order, not ours.
#include "picture/png.h"

#include "base/arena.h"

#include <png.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

// XRGB words to RGB or RGBA bytes, whatever the machine's byte order.
static void to_bytes(const RasterSurface *surface, unsigned char *out, bool with_alpha)
{
    for (int y = 0; y < surface->height; y++) {
        const uint32_t *row = surface->pixels + (size_t)y * (size_t)surface->stride;
        for (int x = 0; x < surface->width; x++) {
            uint32_t p = row[x];
            *out++ = (unsigned char)(p >> 16);
            *out++ = (unsigned char)(p >> 8);
            *out++ = (unsigned char)p;
            if (with_alpha) {
                *out++ = (unsigned char)(p >> 24);
            }
        }
    }
}

bool picture_png_write(const char *path, RasterSurface surface, bool with_alpha, Err *err)
{
    size_t channels = with_alpha ? 4 : 3;
    unsigned char *bytes = mem_alloc((size_t)surface.width * (size_t)surface.height * channels);
    to_bytes(&surface, bytes, with_alpha);
    png_image image = { .version = PNG_IMAGE_VERSION,
                        .width = (png_uint_32)surface.width,
                        .height = (png_uint_32)surface.height,
                        .format = with_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB };
    bool ok = false;
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        err_set(err, ERR_SYSTEM, "cannot write the picture %s: %s", path, strerror(errno));
        err_fix(err, "choose a folder that exists and may be written to");
        goto done;
    }
    ok = png_image_write_to_stdio(&image, file, 0, bytes, 0, NULL) != 0;
    if (fclose(file) != 0) {
        ok = false;
    }
    if (!ok) {
        err_set(err, ERR_SYSTEM, "the picture %s could not be written whole: %s", path,
                image.message[0] != '\0' ? image.message : strerror(errno));
        err_fix(err, "check that the disk has room");
        remove(path);
    }
done:
    mem_free(bytes);
    return ok;
}

bool picture_png_read(const char *path, RasterSurface *out, Err *err)
{
    png_image image = { .version = PNG_IMAGE_VERSION };
    if (!png_image_begin_read_from_file(&image, path)) {
        return err_set(err, ERR_INPUT, "cannot read the picture %s: %s", path, image.message);
    }
    image.format = PNG_FORMAT_RGBA;
    size_t count = (size_t)image.width * (size_t)image.height;
    if (image.width > 16384 || image.height > 16384) {
        png_image_free(&image);
        return err_set(err, ERR_INPUT, "the picture %s is larger than 16384 pixels", path);
    }
    unsigned char *bytes = mem_alloc(count * 4);
    if (!png_image_finish_read(&image, NULL, bytes, 0, NULL)) {
        mem_free(bytes);
        return err_set(err, ERR_INPUT, "cannot read the picture %s: %s", path, image.message);
    }
    uint32_t *pixels = mem_alloc(count * sizeof *pixels);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *b = bytes + i * 4;
        pixels[i] = ((uint32_t)b[3] << 24) | ((uint32_t)b[0] << 16) | ((uint32_t)b[1] << 8) | b[2];
    }
    mem_free(bytes);
    *out = (RasterSurface){ (int)image.width, (int)image.height, pixels, (int)image.width };
    return true;
}
