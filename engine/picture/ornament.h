// What cards and bars are adorned with: rope edge, gauge, keycap, logo, bars. Colours of paper and
// ink come from the caller's theme where they differ; shapes are the same in all.
#pragma once

#include "picture/raster.h"

#include <stdbool.h>
#include <stdint.h>

// A twisted rope `height` high (10 on cards) along the top of a card: x and y of its left end and
// middle. bolts: a knot bolt at both ends. High contrast: white, plain.
void picture_rope_edge(Raster *raster, float x, float y, float width, float height, bool bolts,
                       bool high_contrast);

// Ten planks, `height` high, halves 0..20 of them full; the half one has a crack. Its width is
// picture_gauge_width(height). on_dark: on a band or bar instead of paper.
void picture_gauge(Raster *raster, float x, float y, float height, int halves, bool on_dark,
                   bool high_contrast);
float picture_gauge_width(float height);

// The empty cap of a key; the caller writes on it. `size` is its height, `width` at least that.
void picture_keycap(Raster *raster, float x, float y, float width, float size, uint32_t rgb);

// A small bridge between two posts, 34x20 at height 20.
void picture_logo(Raster *raster, float x, float y, float height, bool high_contrast);

// The soft shadow under a card (a few steps, cheap).
void picture_shadow(Raster *raster, float x, float y, float width, float height, float radius);

typedef enum PictureIcon {
    PICTURE_ICON_SUN,
    PICTURE_ICON_CHECK,
    PICTURE_ICON_CLOCK,
    PICTURE_ICON_CRACK,
    PICTURE_ICON_CROSS,
    PICTURE_ICON_MOON,
    PICTURE_ICON_CLOUD,
    PICTURE_ICON_ENERGY,
    PICTURE_ICON_ARROW, // to the right
    PICTURE_ICON_BACK,
    PICTURE_ICON_STITCH,
    PICTURE_ICON_MOVED, // an arrow around a day
    PICTURE_ICON_EYE,
} PictureIcon;
enum { PICTURE_ICONS = 13 };

// An icon `size` high and wide around (x, y), in one colour.
void picture_icon(Raster *raster, PictureIcon icon, float x, float y, float size, uint32_t rgb);
