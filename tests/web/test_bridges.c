// links: script
// Pictures of tables' bridges: one for all that look alike, drawn once, kept until others need the room.
#include "support/test.h"

#include "base/hash.h"
#include "script/script.h"
#include "web/bridges.h"

#include <string.h>

static Scenario *scenario_of_late_brief(void)
{
    Err err = { 0 };
    Scenario *scenario =
        script_load(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief", NULL, &err);
    if (!scenario) {
        fail_msg("%s", err.message);
    }
    return scenario;
}

static void play_on(RoomTables *tables, RoomTable *table, int choices, uint64_t luck)
{
    Err err = { 0 };
    for (int i = 0; i < choices && table->offer_count > 0; i++) {
        int option = (int)random_below(&luck, (uint32_t)table->offer_count);
        assert_true(room_table_choose(tables, table, table->history.count, option, &err));
    }
}

static void test_drawn_once(void **state)
{
    (void)state;
    static WebPictures pictures;
    Err err = { 0 };
    Scenario *scenario = scenario_of_late_brief();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    WebTablePicture names[40];
    for (uint64_t i = 0; i < 40; i++) { // four ways, ten tables each
        RoomTable *table = room_tables_add(&tables, i + 1, &err);
        play_on(&tables, table, 12, i % 4);
        web_table_picture_follow(&names[i], &pictures, scenario, table);
        assert_string_equal(names[i].name, names[i % 4].name);
    }
    for (int i = 0; i < 40; i++) {
        const Text *page = web_pictures_page(&pictures, names[i].name);
        assert_non_null(page);
        assert_non_null(strstr(text_str(page), "<svg"));
        assert_non_null(web_pictures_chip(&pictures, names[i].name));
    }
    assert_true(pictures.drawn >= 2 &&
                pictures.drawn <= 8); // a page and a chip of each that differs
    static const char *const others[] = { "",  "0000000000000000", "zzzzzzzzzzzzzzzz",
                                          "1", "FFFFFFFFFFFFFFFF", "00000000000000001" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_null(web_pictures_page(&pictures, others[i]));
    }
    web_pictures_deinit(&pictures);
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

// More looks than there is room for: the newest are there, the oldest are not; a table that sat still is made known
// again by its own name.
static void test_room_is_made(void **state)
{
    (void)state;
    static WebPictures pictures;
    Err err = { 0 };
    Scenario *scenario = scenario_of_late_brief();
    RoomTables tables = { .scenario = scenario, .seed = 7 };
    RoomTable *table = room_tables_add(&tables, 1, &err);
    WebTablePicture mine, again;
    uint64_t stream = 5;
    web_table_picture_follow(&mine, &pictures, scenario, table);
    assert_non_null(web_pictures_chip(&pictures, mine.name));
    for (int i = 0; i < WEB_PICTURES_MAX; i++) { // all the room there is
        if (pictures.items[i].look == 0) {
            pictures.items[i].look = (uint64_t)i + WEB_PICTURES_MAX * (random_next(&stream) >> 16);
            pictures.items[i].used = ++pictures.clock;
        }
    }
    play_on(&tables, table, 3, 1);
    for (int i = 0; i < 4 * WEB_PICTURES_MAX; i++) { // others come: each is there at once
        char name[WEB_PICTURE_NAME];
        Playthrough *play = table->history.now;
        play_person(scenario, play, 0)->trust_now = (int32_t)(random_next(&stream) % 1000000u);
        web_pictures_note(&pictures, scenario, play, 0, name);
        assert_true(i % 256 != 0 || web_pictures_chip(&pictures, name) != NULL); // drawing takes its time
    }
    assert_null(web_pictures_chip(&pictures, mine.name));
    room_tables_deinit(&tables);
    table = room_tables_add(&tables, 1, &err);
    web_table_picture_follow(&again, &pictures, scenario, table);
    assert_string_equal(again.name, mine.name);
    assert_non_null(web_pictures_chip(&pictures, mine.name));
    web_pictures_deinit(&pictures);
    room_tables_deinit(&tables);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_drawn_once),
        cmocka_unit_test(test_room_is_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
