// Scene, people and light as in the window, written as SVG.
#include "web/bridges.h"

#include "base/arena.h"
#include "base/hash.h"
#include "picture/scene.h"
#include "picture/svg.h"
#include "story/render.h"

#include <inttypes.h>
#include <stdio.h>

static PicturePalette light_of(const Room *room)
{
    return picture_palette_of_weather(story_weather(room->scenario, room_play(room)));
}

static uint64_t state_of(const Room *room)
{
    uint64_t hash = play_hash(room->scenario, room_play(room));
    return hash_mix(hash, (uint64_t)room_person(room));
}

static void draw(const Room *room, const PictureLook *look, bool phone, Text *out)
{
    PictureScene *scene = mem_alloc(sizeof *scene);
    BridgeCondition bridge;
    PicturePalette palette = light_of(room);
    PictureLook player = picture_look_any(0);
    Text words = { 0 };
    story_bridge(room->scenario, room_play(room), room_person(room), &bridge);
    render_bridge(room->scenario, room_play(room), room_person(room), &words);
    picture_scene_init(scene, &bridge, &palette);
    if (!phone) { // there half of them would be cut off
        picture_scene_person(scene, 0, &player, (float)PICTURE_NEAR_BANK, 1, PICTURE_STAND);
        picture_scene_person(scene, 1, look, (float)PICTURE_FAR_BANK, -1, PICTURE_STAND);
    }
    // On the projector the cards stand below: the bridge is moved up by 84, as drawn in the design.
    PictureSvgCrop crop =
        phone ? picture_svg_crop(&bridge) : (PictureSvgCrop){ 0.0f, 84.0f, 1280.0f, 636.0f };
    picture_svg_scene(scene, crop, (PictureSvgWords){ "b", text_str(&words), NULL }, out);
    text_deinit(&words);
    mem_free(scene);
}

bool web_bridges_follow(WebBridges *bridges, const Room *room, const PictureLook *look)
{
    uint64_t state = state_of(room);
    if (bridges->drawn && bridges->state == state) {
        return false;
    }
    text_clear(&bridges->wide);
    text_clear(&bridges->phone);
    draw(room, look, false, &bridges->wide);
    draw(room, look, true, &bridges->phone);
    bridges->state = state;
    bridges->drawn = true;
    snprintf(bridges->name, sizeof bridges->name, "%016" PRIx64, state);
    return true;
}

void web_bridges_deinit(WebBridges *bridges)
{
    text_deinit(&bridges->wide);
    text_deinit(&bridges->phone);
    *bridges = (WebBridges){ 0 };
}

// ---- tables -----------------------------------------------------------------------------------------

Room web_table_view(const Scenario *scenario, const RoomTable *table)
{
    Room view = { .scenario = scenario,
                  .history = table->history,
                  .offer_count = table->offer_count,
                  .stage = table->offer_count > 0 ? ROOM_LISTENS : ROOM_ENDED,
                  .home = -1 };
    for (int i = 0; i < table->offer_count; i++) {
        view.offers[i] = table->offers[i];
    }
    return view;
}

void web_table_picture_follow(WebTablePicture *picture, const Scenario *scenario,
                              const RoomTable *table)
{
    Room view = web_table_view(scenario, table);
    uint64_t state = state_of(&view);
    if (picture->known && picture->state == state) {
        return;
    }
    picture->state = state;
    picture->known = true;
    picture->page_drawn = picture->chip_drawn = false;
    snprintf(picture->name, sizeof picture->name, "%016" PRIx64, state);
}

static void draw_table(const Scenario *scenario, const RoomTable *table, bool chip, Text *out)
{
    Room view = web_table_view(scenario, table);
    BridgeCondition bridge;
    Text words = { 0 };
    PicturePalette palette = light_of(&view);
    story_bridge(scenario, room_play(&view), room_person(&view), &bridge);
    render_bridge(scenario, room_play(&view), room_person(&view), &words);
    PictureSvgWords said = { "t", text_str(&words), NULL };
    text_clear(out);
    if (chip) {
        picture_svg_chip(&bridge, &palette, said, out);
    } else {
        picture_svg_small(&bridge, &palette, picture_svg_crop(&bridge), said, out);
    }
    text_deinit(&words);
}

const Text *web_table_picture_page(WebTablePicture *picture, const Scenario *scenario,
                                   const RoomTable *table)
{
    if (!picture->page_drawn) {
        draw_table(scenario, table, false, &picture->page);
        picture->page_drawn = true;
    }
    return &picture->page;
}

const Text *web_table_picture_chip(WebTablePicture *picture, const Scenario *scenario,
                                   const RoomTable *table)
{
    if (!picture->chip_drawn) {
        draw_table(scenario, table, true, &picture->chip);
        picture->chip_drawn = true;
    }
    return &picture->chip;
}

void web_table_picture_deinit(WebTablePicture *picture)
{
    text_deinit(&picture->page);
    text_deinit(&picture->chip);
    *picture = (WebTablePicture){ 0 };
}
