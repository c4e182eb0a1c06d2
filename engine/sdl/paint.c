// What has to be repainted, and in which order. There is no layer for the user interface: a
// rectangle is painted from the backdrop up with every command that reaches into it, which costs
// less than blending a layer and keeps no second picture.
#include "sdl/paint.h"

#include "base/arena.h"
#include "picture/canyon.h"
#include "sdl/paint_shapes.h"
#include "sdl/stage.h"

#include <assert.h>

enum { COVERS = 4, SMALL_COVER = 20000 }; // pixels

static const uint32_t mist = 0xf4e7cf;

struct Painter {
    ShapesContext shapes;
    Album album;
    Stage stage;
    Raster raster;
    bool raster_ready;
    int width, height;
    float scale;
};

Painter *paint_open(const char *font_folder, bool only_folder, Err *err)
{
    Letters *letters = letters_open(font_folder, only_folder, err);
    if (letters == NULL) {
        return NULL;
    }
    Painter *painter = mem_alloc(sizeof *painter);
    painter->shapes = (ShapesContext){ letters, &painter->album };
    stage_init(&painter->stage);
    paint_size(painter, 1280, 720);
    return painter;
}

void paint_close(Painter *painter)
{
    if (painter == NULL) {
        return;
    }
    letters_close(painter->shapes.letters);
    album_deinit(&painter->album);
    stage_deinit(&painter->stage);
    if (painter->raster_ready) {
        raster_deinit(&painter->raster);
    }
    mem_free(painter);
}

void paint_size(Painter *painter, int width, int height)
{
    assert(width > 0 && height > 0);
    painter->width = width;
    painter->height = height;
    float across = (float)width / 1280.0f;
    float down = (float)height / 720.0f;
    painter->scale = across < down ? across : down;
    letters_scale(painter->shapes.letters, painter->scale);
}

float paint_scale(const Painter *painter)
{
    return painter->scale;
}

void paint_design(const Painter *painter, float *width, float *height)
{
    *width = (float)painter->width / painter->scale;
    *height = (float)painter->height / painter->scale;
}

static float measure(void *context, FrameFont font, float size, const char *text, int bytes)
{
    return letters_width(context, font, size, text, bytes);
}

FrameMeasure paint_measure(Painter *painter)
{
    return (FrameMeasure){ measure, painter->shapes.letters };
}

void paint_typeface(Painter *painter, FrameTypeface typeface)
{
    letters_typeface(painter->shapes.letters, typeface);
}

void paint_reduced_motion(Painter *painter, bool reduced)
{
    painter->stage.reduced_motion = reduced;
    painter->stage.scene.reduced_motion = reduced;
}

void paint_no_fades(Painter *painter, bool none)
{
    painter->stage.no_fades = none;
}

void paint_settle(Painter *painter)
{
    painter->stage.settle = true;
}

PictureScene *paint_scene(Painter *painter)
{
    return painter->stage.begun ? &painter->stage.scene : NULL;
}

void paint_gust(Painter *painter, float strength)
{
    if (painter->stage.shown) {
        picture_scene_gust(&painter->stage.scene, strength);
    }
}

// ---- areas --------------------------------------------------------------------------------------

static RasterRect all_of(const Painter *painter)
{
    return (RasterRect){ 0, 0, painter->width, painter->height };
}

static bool overlap(RasterRect a, RasterRect b)
{
    return !raster_rect_empty(raster_rect_cut(a, b));
}

static float within(float v, float most)
{
    return v < 0.0f ? 0.0f : v > most ? most : v;
}

// The pixels that a box in design units may touch, cut to the surface.
static RasterRect pixels_of(const Painter *painter, FrameRect rect)
{
    float s = painter->scale;
    float width = (float)painter->width;
    float height = (float)painter->height;
    float x0 = within(rect.x * s, width);
    float y0 = within(rect.y * s, height);
    float x1 = within((rect.x + rect.w) * s, width);
    float y1 = within((rect.y + rect.h) * s, height);
    if (!(x1 > x0 && y1 > y0)) {
        return (RasterRect){ 0 };
    }
    RasterRect pixels = { (int)x0, (int)y0, (int)(x1 + 0.999f), (int)(y1 + 0.999f) };
    return raster_rect_cut(pixels, all_of(painter));
}

static RasterRect scene_visible(const Painter *painter, const Frame *frame)
{
    const FrameCommand *command = stage_command(frame);
    return command == NULL ? (RasterRect){ 0 } : pixels_of(painter, command->rect);
}

