// The same drawing as SVG: a sink for the rasteriser that writes paths, gradients and blends as a
// complete, accessible document, and the pictures that reports and web pages need. Nothing is
// fetched, no script, no font: numerals are outlines. Knows no file and no story; the words are the
// caller's.
#pragma once

#include "base/text.h"
#include "bridge/bridge.h"
#include "picture/look.h"
#include "picture/palette.h"
#include "picture/portrait.h"
#include "picture/raster.h"
#include "picture/scene.h"

typedef struct PictureSvg PictureSvg;

// What a document says of itself. Any bytes will do: they are escaped, and what XML forbids is
// replaced.
typedef struct PictureSvgWords {
    const char *id;          // begins every id: SVGs with different ones can stand in one HTML page
    const char *title;       // read first
    const char *description; // NULL for none; for a bridge its spoken text
} PictureSvgWords;

// A piece of the scene, in design units.
typedef struct PictureSvgCrop {
    float x, y, w, h;
} PictureSvgCrop;

// The crop of a bridge picture: 980 x 490 around (640, 305), lower for a bridge that is down.
PictureSvgCrop picture_svg_crop(const BridgeCondition *condition);

// Canyon and bridge at rest, 60 kB at most (less is drawn where it would be more). Appends to
// `out`.
void picture_svg_bridge(const BridgeCondition *condition, const PicturePalette *palette,
                        PictureSvgCrop crop, PictureSvgWords words, Text *out);

// A scene as it stands, with its people; 90 kB at most where the crop is the whole of it.
void picture_svg_scene(PictureScene *scene, PictureSvgCrop crop, PictureSvgWords words, Text *out);

// For pages that hold several: coarser, about 25 kB.
void picture_svg_small(const BridgeCondition *condition, const PicturePalette *palette,
                       PictureSvgCrop crop, PictureSvgWords words, Text *out);

// The same for a line of text, 128 x 62 and larger: the bridge without background and discs, about
// 8 kB.
void picture_svg_chip(const BridgeCondition *condition, const PicturePalette *palette,
                      PictureSvgWords words, Text *out);

void picture_svg_portrait(const PictureLook *look, PictureMood mood, bool high_contrast,
                          PictureSvgWords words, Text *out);

// Anything else: draw with the raster of an open document, in design units from (x, y) on, and
// close it. Nothing is complete before. `units`: how many steps of the coordinates (whole numbers)
// one design unit has; 4 is fine for a bridge. `detail`: contours smaller than this many square
// design units are left out. Aborts when out of memory; does not fail otherwise.
PictureSvg *picture_svg_open(Text *out, PictureSvgCrop crop, float units, float detail,
                             PictureSvgWords words);
Raster *picture_svg_raster(PictureSvg *svg);
void picture_svg_close(PictureSvg *svg);

// Adds text as XML character data or as a quoted attribute's value: escaped, well-formed always.
void picture_svg_escape(Text *out, const char *text);
