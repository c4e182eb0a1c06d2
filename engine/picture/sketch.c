// Reads outlines. Numbers are read by hand: strtod would ask the locale what a point is.
#include "picture/sketch.h"

#include <assert.h>
#include <stdbool.h>

static const char *skip(const char *s)
{
    while (*s == ' ' || *s == ',') {
        s++;
    }
    return s;
}

static float read_number(const char **at)
{
    const char *s = skip(*at);
    float sign = 1.0f;
    float value = 0.0f;
    float part = 1.0f;
    bool any = false;
    if (*s == '-') {
        sign = -1.0f;
        s++;
    }
    for (; *s >= '0' && *s <= '9'; s++) {
        value = value * 10.0f + (float)(*s - '0');
        any = true;
    }
    if (*s == '.') {
        for (s++; *s >= '0' && *s <= '9'; s++) {
            part *= 0.1f;
            value += part * (float)(*s - '0');
            any = true;
        }
    }
    assert(any);
    (void)any;
    *at = s;
    return sign * value;
}

static RasterPoint read_point(const PictureSketch *k, const char **at)
{
    float x = read_number(at);
    float y = read_number(at);
    return (RasterPoint){ k->x + k->sx * x, k->y + k->sy * y };
}

void picture_sketch(const PictureSketch *k, const char *outline)
{
    const char *s = skip(outline);
    char command = 'M';
    while (*s != '\0') {
        if (*s >= 'A' && *s <= 'Z') {
            command = *s++;
        }
        if (command == 'Z') {
            raster_close(k->raster);
        } else if (command == 'M') {
            RasterPoint p = read_point(k, &s);
            raster_move(k->raster, p.x, p.y);
            command = 'L';
        } else if (command == 'L') {
            RasterPoint p = read_point(k, &s);
            raster_line(k->raster, p.x, p.y);
        } else if (command == 'Q') {
            RasterPoint c = read_point(k, &s);
            RasterPoint p = read_point(k, &s);
            raster_quad(k->raster, c.x, c.y, p.x, p.y);
        } else {
            assert(command == 'C');
            RasterPoint a = read_point(k, &s);
            RasterPoint b = read_point(k, &s);
            RasterPoint p = read_point(k, &s);
            raster_cubic(k->raster, a.x, a.y, b.x, b.y, p.x, p.y);
        }
        s = skip(s);
    }
    raster_close(k->raster);
}

void picture_sketch_fill(const PictureSketch *k, const char *outline, uint32_t rgb, float alpha)
{
    picture_sketch(k, outline);
    raster_fill(k->raster, rgb, alpha);
}
