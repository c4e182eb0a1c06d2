// Pictures of named states of the bridge, for `shot`: PNG, SVG, and the contact sheet. Knows no
// window and no font.
#pragma once

#include "base/err.h"
#include "picture/look.h"
#include "picture/palette.h"
#include "picture/raster.h"
#include "picture/vision.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct ShotState {
    int state; // of bridge_example
    PicturePalette palette;
    const char *light;       // its name
    uint64_t person;         // any number is somebody; 0: nobody is there
    const PictureLook *look; // of the one on the far bank; NULL: by that number
    PictureVision vision;
    bool crop; // the bridge instead of the whole scene
} ShotState;

// False with ERR_USAGE where there is no such state: says which there are.
bool shot_state_find(const char *name, int *state, Err *err);

// Fills the surface.
void shot_state_paint(const ShotState *shot, RasterSurface surface);

// Writes an SVG file of the whole scene, or of the crop.
bool shot_state_svg(const ShotState *shot, const char *path, Err *err);

enum {
    SHOT_SHEET_COLUMNS = 5, // day, dusk, dawn, storm, high contrast
    SHOT_SHEET_CELL_WIDTH = 440,
    SHOT_SHEET_CELL_HEIGHT = 248,
    SHOT_SHEET_LABEL = 20, // rows of pixels above each cell, left as they are
};

// All states, one a row, in every palette. The size of the sheet, and its cells.
void shot_sheet_size(int *width, int *height);
void shot_sheet_paint(RasterSurface sheet, uint64_t person, PictureVision vision);
const char *shot_sheet_palette(int column);
