// Two layers: `base` has sky, banks and mist and never changes; `shown` is a copy of it with the
// far bridges and gates. A bay is copied back from the base before its bridge is drawn anew.
#include "picture/vista.h"

#include "base/arena.h"
#include "picture/canyon_parts.h"
#include "picture/colour.h"
#include "picture/look.h"

#include <assert.h>
#include <string.h>

static const float far_scale = 0.235f;
static const float far_haze = 0.22f;
static const float mist_begins = 26.0f; // below the far deck; solid 90 below it
static const float mist_is_solid = 90.0f;
static const float bay_above = 62.0f;  // of a far bridge above its deck: posts and trees
static const float sun_least = 202.0f; // in the sky's own design space
static const float deck = 306.0f;      // design y of the deck in a scene of its own

static size_t pixel_count(const RasterSurface *surface)
{
    return (size_t)surface->stride * (size_t)surface->height;
}

float picture_vista_bay_x(int bay, int count)
{
    float first = 640.0f - (float)PICTURE_BAY_WIDTH * 0.5f * (float)(count - 1);
    return first + (float)PICTURE_BAY_WIDTH * (float)bay;
}

static RasterSurface new_surface(int width, int height)
{
    size_t pixels = (size_t)width * (size_t)height;
    return (RasterSurface){ width, height, mem_alloc(pixels * sizeof(uint32_t)), width };
}

// A scene of its own with its deck at design y `to`, around design x `middle`.
static PictureView view_at(const PictureVista *vista, float middle, float to, float size)
{
    float s = vista->scale;
    float spare = ((float)vista->base.width - 1280.0f * s) * 0.5f;
    return (PictureView){ s * size, spare + (middle - 640.0f * size) * s, (to - deck * size) * s };
}

static void place_bays(PictureVista *vista)
{
    for (int i = 0; i < PICTURE_BAYS; i++) {
        vista->far[i] =
            view_at(vista, picture_vista_bay_x(i, vista->count), vista->far_deck, far_scale);
    }
}

// ---- the base -----------------------------------------------------------------------------------

static void whole_view(PictureVista *vista)
{
    picture_view_use(&vista->raster, (PictureView){ vista->scale, 0.0f, 0.0f });
}

// A colour that comes in between two design heights and stays.
static void veil(PictureVista *vista, uint32_t rgb, float from, float to, float alpha)
{
    Raster *raster = &vista->raster;
    float width = (float)vista->base.width / vista->scale + 2.0f;
    float bottom = (float)vista->base.height / vista->scale + 2.0f;
    whole_view(vista);
    raster_rect(raster, -1.0f, from, width, to - from);
    raster_fill_linear(raster, colour_alpha(rgb, 0.0f), colour_alpha(rgb, alpha), 0.0f, from, 0.0f,
                       to);
    raster_rect(raster, -1.0f, to, width, bottom - to);
    raster_fill(raster, rgb, alpha);
}

static RasterRect bay_rect(const PictureVista *vista, int bay)
{
    PictureView view = vista->far[bay];
    float s = vista->scale;
    float middle = 640.0f * view.scale + view.offset_x;
    float half = (float)PICTURE_BAY_WIDTH * 0.5f * s;
    int x0 = (int)(middle - half + 0.5f);
    int x1 = (int)(middle + half + 0.5f);
    if (bay == 0) { // the outer ones reach to the edges of the window
        x0 = 0;
    }
    if (bay == vista->count - 1) {
        x1 = vista->base.width;
    }
    return (RasterRect){ x0, 0, x1, vista->base.height };
}

static bool below(const PictureVista *vista, float y, int top)
{
    return (float)top > y * vista->scale;
}

static void draw_far_land(PictureVista *vista, PictureView view)
{
    Raster *raster = &vista->raster;
    picture_view_use(raster, view);
    if (vista->palette.high_contrast) {
        picture_canyon_draw_high_contrast(raster, &vista->palette);
        return;
    }
    picture_canyon_draw_pair(raster, vista->plan, &vista->palette, 3);
    picture_canyon_draw_banks(raster, &vista->palette);
    picture_canyon_draw_plants(raster, &vista->palette);
}

// Few bays in a wide window: the outer banks go on to its edges.
static void draw_outer_banks(PictureVista *vista, RasterRect rows)
{
    const float reach = 1180.0f; // of a bank from the canyon's edge, less a little
    PictureView left = vista->far[0];
    PictureView right = vista->far[vista->count - 1];
    RasterRect west = rows;
    RasterRect east = rows;
    west.x1 = (int)(((float)CANYON_LEFT + 8.0f) * left.scale + left.offset_x);
    east.x0 = (int)(((float)CANYON_RIGHT - 8.0f) * right.scale + right.offset_x);
    left.offset_x -= reach * left.scale;
    right.offset_x += reach * right.scale;
    if (west.x1 > west.x0) {
        raster_clip(&vista->raster, west);
        draw_far_land(vista, left);
    }
    if (east.x1 > east.x0) {
        raster_clip(&vista->raster, east);
        draw_far_land(vista, right);
    }
}

