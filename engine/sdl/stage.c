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
    LOOKING_STEPS = 80, // on the first plank, before they decide
    VEIL_STEPS = 20,
};

static const float margin = 16.0f;   // design units
static const float fast = 60.0f;     // per second: faster than in any wind
static const float old_plank = 9.0f; // seconds: see PictureScene
static const float first_plank = (float)PICTURE_DECK_RIGHT - 18.0f;
static const float beside_player = (float)PICTURE_NEAR_BANK + 28.0f;

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
    return true;
}

// ---- crossing -----------------------------------------------------------------------------------

static bool is_decided(const Stage *stage)
{
    return stage->crossing == CROSSING_COMES || stage->crossing == CROSSING_TURNS_BACK;
}

static void walk_off(Stage *stage)
{
    picture_scene_walk(&stage->scene, STAGE_ACROSS,
                       stage->crossing == CROSSING_COMES ? beside_player : (float)PICTURE_FAR_BANK);
}

// Brings the one across to what the frame says of them. Returns whether something begins.
static bool update_crossing(Stage *stage, const Frame *frame, bool placed)
{
    bool anybody = stage->scene.people[STAGE_ACROSS].present;
    uint8_t wanted = anybody ? frame->crossing : (uint8_t)CROSSING_NONE;
    if (wanted == stage->crossing && !placed) {
        return false;
    }
    stage->crossing = wanted;
    stage->looking = 0;
    if (!anybody || (placed && wanted == CROSSING_NONE)) {
        return false;
    }
    if (wanted == CROSSING_NONE) {
        picture_scene_person(&stage->scene, STAGE_ACROSS, &stage->look, (float)PICTURE_FAR_BANK, -1,
                             PICTURE_STAND);
        return true;
    }
    picture_scene_walk(&stage->scene, STAGE_ACROSS, first_plank);
    if (is_decided(stage)) {
        stage->looking = LOOKING_STEPS;
        if (stage->reduced_motion) {
            stage->looking = 0;
            walk_off(stage);
        }
    }
    return true;
}

static void go_on_crossing(Stage *stage, int steps)
{
    if (stage->looking > 0 && !picture_scene_walking(&stage->scene, STAGE_ACROSS)) {
        stage->looking = stage->looking > steps ? stage->looking - steps : 0;
        if (stage->looking == 0) {
            walk_off(stage);
        }
    }
}

// As it will be when nobody walks any more.
static void finish_crossing(Stage *stage)
{
    PicturePerson *across = &stage->scene.people[STAGE_ACROSS];
    if (across->present && stage->crossing != CROSSING_NONE) {
        if (stage->looking > 0) {
            stage->looking = 0;
            walk_off(stage);
        }
        across->x = across->goal;
    }
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
    if (other && !stage->reduced_motion && !frame->high_contrast) {
        stage->veil = VEIL_STEPS;
        change = STAGE_OTHER;
    }
    stage->person = frame->bridge_person;
    stage->shown = true;
    return change;
}

void stage_paint(Stage *stage, Raster *raster, const FrameCommand *command, RasterRect part)
{
    PictureView view;
    RasterSurface behind = backdrop_at(&stage->backdrop, (float)command->value, &view);
    raster_clip(raster, part);
    raster_restore(raster, &behind, part);
    picture_view_use(raster, view);
    raster_dirty_take(raster);
    picture_scene_draw(&stage->scene, raster);
    stage->touched = raster_rect_union(stage->touched, raster_dirty_take(raster));
}

void stage_forget(Stage *stage)
{
    stage->touched = (RasterRect){ 0 };
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
    bool veiled = stage->veil > 0;
    stage->veil = stage->veil > steps ? stage->veil - steps : 0;
    go_on_crossing(stage, steps);
    return picture_scene_advance(&stage->scene, steps) || veiled;
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

RasterRect stage_reach(const Stage *stage, const FrameCommand *command)
{
    const PictureScene *scene = &stage->scene;
    PictureView view;
    backdrop_at(&stage->backdrop, (float)command->value, &view);
    RasterRect reach = stage->touched;
    reach.x0 -= NEAR_PIXELS;
    reach.y0 -= NEAR_PIXELS;
    reach.x1 += NEAR_PIXELS;
    reach.y1 += NEAR_PIXELS;
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        if (scene->people[i].present) {
            PictureBox box = picture_scene_person_box(scene, i);
            reach = raster_rect_union(reach, around(&view, box.x, box.y, box.w, box.h, margin));
        }
    }
    for (int i = 0; i < PICTURE_PARTICLES; i++) {
        const PictureParticle *p = &scene->particles.all[i];
        if (p->kind != PICTURE_NO_PARTICLE) {
            reach = raster_rect_union(
                reach, around(&view, p->x, p->y, 0.0f, 0.0f, p->size * 2.0f + margin));
        }
    }
    return reach;
}

bool stage_busy(const Stage *stage)
{
    return stage->shown && backdrop_busy(&stage->backdrop);
}

bool stage_work(Stage *stage, int milliseconds)
{
    if (!stage_busy(stage) ||
        !backdrop_work(&stage->backdrop, milliseconds, !stage->reduced_motion)) {
        return false;
    }
    use_palette(stage);
    return true;
}

void stage_finish(Stage *stage)
{
    if (stage->shown) {
        backdrop_finish(&stage->backdrop);
        use_palette(stage);
        finish_crossing(stage);
        stage->veil = 0;
    }
}

bool stage_lively(const Stage *stage)
{
    if (!stage->shown) {
        return false;
    }
    if (stage->veil > 0 || stage->looking > 0) {
        return true;
    }
    for (int i = 0; i < PICTURE_PEOPLE; i++) {
        if (stage->scene.people[i].present && picture_scene_walking(&stage->scene, i)) {
            return true;
        }
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (stage->scene.plank_age[i] < old_plank) {
            return true;
        }
    }
    return stage->scene.particles.alive > 0 || picture_sway_speed(&stage->scene.sway) > fast;
}

bool stage_at_rest(const Stage *stage)
{
    return !stage->shown ||
           (stage->veil == 0 && stage->looking == 0 && picture_scene_at_rest(&stage->scene));
}