// What lies wholly under an opaque card of the frame; at most so many.
static int find_covers(const Painter *painter, const Frame *frame, RasterRect *covers, int most)
{
    const FrameCommand *scene = stage_command(frame);
    bool clipped = false;
    int count = 0;
    for (int i = 0; scene != NULL && i < frame->command_count && count < most; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_CLIP) {
            clipped = command->rect.w > 0.0f;
        } else if (command > scene && !clipped) {
            RasterRect opaque = shapes_opaque(command, painter->scale);
            covers[count] = raster_rect_cut(opaque, all_of(painter));
            count += area_pixels(covers[count]) > SMALL_COVER;
        }
    }
    return count;
}

// Adds what is seen of rectangles of the scene.
static void add_seen(const Painter *painter, const Frame *frame, const RasterRect *rects, int count,
                     Area *area)
{
    RasterRect covers[COVERS];
    int cover_count = find_covers(painter, frame, covers, COVERS);
    RasterRect visible = scene_visible(painter, frame);
    for (int i = 0; i < count; i++) {
        Area seen = { { raster_rect_cut(rects[i], visible) }, 1 };
        for (int k = 0; k < cover_count; k++) {
            area_take(&seen, covers[k]);
        }
        area_add_all(area, &seen);
    }
}

// Adds where the scene may look different now.
static void add_scene(const Painter *painter, const Frame *frame, bool all_of_it, Area *area)
{
    RasterRect rects[STAGE_REACH];
    rects[0] = all_of(painter);
    int count =
        all_of_it ? 1 : stage_reach(&painter->stage, stage_command(frame), rects);
    add_seen(painter, frame, rects, count, area);
}

// ---- painting a rectangle -----------------------------------------------------------------------

static void use_design(Painter *painter)
{
    picture_view_use(&painter->raster, (PictureView){ painter->scale, 0.0f, 0.0f });
}

static void fill_all(Painter *painter, uint32_t argb, float alpha)
{
    float width;
    float height;
    paint_design(painter, &width, &height);
    raster_rect(&painter->raster, -1.0f, -1.0f, width + 2.0f, height + 2.0f);
    raster_fill(&painter->raster, argb, alpha);
}

static void paint_scene_in(Painter *painter, const FrameCommand *command, RasterRect clip)
{
    RasterRect part = raster_rect_cut(clip, pixels_of(painter, command->rect));
    stage_paint(&painter->stage, &painter->raster, command, part);
    use_design(painter);
    float veil = stage_veil(&painter->stage);
    if (veil > 0.0f) {
        fill_all(painter, mist, veil * 0.8f);
    }
    if (command->colour >> 24 != 0) { // dimmed, with the clip of the part
        fill_all(painter, command->colour, (float)(command->colour >> 24) / 255.0f);
    }
    raster_clip(&painter->raster, clip);
}

// Whether the scene lies under everything else in this rectangle, so that no ground is needed.
static bool scene_covers(const Painter *painter, const Frame *frame, const FrameCommand *scene,
                         RasterRect rect)
{
    if (scene == NULL || scene != frame->commands) {
        return false;
    }
    RasterRect inside = pixels_of(painter, scene->rect);
    return inside.x0 <= rect.x0 && inside.y0 <= rect.y0 && inside.x1 >= rect.x1 &&
           inside.y1 >= rect.y1;
}

// What FRAME_CLIP leaves of a rectangle.
static RasterRect use_clip(Painter *painter, const FrameCommand *command, RasterRect rect)
{
    Raster *raster = &painter->raster;
    FrameRect box = command->rect;
    raster_clip(raster, rect);
    if (box.w > 0.0f) {
        raster_clip_box(raster, box.x, box.y, box.w, box.h, command->radius);
    }
    return raster->clip;
}

static void paint_rect(Painter *painter, const Frame *frame, RasterRect rect)
{
    Raster *raster = &painter->raster;
    const FrameCommand *scene = stage_command(frame);
    RasterRect clip = rect;
    use_design(painter);
    raster_clip(raster, rect);
    if (!scene_covers(painter, frame, scene, rect)) {
        fill_all(painter, frame->ground, 1.0f);
    }
    for (int i = 0; i < frame->command_count; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_CLIP) {
            clip = use_clip(painter, command, rect);
            continue;
        }
        FrameRect bounds = shapes_bounds(&painter->shapes, frame, command);
        if (!overlap(clip, pixels_of(painter, bounds))) {
            continue;
        }
        if (command == scene) {
            paint_scene_in(painter, command, clip);
        } else {
            shapes_paint(&painter->shapes, raster, frame, command);
        }
    }
}

static void target(Painter *painter, RasterSurface surface)
{
    assert(surface.width == painter->width && surface.height == painter->height);
    if (!painter->raster_ready) {
        raster_init(&painter->raster, surface);
        painter->raster_ready = true;
    } else {
        raster_target(&painter->raster, surface);
    }
}

static void paint_area(Painter *painter, const Frame *frame, RasterSurface surface,
                       const Area *area)
{
    target(painter, surface);
    for (int i = 0; i < area->count; i++) {
        paint_rect(painter, frame, area->rects[i]);
    }
}