static void draw_far_banks(PictureVista *vista, RasterRect rows)
{
    Raster *raster = &vista->raster;
    if (vista->count > 0) {
        draw_outer_banks(vista, rows);
    }
    for (int i = 0; i < vista->count; i++) {
        raster_clip(raster, raster_rect_cut(rows, bay_rect(vista, i)));
        draw_far_land(vista, vista->far[i]);
    }
    raster_clip(raster, rows);
}

static void draw_near_banks(PictureVista *vista)
{
    Raster *raster = &vista->raster;
    const PicturePalette *p = &vista->palette;
    picture_view_use(raster, vista->near);
    picture_canyon_draw_pair(raster, vista->plan, p, 2);
    picture_canyon_mist(raster, vista->plan, p->mist, 400.0f, 120.0f, 0.6f, 33u, 3);
    picture_canyon_mist(raster, vista->plan, p->mist, 330.0f, 60.0f, 0.7f, 35u, 3);
    raster_rect(raster, 200.0f, 420.0f, 880.0f, (float)CANYON_BOTTOM - 420.0f);
    raster_fill_linear(raster, colour_alpha(p->deep, 0.0f), colour_alpha(p->deep, 0.4f), 0, 420, 0,
                       600);
    picture_canyon_draw_pair(raster, vista->plan, p, 3);
    raster_rect(raster, (float)CANYON_LEFT, (float)CANYON_BOTTOM - 2.0f,
                (float)(CANYON_RIGHT - CANYON_LEFT), (float)(CANYON_GROUND - CANYON_BOTTOM));
    raster_fill(raster, colour_mix(p->strata[2], p->deep, 0.85f), 1.0f);
    picture_canyon_draw_banks(raster, p);
    picture_canyon_draw_plants(raster, p);
}

