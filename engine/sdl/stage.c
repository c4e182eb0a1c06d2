// Decides when a change of the bridge is played and when it is simply so: within the same person's
// bridge on the same screen it is played; another person's bridge comes out of a short mist. And
// plays what somebody decides about crossing: they look, and come or turn back.
#include "sdl/stage.h"

#include "picture/canyon.h"
#include "sdl/album.h"
#include "sdl/paint_shapes.h"

#include <assert.h>
#include <string.h>

enum {
    NEAR_PIXELS = 16,
    VEIL_STEPS = 20,
};

static const float margin = 16.0f;   // design units
static const float far_enough = 720.0f;
static const float hanging = 50.0f; // two discs, or half a plank

// The one who plays: seen from afar, in a dark coat.
static const PictureLook player_look = { .skin = 2,
                                         .hair = PICTURE_HAIR_SHORT,
                                         .hair_colour = PICTURE_HAIR_BLACK,
                                         .coat = PICTURE_COAT,
                                         .coat_colour = 1,
                                         .age = 35 };

void stage_init(Stage *stage)
{
    memset(stage, 0, sizeof *stage);
    stage->settle = true;
    stage->person = -1;
}

void stage_deinit(Stage *stage)
{
    backdrop_deinit(&stage->backdrop);
    panorama_deinit(&stage->panorama);
}

const FrameCommand *stage_command(const Frame *frame)
{
    for (int i = 0; frame->has_scene && i < frame->command_count; i++) {
        if (frame->commands[i].kind == FRAME_SCENE) {
            return &frame->commands[i];
        }
    }
    return NULL;
}

// The player at the near end, the one whose bridge it is at the far end; nobody where it is
// nobody's. Returns whether somebody came or went.
static bool place_people(Stage *stage, const Frame *frame)
{
    int person = frame->bridge_person < frame->look_count ? frame->bridge_person : -1;
    if (person < 0) {
        bool were = stage->scene.people[STAGE_ACROSS].present;
        picture_scene_leave(&stage->scene, STAGE_PLAYER);
        picture_scene_leave(&stage->scene, STAGE_ACROSS);
        for (int i = PICTURE_PEOPLE - PICTURE_ONLOOKERS; i < PICTURE_PEOPLE; i++) {
            picture_scene_leave(&stage->scene, i);
        }
        return were;
    }
    const PictureLook *look = &frame->looks[person];
    if (stage->scene.people[STAGE_ACROSS].present && shapes_same_look(look, &stage->look)) {
        return false;
    }
    stage->look = *look;
    picture_scene_person(&stage->scene, STAGE_PLAYER, &player_look, (float)PICTURE_NEAR_BANK, 1,
                         PICTURE_STAND);
    picture_scene_person(&stage->scene, STAGE_ACROSS, look, (float)PICTURE_FAR_BANK, -1,
                         PICTURE_STAND);
    picture_scene_onlookers(&stage->scene, (uint32_t)person);
    return true;
}

// ---- crossing -----------------------------------------------------------------------------------

// Brings the one across to what the frame says of them. Returns whether something begins.
static bool update_crossing(Stage *stage, const Frame *frame, bool placed)
{
    bool anybody = stage->scene.people[STAGE_ACROSS].present;
    uint8_t wanted = anybody ? frame->crossing : (uint8_t)CROSSING_NONE;
    if (wanted == stage->crossing && !placed) {
        return false;
    }
    stage->crossing = wanted;
    if (!anybody || (placed && wanted == CROSSING_NONE)) {
        return false;
    }
    if (wanted == CROSSING_NONE) {
        picture_scene_person(&stage->scene, STAGE_ACROSS, &stage->look, (float)PICTURE_FAR_BANK, -1,
                             PICTURE_STAND);
        return true;
    }
    PictureCrossing played = wanted == CROSSING_COMES        ? PICTURE_CROSSES
                             : wanted == CROSSING_TURNS_BACK ? PICTURE_TURNS_BACK
                                                             : PICTURE_HESITATES;
    picture_scene_cross(&stage->scene, STAGE_ACROSS, played, PICTURE_FAR);
    return true;
}

static void use_palette(Stage *stage)
{
    PicturePalette palette = backdrop_palette(&stage->backdrop);
    picture_scene_palette(&stage->scene, &palette);
}

static void begin(Stage *stage, const Frame *frame)
{
    PicturePalette palette = backdrop_palette(&stage->backdrop);
    picture_scene_init(&stage->scene, &frame->bridge, &palette);
    stage->scene.reduced_motion = stage->reduced_motion;
    stage->begun = true;
    stage->settle = false; // settled already: placing it again would cost a first frame 4 ms
}