// ---- frames -------------------------------------------------------------------------------------

// Adds where commands first..last of a frame paint; false when that may be anywhere.
static bool add_commands(Painter *painter, const Frame *frame, int first, int last, Area *area)
{
    for (int i = first; i < last; i++) {
        const FrameCommand *command = &frame->commands[i];
        if (command->kind == FRAME_CLIP || command->kind == FRAME_SCENE) {
            return false;
        }
        area_add(area, pixels_of(painter, shapes_bounds(&painter->shapes, frame, command)));
    }
    return true;
}

static bool same_at(const Frame *a, int i, const Frame *b, int j)
{
    return shapes_same(a, &a->commands[i], b, &b->commands[j]);
}

// The rectangles in which two frames differ; false when everything may.
static bool find_changes(Painter *painter, const Frame *a, const Frame *b, Area *area)
{
    if (a->width != b->width || a->height != b->height || a->ground != b->ground ||
        a->high_contrast != b->high_contrast || a->colour_safe != b->colour_safe ||
        a->typeface != b->typeface) {
        return false;
    }
    int first = 0;
    int last_a = a->command_count;
    int last_b = b->command_count;
    while (first < last_a && first < last_b && same_at(a, first, b, first)) {
        first++;
    }
    while (last_a > first && last_b > first && same_at(a, last_a - 1, b, last_b - 1)) {
        last_a--;
        last_b--;
    }
    if (last_a != last_b) {
        return add_commands(painter, a, first, last_a, area) &&
               add_commands(painter, b, first, last_b, area);
    }
    for (int i = first; i < last_a; i++) { // as many as before: most of them are the same
        if (!same_at(a, i, b, i) && !(add_commands(painter, a, i, i + 1, area) &&
                                      add_commands(painter, b, i, i + 1, area))) {
            return false;
        }
    }
    return true;
}

Area paint_change(Painter *painter, const Frame *shown, const Frame *next,
                       RasterSurface surface)
{
    album_turn(&painter->album, next, painter->scale);
    StageChange scene = stage_update(&painter->stage, next, painter->width, painter->height);
    Area area = { 0 };
    if (shown == NULL || !find_changes(painter, shown, next, &area)) {
        area = (Area){ { all_of(painter) }, 1 };
        stage_forget(&painter->stage);
    } else if (scene != STAGE_SAME) {
        add_scene(painter, next, scene == STAGE_OTHER, &area);
        stage_forget(&painter->stage);
    }
    paint_area(painter, next, surface, &area);
    return area;
}

Area paint_move(Painter *painter, const Frame *frame, RasterSurface surface, int steps)
{
    Area area = { 0 };
    const FrameCommand *command = stage_command(frame);
    bool all_of_it = stage_sweeps(&painter->stage);
    if (command == NULL || steps <= 0 || !stage_advance(&painter->stage, steps)) {
        return area;
    }
    add_scene(painter, frame, all_of_it, &area);
    add_seen(painter, frame, &painter->stage.relit, 1, &area);
    stage_bind(&painter->stage, command);
    stage_forget(&painter->stage);
    paint_area(painter, frame, surface, &area);
    stage_unbind(&painter->stage);
    return area;
}

Area paint_work(Painter *painter, const Frame *frame, RasterSurface surface, int milliseconds)
{
    Area area = { 0 };
    const AlbumPicture *painted = NULL;
    if (stage_busy(&painter->stage)) {
        if (stage_work(&painter->stage, milliseconds)) {
            add_scene(painter, frame, true, &area);
            stage_forget(&painter->stage);
        }
    } else if (album_work(&painter->album, &painted)) {
        for (int i = 0; i < frame->command_count; i++) {
            const FrameCommand *command = &frame->commands[i];
            if (album_find(&painter->album, frame, command, painter->scale) == painted) {
                add_commands(painter, frame, i, i + 1, &area);
            }
        }
    }
    paint_area(painter, frame, surface, &area);
    return area;
}

bool paint_busy(const Painter *painter)
{
    return stage_busy(&painter->stage) || album_busy(&painter->album);
}

bool paint_fading(const Painter *painter)
{
    return stage_changes_light(&painter->stage);
}

void paint_frame(Painter *painter, const Frame *frame, RasterSurface surface)
{
    album_turn(&painter->album, frame, painter->scale);
    stage_update(&painter->stage, frame, painter->width, painter->height);
    stage_finish(&painter->stage);
    stage_forget(&painter->stage);
    const AlbumPicture *painted;
    while (album_work(&painter->album, &painted)) {
    }
    Area all = { { all_of(painter) }, 1 };
    paint_area(painter, frame, surface, &all);
}

bool paint_lively(const Painter *painter)
{
    return stage_lively(&painter->stage);
}

bool paint_at_rest(const Painter *painter)
{
    return stage_at_rest(&painter->stage);
}