static void paint_high_contrast(PictureVista *vista, RasterRect rows)
{
    Raster *raster = &vista->raster;
    float edge = vista->far_deck + mist_is_solid;
    int split = (int)(edge * vista->scale);
    picture_view_use(raster, vista->near);
    picture_canyon_draw_high_contrast(raster, &vista->palette);
    RasterRect upper = rows;
    upper.y1 = upper.y1 < split ? upper.y1 : split;
    if (upper.y0 < upper.y1) {
        draw_far_banks(vista, upper);
        raster_clip(raster, rows);
        whole_view(vista);
        raster_rect(raster, -1.0f, edge - 3.0f, (float)vista->base.width / vista->scale + 2.0f,
                    3.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    }
}

static void paint_rows(PictureVista *vista, int top, int bottom)
{
    Raster *raster = &vista->raster;
    const PicturePalette *p = &vista->palette;
    RasterRect rows = { 0, top, vista->base.width, bottom };
    raster_target(raster, vista->base);
    raster_clip(raster, rows);
    whole_view(vista); // in very wide windows the canyon ends somewhere
    raster_rect(raster, -1.0f, -1.0f, (float)vista->base.width / vista->scale + 2.0f,
                (float)vista->base.height / vista->scale + 2.0f);
    raster_fill(raster, p->high_contrast ? p->sky[0] : p->haze, 1.0f);
    if (p->high_contrast) {
        paint_high_contrast(vista, rows);
        return;
    }
    bool solid = below(vista, vista->far_deck + mist_is_solid, top);
    if (!solid) {
        picture_view_use(raster, vista->sky);
        PicturePalette sky = *p; // the sun stands clear of what lies over the top of the picture
        sky.sun_y = sky.sun_y < sun_least ? sun_least : sky.sun_y;
        picture_canyon_draw_sky(raster, &sky);
        picture_canyon_draw_mesas(raster, p);
        picture_canyon_draw_rays(raster, &sky);
        veil(vista, p->mist, vista->far_deck - 10.0f, vista->far_deck + mist_begins, 1.0f);
        draw_far_banks(vista, rows);
        veil(vista, p->haze, vista->far_deck - 60.0f, vista->far_deck - 20.0f, far_haze);
    }
    veil(vista, p->mist, vista->far_deck + mist_begins, vista->far_deck + mist_is_solid, 1.0f);
    draw_near_banks(vista);
    for (int y = top; y < bottom; y++) {
        picture_canyon_finish_row(vista->base, y);
    }
}

// ---- bridges and gates --------------------------------------------------------------------------

// A gate across the head of the bridge: two uprights, two rails, a brace.
static void draw_gate(Raster *raster, const PicturePalette *p)
{
    static const RasterPoint lines[][2] = {
        { { 1092, 310 }, { 1092, 256 } }, { { 1066, 280 }, { 1066, 230 } },
        { { 1092, 265 }, { 1066, 239 } }, { { 1092, 298 }, { 1066, 270 } },
        { { 1092, 298 }, { 1066, 240 } },
    };
    bool contrast = p->high_contrast;
    for (int pass = contrast ? 0 : 1; pass < 2; pass++) {
        for (int i = 0; i < 5; i++) {
            raster_stroke(raster, lines[i], 2, (i < 2 ? 7.0f : 5.5f) + (pass == 0 ? 3.0f : 0.0f));
        }
        raster_fill(raster, contrast ? (pass == 0 ? 0x000000 : 0xffffff) : p->wood_shadow, 1.0f);
    }
    if (!contrast) {
        for (int i = 0; i < 5; i++) {
            raster_stroke(raster, lines[i], 2, i < 2 ? 4.4f : 3.2f);
        }
        raster_fill(raster, p->wood[1], 1.0f);
    }
}

// What was drawn over the base fades as everything at that distance does.
static void haze_over(PictureVista *vista, RasterRect rect)
{
    float s = vista->scale;
    float begins = vista->far_deck + mist_begins;
    for (int y = rect.y0; y < rect.y1; y++) {
        const uint32_t *from = vista->base.pixels + (size_t)y * (size_t)vista->base.stride;
        uint32_t *to = vista->shown.pixels + (size_t)y * (size_t)vista->shown.stride;
        float deep = ((float)y / s - begins) / (mist_is_solid - mist_begins);
        uint32_t mist = (uint32_t)(colour_clamp(deep, 0.0f, 1.0f) * 256.0f);
        for (int x = rect.x0; x < rect.x1; x++) {
            if (to[x] != from[x]) {
                uint32_t c =
                    colour_lerp256(to[x], vista->palette.haze, (uint32_t)(far_haze * 256.0f));
                to[x] = colour_lerp256(c, vista->palette.mist, mist) | 0xff000000u;
            }
        }
    }
}

static void draw_bay(PictureVista *vista, int bay)
{
    const PictureBay *it = &vista->bays[bay];
    if (vista->scenes[bay] == NULL) {
        vista->scenes[bay] = mem_alloc(sizeof *vista->scenes[bay]);
        picture_scene_init(vista->scenes[bay], &it->condition, &vista->palette);
    }
    PictureScene *scene = vista->scenes[bay];
    picture_scene_person(scene, 0, &it->look, (float)PICTURE_FAR_BANK, -1, PICTURE_STAND);
    RasterRect rect = bay_rect(vista, bay);
    rect.y0 = (int)((vista->far_deck - bay_above) * vista->scale);
    rect.y1 = (int)((vista->far_deck + mist_is_solid) * vista->scale);
    rect = raster_rect_cut(rect, (RasterRect){ 0, 0, vista->shown.width, vista->shown.height });
    raster_target(&vista->raster, vista->shown);
    raster_clip(&vista->raster, rect);
    raster_restore(&vista->raster, &vista->base, rect);
    picture_view_use(&vista->raster, vista->far[bay]);
    picture_scene_draw(scene, &vista->raster);
    if (it->gate_shut) {
        draw_gate(&vista->raster, &vista->palette);
    }
    if (!vista->palette.high_contrast) {
        haze_over(vista, rect);
    }
    vista->drawn[bay] = true;
}

static void draw_near_gate(PictureVista *vista)
{
    Raster *raster = &vista->raster;
    raster_target(raster, vista->shown);
    picture_view_use(raster, vista->near);
    RasterRect rect = raster_rect_of(raster, 1050.0f, 215.0f, 60.0f, 110.0f);
    rect = raster_rect_cut(rect, (RasterRect){ 0, 0, vista->shown.width, vista->shown.height });
    raster_restore(raster, &vista->base, rect);
    if (vista->near_shut) {
        draw_gate(raster, &vista->palette);
    }
    vista->gate_drawn = true;
}

// ---- life ---------------------------------------------------------------------------------------

static void plain(PictureVista *vista)
{
    const PicturePalette *p = &vista->palette;
    raster_target(&vista->raster, vista->shown);
    float high = vista->far_deck + mist_is_solid;
    float width = (float)vista->shown.width / vista->scale + 2.0f;
    float bottom = (float)vista->shown.height / vista->scale + 2.0f;
    whole_view(vista);
    raster_rect(&vista->raster, -1.0f, -1.0f, width, high + 1.0f);
    raster_fill_linear(&vista->raster, p->sky[0] | 0xff000000u, p->mist | 0xff000000u, 0.0f, 0.0f,
                       0.0f, high);
    raster_rect(&vista->raster, -1.0f, high, width, bottom - high);
    raster_fill(&vista->raster, p->high_contrast ? p->sky[0] : p->mist, 1.0f);
}

void picture_vista_begin(PictureVista *vista, int width, int height, float far_deck,
                         float near_deck, const PicturePalette *palette)
{
    assert(width > 0 && height > 0);
    picture_vista_deinit(vista);
    float across = (float)width / 1280.0f;
    float down = (float)height / 720.0f;
    vista->scale = across < down ? across : down;
    vista->palette = *palette;
    vista->far_deck = far_deck;
    vista->base = new_surface(width, height);
    vista->shown = new_surface(width, height);
    vista->plan = mem_alloc(sizeof *vista->plan);
    vista->sky = view_at(vista, 640.0f, far_deck, 1.0f);
    vista->near = view_at(vista, 640.0f, near_deck, 1.0f);
    picture_canyon_plan_walls(vista->plan);
    raster_init(&vista->raster, vista->shown);
    plain(vista);
}

void picture_vista_deinit(PictureVista *vista)
{
    if (vista->plan != NULL) {
        raster_deinit(&vista->raster);
    }
    for (int i = 0; i < PICTURE_BAYS; i++) {
        mem_free(vista->scenes[i]);
    }
    mem_free(vista->plan);
    mem_free(vista->base.pixels);
    mem_free(vista->shown.pixels);
    *vista = (PictureVista){ 0 };
}

static bool same_bay(const PictureBay *a, const PictureBay *b)
{
    return a->gate_shut == b->gate_shut && memcmp(&a->look, &b->look, sizeof a->look) == 0 &&
           memcmp(&a->condition, &b->condition, sizeof a->condition) == 0;
}

// A scene that has settled somewhere in the row, taken out of it.
static PictureScene *take_scene(PictureScene **scenes, const BridgeCondition *condition)
{
    for (int i = 0; i < PICTURE_BAYS; i++) {
        if (scenes[i] != NULL && memcmp(&scenes[i]->condition, condition, sizeof *condition) == 0) {
            PictureScene *scene = scenes[i];
            scenes[i] = NULL;
            return scene;
        }
    }
    return NULL;
}

void picture_vista_bays(PictureVista *vista, const PictureBay *bays, int count, bool near_shut)
{
    assert(count >= 0 && count <= PICTURE_BAYS && vista->plan != NULL);
    PictureScene *scenes[PICTURE_BAYS];
    memcpy(scenes, vista->scenes, sizeof scenes);
    memset(vista->scenes, 0, sizeof vista->scenes);
    if (count != vista->count) { // the banks lie elsewhere
        vista->count = count;
        vista->next_row = 0;
        place_bays(vista);
    }
    for (int i = 0; i < count; i++) {
        vista->drawn[i] = vista->drawn[i] && same_bay(&vista->bays[i], &bays[i]);
        vista->bays[i] = bays[i];
        vista->scenes[i] = take_scene(scenes, &bays[i].condition);
    }
    for (int i = 0; i < PICTURE_BAYS; i++) {
        mem_free(scenes[i]);
    }
    vista->gate_drawn = vista->gate_drawn && vista->near_shut == near_shut;
    vista->near_shut = near_shut;
}

static void step_rows(PictureVista *vista, int rows)
{
    int top = vista->next_row;
    int bottom = top + (rows < 1 ? 1 : rows);
    bottom = bottom > vista->base.height ? vista->base.height : bottom;
    paint_rows(vista, top, bottom);
    vista->next_row = bottom;
    if (bottom == vista->base.height) {
        memcpy(vista->shown.pixels, vista->base.pixels,
               pixel_count(&vista->base) * sizeof(uint32_t));
        memset(vista->drawn, 0, sizeof vista->drawn);
        vista->gate_drawn = false;
    }
}

bool picture_vista_step(PictureVista *vista, int rows)
{
    assert(vista->plan != NULL);
    if (vista->next_row < vista->base.height) {
        step_rows(vista, rows);
        return false;
    }
    for (int i = 0; i < vista->count; i++) {
        if (!vista->drawn[i]) {
            draw_bay(vista, i);
            return picture_vista_done(vista);
        }
    }
    if (!vista->gate_drawn) {
        draw_near_gate(vista);
    }
    return true;
}

bool picture_vista_done(const PictureVista *vista)
{
    bool done = vista->plan != NULL && vista->next_row >= vista->base.height && vista->gate_drawn;
    for (int i = 0; i < vista->count; i++) {
        done = done && vista->drawn[i];
    }
    return done;
}
