// The pictures that reports need, drawn by the same code as the window's.
#include "picture/svg.h"

#include "base/arena.h"
#include "picture/canyon.h"

enum { MOST_BYTES = 60000, MOST_BYTES_WHOLE = 90000 };

PictureSvgCrop picture_svg_crop(const BridgeCondition *condition)
{
    float y = condition->word == BRIDGE_DOWN ? 345.0f : 305.0f;
    return (PictureSvgCrop){ 150.0f, y - 245.0f, 980.0f, 490.0f };
}

static void draw_bridge(PictureSvg *svg, const BridgeCondition *condition,
                        const PicturePalette *palette)
{
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, condition, palette);
    picture_scene_draw(scene, picture_svg_raster(svg));
    mem_free(scene);
}

static void draw_scene(PictureScene *scene, PictureSvgCrop crop, float units, float detail,
                       PictureSvgWords words, Text *out)
{
    PictureSvg *svg = picture_svg_open(out, crop, units, detail, words);
    picture_canyon_draw(picture_svg_raster(svg), &scene->palette);
    picture_scene_draw(scene, picture_svg_raster(svg));
    picture_svg_close(svg);
}

void picture_svg_scene(PictureScene *scene, PictureSvgCrop crop, PictureSvgWords words, Text *out)
{
    static const struct {
        float units, detail;
    } tries[] = { { 2.0f, 3.5f }, { 2.0f, 6.0f }, { 1.0f, 12.0f }, { 1.0f, 24.0f } };
    size_t before = out->length;
    size_t most = crop.w > 1000.0f ? MOST_BYTES_WHOLE : MOST_BYTES;
    for (int i = 0; i < 4; i++) {
        if (i > 0) { // it was too long: once more, with less of what is small
            out->length = before;
            out->data[before] = '\0';
        }
        draw_scene(scene, crop, tries[i].units, tries[i].detail, words, out);
        if (out->length - before <= most) {
            return;
        }
    }
}

void picture_svg_bridge(const BridgeCondition *condition, const PicturePalette *palette,
                        PictureSvgCrop crop, PictureSvgWords words, Text *out)
{
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, condition, palette);
    picture_svg_scene(scene, crop, words, out);
    mem_free(scene);
}

void picture_svg_small(const BridgeCondition *condition, const PicturePalette *palette,
                       PictureSvgCrop crop, PictureSvgWords words, Text *out)
{
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, condition, palette);
    draw_scene(scene, crop, 1.0f, 24.0f, words, out);
    mem_free(scene);
}

void picture_svg_chip(const BridgeCondition *condition, const PicturePalette *palette,
                      PictureSvgWords words, Text *out)
{
    PictureSvgCrop crop = { 180.0f, 190.0f, 920.0f, 250.0f };
    BridgeCondition bare = *condition;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        bare.planks[i].disc = 0;
        bare.planks[i].mended_by = 0;
    }
    if (condition->word == BRIDGE_DOWN) {
        crop.h = 500.0f;
    }
    PictureSvg *svg = picture_svg_open(out, crop, 0.5f, 110.0f, words);
    draw_bridge(svg, &bare, palette);
    picture_svg_close(svg);
}

void picture_svg_portrait(const PictureLook *look, PictureMood mood, bool high_contrast,
                          PictureSvgWords words, Text *out)
{
    PictureSvgCrop crop = { 0.0f, 0.0f, (float)PICTURE_PORTRAIT_WIDTH,
                            (float)PICTURE_PORTRAIT_HEIGHT };
    PictureSvg *svg = picture_svg_open(out, crop, 8.0f, 0.2f, words);
    picture_portrait(picture_svg_raster(svg), 0.0f, 0.0f, crop.h, look, mood, high_contrast);
    picture_svg_close(svg);
}
