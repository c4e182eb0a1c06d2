// Named states of the bridge as pictures: canyon, bridge, and people if somebody is asked for.
#include "app/shot_state.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "bridge/example.h"
#include "picture/canyon.h"
#include "picture/scene.h"
#include "picture/svg.h"
#include "story/render.h"

#include <stdio.h>
#include <string.h>

bool shot_state_find(const char *name, int *state, Err *err)
{
    const char *names[64];
    Text all = { .data = NULL };
    *state = bridge_example_find(name);
    if (*state >= 0) {
        return true;
    }
    int count = bridge_example_count();
    for (int i = 0; i < count && i < 64; i++) {
        names[i] = bridge_example_name(i);
        text_addf(&all, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *meant = text_did_you_mean(name, names, count);
    err_set(err, ERR_USAGE, "there is no state \"%.40s\"", name);
    if (meant != NULL) {
        err_fix(err, "did you mean %s?", meant);
    } else {
        err_fix(err, "there are: all, %s", text_str(&all));
    }
    text_deinit(&all);
    return false;
}

static PictureScene *scene_of(const ShotState *shot)
{
    PictureScene *scene = mem_alloc(sizeof *scene);
    BridgeCondition condition = bridge_example(shot->state);
    picture_scene_init(scene, &condition, &shot->palette);
    if (shot->person > 0) {
        PictureLook player = picture_look_any(0);
        PictureLook other =
            shot->look != NULL ? *shot->look : picture_look_any((uint32_t)shot->person);
        picture_scene_person(scene, 0, &player, (float)PICTURE_NEAR_BANK, 1, PICTURE_STAND);
        picture_scene_person(scene, 1, &other, (float)PICTURE_FAR_BANK, -1, PICTURE_STAND);
        if (!shot->crop) { // there half of them would be cut off
            picture_scene_onlookers(scene, (uint32_t)shot->person);
        }
    }
    return scene;
}

static PictureView view_of(const ShotState *shot, RasterSurface surface)
{
    if (!shot->crop) {
        return picture_view(surface.width, surface.height, 0.0f);
    }
    BridgeCondition condition = bridge_example(shot->state);
    float y = condition.word == BRIDGE_DOWN ? 345.0f : 305.0f;
    return picture_view_crop(surface.width, surface.height, 640.0f, y, 980.0f);
}

static void draw_scene(const ShotState *shot, RasterSurface surface)
{
    PictureScene *scene = scene_of(shot);
    Raster raster;
    raster_init(&raster, surface);
    picture_view_use(&raster, view_of(shot, surface));
    picture_scene_draw(scene, &raster);
    raster_deinit(&raster);
    mem_free(scene);
}

void shot_state_paint(const ShotState *shot, RasterSurface surface)
{
    picture_canyon_paint(surface, &shot->palette, view_of(shot, surface));
    draw_scene(shot, surface);
    if (shot->vision != PICTURE_FULL_VISION) {
        picture_vision_surface(surface, shot->vision);
    }
}

bool shot_state_svg(const ShotState *shot, const char *path, Err *err)
{
    BridgeCondition condition = bridge_example(shot->state);
    PictureSvgCrop whole = { 0.0f, 0.0f, 1280.0f, 720.0f };
    Text title = { .data = NULL };
    Text said = { .data = NULL };
    Text svg = { .data = NULL };
    text_addf(&title, "A bridge, %s: %s", bridge_example_name(shot->state),
              bridge_example_says(shot->state));
    render_condition("The bridge", &condition, &said);
    PictureSvgWords words = { "bridge", text_str(&title), text_str(&said) };
    PictureScene *scene = scene_of(shot);
    picture_svg_scene(scene, shot->crop ? picture_svg_crop(&condition) : whole, words, &svg);
    mem_free(scene);
    bool good = file_write(path, svg.data, svg.length, err);
    text_deinit(&title);
    text_deinit(&said);
    text_deinit(&svg);
    return good;
}

// ---- the contact sheet -------------------------------------------------------------------------

const char *shot_sheet_palette(int column)
{
    static const char *const names[SHOT_SHEET_COLUMNS] = { "day", "dusk", "dawn", "storm",
                                                           "high-contrast" };
    return names[column];
}

void shot_sheet_size(int *width, int *height)
{
    *width = SHOT_SHEET_COLUMNS * SHOT_SHEET_CELL_WIDTH;
    *height = bridge_example_count() * (SHOT_SHEET_CELL_HEIGHT + SHOT_SHEET_LABEL);
}

static RasterSurface cell_of(RasterSurface sheet, int column, int row)
{
    int y = row * (SHOT_SHEET_CELL_HEIGHT + SHOT_SHEET_LABEL) + SHOT_SHEET_LABEL;
    uint32_t *from =
        sheet.pixels + (size_t)y * (size_t)sheet.stride + (size_t)(column * SHOT_SHEET_CELL_WIDTH);
    return (RasterSurface){ SHOT_SHEET_CELL_WIDTH - 2, SHOT_SHEET_CELL_HEIGHT, from, sheet.stride };
}

static void copy_rows(RasterSurface to, RasterSurface from)
{
    for (int y = 0; y < to.height; y++) {
        memcpy(to.pixels + (size_t)y * (size_t)to.stride,
               from.pixels + (size_t)y * (size_t)from.stride, (size_t)to.width * sizeof(uint32_t));
    }
}

// The canyon is painted once for all cells of a column that look at the same place.
void shot_sheet_paint(RasterSurface sheet, uint64_t person, PictureVision vision)
{
    for (int column = 0; column < SHOT_SHEET_COLUMNS; column++) {
        bool contrast = column >= PICTURE_LIGHTS;
        ShotState shot = { .person = person, .crop = true };
        shot.palette =
            contrast ? picture_palette_high_contrast() : picture_palette((PictureLight)column);
        int painted = -1; // the row whose canyon can be copied
        for (int row = 0; row < bridge_example_count(); row++) {
            RasterSurface cell = cell_of(sheet, column, row);
            shot.state = row;
            bool low = bridge_example(row).word == BRIDGE_DOWN;
            if (low || painted < 0) {
                picture_canyon_paint(cell, &shot.palette, view_of(&shot, cell));
                painted = low ? painted : row;
            }
        }
        RasterSurface canyon = { SHOT_SHEET_CELL_WIDTH, SHOT_SHEET_CELL_HEIGHT, NULL,
                                 SHOT_SHEET_CELL_WIDTH };
        canyon.pixels = mem_alloc(sizeof(uint32_t) * (size_t)canyon.width * (size_t)canyon.height);
        canyon.width -= 2;
        copy_rows(canyon, cell_of(sheet, column, painted));
        for (int row = 0; row < bridge_example_count(); row++) {
            RasterSurface cell = cell_of(sheet, column, row);
            shot.state = row;
            if (bridge_example(row).word != BRIDGE_DOWN) {
                copy_rows(cell, canyon);
            }
            draw_scene(&shot, cell);
            if (vision != PICTURE_FULL_VISION) {
                picture_vision_surface(cell, vision);
            }
        }
        mem_free(canyon.pixels);
    }
}