static StageChange update_bridge(Stage *stage, const Frame *frame)
{
    bool same = album_same_bridge(&stage->scene.condition, &frame->bridge);
    bool place = !stage->shown || frame->bridge_person != stage->person;
    if (stage->settle || (place && !same)) {
        stage->settle = false;
        picture_scene_place(&stage->scene, &frame->bridge);
        return STAGE_OTHER;
    }
    if (same) {
        return STAGE_SAME;
    }
    picture_scene_set(&stage->scene, &frame->bridge);
    return STAGE_OTHER;
}

static StageChange greater(StageChange a, StageChange b)
{
    return a > b ? a : b;
}

static StageChange update_light(Stage *stage, const Frame *frame, int width, int height)
{
    bool other =
        backdrop_want(&stage->backdrop, width, height, frame->weather, frame->high_contrast);
    if (!stage->begun) {
        begin(stage, frame);
        return STAGE_OTHER;
    }
    if (other) {
        use_palette(stage);
    }
    return other || !stage->shown ? STAGE_OTHER : STAGE_SAME;
}

StageChange stage_update(Stage *stage, const Frame *frame, int width, int height)
{
    if (stage_command(frame) == NULL) {
        stage->shown = false; // the frames differ in their FRAME_SCENE, too
        return STAGE_SAME;
    }
    bool other = stage->shown && !stage->settle && stage->person >= 0 &&
                 frame->bridge_person >= 0 && stage->person != frame->bridge_person;
    StageChange change = update_light(stage, frame, width, height);
    stage->scene.reduced_motion = stage->reduced_motion;
    if (stage->scene.safe_colours != frame->colour_safe) {
        stage->scene.safe_colours = frame->colour_safe;
        change = STAGE_OTHER;
    }
    change = greater(change, update_bridge(stage, frame));
    if (stage->scene.focus != frame->focused_disc) {
        picture_scene_focus(&stage->scene, frame->focused_disc);
        change = greater(change, STAGE_MOVED);
    }
    bool placed = place_people(stage, frame);
    bool moves = update_crossing(stage, frame, placed);
    if (placed || moves) {
        change = STAGE_OTHER;
    }
    if (panorama_update(&stage->panorama, frame, stage_command(frame), width, height,
                        stage->reduced_motion)) {
        change = STAGE_OTHER;
    }
    if (other && !stage->reduced_motion && !frame->high_contrast && !stage->panorama.shown) {
        stage->veil = VEIL_STEPS;
        change = STAGE_OTHER;
    }
    stage->person = frame->bridge_person;
    stage->shown = true;
    return change;
}

static PictureView view_of(const Stage *stage, const FrameCommand *command)
{
    return command->flag ? panorama_view(&stage->panorama)
                         : backdrop_view(&stage->backdrop, (float)command->value);
}

void stage_paint(Stage *stage, Raster *raster, const FrameCommand *command, RasterRect part)
{
    raster_clip(raster, part);
    if (command->flag) {
        raster_restore(raster, &stage->panorama.vista.shown, part);
    } else {
        backdrop_restore(&stage->backdrop, (float)command->value, raster, part);
    }
    if (!raster_rect_empty(stage->extent)) {
        RasterRect within = raster_rect_cut(part, stage->extent);
        if (raster_rect_empty(within)) {
            return; // walking over all shapes to find none here costs a millisecond
        }
        raster_clip(raster, within);
    }
    picture_view_use(raster, view_of(stage, command));
    raster_dirty_take(raster);
    picture_scene_draw(&stage->scene, raster);
    area_add(&stage->touched, raster_dirty_take(raster));
    raster_clip(raster, part);
}

void stage_forget(Stage *stage)
{
    stage->touched = (Area){ 0 };
    stage->moved = 0.0f;
}

bool stage_changes_light(const Stage *stage)
{
    return stage->shown && backdrop_fading(&stage->backdrop);
}

bool stage_sweeps(const Stage *stage)
{
    return stage->veil > 0 || stage->panorama.approach > 0;
}

float stage_veil(const Stage *stage)
{
    return (float)stage->veil / (float)VEIL_STEPS;
}

bool stage_advance(Stage *stage, int steps)
{
    if (!stage->shown) {
        return false;
    }
    bool veiled = panorama_advance(&stage->panorama, steps) || stage->veil > 0;
    stage->relit = backdrop_advance(&stage->backdrop, steps);
    bool fading = !raster_rect_empty(stage->relit);
    if (fading) {
        use_palette(stage);
    }
    stage->veil = stage->veil > steps ? stage->veil - steps : 0;
    stage->moved += picture_sway_speed(&stage->scene.sway) * (float)steps / 60.0f;
    return picture_scene_advance(&stage->scene, steps) || veiled || fading;
}

