// Scene, people and light as in the window, written as SVG.
#include "web/bridges.h"

#include "base/arena.h"
#include "base/hash.h"
#include "picture/scene.h"
#include "picture/svg.h"
#include "story/render.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

// What is seen: the bridge, its words (they name whose it is) and the light.
static uint64_t look_of(const BridgeCondition *bridge, uint8_t weather, const Text *words)
{
    uint64_t hash = hash_bytes(bridge, sizeof *bridge, weather);
    hash = hash_bytes(text_str(words), words->length, hash);
    return hash == 0 ? 1 : hash;
}

enum { PROBES = 16 };

static WebPicture *place_of(WebPictures *pictures, uint64_t look)
{
    WebPicture *oldest = NULL;
    for (uint64_t i = 0; i < PROBES; i++) {
        WebPicture *it = &pictures->items[(look + i) % WEB_PICTURES_MAX];
        if (it->look == look) {
            return it;
        }
        if (!oldest || it->used < oldest->used) {
            oldest = it;
        }
    }
    return oldest;
}

static void picture_clear(WebPicture *picture)
{
    text_deinit(&picture->words);
    text_deinit(&picture->page);
    text_deinit(&picture->chip);
    *picture = (WebPicture){ 0 };
}

void web_pictures_deinit(WebPictures *pictures)
{
    for (int i = 0; i < WEB_PICTURES_MAX; i++) {
        picture_clear(&pictures->items[i]);
    }
}

void web_pictures_note(WebPictures *pictures, const Scenario *scenario, const Playthrough *play,
                       int person, char name[WEB_PICTURE_NAME])
{
    BridgeCondition bridge;
    Text words = { 0 };
    memset(&bridge, 0, sizeof bridge);
    story_bridge(scenario, play, person, &bridge);
    render_bridge(scenario, play, person, &words);
    uint8_t weather = (uint8_t)story_weather(scenario, play);
    uint64_t look = look_of(&bridge, weather, &words);
    WebPicture *it = place_of(pictures, look);
    if (it->look != look) {
        picture_clear(it);
        *it = (WebPicture){ .look = look, .bridge = bridge, .weather = weather, .words = words };
    } else {
        text_deinit(&words);
    }
    it->used = ++pictures->clock;
    snprintf(name, WEB_PICTURE_NAME, "%016" PRIx64, look);
}

void web_table_picture_follow(WebTablePicture *picture, WebPictures *pictures,
                              const Scenario *scenario, const RoomTable *table)
{
    Room view = web_table_view(scenario, table);
    web_pictures_note(pictures, scenario, room_play(&view), room_person(&view), picture->name);
}

static WebPicture *find(WebPictures *pictures, const char *name)
{
    char own[WEB_PICTURE_NAME];
    uint64_t look = strtoull(name, NULL, 16);
    snprintf(own, sizeof own, "%016" PRIx64, look);
    WebPicture *it = look != 0 && strcmp(own, name) == 0 ? place_of(pictures, look) : NULL;
    if (!it || it->look != look) {
        return NULL;
    }
    it->used = ++pictures->clock;
    return it;
}

const Text *web_pictures_page(WebPictures *pictures, const char *name)
{
    WebPicture *it = find(pictures, name);
    if (it && it->page.length == 0) {
        PicturePalette palette = picture_palette_of_weather(it->weather);
        PictureSvgWords said = { "t", text_str(&it->words), NULL };
        picture_svg_small(&it->bridge, &palette, picture_svg_crop(&it->bridge), said, &it->page);
        pictures->drawn++;
    }
    return it ? &it->page : NULL;
}

const Text *web_pictures_chip(WebPictures *pictures, const char *name)
{
    WebPicture *it = find(pictures, name);
    if (it && it->chip.length == 0) {
        PicturePalette palette = picture_palette_of_weather(it->weather);
        PictureSvgWords said = { "t", text_str(&it->words), NULL };
        picture_svg_chip(&it->bridge, &palette, said, &it->chip);
        pictures->drawn++;
    }
    return it ? &it->chip : NULL;
}