// Pixels around a box of the scene.
static RasterRect around(const PictureView *view, float x, float y, float w, float h, float by)
{
    float s = view->scale;
    float x0 = (x - by) * s + view->offset_x;
    float y0 = (y - by) * s + view->offset_y;
    float x1 = (x + w + by) * s + view->offset_x;
    float y1 = (y + h + by) * s + view->offset_y;
    const float far = 1.0e6f; // the raster's own idea of far outside
    if (x1 < -far || y1 < -far || x0 > far || y0 > far) {
        return (RasterRect){ 0 };
    }
    return (RasterRect){ (int)x0, (int)y0, (int)x1 + 1, (int)y1 + 1 };
}

int stage_reach(const Stage *stage, const FrameCommand *command, RasterRect rects[STAGE_REACH])
{
    const PictureScene *scene = &stage->scene;
    PictureView view = view_of(stage, command);
    float moved = stage->moved > far_enough ? far_enough : stage->moved;
    int near = NEAR_PIXELS + (int)(2.0f * moved * view.scale); // it may have become faster
    int count = 0;
    for (int i = 0; i < stage->touched.count; i++) {
        RasterRect was = stage->touched.rects[i];
        rects[count++] =
            (RasterRect){ was.x0 - near, was.y0 - near, was.x1 + near, was.y1 + near };
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) { // what hangs behind a card may come out below it
        PictureBox box = picture_scene_plank_box(scene, i);
        const BridgePlank *plank = &scene->condition.planks[i];
        bool hangs = plank->disc != 0 || plank->mended_by != 0 ||
                     plank->state == BRIDGE_PLANK_HANGING;
        rects[count++] =
            around(&view, box.x, box.y, box.w, box.h + (hangs ? hanging : 0.0f), margin);
    }
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        if (scene->people[i].present) {
            PictureBox box = picture_scene_person_box(scene, i);
            rects[count++] = around(&view, box.x, box.y, box.w, box.h, margin);
        }
    }
    for (int i = 0; i < PICTURE_PARTICLES; i++) {
        const PictureParticle *p = &scene->particles.all[i];
        if (p->kind != PICTURE_NO_PARTICLE) {
            float radius = p->size * (p->kind == PICTURE_DUST ? 1.0f + p->age : 2.0f) + 8.0f;
            rects[count++] = around(&view, p->x, p->y, 0.0f, 0.0f, radius);
        }
    }
    return count;
}

void stage_bind(Stage *stage, const FrameCommand *command)
{
    RasterRect rects[STAGE_REACH];
    bool known = !command->flag && stage->touched.count > 0; // a bridge that comes near outgrows it
    int count = known ? stage_reach(stage, command, rects) : 0;
    stage_unbind(stage);
    for (int i = 0; i < count; i++) {
        stage->extent = raster_rect_union(stage->extent, rects[i]);
    }
}

void stage_unbind(Stage *stage)
{
    stage->extent = (RasterRect){ 0 };
}

bool stage_busy(const Stage *stage)
{
    return stage->shown &&
           (backdrop_busy(&stage->backdrop) || panorama_busy(&stage->panorama));
}

bool stage_work(Stage *stage, int milliseconds)
{
    if (stage_busy(stage) && panorama_busy(&stage->panorama)) {
        return panorama_work(&stage->panorama, milliseconds);
    }
    if (!stage_busy(stage) ||
        !backdrop_work(&stage->backdrop, milliseconds, !stage->no_fades)) {
        return false;
    }
    use_palette(stage);
    return true;
}

void stage_finish(Stage *stage)
{
    if (stage->shown) {
        backdrop_finish(&stage->backdrop);
        panorama_finish(&stage->panorama);
        use_palette(stage);
        picture_scene_finish(&stage->scene);
        stage->veil = 0;
    }
}

bool stage_lively(const Stage *stage)
{
    if (!stage->shown) {
        return false;
    }
    return stage_sweeps(stage) || backdrop_fading(&stage->backdrop) ||
           !picture_scene_quiet(&stage->scene);
}

bool stage_at_rest(const Stage *stage)
{
    return !stage->shown ||
           (!stage_sweeps(stage) && !backdrop_fading(&stage->backdrop) &&
            picture_scene_at_rest(&stage->scene));
}
